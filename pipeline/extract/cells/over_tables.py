"""What stands over a table: the part of the notice it is in, and the year of the sentence that leads it in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.calendars import own_title
from pipeline.extract.cells.norm_words import norm_words
from pipeline.language.section_kinds import (
    LOOKS_BACK,
    NO_AIMS,
    NUMBER,
    Section,
    leads_conditions,
    title_to_section,
)
from pipeline.language.sections import NO_RANK, sections, to_rank
from pipeline.language.times import times
from pipeline.model import Mended, Passage, Table

# 现将2026年目标任务下达如下：, 2027年要达到的指标见下表。
_MARKS, _MUST, _MET = "，；。：", ("应", "须"), ("达到", "符合", "满足")
_LEADS = ("如下", "下列", "以下", "下述", "下表", "附表")


class Over(NamedTuple):
    """`section` of the part the table is in; `year` of the sentence right above that leads the table in, None where it names none
    or several; `captions` what the table holds by its own caption and by that sentence (要求 of 提出如下要求。), else by the heading;
    `notice` the title of the notice."""

    section: Section | None = None
    year: int | None = None
    captions: tuple[str, ...] = ()
    notice: str = ""

    def tells(self) -> bool:
        """Whether what stands there without a year was so, is a condition, or how something is held."""
        return self.section in LOOKS_BACK or self.section in NO_AIMS or self.section == "event"


def over_tables(mended: Mended) -> list[Over]:
    """For each table."""
    if not mended.tables:
        return []
    body = [p for p in mended.outline.passages if p.role == "body"]
    kinds = list(sections(body, own_title(mended)))
    title = own_title(mended)
    alone = Over(title_to_section(title))
    over = [_over(table, body, kinds) or alone._replace(captions=(table.title,)) for table in mended.tables]
    return [one._replace(notice=title) for one in over]


def _over(table: Table, body: Sequence[Passage], kinds: Sequence[Section | None]) -> Over | None:
    """None where no paragraph of its own annex stands before the table."""
    before = [i for i, p in enumerate(body) if p.span().end <= _begin(table) and p.annex == table.annex]
    if not before:
        return None
    last = body[before[-1]].text.rstrip("：:。")
    kind: Section | None = "conditions" if leads_conditions(f"{last}：") else kinds[before[-1]]
    leads = any(word in last for word in _LEADS) or _points_at_table(last)
    heads = not table.title and to_rank(last) < NO_RANK and all(mark not in last for mark in _MARKS)
    said = _led_in(last) if leads else NUMBER.sub("", last) if heads else ""
    return Over(kind, _year(last) if leads else None, tuple(filter(None, (table.title, said))))


def _points_at_table(text: str) -> bool:
    """应符合表1规定."""
    return any(text[at + 1 : at + 2].isdigit() for at, mark in enumerate(text) if mark == "表")


def _led_in(last: str) -> str:
    """What the sentence right above a table says that it holds: 要求 of 提出如下要求, 指标 of 指标见下表; 要求 too, where that has
    to be reached (应达到下列规模)."""
    clause = last[max(last.rfind(mark) for mark in _MARKS) + 1 :]
    word = next((word for word in _LEADS if word in clause), "")
    before, _, behind = clause.partition(word) if word else (clause, "", "")
    asks = any(must in before for must in _MUST) and any(said in before for said in _MET)
    known = next((said for said in norm_words("rules") if asks or behind.startswith(said)), behind)
    return known if asks or _ends_known(known) else before.removesuffix("见").removesuffix("通知")


def _ends_known(words: str) -> bool:
    return words.endswith((*norm_words("rules"), *norm_words("aims")))


def _begin(table: Table) -> int:
    """Where the caption of a table begins, or the table."""
    return min(span.start for span in (table.span, table.title_span) if span)


def _year(text: str) -> int | None:
    found = {t.time.end.year for t in times(text) if t.time.kind in ("by", "during") and t.time.end}
    return found.pop() if len(found) == 1 else None
