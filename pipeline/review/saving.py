"""Saving what an editor decided: tried on the notice first, then written, then read again at once.

    entries → the notice read with them, in a folder of its own → part file → the set read anew → its pages

Nothing is written that the next run would refuse, so an editor's slip costs nobody a notice.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.decisions.toml import toml_to_corrections
from pipeline.messages import Message, said_of_system, say
from pipeline.model import BrokenPromise
from pipeline.review import marking
from pipeline.review.corrections import END, SENT, added_to, added_to_text, is_of, replace_file, without
from pipeline.review.trying import Read, refusal

# Columns by table.
Values = Mapping[str, Mapping[str, object]]
# Nobody marks a chapter to say one fact.
MOST_WORDS = 2_000
# Whoever waits longer for another editor's save is told so.
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an editor works: the notices, how a decision about one is tried, what is done after each save, and which
    notices have a page: no page speaks of others."""

    raw: Path
    read: Read
    read_again: Callable[[], None]
    words_to_values: Callable[[str], Values] = lambda words: {}
    has_page: Callable[[str], bool] = lambda notice_id: True

    def save(self, notice_id: str, entries: str) -> int:
        """Adds entries (TOML) to the corrections of a notice; how many they were.

        BrokenPromise, with what is wrong and nothing written, for entries that are none, that the schema or the notice
        refuses, or that decide again about a fact; OSError where `raw` does not hold the notice or cannot be written.
        """
        added = toml_to_corrections(entries, SENT)
        with _locked(self.raw, notice_id):
            path = self._file(notice_id)
            whole = added_to(path, entries)
            if refused := self._refusal(notice_id, whole, entries, path):
                raise BrokenPromise(refused)
            replace_file(path, whole)
        self._read_again()
        return len(added)

    def undo(self, notice_id: str, correction_id: str) -> int:
        """Takes a correction of a notice out of its file; 1. Fails as `save` does, but for what the notice says to it:
        no other correction depends on it."""
        with _locked(self.raw, notice_id):
            path = self._file(notice_id)
            replace_file(path, without(path, notice_id, correction_id))
        self._read_again()
        return 1

    def edit(self, notice_id: str, said: Mapping[str, object]) -> int:
        """Puts an entry (`toml`) in the place of a correction (`correction_id`) of a notice; 1. Fails as `save` does."""
        with _locked(self.raw, notice_id):
            path = self._file(notice_id)
            rest, entry = without(path, notice_id, str(said["correction_id"])), str(said["toml"])
            whole = added_to_text(rest, entry, path.name)
            if refused := self._refusal(notice_id, whole, entry, path):
                raise BrokenPromise(refused)
            replace_file(path, whole)
        self._read_again()
        return 1

    def suggest(self, notice_id: str, words: str) -> Values:
        """What the grammar reads in words that an editor marked, as columns by table; no file is asked or changed."""
        return self.words_to_values(words[:MOST_WORDS])

    def mark(self, notice_id: str, said: Mapping[str, object]) -> int:
        """Says in the side file of a notice how far an editor is with it (see `marking`); 1. Fails as `save` does."""
        with _locked(self.raw, notice_id):
            self._file(notice_id)
            path = self.raw / f"{notice_id}{marking.END}"
            replace_file(path, marking.marked(path, said))
        self._read_again()
        return 1

    def _refusal(self, notice_id: str, whole: str, entries: str, path: Path) -> Message | None:
        """What a run would say against the entries. Where one saved before no longer applies (the notice waits for
        that), they are tried alone: else nobody could mend them one by one."""
        # Long: both texts, and where the old one lies.
        refused = refusal(self.raw, notice_id, whole, self.read)
        if refused is None or not path.exists():
            return refused
        if refusal(self.raw, notice_id, path.read_text("utf-8-sig"), self.read) is None:
            return refused
        return refusal(self.raw, notice_id, entries, self.read)

    def _file(self, notice_id: str) -> Path:
        """Where its corrections stand. FileNotFoundError for a notice that is none."""
        path = self.raw / f"{notice_id}{END}"
        is_here = path.parent == self.raw and any(is_of(notice_id, one) for one in self.raw.iterdir())
        if not (is_here and self.has_page(notice_id)):
            raise FileNotFoundError(say("no_such_notice", folder=str(self.raw), notice=notice_id))
        return path

    def _read_again(self) -> None:
        """BrokenPromise, which says that all the same it is saved, if the set cannot be published."""
        try:
            self.read_again()
        except BrokenPromise as broken:
            raise BrokenPromise(say("saved_not_read", why=broken.message)) from broken
        except OSError as error:
            why = error.args[0] if error.args and isinstance(error.args[0], Message) else None
            raise BrokenPromise(say("saved_not_read", why=why or said_of_system(error))) from error


_HERE = threading.Lock()


@contextmanager
def _locked(raw: Path, notice_id: str) -> Iterator[None]:
    """One save at a time of one notice, by whichever program."""
    from filelock import FileLock

    name = hashlib.blake2b(f"{raw.resolve()}\x1f{notice_id}".encode(), digest_size=8).hexdigest()
    with _HERE, FileLock(Path(tempfile.gettempdir()) / f"notice-pipeline-{name}.lock", timeout=_PATIENCE):
        yield


def has_page(out: Path) -> Callable[[str], bool]:
    """Whether a notice has a page in OUT/review; asked again for a second, for pages are gone for a moment while they are replaced."""
    from pipeline.review.pages import page_of

    def found(notice_id: str) -> bool:
        for _ in range(_TRIES):
            if page_of(out, notice_id).is_file():
                return True
            time.sleep(1 / _TRIES)
        return False

    return found


_TRIES = 20


class Reader:
    """Reads the set again and writes its pages anew after a save. Of saves that come while it reads, one reading does for all."""

    def __init__(self, raw: Path, out: Path, read: Read) -> None:
        self._raw, self._out, self._run = raw, out, read
        self._lock = threading.Lock()
        self._saved = self._read = 0

    def __call__(self) -> None:
        self._saved += 1
        mine = self._saved
        with self._lock:
            if self._read >= mine:
                return
            now = self._saved
            self._again()
            self._read = now

    def _again(self) -> None:
        from pipeline.review.changed import changed_since_commit
        from pipeline.review.pages import write_pages

        self._run(self._raw, self._out)
        write_pages(self._out, changed_since_commit(self._out), self._raw)
