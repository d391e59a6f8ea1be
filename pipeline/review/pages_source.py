"""The text of a notice as HTML, cut wherever something begins or ends, so that any stretch can light up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.pages import attribute, both, text
from pipeline.review.folder import Row

Stretch = tuple[int, int]


def source_html(words: str, spans: Iterable[Stretch], mentions: Sequence[Row], pages: Sequence[Row]) -> str:
    """`spans` (code points) and those of `mentions` become boundaries of `<span data-s="first character">`.

    A stretch of a mention has its kind and status as classes; overlapping ones have those of all.
    """
    starts: dict[int, list[Row]] = {}
    for page in pages:
        starts.setdefault(page["char_start"], []).append(page)
    cuts = {0, len(words), *starts}
    for start, end in spans:
        cuts |= {start, end}
    marks = [(m["char_start"], m["char_end"], f"{m['kind']} {m['status']}") for m in mentions]
    for start, end, _ in marks:
        cuts |= {start, end}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(words))
    parts: list[str] = []
    for (start, end), classes in zip(pairwise(edges), _classes(edges, marks), strict=True):
        parts += map(_page_mark, starts.get(start, ()))
        named = f' class="{classes}"' if classes else ""
        parts.append(f'<span data-s="{start}"{named}>{text(words[start:end])}</span>')
    return "".join(parts)


def _classes(edges: Sequence[int], marks: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """For each stretch between two edges the classes of all marks that cover it."""
    waiting = sorted(marks, reverse=True)
    covering: list[tuple[int, int, str]] = []
    for start, _ in pairwise(edges):
        while waiting and waiting[-1][0] <= start:
            covering.append(waiting.pop())
        covering = [mark for mark in covering if mark[1] > start]
        yield " ".join(dict.fromkeys(" ".join(mark[2] for mark in covering).split()))


def _page_mark(page: Row) -> str:
    number, image = page["page"], page.get("image")
    mark = f'<span class="page-mark">{both(f"第 {number} 页", f"page {number}")}</span>'
    if not image or not page["width"] or not page["height"]:  # Boxes would have no scale.
        return mark
    size = f'data-width="{page["width"]}" data-height="{page["height"]}"'
    drawn = f'<img loading="lazy" src="{attribute(image)}" alt="第 {number} 页 page {number}" '
    drawn += f'width="{round(page["width"])}" height="{round(page["height"])}">'
    return f'{mark}<span class="sheet" data-page="{number}" {size}>{drawn}</span>'
