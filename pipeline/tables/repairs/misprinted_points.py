"""A decimal point printed or recognised as another mark, 19,3 and 18。0 among figures, or lost: 193; a mark for thousands as
another, 1、203 or 1.203.

| 镇街 | 公路（公里） |        | 镇街 | 公路（公里） |
| 东镇 | 19,3         |        | 东镇 | 19.3         |
| 西镇 | 5.2          |   →    | 西镇 | 5.2          |
| 合计 | 24.5         |        | 合计 | 24.5         |

The point is put where the printed sum of the column then comes out, as probable, a lost one where it does so in one cell
alone, or in all that lack one; else the cell stands as printed, and an issue says so. So are thousands, in all cells; where both
would do, the way that writes the fewest cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from pipeline.language import patterns
from pipeline.language.addends import addend
from pipeline.language.cells import decimals
from pipeline.messages import say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import broken_sums, sum_gap
from pipeline.tables.draft import Draft
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.repairs.letters_for_figures import MARKED_POINT
from pipeline.tables.sums import ColumnSum, column_sums

_FEWEST_POINTS = 3  # that say that the column has them
_THOUSAND = 1000
_THOUSANDS = patterns.compile(r"\d{1,3}(?:[,，、.。·;；'’]\d{3})+(?:\.\d+)?")


def mend_points(draft: Draft) -> Draft:
    """Write the points, with a repair or an issue for each cell."""
    places = list(_marked(draft))
    found = draft
    for col in sorted({j for _, j in places}):
        found = _column_mended(found, col, [i for i, j in places if j == col])
    found, left = _with_thousands(found)
    pointed = _with_lost_points(found, {col for col, (_, tied) in left.items() if tied})
    for col, (rows, _) in left.items():
        if all(a[col] == b[col] for a, b in zip(found.rows, pointed.rows, strict=True)):
            pointed = _unclear(pointed, col, rows)
    return pointed


def _with_thousands(draft: Draft) -> tuple[Draft, dict[int, tuple[list[int], bool]]]:
    """The thousands of each column written without their marks, where only so its sums come out to the last figure; and the columns
    left whose marks may be points that as few figures lost, or fewer (1.203, 2.105 and 3308): their rows, and if it is as few."""
    left: dict[int, tuple[list[int], bool]] = {}
    for col in range(0 if draft.ambiguous else draft.n_cols):
        texts = {i: draft.rows[i][col].text for i in draft.body()}
        marked = {i: text for i, text in texts.items() if _THOUSANDS.fullmatch(text)}
        written = {i: _unmarked(text) for i, text in marked.items() if _unmarked(text) != text}
        told = _only_so(draft, col, written) if written else None
        others = [text for i, text in texts.items() if i not in written]
        are_points = all(texts[i].count(".") == 1 and addend(texts[i]) is not None for i in written)
        lacking = _lacking_points(others) if are_points else None
        if told and lacking is not None and lacking <= len(written):
            left[col] = list(written), lacking == len(written)
        elif told:
            draft = _with_repairs(draft, *told, list(written))
    return draft, left


def _lacking_points(texts: Sequence[str]) -> int | None:
    """How many figures lost the point before their last three digits, if all may have lost it: 3308, not 903."""
    values = [value for text in texts if (value := addend(text))]
    return len(values) if all(value == int(value) >= _THOUSAND for value in values) else None


def _unmarked(text: str) -> str:
    """1203.5 of 1、203.5: three figures stand behind each mark but the point of a fraction. Commas are marks that all know."""
    whole, _, rest = text.rpartition(".")
    if not whole or len(rest) == len("000"):
        whole, rest = text, ""
    bare = "".join(filter(str.isdecimal, whole))
    return text if addend(text) == addend(bare) and not rest else bare + "." * bool(rest) + rest


def _only_so(draft: Draft, col: int, written: Mapping[int, str]) -> tuple[Draft, ColumnSum] | None:
    """The draft with these texts and a sum of the column, if its sums come out to the last figure so, and not as printed."""
    way = _with_texts(draft, col, written)
    before, sums = (
        [one for one in column_sums(found, group_total_rows(found)) if one.col == col]
        for found in (draft, way)
    )
    comes_out = sums and not any(sum_gap(way, one) for one in sums) and _covers(sums, list(written))
    as_printed = before == sums and not any(sum_gap(draft, one) for one in before)
    return (way, sums[0]) if comes_out and not as_printed else None


def _with_lost_points(draft: Draft, but: Set[int]) -> Draft:
    """The point written into the one figure without it, where all others of its column have one and only so its sums come out;
    or into all that lack it, sums too or not; not in the columns `but`."""
    if draft.ambiguous:
        return draft
    sums = column_sums(draft, group_total_rows(draft))
    for col in sorted({stated.col for stated in broken_sums(draft, sums)} - but):
        stated = [one for one in sums if one.col == col]
        texts = {i: draft.rows[i][col].text for one in stated for i in (*one.rows, one.total_row)}
        figures = {text for text in texts.values() if addend(text) is not None}
        behind = {decimals(text) for text in figures if not text.isdecimal()}
        if len(behind) != 1 or sum(not text.isdecimal() for text in texts.values() if text) < _FEWEST_POINTS:
            continue
        (digits,) = behind
        gaps = [(sum_gap(draft, one), frozenset(one.rows), one.total_row) for one in stated]
        ways = [
            i for i, text in texts.items() if text.isdecimal() and _makes_up(i, Decimal(text), digits, gaps)
        ]
        several = ways[:1] if len(ways) == 1 else _all_lacking(draft, col, texts, digits)
        if several:
            way = _with_texts(draft, col, _pointed(texts, several, digits))
            draft = _with_repairs(draft, way, stated[0], several)
    return draft


def _all_lacking(draft: Draft, col: int, texts: Mapping[int, str], digits: int) -> list[int]:
    """The rows whose figures lack the point, if with it the sums come out, in those of the sums too or else not."""
    lacking = [i for i, text in texts.items() if text.isdecimal() and int(text)]
    added = [i for i in lacking if draft.rows[i].role != "total"]
    ways = [way for way in dict.fromkeys((tuple(lacking), tuple(added))) if len(way) > 1]
    fits = [way for way in ways if _only_so(draft, col, _pointed(texts, way, digits))]
    return list(fits[0]) if len(fits) == 1 else []


def _pointed(texts: Mapping[int, str], rows: Iterable[int], digits: int) -> dict[int, str]:
    long = {i: texts[i].rjust(digits + 1, "0") for i in rows}
    return {i: f"{text[:-digits]}.{text[-digits:]}" for i, text in long.items()}


def _makes_up(
    row: int, value: Decimal, digits: int, gaps: Sequence[tuple[Decimal, frozenset[int], int]]
) -> bool:
    """With a point before so many digits of the value every sum comes out."""
    less = value - value.scaleb(-digits)
    return all(gap == (less if row in rows else -less if row == total else 0) for gap, rows, total in gaps)


def _marked(draft: Draft) -> Iterator[tuple[int, int]]:
    """The cells of figures with another mark for the point, in columns of figures."""
    for j in range(draft.n_cols):
        texts = [(i, draft.rows[i][j].text) for i in draft.body() if draft.rows[i][j].text]
        figures = sum(addend(text) is not None for _, text in texts)
        marked = [i for i, text in texts if MARKED_POINT.fullmatch(text)]
        if marked and figures >= max(2, len(texts) - len(marked)):
            yield from ((i, j) for i in marked)


def _column_mended(draft: Draft, col: int, places: list[int]) -> Draft:
    written = {i: MARKED_POINT.sub(r"\1.\2", draft.rows[i][col].text) for i in places}
    way = _with_texts(draft, col, written)
    sums = [stated for stated in column_sums(way, group_total_rows(way)) if stated.col == col]
    if not sums or broken_sums(way, sums) or not _covers(sums, places):
        return _unclear(draft, col, places)
    return _with_repairs(draft, way, sums[0], places)


def _unclear(draft: Draft, col: int, places: Sequence[int]) -> Draft:
    issues = (
        Issue("undecided_digit", say("point_unclear", row=i + 1, printed=draft.rows[i][col].text), f"row {i}", draft.rows[i].span())
        for i in places
    )  # fmt: skip
    return replace(draft, issues=(*draft.issues, *issues))


def _with_texts(draft: Draft, col: int, texts: Mapping[int, str]) -> Draft:
    rows = list(draft.rows)
    for i, text in texts.items():
        slots = (replace(slot, text=text) if j == col else slot for j, slot in enumerate(rows[i].slots))
        rows[i] = replace(rows[i], slots=tuple(slots))
    return draft.with_rows(rows)


def _with_repairs(draft: Draft, way: Draft, stated: ColumnSum, places: Sequence[int]) -> Draft:
    """`way` with a repair for each of `places`, told by a sum of their column."""
    cells = [(draft.rows[i][stated.col].text, way.rows[i][stated.col].text, i) for i in places]
    of_thousands = any(len(after) < len(before) for before, after, _ in cells)  # a mark is gone
    why = say("point_for_sum", column=stated.col + 1, row=stated.total_row + 1)
    if of_thousands:
        why = say("thousands_for_sum", column=stated.col + 1, row=stated.total_row + 1)
    repairs = (
        Repair("misread_digit", before, after, why, "probable", draft.rows[i].span(), row=i)
        for before, after, i in cells
    )
    return draft.with_rows(way.rows, *repairs)


def _covers(sums: Sequence[ColumnSum], places: Sequence[int]) -> bool:
    return all(any(i in (*stated.rows, stated.total_row) for stated in sums) for i in places)
