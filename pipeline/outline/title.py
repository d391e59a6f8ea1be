"""Which passages are the title block of a notice: title, 文号, recipients, signatures (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.bodies import is_agency, is_collective
from pipeline.language.names import split_names
from pipeline.model import Passage, PassageRole, TitleBlock
from pipeline.outline.dates import is_like_date, line_to_date, month_alone, signed_date
from pipeline.outline.head import head_lines, head_roles
from pipeline.outline.metadata import box_values, tail_of_box
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.red_head import red_head_lines
from pipeline.outline.title_block import TitleLines, read_block
from pipeline.outline.title_run import repeats, squeezed, title_run
from pipeline.outline.title_words import (
    DISCLOSURE,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    NUMBERED_HEAD,
    PERSON,
    SIGNED,
    STOP,
    bare_title,
    is_body_name,
)

_LONGEST_SIGNATURE = 60
_LONGEST_ADDRESS = 600
# Below a title stand number, date and what a page says of them, then the addressees.
_MOST_BETWEEN = 8
_PUT_INTO_FORCE = patterns.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》.*(?:公布|发布|通过|施行)")
_LINES_OF_ORDER = 40


def mark_title_block(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], TitleBlock]:
    """Passages with their roles in the title block set, and the block read from them."""
    marked = list(passages)
    head = head_lines(marked)
    for i, role in head_roles(marked, head).items():
        _mark(marked, [i], role)
    _mark(marked, tail_of_box(marked, max(head, default=0) + 1), "furniture")
    red = red_head_lines(marked, head)
    names = [marked[i] for i in red]
    _mark(marked, red, "furniture")
    title = title_run(marked, head, box_values(marked).get("title", ""))
    if not _is_title(marked, title) or NUMBERED_HEAD.match("".join(marked[i].text for i in title)):
        title = _ordered_title(marked) or title
    _mark(marked, title, "title")
    again = list(repeats(marked, head, title)) if title else []
    _mark(marked, again, "title")
    _mark_recipients(marked, max([*title, *again, *_numbers(marked, head)], default=-1) + 1)
    _mark_signatures(marked)
    block = read_block(marked, TitleLines(title, tuple(names)))
    _mark_subject(marked, block)
    return tuple(marked), block


def _mark(passages: list[Passage], indexes: Sequence[int], role: PassageRole) -> None:
    for i in indexes:
        passages[i] = replace(passages[i], role=role)


def _numbers(passages: Sequence[Passage], head: Sequence[int]) -> Iterator[int]:
    return (i for i in head if passages[i].role in ("doc_number", "written_date"))


def _is_title(passages: Sequence[Passage], title: Sequence[int]) -> bool:
    return bool(ENDS_IN_TYPE.search("".join(bare_title(passages[i].text) for i in title)))


def _ordered_title(passages: Sequence[Passage]) -> list[int]:
    """The title of what an order or a 公告 puts into force, where it stands below it: 《甲办法》已经…通过，现予公布."""
    texts = ((i, _PUT_INTO_FORCE.search(p.text)) for i, p in enumerate(passages[:_LINES_OF_ORDER]))
    at, said = next(((i, match) for i, match in texts if match), (0, None))
    wanted = squeezed(said["title"]) if said else ""
    below = range(at + 1, min(at + _LINES_OF_ORDER, len(passages)))
    for i in below:
        run: list[int] = []
        text = ""
        for k in range(i, min(i + 5, len(passages))):
            run, text = [*run, k], text + squeezed(passages[k].text)
            if wanted and text == wanted:
                return run
    return []


def _mark_recipients(passages: list[Passage], start: int) -> None:
    """The line of addressees under the title: it ends in a colon, or is a list of bodies and nothing else."""
    below = [i for i in range(start, len(passages)) if passages[i].role != "furniture"]
    for i in below[:_MOST_BETWEEN]:
        text = passages[i].text
        if passages[i].role != "body":
            continue
        if text.endswith("：") and not STOP.search(text) and len(text) < _LONGEST_ADDRESS:
            named = not patterns.search(r"如下：$|以下", text) and not NO_ADDRESSEE.match(text)
            if text_to_mark(text) is None and named:
                _mark(passages, [i], "recipients")
        elif _is_list_of_addressees(text):
            _mark(passages, [i], "recipients")
        return


def _is_list_of_addressees(text: str) -> bool:
    if not 4 <= len(text) < _LONGEST_ADDRESS or patterns.search(r"[。；：]", text) or text_to_mark(text):
        return False
    names = [name for name, _, _ in split_names(text)]
    return any(is_collective(name) for name in names) and all(is_agency(name) for name in names)


def _mark_signatures(passages: list[Passage]) -> None:
    """The issuers' names right above a line that is a date or before it in one line, and what is said of disclosure."""
    for i, passage in enumerate(passages):
        if passage.role not in ("body", "written_date") or passage.annex:
            continue
        if DISCLOSURE.match(passage.text):
            _mark(passages, [i], "disclosure")
        elif _is_date(passages, i):
            _mark(passages, [i], "written_date")
            _mark_above(passages, i)
        elif (
            SIGNED.search(passage.text)
            and _is_signature(passage)
            and is_body_name(SIGNED.sub("", passage.text))
        ):
            _mark(passages, [i], "signature")
        elif (dated := signed_date(passage.text)) and _is_signed(passage.text[: dated.start]):
            _mark(passages, [i], "signature")
            _mark_above(passages, i)
        elif i and is_like_date(passage.text) and is_body_name(SIGNED.sub("", passages[i - 1].text)):
            _mark_above(passages, i)


def _mark_above(passages: list[Passage], i: int) -> None:
    for j in range(i - 1, -1, -1):
        if passages[j].role != "signature" and not _is_signature(passages[j]):
            break
        _mark(passages, [j], "signature")


def _is_date(passages: Sequence[Passage], i: int) -> bool:
    if line_to_date(passages[i].text):
        return True
    above = passages[i - 1].text if i else ""
    return (
        bool(month_alone(passages[i].text))
        and is_body_name(SIGNED.sub("", above))
        and _is_signature(passages[i - 1])
    )


def _is_signed(text: str) -> bool:
    """Whether what stands before a date is the name of who signs, or of several parted by 、."""
    return (
        not patterns.search(r"[，。；：！？]", text) and is_body_name(SIGNED.sub("", text)) and len(text) >= 3
    )


def _is_signature(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.role == "body"
        and len(text) >= 3
        and (len(text) <= _LONGEST_SIGNATURE or _are_names(text))
        and (not patterns.search(r"[，。；：！？、]", text) or bool(PERSON.match(text)) or _are_names(text))
        and not patterns.match(r"特此|此复|妥否|以上", text)
        and text_to_mark(text) is None
    )


def _are_names(text: str) -> bool:
    """甲局、乙局 signing in one line."""
    return all(is_body_name(SIGNED.sub("", name)) for name in patterns.split("、", text)) and "、" in text


def _mark_subject(passages: list[Passage], block: TitleBlock) -> None:
    """The 方案 issued has its title once more where its text begins, in one line or over several."""
    if not block.subject_title:
        return
    subject = squeezed(block.subject_title)
    for i, passage in enumerate(passages):
        if passage.role != "body" or not subject.startswith(squeezed(passage.text) or "-"):
            continue
        text = ""
        for k in range(i, min(i + 5, len(passages))):
            text += squeezed(passages[k].text)
            if passages[k].role != "body" or not subject.startswith(text):
                break
            if text == subject:
                _mark(passages, range(i, k + 1), "title")
                break
