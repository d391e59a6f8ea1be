"""A row cut in two by the end of the page, or by a line end that was taken for a row end.

| 1 | 甲 | 培养助老员，组织 |
---------- page -----------    →    | 1 | 甲 | 培养助老员，组织开展活动。 |
|   |    | 开展活动。       |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_note, is_total, is_value, item_number, number, squeeze, year
from pipeline.language.value_cells import value_cell
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.known_names import WholeNames, are_two_names, is_name, says_class
from pipeline.tables.rests import are_two, finishes, is_whole

FINISHED = patterns.compile(r"[。；;！!？?]$")
_FEWEST_ALIKE = 2  # other rows in which a cell stands whole
_MOSTLY = 0.8  # of the cells of a column
_NEW_ITEM = patterns.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、）)]|[①-⑳●■◆▲·•※—\-]")


def join_split_rows(draft: Draft) -> Draft:
    """Join a row without a number and label of its own to the row whose sentences it ends."""
    numbered = _number_column(draft)
    names, named_in = _names(draft), name_column(draft.rows)
    whole = whole_names(draft.rows, named_in)
    meanings = heading_meanings(draft)
    rows: list[Row] = []
    repairs: list[Repair] = []
    broken = False  # the page's end stood before the half that was joined: what follows stands behind it
    for at, printed in enumerate(draft.rows):
        row = replace(printed, after_break=True) if broken and not printed.after_break else printed
        above = rows[-1] if rows else None
        if (
            above is None
            or not _continues(row, above, numbered, draft.n_cols)
            or _are_names(row, above, names)
            or (row.filled() == [named_in] and whole.told and whole.is_whole(above[named_in].text))
            or _are_rows(row, above, meanings)
            or _stands_elsewhere(draft, at)
            or (numbered is None and is_whole(draft, at))
        ):
            rows.append(row)
            broken = False
            continue
        broken = broken or row.after_break
        rows[-1] = replace(above, slots=_joined(above, row))
        cols = tuple(str(j + 1) for j in row.filled())
        why = say("half_without_label", columns=cols)
        if numbered is not None:
            why = say("half_without_number", columns=cols)
        repairs.append(
            Repair("split_row", f"{above.printed()} ⏎ {row.printed()}", rows[-1].printed(), why, "probable",
                   row.span(), row=len(rows) - 1)
        )  # fmt: skip
    return draft.with_rows(rows, *repairs) if repairs else draft


def _stands_elsewhere(draft: Draft, at: int) -> bool:
    """What the row says are whole cells of other rows: 改建 below 新建 is no rest of it."""
    row = draft.rows[at]
    others = [other for i, other in enumerate(draft.rows) if i != at and other.role == "body"]
    return all(sum(other[j].text == row[j].text for other in others) >= _FEWEST_ALIKE for j in row.filled())


def _are_rows(row: Row, above: Row, meanings: Sequence[str]) -> bool:
    """In one column both have a whole body or time of their own, and no cell of several goes on in the row."""
    cols = row.filled()
    told = [(above[j].text, row[j].text, meanings[j]) for j in cols if j < len(meanings)]
    return len(cols) > 1 and any(are_two(*one) for one in told) and not any(finishes(*one) for one in told)


def _names(draft: Draft) -> dict[int, list[str]]:
    """The names in each column that names the rows: by its heading, or before the first column of figures."""
    body = [row for row in draft.rows if row.role == "body"]
    figures = (j for j in range(1, draft.n_cols) if _are_figures([row[j].text for row in body]))
    named = next(figures, 0) - 1
    cols = [j for j, name in enumerate(heading_meanings(draft)) if name == "label" or j == named]
    return {col: [row[col].text for row in body if row[col]] for col in cols}


def whole_names(rows: Sequence[Row], col: int) -> WholeNames:
    """The names of the rows with figures."""
    return WholeNames(name for row in rows if (name := named(row, col)))


def name_column(rows: Sequence[Row]) -> int:
    """The first column of names more than figures."""
    full = [row for row in rows if row.role == "body" and len(row.slots) > 1]
    width = max((len(row.slots) for row in full), default=0)
    return next((j for j in range(width) if 2 * sum(is_name(row[j].text) for row in full) > len(full)), 0)


def named(row: Row, col: int) -> str:
    """The name of a row that has figures; "" of others."""
    text = row[col].text
    return text if row.role == "body" and is_name(text) and any(j > col for j in row.filled()) else ""


def _are_figures(texts: Sequence[str]) -> bool:
    """Values, but for a cell of a row that slipped aside; dashes and blanks beside them."""
    filled = [text for text in texts if text and not is_dash(text)]
    return len(filled) >= _FEWEST_ALIKE and sum(map(is_value, filled)) >= _MOSTLY * len(filled)


def _are_names(row: Row, above: Row, names: dict[int, list[str]]) -> bool:
    """Each row has a whole name: 中和乡 and 上坪镇 are not halves of one.

    Both say what they are; or the lower ends like another name, or like the upper (南山村 below 东山村), neither is shorter
    than any other, and together they are longer than all.
    """
    for col, known in names.items():
        upper, lower = above[col].text, row[col].text
        if (says_class(upper) and says_class(lower)) or are_two_names(upper, lower):
            return True
        others = [name for name in known if name not in (upper, lower)]
        if lower and others and any(name[-1:] == lower[-1] for name in (upper, *others)):
            shortest, longest = min(map(len, others)), max(map(len, others))
            if min(len(upper), len(lower)) >= shortest and len(upper) + len(lower) > longest:
                return True
    return False


def _number_column(draft: Draft) -> int | None:
    """The 序号 column, if (nearly) every row has a number there."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return None
    col = meanings.index("row_number")
    body = [row for row in draft.rows if row.role == "body"]
    return col if sum(number(row[col].text) is not None for row in body) * 2 > len(body) else None


def _continues(row: Row, above: Row, numbered: int | None, n_cols: int) -> bool:
    cols = row.filled()
    if row.role != "body" or above.role != "body" or not cols or row[0].text:
        return False
    if numbered is not None and row[numbered].text:
        return False
    if any(row[j].merged for j in range(cols[0])):
        return False
    whole = len(row.slots) == len(above.slots) == n_cols
    if numbered is None and not (row.after_break or above[0] or whole):
        return False  # neither has a label: both may be rows printed too far right
    if not all(may_go_on(above[j], row[j]) for j in cols):
        return False
    open_ends = [j for j in cols if not FINISHED.search(above[j].text) and len(above[j].text) > 1]
    return bool(open_ends) if row.after_break or numbered is not None else len(open_ends) == len(cols)


def may_go_on(upper: Slot, lower: Slot) -> bool:
    """Text that may be the rest of the cell above: both are words, no new item or note begins, and neither is a whole by itself
    that stands beside another: 市数据局 under 市数据局, 20天以内 under 15天."""
    if not upper.text or is_dash(upper.text) or is_dash(lower.text):
        return False
    if is_total(upper.text) or is_total(lower.text) or is_note(lower.text):
        return False
    if upper.text == lower.text or _are_values(upper.text, lower.text):
        return False
    if year(upper.text) and lower.text.startswith("年"):
        return True
    if number(upper.text) is not None or number(lower.text) is not None:
        return False
    return item_number(lower.text) is None and not _NEW_ITEM.match(lower.text)


def _are_values(upper: str, lower: str) -> bool:
    """Two values with their units; of 不低于20 and 00平方米 the upper has none."""
    above, below = value_cell(upper), value_cell(lower)
    return bool(above and below and above.unit)


def _joined(above: Row, row: Row) -> tuple[Slot, ...]:
    width = max(len(above.slots), len(row.slots))
    return tuple(join_slots((above[j], row[j])) for j in range(width))


def join_slots(slots: Sequence[Slot], between: str = "") -> Slot:
    """One slot with the text and the places of several."""
    filled = [slot for slot in slots if slot.text]
    if len(filled) < 2:
        return filled[0] if filled else slots[0]
    text = squeeze(between.join(slot.text for slot in filled))
    return Slot(text, tuple(part for slot in filled for part in slot.parts))
