"""`python -m pipeline COMMAND`: what the commands are is in `commands`, loaded where Ctrl-C is heard already."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code, 130 where it was interrupted."""
    try:
        from pipeline.commands import called

        return called(argv)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
