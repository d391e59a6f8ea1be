"""Files that come together: which are notices of their own, and whose annexes the others are."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.read.grouping import grouped
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.several import join_parts
from pipeline.read.zip import read_zip


def notice(organ: str, title: str, number: str) -> str:
    return f"{organ}关于{title}的通知\n{number}\n各区人民政府：\n　　现将有关事项通知如下。\n{organ}\n2023年3月1日\n"


FIRST = notice("甲市人民政府", "印发甲市养老服务方案", "甲政发〔2023〕5号")
SECOND = notice("甲市民政局", "印发甲市托育服务方案", "甲民发〔2023〕8号")
FORWARD = notice("甲市人民政府", "转发甲市民政局关于印发甲市托育服务方案的通知", "甲政发〔2023〕9号").replace(
    "关于转发", "转发"
)
PLAN, OTHER = "甲市养老服务方案\n一、总体要求\n", "甲市托育服务方案\n一、总体要求\n"


def names(**files: str) -> list[list[str]]:
    read = [(name, Parts(text, "text/plain")) for name, text in sorted(files.items())]
    return [[main[0], *(annex[0] for annex in annexes)] for main, annexes in grouped(read)]


TOGETHER: dict[str, tuple[dict[str, str], list[list[str]]]] = {
    "a notice and its plan": ({"a": PLAN, "b": FIRST}, [["b", "a"]]),
    "plans that the notices name": ({"1": FIRST, "2": OTHER, "3": SECOND, "4": PLAN}, [["1", "4"], ["3", "2"]]),
    "annexes in folders": (
        {"x/a": FIRST, "x/附件": "表一\n", "y/a": SECOND, "y/附件": "表二\n"},
        [["x/a", "x/附件"], ["y/a", "y/附件"]],
    ),
    "annexes behind their notices": (
        {"1a": FIRST, "1b附件": "表一\n", "2a": SECOND, "2b附件": "表二\n"},
        [["1a", "1b附件"], ["2a", "2b附件"]],
    ),
    "an annex that one list names": (
        {"0名单": "表一\n", "1": FIRST, "2": SECOND + "附件：1.名单\n"},
        [["1"], ["2", "0名单"]],
    ),
    "what a notice forwards": ({"a": SECOND, "b": FORWARD}, [["b", "a"]]),
    "one notice twice": ({"a": FIRST, "b": FIRST + "略\n"}, [["b", "a"]]),
    "an annex with a title block": ({"a": FIRST, "附件1": SECOND}, [["a", "附件1"]]),
}  # fmt: skip


@pytest.mark.parametrize("kind", TOGETHER)
def test_notices_and_their_annexes(kind: str) -> None:
    files, want = TOGETHER[kind]
    assert names(**files) == want


def test_the_text_of_each_notice_begins_where_it_is_said() -> None:
    files = (("1", FIRST), ("2", PLAN), ("3", SECOND), ("4", OTHER))
    made = join_parts([(name, Parts(text, "text/plain")) for name, text in files])
    (start,) = made.starts
    assert made.text[:start] == f"{FIRST}附件\n{PLAN}"
    assert made.text[start:] == f"{SECOND}附件\n{OTHER}"


def test_the_same_words_again_are_not_read_again_and_that_is_said() -> None:
    made = join_parts(
        [("a.docx", Parts(FIRST.replace("\n", "\n\n"), "x")), ("a.txt", Parts(FIRST, "text/plain"))]
    )
    assert made.text.count("甲政发〔2023〕5号") == 1
    assert [issue.message.en[:32] for issue in made.issues] == ["a.txt has the same words as anot"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["通知.txt", "a/通知.txt", "通知"])
def test_members_of_one_name_are_both_read(name: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, FIRST)
        archive.writestr(name, SECOND)
    made = read_zip(content.getvalue(), "x.zip", Limits())
    assert made.text == FIRST + SECOND and made.starts == (len(FIRST),)
