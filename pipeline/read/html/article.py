"""The blocks of a page → those of the notice: what is around it (menus, links, footers) is found out by
where sentences stand, not by names that one site gives its elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.names import is_agency
from pipeline.language.notice_heads import file_to_number
from pipeline.read.html.box import is_box, is_box_line
from pipeline.read.html.page import Block, Page
from pipeline.read.html.prose import (
    MOST_LINKED,
    SENTENCE_END,
    is_chrome,
    is_said_of_page,
    is_within,
    prose_to_element,
    prose_weights,
    subtree_sums,
)

_POINTS = ("li", "dd", "dt")
_ANNEX = patterns.compile(r"^\s*(?:附\s*(?:件|表|录|图)|[0-9]{1,2}\s*[.、．]|[一二三四五六七八九十]{1,2}、)")


_ANNEX_NAMED = patterns.compile(r"^\s*附\s*(?:件|表)\s*[\d一二三四五六七八九十]{0,2}\s*[：:.、]\s*\S")
# 2024年3月1日, 二〇二四年三月一日; so many sign at most.
_DAY = patterns.compile(r"^\s*[\d〇○零一二三四五六七八九]{4}\s*年.{1,4}月.{1,4}日\s*$")
_MOST_SIGN = 12
_BETWEEN = patterns.compile(r"[^\p{L}\p{N}]+")


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
    """What the smallest element around all sentences and tables of the notice holds, but for the page's own
    lines in it; and the list of annexes where it stands right below."""
    weights = prose_weights(page.blocks)
    around = range(len(page.blocks))
    links = _link_lists(page)
    own = [is_link or is_chrome(block) for is_link, block in zip(links, page.blocks, strict=True)]
    if not any(
        weights
    ):  # Nothing tells the notice from what is around it: all but links is kept, unless it is a file.
        words = () if page.files else tuple(i for i in around if not own[i] and page.blocks[i].hans)
        return Article(words, tuple(i for i in around if i not in words), len(around), 0, -1)
    element = prose_to_element(page, weights, own)
    within = [i for i in around if is_within(page, page.blocks[i].element, element)]
    prose = [i for i in within if weights[i]]
    # Below the heading of other things (`相关解读`) nothing is the notice's.
    end = next((i for i in around[prose[-1] + 1 :] if is_chrome(page.blocks[i])), len(around))
    strays = _strays(page, prose)
    kept = [i for i in within if i < end and not is_chrome(page.blocks[i])]
    kept = [i for i in kept if prose[0] <= i <= prose[-1] or not (links[i] or strays[i])]
    kept = [i for i in kept if not _is_of_box(page.blocks[i], i < prose[0])]
    kept += (signed := _signed_below(page, within[-1] + 1))
    kept += _annexes_below(page, max(within[-1], *kept) + 1, kept)
    kept += [] if signed else _signed_below(page, max(within[-1], *kept) + 1)  # below the annexes
    total = sum(weights[i] for i in prose)
    return Article(tuple(kept), tuple(sorted({*around} - {*kept})), prose[0], total, element)


def _strays(page: Page, prose: Sequence[int]) -> list[bool]:
    """For each block whether a page says it to those who read it on a screen, beside none of the notice's."""
    beside = {page.parents[page.blocks[i].element] for i in prose if page.blocks[i].element >= 0}
    return [
        is_said_of_page(block) and block.element >= 0 and page.parents[block.element] not in beside
        for block in page.blocks
    ]


def _link_lists(page: Page) -> list[bool]:
    """For each block whether it, or the list it is a point of, is mostly links and does not name an annex."""
    hans = subtree_sums(page, [block.hans for block in page.blocks])
    linked = subtree_sums(page, [block.linked for block in page.blocks])
    found = []
    for block in page.blocks:
        around = page.parents[block.element] if block.tag in _POINTS else -1
        of_list = around >= 0 and linked[around] > MOST_LINKED * hans[around]
        of_links = of_list or block.linked > MOST_LINKED * block.hans
        # 某政办发〔2022〕167号.pdf: the paper as a file, which says its number.
        found.append(of_links and not (_ANNEX.match(block.text) or file_to_number(block.text)))
    return found


def _is_of_box(block: Block, is_above: bool) -> bool:
    return is_box(block) or (is_above and is_box_line(block))


def _signed_below(page: Page, start: int) -> list[int]:
    """The lines from `start` on that are names of bodies and a day below them: who signs, in an element of their own."""
    names = [i for i in range(start, min(start + _MOST_SIGN, len(page.blocks))) if _is_name(page.blocks[i])]
    day = names[-1] + 1 if names and names == [*range(start, start + len(names))] else len(page.blocks)
    return [*names, day] if day < len(page.blocks) and _DAY.match(page.blocks[day].text) else []


def _is_name(block: Block) -> bool:
    return not (block.cells or block.linked) and is_agency("".join(block.text.split()))


def _annexes_below(page: Page, start: int, kept: Sequence[int]) -> list[int]:
    """The lines from `start` on that name annexes and are not yet among the `kept`."""
    said = {squeezed(page.blocks[i].text) for i in kept}
    below: list[int] = []
    for i in range(start, len(page.blocks)):
        text = page.blocks[i].text
        numbered = bool(below) and text.lstrip().startswith(f"{len(below) + 1}")  # 2.甲名册.xls
        goes_on = numbered and _ANNEX.match(text) and not SENTENCE_END.search(text)
        if not (goes_on or _ANNEX_NAMED.match(text)):
            break
        if squeezed(text) not in said:
            below.append(i)
    return below


def squeezed(words: str) -> str:
    """Letters and digits of the words only: what two printings of a title have in common."""
    return _BETWEEN.sub("", words)
