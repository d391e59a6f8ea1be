"""What a published folder says of its files is the same however its data package is laid out, and nothing where it is none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import small

from pipeline.publish import publish
from pipeline.publish.listed import buckets, is_ours, listed, strays
from pipeline.publish.package import NAME


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("published") / "out"
    publish([small("a"), small('b"甲')], [], out)
    return out


def test_all_files_are_listed_and_none_is_a_stray(out: Path) -> None:
    found = dict(listed(out))
    assert set(found) == {
        f"{path.relative_to(out)}" for path in out.rglob("*") if path.suffix in (".parquet", ".jsonl")
    }
    assert json.loads((out / NAME).read_text("utf-8"))["twins"].items() <= found.items()
    assert strays(out) == [] and is_ours(out) and buckets(out) == 1


@pytest.mark.parametrize("indent", [None, 1, 2])
def test_laid_out_by_another_it_says_the_same(indent: int | None, out: Path, tmp_path: Path) -> None:
    said = json.loads((out / NAME).read_text("utf-8"))
    (tmp_path / NAME).write_text(json.dumps(said, indent=indent, ensure_ascii=indent != 2), "utf-8")
    assert list(listed(tmp_path)) == list(listed(out)) and is_ours(tmp_path)


HARMS: dict[str, Callable[[str], str]] = {
    "marks": lambda said: said.replace('\n "twins"', '\n<<<<<<< ours\n "twins"'),
    "marks among twins": lambda said: said.replace("\n }\n}", "\n=======\n }\n}"),
    "cut short": lambda said: said[:-20],
    "empty": lambda said: "",
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_of_what_is_no_data_package_nothing_is_listed(
    harm: Callable[[str], str], out: Path, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text(harm((out / NAME).read_text("utf-8")), "utf-8")
    assert list(listed(tmp_path)) == []


def test_a_hash_that_is_none_is_of_no_file(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "out")
    said = (out / NAME).read_text("utf-8").replace('a.jsonl": "', 'a.jsonl": "<')
    (tmp_path / "out" / NAME).write_text(said, "utf-8")
    assert strays(tmp_path / "out") == ["notices/a.jsonl"]
