"""One table printed as several: on each page a grid of its own, the headings again or not.

| 序号 | 任务 |                  | 序号 | 任务 |
| 1    | 甲   |                  | 1    | 甲   |
----- page -----          →      | 序号 | 任务 |
| 序号 | 任务 |                  | 2    | 乙   |
| 2    | 乙   |
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.language.cells import is_dash, is_note, is_total, is_value, squeeze, year
from pipeline.language.headings import meaning, names_continued
from pipeline.messages import Message, say
from pipeline.model import Document, Fragment, Outline, Piece, Repair, Span
from pipeline.tables.by_place import Places, Rows, is_page_missing
from pipeline.tables.caption_rows import without_units
from pipeline.tables.group_rows import opens_group
from pipeline.tables.one_grid import is_wide, on_one_grid, width_of
from pipeline.tables.page_ends import is_new_page, is_of_page
from pipeline.tables.parts_go_on import (
    go_on_below_line,
    go_on_below_note,
    has_headings,
    runs_on,
    tells_of_another,
    usual_width,
)
from pipeline.tables.restarts import begins_like, laid_anew, parted

_DEEPEST = 6  # heading rows looked at
_FEWEST_WORDS = 3  # that say the same again by no chance
_MOST_LOST = 4  # columns that may be missing on a later page because they were empty there


def join_over_pages(outline: Outline) -> tuple[tuple[Fragment, ...], tuple[Repair, ...]]:
    """(the fragments, those of one table as one; the joins that were made)."""
    between = [p for p in outline.passages if not (p.role == "furniture" or is_of_page(p.text))]
    parts = [p.span().start for p in between if not is_note(p.text) or tells_of_another(p.text)]
    notes = [p.span().start for p in between if is_note(p.text)]
    places = Places(outline.document)
    joined: list[Fragment] = []
    repairs: list[Repair] = []
    for fragment in (part for whole in outline.fragments for part in parted(whole)):
        above = joined[-1] if joined else None
        whole = None
        start = _start(above, fragment, outline.document) if above else 0
        goes_on = above and not _stands_between(parts, above, start)
        if above and goes_on and _stands_between(notes, above, start):  # 注：… below the rows of a page
            goes_on = go_on_below_note(outline.document, above, fragment)
        if above and goes_on and not is_page_missing(outline.document, above.span, fragment.span):
            whole = _join(above, fragment, places)
        if above and not whole and go_on_below_line(outline.document, above, fragment):
            whole = _as_one(above, fragment, above.rows, fragment.rows), say("rows_without_headings")
        if above and whole:
            joined[-1], why = whole
            repairs.append(_repair(above, fragment, why))
        else:
            joined.append(fragment)
    return tuple(joined), tuple(repairs)


def _stands_between(starts: Sequence[int], above: Fragment, start: int) -> bool:
    return bisect_left(starts, above.span.end) < bisect_left(starts, start)


def _start(above: Fragment, below: Fragment, document: Document) -> int:
    """Where the lower part begins: with its title, if that is the one above again at the head of a new page, or over the
    headings above while no total ended the table."""
    if not (below.title_span and above.title and _same_title(above, below)):
        return below.span.start
    new_page = is_new_page(document, above.span, below.span)
    again = _repeated(above.rows, below.rows, new_page) and (
        names_continued(without_units(below.title)) or not _is_ended(above)
    )
    again = again or new_page
    return below.title_span.start if again else below.span.start


def _is_ended(above: Fragment) -> bool:
    """The last row is a total."""
    return any(is_total(squeeze(piece.text)) for piece in above.rows[-1][:2])


def _join(above: Fragment, below: Fragment, places: Places) -> tuple[Fragment, Message] | None:
    unlike = above.kind != below.kind or above.kind == "lines" or not _same_title(above, below)
    if unlike or above.is_unread or below.is_unread:
        return None
    if anew := laid_anew(above, below):
        return replace(above, rows=anew[0], span=Span(above.span.start, below.span.end)), anew[1]
    new_page = is_new_page(places.document, above.span, below.title_span or below.span)
    again = _repeated(above.rows, below.rows, new_page)
    rows = on_one_grid(above, below, again) if again else _under_one_heading(above, below, places)
    if rows is None:
        return None
    why = say("headings_again") if again else say("rows_without_headings")
    return _as_one(above, below, *rows), why


def _as_one(above: Fragment, below: Fragment, upper: Rows, lower: Rows) -> Fragment:
    breaks = (*above.breaks, len(upper), *(len(upper) + i for i in below.breaks))
    one = replace(above, rows=(*upper, *lower), breaks=breaks, span=Span(above.span.start, below.span.end))
    return replace(one, lost_blanks=above.lost_blanks or below.lost_blanks)


def _repair(above: Fragment, below: Fragment, why: Message) -> Repair:
    widths = [max(map(len, rows)) for rows in (above.rows, below.rows)]
    before = f"{len(above.rows)} × {widths[0]} ⏎ {len(below.rows)} × {widths[1]}"
    after = f"{len(above.rows) + len(below.rows)} × {max(widths)}"
    return Repair("joined_pages", before, after, why, "probable", Span(above.span.start, below.span.end))


def _same_title(above: Fragment, below: Fragment) -> bool:
    upper, lower = (without_units(part.title) for part in (above, below))
    return not lower or lower == upper or names_continued(lower) or is_of_page(lower)


def _words(row: Sequence[Piece]) -> tuple[str, ...]:
    """What a row says, a merged cell once, brackets of either width alike."""
    cells = (key for key, _ in groupby(row, key=lambda piece: (piece.span, squeeze(piece.text))))
    return tuple(text.replace("（", "(").replace("）", ")") for _, text in cells if text)


def _repeated(
    above: Sequence[Sequence[Piece]], below: Sequence[Sequence[Piece]], new_page: bool
) -> tuple[int, int] | None:
    """(row above, row below) of the lowest heading row that is printed again: the first rows are alike; on a `new_page` two
    words are said again by no chance."""
    first = next((i for i, row in enumerate(above[:_DEEPEST]) if len(_words(row)) > 1), None)
    start = next((i for i, row in enumerate(below[:_DEEPEST]) if len(_words(row)) > 1), None)
    if (
        first is None
        or start is None
        or _words(above[first]) != _words(below[start])
        or not (_is_heading(above[first]) or _are_words(above[first], _FEWEST_WORDS - new_page))
    ):
        return None
    captions = [_words(row) for row in above[:first]]
    if any(_words(row) not in captions for row in below[:start]):
        return None
    depth = 1
    while (
        first + depth < min(len(above), _DEEPEST)
        and start + depth < len(below)
        and _words(above[first + depth]) == _words(below[start + depth])
    ):
        depth += 1
    return first + depth - 1, start + depth - 1


def _is_heading(row: Sequence[Piece]) -> bool:
    """Known headings, and no values but years."""
    texts = [squeeze(piece.text) for piece in row if piece.text.strip()]
    return any(map(meaning, texts)) and not any(is_dash(t) or (is_value(t) and not year(t)) for t in texts)


def _are_words(row: Sequence[Piece], fewest: int) -> bool:
    """Words in every column: 年度 | 长河镇 | 东林乡."""
    return len(row) >= fewest and all(
        piece.text.strip() and not is_value(squeeze(piece.text)) for piece in row
    )


def _under_one_heading(above: Fragment, below: Fragment, places: Places) -> tuple[Rows, Rows] | None:
    """A part without headings goes on on a new page if it has as many columns, or others that stand at the same
    places; with a few less (they were empty there) if its serial numbers run on. Headings alone at the end of a
    page belong to what follows.
    """
    if not is_new_page(places.document, above.span, below.span) or _begins_anew(above, below, places):
        return None
    lost = width_of(above.rows) - max(map(len, below.rows))
    if lost < 0 and not any(piece.text.strip() for row in below.rows for piece in row[lost:]):
        below = replace(below, rows=tuple(row[: len(row) + lost] for row in below.rows))
        lost = 0  # blanks behind the last column
    if len(above.rows) < 2 and (lost or not _is_heading(above.rows[0]) or has_headings(below.rows)):
        return None
    alike = above.kind == "tabs" and usual_width(above) == usual_width(below)
    if lost == 0 or alike or (0 < lost <= _MOST_LOST and runs_on(above, below)):
        return above.rows, below.rows
    return places.on_the_wider(above, below)


def _begins_anew(above: Fragment, below: Fragment, places: Places) -> bool:
    """Headings of its own; or first a row over all columns, a caption, if it names no group of rows and the columns
    do not stand where those above do."""
    if begins_like(above.rows, below.rows):
        return True
    first = next((row for row in below.rows[:_DEEPEST] if not is_wide(row)), below.rows[0])
    texts = [squeeze(piece.text) for piece in first if piece.text.strip()]
    known = sum(bool(meaning(text)) for text in texts)
    if len(texts) > 1 and known * 2 > len(texts) and _is_heading(first):
        return True
    row = below.rows[0]
    return is_wide(row) and not opens_group(squeeze(row[0].text)) and not places.stand_alike(above, below)
