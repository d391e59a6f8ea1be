"""Faults of what is around a run: signals at any moment, full disks, odd environments. Each is a change of how it is called."""

from __future__ import annotations

import random
import resource
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """`environment` of the run (None: without that variable), `limits` set in it, `signal` sent after this part of a run's time;
    `twice`: two at once; `closed`: file descriptors it has not; `prepare` is called with the folder of the run.

    `may_fail`: nothing may be published, which must then be said with exit code 2.
    """

    name: str
    environment: Mapping[str, str | None] = field(default_factory=dict)
    limits: Mapping[int, int] = field(default_factory=dict)
    signal: str = ""
    after: float = 0.0
    twice: bool = False
    closed: tuple[int, ...] = ()
    prepare: Callable[[Path], object] | None = None
    may_fail: bool = False


def _garbage_cache(folder: Path) -> None:
    for path in (folder / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _leftovers(folder: Path) -> None:
    for name in (".out.notice-pipeline-4194305", ".out.notice-pipeline-old"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "x.parquet").write_bytes(b"cut")


def _conflicted(folder: Path) -> None:
    path = folder / "out" / "datapackage.json"
    path.write_text("<<<<<<< HEAD\n" + path.read_text("utf-8") + "=======\n>>>>>>> b\n", "utf-8")


def _cut_table(folder: Path) -> None:
    path = folder / "out" / "notices.parquet"
    path.unlink()
    path.write_bytes(b"PAR1")


ODD = (
    Fault("no home", {"HOME": None}),
    Fault("home is nowhere", {"HOME": "/nonexistent"}),
    Fault("no TMPDIR there", {"TMPDIR": "/nonexistent"}),
    Fault("locale C", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Fault("locale POSIX, ascii out", {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}),
    Fault("an unknown locale", {"LC_ALL": "xx_YY.KOI8-R"}),
    Fault("gbk out", {"PYTHONIOENCODING": "gbk"}),
    Fault("no PATH", {"PATH": ""}),
    Fault("nothing but the cache", {"PATH": None, "HOME": None, "LANG": None, "USER": None}),
    Fault("odd time zone", {"TZ": "Asia/Kashgar+99"}),
    Fault("a column wide", {"COLUMNS": "1", "TERM": "dumb"}),
    Fault("cache is a file", {"NOTICE_CACHE": "/dev/null"}),
    Fault("cache cannot be written", {"NOTICE_CACHE": "/proc/nowhere"}),
    Fault("cache cut short", prepare=_garbage_cache),
    Fault("leftovers of killed runs", prepare=_leftovers),
    Fault("merge marks", prepare=_conflicted),
    Fault("a table cut short", prepare=_cut_table),
    Fault("no stdin", closed=(0,)),
    Fault("no stdout", closed=(1,), may_fail=True),
    Fault("no stderr", closed=(2,), may_fail=True),
    Fault("nothing open", closed=(0, 1, 2), may_fail=True),
    Fault("few files", limits={resource.RLIMIT_NOFILE: 24}, may_fail=True),
    Fault("hardly any files", limits={resource.RLIMIT_NOFILE: 10}, may_fail=True),
    Fault("other language", {"NOTICE_LANG": "fr"}),
    Fault("wrong limit", {"NOTICE_LIMITS": "secs=1"}, may_fail=True),
    Fault("tight limits", {"NOTICE_LIMITS": "max_bytes=1 max_chars=1"}),
)


def faults(seed: int) -> Iterator[Fault]:
    """75: signals at moments that chance says, disks full at sizes that chance says, two at once, odd surroundings."""
    chance = random.Random(seed)
    yield from ODD
    for n in range(20):
        yield Fault(f"SIGKILL {n}", signal="SIGKILL", after=chance.uniform(0.05, 1.1))
    for n in range(12):
        name = chance.choice(("SIGTERM", "SIGHUP", "SIGINT"))
        yield Fault(f"{name} {n}", signal=name, after=chance.uniform(0.3, 1.1))
    for n in range(12):
        size = chance.choice((0, 1, 100, 2_000, 5_000, 9_000, 20_000, 40_000))
        yield Fault(f"disk full {n}", limits={resource.RLIMIT_FSIZE: size}, may_fail=True)
    for n in range(5):
        yield Fault(f"two at once {n}", twice=True)
