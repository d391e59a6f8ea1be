"""Money that a table deals out: who gets how much, a row each: 县区 | 资金（万元） under 水利发展资金分配表, 补贴额（元） beside a machine.

Sums are no grants of their own. Where a total is printed the rows must come to it: of towns beside the county they are
in nobody knows who gets the money twice. What the text tells as the whole (下达资金1227万元) has the rows as its parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from math import isclose

from pipeline.extract.cells.layout import Column, Layout
from pipeline.extract.cells.norm_headings import allocates, gives, grants
from pipeline.extract.cells.rows import layouts, table_facts
from pipeline.extract.facts import Grant, Place, said_to_fact
from pipeline.extract.funding.parts import amount_in_yuan
from pipeline.language.addends import is_whole_place
from pipeline.language.cells import is_subtotal, is_total, says_total
from pipeline.model import Fact, Mended

# As sure as what a rule of prose read of the tables tried.
_SURE = 0.85
_THIS_TIME, _EARLIER = (
    ("本次", "此次", "本批"),
    ("提前", "已下达", "此前", "前期", "上年", "结余", "投资", "预算", "需求"),
)
_EACH = ("标准", "补贴额", "补助额", "奖励额", "奖补额")
_PART = "其中"


def allocated(mended: Mended, told: Iterable[Fact]) -> Iterator[Fact]:
    """The grants in cells of figures alone; `told` are those of the text."""
    sums = {fact.values["amount_cny"] for fact in told}
    for layout in layouts(mended):
        if allocates(layout.table.title) or any(map(gives, layout.columns)):
            yield from _of_table(layout, sums)


def _of_table(layout: Layout, told: Collection[object]) -> Iterator[Fact]:
    facts = [fact for fact in table_facts(layout) if fact.values["value"] is not None]
    by_path = {"/".join(column.path): column for column in layout.columns}
    paid: dict[str, list[Fact]] = {}
    for fact in facts:
        if _yuan(fact) is not None:
            paid.setdefault(str(fact.values["column_path"]), []).append(fact)
    columns = {path: by_path[path] for path in paid if path in by_path}
    each = [
        p
        for p, column in columns.items()
        if grants(column) and column.heading.partition("（")[0].endswith(_EACH)
    ]
    for path in each:
        yield from (_grant(layout, fact, "per") for fact in paid[path] if not _is_sum(layout, fact))
    left = None if each else _one_left(layout, columns)
    rows = [fact for fact in paid[left] if not _is_sum(layout, fact)] if left else []
    whole = _whole(layout, paid[left]) if left else None
    if whole is None:
        parted = any(_PART in layout.label(row) or is_subtotal(layout.name(row)) for row in layout.rows())
    else:
        parted = not isclose(sum(map(_amount, rows)), _amount(whole), abs_tol=len(rows) * 0.005)
    kind = "part" if whole and _yuan(whole) in told else "total"
    yield from (_grant(layout, fact, kind) for fact in (() if parted else rows))


def _one_left(layout: Layout, columns: dict[str, Column]) -> str | None:
    """The column of what is given: the one 本次下达, the only one, or the one that sums the others."""
    dealt = allocates(layout.table.title)
    given = {path: column for path, column in columns.items() if dealt or gives(column)}
    given = {p: c for p, c in given.items() if not _is_rate(c)} or given
    now = [p for p in given if any(word in p for word in _THIS_TIME)]
    if not now and any(word in p for p in given for word in _EARLIER):
        return None
    sums = [p for p, c in given.items() if is_total(c.heading.partition("（")[0])]
    left = next((paths for paths in (now, list(given) if len(given) == 1 else [], sums) if paths), [])
    return left[0] if len(left) == 1 else None


def _is_rate(column: Column) -> bool:
    """生均标准 beside 金额: what each of them is counted with."""
    return column.heading.partition("（")[0].endswith(("标准", "定额"))


def _is_sum(layout: Layout, fact: Fact) -> bool:
    assert fact.row is not None
    name = layout.name(fact.row)
    return says_total(name) or is_whole_place(name) or _is_total_row(layout, fact.row)


def _is_total_row(layout: Layout, row: int) -> bool:
    return any(cell and cell.role == "total" and cell.row == row for cell in layout.grid[row])


def _whole(layout: Layout, facts: Iterable[Fact]) -> Fact | None:
    sums = [
        f for f in facts if _is_sum(layout, f) and f.row is not None and not is_subtotal(layout.name(f.row))
    ]
    return max(sums, key=_amount, default=None)


def _amount(fact: Fact) -> float:
    return float(str(fact.values["value"]))


def _yuan(fact: Fact) -> float | None:
    """The value in yuan if it is an amount of money, 元/人 too; of figures alone, what has a unit is read as prose is."""
    unit = str(fact.values["unit"] or "")
    if unit and unit in str(fact.values["value_text"]):
        return None
    return amount_in_yuan(_amount(fact), unit.partition("/")[0]) if "元" in unit else None


def _recipient(layout: Layout, row: int) -> str:
    """Who or what is named in the row; 食用菌大棚 of 项目名称 | 建设内容, where what is to be done names it too."""
    named = [j for j in layout.label_columns if layout.columns[j].meaning == "label"]
    cells = (layout.grid[row][j] for j in reversed(named))
    return next((cell.text for cell in cells if cell and cell.text), layout.name(row))


def _grant(layout: Layout, fact: Fact, kind: str) -> Fact:
    assert fact.row is not None
    name = _recipient(layout, fact.row).removeprefix(_PART).lstrip("：:")
    said = Grant(
        amount=_amount(fact),
        unit=str(fact.values["unit"]),
        amount_text=str(fact.values["value_text"]),
        amount_cny=_yuan(fact),
        amount_kind=kind,
        comparator="=",
        recipient=name or None,
        row_label=str(fact.values["row_label"]),
    )
    place = Place(fact.span, table_id=fact.table_id, row=fact.row, own=fact.own)
    return said_to_fact(said, place, "funding/cell", _SURE * fact.confidence)
