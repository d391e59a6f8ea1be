"""Is a name that of a body? By suffix, by level word or place, and by the departments of the lexicons."""

from __future__ import annotations

from functools import lru_cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.brackets import has_half, without_brackets
from pipeline.language.registers import (
    districts,
    fields,
    known_names,
    known_pattern,
    longest_first,
    longest_suffix,
    regions,
    suffixes,
)
from pipeline.language.segmentation import tagged
from pipeline.language.words import alternation, lookup

# The longest name of a body in the labels has 33 characters; its brackets may hold as many again.
LONGEST = 80
# 区域, 市场, 县城 … begin like a level word and are none; 县城市管理局 is the 城市管理局 of a 县.
LEVEL = (
    r"(?:[我本全](?=[省市区县州]))?(?:自治[区州县]|省(?![会份级]|内|外(?!事))|市(?![场值区级]|民(?![政族宗])|内|外(?!事))"
    r"|区(?![域间块位级]|内|外(?!事))|县(?![域级]|城(?!市)|内|外(?!事))|州(?!级|内)|旗(?!下|舰)|盟(?!员)|兵团|师市)"
)
# 部门, 单位, 机构: bodies by what they are, not by name.
BODY_WORDS = alternation("ending", "body")
LEVELS = r"(?:中央|国家|全国|省|自治区|市|州|盟|区|县|旗|镇|乡|街道)"
PLACE = r"\p{Han}{2,7}?(?:省|自治区|市|自治州|州|盟|新区|开发区|区|自治县|县|旗)"
WHOLE = r"各|全体|所有|有关|相关|其他"
OF_BODIES = (
    r"(?:职能|工作|主管|行业|监管|行政|业务|成员|责任|直属|部门|企事业|用人|地方|参与|牵头|管理|园区|开发|功能"
    r"|[有相]关|[省市区县]?[级属直]|[和、及，])"
)
BODIES = (
    rf"(?:{BODY_WORDS}|企业|高校|院校|学校|委办局|部委|[部委办厅](?:、[委办厅局])+|[委办局]|区县|县区|市县|县市区|旗县市区|旗县区?|地级以上市|设区的?市|直辖市"
    r"|乡镇|镇乡|镇街|街镇|街道|(?:行政)?村|[镇乡区县市州盟旗省]|苏木(?:乡?镇)?|嘎查村?|师市?|团[场镇]|地(?=[（〔(])"
    r"|开发区|园区|地区|地方)"
)
# 央企, 高校, 部队: bodies by what they are and, in a list, by where they stand or whose they are.
OTHER_KINDS = frozenset(lexicons.words("body_kinds"))
KINDS = rf"(?:{BODY_WORDS}|企业|{'|'.join(longest_first(OTHER_KINDS))})"
# 各镇（街道）, 区级有关部门, 街直各部门, 市政府各有关部门, 各有关部门和单位, 各市〔州〕人民政府.
COLLECTIVE = patterns.compile(
    rf"(?:国务院|地方(?:各级)?(?:人民政府|政府)?|(?:{LEVELS}|街)(?:[级直属委]|(?:人民)?政府)?)*(?:{WHOLE}|[省市区县州][级直]){LEVELS}?{OF_BODIES}*{BODIES}"
    r"(?:[（〔(][^）〕)]*[）〕)])*(?:(?:人民)?(?:政府|法院|检察院)|管委会|街道办(?:事处)?|办事处)?"
    rf"(?:[和、](?:有关)?(?:{BODY_WORDS}|企业))?"
    # 各级审改部门, 各银行业金融机构, 行业主管部门, 厅机关各处室.
    rf"|(?:[厅局委]机?关?直?|中省直|直属|地方|国务院|全[国省市区县州])?(?:各级?|有关|相关)(?:\p{{Han}}{{0,10}}?(?:{BODY_WORDS}|企业|[处科股]室))"
    r"|(?:计划单列市|直辖市|自治区)?\p{Han}{0,6}主管部门|[省市区县乡地基][级方层](?:人民)?政府"
    # 县〔市、区〕人民政府, the later half of 各市、县〔市、区〕人民政府.
    r"|[市区县州][（〔(][^）〕)]+[）〕)](?:人民)?(?:政府|法院|检察院)"
    # 街道办事处, the later half of 各镇人民政府、街道办事处; 直属机构 of 各工作部门、直属机构.
    rf"|(?:乡镇|镇|乡)(?:人民)?政府|街道办事处|直属(?:{BODY_WORDS})"
    r"|(?:县级以上)?(?:地方)?政务(?:服务)?部门"
    # 市属企业, 省属高校, 部属事业单位; 驻地部队, 驻甬央企, 中央驻陕单位, 在川高校和科研院所; 各国有林场, 各民主党派.
    rf"|(?:区县|[省市区县州部委厅局院校])属(?:企?事业|国有|重点|骨干)*{KINDS}"
    rf"|(?:中央|国家|省级?|市级?)?(?:驻(?:地|\p{{Han}}{{1,2}}?)|在\p{{Han}})(?:部属|国有|中央|重点)*{KINDS}"
    rf"|各\p{{Han}}{{0,4}}?{KINDS}"
)
_OF_PLACES = ("政府", "法院", "检察院")
_SEAT = patterns.compile(
    r"(?:[省市州盟区县旗镇乡村]|街道|苏木|政府|[属本所]地|所在地|中央|全国|最高|地方|基层|[各本上下同县市省地乡两三]级|级|有关|相关|各|人民|中级|高级|基层|互联网|海事|党委[和、及与])$"
)
_AT_LEVEL = patterns.compile(rf"{LEVEL}|国家|国务院|各|相关|有关|其他|人民")
_DOING_TAGS = ("v", "vd", "vn", "d", "p", "c", "l")
_DOING_KINDS = ("make", "up", "down", "give", "does", "handled", "modal", "plan", "reach", "hold", "link", "each")  # fmt: skip
BEFORE_OBJECTS = "经由向对在以与和把将使让令报请送按从为被给及"
# In a list of agencies these are sets of bodies; elsewhere they are mostly places.
CLASS_ALONE = (
    "开发区", "园区", "乡镇", "镇街", "街道", "区县", "旗县市区", "民族乡", "苏木乡镇", "苏木镇", "嘎查村", "镇", "乡",
)  # fmt: skip
# 领导小组 and the like carry their task in their name, verbs and all.
TASK_BODY = patterns.compile(
    r"(?:领导小组|联席会议|专班|指挥部|工作组|委员会)(?:各|有关|全体)?(?:办公室|(?:成员|牵头|责任)?单位)?$|成员单位$"
)
CLAUSE_WORDS = patterns.compile(
    r"[的由予了其我您你这那]|遵循|批准|关于|加快|应(?!急|用|对|届)|按(?:照|规|职)|已[按经由报于在向]|均属|属于|并[与将报向]|负责|牵头|配合|鼓励|推进|推动|完善|加强|落实|开展|积极"
    r"|会同|做好|纳入|明确|支持|引导|实现|确保|报送|通过|依托|根据|加大|强化|并且|以及|同时|对于|适用|给予|(?:单位|部门|成员)(?:为|包括)"
)
# 区委, and 团区委 with the level inside.
COMMITTEES = frozenset(
    f"{youth}{level}委" for youth in ("", "团") for level in ("省", "自治区", *"市州盟区县旗镇乡")
)
# Two bodies and what one does with the other: 招生工作使用甲委员会, 甲企业向乙局, 甲局提请乙委员会, 甲委在乙中心.
_TWO_BODIES = patterns.compile(
    r"(?:局|委|厅|部|办|处|中心|企业|单位|部门|公司|政府)(?:向|在|对|提请|报请|报送|委托|批准|授权|遵循|后报|商|转|征求)(?!外)\p{Han}{2,}"
    r"|使用(?!权)(?=\p{Han}*[省市区县])"
)
# 坚持党组, 发挥政府作用, 在市疾控局: what is done to a body or where, not its name.
BEGINS_AS_CLAUSE = patterns.compile(
    r"坚持|构建|深化与|委托|充分|有效|发挥|服务政府|促使|督促|指导(?:各|商业|企业)|在|对(?![外口台])|需向|或|结合|提交|评估通过|未(?!来)"
)
# 2025年6月底前市场监管局, 全年: no name holds a time; 12345热线 is none.
TIME = patterns.compile(
    r"\d年|\d月|\d日|[年月季]度?底|[年月]末|[上下]半年|[一二三四]季度|全年|当年|今年|年内|长期|^持续|^常年|^每[年月季]"
)
OFFICE = patterns.compile(
    r"(?:书记|主任|[区市县州省镇乡局厅部院]长|行长|主席|秘书长|组长|(?:主要|分管|有关|相关)?(?:负责人|领导)|同志|负责人员|[正副]职|班子成员)$"
)

_IN_NO_NAME = frozenset("，,；;。：:！？《》")


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Is this the name of a body, or of a set of bodies (各镇街, 市级有关部门)?"""
    if len(name) > LONGEST or has_half(name) or TIME.search(bare := without_brackets(name)):
        return False
    if not 2 <= len(bare) <= 40 or not _IN_NO_NAME.isdisjoint(bare) or any(map(str.isspace, bare)):
        return False
    if bare in known_names() or bare in COMMITTEES:
        return True
    if COLLECTIVE.fullmatch(name):
        return not CLAUSE_WORDS.search(name)
    if "、" in bare or suffix_of(bare) is None:
        return False
    if not TASK_BODY.search(bare) and (len(bare) > 25 or CLAUSE_WORDS.search(bare)):
        return False
    if BEGINS_AS_CLAUSE.match(bare) or _is_of_no_place(bare) or OFFICE.search(bare):
        return False
    return _ends_in_body(bare) and not is_done_by_body(bare)


def is_done_by_body(name: str) -> bool:
    """甲市政府批准乙局, 批准乙局: what one body does with another, no name."""
    return bool(_TWO_BODIES.search(name)) or is_verb_with_object(name)


def _is_of_no_place(name: str) -> bool:
    """数字政府, 智慧法院, 服务型政府: governments and courts stand in a place or at a level."""
    seat = next((name.removesuffix(body) for body in _OF_PLACES if name.endswith(body)), "")
    return bool(seat) and not _SEAT.search(seat)


@lru_cache(maxsize=4096)
def is_verb_with_object(name: str, at_level: bool = False) -> bool:
    """报|市人民政府, 提升|上市公司, 加强|与市委员会办公室: a word of doing and a body it is done to.

    `at_level` asks for a body that begins with its level (引进|国外智力管理处 is somebody in a list)."""
    if name.startswith(fields()) or _AT_LEVEL.match(name) or _is_in_district(name):
        return False
    word, tag = tagged(name)[0]
    entry = lookup(word)
    rest = name[len(word) :].lstrip(BEFORE_OBJECTS)
    if len(word) == 1:
        return word in BEFORE_OBJECTS and _AT_LEVEL.match(rest) is not None and is_agency(rest)
    if entry is not None and entry.kind == "each":  # 同一银行
        return True
    # 出口信保分公司: a verb that only says what a body is for has no whole body behind it.
    if (tag == "vn" or at_level) and not _AT_LEVEL.match(rest):
        return False
    doing = tag in _DOING_TAGS or (entry is not None and entry.kind in _DOING_KINDS)
    return doing and word not in regions() and is_agency(rest)


def _is_in_district(name: str) -> bool:
    """新建区教育局: the name of a place may begin with a verb."""
    return any(name[:length] in districts() for length in range(2, 8))


def is_collective(name: str) -> bool:
    """Does the name stand for several bodies at once (各镇街, 市级有关部门, 各成员单位)?"""
    if len(name) > LONGEST:
        return False
    said = COLLECTIVE.fullmatch(name) or name in CLASS_ALONE
    return bool(said and not CLAUSE_WORDS.search(name)) or without_brackets(name).endswith("成员单位")


def is_office_holder(name: str) -> bool:
    """Is this a person by office (分管副区长, 主要负责人), not a body?"""
    return bool(OFFICE.search(without_brackets(name)))


@lru_cache(maxsize=4096)
def known_body(body: str) -> bool:
    """Is this a department or body of the lexicons, without any place or level before it?"""
    return body in known_names() or bool(known_pattern().fullmatch(body))


@lru_cache(maxsize=4096)
def suffix_of(name: str) -> dict[str, str] | None:
    """The line of agency_suffixes.tsv for the longest suffix that `name` ends in."""
    known = suffixes()
    nearest = max(0, len(name) - longest_suffix())
    return next((known[name[i:]] for i in range(nearest, len(name)) if name[i:] in known), None)


def _ends_in_body(name: str) -> bool:
    suffix = suffix_of(name)
    if suffix is None or suffix["strength"] == "none":
        return False
    if suffix["strength"] == "strong":
        return name != suffix["suffix"] or len(name) > 2
    body = patterns.sub(rf"^(?:{LEVEL}|{PLACE}|[厅局委](?=.+[处科办室]$))", "", name)
    return known_body(name) or known_body(body) or (body != name and len(body) > len(suffix["suffix"]) + 1)
