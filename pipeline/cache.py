"""What was made of a notice before, kept under a hash of everything it was made from.

    <cache>/notices/<hash of the program>/<hash of the notice>   32 bytes of SHA-256, then what they are the hash of

An entry that was changed, cut short or mixed up is not the one its hash says, and is made again. Entries of the
program before the last change of it are kept for one change more, for those who go back and forth.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from pipeline.installation import cache_folder
from pipeline.memory import file_to_digest
from pipeline.shelf import Checked
from pipeline.sources import Source
from pipeline.whole import part, sweep

# A folder, or empty for none; else where the installation keeps such things.
VARIABLE = "NOTICE_CACHE"
# What a notice may take: what was made of it depends on that.
LIMITS = "NOTICE_LIMITS"
KEPT_PROGRAMS = 2
DIGEST = hashlib.sha256().digest_size


def default_folder() -> Path | None:
    """Where entries are kept unless the environment says otherwise; None where it says: nowhere."""
    said = os.environ.get(VARIABLE)
    folder = cache_folder() if said is None else Path(said) if said else None
    return folder / "notices" if folder else None


def parts_to_key(parts: Iterable[bytes]) -> str:
    """A hash of the parts that no other parts have: where one ends and the next begins counts too."""
    return hashlib.sha256(b"".join([len(one).to_bytes(8, "big") + one for one in parts])).hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries made by one program, named by `program`, a hash of it. Whatever goes wrong with the disk, it only forgets."""

    folder: Path
    program: str

    def load(self, key: str, checked: Checked | None = None) -> bytes | None:
        """What was stored under the key; None if nothing was, or not just this. `checked` remembers what was whole."""
        path = self._path(key)

        def is_whole() -> bool:
            return self._digest(key, stored) == digest

        try:
            with path.open("rb") as file:
                digest, stored = file.read(DIGEST), file.read()
            return stored if (checked(str(path), is_whole) if checked else is_whole()) else None
        except OSError:
            return None

    def store(self, key: str, made: bytes | bytearray) -> bool:
        """Keeps `made`, and says whether that could be; whoever reads at the same time sees all of it or nothing."""
        path = self._path(key)
        new = part(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with new.open("wb") as file:  # One after the other: together they would be there twice.
                    file.write(self._digest(key, made))
                    file.write(made)
                new.replace(path)
            finally:
                new.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def forget_old(self) -> None:
        """Removes the entries of all but the last programs that stored any, and what killed processes had not finished."""
        sweep(self.folder / self.program)
        with contextlib.suppress(OSError):
            others = sorted(self.folder.iterdir(), key=lambda path: (-path.stat().st_mtime_ns, path.name))
            for path in [path for path in others if path.name != self.program][KEPT_PROGRAMS - 1 :]:
                shutil.rmtree(path, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self.folder / self.program / key

    def _digest(self, key: str, made: bytes | bytearray) -> bytes:
        """Of the key too: an entry under another name is a wrong one."""
        whole = hashlib.sha256(key.encode())
        whole.update(made)
        return whole.digest()


# What is known of a file besides where it lies.
_BESIDE = attrgetter(*(field.name for field in dataclasses.fields(Source) if field.name != "path"))


def source_to_key(source: Source, digest: Callable[[Path], str] = file_to_digest) -> str | None:
    """A hash of all that its rows depend on besides the program; None if its files cannot be read.

    `digest` gives the SHA-256 of a file.
    """
    try:
        contents = _contents(source.path, digest)
    except OSError:
        return None
    limits = os.environ.get(LIMITS, "")
    said = (_said(source, limits), *contents)
    return parts_to_key(one.encode("utf-8", "surrogatepass") for one in said)


def _said(source: Source, limits: str) -> str:
    """What is known of a file besides, as text; of most nothing is, and that is put together at once."""
    beside = list(_BESIDE(source))
    if beside[2:] != _NOTHING:
        return repr((beside, limits))
    return f"([{source.notice_id!r}, {source.source_file!r}, {_NOTHING_SAID}, {limits!r})"


_NOTHING = list(_BESIDE(Source("", Path(), "", {})))[2:]
_NOTHING_SAID = repr(_NOTHING)[1:]


def _contents(path: Path, digest: Callable[[Path], str]) -> list[str]:
    """What is in a file, or in each of a folder. OSError if one cannot be read."""
    try:
        return [f"{path.name} {digest(path)}"]
    except OSError:  # A folder says so by another error on every system.
        if not path.is_dir():
            raise
    return [f"{one.name} {digest(one)}" for one in sorted(path.rglob("*")) if one.is_file()]
