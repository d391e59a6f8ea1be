"""What the name of an indicator says about its values: per what they are counted, and in which unit."""

from __future__ import annotations

from pipeline import lexicons
from pipeline.extract.cells.layout import Layout
from pipeline.language import patterns
from pipeline.language.brackets import without_round
from pipeline.language.cells import is_dash, item_number
from pipeline.language.folding import fold
from pipeline.language.heading_units import heading_unit
from pipeline.language.quantities import quantities
from pipeline.language.tokens import lex
from pipeline.language.value_cells import is_units
from pipeline.language.words import alternation, words

_PER_TIME = patterns.compile(r"每(年|月|季度|半年|周|日|天|学年|学期)(?!\p{Han}*个百分点)")
_COUNTERS = alternation("counter", "person", "household")
_PER_HEAD = patterns.compile(
    rf"每((?:[十百千万亿]+|\d+)(?:{_COUNTERS}|个)?(?:常住|户籍)?(?:人口|老年人|老人|儿童|学生|居民|人|平方公里|公里|亩|户|床))"
)


def per_of(indicator: str) -> str | None:
    """年 of 培训数量（每年）, 千人口 of 每千人口拥有…托位数; None if the name says no such thing.

    >>> per_of("培训数量（每年）"), per_of("每千人口拥有3岁以下婴幼儿托位数"), per_of("老年人月探访率")
    ('年', '千人口', None)
    """
    match = _PER_HEAD.search(indicator) or _PER_TIME.search(indicator)
    return match[1] if match else None


def indicator_of(layout: Layout, row: int) -> str:
    """What a row of indicators is of: 毛入园率 of 1.毛入园率（%）. A part (其中：农村) is named by the row it is of where it says
    only of whom, and a label that stands in several rows by the group before it."""
    measured = bare_name(measured_label(layout, row))
    name = bare_name(layout.name(row))
    if measured and measured != name:  # 占比（%） | 客渡
        return measured if is_dash(name) else f"{measured}（{name}）"
    part = name.removeprefix(_PART).lstrip("：:")
    if is_part(name) and part:
        whole = next((w for r in range(row - 1, -1, -1) if not is_part(w := bare_name(layout.name(r)))), "")
        return part if not whole or part.endswith(words("ending", "measure")) else f"{whole}（{part}）"
    labels = layout.labels(row)
    again = sum(layout.name(other) == labels[-1] for other in layout.rows()) > 1 if len(labels) > 1 else False
    return f"{bare_name(labels[-2])}{name}" if again else name


def is_part(label: str) -> bool:
    """其中：农村: whether a row is a part of one above it."""
    return label.startswith(_PART)


_PART = "其中"


def measured_label(layout: Layout, row: int) -> str:
    """What a row measures, where 指标 stands over it and another label behind that says of which part; else its innermost label."""
    named = [j for j in layout.label_columns if layout.columns[j].meaning == "indicator"]
    cell = layout.grid[row][named[-1]] if named else None
    return cell.text if cell and cell.text else layout.name(row)


def bare_name(label: str) -> str:
    """A label without the number of its point, its unit and how many there are to be: 入园率 of （1）入园率（%）, 新建驿站 of
    新建驿站20处."""
    unit = unit_in_name(label)
    bare = label[: -len(unit) - 2] if unit else label
    number = next((i + 1 for i, c in enumerate(bare) if c in ".．、)）"), 0) if item_number(bare) else 0
    return _without_count(bare[number:].strip())


def _without_count(name: str) -> str:
    """新建驿站 of 新建驿站20处: what stands before a number that ends a name; 15分钟, 5类 and 招生计划的50% say no more."""
    last = next(reversed(quantities(name)), None)
    before = name[: last.start] if last and last.unit and last.end == len(name) else ""
    words_ = lex(before, (), ())
    return before if len(before) > 1 and words_[-1].kind in _NAMING else name


_NAMING = ("noun", "measure", "make", "verb", "up")


def unit_in_name(name: str) -> str | None:
    """% of 覆盖率（%）, 万元/人 of 劳动生产率（万元/人）; none of 培训数量（每年） and 覆盖面（含试点）."""
    last = name[name.rfind("（") + 1 : -1] if name.endswith("）") else ""
    if last.startswith(_OF_ONE) and last.endswith(_MANY):  # 死亡率（1/10万）
        return last
    unit = heading_unit(name)
    known = unit and not unit.startswith("每") and ("/" in fold(unit) or is_units(unit) or unit in _LETTERS)
    return unit if known else None


# A letter is a unit in a bracket alone: 板高（m）.
_LETTERS = frozenset("mth")
_OF_ONE, _MANY = ("1/", "/"), ("百", "千", "万", "百万")


def unit_said(indicator: str, value: float, texts: list[str]) -> str | None:
    """The unit that the notice's own words give this number where they name the same thing.

    The same thing: the last four characters of the indicator stand shortly before the number.
    """
    tail = without_round(fold(indicator))[-3:]
    for text in texts:
        if tail not in text:
            continue
        for found in quantities(text):
            before = text[max(0, found.start - 16) : found.number_start]
            if found.value == value and tail in before and found.dimension == "count":
                return found.unit
    return None


def unit_of_noun(indicator: str) -> str | None:
    """The measure word of a counted noun: 个 of …托位数, 张 of …床位数."""
    bare = without_round(indicator)
    endings = {row[0]: row[1] for row in lexicons.rows("counted_nouns")}
    found = max((noun for noun in endings if bare.endswith(noun)), key=len, default=None)
    return endings[found] if found else None
