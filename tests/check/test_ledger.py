"""Every number, time, 《》 and label is claimed by the row whose own value it is, explained, or unclaimed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.check import check
from pipeline.check.reasons import REASONS
from pipeline.extract import extract
from pipeline.extract.deadlines.nothing import NOTHING as DEADLINES
from pipeline.extract.funding.rows import REASONS as REASONS_OF_AMOUNTS
from pipeline.extract.funding.rows import ROWS as AMOUNTS
from pipeline.extract.targets.nothing import NOTHING as TARGETS
from pipeline.model import Mention
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend

ROOT = Path(__file__).resolve().parents[2]
HEAD = "某市人民政府关于推进养老服务的通知\n某政发〔2025〕3号\n各区人民政府：\n"
FOOT = "\n某市人民政府\n2025年4月8日\n"


def mentions(tmp_path: Path, body: str) -> dict[str, list[tuple[str, str]]]:
    """Words of each mention of a body → (status, what claims or explains it), in the order of the text."""
    path = tmp_path / "n.md"
    path.write_text(HEAD + body + FOOT, "utf-8")
    document = read(path, "n", {})
    found: dict[str, list[tuple[str, str]]] = {}
    for one in check(extract(mend(outline(document)))).ledger:
        if len(HEAD) <= one.span.start < len(HEAD) + len(body):
            words = document.text[one.span.start : one.span.end]
            found.setdefault(words, []).append((one.status, one.claimed_by.partition(":")[0] or one.reason))
    return found


def status(tmp_path: Path, body: str, words: str) -> list[str]:
    return [said for said, _ in mentions(tmp_path, body).get(words, [("no mention", "")])]


# --- claimed is what a row's own value is -------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words", "table"),
    [
        ("到2027年底，新建社区食堂25个。", "25", "targets"),
        ("到2027年底，新建社区食堂25个。", "2027年底", "deadlines"),
        ("汛期来临前完成清淤。", "汛期来临前", "deadlines"),
        ("春节期间加强值守。", "春节期间", "deadlines"),
        ("床位由30张增加到50张。", "30", "targets"),
        ("对新建食堂给予20万元补助。", "20万", "funding"),
        ("按照《某市养老服务条例》执行。", "《某市养老服务条例》", "citations"),
        ("改造食堂30个。（责任单位：市民政局）", "责任单位：", "responsibilities"),
        ("改造食堂30个。（責任單位：市民政局）", "責任單位：", "responsibilities"),
        ("改造食堂30个。（责任单位：市民政局，市直各部门按职责分工负责）", "负责", "responsibilities"),
        ("由市长任组长，市民政局、市财政局为成员单位。", "任组长", "responsibilities"),
    ],
)
def test_the_row_that_says_it_claims_it(tmp_path: Path, body: str, words: str, table: str) -> None:
    assert mentions(tmp_path, body)[words] == [("claimed", table)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        # The number is a part of the indicator of 4家, of the condition of the grant, of the words of the duty.
        ("培育年产值超50亿元的企业4家。", "50亿"),
        ("对入驻企业达到40家的园区，给予20万元奖励。", "40"),
        ("到2027年，新建食堂25个，服务老人3000名左右的小区优先。", "3000"),
    ],
)
def test_standing_in_the_words_of_another_row_claims_nothing(tmp_path: Path, body: str, words: str) -> None:
    assert "claimed" not in status(tmp_path, body, words)


def table(*rows: str) -> str:
    cells = [row.split("|") for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * len(cells[0]), *lines[1:]]) + "\n"


def test_a_cell_claims_the_mention_of_its_own_value(tmp_path: Path) -> None:
    found = mentions(tmp_path, table("序号|镇街|床位数（张）", "1|白沙镇|18", "2|石门镇|27", "|合计|45"))
    assert found["18"] == [("claimed", "table_facts")] and found["45"] == [("claimed", "table_facts")]
    assert found["1"] == [("explained", "row_number")]


def test_what_stands_in_the_words_of_a_cell_is_not_claimed_by_the_cell(tmp_path: Path) -> None:
    body = table(
        "序号|事项|说明",
        "1|整治|联系点37处分布在城郊各村",
        "2|评估|责任单位：市卫健委；完成时间：2025年10月31日",
    )
    found = mentions(tmp_path, body)
    assert found["37"] == [("unclaimed", "")]
    assert found["责任单位："] == [("claimed", "responsibilities")]
    assert found["2025年10月31日"] == [("claimed", "deadlines")]


# --- mentions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("补助资金为壹佰贰拾万元整。", "壹佰贰拾万"),
        ("动员百个社区参与。", "百"),
        ("压减一半存量。", "一半"),
        ("养护费按月结清。", "按月"),
        ("实行年度发布结果。", "年度"),
        ("每汛期巡查河道。", "每汛期"),
        ("中秋节前慰问老人。", "中秋节前"),
        ("48小时内答复。", "48小时内"),
        ("数字经济规模翻两番。", "翻两番"),
        ("执行GB/T 9704—2012的要求。", "GB/T 9704—2012"),
        ("完成日期2025-11-30。", "2025-11-30"),
        ("【牵头单位】市民政局", "【牵头单位】"),
    ],
)
def test_every_kind_of_mention_is_seen(tmp_path: Path, body: str, words: str) -> None:
    assert any(words.strip("【】") in seen for seen in mentions(tmp_path, body)), words


def test_mentions_stand_in_cells_too(tmp_path: Path) -> None:
    body = table("序号|事项|说明", "1|整治|依据《养老服务条例》和某政发〔2020〕3号，2025年9月30日前完成")
    found = mentions(tmp_path, body)
    assert found["《养老服务条例》"] == found["某政发〔2020〕3号"] == [("claimed", "citations")]
    assert found["2025年9月30日前"] == [("claimed", "deadlines")]


def test_each_mention_says_whether_prose_or_a_table_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "n.md"
    path.write_text(HEAD + "新建食堂25个。\n\n" + table("镇街|床位数", "白沙镇|18") + FOOT, "utf-8")
    document = read(path, "n", {})
    ledger: tuple[Mention, ...] = check(extract(mend(outline(document)))).ledger
    places = {document.text[m.span.start : m.span.end]: m.place for m in ledger}
    assert places["25"] == "prose" and places["18"] == "cells"


# --- explained -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words", "reason"),
    [
        ("目前床位达到200张。", "200", "past"),
        ("对投资达到300万元的企业，给予补助。", "300万", "condition"),
        ("做好3岁以下婴幼儿照护。", "3", "description"),
        ("支持三级医院。", "三", "age_or_grade"),
        ("联系电话：023-12345678。", "12345678", "address_or_contact"),
        ("评估得分每缺1项扣0.5分。", "0.5", "score"),
    ],
)
def test_what_is_no_row_has_its_reason(tmp_path: Path, body: str, words: str, reason: str) -> None:
    assert mentions(tmp_path, body)[words] == [("explained", reason)]


@pytest.mark.parametrize(
    "body", ["服务人口423000，其中老年人120000。", "补贴标准（￥500000）按年兑现。", "东山区 100 200"]
)
def test_digits_alone_are_no_address(tmp_path: Path, body: str) -> None:
    assert not any(
        why == "address_or_contact" for said in mentions(tmp_path, body).values() for _, why in said
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("23.2023年4月1日前取得许可证的，从其规定。", "2023年4月1日前"),
        ("7. 2022年3月底前已办结的事项。", "2022年3月底前"),
        ("PM2.5年均浓度每立方米低于31微克。", "2.5"),
    ],
)
def test_the_number_of_a_point_is_no_part_of_the_year_behind_it(
    tmp_path: Path, body: str, words: str
) -> None:
    assert words in mentions(tmp_path, body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("当个贷率≥96%时按系数调整额度。", "96"),
        ("覆盖率超过80%，加1分，累计最多加5分。", "5"),
        ("亚洲首店1家加0.8分、北京首店加0.3分。", "0.3"),
    ],
)
def test_conditions_and_points_of_a_score_are_no_targets(tmp_path: Path, body: str, words: str) -> None:
    assert status(tmp_path, body, words) == ["explained"]


def test_a_leading_number_without_a_mark_is_no_number_of_a_point(tmp_path: Path) -> None:
    assert "explained" not in status(tmp_path, "120家企业参加。", "120")


def test_every_reason_is_told_in_both_languages() -> None:
    """Of the rows that set something aside, and of the words and places that explain."""
    rows = (*(row.gives for row in TARGETS), *(row.gives for row in DEADLINES), *REASONS_OF_AMOUNTS.values())
    given = {name.replace(" ", "_") for name in rows} | {reason.name for reason in REASONS}
    told = {
        one["value"] for one in json.loads((ROOT / "schemas" / "_values.json").read_text("utf-8"))["reason"]
    }
    assert given - told == set()
    assert REASONS_OF_AMOUNTS.keys() == {row.name for row in AMOUNTS if row.gives == "nothing"}
