"""Where the sentences and tables of a page stand (what it says of itself is none): the element around them is the notice's."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import chrome, patterns
from pipeline.read.html.box import is_box, is_box_line
from pipeline.read.html.page import Block, Page

# The longest line of the corpus's pages that is the page's own has 82 Chinese characters (a footer).
_LONGEST = 100
SENTENCE_END = patterns.compile(r"[。；]")


def is_chrome(block: Block) -> bool:
    """Whether a line is the page's own by its words, and no sentence."""
    if block.cells or block.hans > _LONGEST or SENTENCE_END.search(block.text):
        return False
    return chrome.is_page_line(block.text)


def is_said_of_page(block: Block) -> bool:
    """Whether a line, sentence or not, has words that a page says to those who read it on a screen.

    A notice may say some of them too (`可通过手机客户端申报`).
    """
    return block.hans <= _LONGEST and chrome.is_said_of_page(block.text)


_SENTENCES = patterns.compile(r"[。；：！？\s]+")
# What tells a sentence from a word that may stand on a page many times.
_LONG_SENTENCE = 12
# Copies for another kind of screen cut lines in other places: some sentences of a line are new, most are not.
_MOST_NEW = 0.2
# `各区人民政府，市有关部门：` opens a notice, `分享到：` does not.
_ADDRESS = patterns.compile(
    r"(?:^\s*各.*|[，、].*|(?:政府|部门|单位|机构|公司|企业|学校|银行|[局委厅办会院者人们]))[：:]$"
)
MOST_LINKED = 0.5
_NEARLY_ALL, _LEAST_BETWEEN = 0.9, 3


def prose_weights(blocks: Sequence[Block]) -> list[int]:
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
    if is_chrome(block) or block.linked > MOST_LINKED * block.hans:
        return False
    if is_said_of_page(block):
        return False
    if block.cells or SENTENCE_END.search(block.text):
        return not is_box(block)
    return bool(_ADDRESS.search(block.text)) and not block.linked and not is_box_line(block)


def subtree_sums(page: Page, weights: Sequence[int]) -> list[int]:
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


def prose_to_element(page: Page, weights: Sequence[int], own: Sequence[bool]) -> int:
    """The smallest element around all sentences and tables but strays (−1: the page).

    Strays are few sentences beside the element that holds nearly all, with lines of the page's `own` between:
    a teaser of news, a warning. What stands right above nearly all is a short notice over a long annex.
    """
    sums, held = subtree_sums(page, weights), subtree_sums(page, [1] * len(page.blocks))
    element, total = -1, sum(weights)
    # From the outside in: an element comes after the one around it.
    for inner in (i for i, weight in enumerate(sums) if weight >= _NEARLY_ALL * total):
        # The one long paragraph of a short notice has its title above it and who signs below.
        if held[inner] == 1 or not _leaves_strays_only(page, weights, own, (element, inner)):
            break
        element = inner
    return element


def _leaves_strays_only(
    page: Page, weights: Sequence[int], own: Sequence[bool], step: tuple[int, int]
) -> bool:
    """Whether what the step from one element into another inside leaves out stands apart from what is inside."""
    outer, inner = step
    inside = [is_within(page, block.element, inner) for block in page.blocks]
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    left = [
        i
        for i, b in enumerate(page.blocks)
        if weights[i] and not inside[i] and is_within(page, b.element, outer)
    ]
    between = [own[i + 1 : first] if i < first else own[last + 1 : i] for i in left]
    return all(sum(lines) >= _LEAST_BETWEEN for lines in between)
