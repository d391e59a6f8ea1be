"""Responsibility lists as Word prints them and text extraction flattens them: a cell line a text line, page after page.

A list is drawn (columns, widths, categories, agencies that no lexicon holds), laid out on pages line by line as a word
processor does, and printed row by row: the lines of a cell, then those of the next cell. Where a page ends in a row, the
upper lines of all its cells stand before the page mark and the rest behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

FIELDS = [
    "花木",
    "渡口",
    "船闸",
    "茶叶",
    "窑炉",
    "古井",
    "竹编",
    "蚕桑",
    "灯塔",
    "盐田",
    "牧草",
    "陶艺",
    "苗圃",
    "驿道",
    "水车",
    "梯田",
    "染坊",
    "渔港",
    "蜂业",
    "石桥",
]
THINGS = [
    "河岸步道",
    "旧窑址",
    "苗圃围栏",
    "灯塔塔身",
    "竹编作坊",
    "古井井台",
    "渔港护坡",
    "茶园便道",
    "水车轮轴",
    "染坊排水沟",
    "梯田埂坎",
    "盐田闸口",
]
DOINGS = ["修缮", "新设", "清查", "登记", "翻新", "加固", "迁建", "疏通", "补种", "改造"]
HOW = [
    "逐处建立台账并向社会公开",
    "按先急后缓的次序分批实施",
    "同步完善日常看护办法",
    "开展一次全面检查并整改到位",
    "由专人每周巡查并记录",
]
GROUPS = ["岸线整治", "匠作传承", "乡野通达", "水工养护", "草木培育", "渔盐振兴", "旧物利用", "农桑增效"]
LIMITS = [
    "2026年6月底前",
    "2026年12月底前",
    "2027年12月31日",
    "8月31日",
    "2026年Q3",
    "长期坚持",
    "2025-11-30",
    "2026.10.31",
]
# Names that end within themselves (人力资源和社), hold brackets, or say no level.
LONG_NAMES = [
    "市人力资源和社会保障局",
    "市交通运输综合行政执法支队",
    "市公共资源交易中心",
    "各县（市、区）人民政府",
    "各镇（街道）",
    "高新区管委会",
    "国网某市供电公司",
    "市委组织部",
    "市自然资源和规划局",
    "市文化广电旅游体育局",
]
STAGES = [
    "2026年3月底前完成摸底",
    "2026年9月底前见效",
    "每季度末",
    "2026年上半年",
    "6月底前启动，12月底前完成",
]
MARKS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Column:
    """`kind` draws the cells; `width` is how many characters stand on a line of it."""

    heading: str
    kind: str
    width: int


def agency(random: Random) -> str:
    ending = random.choice(("局", "局", "局", "委", "中心", "办公室"))
    return (
        random.choice("市县")
        + "".join(random.sample(FIELDS, 1))
        + ("发展中心" if ending == "中心" else ending)
    )


def agencies(random: Random, most: int) -> str:
    return "、".join(dict.fromkeys(agency(random) for _ in range(random.randint(1, most))))


def task(random: Random) -> str:
    parts = [f"{random.choice(DOINGS)}{random.choice(THINGS)}{random.randint(2, 60)}处"]
    parts += random.sample(HOW, random.randint(0, 2))
    return "，".join(parts) + "。"


def draw(random: Random, columns: tuple[Column, ...], n: int, marked: bool = True) -> list[list[str]]:
    """The rows; a category stands once for two to five of them (blank below)."""
    rows: list[list[str]] = []
    left = group = 0
    for i in range(n):
        row = []
        for column in columns:
            if column.kind == "category":
                name = ""
                if not left:
                    name = GROUPS[group % len(GROUPS)]
                    name = f"（{MARKS[group % 10]}）{name}" if marked else name
                    left, group = random.randint(2, 5), group + 1
                left -= 1
                row.append(name)
            elif column.kind == "serial":
                row.append(str(i + 1))
            elif column.kind == "task":
                row.append(task(random))
            elif column.kind == "lead":
                row.append(agency(random))
            elif column.kind == "empty":
                row.append("")
            elif column.kind in ("limit", "stage"):
                row.append(random.choice(LIMITS if column.kind == "limit" else STAGES))
            elif column.kind == "goal":
                row.append(f"到2026年底，新设{random.choice(THINGS)}{random.randint(2, 60)}处")
            elif column.kind in ("long lead", "long names"):
                size = 1 if column.kind == "long lead" else random.randint(1, 4)
                row.append("、".join(random.sample(LONG_NAMES, size)))
            else:
                row.append(agencies(random, 4))
        rows.append(row)
    return rows


def wrapped(text: str, width: int) -> list[str]:
    """Lines of `width` characters; two figures take the place of one, and no line begins with a comma or stop."""
    lines, now, used = [], "", 0.0
    for char in text:
        size = 0.5 if char.isascii() else 1.0
        if used + size > width and char not in "，。、；）":
            lines.append(now)
            now, used = "", 0.0
        now, used = now + char, used + size
    return [*lines, now] if now else lines


def flatten(
    columns: tuple[Column, ...], rows: list[list[str]], height: int, cut: frozenset[int]
) -> list[str]:
    """Text lines, page by page. A row that does not fit goes to the next page, one of `cut` is cut."""
    heads = [column.heading for column in columns]
    lines, page, used = list(heads), 1, 0
    for i, row in enumerate(rows):
        cells = [wrapped(text, column.width) for text, column in zip(row, columns, strict=True)]
        need = max(map(len, cells))
        if used + need > height:
            room = height - used
            if i in cut and 0 < room < need:
                lines += [line for cell in cells for line in cell[:room]]
                cells = [cell[room:] for cell in cells]
                need -= room
            page += 1
            lines += ["", f"# Page {page}:", *heads]
            used = 0
        lines += [line for cell in cells for line in cell]
        used += need
    return lines


SERIAL, LIMIT = Column("序号", "serial", 3), Column("完成时限", "limit", 6)
LEAD, SUPPORT = Column("牵头单位", "lead", 7), Column("配合单位", "support", 9)
LAYOUTS = {
    "three columns": (SERIAL, Column("工作任务", "task", 16), LEAD),
    "a category": (SERIAL, Column("重点任务", "category", 6), Column("主要内容", "task", 14), LEAD, Column("责任单位", "support", 8)),
    "time limits": (SERIAL, Column("工作任务", "task", 16), LEAD, SUPPORT, LIMIT),
    "a category before the number": (Column("类别", "category", 5), SERIAL, Column("具体任务", "task", 15), LEAD, SUPPORT, LIMIT),
    "no number": (Column("工作举措", "task", 15), Column("责任单位", "support", 9), LIMIT),
    "no number and a category": (Column("重点任务", "category", 6), Column("工作举措", "task", 15), LEAD, SUPPORT),
    "seven columns": (
        SERIAL, Column("领域", "category", 5), Column("具体任务", "task", 12), LEAD, SUPPORT, LIMIT, Column("备注", "empty", 4),
    ),
}  # fmt: skip
LONG_LEAD, LONG_SUPPORT = Column("牵头部门", "long lead", 7), Column("参与单位", "long names", 9)
OTHER_LAYOUTS = {
    "long names": (SERIAL, Column("工作内容", "task", 16), LONG_LEAD, LONG_SUPPORT),
    "stages": (SERIAL, Column("主要任务", "task", 16), LONG_LEAD, LONG_SUPPORT, Column("时间安排", "stage", 7)),
    "goals": (SERIAL, Column("任务名称", "task", 12), Column("工作目标", "goal", 10), LONG_LEAD, SUPPORT, LIMIT),
    "no number": (Column("工作任务", "task", 16), LONG_LEAD, LONG_SUPPORT, Column("完成时限", "limit", 7)),
}  # fmt: skip


def names(cell: str) -> list[str]:
    """The names of a cell; a list in brackets is of one name."""
    return [name.replace("·", "、") for name in cell.replace("市、区", "市·区").split("、")]


def whole(columns: tuple[Column, ...], rows: list[list[str]]) -> list[list[str]]:
    """The rows with what stands once in each row it holds for."""
    held = [""] * len(columns)
    found = []
    for row in rows:
        held = [t or h if c.kind == "category" else t for t, h, c in zip(row, held, columns, strict=True)]
        found.append(held)
    return found
