"""Inputs that grow: each draw gives a notice of `n` parts of a kind that was once read in more than n log n."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

HEAD = "甲市人民政府关于印发养老服务工作方案的通知\n甲政发〔2024〕1号\n各区人民政府，市有关部门：\n"
FOOT = "\n甲市人民政府\n2024年6月3日\n"
# Names that differ from row to row, as they do in a list.
_FAMILY, _GIVEN = "王李张刘陈杨赵黄周吴徐孙", "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚"
_PLACE = "东西南北清白青红龙凤金银河湖山林石桥沙溪"
_THING = ("养老床位", "托育设施", "公共充电桩", "保障性住房", "社区食堂", "产业园区", "中小学校", "口袋公园")
_BUREAU = (
    "民政局",
    "财政局",
    "教育局",
    "交通运输局",
    "卫生健康委",
    "农业农村局",
    "市场监管局",
    "住房城乡建设局",
)


def _place(i: int) -> str:
    base = len(_PLACE)
    return _PLACE[i % base] + _PLACE[i // base % base] + (_PLACE[i // base**2 % base] if i >= base**2 else "")


def _name(i: int) -> str:
    return _FAMILY[i % 12] + _GIVEN[i // 12 % 20] + (_GIVEN[i // 240 % 20] if i >= 240 else "")


def _text(body: str) -> bytes:
    return (HEAD + body + FOOT).encode()


def _sheet(rows: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sheet_of_rows(n: int) -> bytes:
    heading: list[object] = ["序号", "镇街", "项目", "数量（个）", "完成时限", "责任单位"]
    rows: list[list[object]] = [
        [i + 1, f"{_place(i)}镇", f"新建{_THING[i % 8]}", 10 + i % 37, "2025年12月底", _BUREAU[i % 8]]
        for i in range(n)
    ]
    return _sheet([["养老服务设施建设计划"], heading, *rows])


def task_list(n: int) -> bytes:
    rows = (
        f"{i + 1}\t新建{_place(i)}镇{_THING[i % 8]}{10 + i % 37}个\t{_BUREAU[i % 8]}\t区人民政府\t2025年12月底"
        for i in range(n)
    )
    return _text(
        "附件1\n重点任务分解表\n序号\t工作任务\t牵头单位\t配合单位\t完成时限\n" + "\n".join(rows) + "\n"
    )


def wide_table(n: int) -> bytes:
    heading: list[object] = ["镇街", *(f"{2005 + i}年" for i in range(19))]
    rows: list[list[object]] = [
        [f"{_place(i)}镇", *((i * 7 + j * 13) % 97 + 1 for j in range(19))] for i in range(n)
    ]
    return _sheet([["各镇街床位数"], heading, *rows])


def task_page(n: int) -> bytes:
    rows = "".join(
        f"<tr><td>{i + 1}</td><td>新建{_place(i)}镇{_THING[i % 8]}{10 + i % 37}个</td>"
        f"<td>{_BUREAU[i % 8]}</td><td>2025年12月底</td></tr>"
        for i in range(n)
    )
    heading = "<tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>"
    page = (
        f"<html><body><p>甲市人民政府关于印发工作方案的通知</p><table>{heading}{rows}</table></body></html>"
    )
    return page.encode()


def _several(n: int) -> bytes:
    return "\n".join(
        f"甲市人民政府关于印发{_place(i)}镇养老服务工作方案的通知\n甲政发〔2024〕{i + 1}号\n各区人民政府，市有关部门：\n"
        f"一、到2025年，新增{_THING[i % 8]}{10 + i % 37}个。（责任单位：市{_BUREAU[i % 8]}）\n特此通知。\n"
        f"甲市人民政府\n2024年6月{i % 28 + 1}日\n"
        for i in range(n)
    ).encode()


def _prose(n: int) -> bytes:
    marks = "一二三四五六七八九十"
    return _text(
        "\n".join(
            f"{marks[i % 10]}、加强{_place(i)}镇建设。坚持以人民为中心，到2025年，新增{_THING[i % 8]}{10 + i % 37}个，"
            f"比2020年增长{i % 9 + 1}%，按照《{_place(i)}镇养老服务办法》给予补助{i % 9 + 1}万元。"
            f"（责任单位：市{_BUREAU[i % 8]}、市{_BUREAU[(i + 3) % 8]}）"
            for i in range(n)
        )
    )


def _pages(n: int) -> bytes:
    """A list of parks as `pdftotext` lays it: blanks between the columns, a form feed and a number a page."""
    return (
        HEAD
        + "".join(
            "序号  公园名称  所在镇街  面积（公顷）\n"
            + "".join(
                f"{p * 40 + i + 1}  {_place(p * 40 + i)}公园  {_place(i)}镇  {i % 9 + 1}.{i % 7}\n"
                for i in range(40)
            )
            + f"— {p + 1} —\n\f"
            for p in range(n)
        )
    ).encode()


def _nearly_twice(n: int) -> bytes:
    """A text that comes again but for its last line."""
    body = "".join(f"第{i}项工作由市{_BUREAU[i % 8]}认真落实，按时完成。\n" for i in range(n))
    return _text(f"{body}各区抓好落实，按时完成。\n{body}各县抓好落实，按时完成。\n")


def _repeated(words: str) -> Callable[[int], bytes]:
    return lambda n: _text("一、工作要求\n" + words * n + "。")


# Name → (suffix, the size at which it is measured, the draw).
DRAWS: Mapping[str, tuple[str, int, Callable[[int], bytes]]] = MappingProxyType(
    {
        "sheet of rows": (".xlsx", 1000, sheet_of_rows),
        "task list": (".txt", 1000, task_list),
        "task page": (".html", 1000, task_page),
        "wide table": (".xlsx", 500, wide_table),
        "digits": (".txt", 8000, _repeated("1234567890")),
        "万": (".txt", 8000, _repeated("万")),
        "annex lines": (".txt", 1000, lambda n: _text("".join(f"附件{i + 1}\n" for i in range(n)))),
        "heading lines": (".txt", 500, lambda n: _text("现将任务印发给你们。\n" + "备注\n" * n)),
        "annex line": (".txt", 2000, lambda n: _text("附件1\n" * n)),
        "times": (".txt", 1000, _repeated("2021年12月31日前")),
        "times, parted": (".txt", 1000, _repeated("2021年12月31日前，")),
        "growth": (".txt", 1000, _repeated("比2020年增长5%")),
        "growth, parted": (".txt", 1000, _repeated("比2020年增长5%，")),
        "tabs": (".txt", 8000, _repeated("\t")),
        "a letter a line": (
            ".txt",
            4000,
            lambda n: _text("\n".join("推进养老服务体系建设"[i % 10] for i in range(n))),
        ),
        "prose": (".txt", 400, _prose),
        "pages": (".txt", 25, _pages),
        "several notices": (".txt", 50, _several),
        "nearly twice": (".txt", 1000, _nearly_twice),
        "short lines": (
            ".txt",
            2000,
            lambda n: (
                HEAD + "甲市人民政府\n2024年6月3日\n" + "".join(f"{_place(i)}镇\n" for i in range(n))
            ).encode(),
        ),
        "members": (
            ".txt",
            1000,
            lambda n: _text(
                "领导小组成员名单\n组长：王伟  副市长\n副组长：李芳  市民政局局长\n成员："
                + "、".join(map(_name, range(n)))
            ),
        ),
        "member lines": (
            ".txt",
            1000,
            lambda n: _text(
                "领导小组成员名单\n组长：王伟  副市长\n成员："
                + "\n".join(f"{_name(i)}  {_place(i)}区{_BUREAU[i % 8]}局长" for i in range(n))
            ),
        ),
        "agencies": (
            ".txt",
            1000,
            lambda n: _text(
                "一、新增床位30张。（责任单位："
                + "、".join(f"{_place(i)}县{_BUREAU[i % 8]}" for i in range(n))
                + "）"
            ),
        ),
        "titles": (
            ".txt",
            1000,
            lambda n: _text(
                "一、根据" + "".join(f"《{_place(i)}养老服务办法》" for i in range(n)) + "制定本方案。"
            ),
        ),
        "titles, parted": (
            ".txt",
            1000,
            lambda n: _text(
                "一、根据" + "、".join(f"《{_place(i)}养老服务办法》" for i in range(n)) + "制定本方案。"
            ),
        ),
    }
)
