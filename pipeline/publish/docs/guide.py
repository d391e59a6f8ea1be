"""The words of the page beside the tables: guide.tsv, and the figures of notices not seen: unseen.tsv."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.publish.schema import Schema

_HERE = Path(__file__).parent
# What the figures are of, in both languages, and the columns that hold them.
GROUPS = (
    ("10 件真实通知", "10 real", ("real_p", "real_r", "real_f1")),
    ("48 件拟作的通知", "48 made-up", ("made_p", "made_r", "made_f1")),
)


class Line(NamedTuple):
    """`part` is h, p, i or code, or the name of what is made, with @ before it."""

    part: str
    zh: str
    en: str


@cache
def guide() -> Sequence[Line]:
    return tuple(Line(one["part"], one["zh"], one["en"]) for one in _records("guide"))


@cache
def figures() -> Sequence[Mapping[str, str]]:
    """A measure each: its name in both languages (zh, en) and its figures by the columns of GROUPS."""
    return tuple(_records("unseen"))


def _records(name: str) -> list[dict[str, str]]:
    text = (_HERE / f"{name}.tsv").read_text("utf-8")
    headings, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [dict(zip(headings, row, strict=True)) for row in rows]


def in_order(schemas: Mapping[str, Schema]) -> Mapping[str, Schema]:
    """The views first, the task list before them all; then the tables by name."""
    return dict(sorted(schemas.items(), key=lambda one: (not one[1].is_view, one[0] != "task_list")))
