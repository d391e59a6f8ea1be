"""文号 one by one, in rows, of orders and of standards."""

from __future__ import annotations

import pytest

from pipeline.language.cited_numbers import STANDARD_NUMBER, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("按民发〔2026〕52、53号办理", ["民发〔2026〕52号", "民发〔2026〕53号"]),
        ("江教体[2025]7号、9号文件", ["江教体〔2025〕7号", "江教体〔2025〕9号"]),
        (
            "浙政办发〔2021〕12、15和18号",
            ["浙政办发〔2021〕12号", "浙政办发〔2021〕15号", "浙政办发〔2021〕18号"],
        ),
        ("根据银发[2015]305号和银发[2016]26号", ["银发〔2015〕305号", "银发〔2016〕26号"]),
        ("已落实民发〔2026〕52号", ["民发〔2026〕52号"]),
        ("见文件财税[2015]122号", ["财税〔2015〕122号"]),
        ("民发〔2026〕52号、7号楼", ["民发〔2026〕52号"]),
        ("国务院令第722号", ["国务院令第722号"]),
        ("根据工业和信息化部37号令", ["工业和信息化部37号令"]),
        ("按照国务院第722号令", ["国务院第722号令"]),
        ("财政部公告2019年第76号", ["财政部公告2019年第76号"]),
        ("经2019年7月30日国务院令第712号公布", ["国务院令第712号"]),
        ("第3次会议通过，现公告如下", []),
    ],
)
def test_every_number_of_a_text(text: str, numbers: list[str]) -> None:
    found = list(numbers_in(text))
    assert [n.number for n in found] == numbers
    assert all(text[n.start : n.end] for n in found)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("符合GB/T 29353—2012要求", "GB/T 29353—2012"),
        ("（JGJ450-2018）", "JGJ450-2018"),
        ("DB31/T 1234-2020", "DB31/T 1234-2020"),
        ("T/CNS 12-2021", "T/CNS 12-2021"),
        ("GB 50016—2014", "GB 50016—2014"),
        ("使用GB2312编码", None),
        ("MZ公司2018年", None),
    ],
)
def test_numbers_of_standards(text: str, number: str | None) -> None:
    found = STANDARD_NUMBER.search(text)
    assert (found[0] if found else None) == number
