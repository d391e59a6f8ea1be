"""What printing adds to a text: bare numbers of pages inside its sentences, and lines and pages printed twice in succession."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.quantities import quantities
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.torn import ends_sentence

# Fewer lines than a page has stand between the numbers of rows or points.
_SHORTEST_PAGE, _LONGEST_PAGE = 8, 100
_HIGHEST_PAGE = 3  # digits
# The longest page has no more lines than so many times those of the shortest.
_EVEN = 1.5
_NEAR = 8  # letters
# A piece of a sentence: longer than a heading, with a mark inside.
_SHORTEST_PROSE = 12
_INSIDE = patterns.compile("[，。；：（]")
# A sentence, or a piece of one with its number: no heading, no cell of names that two columns share.
_SAID = patterns.compile(r"[。；]|\d\p{L}*[，。；]|[，；]\P{N}*\d")
_SHORTEST_SAID = 12
# Lines that are known for printed again where a page ends between the two; elsewhere they are a page.
_OVER_PAGE = 2
# What a site says of a text above it is its beginning: so long, so few lines above what it repeats, so many lines of it.
_SHORTEST_PREVIEW, _HEAD, _FARTHEST, _LINES = 30, 30, 25, 3
# What stands between two pages.
_BETWEEN_PAGES = frozenset({"page_number", "running_head", "page"})


def mark_page_counts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, bare numbers that count the pages of a text (…控制在5 / 3 / .2%以内) set aside.

    They count on by one from the beginning of the text, as many lines apart, and one of them at least stands inside
    a sentence; or they stand inside a number of a sentence. The numbers of rows and points begin anywhere and stand where something
    is over.
    """
    chain = list(_counted_on(lines))
    gaps = [b - a for a, b in pairwise([-1, *chain])]
    even = len(chain) > 1 and max(gaps[1:]) <= _EVEN * min(gaps[1:]) and gaps[0] <= _EVEN * max(gaps[1:])
    counted = even and any(_cuts_sentence(lines[i - 1], lines[i + 1 :]) for i in chain)
    pages = {*(chain if counted else ()), *_in_numbers(lines)}
    if not pages:
        return tuple(lines)
    return tuple(replace(x, furniture="page_number") if i in pages else x for i, x in enumerate(lines))


def _in_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Where a bare number alone on its line stands inside one of a sentence (达到99.5 / 4 / %以上，…) or before it: no line of a
    sentence is as short, so it is none of its figures."""
    for i in range(1, len(lines) - 1):
        words = lines[i].squeezed
        if not words.isdecimal() or len(words) > _HIGHEST_PAGE or lines[i].furniture:
            continue
        above, below = lines[i - 1].squeezed, lines[i + 1].squeezed
        prose = len(above) >= _SHORTEST_PROSE and _INSIDE.search(above) and _INSIDE.search(below)
        cuts = above[-1:].isdecimal() != below[:1].isdecimal()
        if prose and cuts and not ends_sentence(above) and quantities(above[-_NEAR:] + below[:_NEAR]):
            yield i


def _cuts_sentence(above: Line, below: Sequence[Line]) -> bool:
    """Whether what stands above a number is a piece of a sentence, and something follows that begins no point."""
    words = above.squeezed
    piece = len(words) >= _SHORTEST_PROSE and _INSIDE.search(words) and not ends_sentence(words)
    return bool(piece and below and not text_to_mark(below[0].squeezed))


def _counted_on(lines: Sequence[Line]) -> Iterator[int]:
    """Where bare numbers stand that count on from the first of them, a page apart."""
    next_, last = 0, -1
    for i, line in enumerate(lines):
        words = line.squeezed
        if not i or not words.isdecimal() or len(words) > _HIGHEST_PAGE or line.furniture:
            continue
        counts = int(words) == next_ if next_ else int(words) in (1, 2)
        if counts and i - last > _SHORTEST_PAGE:
            yield i
            next_, last = int(words) + 1, i


def mark_pages_again(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of a page that come again right behind themselves, letter for letter, set aside: a page that was scanned
    twice, its number between the two or not, or its last lines printed again at the top of the next."""
    said = [i for i, line in enumerate(lines) if not line.furniture]
    words = [lines[i].squeezed for i in said]
    again: set[int] = set()
    last: dict[str, int] = {}
    for n, text in enumerate(words):
        before = last.get(text, n)
        if len(text) >= _SHORTEST_SAID:
            last[text] = n
        if not _OVER_PAGE <= n - before <= _LONGEST_PAGE or said[n] in again:
            continue
        start, many = before, n - before
        while start > max(0, n - 2 * many + 1) and words[start - 1] == words[start - 1 + many]:
            if said[start - 1 + many] in again:
                break  # It stands there a third time.
            start -= 1
        first, end = start + many, start + 2 * many
        over = said[first] - said[first - 1] > 1
        if words[start:first] == words[first:end] and _is_of_page(
            [lines[i] for i in said[start:first]], over
        ):
            again.update(said[first:end])
    return tuple(replace(x, furniture="doubled") if i in again else x for i, x in enumerate(lines))


def _is_of_page(lines: Sequence[Line], over_page: bool) -> bool:
    """Whether lines are so many, and a sentence among them, that nobody wrote them twice: rows of a table may well be the same."""
    return (over_page or len(lines) >= _SHORTEST_PAGE) and any(_is_said(line, over_page) for line in lines)


def mark_doubled(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each that prints the sentence of the line above once more, letter for letter, set aside, also where a page
    ends between the two."""
    said = [i for i, line in enumerate(lines) if line.furniture not in _BETWEEN_PAGES]
    doubled = {b for a, b in pairwise(said) if _is_said_twice(lines[a], lines[b], b - a > 1)}
    return tuple(replace(x, furniture="doubled") if i in doubled else x for i, x in enumerate(lines))


def _is_said_twice(above: Line, below: Line, over_page: bool) -> bool:
    same = below.squeezed == above.squeezed and not (below.furniture or above.furniture)
    return same and _is_said(below, over_page)


def _is_said(line: Line, over_page: bool) -> bool:
    """Whether a line is a sentence or a piece of one, and no row of a table."""
    in_row = "\t" in line.text or "|" in line.text or len(line.text.split("  ")) > len(("", ""))
    if in_row or len(line.squeezed) < _SHORTEST_SAID:
        return False
    return bool(_SAID.search(line.squeezed) or (over_page and _INSIDE.search(line.squeezed)))


def mark_previews(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those set aside above a text that are its beginning once more, several of its lines in one:
    `甲省关于乙的意见（甲政〔2001〕8号）各市人民政府：为贯彻…` above the title, the number, the addressees and the first sentence."""
    said = [i for i, line in enumerate(lines) if not line.furniture]
    words = [lines[i].squeezed.rstrip(".…") for i in said]
    previews = {i for n, i in enumerate(said[:_HEAD]) if _is_preview(words[n], words[n + 1 :][:_FARTHEST])}
    return tuple(replace(x, furniture="doubled") if i in previews else x for i, x in enumerate(lines))


def _is_preview(words: str, below: Sequence[str]) -> bool:
    if len(words) < _SHORTEST_PREVIEW or not patterns.search("[。：:]", words) or words in below:
        return False
    begins = (n for n, text in enumerate(below) if text and words.startswith(text))
    return any(
        "".join(below[n:]).startswith(words) and words.startswith("".join(below[n : n + _LINES - 1]))
        for n in begins
    )
