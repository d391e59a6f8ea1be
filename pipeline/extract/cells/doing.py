"""Which columns of a table say what is to be done: without one it is a register (名录, 一览表), no list of tasks."""

from __future__ import annotations

from functools import lru_cache

from pipeline import lexicons
from pipeline.extract.cells.layout import Column, Layout, is_prose
from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.words import alternation

# A verb of doing that opens a heading or a clause: 推进…, 拟新建…, 将扩建….
VERB = patterns.compile(rf"(?:{alternation('plan')}|将)?(?:{lexicons.alternation('task_verbs')})")
_NUMBER = "（(〔）)〕、.．0123456789一二三四五六七八九十 "  # of a point, before its words
_OF_WORDS = ("", "category", "label", "indicator", "measure", "scope")
_ROW_NAMES = ("", "label")  # 民生实事: 新建2座人行天桥; what an indicator is called says no value


@lru_cache(maxsize=64)
def doing_columns(layout: Layout) -> list[Column]:
    """Those headed 任务, 措施, 工作内容…; else the columns of words of which half the cells begin with a verb of doing."""
    headed = [column for column in layout.columns if column.meaning == "task"]
    return headed or [c for c in layout.columns if c.meaning in _OF_WORDS and _tells(layout, c)]


def says_what_is_done(layout: Layout, column: Column) -> bool:
    """Whether a column that names rows tells tasks: by its heading, or by the verbs its cells begin with."""
    return column.meaning == "task" or (column.meaning in _ROW_NAMES and column in doing_columns(layout))


def _tells(layout: Layout, column: Column) -> bool:
    texts = [
        fold(cell.text) for row in layout.body_grid() if (cell := row[column.index]) and is_prose(cell.text)
    ]
    return bool(texts) and sum(begins_with_verb(text) for text in texts) * 2 >= len(texts)


def begins_with_verb(text: str) -> bool:
    """推进老旧教室改造, 1.改善校舍条件."""
    return bool(VERB.match(text) or VERB.match(text.lstrip(_NUMBER)))
