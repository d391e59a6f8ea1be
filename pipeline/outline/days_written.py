"""The day a paper was written, among the days that its lines say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Passage, Span
from pipeline.outline.dates import (
    closing_date,
    day_signed,
    is_history,
    is_made_public,
    line_to_date,
    printed_date,
    signed_date,
    text_to_date,
)
from pipeline.outline.title_words import DATE_SUFFIX


def day_written(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[str, Span] | None:
    """The first date of a line of its own or at the end of a signature, before the line under the title that says how
    a regulation came to be; else the one a collection prints behind the title, or who printed it in the last line of all."""
    lines = [p for p in passages if p.role in ("written_date", "signature")]
    days = [(p, found) for p in sorted(lines, key=_trust_in_day) if (found := _day_in(p))]
    text = next((p.places[0] for p in passages if p.role == "body"), 0)
    if days:
        first, (day, _) = days[0]
        # 2024-05-07 above the text goes behind one of that year that is written out.
        if "年" not in first.text and first.places[0] < text:
            days.sort(key=lambda one: one[1][0][:4] != day[:4] or not _is_written_out(one[0]))
        return days[0][1]
    for passage in title:
        if (match := DATE_SUFFIX.search(passage.text)) and (suffix := text_to_date(match[1])):
            return suffix, passage.span(match.start(1), match.end(1))
    for passage in passages:
        last = printed_date(passage.text) or closing_date(passage.text) if passage.role == "body" else None
        if last and not (passage.annex and (passage is not passages[-1] or not printed_date(passage.text))):
            return last.day, passage.span(last.start, last.end)
    return None


def _trust_in_day(passage: Passage) -> tuple[bool, bool]:
    """How a paper came to be goes behind other days."""
    history = is_history(passage.text)
    return history, history and not is_made_public(passage.text)


def _is_written_out(passage: Passage) -> bool:
    return "年" in passage.text and not is_history(passage.text)


def _day_in(passage: Passage) -> tuple[str, Span] | None:
    if found := line_to_date(passage.text) or signed_date(passage.text):
        return found.day, passage.span(found.start, found.end)
    day = day_signed(passage.text) if passage.role == "written_date" else None
    return (day, passage.span()) if day else None
