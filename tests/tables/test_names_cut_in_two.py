"""Of a name cut in two, the half that stands alone goes to the row that many whole names tell; else nothing is joined."""

from __future__ import annotations

import pytest
from drawing import drawn

from pipeline.tables import Whole, mend_fragment

SCHOOLS = [
    "东坝小学",
    "西坝小学",
    "南坝中学",
    "北坝中学",
    "柳沟小学",
    "石桥小学",
    "高店中学",
    "大湾小学",
    "白塔中学",
    "青山小学",
    "云台小学",
    "双河中学",
]
TOWNS = [
    "东坝镇",
    "西坝镇",
    "南坝乡",
    "北坝乡",
    "柳沟镇",
    "石桥镇",
    "高店乡",
    "大湾镇",
    "白塔乡",
    "青山镇",
    "云台街道",
    "双河街道",
    "新民街道",
]


def plan(names: list[str], halves: list[str], serial: bool) -> Whole:
    """Twelve rows of names and figures, the halves among them, and their sum."""
    rows, figures = list[str](), 0
    for n, name in enumerate([*names[:6], *halves, *names[6:]]):
        alone = name.endswith("|")
        figures += not alone
        cells = f"{name.rstrip('|')} |  |  " if alone else f"{name} | {n + 3} | {2 * n + 1}"
        rows.append(f"| {'' if alone else figures} | {cells} |" if serial else f"| {cells} |")
    added = [
        (n + 3, 2 * n + 1)
        for n, name in enumerate([*names[:6], *halves, *names[6:]])
        if not name.endswith("|")
    ]
    sums = " | ".join(str(sum(column)) for column in zip(*added, strict=True))
    head, total = ("| 序号 | 名称 |", "| 合计 |  |") if serial else ("| 名称 |", "| 合计 |")
    picture = "\n".join([f"{head} 床位 | 公厕 |", *rows, f"{total} {sums} |"])
    return mend_fragment(drawn(picture))


JOINED = [
    (SCHOOLS, ["马湾", "小学|"], "马湾小学"),
    (SCHOOLS, ["马湾中", "学|"], "马湾中学"),
    (SCHOOLS, ["马", "湾小学|"], "马湾小学"),
    (SCHOOLS, ["马湾|", "小学"], "马湾小学"),
    (SCHOOLS, ["马|", "湾小学"], "马湾小学"),
    (TOWNS, ["马湾|", "街道"], "马湾街道"),
    (TOWNS, ["马湾街", "道|"], "马湾街道"),
    (TOWNS, ["马|", "湾镇"], "马湾镇"),
]


@pytest.mark.parametrize("serial", [True, False])
@pytest.mark.parametrize(("names", "halves", "name"), JOINED)
def test_a_half_goes_to_the_row_of_its_name(
    names: list[str], halves: list[str], name: str, serial: bool
) -> None:
    whole = plan(names, halves, serial)
    assert whole.table is not None
    texts = {cell.text for cell in whole.table.cells}
    assert {*names, name} <= texts
    assert texts.isdisjoint(half.rstrip("|") for half in halves)
    assert whole.table.status == "consistent"


APART = [
    (SCHOOLS, ["马湾|", "凤湾小学"]),  # a whole name below, and one above
    (SCHOOLS, ["马湾学校|", "小学"]),  # together longer than any name
    (TOWNS, ["马湾镇|", "凤湾镇"]),  # a town that plans nothing
    (SCHOOLS, ["市一中", "小学|"]),  # a school, and the group below it
    (SCHOOLS, ["县二中", "马湾学|"]),
    (SCHOOLS, ["马湾|", "三中"]),
    (SCHOOLS, ["城区|", "小学"]),  # the place of the rows below
]


@pytest.mark.parametrize("serial", [True, False])
@pytest.mark.parametrize(("names", "halves"), APART)
def test_words_that_make_no_name_stand_as_printed(names: list[str], halves: list[str], serial: bool) -> None:
    whole = plan(names, halves, serial)
    assert whole.table is not None
    assert {half.rstrip("|") for half in (*names, *halves)} <= {cell.text for cell in whole.table.cells}
    assert not any(repair.kind == "split_row" for repair in whole.repairs)


def test_few_names_tell_of_no_half() -> None:
    whole = plan(SCHOOLS[:3], ["马湾|", "小学"], serial=False)
    assert "half_of_name" not in {repair.evidence.key for repair in whole.repairs}


@pytest.mark.parametrize("serial", [True, False])
@pytest.mark.parametrize("words", ["小学|", "其他学校|"])
def test_words_alone_of_several_rows_prove_nothing(words: str, serial: bool) -> None:
    """They may name the group of the rows below."""
    whole = plan(SCHOOLS, ["市一中", words], serial)
    assert whole.table is not None and whole.table.status != "certified"


def test_other_towns_without_figures_prove_nothing() -> None:
    for words, status in (("其他镇|", "consistent"), ("马湾镇|", "certified")):
        whole = plan(TOWNS, [words], serial=False)
        assert whole.table is not None and whole.table.status == status
