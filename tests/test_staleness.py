"""What was published stays published, marked stale, until it can be read again; the run says so and exits with 3."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import regex

from pipeline.__main__ import main
from pipeline.publish import kept
from pipeline.read import office

pytestmark = pytest.mark.usefixtures("here")

RAW = Path(__file__).resolve().parents[1] / "raw"
NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕20号
各区人民政府：
一、建设床位
到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局、市财政局）
某市人民政府
2024年6月3日
"""
Rows = Callable[[Path, str], Sequence[dict[str, object]]]
CORRECTION = """[[correction]]
table = "targets"
quote = "{quote}"
values = {{ value = {value} }}
because = "原件印作31"
by = "某"
on = 2026-01-31
"""


def put_notices(folder: Path) -> Path:
    (folder / "raw").mkdir()
    for name in ("a", "b"):
        (folder / "raw" / f"{name}.txt").write_text(NOTICE.replace("300", f"30{len(name)}"), "utf-8")
    return folder / "raw"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return put_notices(tmp_path)


@pytest.fixture(scope="module")
def out_of_raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `extract` makes of `raw`, once for all tests."""
    raw = put_notices(tmp_path_factory.mktemp("published"))
    assert extract(raw) == 0
    return raw.parent / "out"


@pytest.fixture
def published(raw: Path, out_of_raw: Path) -> None:
    """The tables of `raw` lie beside it."""
    shutil.copytree(out_of_raw, raw.parent / "out")


def extract(raw: Path, *options: str) -> int:
    return main(["extract", str(raw), "--out", str(raw.parent / "out"), "--quiet", *options])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def tables(out: Path, rows: Rows) -> dict[str, Sequence[dict[str, object]]]:
    """All that was published but the marks of staleness."""
    found = {path.stem: rows(out, path.stem) for path in sorted(out.glob("*.parquet"))}
    found["issues"] = [row for row in found["issues"] if row["kind"] != "stale"]
    found["notices"] = [{**row, "stale": None, "stale_reason": None} for row in found["notices"]]
    return found


def word_file(text: str) -> bytes:
    from docx import Document

    word, target = Document(), io.BytesIO()
    for line in text.splitlines():
        word.add_paragraph(line)
    word.save(target)
    return target.getvalue()


def test_notices_too_large_for_the_limits_keep_every_row(
    raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    """The five notices of raw/, with their tables, agencies and regions and what was found between them."""
    shutil.copytree(RAW, raw, dirs_exist_ok=True)
    out = raw.parent / "out"
    assert extract(raw) == 0
    before, bytes_before = tables(out, rows), contents(out)
    monkeypatch.setenv("NOTICE_LIMITS", "max_bytes=10")
    assert extract(raw) == 3
    assert tables(out, rows) == before
    assert {(row["stale"], row["stale_reason"]) for row in rows(out, "notices")} == {
        (True, row["message"])
        for row in rows(out, "issues")
        if row["kind"] == "stale" and "bytes" in str(row["message"])
    } | {(True, row["message"]) for row in rows(out, "issues") if row["kind"] == "stale"}
    stale = contents(out)
    assert extract(raw) == 3
    assert contents(out) == stale
    monkeypatch.delenv("NOTICE_LIMITS")
    assert extract(raw) == 0
    assert contents(out) == bytes_before


def test_without_the_tool_the_rows_stay_and_say_why(
    raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "c.rtf").write_bytes(b"{\\rtf1 c}")
    monkeypatch.setattr(office, "convert", lambda *_: word_file(NOTICE))
    assert extract(raw) == 0
    before = tables(raw.parent / "out", rows)
    monkeypatch.undo()
    monkeypatch.setattr(office, "find_program", lambda: None)
    (raw / "d.txt").write_text(NOTICE, "utf-8")
    capsys.readouterr()
    assert extract(raw) == 3
    said = capsys.readouterr().err
    assert "c.rtf: it is read through LibreOffice, which is not installed" in said
    assert "keep the rows they had (notices.stale): c" in said
    after = tables(raw.parent / "out", rows)
    for table in before.keys() - {"agencies", "regions"}:
        assert [row for row in after[table] if row["notice_id"] != "d"] == before[table]
    stale = {row["notice_id"]: row["stale"] for row in rows(raw.parent / "out", "notices")}
    assert stale == {"a": False, "b": False, "c": True, "d": False}
    twin = (raw.parent / "out" / "notices" / "c.jsonl").read_text("utf-8")
    assert '"stale": true' in twin.splitlines()[0]


@pytest.mark.parametrize("suffix", [".rtf", ".odt"])
def test_without_the_tool_and_without_rows_the_run_says_that_a_notice_waits(
    suffix: str, raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is published nowhere, and a script must not take that for a success; what no tool can read is none of that."""
    content = b"{\\rtf1 c}"
    if suffix == ".odt":
        with zipfile.ZipFile(target := io.BytesIO(), "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = target.getvalue()
    (raw / f"c{suffix}").write_bytes(content)
    monkeypatch.setattr(office, "find_program", lambda: None)
    assert extract(raw) == 3
    assert extract(raw, "--strict") == 3
    assert "LibreOffice" in capsys.readouterr().err
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["a", "b"]
    (raw / f"c{suffix}").write_bytes(b"")
    assert (extract(raw), extract(raw, "--strict")) == (0, 1)


def test_a_part_that_needs_the_tool_keeps_the_fuller_rows(
    raw: Path, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    folder = raw / "c"
    folder.mkdir()
    (folder / "c.txt").write_text(NOTICE, "utf-8")
    (folder / "附件1.rtf").write_bytes(b"{\\rtf1 c}")
    annex = "附件1\n行动计划\n二、到2026年底前，新建社区食堂40个。\n"
    monkeypatch.setattr(office, "convert", lambda *_: word_file(annex))
    assert extract(raw) == 0
    before = tables(raw.parent / "out", rows)
    assert any("社区食堂40个" in str(row["quote"]) for row in before["targets"])
    monkeypatch.undo()
    monkeypatch.setattr(office, "find_program", lambda: None)
    for _ in range(2):
        assert extract(raw) == 3
        assert tables(raw.parent / "out", rows) == before
    shutil.rmtree(
        raw.parent / "out"
    )  # Without rows from before, what can be read is published, and said to wait.
    for _ in range(2):
        assert extract(raw) == 3
        assert "c" in {row["notice_id"] for row in rows(raw.parent / "out", "notices")}
    assert not any(row["stale"] for row in rows(raw.parent / "out", "notices")), "nothing fuller is kept"


@pytest.mark.parametrize(
    "said",
    [
        CORRECTION.format(quote="没有这样的话", value=3),
        CORRECTION.format(quote="到2025年底前，全市新增养老床位301张以上", value="'许多'"),
        "[[correction]\n",
        "x = 1\n",
    ],
    ids=["stale", "refused", "torn", "wrong"],
)
@pytest.mark.usefixtures("published")
def test_a_correction_that_cannot_be_applied_stops_its_notice(said: str, raw: Path, rows: Rows) -> None:
    (raw / "a.corrections.toml").write_text(said, "utf-8")
    (raw / "c.txt").write_text(NOTICE, "utf-8")
    assert extract(raw) == 3
    assert {row["notice_id"]: row["stale"] for row in rows(raw.parent / "out", "notices")} == {
        "a": True,
        "b": False,
        "c": False,
    }
    shutil.rmtree(raw.parent / "out")  # Never published without what an editor decided.
    assert extract(raw) == 3
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["b", "c"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bytes(range(256)) * 64),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to("nothing.txt")),
    ],
    ids=["empty", "garbage", "a folder", "a link to nothing"],
)
@pytest.mark.usefixtures("published")
def test_a_file_that_was_spoilt_keeps_its_rows(
    spoil: Callable[[Path], object], raw: Path, rows: Rows
) -> None:
    before = tables(raw.parent / "out", rows)
    spoil(raw / "a.txt")
    assert extract(raw) == 3
    assert tables(raw.parent / "out", rows) == before


def test_a_notice_without_a_file_goes_and_that_is_said(
    raw: Path, rows: Rows, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "b.toml").write_text('publisher = "某市"', "utf-8")
    assert extract(raw) == 0
    (raw / "b.txt").unlink()
    assert extract(raw) == 0
    assert "without a file now and so no longer published: b" in capsys.readouterr().err
    assert [row["notice_id"] for row in rows(raw.parent / "out", "notices")] == ["a"]


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder of which a notice is published and another not yet; what is published."""
    raw = tmp_path_factory.mktemp("waiting") / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(NOTICE, "utf-8")
    assert extract(raw) == 0
    (raw / "c.txt").write_text(NOTICE, "utf-8")
    return raw, contents(raw.parent / "out")


@pytest.mark.parametrize(
    "words",
    "secs=1 seconds= seconds=-1 seconds=often seconds=inf seconds=nan seconds=1e400 seconds=0.001 ocr_seconds=infinity "
    "memory_mb=1 memory_mb=-400 memory_mb=99999999999 memory_mb=1e3 max_bytes=0 max_pages=10000000000000000 =5 "
    f"max_chars={'9' * 40} max_cells={'9' * 5000}".split(),
)
def test_a_wrong_setting_stops_before_anything_is_read(
    words: str,
    waiting: tuple[Path, dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    raw, before = waiting
    monkeypatch.setenv("NOTICE_LIMITS", words)
    assert extract(raw) == 2
    assert f"NOTICE_LIMITS says {words[:60]}" in capsys.readouterr().err
    assert contents(raw.parent / "out") == before


def test_rows_kept_do_not_depend_on_the_cache(
    raw: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A tool taken away: what the cache holds was read with it, and so is not what is read without it."""
    (raw / "c.rtf").write_bytes(b"{\\rtf1 c}")
    monkeypatch.setattr(office, "convert", lambda *_: word_file(NOTICE))
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("shutil.which", lambda name, *_, **__: f"/usr/bin/{name}")
    assert extract(raw) == 0
    monkeypatch.undo()
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    assert extract(raw) == 3
    with_cache = contents(raw.parent / "out")
    assert extract(raw, "--full") == 3
    assert contents(raw.parent / "out") == with_cache


@pytest.mark.usefixtures("published")
def test_a_folder_that_git_could_not_merge_is_written_anew(raw: Path) -> None:
    out = raw.parent / "out"
    before = contents(out)
    for path in (out / "datapackage.json", out / "notices" / "a.jsonl"):
        text = path.read_text("utf-8")
        cut = len(text) // 2
        path.write_text(f"{text[:cut]}\n<<<<<<< HEAD\n{text[cut:]}=======\nx\n>>>>>>> other\n", "utf-8")
    assert extract(raw) == 0
    assert contents(out) == before


@pytest.mark.usefixtures("published")
def test_columns_of_another_program_are_no_reason_to_stop(raw: Path, rows: Rows) -> None:
    """A set from before `stale` was a column, with one that is no more: a notice kept from it has today's columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = raw.parent / "out" / "notices.parquet"
    table = pq.read_table(path).drop_columns(["stale", "stale_reason"])
    pq.write_table(table.append_column("colour", pa.array(["red"] * table.num_rows)), path)
    (raw / "a.txt").write_bytes(b"")
    assert extract(raw) == 3
    stale = {row["notice_id"]: row["stale"] for row in rows(raw.parent / "out", "notices")}
    assert stale == {"a": True, "b": False}


def spoil_a(raw: Path) -> dict[str, bytes]:
    """`a` cannot be read any more; what is published."""
    (raw / "a.txt").write_bytes(b"")
    return contents(raw.parent / "out")


@pytest.mark.parametrize("table", ["notices", "targets", "regions"])
@pytest.mark.usefixtures("published")
def test_rows_that_cannot_be_had_again_are_not_replaced_by_nothing(table: str, raw: Path) -> None:
    (raw.parent / "out" / f"{table}.parquet").write_bytes(b"version https://git-lfs.github.com/spec/v1")
    before = spoil_a(raw)
    assert extract(raw) == 2
    assert contents(raw.parent / "out") == before


@pytest.mark.usefixtures("published")
def test_rows_that_do_not_fit_the_columns_are_not_lost_in_silence(raw: Path) -> None:
    import pyarrow.parquet as pq

    path = raw.parent / "out" / "ledger.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["status"]), path)
    before = spoil_a(raw)
    assert extract(raw) == 2
    assert contents(raw.parent / "out") == before


@pytest.mark.parametrize("table", ["regions", "agencies", "clauses", "tasks", "corrections"])
def test_what_a_kept_notice_points_at_and_is_no_more_costs_that_reference(
    table: str, raw: Path, rows: Rows
) -> None:
    """As where git took the rows of a table away with the other notices that named them."""
    import pyarrow.parquet as pq

    name, out = "jiangjin-2021-78", raw.parent / "out"
    (raw / "b.txt").unlink()
    shutil.copy(RAW / f"{name}.txt", raw)
    (raw / "a.corrections.toml").write_text(
        CORRECTION.format(quote="全市新增养老床位301张以上", value=31), "utf-8"
    )
    assert extract(raw) == 0
    before, bytes_before, text = tables(out, rows), contents(out), (raw / f"{name}.txt").read_bytes()
    pq.write_table(pq.read_table(out / f"{table}.parquet").slice(0, 0), out / f"{table}.parquet")
    for spoilt in ("a", name):
        (raw / f"{spoilt}.txt").write_bytes(b"")
    assert extract(raw) == 3
    assert {row["notice_id"]: row["stale"] for row in rows(out, "notices")} == {"a": True, name: True}
    said = [row for row in rows(out, "issues") if row["kind"] == "lost_reference"]
    assert said and all(
        "left empty until the notice can be read again" in str(row["message"]) for row in said
    )
    for fact in ("targets", "responsibilities", "deadlines", "table_facts"):
        assert [row["quote"] for row in rows(out, fact)] == [row["quote"] for row in before[fact]]
    once = contents(out)
    assert extract(raw) == 3
    assert contents(out) == once
    (raw / f"{name}.txt").write_bytes(text)
    (raw / "a.txt").write_text(NOTICE.replace("300", "301"), "utf-8")
    assert extract(raw) == 0
    assert contents(out) == bytes_before


def test_every_issue_that_arises_between_notices_is_made_anew() -> None:
    """Kept and made once more it would be there twice, and stop everybody."""
    folder = Path(kept.__file__).parent
    made = {
        kind
        for path in folder.glob("*.py")
        for kind in regex.findall(r'Issue\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    assert "ambiguous_citation" in made
    assert made - {"lost_reference"} <= kept.BETWEEN["issues"]


def test_facts_are_not_given_up_for_a_reference(raw: Path) -> None:
    import pyarrow.parquet as pq

    shutil.copy(RAW / "jiangjin-2021-78.txt", raw / "a.txt")
    assert extract(raw) == 0
    path = raw.parent / "out" / "tables.parquet"
    pq.write_table(pq.read_table(path).slice(0, 0), path)
    before = spoil_a(raw)
    assert extract(raw) == 2
    assert contents(raw.parent / "out") == before


def test_a_region_that_is_no_more_is_had_from_another_notice_that_names_it(raw: Path, rows: Rows) -> None:
    import pyarrow.parquet as pq

    out = raw.parent / "out"
    for name in "ab":
        text = (raw / f"{name}.txt").read_text("utf-8")
        (raw / f"{name}.txt").write_text(text.replace("某市", "重庆市江津区"), "utf-8")
    assert extract(raw) == 0
    before = tables(out, rows)
    for table in ("regions", "agencies"):
        pq.write_table(pq.read_table(out / f"{table}.parquet").slice(0, 0), out / f"{table}.parquet")
    (raw / "a.txt").write_bytes(b"")
    assert extract(raw) == 3
    assert before["regions"] and tables(out, rows) == before


def test_a_notice_kept_that_another_amended_outlives_the_other(raw: Path, rows: Rows) -> None:
    """Links between notices are made anew: none points at a notice that is no more."""
    out = raw.parent / "out"
    (raw / "b.txt").write_text(
        NOTICE.replace(
            "关于推进养老服务的通知",
            "关于废止《某市人民政府关于推进养老服务的通知》（某政发〔2024〕20号）的通知",
        )
        .replace("20号\n各区", "21号\n各区")
        .replace(
            "到2025年底前",
            "现决定废止《某市人民政府关于推进养老服务的通知》（某政发〔2024〕20号）。到2025年底前",
        ),
        "utf-8",
    )
    assert extract(raw) == 0
    assert {row["repealed_by"] for row in rows(out, "notices")} == {None, "b"}
    (raw / "a.txt").write_bytes(b"")
    (raw / "b.txt").unlink()
    assert extract(raw) == 3
    assert [(row["notice_id"], row["repealed_by"]) for row in rows(out, "notices")] == [("a", None)]


@pytest.mark.usefixtures("published")
def test_an_unreadable_folder_is_written_anew_where_every_notice_can_be_read(raw: Path) -> None:
    before = contents(raw.parent / "out")
    (raw.parent / "out" / "notices.parquet").write_bytes(b"x")
    assert extract(raw) == 0
    assert contents(raw.parent / "out") == before


@pytest.mark.usefixtures("published")
def test_a_notice_whose_id_changed_with_its_neighbours_keeps_its_rows(raw: Path, rows: Rows) -> None:
    (raw / "a.html").write_text(f"<html><body><p>{NOTICE}</p></body></html>", "utf-8")
    spoil_a(raw)
    assert extract(raw) == 3
    assert {row["notice_id"] for row in rows(raw.parent / "out", "notices") if row["stale"]} == {"a"}


@pytest.mark.usefixtures("published")
def test_what_a_killed_run_had_moved_away_is_put_back_first(raw: Path, rows: Rows) -> None:
    out = raw.parent / "out"
    out.rename(out.with_name(".out.notice-pipeline-old"))
    (raw / "a.txt").write_bytes(b"")
    assert extract(raw) == 3
    assert {row["notice_id"] for row in rows(out, "notices")} == {"a", "b"}
