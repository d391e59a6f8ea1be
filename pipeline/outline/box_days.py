"""The day that a line of a page's box gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.dates import is_history, text_to_date

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


def boxed_in_history(box: Mapping[str, str], passages: Iterable[Passage]) -> str | None:
    """The day of the box that the line under a title names too, among others on which a regulation was passed and amended:
    【公布日期】2020.12.03 over （2009年9月27日…通过 2020年12月3日…修订）."""
    days = [day for key in ("written_date", "published") if (day := box_day(box.get(key, "")))]
    lines = [p.text for p in passages if p.role == "written_date" and is_history(p.text)] if days else []
    return next((day for day in days if any(_in_words(day) in line for line in lines)), None)


def _in_words(day: str) -> str:
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"


def _day(text: str, which: str) -> str | None:
    match = _SPAN.fullmatch(text)
    if match is None or match[which] is None:
        return None
    return text_to_date(patterns.sub("[-年月./]", "-", match[which].rstrip("日")))
