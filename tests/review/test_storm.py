"""Saves at once over HTTP, some of them wrong, and a SIGKILL in the middle (tests/bench/simultaneous_saves.py: 200 of them)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pyarrow.parquet as pq
from storm import Storm, environment, is_wrong, pipeline, save_all, serving, write_notice

from pipeline.decisions.toml import toml_to_corrections


def kept_in(raw: Path) -> list[object]:
    path = raw / "a.corrections.toml"
    said = toml_to_corrections(path.read_text("utf-8"), path.name) if path.exists() else ()
    return sorted(int(str(one.values["value"])) for one in said)


def hold_promises(storm: Storm, raw: Path) -> None:
    """What was said to be kept is in the file once, which parses; what may not be is refused with its reason."""
    there = kept_in(raw)
    assert storm.kept <= set(there) and len(there) == len(set(there))
    assert not any(map(is_wrong, there))
    assert all(
        "至少" in said["zh"] and "至少" in said["en"] for n, said in storm.refused.items() if is_wrong(n)
    )


def weather(folder: Path, n: int) -> None:
    """`n` saves at once, the server killed when a third of them were answered, the rest sent again to the next one."""
    raw, out = folder / "raw", folder / "out"
    write_notice(raw)
    extract = pipeline("extract", raw, "--out", out, "--quiet")
    assert subprocess.run(extract, env=environment(), check=False).returncode == 0
    numbers = list(range(1, n + 1))
    with serving(raw, out) as (server, address):
        first = save_all(address, numbers, server.kill, after=n // 3)
    assert first.unanswered and len(first.kept) + len(first.refused) >= n // 3
    hold_promises(first, raw)
    before = set(kept_in(raw))
    with serving(raw, out) as (_, address):
        again = save_all(address, sorted(first.unanswered), lambda: None, after=0)
    hold_promises(again, raw)
    assert not again.unanswered
    # Who was not answered may have been written all the same: the second time it is there already.
    assert {one for one in again.refused if not is_wrong(one)} == before - first.kept
    assert {one for one in {**first.refused, **again.refused} if is_wrong(one)} == set(
        filter(is_wrong, numbers)
    )
    assert kept_in(raw) == [one for one in numbers if not is_wrong(one)]
    assert subprocess.run(extract, env=environment(), check=False).returncode == 0
    assert pq.read_table(out / "corrections.parquet").num_rows == n - n // 10
    assert sorted(path.name for path in raw.iterdir()) == ["a.corrections.toml", "a.txt"]


def test_of_many_at_once_and_a_kill_in_the_middle_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    weather(tmp_path, 20)
