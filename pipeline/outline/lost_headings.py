"""A line of column headings that blanks part, over rows that lost every separator."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.outline.lines import Line

_HEADING_WORD = patterns.compile(
    r"^(?:序号|编号|项目|指标|类别|名称|单位|内容|任务|措施|属性|性质|部门|备注|时限|目标|年份|现状|累计|标准)$|"
    r".{0,8}(?:名称|内容|任务|单位|部门|时限|时间|属性|性质|指标|类别|目标|备注|标准|责任人|举措)$|^\d{4}年?.{0,4}$"
)


def is_lost_heading(lines: Sequence[Line], start: int) -> bool:
    """A line of column headings only, with the row numbered 1 right after it."""
    line = lines[start]
    if line.furniture or "\t" in line.text or not line.squeezed.startswith(("序号", "编号")):
        return False
    words = _heading_words(line.text)
    if len(words) < 3 or any(len(w) > 14 for w in words) or patterns.search(r"[。，；：]", line.text):
        return False
    below = next((x for x in lines[start + 1 : start + 4] if not x.furniture), None)
    return (
        below is not None
        and bool(patterns.match(r"1(?!\d)", below.squeezed))
        and any(map(_HEADING_WORD.match, words))
    )


def _heading_words(text: str) -> list[str]:
    """Words between blanks; letters printed apart (`指 标 名 称`) count as one word."""
    words: list[str] = []
    spaced = False
    for word in text.split():
        if len(word) == 1 and spaced:
            words[-1] += word
        else:
            words.append(word)
        spaced = len(word) == 1
    return words
