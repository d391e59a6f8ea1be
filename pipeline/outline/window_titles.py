"""What a browser shows in the bar of its window, where a page was saved as text: set aside.

关于印发甲方案的通知_乙局          the title of the page, a sign, and the name of its site
首页
政务公开
关于印发甲方案的通知              the headline, which the page prints itself

It is told by the headline: nothing else has the same words behind which a sign and a name stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from pipeline.language import patterns
from pipeline.outline.browser_prints import OF_SITE
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark

# So many lines may a headline be parted into; so many stand above it, and so many letters has it at least.
_MOST_LINES, _FARTHEST, _SHORTEST = 4, 60, 10
_SITE = patterns.compile(r"[\p{L}\p{N}（）()·\s_|－–—-]{2,40}")
_WRAPPED, _STOPS = "【】[]〔〕《》", "。；"


def mark_window_title(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, the first one set aside where it is the title of the window."""
    shown = [i for i, line in enumerate(lines) if not line.furniture][:_FARTHEST]
    # The headline stands above the text, of which a list of laws may print it again below.
    ends = (n for n, i in enumerate(shown) if n and _is_of_text(lines[i].squeezed))
    shown = shown[: next(ends, len(shown))]
    is_window = len(shown) > 1 and _is_headline(
        set(_named(lines[shown[0]].squeezed)), [lines[i].squeezed for i in shown[1:]]
    )
    return tuple(
        replace(x, furniture="page") if is_window and i == shown[0] else x for i, x in enumerate(lines)
    )


def _is_of_text(words: str) -> bool:
    """Whether a line holds a sentence or begins a point."""
    return any(stop in words for stop in _STOPS) or text_to_mark(words) is not None


def _named(words: str) -> Iterator[str]:
    """What may be the title of the page, before the name of its site."""
    for at, char in enumerate(words):
        if char in OF_SITE and at >= _SHORTEST and _SITE.fullmatch(words[at + 1 :]):
            yield words[:at].strip(_WRAPPED)


def _is_headline(names: set[str], below: Sequence[str]) -> bool:
    """Whether one of these lines, or several one below the other, is what the window names."""
    return any(
        not names.isdisjoint(word.strip(_WRAPPED) for word in accumulate(below[n : n + _MOST_LINES]))
        for n in range(len(below) if names else 0)
    )
