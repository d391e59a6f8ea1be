"""Tables laid in buckets say what tables in one file say, under the same names; a notice more writes one bucket anew."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from conftest import TEXT, small

from pipeline.__main__ import main
from pipeline.messages import say
from pipeline.model import Issue, Unread
from pipeline.publish import publish
from pipeline.publish.layout import Layout, folder_to_layout
from pipeline.publish.leaves import Grove
from pipeline.publish.listed import strays
from pipeline.publish.portion import Portion, checked_to_portion
from pipeline.publish.rows import SHARED
from pipeline.publish.schema import schemas
from pipeline.publish.stored import lay_portions
from pipeline.review import diff_groups
from pipeline.review.diff import differences
from pipeline.review.diff_edition import folder_to_edition
from pipeline.shelf import Shelf

pytestmark = pytest.mark.usefixtures("here")

LAYOUT = Layout(4)
UNREAD = [Unread(f"bad{n}", f"bad{n}.pdf", Issue("unreadable", say("folder_empty"))) for n in range(9)]
NOTICE = "{place}人民政府关于养老的通知\n某政发〔2024〕{n}号\n到2025年底前，新增养老床位{n}00张以上。（责任单位：市民政局）\n"


@pytest.fixture(scope="module")
def many() -> list[Portion]:
    return [checked_to_portion(small(f"n{n:03}", f"{TEXT}{n}\n")) for n in range(100)]


@pytest.fixture(scope="module")
def laid(many: list[Portion], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them in buckets; nobody changes it."""
    return published(many, tmp_path_factory.mktemp("laid") / "parted")


def published(portions: list[Portion], out: Path, layout: Layout = LAYOUT) -> Path:
    shelf = Shelf()
    publish(Grove(lay_portions(portions, shelf), shelf, layout=layout), UNREAD, out)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def rows(out: Path, table: str) -> list[str]:
    found = pq.read_table(out / f"{table}.parquet", partitioning=None).to_pylist()
    return sorted(json.dumps(row, default=str) for row in found)


def test_the_same_rows_under_the_same_names(many: list[Portion], laid: Path, tmp_path: Path) -> None:
    flat, parted = published(many, tmp_path / "flat", Layout()), laid
    duckdb, pd = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    for table, schema in schemas().items():
        assert rows(flat, table) == rows(parted, table), table
        one, other = f"{flat}/{table}.parquet", f"{parted}/{table}.parquet"
        names = [column.name for column in schema.columns]
        count = len(rows(flat, table))
        for path in (one, other):
            assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall() == [(count,)]
            assert len(pd.read_parquet(path, columns=names)) == count
    assert not (parted / "notices").exists()


def test_each_row_lies_in_the_bucket_of_its_notice(laid: Path) -> None:
    parted = laid
    for table in schemas().keys() - {*SHARED, "indicator_links"}:
        parts = sorted((parted / f"{table}.parquet").iterdir())
        assert [part.name for part in parts] == [f"bucket=0{n}" for n in range(LAYOUT.buckets)]
        for n, part in enumerate(parts):
            found = pq.ParquetFile(part / "part-0.parquet").read()["notice_id"].to_pylist()
            assert {LAYOUT.bucket(one) for one in found} <= {n}, table
    issues = pytest.importorskip("pandas").read_parquet(parted / "issues.parquet")
    assert {one.notice_id for one in UNREAD} <= set(issues["notice_id"])


def test_a_notice_more_writes_one_bucket_anew(many: list[Portion], laid: Path, tmp_path: Path) -> None:
    old = laid
    shutil.copytree(old, tmp_path / "new")
    before = {path: path.stat().st_ino for path in (tmp_path / "new").rglob("part-0.parquet")}
    numbers = {path.stat().st_ino for path in (tmp_path / "new" / "buckets").iterdir()}
    more = [*many, checked_to_portion(small("n050a"))]
    new = published(more, tmp_path / "new")
    changed = {path.parent.name for path, number in before.items() if path.stat().st_ino != number}
    assert changed == {f"bucket=0{LAYOUT.bucket('n050a')}"}
    assert contents(new) == contents(published(more, tmp_path / "fresh"))
    assert {path.name for path in (new / "buckets").iterdir() if path.stat().st_ino not in numbers} == {
        f"0{LAYOUT.bucket('n050a')}.json"
    }
    found = differences(folder_to_edition(old), folder_to_edition(new))
    assert {change.notice_id for change in found if change.notice_id} == {"n050a"}


def test_of_buckets_that_are_one_and_the_same_no_point_is_read(
    many: list[Portion], laid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of notices that differ are spread over all buckets' names: not what they begin with says where they are."""
    old = shutil.copytree(laid, tmp_path / "old")
    shutil.copytree(old, tmp_path / "new", copy_function=os.link)
    new = published([*many, checked_to_portion(small("n050a"))], tmp_path / "new")
    read: list[str] = []
    real = diff_groups.opened

    def watched(file: diff_groups.Content) -> pq.ParquetFile:
        if isinstance(file, Path):
            read.append(file.relative_to(tmp_path).as_posix())
        return real(file)

    monkeypatch.setattr(diff_groups, "opened", watched)
    found = differences(folder_to_edition(old), folder_to_edition(new))
    bucket = f"bucket=0{LAYOUT.bucket('n050a')}"
    points = [path for path in read if "/clauses.parquet/" in path and bucket not in path]
    assert {path.split("/")[2] for path in points} == {"bucket=00"}, "a first one for the columns"
    assert {change.notice_id for change in found if change.notice_id} == {"n050a"}
    assert {change.kind for change in found if change.table == "clauses"} == {"added"}


def test_a_part_that_somebody_changed_is_named_and_written_anew(
    many: list[Portion], laid: Path, tmp_path: Path
) -> None:
    out = shutil.copytree(laid, tmp_path / "out")
    before = contents(out)
    path = out / "targets.parquet" / "bucket=03" / "part-0.parquet"
    path.write_bytes(b"PAR1 mine PAR1")
    assert strays(out) == ["targets.parquet/bucket=03/part-0.parquet"]
    (out / "buckets" / "02.json").write_text("{", "utf-8")
    assert contents(published(many, out)) == before


def test_no_notices_and_more_buckets_than_notices(many: list[Portion], tmp_path: Path) -> None:
    for count, layout in ((0, LAYOUT), (2, Layout(23))):
        out = published(many[:count], tmp_path / str(count), layout)
        assert len(rows(out, "notices")) == count and folder_to_layout(out) == layout
    assert len(list((tmp_path / "2" / "notices.parquet").glob("bucket=*/part-0.parquet"))) == 23
    assert Layout(101).path("notices", 7) == "notices.parquet/bucket=007/part-0.parquet"


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    raw = tmp_path / "raw"
    raw.mkdir()
    for n in range(6):
        (raw / f"n{n}.txt").write_text(NOTICE.format(n=n + 1, place=f"第{n}区"), "utf-8")
    return raw


def extracted(raw: Path, out: Path, *more: str) -> Path:
    assert main(["extract", str(raw), "--out", str(out), "--quiet", "--jobs", "1", *more]) == 0
    return out


def test_later_runs_keep_to_it(raw: Path, tmp_path: Path) -> None:
    out = extracted(raw, tmp_path / "out", "--buckets", "4")
    (raw / "more.txt").write_text(NOTICE.format(n=9, place="某区"), "utf-8")
    assert contents(extracted(raw, out)) == contents(extracted(raw, tmp_path / "fresh", "--buckets", "4"))
    assert contents(extracted(raw, out, "--buckets", "1")) == contents(extracted(raw, tmp_path / "flat"))


def test_what_cannot_be_read_any_more_keeps_its_rows(raw: Path, tmp_path: Path) -> None:
    out = extracted(raw, tmp_path / "out", "--buckets", "4")
    before = rows(out, "targets")
    (raw / "n2.txt").write_bytes(b"")
    assert main(["extract", str(raw), "--out", str(out), "--quiet", "--jobs", "1"]) == 3
    assert rows(out, "targets") == before


def test_parts_of_a_run_are_merged_into_buckets(raw: Path, tmp_path: Path) -> None:
    parts = [tmp_path / f"part{n}" for n in range(2)]
    for n, part in enumerate(parts):
        extracted(raw, part, "--shard", f"{n}/2")
    assert (
        main(["merge", *map(str, parts), "--out", str(tmp_path / "merged"), "--buckets", "4", "--quiet"]) == 0
    )
    assert contents(tmp_path / "merged") == contents(extracted(raw, tmp_path / "whole", "--buckets", "4"))


def test_commands_say_of_both_the_same(raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[list[Any]] = []
    for name, more in (("flat", ()), ("parted", ("--buckets", "4"))):
        out = extracted(raw, tmp_path / name / "out", *more)
        capsys.readouterr()
        codes = [
            main(["ledger", "--out", str(out)]),
            main(["export", str(out), "--sqlite", "--to", str(tmp_path / name / "x.sqlite")]),
            main(["export", str(out), "--duckdb", "--to", str(tmp_path / name / "x.duckdb")]),
            main(["dashboard", str(out)]),
            main(["review", str(out), "--raw", str(raw)]),
        ]
        pages = sorted(path.name for path in (out / "review").rglob("*.html"))
        said.append([codes, capsys.readouterr().out.replace(name, ""), pages])
    assert said[0] == said[1] and set(said[0][0]) == {0}


def test_in_a_store(raw: Path, tmp_path: Path) -> None:
    from pipeline.store import Store

    store = Store(f"memory://{uuid.uuid4()}")
    address = f"{store.address}/out"
    for more in ("", "more"):
        if more:
            (raw / "more.txt").write_text(NOTICE.format(n=9, place="某区"), "utf-8")
        assert main(["extract", str(raw), "--out", address, "--quiet", "--jobs", "1", "--buckets", "4"]) == 0
        local = extracted(raw, tmp_path / f"local{more}", "--buckets", "4")
        package = json.loads(store.read("out/datapackage.json") or b"")
        for name, path in package["files"].items():
            assert store.read(f"out/{path}") == (local / name).read_bytes()
        listed = [
            path
            for one in package["resources"]
            for path in ([one["path"]] if isinstance(one["path"], str) else one["path"])
        ]
        assert len(listed) > 100 and all(store.read(f"out/{path}") for path in listed)
    for name in store.names():
        store.remove(name)


@pytest.mark.parametrize("number", ["0", "-1", "x", "5000"])
def test_what_is_no_number_of_buckets(raw: Path, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["extract", str(raw), "--out", str(raw.parent / "out"), "--buckets", number])
    assert ended.value.code == 2 and "--buckets" in capsys.readouterr().err
