"""What a cell looks like: numbers, values, dashes, years, item numbers, units, total labels."""

# Long: what a cell may look like is told in one place.
from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.numbers import LONGEST, SPACES
from pipeline.language.value_cells import is_units, value_cell
from pipeline.language.words import alternation

# A space counts only between Latin letters or figures; elsewhere it comes from letter-spacing,
# justification or a line end, none of which separates words in Chinese.
_IDLE_SPACE = patterns.compile(r"(?<![0-9A-Za-z.,%\s])\s+|\s+(?![0-9A-Za-z\s])")
# 2 0 2 5 年: every character by itself, figures too, which only letter-spacing does.
_LETTER_SPACED = patterns.compile(r"\s*(?:\S\s+)+\p{Han}(?:\s+\S)*\s*")
_NUMBER = patterns.compile(
    rf"[-−－﹣+＋]?(?:\d{{1,3}}(?:[,，{SPACES}]\d{{3}})+|\d{{1,{LONGEST}}})(?:[.．]\d{{1,{LONGEST}}})?"
)
_NO_SPACES = str.maketrans("", "", SPACES + ",，+＋")
_DASHES = frozenset("-—–－─―‐‑﹣/／\\")
_NONE = "无"  # said for a dash: 无 beside figures is no word
_RULE = patterns.compile(r"[:：|]?[-—─=_]{3,}[:：|]?")
_BEFORE_YEAR = "到至"
_YEAR = patterns.compile(rf"[{_BEFORE_YEAR}]?((?:19|20)\d{{2}})(?:年)?(?:年?底|末)?")
_ANY_YEAR = patterns.compile(r"(?<!\d)((?:19|20)\d{2})(?=\s*年|$|[-—/])")
_ITEM = patterns.compile(r"(?:[(（]\s*(\d{1,3})\s*[)）]|(\d{1,3})\s*[.．、](?!\d))")
_MOST_DIGITS = 4  # of a serial number
_UNIT_LINE = patterns.compile(
    r"(?:(?P<of>\p{Han}{2})?单位|(?P<measured>\p{Han}{2}))[:：]\s*(?P<unit>[^\s()（）]{1,12})"
)
_OF_MEASURE = (None, "计量", "金额", "数量", "货币")
_FIRST_UNIT = "、，,/·每"
_NATURES = ("约束性", "预期性", "指导性", "约束", "预期")
_TIME = patterns.compile(r"\d+[年月日]")
_TOTAL = patterns.compile(
    rf"(?:全[省市州区县镇乡国]|各[省市区县]|本[页表省市州区县镇乡]|[省市州区县镇乡总])?\s*"
    rf"(?:{alternation('includes', 'sum')}|总数|累计|汇总|小计|合\s*计)(?:数)?(?:[(（].*[)）])?[:：]?"
)
_SAYS_TOTAL = patterns.compile(rf"(?:小计|{alternation('includes', 'sum')})(?:金额|数|数量)?[)）：:]*$")
_OUTLINE_NUMBER = patterns.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
# What a star beside names says is one too: *为省级任务, *号表示续建.
_NOTE = patterns.compile(
    r"(?:备注|注|说明|附注|※|\*)\s*\d?\s*[:：.、]|^※|^注\s*\d|\*+\s*号?(?:[不均]?[为指系含]|表示|代表|包括)"
)
_PAGE_NUMBER = patterns.compile(
    r"[-—–－·\s第]*(?!0+\b)\d{1,4}\s*(?:页)?(?:[/／共]\s*\d{1,4}\s*页?)?[-—–－·\s]*"
    r"|[^，。：:见]+第\s*\d{1,4}\s*页(?:[,，/／\s]*共\s*\d{1,4}\s*页)?"  # 建设计划表 第4页
)


def fold(text: str) -> str:
    """Compatibility forms (full-width figures, ％, ＞) as plain ones: for comparing only."""
    return unicodedata.normalize("NFKC", text)


@lru_cache(65536)
def squeeze(text: str) -> str:
    """Printed text without the spaces and line ends that mean nothing in Chinese.

    >>> squeeze("村 级 互 助养 老点 (个)"), squeeze("15   29")
    ('村级互助养老点(个)', '15 29')
    """
    if _LETTER_SPACED.fullmatch(text):
        return "".join(text.split())
    kept = _IDLE_SPACE.sub("", text.strip())
    return " ".join(filter(None, kept.split(" "))) if "  " in kept else kept


@lru_cache(65536)
def number(text: str) -> Decimal | None:
    """The value of a cell that is a bare number, as it takes part in sums; None otherwise."""
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(fold(text.translate(_NO_SPACES)).translate(_NO_SPACES).replace("−", "-"))


@lru_cache(65536)
def decimals(text: str) -> int:
    """Digits printed behind the point."""
    behind = fold(text).partition(".")[2]
    return len(behind) - len(behind.lstrip("0123456789"))


@lru_cache(65536)
def is_dash(text: str) -> bool:
    """Not applicable: a value of its own, neither zero nor empty."""
    return text == _NONE or (text != "" and _DASHES.issuperset(text))


def is_rule(text: str) -> bool:
    """A drawn line (`------`), left over from a table of characters."""
    return bool(_RULE.fullmatch(text))


def is_value(text: str) -> bool:
    """A quantity as cells hold it: 90%, 34.7%, >70%, ≥4.5, 0.82, 500人次; or a length of time or year as such: 2025年."""
    return value_cell(text) is not None or (not text.isalpha() and bool(_TIME.fullmatch(fold(text))))


def is_nature(text: str) -> bool:
    """约束性 or 预期性, the nature of an indicator."""
    return text in _NATURES


@lru_cache(65536)
def year(text: str) -> int | None:
    """The year of a heading that is nothing else: 2020年, 到2025年, 2019."""
    if not (text[:1].isdigit() or text[:1] in _BEFORE_YEAR):
        return None
    match = _YEAR.fullmatch(fold(text))
    return int(match[1]) if match else None


def are_times(texts: Sequence[str]) -> bool:
    """Times of one kind, one after another, as headings name them: 1月, 2月, 3月.

    >>> are_times(["1月", "2月"]), are_times(["6月", "6月"]), are_times(["12月"])
    (True, False, False)
    """
    folded = [fold(text) for text in texts]
    alike = len({text[-1:] for text in folded}) == 1 and len(set(folded)) == len(folded)
    return len(folded) > 1 and alike and all(map(_TIME.fullmatch, folded))


def year_within(text: str) -> int | None:
    """The only year named in a heading: 2021年拟建数; None where there is none or a range."""
    if text.isalpha():  # Most headings are words alone.
        return None
    years = {int(y) for y in _ANY_YEAR.findall(fold(text))}
    return years.pop() if len(years) == 1 else None


def item_number(text: str) -> int | None:
    """3 of `3.应配置…` or `（3）…`."""
    match = _ITEM.match(fold(text))
    return int(match[1] or match[2]) if match else None


def serial_number(text: str) -> int | None:
    """7 of a cell that is nothing but the number of its row: 7, 07, 7., （7）.

    >>> serial_number("07"), serial_number("（7）"), serial_number("7号")
    (7, 7, None)
    """
    bare = fold(text).strip("().、")
    return int(bare) if bare.isdecimal() and len(bare) <= _MOST_DIGITS and int(bare) else None


def unit_line(text: str) -> str | None:
    """万元 of `单位：万元` and of `金额：万元`; 编制单位 is a body, whatever stands behind it.

    >>> unit_line("编制单位：统计科 金额单位：元/年"), unit_line("任务分解表单位：万亩、万株"), unit_line("填报单位：县林业局")
    ('元/年', '万亩、万株', None)
    >>> unit_line("面积：万亩"), unit_line("电话：23345")
    ('万亩', None)
    """
    for match in _UNIT_LINE.finditer(text):
        first = next((i for i, char in enumerate(match["unit"]) if char in _FIRST_UNIT), None)
        said = match["measured"] is None and match["of"] in _OF_MEASURE
        if said or is_units(match["unit"][:first]):
            return match["unit"]
    return None


def is_total(text: str) -> bool:
    return bool(_TOTAL.fullmatch(text))


def says_total(text: str) -> bool:
    """Whether a label says that its row is a sum, of whatever: 东部片区小计, 新建项目合计, 乡镇（小计）.

    >>> says_total("东部片区小计"), says_total("合计："), says_total("统计局")
    (True, True, False)
    """
    return bool(_SAYS_TOTAL.search(squeeze(text)))


def of_total(text: str) -> str:
    """What a label says that it is the sum of: 东部片区 of 东部片区合计; "" where it is none or of all."""
    match = _SAYS_TOTAL.search(squeeze(text))
    return squeeze(text)[: match.start()] if match else ""


def is_subtotal(text: str) -> bool:
    """小计, 东部片区小计, 本页合计: the sum of some rows."""
    return ("小计" in text and says_total(text)) or (text.startswith("本页") and is_total(text))


def is_outline_number(text: str) -> bool:
    """一、 or （二） by itself, the number of a section."""
    return bool(_OUTLINE_NUMBER.fullmatch(text))


def is_note(text: str) -> bool:
    return bool(_NOTE.match(text))


def is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text))
