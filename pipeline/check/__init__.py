"""Facts → checks of what must agree, and the ledger of every mention."""

from __future__ import annotations

from pipeline.check.counts import counts
from pipeline.check.ledger import ledger
from pipeline.check.narrative import narrative
from pipeline.check.numbering import numbering
from pipeline.check.references import dates, references
from pipeline.check.totals import totals
from pipeline.model import Checked, Extracted

_CHECKS = (numbering, counts, references, dates, totals, narrative)


def check(extracted: Extracted) -> Checked:
    """Everything that must agree in a notice, found to agree or not; every mention accounted for."""
    found = tuple(one for checker in _CHECKS for one in checker(extracted))
    return Checked(extracted, found, ledger(extracted, found))
