"""The box of a page laid out as a table: a file that office programs or browsers made has it as one."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

TITLE = "临江市民政局关于做好救助工作的通知"
TEXT = f"{TITLE}\n\n各县区民政局：\n现就有关事项通知如下。\n一、加强领导。\n"


def outlined(text: str, media_type: str = "text/plain") -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, media_type, "utf-8", text))


@pytest.mark.parametrize(
    "box",
    [
        f"标题\t{TITLE}\n发文字号\t临民发〔2026〕5号\n成文日期\t2026-03-01\n",
        f"索引号\t123/2026-1\t主题分类\t民政\n发文字号\t临民发〔2026〕5号\t成文日期\t2026-03-01\n名称\t{TITLE}\t\t\n",
        f"标题\t发文字号\t成文日期\n{TITLE}\t临民发〔2026〕5号\t2026-03-01\n",
        "发文单位：临江市民政局\t文号：临民发〔2026〕5号\n成文日期：2026年3月1日\t密级：公开\n",
        f"名称：{TITLE}\t文号：临民发〔2026〕5号\n成文日期：2026年3月1日\t\n",
        f"| 标题 | 发文字号 | 成文日期 |\n|---|---|---|\n| {TITLE} | 临民发〔2026〕5号 | 2026-03-01 |\n\n",
    ],
)
def test_names_and_values_in_cells_are_the_box(box: str) -> None:
    found = outlined(box + TEXT)
    made = found.title_block
    assert (made.title, made.doc_number, made.written_date) == (TITLE, "临民发〔2026〕5号", "2026-03-01")
    assert not any("文号" in piece.text for f in found.fragments for row in f.rows for piece in row)


@pytest.mark.parametrize(
    "table",
    [
        "单位\t联系人\t电话\n甲局\t王某\t123456\n",
        "来文字号\t川民〔2026〕3号\n拟办意见\t请阅\n",
    ],
)
def test_a_list_of_papers_or_another_form_stays_a_table(table: str) -> None:
    assert len(outlined(table + TEXT).fragments) == 1


@pytest.mark.parametrize("rule", ["| --- | --- | --- |", "|---|---|---|"])
def test_a_row_of_names_over_two_rows_lists_papers(rule: str) -> None:
    table = f"| 文件名称 | 发文字号 | 成文日期 |\n{rule}\n| 甲办法 | 临民发〔2020〕5号 | 2020-03-01 |\n| 乙办法 | 临民发〔2021〕6号 | 2021-03-01 |\n\n"
    assert len(outlined(table + TEXT).fragments) == 1


def test_below_a_sentence_stands_no_box() -> None:
    found = outlined(f"{TEXT}文号\t临民发〔2020〕5号\n成文日期\t2020-03-01\n来源\t民政局\n")
    assert len(found.fragments) == 1
