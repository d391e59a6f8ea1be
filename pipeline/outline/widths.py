"""How wide lines are on paper, and where the program that made a text broke them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from pipeline.outline.lines import Line

# A printed line of a hard-wrapped text fills the width but for the first-line indent that was lost (4
# columns), a punctuation mark that may not begin a line (2) and half-width digits (2).
_RAGGED = 8
# Measured: of lines that a program broke by their number 18–90 % have as many letters as any, of others at most 6 %.
_LEAST_BROKEN, _FEWEST_LETTERS = 0.15, 20
# Of the full lines of a text that has none between them, pages and titles end this share at most.
_MOST_APART = 0.4
# Of so many letters one may have a blank behind it.
_WORDS = 8


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Display columns at which the program that made the text broke every line; None if it did not.

    Measured: of the lines of a hard-wrapped notice 55–85 % lie within `_RAGGED` columns of the widest
    tenth, of the lines of others at most 20 %.
    """
    said = [line for line in lines if not line.furniture and "\t" not in line.text]
    widths = sorted(columns(line.squeezed) for line in said)
    if len(widths) < 20:
        return None
    if most := _most_letters(said):
        return 2 * most
    widest = widths[int(len(widths) * 0.9)]
    near = sum(widest - _RAGGED <= w <= widest + _RAGGED for w in widths)
    return widest if widest <= 120 and near >= 0.4 * len(widths) else None


# Of lines that a width broke this share at least is as wide as any; of those with a comma this share at most has a stop.
_LEAST_WIDE, _MOST_STOPPED, _FEWEST_CLAUSES, _MOST_TORN = 0.4, 0.25, 4, 0.1
_NARROWEST = 50  # columns: of no page that was broken into lines, so that none of these is one of two halves
_STOPS, _GOES_ON = "。；：！？;", ("，", "、", ",")


def are_unstopped(lines: Sequence[Line], width: int | None) -> bool:
    """Whether each line is a paragraph of its own and few have a stop, as in lists that were copied from slides or a web page:
    no width broke the lines, for they are shorter than a page is wide, none ends in a comma, and most that hold one hold no stop.
    """
    said = [line.squeezed for line in lines if not line.furniture and line.squeezed]
    clauses = [text for text in said if "，" in text[:-1] or "," in text[:-1]]
    if width is not None or len(clauses) < _FEWEST_CLAUSES:
        return False
    torn = [a for a, b in pairwise(said) if "，" in a and a[-1] not in _STOPS and b[-1] in _STOPS]
    if any(text.endswith(_GOES_ON) for text in said) or len(torn) > _MOST_TORN * len(clauses):
        return False
    widths = sorted(map(columns, said))
    wide = sum(w >= widths[int(len(widths) * 0.9)] - _RAGGED for w in widths)
    stopped = sum(any(stop in text for stop in _STOPS) for text in clauses)
    return (
        widths[-1] <= _NARROWEST
        and wide < _LEAST_WIDE * len(widths)
        and stopped <= _MOST_STOPPED * len(clauses)
    )


def _most_letters(lines: Sequence[Line]) -> int:
    """How many letters a line has at most, where so many have just as many that a program broke them by their number, also
    those of a text whose lines were broken before, every second of which is a rest; 0 where none did."""
    lengths = Counter(len(line.text.strip()) for line in lines)
    most = max(lengths)
    return most if most >= _FEWEST_LETTERS and lengths[most] >= _LEAST_BROKEN * len(lines) else 0


def are_apart(lines: Sequence[Line], width: int | None) -> bool:
    """Whether an empty line stands also between lines that one paragraph was broken into: below most that are full."""
    shown = [line for line in lines if not line.furniture]
    below = [line.gap > 0 for above, line in pairwise(shown) if is_full(above, width)]
    return sum(below) > _MOST_APART * len(below)


def is_full(line: Line, width: int | None) -> bool:
    """Whether the line ended because its width did; office programs leave a quarter of a letter on both sides of a figure."""
    if width is None:
        return False
    taken = columns(line.squeezed)
    return taken >= width - _RAGGED or taken + _beside_figures(line.squeezed) >= width - _RAGGED


def _beside_figures(text: str) -> int:
    """Columns that are left blank where Han characters and figures stand side by side."""
    return sum(a.isascii() != b.isascii() and (a + b).isalnum() for a, b in pairwise(text)) // 2


def holds_as_many(line: Line, width: int | None) -> bool:
    """Whether a line has as many characters as one of Han characters alone: a program may break lines by their number,
    whatever room figures leave. A blank between words is one of them, not those of a line whose letters are parted."""
    if width is None:
        return False
    letters, shown = len(line.squeezed), len(line.text.strip())
    return letters >= width // 2 or (shown >= width // 2 and shown <= letters + letters // _WORDS)


@lru_cache(maxsize=4096)
def columns(text: str) -> int:
    """Width of text on paper in half-width columns."""
    return sum(map(_WIDTHS.__getitem__, text))


@lru_cache(maxsize=4096)
def narrow_columns(text: str) -> int:
    """Its width where — and ① are as wide as figures are."""
    return sum(1 if east_asian_width(char) == "A" else _WIDTHS[char] for char in text)


class _Widths(dict[str, int]):
    """The width of each character that was met."""

    def __missing__(self, char: str) -> int:
        self[char] = 2 if east_asian_width(char) in "WFA" else 1
        return self[char]


_WIDTHS = _Widths()
