"""What a page says of itself among the lines of a notice: counts of visits, sizes of letters, who runs the site."""

from __future__ import annotations

from pipeline.language import chrome, patterns
from pipeline.read.html.page import Block

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
