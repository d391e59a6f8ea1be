"""Single values in the form they are compared in: text, figures, days."""

from __future__ import annotations

import calendar

from pipeline.language import patterns

# Punctuation of one width: labels and notices differ in it where the sources do.
ONE_WIDTH = str.maketrans("（）：，；％[]【】－～", "():,;%〔〕〔〕-~")
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
