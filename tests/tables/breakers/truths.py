"""True tables: plan, indicator, responsibility, standard and budget tables as notices print them.

A truth holds the table as it should come out (`rows`, a merged cell in each place it reaches) and as it
is printed (a merged cell once, blanks where it reaches).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Literal

from breakers.names import (
    CLASSES,
    INDICATORS,
    NUMERALS,
    STATES,
    THINGS,
    UNITS,
    bodies,
    deadline,
    task,
    towns,
)

Rows = list[list[str]]
Role = Literal["header", "body", "total", "group"]


@dataclass(frozen=True)
class Truth:
    """`labels`: columns that name a row; `aside`: columns that hold no facts; `units`: of the columns that say one."""

    kind: str
    rows: Rows
    printed: Rows
    roles: list[Role]
    labels: tuple[int, ...]
    aside: tuple[int, ...] = ()
    units: dict[int, str] = field(default_factory=dict)

    @property
    def head(self) -> int:
        return self.roles.count("header")

    @property
    def numbered(self) -> bool:
        return self.rows[0][0] == "序号"

    def paths(self) -> list[str]:
        columns = ([row[j] for row in self.rows[: self.head]] for j in range(len(self.rows[0])))
        return ["/".join(dict.fromkeys(column)) for column in columns]


Maker = Callable[[Random, int], Truth]


def size(random: Random, most: int = 400) -> int:
    """3 to `most` rows, as many small tables as large ones by order of size."""
    return round(3 * (most / 3) ** random.random())


# --- plan ---------------------------------------------------------------------------------------


def plan(random: Random, n: int) -> Truth:
    """Towns by things by years: heading depth 1 to 4, blanks, a total row at the bottom or the top."""
    depth = random.choice((1, 2, 2, 2, 3, 3, 4))
    heads, units = _plan_heads(random, depth)
    numbered = random.random() < 0.4
    blank = random.choice((0.0, 0.1, 0.3, 0.5))
    high = random.choice((9, 40, 900))
    values = [
        ["" if random.random() < blank else str(random.randint(0, high)) for _ in heads] for _ in range(n)
    ]
    sums = [str(sum(int(row[j] or 0) for row in values)) for j in range(len(heads))]
    left = [[str(i + 1), town] for i, town in enumerate(towns(random, n))]
    body = [(a if numbered else a[1:]) + b for a, b in zip(left, values, strict=True)]
    lead = 2 if numbered else 1
    total = [*([""] if numbered else []), "合计", *sums]
    top = random.random() < 0.15
    rows = [total, *body] if top else [*body, total]
    roles: list[Role] = ["header"] * depth
    roles += ["total", *["body"] * n] if top else [*["body"] * n, "total"]  # type: ignore[list-item]
    names = ["序号", random.choice(("镇街", "乡镇", "县（市、区）"))] if numbered else ["镇街"]
    true = [[*names, *(path[k] for path in heads)] for k in range(depth)]
    printed = [_spanning(row, above) for row, above in zip(true, [None, *true], strict=False)]
    found = {lead + j: unit for j, unit in enumerate(units) if unit}
    return Truth(
        "plan", [*true, *rows], [*printed, *_copy(rows)], roles, (lead - 1,), tuple(range(lead - 1)), found
    )


def _plan_heads(random: Random, depth: int) -> tuple[list[tuple[str, ...]], list[str]]:
    """Heading paths of the value columns and their units; 2 to 18 columns."""
    things = random.sample(THINGS, random.randint(2, 18 if depth == 1 else 4))
    if depth == 1:
        unit = random.choice(("", *UNITS))
        return [(f"{t}（{unit}）" if unit else t,) for t in things], [unit for _ in things]
    states = random.sample(STATES, random.randint(2, 4))
    unit = random.choice(("", *UNITS))
    leaves = [(f"{s}（{unit}）" if unit else s) for s in states]
    paths: list[tuple[str, ...]] = [(t, leaf) for t in things for leaf in leaves]
    if depth > 2:
        half = max(1, len(things) // 2)
        paths = [("城市" if things.index(p[0]) < half else "农村", *p) for p in paths]
    if depth > 3:
        paths = [("年度建设任务", *p) for p in paths]
    return paths[:18], [unit] * len(paths[:18])


def _spanning(row: list[str], above: list[str] | None) -> list[str]:
    """A heading row as printed: each heading once over the columns it spans, nothing under one that reaches down."""
    return [
        ""
        if (above and text == above[j])
        or (j and text == row[j - 1] and (not above or above[j] == above[j - 1]))
        else text
        for j, text in enumerate(row)
    ]


def plan_with_dashes(random: Random, n: int) -> Truth:
    """A plan where a dash stands for a whole group that does not apply to a town."""
    truth = plan(random, n)
    while truth.head < 2:
        truth = plan(random, n)
    lowest = truth.rows[truth.head - 2]
    first = truth.labels[-1] + 1
    starts = [j for j in range(first, len(lowest)) if j == first or truth.printed[truth.head - 2][j]]
    groups = list(zip(starts, [*starts[1:], len(lowest)], strict=True))
    body = [i for i, role in enumerate(truth.roles) if role == "body"]
    for i in random.sample(body, max(2, len(body) // 4)):
        start, end = random.choice(groups)
        truth.rows[i][start:end] = ["—"] * (end - start)
        truth.printed[i][start:end] = ["—", *[""] * (end - start - 1)]
    for i, role in enumerate(truth.roles):
        if role == "total":
            for j in range(first, len(lowest)):
                texts = [truth.rows[k][j] for k in body]
                truth.rows[i][j] = truth.printed[i][j] = str(sum(int(t) for t in texts if t.isdecimal()))
    return truth


# --- rows with words ----------------------------------------------------------------------------


def responsibilities(random: Random, n: int) -> Truth:
    """序号, task, agencies, time limit."""
    n = min(n, 150)
    both = random.random() < 0.5
    names = ["序号", "重点任务", *(["牵头单位", "配合单位"] if both else ["责任单位"]), "完成时限"]
    rows = [names]
    for i in range(n):
        who = [bodies(random, 1), bodies(random)] if both else [bodies(random)]
        rows.append(
            [
                str(i + 1),
                task(random) + (task(random) if random.random() < 0.3 else ""),
                *who,
                deadline(random),
            ]
        )
    return Truth("responsibility", rows, _copy(rows), ["header", *["body"] * n], (1,), (0,))


def with_notes(random: Random, n: int) -> Truth:
    """A responsibility table whose last column, 备注, is nearly always blank; a note stands near the top."""
    truth = responsibilities(random, n)
    for k, rows in enumerate((truth.rows, truth.printed)):
        for i, row in enumerate(rows):
            row.insert(4 if len(row) > 4 else 3, "备注" if not i else "新增" if i == 1 and k < 2 else "")
    return truth


def grouped(random: Random, n: int) -> Truth:
    """Tasks under group rows over the full width: 一、经济发展方面（共3项）."""
    n = max(4, min(n, 60))
    flat = responsibilities(random, n)
    rows, roles = [flat.rows[0]], ["header"]
    at = 1
    for k, name in enumerate(random.sample(CLASSES, 10)):
        some = min(random.randint(2, 8), n + 1 - at)
        if some < 1:
            break
        rows.append([f"{NUMERALS[k]}、{name}方面（共{some}项）", *[""] * (len(flat.rows[0]) - 1)])
        rows += flat.rows[at : at + some]
        roles += ["group", *["body"] * some]
        at += some
    return Truth("grouped", rows, _copy(rows), roles, (1,), (0,))  # type: ignore[arg-type]


def indicators(random: Random, n: int) -> Truth:
    """序号, indicator, the values of two years, its nature, agency."""
    n = min(n, len(INDICATORS))
    rows = [["序号", "指标名称", "2020年", "2025年", "指标属性", "责任部门"]]
    for i, (name, unit) in enumerate(random.sample(INDICATORS, n)):
        low = random.randint(10, 800) / 10
        sign = random.choice(("", "", "≥", ">"))
        rows.append([
            str(i + 1), f"{name}（{unit}）" if unit != "%" else name,
            random.choice(("—", f"{low}{unit if unit == '%' else ''}")),
            f"{sign}{round(low * 1.2, 1)}{unit if unit == '%' else ''}",
            random.choice(("约束性", "预期性")), bodies(random, 2),
        ])  # fmt: skip
    return Truth("indicator", rows, _copy(rows), ["header", *["body"] * n], (1,), (0,))


def standards(random: Random, n: int) -> Truth:
    """Numbered rows with a label over several rows that hold items 1., 2., 3."""
    n = min(n, 60)
    rows, printed = [["序号", "类别", "标准"]], [["序号", "类别", "标准"]]
    for k in range(10):
        label = f"（{NUMERALS[k]}）{random.choice(THINGS)}"
        for item in range(1, random.randint(2, 7)):
            text = f"{item}.应{task(random)}"
            rows.append([str(len(rows)), label, text])
            printed.append([rows[-1][0], label if item == 1 else "", text])
        if len(rows) > n:
            break
    return Truth("standard", rows, printed, ["header", *["body"] * (len(rows) - 1)], (1,), (0,))


# --- budget -------------------------------------------------------------------------------------


def budget(random: Random, n: int) -> Truth:
    """Projects with amounts of two decimals: a total column over its parts, sections with 小计, 合计 at the end."""
    sources = random.sample(
        ("中央资金", "省级资金", "市级资金", "县级配套", "社会资本", "专项债券"), random.randint(2, 5)
    )
    names = ["序号", "项目名称", "建设地点", "合计", *sources]
    rows = [[f"{name}（万元）" if j > 2 else name for j, name in enumerate(names)]]
    roles: list[Role] = ["header"]
    sections = random.choice((1, 1, 2, 3)) if n >= 8 else 1
    sums: list[list[Decimal]] = []
    places = towns(random, n)
    for section in range(sections):
        amounts = []
        for i in range(section * n // sections, (section + 1) * n // sections):
            parts = [Decimal(random.choice((0, random.randint(1, 99999)))) / 100 for _ in sources]
            amounts.append([sum(parts, Decimal(0)), *parts])
            rows.append(
                [str(i + 1), f"{places[i]}{random.choice(THINGS)}项目", places[i], *map(_money, amounts[-1])]
            )
            roles.append("body")
        sums.append([sum(column, Decimal(0)) for column in zip(*amounts, strict=True)])
        if sections > 1:
            rows.append(["", "小计", "", *map(_money, sums[-1])])
            roles.append("total")
    rows.append(["", "合计", "", *(_money(sum(column, Decimal(0))) for column in zip(*sums, strict=True))])
    roles.append("total")
    units = dict.fromkeys(range(3, len(names)), "万元")
    return Truth("budget", rows, _copy(rows), roles, (1,), (0,), units)


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}" if amount else ""


def _copy(rows: Rows) -> Rows:
    return [list(row) for row in rows]
