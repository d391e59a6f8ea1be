"""The box of `名：值` lines that web pages, catalogues and programs print above a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.labels import LABEL
from pipeline.language.names import is_agency, is_collective
from pipeline.model import Passage
from pipeline.outline.box_days import box_day

_FIELDS = {row[0]: row[1] for row in lexicons.rows("metadata_keys")}
_KEYS = lexicons.alternation("metadata_keys")
# Of a box printed as a table; shorter names head tables, too.
_LONG_KEYS = "|".join(
    key for key in lexicons.words("metadata_keys") if len(key) > 2 or key in ("文号", "标题")
)
_LINE = patterns.compile(
    rf"^[-*·●■◆▪◇]?(?:\d{{1,2}}[.、](?=[\[【]))?(?|({_KEYS})：\|?|({_LONG_KEYS})\|(?=[^|]*$)|({_KEYS})\|(?=$)|[\[【〔]({_KEYS})[\]】〕]：?)(.*)$"
)
_NO_COLON = patterns.compile(rf"^({_LONG_KEYS}|标题|名称)(.+)$")
# A key that no list holds: a short word, or a word of a program, before a colon (`详情页链接：`, `corpus_id：`).
_ANY_KEY = patterns.compile(
    r"^[-*·]?(?:\d{1,2}[.、](?=[\[【〔]))?(?|(?P<key>\p{Han}{2,8}|[A-Za-z][\w.-]{1,30})：|[\[【〔](?P<key>\p{Han}{2,8})[\]】〕]：?)(?P<value>.*)$"
)
_FURTHEST_COLON, _FURTHEST_BRACKET, _OPENINGS = 33, 4, frozenset("[【〔")  # 12.[文种分类]其他
_OF_PROGRAM = patterns.compile(
    r"^[A-Za-z][\w.-]*：|^[\[【〔]\p{Han}{2,8}[\]】〕]：?[\x21-\x7e]+$|：https?：//\S+$"
)
_ADDRESS = patterns.compile(r"^(?:https?：//|www\.)\S+$")
_LONGEST_VALUE = 200
_TAIL = 12
# Every such line begins with one of these; most lines of a notice do not.
_BEGIN = frozenset("-*·●■◆▪◇[【〔0123456789标") | {key[0] for key in _FIELDS}


@lru_cache(maxsize=4096)
def text_to_field(text: str) -> tuple[str, int] | None:
    """(field the line fills or `-`, where its value starts), None if text is no such line."""
    if text[:1] not in _BEGIN:
        return None
    if match := _LINE.match(text):
        # 字号：大 中 小 is said of the page, 【字号】某发〔2023〕5号 of the paper.
        of_paper = _FIELDS[match[1]] == "page" and line_to_number(match[2])
        return "doc_number" if of_paper else _FIELDS[match[1]], match.start(2)
    # 文件编号某发〔2023〕5号, 索引号0123-5/2017: the colon is lost, and the value says itself what it is.
    match = _NO_COLON.match(text)
    is_value = _SAYS_ITSELF.get(_FIELDS[match[1]]) if match else None
    return (_FIELDS[match[1]], match.start(2)) if match and is_value and is_value(match[2]) else None


def _is_day(text: str) -> bool:
    return box_day(text) is not None or text == "暂无"


_TITLE = rf".*(?:关于|印发|转发).*(?:{lexicons.alternation('document_types')})"
# A registration number, another paper's title, how high a paper stands, whether it is in force.
_VALUE = (
    rf"[\dA-Za-z/_-]*\d[\dA-Za-z/_-]*|{_TITLE}|\p{{Han}}{{0,8}}(?:规范性文件|工作文件|规章|法规|法律|司法解释)"
    r"|(?:现行|部分|全部)?(?:有效|失效|废止|修改)|已(?:被)?(?:修改|修订|废止|失效)|尚未(?:生效|施行)"
)
_WHOLE_TITLE = patterns.compile(_TITLE)
_SAYS_ITSELF: Mapping[str, Callable[[str], object]] = {
    "doc_number": line_to_number,
    "issuer": is_agency,
    "title": _WHOLE_TITLE.fullmatch,
    **dict.fromkeys(("-", "of_law", "status"), patterns.compile(_VALUE).fullmatch),
    **dict.fromkeys(("written_date", "published", "effective_date", "expires_date"), _is_day),
}


def begins_with_key(word: str) -> bool:
    """Whether a word is the name of a field, or one with its value behind it."""
    return is_key(word) or _NO_COLON.match(word) is not None


def is_key(text: str) -> bool:
    """Whether words are the name of a field and nothing else: a cell of a box printed as a table."""
    return text.rstrip("：:") in _FIELDS


@lru_cache(maxsize=4096)
def key_alone(text: str) -> str | None:
    """The field that a line fills whose value stands in the next one (`发文字号：`), None if text is no such line."""
    field = text_to_field(text)
    return field[0] if field and field[1] == len(text) else None


def is_key_line(text: str) -> bool:
    """Whether a line could be one of a box: a known key, or any short word before a colon, with a value.

    Whoever is addressed before a colon (`各区人民政府：`) is no key.
    """
    if text_to_field(text):
        return True
    match = _any_key(text)
    # 【图解】一图读懂《甲条例》: the column a title stands in.
    if match and match["key"].endswith(("解读", "图解", "问答")) and "《" in match["value"]:
        return False
    if match is None or not match["value"] or len(match["value"]) > _LONGEST_VALUE or "。" in text:
        return False
    # 【政策文件】甲局关于乙的意见: the column stands in the line of the title.
    if text[0] in _OPENINGS and _WHOLE_TITLE.fullmatch(match["value"]):
        return False
    return not (is_agency(match["key"]) or is_collective(match["key"]))


def _any_key(text: str) -> patterns.Match | None:
    """A line whose key no list holds; most lines have neither a colon where such a key may end nor begin with a bracket."""
    may_be = "：" in text[:_FURTHEST_COLON] or not _OPENINGS.isdisjoint(text[:_FURTHEST_BRACKET])
    return _ANY_KEY.match(text) if may_be else None


def box_lines(texts: Sequence[str]) -> frozenset[int]:
    """Which of the lines above a notice are lines of a box: those with a known key, those of a program, in a run with
    them or with each other those with any other key, and between two of them a key that has no value (登记日期：)."""
    known = [bool(text_to_field(text) or _OF_PROGRAM.search(text) or _ADDRESS.match(text)) for text in texts]
    found: set[int] = set()
    run: list[int] = []
    for i in range(len(texts) + 1):
        if i < len(texts) and (known[i] or is_key_line(texts[i]) or _is_empty_between(texts, known, i)):
            run.append(i)
            continue
        if any(known[k] for k in run) or len(run) > 1:
            found.update(run)
        run = []
    return frozenset(found)


def _is_empty_between(texts: Sequence[str], known: Sequence[bool], i: int) -> bool:
    match = _any_key(texts[i]) if known[max(i - 1, 0)] and any(known[i + 1 : i + 2]) else None
    return match is not None and not (
        match["value"] or is_agency(match["key"]) or is_collective(match["key"])
    )


def tail_of_box(passages: Sequence[Passage], start: int) -> list[int]:
    """Indexes of the lines of a box that is printed below the text: two or more with known keys among the last.

    牵头单位：… below a point tells who does it.
    """
    last = range(max(start, len(passages) - _TAIL), len(passages))
    shown = [i for i in last if passages[i].role == "body" and not LABEL.match(passages[i].text)]
    known = [i for i in shown if text_to_field(passages[i].text)]
    return known if len(known) > 1 else []


def box_values(passages: Sequence[Passage]) -> dict[str, str]:
    """What the `名：值` lines above the notice say: title, doc_number, written_date, issuer, effective_date …"""
    box: dict[str, str] = {}
    for meaning, value in _fields(passages):
        # Of two days of publication the upper is the site's, the lower that of the paper.
        if meaning == "published" or meaning not in box:
            box[meaning] = value
    return box


def box_statuses(passages: Sequence[Passage]) -> tuple[str, ...]:
    """What the box says of the notice's force: `现行有效`, `已废止`, `2025-12-31`."""
    return tuple(value for meaning, value in _fields(passages) if meaning in ("status", "expires_date"))


def _fields(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for passage in passages:
        if passage.role == "furniture" and (field := text_to_field(passage.text)):
            # title: "甲市某方案" of the front matter of Markdown; 发文日期: | 2023-07-03 | | of a row of a table.
            value = passage.text[field[1] :].strip("\"'|")
            if value:
                yield field[0], value
