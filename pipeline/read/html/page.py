"""The tree of a page → its blocks: lines of words and tables, each with the elements it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.read.html.drawn_tables import drawn_to_cells
from pipeline.read.html.lists import NumberedList, is_numbered, node_to_list
from pipeline.read.html.tables import CellTable, table_to_cells
from pipeline.read.html.walk import BLOCKS, is_hidden, is_wordless, walk
from pipeline.read.html.words import Line, count_han, is_special, preformatted_lines
from pipeline.read.limits import Limits
from pipeline.read.parts import CellText

_PREFORMATTED = patterns.compile(r"(?i)white-space\s*:\s*(?:pre|break-spaces)")
_FILE = patterns.compile(r"(?i)\.(?:docx?|wps|rtf|pdf|ofd|xlsx?|et|zip|rar|7z|pptx?)(?:[?#].*)?$")
_LISTS = ("ol", "ul")
_NUMBER = patterns.compile(r"\s*(\d{1,6})(?!\d|\s*%)")
_STYLED_SIZE = patterns.compile(r"(?i)(?:width|height)\s*:\s*(\d{1,6})(?:\.\d*)?px")
# Pixels. Buttons and signs of files have up to 61, the smallest table as a picture 386.
_LEAST_SIZE = 100


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page, or a table of it. `element` is the innermost block element it stands in (an index
    of Page.parents) and `tag` its name; of `hans` Chinese characters, `linked` are in links."""

    text: str
    element: int
    tag: str
    hans: int
    linked: int
    cells: tuple[CellText, ...] = ()


@dataclass(slots=True)
class Page:
    """What a page shows, in reading order. `parents[i]` is the element around element i (−1: none).

    `images` and `files` say where a picture (its element with it) and a link to a file (its name with it)
    stand: the number of blocks before; `numbered` the blocks whose number the page prints by itself, and that;
    `hides` whether it hides something by attributes; `struck` the words it strikes out.
    """

    parents: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    images: list[tuple[int, int]] = field(default_factory=list)
    files: list[tuple[int, str]] = field(default_factory=list)
    numbered: list[tuple[int, str]] = field(default_factory=list)
    hides: bool = False
    struck: list[str] = field(default_factory=list)


def tree_to_page(root: LexborNode, limits: Limits, hidden: bool = False) -> Page:
    """The blocks of the page below `root`; with `hidden` also of what it hides by its own attributes."""
    growing = _Growing(limits, hidden)
    for event, node in walk(root, growing.is_leaf, limits.max_depth):
        if event == "text":
            growing.add_words(node.text_content or "")
        elif event == "open":
            growing.enter(node)
        elif event == "close":
            growing.leave(node)
        elif node.mem_id in growing.tables:
            growing.add_table(growing.tables[node.mem_id])
        elif is_special(node) and not is_wordless(node):
            growing.line.add_special(node, growing.links > 0)
    growing.end_line()
    return growing.page


@dataclass(slots=True)
class _Growing:
    """The page as it grows, and what is open at this point of the tree."""

    limits: Limits
    hidden: bool
    page: Page = field(default_factory=Page)
    tables: dict[int, CellTable] = field(default_factory=dict)
    line: Line = field(default_factory=Line)
    open: list[tuple[int, str]] = field(default_factory=lambda: [(-1, "")])
    lists: list[NumberedList] = field(default_factory=list)
    mark: str = ""
    links: int = 0
    preformatted: int = 0

    def is_leaf(self, node: LexborNode) -> bool:
        if is_wordless(node):
            return True
        if not self.hidden and is_hidden(node):
            self.page.hides = True
            return True
        drawn = table_to_cells if node.tag == "table" else drawn_to_cells
        if (table := drawn(node, self.limits)) is not None:
            self.tables[node.mem_id] = table
            return True
        return is_special(node)

    def add_words(self, words: str) -> None:
        if not self.preformatted:
            self.line.add(words, self.links > 0)
            return
        first, *others = preformatted_lines(words)
        self.line.add(first, self.links > 0)
        for other in others:
            self.end_line()
            self.line.add(other, self.links > 0)

    def enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br":
            self.end_line()
        elif tag == "a":
            self.links += 1
            if _FILE.search((node.attributes.get("href") or "").strip()):
                self.page.files.append((len(self.page.blocks), (node.text(deep=True) or "").strip()))
        elif tag == "img" and not self.links and is_picture(node):
            self.page.images.append((len(self.page.blocks), self.open[-1][0]))
        elif tag in BLOCKS:
            self.end_line()
            self.page.parents.append(self.open[-1][0])
            self.open.append((len(self.page.parents) - 1, tag))
            self.preformatted += _is_preformatted(node)
            if tag in _LISTS:
                self.lists.append(node_to_list(node))
            elif tag == "li" and self.lists:
                self.mark = self.lists[-1].next_mark(node)

    def leave(self, node: LexborNode) -> None:
        if node.tag == "a":
            self.links -= 1
        elif node.tag in BLOCKS:
            self.end_line()
            self.open.pop()
            self.preformatted -= _is_preformatted(node)
            if node.tag in _LISTS:
                self.lists.pop()

    def end_line(self) -> None:
        for text in self.line.paragraphs():
            if self.mark and not is_numbered(text):
                self.page.numbered.append((len(self.page.blocks), self.mark))
                text = self.mark + text
            self.mark = ""
            self.page.blocks.append(Block(text, *self.open[-1], count_han(text), self.line.linked))
        if self.line.words or self.line.struck:
            self.page.struck += self.line.struck
            self.line = Line()

    def add_table(self, table: CellTable) -> None:
        self.end_line()
        if table.caption:
            self.page.blocks.append(Block(table.caption, *self.open[-1], count_han(table.caption), 0))
        words = " ".join(cell.text for cell in table.cells if cell.text)
        self.page.struck += table.struck
        block = Block(words, *self.open[-1], table.hans, table.linked, table.cells)
        self.page.blocks.append(block)


def is_picture(node: LexborNode) -> bool:
    """Whether an image may hold words: not one as small as a button, nor an animation."""
    attributes = node.attributes
    sizes = [_NUMBER.match(attributes.get(name) or "") for name in ("width", "height")]
    sizes += _STYLED_SIZE.finditer(attributes.get("style") or "")
    small = any(size is not None and int(size[1]) < _LEAST_SIZE for size in sizes)
    return not small and not (attributes.get("src") or "").lower().endswith(".gif")


def _is_preformatted(node: LexborNode) -> bool:
    return node.tag == "pre" or bool(_PREFORMATTED.search(node.attributes.get("style") or ""))
