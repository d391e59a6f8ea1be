"""The title blocks in the passages of a file: 文号, title, recipients, and the day the notice is signed with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.notice_heads import is_addressed, text_to_number
from pipeline.model import Passage, Span
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import line_to_date, printed_date, signed_date
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import (
    BRACKETED,
    DATE_SUFFIX,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    NUMBERED_HEAD,
    RED_HEAD,
    STOP,
    ends_as_title,
    without_date,
)

LONGEST_LINE, MOST_LINES, SHORTEST_TITLE = 90, 6, 10
# What a notice does with its matter; a plan or a list has none of these in its title.
DOES = patterns.compile(r"关于|印发|转发|批转|公布|发布")
_NO_TITLE = patterns.compile(r"[。：；，]")
# 主送：各区民政局: how a form names those whom it is sent to.
_SENT_TO = ("主送：", "主送机关：", "主送单位：")


class Masthead(NamedTuple):
    """The title block in `passages[first : last + 1]`, and what it has besides the title."""

    first: int
    last: int
    title: str
    span: Span
    number: str = ""
    is_dated: bool = False
    has_recipients: bool = False


def mastheads(passages: Sequence[Passage]) -> tuple[Masthead, ...]:
    """The title blocks that have more than a title, in their order."""
    shown = [i for i, passage in enumerate(passages) if passage.role != "furniture"]
    found: list[Masthead] = []
    for n, i in enumerate(shown):
        if found and i <= found[-1].last:
            continue
        made = _order(passages, shown[n : n + 2])
        if made is None and ends_as_title(passages[i].text):
            made = _masthead(passages, shown, n)
        if made:
            found.append(made)
    return tuple(found)


def _order(passages: Sequence[Passage], two: Sequence[int]) -> Masthead | None:
    """The head of an order, a 公告 or minutes, which is the body's name and a number: `某市人民政府令`, `第61号`."""
    if len(two) < 2 or not NUMBERED_HEAD.match(head := passages[two[0]].text):
        return None
    number = line_to_number(head + passages[two[1]].text)
    return Masthead(two[0], two[1], number.text, passages[two[0]].span(), number.text) if number else None


def _masthead(passages: Sequence[Passage], shown: Sequence[int], end: int) -> Masthead | None:
    """The block whose title ends in the passage `shown[end]`."""
    lines = _title_lines(passages, shown, end)
    if lines is None:
        return None
    words = "".join(without_date(passages[i].text) for i in lines)
    mark = text_to_mark(words)
    title = words[mark.length if mark else 0 :]
    above = list(_above(passages, shown[: end - len(lines) + 1]))
    last, number, is_dated, has_recipients = _below(passages, shown[end + 1 : end + 1 + MOST_LINES])
    number = next((said for i in above if (said := text_to_number(passages[i].text))), number)
    is_dated = is_dated or DATE_SUFFIX.search(passages[lines[-1]].text) is not None
    if not (number or has_recipients):
        return None
    first = min([*above, lines[0]])
    span = Span(passages[lines[0]].span().start, passages[lines[-1]].span().end)
    return Masthead(first, max(last, lines[-1]), title, span, number, is_dated, has_recipients)


def _title_lines(passages: Sequence[Passage], shown: Sequence[int], end: int) -> list[int] | None:
    """The passages of a title, back to the one that says 关于 or 印发, and the body's name above that."""
    lines: list[int] = []
    for n in range(end, max(end - MOST_LINES, -1), -1):
        text = passages[shown[n]].text
        if len(text) > LONGEST_LINE or _NO_TITLE.search(text) or _is_element(text):
            break
        lines.insert(0, shown[n])
        if (does := DOES.search(text)) or text_to_mark(text):
            if does and does.start() == 0 and n and _is_issuer(passages[shown[n - 1]].text):
                lines.insert(0, shown[n - 1])
            break
    title = "".join(without_date(passages[i].text) for i in lines)
    whole = DOES.search(title) and ENDS_IN_TYPE.search(title) and len(title) >= SHORTEST_TITLE
    return lines if whole else None


def _is_element(text: str) -> bool:
    """Whether it is another element of a title block, or of what stands above one."""
    return bool(
        text_to_number(text)
        or RED_HEAD.search(text)
        or line_to_date(text)
        or NO_ADDRESSEE.match(text)
        or text_to_field(text)
    )


def _is_issuer(text: str) -> bool:
    return not _is_element(text) and is_body_name(text) and not _NO_TITLE.search(text)


def _above(passages: Sequence[Passage], shown: Sequence[int]) -> Iterator[int]:
    """The 文号 and the red head right above a title."""
    for i in reversed(shown[-3:]):
        if not (text_to_number(passages[i].text) or RED_HEAD.search(passages[i].text)):
            return
        yield i


def _below(passages: Sequence[Passage], following: Sequence[int]) -> tuple[int, str, bool, bool]:
    """(last passage, 文号, whether there is a date, whether there are recipients) of what stands below a title."""
    last, number, is_dated = -1, "", False
    for i in following:
        text = passages[i].text
        field = text_to_field(text)
        if said := text_to_number(text[field[1] :] if field else text):
            number = number or said
        elif is_signed_day(text):
            is_dated = True
        elif is_recipients(text):
            return i, number, is_dated, True
        elif field is None and not BRACKETED.match(text):
            break
        last = i
    return last, number, is_dated, False


def is_recipients(text: str) -> bool:
    """`各县（区）人民政府，市政府各部门：`; not 主要任务如下：."""
    return bool(sent_to(text)) or (
        is_addressed(text) and not (STOP.search(text) or text_to_mark(text) or NO_ADDRESSEE.match(text))
    )


def sent_to(text: str) -> int:
    """How many letters of a line say that those behind them are addressed: 主送：各区民政局; 0 where none do."""
    return next((len(word) for word in _SENT_TO if text.startswith(word) and text != word), 0)


def is_signed_day(text: str) -> bool:
    """`2023年3月1日` alone or behind the issuer's name, as a notice is signed."""
    return bool(line_to_date(text) or signed_date(text) or printed_date(text))
