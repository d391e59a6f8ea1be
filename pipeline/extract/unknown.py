"""What is published without all that a reader would know of it: units, labels and headings that no lexicon holds, as they are
printed and named once each; bodies of a row of which nothing tells the column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.cells.agency_columns import unknown_agency_columns
from pipeline.extract.cells.bodies import open_cells
from pipeline.extract.cells.layout import cell_span
from pipeline.extract.cells.rows import layouts
from pipeline.extract.duties.marks import marks
from pipeline.extract.reading import readings
from pipeline.language.script import simplified
from pipeline.messages import say
from pipeline.model import Fact, Issue, Mended, Span


def units_of_no_table(mended: Mended, found: Iterable[Fact]) -> Iterator[Issue]:
    """One issue for each unit of a target that lexicons/measures.tsv does not hold (4亿枝), where it first stands."""
    published = {fact.values.get("unit") for fact in found if fact.table == "targets"}
    named: set[str] = set()
    for reading in readings(mended):
        for quantity in reading.sense.quantities:
            if quantity.known or quantity.unit in named or quantity.unit not in published:
                continue
            named.add(quantity.unit)
            span = reading.passage.span(quantity.start, quantity.end)
            yield Issue("unknown_unit", say("unknown_unit", unit=quantity.unit), "", span)


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


def duties_of_no_column(mended: Mended) -> Iterator[Issue]:
    """One issue for each row whose bodies may stand under 牵头单位 or under 配合单位, where none says so of the row yet."""
    said = [issue.span for issue in mended.issues if issue.kind == "ambiguous_row" and issue.span]
    for layout in layouts(mended):
        for row, cell in open_cells(layout):
            span = cell_span(cell)
            if not any(one.start <= span.start < one.end for one in said):
                yield Issue(
                    "ambiguous_row",
                    say("bodies_of_no_column", row=row + 1, words=cell.text),
                    f"row {row}",
                    span,
                )
