"""Which passages are the title block of a notice: title, 文号, recipients, signatures (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.model import Passage, PassageRole, TitleBlock
from pipeline.outline.collected import beginnings
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_block import read_block
from pipeline.outline.title_words import (
    BRACKETED,
    DATE,
    DISCLOSURE,
    ENDS_IN_AMBIGUOUS,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    RED_HEAD,
    STOP,
    WHOLE,
    without_date,
)

_LONGEST_TITLE_LINE, _LONGEST_SIGNATURE = 90, 40
_HEAD = 24


def mark_title_block(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], TitleBlock]:
    """Passages with their roles in the title block set, and the block read from them."""
    marked = list(passages)
    head = _head(marked)
    for i in head:
        marked[i] = replace(marked[i], role=_head_role(marked[i].text))
    title = _title_run(marked, head)
    for i in title:
        marked[i] = replace(marked[i], role="title")
    _mark_recipients(marked, title[-1] + 1 if title else 0)
    _mark_signatures(marked)
    block = read_block(marked, title)
    _mark_subject(marked, block)
    return tuple(marked), block


def _head(passages: Sequence[Passage]) -> list[int]:
    """Indexes of the passages above the text: until an addressee, a point or a sentence.

    What stands above the first title of a collection is the end of another text.
    """
    head: list[int] = []
    first = next((begun.index for begun in beginnings(passages)), 0)
    for i, passage in enumerate(passages[first : first + _HEAD * 2], first):
        if passage.role == "furniture":
            continue
        field = text_to_field(passage.text)
        mark = text_to_mark(passage.text)
        if (
            field is None
            and not (i < first + 3 and _is_titled_point(passages, i))
            and not NO_ADDRESSEE.match(passage.text)
            and (passage.text.endswith("：") or STOP.search(passage.text) or (mark and mark.style.rank > 2))
        ):
            break
        head.append(i)
        if len(head) >= _HEAD:
            break
    return head


def _is_titled_point(passages: Sequence[Passage], i: int) -> bool:
    shown = [p for p in passages[i : i + 6] if p.role != "furniture"]
    return text_to_mark(passages[i].text) is not None and _begins_title(shown[:4])


def _begins_title(passages: Sequence[Passage]) -> bool:
    """A collection numbers the titles of its notices: `4. …关于印发…的通知（2023年5月10日）`."""
    text = ""
    for passage in passages:
        text += without_date(passage.text)
        if patterns.search(r"[。：；]", text):
            return False
        if "关于" in text and WHOLE.search(text):
            return True
    return False


def _head_role(text: str) -> PassageRole:
    if (
        text_to_field(text)
        or text.rstrip("：") in ("正文", "基本信息", "正文内容", "政策全文", "政策原文", "文件全文")
        or NO_ADDRESSEE.match(text)
        or patterns.match(r"^[A-Z]{2,8}[-—]?\d{4}[-—]?\d{3,8}$", text)  # 统一登记号
    ):
        return "furniture"
    number = NUMBERED.pattern.search(text)
    if number and number.end() - number.start() >= len(text) - 4:
        return "doc_number"
    if DATE.match(text):
        return "written_date"
    if DISCLOSURE.match(text):
        return "disclosure"
    return "body"


def _title_run(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """Indexes of the passages that together are the title; the first whole run that ends in a 文种."""
    lines = [i for i in head if passages[i].role == "body" and len(passages[i].text) <= _LONGEST_TITLE_LINE]
    lines = [i for i in lines if not RED_HEAD.search(passages[i].text)]
    # A collection names the place above the number of its notice: `（三）某省`, `1.某省…关于印发…的通知`.
    numbered = [
        n for n, i in enumerate(lines) if "关于" in passages[i].text and _is_titled_point(passages, i)
    ]
    for start in range(numbered[0] if numbered else 0, len(lines)):
        run = _run_from(passages, lines[start:])
        if run:
            return run
    return lines[:1]


def _run_from(passages: Sequence[Passage], lines: Sequence[int]) -> list[int]:
    text = ""
    for n, i in enumerate(lines):
        text += without_date(passages[i].text)
        following = passages[lines[n + 1]].text if n + 1 < len(lines) else ""
        if not ENDS_IN_TYPE.search(text) or _goes_on(text, without_date(following)):
            continue
        return [*lines[: n + 1], *([lines[n + 1]] if BRACKETED.match(following) else [])]
    return []


def _goes_on(text: str, following: str) -> bool:
    """`某市促进国四排放标准` above `老旧货车报废更新实施细则`: 标准 ends the line, not the title."""
    if not ENDS_IN_TYPE.search(text + following) or WHOLE.search(text):
        return False
    if "关于" in text:
        return True
    return (
        bool(following)
        and bool(ENDS_IN_AMBIGUOUS.search(text))
        and "关于" not in following
        and following[:2] != text[:2]
        and not BRACKETED.match(following)
    )


def _mark_recipients(passages: list[Passage], start: int) -> None:
    below = [i for i in range(start, len(passages)) if passages[i].role != "furniture"]
    for i in below[:6]:
        text = passages[i].text
        if passages[i].role == "body" and text.endswith("：") and not STOP.search(text) and len(text) < 400:
            named = not patterns.search(r"如下：$|以下", text) and not NO_ADDRESSEE.match(text)
            if text_to_mark(text) is None and named:
                passages[i] = replace(passages[i], role="recipients")
            return
        if passages[i].role == "body":
            return


def _mark_signatures(passages: list[Passage]) -> None:
    """The issuers' names right above a line that is a date, and what is said of disclosure."""
    for i, passage in enumerate(passages):
        if passage.role != "body" or passage.annex:
            continue
        if DISCLOSURE.match(passage.text):
            passages[i] = replace(passage, role="disclosure")
        elif DATE.match(passage.text):
            passages[i] = replace(passage, role="written_date")
            for j in range(i - 1, -1, -1):
                if not _is_signature(passages[j]):
                    break
                passages[j] = replace(passages[j], role="signature")


def _is_signature(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.role == "body"
        and 3 <= len(text) <= _LONGEST_SIGNATURE
        and not patterns.search(r"[，。；：！？、]", text)
        and text_to_mark(text) is None
    )


def _mark_subject(passages: list[Passage], block: TitleBlock) -> None:
    """The 方案 issued has its title once more where its text begins."""
    if not block.subject_title:
        return
    subject = patterns.sub(r"[《》“”（）\s]", "", block.subject_title)
    for i, passage in enumerate(passages):
        words = patterns.sub(r"[《》“”（）\s]", "", passage.text)
        if passage.role == "body" and words == subject:
            passages[i] = replace(passage, role="title")
