"""What the undamaged rows of a table teach about its columns, and how badly a row disagrees with it."""

# Long: what is known of all rows is gathered once, by one function.
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.language.addends import addend
from pipeline.language.cells import is_dash, is_outline_number, is_total, number
from pipeline.language.heading_units import is_unit
from pipeline.language.headings import NAME_MEANINGS
from pipeline.tables.column_texts import ColumnTexts
from pipeline.tables.customs import Customs, customs
from pipeline.tables.cut_rows import fit
from pipeline.tables.dash_groups import dash_groups, filled_groups, stray_dashes, torn
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.label_columns import (
    NAMES,
    behind_blank,
    from_names,
    label_columns,
    named_alone,
    named_columns,
)
from pipeline.tables.odd_texts import (
    is_figure,
    is_odd_name,
    is_of_other_column,
    is_of_other_unit,
    is_unwritten,
)
from pipeline.tables.printed_ends import end_where_filled, filled_up
from pipeline.tables.relations import RowRelation, differences, row_totals, row_values

_FEWEST = 3  # rows that teach which columns are always filled
_FIGURES = "0123456789."
_FOREIGN = 1.5  # words of another column, against an identity that does not hold
_MISMATCH = 2.0  # an identity that does not hold, or a stray dash, against a cell under its heading


@dataclass(frozen=True, slots=True)
class Frame:
    """What the undamaged rows teach.

    `numeric`, `wordy`: columns of numbers, of words; `labels`: those always filled with words; `meanings` of the
    headings; `groups`: columns under one heading where a dash stands for all of them; `totals`: printed sums along a
    row; `relations`: differences that hold in nearly every row; `lengths`: usual numbers of printed cells; `lead`: how
    many columns number and name the rows; `total_places`: where whole rows have 合计 and 小计; `texts`: what the
    cells of each column of the body are, blank ones too; `customs`: how its rows say that there is none; `dashed`: groups whose
    columns have a dash each where one has.
    """

    n_cols: int
    numeric: frozenset[int]
    wordy: frozenset[int]
    labels: frozenset[int]
    meanings: tuple[str, ...]
    groups: tuple[tuple[int, int], ...]
    totals: tuple[RowRelation, ...]
    relations: tuple[RowRelation, ...]
    lengths: frozenset[int]
    lead: int = 1
    total_places: Mapping[str, int] = field(default_factory=dict)
    texts: tuple[ColumnTexts, ...] = ()
    customs: Customs = field(default_factory=Customs)
    dashed: tuple[tuple[int, int], ...] = ()


def frame(draft: Draft, skip: frozenset[int] = frozenset()) -> Frame:
    """Learn the frame from the rows as printed, but for those to `skip`; each column goes by its majority."""
    rows = [draft.rows[i] for i in draft.body() if i not in skip]
    lengths = _usual_lengths(rows)
    printed, alone = [row for row in rows if len(row.slots) == draft.n_cols], named_alone(rows)
    rows = [behind_blank(row, alone, draft.n_cols) for row in rows]
    long = [row for row in printed if row.role == "body"]
    if end_where_filled(draft, [i for i in draft.body() if i not in skip]):
        rows = filled_up(rows, draft.n_cols)
    whole = [row for row in rows if len(row.slots) == draft.n_cols]
    sound = whole or [row for row in rows if len(row.slots) in lengths and row[0]]
    meanings = tuple(heading_meanings(draft))
    units = [j > 0 and name not in NAMES for j, name in enumerate(meanings)]  # 3组 under 组别 is a name
    kinds = _kinds(sound, units)
    usual = [row for row in rows if len(row.slots) in {*lengths, draft.n_cols}]
    # 小计 | 36 | 28, its label at the left edge, teaches nothing of the names there.
    named = named_columns(meanings, _kinds([row for row in sound if row.role == "body"], units), usual)
    numeric = {j for j, c in enumerate(kinds) if c["number"] > 3 * c["text"]} - named
    wordy = named | {
        j for j, c in enumerate(kinds) if c["text"] > 3 * c["number"] and meanings[j] != "row_number"
    }
    wordy |= _of_groups(meanings, kinds, wordy)
    lead = next((j for j, n in enumerate(meanings) if j not in wordy and n != "row_number"), draft.n_cols)
    body = [row for row in whole if row.role == "body"]
    short = [row for row in usual if len(row.slots) <= draft.n_cols]
    labels = from_names(label_columns(whole, short, meanings, lead), alone) & wordy
    heads = [row for row in draft.rows if row.role == "header"]
    laid = draft if len(body) < _FEWEST else replace(draft, rows=(*heads, *body))
    relations = tuple(differences(laid))
    return Frame(
        draft.n_cols, frozenset(numeric), frozenset(wordy), labels, meanings, dash_groups(draft),
        tuple(row_totals(laid)), relations, lengths, lead,
        {row[j].text: j for row in reversed(printed) for j in row.filled()[:1] if is_total(row[j].text)},
        tuple(ColumnTexts(row[j].text for row in sound if row.role == "body") for j in range(draft.n_cols)),
        customs(long if len(long) > _FEWEST else body, draft.paths(), relations), filled_groups(draft),
    )  # fmt: skip


def _kinds(rows: Sequence[Row], units: Sequence[bool]) -> list[Counter[str]]:
    """How many cells of each column are numbers, texts and blanks; `units`: where a number may have one."""
    return [
        Counter("number" if _are_numbers(row[j].text) else _kind(row[j], unit) for row in rows)
        for j, unit in enumerate(units)
    ]


def _of_groups(names: Sequence[str], kinds: Sequence[Counter[str]], wordy: frozenset[int]) -> frozenset[int]:
    """片区 before 镇街: of the labels of groups few are printed."""
    return frozenset(
        j
        for j, (name, kind) in enumerate(zip(names[:-1], kinds[:-1], strict=True))
        if name in ("", "category") and not kind["number"] and j + 1 in wordy
        and (kind["text"] or names[j + 1] in NAME_MEANINGS)
    )  # fmt: skip


def opens_with_number(row: Row, known: Frame) -> bool:
    """Under 序号 the number of a row stands first, and words behind it."""
    words = [row[j].text for j in row.filled()[:2]]
    numbered = known.meanings[:1] == ("row_number",) and [number(word) is None for word in words] == [
        False,
        True,
    ]
    return numbered and not is_dash(words[1])


def of_totals(known: Frame) -> Frame:
    """The frame for a total row, which has no name of its own but 合计 before the first figure."""
    return replace(known, labels=frozenset())


def _usual_lengths(rows: Sequence[Row]) -> frozenset[int]:
    """Numbers of printed cells that a fifth of the rows have, and three; converters trim or pad some rows."""
    lengths = Counter(len(row.slots) for row in rows)
    return frozenset(length for length, n in lengths.items() if 5 * n >= len(rows) and n >= min(3, len(rows)))


def _kind(slot: Slot, with_unit: bool = True) -> str:
    if not slot.text or is_dash(slot.text):
        return "blank"
    return "number" if (addend if with_unit else number)(slot.text) is not None else "text"


def faults(slots: Sequence[Slot], known: Frame) -> int:
    """How often a reading puts words among numbers, a number among words, no label, or breaks a printed sum of the row."""
    wrong = sum(_kind(slots[j]) == "text" and not _has_figure(slots[j].text) for j in known.numeric)
    wrong += sum(_are_numbers(slots[j].text) for j in range(known.lead, len(slots)) if j not in known.numeric)
    wrong += sum(is_figure(slots[j].text, known.texts[j]) for j in known.wordy)
    wrong += sum(is_of_other_unit(slots[j].text, known.texts[j]) for j in known.numeric)
    wrong += sum(is_unwritten(slots[j].text, known.texts[j]) for j in known.numeric if j >= known.lead)
    wrong += sum(is_total(slot.text) for slot in slots[known.lead :])
    wrong += sum(not slots[j] or is_dash(slots[j].text) for j in known.labels)
    wrong += sum(
        is_odd_name(slots, j, known.meanings, known.texts[j]) for j in range(min(known.lead, len(slots)))
    )
    return wrong + _broken(slots, known.totals, known.n_cols)


def evidence(slots: Sequence[Slot], known: Frame) -> float:
    """How well a reading agrees with what is likely: words with their headings, learned identities, dashes of groups."""
    words = ((slot.text, known.meanings[j]) for j, slot in enumerate(slots) if _kind(slot) == "text")
    good = sum(fit(text, name, False) for text, name in words if name)
    broken = _broken(slots, known.relations, known.n_cols) + known.customs.broken(slots)
    broken += _FOREIGN * sum(
        is_of_other_column(slots[j].text, j, known.texts, known.lead) for j in known.wordy
    )
    return good - _MISMATCH * (broken + stray_dashes(slots, known.groups) + torn(slots, known.dashed))


def breaks(slots: Sequence[Slot], known: Frame) -> bool:
    """A row does not satisfy an identity that nearly every other row does."""
    return bool(_broken(slots, known.relations, known.n_cols))


def _broken(slots: Sequence[Slot], relations: Sequence[RowRelation], n_cols: int) -> int:
    if not relations:
        return 0
    values = row_values(Row(tuple(slots)), n_cols)
    return sum(bool(relation.residual(values)) for relation in relations)


def _has_figure(text: str) -> bool:
    """Text that may stand among numbers: a value with words around it; in a 序号 column 合计 or 一、."""
    if _are_numbers(text) or is_unit(text.rstrip(_FIGURES)):
        return False  # two cells in one: 3 5, 亩11
    return any(char.isdecimal() for char in text) or is_total(text) or is_outline_number(text)


def _are_numbers(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and all(number(word) is not None for word in words)
