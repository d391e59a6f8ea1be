"""The value of a cell of a spreadsheet → the words that its sheet prints."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.raised import raised
from pipeline.messages import say
from pipeline.model import Repair


@dataclass(frozen=True, slots=True)
class _Format:
    """What a number format prints: its decimals, and the words around the digits."""

    decimals: int
    grouped: bool
    percent: bool
    before: str
    after: str


def cell_to_text(cell: object, repairs: list[Repair]) -> str:
    """A cell's value as the sheet prints it: `0.125` in the format `0.0%` is `12.5%`; struck out it is none."""
    content = getattr(cell, "value", None)
    if isinstance(content, list):
        shown, struck = rich_to_text(content)
    else:
        shown, struck = plain_to_text(cell), ""
        if getattr(getattr(cell, "font", None), "strike", None):
            shown, struck = "", shown
    if struck:
        repairs.append(Repair("set_aside", struck, "", say("aside_struck"), "certified"))
    return shown


def rich_to_text(runs: Sequence[object]) -> tuple[str, str]:
    """(what the runs of a cell say, raised figures as such; what of it is struck out)."""
    shown, struck = list[str](), list[str]()
    for run in runs:
        font, words = getattr(run, "font", None), str(run)
        raises = getattr(font, "vertAlign", None) == "superscript"
        (struck if getattr(font, "strike", None) else shown).append(raised(words) if raises else words)
    return "".join(shown).strip(), "".join(struck).strip()


def plain_to_text(cell: object) -> str:
    """The value of a cell in its format."""
    content, pattern = getattr(cell, "value", None), getattr(cell, "number_format", "General") or "General"
    if content is None:
        return ""
    if isinstance(content, bool):
        return "TRUE" if content else "FALSE"
    if isinstance(content, datetime.date | datetime.time):
        return time_to_text(content, pattern)
    if isinstance(content, int | float):
        return number_to_text(content, pattern)
    return str(content).strip()


def time_to_text(moment: datetime.date | datetime.time, pattern: str) -> str:
    """`2025年6月30日` where the format says 年, else ISO 8601; only as precise as the format."""
    if isinstance(moment, datetime.time):
        return moment.isoformat("minutes")
    if "年" in pattern:
        day = f"{moment.day}日" if "d" in pattern.lower() else ""
        return f"{moment.year}年" + (f"{moment.month}月{day}" if "m" in pattern.lower() else "")
    if isinstance(moment, datetime.datetime) and (moment.hour or moment.minute):
        return moment.isoformat(" ", "minutes")
    return f"{moment.year}-{moment.month:02}-{moment.day:02}"


def number_to_text(number: float, pattern: str) -> str:
    """A number in its format; without one as short as it is exact to the 15 digits Excel keeps."""
    form = _pattern_to_format(pattern.split(";")[0])
    if form is None:
        return f"{number:.15g}" if abs(number) < 1e15 else f"{number:.0f}"
    value = number * 100 if form.percent else number
    digits = f"{value:{',' if form.grouped else ''}.{form.decimals}f}"
    return f"{form.before}{digits}{'%' if form.percent else ''}{form.after}"


def _pattern_to_format(pattern: str) -> _Format | None:
    """None for General, text and whatever else is not a plain pattern of digits."""
    plain = patterns.sub(r"\[[^\]]*\]|_.|\*.", "", pattern)
    match = patterns.fullmatch(
        r'((?:"[^"]*"|\\.|[¥￥$\s])*)([#0,]+)(?:\.([0#?]+))?(%?)((?:"[^"]*"|\\.|\s)*)', plain
    )
    if match is None:
        return None
    before, whole, decimals, percent, after = match.groups()
    words = [patterns.sub(r'["\\]', "", part).strip() for part in (before, after)]
    return _Format(len(decimals or ""), "," in whole, bool(percent), *words)
