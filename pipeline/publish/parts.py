"""The notice and its parts → rows: title block, annexes, clauses, tables, text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.decisions.states import state_of
from pipeline.language import patterns
from pipeline.model import Fact, Named, Span
from pipeline.publish.places import hull
from pipeline.publish.sheet import Row, Sheet, same


def notices(sheet: Sheet) -> Iterator[Row]:
    document, block, places = sheet.document, sheet.outline.title_block, sheet.places
    written, words = block.written_date, block.written_date_span
    side = document.promises
    region: Row = {}
    for row in sheet.entities("notice_region"):
        region.update(row)
    whole = document.source_span or Span(0, len(document.text))
    yield {
        **same(document, "notice_id", "source_file", "source_sha256", "media_type", "encoding"),
        **same(block, "title", "doc_number", "doc_number_agency", "doc_number_year", "doc_number_serial"),
        **same(block, "document_type", "action", "subject_title", "status", "disclosure"),
        **places.offsets(block.title_span, "title_"),
        **places.offsets(block.doc_number_span, "doc_number_"),
        **places.offsets(words, "written_date_"),
        # A date without its day is not published as one: never more precise than the page.
        "written_date": written if written and len(written) == len("2025-12-31") else None,
        "written_date_text": places.words(words) if words else written,
        "effective_date": _dated(sheet, "effective_from", "start_date", _IN_FORCE)
        or _made_public(sheet, written)
        or block.effective_date,
        "expires_date": _dated(sheet, "expires", "end_date", _VALIDITY) or block.expires_date,
        "text_quality": _text_quality(sheet),
        "publisher": side.get("publisher"),
        "url": side.get("url"),
        "fetched_date": side.get("fetched"),
        **state_of(side),
        "page_count": len(document.pages) or None,
        "char_count": len(document.text),
        "source_char_start": whole.start,
        "source_char_end": whole.end,
        **region,
    }


def _text_quality(sheet: Sheet) -> str:
    read = sheet.document.text_quality
    # Setting page numbers and running heads aside changes no word of the notice.
    mended = any(repair.kind != "set_aside" for repair in sheet.repairs)
    return "repaired" if read == "clean" and mended else read


def _dated(sheet: Sheet, kind: str, column: str, about: patterns.Pattern) -> object:
    """The day the whole notice takes force or ends: of the deadlines of a kind, the one its words say it of.

    自今年7月1日起，全县实施… is a duty's date; 本措施自2022年6月1日起施行 is the notice's.
    """
    facts = [f for f in sheet.checked.extracted.of("deadlines") if f.values.get("kind") == kind]
    of_notice = [f for f in facts if about.search(_sentence(sheet, f))]
    return _the_one(f.values.get(column) for f in of_notice)


def _made_public(sheet: Sheet, written: str | None) -> object:
    """现予公布，自2021年7月1日起施行: the day from which what a notice makes public holds; one before the notice was `written` is
    that of another paper."""
    day = _dated(sheet, "effective_from", "start_date", _MADE_PUBLIC)
    return None if day and written and str(day) < written else day


_IN_FORCE = patterns.compile(
    r"本[\p{Han}《》（）]{0,16}自|之日起(?:正式)?(?:施行|实施|执行|生效)|本[\p{Han}]{1,10}从"
)
_MADE_PUBLIC = patterns.compile(
    r"定于[^，,]{4,16}起(?:正式)?(?:试行|施行)"
    r"|(?:现予以?|予以)(?:公布|发布|颁布|印发)[，,]自[^，,]{4,16}起(?:正式)?(?:试行|施行|实施|执行|生效)"
)
_VALIDITY = patterns.compile(r"有效期|失效|废止|试行期")


def _sentence(sheet: Sheet, fact: Fact) -> str:
    """The words around a fact from stop to stop, without line ends."""
    text = sheet.document.printed
    start = max(text.rfind(stop, 0, fact.span.start) for stop in "。；") + 1
    ends = [end for stop in "。；" if (end := text.find(stop, fact.span.end)) >= 0]
    return "".join(text[start : min(ends, default=len(text))].split())


def _the_one(values: Iterable[object]) -> object:
    """The value all agree on, None if there is none or more than one."""
    distinct = {value for value in values if value is not None}
    return distinct.pop() if len(distinct) == 1 else None


def issuers(sheet: Sheet) -> Iterator[Row]:
    return _names(sheet, sheet.outline.title_block.issuers)


def recipients(sheet: Sheet) -> Iterator[Row]:
    return _names(sheet, sheet.outline.title_block.recipients)


def members(sheet: Sheet) -> Iterator[Row]:
    return (dict(row) for row in sheet.entities("members"))


def _names(sheet: Sheet, named: Sequence[Named]) -> Iterator[Row]:
    agency_ids = {row["name"]: row["agency_id"] for row in sheet.entities("issuer_ids")}
    for seq, one in enumerate(named, 1):
        where = sheet.places.quoted(one.span)
        yield {"seq": seq, "name": one.name, "agency_id": agency_ids.get(one.name), **where}


def annexes(sheet: Sheet) -> Iterator[Row]:
    for seq, annex in enumerate(sheet.outline.annexes, 1):
        about = same(annex, "label", "number", "title", "present")
        yield {"seq": seq, **about, **sheet.places.quoted(annex.span)}


def clauses(sheet: Sheet) -> Iterator[Row]:
    words: dict[str | None, list[str]] = {}
    for passage in sheet.outline.passages:
        words.setdefault(passage.clause_id, []).append(passage.text)
    said = ("clause_id", "parent_id", "seq", "level", "number", "number_expected", "heading", "annex")
    for clause in sheet.outline.clauses:
        yield {
            **same(clause, *said),
            "text": "\n".join(words.get(clause.clause_id, [])),
            **sheet.places.offsets(clause.span),
            "page": sheet.places.page(clause.span),
        }


def tables(sheet: Sheet) -> Iterator[Row]:
    said = ("table_id", "title", "annex", "clause_id", "kind", "unit", "n_rows", "n_cols", "header_rows")
    for table in sheet.checked.extracted.mended.tables:
        yield {
            **same(table, *said, "status"),
            "pages": sheet.places.pages(table.span),
            **sheet.places.offsets(table.title_span, "title_"),
            **sheet.places.offsets(table.span),
            "page": sheet.places.page(table.span),
        }


def cells(sheet: Sheet) -> Iterator[Row]:
    for table in sheet.checked.extracted.mended.tables:
        for cell in table.cells:
            about = same(cell, "row", "col", "row_span", "col_span", "role", "proved", "text")
            yield {"table_id": table.table_id, **about, **sheet.places.boxed(hull(cell.parts))}


def pages(sheet: Sheet) -> Iterator[Row]:
    for page in sheet.document.pages:
        span = {"char_start": page.span.start, "char_end": page.span.end}
        yield {"page": page.number, **span, **same(page, "width", "height", "done")}


def texts(sheet: Sheet) -> Iterator[Row]:
    yield {"text": sheet.document.printed}
