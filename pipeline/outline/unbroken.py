"""Text whose line ends were lost: where its title, number, addressees, signature and annexes begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.bodies import CLAUSE_WORDS, TASK_BODY
from pipeline.language.doc_numbers import DOC_NUMBER, NUMBERED
from pipeline.language.notice_heads import is_addressed
from pipeline.messages import say
from pipeline.model import Issue, Span, TitleBlock
from pipeline.outline.lines import Line, shown
from pipeline.outline.title_words import DISCLOSURE, HEAD_OF_NAME, OTHERS, SUFFIX, TYPES, is_body_name

_LONG_KEYS = "|".join(key for key in lexicons.words("metadata_keys") if len(key) > 3)
_SHORTEST_NAME, _LONGEST_PLACE, _LEAST_CUTS = 3, 4, 2

# Text whose line ends were lost is one line, or a title and one line; a long one may have a few short ones beside it.
_FEW_LINES, _LONG_LINE, _WHOLE_TEXT = 3, 60, 200
_HEAD, _LONGEST_NAMES, _LONGEST_TITLE, _LONGEST_LIST = 900, 200, 90, 300
_DAY = r"(?:\d{4}|[〇○零二][〇○零一二三四五六七八九]{3})年.{1,2}月.{1,3}日"
_HELD = r"《(?:[^《》]|《[^《》]*》)*》|“[^“”]*”|〈[^〈〉]*〉"
# What stands below a title, or what its text begins with: no title goes on so.
_BEHIND_TITLE = (
    rf"(?=$|[\p{{Han}}A-Z]{{1,14}}[〔\[（(]\s?(?:19|20)\d\d|各|（?{_DAY}|为(?!民|主)|根据|按照|经|现|第[一1][章条部]|一、|（一）|1[.、]|目录|前言|总则"
    rf"|[^，。；：]{{2,60}}?(?:、|，|：))"
)
_TITLE = patterns.compile(
    rf"(?:关于|印发|转发|公布|发布)(?:{_HELD}|[^。；：《》“”]){{1,90}}?(?:的(?:补充|紧急|若干|暂行|专项)?(?:{TYPES})|(?<=》)(?:的?(?:{TYPES}))){SUFFIX}(?!的|[》”]){_BEHIND_TITLE}"
)
# What a text begins with whose title says only what it is.
_BEGINS_TEXT = rf"为(?!民|主)|根据|按照|依据|第[一1][章条部]|[一1][、.]|（[一1]）|总则|目录|前言|序号|序言|本|以习近平|党的|随着|当前|目前|近年|深入|全面|坚持|——|（{_DAY}|各|《|20\d\d年"
_NAMED_TITLE = patterns.compile(
    rf"^(?:{_HELD}|[^，。；：《》“”]){{4,60}}?(?:{TYPES}){SUFFIX}(?={_BEGINS_TEXT})"
)
_ADDRESSEE = patterns.compile(r"[^。；！？：]{2,300}：")
_FILE = patterns.compile(r"文\s?件(?=\p{Han}{1,14}[〔\[（(]\s?(?:19|20)\d\d)")
_NUMBER = NUMBERED.pattern
_KEY = patterns.compile(rf"(?<!\p{{Han}})(?:{lexicons.alternation('metadata_keys')})：|(?:{_LONG_KEYS})：")
# What the value of a key in a box is, where it ends in nothing.
_VALUE = patterns.compile(
    rf"^[^：]+：(?:{_DAY}|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|(?:现行)?有效|(?:已)?(?:失效|废止)|{DOC_NUMBER})"
)
# The day a notice is signed with, and whether it is open to all.
_SIGNED_DAY = patterns.compile(
    rf"(?P<day>{_DAY})(?!前|起|至|止|以|之|后|[，、]|印发[的《])(?P<printed>印发)?(?P<open>（[^（）]{{2,12}}）)?"
)
_DAY_ALONE = patterns.compile(rf"（{_DAY}）|{_DAY}(?!\p{{Han}}{{1,2}}[，。）])")
_STOPS = patterns.compile(r"[。；！？：，）》]")
_IN_BRACKETS = patterns.compile(r"（[^（）：，。]{2,20}）$")
_ENDS_ANNEX = patterns.compile(rf"(?:{TYPES}|[表图书单录例]|样式|格式|解读|说明)$")
_ANNEX_LABEL = patterns.compile(r"附(?:件|表)[\d一二三四五六七八九十]{0,2}：?(?=[\p{Han}《]{4})")
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
    head = sorted({0, *_head_cuts(text, whole)})
    if not whole and head[-1:] and (len(head) < _LEAST_CUTS or not set(head[1:]) - set(starts)):
        head = []
    cuts = sorted({*head, *_foot_cuts(text, frozenset(starts))})
    return tuple(
        part
        for n, line in enumerate(lines)
        for part in _parts(line, [at - starts[n] for at in cuts if starts[n] < at < starts[n + 1]])
    )


def _parts(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    if not cuts:
        yield line
        return
    there = shown(line)
    for n, (start, end) in enumerate(pairwise([0, *(there[at] for at in cuts), len(line.text)])):
        yield line.part(start, end, cut=n > 0)


def _head_cuts(text: str, whole: bool) -> Iterator[int]:
    """Round the lines of the box, the red head, the number, the title, the addressees."""
    at = 0
    keys = [key.start() for key in _KEY.finditer(text[:_HEAD]) if whole and "。" not in text[: key.start()]]
    yield from keys
    if len(keys) > 1:
        value = _VALUE.match(text[keys[-1] : _HEAD])
        at = keys[-1] + (value.end() if value else 0)
        yield at
    if (begins := patterns.compile("正文").match(text, at) or _ANNEX_LABEL.match(text, at)) is not None:
        at = begins.end()
        yield at
    if (red := _FILE.search(text, at, at + _LONGEST_NAMES)) and is_body_name(text[at : red.start()]):
        at = red.end()
        yield at
    if number := _NUMBER.match(text, at):
        at = number.end()
        yield at
    yield from _title_cuts(text, at)


def _title_cuts(text: str, start: int) -> Iterator[int]:
    """Behind the title that begins at `start` or soon after, behind its number and its day, behind the addressees."""
    title = _TITLE.search(text, start, start + _HEAD) or _NAMED_TITLE.match(text[start : start + _HEAD])
    if title is None:
        return
    at = title.end() + (start if title.re is _NAMED_TITLE else 0)
    before = text[start : title.start()] if title.re is _TITLE else ""
    if patterns.search(r"[。；：]", before) or (CLAUSE_WORDS.search(before) and not TASK_BODY.search(before)):
        return
    yield at
    for _ in range(2):
        if found := _NUMBER.match(text, at) or _DAY_ALONE.match(text, at):
            at = found.end()
            yield at
    again = text[start : title.end()] if title.re is _TITLE else ""
    if again and text.startswith(again, at):
        at += len(again)
        yield at
    addressee = _ADDRESSEE.match(text, at)
    if addressee and is_addressed(addressee[0]):
        yield addressee.end()


def _foot_cuts(text: str, starts: frozenset[int]) -> Iterator[int]:
    """Round a signature (who signs, and the day), behind the title of what is issued, before annexes; not round one that
    begins a line (`starts`)."""
    yield from (annexes.start() for annexes in _ANNEXES.finditer(text))
    for signed in _SIGNED_DAY.finditer(text):
        start = _who(text, signed.start())
        end = max(signed.end("day"), signed.end("printed"))
        if start is None or (start in starts and end in starts):
            continue
        # 某市人民政府办公室2024年3月2日印发 is one line, who signs and the day are two.
        yield from (start, end) if signed["printed"] else (start, signed.start(), end)
        if signed["open"] and DISCLOSURE.match(signed["open"]):
            end = signed.end()
            yield end
        if issued := _NAMED_TITLE.match(text[end : end + _LONGEST_TITLE]):
            yield end + issued.end()


def _who(text: str, day: int) -> int | None:
    """Where the names begin that stand right before a day: behind a stop, behind the title of an annex, or as the
    title begins; None if no names do."""
    held = _IN_BRACKETS.search(text, max(0, day - 24), day)
    if held and is_body_name(held[0][1:-1]):
        day = held.start()
    first = max(0, day - _LONGEST_NAMES)
    stop = max((m.end() + first for m in _STOPS.finditer(text[first:day])), default=first)
    if day - stop < _SHORTEST_NAME or not is_body_name(text[stop:day]):
        return None
    annexed = patterns.search(r"附(?:件|表)：[^。]*$", text[max(0, stop - _LONGEST_LIST) : stop])
    if (name := _titled(text)) and (at := text.find(name, stop, day)) >= 0:
        return at if annexed or at - stop > _LONGEST_PLACE else stop
    ends = [stop + m for m in range(2, day - stop - 3) if _ENDS_ANNEX.search(text[stop : stop + m])]
    named = [at for at in ends if is_body_name(text[at:day])]
    if anew := [at for at in named if HEAD_OF_NAME.match(text[at:day])]:
        return anew[-1]
    if annexed:
        return named[-1] if named else None
    return None if text[stop - 1 : stop] in "：，》" or ends else stop


def _titled(text: str) -> str:
    """The name that the title begins with, "" if it begins with none."""
    said = _TITLE.search(text[:_HEAD])
    before = patterns.search(r"[^。；：）号日件]{4,60}$", text[: said.start()]) if said else None
    name = patterns.sub(rf"{OTHERS}$", "", before[0]) if before else ""
    return name if is_body_name(name) else ""


def unbroken_issues(lines: Sequence[Line], block: TitleBlock) -> Iterator[Issue]:
    """One where the line ends were lost and the title was not found all the same."""
    if is_unbroken(lines) and not (block.title and block.document_type):
        yield Issue("no_line_ends", say("no_line_ends"), span=Span(lines[0].span.start, lines[-1].span.end))
