"""任务清单: a row a task, and a row a task and agency."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.publish.sheet import Row
from pipeline.publish.views.adding import adds_up
from pipeline.publish.views.columns import place
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.times import due_of
from pipeline.publish.views.words import target_to_words


def task_list(spine: Spine) -> Iterator[Row]:
    """What is to be done, by whom, how much and by when: a row of `tasks` with all that belongs to it."""
    for task in spine.rows["tasks"]:
        task_id = task["task_id"]
        of_it = [
            row
            for table in ("responsibilities", "targets", "deadlines", "funding")
            for row in spine.of_task(table, task_id)
        ]
        yield {
            **place(task),
            "task_id": task_id,
            "point": spine.point(task),
            "task": task["title"],
            "text": task.get("text"),
            "lead": spine.names(task, "lead"),
            "support": spine.names(task, "support"),
            "joint": spine.names(task, "joint"),
            "targets": "；".join(target_to_words(row) for row in spine.of_task("targets", task_id)) or None,
            **_of_task(spine, task),
            "confidence": min([_sure(task), *map(_sure, of_it)]),
            "repeats": task.get("repeats"),
        }


def task_agencies(spine: Spine) -> Iterator[Row]:
    """A row a task and agency with its role."""
    for task in spine.rows["tasks"]:
        task_id = task["task_id"]
        told = spine.of_task("responsibilities", task_id)
        of_task = _of_task(spine, task) if told else {}
        for row in told:
            yield {
                **place(row),
                "fact_id": row["fact_id"],
                "task_id": task_id,
                "task": task["title"],
                "text": task.get("text"),
                **spine.agency(row),
                "seq": row.get("seq"),
                "role": row["role"],
                "duty": row["kind"],
                **of_task,
                "inherited": row.get("inherited", False),
            }


def _of_task(spine: Spine, task: Row) -> Row:
    """By when a task is due and how often, and whether it is counted."""
    return {
        **due_of(spine, task),
        "recurring": recurring_of(spine, task["task_id"]),
        "countable": adds_up(spine, "tasks", task),
    }


def recurring_of(spine: Spine, task_id: object) -> str | None:
    """How often, as printed: 每季度, 按月."""
    times = (r for r in spine.of_task("deadlines", task_id) if r["kind"] == "recurring")
    return "；".join(dict.fromkeys(str(row["text"]) for row in times)) or None


def _sure(row: Row) -> float:
    sure = row.get("confidence")
    return sure if isinstance(sure, float | int) else 1.0
