"""Outline and tables → facts: one module a kind of fact."""

from __future__ import annotations

from pipeline.extract.carry_over import carry_over
from pipeline.extract.citations import citations
from pipeline.extract.deadlines import days_of_no_calendar, deadlines
from pipeline.extract.doubt import doubt
from pipeline.extract.funding import funding
from pipeline.extract.inline import inline_duties
from pipeline.extract.leading_groups import leading_groups
from pipeline.extract.responsibilities import responsibilities
from pipeline.extract.table_rows import table_rows
from pipeline.extract.targets import targets
from pipeline.extract.tasks import tasks
from pipeline.model import Extracted, Mended

_READERS = (responsibilities, leading_groups, targets, deadlines, funding, citations, table_rows)


def extract(mended: Mended) -> Extracted:
    """The facts of a notice, from its words and from its tables, in the order of the source."""
    found = [fact for reader in _READERS for fact in reader(mended)]
    found += inline_duties(mended, found)
    found += carry_over(mended, found)
    found = tasks(mended, found)
    if doubtful := mended.outline.document.doubtful:
        found = doubt(found, doubtful)
    found.sort(key=lambda f: (f.span, f.table, f.rule, str(f.values.get("seq", ""))))
    return Extracted(mended, tuple(found), days_of_no_calendar(mended))
