"""A notice in traditional script is read as one in simplified script, and published as it is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from pipeline.language.script import is_traditional, simplified
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

NOTICES: Mapping[str, tuple[str, str]] = {
    "a government": (
        "臨江市人民政府關於進一步優化營商環境的若干意見\n臨政發〔2024〕9號\n各縣（區）人民政府，市政府各部門：\n"
        "爲優化營商環境，根據《優化營商環境條例》，提出如下意見。\n一、提高服務質量。2026年底前，新建服務中心12個。（牽頭單位：市發展和改革委員會；責任單位：市財政局、市教育局）\n"
        "臨江市人民政府\n2024年3月5日\n",
        "臨江市人民政府",
    ),
    "a department": (
        "臨江市教育局關於加強學校體育工作的通知\n臨教體〔2023〕17號\n各區教育局：\n現將有關事項通知如下。\n"
        "一、改善場館條件。到2025年底，新建體育館30個。（責任單位：市體育局、市財政局）\n臨江市教育局\n二〇二三年六月八日\n",
        "臨江市教育局",
    ),
    "a page": (
        "<html><body><h1>關於調整養老服務補貼標準的通知</h1><p>臨民發〔2022〕3號</p><p>各縣區民政局、財政局：</p>"
        "<p>經市政府同意，現就有關事項通知如下：</p><p>一、護理補貼標準提高到每人每月300元，自2022年7月1日起執行。（責任單位：市民政局、市財政局）</p>"
        "<p>臨江市民政局</p><p>2022年5月6日</p></body></html>",
        "臨江市民政局",
    ),
}


@pytest.mark.parametrize("kind", NOTICES)
def test_read_as_simplified_and_published_as_printed(
    tmp_path: Path, kind: str, rows: Callable[[Path, str], Sequence[dict[str, object]]]
) -> None:
    text, issuer = NOTICES[kind]
    printed, plain = tmp_path / "printed", tmp_path / "plain"
    suffix = ".html" if text.startswith("<") else ".txt"
    for folder, words in ((printed, text), (plain, simplified(text))):
        folder.mkdir()
        (folder / f"n{suffix}").write_text(words, "utf-8")
        run(folder, tmp_path / f"{folder.name}.out", 1, lambda *said: None)
    assert [row["name"] for row in rows(tmp_path / "printed.out", "issuers")] == [issuer]
    for name, columns in (
        ("notices", ("title", "doc_number", "written_date", "document_type")),
        ("responsibilities", ("agency_name", "role", "agency_id", "char_start")),
        ("targets", ("value", "unit", "indicator", "deadline_date", "char_start")),
        ("citations", ("title", "kind")),
        ("clauses", ("heading", "clause_id")),
        ("recipients", ("name", "agency_id")),
    ):
        found, wanted = rows(tmp_path / "printed.out", name), rows(tmp_path / "plain.out", name)
        said = [tuple(map(_plain, (row[c] for c in columns))) for row in found]
        assert said == [tuple(map(_plain, (row[c] for c in columns))) for row in wanted], name
        source = rows(tmp_path / "printed.out", "texts")[0]["text"]
        assert all(row["quote"] in str(source) for row in found if row.get("quote")), name
    assert is_traditional(str(rows(tmp_path / "printed.out", "notices")[0]["title"]))


def _plain(value: object) -> object:
    return simplified(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    "text", ["關於《臺灣》一书的批复意见和说明", "龙岩市关于加强於潜镇管理的通知", "Notice 2024"]
)
def test_a_name_in_the_other_script_makes_no_notice_traditional(text: str) -> None:
    assert not is_traditional(text)
