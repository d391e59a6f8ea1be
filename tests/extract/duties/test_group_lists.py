"""A leading group as a list: everybody in it, with the office beside the name and the role of the label."""

from __future__ import annotations

import pytest

from pipeline import lexicons
from pipeline.extract.duties.group_lists import LEADERS, MEMBERS, people
from pipeline.extract.duties.leading_groups import leading_groups
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend

BLOCK = (
    "甲市人民政府办公室关于成立养老服务工作领导小组的通知\n甲政办发〔2026〕3号\n\n各县（市、区）人民政府：\n\n"
    "　　决定成立甲市养老服务工作领导小组。现将组成人员名单通知如下：\n\n"
)
Seat = tuple[object, object, object]


def seats(text: str) -> list[Seat]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", BLOCK + text)
    found = leading_groups(mend(outline(document)))
    return [(f.values["role"], f.values["agency_name"], f.values["office"]) for f in found]


WANTED: list[Seat] = [
    ("group_leader", "张三", "市委副书记、市长"),
    ("deputy_leader", "王小五", "副市长"),
    ("member", "钱七七", "市民政局局长"),
    ("member", "孙八", "市财政局局长"),
]


@pytest.mark.parametrize(
    "text",
    [
        "　　组　长：张　三　　市委副书记、市长\n　　副组长：王小五　　副市长\n　　成　员：钱七七　　市民政局局长\n　　　　　　孙　八　　市财政局局长\n",
        "组长：张三（市委副书记、市长）\n副组长：王小五（副市长）\n成员：钱七七（市民政局局长）、孙八（市财政局局长）\n",
        "组 长：市委副书记、市长 张三\n副 组 长：副市长 王小五\n成 员：市民政局局长 钱七七\n市财政局局长 孙八\n",
        "总指挥：张三 市委副书记、市长\n副总指挥：王小五副市长\n成员：钱七七市民政局局长\n孙八市财政局局长\n领导小组下设办公室\n",
        "组 长：\n张三（市委副书记、市长）\n副组长：\n王小五（副市长）\n成 员：\n钱七七（市民政局局长）\n孙八（市财政局局长）\n",
    ],
)
def test_everybody_is_named_with_the_office(text: str) -> None:
    assert seats(text) == WANTED


def test_thirty_names_one_a_line() -> None:
    names = [f"{a}{b}平" for a in "赵钱孙李周吴" for b in "一大小文武"]
    lines = "".join(f"　　　　{name}　　市第{i}中学校长\n" for i, name in enumerate(names))
    found = seats(
        f"　　组　长：张　三　　市长\n　　成　员：郑　重　　副市长\n{lines}　　二、工作职责\n　　做好工作。\n"
    )
    assert [name for _, name, _ in found] == ["张三", "郑重", *names]
    assert {role for role, _, _ in found[1:]} == {"member"}


@pytest.mark.parametrize("word", LEADERS)
def test_every_word_for_who_leads(word: str) -> None:
    text = f"{word}：张三\n副{word}：王小五\n成员：市民政局、市财政局等部门分管负责人\n"
    assert [role for role, _, _ in seats(text)] == ["group_leader", "deputy_leader", "member", "member"]


@pytest.mark.parametrize("word", MEMBERS)
def test_every_word_for_who_belongs_to_it(word: str) -> None:
    assert seats(f"组长：张三\n{word}：市民政局、市财政局\n")[1:] == [
        ("member", "市民政局", None),
        ("member", "市财政局", None),
    ]


@pytest.mark.parametrize(("word", "place"), lexicons.rows("offices"))
def test_every_word_of_offices(word: str, place: str) -> None:
    words, office = (
        ("张三　工会" + word, "工会" + word) if place == "end" else (f"张三{word}某主任", f"{word}某主任")
    )
    assert people(words) == [("张三", office)]


@pytest.mark.parametrize(
    "text",
    [
        "主任：张三\n\n甲市民政局\n2026年3月1日\n",
        "成员：市民政局、市财政局\n",
        "由主要领导任组长，分管领导任副组长。\n",
        "成立以校长为组长的工作小组，各单位主要领导要亲自抓。\n",
    ],
)
def test_no_group_and_nobody(text: str) -> None:
    assert seats(text) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("张三、李　四、王小五", ["张三", "李四", "王小五"]),
        ("张三　李四　王小五", ["张三", "李四", "王小五"]),
        ("张三（常务）、李　四", ["张三", "李四"]),
        ("张三、王小五（兼）、欧阳明", ["张三", "王小五", "欧阳明"]),
        ("张三（市长）、提高认识", []),
        ("买买提·艾力　市水利局局长", ["买买提·艾力"]),
        ("各县（市、区）人民政府主要负责人，市教育局分管负责人", ["各县（市、区）人民政府", "市教育局"]),
        ("办公室设在市民政局", []),
        ("领导小组下设办公室", []),
        ("认真落实各项任务", []),
    ],
)
def test_whom_a_line_names(words: str, found: list[str]) -> None:
    assert [name for name, _ in people(words)] == found
