"""The first set of frames: how notices say what is to be reached, made, cut and kept, and what only looks like it.

A frame draws its words and gives a Core: the sentence with the places where a time may stand, and the rows that must
come of it. `other_frames` says the same things in other words; rules are written with these in sight, not with those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sentences.draw import YEAR, Core, Draw, Noun, Want, count_to_amount, counting, last_day

Build = Callable[[Draw], Core]
OWN = ("own",)
# A change without any time may as well be past; behind it no …实现 is said.
NO_TAIL = ("before", "middle", "opening", "heading", "title", "line")


@dataclass(frozen=True, slots=True)
class Frame:
    """`weight`: how often real notices write so, of all sentences with a number."""

    name: str
    weight: float
    build: Build


class Collection:
    """The frames of a set, in the order they are written."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    def frame(self, weight: float) -> Callable[[Build], Build]:
        """Puts the function that builds a frame into the collection, under its own name."""

        def add(build: Build) -> Build:
            self.frames.append(Frame(build.__name__, weight, build))
            return build

        return add


MAIN = Collection()
frame = MAIN.frame

SCOPES = ("", "", "", "全市", "全市", "全县")
#: Kind of noun → sign → how it is said. {n} is the number with its unit.
RAISE: Mapping[str, tuple[str, ...]] = {
    "=": ("达到{n}", "达{n}", "提高到{n}", "提升至{n}", "稳定在{n}", "上升到{n}"),
    ">=": (
        "达到{n}以上", "达{n}以上", "提高到{n}以上", "保持在{n}以上", "稳定在{n}以上", "不低于{n}", "不低于{n}", "至少达到{n}",
        "不得低于{n}", "提升至{n}及以上",
    ),
    ">": ("超过{n}", "突破{n}", "超{n}", "高于{n}", "大于{n}"),
    "~=": ("达到{n}左右", "达到约{n}", "稳定在{n}左右"),
}  # fmt: skip
LOWER: Mapping[str, tuple[str, ...]] = {
    "=": ("降至{n}", "下降到{n}", "压减到{n}"),
    "<=": ("控制在{n}以内", "控制在{n}以内", "不超过{n}", "不高于{n}", "降至{n}以内", "不得超过{n}"),
    "<": ("下降到{n}以下", "降至{n}以下", "低于{n}", "控制在{n}以下"),
    "~=": ("控制在{n}左右",),
}
SIGNS = {"=": 4, ">=": 5, ">": 1.5, "~=": 0.5, "<=": 5, "<": 2}
VERBS: Mapping[str, tuple[str, ...]] = {
    "built": ("新建", "建成", "建设", "打造", "新增", "增设", "布设", "补建", "规划建设", "建成投用", "布局"),
    "old": ("改造", "完成改造", "修缮", "提升改造", "更新改造", "整治", "加固", "重修"),
    "firm": ("培育", "引进", "扶持", "认定", "遴选", "招引", "孵化", "新增", "培植", "培育壮大"),
    "staff": ("培训", "培养", "选聘", "招录", "引进", "配备", "增配", "选派"),
    "event": ("举办", "开展", "组织", "承办", "办好"),
    "gear": ("配备", "添置", "购置", "更新", "投放", "安装", "增配"),
    "norm": ("制定", "修订", "发布", "出台", "推出"),
}
THINGS = tuple(VERBS)


def say_level(
    draw: Draw, noun: Noun, ways: Mapping[str, tuple[str, ...]], unit: str = ""
) -> tuple[str, Want]:
    """A level of a noun in one of these `ways` (sign → how it is said), and the row it makes."""
    sign = draw.weighted({s: SIGNS[s] for s in ways})
    amount = draw.amount(noun, unit)
    return draw.pick(ways[sign]).format(n=amount.text), Want(noun.text, amount.value, amount.unit, sign)


def reach(draw: Draw, noun: Noun, unit: str = "") -> tuple[str, Want]:
    """达到85%以上 of a noun, and the row it makes."""
    ways = RAISE if noun.kind in ("up", "sum") else LOWER
    sign = draw.weighted({s: SIGNS[s] for s in ways})
    amount = draw.amount(noun, unit)
    words = draw.pick(ways[sign])
    if (
        amount.unit in ("亩", "张", "个", "人", "万人", "万人次", "公里")
        and sign == ">="
        and draw.chance(0.3)
    ):
        words = "不少于{n}"
    return words.format(n=amount.text), Want(noun.text, amount.value, amount.unit, sign)


def counted(draw: Draw, noun: Noun, unit: str = "") -> tuple[str, Want]:
    """A number before or behind what is counted: 30个, 不少于30个, 30个以上, and the row it makes."""
    amount = draw.amount(noun, unit)
    words, sign = draw.weighted(
        {
            ("{n}", "="): 12, ("{n}以上", ">="): 4, ("不少于{n}", ">="): 2, ("至少{n}", ">="): 1, ("约{n}", "~="): 0.7,
            ("超过{n}", ">"): 0.8, ("{n}左右", "~="): 0.3,
        }
    )  # fmt: skip
    return words.format(n=amount.text), Want(noun.text, amount.value, amount.unit, sign)


# --- levels -----------------------------------------------------------------------------------


@frame(26)
def level(draw: Draw) -> Core:
    """全市X达到N以上."""
    noun = draw.noun("up", "up", "sum", "down", "load")
    said, want = reach(draw, noun)
    return Core(f"<{draw.pick(SCOPES)}{noun.text}|{said}>", (want,), "reach")


@frame(5)
def from_to(draw: Draw) -> Core:
    """把X由A提高到B: A is where it starts."""
    noun = draw.noun("up", "sum", "down", "load")
    unit = draw.pick(noun.units)
    low = draw.amount(noun, unit)
    high = draw.amount(noun, low.unit if low.unit in noun.units else unit, above=low.value)
    if high.unit != low.unit or high.value <= low.value:
        return level(draw)
    rising = noun.kind in ("up", "sum")
    start, end = (low, high) if rising else (high, low)
    verb = draw.pick(("提高到", "提升至", "增加到") if rising else ("下降到", "降至", "压减到"))
    start_word = draw.pick(("由", "从", "由目前的", "由2025年的"))
    after, sign = draw.pick((("", "="), ("以上", ">=") if rising else ("以下", "<")))
    want = Want(noun.text, end.value, end.unit, sign)
    said = f"{start_word}{start.text}{verb}{end.text}{after}"
    if draw.chance(0.5):
        return Core(f"<把{noun.text}{said}>", (want,), "reach")
    return Core(f"<{noun.text}|{said}>", (want,), "reach")


@frame(5)
def both(draw: Draw) -> Core:
    """X、Y分别达到A、B; one word of comparison is said of both."""
    one, two = draw.siblings(2, "up", "sum", "down")
    unit = one.units[0]
    first, second = draw.amount(one, unit, plain=True), draw.amount(two, unit, plain=True)
    joint = draw.pick(("、", "和"))
    if one.kind == "down":
        form, sign = draw.pick((("控制在{n}以内", "<="), ("降至{n}以下", "<"), ("不超过{n}", "<=")))
    else:
        form, sign = draw.pick(
            (("达到{n}", "="), ("达到{n}以上", ">="), ("提高到{n}", "="), ("不低于{n}", ">="))
        )
    said = form.format(n=first.text + draw.pick(("、", "和")) + second.text)
    wants = (Want(one.text, first.value, unit, sign), Want(two.text, second.value, second.unit, sign))
    return Core(f"<{one.text}{joint}{two.text}|分别{said}>", wants, "reach")


@frame(4)
def limit(draw: Draw) -> Core:
    """X压缩至N个工作日以内: a time allowed, by itself without a day."""
    noun = draw.noun("limit")
    amount = draw.amount(noun)
    form, sign = draw.pick(
        (
            ("压缩至{n}以内", "<="), ("压缩到{n}", "="), ("缩短至{n}以内", "<="), ("不超过{n}", "<="),
            ("控制在{n}以内", "<="), ("压减到{n}以内", "<="),
        )
    )  # fmt: skip
    want = Want(noun.text, amount.value, amount.unit, sign)
    start = (
        f"由{int(amount.value) * 2 + 3}{amount.unit}" if form.startswith("压缩") and draw.chance(0.4) else ""
    )
    return Core(
        f"<{noun.text}|{start}{form.format(n=amount.text)}>", (want,), "reach", ("before", "none", "behind")
    )


@frame(3)
def between(draw: Draw) -> Core:
    """X保持在A至B."""
    noun = draw.noun("up", "sum")
    unit = draw.pick(noun.units)
    low = draw.whole(31, 60)
    high = low + draw.whole(3, 20)
    sep, verb = draw.pick(("至", "—", "-", "～")), draw.pick(("达到", "稳定在", "保持在"))
    bare = unit if sep == "至" and unit == "%" else ""
    want = Want(noun.text, low, unit, "=", value_max=high)
    return Core(f"<{noun.text}|{verb}{low}{bare}{sep}{high}{unit}>", (want,), "reach")


# --- changes ----------------------------------------------------------------------------------


@frame(4)
def points(draw: Draw) -> Core:
    """X较2024年提高N个百分点."""
    noun = draw.noun("up", "down")
    up = noun.kind == "up"
    value = draw.whole(1, 15) if draw.chance(0.7) else draw.whole(1, 9) + 0.5
    verb = draw.pick(("提高", "提升", "上升") if up else ("下降", "降低"))
    than = draw.pick(("较2024年", "比2025年", "较上年", "比“十四五”末", ""))
    after, sign = draw.pick((("", "="), ("", "="), ("以上", ">=")))
    want = Want(noun.text, value, "个百分点", sign, change="+" if up else "-")
    return Core(f"<{noun.text}|{than}{verb}{value:g}个百分点{after}>", (want,), "reach", NO_TAIL)


@frame(4)
def growth(draw: Draw) -> Core:
    """X年均增长N%以上, X比2025年下降N%."""
    noun = draw.noun("sum", "sum", "load")
    up = noun.kind == "sum"
    value = draw.whole(3, 30)
    verb = draw.pick(
        ("年均增长", "增长", "同比增长", "较2025年增长", "比上年增加")
        if up
        else ("下降", "较2025年下降", "比2024年降低", "减少", "年均下降")
    )
    after, sign = draw.pick((("", "="), ("以上", ">="), ("左右", "~=")))
    want = Want(noun.text, value, "%", sign, change="+" if up else "-")
    return Core(f"<{draw.pick(SCOPES)}{noun.text}|{verb}{value}%{after}>", (want,), "reach", NO_TAIL)


@frame(3)
def fraction(draw: Draw) -> Core:
    """压减X三分之一, X压减一半."""
    noun = draw.noun("load")
    words, value = draw.pick((("三分之一", 33.333333), ("一半", 50), ("四分之一", 25), ("三成", 30)))
    verb = draw.pick(("压减", "削减", "减少"))
    after, sign = draw.pick((("", "="), ("", "="), ("以上", ">=")))
    want = Want(noun.text, value, "%", sign, change="-")
    if draw.chance(0.5):
        return Core(f"<|{verb}{noun.text}{words}{after}>", (want,), "make")
    return Core(f"<{noun.text}|{verb}{words}{after}>", (want,), "make")


@frame(2)
def multiple(draw: Draw) -> Core:
    """X翻一番, X实现倍增."""
    noun = draw.noun("sum")
    words, value = draw.pick(
        (("翻一番", 2), ("翻两番", 4), ("实现倍增", 2), ("比2025年翻一番", 2), ("较2024年翻一番", 2))
    )
    want = Want(noun.text, value, "倍", "=", change="+")
    return Core(f"<{draw.pick(SCOPES)}{noun.text}|{words}>", (want,), "reach", NO_TAIL)


# --- things counted ---------------------------------------------------------------------------


@frame(15)
def made(draw: Draw) -> Core:
    """新建X N个."""
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{actor(draw)}|{draw.pick(VERBS[noun.kind])}{noun.text}{said}>", (want,))


@frame(13)
def made_of(draw: Draw) -> Core:
    """建成N个X."""
    noun = draw.noun(*THINGS)
    said, want = counted(draw, noun)
    return Core(f"<{actor(draw)}|{draw.pick(VERBS[noun.kind])}{said}{noun.text}>", (want,))


def actor(draw: Draw) -> str:
    return draw.weighted({"": 8, "各县区": 1, "各乡镇": 0.5, "力争": 1, "支持各地": 0.5})


@frame(4)
def added(draw: Draw) -> Core:
    """新增X面积N万亩."""
    noun = draw.noun("sum")
    amount = draw.amount(noun)
    after, sign = draw.pick((("", "="), ("", "="), ("以上", ">=")))
    want = Want(noun.text, amount.value, amount.unit, sign, also=(f"新增{noun.text}",))
    return Core(f"<{draw.pick(SCOPES)}|新增{noun.text}{amount.text}{after}>", (want,))


@frame(3)
def each_place(draw: Draw) -> Core:
    """每个乡镇至少建成N个X."""
    noun = draw.noun("built", "firm", "event", "staff")
    amount = count_to_amount(draw, draw.whole(1, 9), noun.units[0])
    verb, place = (
        draw.pick(VERBS[noun.kind]),
        draw.pick(("每个乡镇", "每个县区", "每个街道", "每县", "每个中心镇")),
    )
    form = draw.pick(("{p}至少{v}{n}{x}", "{p}{v}{x}不少于{n}", "{p}{v}{n}以上{x}", "{p}{v}不少于{n}{x}"))
    said = form.format(p=place, v=verb, n=amount.text, x=noun.text)
    return Core(f"<{said}>", (Want(noun.text, amount.value, amount.unit, ">="),))


@frame(3)
def in_use(draw: Draw) -> Core:
    """N个以上X投入使用."""
    noun = draw.noun("built", "gear")
    amount = draw.amount(noun)
    after, sign = draw.pick((("", "="), ("以上", ">=")))
    verb = draw.pick(
        ("投入使用", "建成投用", "投入运行") if noun.kind == "built" else ("投入使用", "投入运行")
    )
    want = Want(
        noun.text, amount.value, amount.unit, sign, also=(f"{noun.text}{verb}", f"{verb}的{noun.text}")
    )
    return Core(
        f"<{amount.text}{after}{noun.text}{verb}>",
        (want,),
        "use",
        ("before", "bracket", "heading", "none", "title"),
    )


@frame(4)
def described(draw: Draw) -> Core:
    """培育年产值超5亿元的X N家: only the firms are counted."""
    noun = draw.noun("firm", "built")
    what = draw.pick(
        ("年产值超{a}亿元的", "年营业收入{a}00万元以上的", "年销售额突破{a}亿元的")
        if noun.kind == "firm"
        else (
            "占地{a}0亩以上的",
            "日接待能力{a}00人以上的",
            "建筑面积不少于{a}00平方米的",
            "投资超{a}000万元的",
        )
    ).format(a=draw.whole(1, 9))
    said, want = counted(draw, noun)
    name = what + noun.text
    order = f"{name}{said}" if draw.chance(0.7) else f"{said}{name}"
    want = Want(name, want.value, want.unit, want.comparator)
    return Core(f"<|{draw.pick(VERBS[noun.kind])}{order}>", (want,))


@frame(2)
def of_all(draw: Draw) -> Core:
    """80%以上的X完成节能改造."""
    noun = draw.noun("built", "firm", "old")
    amount = draw.amount(noun, "%", plain=True)
    after, sign = draw.pick((("以上", ">="), ("以上", ">="), ("", "=")))
    done = draw.pick(("完成节能改造", "完成智慧化提升", "通过星级评定", "接入监管平台"))
    names = (f"{done}的{noun.text}比例", f"{noun.text}{done}", f"{noun.text}{done.removeprefix('完成')}率")
    want = Want(f"{noun.text}{done}比例", amount.value, amount.unit, sign, also=names)
    return Core(
        f"<{amount.text}{after}的{noun.text}{done}>", (want,), "use", ("before", "bracket", "heading", "none")
    )


# --- several in one sentence ------------------------------------------------------------------


@frame(7)
def several(draw: Draw) -> Core:
    """X达到A以上，Y突破B，新建Z N个."""
    pieces, wants = [], []
    for _ in range(draw.whole(2, 3)):
        noun = draw.noun("up", "sum", "down")
        said, want = reach(draw, noun)
        pieces.append(noun.text + said)
        wants.append(want)
    if draw.chance(0.6):
        noun = draw.noun(*THINGS)
        said, want = counted(draw, noun)
        pieces.append(draw.pick(VERBS[noun.kind]) + noun.text + said)
        wants.append(want)
    scope = draw.pick(SCOPES)
    return Core(
        f"<{scope}{'，'.join(pieces)}>",
        tuple(wants),
        "reach",
        ("before", "opening", "heading", "none", "title", "line"),
    )


@frame(4)
def some_things(draw: Draw) -> Core:
    """新建X N个、Y M个."""
    one, two = draw.siblings(2, "built", "firm", "gear", "event")
    verb = draw.pick(VERBS[one.kind])
    first, second = draw.amount(one, one.units[0]), draw.amount(two, two.units[0])
    wants = (Want(one.text, first.value, first.unit), Want(two.text, second.value, second.unit))
    if draw.chance(0.3):
        return Core(
            f"<|{verb}{one.text}{first.text}，{draw.pick(VERBS[two.kind])}{two.text}{second.text}>", wants
        )
    if draw.chance(0.3):
        return Core(f"<|{verb}{first.text}{one.text}和{second.text}{two.text}>", wants)
    return Core(f"<|{verb}{one.text}{first.text}、{two.text}{second.text}>", wants)


@frame(1.5)
def each_of(draw: Draw) -> Core:
    """新建X、Y各N个."""
    one, two = draw.siblings(2, "built", "firm", "event")
    amount = draw.amount(one, one.units[0])
    wants = tuple(Want(noun.text, amount.value, amount.unit) for noun in (one, two))
    return Core(f"<|{draw.pick(VERBS[one.kind])}{one.text}、{two.text}各{amount.text}>", wants)


# --- with times of their own ------------------------------------------------------------------


def years(draw: Draw, number: int) -> list[int]:
    return sorted(draw.some(range(YEAR, YEAR + 5), number))


@frame(3)
def years_paired(draw: Draw) -> Core:
    """到2026年和2028年，X分别达到A和B."""
    noun = draw.noun("up", "sum")
    number = draw.pick((2, 2, 3))
    unit = draw.pick(noun.units)
    chosen, values = years(draw, number), sorted(draw.some(range(31, 96), number))
    joined = (
        "、".join(f"{y}年" for y in chosen)
        if number == 3
        else draw.pick(("和", "、")).join(f"{y}年" for y in chosen)
    )
    after, sign = draw.pick((("", "="), ("以上", ">=")))
    amounts = (
        "、".join(f"{v}{unit}" for v in values)
        if number == 3
        else draw.pick(("和", "、")).join(f"{v}{unit}" for v in values)
    )
    wants = tuple(Want(noun.text, v, unit, sign, last_day(y)) for y, v in zip(chosen, values, strict=True))
    to = draw.pick(("到", "")) if number == 2 else ""
    return Core(f"{to}{joined}，{noun.text}分别达到{amounts}{after}", wants, places=OWN)


@frame(3)
def then_more(draw: Draw) -> Core:
    """到2027年，X达到A；到2030年，达到B."""
    noun = draw.noun("up", "sum")
    unit = draw.pick(noun.units)
    (early, late), (low, high) = years(draw, 2), sorted(draw.some(range(31, 96), 2))
    after, sign = draw.pick((("", "="), ("以上", ">=")))
    wants = (
        Want(noun.text, low, unit, sign, last_day(early)),
        Want(noun.text, high, unit, sign, last_day(late)),
    )
    mark, verb = draw.pick(("，", "；")), draw.pick(("达到", "提高到", "提升至"))
    said = f"到{early}年，{noun.text}达到{low}{unit}{after}{mark}到{late}年{draw.pick(('，', ''))}{verb}{high}{unit}{after}"
    return Core(said, wants, places=OWN)


@frame(2)
def own_time_ends(draw: Draw) -> Core:
    """到2028年，X达到A。2026年，新建Y N个。"""
    noun, thing = draw.noun("up", "sum"), draw.noun(*THINGS)
    (early, late) = years(draw, 2)
    said, want = reach(draw, noun)
    count, made_want = counted(draw, thing)
    wants = (
        Want(noun.text, want.value, want.unit, want.comparator, last_day(late)),
        Want(thing.text, made_want.value, made_want.unit, made_want.comparator, last_day(early)),
    )
    verb = draw.pick(VERBS[thing.kind])
    return Core(
        f"到{late}年，{noun.text}{said}。{early}年{draw.pick(('', '，', '底前，'))}{verb}{thing.text}{count}",
        wants,
        places=OWN,
    )


@frame(2)
def stages(draw: Draw) -> Core:
    """X改造2026年底前完成30%，2027年底前完成70%."""
    noun = draw.noun("old")
    (early, late), (low, high) = years(draw, 2), sorted(draw.some(range(20, 100, 5), 2))
    names = (f"{noun.text}改造完成率", f"{noun.text}改造完成比例")
    wants = tuple(
        Want(f"{noun.text}改造", v, "%", "=", last_day(y), also=names)
        for y, v in ((early, low), (late, high))
    )
    return Core(f"{noun.text}改造{early}年底前完成{low}%，{late}年底前完成{high}%", wants, places=OWN)


@frame(3)
def every_year(draw: Draw) -> Core:
    """每年新增X N个; 2026—2028年每年举办X N场."""
    noun = draw.noun("event", "built", "staff", "firm")
    said, want = counted(draw, noun)
    verb = draw.pick(VERBS[noun.kind])
    span, day = "", None
    if draw.chance(0.4):
        end = draw.whole(YEAR + 2, YEAR + 4)
        span, day = draw.pick((f"{YEAR}—{end}年，", f"{YEAR}年至{end}年，", f"{YEAR}-{end}年")), last_day(end)
    want = Want(noun.text, want.value, want.unit, want.comparator, day)
    return Core(f"{span}每年{verb}{noun.text}{said}", (want,), places=OWN)


# --- numbers that are no aim ------------------------------------------------------------------


@frame(4)
def sum_of_list(draw: Draw) -> Core:
    """开展A、B、C等6个专项行动: the number sums up the list."""
    listed = [n.text for n in draw.siblings(draw.whole(3, 4), "built", "old", "firm", "up", "sum")]
    number = len(listed) + draw.whole(0, 3)
    verb, head = draw.pick(
        (
            ("开展", "个专项行动"), ("实施", "项提升工程"), ("推进", "个专项改造"), ("聚焦", "个重点领域"), ("完善", "项工作机制"),
            ("抓好", "类重点场所管理"), ("突出", "个方面"),
        )
    )  # fmt: skip
    count = draw.pick((str(number), counting(number)))
    return Core(f"{verb}{'、'.join(listed)}等{count}{head}", places=OWN)


@frame(3)
def past(draw: Draw) -> Core:
    """截至2024年底，已建成X N个."""
    noun, rate = draw.noun("built", "firm", "old"), draw.noun("up")
    amount, level_ = draw.amount(noun), draw.amount(rate)
    verb = {"built": "建成", "firm": "培育", "old": "改造"}[noun.kind]
    return Core(
        draw.pick(
            (
                f"截至2025年底，全市已{verb}{noun.text}{amount.text}",
                f"截至2025年12月31日，全市累计{verb}{noun.text}{amount.text}，{rate.text}达到{level_.text}",
                f"2025年，全市{rate.text}达{level_.text}，同比增长{draw.whole(2, 20)}.{draw.whole(1, 9)}%",
                f"目前，全市共有{noun.text}{amount.text}，{rate.text}为{level_.text}",
                f"“十四五”以来，累计{verb}{noun.text}{amount.text}",
                f"上年度{verb}{noun.text}{amount.text}，{rate.text}较2023年提高{draw.whole(1, 9)}.{draw.whole(1, 9)}个百分点",
            )
        ),
        places=OWN,
    )


@frame(2)
def past_then_aim(draw: Draw) -> Core:
    """截至2025年底，已建成X N个。到2028年，新增X M个。"""
    noun = draw.noun("built", "firm")
    first, (said, want) = draw.amount(noun), counted(draw, noun)
    year = draw.whole(YEAR + 1, YEAR + 4)
    want = Want(noun.text, want.value, want.unit, want.comparator, last_day(year))
    done = {"built": "建成", "firm": "培育"}[noun.kind]
    more = draw.pick(("再新增", "再新建") if noun.kind == "built" else ("再培育", "新增"))
    text = f"截至2025年底，全市已{done}{noun.text}{first.text}。到{year}年，{more}{noun.text}{said}"
    return Core(text, (want,), places=OWN)


@frame(3)
def granted(draw: Draw) -> Core:
    """对年培训达到N人的X，给予一次性奖励M万元: money for who meets a condition."""
    noun = draw.noun("firm", "built")
    money = draw.pick((5, 10, 20, 30, 50, 80, 100))
    condition = draw.pick(
        ("年培训达到{n}人", "吸纳就业{n}人以上", "年产值首次突破{m}亿元")
        if noun.kind == "firm"
        else ("年服务达到{n}人次以上", "吸纳就业{n}人以上", "投资额超过{m}000万元")
    ).format(n=draw.whole(2, 90) * 50, m=draw.whole(1, 9))
    gift = draw.pick(("给予一次性奖励{a}万元", "给予{a}万元一次性补助", "一次性奖补{a}万元")).format(a=money)
    return Core(f"对{condition}的{noun.text}，{gift}", grants=((money, "万元"),), places=OWN)


@frame(2)
def condition(draw: Draw) -> Core:
    """X低于N%的，责令限期整改."""
    rate, thing = draw.noun("up"), draw.noun("firm", "built")
    amount = draw.amount(rate)
    return Core(
        draw.pick(
            (
                f"对{rate.text}低于{amount.text}的县区，予以通报约谈",
                f"{rate.text}未达到{amount.text}的，不得评为先进单位",
                f"对连续两年{rate.text}达到{amount.text}以上的{thing.text}，优先推荐评优",
                f"鼓励{rate.text}超过{amount.text}的乡镇先行先试",
            )
        ),
        places=OWN,
    )


@frame(2)
def scope(draw: Draw) -> Core:
    """服务人口5万人以上的乡镇要完善X."""
    thing = draw.noun("built")
    return Core(
        draw.pick(
            (
                f"服务人口{draw.whole(2, 9)}万人以上的乡镇要因地制宜完善{thing.text}功能",
                f"年满{draw.pick((60, 65, 70))}周岁以上的老年人免费使用{thing.text}",
                f"面积{draw.whole(2, 9)}00平方米以上的{thing.text}应当落实专人管理",
                f"引导{draw.whole(3, 9)}0人以上的企业参与{thing.text}运营",
            )
        ),
        places=OWN,
    )


@frame(3)
def name_with_number(draw: Draw) -> Core:
    """落实市里促进X发展12条意见: the number belongs to a name."""
    thing, firm = draw.noun("built"), draw.noun("firm")
    return Core(
        draw.pick(
            (
                f"落实省里促进{firm.text}发展{draw.whole(8, 30)}条意见",
                f"提升城北物流园{draw.whole(2, 9)}万吨冷库智能化水平",
                f"推进{draw.pick((110, 220, 500))}千伏石岭输变电工程建设",
                f"加快{draw.whole(10, 90)}万千瓦风电场核准工作",
                f"办好第{draw.whole(3, 20)}届{thing.text}主题展",
                f"逐步提高{draw.whole(2, 8)}人间宿舍比例",
                f"深化“{draw.whole(2, 6)}+{draw.whole(1, 4)}”{thing.text}管理模式",
            )
        ),
        places=OWN,
    )


@frame(1.5)
def formula(draw: Draw) -> Core:
    """X率=合格数/总数×100%."""
    rate, thing = draw.noun("up"), draw.noun("built").text
    return Core(
        draw.pick(
            (
                f"{rate.text}=达标{thing}数/{thing}总数×100%",
                f"{rate.text}为达标{thing}数与{thing}总数之比乘以100%",
                f"{rate.text}计算公式为：合格数量÷抽查数量×100%",
            )
        ),
        places=OWN,
    )


@frame(2)
def no_count(draw: Draw) -> Core:
    """打造一批X; 申报材料一式3份."""
    thing, firm = draw.noun("built"), draw.noun("firm")
    return Core(
        draw.pick(
            (
                f"打造一批有影响力的{thing.text}",
                f"培育一批{firm.text}，突破一批关键技术",
                f"申报材料一式{draw.whole(2, 5)}份报送市牵头部门",
                f"健全市、县、乡三级{thing.text}服务网络",
                f"推动{thing.text}与{firm.text}一体化发展",
                f"{firm.text}近三个年度未发生安全事故的可以申报",
            )
        ),
        places=OWN,
    )
