"""What a table column holds, by its heading: the words are data (lexicons/headings.tsv), years and agencies grammar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from pipeline import lexicons
from pipeline.language.brackets import without_round
from pipeline.language.cells import serial_number, year, year_within
from pipeline.language.labels import heading_role

NAME_MEANINGS = (
    "row_number",
    "label",
    "category",
    "indicator",
    "task",
)  # of columns that say which row it is
AGENCY_MEANINGS = ("agency", "lead_agency", "support_agency")
_BY_ROLE = {"lead": "lead_agency", "support": "support_agency", "other": "agency", "": ""}


@cache
def heading_words() -> dict[str, str]:
    """Heading word (brackets half-width) → meaning."""
    return {_plain(row[0]): row[1] for row in lexicons.rows("headings")}


@cache
def _longest() -> int:
    return max(map(len, heading_words()))


def _plain(text: str) -> str:
    return text.replace("（", "(").replace("）", ")")


@cache
def meaning(heading: str) -> str:
    """What a column with this heading holds; "" if no word of the lexicon ends it.

    >>> meaning("承建镇街"), meaning("2025年"), meaning("社区个数(个)"), meaning("某某")
    ('label', 'year_value', 'value', '')
    """
    words = heading_words()
    whole = _plain(heading)
    bare = without_round(whole) if "(" in whole else whole
    if year(bare):
        return "year_value"
    for text in (whole, bare):
        if text in words:
            return words[text]
    if agency := agency_meaning(whole) or (agency_meaning(bare) if bare != whole else ""):
        return agency
    endings = (bare[i:] for i in range(max(1, len(bare) - _longest()), len(bare) - 1))
    found = next((words[e] for e in endings if e in words), "")
    return found or ("value" if year_within(bare) else "")


def ends_name(upper: str, lower: str) -> bool:
    """The end of a heading that names rows, on a line of its own.

    >>> ends_name("镇街", "名称"), ends_name("镇街", "东镇"), ends_name("床位", "数量")
    (True, False, False)
    """
    return (
        lower in heading_words()
        and meaning(lower) in ("label", "")
        and meaning(upper + lower) in NAME_MEANINGS
    )


def agency_meaning(heading: str) -> str:
    """Whose column this is by the grammar of labels (牵头处室, 协办单位); "" where it is none of an agency."""
    return _BY_ROLE[heading_role(heading)]


_LONGEST_HEADING = 12  # of the 250 of the lexicon the longest has 8
_LONGEST_PART = 4  # of a heading that a narrow column breaks: 牵头 | 单位
_MOST_PARTS = 3
_NO_HEADING = frozenset("，。；：、？！,;:")


def heading_lines(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines [start, end) of each heading where headings stand one a line, from the first line on.

    >>> heading_lines(["序号", "重点任务", "牵头", "单位", "1"])
    [(0, 1), (1, 2), (2, 4)]
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines) and (end := _heading_end(lines, at)):
        found.append((at, end))
        at = end
    return found


def split_headings(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lines of each heading where all lines are headings, one of no lexicon on a line of its own."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        found += [(at + a, at + b) for a, b in heading_lines(lines[at:]) or [(0, 1)]]
        at = found[-1][1]
    return found


def heading_size(lines: Sequence[str]) -> int:
    """How many lines headings take that stand one a line: all known ones from the first on, or, where the first is 序号,
    up to the row numbered 1 if most of them are known.

    >>> heading_size(["序号", "任务", "成果样式", "牵头单位", "配合单位", "1", "修桥"])
    5
    """
    known = heading_lines(lines)
    if len(known) > 1 and meaning(lines[0]) == "deadline" and _is_time(lines[known[-1][0]]):
        known = known[:-1]  # 完成时限 | 序号 | 任务 | 责任单位 over 2026年上半年 | 1: the first cell
    used = known[-1][1] if known else 0
    one = next((n for n, line in enumerate(lines) if serial_number(line) == 1), 0)
    if (
        not used
        or meaning(lines[0]) != "row_number"
        or one <= used
        or not all(map(may_be_heading, lines[:one]))
    ):
        return used
    return one if sum(bool(meaning(line)) for line in lines[:one]) * 2 > one else used


def _is_time(heading: str) -> bool:
    """A year in it, and no word of headings, gives it a meaning."""
    return meaning(heading) in ("value", "year_value") and bool(year_within(heading))


def _heading_end(lines: Sequence[str], at: int) -> int:
    """Where the heading that begins at this line ends; 0 if none begins there."""
    for end in range(min(at + _MOST_PARTS, len(lines)), at + 1, -1):
        parts = lines[at:end]
        joined = _plain("".join(parts))
        halves = len(parts) == 2 and parts[0] not in heading_words() and not agency_meaning(parts[1])
        known = joined in heading_words() or (halves and agency_meaning(joined))
        if all(len(part) <= _LONGEST_PART for part in parts) and known:
            return end
    text = lines[at]
    return at + 1 if may_be_heading(text) and meaning(text) else 0


def are_of_levels(headings: Iterable[str]) -> bool:
    """One of the headings stands over others and over no column of its own: 其中.

    >>> are_of_levels(["街道", "培训人次", "其中", "企业职工"]), are_of_levels(["街道", "培训人次"])
    (True, False)
    """
    return any(heading.strip(" ：:") == _PARTS_BELOW for heading in headings)


_PARTS_BELOW = "其中"
_CONTINUED = ("续表", "续上表", "续上页", "续页", "接上页", "接上表", "上接")
_COUNTS = frozenset("一二三四五六七八九十0123456789）)")
_LONGEST_CONTINUED = 14


def is_continued(line: str) -> bool:
    """续表, （接上页）: what stands above the rest of a table on a new page."""
    return len(line) <= _LONGEST_CONTINUED and line.lstrip("（(").startswith(_CONTINUED)


def names_continued(title: str) -> bool:
    """建设计划表（续表）, 建设计划表（续一）: the title of the rest of a table."""
    _, mark, rest = title.replace("(", "（").rpartition("（续")
    return any(word in title for word in _CONTINUED) or (bool(mark) and _COUNTS.issuperset(rest))


@lru_cache(maxsize=4096)
def may_be_heading(line: str) -> bool:
    """Short and without punctuation, as headings are, but for what a bracket at the end says: 社会消费品零售总额（亿元）."""
    bare = (without_round(line) if line.endswith(("）", ")")) else "") or line
    return len(bare) <= _LONGEST_HEADING and is_unpunctuated(bare)


def is_unpunctuated(line: str) -> bool:
    """Words that no comma or stop parts, and no number alone."""
    return bool(line) and _NO_HEADING.isdisjoint(line) and not line.isdecimal()


def path_meaning(path: Sequence[str]) -> str:
    """The meaning of a column: of its lowest heading that has one; what stands over others names no rows.

    >>> path_meaning(("现有", "床位数")), path_meaning(("镇街",)), path_meaning(("农村地区", "新建"))
    ('value', 'label', '')
    """
    told = ((meaning(heading), lower) for lower, heading in enumerate(reversed(path)))
    return next((m for m, lower in told if m and not (lower and m == "label")), "")
