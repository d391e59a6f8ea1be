"""How long each export takes with many notices, and how much memory: `python tests/bench/export_speed.py [FOLDER] [N …]`.

Every kind runs in a process of its own, as a person calls it: what the tables of N notices need at once is the peak of that
process, which must not grow with N.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from many_notices import multiply

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("xlsx", "csv", "sqlite", "duckdb")


def measure(folder: Path, kind: str) -> str:
    """Seconds of work, the peak of memory and the size of what was written."""
    to = folder / f"made.{kind}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # In a process between, so that the peak is of this one alone.
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-m", "pipeline", "export", str(folder), f"--{kind}", "--to", str(to)]
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=ROOT, check=True, capture_output=True, text=True)  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = to.iterdir() if to.is_dir() else [to]
    size = sum(one.stat().st_size for one in files) / 1e6
    return f"{kind}: {worked:.0f} s of work, {done.stdout.strip()} MB of memory, {size:.0f} MB written"


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "extracted"
    for wanted in map(int, sys.argv[2:] or ("5", "500", "2000")):
        with tempfile.TemporaryDirectory() as made:
            multiply(source, Path(made), wanted)
            print(f"{wanted} notices", *(measure(Path(made), kind) for kind in KINDS), sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
