"""indicator_links: names alike are found with their evidence, whatever other notices there are, in time that grows as they do."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from rapidfuzz import fuzz

from pipeline.publish.synonyms import LEAST, candidates, indicator_links


def told(*said: tuple[str, str, str]) -> list[tuple[str, str, list[str], list[str]]]:
    """(indicator, base unit, notice) → what cards tell of indicators; one name has one id."""
    ids = {name: f"{n:016x}" for n, name in enumerate(sorted({one[0] for one in said}))}
    return [(unit, ids[name], [name], [notice]) for name, unit, notice in said]


def links(*said: tuple[str, str, str]) -> list[dict[str, Any]]:
    return indicator_links(lambda: told(*said))


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("护理型床位占比", "护理型床位比例", "占 | 例"),
        ("高速公路通车里程", "高速公路通车总里程", "| 总"),
        ("城镇登记失业率", "城镇登记失业率水平", "| 水平"),
    ],
)
def test_names_alike_are_linked_with_their_evidence(one: str, other: str, difference: str) -> None:
    (link,) = links((one, "%", "a"), (other, "%", "b"), ("森林覆盖率", "%", "a"))
    assert {link["name"], link["other_name"]} == {one, other}
    assert link["score"] == round(fuzz.ratio(one, other) / 100, 3) >= LEAST
    assert link["unit_base"] == "%" and link["in_one_notice"] is False
    assert sorted(link["difference"].replace("|", "").split()) == sorted(difference.replace("|", "").split())


def test_a_notice_that_names_both_sets_them_apart() -> None:
    (link,) = links(("新建养老服务中心", "个", "a"), ("改建养老服务中心", "个", "a"))
    assert link["in_one_notice"] is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("护理型床位占比", "%", "a"), ("护理型床位比例", "张", "b")),
        (("60岁以上老年人健康管理率", "%", "a"), ("65岁以上老年人健康管理率", "%", "b")),
        (("二级以上医院占比", "%", "a"), ("三级以上医院占比", "%", "b")),
        (("森林覆盖率", "%", "a"), ("养老床位数", "%", "b")),
    ],
    ids=["another unit", "another figure", "another grade", "another thing"],
)
def test_others_are_not(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert links(one, other) == []


def test_one_indicator_is_never_linked_to_itself() -> None:
    same = told(("养老床位", "张", "a"), ("养老床位", "张", "b"))
    assert indicator_links(lambda: same) == []


def made_up(n: int, seed: int = 7) -> dict[str, str]:
    """Names as notices make them: of a few hundred words."""
    draw = random.Random(seed)
    words = ["".join(chr(0x4E00 + draw.randrange(900)) for _ in range(2)) for _ in range(400)]
    return {f"{i:016x}": "".join(draw.choices(words, k=draw.randint(2, 5))) for i in range(n)}


def test_no_pair_is_missed_by_the_blocks() -> None:
    names = made_up(300)
    for i, name in enumerate(list(names.values())[:60]):  # and as many that differ in a character
        names[f"{1000 + i:016x}"] = name[:-1] + "率"
    alike = {
        (one, other)
        for one, other in combinations(sorted(names), 2)
        if fuzz.ratio(names[one], names[other]) >= 100 * LEAST
    }
    assert len(alike) > 20
    assert alike <= candidates(names)


def test_pairs_compared_grow_as_the_names_do() -> None:
    few, many = (len(candidates(made_up(n))) for n in (8_000, 32_000))
    assert many < 4 * few, "four times the names, far from 16 times the pairs"
