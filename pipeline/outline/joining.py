"""Does a line go on with the passage above it, or begin a new one?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.names import is_agency, split_names
from pipeline.outline.lines import Line
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.whole_lines import closes, ends_box_line, stands_alone

# （…按职责分工负责） closes a point as a full stop does.
_SENTENCE_END = patterns.compile(r"(?:负责|参与|配合)[）〕]$|[。！？：；.!?][”’」』）〕]*$|^[—\s]+$")
_PUNCTUATION = patterns.compile(r"[，、。；：！？]")
_DATE_LINE = patterns.compile(r"^(?:\d{4}|[〇○零一二三四五六七八九Ｏ]{4})年.{1,3}月.{1,3}日(?:印发|发布)?$")
LABEL_LINE = patterns.compile(
    r"^(?:牵头|责任|配合|参与|主办|协办|负责|指导|实施|完成|落实|主管|承办|参加|共同|联系)"
    r"(?:责任)?(?:单位|部门|处室|科室|时限|时间|领导|主体|人)[：:]"
)
_ANNEX_LINE = patterns.compile(
    r"^附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?[：:.、]?$|^附件[\d一二三四五六七八九十]{0,3}[：:]"
)
# 各镇人民政府、街道办事处，有关单位： — the address is over, however long its line.
_ADDRESSEE = patterns.compile(
    r"^[^。；]{0,200}(?:政府|单位|部门|局|委|办|办公室|公司|机构|院校|银行|企业|处|各省|辖市|管委会|同志)：$"
)
_AFTER_NUMBER = patterns.compile(r"[年月日号]|[万亿]?[元张个所人名家户]|平方米|个?百分点|周岁|岁")
# No paragraph begins with these.
_GOES_ON = patterns.compile(r"[于到至]?\d+(?:\.\d+)?[%％]|[的等]|了(?!解)|以[上下内]|左右|个?百分点")
# No sentence and no heading ends in these.
_UNFINISHED = patterns.compile(
    r"(?:不低于|不少于|不超过|不高于|至少|达到|超过|以及|和|与|及|或|的|在|对|将|把|由|从|向|按照|根据)$"
)
_OPEN, _CLOSE = "（〔《“【", "）〕》”】"
# 关于印发《某方案的通知: the mark was never closed, the title is over all the same.
_ENDED_TITLE = patterns.compile(
    r"(?:^|印发|转发|批转|发布|公布|下发|关于)《[^，。；《》]{4,}的(?:补充|紧急)?(?:通知|通告|公告|意见|决定|批复|函)$"
)
# How far back an open bracket may stand for its text still to be running on: the longest bracket of
# agencies measured in 97 real files has 190 characters.
_BRACKET_REACH = 240
# A printed line of a hard-wrapped text fills the width but for the first-line indent that was lost (4
# columns), a punctuation mark that may not begin a line (2) and half-width digits (2).
_RAGGED = 8
_HEADING_LENGTH = 40


@dataclass(slots=True)
class Group:
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


def is_torn(group: Group, line: Line) -> bool:
    """Whether a paragraph was cut in two by what made the file: a number alone, a mark at a line start."""
    text, words = group.text, line.squeezed
    if line.level or group.lines[-1].level or _starts_anew(words, text):
        return False
    mark = text_to_mark(text)
    return (
        (mark is not None and mark.length == len(text))
        or bool(LABEL_LINE.fullmatch(text))
        or _is_torn(text, words)
    )


def runs_on(group: Group, line: Line, width: int | None) -> bool:
    """Whether `line` continues the passage that `group` has begun."""
    last, text = group.lines[-1], group.text
    words = line.squeezed
    # Two ideographic blanks are how a paragraph begins; no wrapped line has them.
    if last.level or line.level or line.text.startswith("　　") or _starts_anew(words, text):
        return False
    if _SENTENCE_END.search(text) and closes(line):
        return False
    if (mark := text_to_mark(text)) is not None and mark.length == len(text):
        return True
    if LABEL_LINE.fullmatch(text) or _is_torn(text, words):
        return True
    if _ADDRESSEE.search(text) and not has_open_bracket(text):
        return False
    full = width is not None and columns(last.squeezed) >= width - _RAGGED
    if has_open_bracket(text):
        return True
    if _SENTENCE_END.search(text):
        return full
    if full or (LABEL_LINE.match(text) and _cuts_name(text, words)):
        return True
    body = text[mark.length :] if mark else text
    return bool(_PUNCTUATION.search(body)) and not _is_short_heading(body)


def _starts_anew(words: str, text: str) -> bool:
    # A 文号 alone on its line stands under a red head or a title, both of which may fill theirs.
    if NUMBERED.pattern.fullmatch(words) and not has_open_bracket(text):
        return True
    if ends_box_line(words, text) or stands_alone(words, text):
        return True
    mark = text_to_mark(words)
    if mark and mark.style.name == "1）" and has_open_bracket(text):  # （详见附件 | 1）: the bracket closes
        return False
    if mark or _ANNEX_LINE.match(words) or _DATE_LINE.match(words):
        return True
    return bool(LABEL_LINE.match(words)) and not has_open_bracket(text)


def _is_torn(text: str, words: str) -> bool:
    """No line begins with a closing mark, nor with what belongs to a number that ends the line above."""
    return (
        words[0] in "，。、；：）〕》”’％%"
        or bool(_GOES_ON.match(words))
        or bool(_UNFINISHED.search(text))
        or (text[-1].isdecimal() and bool(_AFTER_NUMBER.match(words)))
    )


def _cuts_name(text: str, words: str) -> bool:
    """责任单位：…、住房公积 | 金中心，…: the last name is none before the line below is read with it."""
    last, head = patterns.split("[、，；：]", text)[-1], patterns.match("[^、，；：。]+", words)
    if head is None or not last or is_agency(last):
        return False
    names = split_names(last + head[0])
    return bool(names) and len(names[0][0]) > len(last) and is_agency(names[0][0])


def _is_short_heading(body: str) -> bool:
    # `健全区、镇、村三级养老服务` is a heading although it holds 、; a sentence has a comma or a stop.
    return len(body) <= _HEADING_LENGTH and not patterns.search(r"[，。；]", body) and not body.endswith("、")


def has_open_bracket(text: str) -> bool:
    """Whether text ends inside a bracket that was opened within reach."""
    depth = 0
    for char in reversed(text[-_BRACKET_REACH:]):
        if char in _CLOSE:
            depth += 1
        elif char in _OPEN:
            if depth == 0:
                return char in "（〔《" and not (char == "《" and _ENDED_TITLE.search(text))
            depth -= 1
    return False
