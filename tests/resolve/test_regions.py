"""Divisions by name, by code, and by the day of the notice."""

from __future__ import annotations

import pytest

from pipeline.resolve.regions import chain, full_name, names, place_at, region_of, regions, towns
from pipeline.resolve.rows import is_place_label, row_region


@pytest.mark.parametrize(
    ("text", "near", "code", "length"),
    [
        ("重庆市江津区人民政府办公室", None, "500116", 6),
        ("江津区人民政府", None, "500116", 3),
        ("巴州农村养老服务", None, "652800", 2),  # not 巴州区 of Sichuan
        ("巴州区民政局", None, "511902", 3),
        ("德宏州人民政府", None, "533100", 3),
        ("新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒市", None, "652801", 21),
        ("镇江市句容生态环境局", None, "321183", 5),
        ("朝阳区政府", "110000", "110105", 3),
        ("朝阳区政府", "220100", "220104", 3),
        ("江津银保监分局", "500116", "500116", 2),
    ],
)
def test_the_longest_place_at_the_head(text: str, near: str | None, code: str, length: int) -> None:
    place = place_at(text, regions()[near] if near else None)
    assert place and (place.region.code, place.length) == (code, length)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("朝阳区政府", None),  # two of the name
        ("白沙工业园", "500116"),  # a short name far from home is any word
        ("和平发展", None),
        ("养老服务", None),
        ("", None),
    ],
)
def test_no_place_is_guessed(text: str, near: str | None) -> None:
    assert place_at(text, regions()[near] if near else None) is None


def test_a_region_is_known_while_its_code_was_in_force() -> None:
    assert place_at("渝北区民政局", None, "2021-08-01")
    assert place_at("渝北区民政局", None, "2026-02-01") is None
    assert place_at("两江新区管委会", None, "2026-02-01")
    assert place_at("两江新区管委会", None, "2021-08-01") is None


def test_every_region_stands_below_a_region_up_to_the_nation() -> None:
    for region in regions().values():
        assert chain(region)[-1].code == "100000"
        assert region.level in ("nation", "province", "prefecture", "county")
    assert full_name(regions()["652801"]) == "新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒市"
    assert len(names()["朝阳区"]) == 2


def test_towns_of_a_county_and_of_a_city_without_counties() -> None:
    assert {"白沙镇", "油溪镇", "几江街道"} <= set(towns("500116"))
    assert towns("441900")["虎门镇"].parent == "441900"
    assert towns("999999") == {}
    town = towns("500116")["白沙镇"]
    assert region_of(town.code) == town and full_name(town) == "重庆市江津区白沙镇"
    with pytest.raises((KeyError, StopIteration)):
        region_of("500116999")


def test_the_file_of_towns_is_sorted_so_that_a_county_is_one_stretch() -> None:
    from pipeline.lexicons import records

    counties = [row["county"] for row in records("regions_towns")]
    assert counties == sorted(counties)


@pytest.mark.parametrize(
    ("label", "home", "code"),
    [
        ("白沙镇", "500116", "500116107"),
        ("3/白 沙 镇", "500116", "500116107"),
        ("江津区", "500000", "500116"),
        ("库尔勒市", "652800", "652801"),
        ("库尔勒市", "650000", "652801"),
        ("白沙镇", "500104", None),  # a town, but of another county
        ("江津区", "650000", None),
        ("合计", "500116", None),
        ("白沙镇养老服务中心", "500116", None),
        ("新建城区", "500116", None),
    ],
)
def test_the_place_of_a_row(label: str, home: str, code: str | None) -> None:
    region = row_region(label, regions()[home], None)
    assert (region and region.code) == code


def test_a_label_that_should_be_a_town_is_told_from_words() -> None:
    assert is_place_label("无名镇") and not is_place_label("合计") and not is_place_label("白沙镇敬老院")
