"""Letters that recognition took for figures: O and Q for 0, l and I for 1, z for 2, in a column of figures; 〇 for 0; marks for points.

    | 镇   | 床位 |        | 镇   | 床位 |
    | 东镇 | 1O   |        | 东镇 | 10   |
    | 西镇 | 25   |   →    | 西镇 | 25   |
    | 南镇 | l8   |        | 南镇 | 18   |

The cell is a value with the figures and none without, and the column holds values alone: no other reading is left. 19。3 is
19.3 where the other figures of the column have one digit behind their points, and so is 19 3 where it is no two cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.cells import decimals, is_dash, is_value, number, year_within
from pipeline.language.value_cells import value_cell
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.broken_sums import broken_sums
from pipeline.tables.draft import Draft, Row
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.roles import names_total
from pipeline.tables.sums import ColumnSum, column_sums

_FIGURES = str.maketrans("OoQОоlI|丨zZ〇○", "0000011112200")  # the O of Cyrillic too
_RINGS = frozenset("〇○")  # of which a column may be made that says where something is
_RINGED = patterns.compile(r"[\d.,，〇○]+")
_RUN = patterns.compile(r"[\d.,，OoQОоlI|丨zZ]+")
MARKED_POINT = patterns.compile(r"(\d+)[,，。、·‧:：;；' ](\d{1,2})")
_YEAR = patterns.compile(r"(?<![\dA-Za-z])[12lI][\dOolI]{3}(?=年|$)")
_PLOTS = frozenset("zZ")  # that number plots and routes too, a column of them: Z1, Z2
_FEWEST_VALUES = 2  # one value beside it is no column of values
_FEWEST_POINTS = 3  # that say how many digits stand behind them


def mend_letters(draft: Draft) -> Draft:
    """Write the figures for the letters, with a repair for each cell."""
    rows, repairs = list(draft.rows), []
    for i, row in enumerate(rows):
        pointed: dict[int, str] = {}
        if row.role == "header":
            mended = {j: text for j in row.filled() if (text := _as_year(row[j].text))}
        elif row.role in ("body", "total"):
            pointed = {j: text for j in row.filled() if (text := _as_pointed(draft, row, j))}
            mended = pointed | {
                j: text
                for j in row.filled()
                if j not in pointed and (text := _as_figures(row[j].text)) and _of_values(draft, i, j)
            }
        else:
            continue
        if not mended:
            continue
        slots = (replace(slot, text=mended.get(j, slot.text)) for j, slot in enumerate(row.slots))
        rows[i] = replace(row, slots=tuple(slots))
        for j, text in mended.items():
            why = say("point_as_in_column") if j in pointed else say("letter_for_figure")
            repairs.append(Repair("misread_digit", row[j].text, text, why, "probable", row.span(), row=i))
    return draft.with_rows(rows, *repairs) if repairs else draft


def mend_summed(draft: Draft) -> Draft:
    """S for 5 and B for 8, beside others (lS for 15), which number roads and plots too, where the printed sums of their column come out with these figures."""
    found = {
        (i, j): row[j].text.translate(_SUMMED)
        for i, row in enumerate(draft.rows)
        if row.role == "body" and len(row.slots) == draft.n_cols
        for j in row.filled()
        if number(row[j].text) is None and number(row[j].text.translate(_SUMMED)) is not None
    }
    if not found:
        return draft
    mended = _with_texts(draft, found)
    sums = column_sums(mended, group_total_rows(mended))
    broken = broken_sums(mended, sums)
    told = {at for at in found if _comes_out(at, sums) and not _comes_out(at, broken)}
    if not told:
        return draft
    repairs = (
        Repair("misread_digit", draft.rows[i][j].text, text, say("letter_for_figure"), "probable",
               draft.rows[i].span(), row=i)
        for (i, j), text in found.items() if (i, j) in told
    )  # fmt: skip
    mended = _with_texts(draft, {at: text for at, text in found.items() if at in told})
    return replace(mended.with_rows(mended.rows, *repairs), unique=False)


_SUMMED = str.maketrans({**_FIGURES, **str.maketrans("sSB", "558")})


def _comes_out(at: tuple[int, int], sums: Sequence[ColumnSum]) -> bool:
    """Whether one of the sums takes the cell in."""
    return any(stated.col == at[1] and at[0] in stated.rows for stated in sums)


def _with_texts(draft: Draft, texts: Mapping[tuple[int, int], str]) -> Draft:
    rows = list(draft.rows)
    for (i, j), text in texts.items():
        slots = rows[i].slots
        rows[i] = replace(rows[i], slots=(*slots[:j], replace(slots[j], text=text), *slots[j + 1 :]))
    return replace(draft, rows=tuple(rows))


def _as_year(text: str) -> str:
    """The heading with the figures of its year: 2025年拟建数 for 2O25年拟建数; "" where it names one, or none so."""
    written = _YEAR.sub(lambda found: found[0].translate(_FIGURES), text, count=1)
    return written if written != text and year_within(written) and not year_within(text) else ""


def _as_figures(text: str) -> str:
    """The text with figures for the letters that look like them; "" where that gives no value or it is one as it stands."""
    if _is_ringed(text):
        return text.translate(_FIGURES)
    stands = value_cell(text)
    if is_value(text) and not (stands and stands.misread):
        return ""
    written = _RUN.sub(lambda run: run[0].translate(_FIGURES), text, count=1)
    return written if written != text and is_value(written) else ""


def _as_pointed(draft: Draft, row: Row, col: int) -> str:
    """The figure with a point for the mark inside it, where the others of its column have as many digits behind theirs; for a
    blank, or none behind a nought (06), only where all of them have, and its row lacks no cell."""
    text = row[col].text
    found = MARKED_POINT.fullmatch(text)
    if not found and not (text[0] == "0" and text[1:].isdecimal()):
        return ""
    whole, rest = found.groups() if found else ("0", text[1:])
    others = [r[col].text for r in draft.rows if r.role in ("body", "total") and is_value(r[col].text)]
    behind = [decimals(other) for other in others if other != text]
    usual = behind.count(len(rest))
    alike = usual >= _FEWEST_POINTS and usual == len(behind) - behind.count(0) >= len(behind) / 2
    two_cells = (" " in text or not found) and (len(row.slots) != draft.n_cols or 0 in behind)
    return f"{whole}.{rest}" if alike and not two_cells else ""


def _is_ringed(text: str) -> bool:
    return not _RINGS.isdisjoint(text) and bool(_RINGED.fullmatch(text))


def _of_values(draft: Draft, row: int, col: int) -> bool:
    """Whether the other cells of a column are values, most of them, dashes left out; a printed total makes it one. 〇 is a
    figure only where all others are."""
    texts = [
        r[col].text
        for k, r in enumerate(draft.rows)
        if k != row and r.role in ("body", "total") and r[col].text
    ]
    if _is_ringed(draft.rows[row][col].text):
        others = [text for text in texts if not is_dash(text) and not _is_ringed(text)]
        return len(others) >= _FEWEST_VALUES and all(map(is_value, others))
    own = draft.rows[row]
    sums = names_total(own) or any(names_total(r) and is_value(r[col].text) for r in draft.rows)
    if not (sums or _PLOTS.isdisjoint(own[col].text)):
        return False  # 2Z号楼: where no sum tells of figures it may be a letter
    values = sum(is_value(text) or (_PLOTS.isdisjoint(text) and bool(_as_figures(text))) for text in texts)
    return (sums or values >= _FEWEST_VALUES) and 2 * values > len(texts) - sum(map(is_dash, texts))
