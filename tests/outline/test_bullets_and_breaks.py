"""The marks of a list before its points, and lines that a program broke by the number of their characters."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline

HEAD = "某市人民政府关于推进养老服务的通知\n某政发〔2024〕20号\n各区人民政府：\n"


def outlined(body: str, kind: str = "text/plain") -> Outline:
    return outline(Document("n", "n.txt", "", kind, "utf-8", HEAD + body + "\n"))


@pytest.mark.parametrize("kind", ["text/plain", "text/markdown"])
@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "- **", "■ "])
def test_the_mark_of_a_list_is_no_part_of_its_points(mark: str, kind: str) -> None:
    stars = "**" if "**" in mark else ""
    made = outlined(f"一、任务\n{mark}1.{stars}新建驿站20座。\n{mark}2.{stars}2027年新建书屋5个。", kind)
    assert [(clause.number, clause.heading) for clause in made.clauses][1:] == [
        ("1.", "新建驿站20座"),
        ("2.", "2027年新建书屋5个"),
    ]


@pytest.mark.parametrize("line", ["- 新建驿站20座。", "• 新建驿站20座。"])
def test_nor_of_its_sentences(line: str) -> None:
    assert outlined(line).passages[-1].text == "新建驿站20座。"


def test_a_number_of_a_page_is_no_point_of_a_list() -> None:
    assert [p.role for p in outlined("新建驿站20座。\n- 3 -\n新建书屋5个。").passages][-3:] == [
        "body",
        "furniture",
        "body",
    ]


def test_lines_broken_by_the_number_of_characters_go_on() -> None:
    filler = (
        "各级各部门要建立健全工作机制，统筹推进各项任务落地见效，营造良好氛围，定期通报进展，加强督导。" * 2
    )
    said = "农村生活污水集中收集率2028年力争达到75%或较2025年提高5个百分点"
    lines = [one[at : at + 28] for one in [filler] * 8 + [said] for at in range(0, len(one), 28)]
    assert outlined("\n".join(lines)).passages[-1].text == said


def test_what_counts_is_no_heading() -> None:
    made = outlined("培育企业150家、孵化“小巨人”\n— 9 —\n企业10家、单项冠军3个。")
    said = [passage.text for passage in made.passages if passage.role == "body"]
    assert said[-1] == "培育企业150家、孵化“小巨人”企业10家、单项冠军3个。"
