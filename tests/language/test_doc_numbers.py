"""文号 one by one, in rows, of orders and of standards."""

from __future__ import annotations

import pytest

from pipeline.language.cited_numbers import STANDARD_NUMBER, numbers_in
from pipeline.language.doc_numbers import line_to_number


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
        ("现将临教综〔2026〕24号文转发给你们", ["临教综〔2026〕24号"]),
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
        # Several bodies have one number; 由甲局落实、 says another thing.
        ("按照财政部、税务总局公告2023年第5号执行", ["财政部、税务总局公告2023年第5号"]),
        ("按省财政厅 省税务局公告2022年第1号", ["省财政厅省税务局公告2022年第1号"]),
        ("按照财政部、税务总局等六部门公告2026年第7号", ["财政部、税务总局等六部门公告2026年第7号"]),
        ("由市财政局落实、海关总署公告2022年第5号要求", ["海关总署公告2022年第5号"]),
        ("公安部令第154号、交通运输部令2022年第5号", ["公安部令第154号", "交通运输部令2022年第5号"]),
        ("按照国家税务总局2022年第5号公告申报", ["国家税务总局2022年第5号公告"]),
        ("经讨论，2022年第5号公告如下", []),
        # Till the nineties a year had two digits.
        ("根据内政发（89）12号文件", ["内政发（89）12号"]),
        ("按照国发〔86〕5号执行", ["国发〔86〕5号"]),
        ("见教高字〔83〕012号", ["教高字〔83〕012号"]),
        ("位于表（89）12号楼", []),
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


@pytest.mark.parametrize(
    ("line", "text", "year"),
    [
        ("((78)交公路字412号)", "〔78〕交公路字412号", 1978),
        ("（83）教高字第12号", "〔83〕教高字第12号", 1983),
        ("〔92〕国科发火字395号", "〔92〕国科发火字395号", 1992),
        ("内政发（89）12号", "内政发〔89〕12号", 1989),
        ("国发[86]5号", "国发〔86〕5号", 1986),
        ("（临政发（2010）5号）", "临政发〔2010〕5号", 2010),
        ("(临政办发(2012)第15号)", "临政办发〔2012〕第15号", 2012),
        ("（中国（甲省）试验区管委会公告2020年第3号）", "中国（甲省）试验区管委会公告2020年第3号", 2020),
        ("(临政发〔2010〕5号", "临政发〔2010〕5号", 2010),
    ],
)
def test_a_line_with_brackets_in_brackets_and_years_of_two_digits(line: str, text: str, year: int) -> None:
    number = line_to_number(line)
    assert number is not None and (number.text, number.year) == (text, year)


@pytest.mark.parametrize("line", ["某小区（89）12号", "教学（85）5号", "（一）甲（乙）号"])
def test_a_line_without_a_code_is_no_number(line: str) -> None:
    assert line_to_number(line) is None
