"""Does a line end cut a sentence, a name, a number or a bracket in two?"""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.bodies import suffix_of
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.names import is_agency, split_names
from pipeline.language.registers import known_names
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import is_history, is_spoken, line_to_date, signed_date
from pipeline.outline.numbering import is_quantity

# （…按职责分工负责） closes a point as a full stop does.
_SENTENCE_END = patterns.compile(r"(?:负责|参与|配合)[）〕]$|[。！？：；.!?][”’」』）〕]*$|^[—\s]+$")
_LAST_OF_SENTENCE = "。！？：；.!?”’」』）〕—"
_AFTER_NUMBER = patterns.compile(r"[年月日号]|[万亿]?[元张个所人名家户]|平方米|个?百分点|周岁|岁")
# 至2024年 | 5月15日, 2026年7月 | 底前: a day that goes over the end of the line.
_BEGINS_DAY = {
    "年": patterns.compile(r"\d{1,2}月(?:\d|底|末|初|前|起|至|以)"),
    "月": patterns.compile(r"\d{1,2}[日号]|[底末初]"),
}
_BEGINS_YEAR = patterns.compile(r"[\d二一]")
# No paragraph begins with these.
_GOES_ON = patterns.compile(r"[于到至]?\d+(?:\.\d+)?[%％]|[的等]|了(?!解)|以[上下内]|左右|个?百分点")
_BEGINS_ON = "于到至的等了以左个百"
# No sentence and no heading ends in these.
_UNFINISHED = (
    *("不低于", "不少于", "不超过", "不高于", "至少", "达到", "超过", "按照", "根据"),
    *"和与及或在对将把由从向第",
)
_BEHIND_TITLE = patterns.compile(rf"[（〔]{NUMBERED.pattern.pattern}[）〕]")
# 市委, 县政府: what has offices of its own.
_OF_BODY = tuple(place + body for place in "省市区县旗州" for body in ("委", "政府"))
_OFFICES, _LONGEST_OFFICE = ("办公室", "办公厅"), 9
_LAST_LETTERS = patterns.compile(r"[^、，；：。（《]{1,3}(?=[、，；：]|$)")
_LONGEST_HALF, _LONGEST_CODE, _NOBODYS = 24, 4, frozenset("政府委办发字函规令")
# A scan may close with another bracket than it opened with: (2024]15号.
_CLOSE = "）〕》”】]"
_BRACKET = patterns.compile(r"[（〔《“【\[）〕》”】\]]")
# 关于印发《某方案的通知: the mark was never closed, the title is over all the same.
_ENDED_TITLE = patterns.compile(
    r"(?:^|印发|转发|批转|发布|公布|下发|关于)《[^，。；《》]{4,}的(?:补充|紧急)?(?:通知|通告|公告|意见|决定|批复|函)$"
)
# How far back an open bracket may stand for its text still to be running on: the longest bracket of
# agencies measured in 97 real files has 190 characters.
_BRACKET_REACH, _YEAR = 240, 4


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence, a point or a rule does."""
    return text[-1:] in _LAST_OF_SENTENCE and _SENTENCE_END.search(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether a text ends in a word that no sentence and no heading ends in: 不低于, 按照, 甲的."""
    return text.endswith(_UNFINISHED) or (text.endswith("的") and text[-2:-1] not in ("目", "标"))


def is_torn_text(text: str, words: str) -> bool:
    """No line begins with a closing mark, nor with what belongs to a number or a name that ends the line above."""
    return (
        _cuts_title(text, words)
        or _cuts_body(text, words)
        or _cuts_suffix(text, words)
        or _cuts_number(text, words)
        or words[0] in "，。、；：）〕》”’％%"
        or ((words[0] in _BEGINS_ON or words[0].isdecimal()) and bool(_GOES_ON.match(words)))
        or is_unfinished(text)
        # 实施时间为 | 2027年7月13日; 整治违规行为 is a heading.
        or (words[0].isdecimal() and text.endswith("为") and text[-2:-1] not in ("行", "作"))
        or (is_quantity(words) and not ends_sentence(text))
        or (text[-1].isdecimal() and bool(_AFTER_NUMBER.match(words)))
        or (text[-2:-1].isdecimal() and text[-1] in _BEGINS_DAY and bool(_BEGINS_DAY[text[-1]].match(words)))
    )


def makes_whole(above: str, words: str) -> bool:
    """Whether two lines are together a number or a day that neither is alone.

    >>> makes_whole("临政办发〔2024〕", "15号"), makes_whole("二〇二", "四年六月三日"), makes_whole("临江市人民政府", "临政〔2024〕1号")
    (True, True, False)
    """
    both = above + words
    # ——2024年1月16日在某省第十四届人民 | 代表大会第二次会议上.
    if is_spoken(both) and not line_to_date(above):
        return True
    # （某市政府第90次常务会议通过 | 1998年2月6日某市政府令第68号发布）, 1949年10月18日甲委员会常 | 务委员会通过: how a
    # regulation came to be.
    if words.endswith(("）", ")", "通过", "批准")) and is_history(both) and not above.endswith(("）", ")")):
        return True
    if len(above) > _LONGEST_HALF or len(words) > _LONGEST_HALF:
        return False
    if line_to_date(both):
        return bool(_BEGINS_YEAR.match(above)) and not line_to_date(above)
    # 某市财政局2024年3 | 月5日: who signs, and a day that goes over the end of the line.
    if (signed := signed_date(both)) and signed.start < len(above) < signed.end:
        return is_body_name(both[: signed.start])
    number = NUMBERED.first(both) if NUMBERED.pattern.fullmatch(both) else None
    if number is None or NUMBERED.pattern.fullmatch(above):
        return False
    # 临 | 政办发〔2024〕15号: a code of nothing but these letters is nobody's; 国办发 below a name is whole.
    rest = NUMBERED.first(words)
    return rest is None or (
        set(rest.agency) <= _NOBODYS and len(above) <= _LONGEST_CODE and not is_agency(above)
    )


def _cuts_title(text: str, words: str) -> bool:
    """关于修改《某市 | 办法》的决定: the line closes what the text above opened; 《某意见》 | （某办〔2022〕8号）等文件."""
    if "》" in words.partition("《")[0] and has_open_bracket(text):
        return True
    number = _BEHIND_TITLE.match(words) if text.endswith("》") else None
    return number is not None and number.end() < len(words)


def _cuts_body(text: str, words: str) -> bool:
    """由市委 | 宣传部牵头: an office that is named without its place is one of the body above."""
    if not text.endswith(_OF_BODY) or words[0] in "省市区县旗州镇乡各":
        return False
    names = (words[:n] for n in range(3, _LONGEST_OFFICE))
    return words.startswith(_OFFICES) or any(n in known_names() and not n.endswith("政府") for n in names)


def _cuts_suffix(text: str, words: str) -> bool:
    """各区人民政府、某园区管委 | 会，…; 某市民政 | 局 with nothing behind it: what a name ends in goes over the end of the line."""
    head = _LAST_LETTERS.match(words)
    last = patterns.split("[、，；：。]", text)[-1] if head else ""
    suffix = suffix_of(last + head[0]) if head and last else None
    if head is None or suffix is None or suffix["strength"] == "none":
        return False
    is_whole = head[0] == words and is_agency(last + words) and not is_agency(last)
    return is_whole or len(suffix["suffix"]) > len(head[0])


def _cuts_number(text: str, words: str) -> bool:
    """已经省政府甲政函 | 〔2024〕20号批复: the year of a number goes with the letters before it."""
    is_year = (
        words[0] in "〔[" and words[1 : _YEAR + 1].isdecimal() and words[_YEAR + 1 : _YEAR + 2] in ("〕", "]")
    )
    return is_year and text[-1:].isalpha()


_TAIL = 2  # of a name, what a line below may begin with


def cuts_name(text: str, words: str) -> bool:
    """责任单位：…、住房公积 | 金中心，…: the last name is none before the line below is read with it."""
    last, head = patterns.split("[、，；：]", text)[-1], patterns.match("[^、，；：。]+", words)
    if head is None or not last:
        return False
    if is_agency(last):  # 市级各有关部 | 门
        names = split_names(last + head[0]) if len(head[0]) <= _TAIL else []
        return bool(names) and names[-1][0].endswith(head[0]) and is_agency(names[-1][0])
    names = split_names(last + head[0])
    return bool(names) and len(names[0][0]) > len(last) and is_agency(names[0][0])


def has_open_bracket(text: str) -> bool:
    """Whether text ends inside a bracket that was opened within reach."""
    depth, near = 0, text[-_BRACKET_REACH:]
    if not any(opening in near for opening in "（〔《"):
        return False
    for char in reversed(_BRACKET.findall(near)):
        if char in _CLOSE:
            depth += 1
        elif depth == 0:
            held = near.rpartition(char)[2]
            # 某政发〔202346: a bracket that holds more than a year lost what closed it.
            is_lost = char == "〔" and held.isdecimal() and len(held) > _YEAR
            return char in "（〔《" and not (is_lost or (char == "《" and _ENDED_TITLE.search(text)))
        else:
            depth -= 1
    return False
