"""Which words name a group of rows, and which rows say one thing over all columns."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value
from pipeline.tables.draft import Row

_OUTLINE_NUMBER = patterns.compile(
    r"[（(]?[一二三四五六七八九十百]+[、.．）)]|第[一二三四五六七八九十\d]+[部类章节]|[ⅠⅡⅢⅣⅤⅥ]|.*[（(]共?\s*\d+\s*[项个条][)）]$"
)

_SEVERAL = 2
_OF_SOME = ("以下", "下列", "下述", "其余", "上述")
_OTHERS = ("其他", "其它", "其余")


def is_repeated(row: Row) -> bool:
    """The words of one cell over all columns, printed in each of them: 建设计划表 | 建设计划表 | 建设计划表."""
    words = row[0].text
    alike = bool(words) and all(slot.text == words for slot in row.slots)
    return alike and len(row.slots) >= _SEVERAL and not is_value(words) and not is_dash(words)


def opens_group(text: str) -> bool:
    """A number before it or a count behind it: 一、保障方面, 知识产权保护（共5项）."""
    return bool(_OUTLINE_NUMBER.match(text))


def notes_of_some(rows: Sequence[Row]) -> dict[int, str]:
    """The notes between rows that say which rows they are of by where these stand, and their words: 注：以下镇街属西片。"""
    added = [i for i, row in enumerate(rows) if row.role in ("body", "total")]
    between = (i for i in range(added[0], added[-1]) if rows[i].role == "note") if added else ()
    words = {i: "".join(slot.text for slot in rows[i].slots) for i in between}
    return {i: text for i, text in words.items() if is_of_some(text)}


def is_of_some(words: str) -> bool:
    """They say which rows they are of by where these stand: 注：以下镇街属西片。, 其余为续建任务。"""
    return any(word in words for word in _OF_SOME)


def is_of_others(words: str) -> bool:
    """They name no one thing: 其他镇."""
    return words.startswith(_OTHERS)
