"""Wall time of a whole warm process on raw/, beside that of importing the two libraries it cannot do without.

`python tests/bench/warm_run.py [ROUNDS]`; medians, both measured in turn so that a busy machine hits both.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 1.0  # seconds, for the five notices of raw/


def seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        extract = (
            "-m",
            "pipeline",
            "extract",
            "raw",
            "--out",
            str(Path(folder) / "extracted"),
            "--quiet",
            "--full",
        )
        floor = ("-c", "import pyarrow, pyarrow.parquet, regex")
        seconds(*extract)  # Fills the disk cache and the compiled files.
        runs, floors = zip(*((seconds(*extract), seconds(*floor)) for _ in range(rounds)), strict=True)
    warm, least = statistics.median(runs), statistics.median(floors)
    print(f"warm extract of raw/    {warm:6.3f} s   (aim: {LIMIT:.1f} s; {min(runs):.3f} to {max(runs):.3f})")
    print(f"imports alone           {least:6.3f} s   pyarrow and regex")
    print(f"ratio                   {warm / least:6.2f}")


if __name__ == "__main__":
    main()
