"""A figure that two notices of one place give."""

from __future__ import annotations

from pipeline.check.between import Told, between


def told(notice: str, value: float, region: str = "500116", **more: object) -> Told:
    row = {"indicator": "区级失能特困人员集中照护中心", "value": value, "comparator": "=", "unit": "所", "deadline_date": "2022-12-31", "char_start": 5, "char_end": 9, "clause_id": "一", **more}  # fmt: skip
    return Told(notice, region, row)


def test_the_same_figure_passes_and_another_fails() -> None:
    plan = told("plan-2021", 2)
    later = told("plan-2022", 2, indicator="区域性失能特困人员集中照护中心", unit="个")
    ((notice, check),) = between([later, plan])
    assert (notice, check.kind, check.status) == ("plan-2022", "between_notices", "pass")
    ((_, check),) = between([plan, told("plan-2022", 3)])
    assert (check.status, check.expected, check.actual) == ("fail", "= 2 所", "= 3 所")
    assert "plan-2021" in check.message.en


def test_other_places_dates_and_things_are_not_compared() -> None:
    plan = told("a", 2)
    assert not list(between([plan, told("b", 3, region="500112")]))
    assert not list(between([plan, told("b", 3, deadline_date="2025-12-31")]))
    assert not list(between([plan, told("b", 3, indicator="镇养老服务中心")]))
    assert not list(between([plan, told("a", 3)]))
    assert not list(between([plan, told("b", 3, change="+")])), "three more is not three"
