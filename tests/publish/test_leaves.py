"""A large set is published leaf by leaf: the same rows in the same order, and a notice more makes one leaf anew."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import TEXT, small

from pipeline.cache import Cache
from pipeline.messages import say
from pipeline.model import BrokenPromise, Issue, Unread
from pipeline.publish import publish
from pipeline.publish.leaves import FEW, MOST, Grove, to_leaves
from pipeline.publish.portion import Portion, checked_to_portion
from pipeline.publish.stored import lay_portions
from pipeline.review.diff import differences
from pipeline.review.diff_edition import folder_to_edition
from pipeline.shelf import Lost, Shelf

UNREAD = Unread("n050x", "n050x.pdf", Issue("unreadable", say("folder_empty")))


def notices(count: int) -> list[Portion]:
    return [checked_to_portion(small(f"n{n:03}", f"{TEXT}{n}\n")) for n in range(count)]


@pytest.fixture(scope="module")
def many() -> list[Portion]:
    return notices(3 * FEW)


def published(
    portions: list[Portion], out: Path, cache: Cache | None = None, unread: Sequence[Unread] = (UNREAD,)
) -> Path:
    shelf = Shelf(cache)
    publish(Grove(lay_portions(portions, shelf), shelf), unread, out)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def rows(out: Path, table: str) -> list[dict[str, object]]:
    return list(pq.ParquetFile(out / f"{table}.parquet").read().to_pylist())


def test_leaves_change_no_row(many: list[Portion], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leafy = published(many, tmp_path / "leafy")
    monkeypatch.setattr("pipeline.publish.leaves.FEW", 10_000)
    whole = published(many, tmp_path / "whole")
    for path in sorted(whole.glob("*.parquet")):
        assert rows(leafy, path.stem) == rows(whole, path.stem)
        one, other = (pq.ParquetFile(folder / path.name).schema_arrow for folder in (leafy, whole))
        assert one.equals(other, check_metadata=True)
    assert pq.ParquetFile(leafy / "targets.parquet").metadata.num_row_groups > 1
    assert {"n050x"} <= {row["notice_id"] for row in rows(leafy, "issues")}


def test_a_notice_more_changes_one_row_group(
    many: list[Portion], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache", "p")
    old = published(many, tmp_path / "old", cache)
    shutil.copytree(old, tmp_path / "new")
    more = [*many, checked_to_portion(small("n070a"))]
    made: list[str] = []
    real = Grove.portions

    def watched(grove: Grove, leaf: object) -> tuple[Portion, ...]:
        made.append("leaf")
        return real(grove, leaf)  # type: ignore[arg-type]

    monkeypatch.setattr(Grove, "portions", watched)
    new = published(more, tmp_path / "new", cache)
    assert 1 <= len(made) <= 3  # Its card, its tables, its twin.
    fresh = published(more, tmp_path / "fresh")
    assert contents(new) == contents(fresh)
    one, other = (set(groups(folder / "targets.parquet")) for folder in (old, new))
    assert len(other - one) == 1
    changes = differences(folder_to_edition(old), folder_to_edition(new))
    assert {change.notice_id for change in changes if change.notice_id} == {"n070a"}


def test_of_a_leaf_that_others_say_more_of_only_that_is_made_again(
    many: list[Portion], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its forty other tables were made again for each issue and each check between it and a new notice."""
    cache = Cache(tmp_path / "cache", "p")
    told = [UNREAD, Unread("n100x", "n100x.pdf", UNREAD.issue)]
    published(many, tmp_path / "out", cache)
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.publish.leaves.portions_to_own", None)
        again = published(many, tmp_path / "out", cache, told)
    assert contents(again) == contents(published(many, tmp_path / "fresh", None, told))
    assert {"n050x", "n100x"} <= {row["notice_id"] for row in rows(again, "issues")}


def groups(path: Path) -> list[bytes]:
    file = path.read_bytes()
    metadata = pq.ParquetFile(path).metadata
    found = []
    for n in range(metadata.num_row_groups):
        chunks = [metadata.row_group(n).column(c) for c in range(metadata.num_columns)]
        start = min(at for at in (chunks[0].dictionary_page_offset, chunks[0].data_page_offset) if at)
        found.append(file[start : start + sum(chunk.total_compressed_size for chunk in chunks)])
    return found


def test_where_a_leaf_ends_depends_on_no_neighbour() -> None:
    some = lay_portions([checked_to_portion(small(f"n{n:03}")) for n in (1, 2)], Shelf())
    several = [dataclasses.replace(some[0], notice_id=f"m{n:05}") for n in range(4_000)]
    ends = {leaf.end for leaf in to_leaves(several)}
    without = {leaf.end for leaf in to_leaves([*several[:2_000], *several[2_001:]])}
    assert len(ends) > 15 and len(ends ^ without) <= 3
    assert max(len(leaf.notices) for leaf in to_leaves(several)) <= MOST


def test_two_notices_of_one_name_publish_nothing(tmp_path: Path) -> None:
    with pytest.raises(BrokenPromise, match="a second time"):
        publish([small("a"), small("a")], [], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_the_cache_forgot_is_lost_and_said(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "p")
    shelf = Shelf(cache)
    shelf.keep("k", b"abc")
    assert shelf.take("k", 1, 2) == b"bc"
    (tmp_path / "p" / "k").unlink()
    with pytest.raises(Lost):
        Shelf(cache).take("k", 1, 2)


def test_what_no_cache_keeps_lies_with_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In memory, and from some size on in a file that nobody sees."""
    monkeypatch.setattr("pipeline.shelf.MOST_IN_MEMORY", 10)
    shelf = Shelf(None, tmp_path)
    for n in range(5):
        shelf.keep(f"k{n}", bytes([n]) * 7)
    assert [shelf.take(f"k{n}", 2, 3) for n in (4, 0, 3)] == [b"\4\4\4", b"\0\0\0", b"\3\3\3"]
    assert shelf.find("k1") == b"\1" * 7 and shelf.find("other") is None
    assert list(tmp_path.iterdir()) == []


def test_of_many_notices_each_step_is_told(many: list[Portion], tmp_path: Path) -> None:
    """How many are done and how many there are, step by step; of few nothing is said."""
    for portions, steps in ((many, ["compared", "published"]), (many[:3], [])):
        said: list[tuple[int, int, str]] = []
        shelf = Shelf()
        grove = Grove(lay_portions(portions, shelf), shelf)
        grove.told = lambda *one: said.append(one)  # noqa: B023
        publish(grove, [], tmp_path / f"{len(portions)}")
        assert list(dict.fromkeys(phase for _, _, phase in said)) == steps
        for step in steps:
            done = [done for done, _, phase in said if phase == step]
            assert done == sorted(set(done)) and done[-1] == len(portions) and len(done) > 1
        assert {total for _, total, _ in said} <= {len(portions)}
