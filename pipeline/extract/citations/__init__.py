"""Other documents named: 《…》 with its 文号, bare 文号, annex references; what they are and why they are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.cells.layout import places
from pipeline.extract.citations.kinds import issuer_of, kind_of
from pipeline.extract.citations.lines import NUMBERS, foot_begins, head_begins, whole
from pipeline.extract.citations.own_names import (
    is_handed_out,
    is_others,
    is_own_draft,
    is_this_one,
    is_within_title,
    own_names,
)
from pipeline.extract.citations.relations import lead_of, relation_in
from pipeline.extract.citations.short_names import short_names
from pipeline.extract.citations.titles import Cited, quoted
from pipeline.extract.citations.unquoted import annex_references, bare_numbers
from pipeline.extract.facts import Citation, Place, said_to_fact
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.documents import bare
from pipeline.language.folding import fold
from pipeline.model import Cell, Fact, Mended, Passage, Table, TitleBlock

# The mention that gives a short name: （以下简称《办法》）.
_GIVES_A_NAME = ("简称", "以下统称", "下称", "简称为")
_ITS_ISSUER = 24
_OTHERS = ("policy", "law", "standard")
# What lowers the confidence of a title that nobody knows the end of.
_UNCLOSED = 0.8
# The line that says how a regulation came to be is one with its day: （…《关于修改甲条例的决定》修正）.
_ROLES = ("body", "annex_list", "written_date")


@dataclass(slots=True)
class _Known:
    """What a reader of the notice knows by now: names of its own (bare title → self or annex), short names of others,
    the numbers cited with a title, what the paragraph above a list says of every document in it, and whether a list of
    numbers may follow."""

    own: dict[str, str]
    block: TitleBlock
    annexes: Mapping[str, str]
    short: set[str]
    numbered: set[str]
    lead: str | None = None
    listed: bool = False


# What nothing but a figure is made of.
_FIGURES = "0123456789.,% -—"


def citations(mended: Mended) -> tuple[Fact, ...]:
    """Facts of table `citations` from the running text and from the cells of tables."""
    outline = mended.outline
    annexes = {annex.label: annex.title for annex in outline.annexes}
    known = _Known(own_names(outline), outline.title_block, annexes, set(), set())
    begins, foot = head_begins(outline.passages), foot_begins(outline.passages)
    prose = [
        fact
        for passage in whole(p for p in outline.passages if p.role in _ROLES)
        for fact in _passage_citations(passage, known)
        if fact.values["kind"] not in _OTHERS or _is_cited(fact, passage, begins, foot)
    ]
    tabled = [fact for table in mended.tables for fact in _table_citations(table, known, mended)]
    return tuple(_of_one_kind([*prose, *tabled]))


def _of_one_kind(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts; what is to be filled in where one sentence says so is that in the others, too: 填写《甲备案意见》, 《甲备案意见》送县局;
    not where one goes by it: 落实《甲备案意见》."""
    titles = [bare(str(fact.values["title"])) for fact in facts]
    forms = {title for title, fact in zip(titles, facts, strict=True) if fact.values["kind"] == "form"}
    papers = [fact.values["kind"] == "policy" and not fact.values["doc_number"] for fact in facts]
    for title, fact, is_paper in zip(titles, facts, papers, strict=True):
        if is_paper and fact.values["relation"] != "mentions":
            forms.discard(title)
    for title, fact, is_paper in zip(titles, facts, papers, strict=True):
        yield replace(fact, values={**fact.values, "kind": "form"}) if is_paper and title in forms else fact


def _is_cited(fact: Fact, passage: Passage, begins: int, foot: int | None) -> bool:
    """Whether a document is named by the notice, and not by the page above its title or, to no end, below it."""
    place = next(iter(passage.places), begins)
    return place >= begins and (foot is None or place < foot or fact.values["relation"] != "mentions")


def _table_citations(table: Table, known: _Known, mended: Mended) -> Iterator[Fact]:
    """The documents named in the cells of a table; its title may say what became of all of them (废止文件目录)."""
    source = mended.outline.document.text
    known.lead = lead_of(f"{table.title}：")
    for cell in table.cells:
        if cell.parts and cell.role != "header" and cell.text.strip(_FIGURES):
            passage = _cell_to_passage(cell, table, source)
            for fact in _with_lead(_read(passage, known), known.lead):
                yield replace(fact, table_id=table.table_id, row=cell.row)


def _cell_to_passage(cell: Cell, table: Table, source: str) -> Passage:
    return Passage(fold(cell.text), places(cell, source), "body", None, table.annex)


def _passage_citations(passage: Passage, known: _Known) -> Iterator[Fact]:
    # A line of its number alone heads a notice that is printed here, unless it stands in a list (按下列文件执行：).
    head = line_to_number(passage.text)
    own = known.block.doc_number
    if head and head.text != own and (head.text in known.numbered or not known.listed):
        return
    known.listed = passage.text.endswith("：") or (known.listed and bool(head))
    if not (passage.text.startswith(NUMBERS) or {"《", "〔"} & set(passage.text[:_ITS_ISSUER])):
        known.lead = None
    yield from _with_lead(_read(passage, known), known.lead)
    known.lead = lead_of(passage.text) or known.lead


def _with_lead(facts: Iterable[Fact], lead: str | None) -> Iterator[Fact]:
    """The facts, of which those that do not say why they are named have what stands above their list."""
    for fact in facts:
        if lead and fact.values["kind"] != "annex" and fact.values["relation"] == "mentions":
            yield replace(fact, values={**fact.values, "relation": lead})
        else:
            yield fact


def _read(passage: Passage, known: _Known) -> Iterator[Fact]:
    """The documents named in one paragraph or cell."""
    taken: list[tuple[int, int]] = []
    others: list[int] = []  # where other documents end
    for cited in quoted(passage.text):
        taken.append((cited.start, cited.number_end))
        fact = _title_to_fact(cited, passage, known)
        is_other = fact is not None and fact.values["kind"] in _OTHERS
        if fact and not (is_other and is_within_title(cited, passage.text, known.block.title)):
            others += [cited.number_end] if is_other else []
            yield fact
    if passage.role == "body":
        yield from bare_numbers(passage, taken, known.block.doc_number)
        yield from annex_references(passage, taken, others, known.annexes)


def _title_to_fact(cited: Cited, passage: Passage, known: _Known) -> Fact | None:
    before, after = passage.text[: cited.start], passage.text[cited.number_end :]
    handed_out = is_handed_out(before, after) or is_own_draft(cited.title, before)
    if handed_out:
        known.own.setdefault(bare(cited.title), "self")
    called = short_names(after) or short_names(passage.text[cited.end :])
    kind = (
        "self"
        if is_this_one(before)
        else kind_of(cited, known.own, (before, after), passage.role == "annex_list")
    )
    relation = "issues" if handed_out else relation_in(before, after)
    if kind in ("self", "annex") and is_others(cited.number, relation, known.block):
        kind = "policy"
    if kind == "self" and (called or is_this_one(before)):
        known.own |= dict.fromkeys(map(bare, called or (cited.title,)), "self")
    else:
        known.short |= {bare(name) for name in called}
    if (
        (kind is None and line_to_number(cited.title) is None)
        or before.endswith(_GIVES_A_NAME)
        or (kind != "self" and bare(cited.title) in known.short)
    ):
        return None
    number = line_to_number(cited.title)  # 《国务院令第743号》 names a number.
    citation = Citation(
        kind=kind or "policy",
        title=None if number else cited.title,
        doc_number=number.text if number else cited.number,
        relation=relation,
        alias=next(iter(called), None),
        issuer=issuer_of(before),
    )
    if cited.number:
        known.numbered.add(cited.number)
    span = passage.span(cited.start, cited.number_end)
    place = Place(span, passage.clause_id, own=(span,))
    sure = ("title_marks", 1.0) if cited.closed else ("title_mark_unclosed", _UNCLOSED)
    return said_to_fact(citation, place, *sure)
