"""Several notices printed one after another in one file: where each of them begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.notice_heads import text_to_number
from pipeline.messages import say
from pipeline.model import Issue, Passage, Span
from pipeline.outline.further import further
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_words import DATE_SUFFIX, ENDS_IN_TYPE, without_date

# `4. …关于印发` / `《…方案` / `（试行）》` / `的通知` / `（2023年5月10日）`: the most lines measured in such files is four.
_MOST_LINES, _SHORTEST_TITLE = 6, 10


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first and the last passage of the title of a notice in a collection, and the title as printed there."""

    index: int
    last: int
    title: str
    span: Span


def beginnings(passages: Sequence[Passage]) -> tuple[Beginning, ...]:
    """Where a collection's notices begin: `3. …关于印发…的通知（2023年2月24日）` above a 文号 or addressees.

    A list of titles (what is repealed, what is annexed) has neither below a title; the file itself may begin with
    one. Of a file that is surely
    a collection a 方案 with its date in brackets begins a notice too, whatever follows.
    """
    shown = [i for i, passage in enumerate(passages) if passage.role != "furniture"]
    starts = [n for n, i in enumerate(shown) if text_to_mark(passages[i].text) is not None]
    titled = [found for n in starts if (found := _beginning(passages, shown[n : n + _MOST_LINES + 1]))]
    sure = {f for f, below in titled if _is_below_title(below) or f.index == shown[0]}
    return tuple(
        found for found, below in titled if found in sure or (len(sure) > 1 and not text_to_mark(below))
    )


def collection_issues(passages: Sequence[Passage]) -> Iterator[Issue]:
    """One for each title block that may be that of another notice, and one for what stands above the first."""
    for one in further(passages):
        head = one.masthead
        said = say("several_notices", title=head.title)
        yield Issue("several_notices", said, passages[head.first].clause_id or "", head.span)
    found = beginnings(passages)
    above = [p for p in passages[: found[0].index] if p.text.endswith("。")] if found else []
    if above:
        yield Issue(
            "text_above_notice",
            say("text_above_notice"),
            above[-1].clause_id or "",
            above[-1].span(),
        )


def _beginning(passages: Sequence[Passage], shown: Sequence[int]) -> tuple[Beginning, str] | None:
    """The dated title that begins at the first of `shown`, and what stands below it."""
    text = ""
    for n, i in enumerate(shown[:_MOST_LINES]):
        if n and text_to_mark(passages[i].text) is not None:
            return None
        text += passages[i].text
        if patterns.search(r"[。：；]", text):
            return None
        if DATE_SUFFIX.search(text):
            mark = text_to_mark(text)
            title = without_date(text[mark.length if mark else 0 :])
            if not ENDS_IN_TYPE.search(title) or len(title) < _SHORTEST_TITLE:
                return None
            span = Span(passages[shown[0]].span().start, passages[i].span().end)
            below = passages[shown[n + 1]].text if n + 1 < len(shown) else ""
            # The number below is that of this notice, none of a document it names.
            last = shown[n + 1] if below and not below.endswith("：") and _is_below_title(below) else i
            return Beginning(shown[0], last, title, span), below
    return None


def _is_below_title(text: str) -> bool:
    return text.endswith("：") or bool(text_to_number(text))
