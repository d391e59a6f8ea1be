"""What a cited title is: the notice's own, an annex, a law, a standard, a form, another document; and who issued it."""

from __future__ import annotations

from pipeline.extract.citations.other_words import end_of_words, in_other_words, is_made_by, says_place
from pipeline.extract.citations.relations import is_ended
from pipeline.extract.citations.titles import Cited
from pipeline.language import patterns
from pipeline.language.bodies import is_agency
from pipeline.language.cited_numbers import is_standard
from pipeline.language.documents import (
    bare,
    called_a_document,
    is_remark,
    is_short_name,
    is_work,
    title_to_kind,
)
from pipeline.language.words import alternation, words

# 见附件2：《甲安排》, 附表3《乙清单》, 随文所附《丙安排》; 《甲安排》（附件2）, 《乙清单》（附后）, 《丙表》（详见附件）.
_ANNEXES, _FIGURES = ("附件", "附表", "附录"), "0123456789一二三四五六七八九十-—、"
_ATTACHED = (*_ANNEXES, "所附", "后附", "文附", "附发")
_SEEN_ANNEX = tuple(f"{see}{annex}" for see in ("见", "详见") for annex in _ANNEXES)
# 为贯彻落实农业农村部《…》: the words before the name are no part of it.
_ISSUER = patterns.compile(
    rf"(?:^|[，。；、：按照据实行及和]照?)为?(?:{alternation('modal')}|认真|切实|贯彻|落实|执行|{alternation('source')}|结合|现?将|转发|参照|对照|按)*+"
    r"((?:国务院|\p{Han}{1,20}?(?:部|委|厅|局|办|政府|办公[厅室]))(?:等(?:\d+|[一二三四五六七八九十]+)?(?:个)?部门)?)(?:联合)?(?:印发|发布|制定|拟定|拟订|出台)?的?$"
)
# 具体工作依照国务院办公厅《…》, 修订市局《…》: what is done by it, not part of its name.
_GOES_BY = (*words("source"), "参照", "对照")
_BEFORE_ISSUER = (*_GOES_BY, "适用", "印发", "修订", "修改", "废止")
_SHORTEST_END = 4
# 《××镇实施方案》, 《XX学校台账》 is to be filled in.
_BLANKS = ("×", "XX", "xx", "**", "＊", "__", "□", "○○", "……")
# 转发某部关于乙的通知, 修改乙办法: what follows such a word in a name is another's; the second ones right before it.
_OF_ANOTHER = ("转发", "批转", "修改", "修订", "修正", "废止")
_RIGHT_BEFORE = (*words("source"), "关于", "贯彻", "落实", "执行", "实施", "学习", "宣传", "解读")
# 国务院《…》, 省《…》, 按照市局印发的《…》.
_WHOSE = ("国家", "中央", "全国", "上级", *"省市区县州部委厅局院府办")


def kind_of(cited: Cited, own: dict[str, str], around: tuple[str, str], listed: bool) -> str | None:
    """policy, law, standard or form; self and annex by the names in `own` (bare titles); None for what is no document
    or only the short name of one. `around` is what stands before the title and behind its number.
    """
    before, after = around
    if is_remark(before, after):
        return None
    if (whose := _own_kind(cited, own, around)) and not (whose == "self" and is_ended(after)):
        return whose
    if listed or _is_attached(before, after):
        return "annex"
    if cited.number is None and is_short_name(cited.title):
        return None
    if cited.number is None and any(blank in cited.title for blank in _BLANKS):
        return "form"
    kind = None if _is_gazette(cited.title) else title_to_kind(cited.title)
    if cited.number and (is_standard(cited.number) or kind in (None, "form")):
        return "standard" if is_standard(cited.number) else "policy"
    if cited.number is None and not cited.title.startswith("关于") and is_work(before, after):
        return None
    if kind == "form" and _is_gone_by(cited.title, around):
        return "policy"
    # 填报《甲办法》的附表: the table is filled in, not the paper.
    of_it = after.lstrip("的中所").startswith(_ANNEXES)
    if kind == "policy" and not of_it and _is_handed_in(cited, before):
        return "form"
    return kind or called_a_document(before, after) or ("policy" if cited.title.endswith(_EDITIONS) else None)


# 《甲知识与技能（2024年版）》: what has an edition is a paper, whatever its last word.
_EDITIONS = ("年版）", "试行）", "暂行）", "修订）", "修订版）", "稿）")


def _is_attached(before: str, after: str) -> bool:
    """Do the words around a title say that it is what stands in an annex?

    >>> _is_attached("任务见附件2：", "。"), _is_attached("按照", "（附件2）执行"), _is_attached("按照", "（附件已下发）执行")
    (True, True, False)
    """
    inside = after[1:].partition("）")[0] if after.startswith("（") else ""
    named = inside.startswith(_ANNEXES) and not inside[2:].strip(_FIGURES)
    seen = after.lstrip("（，").startswith(_SEEN_ANNEX) or inside == "附后"
    said = before.removesuffix("的").removesuffix("中").rstrip(f"{_FIGURES}：（")
    return named or seen or said.endswith(_ATTACHED) or before.endswith("附：")


def _is_gone_by(title: str, around: tuple[str, str]) -> bool:
    """Whether a report that says on what it is stands as the ground of something, and is not to be filled in.

    >>> around = ("收费标准参照", "执行。")
    >>> _is_gone_by("某区清运成本分析报告", around), _is_gone_by("自查报告", around), _is_gone_by("某区清运成本分析报告", ("按", "格式报送"))
    (True, False, False)
    """
    before, after = around
    names_it = title.endswith(("报告", "报告书")) and len(title) >= _SHORTEST_REPORT
    return names_it and before.endswith(_GOES_BY) and not after.startswith(_TO_FILL)


def _is_handed_in(cited: Cited, before: str) -> bool:
    """Whether a paper of no number, place or year is one that those addressed write or that is handed to each: 报送《会议纪要》, 下达《督办函》,
    建立《项目清单》《责任清单》; of what is made it is one whose name says no more than what it is: 制定《应急预案》, but 制定《甲产业发展规划》."""
    nobodys = cited.number is None and not says_place(cited.title) and not any(map(str.isdigit, cited.title))
    while (said := before.rstrip("、和及与或")).endswith("》") and "《" in said:
        before = said[: said.rindex("《")]
    words = _HANDED_IN if len(cited.title) > _LONGEST_MADE else (*_HANDED_IN, *_MADE)
    return nobodys and before.removesuffix("了").endswith(words) and not cited.title.startswith("关于")


_HANDED_IN = (
    *(
        "报送",
        "上报",
        "提交",
        "递交",
        "提供",
        "填写",
        "填报",
        "出具",
        "签订",
        "签署",
        "发出",
        "下达",
        "送达",
        "发放",
        "张贴",
    ),
    *("印制", "编印", "下载", "领取"),
)
_MADE, _LONGEST_MADE = (
    ("制定", "制订", "制作", "编制", "编写", "拟定", "拟订", "修改", "修订", "完善", "建立", "健全", "形成"),
    8,
)
_SHORTEST_REPORT = 8
_TO_FILL = ("格式", "样式", "式样", "模板", "模版", "样本", "范本", "填报", "填写")


def _is_gazette(title: str) -> bool:
    """甲市人民政府公报 is where papers are printed; 甲市统计公报 is a paper."""
    return title.endswith("公报") and is_agency(title.removesuffix("公报"))


def _own_kind(cited: Cited, own: dict[str, str], around: tuple[str, str]) -> str | None:
    """self or annex of a title that is the notice's own, or what one of these ends in: of the 甲专项2026年度申报指南 the
    《申报指南》 is spoken of, where neither a number nor whose it is says that it is another. A law may have the name of
    that of a province without the place."""
    title = bare(cited.title)
    before, after = around
    if is_made_by(after) and before.endswith(_GOES_BY) and not says_place(title):
        return None
    if title in own:
        return own[title]
    is_law = title_to_kind(title) == "law"
    if cited.number or _is_anothers(before) or len(title) < _SHORTEST_END or is_made_by(after):
        return None
    said = in_other_words(cited.title) if says_place(title) or not is_law else ()
    if whose := next((own[words] for words in said if words in own), None):
        return whose
    if is_law:
        return None
    last = (title, end_of_words(cited.title))
    ends = ((name.removesuffix(end), own[name]) for end in last for name in own if name.endswith(end))
    return next((whose for begins, whose in ends if not _tells_of_another(begins)), None)


def _is_anothers(before: str) -> bool:
    said = before.removesuffix("的")
    made = next((word for word in words("make") if said.endswith(word)), "")
    return said.removesuffix(made).endswith(_WHOSE)


def _tells_of_another(begins: str) -> bool:
    return begins.endswith(_RIGHT_BEFORE) or any(word in begins for word in _OF_ANOTHER)


def issuer_of(before: str) -> str | None:
    """Who issued the document, where it is said before the title: 民政部等部门《…》."""
    match = _ISSUER.search(before[-30:])
    name = match[1] if match else None
    for word in _BEFORE_ISSUER if name else ():
        name = name.rpartition(word)[2] if name else None
    return name
