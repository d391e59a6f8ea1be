"""What is due when: times that bind and targets with a day, in one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.decisions.keys import squeezed
from pipeline.publish.sheet import Row
from pipeline.publish.views.columns import place, place_of
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.when import is_labelled, is_when
from pipeline.publish.views.words import target_to_words

_NOT_DUE = ("effective_from", "expires")
_YEAR = 4  # digits
_LONGEST = 120  # characters


def due(spine: Spine) -> Iterator[Row]:
    """A row a time or dated target; recurring ones have a period and no day. The notice's own validity is not due."""
    dated: dict[object, list[Row]] = defaultdict(list)
    for row in spine.rows["targets"]:
        if row.get("deadline_date"):
            dated[place_of(row), row["deadline_date"]].append(row)
    for row in spine.rows["deadlines"]:
        if row["kind"] not in _NOT_DUE:
            times = {
                "due_date": row.get("end_date"),
                "precision": row.get("precision"),
                "in_words": _in_words(row),
            }
            said = _row(spine, row, "deadline") | times | {name: row.get(name) for name in _OF_TIME}
            is_again = any(
                _is_said_with(row, one) for one in dated.get((place_of(row), row.get("end_date")), ())
            )
            is_over = _is_over(spine, row.get("end_date"))
            yield said | {"countable": said["countable"] and not is_again and not is_over and is_when(row)}
    for row in spine.rows["targets"]:
        if row.get("deadline_date"):
            times = {"due_date": row["deadline_date"], "precision": row.get("deadline_precision")}
            said = _row(spine, row, "target") | times | {"in_words": target_to_words(row)}
            yield said | {"countable": said["countable"] and not _is_over(spine, row["deadline_date"])}


_OF_TIME = ("start_date", "period", "period_max")


def _row(spine: Spine, row: Row, kind: str) -> Row:
    task = spine.tasks.get(row.get("task_id"), {})
    return {
        **place(row),
        "fact_id": row["fact_id"],
        "kind": kind,
        "subkind": row["kind"],
        "recurring": row["kind"] == "recurring",
        "task_id": row.get("task_id"),
        "point": spine.point(row),
        "task": task.get("title"),
        "lead": spine.names(row, "lead"),
        "support": spine.names(row, "support"),
        "joint": spine.names(row, "joint"),
        "inherited": row.get("inherited", False),
        "repeats": row.get("repeats"),
        # Nothing is due by a draft.
        "countable": not row.get("repeats") and spine.notice["notice_status"] != "draft",
    }


def _is_said_with(time: Row, target: Row) -> bool:
    """年底前建成300张 is one thing that is due: the target counts, its time does not count again; nor does that of a row, or
    behind 完成时限：. Of 年底前建成体系，… 建成300张 what is built first is due by itself."""
    if time.get("table_id") or is_labelled(time):
        return True
    return _place(time, "start") < _place(target, "end") and _place(target, "start") < _place(time, "end")


def _place(row: Row, side: str) -> int:
    return int(str(row[f"char_{side}"]))


def _in_words(row: Row) -> str:
    """What is to be done by then, as printed: 2026年9月底前 alone tells nobody what is due. As much as a cell shows."""
    said = squeezed(row.get("quote")) or str(row["text"])
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _is_over(spine: Spine, day: object) -> bool:
    """Does a time lie in a year before the notice was written? 注册时间为2017年6月30日前 in a notice of 2018 is no duty."""
    written = spine.notice["written_date"]
    return bool(day and written) and str(day)[:_YEAR] < str(written)[:_YEAR]
