"""Pages → their rows and rules, and which rows stand at the edge of each page: its number, running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from pipeline.language import patterns
from pipeline.read.pdf.glyphs import Glyph
from pipeline.read.pdf.grounds import Ground
from pipeline.read.pdf.gutters import FREE_GAP, letter_width, row_to_printed
from pipeline.read.pdf.laid import Laid
from pipeline.read.pdf.page_numbers import is_page_number
from pipeline.read.pdf.tabular import FEWEST_HEADINGS

# As in `furniture`: the part of the paper, from its edge, where heads and feet stand, and how near (points) the same
# head stands to the same height.
_MARGIN = 0.14
_SAME_HEIGHT = 6.0
# A head stands off from the text by nearly its height: lines of one cell are at most 0.8 of theirs apart.
_APART = 0.85

_OTHER_SIZE = 0.15  # as in `bare_rows`
_DIGITS = patterns.compile(r"\d+")


def pages_to_grounds(pages: Sequence[Laid]) -> list[Ground]:
    margins = [[*_margin(page, upper=True), *_margin(page, upper=False)] for page in pages]
    heads = Counter(
        key for page, margin in zip(pages, margins, strict=True) for key in {_key(page, i) for i in margin}
    )
    return [_ground(page, heads) for page in pages]


_Key = tuple[str, int]


def _ground(page: Laid, heads: Counter[_Key]) -> Ground:
    edge: set[int] = set()
    for upper in (True, False):
        rows: list[int] = []
        for i in _margin(page, upper):
            key = _key(page, i)
            is_head = heads[key] > 1 and _is_no_heading(page.rows[i]) and _is_outside(page, i, upper)
            if not (is_page_number(key[0]) or is_head):
                break
            rows.append(i)
        while rows and not (is_page_number(_key(page, rows[-1])[0]) or _is_apart(page, rows[-1], upper)):
            rows.pop()
        edge.update(rows)
    return Ground(page.rows, page.rules, page.frame.width, frozenset(edge))


def _is_apart(page: Laid, i: int, upper: bool) -> bool:
    """A row stands off from the next one of the text, or its letters are of another size."""
    n = i + 1 if upper else i - 1
    if not 0 <= n < len(page.rows):
        return True
    above, below = (page.rows[min(i, n)][0], page.rows[max(i, n)][0])
    high, other = (_height(page.rows[k]) for k in (i, n))
    return below.top - above.bottom > _APART * high or abs(high - other) > _OTHER_SIZE * other


def _height(row: Sequence[Glyph]) -> float:
    return median(glyph.bottom - glyph.top for glyph in row)


def _margin(page: Laid, upper: bool) -> list[int]:
    """The rows in the upper or lower margin, the outermost first."""
    height = page.view.frame.height
    if upper:
        return [i for i, row in enumerate(page.rows) if row[0].bottom <= _MARGIN * height]
    return [i for i, row in enumerate(page.rows) if row[0].top >= (1 - _MARGIN) * height][::-1]


def _key(page: Laid, i: int) -> _Key:
    """What a row says but for its digits, and how high it stands."""
    row = page.rows[i]
    words = "".join(glyph.char for glyph in row if glyph.char != " ")
    return words if is_page_number(words) else _DIGITS.sub("#", words), round(row[0].top / _SAME_HEIGHT)


def _is_no_heading(row: Sequence[Glyph]) -> bool:
    """The words of a row stand together or at both sides of the paper, as browsers print clock and title: a row of a table
    says the same on two pages only by its headings, and those of a table that no rule shows are three at least."""
    printed = row_to_printed(row, FREE_GAP * letter_width([row]))
    return printed is None or len(printed.chunks) < FEWEST_HEADINGS


def _is_outside(page: Laid, i: int, upper: bool) -> bool:
    """No rule stands between a row and the edge of the page."""
    top = page.rows[i][0].top
    return not any(rule[0] < top if upper else rule[0] > top for rule in page.rules)
