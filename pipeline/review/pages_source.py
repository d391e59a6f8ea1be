"""The text of a notice as HTML that reads as the notice does, cut wherever something begins or ends so that any stretch can light up.

title in bold · heads of points · what is set aside dimmed · tables as tables, what was printed behind a button
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.pages import attribute, both, text
from pipeline.review.folder import Row

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Looks:
    """What stretches look like: (first character, one past the last, class); `blocks` those set apart as a whole,
    `tables` those drawn as tables: (first, one past the last, table_id)."""

    styles: Sequence[tuple[int, int, str]] = ()
    blocks: Sequence[tuple[int, int, str]] = ()
    tables: Sequence[tuple[int, int, str]] = ()
    grids: Mapping[str, str] = field(default_factory=dict)


_PLAIN = Looks()


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the stretches: before which character what is opened and closed."""

    opened: dict[int, list[str]] = field(default_factory=dict)
    closed: dict[int, list[str]] = field(default_factory=dict)


def source_html(
    words: str, spans: Iterable[Stretch], mentions: Sequence[Row], pages: Sequence[Row], looks: Looks = _PLAIN
) -> str:  # Long: text, where it is cut, what is said of it, its pages, how it looks.
    """`spans` (code points) and those of `mentions` become boundaries of `<span data-s="first character">`.

    A stretch of a mention has its kind and status as classes; overlapping ones have those of all.
    """
    starts: dict[int, list[Row]] = {}
    for page in pages:
        starts.setdefault(page["char_start"], []).append(page)
    around = _around(looks)
    marks = [(m["char_start"], m["char_end"], f"{m['kind']} {m['status']}") for m in mentions]
    cuts = {0, len(words), *starts, *around.opened, *around.closed}
    for start, end in (*spans, *(one[:2] for one in (*marks, *looks.styles))):
        cuts |= {start, end}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(words))
    parts: list[str] = []
    for (start, end), classes in zip(pairwise(edges), _classes(edges, [*looks.styles, *marks]), strict=True):
        parts += around.closed.get(start, ())
        parts += map(_page_mark, starts.get(start, ()))
        parts += around.opened.get(start, ())
        named = f' class="{classes}"' if classes else ""
        parts.append(f'<span data-s="{start}"{named}>{text(words[start:end])}</span>')
    parts += around.closed.get(len(words), ())
    return "".join(parts)


def _around(looks: Looks) -> _Around:
    """Blocks and tables that stand apart, one after the other; what begins inside another is left as it is."""
    around = _Around()
    last = 0
    both_kinds = [*((*one, False) for one in looks.blocks), *((*one, True) for one in looks.tables)]
    for start, end, name, is_table in sorted(both_kinds):
        if start < last or end <= start:
            continue
        last = end
        opening = _table(name, looks.grids.get(name, "")) if is_table else f'<div class="{name}">'
        around.opened.setdefault(start, []).append(opening)
        around.closed.setdefault(end, []).append("</div></div>" if is_table else "</div>")
    return around


def _table(table_id: str, grid: str) -> str:
    name = attribute(table_id)
    return (
        f'<div class="tabled" data-table="{name}"><button type="button" class="as-printed" aria-pressed="false">'
        f'{both("看原样", "as printed")}</button><div class="grid" tabindex="0" role="region" data-label-zh="表 {name}" '
        f'data-label-en="table {name}">{grid}</div><div class="raw">'
    )


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
    drawn = f'<img loading="lazy" src="{attribute(image)}" alt="{number}" '
    drawn += f'width="{round(page["width"])}" height="{round(page["height"])}">'
    return f'{mark}<span class="sheet" data-page="{number}" {size}>{drawn}</span>'
