"""Which columns name the rows, each of which has something there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash, is_subtotal, is_total, number
from pipeline.tables.draft import BLANK, Row
from pipeline.tables.repairs.known_names import says_class

_OFTEN = 0.8  # of the rows
_FEWEST = 3  # rows that teach which columns are always filled
_FEWEST_GROUPS = 2
NAMES = ("label", "indicator", "task", "agency", "lead_agency", "support_agency", "note", "person")
_ROW_NAMES = ("label", "indicator", "task")


def label_columns(
    whole: Sequence[Row], usual: Sequence[Row], meanings: Sequence[str], lead: int
) -> frozenset[int]:
    """As the rows of full width have it, and those of the body that are as long as is usual; where groups have sums beside
    their labels, from the names of their members on."""
    body, short = ([row for row in rows if row.role == "body"] for rows in (whole, usual))
    labels = _labels(body, meanings, lead)
    if len(body) < _FEWEST and sum(bool(row[0]) for row in short) < _OFTEN * len(short):
        labels -= {0}  # the label of a group stands once, whatever the few rows of full width have
    members = _member_column(whole)
    return from_names(labels, members)


def from_names(labels: frozenset[int], names: int) -> frozenset[int]:
    """Those of the columns from that of the names on, and this; all where it is 0."""
    return frozenset(j for j in labels if j >= names) | ({names} if names else set())


def _member_column(whole: Sequence[Row]) -> int:
    """Where the rows of groups have their names: where 小计 stands beside the label of its group."""
    beside = (
        j
        for row in whole
        if row.role == "total"
        for j in row.filled()[1:2]
        if is_subtotal(row[j].text) and row[j - 1].text and not is_total(row[j - 1].text)
    )
    return next(beside, 0)


def named_alone(rows: Sequence[Row]) -> int:
    """The column of the names where some rows have a label and a name, and others begin with names as those have them second, and
    not first: the label of a group stands in its first row alone, and the blanks below it are not printed. 0 where it is not so."""
    numbered = 2 * sum(number(row[0].text) is not None for row in rows) > len(rows)
    labelled = [row for row in rows if is_labelled(row, numbered)]
    first = [row[numbered].text for row in rows if row[numbered] and not is_labelled(row, numbered)]
    alone = [text for text in first if not is_total(text)]
    labels, ends = {row[numbered].text for row in labelled}, {row[numbered + 1].text[-1] for row in labelled}
    told = len(alone) >= _FEWEST and len(labels) == len(labelled) >= _FEWEST_GROUPS
    told = told and not any(says_class(label) or label[-1] in ends for label in labels)
    begin = sum(says_class(name) or name[-1] in ends for name in alone)
    return 1 + numbered if told and begin >= _OFTEN * len(alone) else 0


def is_labelled(row: Row, numbered: bool) -> bool:
    """Two words stand first in a row, behind its number."""
    return all(slot.text and _is_word(slot.text) for slot in (row[numbered], row[numbered + 1]))


def behind_blank(row: Row, alone: int, n_cols: int) -> Row:
    """The row with a blank for the label that stands once above it, where the names of its column stand `alone`."""
    if not alone or len(row.slots) >= n_cols or not row[alone - 1] or is_labelled(row, alone > 1):
        return row
    if is_total(row[alone - 1].text) and not is_subtotal(row[alone - 1].text):
        return row
    return replace(row, slots=(*row.slots[: alone - 1], BLANK, *row.slots[alone - 1 :]))


def _is_word(text: str) -> bool:
    return addend(text) is None and not is_dash(text)


def _labels(body: Sequence[Row], meanings: Sequence[str], lead: int) -> frozenset[int]:
    """The first column, others that name the rows, if (nearly) every row has something there, and any of the `lead`ing
    that all fill."""
    filled = [sum(bool(row[j]) for row in body) for j in range(len(meanings))]
    taught = len(body) >= _FEWEST
    return frozenset(
        j
        for j, n in enumerate(filled)
        if (n == len(body) and taught and j < lead)
        or (n >= _OFTEN * len(body) and (j == 0 or (taught and meanings[j] in _ROW_NAMES)))
    )


def named_columns(
    meanings: Sequence[str], kinds: Sequence[Counter[str]], usual: Sequence[Row]
) -> frozenset[int]:
    """The columns whose headings speak of words, if more words than figures, of rows that slipped aside, stand there in sound rows,
    or, where they are blank, no figure in others."""
    figures = {j for row in usual for j in row.filled() if number(row[j].text) is not None}
    return frozenset(
        j
        for j, name in enumerate(meanings)
        if name in NAMES
        and (kinds[j]["text"] > kinds[j]["number"] or not (kinds[j]["number"] or j in figures))
    )
