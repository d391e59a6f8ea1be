"""What the things asked for in a cell belong to: 急救箱 of 卫生院."""

from __future__ import annotations

from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.row_names import name_before
from pipeline.extract.cells.things import IN_NAMES
from pipeline.language.tokens import lex

# 设备, 人员, 场地: so short a label says of which kind they are, and not whose.
_SHORTEST = 3
_OVERLAP = 2


def owner_of(layout: Layout, row: int, col: int) -> str:
    """The name of a row if that is a thing: 一类站; "" of 设备, of 推进站点建设, and of what is done under 任务."""
    deeds = any(c.meaning in ("task", "indicator") for c in layout.columns)
    name = "" if deeds else name_before(layout, row, col)
    tokens = lex(name, (), ()) if len(name) >= _SHORTEST else ()
    named = bool(tokens) and tokens[-1].kind == "noun" and all(token.kind in IN_NAMES for token in tokens)
    return name if named else ""


def owned(owner: str, name: str) -> str:
    """The name of what belongs to an owner.

    >>> owned("卫生院", "急救箱"), owned("高血压规范管理", "规范管理率"), owned("一类站", "一类站面积"), owned("", "面积")
    ('卫生院急救箱', '高血压规范管理率', '一类站面积', '面积')
    """
    if not (owner and name) or owner in name or name in owner:
        return name
    shared = next((n for n in range(len(name) - 1, _OVERLAP - 1, -1) if owner.endswith(name[:n])), 0)
    return name if not shared and owner[-_OVERLAP:] in name else owner + name[shared:]
