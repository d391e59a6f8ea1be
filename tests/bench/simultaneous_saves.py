"""200 saves at once over HTTP, 20 of them wrong, the server killed in the middle: what was acknowledged is there.

.venv/bin/python tests/bench/simultaneous_saves.py [N]      some minutes; AssertionError says what was lost
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "review")]

from test_storm import weather  # noqa: E402


def main(n: int) -> None:
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        weather(Path(folder), n)
    print(f"{n} saves, {n // 10} of them wrong, one SIGKILL: nothing lost, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
