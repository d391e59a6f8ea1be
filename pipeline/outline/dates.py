"""The day a line of a title block gives: `2021年6月3日`, `二〇二一年六月三日`, `2026.4.8`, as printed or as scanned."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.times import Day, to_int, unparted_day
from pipeline.outline.body_names import is_body_name

_NULL = "〇○零OoＯ０0"
_YEAR = rf"(?P<y>[12l二一][\d{_NULL}lI一二三四五六七八九]{{3}})"
_MONTH = r"(?P<m>[\dOolI]{1,2}|[一二三四五六七八九十〇]{1,2}|元)"
_DAY = r"(?P<d>[\dOolI]{1,2}|[一二三四五六七八九十〇廿卅]{1,3})"
_DATE = rf"{_YEAR}(?:年{_MONTH}月{_DAY}[日曰号]|(?P<by>[-./]){_MONTH}(?P=by){_DAY}日?|年{_MONTH}-{_DAY}日?)"
# The same without names, for patterns of more than a date.
DATE_PATTERN = patterns.sub(r"\(\?P<\w+>", "(?:", _DATE.replace("(?P=by)", "[-./]"))
_ALONE = patterns.compile(
    rf"^[（(]?(?:[—-]{{1,2}})?{_DATE}(?:\d{{1,2}}时|印[发制]|发布|公布|颁布)?[）)]?(?:（此件[^（）]{{0,12}}）)?$"
)
# 二〇二六年四月 under a name is a date without its day.
_MONTH_ALONE = patterns.compile(rf"^{_YEAR}年{_MONTH}月$")
# （2026年1月27日在某省第十四届人民代表大会第四次会议上）: when a report was given.
_SPOKEN = patterns.compile(rf"^[（(]?[—-]{{0,2}}{_DATE}(?=在[^，。；]{{2,60}}[上）)]).{{0,60}}$")
# What a line that begins with a year begins with, and where such a year may end.
_BEGINS, _PARTS = tuple("（(【[—-12l二一"), frozenset("年-./")
# （2019年8月12日某市人民政府令第19号公布 自2019年8月20日起施行）: how a regulation came to be, under its title.
# Who passed it or made it known may be said first: （某局2022年3月1日印发，某发〔2022〕9号）, （某市政府第90次常务会议通过 1998年2月6日某市政府令第68号发布）.
_ADOPTED = patterns.compile(
    rf"^[（(【\[](?:\p{{Han}}[^。，；（）]{{3,60}}?(?:通过|批准|同意)[，、；]?|[\p{{Han}}、]{{3,60}}?(?={DATE_PATTERN}(?:以|联合|印发|发布|公布)))?{_DATE}(?![前止内])(?=[^。]{{0,120}}(?:通过|公布|发布|颁布|印发|批准|修订|修正))[^。]{{0,400}}[）)】\]]$"
)
_PUBLIC = patterns.compile(rf"{_DATE}(?=[^，；。\d]*(?:第?\d{{1,5}}号)?(?:公布|发布|颁布))")
# 2021年2月1日某省第十三届人民代表大会第四次会议通过, 2014年12月20日某市人民政府令第60号发布: the same without brackets.
_PASSED = patterns.compile(
    rf"^{_DATE}(?![前止内])(?=(?:\p{{Han}}{{4,40}}|[\p{{Han}}\d]{{4,40}}会议\p{{Han}}{{0,8}})(?:通过|批准)$|[^，]{{0,40}}(?:令|〔)[^，]{{0,20}}(?:公布|发布|颁布)(?:$|，))(?:(?!关于)[\p{{Han}}\d〔〕])+(?:，[^。，；《》]{{4,80}}(?:修正|修订|修改|施行))*$"
)
# 1990年3月10日，某部, （某部 1990年3月10日）, 一九九〇年三月十日某部颁布: a day and whose the text is, as collections print
# them under a title.
_BY_BODY = patterns.compile(
    rf"^(?P<open>[（(])?{_DATE}，?(?![前止内起以后至])(?P<body>\p{{Han}}{{2,30}}?)(?:颁[布发]|[发公]布|印发|制定)?(?(open)[）)])$|^[（(](?P<body>\p{{Han}}{{2,40}}?)，?{_DATE}[）)]$"
)
# （某办公室 2010年）, （某局 2024年2月）: the same where no day is said.
_OF_BODY = patterns.compile(rf"^[（(](?P<body>\p{{Han}}{{2,40}}?){_YEAR}年(?:{_MONTH}月)?[）)]$")
_AT_END = patterns.compile(rf"{_DATE}$")
_LAST_OF_DATE = frozenset("日曰号OolI一二三四五六七八九十〇廿卅")
_BEHIND_TEXT = patterns.compile(rf"(?<=[。！]){_DATE}(?=$|附[：件]|(?<=[一二三四五六七八九十]日)关于)")
# 某市人民政府办公室2024年3月2日印发: the office that printed it, and when (GB/T 9704: 版记).
_PRINTED = patterns.compile(rf"\p{{Han}}{_DATE}(?:印发|印制|印)$")
_SAYS_PRINTED = ("印发", "印制", "印")
# What looks like a date and may be none that is understood.
_LIKE_DATE = patterns.compile(
    rf"^[（(]?[\d{_NULL}lI一二三四五六七八九×xX*]{{2,4}}年.{{0,4}}月[^前底起内末]{{0,4}}[）)]?$|^\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,3}}$"
)
_DIGITS = str.maketrans(dict.fromkeys(_NULL, "0") | {"l": "1", "I": "1"})
_LONGEST = 40
# Who made it known and when, in the bracket below a title.
_OPENING, _LONGEST_LEAD, _MADE_KNOWN = ("（", "("), 80, ("印发", "发布", "公布", "颁布")
# However many sign in one line, they say nothing.
_SAID = patterns.compile(r"[，。；：！？]")


class Dated(NamedTuple):
    """An ISO day (or month, where no calendar has the day or none is said), text[start:end] that says it."""

    day: str
    start: int
    end: int


def text_to_date(text: str) -> str | None:
    """`2021年6月3日`, `二〇二一年六月三日`, `2026.4.8`, `2025年l2月3日` of a scan → ISO date; None if text is no date.

    Of a day that no calendar has (6月31日) the month is kept.
    """
    found = line_to_date(text)
    return found.day if found else None


# A line is asked by each that may take it for a part of a table, of a head or of a signature.
@lru_cache(maxsize=4096)
def line_to_date(text: str) -> Dated | None:
    """The date that a line gives and nothing else, or the day a report was given or a regulation made."""
    if not _begins_with_year(text):
        return None
    for form in (_ALONE, _SPOKEN, _ADOPTED, _PASSED):
        if match := form.match(text):
            return (form is _ADOPTED and _made_public(text)) or _dated(match)
    match = _BY_BODY.match(text)
    return _dated(match) if match and is_body_name(match["body"]) else None


def _begins_with_year(text: str) -> bool:
    """Whether a text may begin with a year, behind a bracket and two dashes at most, or behind who passed it: most texts are
    known not to by their letters."""
    if text[:1] not in _BEGINS:
        return False
    is_made_known = text[:1] in _OPENING and (
        text[-2:-1] in _LAST_OF_DATE or any(word in text[:_LONGEST_LEAD] for word in _MADE_KNOWN)
    )
    return not _PARTS.isdisjoint(text[4:8]) or "会议" in text[:_LONGEST] or is_made_known


def dated_by(text: str) -> tuple[int, int] | None:
    """Where the name stands in a line that says a day and whose the text is: `1990年3月10日，某部`; None if it is none. What
    a congress passed is whose its title says, and perhaps of its committee, in the line below."""
    match = (_BY_BODY.match(text) or _OF_BODY.match(text)) if text[:1] in _BEGINS else None
    is_whose = match and is_body_name(match["body"]) and not match["body"].endswith("届人民代表大会")
    return match.span("body") if match and is_whose else None


def _made_public(text: str) -> Dated | None:
    """The day an order makes a regulation public, of a line that also says when it was passed: the paper is of that day."""
    made, _, _ = text.partition("修")
    return next((_dated(match) for match in _PUBLIC.finditer(made)), None)


def is_spoken(text: str) -> bool:
    """Whether a line says when a report was given: ——2026年1月27日在某省第十四届人民代表大会第四次会议上."""
    return _begins_with_year(text) and _SPOKEN.match(text) is not None


def is_made_public(text: str) -> bool:
    """Whether such a line says when the paper was made public: 2014年12月20日某市人民政府令第60号发布, below one that says when it
    was passed."""
    return _made_public(text) is not None


def is_history(text: str) -> bool:
    """Whether a line says under a title how a regulation came to be, or when a report was given: （2020年5月1日…通过）."""
    return _ALONE.match(text) is None and bool(
        _SPOKEN.match(text) or _ADOPTED.match(text) or _PASSED.match(text) or _BY_BODY.match(text)
    )


def signed_date(text: str) -> Dated | None:
    """The date at the end of a line that begins with the name of who signs: `某市民政局2024年3月1日`."""
    if text[-1:] not in _LAST_OF_DATE and not text[-1:].isdecimal():
        return None
    match = _AT_END.search(text) if len(text) <= _LONGEST + 20 or not _SAID.search(text) else None
    return _dated(match) if match and match.start() >= 2 else None


def closing_date(text: str) -> Dated | None:
    """The day behind the last sentence of a paragraph: …作出更大贡献。二〇〇五年二月七日附：甲办法."""
    match = _BEHIND_TEXT.search(text)
    return _dated(match) if match else None


def printed_date(text: str) -> Dated | None:
    """The day a notice was printed, of the line at its foot that says by whom; the day it is of where no other is said."""
    match = _PRINTED.search(text) if len(text) <= _LONGEST + 20 and text.endswith(_SAYS_PRINTED) else None
    return _dated(match) if match else None


def is_printing(text: str) -> bool:
    """Whether a line is the day of printing and no more: 2024年3月2日印发, below the name of who printed it."""
    return text.endswith(("印发", "印制")) and line_to_date(text) is not None


def day_signed(text: str) -> str | None:
    """The day of a line that is one only below who signs: `2016年9月` as `2016-09`, `20240305`; of one that says whose it is
    in brackets also the year alone; None if text is more or less."""
    if text.isascii() and text.isdecimal():
        return unparted_day(text)
    match = _MONTH_ALONE.match(text) or (_OF_BODY.match(text) if dated_by(text) else None)
    of_year = _number(match["y"]) if match else None
    said = _number(match["m"]) if match and match["m"] else None
    if said is None:
        return f"{of_year:04}" if of_year and match and not match["m"] else None
    return f"{of_year:04}-{said:02}" if of_year and 1 <= said <= 12 else None


def is_like_date(text: str) -> bool:
    """Whether a line looks as dates do, understood or not."""
    return bool(_LIKE_DATE.match(text))


def _dated(match: patterns.Match) -> Dated | None:
    groups = match.capturesdict()
    year, month, day = (_number(groups[name][0]) for name in ("y", "m", "d"))
    if year is None or month is None or day is None or not 1 <= month <= 12 or not 1900 <= year <= 2200:
        return None
    said = f"{year:04}-{month:02}" + (f"-{day:02}" if Day(year, month, day).is_real else "")
    start = match.start("y")
    return Dated(
        said,
        start,
        max(match.end("d"), start) + match.string[match.end("d") :].startswith(("日", "曰", "号")),
    )


def _number(printed: str) -> int | None:
    if printed == "元":
        return 1
    printed = printed.replace("廿", "二十").replace("卅", "三十")
    plain = printed.translate(_DIGITS)
    return int(plain) if plain.isdecimal() else to_int(printed.translate(_DIGITS).replace("0", "〇"))
