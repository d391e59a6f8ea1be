"""A table put together of parts: the same file however it is hashed and put on disk, and it says of its columns what one without rows says."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import small

from pipeline.publish import publish
from pipeline.publish.files import TableFile, ended, write_rows
from pipeline.publish.leaves import GROUPS, file_to_sections, rows_to_table, table_to_parquet
from pipeline.publish.row_groups import bytes_to_groups, file_to_footer
from pipeline.publish.schema import schemas
from pipeline.shelf import Shelf

PARTS = [
    [{"region_code": f"36{n:02}{k:02}", "name": f"{n}{k}县", "level": "county"} for k in range(30)]
    for n in range(9)
]


def parquet(rows: list[dict[str, object]]) -> bytes:
    return table_to_parquet("regions", rows_to_table("regions", rows))


def put_together(path: Path, behind: ThreadPoolExecutor | None = None) -> tuple[bytes, str]:
    file = TableFile(path, "regions", behind)
    for rows in PARTS:  # type: ignore[assignment]
        parts = dict(file_to_sections("regions", parquet(rows)))  # type: ignore[arg-type]
        file.add(parts["regions"], bytes_to_groups(parts[GROUPS.format("regions")]))
    digest = ended({"regions": file})["regions"]
    return path.read_bytes(), digest


@pytest.mark.parametrize("stride", [1, 1000, 1 << 30])
def test_hashed_while_it_is_written_it_is_the_same(
    stride: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, digest = put_together(tmp_path / "whole")
    assert hashlib.sha256(whole).hexdigest() == digest
    assert pq.ParquetFile(tmp_path / "whole").metadata.num_rows == sum(map(len, PARTS))
    monkeypatch.setattr("pipeline.publish.files.STRIDE", stride)
    monkeypatch.setattr("pipeline.publish.files.PIECE", 100)
    with ThreadPoolExecutor(1) as behind:
        assert put_together(tmp_path / "followed", behind) == (whole, digest)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "out"
    publish([small("a"), small("b")], [], out)
    return out


@pytest.mark.parametrize("name", schemas())
def test_of_its_columns_each_file_of_a_table_says_the_same(name: str, out: Path) -> None:
    """So that a part kept for the next time need not say it again."""
    read = file_to_footer((out / f"{name}.parquet").read_bytes())
    model = file_to_footer(table_to_parquet(name, rows_to_table(name, [])))
    assert (read.before, read.between, read.after) == (model.before, model.between, model.after)


def test_of_many_rows_only_runs_that_are_new_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.publish.files.FEW", 10)
    monkeypatch.setattr("pipeline.publish.files.MEAN", 20)
    shelf = Shelf()
    asked: list[int] = []

    def written(lines: list[str]) -> bytes:
        def rows(those: object) -> list[str]:
            asked.append(len(those))  # type: ignore[arg-type]
            return [f'{{"region_code": "{line}", "name": "{line}县", "level": "county"}}' for line in those]  # type: ignore[attr-defined]

        file = TableFile(tmp_path / "regions", "regions")
        write_rows("regions", lines, file, shelf, rows)
        file.end()
        return (tmp_path / "regions").read_bytes()

    lines = [f"{n:06}" for n in range(100_000, 100_400)]
    first = written(lines)
    assert asked == [400] and written(lines) == first and asked == [400, 0]
    more = written([*lines[:200], "1001990", *lines[200:]])
    assert 0 < asked[-1] < 200
    table = pq.ParquetFile(tmp_path / "regions").read()
    assert table["region_code"].to_pylist() == [*lines[:200], "1001990", *lines[200:]] and more != first
