"""Regular expressions as `regex` compiles them, kept between runs as Python keeps its compiled modules.

`regex` parses patterns in Python: the five hundred of this program took a quarter of a second, a quarter of what
reading five notices takes. A compiled pattern can be pickled (that is part of regex's interface) and comes back in
a hundredth of the time. The kept ones lie in `__pycache__`, named after the versions of Python and regex; whoever
can write there can also change the compiled modules, so reading a pickle from there trusts nobody new. A file cut
short or changed is not the one its hash says, and is made again; a folder that cannot be written is no fault.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar

import regex

from pipeline.whole import part, sweep

Pattern = regex.Pattern[str]
Match = regex.Match[str]
DIGEST = hashlib.sha256().digest_size
# A program under work leaves patterns behind that nobody asks for again.
MOST_KEPT = 2000
# Beside a key that is no pattern alone.
_NO_FLAGS = -1
Made = TypeVar("Made")


def _file() -> Path:
    tag = f"{sys.implementation.cache_tag}-regex-{regex.__version__}"
    return Path(cache_from_source(__file__)).with_name(f"patterns.{tag}.pickle")


class Store:
    """Compiled patterns in one file, under what they were compiled from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept = self._load()
        self.used: dict[tuple[str, int], bytes] = {}
        self.is_stale = False
        self.saver = 0

    def compile(self, pattern: str, flags: int) -> Pattern:
        """As `regex.compile`. Raises regex.error if the pattern is wrong."""
        return self.keep((pattern, flags), lambda: regex.compile(pattern, flags))

    def keep(self, key: tuple[str, int], make: Callable[[], Made]) -> Made:
        """What `make` makes, or what it made in another run."""
        if kept := self.kept.get(key):
            self.used[key] = kept
            made: Made = pickle.loads(kept)
            return made
        made = make()
        self.used[key] = pickle.dumps(made)
        self.is_stale = True
        self._save_at_end()
        return made

    def _save_at_end(self) -> None:
        """Once a process: one of a pool leaves without `atexit`, and does not inherit what its parent had in mind."""
        util = sys.modules.get("multiprocessing.util")
        if util is not None and self.saver != os.getpid():
            self.saver = os.getpid()
            util.Finalize(None, self.save, exitpriority=0)

    def save(self) -> None:
        """Keeps what was compiled anew; whoever reads at the same time sees the old file or the new one."""
        if not self.is_stale or sys.dont_write_bytecode:
            return
        kept = self._load() | self.used  # What another process has kept meanwhile stays.
        stored = pickle.dumps(kept if len(kept) <= MOST_KEPT else self.used)
        new = part(self.path)
        sweep(self.path.parent, self.path.name)
        with contextlib.suppress(OSError):
            try:
                new.write_bytes(hashlib.sha256(stored).digest() + stored)
                new.replace(self.path)
            finally:
                new.unlink(missing_ok=True)
        self.is_stale = False

    def _load(self) -> dict[tuple[str, int], bytes]:
        with contextlib.suppress(OSError):
            entry = self.path.read_bytes()
            digest, stored = entry[:DIGEST], entry[DIGEST:]
            if hashlib.sha256(stored).digest() == digest:
                kept: dict[tuple[str, int], bytes] = pickle.loads(stored)
                return kept
        return {}


_STORE = Store(_file())
atexit.register(_STORE.save)


@cache
def compile(pattern: str, flags: int = 0) -> Pattern:
    """As `regex.compile`, at most once a process and most times not even that."""
    return _STORE.compile(pattern, int(flags))


def compile_as(key: str, spell: Callable[[], str]) -> Pattern:
    """The pattern that `spell` gives, which is not even spelt where it is kept: `key` is of all that it is made of."""
    return _STORE.keep((key, _NO_FLAGS), lambda: regex.compile(spell()))


def kept(key: str, make: Callable[[], Made]) -> Made:
    """What is made of a pattern besides, kept likewise."""
    return _STORE.keep((key, _NO_FLAGS), make)


def search(pattern: str, text: str) -> Match | None:
    """As `regex.search`; so are the functions below those of their names."""
    return compile(pattern).search(text)


def match(pattern: str, text: str) -> Match | None:
    return compile(pattern).match(text)


def fullmatch(pattern: str, text: str) -> Match | None:
    return compile(pattern).fullmatch(text)


def finditer(pattern: str, text: str) -> Iterator[Match]:
    return compile(pattern).finditer(text)


def split(pattern: str, text: str, most: int = 0) -> list[str | Any]:
    return compile(pattern).split(text, most)


def sub(pattern: str, replacement: str, text: str) -> str:
    return compile(pattern).sub(replacement, text)


@cache
def escape(text: str) -> str:
    """`text` as a pattern that matches just it."""
    return str(regex.escape(text))
