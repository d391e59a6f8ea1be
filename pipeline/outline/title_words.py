"""The words that the lines of a title block are known by."""

from __future__ import annotations

from pipeline import lexicons
from pipeline.language import patterns

TYPES = lexicons.alternation("document_types")
SUFFIX = r"(?:（[^（）]{1,20}）|\[[^\[\]]{1,10}\]|〔[^〔〕]{1,10}〕)*"
ENDS_IN_TYPE = patterns.compile(rf"(?:{TYPES})》?{SUFFIX}$")
# Words that end a 文种 and as often a phrase inside a title.
ENDS_IN_AMBIGUOUS = patterns.compile(r"(?:标准|行动|规范|制度|指标|计划|规划|报告|措施|目录|清单)$")
TYPE = patterns.compile(rf"({TYPES})》?{SUFFIX}$")
WHOLE = patterns.compile(
    rf"关于.*?的(?:补充|紧急|若干|暂行|具体|专项)?(?:{TYPES}){SUFFIX}$|(?:印发|发布|公布)《.*》{SUFFIX}$"
)
ACTION = patterns.compile(
    r"(?:^|关于|办公[厅室]|政府|委|局|厅)(印发|转发|批转|发布|公布|下发|废止|修订|修改|调整|公开征求)(.*)$"
)
BRACKETED = patterns.compile(r"^（[^（）]{1,20}）$")
RED_HEAD = patterns.compile(r"文\s?件$")
DRAFT = patterns.compile(r"征求意见|草案|讨论稿|送审稿|起草说明|征集意见|公开征询")
DATE = patterns.compile(
    r"^(?P<y>\d{4}|[〇○零Oo0一二三四五六七八九]{4})年(?P<m>.{1,2})月(?P<d>.{1,3})日(?:印发|发布)?$"
)
DATE_SUFFIX = patterns.compile(r"（(\d{4}年\d{1,2}月\d{1,2}日)）$")
DISCLOSURE = patterns.compile(r"^（?(?:此件|本件)?((?:主动|依申请|不予|删减后)?公开(?:发布)?)）?$")
# What stands alone above a text and is no addressee of it.
NO_ADDRESSEE = patterns.compile(
    r"^(?:附(?:件|表|录)[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?|附|注|备注|说明|编者按|目录|摘要|正文)：?$"
)
STOP = patterns.compile(r"[。；！？]")
SIGNED = patterns.compile(r"（(?:代章|盖章|印章|公章)）$")
BODY_NAME = patterns.compile(
    r"(?:政府|办公[厅室]|委员会|局|委|厅|部|院|会|署|处|中心|办|银行|党委|领导小组|公司)(?:（[^（）]+）)?$"
)


def without_date(text: str) -> str:
    """A title without the date that collections print behind it."""
    return DATE_SUFFIX.sub("", text)


def is_body_name(text: str) -> bool:
    """Does the text end as the name of an issuing body does?"""
    return bool(BODY_NAME.search(text))


def unwrapped(text: str) -> str:
    """A title without the pair of 《》 or “” that holds it whole: 《甲方案》 → 甲方案, “无废城市”方案 as it is."""
    if text.count("《") != text.count("》"):
        return text.strip("《》")
    match = patterns.fullmatch(r"《((?:[^《》]|《[^《》]*》)*)》|“([^“”]*)”", text)
    return (match[1] or match[2] or "") if match else text
