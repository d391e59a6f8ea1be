"""Columns whose cells are values to reach or keep, in tables that are no tables of indicators by years.

Either the heading says so (标准, 目标值, 要求) beside a column that names the rows, or the caption does: under
社区食堂建设标准 every column that counts or measures is a norm, under 2026年考核目标 where one compares (≥28). What is
granted, charged, scored or told apart by classes is none.
"""

# Long: which columns of a table ask for what they hold is told in one place.
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.extract.cells.gains import compares
from pipeline.extract.cells.indicator_names import unit_in_name
from pipeline.extract.cells.layout import Column, Layout
from pipeline.extract.cells.norm_headings import GOAL, aims, asks, bare_heading, is_of_classes, is_ratio, says
from pipeline.extract.cells.norm_words import norm_words
from pipeline.extract.cells.row_names import is_of_time
from pipeline.language.brackets import without_round
from pipeline.language.cells import year
from pipeline.language.quantity import Quantity
from pipeline.language.value_cells import ratio_cell, value_cell
from pipeline.language.words import words

_NAMING = frozenset({"indicator", "task", "label", "category"})
_VALUED = frozenset({"", "value", "measure"})


def headed(layout: Layout) -> list[Column]:
    """Columns 评价标准, 目标值, 要求 beside one that names the rows; beside tasks, which say what is to be done, only 目标 and
    量化指标; beside words under no known heading 2027年 of 2027年目标 too."""
    named = {column.meaning for column in layout.columns} & _NAMING
    valued = [
        c
        for c in layout.columns
        if (c.meaning == "measure" or (c.year and says(c, GOAL)))
        and not is_of_classes("".join(c.path))
        and not _is_paid(layout, c)
    ]
    if "task" in named:
        years = [c for c in layout.columns if c.meaning == "year_value" and _is_value(layout, c)]
        valued = [c for c in valued if says(c, GOAL) or aims(c.heading)] or years or _counted(layout)
    elif "indicator" not in named:
        valued = [c for c in valued if asks(c.heading) or (c.year and not named)] or _counted(layout)
    steps = [c for c in layout.columns if is_of_time(c) and c not in valued and _is_value(layout, c)]
    return [*valued, *(steps if valued else ()), *(c for c in layout.columns if _promises(layout, c))]


def _counted(layout: Layout) -> list[Column]:
    """The figures of rows that are told in what they are counted: 项目 | 单位 | 2026年 | 2027年, 公厕（座） | 2026年, and under 数量 where
    it is told too who does it or by when."""
    units = any(c.meaning == "unit" for c in layout.columns)
    if not (units or _rows_name_units(layout)):
        return []
    asked = units and any(c.meaning in _ASKED for c in layout.columns)
    counted = [c for c in layout.columns if c.meaning == "year_value" or (asked and c.meaning == "value")]
    return [c for c in counted if _is_value(layout, c) and not compares(c) and not _is_paid(layout, c)]


_ASKED = frozenset({"agency", "lead_agency", "deadline"})


def _promises(layout: Layout, column: Column) -> bool:
    """承诺时限 | 8个工作日: within how long something is handled, which is kept each time; not what a law allows (法定时限)."""
    heading = column.heading
    handled = any(word in heading for word in (*words("handled"), *norm_words("promised")))
    if column.meaning != "deadline" or not handled or heading.startswith(_OF_LAW):
        return False
    values = list(_values(layout, column))
    return bool(values) and all(found.dimension == "time" for found in values)


def is_of(layout: Layout, kind: str) -> bool:
    """Whether the caption of a table says that it holds `rules` (建设标准) or `aims` (考核目标)."""
    captions = layout.over.captions
    told = any(bare_heading(title).endswith(norm_words(kind)) for title in captions)
    return told and not any(map(is_of_classes, captions))


@lru_cache(maxsize=64)
def indicates(layout: Layout) -> bool:
    """Whether a table holds indicators by years: by its headings, or where rows that are measured stand beside years under a
    caption of aims (表1 发展目标: 项目 | 2025年 | 2030年)."""
    if layout.table.kind == "indicator":
        return True
    names = [without_round(layout.name(row)) for row in layout.rows()]
    measured = any(name.endswith((*words("measure"), *words("ending", "measure"))) for name in names)
    return measured and is_of(layout, "aims") and any(c.meaning == "year_value" for c in layout.columns)


def captioned(layout: Layout) -> list[Column]:
    """Columns of values under a caption that says that they are norms or aims, and those that compare where another sign does."""
    rules, aims_ = is_of(layout, "rules"), is_of(layout, "aims")
    if not (rules or aims_ or _may_ask(layout)):
        return []
    columns = [
        c
        for c in layout.columns
        if c.meaning in _VALUED
        and c.index not in layout.label_columns
        and not is_of_classes("".join(c.path))
        and not _is_paid(layout, c)
    ]
    if not (rules or (aims_ and any(q.comparator for c in columns for q in _values(layout, c)))):
        return [c for c in columns if _is_compared(layout, c)]
    return [c for c in columns if _is_measured(layout, c) or _are_ratios(layout, c)]


def _may_ask(layout: Layout) -> bool:
    """指标 | 小学 | 初中, 任务分解表, 某市公交服务要求: where what compares is asked."""
    captions, notice = layout.over.captions, layout.over.notice
    indicator = any(c.meaning == "indicator" for c in layout.columns)
    asked = bare_heading(notice).endswith((*norm_words("rules"), *norm_words("aims")))
    return (indicator or sets_tasks(layout) or asked) and not any(map(is_of_classes, (*captions, notice)))


def sets_tasks(layout: Layout) -> bool:
    """Whether a table is under 任务分解表 or 各区任务如下: what is asked there is to be reached."""
    return any("任务" in title for title in layout.over.captions)


def _is_measured(layout: Layout, column: Column) -> bool:
    """Whether a figure of a column says in what it is measured, or its heading, its row or a column 单位 does."""
    beside = any(c.meaning == "unit" for c in layout.columns) or _rows_name_units(layout)
    told = beside or bool(column.unit) or _measures(column)
    return any(told or q.comparator or q.unit for q in _values(layout, column))


def _measures(column: Column) -> bool:
    """有效利用系数: a heading that measures, so that a figure under it needs no unit."""
    return without_round(column.heading).endswith(words("measure", "index"))


def _rows_name_units(layout: Layout) -> bool:
    """每厕位建筑面积（㎡） | 5—7 | 3—4.9: whether most rows say in what they are measured."""
    names = [layout.name(row) for row in layout.rows()]
    return 2 * sum(bool(unit_in_name(name)) for name in names) > len(names)


def _are_ratios(layout: Layout, column: Column) -> bool:
    cells = (layout.grid[row][column.index] for row in layout.rows())
    return is_ratio("", column) and any(cell and ratio_cell(cell.text) for cell in cells)


def _is_paid(layout: Layout, column: Column) -> bool:
    """最低工资标准（元/月）, 个人缴费: so much money as such is paid, and nothing to be reached; 投资强度（万元/亩）, 不低于650元 and
    what is aimed at are."""
    heading = bare_heading(column.heading)
    measures = (*words("measure"), *words("ending", "measure"))
    measured = without_round(column.heading).endswith(measures) and not heading.endswith("额")
    aimed = measured or says(column, GOAL) or column.meaning == "measure"
    asked = heading.endswith(norm_words("rules"))
    values = list(_values(layout, column)) if asked or not aimed else []
    above = column.unit or layout.table.unit or ""
    return bool(values) and all(_YUAN in (q.unit or above) and not q.comparator for q in values)


_YUAN, _OF_LAW = "元", "法定"


def _values(layout: Layout, column: Column) -> Iterator[Quantity]:
    """The values that the cells of a column are, those of sums left out."""
    cells = (layout.grid[row][column.index] for row in layout.rows())
    found = (value_cell(cell.text.rstrip("。；")) for cell in cells if cell and cell.role == "body")
    return (value for value in found if value)


@lru_cache(maxsize=64)
def norm_columns(layout: Layout) -> list[Column]:
    """The columns of norms of a table, from left to right.

    Beside values under 标准 or 目标 those of other columns only describe, but for those under a caption of norms whose own
    cells say what is asked (用房面积 | 不低于300平方米).
    """
    if any(c.path and without_round(c.heading) in norm_words("grades") for c in layout.columns):
        return []
    said = headed(layout)
    only_words = not any(_is_value(layout, c) for c in said)  # 其他要求 | 设置无障碍坡道
    asked = [c for c in captioned(layout) if c not in said and (only_words or _is_compared(layout, c))]
    return sorted((*said, *asked), key=lambda c: c.index)


def rows_are_years(layout: Layout) -> bool:
    """年份 | 高新技术企业（家）, with a year in each row."""
    labels = [layout.label(row) for row in layout.rows()]
    return bool(labels) and all(map(year, labels))


def planned_columns(layout: Layout) -> list[Column]:
    """The columns of values where each row is of a year."""
    others = [c for c in layout.columns if c.meaning in _VALUED and c.index not in layout.label_columns]
    return [c for c in others if _is_value(layout, c) and not compares(c) and not _is_paid(layout, c)]


def _is_value(layout: Layout, column: Column) -> bool:
    return any(True for _ in _values(layout, column))


def _is_compared(layout: Layout, column: Column) -> bool:
    values = list(_values(layout, column))
    return 2 * sum(bool(found.comparator) for found in values) > len(values)
