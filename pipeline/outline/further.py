"""Title blocks below the first of a file: which of them begin a notice of their own.

A notice may hold another title block that is part of it: of the document it forwards or issues, which its title or its
list of annexes names, of a sample letter under an annex's label, of a text it quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.mastheads import DOES, MOST_LINES, SHORTEST_TITLE, Masthead, is_signed_day, mastheads
from pipeline.outline.metadata import text_to_field
from pipeline.outline.title_words import NO_ADDRESSEE, TYPES, is_shortened


class Further(NamedTuple):
    """A title block below the first that may begin a notice of its own; whether it surely does."""

    masthead: Masthead
    is_sure: bool


def further(passages: Sequence[Passage]) -> Iterator[Further]:
    """The title blocks below the first that are not part of the notice above them.

    Sure is one with recipients that is numbered or signed with a day, or one that is numbered and signed; below the
    label of an annex only one that is numbered. What is about the same as one above is that once more, and
    what a colon leads to may be quoted: neither is sure.
    """
    found = mastheads(passages)
    has_top = bool(found) and _is_whole(passages[: found[0].first])
    last = _top(passages) if has_top else next(iter(found), None)
    matters = {title_to_matter(last.title)} if last else set()
    for n, one in enumerate(found):
        if last is None or one == last:
            continue
        before = passages[last.first : one.first]
        after = passages[one.last + 1 : found[n + 1].first if n + 1 < len(found) else None]
        if _belongs(one, last, before) or not any("。" in passage.text for passage in after):
            continue
        shown = [passage for passage in before if passage.role != "furniture"]
        quoted = bool(shown) and shown[-1].text.endswith("：")
        matter = title_to_matter(one.title)
        sure = matter not in matters and not quoted and _is_sure(one, before, after)
        yield Further(one, sure)
        if sure:
            last = one
            matters.add(matter)


def _top(passages: Sequence[Passage]) -> Masthead:
    """What stands for the title block of a notice that has neither 文号 nor recipients: a 公告, a 通告."""
    shown = [passage for passage in passages if passage.role != "furniture"]
    head = list(takewhile(lambda passage: "。" not in passage.text, shown[:MOST_LINES]))
    return Masthead(0, 0, "".join(passage.text for passage in head), shown[0].span())


def _is_whole(above: Sequence[Passage]) -> bool:
    """Whether what stands above the first title block is a text with its own end; the day in the box of a page ends none."""
    words = [p.text for p in above if p.role != "furniture" and text_to_field(p.text) is None]
    return any("。" in text for text in words) and any(is_signed_day(text) for text in words)


def _is_sure(one: Masthead, before: Sequence[Passage], after: Sequence[Passage]) -> bool:
    is_signed = one.is_dated or any(is_signed_day(passage.text) for passage in after)
    if not one.number and any(_is_label(passage.text) for passage in before):
        return False
    return bool(one.number and is_signed) or (one.has_recipients and bool(one.number or is_signed))


def _is_label(text: str) -> bool:
    return text.startswith("附") and NO_ADDRESSEE.match(text) is not None


def _belongs(one: Masthead, above: Masthead, before: Sequence[Passage]) -> bool:
    """Whether the block is part of the notice above: under the label of an annex, or named by it as what it issues."""
    shown = [passage for passage in before if passage.role != "furniture"]
    if shown and _is_label(shown[-1].text):
        return True
    matter = title_to_matter(one.title)
    # A cover, or the head of a page, has the title once more, perhaps shortened.
    if matter == title_to_matter(above.title) or is_shortened(above.title, one.title):
        return not any("。" in passage.text for passage in shown)
    if matter in above.title:
        return True
    return any(_issues(passage.text, matter) for passage in shown)


def _issues(text: str, matter: str) -> bool:
    """`现将《…》转发给你们`, `附件：1.…`: what a notice says of the text that follows it."""
    at = text.find(matter)
    if at < 0:
        return False
    before, behind = text[:at].rpartition("。")[2], text[at:].partition("。")[0]
    issued = _NOW.search(before) and DOES.search(behind[len(matter) :]) and not DOES.search(before)
    return bool(issued or _LISTED.match(text))


_NOW = patterns.compile(r"现[将予把]")
_LISTED = patterns.compile(r"附(?:件|表|录)?[\d：:]|\d{1,2}[.、]《?[^。]+$")


def title_to_matter(title: str) -> str:
    """What the notice is about, as others name it: `关于做好防汛工作` of `某市关于做好防汛工作的通知`."""
    bare = patterns.sub(rf"的?(?:{TYPES})$", "", title.strip("《》"))
    does = DOES.search(bare)
    return bare[does.start() :] if does and len(bare) - does.start() >= SHORTEST_TITLE - 4 else bare
