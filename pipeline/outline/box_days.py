"""The day that a line of a page's box gives."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.outline.dates import text_to_date

_SPAN = patterns.compile(
    r"\s*(?:自|从)?(?P<from>\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?)?\s*(?:起)?(?:[—~～-]{1,2}|截?至|截止到?|到|，)?\s*"
    r"(?P<to>\d{4}[-年./]\d{1,2}[-月./]\d{1,2})日?(?:止|\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?\s*"
)


def box_day(text: str) -> str | None:
    """`2024-06-30`, `至2024年6月30日`, `2021-01-01至2024-06-30`, `2024/6/30 0:00:00` → ISO date of the (last) day;
    None for 5年, 有效."""
    return _day(text, "to")


def box_first_day(text: str) -> str | None:
    """The first day of two: `2021-01-01至2024-06-30`; None where only one is given."""
    return _day(text, "from")


def _day(text: str, which: str) -> str | None:
    match = _SPAN.fullmatch(text)
    if match is None or match[which] is None:
        return None
    return text_to_date(patterns.sub("[-年月./]", "-", match[which].rstrip("日")))
