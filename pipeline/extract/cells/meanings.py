"""What a column holds: what its headings say, unless its cells say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.language.folding import fold
from pipeline.language.headings import path_meaning
from pipeline.language.quantities import quantities
from pipeline.language.times import times_of_limit
from pipeline.language.value_cells import may_be_unit, value_cell

#: What a column holds that names rows; figures under such a heading are codes.
LABELS = ("category", "label", "indicator", "task")


def column_meaning(paths: Sequence[Sequence[str]], col: int, texts: Sequence[str]) -> str:
    """What the column holds whose filled cells are these."""
    held = path_meaning(paths[col])
    if (held in LABELS and not name_rows(texts)) or (held == "indicator" and _end_in_values(texts)):
        # 创建要求 over 工业园区, 签约项目（个）: figures under a name are no names, and under 指标 what is to be reached.
        held = "measure" if held == "indicator" else path_meaning(paths[col][:-1])
    counted = [text for text in texts if any(map(str.isdigit, text))]
    if held == "deadline" and counted and all(map(_is_short_span, counted)):
        return "value"  # 集结时间 | 30分钟内
    if held == "note" and texts and all(map(is_limit, texts)):
        return "deadline"  # 备注 | 2027年底前
    return "" if held == "unit" and _are_bodies(paths[:col], texts) else held


def name_rows(texts: Sequence[str]) -> bool:
    """Words, not values: a column 项目 may hold either, and so may 城东街道 (30场) beside tasks."""
    return 2 * _count(value_cell, texts) <= len(texts)


def _end_in_values(texts: Sequence[str]) -> bool:
    """覆盖率达到95%, 建成12个: each says what its indicator is to reach."""
    found = [quantities(fold(text)) for text in texts]
    ends = [bool(every) and every[-1].end == len(text) for text, every in zip(texts, found, strict=True)]
    return 2 * sum(ends) > len(ends)


def _are_bodies(before: Sequence[Sequence[str]], texts: Sequence[str]) -> bool:
    """单位 in front of the others, or over what are no units of measure."""
    return set(map(path_meaning, before)) <= {"row_number"} or 2 * _count(may_be_unit, texts) < len(texts)


def _count(is_so: Callable[[str], object], texts: Sequence[str]) -> int:
    return sum(bool(is_so(text)) for text in texts)


_SHORT = ("分钟", "小时", "秒")


def _is_short_span(text: str) -> bool:
    """30分钟内: how soon something is done each time, and no day by which it is."""
    found = value_cell(text)
    return found is not None and found.unit.endswith(_SHORT)


def is_limit(text: str) -> bool:
    """2027年底前: nothing but when something is due."""
    found = times_of_limit(fold(text))
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) and found[0].time.kind == "by"
