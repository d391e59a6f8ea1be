"""Duties that a heading gives for all points below it: 一、县教育局牵头任务（8项）; in a division of tasks bodies alone do so, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.duties.assignments import ENDS_AS_DUTY, read_bodies, read_list
from pipeline.extract.duties.marks import marks
from pipeline.extract.duties.signs import Assigned
from pipeline.language.brackets import brackets
from pipeline.language.script import simplified
from pipeline.model import Clause, Mended

# 牵头|的|重点|任务|清单: what a body leads, behind the verb.
_TAILS = ("工作", "任务", "事项", "项目", "目标", "清单", "重点", "主要", "的")
_COUNTED, _NUMERALS = ("项", "个", "条", "件"), "一二三四五六七八九十0123456789共计 "
# 任务分解, 责任分工: who does what is what such a notice or section tells.
_DIVIDES = ("分工", "分解", "任务", "责任", "职责")
_LEAST = 2  # bodies side by side; one alone may be the heading of anything


def duties_by_heading(mended: Mended) -> Mapping[str, tuple[Assigned, ...]]:
    """Points with points below them → the bodies that their headings say do all of these, with places in the heading."""
    clauses = mended.outline.clauses
    parents = {clause.parent_id for clause in clauses}
    over = [clause for clause in clauses if clause.clause_id in parents and clause.heading]
    told = {clause.clause_id: read_heading(clause.heading) for clause in over}
    named = {c.clause_id: told[c.clause_id] or read_bodies(simplified(c.heading)) for c in over}
    headings = {clause.clause_id: clause.heading for clause in clauses}
    for siblings in _siblings(over):
        above = headings.get(siblings[0].parent_id or "", "") + _title(mended, siblings[0].annex)
        if len(siblings) >= _LEAST and all(named[c.clause_id] for c in siblings) and _divides(above):
            told |= {c.clause_id: named[c.clause_id] for c in siblings}
    return {clause_id: agencies for clause_id, agencies in told.items() if agencies}


def read_heading(heading: str) -> tuple[Assigned, ...]:
    """The bodies of a heading that is nothing but these, their verb of duty, and what they do it to; () if it is more.

    >>> [(a.name, a.role) for a in read_heading("市教育局牵头的重点任务（12项）")]
    [('市教育局', 'lead')]
    >>> read_heading("加强组织工作")
    ()
    """
    bare = _without_tail(_without_count(heading))
    plain = simplified(bare)
    return read_list(bare) if ENDS_AS_DUTY.search(plain) and not marks(plain) else ()


def _without_count(heading: str) -> str:
    """市教育局牵头任务（8项）, without the bracket."""
    last = next(reversed([*brackets(heading, "（(")]), None)
    if last is None or last[1] != len(heading):
        return heading
    return heading[: last[0]] if heading[last[0] + 1 : -1].strip(_NUMERALS) in _COUNTED else heading


def _without_tail(heading: str) -> str:
    while tail := next((word for word in _TAILS if heading.endswith(word)), ""):
        heading = heading.removesuffix(tail)
    return heading


def _siblings(clauses: Sequence[Clause]) -> list[list[Clause]]:
    rows: dict[tuple[str | None, str | None, int], list[Clause]] = {}
    for clause in clauses:
        rows.setdefault((clause.annex, clause.parent_id, clause.level), []).append(clause)
    return [*rows.values()]


def _title(mended: Mended, annex: str | None) -> str:
    """What the annex is called, or the notice."""
    of_annex = (a.title for a in mended.outline.annexes if a.label == annex and a.present)
    return next(of_annex, mended.outline.title_block.title)


def _divides(text: str) -> bool:
    return any(word in text for word in _DIVIDES)
