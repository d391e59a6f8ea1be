"""A small draw of `make bench-faults`: mutants of every format, and faults around a run of every kind."""

from __future__ import annotations

import sys

import pytest

from tests.bench.faults.mutants import mutants, seeds
from tests.bench.faults.run import bench_mutants, bench_surroundings
from tests.bench.faults.surroundings import ODD, faults

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
DRAWN = {"no home", "locale C", "merge marks", "no stderr", "SIGKILL 3", "disk full 1", "two at once 0"}


def test_a_seed_gives_the_same_mutants_of_every_format() -> None:
    drawn = list(mutants(2 * len(seeds()), 7))
    assert drawn == list(mutants(2 * len(seeds()), 7)) != list(mutants(2 * len(seeds()), 8))
    assert {name[5:] for name, _ in drawn} == seeds().keys()
    changed = [content != seeds()[name[5:]] for name, content in drawn]
    assert sum(changed) > len(changed) * 0.9


@LINUX
def test_mutants_cost_themselves_only() -> None:
    wrong, came = bench_mutants(2 * len(seeds()), 3)
    assert wrong == []
    assert came["read"] > 0 and came["unreadable"] > 0


@LINUX
def test_faults_around_a_run_lose_nothing() -> None:
    all_of_them = list(faults(1))
    assert len(all_of_them) == 75 and len({fault.name for fault in all_of_them}) == 75
    assert len(ODD) == 26
    found = bench_surroundings([fault for fault in all_of_them if fault.name in DRAWN])
    assert len(found) == len(DRAWN)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
