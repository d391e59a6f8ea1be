"""Where one table ends and another begins."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline


def outlined(text: str, media_type: str = "text/plain") -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, media_type, "utf-8", text))


@pytest.mark.parametrize("caption", ["表2 配建标准", "附表二 配建标准", "配建要求"])
def test_a_head_of_its_own_begins_another_table(caption: str) -> None:
    text = (
        "某市方案\n\n正文如下。\n\n|序号|指标|2025年|属性|\n|---|---|---|---|\n|1|床位|300|约束性|\n|2|驿站|20|预期性|\n\n"
        f"{caption}\n\n|设施|标准|要求|说明|\n|---|---|---|---|\n|公园|2处|60平方米|城区|\n"
    )
    assert [len(one.rows) for one in outlined(text, "text/markdown").fragments] == [3, 2]


@pytest.mark.parametrize("line", ["附件2某县托育主要指标", "附表2 床位", "附录二设施名称"])
def test_a_label_of_an_annex_with_its_caption_begins_another_table(line: str) -> None:
    tables = "序号\t任务\t时限\n1\t建设食堂\t年底\n2\t培训人员\t6月底\n{}\n序号\t指标\t单位\n1\t覆盖率\t%\n2\t床位\t张\n"
    text = (
        f"某县人民政府关于推进养老服务的通知\n各镇：\n现印发给你们。\n附件1某县任务表\n{tables.format(line)}"
    )
    made = outline(Document("n", "n.txt", "", "text/plain", "utf-8", text))
    assert [len(fragment.rows) for fragment in made.fragments] == [3, 3]


@pytest.mark.parametrize(
    "head",
    [
        "| 镇街 | 完成时限 | 备注\n| ---: | ---: | ---:\n",
        "| 镇街 | 床位 | 备注\n|  |  2026 | \n| :---: | :---: | :---:\n",
    ],
    ids=["one line", "two lines"],
)
def test_headings_may_lack_the_last_pipe(head: str) -> None:
    body = "| 东镇 | 2026年6月 | 新建\n| 西镇 | 2026年7月 | \n| 南镇 | 2026年7月 | \n"
    (fragment,) = outlined(f"某市方案\n\n正文如下。\n\n任务表\n\n{head}{body}", "text/markdown").fragments
    assert (fragment.rows[0][0].text, fragment.title) == ("镇街", "任务表")


def test_what_a_program_writes_for_no_cell_is_a_blank() -> None:
    table = "| 甲县任务表 | Unnamed: 1 |\n|---|---|\n| 镇街 | 床位 |\n| 东镇 | NaN |\n| 西镇 | 5 |\n"
    (fragment,) = outlined(f"某市方案\n\n正文如下。\n\n{table}", "text/markdown").fragments
    assert [[piece.text for piece in row] for row in fragment.rows] == [
        ["甲县任务表", ""],
        ["镇街", "床位"],
        ["东镇", ""],
        ["西镇", "5"],
    ]
