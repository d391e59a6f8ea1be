"""The fifth set of frames: what is reached, made, held and counted, and, a quarter of it, quantities that are no targets. Only for checking.

What a number means is known as in `frames`; the frames were written, and their rows fixed, before any was read.
"""

# Long: one frame a way of saying it.

from __future__ import annotations

from collections.abc import Mapping

from sentences.draw import Amount, Core, Draw, Noun, Want, last_day
from sentences.frames import Collection

FIFTH = Collection()
frame = FIFTH.frame

OWN = ("own",)
NONE = ("none",)
#: Positions of a sentence that ends in no verb that a time behind could close.
HEADED = ("before", "middle", "opening", "heading", "title", "line", "bracket", "none")
COUNTABLE = ("built", "old", "firm", "staff", "gear", "norm")

UP: Mapping[str, tuple[str, ...]] = {
    "=": ("升至{n}", "稳步提高到{n}", "力求达到{n}", "实现{n}", "力争{n}", "提到{n}"),
    ">=": ("要达到{n}以上", "不少于{n}", "须保持{n}以上", "维持在{n}以上", "在{n}以上", "达{n}及以上", "原则上不小于{n}", "力争不低于{n}", "提升到{n}以上"),
    ">": ("争取突破{n}", "高于{n}", "力争超过{n}", "稳定超过{n}"),
    "~=": ("达到{n}上下", "大致保持在{n}左右"),
}  # fmt: skip
DOWN: Mapping[str, tuple[str, ...]] = {
    "=": ("降到{n}", "压降至{n}", "回落到{n}"),
    "<=": ("压至{n}以内", "严控在{n}以内", "不突破{n}", "不得高于{n}", "不大于{n}", "控制在{n}及以下", "限定在{n}以内"),
    "<": ("低于{n}", "降到{n}以下", "压减至{n}以下"),
}  # fmt: skip
SIGNS = {"=": 4, ">=": 5, ">": 1.5, "~=": 0.5, "<=": 5, "<": 2}
VERBS: Mapping[str, tuple[str, ...]] = {
    "built": ("建起", "启用", "新设", "布局建设", "建好", "落地建设", "新布点", "动工建设", "增建", "改扩建"),
    "old": ("翻修", "完成整修", "维修改造", "治理提升", "改造提升", "消除"),
    "firm": ("引育", "做强", "扶持壮大", "新培育", "发展", "招引", "梯次培育"),
    "staff": ("招募", "轮训", "补充", "引进培养", "配齐", "定向培养", "充实"),
    "event": ("举行", "组织开展", "联合举办", "推出", "安排"),
    "gear": ("新购", "加装", "配置", "更换", "新增投放", "列装"),
    "norm": ("研制", "编制", "制修订", "推广", "形成"),
}
PLACES = ("东湖区", "河西区", "清源县", "宁陵县", "开发区")
EACH = ("每个县（市、区）", "各县（市、区）", "每县", "每个乡镇", "每个街道", "各乡镇")


def said_level(draw: Draw, noun: Noun, plain: bool = True) -> tuple[str, Want]:
    """…率要达到85%以上, …存量压至300吨以内."""
    table = UP if noun.kind in ("up", "sum") else DOWN
    sign = draw.weighted({key: SIGNS[key] for key in table})
    amount = draw.amount(noun, plain=plain)
    words = draw.pick(table[sign]).format(n=amount.text)
    return noun.text + words, Want(noun.text, amount.value, amount.unit, sign)


def said_things(draw: Draw, noun: Noun, unit: str = "") -> tuple[str, Want]:
    """增建深水泊位5个 or 增建5个深水泊位, with a comparator before or behind."""
    amount = draw.amount(noun, unit, plain=True)
    verb = draw.pick(VERBS[noun.kind])
    sign, before, behind = draw.weighted({
        ("=", "", ""): 6, (">=", "不少于", ""): 1, (">=", "至少", ""): 1, (">=", "", "以上"): 1.5, (">", "超过", ""): 0.5, ("~=", "约", ""): 0.4,
        ("~=", "", "左右"): 0.4, (">", "逾", ""): 0.2, (">=", "", "及以上"): 0.3,
    })  # fmt: skip
    number = f"{before}{amount.text}{behind}"
    words = f"{verb}{noun.text}{number}" if draw.chance(0.55) else f"{verb}{number}{noun.text}"
    return words, Want(noun.text, amount.value, amount.unit, sign)


def plain_things(draw: Draw, noun: Noun) -> tuple[Amount, Want]:
    amount = draw.amount(noun, noun.units[0], plain=True)
    return amount, Want(noun.text, amount.value, amount.unit)


# --- levels -----------------------------------------------------------------------------------


@frame(9)
def level_reached(draw: Draw) -> Core:
    noun = draw.noun("up", "up", "sum", "down", "load")
    text, want = said_level(draw, noun, plain=False)
    return Core(
        f"<{draw.pick(('', '', '全市', '全域'))}|{text}>",
        (want,),
        "reach",
        () if noun.kind in ("up", "sum") else HEADED,
    )


@frame(4)
def limit_shortened(draw: Draw) -> Core:
    noun = draw.noun("limit")
    amount = draw.amount(noun, plain=True)
    longer = draw.amount(noun, amount.unit, above=amount.value, plain=True)
    sign, words = draw.pick((
        ("=", f"由{longer.text}缩短为{amount.text}"), ("<=", f"压缩到{amount.text}以内"), ("<=", f"不超过{amount.text}"), ("=", f"缩至{amount.text}"),
        ("=", f"由现在的{longer.text}压减到{amount.text}"), ("<=", f"控制在{amount.text}之内"), ("<=", f"最长不超过{amount.text}"), ("<=", f"缩减至{amount.text}内"),
    ))  # fmt: skip
    return Core(
        f"<{draw.pick(('', '将', '力争将'))}{noun.text}|{words}",
        (Want(noun.text, amount.value, amount.unit, sign),),
        "make",
        ("before", "opening", "heading", "line", "none"),
    )


@frame(4)
def from_base_to_goal(draw: Draw) -> Core:
    noun = draw.noun("up", "sum")
    unit = draw.pick(noun.units)
    base = Amount("", draw.whole(20, 50), "%") if unit == "%" else draw.amount(noun, unit, plain=True)
    goal = draw.amount(noun, unit, above=base.value)
    old = f"{base.value:g}{unit}"
    words = draw.pick((
        f"{noun.text}由2025年的{old}提高到{goal.text}", f"{noun.text}从目前{old}增至{goal.text}", f"{noun.text}在2025年{old}的基础上提升到{goal.text}",
        f"{noun.text}达到{goal.text}（2025年为{old}）", f"{noun.text}（2025年为{old}）提高到{goal.text}", f"{noun.text}从{old}跃升至{goal.text}",
        f"{noun.text}由上年末的{old}增加到{goal.text}",
    ))  # fmt: skip
    return Core(
        f"<{words}",
        (Want(noun.text, goal.value, goal.unit),),
        "reach",
        ("before", "opening", "heading", "line", "none"),
    )


@frame(3)
def counted_from_base(draw: Draw) -> Core:
    noun = draw.noun("built", "firm", "staff", "gear")
    base, _ = plain_things(draw, noun)
    goal = draw.amount(noun, noun.units[0], above=base.value, plain=True)
    words = draw.pick((
        f"{noun.text}由{base.text}增加到{goal.text}", f"{noun.text}从现有的{base.text}扩大到{goal.text}", f"{noun.text}数量由2025年底的{base.text}增至{goal.text}",
        f"{noun.text}总数达到{goal.text}", f"{noun.text}累计达到{goal.text}", f"{noun.text}总量增至{goal.text}", f"累计{draw.pick(VERBS[noun.kind])}{noun.text}{goal.text}",
        f"拥有{noun.text}{goal.text}",
    ))  # fmt: skip
    return Core(
        f"<{words}",
        (Want(noun.text, goal.value, goal.unit, also=(f"{noun.text}数量", f"{noun.text}总数")),),
        "reach",
        ("before", "opening", "heading", "line"),
    )


@frame(4)
def grown_by(draw: Draw) -> Core:
    noun = draw.noun("sum")
    number = draw.whole(3, 28)
    sign, words = draw.pick((
        ("~=", f"年均增长{number}%左右"), (">=", f"较2025年增长{number}%以上"), ("=", f"比上年增长{number}%"), ("=", f"同比增长{number}%"),
        (">=", f"增长不低于{number}%"), (">=", f"年均增速保持在{number}%以上"), ("=", f"比2025年增加{number}%"), (">", f"年均增长超过{number}%"),
    ))  # fmt: skip
    change = None if "增速" in words else "+"
    return Core(
        f"<{noun.text}|{words}",
        (Want(noun.text, number, "%", sign, change=change, also=(f"{noun.text}年均增速",)),),
        "reach",
        ("before", "middle", "opening", "heading", "line"),
    )


@frame(2)
def points_up(draw: Draw) -> Core:
    noun = draw.noun("up")
    number = draw.whole(2, 15)
    sign, words = draw.pick((
        ("=", f"较2025年提高{number}个百分点"), (">=", f"比上年提升{number}个百分点以上"), (">=", f"年均提高不少于{number}个百分点"), ("=", f"每年提高{number}个百分点"),
    ))  # fmt: skip
    return Core(
        f"<{noun.text}|{words}",
        (Want(noun.text, number, "个百分点", sign, change="+"),),
        "reach",
        ("before", "middle", "opening", "heading", "line"),
    )


@frame(3)
def cut_by(draw: Draw) -> Core:
    noun = draw.noun("load", "limit")
    number = draw.whole(5, 45)
    sign, value, words = draw.pick((
        ("=", number, f"较2025年下降{number}%"), (">=", number, f"压减{number}%以上"), ("=", 30, "减少三成"), ("=", 25, "下降四分之一"), ("=", 50, "减半"),
        ("=", number, f"平均压缩{number}%"), (">=", number, f"比2025年减少{number}%以上"), (">=", number, f"降幅不低于{number}%"), ("=", 33.333333, "缩减三分之一"),
    ))  # fmt: skip
    change = None if "降幅" in words else "-"
    also = (f"{noun.text}降幅",)
    return Core(
        f"<{noun.text}|{words}",
        (Want(noun.text, value, "%", sign, change=change, also=also),),
        "reach",
        ("before", "middle", "opening", "heading", "line"),
    )


@frame(2)
def multiplied(draw: Draw) -> Core:
    noun = draw.noun("sum")
    value, words = draw.pick(
        (
            (2, "较2025年翻一番"),
            (4, "实现翻两番"),
            (2, "在2025年基础上翻一番"),
            (2, "实现倍增"),
            (2, "比2025年翻一番"),
        )
    )
    return Core(
        f"<{noun.text}|{words}",
        (Want(noun.text, value, "倍", change="+"),),
        "reach",
        ("before", "middle", "opening", "heading", "line"),
    )


@frame(3)
def share_in_words(draw: Draw) -> Core:
    noun = draw.noun("up")
    sign, value, words = draw.pick((
        (">=", 66.666667, "达到三分之二以上"), (">", 50, "超过一半"), ("=", 95, "达到百分之九十五"), (">=", 90, "保持九成以上"), (">=", 80, "达八成以上"),
        (">=", 75, "不低于四分之三"), (">", 70, "超过七成"), (">=", 98, "达到百分之九十八以上"), ("=", 100, "达到百分之百"), (">=", 85, "不低于八成五"),
    ))  # fmt: skip
    return Core(f"<{noun.text}|{words}>", (Want(noun.text, value, "%", sign),), "reach")


@frame(3)
def share_of_things(draw: Draw) -> Core:
    noun, other = draw.noun("built", "firm", "old"), draw.noun("gear", "staff")
    number = draw.whole(31, 98)
    sign, lead, value = draw.pick(
        (
            (">=", f"{number}%以上的", number),
            (">=", f"不少于{number}%的", number),
            (">=", "八成以上的", 80),
            ("=", f"{number}%的", number),
            (">", f"超过{number}%的", number),
        )
    )
    words = draw.pick(
        (
            f"{noun.text}配备{other.text}",
            f"{noun.text}达到规范化标准",
            f"{noun.text}纳入动态监管",
            f"{noun.text}完成等级评定",
        )
    )
    return Core(
        f"<{lead}{words}",
        (
            Want(
                noun.text, value, "%", sign, also=(words, f"{words.removeprefix(noun.text)}的{noun.text}比例")
            ),
        ),
        "reach",
        ("before", "opening", "heading", "line"),
    )


@frame(3)
def per_head_anew(draw: Draw) -> Core:
    noun = draw.noun("built", "staff", "gear")
    unit = noun.units[0]
    number = draw.whole(2, 30)
    per = draw.pick(("每万人拥有", "每千人口配备", "每百户家庭拥有", "每十万人拥有"))
    sign, before, behind = draw.pick(
        (("=", "达到", ""), (">=", "不少于", ""), (">=", "达到", "以上"), (">=", "不低于", ""))
    )
    return Core(
        f"<{per}{noun.text}|{before}{number}{unit}{behind}>",
        (Want(f"{per}{noun.text}", number, unit, sign, also=(noun.text,)),),
        "reach",
    )


@frame(2)
def weight_of(draw: Draw) -> Core:
    part, whole = draw.pick((
        ("新能源港作车辆", "港口作业车辆总数"), ("女性委员", "社区议事会成员"), ("一线教师", "名师工作室成员"), ("林下经济产值", "林业总产值"), ("体育服务业增加值", "体育产业增加值"),
        ("中高级职称医师", "乡镇医师总数"), ("再生水用量", "城市供水总量"),
    ))  # fmt: skip
    number = draw.whole(31, 95)
    sign, words = draw.pick(
        (
            ("=", f"达到{number}%"),
            (">=", f"不低于{number}%"),
            (">=", f"保持在{number}%以上"),
            (">", f"超过{number}%"),
        )
    )
    name = f"{part}占{whole}{draw.pick(('的比重', '比例', '的比例', '比重'))}"
    return Core(f"<{name}|{words}>", (Want(name, number, "%", sign, also=(part,)),), "reach")


@frame(2)
def symbols(draw: Draw) -> Core:
    a, b = draw.noun("up"), draw.noun("up")
    c = draw.noun("down")
    n, m, k = draw.amount(a, plain=True), draw.amount(b, plain=True), draw.amount(c, plain=True)
    form = draw.pick(
        (
            "{a}≥{n}，{b}≥{m}，{c}≤{k}",
            "{a}（≥{n}）、{b}（≥{m}）、{c}（≤{k}）",
            "{a}{n}以上、{b}{m}以上，{c}{k}以下",
        )
    )
    sign = "<" if "以下" in form else "<="
    text = form.format(a=a.text, b=b.text, c=c.text, n=n.text, m=m.text, k=k.text)
    rows = (
        Want(a.text, n.value, "%", ">="),
        Want(b.text, m.value, "%", ">="),
        Want(c.text, k.value, k.unit, sign),
    )
    return Core(f"<{text}", rows, "reach", ("before", "opening", "heading"))


@frame(2)
def standing_norm(draw: Draw) -> Core:
    text, want = draw.pick((
        ("城市书房服务半径不超过{n}米", ("城市书房服务半径", 800, "米", "<=")), ("健身步道单条长度不少于{n}米", ("健身步道单条长度", 500, "米", ">=")),
        ("引航员年度脱产培训不少于{n}学时", ("引航员年度脱产培训", 40, "学时", ">=")), ("普惠托育园每班人数不超过{n}人", ("普惠托育园每班人数", 18, "人", "<=")),
        ("生物防火林带宽度不小于{n}米", ("生物防火林带宽度", 15, "米", ">=")), ("青年驿站单次免费入住不超过{n}天", ("青年驿站单次免费入住", 7, "天", "<=")),
        ("城市小型消防站建筑面积不低于{n}平方米", ("城市小型消防站建筑面积", 300, "平方米", ">=")), ("老旧电梯困人救援平均到场时间不超过{n}分钟", ("老旧电梯困人救援平均到场时间", 20, "分钟", "<=")),
    ))  # fmt: skip
    return Core(text.format(n=want[1]), (Want(*want, day=None),), places=OWN)


# --- things made ------------------------------------------------------------------------------


@frame(9)
def made_anew(draw: Draw) -> Core:
    noun = draw.noun(*COUNTABLE)
    text, want = said_things(draw, noun, draw.pick(noun.units))
    return Core(f"<{draw.pick(('', '', '全市', '在中心城区'))}|{text}>", (want,), "make")


@frame(4)
def made_by(draw: Draw) -> Core:
    noun = draw.noun(*COUNTABLE)
    text, want = said_things(draw, noun)
    lead = draw.pick((
        "支持各县", "由市体育局牵头，", "指导有条件的单位", "鼓励社会力量", "依托现有公共设施，", "按照“一县一品”要求，", "采取政府购买服务方式，", "统筹新城建设与旧城更新，", "为满足群众就近需求，",
    ))  # fmt: skip
    return Core(f"<{lead}|{text}>", (want,), "make")


@frame(5)
def made_otherwise(draw: Draw) -> Core:
    """The number first, the verb last: 5个深水泊位建成投用, 完成对8座公路危桥的改造."""
    noun = draw.noun("old", "built")
    amount, want = plain_things(draw, noun)
    n = amount.text
    old = (
        f"对{n}{noun.text}实施改造", f"完成{n}{noun.text}改造任务", f"将{n}{noun.text}纳入改造计划", f"完成{noun.text}改造{n}", f"推动{n}{noun.text}完成改造",
        f"实施{noun.text}改造{n}", f"{n}{noun.text}得到整治", f"{noun.text}整治完成{n}", f"启动{n}{noun.text}改造",
    )  # fmt: skip
    built = (
        f"{n}{noun.text}建成投用", f"确保{n}{noun.text}竣工验收", f"推动{n}{noun.text}投入运行", f"完成{n}{noun.text}建设任务", f"{noun.text}开工{n}", f"实现{n}{noun.text}开放运营",
        f"{noun.text}布点{n}", f"{noun.text}新增{n}",
    )  # fmt: skip
    also = (f"{noun.text}改造", f"{noun.text}整治")
    return Core(
        f"<{draw.pick(old if noun.kind == 'old' else built)}",
        (Want(noun.text, want.value, want.unit, also=also),),
        "make",
        ("before", "opening", "heading", "line", "bracket"),
    )


@frame(3)
def of_a_size(draw: Draw) -> Core:
    """A size that describes what is made is no target of its own."""
    number = draw.whole(2, 40)
    name, unit, verb = draw.pick((
        ("年营收超亿元的体育用品企业", "家", "引育"), ("可容纳200人以上的青年驿站", "家", "布局建设"), ("建筑面积不低于500平方米的城市书房", "座", "建起"),
        ("日接待能力1000人次以上的普惠托育园", "所", "新设"), ("10万吨级以上深水泊位", "个", "增建"), ("藏书量超过5000册的乡村阅读点", "个", "布局建设"),
        ("从业人员300人以上的检验检测机构", "家", "招引"), ("8人制以上社会足球场", "块", "建好"), ("单体面积3000平方米以上的公用型保税仓", "座", "动工建设"),
    ))  # fmt: skip
    text = f"{verb}{name}{number}{unit}" if draw.chance(0.5) else f"{verb}{number}{unit}{name}"
    return Core(f"<|{text}>", (Want(name, number, unit),), "make")


@frame(4)
def number_in_words(draw: Draw) -> Core:
    noun = draw.noun("built", "firm", "old", "staff")
    unit = noun.units[0]
    value, words = draw.pick(
        (
            (12, "十二"),
            (2, "两"),
            (200, "两百"),
            (120, "一百二十"),
            (100, "百"),
            (1000, "千"),
            (35, "三十五"),
            (300, "三百"),
            (10, "十"),
        )
    )
    value_text = f"{words}{unit}"
    verb = draw.pick(VERBS[noun.kind])
    text = (
        f"{verb}{value_text}{noun.text}"
        if value in (2, 100, 1000) or draw.chance(0.5)
        else f"{verb}{noun.text}{value_text}"
    )
    return Core(
        f"<|{text}",
        (Want(noun.text, value, unit),),
        "make",
        ("before", "middle", "opening", "heading", "line"),
    )


@frame(5)
def each_one(draw: Draw) -> Core:
    noun = draw.noun("built", "staff", "gear", "firm")
    unit, number = noun.units[0], draw.whole(1, 9)
    verb = draw.pick(VERBS[noun.kind])
    sign, words = draw.pick((
        (">=", f"{draw.pick(EACH)}至少{verb}{number}{unit}{noun.text}"), (">=", f"{draw.pick(EACH)}{verb}{noun.text}不少于{number}{unit}"), ("=", f"{draw.pick(EACH)}{verb}{number}{unit}{noun.text}"),
        (">=", f"按照{draw.pick(EACH)}不少于{number}{unit}的标准{verb}{noun.text}"), (">=", f"推进{noun.text}建设（每县至少{number}{unit}）"), (">=", f"{draw.pick(EACH)}{verb}{number}{unit}以上{noun.text}"),
        ("=", f"实现每个乡镇有{number}{unit}{noun.text}"), (">=", f"每个社区{noun.text}不少于{number}{unit}"),
    ))  # fmt: skip
    return Core(
        f"<{words}", (Want(noun.text, number, unit, sign),), "make", ("before", "opening", "heading", "line")
    )


@frame(3)
def events(draw: Draw) -> Core:
    noun = draw.noun("event")
    unit, number = draw.pick(noun.units), draw.whole(5, 200)
    sign, words = draw.pick((
        (">=", f"{noun.text}不少于{number}{unit}"), ("=", f"举行{noun.text}{number}{unit}"), (">=", f"开展{number}{unit}以上{noun.text}"), ("=", f"{noun.text}办足{number}{unit}"),
        (">=", f"组织{noun.text}{number}{unit}以上"), ("=", f"安排{number}{unit}{noun.text}"), ("~=", f"{noun.text}达到{number}{unit}左右"),
    ))  # fmt: skip
    return Core(
        f"<{words}",
        (Want(noun.text, number, unit, sign),),
        "make",
        ("before", "opening", "heading", "line", "bracket"),
    )


@frame(3)
def events_each_year(draw: Draw) -> Core:
    noun = draw.noun("event")
    unit, number = draw.pick(noun.units), draw.whole(5, 90)
    sign, words = draw.pick((
        (">=", f"每年举办{noun.text}不少于{number}{unit}"), ("=", f"每年组织{number}{unit}{noun.text}"), (">=", f"每季度开展{noun.text}{number}{unit}以上"), (">=", f"年均开展{noun.text}{number}{unit}以上"),
        (">=", f"每半年举行{noun.text}至少{number}{unit}"), ("=", f"各县每年安排{noun.text}{number}{unit}"),
    ))  # fmt: skip
    return Core(f"<{words}", (Want(noun.text, number, unit, sign),), "make", ("before", "heading"))


@frame(3)
def batches(draw: Draw) -> Core:
    noun = draw.noun("batch")
    unit, number = noun.units[0], draw.whole(40, 900)
    sign, words = draw.pick((
        ("=", f"完成{noun.text}{number}{unit}"), (">=", f"{noun.text}不少于{number}{unit}"), ("=", f"安排{noun.text}任务{number}{unit}"), (">=", f"全年实施{noun.text}{number}{unit}以上"),
        (">=", f"{noun.text}达到{number}{unit}以上"), ("=", f"下达{number}{unit}{noun.text}任务"),
    ))  # fmt: skip
    places = HEADED if "全年" not in words else ("heading",)
    return Core(
        f"<{words}",
        (Want(noun.text, number, unit, sign, also=(f"{noun.text}任务",)),),
        "make",
        tuple(p for p in places if p != "middle"),
    )


@frame(3)
def served(draw: Draw) -> Core:
    number = draw.whole(20, 900)
    text, name, unit = draw.pick((
        ("为{n}名听障儿童适配人工耳蜗", "听障儿童", "名"), ("帮助{n}名退役士兵提升学历", "退役士兵", "名"), ("为{n}户困难家庭实施无障碍改造", "困难家庭无障碍改造", "户"),
        ("免费为{n}万名适龄妇女开展两癌筛查", "适龄妇女两癌筛查", "万名"), ("资助{n}名家庭经济困难学生", "家庭经济困难学生", "名"), ("救助{n}例先心病患儿", "先心病患儿", "例"),
        ("组织{n}名乡镇医师进修", "乡镇医师", "名"), ("完成{n}人次船员适任培训", "船员适任培训", "人次"), ("惠及{n}万名灵活就业人员", "灵活就业人员", "万名"),
        ("培训纳税缴费人{n}万人次", "培训纳税缴费人", "万人次"), ("安置{n}名随军家属就业", "随军家属", "名"), ("新增城镇青年就业{n}人", "新增城镇青年就业", "人"),
    ))  # fmt: skip
    return Core(
        f"<{text.format(n=number)}",
        (Want(name, number, unit, also=(text.format(n="").lstrip("为"),)),),
        "make",
        ("before", "opening", "heading", "line", "bracket"),
    )


@frame(2)
def named_as(draw: Draw) -> Core:
    noun = draw.noun("built", "firm")
    unit, number = noun.units[0], draw.whole(2, 30)
    sign, words = draw.pick((
        ("=", f"推荐{number}{unit}{noun.text}申报省级示范"), (">=", f"力争{number}{unit}以上{noun.text}入选省级名录"), ("=", f"争创星级{noun.text}{number}{unit}"), ("=", f"{number}{unit}{noun.text}通过省级验收"),
        (">=", f"评定示范{noun.text}不少于{number}{unit}"), ("=", f"新认定{noun.text}{number}{unit}"),
    ))  # fmt: skip
    return Core(
        f"<{words}", (Want(noun.text, number, unit, sign),), "make", ("before", "opening", "heading", "line")
    )


@frame(2)
def invested(draw: Draw) -> Core:
    noun = draw.noun("built")
    number = draw.whole(2, 60)
    sign, words = draw.pick(
        (
            ("=", f"完成{noun.text}建设投资{number}亿元"),
            (">=", f"{noun.text}建设完成投资{number}亿元以上"),
            (">=", f"{noun.text}建设年度投资不低于{number}亿元"),
        )
    )
    return Core(
        f"<{words}",
        (Want(f"{noun.text}建设投资", number, "亿元", sign, also=(f"{noun.text}建设年度投资",)),),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(3)
def ranges(draw: Draw) -> Core:
    noun = draw.noun("firm", "built", "event")
    unit, low = noun.units[0], draw.whole(3, 30)
    high = low + draw.whole(2, 9)
    verb = draw.pick(VERBS[noun.kind])
    words = draw.pick(
        (
            f"{verb}{noun.text}{low}—{high}{unit}",
            f"{verb}{low}至{high}{unit}{noun.text}",
            f"{verb}{noun.text}{low}到{high}{unit}",
            f"{verb}{low}{unit}至{high}{unit}{noun.text}",
            f"{verb}{low}-{high}{unit}{noun.text}",
        )
    )
    return Core(
        f"<{words}",
        (Want(noun.text, low, unit, value_max=high),),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(2)
def range_of_share(draw: Draw) -> Core:
    noun = draw.noun("down", "up")
    unit = noun.units[0]
    low = draw.whole(31, 70) if noun.kind == "up" else draw.whole(2, 9)
    high = low + draw.whole(2, 9)
    words = draw.pick(
        (
            f"控制在{low}{unit}至{high}{unit}之间",
            f"稳定在{low}{unit}—{high}{unit}",
            f"保持{low}{unit}～{high}{unit}区间",
        )
    )
    return Core(
        f"<{noun.text}|{words}",
        (Want(noun.text, low, unit, value_max=high),),
        "reach",
        ("before", "middle", "opening", "heading", "line"),
    )


# --- several ----------------------------------------------------------------------------------


@frame(5)
def colon_list(draw: Draw) -> Core:
    chosen = [draw.noun(kind) for kind in draw.some(COUNTABLE, draw.whole(2, 4))]
    said = [said_things(draw, noun) for noun in chosen]
    lead = draw.pick(("具体任务为：", "重点抓好：", "主要包括：", "建设内容：", "计划安排如下："))
    return Core(
        f"<{lead}{draw.pick(('，', '；', '、')).join(text for text, _ in said)}",
        tuple(want for _, want in said),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(4)
def colon_levels(draw: Draw) -> Core:
    said = [
        said_level(draw, draw.noun("up")),
        said_level(draw, draw.noun("sum", "up")),
        said_level(draw, draw.noun("down", "load")),
    ]
    lead = draw.pick(("", "主要指标：", "预期成效：", "核心目标为："))
    return Core(
        f"<{lead}{draw.pick(('，', '；', '、')).join(text for text, _ in said)}",
        tuple(want for _, want in said),
        "reach",
        ("before", "opening", "heading"),
    )


@frame(3)
def verbless_list(draw: Draw) -> Core:
    """建设任务：城市书房8座、健身步道30公里."""
    chosen = [draw.noun("built") for _ in range(draw.whole(2, 4))]
    said = [plain_things(draw, noun) for noun in chosen]
    names = draw.pick(("、", "，", "和")) if len(chosen) == 2 else "、"
    front = draw.chance(0.5)
    words = names.join(
        f"{noun.text}{amount.text}" if front else f"{amount.text}{noun.text}"
        for noun, (amount, _) in zip(chosen, said, strict=True)
    )
    return Core(
        f"<{draw.pick(('建设', '新布局', '投用', '建设任务：', '建设规模为：'))}{words}",
        tuple(want for _, want in said),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(4)
def respectively(draw: Draw) -> Core:
    number = draw.whole(2, 4)
    chosen = draw.siblings(number, "up")
    values = draw.some(range(31, 99), number)
    joined = "、".join(noun.text for noun in chosen[:-1]) + draw.pick(("和", "、", "及")) + chosen[-1].text
    shares = "、".join(f"{value}%" for value in values)
    if draw.chance(0.4):
        shares = "、".join(f"{value}%" for value in values[:-1]) + f"和{values[-1]}%"
    sign, words = draw.pick(
        (
            ("=", f"分别达到{shares}"),
            (">=", f"分别不低于{shares}"),
            (">=", f"分别达到{shares}以上"),
            ("=", f"分别提高到{shares}"),
            ("=", f"分别为{shares}"),
        )
    )
    return Core(
        f"<{joined}|{words}>",
        tuple(Want(noun.text, value, "%", sign) for noun, value in zip(chosen, values, strict=True)),
        "reach",
        ("before", "middle", "opening", "heading"),
    )


@frame(3)
def respectively_made(draw: Draw) -> Core:
    number = draw.whole(2, 3)
    chosen = draw.siblings(number, "built", "gear", "staff", "firm")
    unit = chosen[0].units[0]
    values = draw.some(range(3, 90), number)
    verb = draw.pick(VERBS[chosen[0].kind])
    names = "、".join(noun.text for noun in chosen)
    counted = "、".join(f"{value}{unit}" for value in values)
    words = draw.pick(
        (
            f"{names}分别{verb}{counted}",
            f"分别{verb}{names}{counted}",
            f"{verb}{names}分别为{counted}",
            f"{verb}{names}各{values[0]}{unit}",
        )
    )
    if "各" in words:
        values = [values[0]] * number
    return Core(
        f"<{words}",
        tuple(Want(noun.text, value, unit) for noun, value in zip(chosen, values, strict=True)),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(3)
def all_alike(draw: Draw) -> Core:
    chosen = draw.siblings(draw.whole(2, 4), "up")
    number = draw.whole(50, 98)
    sign, words = draw.pick(
        (
            (">=", f"均达到{number}%以上"),
            ("=", "全部达到100%"),
            (">=", f"均不低于{number}%"),
            (">=", f"都要达到{number}%以上"),
            (">", f"双双超过{number}%" if len(chosen) == 2 else f"均超过{number}%"),
            (">=", f"分别保持在{number}%以上"),
        )
    )
    value = 100 if "100" in words else number
    return Core(
        f"<{'、'.join(noun.text for noun in chosen)}|{words}>",
        tuple(Want(noun.text, value, "%", sign) for noun in chosen),
        "reach",
        ("before", "middle", "opening", "heading"),
    )


@frame(3)
def part_of_it(draw: Draw) -> Core:
    noun = draw.noun("built", "old", "staff")
    unit = noun.units[0]
    whole = draw.whole(40, 300)
    part = draw.whole(5, 30)
    verb = draw.pick(VERBS[noun.kind])
    named = draw.pick(("中心城区", "山区县", "市本级", "沿海乡镇", "当年"))
    words = draw.pick(
        (f"其中{named}{part}{unit}", f"其中，{named}{part}{unit}", f"其中{named}不少于{part}{unit}")
    )
    sign = ">=" if "不少于" in words else "="
    rows = (
        Want(noun.text, whole, unit),
        Want(f"{named}{noun.text}", part, unit, sign, also=(noun.text, named)),
    )
    return Core(f"<{verb}{noun.text}{whole}{unit}，{words}", rows, "make", ("before", "opening", "heading"))


@frame(3)
def part_has_rate(draw: Draw) -> Core:
    noun = draw.noun("up")
    low, high = draw.whole(50, 80), draw.whole(81, 97)
    named = draw.pick(("中心城区", "农村地区", "山区", "直属单位"))
    words = draw.pick(
        (
            f"其中{named}达到{high}%以上",
            f"其中{named}不低于{high}%",
            f"其中，{named}{noun.text}达到{high}%以上",
        )
    )
    rows = (
        Want(noun.text, low, "%", ">="),
        Want(f"{named}{noun.text}", high, "%", ">=", also=(noun.text, named)),
    )
    return Core(
        f"<{noun.text}|达到{low}%以上，{words}", rows, "reach", ("before", "middle", "opening", "heading")
    )


@frame(3)
def places_each(draw: Draw) -> Core:
    noun = draw.noun("built", "old", "gear")
    unit = noun.units[0]
    verb = draw.pick(VERBS[noun.kind])
    names = draw.some(PLACES, draw.whole(2, 3))
    values = draw.some(range(2, 60), len(names))
    if draw.chance(0.5):
        words = "、".join(f"{name}{value}{unit}" for name, value in zip(names, values, strict=True))
        text = draw.pick(
            (f"{verb}{noun.text}，{words}", f"{verb}{noun.text}：{words}", f"{noun.text}任务数为{words}")
        )
    else:
        text = f"{'、'.join(names)}分别{verb}{noun.text}{'、'.join(f'{value}{unit}' for value in values)}"
    return Core(
        f"<{text}",
        tuple(
            Want(noun.text, value, unit, also=(f"{name}{noun.text}",))
            for name, value in zip(names, values, strict=True)
        ),
        "make",
        ("before", "opening", "heading", "line"),
    )


@frame(2)
def places_alike(draw: Draw) -> Core:
    noun = draw.noun("built", "gear", "staff")
    unit, number = noun.units[0], draw.whole(2, 30)
    names = "、".join(draw.some(PLACES, 3))
    sign, words = draw.pick(
        (
            ("=", f"{names}各{draw.pick(VERBS[noun.kind])}{noun.text}{number}{unit}"),
            (">=", f"{names}各{draw.pick(VERBS[noun.kind])}不少于{number}{unit}{noun.text}"),
        )
    )
    return Core(
        f"<{words}", (Want(noun.text, number, unit, sign),), "make", ("before", "opening", "heading", "line")
    )


@frame(2)
def by_department(draw: Draw) -> Core:
    """市教育局负责新设…，市体育局负责…: each its own thing."""
    said = [said_things(draw, draw.noun(kind)) for kind in draw.some(("built", "gear", "staff", "event"), 2)]
    text = f"市教育局负责{said[0][0]}，市体育局负责{said[1][0]}"
    return Core(f"<{text}", tuple(want for _, want in said), "make", ("before", "opening", "heading", "line"))


# --- several times ----------------------------------------------------------------------------


@frame(4)
def two_years(draw: Draw) -> Core:
    noun = draw.noun("up", "sum")
    unit = noun.units[0]
    first = draw.whole(2026, 2027)
    second = draw.pick((2028, 2029, 2030))
    low = draw.amount(noun, unit, plain=True) if unit != "%" else Amount("", draw.whole(31, 60), "%")
    low = Amount(f"{low.value:g}{unit}", low.value, unit)
    high = draw.amount(noun, unit, above=low.value, plain=True)
    if unit == "%":
        high = Amount(f"{draw.whole(61, 98)}%", 0, "%")
        high = Amount(high.text, float(high.text[:-1]), "%")
    text = draw.pick((
        f"{noun.text}{first}年达到{low.text}，{second}年达到{high.text}", f"到{first}年、{second}年，{noun.text}分别达到{low.text}、{high.text}", f"{noun.text}到{first}年达到{low.text}，到{second}年达到{high.text}",
        f"{first}年和{second}年{noun.text}分别提高到{low.text}和{high.text}", f"{noun.text}{first}年底前达到{low.text}、{second}年底前达到{high.text}", f"到{first}年，{noun.text}达到{low.text}；到{second}年，达到{high.text}",
        f"{noun.text}力争{first}年达到{low.text}，并于{second}年提升至{high.text}", f"到{second}年，{noun.text}达到{high.text}，其中{first}年达到{low.text}",
    ))  # fmt: skip
    return Core(
        text,
        (
            Want(noun.text, low.value, unit, day=last_day(first)),
            Want(noun.text, high.value, unit, day=last_day(second)),
        ),
        places=OWN,
    )


@frame(3)
def yearly_tasks(draw: Draw) -> Core:
    noun = draw.noun("built", "old", "gear", "staff")
    unit = noun.units[0]
    values = draw.some(range(3, 90), 3)
    verb = draw.pick(VERBS[noun.kind])
    years = (2026, 2027, 2028)
    text = draw.pick((
        f"2026年、2027年、2028年分别{verb}{noun.text}{values[0]}{unit}、{values[1]}{unit}、{values[2]}{unit}", f"{verb}{noun.text}，2026年{values[0]}{unit}、2027年{values[1]}{unit}、2028年{values[2]}{unit}",
        f"2026年{verb}{noun.text}{values[0]}{unit}，2027年{verb}{values[1]}{unit}，2028年{verb}{values[2]}{unit}", f"{verb}{noun.text}任务：2026年{values[0]}{unit}；2027年{values[1]}{unit}；2028年{values[2]}{unit}",
        f"2026—2028年分别{verb}{noun.text}{values[0]}、{values[1]}、{values[2]}{unit}",
    ))  # fmt: skip
    return Core(
        text,
        tuple(
            Want(noun.text, value, unit, day=last_day(year))
            for value, year in zip(values, years, strict=True)
        ),
        places=OWN,
    )


@frame(3)
def half_years(draw: Draw) -> Core:
    noun = draw.noun("built", "old", "gear", "event")
    unit = noun.units[0]
    a, b = sorted(draw.some(range(3, 90), 2))
    verb = draw.pick(VERBS[noun.kind])
    text, first, second = draw.pick((
        (f"上半年{verb}{noun.text}{a}{unit}，下半年{verb}{noun.text}{b}{unit}", "2026-06-30", "2026-12-31"), (f"6月底前{verb}{noun.text}{a}{unit}，年底前累计达到{b}{unit}", "2026-06-30", "2026-12-31"),
        (f"{verb}{noun.text}，一季度{a}{unit}，二季度{b}{unit}", "2026-03-31", "2026-06-30"), (f"2026年三季度末{verb}{noun.text}{a}{unit}，2027年一季度末{verb}{noun.text}{b}{unit}", "2026-09-30", "2027-03-31"),
        (f"2027年上半年{verb}{noun.text}{a}{unit}，下半年再{verb}{b}{unit}", "2027-06-30", "2027-12-31"),
    ))  # fmt: skip
    return Core(text, (Want(noun.text, a, unit, day=first), Want(noun.text, b, unit, day=second)), places=OWN)


@frame(3)
def own_time_each(draw: Draw) -> Core:
    a, b = draw.noun("built", "old"), draw.noun("gear", "staff")
    n, want = plain_things(draw, a)
    m, other = plain_things(draw, b)
    v, w = draw.pick(VERBS[a.kind]), draw.pick(VERBS[b.kind])
    month = draw.whole(7, 11)
    text = draw.pick((
        f"{v}{a.text}{n.text}（2026年{month}月底前）、{w}{b.text}{m.text}（2027年底前）", f"{v}{a.text}{n.text}，2026年{month}月底前完成；{w}{b.text}{m.text}，2027年底前完成",
        f"2026年{month}月底前{v}{a.text}{n.text}，2027年底前{w}{b.text}{m.text}", f"{v}{a.text}{n.text}（完成时限：2026年{month}月）；{w}{b.text}{m.text}（完成时限：2027年12月）",
        f"2026年{month}月底前，{v}{n.text}{a.text}。2027年底前，{w}{m.text}{b.text}",
    ))  # fmt: skip
    rows = (
        Want(a.text, want.value, want.unit, day=last_day(2026, month)),
        Want(b.text, other.value, other.unit, day=last_day(2027)),
    )
    return Core(text, rows, places=OWN)


@frame(3)
def whole_and_this_year(draw: Draw) -> Core:
    noun = draw.noun("built", "old", "firm")
    unit = noun.units[0]
    whole, part = draw.whole(50, 300), draw.whole(5, 45)
    verb = draw.pick(VERBS[noun.kind])
    text = draw.pick((
        f"到2028年{verb}{noun.text}{whole}{unit}，其中2026年{part}{unit}", f"2028年底前{verb}{whole}{unit}{noun.text}，2026年先行{verb}{part}{unit}", f"用三年时间{verb}{noun.text}{whole}{unit}，其中今年完成{part}{unit}",
    ))  # fmt: skip
    end = "2029-12-31" if "三年" in text else "2028-12-31"
    return Core(
        text,
        (Want(noun.text, whole, unit, day=end), Want(noun.text, part, unit, day="2026-12-31")),
        places=OWN,
    )


# --- with numbers beside that are none --------------------------------------------------------


@frame(3)
def threshold_and_target(draw: Draw) -> Core:
    noun = draw.noun("gear", "built")
    number = draw.whole(80, 99)
    lead, name = draw.pick((
        ("建筑面积3万平方米以上的商业综合体", "自动灭火设施完好率"), ("床位100张以上的养老机构", "消防标准化达标率"), ("常住人口1万人以上的乡镇", f"{noun.text}覆盖率"), ("年吞吐量100万吨以上的码头", "污染物接收设施使用率"),
        ("60周岁以上老年人", "健康档案建档率"), ("学生人数超过800人的学校", "校医配备率"), ("年用水量1万立方米以上的单位", "计划用水管理率"), ("3岁以下婴幼儿", "入托率"),
    ))  # fmt: skip
    sign, words = draw.pick(
        (("=", f"达到{number}%"), (">=", f"不低于{number}%"), (">=", f"达到{number}%以上"))
    )
    return Core(f"<{lead}{name}|{words}>", (Want(f"{lead}{name}", number, "%", sign, also=(name,)),), "reach")


@frame(2)
def cited_and_target(draw: Draw) -> Core:
    noun = draw.noun(*COUNTABLE)
    text, want = said_things(draw, noun)
    lead = draw.pick((
        "落实《澜安市公共文化服务保障条例》第十九条规定，", "对照《公共图书馆建设标准》（建标108—2008），", "按照澜政发〔2025〕9号文件要求，", "依据《学校体育工作条例》第三章有关要求，", "结合“1+3+N”工作布局，",
        "对接12345热线平台，", "巩固2025年专项整治成果，",
    ))  # fmt: skip
    return Core(f"<{lead}{text}>", (want,), "make", ("before", "opening", "heading", "behind", "bracket"))


@frame(2)
def rewarded_and_target(draw: Draw) -> Core:
    noun = draw.noun("firm", "built")
    text, want = said_things(draw, noun)
    money = draw.whole(5, 80)
    return Core(
        f"<{text}，对通过验收的每{noun.units[0]}奖励{money}万元",
        (want,),
        "make",
        ("before", "heading"),
        ((float(money), "万元"),),
    )


# --- no targets -------------------------------------------------------------------------------


@frame(5)
def background(draw: Draw) -> Core:
    noun, other = draw.noun("built", "firm", "gear", "staff"), draw.noun("up")
    amount, _ = plain_things(draw, noun)
    number = draw.whole(31, 95)
    text = draw.pick((
        f"目前，全市已建成{noun.text}{amount.text}，{other.text}达到{number}%", f"截至2025年底，全市共有{noun.text}{amount.text}", f"“十四五”以来，全市累计新增{noun.text}{amount.text}，{other.text}由{number - 20}%提高到{number}%",
        f"2025年，全市{other.text}达{number}%，高于全省平均水平{draw.whole(2, 9)}个百分点", f"过去三年，我市先后投入{draw.whole(2, 30)}亿元，{noun.text}增至{amount.text}", f"当前，我市{noun.text}仅有{amount.text}，与先进地区差距明显",
        f"经过多年努力，我市{other.text}已稳定在{number}%以上", f"据统计，全市现有{noun.text}{amount.text}，{other.text}为{number}%", f"上年度，{other.text}首次突破{number}%",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def shortfall(draw: Draw) -> Core:
    noun, other = draw.noun("built", "old", "gear"), draw.noun("up")
    amount, _ = plain_things(draw, noun)
    number = draw.whole(20, 60)
    text = draw.pick((
        f"排查发现，仍有{amount.text}{noun.text}不符合标准", f"从督查情况看，{other.text}不足{number}%的乡镇还有{draw.whole(3, 20)}个", f"受多种因素影响，{noun.text}缺口约{amount.text}",
        f"审计指出，{amount.text}{noun.text}长期闲置", f"存在的主要问题是{other.text}偏低，仅为{number}%", f"尚有{draw.whole(3, 20)}个乡镇没有{noun.text}",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(4)
def eligible(draw: Draw) -> Core:
    text = draw.pick((
        "申报单位应当成立满3年，从业人员不少于20人，上年度营业收入不低于500万元", "报名人员年龄应在18周岁以上、45周岁以下，具有5年以上相关工作经历", "注册资本不低于1000万元、专职人员10人以上的机构可以参加遴选",
        "申请人须在本市缴纳社会保险满12个月，且家庭人均住房面积低于15平方米", "参选场馆应当年开放300天以上，年接待观众不少于5万人次", "符合下列条件之一的，可以申请：连续经营2年以上；拥有专利5项以上",
        "申报项目总投资原则上不低于3000万元，建设期不超过2年", "参评学校在校生规模不少于300人，专任教师不少于25人", "纳入试点的县应满足常住人口30万人以上、财政自给率40%以上的条件",
        "推荐对象近3年未发生一般以上安全事故，群众满意度在90%以上", "入驻团队须不少于3人，其中35岁以下成员占比不低于60%", "参赛选手须为年满16周岁的在校学生，每支队伍不超过5人",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(4)
def scored(draw: Draw) -> Core:
    noun = draw.noun("up")
    text = draw.pick((
        "未按时限报送的，每项扣2分，扣完为止", f"{noun.text}达到90%以上的得10分，每低1个百分点扣0.5分", f"考核满分为100分，{noun.text}占15分", "评价得分85分以上为优秀，70分至84分为良好，60分以下为不合格", f"{noun.text}低于60%的，本项不得分",
        "获省级以上表彰的加3分，累计加分不超过10分", f"{noun.text}（20分）。达到80%得满分，不足80%的按比例扣分", "同一事项被通报2次以上的，取消年度评优资格", "由7名专家组成评审组，去掉1个最高分和1个最低分后取平均分", "考核结果排名后3位的县予以约谈",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def punished(draw: Draw) -> Core:
    text = draw.pick((
        "逾期不改正的，处1万元以上5万元以下的罚款", "违反前款规定的，由城管部门责令改正，可以处500元以下罚款", "情节严重的，处违法所得3倍以上5倍以下罚款，并责令停业整顿3个月", "一年内累计2次抽检不合格的，列入重点监管名单",
        "骗取补助资金的，追回已拨付资金，5年内不得申报同类项目", "连续3次考核不合格的，取消其资格", "伪造检测报告的，吊销资质，并处10万元罚款", "超过规定期限30日未开工的，收回指标",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def priced(draw: Draw) -> Core:
    text = draw.pick((
        "健身气功课程收费标准为每人每次30元", "停车首小时5元，之后每小时加收2元，24小时最高不超过40元", "居民生活用水第一阶梯价格为每立方米2.85元", "工本费按每证10元收取", "检验费按省定标准的80%收取", "场馆租金为每平方米每月25元，押金2000元",
        "餐费每生每天15元，由家长自愿缴纳", "招标文件每套售价300元，售后不退", "体检费用每人不超过260元，由用人单位承担",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def contact(draw: Draw) -> Core:
    text = draw.pick((
        "联系人：赵明，联系电话：0571-88661234，地址：澜安市滨江路88号行政中心3号楼1206室", "请于4月12日17:00前将报名表发至电子邮箱lajy2026@163.com，逾期不予受理", "培训于5月8日上午9:00在市档案馆2楼报告厅举行", "举报电话：12315、12345，邮编310016",
        "咨询时间为工作日9:00—17:00，咨询电话5288 6619", "会议定于3月20日（星期五）14:30召开，会期半天", "现场报名点设在解放路126号一楼5号窗口", "开户行账号：6222 0300 1234 5678，户名：澜安市财政局", "工作群号：7788 9911，加群请注明单位和姓名",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def paperwork(draw: Draw) -> Core:
    text = draw.pick((
        "申报材料不超过30页，A4纸双面打印，一式5份", "案例文字控制在3000字以内，附图片3—5张，每张不小于2MB", "视频时长3至5分钟，分辨率不低于1920×1080", "总结报告字数不少于2000字，用3号仿宋字体", "每个单位限报2项，逐项填写附表1至附表4",
        "纸质材料一式三份，于3个工作日内报送市局502室", "证件照为2寸蓝底，文件大小在200KB以内", "系统升级至V3.2版，支持JPG、PDF等5种格式", "正文一级标题用3号黑体，行距固定值28磅",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def legal_numbers(draw: Draw) -> Core:
    text = draw.pick((
        "依照《中华人民共和国体育法》第二十六条、第二十七条的规定执行", "执行《社会消防技术服务管理规定》（应急管理部令第7号）", "检测方法按照GB/T 18204.2—2014第5.3款执行", "本办法自2026年4月1日起施行，有效期5年", "《澜安市住房保障办法》（澜政规〔2021〕3号）同时废止",
        "经市第十五届人民代表大会常务委员会第八次会议审议通过", "本意见由市体育局负责解释，共6章38条", "以上12项任务由各牵头单位分头组织实施", "上述5类情形不适用告知承诺", "前款第（二）项所称3个月，自受理之日起计算",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def people_and_terms(draw: Draw) -> Core:
    text = draw.pick((
        "领导小组由15人组成，设组长1名、副组长3名，下设4个专项工作组", "聘期为3年，期满考核合格的可连任1届", "主要面向小学三年级至初中二年级学生", "6—14岁儿童由监护人陪同参加", "80周岁以上老年人凭身份证免费乘车", "理事会每届任期5年，定期召开会议",
        "家长委员会由7至11人组成", "专家库成员实行动态管理，每3年调整一次", "联席会议由市领导任召集人，成员单位共23家", "实行24小时值班，每班不少于2人在岗",
    ))  # fmt: skip
    wants = (Want("在岗", 2, "人", ">=", day=None, also=("每班",)),) if "在岗" in text else ()
    return Core(text, wants, places=NONE)


@frame(4)
def granted_anew(draw: Draw) -> Core:
    noun = draw.noun("firm", "built")
    a, b = draw.whole(5, 60), draw.whole(61, 300)
    text, grants = draw.pick((
        (f"对新获评省级示范的{noun.text}，给予一次性奖励{a}万元", ((a, "万元"),)), (f"对年新增就业50人以上的{noun.text}，每{noun.units[0]}补助{a}万元", ((a, "万元"),)),
        (f"对{noun.text}按设备投资额的30%给予补助，最高不超过{b}万元", ((30, "%"), (b, "万元"))), (f"{noun.text}吸纳残疾人就业满1年的，按每人每年{a}00元标准给予补贴", ((a * 100, "元"),)),
        (f"对首次进入全国百强的{noun.text}，一次性奖励{b}万元；对营收首超10亿元的，奖励{a}万元", ((b, "万元"), (a, "万元"))), (f"市财政对每{noun.units[0]}{noun.text}补贴{a}万元", ((a, "万元"),)),
    ))  # fmt: skip
    return Core(text, places=NONE, grants=tuple((float(value), unit) for value, unit in grants))


@frame(3)
def conditional(draw: Draw) -> Core:
    noun = draw.noun("up")
    text = draw.pick((
        "日降雨量达到50毫米以上或风力超过8级时，暂停户外赛事", "最高气温连续3天高于35℃的，启动Ⅲ级应急响应", f"{noun.text}低于50%的县，暂停新增项目审批", "客流量超过核定承载量80%时，采取分时预约措施", "PM2.5小时浓度超过150微克/立方米的，停止露天作业",
        "事故造成3人以上死亡的，由市级提级调查", "单笔支出超过5万元的，须经集体研究决定", "空置超过6个月的房源，调整用于青年驿站", "学生连续缺课3天以上的，班主任应当家访", "响应时间超过2小时的，视为超时",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(3)
def defined(draw: Draw) -> Core:
    text = draw.pick((
        "本方案所称小型场馆，是指建筑面积在500平方米以下的场馆", "A级信用单位是指评分在90分以上的单位", "中型船闸指通航300吨级以上、1000吨级以下船舶的船闸", "风险等级分为4级，一级为最高风险", "第一类为距城区10公里以内的村，第二类为10至30公里的村，其余为第三类",
        "青年是指年龄在14周岁至35周岁之间的人员", "“双百”工程、“五个一批”行动和“3+X”模式同步推进", "完善“1236”工作体系，打响110社区联动品牌", "学年按10个月计算，每课时40分钟", "以2020年为基期，按不变价格计算",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(2)
def benefits(draw: Draw) -> Core:
    text = draw.pick((
        "入驻企业可享受不超过3年的租金减免", "符合条件的小微企业减按5%的征收率计算缴纳", "现役军人家属凭证享受门票8折优惠", "退役军人创业担保贷款期限最长3年，贴息2年", "首次购房的青年人才公积金贷款额度上浮20%", "购置的设备可在2026年底前一次性税前扣除，单价不超过500万元",
        "参加培训满40学时的，发放结业证书", "累计服务满100小时的志愿者可兑换2次免费体检",
    ))  # fmt: skip
    return Core(text, places=NONE)


@frame(2)
def past_deeds(draw: Draw) -> Core:
    noun, other = draw.noun("event"), draw.noun("sum")
    text = draw.pick((
        f"2025年共举办{noun.text}{draw.whole(10, 90)}{noun.units[0]}，吸引{draw.whole(2, 30)}万人次参与", f"去年，{other.text}同比增长{draw.whole(3, 15)}.{draw.whole(1, 9)}%，创近五年新高", f"先后开展{noun.text}{draw.whole(10, 90)}余{noun.units[0]}，受到群众好评",
        f"去年一季度，{other.text}增长{draw.whole(3, 15)}%，实现“开门红”", f"连续{draw.whole(3, 9)}年成功举办{noun.text}，累计参与人数超{draw.whole(2, 30)}万人", f"与2020年相比，{other.text}增长了{draw.whole(2, 5)}倍",
    ))  # fmt: skip
    return Core(text, places=NONE)
