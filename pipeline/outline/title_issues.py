"""What a title block prints as its number, date or issuer and nobody understood: said, not passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import patterns
from pipeline.language.numerals import chinese_to_int
from pipeline.messages import say
from pipeline.model import Issue, Passage, TitleBlock
from pipeline.outline.dates import is_like_date
from pipeline.outline.head import is_like_number
from pipeline.outline.metadata import text_to_field
from pipeline.outline.title_words import OTHERS, PERSON

_AT_HEAD = 24
_LONGEST = 40
_JOINT = patterns.compile(
    rf"^(?:(?!关于)[^，。；：]){{2,40}}?{OTHERS}(?=(?:联合)?(?:关于|印发|转发|发布|公布))"
)
_NAMES = patterns.compile(r"\p{Han}{3,}")


def untitled(passages: Sequence[Passage], block: TitleBlock) -> Iterator[Issue]:
    """One where a text has no title."""
    text = [] if block.title else _first(p for p in passages if p.role == "body")
    yield from (Issue("title_not_found", say("title_not_found"), "", passage.span()) for passage in text)


def title_issues(passages: Sequence[Passage], block: TitleBlock) -> Iterator[Issue]:
    """An Issue for each line above the text, or value of the page's box, that looks as a number, date or issuer does,
    where the block has none; and for a line above the date that is the name of no body."""
    shown = [p for p in passages[:_AT_HEAD] if p.role in ("body", "doc_number")]
    if block.doc_number is None:
        like = (p for p in shown if is_like_number(p.text))
        yield from (
            _issue("number_not_understood", p) for p in [*_first(like), *_boxed(passages, "doc_number")][:1]
        )
    if block.written_date is None:
        like = (p for p in passages if p.role == "body" and is_like_date(p.text))
        yield from (_issue("date_not_understood", p) for p in _first(like))
    elif len(block.written_date) < len("2025-12-31"):
        said = (p for p in passages if p.role == "written_date" and p.places)
        yield from (_issue("date_without_day", p) for p in _first(said))
    if not block.issuers:
        signed = (p for p in passages if p.role == "signature" and not PERSON.match(p.text))
        yield from (
            _issue("issuer_not_understood", p) for p in [*_first(signed), *_boxed(passages, "issuer")][:1]
        )
    yield from _others_not_named(passages, block)


def _others_not_named(passages: Sequence[Passage], block: TitleBlock) -> Iterator[Issue]:
    """One where the title speaks of more bodies (甲部等八部门关于…) than are named anywhere."""
    said = _JOINT.search(block.title or "")
    title = next((p for p in passages if p.role == "title"), None)
    if said is None or title is None:
        return
    count = said["count"] or ""
    named = len(block.issuers)
    if named < (int(count) if count.isdecimal() else chinese_to_int(count) or 2):
        message = say("issuers_not_named", words=said[0], n=named)
        yield Issue("issuers_not_named", message, title.clause_id or "", title.span())


def _first(passages: Iterator[Passage]) -> list[Passage]:
    return [passage for passage, _ in zip(passages, range(1), strict=False)]


def _boxed(passages: Sequence[Passage], meaning: str) -> list[Passage]:
    """The lines of the box that should say it: with figures, where it is a number, and a word, where a name."""
    fields = ((p, text_to_field(p.text)) for p in passages if p.role == "furniture")
    wanted = _NAMES if meaning == "issuer" else patterns.compile(r"\d")
    return [p for p, field in fields if field and field[0] == meaning and wanted.search(p.text[field[1] :])]


def _issue(kind: str, passage: Passage) -> Issue:
    return Issue(kind, _MESSAGES[kind](passage.text[:_LONGEST]), passage.clause_id or "", passage.span())


_MESSAGES = {
    "number_not_understood": lambda words: say("number_not_understood", words=words),
    "date_not_understood": lambda words: say("date_not_understood", words=words),
    "date_without_day": lambda words: say("date_without_day", words=words),
    "issuer_not_understood": lambda words: say("issuer_not_understood", words=words),
}
