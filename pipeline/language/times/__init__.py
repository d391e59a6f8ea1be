"""Time expressions: what is said (`times`), and which days it means in a notice of a given day (`to_days`, `due`).

Bases (`bases`) stand between leads and edges (`edges`) or in frames (`spans`); `found` puts them together.
"""

from pipeline.language.times.bases import to_int, values
from pipeline.language.times.calendar import (
    Calendar,
    Day,
    FoundTime,
    Precision,
    Time,
    TimeKind,
    to_days,
    unparted_day,
)
from pipeline.language.times.found import times, times_of_event, times_of_limit
from pipeline.language.times.when_due import due, to_precision

#: First year of the five-year plan of that name.
PLANS = {name: int(year) for name, year in values("plan").items()}

__all__ = (
    "PLANS", "Calendar", "Day", "FoundTime", "Precision", "Time", "TimeKind", "due", "times", "times_of_event",
    "times_of_limit", "to_days", "to_int", "to_precision", "unparted_day",
)  # fmt: skip
