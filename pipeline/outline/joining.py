"""Does a line go on with the passage above it, or begin a new one?"""

# Long: every reason for which a line goes on or does not, asked in one order.

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.labels import WORDS, duty_alternation
from pipeline.language.names import is_agency, split_names
from pipeline.language.notice_heads import (
    begins_address,
    file_to_number,
    goes_on_to_address,
    is_list_of_addressees,
    may_be_address,
    may_be_several,
)
from pipeline.language.words import words as words_of
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import DATE_PATTERN, line_to_date, signed_date
from pipeline.outline.lines import Line
from pipeline.outline.metadata import text_to_field
from pipeline.outline.numbering import Mark
from pipeline.outline.title_words import (
    ENDS_IN_TYPE,
    HEAD_OF_NAME,
    WHOLE,
    begins_with_issuer,
    ends_in_dated_title,
)
from pipeline.outline.torn import cuts_name, ends_sentence, has_open_bracket, is_torn_text, makes_whole
from pipeline.outline.whole_lines import (
    FILES,
    closes,
    ends_box_line,
    is_titled_anew,
    is_whole_title,
    names_next,
    stands_alone,
)
from pipeline.outline.widths import holds_as_many, is_full

_PUNCTUATION = patterns.compile(r"[，、。；：！？]")
# A label of a duty or of what stands beside it: 协办科室：, 完成时限：.
LABEL_LINE = patterns.compile(rf"(?:{WORDS}|{duty_alternation('aside')})[：:]")
_ANNEX_LINE = patterns.compile(
    r"附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?[：:.、]?$|附件[\d一二三四五六七八九十]{0,3}[：:]"
)
# A day, the label of an annex; （2021年5月1日甲常务委员会通过: how a regulation came to be, below its title.
_ALONE = patterns.compile(
    rf"(?P<history>[（(]{DATE_PATTERN}\p{{Han}})|[\d〇○零一二三四五六七八九ＯOo]{{4}}年.{{1,3}}月.{{1,3}}日(?:印发|发布)?$"
    rf"|[（(]?(?:19|20)\d\d(?P<by>[-./])\d{{1,2}}(?P=by)\d{{1,2}}[）)]?$|{_ANNEX_LINE.pattern}"
)
_BEGINS_ALONE = "〇○零一二三四五六七八九Ｏ（(附"
# 各镇人民政府、街道办事处，有关单位： — the address is over, however long its line.
_ADDRESSEE = patterns.compile(
    r"^[^。；]{0,200}(?:政府|单位|部门|局|委|办|办公室|公司|机构|院校|银行|企业|处|各省|辖市|管委会|同志)：$"
)
# 为贯彻落实《某条例》, 根据有关规定: what a sentence begins with and none ends in.
# …300张以上。（责任单位：市民政局）: a sentence is over with the bracket behind its stop.
_CLOSED_BEHIND = patterns.compile(r"[。；！？]（[^（）]*）$")
# （2023年6月21日…审议批准）: a paragraph that is one bracket is over with it.
_IN_BRACKETS = patterns.compile(r"^（(?:[^（）]|（[^（）]*）)*）$|^〔[^〔〕]*〕$|^【[^【】]*】$")
# So does 《甲办法》已经市政府常务会议, 《乙解释》已于, 修订后的《丙方案》和《丁清单》已经.
_NAMED = r"《(?:[^《》]|《[^《》]*》)*》"
_OPENED = patterns.compile(
    rf"(?:为(?!民)|根据|按照|依据|遵照|\p{{Han}}{{0,5}}{_NAMED}(?:[、和及与]?{_NAMED})*(?:（[^（）]*）)?(?:(?:已|业)?经|已[由于]))[^，。；：！？]*$"
)
_OPEN_ADDRESS = patterns.compile(r"https?[：:]//[\x21-\x7e：，？（）]*$")
_OF_ADDRESS = patterns.compile(r"[\x21-\x7e：，？（）]+")
# 由、市财政局: before which a body is said.
_ASKS_FOR_BODY = patterns.compile(r"(?:[、，：（和与及由报向经同到为是至]|[（《“〈][^）》”〉]*)$")
# A text begins with these, and with 为 but before whom something is done for: 为民, 为老.
_OPENINGS, _WHOM = words_of("source"), ("民", "老", "农", "企", "侨")
# No addressee, label or heading is longer, and no bracket.
_REACH = 300
_LAST_NAME = patterns.compile("[、，：；]")
_COUNTED = patterns.compile(r"\d[万亿]?(?![年月日号届])\p{Han}{1,2}、")
_HEADING_LENGTH = 40


@dataclass(slots=True)
class Group:
    """Lines that make one passage, and what they say."""

    lines: list[Line]
    text: str = ""
    # As much of the text as an addressee, a label or a heading may have; as much of its end as the line below may belong to.
    begins: str = ""
    ends: str = ""

    def __post_init__(self) -> None:
        self._says("".join(line.squeezed for line in self.lines))

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self._says(self.text + line.squeezed)

    def _says(self, text: str) -> None:
        self.text, self.begins, self.ends = text, text[:_REACH], text[-_REACH:]

    @property
    def mark(self) -> Mark | None:
        """The number of the point that begins here."""
        return self.lines[0].mark

    @property
    def unnumbered(self) -> str:
        """What the text begins with, without that number."""
        return self.begins[self.mark.length :] if self.mark else self.begins


def is_torn(group: Group, line: Line) -> bool:
    """Whether a paragraph was cut in two by what made the file: a number alone, a mark at a line start."""
    if line.level or group.lines[-1].level:
        return False
    if makes_whole(group.begins, line.squeezed):
        return True
    if _starts_anew(group, line):
        return False
    if names_next(group.text, line.squeezed):
        return True
    # 各县区人民政府、东山 | 开发区管委会，市直各部门：
    if _goes_on_as_address(group, line):
        return True
    # 各供热企业，各街道办事处， above 区住建局：: no paragraph is over with a comma.
    return _is_begun(group) or group.ends.endswith(("，", "、")) or is_torn_text(group.ends, line.squeezed)


def _is_begun(group: Group) -> bool:
    """Whether there is nothing but the number of a point, or a label."""
    alone = group.mark is not None and group.mark.length == len(group.text)
    return alone or (group.text.endswith(("：", ":")) and LABEL_LINE.fullmatch(group.begins) is not None)


def runs_on(group: Group, line: Line, width: int | None) -> bool:
    """Whether `line` continues the passage that `group` has begun."""
    last, words, ends = group.lines[-1], line.squeezed, group.ends
    if _names_title(group.begins, words):
        return True
    if _is_within_address(group.ends, words) and (is_full(last, width) or holds_as_many(last, width)):
        return True
    if last.level or line.level or line.anew:
        return False
    if names_next(group.begins, words) and not line.cut:
        return True
    # Two ideographic blanks are how a paragraph begins; no wrapped line has them. … is where a page cut its words short, and
    # whatever they opened; 1990年3月10日，某部 is a day, and whose the text is.
    if line.text.startswith("　　") or ends.endswith("…") or line_to_date(group.text) or _is_signed(group):
        return False
    if makes_whole(group.begins, words):
        return True
    full = is_full(last, width)
    ended = ends_sentence(ends)
    if _starts_anew(group, line, not ended and (full or holds_as_many(last, width))):
        return False
    if ended and closes(line):
        return False
    if _is_begun(group) or is_torn_text(ends, words):
        return True
    bracketed = has_open_bracket(ends)
    if bracketed or _ADDRESSEE.match(group.begins) or _IN_BRACKETS.match(group.begins):
        return bracketed
    if _is_title_over(group, words):
        return False
    if (address := _goes_on_as_address(group, line)) is not None:
        return address
    if ended or (ends.endswith("）") and _CLOSED_BEHIND.search(ends)):
        # 市财政局：负责…: whose duties are told begins a paragraph.
        return full and not ("：" in words and is_body_name(words.partition("：")[0]))
    if full or holds_as_many(last, width):
        return True
    if is_labelled(group.begins) and cuts_name(ends, words):
        return True
    return _is_unfinished(group, words) and not _lists_bodies(group, words)


def _lists_bodies(group: Group, words: str) -> bool:
    """配合单位：甲局，乙公司 above 新建基站…: a list of bodies is over with a name, though a comma stands in it and no stop behind; not
    where the line below goes on with it (甲局等 | 市级有关部门, 中国人民银行 | 某市分行)."""
    last = _LAST_NAME.split(group.ends)[-1] if is_labelled(group.begins) else ""
    names = split_names(last) if last and not last.endswith("等") else []
    if not names or not is_agency(names[-1][0]):
        return False
    further = split_names(last + _LAST_NAME.split(words.rstrip("。；"))[0])
    return not further or not all(is_agency(name) for name, *_ in further)


def _is_signed(group: Group) -> bool:
    """甲市水利局、甲市林业局 2024年3月5日: a signature is over with its day, however long its line."""
    dated = signed_date(group.ends) if group.text == group.ends and HEAD_OF_NAME.match(group.begins) else None
    return dated is not None and is_body_name(group.text[: dated.start])


def _is_title_over(group: Group, words: str) -> bool:
    """Whether a title stands above the line, whole or with its day behind it, or one that names nobody above the first words of
    a text: 甲办法 | 为规范乙，…; 甲规划 | 为老服务 is not."""
    if is_whole_title(group.unnumbered) or ends_in_dated_title(group.ends):
        return True
    opens = words.startswith(_OPENINGS) or (words[0] == "为" and words[1:2] not in _WHOM)
    return opens and _is_title(group.begins)


def _goes_on_as_address(group: Group, line: Line) -> bool | None:
    """Whether a list of addressees goes on; None where there is none.

    各区县局、江北经开区规 | 划局，有关单位： does; 各街道办事处，区级各部门 above an empty line is over, though its colon was lost.
    """
    if group.mark is not None or not group.begins:
        return None
    if (
        may_be_address(group.begins)
        and may_be_several(group.begins)
        and goes_on_to_address(line.squeezed)
        and begins_address(group.begins)
    ):
        return True
    return False if line.gap and len(group.lines) == 1 and is_list_of_addressees(group.text) else None


def _is_within_address(ends: str, words: str) -> bool:
    """原文链接：https://www.example.gov.cn/zwgk/2025 | 0527/ad5cf4.html: an address, and what holds no word."""
    open_ = _OPEN_ADDRESS.search(ends) is not None
    return open_ and _OF_ADDRESS.fullmatch(words) is not None and not line_to_date(words)


def _names_title(begins: str, words: str) -> bool:
    """标题：甲局关于做好 | 防汛工作的通知: the title that a box gives goes over the end of a line."""
    field = text_to_field(begins) if "关于" in begins else None
    value = begins[field[1] :] if field and field[0] == "title" else ""
    is_over = (
        not value or value.endswith(FILES) or (ENDS_IN_TYPE.search(value) and not has_open_bracket(value))
    )
    return not is_over and WHOLE.search(value + words) is not None


_BECAME = patterns.compile("》(?:已|业)经")
_SHORTEST_BODY = 4  # characters; 《甲条例》已经出台 is said in full


def _is_unfinished(group: Group, words: str) -> bool:
    """Whether what has been said is no heading and no whole sentence: a comma and no stop, or 为贯彻落实《某意见》."""
    body = group.unnumbered
    # 《甲办法》已经乙委员会 | 第12次会议、丙会议审议通: what became of a paper is said by a sentence.
    became = _BECAME.split(body)[1:]
    if became and _OPENED.match(body) and len(became[-1]) >= _SHORTEST_BODY and is_body_name(became[-1]):
        return True
    if _OPENED.match(body) and _is_sentence(words) and (body.endswith("》") or not group.mark):
        return body.endswith("》") or not ENDS_IN_TYPE.search(body)
    return bool(_PUNCTUATION.search(body)) and not (_is_short_heading(body) or _is_whole_title(body))


def _is_whole_title(body: str) -> bool:
    """`甲部关于加强乙、丙管理的通知`: a title is over with what it ends in, whatever lists it holds."""
    return bool(WHOLE.search(body)) and not (_OPENED.match(body) or patterns.search("[，。；：]", body))


def _starts_anew(group: Group, line: Line, full: bool = False) -> bool:
    words = line.squeezed
    if line.mark or line.cut:
        return True
    # 附件：1.甲办法（甲政〔2024〕5号） above 甲市财政局: who signs.
    if (
        group.begins.startswith("附")
        and (_ANNEX_LINE.match(group.begins) or group.begins.startswith(("附：", "附:")))
        and HEAD_OF_NAME.match(words)
        and is_body_name(words)
        and not has_open_bracket(group.ends)
    ):
        return True
    # 一个单位 below an empty line and words that ask for none: who signs, though the sentence above lost its stop.
    if (
        line.gap
        and HEAD_OF_NAME.match(words)
        and is_body_name(words)
        and not _ASKS_FOR_BODY.search(group.ends)
    ):
        return True
    # 《某省支持民间投资发展实施 above 某省人民政府关于印发…: a headline that was cut, and the title.
    if group.begins.startswith("《") and "》" not in group.begins and begins_with_issuer(words):
        return True
    if is_titled_anew(words, group.ends):
        return True
    if _is_number_alone(words) and not has_open_bracket(group.ends):
        return True
    if not names_next(group.begins, words) and ends_box_line(words, group.begins, full):
        return True
    if stands_alone(words, group.begins):
        return True
    may_be = words[0].isdecimal() or words[0] in _BEGINS_ALONE
    alone = _ALONE.match(words) if may_be else None
    if alone and (not alone["history"] or _is_title(group.begins)):
        return True
    return is_labelled(words) and not has_open_bracket(group.ends)


def _is_title(text: str) -> bool:
    """Whether a passage ends as titles do and says no more."""
    return (
        ENDS_IN_TYPE.search(text) is not None
        and _PUNCTUATION.search(text) is None
        and _OPENED.match(text) is None
        and not text.endswith("》")
    )


def _is_number_alone(words: str) -> bool:
    """A 文号 alone on its line stands under a red head or a title, both of which may fill theirs; of 甲政 | 发〔2024〕5号 it is half."""
    if file_to_number(words):  # 甲政办发〔2022〕167号.pdf
        return True
    if not words.endswith(("号", "號", "令")) or words[1:2] in tuple("〔[（("):
        return False
    return NUMBERED.pattern.fullmatch(words) is not None


def is_labelled(text: str) -> bool:
    """Whether a text begins with a label of a duty or of what stands beside it: 协办科室：, 完成时限：."""
    return ("：" in text or ":" in text) and LABEL_LINE.match(text) is not None


def _is_sentence(words: str) -> bool:
    return bool(patterns.search(r"[，。；]", words))


def _is_short_heading(body: str) -> bool:
    # `健全区、镇、村三级养老服务` is a heading although it holds 、; a sentence has a comma or a stop.
    # 培育企业150家、…: no heading counts what it lists.
    counts = _COUNTED.search(body)
    return (
        len(body) <= _HEADING_LENGTH
        and not counts
        and not patterns.search(r"[，。；]", body)
        and not body.endswith("、")
    )
