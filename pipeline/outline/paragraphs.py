"""Lines → passages: what a page break or a hard wrap tore apart is put together again.

Nothing is rewritten: a passage keeps the source offset of each of its characters, and every join is
a row of `repairs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import east_asian_width

import regex

from pipeline.model import Passage, Repair, Span
from pipeline.outline.lines import Line, is_ascii_word
from pipeline.outline.numbering import text_to_mark

_SENTENCE_END = regex.compile(r"[。！？：；.!?][”’」』）〕]*$|^[—\s]+$")
_PUNCTUATION = regex.compile(r"[，、。；：！？]")
_DATE_LINE = regex.compile(r"^(?:\d{4}|[〇○零一二三四五六七八九Ｏ]{4})年.{1,3}月.{1,3}日(?:印发|发布)?$")
_LABEL_LINE = regex.compile(
    r"^(?:牵头|责任|配合|参与|主办|协办|负责|指导|实施|完成|落实|主管|承办|参加|共同|联系)"
    r"(?:责任)?(?:单位|部门|处室|科室|时限|时间|领导|主体|人)[：:]"
)
_ANNEX_LINE = regex.compile(
    r"^附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?[：:.、]?$|^附件[\d一二三四五六七八九十]{0,3}[：:]"
)
# 各镇人民政府、街道办事处，有关单位： — the address is over, however long its line.
_ADDRESSEE = regex.compile(
    r"^[^。；]{0,200}(?:政府|单位|部门|局|委|办|办公室|公司|机构|院校|银行|企业|处|各省|辖市|管委会|同志)：$"
)
_AFTER_NUMBER = regex.compile(r"[年月日号]|[万亿]?[元张个所人名家户]|平方米|个?百分点|周岁|岁")
_OPEN, _CLOSE = "（〔《“【", "）〕》”】"
# How far back an open bracket may stand for its text still to be running on: the longest bracket of
# agencies measured in 97 real files has 190 characters.
_BRACKET_REACH = 240
# A printed line of a hard-wrapped text fills the width but for the first-line indent that was lost (4
# columns), a punctuation mark that may not begin a line (2) and half-width digits (2).
_RAGGED = 8
_HEADING_LENGTH = 40


def lines_to_passages(
    lines: Sequence[Line], layout: str = "lines"
) -> tuple[tuple[Passage, ...], tuple[Repair, ...]]:
    """Passages in reading order (role body or furniture) and the joins that made them.

    `layout` as in Document: where each line is a paragraph, only what is plainly torn is joined.
    """
    width, whole = wrap_width(lines), layout == "paragraphs"
    groups: list[_Group] = []
    current: _Group | None = None
    aside: list[Line] = []
    for line in lines:
        if line.furniture:
            aside.append(line)
        elif current is not None and (is_torn(current, line) if whole else runs_on(current, line, width)):
            current.lines.append(line)
        else:
            current = _Group([line])
            groups.append(current)
    joined = [_group_to_passage(group) for group in groups]
    furniture: list[tuple[Passage, Repair | None]] = [
        (Passage(line.text, line.places, "furniture"), _set_aside(line)) for line in aside if line.places
    ]
    both = sorted([*joined, *furniture], key=lambda pair: pair[0].places[0])
    return tuple(p for p, _ in both), tuple(r for _, r in both if r is not None)


@dataclass(slots=True)
class _Group:
    """Lines that make one passage."""

    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(line.squeezed for line in self.lines)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Display columns at which the program that made the text broke every line; None if it did not.

    Measured: of the lines of a hard-wrapped notice 55–85 % lie within `_RAGGED` columns of the widest
    tenth, of the lines of others at most 20 %.
    """
    widths = sorted(columns(line.squeezed) for line in lines if not line.furniture and "\t" not in line.text)
    if len(widths) < 20:
        return None
    widest = widths[int(len(widths) * 0.9)]
    near = sum(widest - _RAGGED <= w <= widest + _RAGGED for w in widths)
    return widest if widest <= 120 and near >= 0.4 * len(widths) else None


def columns(text: str) -> int:
    """Width of text on paper in half-width columns."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def is_torn(group: _Group, line: Line) -> bool:
    """Whether a paragraph was cut in two by what made the file: a number alone, a mark at a line start."""
    text, words = group.text, line.squeezed
    if line.level or group.lines[-1].level or _starts_anew(words, text):
        return False
    mark = text_to_mark(text)
    return (
        (mark is not None and mark.length == len(text))
        or bool(_LABEL_LINE.fullmatch(text))
        or _is_torn(text, words)
    )


def runs_on(group: _Group, line: Line, width: int | None) -> bool:
    """Whether `line` continues the passage that `group` has begun."""
    last, text = group.lines[-1], group.text
    words = line.squeezed
    if last.level or line.level or _starts_anew(words, text):
        return False
    if (mark := text_to_mark(text)) is not None and mark.length == len(text):
        return True
    if _LABEL_LINE.fullmatch(text) or _is_torn(text, words):
        return True
    if _ADDRESSEE.search(text) and not has_open_bracket(text):
        return False
    full = width is not None and columns(last.squeezed) >= width - _RAGGED
    if has_open_bracket(text):
        return True
    if _SENTENCE_END.search(text):
        return full
    if full:
        return True
    body = text[mark.length :] if mark else text
    return bool(_PUNCTUATION.search(body)) and not _is_short_heading(body)


def _starts_anew(words: str, text: str) -> bool:
    if text_to_mark(words) is not None or _ANNEX_LINE.match(words) or _DATE_LINE.match(words):
        return True
    return bool(_LABEL_LINE.match(words)) and not has_open_bracket(text)


def _is_torn(text: str, words: str) -> bool:
    """No line begins with a closing mark, nor with what belongs to a number that ends the line above."""
    return words[0] in "，。、；：）〕》”’％%" or (text[-1].isdecimal() and bool(_AFTER_NUMBER.match(words)))


def _is_short_heading(body: str) -> bool:
    # `健全区、镇、村三级养老服务` is a heading although it holds 、; a sentence has a comma or a stop.
    return len(body) <= _HEADING_LENGTH and not regex.search(r"[，。；]", body) and not body.endswith("、")


def has_open_bracket(text: str) -> bool:
    """Whether text ends inside a bracket that was opened within reach."""
    depth = 0
    for char in reversed(text[-_BRACKET_REACH:]):
        if char in _CLOSE:
            depth += 1
        elif char in _OPEN:
            if depth == 0:
                return char in "（〔《"
            depth -= 1
    return False


def _group_to_passage(group: _Group) -> tuple[Passage, Repair | None]:
    lines, repeated = _without_repeats(group.lines)
    chars: list[str] = []
    places: list[int] = []
    for line in lines:
        for char, place in _readable(line):
            if char == " " and not (chars and is_ascii_word(chars[-1])):
                continue
            chars.append(char)
            places.append(place)
        if chars and chars[-1] == " ":
            chars.pop()
            places.pop()
    return Passage("".join(chars), tuple(places)), _join_repair(group.lines, repeated)


def _readable(line: Line) -> list[tuple[str, int]]:
    """Characters of a line without blanks, but for one between two words in Latin letters."""
    kept: list[tuple[str, int]] = []
    blank = False
    for char, place in zip(line.text, line.places, strict=True):
        if char.isspace():
            blank = True
            continue
        if (
            blank
            and kept
            and is_ascii_word(char)
            and is_ascii_word(kept[-1][0])
            and not (char + kept[-1][0]).isdecimal()
        ):
            kept.append((" ", place - 1))
        kept.append((char, place))
        blank = False
    return kept


def _without_repeats(lines: Sequence[Line]) -> tuple[list[Line], str]:
    """Drop what a page break printed twice: `（责` at the foot and `责任单位：` at the head of the next."""
    kept = list(lines)
    repeated = ""
    for i, (above, below) in enumerate(pairwise(lines)):
        tail = regex.search(r"[（〔]([^（〔）〕]{1,4})$", above.squeezed)
        if tail and _LABEL_LINE.match(below.squeezed) and below.squeezed.startswith(tail[1]):
            cut = above.text.rindex(tail[1][0])
            kept[i] = Line(above.text[:cut], above.places[:cut], above.span)
            repeated = tail[1]
    return kept, repeated


def _join_repair(lines: Sequence[Line], repeated: str) -> Repair | None:
    if len(lines) < 2:
        return None
    breaks = list(pairwise(lines))
    before = " … ".join(f"{a.squeezed[-8:]}{'⏎' * (b.gap + 1)}{b.squeezed[:8]}" for a, b in breaks)
    after = " … ".join(f"{a.squeezed[-8:]}{b.squeezed[:8]}" for a, b in breaks)
    why = f"{len(breaks)} line end(s) inside a sentence: no sentence ends before, no point begins after"
    if repeated:
        after = after.replace(repeated * 2, repeated)
        why += f"; “{repeated}” stands on both sides of the break"
    return Repair(
        kind="repeated_over_break" if repeated else "joined_lines",
        before=before,
        after=after,
        evidence=why,
        certainty="probable",
        span=Span(lines[0].span.start, lines[-1].span.end),
    )


_ASIDE = {
    "running_head": "the same line stands alone on several pages",
    "page_number": "a page number",
    "rule": "a drawn line without words",
}


def _set_aside(line: Line) -> Repair:
    return Repair("set_aside", line.squeezed, "", _ASIDE[line.furniture], "probable", line.span)
