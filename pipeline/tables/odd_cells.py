"""Rows with too many or too few cells because a cell was printed twice or in two, or two cells in one.

| 1 | 清溪 | 镇 | 3 |   →   | 1 | 清溪镇 | 3 |        | 1 清溪镇 | 3 |   →   | 1 | 清溪镇 | 3 |
| 清溪镇 | 1 2 |   →   | 清溪镇 | 12 |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_total, number
from pipeline.messages import Message, say
from pipeline.model import Span
from pipeline.tables.draft import Row, Slot
from pipeline.tables.frame import Frame
from pipeline.tables.thousands import closed

# 3 清溪镇, 3、清溪镇; 清溪镇 12, 清溪镇 —.
_NUMBERED = patterns.compile(r"(\d{1,4})[.．、]?\s*(\p{Han}\D*)")
_COUNTED = patterns.compile(r"(\D*[\p{Han}）)])\s*(\d[\d.,]*|[-—–/]+)")
_MOST_SPACED = 4  # figures of a number that letter-spacing parts
_THOUSAND = 3  # figures between two blanks
_FEWEST_SPACED = 3  # figures of a column that show that blanks stand for thousands

Odd = tuple[Row, Message]


def odd_cells(row: Row, known: Frame) -> Iterator[Odd]:
    """The row with its cells counted otherwise, and what was done; as long as the headings, one beside a blank cell."""
    if len(row.slots) > known.n_cols:
        yield from _undoubled(row)
        yield from _joined(row)
        yield from _rejoined(row, known)
        yield from closed(row, known.lead, len(row.slots) - known.n_cols)
    # no cell is lacking that a second number might be of, and no row
    whole = len(row.slots) == known.n_cols and not _holds_lines(row)
    spaced = [j for j, slot in enumerate(row.slots) if j >= known.lead and _is_spaced(slot.text, whole)]
    if spaced:
        yield _closed(row, spaced), say("figures_spaced", words=row[spaced[0]].text)
    for base in [row, *(_closed(row, [k for k in spaced if k != j]) for j in spaced if len(spaced) > 1)]:
        if len(row.slots) < known.n_cols:
            yield from _split(base, known)
        if len(row.slots) == known.n_cols:
            yield from _split_beside_blank(base, known)


def _holds_lines(row: Row) -> bool:
    """万人 万人 | 2179 1280 | 2250 1390: two cells with equally many words hold the lines of as many rows."""
    cells = (slot.text.split() for slot in row.slots if not _is_spaced(slot.text, anywhere=False))
    counts = [len(words) for words in cells if len(words) > 1 and min(map(len, words)) > 1]
    return len(set(counts)) < len(counts)


def _is_spaced(text: str, anywhere: bool) -> bool:
    """1 2, 1 803: the figures of one number where letter-spacing or thousands part them, or two; or `anywhere`: 3 74."""
    words = text.split()
    if len(words) < 2 or not all(map(str.isdecimal, words)) or words[0][0] == "0":
        return False
    if anywhere:
        return True
    spaced = len(words) <= _MOST_SPACED and all(len(word) == 1 for word in words)
    return spaced or (len(words[0]) <= _THOUSAND and all(len(word) == _THOUSAND for word in words[1:]))


def _closed(row: Row, cols: Sequence[int]) -> Row:
    """The row with the figures in these cells as those of one number each: 1 2 is 12."""
    slots = list(row.slots)
    for j in cols:
        slots[j] = replace(slots[j], text="".join(slots[j].text.split()))
    return replace(row, slots=tuple(slots))


def _undoubled(row: Row) -> Iterator[Odd]:
    """One of two equal cells side by side left out."""
    for j in range(1, len(row.slots)):
        one, two = row.slots[j - 1 : j + 1]
        if one.text and one.text == two.text:
            both = Slot(one.text, (*one.parts, *two.parts))
            yield (
                replace(row, slots=(*row.slots[: j - 1], both, *row.slots[j + 1 :])),
                say("cell_printed_twice", words=one.text),
            )


def _joined(row: Row) -> Iterator[Odd]:
    """Words in two cells side by side as those of one; of a name printed twice neither goes on in the cell beside."""
    texts = [slot.text for slot in row.slots]
    twice = {one for one, two in pairwise(texts) if one == two}
    for j in range(1, len(row.slots)):
        one, two = row.slots[j - 1 : j + 1]
        if _is_name(one.text) and _is_name(two.text) and twice.isdisjoint((one.text, two.text)):
            both = Slot(one.text + two.text, (*one.parts, *two.parts))
            yield (
                replace(row, slots=(*row.slots[: j - 1], both, *row.slots[j + 1 :])),
                say("cell_printed_in_two", words=both.text),
            )


def _rejoined(row: Row, known: Frame) -> Iterator[Odd]:
    """Figures in two cells side by side as those of one number: 1 | 28 is 128."""
    for j in range(known.lead + 1, len(row.slots)):
        one, two = row.slots[j - 1 : j + 1]
        if one.text.isdecimal() and two.text.isdecimal() and one.text[0] != "0":
            both = Slot(one.text + two.text, (*one.parts, *two.parts))
            yield (
                replace(row, slots=(*row.slots[: j - 1], both, *row.slots[j + 1 :])),
                say("cell_printed_in_two", words=both.text),
            )


def _is_name(text: str) -> bool:
    return bool(text) and number(text) is None and not is_dash(text) and not is_total(text)


def _split(row: Row, known: Frame) -> Iterator[Odd]:
    """Numbers in one cell (`10 0`), or a name with the number before or behind it, in a cell each."""
    for j, slot in enumerate(row.slots):
        words = _words(slot.text, j, known)
        if 1 < len(words) <= known.n_cols - len(row.slots) + 1:
            yield (
                replace(row, slots=(*row.slots[:j], *cells_of(slot, words), *row.slots[j + 1 :])),
                say("cells_printed_as_one", words=slot.text, n=len(words)),
            )


def _split_beside_blank(row: Row, known: Frame) -> Iterator[Odd]:
    """`8 9` beside a blank cell, or 清溪镇8: the blank one is that of the number."""
    for j, slot in enumerate(row.slots):
        for blank in (j - 1, j + 1):
            words = _words(slot.text, min(j, blank), known) if 0 <= blank < len(row.slots) else []
            if len(words) == 2 and not row.slots[blank]:
                first, last = min(j, blank), max(j, blank) + 1
                slots = (*row.slots[:first], *cells_of(slot, words), *row.slots[last:])
                yield replace(row, slots=slots), say("cells_printed_as_one", words=slot.text, n=2)


def _words(text: str, col: int, known: Frame) -> list[str]:
    if _is_spaced(text, anywhere=False) and _spaces_thousands(known, col):
        return []
    words = text.split()
    if len(words) > 1 and all(number(word) is not None for word in words):
        return words
    if known.meanings[:1] == ("row_number",) and col == 0 and (found := numbered(text)):
        return found
    match = _COUNTED.fullmatch(text) if col < known.lead else None
    return [match[1].strip(), match[2]] if match else []


def _spaces_thousands(known: Frame, col: int) -> bool:
    """Other figures of the column have a blank before three figures (1 250) too: it stands for thousands, and parts no cells."""
    spaced = (n for text, n in known.texts[col].items() if _is_spaced(text, anywhere=False))
    return sum(spaced) >= _FEWEST_SPACED


def numbered(text: str) -> list[str]:
    """The number of a row and its name where one cell holds both: 3 清溪镇, 3、清溪镇; else nothing."""
    match = _NUMBERED.fullmatch(text)
    return [match[1], match[2]] if match else []


def cells_of(slot: Slot, words: Sequence[str]) -> list[Slot]:
    """A slot a word; the first and last word end where the printed cell ends, so their places are known."""
    if len(slot.parts) != 1 or len(words) != 2:
        return [Slot(word, slot.parts) for word in words]
    start, end = slot.parts[0].start, slot.parts[0].end
    return [
        Slot(words[0], (Span(start, start + len(words[0])),)),
        Slot(words[1], (Span(end - len(words[1]), end),)),
    ]
