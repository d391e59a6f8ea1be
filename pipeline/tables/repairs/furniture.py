"""Running heads, page numbers and drawn rules that stand between the rows of a table.

| 1 | 甲 | 3 |
                          | 1 | 甲 | 3 |
  某市人民政府文件    →   | 2 | 乙 | 4 |

| 2 | 乙 | 4 | - 7 - |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.bodies import is_agency
from pipeline.language.cells import is_dash, is_note, is_page_number, is_rule, number, squeeze, unit_line
from pipeline.language.page_heads import is_page_foot, is_page_head, without_issue
from pipeline.messages import Message, say
from pipeline.model import Issue, Repair
from pipeline.tables.broken_sums import sum_gap
from pipeline.tables.draft import Draft, Row
from pipeline.tables.repairs.group_totals import group_total_rows
from pipeline.tables.sums import column_sums

_NUMBERED = patterns.compile(
    r"[（(]?[一二三四五六七八九十]+[、）)]|第[一二三四五六七八九十\d]+[部类章节]|[（(]?\d+[.、）)]|.*[（(]共\s*\d+\s*[项个条][)）]$"
)

_NEARLY_ALL = 0.7
_MOST_LONE = 10  # rows of one cell; a table with more is of such rows
_LONGEST_GROUP = 5  # letters of what may be the name of a group of rows


def drop_furniture(draft: Draft) -> Draft:
    """Take out rows that belong to the page; a break they stood at passes to the row below."""
    alone = Counter(_single(row) for row in draft.rows if _single(row))
    kept: list[Row] = []
    repairs: list[Repair] = []
    broken = False
    lacking, size = _lacking(draft.rows), _usual_size(draft.rows)
    for i, row in enumerate(draft.rows):
        below_breaks = i + 1 < len(draft.rows) and draft.rows[i + 1].after_break
        breaks = row.after_break, below_breaks
        why = _reason(row, alone, breaks)
        figure = bool(kept) and kept[-1] is lacking and _single(row).isdecimal() and not all(breaks)
        row, number_cell = _without_page_number(row)
        repairs += number_cell
        lacks_none = _are_whole((*kept[-1:], *draft.rows[i + 1 : i + 2]), size)
        if not why and lacks_none and is_page_number(_single(row)):
            why = say("page_number_between_rows")
        if why and kept and not figure and i + 1 < len(draft.rows):
            repairs.append(Repair("furniture", row.printed(), "", why, "probable", row.span()))
            broken = broken or row.after_break
            continue
        kept.append(replace(row, after_break=True) if broken and not row.after_break else row)
        broken = False
    return draft.with_rows(kept, *repairs) if repairs else draft


def drop_title_again(draft: Draft, title: str) -> Draft:
    """Take out rows that say a line of the title of the table again and nothing else, where a page begins."""
    words = title.split()
    lines = {squeeze("".join(words[a:b])) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    again = [row for row in draft.rows[1:-1] if len(row.slots) == 1 and row[0].text in lines]
    again = [row for row in again if len(row[0].text) > _LONGEST_GROUP or unit_line(row[0].text)]
    kept, broken = list[Row](), False
    for row in draft.rows:
        if row not in again:
            kept.append(replace(row, after_break=row.after_break or broken))
        broken = row in again
    why = say("page_head_between_rows")
    repairs = (Repair("furniture", row.printed(), "", why, "probable", row.span()) for row in again)
    return draft.with_rows(kept, *repairs) if again else draft


def _without_page_number(row: Row) -> tuple[Row, list[Repair]]:
    """The row without the page number that was printed behind its last cell, between dashes."""
    filled = row.filled()
    text = row[filled[-1]].text if len(filled) > 1 else ""
    between = bool(text) and is_dash(text[0]) and is_dash(text[-1]) and not is_dash(text)
    if not between or not is_page_number(text):
        return row, []
    less = replace(row, slots=(*row.slots[: filled[-1]], *row.slots[filled[-1] + 1 :]))
    why = say("page_number_between_rows")
    return less, [Repair("furniture", text, "", why, "probable", Row((row[filled[-1]],)).span())]


def _usual_size(rows: Sequence[Row]) -> int:
    """How many cells (nearly) all rows have; 0 where they have not as many."""
    sizes = Counter(len(row.slots) for row in rows if len(row.slots) > 1)
    size, often = sizes.most_common(1)[0] if sizes else (0, 0)
    return size if often >= _NEARLY_ALL * sizes.total() else 0


def _are_whole(rows: Sequence[Row], size: int) -> bool:
    """Neither of two rows lacks a cell, or they are halves of one that lacks none."""
    lengths = [len(row.slots) for row in rows]
    if len(lengths) < 2:
        return False
    upper, lower = lengths
    goes_on = 1 < upper < lower and not any(rows[1].slots[:upper])
    halves = size in (upper, upper + lower) and lower in (size, size - upper)
    return goes_on or (size > 0 and (halves or min(lengths) >= size))


def _lacking(rows: Sequence[Row]) -> Row | None:
    """The one row that has a cell less than (nearly) all others: the figure that stands alone below it is its last."""
    size = _usual_size(rows)
    short = [row for row in rows if len(row.slots) == size - 1 > 1]
    return short[0] if len(short) == 1 else None


def _single(row: Row) -> str:
    """The text of a row that was printed as one piece; blanks beside the number or head of a page are no cells (- 4 - | _ | _)."""
    filled = row.filled()
    first = row.slots[filled[0]].text if filled else ""
    if len(row.slots) == 1 or len(filled) != 1:
        return first if len(row.slots) == 1 else ""
    if filled != [0]:  # the page's number under any heading, where it is none of a row
        return first if is_page_number(first) and number(first) is None else ""
    over_all = all(slot.merged == "left" for slot in row.slots[1:])
    numbers = is_page_number(first) and (over_all or number(first) is None)
    return first if numbers or _heads_page(first) else ""


def drop_lone_figures(draft: Draft) -> Draft:
    """Take out a bare number alone in its row, where the sums of its column come out without it, and not with it; an issue says
    so: the sum may be wrong, and the number the figure of a row that lost its name. No other bare number is taken for a page's."""
    lone = [i for i in draft.body() if len(draft.rows[i].filled()) == 1 and draft.rows[i].role == "body"]
    for at in lone if len(lone) <= _MOST_LONE else ():
        row = draft.rows[at]
        (col,) = row.filled()
        if not (col and row[col].text.isdecimal() and is_page_number(row[col].text)):
            continue
        less = replace(draft, rows=(*draft.rows[:at], *draft.rows[at + 1 :]))
        gaps = [
            [sum_gap(found, one) for one in column_sums(found, group_total_rows(found)) if one.col == col]
            for found in (draft, less)
        ]
        if gaps[1] and any(gaps[0]) and not any(gaps[1]):
            why = say("page_number_for_sums", printed=row[col].text, column=col + 1)
            repair = Repair("furniture", row.printed(), "", why, "probable", row.span())
            issue = Issue("ambiguous_row", why, f"row {at}", row.span())
            less = replace(less, issues=(*less.issues, issue))
            return drop_lone_figures(less.with_rows(less.rows, repair))
    return draft


def _heads_page(text: str) -> bool:
    """The head of a page that says whose it is: 某市人民政府公报, not 出台配套文件."""
    body = without_issue(text)[: -len("文件")].removesuffix("规范性").removesuffix("行政")
    return is_page_head(text) and is_agency(body)


def _reason(row: Row, alone: Counter[str], breaks: tuple[bool, bool]) -> Message | None:
    """Why a row is of the page; `breaks`: one stands before it, one behind. Bare figures between rows are a cell of these."""
    texts = [slot.text for slot in row.slots if slot.text]
    if texts and all(is_rule(text) for text in texts) and len(row.slots) > 1:
        return say("rule_between_rows")
    text = _single(row)
    if not text or is_note(text) or _NUMBERED.match(text):
        return None
    number_alone = text.removeprefix("#Page").rstrip(":：")
    if is_page_number(number_alone) and (any(breaks) or not text.isdecimal()):
        return say("page_number_between_rows")
    if _heads_page(text) or is_page_foot(text):
        return say("page_head_between_rows")
    if all(breaks):
        return say("alone_between_pages")
    return say("line_on_several_pages") if alone[text] > 1 and row.after_break else None
