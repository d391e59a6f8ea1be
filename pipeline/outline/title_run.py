"""Which lines above a text are its title: the right one of several, whole, and where it is printed again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.head_extent import is_titled_point
from pipeline.outline.reported import is_speaker
from pipeline.outline.title_line import title_line
from pipeline.outline.title_strangers import DOES, without_strangers
from pipeline.outline.title_words import (
    ENDS_IN_AMBIGUOUS,
    ENDS_IN_TYPE,
    NUMBERED_HEAD,
    SUFFIX,
    TELLS_OF_ANOTHER,
    TYPES,
    WHOLE,
    bare_title,
    is_bracketed,
    is_shortened,
    squeezed,
    unwrapped,
)

_LONGEST_TITLE_LINE, _LONGEST_OF_PAGE, _LEAST_PIPES = 120, 8, 2
_AND = ("以及", "和", "及", "与", "、")
_ISSUES = patterns.compile(r"印发|发布|公布|转发|批转")


def title_run(passages: Sequence[Passage], head: Sequence[int], boxed: str) -> list[int]:
    """Indexes of the passages that together are the title.

    Of several that could be one the notice's own is that which the box of the page names (`boxed`), else the
    first, but a later 关于…的通知 goes before the name of a 方案 or a headline above it.
    """
    blocks = _blocks(passages, head)
    runs = [run for block in blocks for run in _runs(passages, block)]
    if len(runs) > 1 and NUMBERED_HEAD.match(_words(passages, runs[0])):
        runs = runs[1:]  # 某政府会议纪要, 第15期, and what it is about.
    runs = _without_quoted(passages, _without_news(passages, runs))
    said = runs[:1] if runs and TELLS_OF_ANOTHER.search(_words(passages, runs[0])) else runs
    whole = [run for run in said if WHOLE.search(unwrapped(_words(passages, run)))]
    named = [run for run in runs if boxed and squeezed(_words(passages, run)) == squeezed(boxed)]
    if found := named or whole or runs:
        return _issuing(passages, [found[0], *runs]) or _fullest(passages, found)
    lines = [i for block in blocks for i in block if not is_speaker(passages[i].text)]
    return title_line(passages, lines, boxed)


def _without_news(passages: Sequence[Passage], runs: list[list[int]]) -> list[list[int]]:
    """The runs without the headline of a page that tells that somebody issued what one of them is the title of: 甲川印发《乙意见》
    above 乙意见; who issues it by a paper of his own is named by his name."""
    said = {squeezed(_words(passages, run)) for run in runs}
    return [run for run in runs if not _tells_of(_words(passages, run), said)] or runs


def _without_quoted(passages: Sequence[Passage], runs: list[list[int]]) -> list[list[int]]:
    """The runs without the headline of a page that is the title in 《》, or with its year, of which one below has the words."""
    words = [_words(passages, run) for run in runs]
    return [run for n, run in enumerate(runs) if not _is_said_below(words[n], words[n + 1 :])]


def _is_said_below(words: str, below: Sequence[str]) -> bool:
    """《甲标准（试行）》 above 甲标准（修订）, 甲规定（2002年） above 甲规定."""
    if (bare := unwrapped(words)) != words:
        return any(one.startswith(bare.partition("（")[0]) for one in below)
    named, _, year = words.rpartition("（")
    return year.removesuffix("年）").isdecimal() and any(one.endswith(named) for one in below)


def _tells_of(words: str, titles: Collection[str]) -> bool:
    who, verb, rest = words.partition("印发")
    named, _, _ = rest.removeprefix("《").partition("》")
    is_told = verb and rest.startswith("《") and words.endswith("》") and squeezed(named) in titles
    return bool(is_told) and not is_body_name(who.removesuffix("关于"))


def _issuing(passages: Sequence[Passage], runs: Sequence[list[int]]) -> list[int]:
    """The one of a notice that issues what the first is the title of: `甲意见` above `关于印发《甲意见》的通知`; [] if none does."""
    first = squeezed(_words(passages, runs[0]))
    first = first[max(first.find("关于"), 0) :]
    for run in runs[1:]:
        issues = _ISSUES.search(words := _words(passages, run))
        if issues and first in squeezed(words[issues.end() :]):
            return run
    return []


def _fullest(passages: Sequence[Passage], runs: Sequence[list[int]]) -> list[int]:
    """The first, or the one that says the same with the issuer's name in front: 管理办法 as the headline of 甲校管理办法."""
    first = squeezed(_words(passages, runs[0]))
    longer = [run for run in runs[1:] if _says_more(squeezed(_words(passages, run)), first, run)]
    return max([runs[0], *longer], key=lambda run: len(squeezed(_words(passages, run))))


def _says_more(words: str, first: str, run: Sequence[int]) -> bool:
    """Whether a run ends in the words of the first (a name on a line above them says only whose it is), has behind
    them what it is a draft for, or says them with more between: a page shortens what it prints above the paper."""
    if words.endswith(first):
        return bool(DOES.match(first)) or len(run) == 1
    return is_shortened(first, words) or (bool(first) and words.startswith(first) and words.endswith("稿"))


def _words(passages: Sequence[Passage], run: Sequence[int]) -> str:
    return "".join(bare_title(passages[i].text) for i in run)


def _blocks(passages: Sequence[Passage], head: Sequence[int]) -> list[list[int]]:
    """The lines that may be the title, parted where a number, a date or a line of a box stands between."""
    numbered = [i for i in head if "关于" in passages[i].text and is_titled_point(passages, i)]
    blocks: list[list[int]] = [[]]
    for i in head:
        # 甲局 | 首页 机构概况 信息公开 | 关于乙的通知: what is the page's parts them, too.
        if blocks[-1] and any(_is_of_page(p) for p in passages[blocks[-1][-1] + 1 : i]):
            blocks.append([])
        if numbered and i < numbered[0]:
            # A collection names the place above the number of its notice: `（三）某省`, `1.某省…关于印发…的通知`.
            continue
        # 甲站 | 乙站 | 论坛: a menu, and no line of a title.
        may_be = len(passages[i].text) <= _LONGEST_TITLE_LINE and passages[i].text.count("|") < _LEAST_PIPES
        if passages[i].role == "body" and may_be:
            blocks[-1].append(i)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_of_page(passage: Passage) -> bool:
    """Whether a line was known as the page's before the head was looked at, by what it says."""
    return (
        passage.role == "furniture" and sum("一" <= char <= "鿿" for char in passage.text) > _LONGEST_OF_PAGE
    )


def _runs(passages: Sequence[Passage], block: Sequence[int]) -> Iterator[list[int]]:
    """The whole runs of a block, one behind the other; lines above 关于 that are no issuer's name stand outside them."""
    start = 0
    while start < len(block):
        run = _run_from(passages, block[start:])
        if run:
            yield _without_echo(passages, without_strangers(passages, _without_echo(passages, run)))
        start = block.index(run[-1]) + 1 if run else start + 1


def _run_from(passages: Sequence[Passage], lines: Sequence[int]) -> list[int]:
    text = ""
    for n, i in enumerate(lines):
        text += bare_title(passages[i].text)
        following = passages[lines[n + 1]].text if n + 1 < len(lines) else ""
        ends = ENDS_IN_TYPE.search(text) or ENDS_IN_TYPE.search(unwrapped(text))
        if not ends or _goes_on(text, bare_title(following)):
            continue
        bracketed = is_bracketed(following) or is_bracketed(bare_title(following))
        return [*lines[: n + 1], *([lines[n + 1]] if bracketed else [])]
    return []


def _without_echo(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """The run without first lines that say only what the others say again: a headline cut short or with the name of its
    site (甲局关于乙的通知-丙网), the issuer's name."""
    words, below = squeezed(_words(passages, run[:1])), _words(passages, run[1:])
    of_site = ENDS_IN_TYPE.search(below) and words.startswith(squeezed(below))
    if len(run) > 1 and words and (words in squeezed(below) or of_site):
        return _without_echo(passages, run[1:])
    return run


def _goes_on(text: str, following: str) -> bool:
    """`某市促进国四排放标准` above `老旧货车报废更新实施细则`: 标准 ends the line, not the title."""
    if patterns.fullmatch(rf"(?:（[^（）]{{1,10}}）)?的(?:{TYPES}){SUFFIX}", following):
        return True  # 甲局关于发布《乙办法》 | （暂行）的通知
    if text.endswith("》") and following.startswith(_AND) and ENDS_IN_TYPE.search(following):
        return True  # 关于印发《甲目录》 | 以及《乙目录》的通知
    if text.endswith("》") and len(following) <= _LONGEST_OF_PAGE and TELLS_OF_ANOTHER.search(following):
        return True  # 《甲办法》 | 政策问答
    if not following or not ENDS_IN_TYPE.search(text + following) or WHOLE.search(unwrapped(text)):
        return False
    if unwrapped(text) != text and following.startswith(unwrapped(text).partition("（")[0]):
        return False
    if "关于" in text:
        return True
    return (
        bool(ENDS_IN_AMBIGUOUS.search(text))
        and "关于" not in following
        and following[:2] != text[:2]
        and not is_bracketed(following)
    )
