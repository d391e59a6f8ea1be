"""Other documents named: 《…》 with its 文号, bare 文号, annex references; what they are and why they are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.cells.passages import cell_passages
from pipeline.extract.citations.own_names import is_earlier, is_handed_out, is_this_one, own_names
from pipeline.extract.citations.titles import bare, issuer_of, kind_of, quoted, relation_of
from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.model import Fact, Mended, Passage, TitleBlock

_ALIAS = patterns.compile(
    r"^[^。；《]{0,30}?（?(?:以下|下)(?:统)?(?:简称|称)(?:为)?[《“]?([^》”）]{1,20})[》”]?）"
)
_ANNEX_REFERENCE = patterns.compile(
    r"(?:见|详见|按照?|参照|如)?(附(?:件|表)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-—]\d+)?)(?!号)"
)


def citations(mended: Mended) -> tuple[Fact, ...]:
    """Facts of table `citations` from the running text and from the sentences in cells."""
    own = own_names(mended.outline)
    prose = [
        fact
        for passage in mended.outline.passages
        if passage.role in ("body", "annex_list")
        for fact in passage_citations(passage, own, mended)
    ]
    tabled = [
        replace(fact, table_id=cell.table.table_id, row=cell.row)
        for cell in cell_passages(mended)
        for fact in passage_citations(cell.passage, own, mended)
    ]
    return (*prose, *tabled)


def passage_citations(passage: Passage, own: dict[str, str], mended: Mended) -> Iterator[Fact]:
    """The documents named in one passage. `own` maps titles without marks to self, annex or alias."""
    taken: list[tuple[int, int]] = []
    annexes = {a.title: a.label for a in mended.outline.annexes}
    for cited in quoted(passage.text):
        taken.append((cited.start, cited.number_end))
        after = passage.text[cited.number_end : cited.number_end + 60]
        alias = _ALIAS.match(after)
        if is_handed_out(passage.text[: cited.start], passage.text[cited.number_end :]):
            own.setdefault(bare(cited.title), "self")
        kind = kind_of(cited, own, after, passage.role == "annex_list")
        if kind == "self" and is_earlier(cited.number, mended.outline.title_block):
            kind = "policy"
        if is_this_one(cited.title, passage.text[: cited.start]):
            kind = "self"
        if alias and kind == "self":
            own[bare(alias[1])] = "self"
        yield Fact(
            table="citations",
            span=passage.span(cited.start, cited.number_end),
            rule="title_marks" if cited.closed else "title_mark_unclosed",
            values={
                "title": cited.title,
                "doc_number": cited.number,
                "kind": kind,
                "relation": relation_of(passage.text[: cited.start], after),
                "alias": alias[1] if alias else None,
                "issuer": issuer_of(passage.text[: cited.start]),
            },
            confidence=0.98 if cited.closed else 0.8,
            clause_id=passage.clause_id,
        )
    if passage.role == "body":
        yield from _bare_numbers(passage, taken, mended.outline.title_block)
        yield from _annex_references(passage, taken, {v: k for k, v in annexes.items()})


def _bare_numbers(passage: Passage, taken: list[tuple[int, int]], block: TitleBlock) -> Iterator[Fact]:
    for match in NUMBERED.pattern.finditer(passage.text):
        start = match.start("agency")
        if any(a <= start < b for a, b in taken):
            continue
        number = NUMBERED.read(match)
        if number is None:
            continue
        yield Fact(
            table="citations",
            span=passage.span(start, match.end()),
            rule="bare_doc_number",
            values={
                "title": None,
                "doc_number": number.text,
                "kind": "self" if number.text == block.doc_number else "policy",
                "relation": relation_of(passage.text[:start]),
                "alias": None,
                "issuer": None,
            },
            confidence=0.95,
            clause_id=passage.clause_id,
        )


def _annex_references(
    passage: Passage, taken: list[tuple[int, int]], titles: dict[str, str]
) -> Iterator[Fact]:
    for match in _ANNEX_REFERENCE.finditer(passage.text):
        if any(a <= match.start(1) < b for a, b in taken):
            continue
        label = match[1].replace(" ", "")
        yield Fact(
            table="citations",
            span=passage.span(match.start(1), match.end(1)),
            rule="annex_reference",
            values={
                "title": titles.get(label) or label,
                "doc_number": None,
                "kind": "annex",
                "relation": "mentions",
                "alias": None,
                "issuer": None,
            },
            confidence=0.95,
            clause_id=passage.clause_id,
        )
