"""Full points that stand for the stops of sentences, in a text that was typed or recognised so throughout.

…保持在90%以上. 到2027年，… : with no 。 to part them, two sentences are read as one, and what the first one
counts gets the name and the year of the second.
"""

from __future__ import annotations

from pipeline.language import patterns

_FEWEST = 3
# Behind a word, a bracket, a quoted name or a share. 一. and （一）. number a point; 3.5 and 2.建设 have a figure before the point; …
# of a list of contents are several.
_POINT = (
    r"(?<=[\p{Han}）)”\"》%％]\s?)(?<!^\s*(?:第|附件)?[（(]?[一二三四五六七八九十]{1,3}[）)]?[章节条]?)[.．]"
)
_AT_END = patterns.compile(rf"(?m){_POINT}(?=\s*$)")
# Between two clauses, and no letters of a name (古丽.热合曼) or of a list (山.水.林.田).
_CLAUSE = r"[^\s，,、；;。:：.．]"
# 二、压实任务.全市…: a heading behind its number.
_HEADING = rf"^\s*[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]+\s*{_CLAUSE}{{2,20}}"
_BETWEEN = patterns.compile(rf"(?m)(?:(?<={_CLAUSE}{{5}})|(?<={_HEADING})){_POINT}(?=\s*{_CLAUSE}{{5}})")


def with_stops(text: str) -> str:
    """The text, as long as it was, with 。 for each full point that ends a sentence, where more lines end so than with 。"""
    ends = {match.start() for match in _AT_END.finditer(text)} if "." in text or "．" in text else set()
    if len(ends) < _FEWEST or len(ends) <= text.count("。"):
        return text
    points = ends | {match.start() for match in _BETWEEN.finditer(text)}
    return "".join("。" if at in points else char for at, char in enumerate(text))
