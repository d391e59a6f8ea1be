"""Notices read from a store that speaks S3, and tables published there: a server of moto's on this machine, where it is installed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.editions import PACKAGE
from pipeline.store import Store
from tests.test_shards import NOTICE
from tests.test_stores import in_folders, published

pytest.importorskip("s3fs")
pytest.importorskip("moto.server")
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A bucket with three notices in raw/, one of them in a folder with its annex."""
    import s3fs

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b",
        "AWS_DEFAULT_REGION": "us-east-1", "NOTICE_CACHE": str(tmp_path / "cache"), "NO_PROXY": "*",
    }  # fmt: skip
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while True:
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                break
        assert time.monotonic() < until and server.poll() is None
        time.sleep(0.1)
    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().mkdir("notices")
    store = Store("s3://notices/data")
    store.write("raw/a.txt", NOTICE.format(n=1).encode())
    store.write("raw/b/notice.txt", NOTICE.format(n=2).encode())
    store.write("raw/b/附件.txt", NOTICE.format(n=3).encode())
    yield store
    server.kill()
    server.wait()


def started(store: Store, *more: str) -> subprocess.Popen[str]:
    places = (f"{store.address}/raw", "--out", f"{store.address}/out")
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", *places, "--quiet", "--jobs", "1", *more],
        cwd=ROOT, stderr=subprocess.PIPE, text=True, env=dict(os.environ),
    )  # fmt: skip


def ended(run: subprocess.Popen[str]) -> int:
    _, said = run.communicate(timeout=300)
    assert run.returncode == 0, said
    return run.returncode


def test_the_same_bytes_as_in_folders(store: Store, tmp_path: Path) -> None:
    ended(started(store))
    assert published(store) == in_folders(store, tmp_path / "one")
    store.write("raw/c.txt", NOTICE.format(n=4).encode())
    store.remove("raw/a.txt")
    ended(started(store))
    assert published(store) == in_folders(store, tmp_path / "two")


def test_killed_while_it_publishes_what_was_there_stays_whole(store: Store) -> None:
    ended(started(store))
    old, names = published(store), set(store.names())
    store.write("raw/c.txt", NOTICE.format(n=3).encode())
    run, until = started(store), time.monotonic() + 120
    while (
        len(set(store.names()) - names) < 6 and run.poll() is None
    ):  # The notice, and five files of the new edition.
        assert time.monotonic() < until
    run.kill()
    run.wait()
    assert published(store) == old
    ended(started(store))
    new = published(store)
    assert new != old and store.read(f"out/{PACKAGE}") is not None
