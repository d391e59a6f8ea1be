"""What chance and bad surroundings do to a run: `make bench-faults` (N=300 SEED=1).

mutants       in one run with a whole notice: none stops it, loses the other, hangs over its bound or leaves a process
surroundings  whatever happens to a run, OUT is what it was or what it should be, and the next run makes it that
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
from tests.bench.faults.mutants import mutants, seeds  # noqa: E402
from tests.bench.faults.surroundings import Fault, faults  # noqa: E402

MARK = "NOTICE_BENCH_MARK"
LIMITS = "seconds=20"


def call(folder: Path, raw: str, fault: Fault, mark: str) -> subprocess.Popen[bytes]:
    """A run that reads `raw` of the folder and publishes `out`, with the fault."""
    environment = {
        **os.environ,
        "NOTICE_CACHE": str(folder / "cache"),
        MARK: mark,
        "PYTHONPATH": str(ROOT),
        **fault.environment,
    }
    command = [sys.executable, "-m", "pipeline", "extract", str(folder / raw), "--out", str(folder / "out")]
    return subprocess.Popen(
        [*command, "--jobs", "2"],
        env={name: value for name, value in environment.items() if value is not None},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=lambda: _suffer(fault),
    )


def _suffer(fault: Fault) -> None:
    import resource

    for which, most in fault.limits.items():
        resource.setrlimit(which, (most, most))
    for descriptor in fault.closed:
        os.close(descriptor)


def left(mark: str) -> list[int]:
    """Processes of a run, by the mark in their environment, that still do something."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            is_ours = f"{MARK}={mark}".encode() in (path / "environ").read_bytes().split(b"\0")
            if is_ours and (path / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                found.append(int(path.name))
    return found


def state(out: Path) -> str:
    """What is published, as one hash; what is not whole, or half of it, is said to be that."""
    try:
        package = json.loads((out / "datapackage.json").read_text("utf-8"))
        listed = {one["path"]: one["sha256"] for one in package["resources"]} | package["twins"]
    except (OSError, ValueError, LookupError):
        return "none"
    torn = [p for p, digest in listed.items() if hashlib.sha256((out / p).read_bytes()).hexdigest() != digest]
    return f"torn: {torn[:3]}" if torn else hashlib.sha256(repr(sorted(listed.items())).encode()).hexdigest()


def settled(folder: Path, raw: str) -> str:
    """The state after a run in peace."""
    process = call(folder, raw, Fault("none"), "none")
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said.decode()
    return state(folder / "out")


def suffered(folder: Path, fault: Fault, states: Mapping[str, str], whole: float) -> list[str]:
    """What a fault did that it may not do. `states` are those of out before and after a run that takes `whole` seconds."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    shutil.copytree(folder / "out before", folder / "out")
    if fault.prepare is not None:
        fault.prepare(folder)
    mark = f"{os.getpid()}.{fault.name}"
    runs = [call(folder, "after", fault, mark) for _ in range(1 + fault.twice)]
    if fault.signal:
        time.sleep(fault.after * whole)
        for run in runs:
            run.send_signal(getattr(signal, fault.signal))
    said = [run.communicate(timeout=120)[0].decode("utf-8", "replace") for run in runs]
    wrong = [f"{word} printed" for word in ("Traceback", "Fatal") if any(word in one for one in said)]
    time.sleep(0.1 if left(mark) else 0)  # Who is killed with its parent is gone a moment later.
    wrong += [f"left {left(mark)}"] if left(mark) else []
    wrong += _ended_wrong(fault, [run.returncode for run in runs], folder, states)
    if settled(folder, "after") != states["after"]:
        wrong.append("the next run made something else")
    if odd := [path.name for path in folder.glob(".out.*") if path.name != ".out.lock"]:
        wrong.append(f"left beside it: {odd}")
    return wrong


def _ended_wrong(fault: Fault, codes: list[int], folder: Path, states: Mapping[str, str]) -> list[str]:
    now = state(folder / "out")
    if fault.signal:
        number = int(getattr(signal, fault.signal))
        allowed = {0, 128 + number, -number}
        return [
            *([f"ended with {codes}"] if set(codes) - allowed else []),
            *([f"out is {now}"] if now not in states.values() else []),
        ]
    done = {0, 3} | ({2} if fault.may_fail else set())
    wrong = [f"ended with {codes}"] if set(codes) - done else []
    kept = codes[0] == 2 and now == states["before"]
    if now != states["after"] and not kept and codes[0] != 3:
        wrong.append(f"ended with {codes}, and out is {now}")
    return wrong


def put(folder: Path) -> tuple[dict[str, str], float]:
    """Two folders of notices; the states that they give, and how long a run takes that reads nothing. What the first gave is kept:
    each fault begins there."""
    for name, suffixes in (
        ("before", (".txt", ".docx")),
        ("after", (".txt", ".docx", ".md", ".html", ".pdf")),
    ):
        (folder / name).mkdir()
        for suffix in suffixes:
            (folder / name / f"a{suffix[1:]}{suffix}").write_bytes(seeds()[suffix])
    states = {"before": settled(folder, "before")}
    shutil.copytree(folder / "out", folder / "out before")
    states["after"] = settled(folder, "after")
    start = time.monotonic()
    settled(folder, "before")
    return states, time.monotonic() - start


def bench_surroundings(chosen: list[Fault]) -> dict[str, list[str]]:
    """By fault what went wrong."""
    with tempfile.TemporaryDirectory() as place:
        states, whole = put(Path(place))
        return {fault.name: suffered(Path(place), fault, states, whole) for fault in chosen}


def bench_mutants(n: int, seed: int, size: int = 60) -> tuple[list[str], Counter[str]]:
    """(What went wrong, what came of the mutants by kind), `size` of them a run."""
    wrong: list[str] = []
    came: Counter[str] = Counter()
    drawn = list(mutants(n, seed))
    for start in range(0, n, size):
        some = drawn[start : start + size]
        with tempfile.TemporaryDirectory() as place:
            wrong += _run_mutants(Path(place), some, came)
    return wrong, came


def _run_mutants(folder: Path, some: list[tuple[str, bytes]], came: Counter[str]) -> list[str]:
    import pyarrow.parquet as pq

    (folder / "raw").mkdir()
    for name, content in (("whole.txt", seeds()[".txt"]), *some):
        (folder / "raw" / name).write_bytes(content)
    mark, fault = f"{os.getpid()}.mutants", Fault("mutants", {"NOTICE_CACHE": "", "NOTICE_LIMITS": LIMITS})
    process = call(folder, "raw", fault, mark)
    said = process.communicate(timeout=60 * len(some))[0].decode("utf-8", "replace")
    # 3: a mutant waits for a tool that is not here.
    wrong = [f"exit {process.returncode}: {said[-300:]}"] if process.returncode not in (0, 3) else []
    wrong += [f"left {left(mark)}"] if left(mark) else []
    if wrong:
        return wrong
    table = {
        name: pq.ParquetFile(folder / "out" / f"{name}.parquet").read().to_pylist()
        for name in ("notices", "issues", "targets")
    }
    read = {str(row["notice_id"]).partition("~")[0] for row in table["notices"]}
    lost = {
        row["notice_id"]: row for row in table["issues"] if row["kind"] in ("unreadable", "fault", "killed")
    }
    for name, _ in some:
        stem = Path(name).stem
        row = lost.get(stem)
        came["read" if stem in read else str(row["kind"]) if row else "lost"] += 1
        if stem not in read and row is None:
            wrong.append(f"{name} is neither a notice nor an issue")
        elif row is not None and row["kind"] != "unreadable":
            wrong.append(f"{name}: {row['message']}")
    if sum(row["notice_id"] == "whole" for row in table["targets"]) < 2:
        wrong.append("the whole notice lost its targets")
    return wrong


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--n", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", default="")
    given = arguments.parse_args()
    bad: list[str] = []
    if not given.only or given.only == "mutants":
        bad, came = bench_mutants(given.n, given.seed)
        print(f"{given.n} mutants: {dict(came)}")
        print("".join(f"  {one}\n" for one in bad), end="")
    if given.only != "mutants":
        found = bench_surroundings([one for one in faults(given.seed) if given.only in one.name])
        print(f"{len(found)} faults around a run, {sum(map(bool, found.values()))} with consequences")
        print("".join(f"  {name}: {'; '.join(wrong)}\n" for name, wrong in found.items() if wrong), end="")
        bad += [name for name, wrong in found.items() if wrong]
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
