"""The ledger: every mention of the source claimed by a row, explained, or listed as unclaimed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from pipeline import lexicons
from pipeline.check.mentions import Seen, text_to_mentions
from pipeline.check.reasons import explain, why_no_document
from pipeline.check.table_mentions import loose_mentions, table_mentions
from pipeline.language import patterns
from pipeline.language.intervals import Overlapping, Within
from pipeline.language.numbers import numeral_to_number
from pipeline.language.sections import sections
from pipeline.model import Check, Extracted, Fact, Mention, Passage, Span

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
    }
)
_CLAUSE_NUMBER = patterns.compile(
    r"^(?:第[\d一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+、|（[\d一二三四五六七八九十]+）|\d{1,3}(?:\.\d{1,2})*[.、，]?)"
)
_SECTIONS: Mapping[str | None, str] = MappingProxyType(
    {"review": "look_back", "conditions": "scope_threshold"}
)
_PAGE_METADATA = patterns.compile(rf"^[-*]?(?:{lexicons.alternation('metadata_keys')})：")
_TABLES_FOR = MappingProxyType(
    {
        "number": ("targets", "funding", "deadlines", "citations"),
        "time": ("deadlines", "targets", "funding"),
        "citation": ("citations",),
        "agency_marker": ("responsibilities",),
    }
)


@dataclass(frozen=True, slots=True)
class _Claims:
    """The facts and checks of a notice by what kind of mention they can claim."""

    facts: Mapping[str, Sequence[Fact]]
    near: Mapping[str, Overlapping[Fact]]
    aliases: Mapping[object, int]
    counted: Within


def ledger(extracted: Extracted, checks: Sequence[Check]) -> tuple[Mention, ...]:
    """Every mention once, in the order of the source."""
    outline = extracted.mended.outline
    # What an editor corrected or took out was read all the same: its words are accounted for.
    decided = (replace(one.read, rule="correction") for one in extracted.decisions)
    facts = (*extracted.facts, *decided)
    by_kind = {kind: [f for f in facts if f.table in tables] for kind, tables in _TABLES_FOR.items()}
    claims = _Claims(
        by_kind,
        {kind: Overlapping(those, lambda fact: fact.span) for kind, those in by_kind.items()},
        _first_by_alias(by_kind["citation"]),
        Within(c.span for c in checks if c.kind == "count_claim" and c.span),
    )
    mentions = [
        m
        for passage, section in zip(outline.passages, sections(outline.passages), strict=True)
        for m in _passage_mentions(passage, claims, _SECTIONS.get(section))
    ]
    mentions += [m for t in extracted.mended.tables for m in table_mentions(t, extracted)]
    mentions += loose_mentions(extracted)
    return tuple(sorted(mentions, key=lambda m: (m.span, m.kind)))


def _passage_mentions(passage: Passage, claims: _Claims, part: str | None) -> Iterator[Mention]:
    """`part` is what the part of the notice explains by itself."""
    for seen in text_to_mentions(passage.text):
        span = passage.span(seen.start, seen.end)
        words = passage.text[seen.start : seen.end]
        if fact := _claimant(seen, span, words, claims):
            yield Mention(seen.kind, span, "claimed", claimed_by=f"{fact.table}:{fact.rule}")
        elif seen.kind == "number" and span in claims.counted:
            yield Mention(seen.kind, span, "claimed", claimed_by="checks:count_claim")
        elif reason := _reason(passage, seen) or (part if seen.kind in ("number", "time") else None):
            yield Mention(seen.kind, span, "explained", reason=reason)
        else:
            yield Mention(seen.kind, span, "unclaimed")


def _reason(passage: Passage, seen: Seen) -> str | None:
    if passage.role in _ROLES:
        return _ROLES[passage.role]
    if _PAGE_METADATA.match(passage.text):
        return "furniture"
    number = _CLAUSE_NUMBER.match(passage.text)
    if number and seen.end <= number.end():
        return "clause_number"
    if seen.kind == "citation":
        return why_no_document(passage.text, seen.start, seen.end)
    return explain(passage.text, seen.start, seen.end)


def _claimant(seen: Seen, span: Span, words: str, claims: _Claims) -> Fact | None:
    """The fact that says what the mention says: it must hold the same value, not only the same sentence."""
    facts = claims.facts[seen.kind]
    called = claims.aliases.get(words.strip("《》")) if seen.kind == "citation" else None
    for index in claims.near[seen.kind].of(span):
        if called is not None and called < index:
            break
        if _says(facts[index], seen, words):
            return facts[index]
    return None if called is None else facts[called]


def _first_by_alias(facts: Sequence[Fact]) -> Mapping[object, int]:
    """The first of the citations that give a short name: 以下简称《办法》."""
    named = ((fact.values.get("alias"), index) for index, fact in enumerate(facts))
    return dict(reversed([(alias, index) for alias, index in named if alias is not None]))


def _says(fact: Fact, seen: Seen, words: str) -> bool:
    if seen.kind in ("citation", "agency_marker") or fact.table == "citations":
        return True
    said = [
        v for v in fact.values.values() if isinstance(v, (str, int, float, date)) and not isinstance(v, bool)
    ]
    bare = _bare(words)
    if any(
        isinstance(v, str) and bare and (bare in _bare(v) or (len(_bare(v)) >= 2 and _bare(v) in bare))
        for v in said
    ):
        return True
    value = _value(words)
    return value is not None and any(
        isinstance(v, (int, float)) and not isinstance(v, bool) and abs(float(v) - value) < 1e-9 for v in said
    )


def _bare(text: str) -> str:
    return patterns.sub(r"[\s，、]", "", text)


def _value(words: str) -> float | None:
    try:
        return numeral_to_number(words.replace(",", ""))
    except ValueError:
        return None
