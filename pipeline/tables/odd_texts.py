"""Texts that are no cell by themselves: half a name, one with a number of another column in it, 010; figures with units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from pipeline.language.addends import addend, counted_in
from pipeline.language.bodies import CLASS_ALONE
from pipeline.language.cells import is_dash, is_total, number, year_within
from pipeline.tables.column_texts import ColumnTexts
from pipeline.tables.draft import Slot


def is_unwritten(text: str, others: Counter[str]) -> bool:
    """010 is no number as people write one, unless it is the code of a row among codes."""
    begins = text[:1] == "0" and text[1:2].isdecimal()
    return begins and not any(
        other[:1] == "0" and other[1:2].isdecimal() for other in others if other != text
    )


def is_odd_name(slots: Sequence[Slot], col: int, meanings: Sequence[str], names: Counter[str]) -> bool:
    """A name that is none by itself (镇), stands there twice, or has a number of another column in it."""
    text = slots[col].text
    if not text or number(text) is not None:
        return False
    twice = col > 0 and slots[col - 1].text == text
    if is_total(text):
        return twice
    unnumbered = meanings[0] == "row_number" and not (col and slots[0])
    return text in CLASS_ALONE or twice or (unnumbered and _takes_number(text)) or _has_count(text, names)


def _takes_number(text: str) -> bool:
    """1桃花镇 and 1.桃花镇 begin with the number of their row; 1.新建…。2.改造…。 and 2026年6月底 with one of their own."""
    return text[0].isdecimal() and "。" not in text and year_within(text) is None


def _has_count(text: str, names: Counter[str]) -> bool:
    """A number or dash stands behind the name, and not behind most others of the column: 清溪镇12 is none, 公厕3 below 公厕2 is."""
    if not _ends_in_cell(text):
        return False
    counted = [_ends_in_cell(name) for name in islice(names, 200) if name and name != text]
    return 2 * sum(counted) < max(1, len(counted))


def _ends_in_cell(name: str) -> bool:
    return name[-1].isdecimal() or (len(name) > 1 and is_dash(name[-1]))


def is_figure(text: str, others: Counter[str]) -> bool:
    """A number, or one with its unit unless the others of the column are so: 3组 is a name below 2组."""
    measured = number(text) is None and addend(text) is not None
    return number(text) is not None or (measured and not any(addend(other) is not None for other in others))


def is_of_other_unit(text: str, others: Counter[str]) -> bool:
    """3.5公里 where the others of the column are counted in 处."""
    unit = counted_in(text)
    units = {counted_in(other) for other in others} if unit else set()
    return bool(units - {""}) and unit not in units


_FEWEST_ALIKE = 3  # words of a column that end alike


def is_of_other_column(text: str, col: int, columns: Sequence[ColumnTexts], lead: int) -> bool:
    """Words that other rows have in another column and none has in this one: 租赁 under 备注; of the `lead`ing columns, that
    name the rows, also names that end as those of another: 安坪社区 under 镇街."""
    if not text or is_total(text) or text in columns[col]:
        return False
    if any(text in column for column in columns):
        return True
    ends = [column.ends[text[-1]] for column in columns[:lead]]
    return col < lead and not ends[col] and max(ends) >= _FEWEST_ALIKE
