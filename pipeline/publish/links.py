"""Files of a folder that stand in the one which replaces it too: ten thousand links are made beside everything else."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.installation import PACKAGE

# A process of its own is there in 15 ms, in which a thousand files are linked.
FEWEST = 1000


class Links:
    """Links files of `old` into `new` by their names, from now on; `names` gives these, and again if they are asked for again."""

    def __init__(self, old: Path, new: Path, names: Callable[[], Iterable[str]]) -> None:
        self._old, self._new, self._names = old, new, names
        self._process = self._started() if sys.executable else None

    def stop(self) -> None:
        """No more is linked."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def end(self) -> set[str]:
        """The names of those that cannot be linked."""
        if self._process is not None and self._process.wait() == 0:
            return set()
        return {name for name in self._names() if not self._linked(name)}

    def _started(self) -> subprocess.Popen[bytes] | None:
        """A process that links them, where there are enough of them and it can be started."""
        program = PACKAGE / "publish" / "linking.py"
        command = [sys.executable, "-I", "-S", str(program), str(os.getpid()), str(self._old), str(self._new)]
        try:
            with tempfile.TemporaryFile() as names:
                count = 0
                for count, name in enumerate(self._names(), 1):
                    names.write((b"\0" if count > 1 else b"") + os.fsencode(name))
                names.seek(0)
                if count < FEWEST:
                    return None
                return subprocess.Popen(
                    command, stdin=names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
        except OSError:
            return None

    def _linked(self, name: str) -> bool:
        try:
            os.link(f"{self._old}/{name}", f"{self._new}/{name}")  # Names come by the ten thousand.
        except FileExistsError:
            return True
        except OSError:  # The file system has no links.
            return False
        return True
