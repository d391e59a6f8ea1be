"""Running heads: what stands on several pages, or beside the number of a page inside a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from pipeline.language import patterns
from pipeline.language.headings import may_be_heading, meaning
from pipeline.language.labels import WORDS
from pipeline.language.names import is_agency
from pipeline.language.segmentation import tagged
from pipeline.outline.lines import Line

# A running head stands on several pages; a sentence that happens to come twice ends in punctuation.
_LONGEST_HEAD = 40
# A line that a sentence goes across is longer than headings are, and no stop ends it.
_SHORTEST_PROSE = 18
_SENTENCE_ENDS = patterns.compile(r"[。；：！？）〕]$")
_HEAD_LIKE = patterns.compile(r"[^。；，、：！？（）〔〕]{4,}$")
_DATE = patterns.compile(r"^\d{4}年\d{1,2}月\d{1,2}日|^[二一][〇○零\p{Han}]{3}年")
# 牵头单位：某局 may end several pages.
_LABELLED = patterns.compile(rf"(?:{WORDS})[：:]")
_TITLE_LINES = 6
_SEVERAL = 2
_LONGEST_WORD = 6
_NEAR_END = 3  # lines between the end of a page and its heads and feet
# Text copied from a page with double spacing has one empty line after each, from Word at most two.
_WIDEST_SPACING = 2


def mark_running_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A short line without punctuation that stands alone on several pages is a running head.

    Alone: more empty lines around it than lines of this text usually have. One that comes once is a head where it
    stands beside the number of a page and the sentence above it is not over. The title block may say the same words
    (the issuer's name), so its first lines are no copies, nor is a signature.
    """
    like = [is_head_like(line) for line in lines]
    usual = _usual_gap(lines, like)
    # Above the first sentence a title may be printed several times.
    sentence = next((i for i, line in enumerate(lines) if "。" in line.text), 0)
    begins = max(_TITLE_LINES, sentence)
    alone = [i for i in range(begins, len(lines)) if like[i] and _is_apart(i, lines, usual)]
    alone = _near_page_ends(lines, alone)
    copies = Counter(lines[i].squeezed for i in alone)
    heads = {i for i in alone if copies[lines[i].squeezed] >= 2 or _is_at_page_end(i, lines)}
    heads |= {*_beside_numbers(lines), *_any_make(lines, begins), *_titles_again(lines, begins)}
    return tuple(replace(x, furniture="running_head") if i in heads else x for i, x in enumerate(lines))


def _near_page_ends(lines: Sequence[Line], alone: Sequence[int]) -> list[int]:
    """Of a text whose pages are numbered what stands near their ends, mostly, and heads no column: the cells of a list stand
    alone as well where empty lines part them."""
    ends = [i for i, line in enumerate(lines) if line.furniture == "page_number"]
    if len(ends) < _SEVERAL:
        return list(alone)
    near = {n for end in ends for n in range(end - _NEAR_END, end + _NEAR_END + 1)}
    every = Counter(lines[i].squeezed for i in alone)
    beside = Counter(lines[i].squeezed for i in alone if i in near)
    # 某市人民政府公报2026年第3期 is longer than headings are.
    words = {
        word
        for word in every
        if 2 * beside[word] >= every[word] and not (may_be_heading(word) and meaning(word))
    }
    return [i for i in alone if lines[i].squeezed in words]


def _usual_gap(lines: Sequence[Line], like: Sequence[bool]) -> int:
    """The empty lines between two lines of text; around page numbers and heads (`like`) there are more."""
    text = [not (line.furniture or head) for line, head in zip(lines, like, strict=True)]
    gaps = [lines[i].gap for i in range(1, len(lines)) if text[i] and text[i - 1]]
    return min(_WIDEST_SPACING, sorted(gaps)[(len(gaps) - 1) // 2]) if gaps else 0


def _is_apart(i: int, lines: Sequence[Line], usual: int) -> bool:
    if lines[i].gap <= usual:
        return False
    return i + 1 == len(lines) or (lines[i + 1].gap > usual and not _DATE.match(lines[i + 1].squeezed))


def _is_at_page_end(i: int, lines: Sequence[Line]) -> bool:
    """Does line `i` stand beside the number of a page, in the middle of a sentence?"""
    if "page_number" not in {x.furniture for x in lines[i - 1 : i + 2 : 2]}:
        return False
    return is_astride(i, lines) and not _ends_word(i, lines)


def _ends_word(i: int, lines: Sequence[Line]) -> bool:
    """县水利|局, 服务大|厅建设: the line end above cuts a word, and line `i` begins with the rest of it."""
    above = _words_above(i, lines)[-_LONGEST_WORD:]
    words = tagged(above + lines[i].squeezed[:_LONGEST_WORD])
    return len(above) not in accumulate((len(word) for word, _ in words), initial=0)


def _beside_numbers(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that stand right beside the number of a page each time, on several pages. Nobody signs there."""
    beside = [
        i
        for i, line in enumerate(lines)
        if is_head_like(line) and "page_number" in {x.furniture for x in lines[max(i - 1, 0) : i + 2]}
    ]
    said = Counter(line.squeezed for line in lines)
    copies = Counter(lines[i].squeezed for i in beside)
    pages = sum(line.furniture == "page_number" for line in lines)
    for i in beside:
        words = lines[i].squeezed
        below = next((x.squeezed for x in lines[i + 1 :] if not x.furniture), "")
        is_signed = copies[words] == _SEVERAL and _DATE.match(below)
        # 市水利局 at the end of two pages of many is a cell of a list.
        if is_agency(words) and copies[words] * 2 < pages:
            continue
        if copies[words] >= _SEVERAL and copies[words] == said[words] and not is_signed:
            yield i


def _any_make(lines: Sequence[Line], begins: int) -> Iterator[int]:
    """Lines of any make, 某政办发〔2026〕12号, 2026-03-01, that stand below the title block only beside the numbers of pages,
    and there inside a sentence or beside most of them: what is said again on each page is none of its words. Of two
    pages the first has it in the title block."""
    beside = [
        i
        for i in range(begins, len(lines))
        if is_short(lines[i]) and "page_number" in {x.furniture for x in lines[i - 1 : i + 2]}
    ]
    said = Counter(line.squeezed for line in lines[begins:])
    copies = Counter(lines[i].squeezed for i in beside)
    inside = Counter(lines[i].squeezed for i in beside if _is_at_page_end(i, lines))
    # 为贯彻《甲条例》，落实《乙 begins a letter and what it hands out.
    above = {line.squeezed for line in _title_block(lines[:begins]) if "，" not in line.squeezed}
    pages = sum(line.furniture == "page_number" for line in lines)
    for i in beside:
        words = lines[i].squeezed
        several = copies[words] + (words in above)
        inside_most = several >= _SEVERAL and inside[words] * 2 >= copies[words]
        on_most = several > _SEVERAL and copies[words] * 2 > pages
        if said[words] == copies[words] and (inside_most or on_most):
            yield i


def _titles_again(lines: Sequence[Line], begins: int) -> Iterator[int]:
    """Lines of the title block that stand once more inside a sentence, between empty lines: 签约率达到7 | 某县关于…的通知 | 5%以上."""
    above = {line.squeezed for line in _title_block(lines[:begins]) if is_short(line)}
    for i in range(begins, len(lines) - 1):
        apart = lines[i].gap > 0 and lines[i + 1].gap > 0
        if apart and lines[i].squeezed in above and not is_agency(lines[i].squeezed) and is_astride(i, lines):
            yield i


def _title_block(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines above whom a letter is to: what it says may be the beginning of its plan, too, line by line."""
    return takewhile(lambda line: not line.squeezed.endswith("："), lines)


def is_astride(i: int, lines: Sequence[Line]) -> bool:
    """Is the sentence above line `i` not over?"""
    above = _words_above(i, lines)
    return len(above) >= _SHORTEST_PROSE and not _SENTENCE_ENDS.search(above)


def _words_above(i: int, lines: Sequence[Line]) -> str:
    return next((line.squeezed for line in reversed(lines[:i]) if not line.furniture), "")


def is_short(line: Line) -> bool:
    """Whether a line may be said again on each page: some words, no duty, and no end of a sentence."""
    words = line.squeezed
    ends = words.endswith(tuple("。；！？，、"))
    is_duty = words[:1] in ("（", "【", "▲", "—") or is_agency(words) or _LABELLED.match(words) is not None
    return (
        not (line.furniture or is_duty)
        and "\t" not in line.text
        and 4 <= len(words) <= _LONGEST_HEAD
        and not ends
    )


def is_head_like(line: Line) -> bool:
    """Whether a line is short, has no punctuation, and begins with no figure."""
    words = line.squeezed
    return (
        not line.furniture
        and "\t" not in line.text
        and len(words) <= _LONGEST_HEAD
        and bool(_HEAD_LIKE.match(words))
        and not words[0].isdigit()
    )
