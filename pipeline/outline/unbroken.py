"""Text whose line ends were lost: where its title, number, addressees, signature and annexes begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from pipeline.language import patterns
from pipeline.language.cells import year
from pipeline.messages import say
from pipeline.model import Issue, Span, TitleBlock
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import DATE_PATTERN, is_history, line_to_date, text_to_date
from pipeline.outline.lines import Line, mark_furniture, shown
from pipeline.outline.title_words import DISCLOSURE, ENDS_IN_TYPE, HEAD_OF_NAME, OTHERS, PERSON, SIGNED, TYPES
from pipeline.outline.unbroken_head import NAMED_TITLE, TITLE, head_cuts

_YEAR, _SHORTEST_TEXT = len("2025年"), 20
_SHORTEST_NAME, _LONGEST_PLACE, _LEAST_CUTS = 3, 4, 2

# Text whose line ends were lost is one line, or a title and one line; a long one may have a few short ones beside it.
_FEW_LINES, _LONG_LINE, _WHOLE_TEXT = 3, 60, 200
_HEAD, _LONGEST_NAMES, _LONGEST_TITLE, _LONGEST_LIST = 900, 200, 90, 300

# The day a notice is signed with, and whether it is open to all; 甲局2019年9月11日颁布实施的《乙办法》同时废止 tells of another paper.
_SIGNED_DAY = patterns.compile(
    rf"(?<!\d)(?P<day>{DATE_PATTERN})(?!\d|前|起|至|止|以|之|后|[，、]|印发[的《]|(?:联合)?(?:[发公颁]布|[下颁]发|制定|出台|修订|批准|通过)\p{{Han}}{{0,6}}?[的《])(?P<printed>印[发制])?(?P<open>（[^（）]{{2,12}}）)?"
)
# …名单.doc某局2025年4月14日: no name of a body goes on from a Latin letter; 甲函〔2024〕5号某局: a number ends whole.
_STOPS = patterns.compile(r"[。；！？：，）》】]|〕(?:第?\d{1,5}号)?|[A-Za-z]\d*[.、]?")
_IN_BRACKETS = patterns.compile(r"（[^（）：，。]{2,20}）$")
_ENDS_ANNEX = patterns.compile(rf"(?:{TYPES}|[表图书单录例]|样式|格式|解读|说明)$")
_ANNEXES = patterns.compile(r"(?<=[。日）])附(?:件|表)：")


def is_unbroken(lines: Sequence[Line]) -> bool:
    """Whether the text of a whole notice stands in a line or two."""
    lengths = [len(line.squeezed) for line in lines if not line.furniture]
    longest = max(lengths, default=0)
    few = len(lengths) <= _FEW_LINES and longest >= _LONG_LINE
    return few or (longest >= _WHOLE_TEXT and longest * 2 > sum(lengths))


def break_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text cut round what stands on lines of its own in a notice, where the line ends were lost in all of
    it, in its head, or at its foot; others as they are."""
    words = ["" if line.furniture else line.squeezed for line in lines]
    starts = [0, *accumulate(map(len, words))]
    text = "".join(words)
    whole = is_unbroken(lines)
    head = sorted({0, *head_cuts(text, whole, _gaps(lines))})
    if not whole and head[-1:] and (len(head) < _LEAST_CUTS or not set(head[1:]) - set(starts)):
        head = []
    cuts = sorted({*head, *_foot_cuts(text, frozenset(starts))})
    return tuple(
        part
        for n, line in enumerate(lines)
        for part in _parts(
            line,
            [
                at - starts[n]
                for at in cuts
                if starts[n] < at < starts[n + 1] and not _is_within_title(words[n], at - starts[n])
            ]
            if _may_be_cut(words[n])
            else [],
        )
    )


def _may_be_cut(words: str) -> bool:
    """Not the line below a title that says by whom and when the paper was made known: （甲局、乙局2022年3月1日印发，甲发〔2022〕9号）."""
    return line_to_date(words) is None or not is_history(words)


def _is_within_title(words: str, at: int) -> bool:
    """Whether the line is one title that says a year in its middle, 某区城市更新行动 | 2025年重点工作安排表: no text is so short; or
    what stands there is inside brackets: 某管理规定（某部令 | 2021年第2号）."""
    if words.count("（", 0, at) > words.count("）", 0, at) and "）" in words[at:]:
        return True
    named = len(words) - at <= _SHORTEST_TEXT and _STOPS.search(words) is None
    return named and year(words[at : at + _YEAR]) is not None


def _gaps(lines: Sequence[Line]) -> frozenset[int]:
    """The places in the text without blanks where a blank stood before."""
    at, found = 0, set[int]()
    for line in lines:
        for word in [] if line.furniture else line.text.split():
            found.add(at)
            at += len(word)
    return frozenset(found)


def _parts(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    if not cuts:
        yield line
        return
    there = shown(line)
    for n, (start, end) in enumerate(pairwise([0, *(there[at] for at in cuts), len(line.text)])):
        yield mark_furniture(line.part(start, end, cut=n > 0))


def _foot_cuts(text: str, starts: frozenset[int]) -> Iterator[int]:
    """Round a signature (who signs, and the day), behind the title of what is issued, before annexes; not round one that
    begins a line (`starts`)."""
    yield from (annexes.start() for annexes in _ANNEXES.finditer(text))
    for signed in _SIGNED_DAY.finditer(text):
        start = _who(text, signed.start())
        end = max(signed.end("day"), signed.end("printed"))
        if start is not None and start not in starts:
            start = _on_own_line(text, starts, Span(start, signed.start()))
        if start is None or (start in starts and end in starts):
            continue
        # 某市人民政府办公室2024年3月2日印发 is one line, who signs and the day are two.
        yield from (start, end) if signed["printed"] else (start, signed.start(), end)
        if signed["open"] and DISCLOSURE.match(signed["open"]):
            end = signed.end()
            yield end
        if issued := NAMED_TITLE.match(text[end : end + _LONGEST_TITLE]):
            yield end + issued.end()


def _on_own_line(text: str, starts: frozenset[int], names: Span) -> int:
    """Where a line begins with who signs, below a list of bodies that has no stop: 责任单位：甲局（牵头）、乙局 | 丙市人民政府."""
    begun = (at for at in sorted(starts) if names.start < at < names.end)
    named = (at for at in begun if HEAD_OF_NAME.match(own := text[at : names.end]) and is_body_name(own))
    return next(named, names.start)


def _who(text: str, day: int) -> int | None:
    """Where the names begin that stand right before a day: behind a stop, behind the title of an annex, or as the
    title begins; None if no names do."""
    held = _IN_BRACKETS.search(text, max(0, day - 24), day)
    if held and (is_body_name(held[0][1:-1]) or SIGNED.fullmatch(held[0])):
        day = held.start()
    first = max(0, day - _LONGEST_NAMES)
    stop = max((m.end() + first for m in _STOPS.finditer(text[first:day])), default=first)
    if PERSON.match(text[stop:day]):
        return stop
    if day - stop < _SHORTEST_NAME or not is_body_name(text[stop:day]):
        return None
    if text[stop - 1 : stop].isascii():
        return stop
    annexed = patterns.search(r"附(?:件|表)：[^。]*$", text[max(0, stop - _LONGEST_LIST) : stop])
    if (name := _titled(text)) and (at := text.find(name, stop, day)) >= 0:
        return at if annexed or at - stop > _LONGEST_PLACE else stop
    ends = [stop + m for m in range(2, day - stop - 3) if _ENDS_ANNEX.search(text[stop : stop + m])]
    named = [at for at in ends if is_body_name(text[at:day])]
    if anew := [at for at in named if HEAD_OF_NAME.match(text[at:day])]:
        return anew[-1]
    if annexed:
        return named[-1] if named else stop if ENDS_IN_TYPE.search(text[:stop]) else None
    return None if text[stop - 1 : stop] in "：，》" or ends else stop


def _titled(text: str) -> str:
    """The name that the title begins with, "" if it begins with none."""
    said = TITLE.search(text[:_HEAD])
    before = patterns.search(r"[^。；：）号日件]{4,60}$", text[: said.start()]) if said else None
    name = patterns.sub(rf"{OTHERS}$", "", before[0]) if before else ""
    return name if is_body_name(name) else ""


def unbroken_issues(lines: Sequence[Line], block: TitleBlock) -> Iterator[Issue]:
    """One where the line ends were lost and the title was not found all the same; not where the day has a line of its own."""
    dated = any(text_to_date(line.squeezed) for line in lines)
    if is_unbroken(lines) and not dated and not (block.title and block.document_type):
        yield Issue("no_line_ends", say("no_line_ends"), span=Span(lines[0].span.start, lines[-1].span.end))
