"""Ways in which tables get broken on their way to us, each the inverse of a repair.

A true table is rows of cells with merged ones written once and blanks where they reach; a breaker
takes it and gives a Fragment. What mending must give back is the true table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from drawing import fragment

from pipeline.model import Fragment

Rows = list[list[str]]


@dataclass(frozen=True)
class Truth:
    """A table as it should come out: `rows` with every merged cell repeated, `printed` with blanks instead."""

    rows: Rows
    printed: Rows
    head: int
    numbered: bool = False


TOWNS = [
    "东山镇",
    "西河镇",
    "北桥镇",
    "南坪镇",
    "石门镇",
    "龙泉街道",
    "新华街道",
    "白云街道",
    "青川乡",
    "云台乡",
    "高坪镇",
    "凤凰街道",
    "长岭镇",
    "双溪镇",
    "大田镇",
]
THINGS = ["养老服务站", "托育园", "卫生室", "文化站", "村级互助点", "便民中心", "充电桩", "健身步道"]
TASKS = [
    "修订学校章程并公布",
    "公开政务服务目录",
    "建设社区食堂",
    "开展电梯安全检查",
    "改造老旧小区管网",
    "培训基层调解员",
    "建立用工余缺调剂机制",
    "清理不合理收费",
]
BODIES = [
    "市民政局",
    "市财政局",
    "市教育局",
    "市公安局",
    "市交通运输局",
    "市住房城乡建设委",
    "市市场监管局",
    "市发展改革委",
]


def plan(random: Random) -> Truth:
    """Towns by heading groups by years, with a total row."""
    groups = random.sample(THINGS, random.randint(2, 3))
    years = ["现有", "2024年", "2025年"][: random.randint(2, 3)]
    towns = random.sample(TOWNS, random.randint(4, 10))
    body = [[town, *(_count(random) for _ in groups for _ in years)] for town in towns]
    sums = [str(sum(int(row[j] or 0) for row in body)) for j in range(1, len(body[0]))]
    top = ["镇街", *(g for g in groups for _ in years)]
    printed_top = ["镇街", *(g if k == 0 else "" for g in groups for k in range(len(years)))]
    low = [y for _ in groups for y in years]
    rest = [*body, ["合计", *sums]]
    return Truth([top, ["镇街", *low], *rest], [printed_top, ["", *low], *rest], 2)


def _count(random: Random) -> str:
    return (
        random.choice(["", *map(str, range(1, 40))]) if random.random() < 0.3 else str(random.randint(0, 30))
    )


def tasks(random: Random) -> Truth:
    """序号, task, agency, time limit."""
    rows = [["序号", "重点任务", "责任单位", "完成时限"]]
    for n in range(1, random.randint(4, 12)):
        rows.append(
            [
                str(n),
                f"{random.choice(TASKS)}，{random.choice(TASKS)}。",
                random.choice(BODIES),
                f"{random.randint(1, 12)}月底前",
            ]
        )
    return Truth(rows, rows, 1, numbered=True)


def indicators(random: Random) -> Truth:
    rows = [["序号", "指标名称", "2020年", "2025年", "指标属性", "责任部门"]]
    for n in range(1, random.randint(4, 12)):
        low = random.randint(1, 89)
        rows.append(
            [
                str(n),
                f"{random.choice(THINGS)}{random.choice(['覆盖率', '达标率', '占比'])}",
                random.choice(["—", f"{low}%"]),
                random.choice([f"{low + 9}%", f">{low + 5}%", "100%"]),
                random.choice(["约束性", "预期性"]),
                random.choice(BODIES),
            ]
        )
    return Truth(rows, rows, 1, numbered=True)


def standards(random: Random) -> Truth:
    """Numbered rows with a label over several rows that hold items 1., 2., 3."""
    rows, printed, n = [["序号", "类别", "要求"]], [["序号", "类别", "要求"]], 0
    for k in range(random.randint(2, 5)):
        label = f"（{'一二三四五'[k]}）{random.choice(THINGS)}"
        for item in range(1, random.randint(2, 6)):
            n += 1
            text = f"{item}.应{random.choice(TASKS)}。"
            rows.append([str(n), label, text])
            printed.append([str(n), label if item == 1 else "", text])
    return Truth(rows, printed, 1, numbered=True)


# --- breakers -------------------------------------------------------------------------------------


def whole(truth: Truth, random: Random) -> Fragment:
    return fragment(truth.printed)


def shifted(truth: Truth, random: Random) -> Fragment:
    """One row begins one or two columns too far right."""
    rows = _copy(truth.printed)
    at = random.randrange(truth.head, len(rows) - 1)
    rows[at] = [*[""] * random.randint(1, 2), *rows[at]]
    return fragment(rows)


def phantom(truth: Truth, random: Random) -> Fragment:
    """One row has a blank cell too many."""
    rows = _copy(truth.printed)
    at = random.randrange(truth.head, len(rows) - 1)
    rows[at].insert(random.randrange(1, len(rows[at])), "")
    return fragment(rows)


def lost_blank(truth: Truth, random: Random) -> Fragment:
    """One row lost one of its blank cells."""
    rows = _copy(truth.printed)
    blanks = [
        (i, j) for i in range(truth.head, len(rows) - 1) for j, text in enumerate(rows[i]) if j and not text
    ]
    if blanks:
        i, j = random.choice(blanks)
        del rows[i][j]
    return fragment(rows)


def repeated_heading(truth: Truth, random: Random) -> Fragment:
    rows = _copy(truth.printed)
    at = random.randrange(truth.head + 1, len(rows))
    return fragment([*rows[:at], *rows[: truth.head], *rows[at:]], breaks=[at])


def running_head(truth: Truth, random: Random) -> Fragment:
    rows = _copy(truth.printed)
    at = random.randrange(truth.head + 1, len(rows))
    return fragment([*rows[:at], ["某某市人民政府公报"], *rows[at:]], breaks=[at, at + 1])


def split_row(truth: Truth, random: Random) -> Fragment:
    """The page ends in the middle of a sentence of one row."""
    rows = _copy(truth.printed)
    at = random.randrange(truth.head, len(rows))
    col = max(range(len(rows[at])), key=lambda j: len(rows[at][j]))
    text = rows[at][col]
    cut = random.randrange(3, len(text) - 2)
    lower = ["" if j != col else text[cut:] for j in range(len(rows[at]))]
    rows[at][col] = text[:cut]
    return fragment([*rows[: at + 1], lower, *rows[at + 1 :]], breaks=[at + 1])


def lost_separators(truth: Truth, random: Random) -> Fragment:
    return fragment([[" ".join(text for text in row if text)] for row in truth.rows], kind="lines")


def wrapped(truth: Truth, random: Random) -> Fragment:
    """No separators, and long cells run over several lines."""
    lines: Rows = [[" ".join(truth.rows[0])]]
    for row in truth.rows[truth.head :]:
        text = row[1]
        cut = random.randrange(2, len(text) - 1)
        if not text[cut].isdecimal() and random.random() < 0.6:
            lines += [[row[0]], [text[:cut]], [text[cut:]], [" ".join(row[2:])]]
        else:
            lines.append([" ".join(row)])
    return fragment(lines, kind="lines")


def centred_label(truth: Truth, random: Random) -> Fragment:
    """Each label printed beside the middle of its rows."""
    rows = _copy(truth.printed)
    labels = [i for i in range(truth.head, len(rows)) if rows[i][1]]
    for start, end in zip(labels, [*labels[1:], len(rows)], strict=True):
        middle = (start + end - 1) // 2
        rows[middle][1], rows[start][1] = (
            rows[start][1],
            rows[middle][1] if middle != start else rows[start][1],
        )
    return fragment(rows)


def spaced_heading(truth: Truth, random: Random) -> Fragment:
    rows = _copy(truth.printed)
    rows[: truth.head] = [[" ".join(text) for text in row] for row in rows[: truth.head]]
    return fragment(rows)


def _copy(rows: Rows) -> Rows:
    return [list(row) for row in rows]


Breaker = Callable[[Truth, Random], Fragment]
Maker = Callable[[Random], Truth]

DAMAGE: dict[str, tuple[tuple[Maker, ...], Breaker]] = {
    "whole": ((plan, tasks, indicators, standards), whole),
    "shifted": ((plan, tasks), shifted),
    "phantom": ((plan,), phantom),
    "lost_blank": ((plan,), lost_blank),
    "repeated_heading": ((plan, tasks, indicators, standards), repeated_heading),
    "running_head": ((plan, tasks, indicators, standards), running_head),
    "split_row": ((tasks, standards), split_row),
    "lost_separators": ((indicators, tasks), lost_separators),
    "wrapped": ((indicators, tasks), wrapped),
    "centred_label": ((standards,), centred_label),
    "spaced_heading": ((plan, tasks, indicators, standards), spaced_heading),
}
