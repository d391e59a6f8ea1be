"""The ledger: every mention of the source claimed by a row, explained, or listed as unclaimed.

A row claims the words its own value, date, title or label was read from and no others. What no row claims is explained by
the rule of grammar that set it aside, by a reason that its words show, or by the part of the notice it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pipeline import lexicons
from pipeline.check.claims import Claims
from pipeline.check.mentions import Seen, text_to_mentions
from pipeline.check.reasons import Reasons, why_no_document
from pipeline.check.stretches import Stretch, stretches
from pipeline.language import patterns
from pipeline.language.intervals import Overlapping
from pipeline.model import Check, Extracted, Mention, SetAside, Span

# What the role of a passage alone explains.
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "title": "title_block",
        "doc_number": "title_block",
        "recipients": "title_block",
        "signature": "title_block",
        "written_date": "title_block",
        "disclosure": "title_block",
        "annex_list": "annex_label",
        "annex_label": "annex_label",
        "annex_title": "annex_label",
        "table_title": "annex_label",
        "furniture": "furniture",
        "header": "table_heading",
        "group": "table_heading",
    }
)
_CLAUSE_NUMBER = patterns.compile(
    r"^(?:第[\d一二三四五六七八九十百]+[章节条款]|[一二三四五六七八九十]+[、.]|（[\d一二三四五六七八九十]+）|\d{1,3}(?:\.\d{1,2})*(?:[.、]+(?!\d)|、(?!\d+[、号])|\.\s?(?=(?:19|20)\d\d年))|\d{1,2}(?:\.\d{1,2})+(?=\p{Han}{4})|[\d一二三四五六七八九十]{1,2}）)"
)
_PAGE_METADATA = patterns.compile(rf"^[-*]?(?:{lexicons.alternation('metadata_keys')})：")


class _Accounts:
    """What is known of a notice, asked of each mention."""

    def __init__(self, extracted: Extracted, checks: Sequence[Check]) -> None:
        self.claims = Claims(extracted, checks)
        self._aside = extracted.set_aside
        self._near = Overlapping(self._aside, _span)
        named = (fact.values.get("alias") for fact in extracted.of("citations"))
        self.aliases = {str(name) for name in named if name}

    def set_aside(self, span: Span) -> str:
        """Why the rule of grammar that read the words of `span` made no row of them; "" where none did."""
        found = (self._aside[i] for i in self._near.of(span))
        return next((o.reason for o in found if o.span.start <= span.start and span.end <= o.span.end), "")


def _span(aside: SetAside) -> Span:
    return aside.span


def ledger(extracted: Extracted, checks: Sequence[Check]) -> tuple[Mention, ...]:
    """Every mention once, in the order of the source."""
    known = _Accounts(extracted, checks)
    found = (m for stretch in stretches(extracted) for m in _mentions(stretch, known))
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))


def _mentions(stretch: Stretch, known: _Accounts) -> Iterator[Mention]:
    reasons = Reasons(stretch.text)
    for seen in text_to_mentions(stretch.text):
        span = Span(stretch.places[seen.start], stretch.places[seen.end - 1] + 1)
        if by := known.claims.of(seen.kind, span):
            yield Mention(seen.kind, span, "claimed", by, place=stretch.place)
        elif why := _reason(stretch, seen, known.set_aside(span), known) or reasons.of(seen.start, seen.end):
            yield Mention(seen.kind, span, "explained", reason=why, place=stretch.place)
        else:
            yield Mention(seen.kind, span, "unclaimed", place=stretch.place)


def _reason(stretch: Stretch, seen: Seen, aside: str, known: _Accounts) -> str | None:
    """What the part of the notice that a mention stands in says of it, else why its rule set it aside."""
    text = stretch.text
    if stretch.role in _ROLES:
        return _ROLES[stretch.role]
    if _PAGE_METADATA.match(text):
        return "furniture"
    if seen.kind == "citation":
        short = text[seen.start : seen.end].strip("《》") in known.aliases
        return "short_name" if short else why_no_document(text, seen.start, seen.end)
    number = _CLAUSE_NUMBER.match(text)
    if number and seen.end <= number.end():
        return "clause_number"
    return aside if seen.kind in ("number", "time") else None
