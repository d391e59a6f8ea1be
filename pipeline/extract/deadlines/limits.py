"""When a point or a row of a table is due as a whole, for what in it names no time of its own.

A row is due when its cell under 完成时限 says. Of a point either its 完成时限 line says so, wherever in the point it stands; or, in a point about aims, the time that opened an
earlier paragraph holds for the list that follows: 到2025年，实现以下目标：, then one aim a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.deadlines.binding import binding_times, governs, opens_part
from pipeline.extract.reading import Reading
from pipeline.language import patterns
from pipeline.language.labels import work_before
from pipeline.language.scope import Due
from pipeline.language.sections import HIGHEST_LISTED, NO_RANK, to_rank
from pipeline.language.sentences import around
from pipeline.language.times import due
from pipeline.model import Mended

_LINE = patterns.compile(
    r"(?:(?<=^|[。；])[（〔【]?|(?<=：[^，。；：（）]{2,60}，))(?:计划|预计|要求)?(?:完成|办理|办结|工作|整改|落实|实施|推进|目标)?(?:时限|时间|期限|节点|时间节点|进度)(?:要求|安排)?[：】]"
)
# ——绿色发展。到2027年…: a member of the list, whose time is its own.
_MEMBERS = tuple("—–－●•■◆▪○")
_ABOUT_AIMS = patterns.compile("目标|指标")


def _named(every: Sequence[Reading]) -> Mapping[str, Due]:
    """Point → the day its 完成时限 line names, and no step before others of a schedule (进度安排：⏎3月完成选址。⏎6月开工。)."""
    limits: dict[str, Due] = {}
    for reading in every:
        clause, text = reading.passage.clause_id, reading.sense.text
        if clause in limits and (step := _first_day(reading)) and step > limits[clause]:
            del limits[clause]
        for label in _LINE.finditer(text) if clause else ():
            end = around(reading.sense.sentences, label.start()).end
            inside = [t for t in binding_times(reading) if label.start() <= t.start < end]
            days = {when for t in inside if (when := due(t.time, reading.calendar))}
            is_step = any(text.startswith("：", t.end) for t in inside)
            # 完成时限：除管网2027年6月外，其余2026年底: which holds for what is not told
            if clause and len(days) == 1 and not is_step:
                limits[clause] = days.pop()
    return limits


def _first_day(reading: Reading) -> Due | None:
    """The day a paragraph begins with."""
    first = next(iter(binding_times(reading)), None)
    return due(first.time, reading.calendar) if first and opens_part(reading.sense, first) else None


def _rows(every: Sequence[Reading]) -> Mapping[tuple[str | None, int], Due]:
    """Row of a table → the day its cell under 完成时限 names, the last of several."""
    limits: dict[tuple[str | None, int], Due] = {}
    for reading in every:
        days = (due(t.time, reading.calendar) for t in binding_times(reading)) if reading.due_rows else ()
        if when := max(filter(None, days), default=None):  # 6月底前完成50%，11月底前全部完成
            limits |= {(reading.table_id, row): when for row in reading.due_rows}
    return limits


def _opening(reading: Reading) -> Due | None:
    """The time that opens a part of this paragraph and so may hold beyond it; the last of several.

    到2025年, 通过五年的努力: an effort of years is said of all that follows.
    """
    sense = reading.sense
    bound = binding_times(reading)
    opening = [
        t
        for t in bound
        if (t.time.kind == "by" or t.rule == "effort") and governs(sense, t) and opens_part(sense, t)
    ]
    return due(opening[-1].time, reading.calendar) if opening else None


def _upward(clause_id: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    at: str | None = clause_id
    while at:
        yield at
        at = parents.get(at)


def _in_lists(every: Sequence[Reading]) -> Iterator[Due | None]:
    """For each reading the time of the list it is a member of, where a paragraph that is in no point opens one: 到2026年底，
    实现以下目标：, then one member a paragraph, until a heading of a higher rank than theirs."""
    said: Due | None = None
    rank: int | None = None
    for reading in every:
        text = reading.sense.text
        if reading.table_id:
            yield None
            continue
        own = to_rank(text)
        rank = own if rank is None else rank
        if said and (rank <= HIGHEST_LISTED or own < rank):
            said = None
        yield said
        if reading.passage.clause_id is None and text.endswith("："):
            said, rank = _opening(reading), None


# A paragraph that ends so is not over: what stands below, without a number of its own, is of the same sentence.
_GOES_ON = ("；", "，")


def _run_on(every: Sequence[Reading]) -> Iterator[Due | None]:
    """For each reading the time of the sentence it goes on with: 到2028年，床位达到5000张；⏎覆盖率达到85%。"""
    said: Due | None = None
    clause: str | None = None
    for reading in every:
        text, own = reading.sense.text.rstrip(), reading.passage.clause_id
        is_next = not reading.table_id and own == clause and to_rank(text) == NO_RANK
        if not is_next or text.startswith(_MEMBERS):
            said = None
        yield said
        said = (_opening(reading) or said) if text.endswith(_GOES_ON) else None
        clause = own


# 该项工作 is the one before, 以上工作 all of them.
_ONE = "项"


def _told_below(reading: Reading) -> tuple[Due, bool] | None:
    """When what stands above is due, as a line of its own says (以上任务于2026年10月底前完成。), and whether that is all of it."""
    text, places = reading.sense.text, reading.passage.places
    for start, end in reading.sense.sentences:
        begins_line = not start or places[start] - places[start - 1] > 1
        named = text[start : start + work_before(text[start:end])]
        if begins_line and named:
            found = (due(t.time, reading.calendar) for t in binding_times(reading) if start <= t.start < end)
            days = {day for day in found if day}
            return (days.pop(), named[1] != _ONE) if len(days) == 1 else None
    return None


def _with_lines_below(
    every: Sequence[Reading], limits: Sequence[Due | None], parents: Mapping[str, str | None]
) -> list[Due | None]:
    """The limits, with what a line below the points of one heading says of all of them, or of the last."""
    told = list(limits)
    for n, reading in enumerate(every):
        clause = None if reading.table_id else reading.passage.clause_id
        said = _told_below(reading) if clause else None
        if clause is None or said is None:
            continue
        when, is_all = said
        over = parents.get(clause) if is_all else clause
        for at, other in enumerate(every[:n] if over else ()):
            own = None if other.table_id else other.passage.clause_id
            if own and over and over in _upward(own, parents) and not (is_all and own == over):
                told[at] = told[at] or when
    return told


def time_limits(mended: Mended, every: Sequence[Reading]) -> list[Due | None]:
    """For each reading, in order, the day its point as a whole is due."""
    clauses = mended.outline.clauses
    parents = {clause.clause_id: clause.parent_id for clause in clauses}
    about_aims = {clause.clause_id for clause in clauses if _ABOUT_AIMS.search(clause.heading)}
    named, rows = _named(every), _rows(every)
    opened: dict[str, Due] = {}
    limits: list[Due | None] = []
    for reading, listed, run_on in zip(every, _in_lists(every), _run_on(every), strict=True):
        if reading.table_id:
            limits.append(rows.get((reading.table_id, reading.row or 0)))
            continue
        clause = reading.passage.clause_id
        above = list(_upward(clause, parents)) if clause else []
        frame = next((opened[at] for at in above if at in opened), None)
        limits.append(named.get(clause or "") or run_on or frame or listed)
        if (
            clause
            and (clause in about_aims or reading.sense.text.endswith("："))
            and not reading.sense.text.lstrip().startswith(_MEMBERS)
            and (when := _opening(reading))
        ):
            opened[clause] = when
    return _with_lines_below(every, limits, parents)
