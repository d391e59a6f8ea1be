"""Which lines above a text are its title: the right one of several, whole, and where it is printed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.language import patterns
from pipeline.language.bodies import PLACE, known_body
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.head import is_titled_point
from pipeline.outline.same_body import is_same_body
from pipeline.outline.title_words import (
    BRACKETED,
    ENDS_IN_AMBIGUOUS,
    ENDS_IN_TYPE,
    HEAD_OF_NAME,
    NUMBERED_HEAD,
    OTHERS,
    WHOLE,
    bare_title,
    squeezed,
    unwrapped,
)

_LONGEST_TITLE_LINE = 120
# What ends a line whose next one names what is put into force.
_UNFINISHED = patterns.compile(r"(?:贯彻|落实|执行|印发|转发|批转|发布|公布|下发|实施)$")
# Where the words of a title begin that say what it does.
_DOES = patterns.compile(r"^(?:联合)?(?:关于|印发|转发|批转|发布|公布)")
_PLACE_FIRST = patterns.compile(rf"^{PLACE}(?!级)")
_ISSUES = patterns.compile(r"印发|发布|公布|转发|批转")
# What tells of another document has the title of that below its own.
_ABOUT_ANOTHER = patterns.compile(r"(?:解读|说明|问答)》?$")
_UNENDED = ("年", "度", "、", "和", "与", "的", "《", "“")


def title_run(passages: Sequence[Passage], head: Sequence[int], boxed: str) -> list[int]:
    """Indexes of the passages that together are the title.

    Of several that could be one the notice's own is that which the box of the page names (`boxed`), else the
    first, but a later 关于…的通知 goes before the name of a 方案 or a headline above it.
    """
    blocks = _blocks(passages, head)
    runs = [run for block in blocks for run in _runs(passages, block)]
    if len(runs) > 1 and NUMBERED_HEAD.match(_words(passages, runs[0])):
        runs = runs[1:]  # 某政府会议纪要, 第15期, and what it is about.
    said = runs[:1] if runs and _ABOUT_ANOTHER.search(_words(passages, runs[0])) else runs
    whole = [run for run in said if WHOLE.search(unwrapped(_words(passages, run)))]
    named = [run for run in runs if boxed and squeezed(_words(passages, run)) == squeezed(boxed)]
    if found := named or whole or runs:
        return _issuing(passages, found) or _fullest(passages, found)
    lines = [i for block in blocks for i in block]
    # A page prints its headline again above the text.
    words = [squeezed(passages[i].text) for i in lines]
    again = [i for n, i in enumerate(lines) if words[n] and words[n] in words[n + 1 :]]
    first = [] if boxed else (again or lines)[:1]
    below = [i for i in lines if first and i == first[0] + 1 and BRACKETED.match(passages[i].text)]
    return [*first, *below]


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
    """Whether a run ends in the words of the first; a name on a line above them says only whose it is."""
    return words.endswith(first) and (bool(_DOES.match(first)) or len(run) == 1)


def _words(passages: Sequence[Passage], run: Sequence[int]) -> str:
    return "".join(bare_title(passages[i].text) for i in run)


def _blocks(passages: Sequence[Passage], head: Sequence[int]) -> list[list[int]]:
    """The lines that may be the title, parted where a number, a date or a line of a box stands between."""
    numbered = [i for i in head if "关于" in passages[i].text and is_titled_point(passages, i)]
    blocks: list[list[int]] = [[]]
    for i in head:
        if numbered and i < numbered[0]:
            # A collection names the place above the number of its notice: `（三）某省`, `1.某省…关于印发…的通知`.
            continue
        if passages[i].role == "body" and len(passages[i].text) <= _LONGEST_TITLE_LINE:
            blocks[-1].append(i)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _runs(passages: Sequence[Passage], block: Sequence[int]) -> Iterator[list[int]]:
    """The whole runs of a block, one behind the other; lines above 关于 that are no issuer's name stand outside them."""
    start = 0
    while start < len(block):
        run = _run_from(passages, block[start:])
        if run:
            yield _without_echo(passages, _without_strangers(passages, run))
        start = block.index(run[-1]) + 1 if run else start + 1


def _run_from(passages: Sequence[Passage], lines: Sequence[int]) -> list[int]:
    text = ""
    for n, i in enumerate(lines):
        text += bare_title(passages[i].text)
        following = passages[lines[n + 1]].text if n + 1 < len(lines) else ""
        if not ENDS_IN_TYPE.search(text) or _goes_on(text, bare_title(following)):
            continue
        bracketed = BRACKETED.match(following) or BRACKETED.match(bare_title(following))
        return [*lines[: n + 1], *([lines[n + 1]] if bracketed else [])]
    return []


def _without_echo(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """The run without first lines that say only what the others say again: a headline cut short, the issuer's name."""
    words = squeezed(_words(passages, run[:1]))
    if len(run) > 1 and words and words in squeezed(_words(passages, run[1:])):
        return _without_echo(passages, run[1:])
    return run


def _without_strangers(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """The run from its issuers' names on: what a page prints above them (`某市政府信息公开`) is no part of it.

    A line that is no name belongs to the run where the next one does not begin a name anew: 某省…领导小组 | 办公室.
    """
    begins = _begins_about(passages, run)
    if begins is None:
        return _from_place(passages, run)
    start = begins
    for n in reversed(range(begins)):
        text, below = passages[run[n]].text, bare_title(passages[run[n + 1]].text)
        goes_on = not (_begins_anew(below, text) or _DOES.match(below)) or _UNFINISHED.search(text)
        is_name = is_body_name(patterns.sub(rf"{OTHERS}$", "", text))
        if not (is_name or BRACKETED.match(text) or goes_on) or _is_named_below(text, below):
            break
        start = n
    return run[start:]


def _begins_anew(text: str, above: str) -> bool:
    """Whether a line begins with a name, and no part of one that its place in the line above begins: 甲省 | 财政厅关于…."""
    about = patterns.search("关于|印发", text)
    named = text[: about.start()] if about else ""
    return bool(HEAD_OF_NAME.match(text) or (known_body(named) and not HEAD_OF_NAME.match(above)))


def _begins_about(passages: Sequence[Passage], run: Sequence[int]) -> int | None:
    """Which line says first what the title is about; the word itself may go over the end of a line: 关 | 于."""
    about = patterns.search("关于|印发", "".join(passages[i].text for i in run))
    ends = accumulate(len(passages[i].text) for i in run)
    return next((n for n, end in enumerate(ends) if about.start() < end), None) if about else None


def _is_named_below(name: str, below: str) -> bool:
    """`乙省甲市人民政府` above `甲市人民政府关于…`: the title names its issuer itself."""
    about = patterns.search("关于|印发", below)
    return about is not None and about.start() > 0 and is_same_body(name, below[: about.start()])


def _from_place(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """A run without 关于 from the line on that names the place first, where the one above is no name and has none:
    `县级考核依据` above `某县…考核细则`."""
    if len(run) < 2 or not _PLACE_FIRST.match(passages[run[1]].text):
        return run
    text = passages[run[0]].text
    return run if is_body_name(text) or HEAD_OF_NAME.match(text) or text.endswith(_UNENDED) else run[1:]


def _goes_on(text: str, following: str) -> bool:
    """`某市促进国四排放标准` above `老旧货车报废更新实施细则`: 标准 ends the line, not the title."""
    if not following or not ENDS_IN_TYPE.search(text + following) or WHOLE.search(unwrapped(text)):
        return False
    if "关于" in text:
        return True
    return (
        bool(ENDS_IN_AMBIGUOUS.search(text))
        and "关于" not in following
        and following[:2] != text[:2]
        and not BRACKETED.match(following)
    )
