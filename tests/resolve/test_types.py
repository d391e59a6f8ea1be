"""What a body deals with: the same in every place, and by the first field its name has."""

from __future__ import annotations

import pytest

from pipeline.lexicons import records
from pipeline.resolve.agencies import name_to_agency
from pipeline.resolve.regions import region_of
from pipeline.resolve.types import type_of

TYPES = {
    "区民政局": "民政",
    "市卫生健康委": "卫健",
    "市发展和改革委员会": "发改",
    "区教育体育局": "教育",
    "市规划自然资源局": "自然资源",
    "市精神文明建设委员会办公室": "宣传",
    "市住房城乡建设局": "住建",
    "财政部": "财政",
    "区人民政府": "政府",
    "各有关部门": "集体",
    "各区县民政部门": "民政",
    "农业银行": "金融",
    "国家电网公司": "企业",
    "区消防救援支队": "应急",
    "区妇联": "群团",
    "区宗教事务局": "民族宗教",
    "各乡镇人民政府": "政府",
    "市人民政府国有资产监督管理委员会": "国资",
    "区社会保险局": "人社",
    "区医疗保险中心": "医保",
    "区交通警察支队": "公安",
    "区农村信用合作联社": "金融",
}


@pytest.mark.parametrize("name", TYPES)
def test_field_of_a_body(name: str) -> None:
    agency = name_to_agency(name, region_of("500116"))
    assert agency is not None
    assert agency.agency_type == TYPES[name]


def test_nothing_is_guessed() -> None:
    assert type_of("青藤社", "unknown") is None


def test_a_word_has_one_field_and_a_field_is_of_its_first_word() -> None:
    words = [word for row in records("agency_types") for word in row["words"].split()]
    assert len(words) == len(set(words))
    for row in records("agency_types"):
        assert all(type_of(word, "government") == row["type"] for word in row["words"].split()), row["type"]
