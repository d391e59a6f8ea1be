"""Which words name a group of rows."""

from __future__ import annotations

from pipeline.language import patterns

_OUTLINE_NUMBER = patterns.compile(
    r"[（(]?[一二三四五六七八九十百]+[、.．）)]|第[一二三四五六七八九十\d]+[部类章节]|[ⅠⅡⅢⅣⅤⅥ]|.*[（(]共?\s*\d+\s*[项个条][)）]$"
)


def opens_group(text: str) -> bool:
    """A number before it or a count behind it: 一、保障方面, 知识产权保护（共5项）."""
    return bool(_OUTLINE_NUMBER.match(text))
