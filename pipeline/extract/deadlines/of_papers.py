"""Days and years that only say when a paper was written: 2024年3月 on a cover, 2024年《某报告》提出的目标."""

from __future__ import annotations

from pipeline import lexicons
from pipeline.extract.reading import Reading, Sense
from pipeline.language.sentences import BLANK, around
from pipeline.language.times import Calendar, FoundTime

# 编制日期 | 2016年9月: a field of a form that says when the paper was made.
_OF_PAPER = frozenset(key for key, field in lexicons.rows("metadata_keys") if field == "written_date")
# What a paper does of which a text tells what it says.
_SAYS = ("明确", "提出", "确定", "部署", "规定", "要求")
_THIS_YEAR = ("今年", "本年", "本年度")


def is_day_of_paper(reading: Reading) -> bool:
    """Whether a cell is nothing but the day that a form was filled in or a paper written, or a line what its cover says."""
    words = reading.sense.masked.rstrip()
    spans = [(t.start, t.end) for t in reading.sense.times]
    if spans != [(0, len(words))]:
        return False
    if reading.table_id is None:
        # 2024年3月 on a line of its own above a title or below all that is said; 2026年12月 | 竣工投用 is a step.
        return reading.at_edge and words[:4].isdecimal() and words[4] == "年" and words[-1] in "月日"
    return reading.subject.rstrip("：") in _OF_PAPER


def is_of_title(sense: Sense, found: FoundTime, calendar: Calendar) -> bool:
    """Whether a year is that of the paper named behind it, of which the text tells what it says: 2024年《某报告》提出的目标; not
    where it lies ahead or a value is set in it: 2027年《某计划》确定的指标，要达到95%."""
    is_year = found.time.bare or sense.text[found.start : found.end] in _THIS_YEAR
    if not (is_year and sense.masked.startswith(BLANK, found.end)):
        return False
    said, written, stop = found.time.end, calendar.written, around(sense.sentences, found.start).end
    ahead = said and said.year and written and said.year > written.year
    valued = any(found.end <= value.start < stop for value in sense.quantities)
    return not (ahead or valued) and sense.masked[found.end :].lstrip(f"{BLANK}中所已").startswith(_SAYS)
