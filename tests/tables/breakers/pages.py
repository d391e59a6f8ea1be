"""What the ends of pages do to a table."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from breakers.names import THINGS
from breakers.printed import Line, Printed

_OPEN = 3  # characters that stay on either side of a cut


def page_split(printed: Printed, random: Random) -> Printed | None:
    """The table runs over one to four ends of pages."""
    places = printed.body("body", "total")[1:]
    for at in random.sample(places, min(len(places), random.randint(1, 4))):
        printed = printed.put(at, replace(printed.lines[at], breaks=True), instead=1)
    return printed


def page_split_heading(printed: Printed, random: Random) -> Printed | None:
    """… and each page has the headings again."""
    places = sorted(
        random.sample(printed.body()[1:], min(len(printed.body()) - 1, random.randint(1, 4))), reverse=True
    )
    for at in places:
        head = printed.head()
        printed = printed.put(at, replace(head[0], breaks=True), *head[1:])
    return printed


def second_heading(printed: Printed, random: Random) -> Printed | None:
    """The headings again in the body, where the page ended; that it did is no longer known."""
    at = random.choice(printed.body()[1:])
    return printed.put(at, *printed.head())


def split_row(printed: Printed, random: Random) -> Printed | None:
    """The page ends in the middle of a sentence of one row."""
    places = [i for i in printed.body() if max(map(len, printed.lines[i].cells)) > 3 * _OPEN]
    if not places:
        return None
    at = random.choice(places)
    upper = list(printed.lines[at].cells)
    lower = [""] * len(upper)
    longest = max(range(len(upper)), key=lambda j: len(upper[j]))
    for j, text in enumerate(printed.lines[at].cells):
        if len(text) > 3 * _OPEN and (j == longest or random.random() < 0.4):
            cut = random.randrange(_OPEN, len(text) - 2)
            if text[cut - 1] in "。；，、" or text[cut].isdecimal():
                cut += 1
            upper[j], lower[j] = text[:cut], text[cut:]
    return printed.with_cells(at, upper).put(at + 1, Line(tuple(lower), "rest", breaks=True))


def halved_row(printed: Printed, random: Random) -> Printed | None:
    """The page ends in the middle of a row of figures; blanks before the lower half are printed or not."""
    at = random.choice(printed.body()[1:])
    cells = printed.lines[at].cells
    named = max(j for j, text in enumerate(cells) if text and not text[0].isdecimal() and text[0] not in "—-")
    places = [
        k for k in range(named + 2, len(cells)) if cells[k][:1].isdecimal() and cells[k - 1][:1].isdecimal()
    ]
    if not places or "" in cells[named:]:
        return None
    cut = random.choice(places)
    lower = (("",) * cut if random.random() < 0.5 else ()) + cells[cut:]
    return printed.with_cells(at, list(cells[:cut])).put(at + 1, Line(lower, "rest", breaks=True))


def running_head(printed: Printed, random: Random) -> Printed | None:
    """A running head or a page number between two rows, where the page ends."""
    at = random.choice(printed.body("body", "total")[1:])
    text = random.choice(
        (
            f"某某市人民政府关于加快{random.choice(THINGS)}建设的通知",
            f"— {random.randint(2, 60)} —",
            str(random.randint(2, 60)),
            "某某市人民政府公报",
        )
    )
    below = replace(printed.lines[at], breaks=True)
    return printed.put(at, Line((text,), "page", breaks=True), below, instead=1)


def vanished_columns(printed: Printed, random: Random) -> Printed | None:
    """Columns that hold nothing on the last page are missing there."""
    body = printed.body("body", "total")
    if len(body) < 5:
        return None
    at = random.choice(body[2:-2])
    rest = printed.lines[at:]
    if any(len(line.cells) != len(rest[0].cells) or line.role not in ("body", "total") for line in rest):
        return None
    empty = [j for j in range(1, len(rest[0].cells)) if not any(line.cells[j] for line in rest)]
    if not empty:
        return None
    kept = [
        replace(line, cells=tuple(t for j, t in enumerate(line.cells) if j not in empty)) for line in rest
    ]
    return printed.put(at, replace(kept[0], breaks=True), *kept[1:], instead=len(rest))
