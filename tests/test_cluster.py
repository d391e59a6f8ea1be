"""A cluster makes the data set that one process makes, byte for byte, whoever of it dies; only a notice that kills is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.cluster import PART, text_to_address

ROOT = Path(__file__).resolve().parents[1]
NOTICE = """{place}人民政府关于推进养老服务的通知
某政发〔2024〕{n}号
一、建设床位
到2025年底前，新增养老床位{n}00张以上。（责任单位：市民政局）
2024年6月3日
"""
# Whoever imports the stage finds one that ends its process at a notice of this name; and that takes its time.
POISON = """
import importlib.abc, importlib.machinery, os, signal, sys, time

class Poisoned(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != "pipeline.outline":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        load = spec.loader.exec_module
        def exec_module(module):
            load(module)
            real = module.outline
            def outline(document):
                time.sleep(0.05)
                if document.notice_id == "poison":
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(document)
            module.outline = outline
        spec.loader.exec_module = exec_module
        return spec

sys.meta_path.insert(0, Poisoned())
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return put(tmp_path)


def put(folder: Path) -> Path:
    """Two parts of notices, one that kills its process, one that cannot be read."""
    raw = folder / "raw"
    raw.mkdir()
    for n in range(2 * PART):
        (raw / f"n{n}.txt").write_text(NOTICE.format(n=n, place=f"第{n}区"), "utf-8")
    (raw / "poison.txt").write_text(NOTICE.format(n=1, place="某市"), "utf-8")
    (raw / "bad.pdf").write_bytes(b"%PDF-1.4 no more")
    (folder / "sitecustomize.py").write_text(POISON, "utf-8")
    return raw


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    """What one process says and makes of them."""
    raw = put(tmp_path_factory.mktemp("alone"))
    run = started(raw, "out")
    _, said = run.communicate(timeout=300)
    assert run.returncode == 0, said
    return said, contents(raw.parent / "out")


def started(raw: Path, out: str, *more: str) -> subprocess.Popen[str]:
    folder = raw.parent
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(folder / out), "--quiet", *more],
        cwd=ROOT,
        env={
            **os.environ,
            "NOTICE_CACHE": str(folder / f"cache of {more[-1]}" if more else ""),
            "PYTHONPATH": str(folder),
        },
        stderr=subprocess.PIPE,
        text=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def workers(driver: int) -> list[int]:
    """The processes of Dask that a driver has started."""
    found = [
        int(child)
        for children in Path(f"/proc/{driver}/task").glob("*/children")
        for child in children.read_text().split()
    ]
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def await_entries(folder: Path, count: int) -> None:
    until = time.monotonic() + 120
    while sum(1 for path in folder.rglob("*") if path.is_file()) < count:
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.01)


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where only Linux has them")
CLUSTER = ("--cluster", "local:2")


@LINUX
def test_a_worker_that_dies_costs_nothing_and_a_notice_that_kills_only_itself(
    raw: Path, alone: tuple[str, dict[str, bytes]]
) -> None:
    run = started(raw, "out", *CLUSTER)
    await_entries(raw.parent / "cache of local:2", 3)
    os.kill(workers(run.pid)[0], signal.SIGKILL)
    _, said = run.communicate(timeout=300)
    assert run.returncode == 0, said
    assert "poison.txt" in said and "bad.pdf" in said and "n1" not in said
    assert (said, contents(raw.parent / "out")) == alone


@LINUX
def test_a_run_whose_driver_was_killed_goes_on_where_it_was(
    raw: Path, alone: tuple[str, dict[str, bytes]]
) -> None:
    cache = raw.parent / "cache of local:2"
    run = started(raw, "out", *CLUSTER)
    await_entries(cache, 3)
    run.kill()
    run.wait()
    assert not (raw.parent / "out").exists()
    kept = {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}
    again = started(raw, "out", *CLUSTER)
    assert again.communicate(timeout=300) and again.returncode == 0
    assert contents(raw.parent / "out") == alone[1]
    assert kept and {path: path.stat().st_mtime_ns for path in kept} == kept


def test_without_dask_it_says_what_to_install(raw: Path) -> None:
    (raw.parent / "sitecustomize.py").write_text("import sys; sys.modules['distributed'] = None", "utf-8")
    ran = started(raw, "out", "--cluster", "local:2")
    _, said = ran.communicate(timeout=120)
    assert ran.returncode == 2 and "notice-pipeline[cluster]" in said and "Traceback" not in said
    assert not (raw.parent / "out").exists()


@pytest.mark.parametrize("text", ["", "local:", "local:0", "local:x", "here"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError):
        text_to_address(text)


def test_addresses() -> None:
    assert [text_to_address(one) for one in ("tcp://10.0.0.1:8786", "local:2")] == [
        "tcp://10.0.0.1:8786",
        "local:2",
    ]
