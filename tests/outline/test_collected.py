"""Files that hold several notices, or the end of another text above the first."""

from __future__ import annotations

from pipeline.model import Document, Outline
from pipeline.outline import outline, split
from pipeline.outline.collected import beginnings


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


FIRST = """3. 甲省人民政府办公厅关于印发稳定经济增长一揽
子措施的通知（2023 年3 月4 日）

# Page 12:
甲政办〔2023〕9 号
各市人民政府，省直各部门：
《稳定经济增长一揽子措施》已经省政府同意，现印发给你们。
甲省人民政府办公厅
2023 年3 月4 日
一、加大支持力度。
"""
SECOND = """4. 乙市司法局关于印发
《便民服务措施》的通知
（2023 年5 月6 日）
乙司〔2023〕3 号
各县司法局：
现将《便民服务措施》印发给你们。
"""
THIRD = "5. 乙市优化环境行动工作方案\n（征求意见稿）（2023 年7 月1 日）\n为优化环境，制定本方案。\n"


def test_a_slice_of_a_collection_begins_below_the_end_of_another_text() -> None:
    made = outlined("展专项整治。\n" + FIRST)
    block = made.title_block
    assert block.title == "甲省人民政府办公厅关于印发稳定经济增长一揽子措施的通知"
    assert (block.doc_number, block.written_date, block.document_type) == (
        "甲政办〔2023〕9号",
        "2023-03-04",
        "通知",
    )
    assert [issue.kind for issue in made.issues if "notice" in issue.kind] == ["text_above_notice"]


def test_each_of_a_collection_is_a_notice() -> None:
    """A 方案 without 文号 and addressees too, where the others surely are notices."""
    parts = split(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", FIRST + SECOND + THIRD))
    assert [part.notice_id for part in parts][:2] == ["n", "n~乙司〔2023〕3号"]
    blocks = [outline(part).title_block for part in parts]
    assert [(block.title, block.written_date) for block in blocks[1:]] == [
        ("乙市司法局关于印发《便民服务措施》的通知", "2023-05-06"),
        ("乙市优化环境行动工作方案（征求意见稿）", "2023-07-01"),
    ]
    assert parts[1].text == SECOND and parts[2].text == THIRD
    assert [clause.number for clause in outline(parts[0]).clauses] == ["一、"]


def test_a_list_of_titles_begins_no_notices() -> None:
    text = (
        "某市人民政府关于废止部分文件的通知\n各单位：\n废止下列文件：\n"
        "1. 某市人民政府关于加强甲工作的通知（2010年5月1日）\n2. 某市人民政府关于加强乙工作的通知（2011年5月1日）\n"
        "本通知自印发之日起施行。\n"
    )
    made = outlined(text)
    assert beginnings(made.passages) == ()
    assert made.title_block.title == "某市人民政府关于废止部分文件的通知"
