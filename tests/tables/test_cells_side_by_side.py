"""Rows of lines that lost their separators: cells that go over several lines side by side are not in order."""

from __future__ import annotations

from pipeline.extract import extract
from pipeline.model import Document, Mended
from pipeline.outline import outline
from pipeline.tables import mend

_HEAD = "序号     重点任务   工作内容      牵头单位    配合单位    完成时限\n"
_WRAPPED = """1      供水保障   新增公共停     区城管局    区交通运输   2026 年 2
              车泊位 7             局、区民政   月底前
              个，明确责             局
              任人和完成
              时限。
2      停车便民   改造供水管   区水利局    区财政局、   2026 年 3
              网 14 处，            区卫生健康   月底前
              明确责任人             局
              和时限。
3      环卫提升   新建公厕2    区住建局    区教育局、   2026 年 4
              座，每季度            区水利局    月底前
              检查。
"""


def _mended(rows: str) -> Mended:
    text = f"某区市政设施补短板实施方案\n\n附件\n\n重点任务责任分工表\n{_HEAD}{rows}"
    return mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))


def test_cells_that_go_over_lines_side_by_side_are_read_by_their_places() -> None:
    """明确责局 and 区民政个 came out as bodies; then nothing."""
    mended = _mended(_WRAPPED)
    (table,) = mended.tables
    assert [cell.text for cell in table.cells if cell.col == 2][1:] == [
        "新增公共停车泊位7个，明确责任人和完成时限。",
        "改造供水管网14处，明确责任人和时限。",
        "新建公厕2座，每季度检查。",
    ]
    duties = [fact.values for fact in extract(mended).facts if fact.table == "responsibilities"]
    assert [(duty["role"], duty["agency_name"]) for duty in duties] == [
        *(("lead", "区城管局"), ("support", "区交通运输局"), ("support", "区民政局")),
        *(("lead", "区水利局"), ("support", "区财政局"), ("support", "区卫生健康局")),
        *(("lead", "区住建局"), ("support", "区教育局"), ("support", "区水利局")),
    ]


def test_cells_that_no_place_parts_make_nobody_responsible() -> None:
    """A line that reaches under two columns: nothing tells what stands in which."""
    mended = _mended(_WRAPPED.replace("，明确责             局\n", "，明确责任人区民政局\n", 1))
    assert [issue for issue in mended.issues if issue.kind == "lost_table"]
    assert [fact for fact in extract(mended).facts if fact.table == "responsibilities"] == []


def test_a_cell_that_alone_goes_over_lines_is_read() -> None:
    rows = "".join(
        f"{n}      供水保障   {task}     区城管局    区财政局   2026年{n}月底前\n"
        for n, task in enumerate(("新增车位", "改造管网", "新建公厕"), 1)
    )
    found = [
        fact.values["agency_name"]
        for fact in extract(_mended(rows)).facts
        if fact.table == "responsibilities"
    ]
    assert sorted(found) == ["区城管局"] * 3 + ["区财政局"] * 3
