"""Aims that points say again under longer names count once; what only looks like them counts."""

from __future__ import annotations

import pytest

from pipeline.publish.derived import derive, mark_repeats
from pipeline.publish.schema import schemas

Target = dict[str, object]
HEADINGS = {
    "二": "主要目标",
    "二/（一）": "到2027年",
    "三": "重点任务",
    "三/（一）": "完善设施",
    "三/（二）": "提升服务",
}


def target(point: str, indicator: str, value: float, unit: str, **said: object) -> Target:
    row: Target = {
        "fact_id": f"{point} {indicator}",
        "kind": "target",
        "clause_id": point,
        "indicator": indicator,
    }
    row |= {"value": value, "unit": unit, "deadline_date": "2027-12-31", **said}
    return row | derive(schemas()["targets"], row)


def again(*targets: Target) -> list[object]:
    """Of each target the one it says again."""
    facts = {name: [] for name in ("tasks", "funding", "deadlines", "responsibilities")} | {
        "targets": list(targets)
    }
    mark_repeats(facts, "", HEADINGS)
    return [row.get("repeats") for row in targets]


AGAIN = {
    "more words": (("社区食堂", 40, "家"), ("面积80平方米以上的社区食堂", 40, "家")),
    "a share": (("服务覆盖率", 85, "%"), ("城乡公交一体化服务覆盖率", 85, "%")),
    "another province": (("牦牛良种繁育基地", 12, "个"), ("标准化牦牛良种繁育基地", 12, "个")),
    "with a verb": (("养老护理员", 1200, "人次"), ("实现持证养老护理员", 1200, "人次")),
}  # fmt: skip


@pytest.mark.parametrize("case", AGAIN)
@pytest.mark.parametrize("aims", ["二", "二/（一）"])
def test_a_point_says_an_aim_again(case: str, aims: str) -> None:
    aim, row = (target(where, *said) for where, said in zip((aims, "三/（一）"), AGAIN[case], strict=True))
    assert again(aim, row) == [None, aim["fact_id"]]


def test_what_says_it_again_need_not_say_the_day() -> None:
    aim, row = (
        target("二", "社区食堂", 40, "家"),
        target("三/（一）", "新型社区食堂", 40, "家", deadline_date=None),
    )
    assert again(aim, row) == [None, aim["fact_id"]]


COUNTS = {
    "another value": target("三/（一）", "面积80平方米以上的社区食堂", 30, "家"),
    "another unit": target("三/（一）", "面积80平方米以上的社区食堂", 40, "处"),
    "another day": target("三/（一）", "新型社区食堂", 40, "家", deadline_date="2026-12-31"),
    "at least": target("三/（一）", "新型社区食堂", 40, "家", comparator=">="),
    "another thing": target("三/（一）", "老年食堂", 40, "家"),
    "in a table": target("三/（一）", "新型社区食堂", 40, "家", table_id="t1"),
}


@pytest.mark.parametrize("case", COUNTS)
def test_another_value_day_or_thing_counts(case: str) -> None:
    assert again(target("二", "社区食堂", 40, "家"), dict(COUNTS[case])) == [None, None]


def test_two_points_each_with_a_part_are_two() -> None:
    """Of 社区食堂40家 both could be what is meant: nothing is chosen."""
    rows = [target("三/（一）", "东区社区食堂", 40, "家"), target("三/（二）", "西区社区食堂", 40, "家")]
    assert again(target("二", "社区食堂", 40, "家"), *rows) == [None, None, None]


def test_points_outside_aims_are_each_their_own() -> None:
    rows = [target("三/（一）", "社区食堂", 40, "家"), target("三/（二）", "新型社区食堂", 40, "家")]
    assert again(*rows) == [None, None]


@pytest.mark.parametrize(("value", "unit"), [(1, "家"), (100, "%")])
def test_one_of_each_and_all_of_each_tell_nothing(value: float, unit: str) -> None:
    rows = [target("二", "服务覆盖率", value, unit), target("三/（一）", "公交服务覆盖率", value, unit)]
    assert again(*rows) == [None, None]


@pytest.mark.parametrize(("aim", "row"), [("床位", "养老床位"), ("覆盖率", "服务覆盖率")])
def test_a_short_name_is_no_evidence(aim: str, row: str) -> None:
    assert again(target("二", aim, 85, "%"), target("三/（一）", row, 85, "%")) == [None, None]


def test_a_name_that_says_less_may_be_anothers() -> None:
    rows = target("二", "设施菜田生产机械化水平", 60, "%"), target("三/（一）", "生产机械化水平", 60, "%")
    assert again(*rows) == [None, None]
