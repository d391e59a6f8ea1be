"""Single values in the form they are compared in: text, figures, days, kinds of documents and times."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from typing import Any

from pipeline.language import patterns

# Punctuation of one width: labels and notices differ in it where the sources do.
ONE_WIDTH = str.maketrans("（）：，；％[]【】－～", "():,;%〔〕〔〕-~")
MANNER = patterns.compile("^(?:实施|行动|工作|若干|暂行|指导)+(?=.{2})")
DATE = patterns.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def squeeze(text: object) -> str:
    """Without white space, with punctuation of one width."""
    return patterns.sub(r"\s+", "", str(text or "")).translate(ONE_WIDTH)


def figure(value: object) -> object:
    """A number rounded to six digits; anything else squeezed."""
    if value is None or value == "":
        return None
    try:
        return round(float(str(value)), 6)
    except ValueError:
        return squeeze(value)


def last_day(value: object) -> str | None:
    """The last day of 2022, 2022-06 or 2022-06-30."""
    text = str(value or "").replace("../", "")
    if not (found := DATE.fullmatch(text)):
        return text or None
    year, month = found[1], found[2] or "12"
    return f"{year}-{month}-{found[3] or calendar.monthrange(int(year), int(month))[1]}"


def first_day(value: object) -> str | None:
    """The first day of 2022, 2022-06 or 2022-06-30."""
    if not (found := DATE.fullmatch(str(value or ""))):
        return str(value) if value else None
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}"


def plain_genre(word: object) -> str:
    """实施意见 and 意见, 行动计划 and 计划 are one kind of document.

    >>> plain_genre("实施意见"), plain_genre("若干意见"), plain_genre("通知")
    ('意见', '意见', '通知')
    """
    return MANNER.sub("", squeeze(word))


def labelled_deadline(said: Mapping[str, Any]) -> tuple[Any, ...]:
    """(kind, first day, last day, period), of which each kind has its own.

    Readers do not agree whether 2025年…达到 is `by` or `during`: of both the last day counts.
    """
    kind, value = said["type"], said["value"]
    if kind in ("recurring", "duration"):
        return kind, None, None, value
    start, _, end = str(value or "").partition("/")
    if kind in ("by", "during"):
        return "by", None, last_day(end or start), None
    if kind == "expires":
        return kind, None, last_day(value), None
    if kind == "effective_from":
        return kind, first_day(value), None, None
    return kind, first_day(start), last_day(end or start), None


def extracted_deadline(row: Mapping[str, Any]) -> tuple[Any, ...]:
    kind = row["kind"]
    start, end = (str(row[column]) if row.get(column) else None for column in ("start_date", "end_date"))
    if kind in ("recurring", "duration"):
        return kind, None, None, row.get("period")
    if kind in ("by", "during", "expires"):
        return "expires" if kind == "expires" else "by", None, end, None
    return kind, start, None if kind == "effective_from" else end, None


def has_days(fact: tuple[Any, ...]) -> bool:
    """Whether a deadline says a day or a period: 春节期间 says none and is not compared."""
    return any(fact[1:])
