"""A draft, the notice it became, what amended and what repealed it: linked where they are in one set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

HEAD = "重庆市江津区人民政府办公室"
NOTICES = {
    "draft": f"重庆市江津区河湖管护办法（征求意见稿）\n\n　　第一条　为加强管护，根据《中华人民共和国水法》制定本办法。\n\n{HEAD}\n2020年12月1日\n",
    "issued": f"{HEAD}关于印发重庆市江津区河湖管护办法的通知\n江津府办发〔2021〕7号\n\n各镇人民政府：\n\n　　《重庆市江津区河湖管护办法》已经区政府同意，现印发给你们，请遵照执行。\n\n{HEAD}\n2021年3月1日\n",
    "amended": f"{HEAD}关于修改《重庆市江津区河湖管护办法》的通知\n江津府办发〔2022〕9号\n\n各镇人民政府：\n\n　　经区政府同意，对《重庆市江津区河湖管护办法》（江津府办发〔2021〕7号）作如下修改：\n　　一、将第三条修改为甲。\n\n{HEAD}\n2022年3月1日\n",
    "repealed": f"{HEAD}关于废止部分文件的通知\n江津府办发〔2023〕4号\n\n各镇人民政府：\n\n　　下列文件自即日起废止：\n　　1.《{HEAD}关于印发重庆市江津区河湖管护办法的通知》\n　　2.《乙办法》（江津府办发〔2001〕1号）\n\n{HEAD}\n2023年3月1日\n",
}
Rows = list[dict[str, object]]


def read(folder: Path, notices: Mapping[str, str]) -> Mapping[str, Rows]:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir()
    for name, text in notices.items():
        (raw / f"{name}.txt").write_text(text, "utf-8")
    run(raw, out, 1, lambda *_: None)
    return {
        name: pq.read_table(out / f"{name}.parquet").to_pylist()
        for name in ("notices", "citations", "issues", "due")
    }


def test_a_chain_of_notices(tmp_path: Path) -> None:
    rows = read(tmp_path, NOTICES)
    became = {r["notice_id"]: (r["issued_as"], r["amended_by"], r["repealed_by"]) for r in rows["notices"]}
    assert became["draft"] == ("issued", None, None)
    assert became["issued"] == (None, "amended", "repealed")
    assert became["amended"] == became["repealed"] == (None, None, None)
    linked = {
        (r["notice_id"], r["relation"]): r["cited_notice_id"]
        for r in rows["citations"]
        if r["cited_notice_id"]
    }
    assert linked == {("amended", "amends"): "issued", ("repealed", "repeals"): "issued"}


@pytest.mark.parametrize("without", ["issued", "amended", "repealed"])
def test_what_is_not_in_the_set_is_not_linked(without: str, tmp_path: Path) -> None:
    rows = read(tmp_path, {name: text for name, text in NOTICES.items() if name != without})
    named = [r[column] for r in rows["notices"] for column in ("issued_as", "amended_by", "repealed_by")]
    assert without not in [*named, *(r["cited_notice_id"] for r in rows["citations"])]


def test_two_that_fit_are_said_and_neither_is_linked(tmp_path: Path) -> None:
    again = NOTICES["issued"].replace("〔2021〕7号", "〔2022〕3号").replace("2021年3月", "2022年2月")
    rows = read(tmp_path, {**NOTICES, "again": again})
    linked = {r["notice_id"]: r["cited_notice_id"] for r in rows["citations"] if r["cited_notice_id"]}
    assert linked == {"amended": "issued"}, "a number tells them apart, a title does not"
    said = [r for r in rows["issues"] if r["kind"] == "ambiguous_citation"]
    assert {r["notice_id"] for r in said} == {"repealed"}
    assert all("again, issued" in str(r["message"]) for r in said)


def test_who_cites_a_copy_means_the_notice(tmp_path: Path) -> None:
    rows = read(tmp_path, {**NOTICES, "issued-page": NOTICES["issued"]})
    linked = {r["notice_id"]: r["cited_notice_id"] for r in rows["citations"] if r["cited_notice_id"]}
    assert linked == {"amended": "issued", "repealed": "issued"}
    assert {r["notice_id"]: r["same_as"] for r in rows["notices"] if r["same_as"]} == {
        "issued-page": "issued"
    }


def test_a_title_without_its_issuer_means_no_notice_of_another_place(tmp_path: Path) -> None:
    other = "成都市武侯区人民政府关于加强河湖管护的通知\n成武府发〔2021〕3号\n\n各街道办事处：\n\n　　请落实《甲办法》。\n\n成都市武侯区人民政府\n2021年1月1日\n"
    citing = f"{HEAD}关于做好汛期工作的通知\n江津府办发〔2024〕4号\n\n各镇人民政府：\n\n　　请落实《关于加强河湖管护的通知》。\n\n{HEAD}\n2024年3月1日\n"
    rows = read(tmp_path, {"other": other, "citing": citing})
    assert [r["cited_notice_id"] for r in rows["citations"] if r["title"] == "关于加强河湖管护的通知"] == [
        None
    ]


DUE = "　　第二条　2023年底前建成巡河步道30公里。\n"
OLD = NOTICES["issued"].replace(
    f"遵照执行。\n\n{HEAD}\n2021年3月1日\n",
    f"遵照执行。\n\n{HEAD}\n2021年3月1日\n\n重庆市江津区河湖管护办法\n\n{DUE}",
)
NEW = f"{HEAD}关于印发江津区河湖长制办法的通知\n江津府办发〔2023〕4号\n\n各镇人民政府：\n\n　　《江津区河湖长制办法》已经区政府同意，现印发给你们。\n\n{HEAD}\n2023年3月1日\n\n江津区河湖长制办法\n\n　　第一条　健全管护机制。\n　　第二条　本办法自2023年5月1日起施行。《{HEAD}关于印发重庆市江津区河湖管护办法的通知》（江津府办发〔2021〕7号）同时废止。\n"


def _last_days(folder: Path, **notices: str) -> set[str]:
    return {str(r["in_force_until"]) for r in read(folder, notices)["due"] if r["notice_id"] == "old"}


def test_what_another_repeals_is_in_force_until_that_takes_effect(tmp_path: Path) -> None:
    """Asked what was overdue in summer, the old notice is not counted any more, in spring it is."""
    assert _last_days(tmp_path, old=OLD, new=NEW) == {"2023-04-30"}


def test_without_the_notice_that_repeals_it_nobody_says_when_it_ends(tmp_path: Path) -> None:
    assert _last_days(tmp_path, old=OLD) == {"None"}


def test_a_draft_repeals_nothing(tmp_path: Path) -> None:
    draft = NEW.replace(
        "江津区河湖长制办法的通知\n江津府办发〔2023〕4号", "江津区河湖长制办法的通知（征求意见稿）"
    )
    assert _last_days(tmp_path, old=OLD, new=draft) == {"None"}


def test_what_ended_before_keeps_its_own_day(tmp_path: Path) -> None:
    ended = OLD + "　　第三条　本办法自印发之日起施行，有效期至2022年12月31日。\n"
    assert _last_days(tmp_path, old=ended, new=NEW) == {"2022-12-31"}
