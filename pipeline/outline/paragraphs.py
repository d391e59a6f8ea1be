"""Lines → passages: what a page break or a hard wrap tore apart is put together again.

Nothing is rewritten: a passage keeps the source offset of each of its characters, and every join is
a row of `repairs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Passage, Repair, Span
from pipeline.outline.again import made_once
from pipeline.outline.joining import Group, is_labelled, is_torn, runs_on
from pipeline.outline.lines import Line, is_ascii_word
from pipeline.outline.said_names import inside_names, part_signatures
from pipeline.outline.widths import are_apart, are_unstopped, wrap_width


@made_once
def lines_to_passages(
    lines: Sequence[Line], layout: str = "lines"
) -> tuple[tuple[Passage, ...], tuple[Repair, ...]]:
    """Passages in reading order (role body or furniture) and the joins that made them.

    `layout` as in Document: where each line is a paragraph, only what is plainly torn is joined.
    """
    lines = part_signatures(lines)
    width, inside = wrap_width(lines), inside_names(lines)
    whole = layout == "paragraphs" or are_unstopped(lines, width)
    parts = not are_apart(lines, width)
    groups: list[Group] = []
    current: Group | None = None
    aside: list[Line] = []
    said = False
    for n, line in enumerate(lines):
        # Above the first sentence no page ends: a title is over with the empty line below it, however full it is.
        broken = None if parts and line.gap and not said else width
        if line.furniture:
            aside.append(line)
            # Above the text no paragraph goes on behind a line of the page: 当前位置：首页 stands over a title.
            current = None if line.furniture == "page" and not said else current
        elif not line.squeezed:  # The blanks and tabs of a table's empty row, where there is no table.
            continue
        elif current is not None and (
            n in inside or (is_torn(current, line) if whole else runs_on(current, line, broken))
        ):
            current.add(line)
        else:
            current = Group([line])
            groups.append(current)
        said = said or "。" in line.text
    joined = [_group_to_passage(group) for group in groups]
    furniture: list[tuple[Passage, Repair | None]] = [
        (Passage(line.text, line.places, "furniture"), _set_aside(line)) for line in aside if line.places
    ]
    both = sorted([*joined, *furniture], key=lambda pair: pair[0].places[0])
    return tuple(p for p, _ in both), tuple(r for _, r in both if r is not None)


def _group_to_passage(group: Group) -> tuple[Passage, Repair | None]:
    lines, repeated = _without_repeats(group.lines)
    chars: list[str] = []
    places: list[int] = []
    for line in lines:
        inner = line.text.strip()
        if line.squeezed == inner:  # Most lines have no blank but before and behind their words.
            start = line.text.find(inner)
            chars.append(inner)
            places += line.places[start : start + len(inner)]
            continue
        for char, place in _readable(line):
            if char == " " and not (chars and is_ascii_word(chars[-1][-1:])):
                continue
            chars.append(char)
            places.append(place)
        if chars and chars[-1] == " ":
            chars.pop()
            places.pop()
    return Passage("".join(chars), tuple(places)), _join_repair(group.lines, repeated)


def _readable(line: Line) -> list[tuple[str, int]]:
    """Characters of a line without blanks, but for one between two words in Latin letters."""
    kept: list[tuple[str, int]] = []
    blank = False
    for char, place in zip(line.text, line.places, strict=True):
        if char.isspace():
            blank = True
            continue
        if (
            blank
            and kept
            and is_ascii_word(char)
            and is_ascii_word(kept[-1][0])
            and not (char + kept[-1][0]).isdecimal()
        ):
            kept.append((" ", place - 1))
        kept.append((char, place))
        blank = False
    return kept


def _without_repeats(lines: Sequence[Line]) -> tuple[list[Line], str]:
    """Drop what a page break printed twice: `（责` at the foot and `责任单位：` at the head of the next."""
    kept = list(lines)
    repeated = ""
    for i, (above, below) in enumerate(pairwise(lines)):
        if not is_labelled(below.squeezed):
            continue
        tail = patterns.search(r"[（〔]([^（〔）〕]{1,4})$", above.squeezed)
        if tail and below.squeezed.startswith(tail[1]):
            cut = above.text.rindex(tail[1][0])
            kept[i] = Line(above.text[:cut], above.places[:cut], above.span)
            repeated = tail[1]
    return kept, repeated


def _join_repair(lines: Sequence[Line], repeated: str) -> Repair | None:
    if len(lines) < 2:
        return None
    breaks = list(pairwise(lines))
    before = " … ".join(f"{a.squeezed[-8:]}{'⏎' * (b.gap + 1)}{b.squeezed[:8]}" for a, b in breaks)
    after = " … ".join(f"{a.squeezed[-8:]}{b.squeezed[:8]}" for a, b in breaks)
    why = say("lines_joined", n=len(breaks))
    if repeated:
        after = after.replace(repeated * 2, repeated)
        why = say("lines_joined_repeated", n=len(breaks), words=repeated)
    return Repair(
        kind="repeated_over_break" if repeated else "joined_lines",
        before=before,
        after=after,
        evidence=why,
        certainty="probable",
        span=Span(lines[0].span.start, lines[-1].span.end),
    )


_ASIDE = {
    "running_head": say("aside_running_head"),
    "page_number": say("aside_page_number"),
    "rule": say("aside_rule"),
    "other_script": say("aside_other_script"),
    "page": say("aside_page_line"),
    "contents": say("aside_contents"),
    "doubled": say("aside_doubled"),
}


def _set_aside(line: Line) -> Repair:
    return Repair("set_aside", line.squeezed, "", _ASIDE[line.furniture], "probable", line.span)


def lines_to_struck(lines: Sequence[Line]) -> tuple[Repair, ...]:
    """What is struck out in the lines, tables' too, listed: it is set aside whole."""
    why = say("aside_struck")
    return tuple(
        Repair("set_aside", line.struck, "", why, "certified", line.span) for line in lines if line.struck
    )
