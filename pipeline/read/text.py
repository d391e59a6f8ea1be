"""Plain text and markdown: bytes → text, its kind and its page marks."""

from __future__ import annotations

import codecs

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Page, Span, Unreadable

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
# What Chinese text is made of. Binary that happens to decode scatters over all planes instead: 28 real
# files have all of their characters here, random bytes of 100 and more decoded any way at most 0.76.
_EXPECTED = patterns.compile(
    r"[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u2100-\u27bf\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f"
    r"\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\ufe30-\ufe4f\uff00-\uffef\u0370-\u03ff\ufeff]"
)
_CONTROL = patterns.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LEAST_EXPECTED = 0.9
_MOST_CONTROL = 0.001


def bytes_to_text(content: bytes) -> tuple[str, str]:
    """(text without byte order mark, name of the encoding). Unreadable if the bytes are no text."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _checked(_decoded(content[len(bom) :], encoding)), encoding
    for encoding in _encodings(content):
        text = _decoded(content, encoding)
        if text is not None and _is_text(text):
            return _checked(text), encoding
    raise _GARBAGE


def _encodings(content: bytes) -> tuple[str, ...]:
    # UTF-16 of Chinese with line ends has NUL bytes on one side only; no other encoding has any.
    head = content[:4096]
    if b"\x00" in head:
        return (
            ("utf-16-le", "utf-16-be")
            if head[1::2].count(0) >= head[::2].count(0)
            else ("utf-16-be", "utf-16-le")
        )
    return ("utf-8", "gb18030")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    sample = text[:200_000]
    expected = sum(1 for _ in _EXPECTED.finditer(sample))
    control = sum(1 for _ in _CONTROL.finditer(sample))
    return expected >= _LEAST_EXPECTED * len(sample) and control <= _MOST_CONTROL * len(sample)


def _checked(text: str | None) -> str:
    if text is None or not _is_text(text):
        raise _GARBAGE
    if not text.strip():
        raise Unreadable(say("blank_file"), say("fetch_or_remove"))
    if (longest := _longest_line(text)) > LONGEST_LINE:
        raise Unreadable(say("too_long_line", longest=longest, most=LONGEST_LINE), say("check_line_breaks"))
    return text


def _longest_line(text: str) -> int:
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest, start = max(longest, end - start), end + 1
    return max(longest, len(text) - start)


_MARKDOWN = patterns.compile(r"(?m)^\s{0,3}(?:#{1,6}\s+(?!Page\b)\S|\|.*\|\s*$)|\*\*\S")


def media_type(text: str, suffix: str) -> str:
    """`text/markdown` if the name says so or the text has two marks of it, else `text/plain`."""
    marks = _MARKDOWN.findall(text)
    return "text/markdown" if suffix in (".md", ".markdown") or len(marks) >= 2 else "text/plain"


_PAGE = patterns.compile(r"(?m)^#\s*Page\s+(\d+)\s*:?[ \t]*$|\f")


def text_to_pages(text: str) -> tuple[Page, ...]:
    """The pages that form feeds or `# Page n:` lines mark; none if the text has no such marks."""
    marks = list(_PAGE.finditer(text))
    if not marks:
        return ()
    pages = [] if marks[0][1] else [Page(1, Span(0, marks[0].start()))]
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        number = int(mark[1]) if mark[1] else (pages[-1].number if pages else 0) + 1
        pages.append(Page(number, Span(mark.end(), end)))
    return tuple(pages)
