"""The second set of frames: the same kinds of sentence in other words. No rule is written with these in sight.

What a number means is known as in `frames`; verbs, comparisons, joints and orders differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from sentences.draw import YEAR, Core, Draw, Noun, Want, count_to_amount, counting, han, last_day
from sentences.frames import Collection, say_level

OTHER = Collection()
frame = OTHER.frame
OWN = ("own",)
# A change without any time may as well be past; behind it no …实现 is said.
NO_TAIL = ("before", "middle", "opening", "heading", "title", "line")

PLACES = ("", "", "", "全县", "全县", "县域内")
RAISE: Mapping[str, tuple[str, ...]] = {
    "=": ("要达到{n}", "升至{n}", "实现{n}", "增至{n}", "维持在{n}", "提至{n}"),
    ">=": ("保持{n}以上", "在{n}以上", "不小于{n}", "应不低于{n}", "最低达到{n}", "至少为{n}", "升至{n}以上", "不能低于{n}", "力争达到{n}以上"),
    ">": ("力争突破{n}", "大于{n}", "超出{n}", "要超过{n}"),
    "~=": ("维持在{n}上下", "约为{n}", "保持在{n}左右"),
}  # fmt: skip
LOWER: Mapping[str, tuple[str, ...]] = {
    "=": ("压降至{n}", "减至{n}", "回落到{n}"),
    "<=": ("严控在{n}以内", "不能超过{n}", "不大于{n}", "压降到{n}以内", "最高不超过{n}", "不超{n}", "限制在{n}以内"),
    "<": ("压降至{n}以下", "回落到{n}以下", "减至{n}以下", "小于{n}"),
    "~=": ("维持在{n}上下",),
}  # fmt: skip
VERBS: Mapping[str, tuple[str, ...]] = {
    "built": (
        "兴建",
        "筹建",
        "建好",
        "落成",
        "谋划建设",
        "新改建",
        "高标准打造",
        "累计建成",
        "启用",
        "布点",
        "新建成",
    ),
    "old": ("整修", "治理", "翻新", "改建", "完成更新", "实施改造", "除险加固"),
    "firm": ("孵育", "引育", "吸引", "发展", "招引落地", "梯度培育", "做强", "帮扶", "集聚", "选育"),
    "staff": ("轮训", "选派", "聘用", "引育", "配齐", "充实", "选树", "储备", "累计培训"),
    "event": ("办好", "策划举办", "常态化举办", "推出", "组织开展", "办成", "牵头举办"),
    "gear": ("装配", "换装", "上线", "配齐", "新购", "投入", "加装", "更换"),
    "norm": ("编制", "制修订", "研制", "上线", "主导制定"),
}
THINGS = tuple(VERBS)


def reach(draw: Draw, noun: Noun, unit: str = "") -> tuple[str, Want]:
    return say_level(draw, noun, RAISE if noun.kind in ("up", "sum") else LOWER, unit)


def counted(draw: Draw, noun: Noun) -> tuple[str, Want]:
    amount = draw.amount(noun)
    words, sign = draw.weighted(
        {
            ("{n}", "="): 11, ("{n}以上", ">="): 3, ("不低于{n}", ">="): 2, ("最少{n}", ">="): 0.7, ("大约{n}", "~="): 0.7,
            ("不少于{n}", ">="): 2, ("{n}上下", "~="): 0.3, ("超{n}", ">"): 0.8,
        }
    )  # fmt: skip
    return words.format(n=amount.text), Want(noun.text, amount.value, amount.unit, sign)


# --- levels -----------------------------------------------------------------------------------


@frame(22)
def level_of(draw: Draw) -> Core:
    """确保全县X在N%以上."""
    noun = draw.noun("up", "up", "sum", "down", "load")
    said, want = reach(draw, noun)
    plain = said.startswith(("要", "应", "力争", "不能", "最", "至少", "严", "限", "不"))
    lead = "" if plain else draw.pick(("", "", "", "确保", "推动", "实现", "使"))
    return Core(f"<{lead}{draw.pick(PLACES)}{noun.text}|{said}>", (want,), "reach")


@frame(2)
def aim_of(draw: Draw) -> Core:
    """以X达到N%以上为目标，健全运行机制."""
    noun = draw.noun("up", "sum")
    amount = draw.amount(noun)
    after, sign = draw.pick((("以上", ">="), ("", "=")))
    said = f"以{noun.text}达到{amount.text}{after}为目标，{draw.pick(('健全运行机制', '补齐短板弱项', '优化服务流程'))}"
    return Core(f"<{said}", (Want(noun.text, amount.value, amount.unit, sign),), "reach", NO_TAIL)


@frame(4)
def out_of(draw: Draw) -> Core:
    """X从A增至B以上."""
    noun = draw.noun("up", "sum", "down", "load")
    unit = draw.pick(noun.units)
    low, high = draw.whole(12, 40), draw.whole(45, 90)
    rising = noun.kind in ("up", "sum")
    start, end = (low, high) if rising else (high, low)
    verb = draw.pick(("增至", "升至", "拉升到") if rising else ("压降到", "减至", "回落至"))
    after, sign = draw.pick((("", "="), ("以上", ">=") if rising else ("以内", "<=")))
    lead = draw.pick(("", "推动", "力争将"))
    said = f"{draw.pick(('从', '由现在的', '自'))}{start}{unit}{verb}{end}{unit}{after}"
    mark = "" if lead else "|"
    return Core(f"<{lead}{noun.text}{mark}{said}>", (Want(noun.text, end, unit, sign),), "reach")


@frame(3)
def three_of(draw: Draw) -> Core:
    """X、Y和Z分别升至A、B和C."""
    those = draw.siblings(3, "up", "down", "sum")
    unit, down = those[0].units[0], those[0].kind == "down"
    values = [draw.whole(2, 25) if down else draw.whole(31, 97) for _ in those]
    form, sign = draw.pick(
        (("压降至{n}以下", "<"), ("不大于{n}", "<="), ("压降到{n}以内", "<="))
        if down
        else (("升至{n}", "="), ("不小于{n}", ">="), ("升至{n}以上", ">="), ("达{n}", "="))
    )
    shown = [f"{v}{unit}" for v in values]
    joined = draw.pick(("{}、{}、{}", "{}、{}和{}"))
    names = draw.pick(("{}、{}、{}", "{}、{}和{}", "{}，{}，{}")).format(*(n.text for n in those))
    wants = tuple(Want(n.text, v, unit, sign) for n, v in zip(those, values, strict=True))
    return Core(f"<{names}|分别{form.format(n=joined.format(*shown))}>", wants, "reach")


@frame(2.5)
def all_of(draw: Draw) -> Core:
    """X、Y均达到N%以上."""
    one, two = draw.siblings(2, "up", "down")
    amount = draw.amount(one, "" if one.units[0] != "%" else "%", plain=True)
    if amount.unit not in two.units:
        return level_of(draw)
    form, sign = draw.pick(
        (("均达到{n}以上", ">="), ("均不低于{n}", ">="), ("均达{n}", "="))
        if one.kind == "up"
        else (("均控制在{n}以内", "<="), ("均低于{n}", "<"))
    )
    wants = tuple(Want(n.text, amount.value, amount.unit, sign) for n in (one, two))
    return Core(
        f"<{one.text}{draw.pick(('、', '和', '及'))}{two.text}|{form.format(n=amount.text)}>", wants, "reach"
    )


@frame(3.5)
def time_allowed(draw: Draw) -> Core:
    """将X由9天压减为4天以内."""
    noun = draw.noun("limit")
    amount = draw.amount(noun)
    form, sign = draw.pick(
        (
            ("压减为{n}", "="), ("缩减至{n}以内", "<="), ("最长不超过{n}", "<="), ("压缩到{n}以内", "<="), ("不得超过{n}", "<="),
            ("缩短为{n}", "="),
        )
    )  # fmt: skip
    start = f"由{int(amount.value) * 2 + 3}{amount.unit}" if "不" not in form and draw.chance(0.4) else ""
    lead = draw.pick(("", "将")) if "不" not in form else draw.pick(("", "承诺"))
    want = Want(noun.text, amount.value, amount.unit, sign)
    return Core(
        f"<{lead}{noun.text}{start}{form.format(n=amount.text)}>",
        (want,),
        "reach",
        ("before", "none", "behind"),
    )


@frame(2)
def within(draw: Draw) -> Core:
    """X保持在A%～B%区间."""
    noun = draw.noun("up", "sum", "load")
    unit = draw.pick(noun.units)
    low = draw.whole(31, 60)
    high = low + draw.whole(3, 20)
    bare = unit if unit == "%" else ""
    form = draw.pick(("保持在{a}～{b}区间", "控制在{a}到{b}之间", "稳定在{a}至{b}", "保持在{a}—{b}"))
    said = form.format(a=f"{low}{bare}", b=f"{high}{unit}")
    return Core(f"<{noun.text}|{said}>", (Want(noun.text, low, unit, "=", value_max=high),), "reach")


# --- changes ----------------------------------------------------------------------------------


@frame(3)
def risen(draw: Draw) -> Core:
    """X比2023年上升N个百分点以上."""
    noun = draw.noun("up", "down")
    up = noun.kind == "up"
    value = draw.whole(1, 9) + draw.pick((0, 0, 0.2, 0.8))
    verb = draw.pick(("上升", "增加", "再提高") if up else ("回落", "下降", "再降低", "减少"))
    than = draw.pick(("比2023年", "与2025年相比", "较“十四五”末", ""))
    form, sign = draw.pick((("{n}", "="), ("{n}以上", ">="), ("约{n}", "~="), ("不少于{n}", ">=")))
    said = than + verb + form.format(n=f"{value:g}个百分点")
    return Core(
        f"<{noun.text}|{said}>",
        (Want(noun.text, value, "个百分点", sign, change="+" if up else "-"),),
        "reach",
        NO_TAIL,
    )


@frame(4)
def grown(draw: Draw) -> Core:
    """X累计增长N%, X年均递增N%以上, X同比减少N%以上."""
    noun = draw.noun("sum", "sum", "load")
    up = noun.kind == "sum"
    value = draw.whole(3, 40)
    verb = draw.pick(
        ("累计增长", "年均递增", "再增长", "比2023年增加", "每年增长")
        if up
        else ("累计下降", "同比减少", "再下降", "比2023年减少", "每年降低")
    )
    form, sign = draw.pick((("{n}", "="), ("{n}以上", ">="), ("不低于{n}", ">="), ("超过{n}", ">")))
    want = Want(noun.text, value, "%", sign, change="+" if up else "-")
    return Core(
        f"<{draw.pick(PLACES)}{noun.text}|{verb}{form.format(n=f'{value}%')}>", (want,), "reach", NO_TAIL
    )


@frame(2.5)
def part_off(draw: Draw) -> Core:
    """将X核减五分之二, X实现减半."""
    noun = draw.noun("load")
    words, value = draw.pick(
        (("五分之二", 40), ("五分之一", 20), ("四分之三", 75), ("一半以上", 50), ("三分之一以上", 33.333333))
    )
    sign = ">=" if words.endswith("以上") else "="
    if draw.chance(0.2):
        words, value, sign = "", 50, "="
    want = Want(noun.text, value, "%", sign, change="-")
    verb = draw.pick(("核减", "压降", "缩减", "削减")) if words else draw.pick(("减半", "实现减半"))
    if words and draw.chance(0.3):
        return Core(f"<将{noun.text}{verb}{words}>", (want,))
    return Core(f"<{noun.text}|{verb}{words}>", (want,))


@frame(1.5)
def times_over(draw: Draw) -> Core:
    """X力争翻番, X增长1倍以上."""
    noun = draw.noun("sum")
    words, value, sign = draw.pick(
        (
            ("力争翻番", 2, "="), ("实现翻番", 2, "="), ("比2023年翻两番", 4, "="), ("倍增", 2, "="), ("增长1.5倍", 1.5, "="),
            ("增长1倍以上", 1, ">="),
        )
    )  # fmt: skip
    return Core(f"<{noun.text}|{words}>", (Want(noun.text, value, "倍", sign, change="+"),), "reach", NO_TAIL)


# --- things counted ---------------------------------------------------------------------------


@frame(13)
def done(draw: Draw) -> Core:
    """县里兴建X N个."""
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{who(draw)}|{draw.pick(VERBS[noun.kind])}{noun.text}{said}>", (want,))


@frame(11)
def done_of(draw: Draw) -> Core:
    """启用N个X."""
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{who(draw)}|{draw.pick(VERBS[noun.kind])}{said}{noun.text}>", (want,))


def who(draw: Draw) -> str:
    return draw.weighted(
        {"": 8, "各乡镇（街道）": 1, "县属国企": 0.5, "鼓励社会力量": 0.3, "确保": 1, "计划": 0.7}
    )


@frame(5)
def number_of(draw: Draw) -> Core:
    """X数量达到N个, X总数不少于N家, X新增N家."""
    noun = draw.noun("built", "firm", "staff", "gear")
    amount = draw.amount(noun)
    form, sign = draw.pick(
        (
            ("数量达到{n}", "="), ("总数不少于{n}", ">="), ("达到{n}", "="), ("达{n}以上", ">="), ("总量突破{n}", ">"),
            ("新增{n}", "="), ("发展到{n}", "="),
        )
    )  # fmt: skip
    want = Want(
        noun.text, amount.value, amount.unit, sign,
        also=(f"{noun.text}数量", f"{noun.text}总数", f"{noun.text}总量", f"新增{noun.text}"),
    )  # fmt: skip
    return Core(f"<{draw.pick(PLACES)}{noun.text}|{form.format(n=amount.text)}>", (want,), "reach")


@frame(3)
def work_of(draw: Draw) -> Core:
    """实施X改造N处, 完成X建设N个."""
    noun = draw.noun("old", "built")
    said, want = counted(draw, noun)
    head, end = draw.pick(
        (("实施", "改造"), ("完成", "整治"), ("开展", "提升"))
        if noun.kind == "old"
        else (("完成", "建设"), ("推进", "建设"), ("启动", "建设"))
    )
    want = Want(
        noun.text + end, want.value, want.unit, want.comparator, also=(noun.text, f"{noun.text}{end}数")
    )
    return Core(f"<|{head}{noun.text}{end}{said}>", (want,))


@frame(3)
def landed(draw: Draw) -> Core:
    """推动N个X落地见效; 支持N家X做大做强."""
    noun = draw.noun("built", "firm", "gear")
    said, want = counted(draw, noun)
    head, end = draw.pick(
        {
            "built": (("推动", "落地见效"), ("确保", "开门运营"), ("推动", "建成达效")),
            "firm": (("支持", "做大做强"), ("推动", "落户"), ("帮助", "转型升级")),
            "gear": (("推动", "上线运行"), ("确保", "交付使用")),
        }[noun.kind]
    )
    want = Want(noun.text, want.value, want.unit, want.comparator, also=(noun.text + end,))
    return Core(
        f"<{head}{said}{noun.text}{end}>",
        (want,),
        "use",
        ("before", "bracket", "heading", "none", "title", "opening"),
    )


@frame(3)
def per_place(draw: Draw) -> Core:
    """各乡镇分别建成N个以上X; 每村配备N名X."""
    noun = draw.noun("built", "firm", "event", "staff")
    amount = count_to_amount(draw, draw.whole(1, 6), noun.units[0])
    verb = draw.pick([v for v in VERBS[noun.kind] if v != "累计建成"])
    place = draw.pick(
        {
            "firm": ("片区", "园区"),
            "staff": ("村", "所学校"),
            "built": ("村", "片区"),
            "event": ("村", "季度"),
        }[noun.kind]
    )
    some = {"村": "乡镇", "片区": "片区", "园区": "园区", "所学校": "学校", "季度": "社区"}[place]
    form, sign = draw.pick(
        (
            ("各{s}分别{v}{n}以上{x}", ">="), ("每{p}{v}{n}{x}", "="), ("每{p}{v}{x}{n}", "="), ("每{p}最少{v}{n}{x}", ">="),
            ("各{s}均{v}不少于{n}{x}", ">="),
        )
    )  # fmt: skip
    form = form.replace("{s}", some).replace("{p}", "个" + place if place in ("片区", "园区") else place)
    said = form.format(v=verb, n=amount.text, x=noun.text)
    return Core(f"<{said}>", (Want(noun.text, amount.value, amount.unit, sign),))


@frame(1.5)
def per_head(draw: Draw) -> Core:
    """每万人拥有X达到N名."""
    noun = draw.noun("staff")
    unit = noun.units[0]
    value = draw.whole(2, 40) if draw.chance(0.5) else draw.whole(1, 9) + 0.5
    head = draw.pick(("每万人", "每千人", "每百户居民"))
    form, sign = draw.pick((("达到{n}", "="), ("不少于{n}", ">="), ("达到{n}以上", ">=")))
    names = (f"{head}拥有{noun.text}数", f"{head}{noun.text}数", f"{head}{noun.text}", noun.text)
    want = Want(f"{head}拥有{noun.text}", value, unit, sign, also=names)
    return Core(f"<{head}拥有{noun.text}|{form.format(n=f'{value:g}{unit}')}>", (want,), "reach")


@frame(3)
def such_as(draw: Draw) -> Core:
    """引进年研发投入超N万元的X N家: only the firms are counted."""
    noun = draw.noun("firm", "built")
    what = draw.pick(
        (
            "年研发投入超{a}00万元的",
            "出口额{a}000万美元以上的",
            "带动农户{a}00户以上的",
            "年纳税{a}00万元以上的",
        )
        if noun.kind == "firm"
        else ("可容纳{a}00人的", "总投资{a}亿元以上的", "年服务{a}万人次以上的", "服务半径不超过{a}公里的")
    ).format(a=draw.whole(1, 9))
    said, want = counted(draw, noun)
    want = Want(what + noun.text, want.value, want.unit, want.comparator)
    order = f"{what}{noun.text}{said}" if draw.chance(0.6) else f"{said}{what}{noun.text}"
    return Core(f"<|{draw.pick(VERBS[noun.kind])}{order}>", (want,))


@frame(2)
def at_least_some(draw: Draw) -> Core:
    """至少有N个X达到省级标准; 超过80%的X建立台账."""
    noun = draw.noun("built", "firm")
    end = draw.pick(("达到省级标准", "进入全省前列", "建立电子台账", "纳入规范管理"))
    if draw.chance(0.5):
        amount, head, sign = draw.amount(noun), "至少有", ">="
        name, also = noun.text, (noun.text + end, f"{end}的{noun.text}", f"{end}的{noun.text}数量")
    else:
        amount = draw.amount(noun, "%", plain=True)
        head, sign = draw.pick((("超过", ">"), ("不少于", ">=")))
        name, also = (
            f"{noun.text}{end}比例",
            (f"{end}的{noun.text}比例", noun.text + end, f"{noun.text}{end}率"),
        )
    link = "的" if amount.unit == "%" else ""
    want = Want(name, amount.value, amount.unit, sign, also=also)
    return Core(
        f"<{head}{amount.text}{link}{noun.text}{end}>",
        (want,),
        "use",
        ("before", "bracket", "heading", "none"),
    )


# --- several in one sentence ------------------------------------------------------------------


@frame(6)
def row_of_aims(draw: Draw) -> Core:
    """X升至A，Y不小于B；启用Z N个."""
    pieces, wants = [], []
    for _ in range(draw.whole(1, 3)):
        noun = draw.noun("up", "sum", "down", "load")
        said, want = reach(draw, noun)
        pieces.append(noun.text + said)
        wants.append(want)
    for _ in range(draw.whole(1, 2)):
        noun = draw.noun(*THINGS)
        said, want = counted(draw, noun)
        pieces.append(draw.pick(VERBS[noun.kind]) + draw.pick((noun.text + said, said + noun.text)))
        wants.append(want)
    return Core(f"<{draw.pick(('，', '，', '；')).join(pieces)}>", tuple(wants), "reach",
                ("before", "opening", "heading", "none", "title", "line"))  # fmt: skip


@frame(3)
def two_kinds(draw: Draw) -> Core:
    """兴建X N个以上，配齐Y M名; 启用N个X、M个Y."""
    one, two = draw.siblings(2, "built", "firm", "gear", "event", "staff")
    verb = draw.pick(VERBS[one.kind])
    first, second = draw.amount(one, one.units[0]), draw.amount(two, two.units[0])
    said = draw.pick(
        (
            f"{verb}{first.text}{one.text}、{second.text}{two.text}",
            f"{verb}{one.text}{first.text}以及{two.text}{second.text}",
            f"{verb}{first.text}{one.text}，{draw.pick(VERBS[two.kind])}{second.text}{two.text}",
        )
    )
    wants = (Want(one.text, first.value, first.unit), Want(two.text, second.value, second.unit))
    return Core(f"<|{said}>", wants)


@frame(1.5)
def begun_and_done(draw: Draw) -> Core:
    """X开工N个、完工M个."""
    noun = draw.noun("built", "old")
    first, second = draw.amount(noun, noun.units[0]), draw.amount(noun, noun.units[0])
    a, b = draw.pick((("开工", "完工"), ("开工", "建成"), ("启动", "完成")))
    wants = tuple(
        Want(noun.text, x.value, x.unit, also=(noun.text + v, f"{v}{noun.text}", f"{noun.text}{v}数"))
        for x, v in ((first, a), (second, b))
    )
    return Core(f"<{noun.text}|{a}{first.text}、{b}{second.text}>", wants)


# --- with times of their own ------------------------------------------------------------------


def years(draw: Draw, number: int) -> list[int]:
    return sorted(draw.some(range(YEAR, YEAR + 5), number))


@frame(3)
def by_years(draw: Draw) -> Core:
    """2026、2027、2028年分别启用X 10、20、30个; X到2027年、2030年分别升至A、B."""
    if draw.chance(0.5):
        noun = draw.noun("built", "firm", "gear")
        unit, number = noun.units[0], draw.pick((2, 3))
        chosen, values = years(draw, number), sorted(draw.some(range(5, 96), number))
        verb = draw.pick([v for v in VERBS[noun.kind] if v != "累计建成"])
        shown = (
            "、".join(f"{v}" for v in values) + unit
            if draw.chance(0.5)
            else "、".join(f"{v}{unit}" for v in values)
        )
        text = f"{'、'.join(map(str, chosen))}年分别{verb}{noun.text}{shown}"
    else:
        noun = draw.noun("up", "sum")
        unit, chosen, values = draw.pick(noun.units), years(draw, 2), sorted(draw.some(range(31, 96), 2))
        text = f"{noun.text}到{chosen[0]}年、{chosen[1]}年分别升至{values[0]}{unit}、{values[1]}{unit}"
    wants = tuple(Want(noun.text, v, unit, "=", last_day(y)) for y, v in zip(chosen, values, strict=True))
    return Core(text, wants, places=OWN)


@frame(2.5)
def year_then_year(draw: Draw) -> Core:
    """2027年X升至A，2029年力争升至B."""
    noun = draw.noun("up", "sum")
    unit = draw.pick(noun.units)
    (early, late), (low, high) = years(draw, 2), sorted(draw.some(range(31, 96), 2))
    wants = (
        Want(noun.text, low, unit, "=", last_day(early)),
        Want(noun.text, high, unit, "=", last_day(late)),
    )
    text = draw.pick(
        (
            f"{early}年{noun.text}升至{low}{unit}，{late}年力争升至{high}{unit}",
            f"{early}年底{noun.text}要达到{low}{unit}，{late}年底要达到{high}{unit}",
            f"{noun.text}{early}年达到{low}{unit}，{late}年达到{high}{unit}",
        )
    )
    return Core(text, wants, places=OWN)


@frame(2)
def month_then_month(draw: Draw) -> Core:
    """2027年6月底前启用X N个，12月底前累计启用M个."""
    noun = draw.noun("built", "gear", "firm")
    unit, year = noun.units[0], draw.whole(YEAR, YEAR + 3)
    first, second = draw.whole(3, 6), draw.whole(9, 12)
    low, high = sorted(draw.some(range(3, 90), 2))
    verb = draw.pick([v for v in VERBS[noun.kind] if v != "累计建成"])
    again = draw.pick((f"累计{verb}", f"再{verb}"))
    wants = (
        Want(noun.text, low, unit, "=", last_day(year, first)),
        Want(
            noun.text,
            high,
            unit,
            "=",
            last_day(year, second),
            also=(f"累计{verb}{noun.text}", f"累计{noun.text}"),
        ),
    )
    return Core(
        f"{year}年{first}月底前{verb}{noun.text}{low}{unit}，{second}月底前{again}{high}{unit}",
        wants,
        places=OWN,
    )


@frame(2)
def far_then_near(draw: Draw) -> Core:
    """到2030年，X升至A。2026年，Y回落到B以下。"""
    noun, other = draw.noun("up", "sum"), draw.noun("down", "load", "up")
    early, late = years(draw, 2)
    (said, want), (then, second) = reach(draw, noun), reach(draw, other)
    wants = (
        Want(noun.text, want.value, want.unit, want.comparator, last_day(late)),
        Want(other.text, second.value, second.unit, second.comparator, last_day(early)),
    )
    first_time, second_time = (
        draw.pick((f"到{late}年，", f"{late}年底以前，")),
        draw.pick((f"{early}年，", f"其中{early}年，", f"到{early}年底，")),
    )
    return Core(f"{first_time}{noun.text}{said}。{second_time}{other.text}{then}", wants, places=OWN)


@frame(2.5)
def again_and_again(draw: Draw) -> Core:
    """年均新增X N个; 每季度办好X N场; 自2027年起每年轮训X N名."""
    noun = draw.noun("event", "built", "staff", "firm")
    said, want = counted(draw, noun)
    verb = draw.pick([v for v in VERBS[noun.kind] if not v.startswith(("累计", "常态"))])
    often = draw.pick(("每季度", "每年", "每半年", f"自{YEAR + 1}年起每年", "每月"))
    return Core(
        f"{often}{verb}{noun.text}{said}",
        (Want(noun.text, want.value, want.unit, want.comparator, None),),
        places=OWN,
    )


# --- numbers that are no aim ------------------------------------------------------------------


@frame(3.5)
def list_counted(draw: Draw) -> Core:
    """围绕A、B、C三大板块: the number sums up the list."""
    listed = [n.text for n in draw.siblings(draw.whole(3, 4), "built", "old", "firm", "up", "sum", "staff")]
    number = len(listed)
    verb, head = draw.pick(
        (
            ("围绕", "大板块"), ("抓实", "项重点工程"), ("建强", "支队伍"), ("打通", "个关键环节"), ("统筹", "类资源"), ("紧盯", "件民生实事"),
            ("做好", "篇文章"),
        )
    )  # fmt: skip
    many = draw.pick(("", "等"))
    count = draw.pick((counting(number), han(number), str(number)))
    return Core(f"{verb}{'、'.join(listed)}{many}{count}{head}", places=OWN)


@frame(3)
def so_far(draw: Draw) -> Core:
    """去年，全县X为N%; 现有X N个."""
    noun, rate = draw.noun("built", "firm", "old"), draw.noun("up")
    amount, share = draw.amount(noun), draw.amount(rate)
    verb = {"built": "落成", "firm": "引育", "old": "翻新"}[noun.kind]
    return Core(
        draw.pick(
            (
                f"去年，全县{rate.text}为{share.text}，比上年提高{draw.whole(1, 9)}.{draw.whole(1, 9)}个百分点",
                f"全县现有{noun.text}{amount.text}，{rate.text}仅为{share.text}",
                f"过去五年，全县累计{verb}{noun.text}{amount.text}",
                f"“十四五”时期，全县{verb}{noun.text}{amount.text}，{rate.text}由{draw.whole(10, 25)}%提高到{share.text}",
                f"据统计，2025年全县{rate.text}为{share.text}，低于全市平均水平{draw.whole(1, 9)}个百分点",
                f"截至2026年2月底，全县已有{noun.text}{amount.text}",
                f"2025年{verb}{noun.text}{amount.text}，超额完成年度任务",
            )
        ),
        places=OWN,
    )


@frame(2)
def so_far_then(draw: Draw) -> Core:
    """在现有N个X的基础上，到2028年再启用M个."""
    noun = draw.noun("built", "firm", "gear")
    first, (said, want) = draw.amount(noun), counted(draw, noun)
    year, verb = draw.whole(YEAR + 1, YEAR + 4), draw.pick([v for v in VERBS[noun.kind] if v != "累计建成"])
    want = Want(noun.text, want.value, want.unit, want.comparator, last_day(year))
    text = draw.pick(
        (
            f"在现有{first.text}{noun.text}的基础上，到{year}年底再{verb}{noun.text}{said}",
            f"目前全县拥有{noun.text}{first.text}。到{year}年，{verb}{noun.text}{said}",
        )
    )
    return Core(text, (want,), places=OWN)


@frame(2.5)
def money_for(draw: Draw) -> Core:
    """对首次认定的X，按每家30万元标准奖励."""
    noun, rate = draw.noun("firm"), draw.noun("staff")
    money, small = draw.pick((5, 10, 20, 30, 50, 80)), draw.pick((500, 800, 1000, 2000))
    number = draw.whole(2, 90) * 10
    text, grant = draw.pick(
        (
            (f"对年产值超{draw.whole(2, 9)}亿元且首次认定的{noun.text}，奖励{money}万元", (money, "万元")),
            (f"{noun.text}当年吸纳就业达{number}人的，给予{money}万元补助", (money, "万元")),
            (f"对取得证书的{rate.text}，给予每人{small}元补贴", (small, "元")),
            (f"投资额在{draw.whole(2, 9)}000万元以上的{noun.text}，一次性补贴{money}万元", (money, "万元")),
        )
    )
    return Core(text, grants=(grant,), places=OWN)


@frame(2)
def in_case(draw: Draw) -> Core:
    """凡X不足N%的，暂停安排新项目."""
    rate, thing = draw.noun("up"), draw.noun("firm", "built")
    amount = draw.amount(rate)
    return Core(
        draw.pick(
            (
                f"凡{rate.text}不足{amount.text}的乡镇，暂停安排新项目",
                f"{rate.text}在{amount.text}以上的村，可优先申报示范",
                f"如{rate.text}连续两个季度低于{amount.text}，启动专项督导",
                f"{thing.text}数量超过{draw.whole(3, 30)}个的街道，应当组建联盟",
            )
        ),
        places=OWN,
    )


@frame(2)
def who_is_meant(draw: Draw) -> Core:
    """常住人口超过8万人的街道应当设X专区."""
    thing = draw.noun("built")
    return Core(
        draw.pick(
            (
                f"常住人口超过{draw.whole(3, 12)}万人的街道应当推广{thing.text}模式",
                f"建成{draw.pick((10, 15, 20, 30))}年以上的{thing.text}优先纳入维护范围",
                f"为{draw.pick((6, 12, 14))}岁以下儿童免费开放{thing.text}",
                f"单体面积{draw.whole(2, 9)}0平方米以下的{thing.text}参照执行",
                f"{draw.whole(2, 8)}00户以上的小区要完善{thing.text}配套",
            )
        ),
        places=OWN,
    )


@frame(3)
def called(draw: Draw) -> Core:
    """用好“12345”热线; 贯彻国家扩大内需35条举措."""
    thing = draw.noun("built", "firm")
    return Core(
        draw.pick(
            (
                f"落实国家促进{thing.text}提质{draw.whole(10, 40)}条举措",
                f"用好“12345”热线，及时回应{thing.text}诉求",
                f"推进{draw.pick((35, 110, 1000))}千伏云溪变电站扩建前期工作",
                f"加快建设{draw.whole(20, 90)}万吨精炼项目配套管网",
                f"筹备第{draw.pick((draw.whole(3, 20), han(draw.whole(3, 12))))}届{thing.text}大会",
                f"推行7×24小时{thing.text}不打烊服务",
                f"实施“百村千院”{thing.text}提质工程",
                f"擦亮“{draw.whole(1, 5)}+N”{thing.text}品牌",
            )
        ),
        places=OWN,
    )


@frame(1.5)
def how_reckoned(draw: Draw) -> Core:
    """X是指合格数占总数的比例."""
    rate, thing = draw.noun("up").text, draw.noun("built").text
    return Core(
        draw.pick(
            (
                f"{rate}＝合格{thing}数÷抽查{thing}数×100%",
                f"{rate}是指合格数量占抽查总数的比例",
                f"{rate}计算方法：达标数/总数*100%",
            )
        ),
        places=OWN,
    )


@frame(2)
def not_counted(draw: Draw) -> Core:
    """征集一批X; 纸质材料一式四份."""
    thing, firm = draw.noun("built").text, draw.noun("firm").text
    return Core(
        draw.pick(
            (
                f"征集一批{thing}优秀案例",
                f"推出一批{firm}服务产品，攻克一批技术难题",
                f"纸质材料一式{draw.pick(('三', '四', '3', '4'))}份报县主管部门",
                f"构建县乡村三级{thing}网络",
                f"推动{thing}与{firm}双向奔赴、一体推进",
                f"对{firm}实行一企一策、一月一调度",
                f"深化{thing}第三方评估",
            )
        ),
        places=OWN,
    )
