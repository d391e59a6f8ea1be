"""The third set of frames: each says its own time, in the order of a report or a list of tasks, with nouns of no lexicon.

What a number means is known as in `frames`; the sentences are whole, so that no position is drawn for them.
"""

from __future__ import annotations

from collections.abc import Mapping

from sentences.draw import YEAR, Core, Draw, Want, last_day
from sentences.frames import Collection

THIRD = Collection()
frame = THIRD.frame
OWN = ("own",)

LEVELS: Mapping[str, tuple[str, ...]] = {
    "=": ("达到{n}", "升至{n}", "跃升至{n}", "提至{n}", "力争达到{n}", "冲刺{n}", "稳定达到{n}"),
    ">=": ("达到或超过{n}", "稳定在{n}以上", "不低于{n}", "应达到{n}以上", "原则上不低于{n}"),
    ">": ("力争突破{n}", "超过{n}", "高于{n}"),
    "~=": ("接近{n}", "达到{n}左右"),
}
MADE = ("新建", "建成", "打造", "布设", "选树", "增配", "启用", "规划建设")
DATED = (
    ("到{y}年，", "year"), ("至{y}年末，", "year"), ("{y}年年底之前，", "year"), ("确保{y}年底，", "year"),
    ("经过努力，到{y}年，", "year"), ("{y}年度，", "year"), ("{y}年上半年，", "half"), ("{y}年三季度末前，", "quarter"),
)  # fmt: skip
ENDS = {"year": 12, "half": 6, "quarter": 9}


def dated(draw: Draw) -> tuple[str, str]:
    """Words that open a sentence with a time, and its last day."""
    year = draw.whole(YEAR + 1, YEAR + 4)
    words, kind = draw.pick(DATED)
    return words.format(y=year), last_day(year, ENDS[kind])


def share(draw: Draw, low: int = 35, high: int = 97) -> float:
    """A share, every other one with a digit behind the point."""
    whole = draw.whole(low, high)
    return whole if draw.chance(0.5) else whole + draw.whole(1, 9) / 10


def level(draw: Draw) -> tuple[str, str]:
    """Words that say which level is reached, and their sign."""
    sign = draw.pick(tuple(LEVELS))
    return draw.pick(LEVELS[sign]), sign


@frame(3)
def level_of_a_share(draw: Draw) -> Core:
    """到2028年，X达到或超过62%。"""
    when, day = dated(draw)
    noun, value, (words, sign) = draw.noun("up"), share(draw), level(draw)
    return Core(
        when + noun.text + words.format(n=f"{value:g}%"),
        (Want(noun.text, value, "%", sign, day),),
        places=OWN,
    )


@frame(2)
def values_with_years_in_brackets(draw: Draw) -> Core:
    """X达到43%（2026年）、63%（2028年）。"""
    noun, low, high = draw.noun("up"), draw.whole(20, 50), draw.whole(51, 98)
    text = f"{noun.text}达到{low}%（{YEAR}年）、{high}%（{YEAR + 2}年）"
    rows = (
        Want(noun.text, low, "%", "=", last_day(YEAR)),
        Want(noun.text, high, "%", "=", last_day(YEAR + 2)),
    )
    return Core(text, rows, places=OWN)


@frame(2)
def years_in_a_stretch(draw: Draw) -> Core:
    """2026—2028年分别新建X14、77、287座。"""
    noun = draw.noun("built")
    values = [draw.whole(5, 300) for _ in range(3)]
    said = "、".join(map(str, values))
    text = f"{YEAR}—{YEAR + 2}年分别{draw.pick(MADE)}{noun.text}{said}{noun.units[0]}"
    rows = [Want(noun.text, value, noun.units[0], "=", last_day(YEAR + i)) for i, value in enumerate(values)]
    return Core(text, tuple(rows), places=OWN)


@frame(2)
def said_of_all(draw: Draw) -> Core:
    """到2028年，X，Y，Z均达到60%以上。"""
    when, day = dated(draw)
    nouns, value = [draw.noun("up") for _ in range(3)], share(draw)
    text = (
        when
        + draw.pick(("，", "、")).join(noun.text for noun in nouns)
        + f"均{draw.pick(('达到', '保持'))}{value:g}%以上"
    )
    return Core(text, tuple(Want(noun.text, value, "%", ">=", day) for noun in nouns), places=OWN)


@frame(2)
def count_behind(draw: Draw) -> Core:
    """选树X92处，两年内完成。"""
    noun, value = draw.noun("built"), draw.whole(3, 480)
    done = draw.pick(("完成", "建成投用", "落实到位"))
    text = f"{draw.pick(MADE)}{noun.text}{value}{noun.units[0]}，两年内{done}"
    return Core(text, (Want(noun.text, value, noun.units[0], "=", last_day(YEAR + 2)),), places=OWN)


@frame(2)
def level_of_a_year(draw: Draw) -> Core:
    """力争X由46%提升至2030年的97%。"""
    noun, low, high, year = (
        draw.noun("up"),
        draw.whole(20, 50),
        draw.whole(51, 98),
        draw.whole(YEAR + 1, YEAR + 4),
    )
    text = f"力争{noun.text}由{low}%{draw.pick(('提升至', '提高到'))}{year}年的{high}%"
    return Core(text, (Want(noun.text, high, "%", "=", last_day(year)),), places=OWN)


@frame(2)
def mixed_list(draw: Draw) -> Core:
    """到2028年，X突破50万亩，Y稳定在80%以上，新建Z30处。"""
    when, day = dated(draw)
    first, second, third = draw.noun("sum"), draw.noun("up"), draw.noun("built")
    much, part, many = draw.whole(12, 900), share(draw), draw.whole(3, 300)
    text = f"{when}{first.text}突破{much}{first.units[0]}，{second.text}稳定在{part:g}%以上，新建{third.text}{many}{third.units[0]}"
    rows = (
        Want(first.text, much, first.units[0], ">", day),
        Want(second.text, part, "%", ">=", day),
        Want(third.text, many, third.units[0], "=", day),
    )
    return Core(text, rows, places=OWN)


@frame(2)
def less_of_a_load(draw: Draw) -> Core:
    """到2028年，X较2025年下降20%。"""
    when, day = dated(draw)
    noun, value = draw.noun("load"), draw.whole(5, 40)
    words, sign = draw.pick(
        (("较2025年下降{n}%", "="), ("压降{n}%", "="), ("降低{n}%以上", ">="), ("累计下降{n}%", "="))
    )
    return Core(
        when + noun.text + words.format(n=value),
        (Want(noun.text, value, "%", sign, day, change="-"),),
        places=OWN,
    )


@frame(2)
def so_many_tasks(draw: Draw) -> Core:
    """“十五五”时期完成206处X、约209家Y改造任务。"""
    first, second = draw.noun("built"), draw.noun("built")
    a, b = draw.whole(3, 300), draw.whole(3, 300)
    text = f"“十五五”时期完成{a}{first.units[0]}{first.text}、约{b}{second.units[0]}{second.text}{draw.pick(('建设', '改造'))}任务"
    rows = (
        Want(first.text, a, first.units[0], "=", last_day(2030)),
        Want(second.text, b, second.units[0], "~=", last_day(2030)),
    )
    return Core(text, rows, places=OWN)


@frame(1)
def nothing_met(draw: Draw) -> Core:
    """符合X达到44%等条件的优先推荐。"""
    noun, value = draw.noun("up"), draw.whole(30, 90)
    return Core(
        draw.pick(
            (f"符合{noun.text}达到{value}%等条件的优先推荐", f"该项满分10分，{noun.text}达到{value}%得满分")
        ),
        places=OWN,
    )


@frame(1)
def nothing_told(draw: Draw) -> Core:
    """本方案涉及全市8个县区、112个乡镇。"""
    many = draw.whole(3, 12)
    return Core(
        draw.pick((f"本方案涉及全市{many}个县区、{many * 14}个乡镇", f"建立由{many}个部门组成的协调机制")),
        places=OWN,
    )
