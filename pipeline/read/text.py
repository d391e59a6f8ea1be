"""Plain text and markdown: bytes → text, its kind and its page marks."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from pipeline.language import patterns
from pipeline.language.unprinted import prints_nothing
from pipeline.messages import say
from pipeline.model import Page, Span, Unreadable
from pipeline.read.encodings import Decoded, bytes_to_chinese, decode, is_chinese, is_fit
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.text_tables import text_to_grids

# The longest line of 23 real text and markdown notices has 1,621 characters; a notice whose every line
# break was lost is one line of all it holds, at most some hundred thousand.
LONGEST_LINE = 1_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GARBAGE = Unreadable(say("undecodable_text"), say("save_as_utf8"))
# A text holds a stray one here and there, what is no text is full of them.
_CONTROL = patterns.compile(r"[\x00-\x08\x0e-\x1f\x7f\p{Cn}\p{Cs}]")
_MOST_CONTROL, _FEW_CONTROL = 0.02, 2


def bytes_to_text(content: bytes) -> Decoded:
    """The text without its byte order mark. Unreadable if the bytes are no text, or one that holds nothing."""
    for decoded in _readings(content):
        if decoded is not None and is_fit(decoded) and _is_text(decoded.text):
            return _checked(decoded)
    raise _GARBAGE


def _readings(content: bytes) -> Iterator[Decoded | None]:
    """The ways to read bytes, the surest first; one where they say their encoding."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            yield decode(content[len(bom) :], encoding)
            return
    yield bytes_to_chinese(content)
    # Only text of two bytes a character has NUL bytes, at its line ends, and on one side only.
    if b"\0" in content:
        little = content[1::2].count(0) >= content[::2].count(0)
        for encoding in ("utf-16-le", "utf-16-be") if little else ("utf-16-be", "utf-16-le"):
            if is_chinese(decoded := decode(content, encoding)) or decoded.text.isascii():
                yield decoded


def _is_text(text: str) -> bool:
    sample = text[:200_000]
    return sum(1 for _ in _CONTROL.finditer(sample)) <= max(_MOST_CONTROL * len(sample), _FEW_CONTROL)


def _checked(decoded: Decoded) -> Decoded:
    text = decoded.text
    if prints_nothing(text):
        raise Unreadable(say("blank_file"), say("fetch_or_remove"))
    if (longest := _longest_line(text)) > LONGEST_LINE:
        raise Unreadable(say("too_long_line", longest=longest, most=LONGEST_LINE), say("check_line_breaks"))
    return decoded


def text_to_parts(content: bytes, suffix: str) -> Parts:
    """A text file of such a suffix as Parts; Unreadable as `bytes_to_text`."""
    decoded = bytes_to_text(content)
    text = decoded.text
    grids, lost = text_to_grids(text, Limits())
    return Parts(
        text,
        media_type(text, suffix),
        encoding=decoded.encoding,
        pages=text_to_pages(text),
        grids=grids,
        issues=(*decoded.issues, *lost),
    )


def _longest_line(text: str) -> int:
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest, start = max(longest, end - start), end + 1
    return max(longest, len(text) - start)


_MARKDOWN = patterns.compile(r"(?m)^\s{0,3}(?:#{1,6}\s+(?!Page\b)\S|\\?\|.*\|\s*$|> \S)|\*\*\S")


def media_type(text: str, suffix: str) -> str:
    """`text/markdown` if the name says so or the text has two marks of it, else `text/plain`."""
    marks = _MARKDOWN.findall(text)
    return "text/markdown" if suffix in (".md", ".markdown") or len(marks) >= 2 else "text/plain"


_MOST_DIGITS = 6  # No notice has a million pages; a longer number is none of a page.


def _page_number(digits: str) -> int:
    return int(digits) if len(digits) <= _MOST_DIGITS else 0


_PAGE = patterns.compile(r"(?m)^#\s*Page\s+(\d+)\s*:?[ \t]*$|\f")


def text_to_pages(text: str) -> tuple[Page, ...]:
    """The pages that form feeds or `# Page n:` lines mark; none if the text has no such marks.

    A mark whose number is no later page's (`# Page 0:`, the same once more) belongs to the page it stands on.
    """
    marks = list(_PAGE.finditer(text))
    if not marks:
        return ()
    pages = [] if marks[0][1] else [Page(1, Span(0, marks[0].start()))]
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        last = pages[-1].number if pages else 0
        number = _page_number(mark[1]) if mark[1] else last + 1
        if number > last:
            pages.append(Page(number, Span(mark.end(), end)))
        elif pages:
            pages[-1] = Page(last, Span(pages[-1].span.start, end))
        else:
            pages.append(Page(1, Span(mark.end(), end)))
    return tuple(pages)
