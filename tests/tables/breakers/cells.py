"""What converters do to the cells of a row, and to the headings."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from breakers.names import NUMERALS
from breakers.printed import Line, Printed

# Figures that recognition takes for another.
_LOOKS_LIKE = {
    "0": "86",
    "1": "7",
    "2": "7",
    "3": "8",
    "4": "9",
    "5": "6",
    "6": "850",
    "7": "1",
    "8": "360",
    "9": "4",
}


def _plain(printed: Printed) -> list[int]:
    """Body rows that no other damage has touched: as many cells as the headings."""
    width = len(printed.lines[0].cells)
    return [i for i in printed.body() if len(printed.lines[i].cells) == width]


def shifted_row(printed: Printed, random: Random) -> Printed | None:
    """One row begins one or two columns too far right."""
    places = [i for i in _plain(printed) if printed.lines[i].cells[0]]
    if not places:
        return None
    at = random.choice(places)
    return printed.with_cells(at, [*[""] * random.randint(1, 2), *printed.lines[at].cells])


def phantom_cell(printed: Printed, random: Random) -> Printed | None:
    """One row has a blank cell too many."""
    places = _plain(printed)
    if not places:
        return None
    at = random.choice(places)
    cells = list(printed.lines[at].cells)
    cells.insert(random.randrange(1, len(cells)), "")
    return printed.with_cells(at, cells)


def lost_blank(printed: Printed, random: Random) -> Printed | None:
    """One row lost one of its blank cells."""
    blanks = [(i, j) for i in _plain(printed) for j, t in enumerate(printed.lines[i].cells) if j and not t]
    if not blanks:
        return None
    i, j = random.choice(blanks)
    cells = printed.lines[i].cells
    return printed.with_cells(i, [*cells[:j], *cells[j + 1 :]])


def duplicated_cell(printed: Printed, random: Random) -> Printed | None:
    """One cell of a row is there twice."""
    places = [(i, j) for i in _plain(printed) for j, t in enumerate(printed.lines[i].cells) if t]
    i, j = random.choice(places) if places else (0, 0)
    cells = printed.lines[i].cells
    return printed.with_cells(i, [*cells[: j + 1], *cells[j:]]) if places else None


def merged_numbers(printed: Printed, random: Random) -> Printed | None:
    """Two numbers side by side stand in one cell: `10 0`."""
    places = [
        (i, j)
        for i in _plain(printed)
        for j in range(1, len(printed.lines[i].cells) - 1)
        if all(printed.lines[i].cells[k].replace(".", "").isdecimal() for k in (j, j + 1))
    ]
    if not places:
        return None
    i, j = random.choice(places)
    cells = printed.lines[i].cells
    return printed.with_cells(i, [*cells[:j], f"{cells[j]} {cells[j + 1]}", *cells[j + 2 :]])


def ocr_digit(printed: Printed, random: Random) -> Printed | None:
    """One figure of one number is taken for another."""
    places = [
        (i, j)
        for i in _plain(printed)
        for j, t in enumerate(printed.lines[i].cells)
        if j and t.replace(".", "").isdecimal()
    ]
    if not places:
        return None
    i, j = random.choice(places)
    cells = list(printed.lines[i].cells)
    at = random.choice([k for k, char in enumerate(cells[j]) if char != "."])
    cells[j] = cells[j][:at] + random.choice(_LOOKS_LIKE[cells[j][at]]) + cells[j][at + 1 :]
    return printed.with_cells(i, cells)


def bare_headings(printed: Printed, random: Random) -> Printed | None:
    """Headings letter-spaced or broken inside words, and the blanks behind the last one gone."""
    lines = list(printed.lines)
    for i in printed.body("header"):
        cells = [_spaced(text, random) for text in lines[i].cells]
        while cells and not cells[-1]:
            cells.pop()
        lines[i] = replace(lines[i], cells=tuple(cells))
    return replace(printed, lines=tuple(lines))


def _spaced(text: str, random: Random) -> str:
    if random.random() < 0.5 or any(char.isascii() and char.isalnum() for char in text):
        return text
    return " ".join(text) if random.random() < 0.5 else f"{text[: len(text) // 2]} {text[len(text) // 2 :]}"


def ragged_groups(printed: Printed, random: Random) -> Printed | None:
    """Group rows printed as a single cell, or behind an empty first one."""
    places = printed.body("group")
    for i in places:
        text = printed.lines[i].cells[0]
        printed = printed.with_cells(i, [text] if random.random() < 0.7 else [text, "", ""])
    return printed if places else None


def centred_label(printed: Printed, random: Random) -> Printed | None:
    """Each label that covers several rows stands beside their middle."""
    labels = [
        i
        for i in printed.body()
        if printed.lines[i].cells[1][:1] == "（" and printed.lines[i].cells[1][1] in NUMERALS
    ]
    if not labels or len(printed.body()) == len(labels):
        return None
    for start, end in zip(labels, [*labels[1:], printed.body()[-1] + 1], strict=True):
        middle = (start + end - 1) // 2
        if middle == start or any(line.role != "body" for line in printed.lines[start:end]):
            continue
        label = printed.lines[start].cells[1]
        for at, text in ((start, ""), (middle, label)):
            cells = list(printed.lines[at].cells)
            cells[1] = text
            printed = printed.with_cells(at, cells)
    return printed


def side_by_side(printed: Printed, random: Random) -> Printed | None:
    """A narrow table printed in two halves beside each other."""
    body = printed.body("body", "total")
    width = len(printed.lines[0].cells)
    if width > 6 or len(printed.head()) > 1 or len(body) != len(printed.lines) - 1 or len(body) < 6:
        return None
    half = (len(body) + 1) // 2
    cells = [printed.lines[i].cells for i in body]
    if any(len(row) != width for row in cells):
        return None
    blank = ("",) * width
    pairs = zip(cells[:half], [*cells[half:], *[blank] * (2 * half - len(cells))], strict=True)
    rows = [Line((*a, *b), "body") for a, b in pairs]
    return Printed((Line(printed.lines[0].cells * 2, "header"), *rows))


def letter_for_figure(printed: Printed, random: Random) -> Printed | None:
    """Recognition took a 0 for O, or a 1 for l, in a column of figures."""
    places = [
        (i, j)
        for i in printed.body()
        for j, text in enumerate(printed.lines[i].cells)
        if j > 1 and text.isdecimal() and set(text) & set("01")
    ]
    if not places:
        return None
    i, j = random.choice(places)
    cells = list(printed.lines[i].cells)
    cells[j] = cells[j].replace("0", "O", 1) if "0" in cells[j] else cells[j].replace("1", "l", 1)
    return printed.with_cells(i, cells)


def broken_name(printed: Printed, random: Random) -> Printed | None:
    """A line end stands inside the name of a row that is numbered."""
    at = random.choice(printed.body()[1:])
    cells = printed.lines[at].cells
    if not cells[0].isdecimal() or len(cells[1]) < 3 or cells[1][0].isdecimal():
        return None
    cut = random.randrange(1, len(cells[1]) - 1)
    lower = replace(printed.lines[at], cells=(cells[1][cut:], *cells[2:]), breaks=False)
    return printed.with_cells(at, [cells[0], cells[1][:cut]]).put(at + 1, lower)
