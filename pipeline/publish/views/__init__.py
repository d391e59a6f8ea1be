"""Rows for people: what a question needs in one row, made of the rows of one notice and of nothing else.

    rows of every table → task_list, task_agencies, facts, due, target_tracker

A view repeats what stands in the tables; it reads nothing and adds no value. What only other notices tell (the notice cited,
another copy of this one) is put in when the notices come together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.publish.sheet import Row
from pipeline.publish.views.due import due
from pipeline.publish.views.facts import facts
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.tasks import task_agencies, task_list
from pipeline.publish.views.tracker import target_tracker

VIEWS: Mapping[str, Callable[[Spine], Iterator[Row]]] = {
    "due": due,
    "facts": facts,
    "target_tracker": target_tracker,
    "task_agencies": task_agencies,
    "task_list": task_list,
}


def rows_to_views(
    rows: Mapping[str, Sequence[Row]], agencies: Sequence[Row], regions: Sequence[Row]
) -> dict[str, list[Row]]:
    """The views of one notice by name, from its rows of every table and the agencies and regions it names."""
    spine = Spine(rows, agencies, regions)
    return {name: [{**spine.notice, **row} for row in view(spine)] for name, view in VIEWS.items()}
