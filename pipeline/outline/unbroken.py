"""Text whose line ends were lost: where its title, number, addressees, signature and annexes begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.messages import say
from pipeline.model import Issue, Span, TitleBlock
from pipeline.outline.lines import Line, shown
from pipeline.outline.title_words import DISCLOSURE, SUFFIX, TYPES, is_body_name

# Text whose line ends were lost is one line, or a title and one line.
_FEW_LINES, _LONG_LINE = 3, 60
_HEAD, _LONGEST_NAME, _LONGEST_TITLE, _LONGEST_LIST = 600, 40, 90, 300
_NUMBER = NUMBERED.pattern
_DAY = r"(?:\d{4}|[〇○零二][〇○零一二三四五六七八九]{3})年.{1,2}月.{1,3}日"
# A title ends in a 文种, before what no title goes on with.
_BEHIND_TITLE = rf"(?=(?:[\p{{Han}}]{{1,14}}[〔\[（(]\s?(?:19|20)\d\d)|各|(?:{_DAY})|（?{_DAY}|为(?!民)|根据|按照|第一[章条部]|一、|（一）|[^，。；]{{2,60}}?(?:、|，|：))"
_TITLE = patterns.compile(
    rf"关于(?P<about>[^。；：]{{2,80}}?)的(?:{TYPES}){SUFFIX}(?!的|》|》?》){_BEHIND_TITLE}"
)
_NAMED_TITLE = patterns.compile(
    rf"^[^，。；：]{{4,60}}?(?:{TYPES}){SUFFIX}(?=为(?!民)|根据|第一[章条部]|一、|总则)"
)
_ADDRESSEE = patterns.compile(r"[^。；！？：]{2,200}：")
_NO_ADDRESSEE = patterns.compile(r"如下：$|以下[^：]*：$|^(?:为|现|根据)")
# The name of who signs, the day, and whether it is open to all.
_SIGNATURE = rf"(?P<who>[\p{{Han}}（）]{{3,{_LONGEST_NAME}}}?)(?P<day>{_DAY})(?!前|起|至|止|以|之|后|[，、])(?P<open>（[^（）]{{2,12}}）)?"
_SIGNED = patterns.compile(rf"(?<=。){_SIGNATURE}")
# 附件：1.甲任务分工表2.乙清单, to the end or to the signature.
_ANNEXES = patterns.compile(
    rf"(?<=[。日）])附(?:件|表)：[^。]{{2,{_LONGEST_LIST}}}?(?:{TYPES}|[表图书单录例]|样式|格式)(?:$|{_SIGNATURE})"
)


def is_unbroken(lines: Sequence[Line]) -> bool:
    """Whether the text of a whole notice stands in a line or two."""
    text = [line.squeezed for line in lines if not line.furniture]
    return len(text) <= _FEW_LINES and max(map(len, text), default=0) >= _LONG_LINE


def break_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text that lost its line ends, cut round what stands on lines of its own in a notice; others as they are."""
    if not is_unbroken(lines):
        return tuple(lines)
    return tuple(part for line in lines for part in (_parts(line) if not line.furniture else (line,)))


def _parts(line: Line) -> Iterator[Line]:
    text, there = line.squeezed, shown(line)
    cuts = sorted({at for at in (*_head_cuts(text), *_foot_cuts(text)) if 0 < at < len(text)})
    ends = [0, *(there[at] for at in cuts), len(line.text)]
    for n, (start, end) in enumerate(pairwise(ends)):
        yield line.part(start, end, cut=n > 0) if cuts else line


def _head_cuts(text: str) -> Iterator[int]:
    """Behind the title, before and behind its number, behind the addressees."""
    title = _TITLE.search(text[:_HEAD]) or _NAMED_TITLE.match(text[:_HEAD])
    if title is None or patterns.search(r"[。；：]", text[: title.start()]):
        return
    at = title.end()
    yield at
    if (number := _NUMBER.match(text)) and number.end() < at:
        yield number.end()
    if number := _NUMBER.match(text, at):
        at = number.end()
        yield at
    addressee = _ADDRESSEE.match(text, at)
    if addressee and not _NO_ADDRESSEE.search(addressee.group()):
        yield addressee.end()


def _foot_cuts(text: str) -> Iterator[int]:
    """Round a signature (the issuer behind a full stop, and the day), behind the title of what is issued, before annexes."""
    for annexes in _ANNEXES.finditer(text):
        if annexes["who"] is None or is_body_name(annexes["who"]):
            yield annexes.start()
    for signed in (*_SIGNED.finditer(text), *_ANNEXES.finditer(text)):
        if signed["who"] is None or not is_body_name(signed["who"]):
            continue
        end = signed.end()
        yield from (signed.start("who"), signed.start("day"), signed.end("day"))
        if signed["open"] and DISCLOSURE.match(signed["open"]):
            yield end
        issued = _NAMED_TITLE.match(text[end : end + _LONGEST_TITLE])
        if issued:
            yield end + issued.end()


def unbroken_issues(lines: Sequence[Line], block: TitleBlock) -> Iterator[Issue]:
    """One where the line ends were lost and the title was not found all the same."""
    if is_unbroken(lines) and not (block.title and block.document_type):
        yield Issue("no_line_ends", say("no_line_ends"), span=Span(lines[0].span.start, lines[-1].span.end))
