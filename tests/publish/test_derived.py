"""Columns that follow from others: what an amount is counted by, one id for one indicator, what is said twice."""

from __future__ import annotations

import pytest

from pipeline.language.indicators import plain_name
from pipeline.publish.derived import derive, mark_repeats
from pipeline.publish.schema import schemas

PER = {
    ("人", "monthly"): "人/月",
    ("每人每月", "monthly"): "人/月",
    ("每个村", None): "个村",
    (None, "yearly"): "年",
    (None, "once"): None,
    (None, None): None,
}


@pytest.mark.parametrize("said", PER, ids=str)
def test_what_an_amount_is_counted_by(said: tuple[str | None, str | None]) -> None:
    row = derive(schemas()["funding"], {"per": said[0], "frequency": said[1]})
    assert row["per_unit"] == PER[said]


ONE = (
    ("全区养老床位", "养老床位"),
    ("建成养老床位", "养老床位"),
    ("江津区养老 床位", "养老床位"),
    ("“养老床位”", "养老床位"),
)
TWO = (("新建床位", "床位"), ("年均培训人数", "培训人数"), ("建设用地面积", "用地面积"), ("新增就业", "就业"))


def _id(name: str) -> object:
    return derive(schemas()["targets"], {"indicator": name}, ("江津区", "重庆市"))["indicator_id"]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_indicator_has_one_id(one: str, other: str) -> None:
    assert _id(one) == _id(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_another_figure_has_another_id(one: str, other: str) -> None:
    assert _id(one) != _id(other)


def test_an_id_is_of_the_name_and_not_of_the_unit() -> None:
    rows = [
        derive(schemas()["targets"], {"indicator": "保障性住房", "value": 3.0, "unit": unit})
        for unit in ("万套", "万平方米")
    ]
    assert rows[0]["indicator_id"] == rows[1]["indicator_id"]
    assert [row["unit_base"] for row in rows] == ["套", "平方米"]


def test_a_name_is_never_used_up() -> None:
    assert plain_name("全区") == "全区"
    assert plain_name("达到") == "达到"


def _target(**said: object) -> dict[str, object]:
    row = {
        "fact_id": f"{len(said)}{said}",
        "kind": "target",
        "indicator": "养老床位",
        "value": 30.0,
        "unit": "张",
    }
    row |= {"clause_id": "一", **said}
    return row | derive(schemas()["targets"], row)


def _facts(**rows: list[dict[str, object]]) -> dict[str, list[dict[str, object]]]:
    return {
        name: rows.get(name, []) for name in ("targets", "tasks", "funding", "deadlines", "responsibilities")
    }


def test_a_target_that_an_annex_says_again() -> None:
    first, again = _target(), _target(clause_id="附件1/一")
    mark_repeats(_facts(targets=[first, again]), "", {})
    assert again["repeats"] == first["fact_id"]
    assert "repeats" not in first


OTHERS = (
    {"value": 31.0},
    {"deadline_date": "2025-12-31"},
    {"row_label": "甲镇"},
    {"per": "村"},
    {"indicator": "托位"},
)


@pytest.mark.parametrize("other", OTHERS, ids=str)
def test_another_value_day_row_or_name_is_no_repeat(other: dict[str, object]) -> None:
    rows = [_target(), _target(clause_id="附件1/一", **other)]
    mark_repeats(_facts(targets=rows), "", {})
    assert not any("repeats" in row for row in rows)


def test_two_of_one_sentence_are_two() -> None:
    """各建1所甲、1所甲: what one point says twice it means twice."""
    rows = [_target(), _target()]
    mark_repeats(_facts(targets=rows), "", {})
    assert not any("repeats" in row for row in rows)


def test_a_short_title_is_no_evidence() -> None:
    tasks = [{"fact_id": str(n), "title": "加强组织领导", "clause_id": str(n)} for n in range(2)]
    mark_repeats(_facts(tasks=tasks), "", {})
    assert not any("repeats" in row for row in tasks)


GRANT = "市财政统筹安排养老服务资金600万元，用于设施改造。"
SHORT = "给予20万元资助。"


def _grants(*sentences: str, amount: str) -> tuple[list[dict[str, object]], str]:
    """A grant of each sentence, each in a point of its own."""
    rows: list[dict[str, object]] = []
    text = ""
    for n, sentence in enumerate(sentences):
        start = len(text) + sentence.index(amount)
        text += sentence
        rows.append({"fact_id": str(n), "clause_id": str(n), "amount": amount, "unit": "万元", "char_start": start, "char_end": start + len(amount)})  # fmt: skip
    return rows, text


SENTENCES = {
    (GRANT, GRANT): [None, "0"],
    (GRANT, GRANT.replace("设施改造", "人才培养")): [None, None],
    (SHORT, SHORT): [None, None],
}


@pytest.mark.parametrize("said", SENTENCES, ids=str)
def test_a_grant_is_told_by_its_sentence(said: tuple[str, str]) -> None:
    """给予20万元资助 stands in many points, of as many grants."""
    rows, text = _grants(*said, amount="600" if "600" in said[0] else "20")
    mark_repeats(_facts(funding=rows), text, {})
    assert [row.get("repeats") for row in rows] == SENTENCES[said]


YEAR = "2024年度，资金投入60万元。"
UNDER = {
    ("资金预算", "经费保障"): [None, "0"],
    ("六、资金来源", "加强资金保障"): [None, "0"],
    # What else stands under other headings may be another sum of that year.
    ("道路建设", "学校建设"): [None, None],
    ("资金预算", "学校建设"): [None, None],
}


@pytest.mark.parametrize("headings", UNDER, ids=str)
def test_the_sum_of_a_year_is_told_by_it_where_money_is_spoken_of(headings: tuple[str, str]) -> None:
    rows, text = _grants(YEAR, YEAR, amount="60")
    for row in rows:
        row["amount_kind"] = "total"
    mark_repeats(_facts(funding=rows), text, dict(zip("01", headings, strict=True)))
    assert [row.get("repeats") for row in rows] == UNDER[headings]


def test_another_year_is_another_sum() -> None:
    rows, text = _grants(YEAR, YEAR.replace("2024", "2025"), amount="60")
    for row in rows:
        row["amount_kind"] = "total"
    mark_repeats(_facts(funding=rows), text, {"0": "资金预算", "1": "经费保障"})
    assert not any(row.get("repeats") for row in rows)


def test_what_belongs_to_a_task_said_again_is_said_again_with_it() -> None:
    tasks: list[dict[str, object]] = [
        {"fact_id": one, "title": "推进社区食堂全面覆盖工程", "clause_id": one} for one in ("a", "b")
    ]
    of_it = {"agency_name": "市民政局", "role": "lead", "kind": "assignment"}
    duties: list[dict[str, object]] = [
        {"fact_id": f"{one}1", "task_id": one, "clause_id": one, **of_it} for one in ("a", "b")
    ]
    other = {**duties[1], "fact_id": "b2", "agency_name": "市财政局"}
    mark_repeats(_facts(tasks=tasks, responsibilities=[*duties, other]), "", {})
    assert [row.get("repeats") for row in (*tasks, *duties, other)] == [None, "a", None, "a1", None]
