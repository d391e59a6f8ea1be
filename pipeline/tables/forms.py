"""What is drawn as a table and holds no data: blank forms, the box above a notice on a web page."""

from __future__ import annotations

from dataclasses import replace

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.cells import is_rule
from pipeline.messages import say
from pipeline.model import Issue, Span
from pipeline.tables.draft import Draft, Row

# Where a hand has to write: a date without figures, a signature, a seal, a box to tick.
_FILL_IN = patterns.compile(
    r"(?<!\d)年月日|[(（](?:公章|盖章|签章|签字|签名)[)）]|(?:签字|签名|盖章)[:：]?$|(?:审核|审批|审查|评审|推荐)意见$|[□☐]"
)


def cut_form(draft: Draft) -> Draft:
    """Leave out rows of a form at the end of a table; an issue keeps their words.

    These rows have at most half as many cells as the table, and are all to be filled in or ruled.
    """
    usual = max((len(row.filled()) for row in draft.rows), default=0)
    at = len(draft.rows)
    while at > 1 and len(draft.rows[at - 1].slots) <= max(2, usual // 2) and _may_be_form(draft.rows[at - 1]):
        at -= 1
    while at < len(draft.rows) and not is_form_row(draft.rows[at]):
        at += 1
    if at >= len(draft.rows):
        return draft
    rest = draft.rows[at:]
    found = Issue("form", say("blank_form_behind", words=_words(rest)), "table", _span(rest))
    return replace(draft, rows=draft.rows[:at], issues=(*draft.issues, found))


def _may_be_form(row: Row) -> bool:
    return is_form_row(row) or _is_ruled(row)


def is_page_box(draft: Draft) -> bool:
    """The box of a web page that names issuer, number and date of the notice: no data table."""
    texts = [slot.text for row in draft.rows for slot in row.slots if slot.text]
    keys = [patterns.split("[:：]", text)[0] for text in texts if patterns.search("[:：]", text)]
    known = sum(key in lexicons.words("metadata_keys") for key in keys)
    return known >= min(3, len(draft.rows)) and known * 3 >= len(texts)


def is_form_row(row: Row) -> bool:
    texts = [slot.text for slot in row.slots if slot.text]
    marks = sum(bool(_FILL_IN.search(text)) for text in texts)
    return marks > 0 and marks * 2 >= len(texts)


def is_form(draft: Draft) -> bool:
    """A table is a blank form if it asks for a hand somewhere and most of its cells are labels of blanks."""
    rows = [row for row in draft.rows if row.filled() and not _is_ruled(row)]
    if not rows:
        return True
    asks = sum(bool(_FILL_IN.search(slot.text)) for row in rows for slot in row.slots)
    places = sum(len(row.slots) for row in rows)
    filled = sum(len(row.filled()) for row in rows)
    return asks > 0 and (all(map(is_form_row, rows)) or filled * 2 <= places)


def _is_ruled(row: Row) -> bool:
    return bool(row.filled()) and all(is_rule(slot.text) for slot in row.slots if slot.text)


def _words(rows: tuple[Row, ...]) -> str:
    return " / ".join(row.printed() for row in rows if not _is_ruled(row))


def _span(rows: tuple[Row, ...]) -> Span | None:
    spans = [span for row in rows if (span := row.span())]
    return Span(spans[0].start, spans[-1].end) if spans else None
