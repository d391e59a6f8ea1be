"""Names of rows that are none, or not of their row: sums that come out say nothing of them. A table with one is not proved.

| 东部片区 | 龙坝镇 | 3 |        | 2024年               | 3 |        | 东镇 | 新建 | 3 |
| 柳山镇   |        | 5 |        | 市政府文件2025年     | 5 |        |      | 改建 | 4 |
                                                                   |      | 改建 | 5 |  of the town below
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.language import patterns
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import number, year, year_within
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings
from pipeline.tables.sums import ColumnSum

_TWO_NAMES = patterns.compile(
    rf"\p{{Han}}{{2,}}(?:{'|'.join(CLASS_ALONE)})\p{{Han}}{{2,}}(?:{'|'.join(CLASS_ALONE)})"
)
_VALUE_BEFORE = patterns.compile(r"(?:[-—–/]+|\d[\d.]*)\s*\p{Han}{2,}")
_FEW = 4  # one name of four


def has_strange_names(draft: Draft, sums: Sequence[ColumnSum]) -> bool:
    """A row has no name of its own, a number for one, half a one, two of them, one with a value of the row above before it,
    a heading for one, or the same as another row beside it.

    Names stand in the columns before the first that is added up.
    """
    body = [i for i, row in enumerate(draft.rows) if row.role == "body"]
    rows = [draft.rows[i] for i in body]
    first = min((s.col for s in sums), default=0)
    printed = {j: [row[j].text for row in rows] for j in range(first)}
    names = {j: texts for j, texts in printed.items() if 2 * sum(map(is_word, texts)) >= len(rows)}
    if any(not any(found) for found in zip(*names.values(), strict=True)) or _few_blank(rows, names):
        return True
    figures = any(number(text) is not None for column in names.values() for text in column)
    odd = (
        _takes_number(draft, body)
        or _is_nameless_sum(draft, first)
        or any(
            _has_half(column) or _has_two(column, rows) or _hides_year(column) for column in names.values()
        )
    )
    return (
        figures
        or odd
        or _are_headings(draft, names)
        or _is_one_twice(draft, body, first)
        or _lacks_one(draft, first)
    )


def _few_blank(rows: Sequence[Row], names: Iterable[int]) -> bool:
    """A column that names the rows is blank in a few of them."""
    blank = (sum(not row[j].text and not row[j].merged for row in rows) for j in names)
    return any(n and _FEW * n <= len(rows) for n in blank)


def is_word(text: str) -> bool:
    return bool(text) and number(text) is None


def _has_half(column: Sequence[str]) -> bool:
    """A name of one character (镇) beside longer ones, or the end of others (街道 beside 北坡街道)."""
    words = [text for text in column if is_word(text)]
    ends = tuple(text for text in words if text in CLASS_ALONE)
    whole = [text for text in words if text not in ends]
    short = any(len(text) == 1 for text in words) and any(len(text) > 1 for text in words)
    return short or any(text.endswith(ends) for text in whole if ends)


def _has_two(column: Sequence[str], body: Sequence[Row]) -> bool:
    """Names of a column that are two (东风镇南山镇); a value before one (0 南山镇), which the row above lacks."""
    lacks = [True, *(not row.slots[-1].text for row in body)]
    two = [text for text in column if _TWO_NAMES.fullmatch(text)]
    behind = [
        text
        for text, lack in zip(column, lacks, strict=False)
        if _VALUE_BEFORE.fullmatch(text) and (lack or not text[0].isdecimal())
    ]
    return bool(two and 2 * len(two) < len(column)) or bool(behind and _FEW * len(behind) <= len(column))


def _hides_year(column: Sequence[str]) -> bool:
    """Years name the rows, and one of them has words before it."""
    words = [text for text in column if text]
    return any(not year(text) and year_within(text) for text in words) and 2 * sum(
        map(bool, map(year, words))
    ) > len(words)


def _takes_number(draft: Draft, body: Sequence[int]) -> bool:
    """Under 序号 there is nothing, and a figure before the name beside it: (blank) | 11梅潭乡 below 10 | 石洲镇."""
    meanings = heading_meanings(draft)
    if "row_number" not in meanings:
        return False
    col = meanings.index("row_number")
    rows = [draft.rows[i] for i in body]
    return any(
        row[col + 1].text[:1].isdecimal() and not row[col].text and is_word(row[col + 1].text) for row in rows
    )


def _is_nameless_sum(draft: Draft, first: int) -> bool:
    """A row that its figures alone show to be a sum lost its name."""
    sums = [row for row in draft.rows if row.role == "total"]
    return any(not any(row[j].text or row[j].merged for j in range(first)) for row in sums)


def _are_headings(draft: Draft, names: dict[int, list[str]]) -> bool:
    """A row says in the columns of names what their headings do: 片区 | 镇街 | 2027年 above the rest of another table."""
    paths = draft.paths()
    said = [[text == paths[j][-1] for text in column] for j, column in names.items() if paths[j]]
    return any(map(all, zip(*said, strict=True))) if said else False


def _is_one_twice(draft: Draft, body: Sequence[int], first: int) -> bool:
    """Of rows under a label that reaches over several two have the same names: the label may reach less far."""
    named = {i: tuple(text for j in range(first) if is_word(text := draft.resolved(i, j))) for i in body}
    found = Counter(named.values())
    return any(
        found[named[i]] > 1 for i in body if any(draft.rows[i][j].merged == "up" for j in range(first))
    )


def _lacks_one(draft: Draft, first: int) -> bool:
    """A row whose cells were laid elsewhere than printed has no name where others have one: its name may be of that column.

    Nor has one below a label that reaches over the rows above it.
    """
    moved = {repair.row for repair in draft.repairs if repair.kind == "shifted_row"}
    body = [(i in moved, row) for i, row in enumerate(draft.rows) if row.role == "body"]
    sums = [
        row
        for row in draft.rows
        if row.role == "total" and sum(is_word(row[j].text) for j in range(first)) > 1
    ]
    named = [
        j for j in range(first) if any(is_word(row[j].text) for row in (*sums, *(row for _, row in body)))
    ]
    carried = [j for j in named if any(row[j].merged == "up" for _, row in body)]
    return any(
        not row[j].text and not row[j].merged
        for is_moved, row in body
        for j in (named if is_moved else carried)
    )
