"""Full points that stand for the stops of sentences, in a text that was typed or recognised so throughout.

…保持在90%以上. 到2027年，… : with no 。 to part them, two sentences are read as one, and what the first one
counts gets the name and the year of the second.
"""

from __future__ import annotations

from pipeline.language import patterns

_FEWEST = 3
# Behind a word, a bracket, a quoted name or a share, before another sentence or the end of the line. 一. and （一）. number a
# point; 3.5 and 2.建设 have a figure before the point; … of a list of contents are several.
_POINT = patterns.compile(
    r"(?m)(?<=[\p{Han}）)”\"》%％]\s?)(?<!^\s*(?:第|附件)?[（(]?[一二三四五六七八九十]{1,3}[）)]?[章节条]?)[.．]"
    r"(?=\s*(?:[\p{Han}（(“\"《\d]|$))"
)


def with_stops(text: str) -> str:
    """The text, as long as it was, with 。 for each full point that ends a sentence, where most sentences end so.

    艾力.买买提 in a text whose sentences end with 。 is a name, and stays.
    """
    points = {match.start() for match in _POINT.finditer(text)} if "." in text or "．" in text else set()
    if len(points) < _FEWEST or len(points) <= text.count("。"):
        return text
    return "".join("。" if at in points else char for at, char in enumerate(text))
