"""Tables that lost all blanks: each printed line of a row is one run of characters, and nothing tells where its cells end.

序号任务名称主要内容责任单位完成时限
1通道绿化绿化国省干道86公里县林业局2026年12月底前
2水系绿化建设河湖防护林带42公里县水利局2027年6月底前

Read as running text they would give a value the day of the row before and the name of whoever stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pipeline.language.cells import is_note
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.glued_headings import glued_headings, may_be_headings
from pipeline.language.headings import meaning
from pipeline.language.names import is_agency
from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import ANNEX, Line, is_caption
from pipeline.outline.numbering import text_to_mark

_LOOKED_AT, _FEWEST_FIGURED = 4, 2  # lines below the headings
_FURTHEST = 12  # lines of a row
_DEEPEST = 5  # 一、 and （一） are points of the text; 1. may number a row
_STOPS = frozenset("。；：，！？")
_ENDS = ("。", "：", "；", ":", "！", "？")


def end_of_glued(lines: Sequence[Line], start: int) -> int:
    """Behind the rows below headings that lost the blanks between them; 0 where none begin here."""
    may_be = _is_glued(lines[start]) and may_be_headings(lines[start].squeezed)
    # What the rows say is found out sooner than which headings these are.
    heads: tuple[str, ...] = ()
    if may_be and _are_rows(lines, start + 1, sure=True):
        heads = glued_headings(lines[start].squeezed, sure=False)
    if not heads or not _are_rows(lines, start + 1, bool(glued_headings(lines[start].squeezed))):
        return 0
    numbered = meaning(heads[0]) == "row_number"
    end, count = start + 1, 0
    for n in range(start + 1, len(lines)):
        line = lines[n]
        if line.furniture:
            continue
        if _begins_row(line, count + 1):
            count += 1
        elif _ends_table(lines, n) or (_is_text(line) and not (numbered and _goes_on(lines, n, count + 1))):
            break
        end = n + 1
    return end


def _is_glued(line: Line) -> bool:
    """Nothing that parts cells stands in the line."""
    text = line.text.strip()
    return not (line.furniture or line.level) and text == line.squeezed and "|" not in text


def _are_rows(lines: Sequence[Line], start: int, sure: bool) -> bool:
    """Whether lines with figures follow, none of which is a sentence, nor, below headings of which nobody is sure, part of one."""
    shown = list(islice((lines[n] for n in range(start, len(lines)) if not lines[n].furniture), _LOOKED_AT))
    if any(line.squeezed.endswith(("：", ":")) or not _is_glued(line) for line in shown):
        return False
    if not sure and any(not _STOPS.isdisjoint(line.squeezed) for line in shown):
        return False
    figured = [line for line in shown if _has_figure(line.squeezed) and not _is_text(line)]
    return len(figured) >= min(_FEWEST_FIGURED, len(shown)) > 0


def _has_figure(words: str) -> bool:
    figured = any(char.isdecimal() for char in words)
    return figured and not (text_to_date(words) or line_to_number(words) or ANNEX.match(words))


def _is_text(line: Line) -> bool:
    return line.squeezed.endswith(_ENDS)


def _begins_row(line: Line, number: int) -> bool:
    """3 of 3建立抽查机制市司法局, with neither a point nor a figure behind it."""
    rest = line.squeezed.removeprefix(str(number))
    return rest != line.squeezed and rest[:1] not in (".", "．", "、") and not rest[:1].isdecimal()


def _goes_on(lines: Sequence[Line], n: int, number: int) -> bool:
    """Whether the row of this number begins a few lines below, before the table ends."""
    for below in range(n, min(n + _FURTHEST, len(lines))):
        if _ends_table(lines, below):
            return False
        if _begins_row(lines[below], number):
            return True
    return False


def _ends_table(lines: Sequence[Line], n: int) -> bool:
    line = lines[n]
    words = line.squeezed
    mark = text_to_mark(words)
    below = next((other.squeezed for other in lines[n + 1 : n + 3] if not other.furniture), "")
    return bool(
        line.level
        or not _is_glued(line)
        or ANNEX.match(words)
        or is_caption(line)
        or is_note(words)
        or (mark is not None and mark.style.rank <= _DEEPEST)
        or (is_agency(words) and text_to_date(below))
    )
