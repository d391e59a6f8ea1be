"""Why a number or time may stand in a notice without any row about it. Few, and each with its examples."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from pipeline import lexicons

_CN = "[〇零一二两三四五六七八九十百千万半]"
_N = rf"(?:\d+(?:\.\d+)?|{_CN}+)"
_IDIOMS = lexicons.alternation("number_idioms")


@dataclass(frozen=True, slots=True)
class Reason:
    """A mention inside a match of `pattern` needs no row, for the reason `name`.

    `examples` maps a phrase to the mention in it that is explained; `counter_examples` are phrases in
    which nothing may be.
    """

    name: str
    pattern: regex.Pattern[str]
    examples: dict[str, str]
    counter_examples: tuple[str, ...] = ()


REASONS = (
    Reason(
        "ordinal",
        regex.compile(rf"第\s?{_N}(?:次|届|批|轮|期|位|个|条|款|项|章|节|号|名|产业|方|季度|线)?"),
        {"已经区政府第120次常务会议审议通过": "120", "第五批改革试点": "五", "委托第三方机构": "三"},
    ),
    Reason(
        "party_congress",
        regex.compile(rf"{_CN}{{1,3}}大(?=[和、精报以，。]|$)|{_CN}{{1,3}}届(?:{_CN}{{1,2}}(?:次|中)?[、和]?)*(?:全会)?"),
        {"贯彻党的二十大精神": "二十", "十九届四中全会": "十九"},
    ),
    Reason(
        "name_with_number",
        regex.compile(r"[A-Za-z]+[-+]?\d+(?:\.\d+)?|\d+(?:\.\d+)?[A-Za-z]+(?![\p{Han}]*[0-9])|\d{5}(?=[^\d]{0,4}(?:热线|平台))|\d[×xX]\d{1,2}"),
        {"运用5G、人工智能": "5", "12345政务服务热线": "12345", "7×24小时": "7"},
    ),
    Reason(
        "quoted_name",
        regex.compile(r"“[^“”]{1,24}”"),
        {"推行“双随机、一公开”检查": "一", "“三社联动”机制": "三"},
    ),
    Reason(
        "idiom",
        regex.compile(_IDIOMS),
        {"建设一批示范社区": "一", "发展智慧一体化平台": "一"},
    ),
    Reason(
        "age_or_grade",
        regex.compile(rf"{_N}(?:[-—~至]{_N})?(?:周?岁|年级)|{_CN}(?:[、和及]{_CN})*(?:星级?|级|类|等|档|甲|线城市)(?!政府)"),
        {"做好3岁以下婴幼儿照护": "3", "二级及以下医院": "二", "三星级养老机构": "三"},
        ("建成3所",),
    ),
    Reason(
        "scope_threshold",
        regex.compile(rf"{_N}[%万亿千]*(?:元|人|户|个|张|平方米|名|吨|公里|年|个月|天)?(?:以上|以下|以内|及以上|及以下)(?:且[^，。]{{0,12}})?的(?=\p{{Han}})"),
        {"对500万元以上的小微企业": "500"},
        ("达到20张以上",),
    ),
    Reason(
        "date_of_a_document",
        regex.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?=[^，。；《]{0,24}《)"),
        {"按照2021年1月29日市政府办公厅《关于印发方案的通知》": "2021年1月29日"},
    ),
    Reason(
        "year_in_a_name",
        regex.compile(r"（?(?:19|20)\d\d(?:年度?)?(?:[-—~至](?:19|20)?\d\d年?)?）?(?:年?版|[^，。；：]{0,16}(?:行动计划|实施方案|规划|要点|清单|目录|指南|年鉴|预案)|）)"),
        {"三年行动计划（2021—2023年）": "2021—2023年", "2023年工作要点": "2023年"},
    ),
    Reason(
        "past",
        regex.compile(r"(?:截至|截止)[^，。；]{0,20}|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起至今|已)|近(?:[一二两三四五六七八九十]|\d)+年"),
        {"截至2020年底，全区共有": "2020年底", "2019年以来": "2019年以来"},
    ),
    Reason(
        "enumerator",
        regex.compile(rf"(?:^|(?<=[：；。，、]))(?:（?{_CN}{{1,3}}(?:是|要|）)|（\d{{1,2}}）|\d{{1,2}}[.、)）](?=\p{{Han}}))"),
        {"表现在：一是建设任务方面": "一"},
    ),
    Reason(
        "attributive_year",
        regex.compile(r"(?:本年度?|今年|当年|年度)(?=[^，。；]{0,6}(?:拟|建设任务|运营|项目|计划|预算|重点|工作|补助|名单))"),
        {"确定本年度拟建设的项目": "本年度"},
        ("今年建成5个中心",),
    ),
    Reason(
        "label_without_names",
        regex.compile(r"(?:责任|牵头|配合)(?:单位|部门)[：:]?(?=$|[。；，])"),
        {"在每项工作中明确了责任单位：": "责任单位："},
    ),
    Reason(
        "formula",
        regex.compile(r"\d+\s?[+]\s?[\dNn]+(?:\+[NnXx])?|“?\d+\+[NnXx]”?"),
        {"构建1+N政策体系": "1"},
    ),
    Reason(
        "address_or_contact",
        regex.compile(r"\d{3,4}-\d{7,8}|1\d{10}|(?:https?://|www\.)\S+|\d+号(?:楼|院|线|门|公告)?(?=[，。）]|$)|[\w.]+@\S+|\d{6,}"),
        {"联系电话：023-12345678": "023"},
    ),
)  # fmt: skip


def explain(text: str, start: int, end: int) -> str | None:
    """Name of the first reason that explains text[start:end], None if none does."""
    low, high = max(0, start - 60), min(len(text), end + 60)
    window = text[low:high]
    for reason in REASONS:
        for match in reason.pattern.finditer(window):
            if low + match.start() <= start and end <= low + match.end():
                return reason.name
    return None
