"""Which columns of a table say who is responsible: by their heading, or by what they and the others hold."""

from __future__ import annotations

from pipeline.extract.cells.doing import doing_columns
from pipeline.extract.cells.layout import Column, Layout, is_prose
from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.labels import duty_words
from pipeline.language.names import is_agency, is_party, split_names
from pipeline.language.words import alternation

# 部门 | 职责: the heading says a body stands there, not that it has to do what stands beside it.
_BARE = patterns.compile(
    rf"(?:各|{alternation('noun', 'level')}|有关|相关|组成)?(?:部门|单位|成员单位)(?:名称|（单位）|\(单位\))?"
)
#: 主管部门 | 市教育局 says under whom somebody is, 考核单位 who marks what was done, 责任单位 who has to do what.
SUPERVISES = ("主管", "主办", "举办", "指导", "考核")
_FEWEST_ROWS = 3
# Of the lists of duties in the corpus every cell is an agency; of lists of parks, hospitals, firms under 单位 few are.
_NEARLY_ALL = 0.9
# A duty is a clause; sums, dates and names beside an agency are shorter.
_SHORTEST_DUTY = 10


def agency_columns(layout: Layout) -> list[Column]:
    """Columns headed 责任单位, 牵头处室, 配合单位…, and those beside them that hold bodies alone; else the one headed
    just 部门 or 单位 in a list of duties. A column without any body in it is none (a form: 责任单位 | 联系方式).

    学校名称 | 主管部门 says under whom a school is, and makes nobody responsible for anything."""
    headed = [c for c in layout.columns if c.meaning in AGENCY_MEANINGS and _names_somebody(layout, c)]
    supervised = headed and all(any(word in c.heading for word in SUPERVISES) for c in headed)
    if supervised and not doing_columns(layout):
        return []
    if headed:
        return sorted([*headed, *unknown_agency_columns(layout)], key=lambda c: c.index)
    return [
        c
        for c in layout.columns
        if c.path
        and _BARE.fullmatch("".join(c.heading.split()))
        and _lists_agencies(layout, c)
        and _stands_beside_duties(layout, c)
    ][:1]


def unknown_agency_columns(layout: Layout) -> list[Column]:
    """Columns beside those of agencies whose heading no word of a role is in, but which end as one and hold bodies alone."""
    if not any(c.meaning in AGENCY_MEANINGS for c in layout.columns):
        return []
    return [c for c in layout.columns if c.path and _may_be_office(c) and _lists_agencies(layout, c)]


def _may_be_office(column: Column) -> bool:
    """技术攻坚单位; never 申报单位, nor a heading that says something else."""
    heading = "".join(column.heading.split())
    away = any(word in heading for word in duty_words("away"))
    return (
        column.meaning in ("", "label", "unit")
        and heading.endswith(duty_words("head", "office"))
        and not away
    )


def _names_somebody(layout: Layout, column: Column) -> bool:
    texts = _texts(layout, column)
    return not texts or any(is_party(name) for text in texts for name, _, _ in split_names(text))


def _texts(layout: Layout, column: Column) -> list[str]:
    cells = [row[column.index] for row in layout.body_grid()]
    return [fold(cell.text) for cell in cells if cell is not None and is_prose(cell.text)]


def _lists_agencies(layout: Layout, column: Column) -> bool:
    texts = _texts(layout, column)
    agencies = [all(is_agency(name) for name, _, _ in split_names(text)) for text in texts]
    return len(texts) >= _FEWEST_ROWS and sum(agencies) >= _NEARLY_ALL * len(agencies)


def _stands_beside_duties(layout: Layout, column: Column) -> bool:
    others = (_texts(layout, c) for c in layout.columns if c.index != column.index)
    return any(sum(len(t) >= _SHORTEST_DUTY for t in texts) * 2 > len(layout.rows()) for texts in others)
