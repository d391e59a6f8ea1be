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
        (
            "落实好临政办发〔2025〕12号、临教函〔2025〕5号等文件",
            ["临政办发〔2025〕12号", "临教函〔2025〕5号"],
        ),
        ("认真贯彻临政办发〔2025〕12号", ["临政办发〔2025〕12号"]),
        ("市政府办公室临政办发〔2025〕12号", ["临政办发〔2025〕12号"]),
        ("甲市人民政府令〔1997〕29号", ["甲市人民政府令〔1997〕29号"]),
        ("国务院令第722号", ["国务院令第722号"]),
        # As printed: with 第, with a zero in front, with 令 behind.
        ("《廉租住房办法》（建设部〔2007〕第162号令）", ["建设部〔2007〕第162号令"]),
        ("教文[2001]03号文件", ["教文〔2001〕03号"]),
        ("根据工业和信息化部37号令", ["工业和信息化部37号令"]),
        ("按照国务院第722号令", ["国务院第722号令"]),
        ("财政部公告2019年第76号", ["财政部公告2019年第76号"]),
        ("经2019年7月30日国务院令第712号公布", ["国务院令第712号"]),
        ("国令第707号", ["国令第707号"]),
        # The agency code may be the name of a government, the brackets others.
        ("及甲市人民政府【2018】2号文件精神", ["甲市人民政府〔2018〕2号"]),
        ("甲市政府提出的2号方案", []),
        ("甲市人大常委会公告〔5届〕第73号", ["甲市人大常委会公告〔5届〕第73号"]),
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
        ("QB/T 1234-2019", "QB/T 1234-2019"),
        ("GBZ 188-2014", "GBZ 188-2014"),
        ("（建标143—2010）", "建标143—2010"),
        ("通过ISO 9001：2015认证", "ISO 9001：2015"),
        ("使用GB2312编码", None),
        ("MZ公司2018年", None),
    ],
)
def test_numbers_of_standards(text: str, number: str | None) -> None:
    found = STANDARD_NUMBER.search(text)
    assert (found[0] if found else None) == number
