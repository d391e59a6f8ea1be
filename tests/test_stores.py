"""Notices and tables in a store: the same bytes as in folders, and whoever reads while it is published finds all or nothing new."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.editions import PACKAGE
from pipeline.model import BrokenPromise
from pipeline.store import Store
from pipeline.stores import text_to_place
from tests.test_shards import NOTICE

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with two notices in raw/, one of them in a folder with its annex."""
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "cache"))
    store = Store(f"memory://{uuid.uuid4()}")
    store.write("raw/a.txt", NOTICE.format(n=1).encode())
    store.write("raw/b/notice.txt", NOTICE.format(n=2).encode())
    yield store
    for name in store.names():
        store.remove(name)


def extracted(store: Store) -> int:
    return main(
        ["extract", f"{store.address}/raw", "--out", f"{store.address}/out", "--quiet", "--jobs", "1"]
    )


def published(store: Store) -> dict[str, bytes]:
    """What a reader of the data package finds, under the names that a folder has."""
    package: dict[str, Any] = json.loads(store.read(f"out/{PACKAGE}") or b"")
    found = {name: store.read(f"out/{path}") for name, path in package["files"].items()}
    assert {resource["path"] for resource in package["resources"]} <= set(package["files"].values())
    for resource in package["resources"]:
        assert hashlib.sha256(store.read(f"out/{resource['path']}") or b"").hexdigest() == resource["sha256"]
    return {name: said for name, said in found.items() if said is not None} | {
        PACKAGE: store.read(f"out/{package['edition']}") or b""
    }


def in_folders(store: Store, folder: Path) -> dict[str, bytes]:
    """What the same notices give in folders."""
    for name in store.names():
        if name.startswith("raw/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(store.read(name) or b"")
    main(["extract", str(folder / "raw"), "--out", str(folder / "out"), "--quiet", "--jobs", "1", "--full"])
    out = folder / "out"
    hidden = (".gitattributes", ".gitignore", ".provenance.json")
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and path.name not in hidden
    }


def test_the_same_bytes_as_in_folders(store: Store, tmp_path: Path) -> None:
    assert extracted(store) == 0
    assert published(store) == in_folders(store, tmp_path / "one")
    store.write("raw/c.txt", NOTICE.format(n=3).encode())
    store.remove("raw/a.txt")
    assert extracted(store) == 0
    assert published(store) == in_folders(store, tmp_path / "two")


def test_on_another_machine_what_cannot_be_read_keeps_its_rows(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert extracted(store) == 0
    before = published(store)
    store.write("raw/a.txt", b"")
    monkeypatch.setenv("NOTICE_CACHE", str(tmp_path / "other"))
    assert extracted(store) == 3
    after = published(store)
    assert before["tasks.parquet"] == after["tasks.parquet"]


class Killed(BaseException):
    pass


def test_killed_at_any_write_it_is_old_or_new(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing of it stays behind once the next run has ended."""
    assert extracted(store) == 0
    old, names = published(store), set(store.names())
    store.write("raw/c.txt", NOTICE.format(n=3).encode())
    real = Store.write
    left = 0

    def until(self: Store, name: str, said: bytes) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        real(self, name, said)

    monkeypatch.setattr(Store, "write", until)
    kills = 0
    while True:
        left = 4
        try:
            extracted(store)
            break
        except Killed:
            kills += 1
            assert published(store) == old
    assert kills > 3
    monkeypatch.setattr(Store, "write", real)
    new = published(store)
    assert new != old and extracted(store) == 0 and published(store) == new
    # Its own files, and those of the edition before for who still reads it.
    files = {name for name in store.names() if name.startswith("out/")}
    assert len(files) < 2 * len({name for name in names if name.startswith("out/")}) + 10


def test_what_no_run_wrote_stays(store: Store) -> None:
    store.write("out/mine.txt", b"mine")
    for n in (3, 4):
        store.write(f"raw/c{n}.txt", NOTICE.format(n=n).encode())
        assert extracted(store) == 0
    assert store.read("out/mine.txt") == b"mine"


def test_nothing_there(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", f"{store.address}/nothing", "--out", f"{store.address}/out"]) == 2
    assert "nothing" in capsys.readouterr().err
    assert store.read(f"out/{PACKAGE}") is None


def test_without_fsspec_it_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['fsspec'] = None; from pipeline.__main__ import main; sys.exit(main(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "extract", "s3://bucket/raw", "--out", str(tmp_path / "out")],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 2 and "notice-pipeline[storage]" in ran.stderr and "Traceback" not in ran.stderr
    assert not (tmp_path / "out").exists()


def test_a_protocol_that_nothing_opens() -> None:
    with pytest.raises(BrokenPromise, match="nowhere://x"):
        Store("nowhere://x")


def test_places() -> None:
    assert text_to_place("raw") == Path("raw") and text_to_place("file:///data/raw") == Path("/data/raw")
    assert text_to_place("s3://bucket/raw") == "s3://bucket/raw"


def test_a_log_says_what_became_of_each_notice(store: Store, tmp_path: Path) -> None:
    store.write("raw/bad.pdf", b"%PDF-1.4 no more")
    log = tmp_path / "run.jsonl"
    main(["extract", f"{store.address}/raw", "--out", str(tmp_path / "out"), "--quiet", "--log", str(log)])
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    *each, whole = lines
    assert [line["notice_id"] for line in each] == ["a", "b", "bad"]
    assert [line["done"] for line in each] == [1, 2, 3] and each[0]["seconds"] > 0
    assert each[2]["unread"] == "unreadable" and each[2]["message"]
    assert whole["notices"] == 2 and whole["unread"] == {"unreadable": 1} and whole["rows"]["targets"] == 2
    assert {name for name, _ in whole["slowest"]} == {"a", "b"}
