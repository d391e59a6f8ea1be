"""Web pages: bytes → Parts. Nothing a page refers to is ever fetched."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Issue, Repair, Unreadable
from pipeline.read.html.article import Article, page_to_article
from pipeline.read.html.box import page_to_box
from pipeline.read.html.decoding import bytes_to_markup, script_markups
from pipeline.read.html.page import Page, tree_to_page
from pipeline.read.html.prose import is_within
from pipeline.read.html.title import page_to_head
from pipeline.read.html.words import count_han
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts, TextBuilder

# The shortest notice of the corpus has 204 Chinese characters in sentences; a page with fewer may keep its
# text elsewhere.
_FEW = 100
# Of 43 pages with a paragraph a line none has such a line among the longest that ends in no mark but a table's
# title; of a page with printed lines nearly all but the last of each paragraph.
_FULL, _LEAST_TORN, _MOST_TORN = 0.8, 8, 0.3
_SENTENCE_ENDS = tuple("。；：！？”》）)】;:")


def read_html(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice on a web page: what its box says as `名：值` lines, its title, its paragraphs and tables.

    Lines of the page's own (menus, links, footers) are set aside. Raises Unreadable if the bytes are no
    text, if elements nest too deep or tables reach too far, or if the page shows no words.
    """
    markup, encoding, issues = bytes_to_markup(content)
    root, page, article = _fullest(markup, limits)
    if not page.blocks:
        raise Unreadable(say("page_without_words"), say("save_shown_in_browser"))
    builder = TextBuilder()
    for key, value in page_to_box(page, article.begins).items():
        builder.add_line(f"{key}：{value}")
    for line in page_to_head(root, page, article):
        builder.add_line(line)
    for i in article.blocks:
        block = page.blocks[i]
        if block.cells:
            builder.add_grid(block.cells, as_printed=True)
        else:
            builder.add_line(block.text)
    text = builder.text()
    return Parts(
        text=text,
        media_type="text/html",
        layout="lines" if _is_hard_wrapped(page, article) else "paragraphs",
        encoding=encoding,
        grids=tuple(builder.grids),
        repairs=tuple(_repairs(page, article)),
        issues=(*issues, *_lost(page, article), *mirror_issues(text)),
    )


def _fullest(markup: str, limits: Limits) -> tuple[LexborNode, Page, Article]:
    """The tree, page and article to read: what the page shows; where that is next to nothing, what it hides
    or keeps in its programs, whichever holds most."""
    root = _markup_to_root(markup)
    page = tree_to_page(root, limits)
    best = root, page, page_to_article(page)
    if best[2].prose >= _FEW:
        return best
    others = [tree_to_page(root, limits, hidden=True)] if page.hides else []
    others += (tree_to_page(_markup_to_root(words), limits) for words in script_markups(root))
    for other in others:
        article = page_to_article(other)
        if article.prose > max(_FEW, best[2].prose):
            best = root, other, article
    return best


def _markup_to_root(markup: str) -> LexborNode:
    root = LexborHTMLParser(markup).root
    if root is None:
        raise Unreadable(say("page_without_elements"), say("save_in_browser"))
    return root


def _is_hard_wrapped(page: Page, article: Article) -> bool:
    """Whether the notice's lines end where they did on paper: many in mid-sentence, and those the longest."""
    lines = [page.blocks[i].text.strip() for i in article.blocks if not page.blocks[i].cells]
    full = _FULL * max(map(len, lines), default=0)
    torn = [line for line in lines if len(line) >= full and not line.endswith(_SENTENCE_ENDS)]
    return len(torn) >= _LEAST_TORN and len(torn) > _MOST_TORN * len(lines)


def _repairs(page: Page, article: Article) -> Iterator[Repair]:
    kept = set(article.blocks)
    for i, mark in page.numbered:
        if i in kept:
            words = page.blocks[i].text
            why = say("list_number_printed")
            yield Repair("list_number", words.removeprefix(mark), words, why, "probable")
    for words in dict.fromkeys(filter(None, page.struck)):
        yield Repair("set_aside", words, "", say("aside_struck"), "certified")
    yield from _set_aside(page, article)


def _set_aside(page: Page, article: Article) -> Iterator[Repair]:
    """A repair for each of the page's own lines among the notice's, and one for all that is around them."""
    first, last = (article.blocks[0], article.blocks[-1]) if article.blocks else (0, -1)
    for i in article.aside:
        if first < i < last:
            why = say("aside_page_line")
            yield Repair("set_aside", page.blocks[i].text, "", why, "probable")
    around = [page.blocks[i].text for i in article.aside if not first < i < last]
    if around:
        why = say("aside_around", n=len(around))
        yield Repair("set_aside", "\n".join(around), "", why, "probable")


def _lost(page: Page, article: Article) -> Iterator[Issue]:
    """What belongs to the notice and cannot be read from the page: files beside it, pictures in it; and whether no
    sentence says which of its lines are the notice."""
    first, last = (article.blocks[0], article.blocks[-1]) if article.blocks else (0, len(page.blocks))
    names = list(dict.fromkeys(name for at, name in page.files if name))
    if article.prose < _FEW and names:
        yield Issue("text_elsewhere", say("text_elsewhere", file=names[0]))
    elif article.blocks and not article.prose:
        yield Issue("no_sentences", say("page_without_sentences"))
    near = list(dict.fromkeys(name for at, name in page.files if name and first <= at <= last))
    if article.prose >= _FEW and near:
        yield Issue("files_beside", say("files_beside", n=len(near), files="、".join(near)))
    inside = [at for at, element in page.images if is_within(page, element, article.element)]
    pictures = sum(first < at <= last + 1 for at in inside)
    if pictures and article.prose >= _FEW:
        yield Issue("pictures", say("pictures_on_page", n=pictures))


# Among the commonest letters of notices; none of them is written so in simplified Chinese.
_TRADITIONAL = patterns.compile("[們國會發應關務業產過進動實現對級經縣鎮鄉區廳構設費標準據證項統點]")
# Pages in traditional characters have 9 to 14 of 100, simplified ones none but in names.
_LEAST_TRADITIONAL = 0.03


def mirror_issues(text: str) -> Iterator[Issue]:
    """An issue if `text` is such a copy."""
    if sum(1 for _ in _TRADITIONAL.finditer(text)) >= max(1, _LEAST_TRADITIONAL * count_han(text)):
        yield Issue("mirror", say("traditional_mirror"))
