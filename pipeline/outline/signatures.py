"""Which passages are signatures: the issuers' names above a day or beside it (GB/T 9704: 发文机关署名, 成文日期)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.words import words
from pipeline.model import Passage, PassageRole
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import (
    DATE_PATTERN,
    day_signed,
    is_history,
    is_like_date,
    line_to_date,
    printed_date,
    signed_date,
    text_to_date,
)
from pipeline.outline.metadata import is_key
from pipeline.outline.name_parts import name_parts
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import DISCLOSURE, ENDS_IN_TYPE, PERSON, RED_HEAD, SIGNED, TYPES

_LONGEST_SIGNATURE, _FURTHEST_PAGE_MARK, _LONGEST_PAGE_NUMBER, _SHORTEST = 60, 40, 3, 3
_FEWEST_FIGURES, _MOST_FIGURES = 6, 8
# What closes a letter above the name: 特此通知, 此公告, 此致; which of a series it is: 第15期; the name of a table: 表1 甲局.
_CLOSING = patterns.compile(
    rf"(?:总?第)?\d{{1,5}}[期号]|[附]?[表图]\s?[\d一二三四五六七八九十]|特此|此(?:[复布令致告函据]|{TYPES})|本(?:{TYPES})|妥否|以上"
)


# What begins a sentence whose stop was lost, and no name.
_SAYS = (*words("source"), "请", "望", "现将", "现就", "现予", "为了", "联系")
# …自印发之日起施行, …同时废止; the name of a table.
_ENDS_SENTENCE = ("施行", "实施", "执行", "废止", "办理", "遵照", "落实", "表")
_FORMULA = patterns.compile(rf"(?:特此|此)(?:[复布令致告函]|函[复告达]|{TYPES})[。！]?$")
# 日期：2024年3月5日 below who signs.
_LABELLED_DAY = patterns.compile(rf"^(?:落款|印发|发文|签发|成文)?(?:日期|时间)：{DATE_PATTERN}$")


def mark(passages: list[Passage], indexes: Sequence[int], role: PassageRole) -> None:
    """Gives the passages at the indexes a role."""
    for i in indexes:
        passages[i] = passages[i]._replace(role=role)


def mark_signatures(passages: list[Passage], head: Sequence[int]) -> None:
    """The issuers' names right above a line that is a date or before it in one line, and what is said of disclosure; who
    signs above the head signs the end of another text."""
    begins = min(head, default=0)
    for i, passage in enumerate(passages):
        if i < begins or passage.role not in ("body", "written_date") or passage.annex:
            continue
        if DISCLOSURE.match(passage.text):
            mark(passages, [i], "disclosure")
        elif _is_date(passages, i):
            mark(passages, [i], "written_date")
            if not is_history(passage.text):  # Above that stands a title, and nobody who signs.
                _mark_above(passages, i)
        elif (
            SIGNED.search(passage.text)
            and _is_signature(passage)
            and is_body_name(SIGNED.sub("", passage.text))
        ):
            mark(passages, [i], "signature")
        elif (dated := signed_date(passage.text)) and _is_signed(passage.text[: dated.start]):
            mark(passages, [i], "signature")
            _mark_above(passages, i)
        elif _closes(passages, i):
            mark(passages, [i], "signature")
        elif is_like_date(passage.text) and _is_below_title(passages, i):
            mark(passages, [i], "written_date")  # 2021年12月 on the first page of a plan
        elif i and _is_like_day(passage.text) and is_body_name(SIGNED.sub("", passages[i - 1].text)):
            _mark_above(passages, i)
    mark(passages, _of_page(passages, head), "furniture")


def _of_page(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """`某局 2022年12月6日`, `2022-12-06` above a text that is signed below: who put up the page, and when."""
    below = [p for p in passages[max(head, default=-1) + 1 :] if not p.annex]
    is_signed = any(p.role == "signature" for p in below)
    # A day of its own above the text is the page's only where one stands with the signature.
    is_dated = is_signed and any(
        _says_day(p) or (p.role == "signature" and signed_date(p.text)) for p in below
    )
    signed = [i for i in head if passages[i].role == "signature" and signed_date(passages[i].text)]
    return [*(signed if is_signed else ()), *(i for i in head if is_dated and _says_day(passages[i]))]


def _says_day(passage: Passage) -> bool:
    """Whether a line is a day and no more: no history of a regulation, no name beside it."""
    text = passage.text
    return passage.role == "written_date" and text_to_date(text) is not None and not is_history(text)


def _mark_above(passages: list[Passage], i: int) -> None:
    for j in range(i - 1, -1, -1):
        # A page may end between the names and the day.
        if passages[j].role == "furniture" and i - j <= _FURTHEST_PAGE_MARK:
            continue
        # So it may with its number alone, and the next one begin with the red head.
        if RED_HEAD.search(passages[j].text) or _is_number_between(passages, j):
            mark(passages, [j], "furniture")
            continue
        if passages[j].role != "signature" and not _is_signature(passages[j]):
            break
        mark(passages, [j], "signature")


def _is_number_between(passages: Sequence[Passage], i: int) -> bool:
    """Whether a line is but a number, and a name stands right above it."""
    text = passages[i].text
    is_number = text.isdecimal() and len(text) <= _LONGEST_PAGE_NUMBER
    return is_number and i > 0 and _is_signature(passages[i - 1])


def _is_like_day(text: str) -> bool:
    """Whether a line is where the day stands, though nobody can say which: 2023112 may be of January or of November."""
    is_number = text.isdecimal() and _FEWEST_FIGURES <= len(text) <= _MOST_FIGURES
    return is_like_date(text) or (is_number and text.startswith(("19", "20")))


def _is_below_title(passages: Sequence[Passage], i: int) -> bool:
    """Whether a line stands right below the title, or below who made the plan that it names."""
    above = passages[max(i - 2, 0) : i]
    if above[1:] and above[1].role == "furniture" and is_body_name(above[1].text):
        above = above[:1]
    return above[-1:] != [] and above[-1].role == "title"


def _closes(passages: Sequence[Passage], i: int) -> bool:
    """Whether a name alone ends a letter that has no day: below 特此通知 and the list of its annexes, or below its last sentence."""
    above = None
    for j in range(i - 1, -1, -1):
        if passages[j].role != "furniture":
            above = passages[j]
            if not above.text.startswith(("附件：", "附：")):
                break
    below = next((p for p in passages[i + 1 :] if p.role != "furniture"), None)
    if above is None or above.role != "body":
        return False
    said = _FORMULA.match(above.text) or (below is None and patterns.search("。$", above.text))
    return bool(said) and is_body_name(passages[i].text) and _is_signature(passages[i])


def _is_date(passages: Sequence[Passage], i: int) -> bool:
    if line_to_date(passages[i].text):
        return True
    above = passages[i - 1].text if i else ""
    # 日期：2026年1月12日 as the last words of a paper nobody signs.
    is_last = all(p.role == "furniture" for p in passages[i + 1 :])
    if is_last and "年" in passages[i].text and _LABELLED_DAY.match(passages[i].text):
        return True
    return (
        bool(day_signed(passages[i].text) or _LABELLED_DAY.match(passages[i].text))
        and is_body_name(SIGNED.sub("", above))
        and _is_signature(passages[i - 1])
    )


def _is_signed(text: str) -> bool:
    """Whether what stands before a date is the name of who signs, or of several parted by 、; 一、按照某局 2024年… is a point."""
    if len(text) < _SHORTEST or patterns.search(r"[，。；：！？]", text) or text_to_mark(text) is not None:
        return False
    return is_body_name(SIGNED.sub("", text)) and not any(word in text for word in words("source"))


def _is_signature(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.role == "body"
        and len(text) >= 3
        and (not patterns.search(r"[，。；：！？、]", text) or bool(PERSON.match(text)) or _are_names(text))
        and not (_CLOSING.match(text) or "关于" in text or ENDS_IN_TYPE.search(text))
        and not ("《" in text or text.startswith(_SAYS) or text.endswith(_ENDS_SENTENCE))
        and printed_date(text) is None
        and text_to_mark(text) is None
        and not is_key(text)  # 发布机构 above its value and the day of a box.
        # Last, for it looks at every letter of a paragraph.
        and (
            len(text) <= _LONGEST_SIGNATURE or _are_names(text) or len(name_parts(passage, 0, len(text))) > 2
        )
    )


def _are_names(text: str) -> bool:
    """甲局、乙局 signing in one line. A sentence that happens to end in a body (…。（责任单位：甲局、乙局）某市人民政府) is none."""
    if patterns.search(r"[，。；：！？]", text):
        return False
    return all(is_body_name(SIGNED.sub("", name)) for name in patterns.split("、", text)) and "、" in text
