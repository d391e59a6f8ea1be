"""What a web page prints around a notice, in text copied from it: set aside; and its rows of several fields cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.chrome import begins_or_holds, is_page_line, is_said_of_page, is_surely_of_page
from pipeline.language.doc_numbers import DOC_NUMBER
from pipeline.language.notice_heads import is_addressed, text_to_number
from pipeline.outline.dates import DATE_PATTERN
from pipeline.outline.force import says_it_ended
from pipeline.outline.lines import Line
from pipeline.outline.metadata import begins_with_key, is_key, key_alone, text_to_field
from pipeline.outline.title_words import ENDS_IN_TYPE
from pipeline.outline.unbroken import is_unbroken
from pipeline.outline.whole_lines import FILES

_KEYS, _SHORT_KEY = lexicons.alternation("metadata_keys"), 3
# Where in a line of several fields one begins: `作者：甲 时间：2024-07-05 22:45 浏览：89`, `时间：2022年12月6日来源：甲`,
# `[ 索引号 ] 0123 [ 发文字号 ] 某发〔2023〕5号`; the blanks between them may be lost: `主题分类：政务发文单位：甲局`.
_LONG_KEYS = "|".join(key for key in lexicons.words("metadata_keys") if len(key) > _SHORT_KEY)
_FIELD = patterns.compile(
    rf"(?<=\p{{Han}})(?P<known>{_LONG_KEYS})\s*[：:]|(?:^|(?<=[\s\d日|\[【]))(?:[\[【]\s*(?P<known>{_KEYS})\s*[\]】]|[\[【]?(?:(?P<known>{_KEYS})|(?![日号]|\p{{Han}}{{1,4}}(?:{_LONG_KEYS})[：:])\p{{Han}}(?:\p{{Han}}{{1,5}}|(?:\s+\p{{Han}}){{1,3}}))(?:（\p{{Han}}{{1,3}}）)?[\]】]?\s*[：:])"
)
# `2000年12月28日 某发〔2000〕17号`, `（某局 2005年4月1日 某发〔2005〕5号）`: what a collection prints below a title.
_OF_HEAD = patterns.compile(
    rf"\s*[（(]?(?:(?P<of>\p{{Han}}{{3,30}})\s+)?(?:(?P<day>{DATE_PATTERN})(?:\s+(?P<of>[\p{{Han}}、]{{2,30}})\s+|\s*)(?P<number>{DOC_NUMBER})|(?P<number>{DOC_NUMBER})\s*(?P<day>{DATE_PATTERN}))[）)]?\s*"
)
# `首页 > 政务公开 > 通知公告`, `首页 -> 政策文件`, `您现在的位置：…>关于《甲》的公告`, with » folded 首页》公告》关于《甲》的通知: where a page stands; 甲办法》乙办法》的通知 lost its first 《.
_PATH = patterns.compile(
    rf"^(?:首页|主页|网站首页)\s*[^\s\p{{L}}].*$|^[您你]?(?:当前|现在|所在|[您你]的)(?:所在|的)*位置|^(?>[^。；：<《〈>＞»›→]*+)(?<=\p{{Han}}\s*-?)(?:(?:->|[>＞»›→])(?:《[^《》]*》|[^。；>》〉])*)+$|^(?=[^》]*》[^》]*》)(?:(?=.*\s》\s|(?:.*》)?\s*\p{{Han}}{{0,6}}(?:首页|主页|公告|公示|公开|文件|动态|正文)\s*(?:》|$))|(?!.*(?:{ENDS_IN_TYPE.pattern})))[^。；：<《〈》]*\p{{Han}}\s*(?:》(?:《[^《》]*》|[^。；《》])*){{2,}}$"
)
# `2024-07-05 22:45`, `2023年3月1日10:20:00`: only what puts a page up prints the hour.
_CLOCK = patterns.compile(
    r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]|年\d{1,2}月)\d{1,2}日?\s*\d{1,2}[：:]\d{2}(?:[：:]\d{2})?"
)
_LONGEST, _HEAD, _LINES_OF_TITLE = 200, 40, 3


def mark_page_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of the page around the text set aside: above its first sentence and, where no further notice
    follows, below its last from a line on that no notice prints."""
    shown = [i for i, line in enumerate(lines) if not line.furniture]
    under = ["", *(lines[i].squeezed.replace(":", "：") for i in shown)]  # A value may be sentences, too.
    said = (n for n, i in enumerate(shown) if _is_own(lines[i]) and not key_alone(under[n]))
    above = shown[: min(next(said, len(shown)), _HEAD)]
    boxed = _piped(lines, above)
    aside = {i for n, i in enumerate(above) if i not in boxed and _is_aside(lines, above, n)}
    last = next((n for n in reversed(range(len(shown))) if _is_own(lines[shown[n]])), len(shown))
    aside |= set(_foot(lines, shown[last + 1 :]))
    sites = {name for i in above if (name := _site(lines[i]))}
    aside |= {i for i in above if lines[i].squeezed in sites}
    cut = boxed if is_unbroken(lines) else {i for i in above if i not in aside}
    return tuple(
        replace(part, furniture="page") if i in aside or (i in split and _is_empty(part)) else part
        for i, line in enumerate(lines)
        for parts in [_parts(line, i in boxed, i in cut)]
        for split in [boxed if len(parts) == 1 else {i}]
        for part in parts
    )


def _is_empty(part: Line) -> bool:
    """Whether a field of several says nothing of the notice: it is the page's, or its name stands alone."""
    return _is_pages(part) or part.squeezed.endswith(("：", ":")) or is_key(part.squeezed)


def _parts(line: Line, boxed: bool, cut: bool) -> Sequence[Line]:
    """The line, or what its cells or fields are."""
    if boxed:
        return tuple(_cells(line))
    return tuple(_without_colons(line) or _cut(line)) if cut else (line,)


def _without_colons(line: Line) -> list[Line]:
    """`文件编号 某发〔2023〕5号 公开时限 长期公开`: the fields of a row whose colons are lost, those set aside that say
    nothing of the notice; [] if it is no such row."""
    words = [(m.start(), m[0]) for m in patterns.finditer(r"\S+", line.text)]
    keys = [start for start, word in words if begins_with_key(word)]
    if "|" in line.text or len(keys) < 2 or keys[0] != words[0][0] or text_to_field(line.squeezed):
        return []
    parts = [line.part(a, b, cut=a > keys[0]) for a, b in pairwise([*keys, len(line.text)])]
    return [part if text_to_field(part.squeezed) else replace(part, furniture="page") for part in parts]


def _site(line: Line) -> str:
    """What the path of a page begins with: the name of its site, which stands alone, too."""
    parts = patterns.split("[>＞»›→]|->", line.squeezed.replace(":", "："))
    return parts[0].rpartition("：")[2] if _PATH.search(line.text) else ""


def _is_sentence(line: Line) -> bool:
    """Whether a line is one of a text, and none of a box: its value may be sentences."""
    return (
        bool(patterns.search("[。；]", line.text)) and text_to_field(line.squeezed.replace(":", "：")) is None
    )


def _is_own(line: Line) -> bool:
    """Whether a line is a sentence of the notice, and none that the page says of itself."""
    return _is_sentence(line) and not is_said_of_page(line.text)


def _is_aside(lines: Sequence[Line], above: Sequence[int], n: int) -> bool:
    """Whether the n-th line above the text is the page's and no line of its box, whose value may stand below its name."""
    line = lines[above[n]]
    if "\t" in line.text or len(line.text) > _LONGEST or len(list(_fields(line))) > 1:
        return False
    if text_to_field(line.squeezed) or (n and key_alone(lines[above[n - 1]].squeezed)):
        return False
    # 《关于落实<某意见 | 的通知>的方案》: a title within a title goes over the end of a line.
    near = "".join(lines[i].text for i in above[max(0, n - _LINES_OF_TITLE) : n])
    if near.rfind("<") > near.rfind(">"):
        return False
    # 《关于“甲行动 | ·第二季”的通知》
    within = any(near.rfind(a) > near.rfind(b) and b in line.text for a, b in ("“”", "《》"))
    of_menu = _is_pointed(line) and not within and any(not _is_pointed(lines[i]) for i in above[n + 1 :])
    return of_menu or _is_pages(line)


def _is_pages(line: Line) -> bool:
    """Whether a line is the page's wherever above a text it stands."""
    if text_to_field(line.squeezed):
        return False
    return (
        begins_or_holds(line.text)
        or (_is_sentence(line) and is_said_of_page(line.text))
        or line.squeezed.endswith(FILES)
        or says_it_ended(line.squeezed)
        or bool(_PATH.search(line.text) or _CLOCK.search(line.text))
    )


def _is_pointed(line: Line) -> bool:
    """`• 新法规速递`: a point of a menu; no title has one."""
    return line.squeezed.startswith("·")


def _foot(lines: Sequence[Line], below: Sequence[int]) -> Sequence[int]:
    """The lines below the last sentence from the first on that is the page's, if one is surely."""
    own = [n for n, i in enumerate(below) if is_page_line(lines[i].text)]
    sure = [n for n in own if is_surely_of_page(lines[below[n]].text)]
    if not sure:
        return ()
    foot = below[next(n for n in reversed(range(sure[0] + 1)) if n - 1 not in own) :]
    of_notice = any(is_addressed(lines[i].squeezed) or text_to_number(lines[i].squeezed) for i in foot)
    return () if of_notice else foot


def _piped(lines: Sequence[Line], above: Sequence[int]) -> set[int]:
    """The rows of a box that is printed as a table, `文号 | 某发〔2024〕5号 | 成文日期： | 2024年3月1日`: not one that heads others."""
    rows = {i: [line.squeezed for line in _stretches(lines[i])] for i in above if "|" in lines[i].text}
    known = [
        i for i, cells in rows.items() if cells and is_key(cells[0]) and not all(map(is_key, cells[1:2]))
    ]
    alone = [i for i, cells in rows.items() if len(cells) == 1 and is_key(cells[0])]
    several = sum(sum(map(is_key, rows[i])) for i in known) > 1
    return {*known, *alone} if several and 2 * len(known) > len(rows) - len(alone) else set()


def _stretches(line: Line) -> list[Line]:
    """What stands between the pipes of a line."""
    bounds = [-1, *(i for i, char in enumerate(line.text) if char == "|"), len(line.text)]
    return [
        line.part(start + 1, end, cut=True)
        for start, end in pairwise(bounds)
        if line.text[start + 1 : end].strip()
    ]


def _cells(line: Line) -> Iterator[Line]:
    """Each field of such a row, its name with its value."""
    cells = _stretches(line)
    named = [is_key(cell.squeezed) or cell.squeezed.endswith(("：", ":")) for cell in cells]
    begins = [n for n in range(len(cells)) if n == 0 or named[n] or not named[n - 1]]
    start = line.places.index(cells[0].places[0])
    for n, end in pairwise([*begins, len(cells)]):
        first = line.places.index(cells[n].places[0])
        yield line.part(first, line.places.index(cells[end - 1].places[-1]) + 1, cut=first > start)


def _fields(line: Line) -> Iterator[int]:
    """Where the fields of a line begin that is a row of them; nothing if it is none."""
    found = list(_FIELD.finditer(line.text.lstrip()))
    names = ("".join(match[0].split()).strip("[]【】") for match in found)
    if len(found) > 1 and found[0].start() == 0 and any(map(is_key, names)):
        yield from (match.start() + len(line.text) - len(line.text.lstrip()) for match in found)


def _cut(line: Line) -> Iterator[Line]:
    """The line, or its parts: the fields of a row, the day and the number that stand side by side."""
    if not (cuts := list(_fields(line))[1:]) and (both := _OF_HEAD.fullmatch(line.text)):
        starts = sorted(map(both.start, ("day", "of", "number")))
        cuts = [at for at in starts if line.text[: max(at, 0)].strip(" \u3000（(")]
    for n, (start, end) in enumerate(pairwise([0, *cuts, len(line.text)])):
        yield line.part(start, end, cut=n > 0) if cuts else line
