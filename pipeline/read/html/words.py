"""Lines of words as a page shows them: blanks run together, blocks and `<br>` begin a new line."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.language.raised import is_mark, raised
from pipeline.read.html.walk import BLOCKS, is_hidden, is_raised, is_struck, is_wordless, walk

_BLANKS = patterns.compile(r"[ \t\r\n\f]+")
_LINE_END = patterns.compile(r"\r\n?|\n")
_HAN = patterns.compile(r"\p{Han}")
_VISIBLE = patterns.compile(r"[^\p{Z}\p{C}]")
# `&ldquo;` that a page shows as these letters: its program escaped the text twice.
_ESCAPED_TWICE = patterns.compile(r"&(?:[a-z]{2,8}|#\d{2,5});")
_INDENT = patterns.compile(r"(?<=[。；：！？”）])[ \u00a0]*(?=\u3000{2}[^\s])")


# Where a line ends inside a cell; a page cannot say so by a character.
BREAK = "\v"


def is_special(node: LexborNode) -> bool:
    """Whether an element's words are no plain words of the line: struck out, or the raised mark of a note."""
    return is_struck(node) or (is_raised(node) and is_mark(node.text(deep=True) or ""))


def count_han(words: str) -> int:
    return sum(1 for _ in _HAN.finditer(words))


def preformatted_lines(words: str) -> list[str]:
    return _LINE_END.split(words)


@dataclass(slots=True)
class Line:
    """A line as it grows: its words, and how many Chinese characters of them are a link's."""

    words: list[str] = field(default_factory=list)
    linked: int = 0
    struck: list[str] = field(default_factory=list)

    def add(self, words: str, is_link: bool) -> None:
        self.words.append(words)
        if is_link:
            self.linked += count_han(words)

    def add_special(self, node: LexborNode, is_link: bool) -> None:
        """Words struck out, which are set aside, or a mark printed raised."""
        words = node.text(deep=True) or ""
        if is_struck(node):
            self.struck.append(_BLANKS.sub(" ", words).strip())
        else:
            self.add(raised(words), is_link)

    def lines(self) -> str:
        """The lines that `<br>` and blocks part, those that show nothing left out."""
        parts = "".join(self.words).split(BREAK)
        return "\n".join(text for part in parts if (text := Line([part]).text()))

    def text(self) -> str:
        """The line as shown: an indent of wide blanks stays, blanks of the markup do not. "" if nothing shows."""
        words = _BLANKS.sub(" ", "".join(self.words)).lstrip(" ").rstrip()
        words = _ESCAPED_TWICE.sub(lambda match: html.unescape(match[0]), words)
        return words if _VISIBLE.search(words) else ""

    def paragraphs(self) -> list[str]:
        """The line cut where it goes on with an indent of wide blanks after a sentence: there its `<br>` is lost."""
        return [part.rstrip() for part in _INDENT.split(self.text()) if part]


def cell_to_line(cell: LexborNode, deepest: int) -> tuple[Line, int] | None:
    """(the words of a table's cell, number of lines with words); None if it holds a table again."""
    line, lines, links = Line(), 0, 0
    is_shown_line = False
    for event, node in walk(cell, _is_leaf_of_cell, deepest):
        if event == "leaf" and node.tag == "table" and not is_hidden(node):
            return None
        if event == "leaf" and not (is_wordless(node) or is_hidden(node)):
            line.add_special(node, links > 0)
        if event == "text":
            words = node.text_content or ""
            line.add(words, links > 0)
            if not is_shown_line and not words.isspace():
                is_shown_line, lines = True, lines + 1
        elif node.tag == "a":
            links += 1 if event == "open" else -1 if event == "close" else 0
        elif node.tag in BLOCKS or node.tag == "br":
            line.words.append(BREAK)
            is_shown_line = False
    return line, lines


def _is_leaf_of_cell(node: LexborNode) -> bool:
    return is_wordless(node) or is_hidden(node) or node.tag == "table" or is_special(node)
