"""What stands over a table: the part of the notice it is in, and the year of the sentence that leads it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.calendars import own_title
from pipeline.language.section_kinds import LOOKS_BACK, NO_AIMS, Section, leads_conditions, title_to_section
from pipeline.language.sections import sections
from pipeline.language.times import times
from pipeline.model import Mended, Passage, Table

# 现将2026年目标任务下达如下：, 2027年要达到的指标见下表。
_LEADS = ("如下", "下表", "附表")


class Over(NamedTuple):
    """`year` of the sentence right above that leads the table in, None where it names none or several."""

    section: Section | None
    year: int | None

    def tells(self) -> bool:
        """Whether what stands there without a year was so, is a condition, or how something is held."""
        return self.section in LOOKS_BACK or self.section in NO_AIMS or self.section == "event"


def over_tables(mended: Mended) -> dict[str, Over]:
    """By the id of each table."""
    body = [p for p in mended.outline.passages if p.role == "body"]
    kinds = list(sections(body, own_title(mended)))
    whole = title_to_section(own_title(mended))
    return {table.table_id: _over(table, body, kinds) or Over(whole, None) for table in mended.tables}


def _over(table: Table, body: Sequence[Passage], kinds: Sequence[Section | None]) -> Over | None:
    """None where no paragraph of its own annex stands before the table."""
    before = [i for i, p in enumerate(body) if p.span().end <= _begin(table) and p.annex == table.annex]
    if not before:
        return None
    last = body[before[-1]]
    kind: Section | None = "conditions" if leads_conditions(last.text) else kinds[before[-1]]
    return Over(kind, _year(last.text) if last.text.rstrip("：:。").endswith(_LEADS) else None)


def _begin(table: Table) -> int:
    """Where the caption of a table begins, or the table."""
    return min(span.start for span in (table.span, table.title_span) if span)


def _year(text: str) -> int | None:
    found = {t.time.end.year for t in times(text) if t.time.kind in ("by", "during") and t.time.end}
    return found.pop() if len(found) == 1 else None
