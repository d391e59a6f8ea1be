"""Documents named without 《》: by their 文号 or the number of a standard, and the notice's own annexes by theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pipeline.extract.citations.relations import relation_in
from pipeline.extract.facts import Citation, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.cited_numbers import STANDARD_NUMBER, numbers_in
from pipeline.language.doc_numbers import number_to_key
from pipeline.lexicons import rows
from pipeline.model import Fact, Passage

_ANNEX_REFERENCE = patterns.compile(
    r"(?:见|详见|按照?|参照|如)?(附(?:件|表)\s?(?:\d(?=20\d\d年)|\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})(?:[-—]\d+)?)(?!号)"
)
_LABELS = tuple(label for label, of in rows("metadata_keys") if of == "doc_number")
# What numbers a thing, but for a paper; the codes of certificates of land and houses.
_THINGS = ("编号", "证号", "案号", "登记号", "合同号", "项目号")
_PAPERS = tuple(f"{paper}编号" for paper in ("文件", "发文", "公文", "通知"))
_OF_CERTIFICATES = ("证字", "权证", "国用", "集用")
# A number with its place and what it is the number of.
_Numbered = tuple[str, int, int, str]


def bare_numbers(passage: Passage, taken: Sequence[tuple[int, int]], own: str | None) -> Iterator[Fact]:
    """The documents that a paragraph names by a number alone, outside the places `taken` by titles; `own` is the
    notice's number."""
    text, key = passage.text, number_to_key(own or "")
    standards = [(m[0], *m.span(), "standard") for m in STANDARD_NUMBER.finditer(text)]
    for row in _rows([*((*n, "policy") for n in numbers_in(text)), *standards], text):
        relation = relation_in(text[: row[0][1]], text[row[-1][2] :])
        for number, start, end, kind in row:
            if any(a <= start < b for a, b in taken):
                continue
            kind = "self" if number_to_key(number) == key or _is_labelled(text[:start]) else kind
            if kind == "policy" and _is_of_thing(text[: row[0][1]], number):
                kind = "form"
            citation = Citation(kind=kind, doc_number=number, relation=relation)
            span = passage.span(start, end)
            yield said_to_fact(citation, Place(span, passage.clause_id, own=(span,)), "bare_doc_number", 1.0)


def _is_labelled(before: str) -> bool:
    """发文字号：某政发〔2026〕5号: a page prints it in the box of the notice."""
    return before.rstrip("： ").endswith(_LABELS)


def _is_of_thing(before: str, number: str) -> bool:
    """项目编号：甲招〔2023〕12号, 甲国用〔2010〕第5号: what is numbered is a project, a contract, a certificate, and no paper
    that says something; 文件编号 names one."""
    said = before.rstrip("：:（( 为是")
    code = number.partition("〔")[0]
    return code.endswith(_OF_CERTIFICATES) or (said.endswith(_THINGS) and not said.endswith(_PAPERS))


def _rows(numbers: Iterable[_Numbered], text: str) -> Iterator[list[_Numbered]]:
    """民发〔2026〕52、53号: what stands before the first of a row and behind its last is said of each."""
    row: list[_Numbered] = []
    for number in numbers:
        if row and text[row[-1][2] : number[1]].strip("、和及第 "):
            yield row
            row = []
        row.append(number)
    if row:
        yield row


def annex_references(
    passage: Passage, taken: Sequence[tuple[int, int]], others: Collection[int], annexes: Mapping[str, str]
) -> Iterator[Fact]:
    """The notice's annexes that a paragraph names. One named where another document ends (`others`) is that one's:
    《甲通知》（财税〔2016〕36号）附件3."""
    for match in _ANNEX_REFERENCE.finditer(passage.text):
        if match.start(1) in others or any(a <= match.start(1) < b for a, b in taken):
            continue
        label = match[1].replace(" ", "")
        citation = Citation(kind="annex", title=annexes.get(label) or label, relation="mentions")
        span = passage.span(match.start(1), match.end(1))
        place = Place(span, passage.clause_id, own=(span,))
        yield said_to_fact(citation, place, "annex_reference", 1.0)
