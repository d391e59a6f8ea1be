"""Aims that a notice sets first, and its points say again under a name that says more.

    二、主要目标 … 服务覆盖率达到85% … 三、重点任务 … 推动农机社会化服务覆盖率达到85%

The points under a heading of aims say in sum what the others say one by one. So a value of such a point and an equal one
elsewhere (same unit, sign, day) are one aim where the name there ends with that of the aim, and only one fits. A name that
says less (机械化水平达到80% behind 提升耕整地水平) has lost what it is said of, and may be another's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.indicators import plain_name
from pipeline.language.section_kinds import heading_to_section
from pipeline.publish.sheet import Row

# Characters of a name that is no evidence: 床位, 覆盖率.
_TELLING = 4
_SAID = ("kind", "comparator", "value", "value_max", "unit", "per", "change", "baseline_value", "row_label")
# One of each and all of each are aims of many things.
_OF_MANY = (1, 100)


def mark_aims_said_again(targets: Sequence[Row], headings: Mapping[str, str]) -> None:
    """Adds `repeats` to targets that say an aim again; `headings` are those of the notice's points."""
    aims: list[Row] = []
    others: list[Row] = []
    for row in filter(_is_telling, targets):
        (aims if _is_under_aims(str(row["clause_id"]), headings) else others).append(row)
    pairs = [(row, aim) for row, aim in _say_more(others, aims) if _is_by_then(row, aim)]
    fits: Counter[object] = Counter(row["fact_id"] for pair in pairs for row in pair)
    for row, aim in pairs:
        if fits[row["fact_id"]] == fits[aim["fact_id"]] == 1:
            row["repeats"] = aim["fact_id"]


def _is_by_then(row: Row, aim: Row) -> bool:
    """An aim has the day that what says it again need not say."""
    return row.get("deadline_date") in (None, aim.get("deadline_date"))


def _is_telling(row: Row) -> bool:
    value = row.get("value")
    is_of_prose = bool(row.get("clause_id")) and not row.get("table_id")
    return is_of_prose and not row.get("repeats") and value is not None and value not in _OF_MANY


def _is_under_aims(clause_id: str, headings: Mapping[str, str]) -> bool:
    """Does the point, or one above it, have a heading of aims?"""
    steps = clause_id.split("/")
    above = ("/".join(steps[:n]) for n in range(1, len(steps) + 1))
    return any(heading_to_section(headings.get(one, "")) == "aims" for one in above)


def _say_more(rows: Sequence[Row], aims: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Each target with an aim of the same value whose name is the end of its own, or all of it."""
    by_name: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for aim in aims:
        by_name[_name(aim), *_what(aim)].append(aim)
    for row in rows:
        name = _name(row)
        for at in range(len(name) - _TELLING + 1):
            for aim in by_name.get((name[at:], *_what(row)), ()):
                yield row, aim


def _name(row: Row) -> str:
    return plain_name(str(row.get("indicator") or ""))


def _what(row: Row) -> tuple[object, ...]:
    return tuple(str(row.get(name)) for name in _SAID)
