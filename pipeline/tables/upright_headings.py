"""Headings that stand one a line above rows of cells: laid on the columns as they divide one another, if in one way.

| 镇街 |
| 床位 |
| 公厕 |                                | 镇街 | 床位 |      | 公厕 |      |
| 新建 |                           →    |      | 新建 | 改建 | 新建 | 改建 |
| 改建 |                                | 东镇 | 1    | 2    | 3    | 4    |
| 新建 |
| 改建 |
| 东镇 | 1 | 2 | 3 | 4 |

Where the lines of headings begin is told by nothing but what they say: of two levels they prove no table.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from pipeline.language.heading_units import is_unit
from pipeline.tables.draft import Draft, Row
from pipeline.tables.heading_columns import kinds, usual_width
from pipeline.tables.heading_layouts import layouts_of_run
from pipeline.tables.unheaded import differ, names_alone, with_doubt
from pipeline.tables.unit_lines import lay_units

_FEWEST = 3


def lay_upright(draft: Draft) -> Draft:
    """The draft with such headings on a line each level; without those of the columns that may be headed otherwise."""
    above = tuple(takewhile(lambda row: len(row.slots) == 1, draft.rows))
    body = draft.rows[len(above) :]
    width = usual_width(body)
    if len(above) < _FEWEST or not width:
        return draft
    heads = tuple(row.slots[0] for row in above)
    units = sum(1 for _ in takewhile(lambda slot: is_unit(slot.text), reversed(heads)))
    units = units if units > 1 else 0
    ways = layouts_of_run(heads[: len(heads) - units], kinds(body, width))
    below = Row(heads[len(heads) - units :])
    found = draft.with_rows((*map(Row, ways[0] if ways else ()), *((below,) if units else ()), *body))
    found = replace(found, n_cols=width, unique=draft.unique and bool(ways) and len(ways[0]) == 1)
    laid = lay_units(found, 0, len(ways[0]), width) if ways and units else found
    if ways and laid:
        return with_doubt(laid, above, differ(ways))
    names, unheaded = names_alone(heads, width)
    return with_doubt(replace(found, rows=(Row(names, "header"), *body), unique=False), above, unheaded)
