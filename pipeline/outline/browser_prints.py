"""What a browser prints at the edges of each page, in text made of such a print: set aside.

11/27/26, 1:11 PM      某县关于印发某方案的通知      the clock and the title of the page
…
https://www.example.cn/a/t2026.html       1/2      its address and the number of the page

They are told by one another: an address alone is one that the notice names, a day with an hour is when it was put up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.outline.lines import Line

_DAY = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}年\d{1,2}月\d{1,2}日)"
_HOUR = r"(?:上午|下午|[AP]M)?\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?\s*(?:上午|下午|[AaPp]\.?[Mm]\.?)?"
_CLOCK = patterns.compile(rf"(?<!\S){_DAY}[,，]?\s*{_HOUR}(?!\S)")
_ADDRESS = patterns.compile(r"(?:https?|file)[：:]//\S+")
_COUNT = patterns.compile(
    r"\d{1,4}\s*/\s*\d{1,4}|第\s*\d{1,4}\s*页\s*[(（,，/]?\s*共\s*\d{1,4}\s*页\s*[)）]?|Page\s+\d+\s+of\s+\d+"
)
_SHORTEST_TITLE, _LONGEST_TITLE, OF_SITE = 10, 150, frozenset("-_|－–—")


def mark_browser_prints(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of the edges of pages set aside where a browser printed them."""
    feet = {
        i for i, line in enumerate(lines) if _ADDRESS.match(line.text.strip()) and not _besides_foot(line)
    }
    counted = {i for i in feet if _is_counted(lines, i)}
    heads = {i: rest for i, line in enumerate(lines) if (rest := _besides_clock(line)) is not None}
    titles = {title for title in heads.values() if title}
    printed = counted or len({lines[i].squeezed for i in feet}) < len(feet)
    if not (heads and feet and printed):
        # Of a PDF the feet are set aside already, and the heads that stand off from the text.
        over = {i for i, title in heads.items() if title and _is_said_again(title, lines, heads)}
        return tuple(replace(x, furniture="page_number") if i in over else x for i, x in enumerate(lines))
    titles |= {lines[i + 1].squeezed for i, title in heads.items() if not title and i + 1 < len(lines)}
    told = {title for title in titles if _is_said_again(title, lines, heads)}
    aside = feet | {i for i, title in heads.items() if not title or title in told}
    if not all(heads.values()):
        aside |= set(_alone(lines, told, min(heads), min(feet)))
    return tuple(replace(x, furniture="page_number") if i in aside else x for i, x in enumerate(lines))


def _besides_clock(line: Line) -> str | None:
    """What stands in a line besides the clock that it begins or ends with, "" for nothing; None where there is none."""
    words = line.text.strip()
    clock = _CLOCK.search(words)
    if not clock or (clock.start() and clock.end() < len(words)):
        return None
    return "".join((words[: clock.start()] + words[clock.end() :]).split()).rstrip("….")


def _besides_foot(line: Line) -> str:
    """What stands in a line besides an address, the number of a page and a day."""
    rest = _COUNT.sub("", _CLOCK.sub("", _ADDRESS.sub("", line.text)))
    return patterns.sub(_DAY, "", rest).strip()


def _is_counted(lines: Sequence[Line], i: int) -> bool:
    """Whether the number of a page, 1/2, stands behind an address."""
    return bool(_COUNT.search(_ADDRESS.sub("", lines[i].text)))


def _is_said_again(title: str, lines: Sequence[Line], heads: dict[int, str]) -> bool:
    """Whether the notice has the words of the title itself, over the ends of lines too."""
    # 甲县关于印发乙方案的通知-政策文件-甲县人民政府: the name of the site stands behind that of the page.
    own = "".join(line.squeezed for i, line in enumerate(lines) if i not in heads)
    of_page = [title[:at] for at, char in enumerate(title) if char in OF_SITE and at >= _SHORTEST_TITLE]
    if len(title) <= _LONGEST_TITLE:
        of_page.append(title)
    return any(own.count(name) > (title not in heads.values()) for name in of_page)


def _alone(lines: Sequence[Line], titles: set[str], head: int, foot: int) -> Iterator[int]:
    """The lines of such a title where its clock stands in another line: right behind the first clock, and on later pages."""
    for i, line in enumerate(lines):
        if line.squeezed in titles and (i == head + 1 or i > foot):
            yield i
