"""Outline and tables → facts: one room a kind of fact."""

from __future__ import annotations

from pipeline.extract.cells.duties import cell_duties
from pipeline.extract.cells.rows import table_rows
from pipeline.extract.citations import citations
from pipeline.extract.confidence import with_confidence
from pipeline.extract.deadlines import days_of_no_calendar, deadlines
from pipeline.extract.duties import carry_over, inline_duties, leading_groups, responsibilities
from pipeline.extract.duties.unknown_labels import labels_of_no_role
from pipeline.extract.funding import funding
from pipeline.extract.set_aside import set_aside
from pipeline.extract.targets import targets
from pipeline.extract.tasks import tasks
from pipeline.extract.uncertain_characters import less_sure
from pipeline.extract.unknown_units import units_of_no_table
from pipeline.model import Extracted, Mended

_READERS = (responsibilities, leading_groups, targets, deadlines, funding, citations, table_rows, cell_duties)


def extract(mended: Mended) -> Extracted:
    """The facts of a notice, from its words and from its tables, in the order of the source."""
    found = [fact for reader in _READERS for fact in reader(mended)]
    found += inline_duties(mended, found)
    found += carry_over(mended, found)
    found += tasks(mended, found)
    found = with_confidence(found, mended.outline.document.text)
    if doubtful := mended.outline.document.doubtful:
        found = less_sure(found, doubtful)
    found.sort(key=lambda f: (f.span, f.table, f.rule, str(f.values.get("seq", ""))))
    issues = (
        *days_of_no_calendar(mended),
        *units_of_no_table(mended, found),
        *labels_of_no_role(mended, tuple(found)),
    )
    return Extracted(mended, tuple(found), issues, set_aside=set_aside(mended))
