"""Cut the tables out of the lines: runs of tabs or pipes, and tables that lost every separator."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.language.folding import fold
from pipeline.model import Document, Fragment, Grid, Piece, Span
from pipeline.outline.lines import Line, line_to_pieces
from pipeline.outline.numbering import text_to_mark

_PIPE_ROW = regex.compile(r"^\s*\|.*\|\s*$")
_PIPE_RULE = regex.compile(r"^\s*\|?[\s:：|\-]+\|?\s*$")
_ANNEX = regex.compile(r"^附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?[：:.、]?$")
_SENTENCE = regex.compile(r"[。；！？]")
# Between the two halves of a table a page break puts a running head, a page number, empty lines.
_LONGEST_INTRUDER = 40
_MOST_INTRUDERS = 2
_LONGEST_TITLE = 60
_HEADING_WORD = regex.compile(
    r"^(?:序号|编号|项目|指标|类别|名称|单位|内容|任务|措施|属性|性质|部门|备注|时限|目标|年份|现状|累计|标准)$|"
    r".{0,8}(?:名称|内容|任务|单位|部门|时限|时间|属性|性质|指标|类别|目标|备注|标准|责任人|举措)$|^\d{4}年?.{0,4}$"
)


def cut_fragments(lines: Sequence[Line], document: Document) -> tuple[tuple[Line, ...], tuple[Fragment, ...]]:
    """(lines outside tables, tables as printed). A caption stays a line, and is the table's title too."""
    kept: list[Line] = []
    fragments: list[Fragment] = []
    position = 0
    grids = sorted(document.grids, key=lambda grid: grid.span)
    while position < len(lines):
        while grids and grids[0].span.start <= lines[position].span.end:
            title, annex = _caption(kept)
            fragments.append(_grid_to_fragment(grids[0], document, title, annex))
            end = grids.pop(0).span.end
            while position < len(lines) and lines[position].span.start < end:
                position += 1
            if position == len(lines):
                return tuple(kept), tuple(fragments)
        region = _region_at(lines, position)
        if region is None:
            kept.append(lines[position])
            position += 1
            continue
        title, annex = _caption(kept)
        fragments.append(_region_to_fragment(lines[position : region.end], region, title, annex))
        position = region.end
    return tuple(kept), tuple(fragments)


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines [position, end) of a table; kind as in Fragment; separator of its pieces."""

    kind: str
    end: int
    separator: str = "\t"


def _region_at(lines: Sequence[Line], start: int) -> _Region | None:
    if _is_row(lines[start]):
        return _Region("tabs", _end_of_rows(lines, start), "|" if _is_pipe_row(lines[start]) else "\t")
    if _is_lost_heading(lines, start):
        return _Region("lines", _end_of_lines(lines, start))
    return None


def _is_pipe_row(line: Line) -> bool:
    return bool(_PIPE_ROW.match(line.text)) and line.text.count("|") >= 3


def _is_row(line: Line) -> bool:
    # One tab may be an indent or a letter-spaced heading; a row of a table has cells on both sides.
    return _is_pipe_row(line) or (
        "\t" in line.text.strip(" ") and (line.text.count("\t") >= 2 or "\t" in line.text.strip())
    )


def _end_of_rows(lines: Sequence[Line], start: int) -> int:
    end, position = start + 1, start + 1
    while position < len(lines) and position - end <= _MOST_INTRUDERS:
        line = lines[position]
        if _is_row(line) and not _is_another_table(lines, end - 1, position):
            end = position = position + 1
        elif _is_intruder(line):
            position += 1
        else:
            break
    return end


def _is_another_table(lines: Sequence[Line], above: int, below: int) -> bool:
    """After empty lines a row of a far smaller grid is another table's."""
    if lines[below].gap == 0 and below == above + 1:
        return False
    wide = lines[above].text.count("\t")
    return wide >= 4 and lines[below].text.count("\t") * 2 < wide


def _is_intruder(line: Line) -> bool:
    words = line.squeezed
    return bool(line.furniture) or (
        line.gap >= 1
        and len(words) <= _LONGEST_INTRUDER
        and not line.level
        and not _SENTENCE.search(words)
        and not _ANNEX.match(words)
        and text_to_mark(words) is None
        and not words.endswith(("表", "：", "清单", "指标", "目录"))
    )


def _is_lost_heading(lines: Sequence[Line], start: int) -> bool:
    """A line of column headings only, with the row numbered 1 right after it."""
    line = lines[start]
    if line.furniture or "\t" in line.text or not regex.match(r"序号|编号", line.squeezed):
        return False
    words = _heading_words(line.text)
    if len(words) < 3 or any(len(w) > 14 for w in words) or regex.search(r"[。，；：]", line.text):
        return False
    below = next((x for x in lines[start + 1 : start + 4] if not x.furniture), None)
    return (
        below is not None
        and bool(regex.match(r"1(?!\d)", below.squeezed))
        and any(map(_HEADING_WORD.match, words))
    )


def _heading_words(text: str) -> list[str]:
    """Words between blanks; letters printed apart (`指 标 名 称`) count as one word."""
    words: list[str] = []
    spaced = False
    for word in text.split():
        if len(word) == 1 and spaced:
            words[-1] += word
        else:
            words.append(word)
        spaced = len(word) == 1
    return words


def _end_of_lines(lines: Sequence[Line], start: int) -> int:
    for position in range(start + 1, len(lines)):
        line = lines[position]
        mark = text_to_mark(line.squeezed)
        deep = mark is None or mark.style.rank > 5
        if line.level or _ANNEX.match(line.squeezed) or not deep or _is_row(line):
            return position
    return len(lines)


def _caption(kept: Sequence[Line]) -> tuple[tuple[Line, ...], str | None]:
    """The lines of the caption right above, and the annex label above that."""
    title: list[Line] = []
    for line in reversed(kept[-6:]):
        words = line.squeezed
        if _ANNEX.match(words):
            return tuple(reversed(title)), annex_label(words)
        if (
            line.furniture
            or len(words) > _LONGEST_TITLE
            or _SENTENCE.search(words)
            or words.endswith(("：", ":", "，"))
        ):
            break
        if text_to_mark(words) is not None:
            break
        title.append(line)
    return tuple(reversed(title))[-3:], None


def annex_label(words: str) -> str:
    """`附件 1`, `附件1：` → `附件1`."""
    return regex.sub(r"[\s：:.、]", "", words)


def _region_to_fragment(
    lines: Sequence[Line], region: _Region, title: tuple[Line, ...], annex: str | None
) -> Fragment:
    rows: list[tuple[Piece, ...]] = []
    breaks: list[int] = []
    for i, line in enumerate(lines):
        if region.separator == "|" and _PIPE_RULE.match(line.text):
            continue
        # A hard-wrapped text has an empty line after each line: there only a running head is a break.
        if i and (line.gap >= 1 if region.kind == "tabs" else line.indent):
            breaks.append(len(rows))
        if region.kind == "lines" or not _is_row(line):
            rows.append(line_to_pieces(line, "\0"))
        elif region.separator == "|":
            rows.append(line_to_pieces(line, "|")[1:-1])
        else:
            rows.append(line_to_pieces(line))
    return Fragment(
        kind="lines" if region.kind == "lines" else "tabs",
        rows=tuple(rows),
        span=Span(lines[0].span.start, lines[-1].span.end),
        title="".join(line.squeezed for line in title),
        title_span=Span(title[0].span.start, title[-1].span.end) if title else None,
        annex=annex,
        breaks=tuple(breaks),
    )


def _grid_to_fragment(grid: Grid, document: Document, title: tuple[Line, ...], annex: str | None) -> Fragment:
    starts = [min((p.span.start for p in row if p.text), default=grid.span.start) for row in grid.rows]
    ends = [page.span.end for page in document.pages]
    pages = [bisect_right(ends, start) for start in starts]
    return Fragment(
        kind="grid",
        rows=tuple(tuple(replace(piece, text=fold(piece.text)) for piece in row) for row in grid.rows),
        span=grid.span,
        title="".join(line.squeezed for line in title),
        title_span=Span(title[0].span.start, title[-1].span.end) if title else None,
        annex=annex,
        breaks=tuple(i for i in range(1, len(pages)) if pages[i] != pages[i - 1]),
    )


def with_annex(fragment: Fragment, annex: str | None, clause_id: str | None) -> Fragment:
    """The fragment with the annex and clause it stands in."""
    return replace(fragment, annex=fragment.annex or annex, clause_id=clause_id)
