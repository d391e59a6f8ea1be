"""Tables of plain text whose cells go over several lines side by side: read by their places, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Document, Table
from pipeline.outline import outline
from pipeline.read.text import text_to_pages
from pipeline.tables import mend

_HEAD = "某市供水方案\n\n附件\n\n任务分工表\n"
# As a program lays the page of a table whose cells stand at the top of their rows, a letter as wide as a figure.
_TOP = """序号   任务       责任单位      时限
1    改造供水管    市水务局、    2026 年
     网 42 公里。   市财政局     6 月底
2    新建泵站三    市水务局     2026 年
     座，完善配              9 月底
     套设施。
"""
# Of a table whose cells have their middle where the row has its own; one label stands beside both rows.
_MIDDLE = """序号   类别    任务          责任单位      时限
            改造供水管
1           网 42 公里，      市水务局      2026 年底
            分期验收。
       供水
            新建泵站三
                         市水务局、
2           座，完善配                  2027 年底
                         市财政局
            套设施。
"""
_BY_TOP = [
    ["序号", "任务", "责任单位", "时限"],
    ["1", "改造供水管网42公里。", "市水务局、市财政局", "2026年6月底"],
    ["2", "新建泵站三座，完善配套设施。", "市水务局", "2026年9月底"],
]


def tables(text: str) -> tuple[list[Table], list[str]]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", _HEAD + text)
    mended = mend(outline(replace(document, pages=text_to_pages(document.text))))
    return list(mended.tables), [issue.kind for issue in mended.issues]


def rows(table: Table) -> list[list[str]]:
    laid = [["" for _ in range(table.n_cols)] for _ in range(table.n_rows)]
    for cell in table.cells:
        laid[cell.row][cell.col] = "".join(cell.text.split())
    return laid


def test_cells_at_the_top_of_their_rows() -> None:
    (table,), _ = tables(_TOP)
    assert rows(table) == _BY_TOP
    assert table.status != "certified"


def test_cells_about_the_middle_of_their_rows() -> None:
    (table,), _ = tables(_MIDDLE)
    assert [row[2] for row in rows(table)] == [
        "任务",
        "改造供水管网42公里，分期验收。",
        "新建泵站三座，完善配套设施。",
    ]
    label = next(cell for cell in table.cells if cell.text == "供水")
    assert (label.row, label.row_span) == (1, 2)


def test_each_page_has_its_own_places() -> None:
    further = "3          整修闸门五           市水务局           长期坚持\n           处。\n"
    (table,), _ = tables(_TOP + "\f" + further)
    assert rows(table) == [*_BY_TOP, ["3", "整修闸门五处。", "市水务局", "长期坚持"]]


def test_a_row_that_the_end_of_a_page_cuts_goes_on_below_it() -> None:
    upper, _, lower = _TOP.rpartition("     套设施。")
    (table,), _ = tables(f"{upper}\f          套设施。{lower}3       整修闸门         市水务局       长期\n")
    assert [row[1] for row in rows(table)][2:] == ["新建泵站三座，完善配套设施。", "整修闸门"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            _TOP.replace("     网 42 公里。   市财政局", "     网 42 公里。市财政局和市公"),
            id="reaches under two",
        ),
        pytest.param(_TOP.replace("\n2  ", "\n3  "), id="numbers do not run on"),
        pytest.param(
            _TOP.replace("     座，完善配              9 月底", "     座，完善配              9    月底"),
            id="two in a column",
        ),
    ],
)
def test_what_no_place_tells_is_refused(text: str) -> None:
    found, issues = tables(text)
    assert found == []
    assert "lost_table" in issues


def test_a_cell_that_begins_below_the_first_line_of_a_row_is_refused() -> None:
    """It stands at no top and about no middle."""
    low = _TOP.replace(
        "2    新建泵站三    市水务局     2026 年\n     座，完善配              9 月底",
        "2    新建泵站三            2026 年\n     座，完善配    市水务局     9 月底",
    )
    found, issues = tables(low)
    assert found == []
    assert "lost_table" in issues


def test_headings_again_over_fewer_columns_leave_all_unread() -> None:
    """A page whose headings run together gave shorter rows, and the notice was lost."""
    again = (
        "序号   任务 责任单位      时限\n3    整修闸门五        长期\n     处。\n4    建桥           长期\n"
    )
    found, issues = tables(_TOP + "\f" + again)
    assert found == []
    assert "lost_table" in issues


INDICATORS = """指标                    单位  2025年  2026年
农村自来水普及率        %     93.1    95
规模化供水工程覆盖农村  %     52      61
人口比例
水质达标率              %     95.4    97
专业化管理工程数量      处    85      140
"""
MEASURES = """重点任务  具体措施                牵头部门      时限
校舍建设  建成投用临港小学等7所   区教育局      2026年8月底
          学校
          开工建设9所学校         区发展改革局  2027年6月底
          维修校舍18.5万平方米    区教育局      2028年底
设备更新  更新课桌椅3.2万套       区教育局      每年8月底
          建设智慧教室220间       区教育局      2027年8月底
"""


def test_figures_and_times_below_one_another_are_two_cells() -> None:
    """However narrow their column is, no line of it is the rest of the one above."""
    (made,), _ = tables(INDICATORS)
    assert [row[0] for row in rows(made)][1:] == [
        "农村自来水普及率",
        "规模化供水工程覆盖农村人口比例",
        "水质达标率",
        "专业化管理工程数量",
    ]
    (made,), _ = tables(MEASURES)
    assert [(row[1], row[3]) for row in rows(made)][1:] == [
        ("建成投用临港小学等7所学校", "2026年8月底"),
        ("开工建设9所学校", "2027年6月底"),
        ("维修校舍18.5万平方米", "2028年底"),
        ("更新课桌椅3.2万套", "每年8月底"),
        ("建设智慧教室220间", "2027年8月底"),
    ]


def test_a_caption_above_the_headings_leaves_the_table_to_those_who_read_it() -> None:
    (made,), _ = tables("                       主要指标\n" + INDICATORS)
    assert len(rows(made)) == 5


OVER_OTHERS = """序号  项目名称      实施单位  总投资   其中               绩效目标
                                       上级补助  县级配套
1     东干渠改造    县水利局  1,020.8  495.7     525.1     新增节水能力238
                                                           万立方米
2     清水河堤防加  县水利局  2,816.3  2,816.3             加固堤防160公里
      固（二期）
合计                          3,837.1  3,312.0   525.1
"""


def test_headings_stand_over_others_of_cells_over_several_lines() -> None:
    (made,), _ = tables(OVER_OTHERS)
    assert rows(made)[:3] == [
        ["序号", "项目名称", "实施单位", "总投资", "其中", "", "绩效目标"],
        ["", "", "", "", "上级补助", "县级配套", ""],
        ["1", "东干渠改造", "县水利局", "1,020.8", "495.7", "525.1", "新增节水能力238万立方米"],
    ]
    one_line = OVER_OTHERS.replace("238\n" + " " * 59 + "万立方米", "238万立方米").replace(
        "\n      固（二期）", ""
    )
    (made,), _ = tables(one_line)
    assert len(rows(made)) == 5


IN_STEPS = """序             工作任务            牵头单位        配合单位        时间安排
号
 1 推行经营主体登记“一网通办”  ，企业开办时间压
   缩至0.5个工作日，新增3.2万户
                              市行政审
                              批局
                                     市市场监管局、市公安局、
                                     市税务局
                                                    2026年3月—
                                                    2026年12月
 2 监测广告媒体累计120家，违法广告查处率达到
   100%                       市市场监
                              管局     市委网信办、市文旅局         每半年
10 建成示范点20个
"""


def test_cells_are_printed_one_after_another_below_the_number_of_their_row() -> None:
    made, _ = tables(IN_STEPS.replace("10 建成示范点20个\n", ""))
    assert [rows(table)[1:] for table in made] == [
        [
            ["1", "推行经营主体登记“一网通办”，企业开办时间压缩至0.5个工作日，新增3.2万户", "市行政审批局", "市市场监管局、市公安局、市税务局", "2026年3月—2026年12月"],
            ["2", "监测广告媒体累计120家，违法广告查处率达到100%", "市市场监管局", "市委网信办、市文旅局", "每半年"],
        ]
    ]  # fmt: skip
    found, issues = tables(IN_STEPS)
    assert found == []
    assert "lost_table" in issues


def test_rows_of_one_line_each_are_told_by_times_below_one_another() -> None:
    (made,), _ = tables(
        "任务名称   主要内容                  牵头科室     完成时间\n"
        "标准调整   印发通知，公布新标准      社会救助科   2026年6月25日前\n"
        "资金补发   完成1.8万名对象补发       社会救助科   2026年8月15日前\n"
        "信息公示   公示率达到100%，设公示栏  办公室       2026年9月底前\n"
        "政策宣传   发放宣传册2万份           儿童福利科   2026年12月底前\n"
    )
    assert [row[0] for row in rows(made)] == ["任务名称", "标准调整", "资金补发", "信息公示", "政策宣传"]


def test_all_of_a_table_that_nothing_tells_is_set_apart() -> None:
    """Its rows are no sentences, however long a cell is, down to the note below it."""
    text = (
        "序号   工作任务                                牵头单位      时限\n"
        "2 开展涉企收费专项检查，抽查行业协会商会40家、商业银行网点25个，查处违规\n"
        "收费行为                               市市场监管局   市财政局\n"
        "3 建立公平竞争审查抽查机制，存量政策措施清理率达到100%，完善台账 市市场监管局\n"
        "4 培育省级以上专精特新企业60家，组织培训班12期，更新改造住宅老旧电梯420台 市工信局\n"
        "注：以上任务按季度调度。\n"
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", _HEAD + text)
    outlined = outline(document)
    assert [passage.text for passage in outlined.passages if "0" in passage.text] == []
    assert any(fragment.is_unread for fragment in outlined.fragments)
    assert any("季度调度" in passage.text for passage in outlined.passages)


_VILLAGES = (
    "镇街      村（社区）  照护站  护理员人数\n"
    "东山街道  云平社区    1       27\n"
    "          梅泉社区\n"
    "          桂龙村      27      11\n"
    "          小计        28      38\n"
    "西河镇    金溪社区\n"
    "          东平村\n"
    "          南口社区    38\n"
    "          小计        38\n"
    "合计                  66      38\n"
)


def test_villages_without_figures_are_rows_of_their_own() -> None:
    """梅泉社区 is not the rest of the name above, and 西河镇 金溪社区 no line of headings."""
    (made,), _ = tables(_VILLAGES)
    found = [" ".join(row[:2]).strip() for row in rows(made)]
    assert found[2:4] == ["梅泉社区", "桂龙村"] or found[2:4] == ["东山街道 梅泉社区", "东山街道 桂龙村"]
    assert len(found) == len(_VILLAGES.splitlines())


def test_other_kinds_of_villages_and_a_total_without_figures_are_rows_too() -> None:
    """柳门村 above 新和社区 end otherwise, but each as others of the column do; no name ends in 总计."""
    text = _VILLAGES.replace("云平社区  ", "云平村    ").replace(
        "合计                  66      38\n", "总计\n"
    )
    (made,), _ = tables(text)
    found = [" ".join(row[:2]).strip() for row in rows(made)]
    assert [words.split()[-1] for words in found] == [
        "村（社区）", "云平村", "梅泉社区", "桂龙村", "小计", "金溪社区", "东平村", "南口社区", "小计",
    ]  # fmt: skip


def test_a_row_of_figures_is_no_second_line_of_headings() -> None:
    """The label beside the middle of its rows leaves the first of them without one."""
    lines = [
        "类别    指标名称     单位   2025年基数  2026年",
        "        造林面积     万亩   2.1       2.4",
        "造林    修复面积     万亩   1.35      1.5",
        "        植树株数     万株   86        90",
    ]
    (table,), _ = tables("\n".join(lines) + "\n")
    assert table.header_rows == 1
    assert rows(table)[1][1:] == ["造林面积", "万亩", "2.1", "2.4"]


def test_who_signs_below_a_table_is_no_cell_of_it() -> None:
    """Nothing but an empty line stands between the last row and the signature."""
    text = """指标                 2027年  2030年
加氢站数量（座）     12      30
推广车辆（辆）       800     3000
绿氢占比（%）        35      60

某市人民政府
2026年6月6日
"""
    (table,), _ = tables(text)
    assert rows(table)[-1] == ["绿氢占比（%）", "35", "60"]
    assert len(rows(table)) == 4
