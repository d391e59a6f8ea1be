"""Times of every week or year that a sentence says twice, and means once."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.reading import Sense
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime

_EVERY_YEAR = "P1Y"
# What joins the members of a list.
_JOINTS = frozenset("、和及并且或")


def said_once(sense: Sense, found: FoundTime, others: Sequence[FoundTime]) -> bool:
    """每年度申请截止日期为9月30日, 于每周一前报送每周活动安排 say one time in two places; 每年培训2次、每年检查1次 two."""
    if found.time.kind != "recurring":
        return False
    part = around(sense.parts, found.start)
    before = [t for t in others if part.start <= t.start < found.start and t.time.kind == "recurring"]
    if not before or found.rule == "closing":
        return any(t.time.period == _EVERY_YEAR for t in before)
    listed = not _JOINTS.isdisjoint(sense.masked[before[-1].end : found.start])
    return before[-1].time.period == found.time.period and not listed
