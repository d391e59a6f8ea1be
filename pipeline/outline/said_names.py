"""Names of bodies among the lines: those a text prints whole tell of a line end inside them, those above a day who signs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from pipeline.language import patterns
from pipeline.language.labels import LABEL
from pipeline.outline.body_names import is_body_name, is_end_of_name
from pipeline.outline.dates import line_to_date, signed_date
from pipeline.outline.lines import Line
from pipeline.outline.title_words import HEAD_OF_NAME, SIGNED
from pipeline.outline.torn import ends_sentence, has_open_bracket

# 甲市民政局 乙局关于…, 甲市人民政府文件: what stands behind a name in a title and in a red head.
_BEHIND = patterns.compile(r"(?:关于|印发|转发|文件$)")
_PARTING = frozenset("，。；：《》")
_SHORTEST, _LONGEST, _KNOWN_BY, _MOST_LINES = 5, 40, 3, 10
_GOES_ON = ("，", "、", "；", "：", "和", "及", "与", "的")


def inside_names(lines: Sequence[Line]) -> frozenset[int]:
    """Which lines (by their index) begin inside a name that the text says whole elsewhere: 云川 | 市人民政府办公室关于….

    A body above its own office (某市人民政府 | 办公室) is two names as much as one, and left to others.
    """
    shown = [(n, line) for n, line in enumerate(lines) if not line.furniture and line.squeezed]
    text = "".join(line.squeezed for _, line in shown)
    starts = list(accumulate((len(line.squeezed) for _, line in shown), initial=0))
    named = _by_beginning(name for _, line in shown for name in _names(line))
    inside: set[int] = set()
    for start, name in _places(text, named):
        first, last = bisect_right(starts, start), bisect_left(starts, start + len(name), hi=len(shown))
        inside |= {n for n in range(first, last) if _is_inside(text, starts[n], name, start)}
    return frozenset(shown[n][0] for n in inside)


def _by_beginning(names: Iterable[str]) -> Mapping[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for name in names:
        found[name[:_KNOWN_BY]].add(name)
    return found


def _places(text: str, named: Mapping[str, set[str]]) -> Iterator[tuple[int, str]]:
    """Where the names stand in a text."""
    letters = {beginning[0] for beginning in named}
    for start in [at for at, char in enumerate(text) if char in letters] if letters else ():
        for name in named.get(text[start : start + _KNOWN_BY], ()):
            if text.startswith(name, start):
                yield start, name


def _is_inside(text: str, at: int, name: str, start: int) -> bool:
    """Whether a line that begins at text[at] begins inside the name that begins at `start`."""
    return text[at - 1] not in "，、。；：！？》）" and not _parts(name, at - start)


def _parts(name: str, at: int) -> bool:
    """Whether a name is that of a body and behind it that of an office it has."""
    return is_end_of_name(name[at:]) and is_body_name(name[:at])


def part_signatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those where a signature begins marked as going on with nothing: names behind the end of a sentence and
    above a day, however full the line of the sentence is."""
    begins = {at for n, line in enumerate(lines) if (at := _begins_signature(lines, n, line)) is not None}
    return tuple(replace(line, anew=True) if n in begins else line for n, line in enumerate(lines))


def _begins_signature(lines: Sequence[Line], n: int, line: Line) -> int | None:
    """Where the names begin that stand above a day (or before it, in its line) and below the end of a sentence."""
    words = line.squeezed
    dated = None if line.furniture else signed_date(words)
    if line.furniture or not (dated or line_to_date(words)):
        return None
    names, first = words[: dated.start] if dated else "", n
    for at in range(n - 1, max(n - _MOST_LINES, -1), -1):
        above = lines[at].squeezed
        if lines[at].furniture or not above:
            continue
        if ends_sentence(above) or _ends_value(above):
            return first if names and is_body_name(SIGNED.sub("", names)) else None
        if _is_parted(lines[first], above, names):
            return first
        if patterns.search("[，；：。《》]", above) or lines[at].mark:
            return None
        names, first = above + names, at
    return None


def _ends_value(text: str) -> bool:
    """Whether a line is over with what it says behind a colon (联系电话：0555-123): nothing in it is left open."""
    _, colon, value = text.replace(":", "：").rpartition("：")
    return bool(colon and value) and not (
        value.endswith(_GOES_ON) or has_open_bracket(text) or LABEL.match(text)
    )


def _is_parted(line: Line, above: str, names: str) -> bool:
    """Whether a name behind an empty line or a sentence signs, though no stop ends what is above: 请结合实际，抓好落实 |
    某市人民政府 | 2026年3月1日."""
    goes_on = above.endswith(_GOES_ON) or has_open_bracket(above) or is_body_name(above)
    name = SIGNED.sub("", names)
    is_below = line.gap > 0 or ("，" in above and HEAD_OF_NAME.match(name) is not None)
    return is_below and not goes_on and is_body_name(name) and not is_end_of_name(name)


def _names(line: Line) -> Iterator[str]:
    """What a line says before its day or before 关于, each word of it that is a body's name."""
    text = line.squeezed[: 3 * _LONGEST]
    dated = signed_date(text)
    end = _BEHIND.search(text)
    words = text[: dated.start] if dated else text[: end.start()] if end else text
    if not _PARTING.isdisjoint(words):
        return
    for word in {words, *patterns.split(r"[、\s]+", line.text.strip()[: 3 * _LONGEST]), *words.split("、")}:
        name = SIGNED.sub("", word[: len(words)])
        if _SHORTEST <= len(name) <= _LONGEST and is_body_name(name):
            yield name
