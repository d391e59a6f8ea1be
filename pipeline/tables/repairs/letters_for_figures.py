"""Letters that recognition took for figures: O and Q for 0, l and I for 1, z for 2, in a column of figures; 〇 for 0; marks for points.

    | 镇   | 床位 |        | 镇   | 床位 |
    | 东镇 | 1O   |        | 东镇 | 10   |
    | 西镇 | 25   |   →    | 西镇 | 25   |
    | 南镇 | l8   |        | 南镇 | 18   |

The cell is a value with the figures and none without, and the column holds values alone: no other reading is left. 19。3 is
19.3 where the other figures of the column have one digit behind their points, and so is 19 3 where it is no two cells.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.cells import decimals, is_dash, is_value, year_within
from pipeline.language.value_cells import value_cell
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.roles import names_total

_FIGURES = str.maketrans("OoQОоlI|丨zZ〇○", "0000011112200")  # the O of Cyrillic too
_RINGS = frozenset("〇○")  # of which a column may be made that says where something is
_RINGED = patterns.compile(r"[\d.,〇○]+")
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
    sums = any(names_total(r) and is_value(r[col].text) for r in draft.rows)
    if not (sums or _PLOTS.isdisjoint(draft.rows[row][col].text)):
        return False  # 2Z号楼: where no sum tells of figures it may be a letter
    values = sum(is_value(text) or (_PLOTS.isdisjoint(text) and bool(_as_figures(text))) for text in texts)
    return (sums or values >= _FEWEST_VALUES) and 2 * values > len(texts) - sum(map(is_dash, texts))
