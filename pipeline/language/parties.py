"""Who may stand in a list of those responsible: bodies, divisions of them, names that nothing is known of; and what is none."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.bodies import (
    BEGINS_AS_CLAUSE,
    CLASS_ALONE,
    CLAUSE_WORDS,
    LONGEST,
    OTHER_KINDS,
    TASK_BODY,
    TIME,
    is_agency,
    is_verb_with_object,
)
from pipeline.language.brackets import has_half, without_brackets
from pipeline.language.departments import is_department_of_field
from pipeline.language.words import words

# What divisions and working units are called inside a department: 投资处, 审批办, 提升专班, 直属事业单位.
_DIVISION = patterns.compile(
    r"^[\p{Han}“”]{1,22}(?:处室?|办|(?<!大)厅|科|(?<![控参持])股|室|院|馆|专班|(?:工作)?组|单位|支队|大队|窗口|站|所|局|委|部|中心|公司|集团|街道|[银支分]行|[协学商]会|学校|大学|(?:管理|监管|监督|执法|经办|派出|服务|主管|行政)(?:机构|部门)|[央国]企|院校|高校|院所|部队)$"
)
_NO_BODY = patterns.compile(
    r"(?:好|何|之|用|益|难|长|短|到|随)处$|(?:举|主|承|协|创|开|兴|经|代|申)办$|(?:教|卧|居|浴|病|图书|阅览|会议|活动|值班)室$|(?:场|住|处|厕)所$|养老机构$"
)

# 各县区均为责任单位: what is said of several names is none.
_OF_SEVERAL = ("均为", "均由", "均须", "均需")


def _is_of_several(name: str) -> bool:
    return any(word in name for word in _OF_SEVERAL)


@lru_cache(maxsize=4096)
def is_party(name: str) -> bool:
    """Is this a body, or a division of one, in a list that is plainly of those responsible (…负责, …牵头)?

    Wider than is_agency: 投资处 or 相关单位 alone is a word like others, before 牵头 it is somebody.
    """
    bare = without_brackets(name)
    if is_agency(name) or bare in CLASS_ALONE or bare in OTHER_KINDS:  # 乡镇（街道）, 幼儿园
        return True
    if has_half(name) or TIME.search(bare) or _is_of_several(bare):
        return False
    if BEGINS_AS_CLAUSE.match(bare) or (CLAUSE_WORDS.search(bare) and not TASK_BODY.search(bare)):
        return False
    return (
        (is_department_of_field(bare) or bool(_DIVISION.match(bare)))
        and not _NO_BODY.search(bare)
        and not is_verb_with_object(bare, at_level=True)
    )


def is_possible_name(name: str) -> bool:
    """May a name that nothing is known of be one, where a label asks for names (句投集团; never 2025年6月底前, 甲局（)?"""
    bare = without_brackets(name)
    if has_half(name) or TIME.search(bare) or not 2 <= len(bare) <= LONGEST:
        return False
    return (
        sum(map(str.isalpha, bare)) > 1
        and not bare.startswith(("第", *"0123456789"))
        and not set(bare) & set("：:！？《》")
        and not _is_of_several(bare)
    )


# 营商环境牵头部门 is somebody; 窗口受理, 科室出具 tell what somebody does.
_BY_ITS_PART = tuple(
    part + body
    for part in ("牵头", "负责", "主管", "配合", "责任", "参与")
    for body in words("ending", "body")
)
_DOING = patterns.compile(
    r"受理|出具|设立|发放|收件|承办|协办(?!处)|初审|发证(?!机关)|审核(?!中心)|提供(?!者|商)|(?<=[局委办厅院会位门府区县市])(?:要(?!闻)|须|应当)"
)


@lru_cache(maxsize=4096)
def is_sentence(name: str) -> bool:
    """Is this no name at all but a clause that goes on after a list (加强组织实施, 市直部门要认真落实)?"""
    bare = without_brackets(name)
    if is_party(name) or TASK_BODY.search(bare) or bare.endswith(_BY_ITS_PART):
        return False
    return bool(CLAUSE_WORDS.search(bare) or _DOING.search(bare))
