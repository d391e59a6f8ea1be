"""The blocks of a page → those of the notice: what is around it (menus, links, footers) is found out by
where sentences stand, not by names that one site gives its elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline import lexicons
from pipeline.read.html.box import is_box, is_box_line
from pipeline.read.html.page import Block, Page

_BLANK = regex.compile(r"\s+")
_CHROME_AT = {
    place: "|".join(regex.escape(words) for words, at in lexicons.rows("page_chrome") if at == place)
    for place in ("line", "start", "within", "sentence")
}
_CHROME_LINE = regex.compile(
    r"^[·|\[\]【】]*(?:(?:{line})[：:|\[\]【】]*$|{start})|{within}|{sentence}".format_map(_CHROME_AT)
)
_CHROME_SENTENCE = regex.compile(_CHROME_AT["sentence"])
# The longest line of the corpus's pages that is the page's own has 82 Chinese characters (a footer).
_LONGEST_CHROME = 100
_SENTENCE_END = regex.compile(r"[。；]")
_SENTENCES = regex.compile(r"[。；：！？\s]+")
# What tells a sentence from a word that may stand on a page many times.
_LONG_SENTENCE = 12
# Copies for another kind of screen cut lines in other places: some sentences of a line are new, most are not.
_MOST_NEW = 0.2
# `各区人民政府，市有关部门：` opens a notice, `分享到：` does not.
_ADDRESS = regex.compile(
    r"(?:^\s*各.*|[，、].*|(?:政府|部门|单位|机构|公司|企业|学校|银行|[局委厅办会院者人们]))[：:]$"
)
_MOST_LINKED = 0.5
_POINTS = ("li", "dd", "dt")
_ANNEX = regex.compile(r"^\s*(?:附\s*(?:件|表|录|图)|[0-9]{1,2}\s*[.、．]|[一二三四五六七八九十]{1,2}、)")


_ANNEX_NAMED = regex.compile(r"^\s*附\s*(?:件|表)\s*[\d一二三四五六七八九十]{0,2}\s*[：:.、]\s*\S")
_BETWEEN = regex.compile(r"[^\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Article:
    """The notice's blocks of a page, by their numbers; `aside` are the page's own among and around them.

    `begins` is the number of its first sentence, address or table; `prose` counts the Chinese characters of
    all; `element` is the smallest around all.
    """

    blocks: tuple[int, ...]
    aside: tuple[int, ...]
    begins: int
    prose: int
    element: int


def page_to_article(page: Page) -> Article:
    """What the smallest element around all sentences and tables of the page holds, but for the page's own
    lines in it; and the list of annexes where it stands right below."""
    weights = _weights(page.blocks)
    prose = [i for i, weight in enumerate(weights) if weight]
    around = range(len(page.blocks))
    if not prose:
        return Article((), tuple(around), len(around), 0, -1)
    sums = _subtree_sums(page, weights)
    total = sum(weights)
    element = next((i for i in reversed(range(len(sums))) if sums[i] == total), -1)
    within = [i for i in around if is_within(page, page.blocks[i].element, element)]
    links = _link_lists(page)
    kept = [i for i in within if prose[0] <= i <= prose[-1] or not links[i]]
    kept = [i for i in kept if not is_chrome(page.blocks[i]) and not _is_of_box(page.blocks[i], i < prose[0])]
    # Below the heading of other things (`相关解读`) nothing is the notice's.
    end = next((i for i in around[prose[-1] + 1 :] if is_chrome(page.blocks[i])), len(around))
    kept = [i for i in kept if i < end]
    kept += _annexes_below(page, within[-1] + 1, kept)
    return Article(tuple(kept), tuple(sorted({*around} - {*kept})), prose[0], total, element)


def _link_lists(page: Page) -> list[bool]:
    """For each block whether it, or the list it is a point of, is mostly links and does not name an annex."""
    hans = _subtree_sums(page, [block.hans for block in page.blocks])
    linked = _subtree_sums(page, [block.linked for block in page.blocks])
    found = []
    for block in page.blocks:
        around = page.parents[block.element] if block.tag in _POINTS else -1
        of_list = around >= 0 and linked[around] > _MOST_LINKED * hans[around]
        of_links = of_list or block.linked > _MOST_LINKED * block.hans
        found.append(of_links and not _ANNEX.match(block.text))
    return found


def _is_of_box(block: Block, is_above: bool) -> bool:
    return is_box(block) or (is_above and is_box_line(block))


def _annexes_below(page: Page, start: int, kept: Sequence[int]) -> list[int]:
    """The lines from `start` on that name annexes and are not yet among the `kept`."""
    said = {squeezed(page.blocks[i].text) for i in kept}
    below = []
    for i in range(start, len(page.blocks)):
        if not _ANNEX_NAMED.match(page.blocks[i].text):
            break
        if squeezed(page.blocks[i].text) not in said:
            below.append(i)
    return below


def squeezed(words: str) -> str:
    """Letters and digits of the words only: what two printings of a title have in common."""
    return _BETWEEN.sub("", words)


def is_chrome(block: Block) -> bool:
    """Whether a line is the page's own by its words, and no sentence."""
    if block.cells or block.hans > _LONGEST_CHROME or _SENTENCE_END.search(block.text):
        return False
    return bool(_CHROME_LINE.search(_BLANK.sub("", block.text).replace(":", "：")))


def _weights(blocks: Sequence[Block]) -> list[int]:
    """Chinese characters of each block that is a sentence, an address or a table, 0 for any other and for
    what the page says a second time (for another kind of screen)."""
    weights: list[int] = []
    said: set[str] = set()
    for block in blocks:
        sentences = {s for s in _SENTENCES.split(block.text) if len(s) >= _LONG_SENTENCE}
        new = sum(map(len, sentences - said))
        is_new = not sentences or new > _MOST_NEW * sum(map(len, sentences))
        weights.append(block.hans if is_new and _is_prose(block) else 0)
        said |= sentences
    return weights


def _is_prose(block: Block) -> bool:
    if is_chrome(block) or block.linked > _MOST_LINKED * block.hans:
        return False
    if block.hans <= _LONGEST_CHROME and _CHROME_SENTENCE.search(block.text):
        return False
    if block.cells or _SENTENCE_END.search(block.text):
        return not is_box(block)
    return bool(_ADDRESS.search(block.text)) and not block.linked and not is_box_line(block)


def _subtree_sums(page: Page, weights: Sequence[int]) -> list[int]:
    sums = [0] * len(page.parents)
    for block, weight in zip(page.blocks, weights, strict=True):
        if block.element >= 0:
            sums[block.element] += weight
    # An element comes after the one around it, so from the last to the first all below are complete.
    for i in reversed(range(len(sums))):
        if page.parents[i] >= 0:
            sums[page.parents[i]] += sums[i]
    return sums


def is_within(page: Page, element: int, around: int) -> bool:
    """Whether an element is `around` or stands in it; −1 is around all."""
    # Elements are numbered as they open: one numbered below `around` cannot stand in it.
    while element > around:
        element = page.parents[element]
    return element == around
