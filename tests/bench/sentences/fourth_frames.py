"""The fourth set of frames: other orders, other verbs, other nouns, and what only looks like a target. Only for checking.

What a number means is known as in `frames`; no rule is written with these in sight.
"""

from __future__ import annotations

from collections.abc import Mapping

from sentences.draw import YEAR, Core, Draw, Noun, Want, counting, last_day
from sentences.frames import Collection, say_level

FOURTH = Collection()
frame = FOURTH.frame
OWN = ("own",)
# A change without any time may as well be past; behind it no …实现 is said.
NO_TAIL = ("before", "middle", "opening", "heading", "title", "line")

PLACES = ("", "", "", "全市", "全域", "市域", "各区县")
RAISE: Mapping[str, tuple[str, ...]] = {
    "=": ("达到{n}", "提升到{n}", "增加到{n}", "提高至{n}", "要达到{n}", "扩大到{n}"),
    ">=": ("达到{n}及以上", "不少于{n}", "力争达到{n}以上", "应当不低于{n}", "始终保持在{n}以上", "须达到{n}以上", "至少提高到{n}"),
    ">": ("突破{n}", "要超过{n}", "力争超过{n}"),
    "~=": ("达到{n}左右", "在{n}左右", "约{n}"),
}  # fmt: skip
LOWER: Mapping[str, tuple[str, ...]] = {
    "=": ("下降至{n}", "降低到{n}", "降到{n}"),
    "<=": (
        "不得高于{n}",
        "控制在{n}及以内",
        "严格控制在{n}以内",
        "不高于{n}",
        "压缩到{n}以内",
        "降至{n}及以下",
    ),
    "<": ("降到{n}以下", "压至{n}以下", "低于{n}", "始终控制在{n}以下"),
}
VERBS: Mapping[str, tuple[str, ...]] = {
    "built": ("建设", "新建", "建成", "改建", "新增", "建设完成", "布局建设", "创建", "规划布局", "新打造", "续建", "建成并投入使用"),
    "old": ("改造", "整治", "除险加固", "维修", "修复", "实施整治", "完成修复", "更新"),
    "firm": ("培育", "新培育", "引进", "招引", "扶持壮大", "动态培育", "新增", "集聚", "发展壮大"),
    "staff": ("培训", "选聘", "配备", "招募", "培育", "新增", "组织培训", "累计培养"),
    "event": ("举办", "开展", "组织", "组织举办", "集中开展", "策划开展"),
    "gear": ("购置", "配备", "新增", "采购", "补充", "配置", "更新添置"),
    "norm": ("制定", "修订", "发布", "编制", "制修订", "研究制定"),
}  # fmt: skip
THINGS = tuple(VERBS)
#: Where it starts → where it is to go.
STARTS = ("由目前的", "从", "由", "由2025年的", "从上年的", "由现状")


def reach(draw: Draw, noun: Noun, unit: str = "") -> tuple[str, Want]:
    return say_level(draw, noun, RAISE if noun.kind in ("up", "sum") else LOWER, unit)


def counted(draw: Draw, noun: Noun) -> tuple[str, Want]:
    amount = draw.amount(noun)
    words, sign = draw.weighted(
        {
            ("{n}", "="): 12, ("{n}以上", ">="): 3, ("不少于{n}", ">="): 2, ("{n}左右", "~="): 0.7, ("不低于{n}", ">="): 1,
            ("近{n}", "~="): 0.3, ("超{n}", ">"): 0.5, ("至少{n}", ">="): 1,
        }
    )  # fmt: skip
    return words.format(n=amount.text), Want(noun.text, amount.value, amount.unit, sign)


def verb(draw: Draw, noun: Noun) -> str:
    return draw.pick(VERBS[noun.kind])


def things(draw: Draw, number: int) -> list[tuple[Noun, str, float]]:
    """So many nouns that are counted, each with its unit and a number."""
    return [(n := draw.noun(*THINGS), n.units[0], draw.whole(3, 280)) for _ in range(number)]


# --- levels -----------------------------------------------------------------------------------


@frame(20)
def level_at(draw: Draw) -> Core:
    """全市X应当不低于N."""
    noun = draw.noun("up", "up", "sum", "down", "load", "limit")
    said, want = reach(draw, noun)
    return Core(f"<{draw.pick(PLACES)}{noun.text}|{said}>", (want,), "reach")


@frame(4)
def held(draw: Draw) -> Core:
    """将X控制在N以内, 使X保持在N以上."""
    noun = draw.noun("up", "down", "load")
    amount = draw.amount(noun)
    form, sign = draw.pick(
        (("使{x}保持在{n}以上", ">="), ("把{x}稳定在{n}左右", "~="), ("推动{x}提升至{n}", "="))
        if noun.kind == "up"
        else (("将{x}控制在{n}以内", "<="), ("把{x}压到{n}以下", "<"), ("将{x}严格控制在{n}以内", "<="), ("使{x}降低到{n}", "="))
    )  # fmt: skip
    return Core(
        f"<{form.format(x=noun.text, n=amount.text)}>",
        (Want(noun.text, amount.value, amount.unit, sign),),
        "reach",
    )


@frame(4)
def from_where_it_is(draw: Draw) -> Core:
    """X由目前的A提升到B."""
    noun = draw.noun("up", "sum", "down", "limit")
    unit = draw.pick(noun.units)
    low, high = draw.whole(11, 44), draw.whole(46, 95)
    rising = noun.kind in ("up", "sum")
    first, last = (low, high) if rising else (high, low)
    way = draw.pick(("提高至", "提升到", "增长到") if rising else ("缩减至", "降到", "压缩至"))
    after, sign = draw.pick((("", "="), ("", "="), ("以上", ">=") if rising else ("以内", "<=")))
    return Core(
        f"<{noun.text}|{draw.pick(STARTS)}{first}{unit}{way}{last}{unit}{after}>",
        (Want(noun.text, last, unit, sign),),
        "reach",
    )


@frame(3)
def risen_by_to(draw: Draw) -> Core:
    """X提高5个百分点，达到85%: two rows."""
    noun = draw.noun("up")
    by, to = draw.whole(2, 15), draw.whole(40, 97)
    way = draw.pick(("提高", "提升", "较2025年提高"))
    rows = (
        Want(noun.text, by, "个百分点", "=", change="+"),
        Want(noun.text, to, "%", "="),
    )
    return Core(
        f"<{noun.text}{way}{by}个百分点，达到{to}%", rows, places=("before", "opening", "title", "heading")
    )


@frame(3)
def two_levels(draw: Draw) -> Core:
    """X不低于A、Y不高于B."""
    one, two = draw.noun("up"), draw.noun("down")
    a, b = draw.amount(one, plain=True), draw.amount(two, plain=True)
    text = f"<{one.text}不低于{a.text}{draw.pick(('、', '，', '；'))}{two.text}不高于{b.text}"
    rows = (Want(one.text, a.value, a.unit, ">="), Want(two.text, b.value, b.unit, "<="))
    return Core(text, rows, "reach", ("before", "opening", "title", "heading", "line"))


@frame(3)
def years_side_by_side(draw: Draw) -> Core:
    """2026年、2027年、2028年X分别达到A、B、C."""
    noun = draw.noun("up")
    values = sorted(draw.some(range(31, 98), 3))
    years = "、".join(f"{YEAR + i}年" for i in range(3))
    said = "、".join(f"{v}%" for v in values)
    text = draw.pick((f"{years}，{noun.text}分别达到{said}", f"{noun.text}{years}分别达到{said}"))
    rows = tuple(Want(noun.text, v, "%", "=", last_day(YEAR + i)) for i, v in enumerate(values))
    return Core(text, rows, places=OWN)


@frame(2)
def year_by_year(draw: Draw) -> Core:
    """X2026年达到A，2027年达到B，2028年达到C以上."""
    noun = draw.noun("up", "sum")
    values = sorted(draw.some(range(31, 98), 3))
    unit = noun.units[0]
    said = "，".join(f"{YEAR + i}年达到{v}{unit}" for i, v in enumerate(values))
    rows = [Want(noun.text, v, unit, "=", last_day(YEAR + i)) for i, v in enumerate(values)]
    rows[2] = Want(noun.text, values[2], unit, ">=", last_day(YEAR + 2))
    return Core(f"{noun.text}{draw.pick(('', '：', '，'))}{said}以上", tuple(rows), places=OWN)


@frame(3)
def named_with_colon(draw: Draw) -> Core:
    """X：到2028年达到85%以上."""
    noun, year = draw.noun("up", "sum"), draw.whole(YEAR + 1, YEAR + 4)
    said, want = reach(draw, noun)
    return Core(
        f"{noun.text}：到{year}年{said}",
        (Want(noun.text, want.value, want.unit, want.comparator, last_day(year)),),
        places=OWN,
    )


# --- changes ----------------------------------------------------------------------------------


@frame(4)
def grows(draw: Draw) -> Core:
    """X年均增长N%左右, X年均降幅不低于N%."""
    noun = draw.noun("sum", "load")
    value = draw.whole(3, 25)
    up = noun.kind == "sum"
    form, sign = draw.pick(
        (("年均增长{n}%左右", "~="), ("增长{n}%以上", ">="), ("比2025年增长{n}%", "="), ("年均递增{n}%", "="))
        if up
        else (("年均下降不低于{n}%", ">="), ("比2025年减少{n}%", "="), ("较“十四五”末下降{n}%以上", ">="), ("累计减少{n}%", "="))
    )  # fmt: skip
    return Core(
        f"<{noun.text}|{form.format(n=value)}>",
        (Want(noun.text, value, "%", sign, change="+" if up else "-"),),
        "reach",
        NO_TAIL,
    )


@frame(2)
def rate_of_growth(draw: Draw) -> Core:
    """X增速保持在N%以上: a rate has its own name and no sign."""
    noun, value = draw.noun("sum"), draw.whole(3, 25)
    rate = draw.pick(("增速", "年均增速", "增幅"))
    said, sign = draw.pick(
        (("保持在{n}%以上", ">="), ("不低于{n}%", ">="), ("达到{n}%", "="), ("突破{n}%", ">"))
    )
    return Core(
        f"<{noun.text}{rate}|{said.format(n=value)}>",
        (Want(noun.text + rate, value, "%", sign),),
        "reach",
        ("before", "opening", "heading", "title", "line", "bracket"),
    )


@frame(2)
def each_year_and_sum(draw: Draw) -> Core:
    """每年新增X N个以上，到2028年累计达到M个."""
    noun, year = draw.noun("built", "firm"), draw.whole(YEAR + 1, YEAR + 4)
    few, many = draw.whole(3, 20), draw.whole(30, 200)
    unit = noun.units[0]
    text = f"每年新增{noun.text}{few}{unit}以上，到{year}年累计达到{many}{unit}"
    rows = (
        Want(noun.text, few, unit, ">=", None, also=(f"新增{noun.text}",)),
        Want(noun.text, many, unit, "=", last_day(year)),
    )
    return Core(text, rows, places=OWN)


# --- things counted ---------------------------------------------------------------------------


@frame(14)
def made_them(draw: Draw) -> Core:
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{draw.pick(PLACES)}|{verb(draw, noun)}{noun.text}{said}>", (want,))


@frame(12)
def made_so_many(draw: Draw) -> Core:
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{draw.pick(PLACES)}|{verb(draw, noun)}{said}{noun.text}>", (want,))


@frame(4)
def done_to(draw: Draw) -> Core:
    """对N座X实施改造."""
    noun = draw.noun("old")
    amount = draw.amount(noun)
    deed = draw.pick(("实施改造", "进行除险加固", "开展全面整治", "完成修缮改造"))
    return Core(
        f"<{draw.pick(('对', '对全市'))}{amount.text}{noun.text}{deed}>",
        (Want(noun.text, amount.value, amount.unit),),
        places=("before", "bracket", "behind", "heading", "line", "none", "title"),
    )


@frame(4)
def listed(draw: Draw) -> Core:
    """新建X a个、Y b座、Z c条."""
    those = things(draw, 3)
    first = those[0][0]
    if draw.chance(0.5):
        said = "、".join(f"{n.text}{v}{u}" for n, u, v in those)
    else:
        said = "、".join(f"{v}{u}{n.text}" for n, u, v in those)
    rows = tuple(Want(n.text, v, u) for n, u, v in those)
    word = (
        draw.pick(VERBS[first.kind])
        if all(n.kind == first.kind for n, _, _ in those)
        else draw.pick(("新增", "完成"))
    )
    return Core(f"<{word}{said}>", rows)


@frame(3)
def months(draw: Draw) -> Core:
    """X改造4月底前完成a座，7月底前完成b座，10月底前全部完成。"""
    noun = draw.noun("old", "built")
    a, b = draw.whole(3, 40), draw.whole(41, 90)
    u = noun.units[0]
    word = "改造" if noun.kind == "old" else "建设"
    text = f"推进{noun.text}{word}，4月底前完成{a}{u}，8月底前累计完成{b}{u}"
    rows = (
        Want(noun.text, a, u, "=", last_day(YEAR, 4)),
        Want(noun.text, b, u, "=", last_day(YEAR, 8)),
    )
    return Core(text, rows, places=OWN)


@frame(3)
def half_and_whole(draw: Draw) -> Core:
    """上半年新建Xa个，全年新建b个以上。"""
    noun = draw.noun("built", "firm", "staff")
    a, b = draw.whole(3, 40), draw.whole(41, 90)
    u, w = noun.units[0], verb(draw, noun)
    rows = (
        Want(noun.text, a, u, "=", last_day(YEAR, 6)),
        Want(noun.text, b, u, ">=", last_day(YEAR)),
    )
    return Core(f"上半年{w}{noun.text}{a}{u}，全年{w}{b}{u}以上", rows, places=OWN)


@frame(3)
def among_them(draw: Draw) -> Core:
    """X总数达到a个，其中Y不少于b个."""
    one, two = draw.noun("firm", "built"), draw.noun("firm", "built")
    a, b = draw.whole(100, 300), draw.whole(5, 90)
    text = f"<{one.text}{draw.pick(('总数', '数量'))}达到{a}{one.units[0]}，其中{two.text}不少于{b}{two.units[0]}"
    rows = (
        Want(one.text, a, one.units[0], also=(one.text + "总数", one.text + "数量")),
        Want(two.text, b, two.units[0], ">="),
    )
    return Core(text, rows, "reach", ("before", "opening", "heading", "title", "line"))


@frame(3)
def in_each_of(draw: Draw) -> Core:
    """每个区县年内建成N个以上X."""
    noun = draw.noun("built", "event", "staff", "gear")
    few, u = draw.whole(2, 9), noun.units[0]
    place = draw.pick(("每个区县", "各区县分别", "每个中型灌区", "每镇", "每个景区"))
    form = draw.pick(("{p}{v}{x}不少于{n}", "{p}{v}{n}以上{x}", "{p}至少{v}{n}{x}"))
    said = form.format(
        p=place, v=verb(draw, noun), x=noun.text, n=f"{draw.pick((str(few), counting(few)))}{u}"
    )
    return Core(
        f"<{said}>", (Want(noun.text, few, u, ">="),), places=("before", "behind", "heading", "none", "title")
    )


@frame(3)
def made_and_reached(draw: Draw) -> Core:
    """开展X a场次，覆盖群众b万人次以上."""
    noun = draw.noun("event")
    a, b = draw.whole(10, 300), draw.whole(2, 60)
    deed = draw.pick(("覆盖群众", "惠及群众", "吸引游客", "服务群众"))
    rows = (
        Want(noun.text, a, noun.units[0]),
        Want(deed, b, "万人次", ">=", also=(deed[2:], f"{noun.text}{deed}", f"{deed}人次")),
    )
    return Core(
        f"<{verb(draw, noun)}{noun.text}{a}{noun.units[0]}，{deed}{b}万人次以上",
        rows,
        places=("before", "heading", "opening", "title", "line"),
    )


@frame(2)
def made_with_size(draw: Draw) -> Core:
    """打造N个面积不小于M亩的X: only what is made is counted."""
    noun = draw.noun("built")
    n = draw.whole(2, 60)
    size = draw.pick(
        ("面积不小于{m}0平方米的", "占地{m}亩以上的", "日处理能力{m}吨以上的", "总投资{m}00万元以上的")
    ).format(m=draw.whole(2, 9))
    name = size + noun.text
    return Core(
        f"<{verb(draw, noun)}{n}{noun.units[0]}{name}>", (Want(name, n, noun.units[0], also=(noun.text,)),)
    )


@frame(2)
def new_and_old(draw: Draw) -> Core:
    """新建、改扩建X共N座."""
    noun = draw.noun("built")
    n = draw.whole(2, 90)
    word = draw.pick(
        ("新建、改扩建{x}共{n}", "新（改、扩）建{x}{n}", "新建及改造提升{x}{n}", "新建改建{x}{n}")
    )
    return Core(
        f"<{word.format(x=noun.text, n=f'{n}{noun.units[0]}')}>", (Want(noun.text, n, noun.units[0]),)
    )


@frame(2)
def is_to_have(draw: Draw) -> Core:
    """全市拥有X N个，较2025年增加M个."""
    noun = draw.noun("built", "firm", "staff")
    a, b, u = draw.whole(60, 300), draw.whole(3, 50), noun.units[0]
    rows = (
        Want(noun.text, a, u),
        Want(noun.text, b, u, change="+"),
    )
    return Core(
        f"<全市{draw.pick(('拥有', '共有'))}{noun.text}{a}{u}，较2025年增加{b}{u}", rows, places=("before",)
    )


# --- money ------------------------------------------------------------------------------------


@frame(3)
def given(draw: Draw) -> Core:
    """对X每家给予N万元奖励."""
    noun = draw.noun("firm")
    n = draw.whole(2, 90)
    text, unit = draw.pick(
        (
            (f"对新认定的{noun.text}，给予{n}万元一次性奖励", "万元"),
            (f"{noun.text}通过认定的，一次性奖励{n}万元", "万元"),
            (f"对符合条件的{noun.text}，按每家{n}万元的标准予以补助", "万元"),
            (f"市级财政对{noun.text}给予最高{n}万元资金支持", "万元"),
        )
    )
    return Core(text, (), places=OWN, grants=((float(n), unit),))


# --- nothing ----------------------------------------------------------------------------------


@frame(4)
def told(draw: Draw) -> Core:
    """截至2025年底，X达到N%: past."""
    noun, thing = draw.noun("up"), draw.noun("built", "firm")
    n, many = draw.whole(30, 97), draw.whole(20, 200)
    text = draw.pick(
        (
            f"截至2025年底，全市{noun.text}达到{n}%",
            f"2025年，全市新增{thing.text}{many}{thing.units[0]}",
            f"“十四五”期间，{noun.text}由{n - 10}%提高到{n}%",
            f"目前，全市已有{thing.text}{many}{thing.units[0]}",
            f"近年来，累计建成{thing.text}{many}{thing.units[0]}，{noun.text}提高到{n}%",
            f"在已建成{many}{thing.units[0]}{thing.text}的基础上，优化空间布局",
            f"据统计，{noun.text}仅为{n}%，短板较为突出",
        )
    )
    return Core(text, places=OWN)


@frame(4)
def condition_of_whom(draw: Draw) -> Core:
    """X低于N%的，予以通报."""
    noun, thing = draw.noun("up"), draw.noun("built", "firm")
    n, many = draw.whole(30, 97), draw.whole(2, 9)
    text = draw.pick(
        (
            f"{noun.text}低于{n}%的区县，予以通报批评",
            f"{noun.text}每超过{n}%一个百分点加{many}分",
            f"{noun.text}未达到{n}%的，取消评优资格",
            f"拥有{thing.text}{many}{thing.units[0]}以上的区县可申报试点",
            f"申报单位应具备{many}年以上从业经验，{noun.text}达到{n}%以上",
            f"对{noun.text}超过{n}%的区县，优先安排项目",
            f"{thing.text}满{many}{thing.units[0]}的，可增设联络点",
        )
    )
    return Core(text, places=OWN)


@frame(3)
def formal(draw: Draw) -> Core:
    """组长1名，成员若干: how a body is made up, what a paper holds."""
    n = draw.whole(3, 15)
    text = draw.pick(
        (
            f"领导小组设组长1名、副组长{n}名，成员由各科室负责同志担任",
            f"请各区县于{n}月底前将工作方案（一式3份）报送市水利局",
            f"申报材料一式{n}份，装订成册",
            f"评审专家组由{n}名专家组成",
            f"评分满分为100分，{n * 5}分以下为不合格",
            f"会期{counting(n)}天，参会人员每单位限1人",
            f"附件共{n}个，详见市水利局网站",
        )
    )
    return Core(text, places=OWN)
