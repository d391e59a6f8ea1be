"""Whose a text is, as collections say it: behind the day below its title, or between two printings of the title."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Named, Passage
from pipeline.outline.dates import dated_by, line_to_date
from pipeline.outline.name_parts import name_parts
from pipeline.outline.same_body import distinct

_LINES_OF_HEAD = 12


def of_day(passages: Sequence[Passage]) -> list[Named]:
    """Whose the text is, as a collection says it behind the day below the title: 1990年3月10日，某部."""
    days = [p for p in passages if p.role == "written_date"][:1]
    dated = ((p, held) for p in days if (held := dated_by(p.text)))
    found = [Named(passage.text[a:b], passage.span(a, b)) for passage, (a, b) in dated]
    return found or next(filter(None, map(_of_history, days)), [])


def _of_history(passage: Passage) -> list[Named]:
    """Who made a paper known, before the day in the bracket below its title: （甲局、乙局2022年3月1日联合印发）."""
    day = line_to_date(passage.text)
    names = name_parts(passage, 1, day.start, only_known=True) if day and day.start > 1 else []
    return [Named(passage.text[a:b], passage.span(a, b)) for a, b in names]


def between_titles(passages: Sequence[Passage]) -> tuple[Named, ...]:
    """Whose a text is, as a collection says it on the lines between two printings of its title: 关于乙的通知 | 甲部 | 关于乙的通知."""
    shown = [p for p in passages[:_LINES_OF_HEAD] if p.role != "furniture"]
    held = (b for a, b, c in zip(shown, shown[1:], shown[2:], strict=False) if a.role == c.role == "title")
    line = next((p for p in held if p.role == "body"), None)
    parts = name_parts(line, 0, len(line.text), only_known=True) if line else []
    return tuple(distinct(Named(line.text[a:b], line.span(a, b)) for a, b in parts)) if line else ()
