"""Why a number or time may stand in a notice without any row about it. Few, and each with its examples."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.documents import is_remark, is_short_name, is_work

_CN = "[〇零一二两三四五六七八九十百千万半]"
# No numeral has more: 一百二十三万四千五百六十七 has 13.
_N = rf"(?:\d+(?:\.\d+)?|{_CN}{{1,16}})"
_IDIOMS = lexicons.alternation("number_idioms")


@dataclass(frozen=True, slots=True)
class Reason:
    """A mention inside a match of `pattern` needs no row, for the reason `name`.

    `examples` maps a phrase to the mention in it that is explained; `counter_examples` are phrases in
    which nothing may be.
    """

    name: str
    pattern: patterns.Pattern
    examples: dict[str, str]
    counter_examples: tuple[str, ...] = ()


_UNIT = r"(?:[万亿千百]*(?:个工作日|工作日|个百分点|个月|元|人次|人|户|个|张|平方米|平方公里|名|吨|公里|千瓦时?|千伏|年|个月|天|日|周|小时|家|座|亩|米|度|辆|台|位|件|项|岁|次|倍)|%)"

REASONS = (
    Reason(
        "ordinal",
        patterns.compile(rf"第\s?{_N}(?:次|届|批|轮|期|位|个|条|款|项|章|节|号|名|产业|方|季度|线)?|{_CN}{{1,2}}期(?=[^，。]{{0,6}}(?:项目|工程|建设|建成|扩建|等|、))|新一[轮代]|[上下]一(?:年度|季度|阶段|学年)"),
        {"已经区政府第120次常务会议审议通过": "120", "第五批改革试点": "五", "委托第三方机构": "三", "产业园二期等项目": "二"},
    ),
    Reason(
        "party_congress",
        patterns.compile(rf"党的{_CN}{{1,3}}大|{_CN}{{2,3}}大(?=[和、精报以，。]|$)|{_CN}{{1,3}}届(?:{_CN}{{1,2}}(?:次|中)?[、和]?)*(?:全会)?"),
        {"贯彻党的二十大精神": "二十", "十九届四中全会": "十九"},
    ),
    Reason(
        "name_with_number",
        patterns.compile(
            r"[A-Za-z]+[-+]?\d+(?:\.\d+)?|\d+(?:\.\d+)?[A-Za-z]+(?![\p{Han}]*[0-9])|\d[×xX*]\d{1,2}(?:小时)?"
            r"|(?<!\d)(?:12\d{3}|96\d{3,4}|110|119|120)(?![\d.%万亿]|个|家|户|元|项|名)"
            r"|(?:24|72|144|240)小时(?=[^，。]{0,10}(?:自助|服务|过境|在线|热线|开放|受理|值|不打烊))"
            r"|[国省县]道\d{3}线?|[一二三四五两十百]年?(?:行动|计划|攻坚|清零|规划|日攻坚|滚动|奋斗)|[三五七九]年(?:一贯)?制"
        ),
        {"运用5G、人工智能": "5", "12345政务服务热线": "12345", "7×24小时": "7", "开放24小时自助服务区": "24小时", "实施三年行动": "三年"},
        ("建成120个站点", "24小时内办结"),
    ),
    Reason(
        "quoted_name",
        patterns.compile(r"“(?![^“”]*\d(?:分钟|%|元|个|天|日|公里))[^“”]{1,24}”"),
        {"推行“双随机、一公开”检查": "一", "“三社联动”机制": "三"},
    ),
    Reason(
        "idiom",
        patterns.compile(_IDIOMS),
        {"建设一批示范社区": "一", "发展智慧一体化平台": "一"},
    ),
    Reason(
        "article",
        patterns.compile(r"(?<![每各第少])一(?:[张支种类套批个项件家座条轮代期站口键网窗步次份条些系]|[\p{Han}]通)(?!以上|以内)"),
        {"打造一支特色服务队伍": "一", "依托全市一张图": "一"},
        ("每个村至少一个",),
    ),
    Reason(
        "age_or_grade",
        patterns.compile(rf"{_N}(?:[-—~至]{_N})?(?:周?岁|年级)|{_CN}(?:[、和及]{_CN})*(?:星级?|级|类|等|档|甲|线城市)(?!政府)"),
        {"做好3岁以下婴幼儿照护": "3", "二级及以下医院": "二", "三星级养老机构": "三"},
        ("建成3所",),
    ),
    Reason(
        "scope_threshold",
        patterns.compile(
            rf"{_N}{_UNIT}?(?:（含[^（）]{{0,6}}）)?(?:及?以上|及?以下|以内|及以上|及以下)(?:且[^，。]{{0,12}})?的?(?=[\p{{Han}}（])"
            rf"|(?:满|届满|不满|未满|不足|小于|大于|大于或等于|小于或等于|每满|≥|≤|＜|＞|[<>])(?:有|的)?{_N}{_UNIT}?|{_N}{_UNIT}及?以[上下]（|连续{_N}(?:年|个月|次)|持续时间[^，。]{{0,6}}{_N}{_UNIT}"
            rf"|(?:拥有|持有|名下有?|已有|只有|购买)[^，。；]{{0,4}}{_N}(?:套|辆|处|家|所)|（不?含{_N}{_UNIT}[^（）]{{0,6}}）"
        ),
        {"对500万元以上的小微企业": "500", "总投资5000万元以上项目": "5000", "参加失业保险缴费满1年的人员": "1年"},
        ("达到20张以上",),
    ),
    Reason(
        "date_of_a_document",
        patterns.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?=[^，。；《]{0,24}《)|（(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^（）]{0,30}）|(?:19|20)\d\d年[^，。；]{0,14}(?:令|号|修订|修正)"),
        {"按照2021年1月29日市政府办公厅《关于印发方案的通知》": "2021年1月29日", "实施方案的通知（2023年3月9日）": "2023年3月9日"},
    ),
    Reason(
        "imprint",
        patterns.compile(r"^(?:[\p{Han}（）]{4,40})?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?$"),
        {"安庆市住房公积金管理委员会2022年7月27日印发": "2022年7月27日"},
        ("请于2022年7月27日前印发",),
    ),
    Reason(
        "year_in_a_name",
        patterns.compile(r"（?(?:19|20)\d\d(?:年度?)?(?:[-—~至](?:19|20)?\d\d年?)?）?(?:年?版|[^，。；：]{0,16}(?:行动计划|实施方案|规划|要点|清单|目录|指南|年鉴|预案|会议)|）)|(?:19|20)\d\d年度(?=\p{Han})"),
        {"三年行动计划（2021—2023年）": "2021—2023年", "2023年工作要点": "2023年"},
    ),
    Reason(
        "past",
        patterns.compile(
            r"(?:截至|截止)[^，。；]{0,20}|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起至今|已|是)|(?:近|过去)(?:[一二两三四五六七八九十]|\d)+年|“?十[一二三]五”?(?:期间|时期|期末|末)?"
            r"|(?:累计|已(?:累计|建成|完成|达|有|发放|培育|实现|开展|办理|启动)|去年|上年|同比|共查处|先后)[^，。；]{0,24}|[一二三四五]年来|由之前的[^，。；]{0,16}"
        ),
        {"截至2020年底，全区共有": "2020年底", "2019年以来": "2019年以来", "累计识别监测对象81.4万人": "81.4"},
    ),
    Reason(
        "enumerator",
        patterns.compile(rf"(?:^|(?<=[：；。，、]))(?:（?{_CN}{{1,3}}(?:是|要|）)|（\d{{1,3}}）|\d{{1,3}}[.、)）](?=\p{{Han}}))|（{_CN}{{1,3}}）(?=[项（、至款])"),
        {"表现在：一是建设任务方面": "一"},
    ),
    Reason(
        "count_of_a_list",
        patterns.compile(
            rf"（(?:共)?{_N}(?:大|子)?[项条个类](?:[，、]\d+子?[项条个])*）|等{_N}个?(?:部门|单位|机构|区县|地区|城市|省|市)"
            rf"|(?<![每至少成增第于为到])[两二三四五六七八九十](?:大|[个项种类条级]|方面)(?=(?!以上|以内|月|工作日|百分点)\p{{Han}})"
            rf"|方面{_N}项|{_N}[项个类](?![月百])(?=[\p{{Han}}“”]{{0,10}}?(?:指标|措施|事项|项目|行为|举措|处罚|区域|信用信息|旗县|省区?|政策))"
            rf"|{_N}[个项条类种张大]?(?:大)?(?:重点)?(?:领域|部门|方面|类型|事项|环节|政策措施|举措|地方标准|罚款|渠道|维度|清单|种类型|大类|板块|子项|罪名|情形)"
        ),
        {"一、高效便利政务环境方面（11项）": "11", "市农业农村委等六部门": "六", "聚焦5大领域": "5", "统筹国际国内两个市场": "两"},
        ("建成25个中心", "建成三个中心"),
    ),
    Reason(
        "score",
        patterns.compile(rf"(?:满分|总分|得分|加分项?|扣|评分|分值|各)[^，。；]{{0,8}}?{_N}分"),
        {"综合考查（满分50分）": "50"},
    ),
    Reason(
        "label",
        patterns.compile(rf"(?<!代)(?:表|图|问题|附表|专栏|附图|公式|模式){_N}"),
        {"补贴标准见表1": "1"},
        ("代表3人",),
    ),
    Reason(
        "attributive_year",
        patterns.compile(r"(?:本年度?|今年|当年|年度|全年)(?=[^，。；]{0,6}(?:拟|建设任务|运营|项目|计划|预算|重点|工作|补助|名单|资助|较))"),
        {"确定本年度拟建设的项目": "本年度"},
        ("今年建成5个中心",),
    ),
    Reason(
        "label_without_names",
        patterns.compile(r"(?:责任|牵头|配合)(?:单位|部门)[：:]?(?=$|[。；，])"),
        {"在每项工作中明确了责任单位：": "责任单位："},
    ),
    Reason(
        "formula",
        patterns.compile(r"\d+\s?[+]\s?[\dNn]+(?:\+[NnXx])?|“?\d+\+[NnXx]”?"),
        {"构建1+N政策体系": "1"},
    ),
    Reason(
        "address_or_contact",
        patterns.compile(r"\d{3,4}-\d{7,8}|1\d{10}|(?:https?://|www\.|/[A-Za-z])[\w./%?=&-]+|\d+号(?:楼|院|线|门|公告)?(?=[，。）]|$)|[\w.]+@\S+|\d{6,}(?:/\S+)?|\d{1,2}:\d{2}(?::\d{2})?"),
        {"联系电话：023-12345678": "023"},
    ),
)  # fmt: skip


# Digits without end are no number, and no pattern is tried on them.
_LONGEST_EXPLAINED = 100


def explain(text: str, start: int, end: int) -> str | None:
    """Name of the first reason that explains text[start:end], None if none does."""
    if end - start > _LONGEST_EXPLAINED:
        return None
    low, high = max(0, start - 60), min(len(text), end + 60)
    window = text[low:high]
    for reason in REASONS:
        for match in reason.pattern.finditer(window):
            if low + match.start() <= start and end <= low + match.end():
                return reason.name
    return None


def why_no_document(text: str, start: int, end: int) -> str | None:
    """Why the 《…》 at text[start:end] is in no row: the short name of a document, what a collection says of one, or a book, a course, a film.

    >>> why_no_document("按《办法》执行", 1, 5), why_no_document("办好《看临江》杂志", 2, 7)
    ('short_name', 'work')
    """
    if is_short_name(text[start:end].strip("《》")):
        return "short_name"
    if is_remark(text[:start], text[end:]):
        return "furniture"
    return "work" if is_work(text[:start], text[end:]) else None
