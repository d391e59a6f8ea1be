"""Is a word the name of a body, where only such may stand: above a day, before 关于, in a red head?"""

from __future__ import annotations

from functools import lru_cache

from pipeline.language import patterns
from pipeline.language.bodies import is_done_by_body, suffix_of
from pipeline.language.brackets import has_half, without_brackets
from pipeline.language.registers import known_names

# How names of bodies end where only such may stand (above a date, before 关于); elsewhere these are words like others.
_AS_SIGNED = patterns.compile(
    r"\p{Han}(?:司|学校|[中小]学|幼儿园|医院|卫生院|卫生服务中心|监狱|政协|银行|行署|公署|党委|[省市区县州盟旗]委|小组|机制|协调会议|组委会"
    r"|团中央|军区|警备区|建设兵团|届人民代表大会第\p{Han}{1,4}次会议|[作记台侨]协|[台侨]联|最高[法检]|防总|国家电网|总台|党支部|新华社)$"
)
_STOPS, _LONGEST_END = frozenset("，。；：！？"), 6


@lru_cache(maxsize=4096)
def is_body_name(text: str) -> bool:
    """Does the text end as the name of an issuing body does? An address (x.cn甲局) is no part of one."""
    bare = without_brackets(text)
    # What has a comma in it is a saying, the name of a site: 维基文库，自由的图书馆.
    if has_half(text) or bare != bare.upper() or not _STOPS.isdisjoint(bare) or bare.startswith("我"):
        return False
    suffix = suffix_of(bare)
    # 新建中小学12所 counts what is built.
    if suffix and bare.removesuffix(suffix["suffix"])[-1:].isdecimal():
        return False
    if suffix is not None and is_done_by_body(bare):
        return False
    return bool(_AS_SIGNED.search(bare)) or (
        bare in known_names()
        or (suffix is not None and suffix["strength"] != "none" and bare != suffix["suffix"])
    )


def is_end_of_name(text: str) -> bool:
    """Is text only what the name of a body ends in (办公室, 管理委员会)?"""
    suffix = suffix_of(text)
    return suffix is not None and suffix["suffix"] == text and text not in known_names()


def whole_name(above: str, text: str) -> str:
    """The name that a text begins with, of which the first line has `above`: 甲市人民代表大会 | 常务委员会公文处理办法.

    >>> whole_name("甲市人民代表大会", "甲市人民代表大会常务委员会公文处理办法"), whole_name("甲县水利局", "甲县水利局公务用车管理制度")
    ('甲市人民代表大会常务委员会', '甲县水利局')
    >>> whole_name("甲区双减工作", "甲区双减工作重点任务台账")
    '甲区双减工作'
    """
    ends = range(len(above) + _LONGEST_END, len(above) + 1, -1)
    return next((text[:end] for end in ends if is_body_name(text[:end]) and _is_sure(text[:end])), above)


def _is_sure(name: str) -> bool:
    """Whether only names of bodies end as this does: 台 begins 台账, too."""
    suffix = suffix_of(name)
    return suffix is not None and suffix["strength"] == "strong"
