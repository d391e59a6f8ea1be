"""Classes whose methods come from kept code are what they are without; a file that is not whole is made again."""

from __future__ import annotations

import collections
import dataclasses
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.generated import Kept


def classes() -> tuple[type, type]:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Bed:
        name: str
        count: int = 30
        towns: tuple[str, ...] = dataclasses.field(default_factory=tuple)

    class Place(NamedTuple):
        start: int
        end: int = 9

    return Bed, Place


def kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    store = Kept(path)
    monkeypatch.setattr(dataclasses, "exec", store.exec, raising=False)
    monkeypatch.setattr(collections, "eval", store.eval, raising=False)
    return store


def test_classes_are_the_same_and_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "generated"
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    for is_new in (True, False):
        store = kept(path, monkeypatch)
        Bed, Place = classes()  # noqa: N806
        assert store.is_stale is is_new
        store.save()
        bed = Bed("护理型")
        assert (bed, hash(bed)) == (Bed("护理型", 30, ()), hash(Bed("护理型")))
        assert repr(bed).endswith("Bed(name='护理型', count=30, towns=())")
        with pytest.raises(dataclasses.FrozenInstanceError):
            bed.count = 31
        assert dataclasses.replace(bed, count=31) != bed
        assert Place(3) == (3, 9) and Place(3)._replace(end=4).end == 4


@pytest.mark.parametrize(
    "spoil", [lambda said: said[:-1], lambda said: b"", lambda said: said[:40] + b"x" * 40]
)
def test_a_file_that_is_not_whole_is_made_again(
    spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "generated"
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    store = kept(path, monkeypatch)
    classes()
    store.save()
    path.write_bytes(spoil(path.read_bytes()))
    store = kept(path, monkeypatch)
    assert classes()[0]("甲").count == 30 and store.is_stale
    store.save()
    assert Kept(path).known


def test_where_nothing_can_be_written_nothing_is_kept() -> None:
    found: dict[str, int] = {}
    store = Kept(Path("/nonexistent/generated"))
    store.exec("a = 1 + b", {"b": 2}, found)
    assert found == {"a": 3} and store.eval("a + 1", found) == 4
    store.save()
