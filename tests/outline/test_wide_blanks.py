"""What parts the cells of a line in plain text: blanks of any width, tabs that leave room, drawn bars."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline

ROWS = [
    ["序号", "渡口", "修缮内容", "责任单位", "完成时限"],
    ["1", "东渡", "更换缆绳", "县水务局", "6月底"],
    ["2", "西渡口码头", "加固护栏", "县交通运输局、县财政局", "2026年10月"],
    ["3", "南渡", "清淤", "县水务局", "长期"],
]
HEAD = "关于做好渡口修缮工作的通知\n\n各乡镇人民政府：\n　　现就有关事项通知如下。\n　　一、任务安排\n　　按下表执行。\n\n"
FOOT = "\n　　二、保障措施\n　　县财政局要统筹安排资金，确保任务按期完成。\n"


def read(body: str) -> tuple[list[list[str]], list[str]]:
    """The rows of the only table, and the points below it."""
    read = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", HEAD + body + FOOT))
    rows = [[piece.text for piece in row] for row in read.fragments[0].rows] if read.fragments else []
    return rows, [passage.text for passage in read.passages if passage.text.startswith("二、")]


def parted(sign: str) -> str:
    return "".join(sign.join(row) + "\n" for row in ROWS)


@pytest.mark.parametrize(
    "sign", ["　", "　　", " 　", "\u2003", "\u00a0\u00a0", "  ", "\t", "\t　", "│", " │ ", "｜"]
)
def test_whatever_parts_the_cells_of_all_lines(sign: str) -> None:
    assert read(parted(sign)) == (ROWS, ["二、保障措施"])


def test_tabs_that_leave_room_for_longer_words() -> None:
    wide = [max(len(row[k].encode("gbk")) // 8 + 1 for row in ROWS) for k in range(5)]
    stops = [[wide[k] - len(cell.encode("gbk")) // 8 for k, cell in enumerate(row)] for row in ROWS]
    lines = (
        "".join(c + "\t" * n for c, n in zip(*one, strict=True)) for one in zip(ROWS, stops, strict=True)
    )
    assert read("".join(line.rstrip() + "\n" for line in lines))[0] == ROWS


def test_each_line_has_its_own_blanks() -> None:
    signs = ["　", "\t", "  ", "　　"]
    lines = (sign.join(row) for sign, row in zip(signs, ROWS, strict=True))
    assert read("".join(line + "\n" for line in lines))[0] == ROWS


def test_tabs_stay_where_they_tell_blank_cells() -> None:
    rows = [["渡口", "缆绳", "护栏"], ["东渡", "3", "12"], ["西渡", "", "8"], ["南渡", "5"]]
    assert read("".join("\t".join(row) + "\n" for row in rows))[0] == rows


def test_letters_printed_apart_are_one_word() -> None:
    body = "乡　镇　　缆　绳　　护　栏\n东渡　　　3　　　　　12\n西渡　　　4　　　　　8\n合　计　　7　　　　　20\n"
    rows, _ = read(body)
    assert ["".join(text.split()) for text in rows[0]] == ["乡镇", "缆绳", "护栏"]
    assert ["".join(text.split()) for text in rows[-1]] == ["合计", "7", "20"]


def test_blank_cells_below_one_another_in_full_width() -> None:
    body = "乡镇　　　缆绳　　护栏　　灯具\n东渡　　　3 　　　　　　　12\n西渡口　　　　　　8 　　　4\n南渡　　　5 　　　9\n"
    assert read(body)[0] == [
        ["乡镇", "缆绳", "护栏", "灯具"],
        ["东渡", "3", "", "12"],
        ["西渡口", "", "8", "4"],
        ["南渡", "5", "9", ""],
    ]


def test_letters_of_several_words_have_the_narrowest_blanks() -> None:
    heads = "序 号 　　镇 街  户 数	投资（万元）\n"
    rows, _ = read(
        heads + "1 　　双河口镇  2  89\n2  金溪镇  63　 70\n3	高坪乡　51　 76\n	合 计　116　 235\n"
    )
    assert [len(row) for row in rows] == [4] * 5 and rows[0][2] == "户数" and rows[4][-1] == "235"


@pytest.mark.parametrize(
    "body",
    [
        "渡口      缆绳    护栏    灯具\n东渡      3       12      4\n西渡口    5               9\n南渡      7       8       2\n",
        "渡口　　缆绳　　护栏　　灯具\n东渡　　3　　12　　4\n西渡口　　5　　9\n南渡　　7　　8　　2\n",
        "青石镇　　12　　3\n白桥乡　　8　　2\n金溪镇　　20　　6\n",
        "设施名称\n\n配建标准\n\n备注\n\n阅览室\n\n每千人30座\n\n首层\n\n健身点\n\n每街道1处\n\n独立占地\n\n"
        "停车位\n\n每户1个\n\n独立占地\n",
    ],
)
def test_cells_that_nothing_lays_are_named(body: str) -> None:
    whole = HEAD + "附件1\n\n物资配备表\n\n" + body
    found = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", whole)).fragments
    assert [fragment.is_unread for fragment in found][-1]


@pytest.mark.parametrize(
    "body",
    [
        "　　全年共完成　投资　3亿元\n　　比上年增长　5%　左右\n　　其中一季度　完成　8000万元\n",
        "　　第一章　总则\n　　第二章　职责\n　　第三章　附则\n",
        "县水务局　县财政局　县交通运输局\n县教育局　县民政局　县司法局\n县统计局　县林业局　县审计局\n",
        "　　联系人：张三　　电话：5550123\n　　联系人：李四　　电话：5550124\n　　联系人：王五　　电话：5550125\n",
        "一、修缮缆绳　由县水务局负责，6月底前完成。\n二、加固护栏　由县交通运输局负责，10月底前完成。\n三、清淤　由县水务局负责，年底前完成。\n",
    ],
)
def test_text_is_no_table(body: str) -> None:
    assert read(body)[0] == []


LOST = """西山县养老服务主要指标

序号
指标名称
2024年
2027年
指标性质
责任单位

1 新建养老床位 300张 500张 预期性 县民政局

2 培训护理人员（每年） 60人次
90人

次
预期性 县人社局

3
“三社联动”（社区为平台、社会

组织为载体）

机制覆盖率

{row}
"""


@pytest.mark.parametrize(
    "row",
    [
        "60%　100%　约束性　县民政局",
        "60%　　 100%\u2003约束性　　　县民政局",
        "60% 100%　约束性\u3000\u2003县民政局",
    ],
)
def test_words_of_a_table_without_columns_stand_where_they_are_counted(row: str) -> None:
    text = LOST.format(row=row)
    table = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).fragments[0]
    assert table.kind == "lines"
    last = table.rows[-1][0]
    assert len(last.text) == last.span.end - last.span.start
    for word in ("100%", "约束性", "县民政局"):
        at = last.span.start + last.text.index(word)
        assert text[at : at + len(word)] == word
