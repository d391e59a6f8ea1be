"""The cache: the same bytes as without it, only what changed is read, nothing corrupt is trusted."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from pipeline import cache as cache_module
from pipeline import processes, recalled
from pipeline import provenance as made_by
from pipeline.beside import SideFile
from pipeline.cache import Cache, default_folder, parts_to_key, source_to_key
from pipeline.memory import Memory
from pipeline.model import Document
from pipeline.provenance import generation, provenance
from pipeline.run import Outcome, run
from pipeline.shelf import Shelf
from pipeline.sources import Source, find

NOTICE = """某市人民政府关于推进养老服务的通知
某政发〔2024〕{serial}号
各区人民政府：
一、建设床位
到2025年底前，全市新增养老床位{beds}张以上。（责任单位：市民政局、市财政局）
某市人民政府
2024年6月3日
"""


def put(raw: Path, name: str, beds: int = 300) -> None:
    raw.mkdir(exist_ok=True)
    (raw / f"{name}.txt").write_text(NOTICE.format(serial=len(name), beds=beds))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "p1")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    for name in ("a", "bb", "ccc"):
        put(tmp_path / "raw", name)
    return tmp_path / "raw"


class Seen:
    """Names of the notices that were truly read, as they are; in a file, for they are read in other processes."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clear()

    def clear(self) -> None:
        self.file.write_text("")

    def names(self) -> list[str]:
        return self.file.read_text().split()


@pytest.fixture
def read_ids(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Seen:
    from pipeline.outline import outline

    seen = Seen(tmp_path / "seen")

    def watched(document: Document) -> object:
        with seen.file.open("a") as file:
            file.write(f"{document.notice_id}\n")
        return outline(document)

    monkeypatch.setattr("pipeline.outline.outline", watched)
    return seen


def ran(raw: Path, out: str, cache: Cache | None) -> Outcome:
    return run(raw, raw.parent / out, 1, lambda *_: None, cache)


def test_from_the_cache_it_is_the_same_bytes(raw: Path, cache: Cache, read_ids: Seen) -> None:
    full = ran(raw, "full", None)
    first = ran(raw, "first", cache)
    read_ids.clear()
    again = ran(raw, "again", cache)
    assert read_ids.names() == [] and (first.recalled, again.recalled) == (0, 3)
    out = raw.parent
    assert contents(out / "full") == contents(out / "first") == contents(out / "again")
    assert (full.rows, full.checks, full.mentions) == (again.rows, again.checks, again.mentions)


def test_only_what_changed_is_read_again(raw: Path, cache: Cache, read_ids: Seen) -> None:
    ran(raw, "out", cache)
    read_ids.clear()
    put(raw, "bb", beds=301)
    put(raw, "new")
    (raw / "ccc.toml").write_text('publisher = "某市"')
    ran(raw, "out", cache)
    assert read_ids.names() == ["bb", "ccc", "new"]
    ran(raw, "full", None)
    assert contents(raw.parent / "out") == contents(raw.parent / "full")


def test_what_is_new_is_read_while_the_rest_is_recalled(
    raw: Path, cache: Cache, read_ids: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few of a large set; what changed of the others is read too, and all come in the order of their names."""
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)
    done: list[str] = []
    recall, read_all = recalled.recall, processes.read_all

    def recalling(source: Source, *lying: Any) -> Any:
        done.append(f"recall {source.notice_id}")
        return recall(source, *lying)

    def reading(sources: Sequence[Source], *more: Any, **named: Any) -> Any:
        done.append(f"read {' '.join(one.notice_id for one in sources)}")
        return read_all(sources, *more, **named)

    monkeypatch.setattr("pipeline.recalled.recall", recalling)
    monkeypatch.setattr("pipeline.run.read_all", reading)
    ran(raw, "out", cache)
    assert done == ["recall a", "recall bb", "recall ccc", "read a bb ccc"]
    done.clear()
    read_ids.clear()
    put(raw, "b")
    put(raw, "ccc", beds=301)
    ran(raw, "out", cache)
    assert done == ["recall b", "read b", "recall a", "recall bb", "recall ccc", "read ccc"]
    assert read_ids.names() == ["b", "ccc"]
    monkeypatch.undo()
    ran(raw, "full", None)
    assert contents(raw.parent / "out") == contents(raw.parent / "full")


def test_what_was_only_touched_is_known_by_what_it_says(
    raw: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout gives every file another time: none of ten thousand entries is opened for that, only what is remembered."""
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)
    ran(raw, "out", cache)
    loaded: list[str] = []
    load = Cache.load

    def loading(self: Cache, key: str, *more: Any) -> bytes | None:
        loaded.append(key)
        return load(self, key, *more)

    monkeypatch.setattr(Cache, "load", loading)
    for path in raw.iterdir():
        os.utime(path, (1, 1))
    assert ran(raw, "out", cache).recalled == 3
    assert len(set(loaded)) == len(loaded) == 2


def test_whoever_ends_while_the_rest_is_recalled_leaves_no_process(
    raw: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)
    ran(raw, "out", cache)
    put(raw, "b")
    recall = recalled.recall

    def failing(source: Source, *lying: Any) -> Any:
        if source.notice_id == "ccc":
            raise OSError("gone")
        return recall(source, *lying)

    monkeypatch.setattr("pipeline.recalled.recall", failing)
    with pytest.raises(OSError, match="gone"):
        ran(raw, "out", cache)
    until = time.monotonic() + 10
    while active_children():
        assert time.monotonic() < until, "a process is left"
        time.sleep(0.02)


@pytest.mark.parametrize("limits", ["", "seconds=9"])
def test_a_key_is_made_of_all_that_is_known_of_a_file(limits: str) -> None:
    """Of most files nothing is known besides, which is put together at once: as text it is the same."""
    some: dict[str, Any] = {"promises": {"url": "x"}, "beside": (SideFile("a.toml", b"x"), None)}
    for more in ({}, *({name: said} for name, said in some.items())):
        source = Source("甲'\n\"", Path("a.txt"), "a'.txt", **{"promises": {}, **more})
        assert cache_module._said(source, limits) == repr((list(cache_module._BESIDE(source)), limits))


def test_a_notice_taken_away_is_gone(raw: Path, cache: Cache) -> None:
    ran(raw, "out", cache)
    (raw / "bb.txt").unlink()
    ran(raw, "out", cache)
    ran(raw, "full", None)
    assert contents(raw.parent / "out") == contents(raw.parent / "full")
    assert not (raw.parent / "out" / "notices" / "bb.jsonl").exists()


def test_another_program_reads_again(raw: Path, cache: Cache, read_ids: Seen) -> None:
    ran(raw, "out", cache)
    read_ids.clear()
    assert ran(raw, "out", Cache(cache.folder, "p2")).recalled == 0
    assert read_ids.names() == ["a", "bb", "ccc"]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda entry: entry[:-7],
    "empty": lambda entry: b"",
    "one bit": lambda entry: entry[:500] + bytes([entry[500] ^ 1]) + entry[501:],
    "longer": lambda entry: entry + b"x",
    "no entry at all": lambda entry: b"garbage" * 100,
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_corrupt_entry_is_made_again(kind: str, raw: Path, cache: Cache, read_ids: Seen) -> None:
    """And what was told of the tables: they are made again, too."""
    ran(raw, "out", cache)
    full = contents(raw.parent / "out")
    entries = [path for path in cache.folder.rglob("*") if path.is_file()]
    assert len(entries) == 4
    before = {path: path.read_bytes() for path in entries}
    for path in entries:
        path.write_bytes(SPOILT[kind](path.read_bytes()))
    read_ids.clear()
    assert ran(raw, "out", cache).recalled == 0
    assert contents(raw.parent / "out") == full
    assert {path: path.read_bytes() for path in entries} == before


def test_an_entry_under_another_name_is_not_taken(cache: Cache) -> None:
    cache.store("one", b"1")
    shutil.copy(cache.folder / "p1" / "one", cache.folder / "p1" / "two")
    assert (cache.load("one"), cache.load("two"), cache.load("three")) == (b"1", None, None)


def test_whole_but_not_of_this_program_is_not_taken(raw: Path, cache: Cache) -> None:
    for source in find(raw)[0]:
        key = source_to_key(source)
        assert key is not None
        cache.store(key, b'{"parts": {}}\n')
    assert ran(raw, "out", cache).recalled == 0


def test_unread_notices_are_tried_again(raw: Path, cache: Cache) -> None:
    (raw / "bad.txt").write_bytes(b"")
    ran(raw, "out", cache)
    assert len(ran(raw, "out", cache).failures) == 1
    assert len([path for path in cache.folder.rglob("*") if path.is_file()]) == 3


def test_a_cache_that_cannot_be_written_only_forgets(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ran(raw, "out", Cache(tmp_path / "file", "p1")).rows["notices"] == 3


def test_entries_of_old_programs_go(tmp_path: Path) -> None:
    for program in ("p1", "p2", "p3"):
        Cache(tmp_path, program).store("k", b"1")
        time.sleep(0.01)
    Cache(tmp_path, "p3").forget_old()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p2", "p3"]


def test_parts_are_told_apart() -> None:
    assert parts_to_key([b"ab", b"c"]) != parts_to_key([b"a", b"bc"]) != parts_to_key([b"abc"])


def test_key_depends_on_all_that_is_said_of_a_notice(raw: Path) -> None:
    source = find(raw)[0][0]
    keys = {
        source_to_key(source),
        source_to_key(Source("other", source.path, source.source_file, source.promises)),
        source_to_key(Source("a", source.path, source.source_file, {"expect": {"tasks": 3}})),
    }
    assert len(keys) == 3 and None not in keys
    assert source_to_key(Source("a", raw / "missing.txt", "missing.txt", {})) != source_to_key(source)


def test_full_ignores_the_cache(raw: Path, monkeypatch: pytest.MonkeyPatch, read_ids: Seen) -> None:
    from pipeline.__main__ import main

    monkeypatch.setenv("NOTICE_CACHE", str(raw.parent / "cache"))
    command = ["extract", str(raw), "--out", str(raw.parent / "out"), "--quiet"]
    for options, count in (([], 3), ([], 0), (["--full"], 3)):
        read_ids.clear()
        assert main([*command, *options]) == 0
        assert len(read_ids.names()) == count


def test_environment_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NOTICE_CACHE", "")
    assert default_folder() is None
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path))
    assert default_folder() == tmp_path / "notices"
    monkeypatch.delenv("NOTICE_CACHE")
    assert default_folder() == Path(__file__).parents[1] / ".cache" / "notices"


# --- what the tables say they were made by ------------------------------------------------------


def test_provenance_names_rules_and_lexicons() -> None:
    said = provenance()
    assert {"extract/targets/rows", "language/times/edges", "model", "run"} <= said["rules"].keys()
    assert "agencies" in said["lexicons"] and "targets" in said["schemas"]
    assert not [
        name for name in said["rules"] if name.startswith(("review/", "console", "cache", "__main__"))
    ]
    assert len(generation()) == 64


def test_what_is_said_of_the_program_is_kept_while_its_files_are_as_they_were(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module, read = tmp_path / "rules.py", list[str]()
    module.write_text("x = 1\n", "utf-8")
    monkeypatch.setattr(made_by, "PACKAGE", tmp_path)
    monkeypatch.setattr(made_by, "schemas_folder", lambda: tmp_path)
    monkeypatch.setattr(made_by, "_KEPT", tmp_path / "kept")
    monkeypatch.setattr(made_by.sys, "dont_write_bytecode", False)
    hashed = made_by.files_to_provenance
    monkeypatch.setattr(made_by, "files_to_provenance", lambda files: read.append("") or hashed(files))
    own = made_by._own.__wrapped__
    assert own() == own()
    assert len(read) == 2 and not made_by._KEPT.exists(), "what was written just now may be written again"
    monkeypatch.setattr(made_by, "STILL", 0)
    first = own()
    assert own() == first
    assert len(read) == 3
    module.write_text("x = 2\n", "utf-8")
    assert own().digest != first.digest and "rules" in own().said
    made_by._KEPT.write_bytes(b"[")
    assert own().digest != first.digest


def test_comments_change_no_hash() -> None:
    from pipeline.provenance import _code

    assert _code(b"# why\nx = 1\n\n    # and\ny = 2\n") == _code(b"x = 1\ny = 2")
    assert _code(b"x = 1\n") != _code(b"x = 2\n")


def test_what_was_whole_is_looked_through_again_only_when_it_changed(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifty runs over a hundred megabytes need not add them up fifty times; an entry that was touched is."""
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)
    cache.store("k", b"abc")
    counted: list[str] = []
    real = Cache._digest

    def watched(self: Cache, key: str, made: bytes) -> bytes:
        counted.append(key)
        return real(self, key, made)

    monkeypatch.setattr(Cache, "_digest", watched)

    def found() -> bytes | None:
        memory = Memory(cache, "out")
        counted.clear()
        said = Shelf(cache, None, memory.checked).find("k")
        memory.save()
        return said

    assert (found(), "k" in counted) == (b"abc", True)
    assert (found(), "k" in counted) == (b"abc", False)
    entry = cache._path("k")
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + b"d")
    assert (found(), "k" in counted) == (None, True)
    entry.write_bytes(whole)
    assert (found(), "k" in counted) == (b"abc", True)
    entry.unlink()
    assert found() is None
