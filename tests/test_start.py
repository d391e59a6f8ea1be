"""What a process of the program leaves out of pyarrow, the program of somebody else who calls it has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(said: str) -> str:
    command = [sys.executable, "-c", said]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def test_a_process_of_the_program_loads_pyarrow_alone() -> None:
    loads = "import sys; print('numpy' in sys.modules, 'pyarrow.parquet' in sys.modules)"
    assert run(f"from pipeline import start; start.own_process(); start.lean(); {loads}") == "False True"


def test_who_calls_the_program_from_python_keeps_arrays_of_numpy() -> None:
    """pyarrow without numpy refused them, and pandas broke down on what it had read (Segmentation fault)."""
    pytest.importorskip("numpy")
    there_and_back = "print(pyarrow.array(numpy.array([1, 2])).to_numpy().tolist())"
    assert (
        run(f"from pipeline import start; start.lean(); import numpy, pyarrow; {there_and_back}") == "[1, 2]"
    )
