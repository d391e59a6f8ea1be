"""Sentences → notices: where the time of a sentence stands, the points it stands in, the title block above.

Core + position → Item (lines, rows with their day, the heading or title that dates them) → text of a notice
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sentences.draw import DUE, Core, Draw, Want, When, fill, han

#: The marks in a Core and the position each stands for.
MARKS = {"<": "before", "|": "middle", ">": "behind"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one set of sentences says its times, and what it puts around them. Of every table: words → how often.

    `before`, `middle` and `bracket` are patterns of times; `behind` the same by the tail of a Core; `opening` a sentence
    (or the head of one, with ：) that dates what follows; `line` stands under the paragraph; `heading` over the section;
    `title` is the whole title; `numbers` are the ways of numbering points, `under` those of a point below one. `lead` and `after` are words without a number around a sentence; `head` names a point.
    """

    positions: Mapping[str, float]
    before: Mapping[str, float]
    middle: Mapping[str, float]
    behind: Mapping[str, Mapping[str, float]]
    bracket: Mapping[str, float]
    opening: Mapping[str, float]
    line: Mapping[str, float]
    heading: Mapping[str, float]
    title: Mapping[str, float]
    lead: Sequence[str]
    head: Sequence[str]
    after: Sequence[str]
    agencies: Sequence[str]
    plain_heading: Sequence[str]
    plain_title: Sequence[str]
    block: str
    numbers: Sequence[str] = ("{n}.", "（{h}）", "{n}．")
    under: Sequence[str] = ("（1）{}",)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a notice (and what stands under it) with the rows that must come of it.

    `heading` and `title` are words that must stand over it; without them nothing over it may hold a year.
    """

    frame: str
    position: str
    lines: tuple[str, ...]
    rows: tuple[Want, ...]
    grants: tuple[tuple[float, str], ...] = ()
    heading: str = ""
    title: str = ""


def positions(core: Core, wording: Wording) -> dict[str, float]:
    """The positions a time may have in the sentence, and how often each is wanted."""
    if core.places == ("own",):
        return {"own": 1.0}
    fits = set(core.places or wording.positions)
    fits -= {place for mark, place in MARKS.items() if mark not in core.text}
    return {place: weight for place, weight in wording.positions.items() if place in fits}


def strip(text: str) -> str:
    return "".join(char for char in text if char not in MARKS)


def at(text: str, mark: str, words: str) -> str:
    """The sentence with the words where the mark stands, and no other mark."""
    return strip(text.replace(mark, words, 1))


def middle(core: Core, words: str) -> str:
    """A time in the middle; where nothing stands before it, after a word that wishes: 力争2027年底前新建X."""
    words = "力争" + words if "<|" in core.text else words
    return at(core.text, "|", words)


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence (or several lines) that has its time, and what must stand over it."""

    lines: tuple[str, ...]
    day: str | None = None
    heading: str = ""
    title: str = ""


def place(draw: Draw, core: Core, position: str, wording: Wording) -> Placed:
    """The sentence with a time in the position."""
    text = strip(core.text)
    if position in ("own", "none"):
        return Placed((text,))
    table = wording.behind[core.tail] if position == "behind" else getattr(wording, position)
    when = fill(draw, draw.weighted(table))
    if position == "heading":
        return Placed((text,), when.day, heading=when.text)
    if position == "title":
        return Placed((text,), when.day, title=when.text)
    if position == "opening":
        return opened(draw, when, text, wording)
    if position == "line":
        return Placed((text, when.text), when.day)
    spoken = {
        "before": lambda: at(core.text, "<", when.text),
        "middle": lambda: middle(core, when.text),
        "behind": lambda: at(core.text, ">", when.text),
        "bracket": lambda: text + when.text,
    }[position]()
    return Placed((spoken,), when.day)


def opened(draw: Draw, when: When, text: str, wording: Wording) -> Placed:
    """A time that opens the paragraph: a sentence, the head of one (…：), or a paragraph with a point under it (…：⏎)."""
    if when.text.endswith("⏎"):
        return Placed((when.text.removesuffix("⏎"), draw.pick(wording.under).format(text)), when.day)
    return Placed((when.text + text,), when.day)


#: Of the sentences with a time of their own (and of those that want nothing), how many stand under a year all the same.
UNDER = 0.12


def make_item(draw: Draw, name: str, core: Core, wording: Wording) -> Item:
    """A sentence in a position drawn for it, with the words around it that notices have."""
    draw.used.clear()
    position = draw.weighted(positions(core, wording))
    placed = place(draw, core, position, wording)
    rows = tuple(replace(row, day=placed.day) if row.day == DUE else row for row in core.rows)
    lines = around(draw, position, placed.lines, wording)
    heading = placed.heading
    if position not in ("none", "heading", "title") and all(row.day for row in rows) and draw.chance(UNDER):
        heading = fill(draw, draw.pick([said for said in wording.heading if "{P}" in said])).text
    return Item(name, position, lines, rows, core.grants, heading, placed.title)


def around(draw: Draw, position: str, lines: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    """The lines with words without a number before and behind, and with who is responsible."""
    first, rest = lines[0], list(lines[1:])
    alone = not rest and not first.endswith(("：", "）"))
    if position not in ("own", "opening") and draw.chance(0.15):
        first = draw.pick(wording.lead) + first
    end = "" if first.endswith(("：", "。")) else "。"
    if alone and draw.chance(0.15):
        end += draw.pick(wording.after)
    if alone and draw.chance(0.2):
        end += draw.pick(wording.agencies)
    if position == "opening":
        rest = [line + "。" for line in rest]
    return (first + end, *rest)


# --- notices ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """A notice and where in it each item stands."""

    text: str
    places: tuple[tuple[int, int, Item], ...]


#: Sentences of a notice, at most.
LENGTH = 24


def notices(draw: Draw, items: Sequence[Item], wording: Wording) -> Iterator[Written]:
    """The items in notices: those that a title dates under that title, the others by the heading they want."""
    by_title: dict[str, list[Item]] = {}
    for item in items:
        by_title.setdefault(item.title, []).append(item)
    for title, those in by_title.items():
        those.sort(key=lambda item: item.heading)
        for start in range(0, len(those), LENGTH):
            name = title or draw.pick(wording.plain_title)
            yield write(draw, name, those[start : start + LENGTH], wording)


def write(draw: Draw, title: str, items: Sequence[Item], wording: Wording) -> Written:
    """A notice of this title: a section for every heading its items want, a point for every item."""
    text = wording.block.format(title=title)
    headings = list(dict.fromkeys(item.heading for item in items))
    found = []
    for section, heading in enumerate(headings, 1):
        text += f"　　{han(section)}、{heading or draw.pick(wording.plain_heading)}\n"
        those = [item for item in items if item.heading == heading]
        style = draw.pick(wording.numbers)
        for n, item in enumerate(those, 1):
            lines = written_lines(draw, item, style.format(n=n, h=han(n)), wording)
            found.append((len(text), len(text) + len(lines), item))
            text += lines
    return Written(text, tuple(found))


def written_lines(draw: Draw, item: Item, number: str, wording: Wording) -> str:
    """A point with its number, sometimes with a name before its sentence."""
    head = draw.pick(wording.head) if draw.chance(0.25) else ""
    first, *rest = item.lines
    # 3.58%的… is 3.58 to any reader: whoever means point 3 leaves a blank.
    apart = " " if number[-1] in ".．" and (head + first)[0].isdigit() else ""
    return "".join(f"　　{line}\n" for line in (number + apart + head + first, *rest))
