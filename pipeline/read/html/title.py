"""The title and number that a page gives its notice above the notice's own text."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.names import is_agency
from pipeline.read.html.article import Article, squeezed
from pipeline.read.html.box import is_box_line
from pipeline.read.html.page import Page
from pipeline.read.html.prose import is_chrome

# Sites put their own names behind the title of a page: `…的通知_政府文件_某市人民政府`.
_PARTED = patterns.compile(r"\s*[_|]\s*|\s+[-–—]+\s+")
# `[已废止]`, `【现行有效】` before a title is said by the page.
_MARK = patterns.compile(r"^\s*[\[【]\p{Han}{2,6}[\]】]\s*")
_NO_LONGER = patterns.compile(r"废止|失效|无效")
_OF_A_TYPE = patterns.compile(rf"(?:{lexicons.alternation('document_types')})[》）)\s]*(?:（[^（）]*）)?$")
_ABOUT = patterns.compile(r"关于|印发")
_LEAST_LETTERS = 6
_HEADINGS = ("h1", "h2", "h3")


def page_to_head(root: LexborNode, page: Page, article: Article) -> list[str]:
    """The lines above the notice's own that are its title and its number.

    The title is the line above the notice whose words the page's `<title>` has, else a part of that which
    ends in the name of a type of document; none if the notice has it before its first sentence.
    """
    named = _page_names(root)
    own = [page.blocks[i].text for i in article.blocks if i < article.begins]
    opening = squeezed("".join(own))
    at, title = _line_above(page, article, named)
    title = title or next((name for name in named if _OF_A_TYPE.search(name)), "")
    mark, title = _marked(title)
    letters = squeezed(title)
    about = _ABOUT.search(letters)
    if not letters or letters in opening or (about and letters[about.start() :] in opening):
        title = ""
    below = page.blocks[at + 1 : article.begins] if at >= 0 else []
    numbers = [b.text for b in below if _is_number(b.text) and squeezed(b.text) not in opening]
    return [line for line in (mark, title, *numbers[:1]) if line]


def _marked(title: str) -> tuple[str, str]:
    """(the mark a page puts before a title, if it says that the notice is no longer in force, the title without any)."""
    mark = _MARK.match(title)
    said = mark[0].strip() if mark and _NO_LONGER.search(mark[0]) else ""
    return said, _MARK.sub("", title).strip()


def _is_number(words: str) -> bool:
    """Whether the words are a 文号, maybe in brackets, and nothing else."""
    number = NUMBERED.first(words)
    return number is not None and len(squeezed(words)) <= len(squeezed(number.text))


def _page_names(root: LexborNode) -> list[str]:
    """What the head of the page says its title is, without the names of the site."""
    names = []
    for node in root.css("meta"):
        attributes = node.attributes
        if (attributes.get("name") or "").strip().lower() == "articletitle":
            names.append((attributes.get("content") or "").strip())
    for node in root.css("title"):
        names += _PARTED.split((node.text(deep=True) or "").strip())
    return [_MARK.sub("", name) for name in names if len(squeezed(name)) >= _LEAST_LETTERS]


def _whole(page: Page, last: int, names: Sequence[str]) -> tuple[int, str]:
    """The line and those right above it that a name of the page has in front of its words: 甲局 | 关于乙的通知."""
    first = last
    while first and not (page.blocks[first - 1].cells or page.blocks[first - 1].linked):
        words = squeezed("".join(block.text for block in page.blocks[first - 1 : last + 1]))
        if words == squeezed(page.blocks[last].text) or not any(words in name for name in names):
            break
        first -= 1
    return last, "".join(block.text.strip() for block in page.blocks[first : last + 1])


def _is_named(words: str, name: str) -> bool:
    """Whether a line is what a page is called, or its last line; 甲区人民政府办公室, which it begins with, is a red head."""
    short, long = sorted((words, name), key=len)
    return short in long and (2 * len(short) >= len(long) or name.endswith(words))


def _line_above(page: Page, article: Article, named: Sequence[str]) -> tuple[int, str]:
    """(block number, words) of the nearest line above the notice's first sentence that is the page's title; of a
    page whose `<title>` names only its site the nearest heading, or 关于…, that ends in a type of document."""
    letters = [squeezed(name) for name in named]
    headed = -1, ""
    for i in reversed(range(article.begins)):
        block = page.blocks[i]
        words = squeezed(_MARK.sub("", block.text))
        if (
            block.cells
            or block.linked
            or len(words) < _LEAST_LETTERS
            or is_chrome(block)
            or is_box_line(block)
            or is_agency(words)  # A red head.
        ):
            continue
        if any(_is_named(words, name) for name in letters):
            # 信息详情 is what the page is called, 关于乙的通知 below it what it shows.
            return headed if headed[1] and not _OF_A_TYPE.search(block.text) else _whole(page, i, letters)
        if (block.tag in _HEADINGS or _ABOUT.search(words)) and _OF_A_TYPE.search(block.text):
            headed = headed if headed[1] else (i, block.text)
    return headed
