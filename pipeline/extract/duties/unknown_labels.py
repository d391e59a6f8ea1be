"""Labels and headings of which no word says what those named do: read because bodies stand under them, and named once."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.cells.agency_columns import unknown_agency_columns
from pipeline.extract.cells.rows import layouts
from pipeline.extract.duties.marks import marks
from pipeline.language.script import simplified
from pipeline.messages import say
from pipeline.model import Fact, Issue, Mended, Span


def labels_of_no_role(mended: Mended, found: tuple[Fact, ...]) -> Iterator[Issue]:
    """One issue for the labels (技术攻坚单位：) and headings that lexicons/duty_words.tsv does not hold, if any."""
    named: dict[str, Span] = {}
    assigned = [f.span for f in found if f.table == "responsibilities" and f.values["kind"] == "assignment"]
    for passage in mended.outline.passages:
        for mark in marks(simplified(passage.text)) if passage.role == "body" else ():
            span = passage.span(mark.start, mark.end)
            if not mark.known and any(s.start <= span.start < s.end for s in assigned):
                named.setdefault(mark.words, span)
    for layout in layouts(mended):
        for column in unknown_agency_columns(layout):
            named.setdefault(column.heading, layout.table.span)
    if named:
        said = say("unknown_label", labels=tuple(named))
        yield Issue("unknown_label", said, "", next(iter(named.values())))
