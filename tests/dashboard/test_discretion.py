"""What concerns private persons is left out; what merely looks like it stays."""

from __future__ import annotations

import pytest

from pipeline.dashboard.discretion import discreet, personal_columns, persons_of


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("联系人：李明；电话：023-47521234。", "联系人：〔略〕；电话：〔略〕。"),
        ("联系人：王小红，手机13812345678", "联系人：〔略〕，手机〔略〕"),
        ("经办人：欧阳建国 010-65281234转12", "经办人：〔略〕 〔略〕"),
        ("联系人：张三、李四，联系电话：68123456", "联系人：〔略〕，联系电话：〔略〕"),
        ("姓名：刘芳\n身份证号：110101199003071234", "姓名：〔略〕\n身份证号：〔略〕"),
        ("填报人（签字）：周伟，传真0591—87654321", "填报人（签字）：〔略〕，传真〔略〕"),
        ("材料报送至yanglao@mail.example.gov.cn，电话：400-810-1234", "材料报送至〔略〕，电话：〔略〕"),
        ("电话：（0991）2812345", "电话：〔略〕"),
        ("咨询电话：010-68104411、68104422。", "咨询电话：〔略〕。"),
        ("联系人及电话：赵敏 139-1234-5678", "联系人及电话：〔略〕 〔略〕"),
    ],
)
def test_left_out(words: str, left: str) -> None:
    assert discreet(words) == left


@pytest.mark.parametrize(
    "words",
    [
        "到2025年，新增养老床位13800张",
        "安排资金13812345678元",
        "江津府办发〔2021〕78号",
        "拨打12345政务服务便民热线",
        "责任人：区民政局局长",
        "建立联系人制度，明确联络员职责",
        "统一社会信用代码91500116MA5U12345X",
        "项目编号2021500116000123",
        "总投资1234567.89万元",
        "2021年12月31日前完成",
    ],
)
def test_stays(words: str) -> None:
    assert discreet(words) == words


def test_columns_of_persons_are_known_by_their_heading() -> None:
    assert {"姓名", "联系人", "责任人", "联系电话", "电话"} <= personal_columns()


def test_names_known_from_columns_are_left_out_wherever_they_stand_alone() -> None:
    persons = persons_of(["李明", "王芳、赵小刚", "办公室负责同志", "—"])
    assert persons == {"李明", "王芳", "赵小刚"}
    assert discreet("3 李明 第三中学 一等奖", persons) == "3 〔略〕 第三中学 一等奖"
    assert discreet("第一中学/王芳", persons) == "第一中学/〔略〕"
    assert discreet("李明珠街道", persons) == "李明珠街道"


@pytest.mark.parametrize("key", ["ba9347a13812345678b", "8ffb535a4008101234f5", "f3ea1d0231234567890"])
def test_hashes_are_no_telephones(key: str) -> None:
    assert discreet(key) == key
