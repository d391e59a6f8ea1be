"""Which words name a group of rows, and which rows say one thing over all columns."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value
from pipeline.tables.draft import Row

_OUTLINE_NUMBER = patterns.compile(
    r"[（(]?[一二三四五六七八九十百]+[、.．）)]|第[一二三四五六七八九十\d]+[部类章节]|[ⅠⅡⅢⅣⅤⅥ]|.*[（(]共?\s*\d+\s*[项个条][)）]$"
)

_SEVERAL = 2


def is_repeated(row: Row) -> bool:
    """The words of one cell over all columns, printed in each of them: 建设计划表 | 建设计划表 | 建设计划表."""
    words = row[0].text
    alike = bool(words) and all(slot.text == words for slot in row.slots)
    return alike and len(row.slots) >= _SEVERAL and not is_value(words) and not is_dash(words)


def opens_group(text: str) -> bool:
    """A number before it or a count behind it: 一、保障方面, 知识产权保护（共5项）."""
    return bool(_OUTLINE_NUMBER.match(text))
