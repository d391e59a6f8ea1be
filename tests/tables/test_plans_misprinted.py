"""Plans with figures printed or recognised otherwise: what their sums tell is written, what they do not stands as printed."""

from __future__ import annotations

import pytest
from drawing import draw, drawn, tidy

from pipeline.tables import mend_fragment

WRITTEN = {
    "a ring for a nought behind the mark of thousands": (
        """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 12,450 | 3 |
        | 西镇 | 1，〇78 | 4 |
        | 南镇 | 9,003 | 2 |
        | 合计 | 22,531 | 9 |
        """,
        {"1，〇78": "1，078"},
    ),
    "a letter in the sum, beside others that are right": (
        """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 128 | 3 |
        | 西镇 | 9Z | 4 |
        | 南镇 | 102 | 2 |
        | 合计 | 3Z2 | 9 |
        """,
        {"9Z": "92", "3Z2": "322"},
    ),
    "S beside other letters": (
        """
        | 镇街 | 公里 | 座数 |
        | 东镇 | 4S.l | 3 |
        | 西镇 | 12.4 | 4 |
        | 南镇 | SO.2 | 2 |
        | 合计 | 107.7 | 9 |
        """,
        {"4S.l": "45.1", "SO.2": "50.2"},
    ),
    "points lost in several figures of a column": (
        """
        | 镇街 | 公里 | 座数 |
        | 东镇 | 451 | 3 |
        | 西镇 | 12.4 | 4 |
        | 南镇 | 502 | 2 |
        | 北镇 | 20.3 | 2 |
        | 合计 | 128.0 | 11 |
        """,
        {"451": "45.1", "502": "50.2"},
    ),
    "points lost in figures and in their sum": (
        """
        | 镇街 | 公里 | 座数 |
        | 东镇 | 451 | 3 |
        | 西镇 | 12.4 | 4 |
        | 南镇 | 7.3 | 2 |
        | 北镇 | 20.3 | 2 |
        | 合计 | 851 | 11 |
        """,
        {"451": "45.1", "851": "85.1"},
    ),
    "marks of lists for those of thousands": (
        """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 12、450 | 3 |
        | 西镇 | 1、078 | 4 |
        | 南镇 | 903 | 2 |
        | 合计 | 14、431 | 9 |
        """,
        {"12、450": "12450", "1、078": "1078", "14、431": "14431"},
    ),
    "points for marks of thousands, and no point lost in a smaller figure": (
        """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 12.450 | 3 |
        | 西镇 | 1.078 | 4 |
        | 南镇 | 903 | 2 |
        | 北镇 | 2.001 | 2 |
        | 合计 | 16.432 | 11 |
        """,
        {"12.450": "12450", "1.078": "1078", "2.001": "2001", "16.432": "16432"},
    ),
    "one lost point of a sum, and not three marks for thousands": (
        """
        | 镇街 | 长度（公里） | 座数 |
        | 东镇 | 2.104 | 3 |
        | 西镇 | 1.305 | 4 |
        | 南镇 | 4.200 | 2 |
        | 合计 | 7609 | 9 |
        """,
        {"7609": "7.609"},
    ),
    "one point for a mark of thousands, and not two lost": (
        """
        | 镇街 | 长度 | 座数 |
        | 东镇 | 2.104 | 3 |
        | 西镇 | 1305 | 4 |
        | 合计 | 3409 | 7 |
        """,
        {"2.104": "2104"},
    ),
    "a fraction behind marks of lists": (
        """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 12、450.5 | 3 |
        | 西镇 | 1、078.2 | 4 |
        | 合计 | 13、528.7 | 7 |
        """,
        {"12、450.5": "12450.5", "1、078.2": "1078.2", "13、528.7": "13528.7"},
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_alone_makes_the_sums_come_out_is_written(name: str) -> None:
    picture, written = WRITTEN[name]
    whole = mend_fragment(drawn(picture))
    expected = tidy(picture)
    for before, after in written.items():
        expected = expected.replace(f"| {before} |", f"| {after} |")
    assert draw(whole.table) == expected
    assert {(r.before, r.after, r.certainty) for r in whole.repairs} == {
        (before, after, "probable") for before, after in written.items()
    }


AS_PRINTED = {
    "figures of which some have no fraction, and a sum that does not come out": """
        | 镇街 | 公里 | 座数 |
        | 东镇 | 451 | 3 |
        | 西镇 | 12.4 | 4 |
        | 南镇 | 502 | 2 |
        | 北镇 | 20.3 | 2 |
        | 西郊 | 7.5 | 2 |
        | 合计 | 131.0 | 13 |
        """,
    "three figures behind each point, whose sums come out as they stand": """
        | 镇街 | 公顷 | 座数 |
        | 东镇 | 12.450 | 3 |
        | 西镇 | 1.078 | 4 |
        | 合计 | 13.528 | 7 |
        """,
    "thousands for which no sum speaks": """
        | 镇街 | 亩数 | 座数 |
        | 东镇 | 12、450 | 3 |
        | 西镇 | 1、078 | 4 |
        | 合计 | 14、000 | 7 |
        """,
}


UNCLEAR = {
    "as many lost points as marks of thousands": (
        """
        | 镇街 | 长度 | 座数 |
        | 东镇 | 2.104 | 3 |
        | 西镇 | 1.305 | 4 |
        | 南镇 | 4.200 | 2 |
        | 北镇 | 6100 | 2 |
        | 中镇 | 3200 | 2 |
        | 合计 | 16909 | 13 |
        """,
        ["2.104", "1.305", "4.200"],
    ),
    "fewer lost points, which too few others tell": (
        """
        | 镇街 | 长度 | 座数 |
        | 东镇 | 2.104 | 3 |
        | 西镇 | 1.305 | 4 |
        | 合计 | 3409 | 7 |
        """,
        ["2.104", "1.305"],
    ),
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_marks_that_may_be_points_stand_as_printed_with_an_issue(name: str) -> None:
    picture, unclear = UNCLEAR[name]
    whole = mend_fragment(drawn(picture))
    assert draw(whole.table) == tidy(picture)
    assert not whole.repairs
    said = [issue for issue in whole.issues if issue.message.key == "point_unclear"]
    assert [dict(issue.message.fields)["printed"] for issue in said] == unclear


@pytest.mark.parametrize("name", AS_PRINTED)
def test_what_no_sum_tells_stands_as_printed(name: str) -> None:
    whole = mend_fragment(drawn(AS_PRINTED[name]))
    assert draw(whole.table) == tidy(AS_PRINTED[name])
    assert not whole.repairs


@pytest.mark.parametrize("name", [n for n in WRITTEN if "thousands" in n or "points" in n])
def test_a_figure_written_otherwise_is_not_proved(name: str) -> None:
    table = mend_fragment(drawn(WRITTEN[name][0])).table
    assert table is not None
    assert table.status == ("certified" if "ring" in name else "consistent")


RATES = """
    | 镇街 | 床位 | 参保率{unit} |
    | 东镇 | 12 | 95.1{sign} |
    | 西镇 | 8 | {lost} |
    | 南镇 | 10 | 90.6{sign} |
    | 北镇 | 9 | 96.8{sign} |
    | 合计 | 39 | 93.2{sign} |
    """


@pytest.mark.parametrize(("sign", "lost"), [("%", "71.8"), ("‰", "7.18"), ("%", "71.800"), ("％", "100")])
def test_a_share_without_its_sign_is_an_issue(sign: str, lost: str) -> None:
    whole = mend_fragment(drawn(RATES.format(unit="", sign=sign, lost=lost)))
    assert [(issue.kind, issue.message.key) for issue in whole.issues] == [("undecided_digit", "sign_lost")]
    assert lost in str(whole.issues[0].message)


@pytest.mark.parametrize(
    ("unit", "sign", "lost"),
    [("（%）", "", "71.8"), ("", "%", "0"), ("", "", "71.8"), ("", "%", "—"), ("", "%", "71.8%")],
)
def test_what_needs_no_sign_is_none(unit: str, sign: str, lost: str) -> None:
    assert not mend_fragment(drawn(RATES.format(unit=unit, sign=sign, lost=lost))).issues


def test_figures_of_several_kinds_are_no_shares() -> None:
    rows = "| 指标 | 2027年 |\n| 参保率 | 95.1% |\n| 床位 | 300 |\n| 入学率 | 99.1% |\n| 绿化率 | 38.5% |\n| 公厕 | 20 |\n| 普及率 | 88% |\n"
    assert not mend_fragment(drawn(rows)).issues


@pytest.mark.parametrize("nil", ["无", "—", "/"])
def test_what_says_none_among_figures_is_no_word(nil: str) -> None:
    rows = f"| 片区 | 镇街 | 路灯 | 步道 | 广场 |\n| 东片 | 丁家镇 | 2 | 14 | 3 |\n|  | 王家镇 | {nil} | {nil} | 5 |\n|  | 赵家镇 | 6 |  | {nil} |\n| 西片 | 李家镇 | {nil} | 21 | 1 |\n| 合计 |  | 8 | 35 | 9 |\n"
    table = mend_fragment(drawn(rows)).table
    assert table is not None
    assert table.status == "certified"
    assert draw(table).splitlines()[2] == f'| " | 王家镇 | {nil} | {nil} | 5 |'
