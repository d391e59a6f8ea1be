"""twins: pairs found by name, facts compared as sets that count, known differences left out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import twins
from corpus import SMALL, Ran, padded, run


def ran(name: str, *targets: float, title: str = "通知", done: str = "text") -> Ran:
    tables = {
        "notices": [{"title": title, "status": "issued"}],
        "targets": [{"value": value, "unit": "张"} for value in targets],
        "pages": [{"done": done}],
    }
    return Ran(Path(name), tables)


def test_pairs_share_region_and_number() -> None:
    names = [
        "html_福州_榕政办2016-186.html", "pdf_text_福州_榕政办2016-186.pdf", "html_福州_榕政办2016-180.html",
        "pdf_garbled_cid_北京_京人社2020-12_评审.pdf", "html_table_北京_京人社2020-12.html", "slice_福州_榕政办2016-186.txt",
        "docx_福州_榕政办2016-186.docx",
    ]  # fmt: skip
    found = [{a.suffix, b.suffix} for a, b in twins.pairs([Path(name) for name in names])]
    assert found == [{".html", ".pdf"}, {".docx", ".html"}, {".docx", ".pdf"}, {".html", ".pdf"}]


def test_f1_counts_facts() -> None:
    one, other = ran("a.html", 1, 2, 2), ran("a.pdf", 1, 2, 3)
    assert twins.f1(twins.facts(one), twins.facts(one)) == 1
    assert twins.f1(twins.facts(one), twins.facts(other)) == pytest.approx(2 * 4 / 10)
    assert twins.f1(Counter(), Counter()) == 1
    assert list(twins.differences(one, twins.facts(other), {})) == ["    .html  targets  2    张"]


def test_blanks_are_no_difference() -> None:
    assert twins.facts(ran("a.pdf", title="关于 养老的\n通知")) == twins.facts(
        ran("a.html", title="关于养老的通知")
    )


def test_explained_differences_are_left_out() -> None:
    one, other = ran("a.html", 1, 2), ran("a.pdf", 1)
    reasons = {("a.html", "targets  2    张"): "lost in print"}
    assert twins.without_explained(one, twins.facts(other), reasons) == twins.facts(other)
    assert twins.without_explained(ran("b.html", 1, 2), twins.facts(other), reasons) != twins.facts(other)
    assert list(twins.differences(one, twins.facts(other), reasons)) == [
        "    .html  targets  2    张   (lost in print)"
    ]


def test_explanations_name_facts() -> None:
    """Each line of tests/twins.tsv: a file, a fact of a table known here, a reason."""
    for (file, fact), reason in twins.explained().items():
        assert "." in file and reason
        assert fact.split("  ")[0] in (*twins.COLUMNS, "notice"), fact


def test_kinds_of_pairs() -> None:
    clean, recognized, torn, unread = (
        ran("a.html"),
        ran("a.pdf", done="ocr"),
        ran("b.pdf", done="unreadable: picture"),
        Ran(Path("c")),
    )
    kinds = [twins.kind_of(clean, other) for other in (clean, recognized, torn, unread)]
    assert kinds == ["clean", "ocr", "incomplete", "incomplete"]


def test_a_group_under_its_aim_fails(capsys: pytest.CaptureFixture[str]) -> None:
    one = Counter({("x",): 97})
    assert twins.report({"clean": [one, Counter({("x",): 97, ("y",): 5})]}) == 1
    assert twins.report({"ocr": [one, Counter({("x",): 97, ("y",): 5})], "incomplete": [one, Counter()]}) == 0
    assert "aim 0.93" in capsys.readouterr().out


def test_a_file_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Its memory is the command's own, not that of this process, which has read tables."""
    ballast = bytearray(400_000_000)
    (tmp_path / "a.txt").write_text(
        "某市人民政府关于养老的通知\n一、到2025年底新增床位30张。（责任单位：市民政局）\n"
    )
    one = run(tmp_path / "a.txt")
    assert one.is_read() and one.count("responsibilities") == 1 and not one.complaint()
    assert 20 < one.memory < 300 < len(ballast)
    assert run(tmp_path / "none.txt").error.startswith("exit 2")
    assert "wait4" in SMALL


def test_columns_of_chinese() -> None:
    assert padded("养老abc", 5) == "养老a"
    assert padded("养", 4) == "养  "
