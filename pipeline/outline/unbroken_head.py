"""The head of a text whose line ends were lost: where its box, its number, its title and its addressees end."""

# Long: what may stand in a head is asked in one order.

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.bodies import PLACE
from pipeline.language.doc_numbers import DOC_NUMBER, line_to_number
from pipeline.language.notice_heads import is_addressed
from pipeline.language.words import words
from pipeline.outline.body_names import is_body_name
from pipeline.outline.metadata import text_to_field
from pipeline.outline.title_words import HEAD_OF_NAME, SUFFIX, TYPES

_KEYS = lexicons.alternation("metadata_keys")
_LONG_KEYS = "|".join(key for key in lexicons.words("metadata_keys") if len(key) > 3)
_HEAD, _LONGEST_NAMES, _LONGEST_VALUE, _MOST_ELEMENTS, _LEAST_LETTERS = 900, 200, 300, 12, 3
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 160
DAY = r"(?:\d{4}|[〇○零二][〇○零一二三四五六七八九]{3})年.{1,2}月.{1,3}日"
_HELD = r"《(?:[^《》]|《[^《》]*》)*》|“[^“”]*”|〈[^〈〉]*〉"
_SERIAL = r"第(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,7})号"
# 某市人民政府令（第19号）, 某部公告2023年第12号, 某贸函2026年第322号: whose agency code is a body's name, or has no bracket.
_OTHER_NUMBER = rf"\p{{Han}}{{2,40}}?(?:令|公告|通告|函|字|发)(?:[（(]?{_SERIAL}[）)]?|[〔（(]?(?:19|20)\d\d年?[〕）)]?第?\d{{1,5}}号)"
# 为贯彻… opens a text; 补贴标准为A类500元, 为每人50元 tells what something is.
_IN_ORDER_TO = r"(?<!标准)为(?!民|主|每|人民币|\d(?!\d{3}年))"
# What stands below a title, or what its text begins with: no title goes on so.
_BEHIND_TITLE = (
    rf"(?=$|[\p{{Han}}A-Z]{{1,14}}[〔\[（(]\s?(?:19|20)\d\d|各|（?{DAY}|{_IN_ORDER_TO}|根据|按照|经|现|第[一1][章条部]|一、|（一）|1[.、]|目录|前言|总则"
    rf"|{_OTHER_NUMBER}|#?Page\d|[^，。；：]{{2,60}}?(?:、|，|：))"
)
TITLE = patterns.compile(
    rf"(?:关于|印发|转发|公布|发布)(?:{_HELD}|[^。；：《》“”]){{1,130}}?(?:的(?:补充|紧急|若干|暂行|专项)?(?:{TYPES})|(?<=》)(?:的?(?:{TYPES}))){SUFFIX}(?!的|说明|[》”）\"\]】〕]){_BEHIND_TITLE}"
)
# What a text begins with whose title says only what it is.
_BEGINS_TEXT = (
    rf"{_IN_ORDER_TO}|根据|按照|依据|第[一1][章条部]|[一1][、.]|（[一1]）|总则|目录|前言|序号|序言|本|以习近平|党的|随着|当前|目前|近年|深入|全面|坚持|——|（{DAY}|各|《|20\d\d年"
    rf"|{_OTHER_NUMBER}"
)
_NAMED = rf"(?:{_HELD}|[^，。；：《》“”]){{1,60}}?(?:{TYPES}){SUFFIX}"
NAMED_TITLE = patterns.compile(rf"{_NAMED}(?={_BEGINS_TEXT})")
# 甲省儿童健康行动计划 | 儿童健康是…，制定本计划: what the text calls itself tells where its title ends.
_PLACED_TITLE = patterns.compile(
    rf"{PLACE}[^，。；：《》“”]{{1,60}}?(?P<type>{TYPES}){SUFFIX}(?![的》”、，和与及]|.{{0,8}}(?:{TYPES}))"
)
_FILE = patterns.compile(r"文\s?件(?=\p{Han}{1,14}[〔\[（(]\s?(?:19|20)\d\d)")
# What the value of a key in a box is, where it ends in nothing.
_BOUNDED = (
    rf"{DAY}(?:[至到]{DAY})?|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}[至到]\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:\d{{1,2}}[：:]\d{{2}}(?:[：:]\d{{2}})?)?|(?:现行)?有效|(?:已)?(?:失效|废止)|{DOC_NUMBER}|〔〕号"
    r"|https?：//[\x21-\x7e：，？（）；]+"
)
_VALUE = patterns.compile(rf"{_BOUNDED}|\d{{1,7}}(?!\d|年|月)|CLI(?:\.\d+)+")
# A short name may be the end of a longer word, but for a day or an address behind it.
_KEY = patterns.compile(
    rf"(?|(?<!\p{{Han}})(?P<name>{_KEYS})：|(?P<name>{_LONG_KEYS})：|[\[【](?P<name>{_KEYS})[\]】]：?|(?P<name>{_KEYS})：(?={_BOUNDED}))"
)
_YES = patterns.compile(r"[是否](?=\p{Han})")
_TYPE = patterns.compile(rf"(?:{TYPES}){SUFFIX}")
_ABOUT = patterns.compile("关于|印发")
# What the first sentence of a text begins with, and the marks around the name of another paper.
_BEGIN_SENTENCES, _MARKS = (
    (*words("source"), "为了", "为贯彻", "为落实"),
    (("《", "》"), ("〈", "〉"), ("<", ">")),
)
# What is known by itself between a box and a text, wherever it stands.
_ELEMENT = patterns.compile(
    rf"正文(?:内容)?|附(?:件|表)[\d一二三四五六七八九十]{{0,2}}：?(?=[\p{{Han}}《]{{4}})|#?Page\d+[：:]|[A-Z]{{2,8}}[-—]?\d{{4}}[-—]?\d{{3,8}}"
    rf"|（{DAY}(?:[^（）]{{0,200}}(?:通过|公布|发布|批准|修[正订]|印发|施行)[^（）]{{0,200}})?）|{DAY}(?![，、]|\p{{Han}}{{0,2}}来源：|\p{{Han}}{{1,2}}[，。）]|在[^，。；：]{{4,60}}[上）])"
)
_NUMBER = patterns.compile(rf"[（(]?(?P<number>{DOC_NUMBER}|{_OTHER_NUMBER})[）)]?")
_ADDRESSEE = patterns.compile(r"[^。；！？：]{2,300}：")


def head_cuts(text: str, whole: bool, gaps: Collection[int]) -> Iterator[int]:
    """Where in a text without blanks its lines end round the box, the red head, the number, the title, the addressees;
    `gaps` are the places where a blank stood, `whole` says that no line end is left in it."""
    at = yield from _box_cuts(text, whole)
    title = ""
    for _ in range(_MOST_ELEMENTS):
        end = _element_end(text, at)
        if end is None and title and text.startswith(title, at):
            end = at + len(title)
        elif end is None and not title:
            end = _title_end(text, at, gaps)
            title = text[at:end] if end else ""
        if end is None:
            break
        at = end
        yield at
    addressee = _ADDRESSEE.match(text, at)
    if addressee and is_addressed(addressee[0]):
        yield addressee.end()


def _box_cuts(text: str, whole: bool) -> Generator[int, None, int]:
    """Round the fields of a box; gives back where it ends."""
    keys = [key for key in _KEY.finditer(text[:_HEAD]) if "。" not in text[: key.start()]]
    # A box that still has some of its line ends begins the text.
    if not keys or not (whole or keys[0].start() == 0):
        return 0
    ends = _box_end(text, keys)
    if len(keys) < 2 and (ends is None or keys[0].start()):
        return 0
    yield from (key.start() for key in keys)
    if ends is not None:
        yield ends
    return ends if ends is not None else keys[-1].start()


def _box_end(text: str, keys: Sequence[patterns.Match]) -> int | None:
    """Where the value of the last field ends: what it is says so, or what stands below is said in another field."""
    last = keys[-1].end()
    begins = text.find("正文", last, last + _LONGEST_VALUE)
    if begins >= 0 and "。" not in text[last:begins]:
        return begins
    fields = [(key["name"], text[key.end() : after]) for key, after in _with_ends(keys)]
    if value := _VALUE.match(text, last):
        return value.end()
    if _meaning(fields[-1][0]) == "status" and (value := _YES.match(text, last)):
        return value.end()
    said = [value for key, value in fields if value and _meaning(key) == "title"]
    again = next((at for value in said if (at := _find_unquoted(text, value, last)) >= 0), None)
    return again if again is not None else _named_below(text, last, fields)


def _find_unquoted(text: str, value: str, start: int) -> int:
    """Where a title stands again, and is not spoken of as 内容概述：《某办法》于2017年修改 does; -1 if nowhere near."""
    found = patterns.search(rf"(?<![《〈“]){patterns.escape(value)}", text[start : start + _LONGEST_VALUE])
    return start + found.start() if found else -1


def _with_ends(keys: Sequence[patterns.Match]) -> Iterator[tuple[patterns.Match, int]]:
    starts = [key.start() for key in keys[1:]]
    yield from zip(keys, [*starts, keys[-1].end()], strict=True)


def _named_below(text: str, last: int, fields: Sequence[tuple[str, str]]) -> int | None:
    """Where the name of the issuer, or its beginning, stands before 关于."""
    about = _ABOUT.search(text, last, last + _LONGEST_VALUE)
    stop = about.start() if about else min(len(text), last + _LONGEST_NAMES)
    for issuer in (value for key, value in fields if _meaning(key) == "issuer"):
        for n in range(len(issuer), _LEAST_LETTERS - 1, -1):
            if (at := text.rfind(issuer[:n], last, stop)) >= 0:
                # 各区县人民政府，市政府各工作部门： are who it is sent to.
                return at if about or not is_addressed(text[last : text.find("：", at) + 1]) else None
    return None


def _meaning(key: str) -> str:
    field = text_to_field(f"{key}：")
    return field[0] if field else ""


def _element_end(text: str, at: int) -> int | None:
    """Where what begins here ends, if it is known by itself: a number, a day, 正文, a red head, a field with its value."""
    if (red := _FILE.search(text, at, at + _LONGEST_NAMES)) and is_body_name(text[at : red.start()]):
        return red.end()
    if found := _ELEMENT.match(text, at):
        return found.end()
    number = _NUMBER.match(text, at)
    if number and line_to_number(number["number"]) and not _holds_title(text, at, number.end()):
        return number.end()
    if (key := _KEY.match(text, at)) and (value := _VALUE.match(text, key.end())):
        return value.end()
    return None


def _holds_title(text: str, start: int, end: int) -> bool:
    """`甲市招生办法甲市人民政府令（第19号）`: the title stands before the order."""
    title = NAMED_TITLE.match(text, start, end)
    return title is not None and HEAD_OF_NAME.match(text[title.end() : end]) is not None


def _title_end(text: str, at: int, gaps: Collection[int]) -> int | None:
    """Where the title that begins here ends; no sentence begins one (根据《甲通知》…), and none ends inside the marks of another
    (《甲意见 | 乙》的通知)."""
    if text.startswith(_BEGIN_SENTENCES, at):
        return None
    end = _title_or_quoted_end(text, at, gaps)
    is_inside = end is not None and any(
        text.count(opening, at, end) > text.count(closing, at, end) for opening, closing in _MARKS
    )
    return None if is_inside else end


def _title_or_quoted_end(text: str, at: int, gaps: Collection[int]) -> int | None:
    """Where what may be a title ends: at what stands below titles, at a blank, or as the text calls itself."""
    if twice := _end_of_first_printing(text, at):
        return twice
    if title := TITLE.search(text, at, at + _HEAD):
        # No issuer's name has a stop, or says what somebody did (某会听取了某政府关于…).
        return None if patterns.search(r"[。；：了]", text[at : title.start()]) else title.end()
    if title := NAMED_TITLE.match(text, at, at + _HEAD):
        return title.end()
    if (end := _end_at_gap(text, at, gaps)) is not None:
        return end
    title = _PLACED_TITLE.match(text, at, at + _HEAD)
    return (
        title.end()
        if title
        and patterns.search(rf"(?<![基根成样资原])本\p{{Han}}{{0,4}}{title['type']}", text[title.end() :])
        else None
    )


def _end_at_gap(text: str, at: int, gaps: Collection[int]) -> int | None:
    """Where a title ends that a blank stands behind."""
    for match in _TYPE.finditer(text, at + 1, at + _LONGEST_TITLE):
        if patterns.search("[，。；：]", text[at : match.end()]):
            return None
        if match.end() in gaps and match.end() - at >= _SHORTEST_TITLE:
            return match.end()
    return None


def _end_of_first_printing(text: str, at: int) -> int | None:
    """Where a title ends that is printed once more right behind."""
    for match in _TYPE.finditer(text, at + _SHORTEST_TITLE, at + _LONGEST_TITLE):
        if text.startswith(text[at : match.end()], match.end()):
            return match.end()
    return None
