"""`python -m pipeline COMMAND`: what the commands are is in `commands`, loaded where Ctrl-C is heard already."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code, 130 where it was interrupted."""
    try:
        from pipeline.commands import called

        return called(argv)
    except KeyboardInterrupt:
        return 130


def program() -> NoReturn:
    """Runs the command that this process was started with, and ends the process with its exit code.

    Python would take to pieces all that was loaded, which took a fiftieth of a run over five notices: once what wants to be
    told of the end was told, and all was printed, the system takes the memory back whole.
    """
    from pipeline.start import own_process

    own_process()
    code = main()
    if threading.active_count() == 1:
        atexit._run_exitfuncs()
        with contextlib.suppress(OSError):
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    program()
