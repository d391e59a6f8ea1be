"""What data classes and named tuples write for themselves, kept compiled between runs as Python keeps modules.

Both spell their methods as text and compile it each time their module is loaded: of the two hundred classes of a run that took as
long as to load a hundred modules. The kept code lies in `__pycache__`, as the modules' own does: whoever can write there can change
these too. A file cut short or changed is not the one its hash says, and is made again.
"""

from __future__ import annotations

import atexit
import builtins
import collections
import contextlib
import dataclasses
import hashlib
import marshal
import sys
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from pipeline.whole import part, sweep

DIGEST = hashlib.sha256().digest_size
_FILE = Path(cache_from_source(__file__)).with_name(f"generated.{sys.implementation.cache_tag}")


class Kept:
    """Compiled texts in one file, under what they were compiled from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known = self._load()
        self.used: dict[str, CodeType] = {}
        self.is_stale = False

    def exec(self, text: str, *where: Any) -> None:
        """As `exec`, in namespaces that are given."""
        builtins.exec(self._code(text, "exec"), *where)

    def eval(self, text: str, *where: Any) -> Any:
        """As `eval`, likewise."""
        return builtins.eval(self._code(text, "eval"), *where)

    def _code(self, text: str, mode: str) -> CodeType:
        key = f"{mode} {text}"
        code = self.known.get(key)
        if code is None:
            code = compile(text, "<string>", mode, dont_inherit=True)
            self.is_stale = True
        self.used[key] = code
        return code

    def save(self) -> None:
        """Keeps what this process used, if some of it was new."""
        if not self.is_stale or sys.dont_write_bytecode:
            return
        stored = marshal.dumps({**self.known, **self.used})
        new = part(self.path)
        sweep(self.path.parent, self.path.name)
        with contextlib.suppress(OSError):
            try:
                new.write_bytes(hashlib.sha256(stored).digest() + stored)
                new.replace(self.path)
            finally:
                new.unlink(missing_ok=True)
        self.is_stale = False

    def _load(self) -> Mapping[str, CodeType]:
        with contextlib.suppress(OSError):
            entry = self.path.read_bytes()
            if hashlib.sha256(entry[DIGEST:]).digest() == entry[:DIGEST]:
                known: dict[str, CodeType] = marshal.loads(entry[DIGEST:])
                return known
        return {}


def keep() -> None:
    """From now on what this process loads takes kept code where there is some."""
    kept = Kept(_FILE)
    # Names of the module stand before those of Python itself.
    vars(dataclasses)["exec"] = kept.exec
    vars(collections)["eval"] = kept.eval
    atexit.register(kept.save)
