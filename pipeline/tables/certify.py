"""How far a table proves itself.

`certified`   every stated column or group sum comes out, and there is at least one;
`consistent`  no sums are stated, but serial numbers run 1, 2, 3… or each row satisfies an identity;
`ambiguous`   somewhere two readings were equally good and the table stands as printed;
`unverified`  nothing to check, or a check that fails (the source may be wrong).
"""

from __future__ import annotations

import itertools

from pipeline.language.cells import number
from pipeline.model import TableStatus
from pipeline.tables.choice import broken_sums
from pipeline.tables.draft import Draft
from pipeline.tables.headings import heading_meanings
from pipeline.tables.relations import column_sums, row_relations
from pipeline.tables.repairs.group_totals import group_total_rows

_FEWEST = 3  # two rows numbered 1 and 2 prove little


def certify(draft: Draft) -> TableStatus:
    if draft.ambiguous:
        return "ambiguous"
    sums = column_sums(draft, group_total_rows(draft))
    if sums:
        return "unverified" if broken_sums(draft, {}, sums) else "certified"
    return "consistent" if _runs_on(draft) or row_relations(draft) else "unverified"


def _runs_on(draft: Draft) -> bool:
    """The serial numbers of the rows run on without a gap."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    texts = [row[col].text for row in draft.rows if row.role == "body" and row[col].merged != "up"]
    numbers = [number(text) for text in texts]
    if len(numbers) < _FEWEST or None in numbers:
        return False
    return all(b is not None and a is not None and b == a + 1 for a, b in itertools.pairwise(numbers))
