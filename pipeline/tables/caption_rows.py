"""Rows above the headings that are the caption of the table, or say its unit and who filled it in; the unit also below them."""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.brackets import without_round
from pipeline.language.cells import is_value, number, unit_line, year
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row
from pipeline.tables.group_rows import is_repeated, opens_group

_UNIT_ALONE = patterns.compile(r"[(（]?\p{Han}{2,4}[:：][^\s]{1,12}")
# A title, a line that names the unit, a day or a note.
_MOST_CAPTIONS = 3
_SEVERAL = 2


def is_unit_alone(text: str) -> bool:
    """单位：万元, （面积：亩）, nothing else; also 填报单位：县林业局, which stands there as that does.

    >>> is_unit_alone("（面积：亩）"), is_unit_alone("填报单位：县林业局"), is_unit_alone("备注：县林业局")
    (True, True, False)
    """
    named = "单位：" in text.replace(":", "：")
    return bool(_UNIT_ALONE.fullmatch(text)) and (named or unit_line(text) is not None)


def without_units(title: str) -> str:
    """The title without who fills the table in and the unit of its values, which stand below it: 填报单位：交通局 单位：公里.

    >>> without_units("某市道路计划表 填报单位：市交通局 单位：公里、万元")
    '某市道路计划表'
    """
    words = title.split()
    while len(words) > 1 and is_unit_alone(words[-1]):
        words.pop()
    return " ".join(words)


def lift_caption(draft: Draft) -> Draft:
    """Rows of one text above the headings are the caption, and those that name the unit: 编制单位：统计科 | 单位：万元."""
    return _lifted_unit(_lifted_above(draft))


_FEWEST_COLUMNS = 3


def _lifted_unit(draft: Draft) -> Draft:
    """A line that names the unit between the headings, or between them and the first row with a figure."""
    figures = (i for i, row in enumerate(draft.rows) if any(_is_figure(row[j].text) for j in row.filled()))
    above = draft.rows[1 : next(figures, 0)]
    found = next(
        (row for row in above if len(row.filled()) == 1 and is_unit_alone(row[row.filled()[0]].text)), None
    )
    if found is None or draft.n_cols < _FEWEST_COLUMNS:
        return draft  # 计量单位：亩 among the labels of a form
    words = found[found.filled()[0]].text
    note = Repair("caption_row", words, words, say("caption_above"), "probable", found.span())
    rows = [row for row in draft.rows if row is not found]
    return replace(draft.with_rows(rows, note), caption=f"{draft.caption} {words}".strip())


def _is_figure(text: str) -> bool:
    return is_value(text) and not year(text)


def _lifted_above(draft: Draft) -> Draft:
    lead = next((i for i, row in enumerate(draft.rows) if not _may_stand_above(draft, i)), 0)
    captions = [
        row
        for i, row in enumerate(draft.rows[:lead])
        if _tells_unit(draft, i) or _is_caption(row, draft.rows[lead])
    ]
    grouped = len(captions) > 1 and any(opens_group(row[0].text) for row in captions)
    if not 0 < lead == len(captions) <= _MOST_CAPTIONS or grouped:
        return draft
    words = " ".join(text for row in captions for text in dict.fromkeys(row[j].text for j in row.filled()))
    span = draft.rows[0].span()
    note = Repair("caption_row", words, words, say("caption_above"), "probable", span)
    return replace(draft, rows=draft.rows[lead:], caption=words, repairs=(*draft.repairs, note))


def _may_stand_above(draft: Draft, i: int) -> bool:
    row = draft.rows[i]
    return len(row.filled()) < _SEVERAL or is_repeated(row) or _tells_unit(draft, i)


def _tells_unit(draft: Draft, i: int) -> bool:
    """Whether a row says the unit, with no figure beside it, above one of more cells or of headings."""
    texts, *rest = ([row[j].text for j in row.filled()] for row in draft.rows[i : i + 2])
    below = rest[0] if rest else []
    more = len(below) > len(texts) or (len(below) == len(texts) and not any(map(is_value, below)))
    return more and any(map(is_unit_alone, texts)) and all(number(text) is None for text in texts)


def _is_caption(row: Row, below: Row) -> bool:
    if is_repeated(row):
        return len(below.filled()) > 1 and bool(below[0].text)
    filled = row.filled()
    wide = (
        row.role != "header"
        and len(filled) == 1
        and (len(row.slots) == 1 or all(s.merged or not s.text for s in row.slots[1:]))
    )
    titled = without_round(row[0].text).endswith("表")
    spans = len(row.slots) != 2 or titled
    return wide and spans and filled[0] == 0 and len(below.filled()) > 1 and (bool(below[0].text) or titled)
