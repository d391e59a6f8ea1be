"""What a run would say against a notice's corrections, without reading the notice each time.

    bytes of the notice, its side file → read, outlined, mended, extracted: once
    → corrected, resolved, checked, as rows: each time

An editor's next decision about the same notice changes only what comes behind `extract`.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from pipeline.decisions.values import plain
from pipeline.messages import Message
from pipeline.model import BrokenPromise, Extracted, Unread, Unreadable
from pipeline.recalled import Result
from pipeline.run import extracted_to_result, notice_to_extracted, source_to_notices
from pipeline.sources import Source, find, source_to_unread, unused, with_side_files

Made = Sequence[tuple[str, Extracted | Unread]]


class Trial:
    """Called with a folder of notices as a run is; what it makes of them is only looked at, and `out` is not written.

    Keeps the last notice read: one at a time is being edited.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of = ""
        self._made: Made = ()

    def __call__(self, raw: Path, out: Path) -> list[tuple[str, Message]]:
        """What is wrong with the notices of `raw`, by their ids, in their order; OSError if there are none."""
        sources, none = find(raw)
        found = [one for source in sources for one in self._tried(with_side_files(source))]
        return [(one.notice_id, one.issue.message) for one in (*none, *found)]

    def _tried(self, source: Source) -> list[Unread]:
        made = self._extracted(source)
        results = [self._result(source.of(notice_id), one) for notice_id, one in made]
        failed = [one for one in results if isinstance(one, Unread)]
        return [*failed, *unused(source, {notice_id for notice_id, _ in made})]

    def _result(self, source: Source, made: Extracted | Unread) -> Result:
        if source.refusal:
            return source_to_unread(source, "correction", source.refusal)
        return made if isinstance(made, Unread) else extracted_to_result(source, made)

    def _extracted(self, source: Source) -> Made:
        of = _digest(source)
        with self._lock:
            if self._of != of:
                self._made = _read(source)
                self._of = of
            return self._made


def _read(source: Source) -> Made:
    try:
        notices = source_to_notices(source)
    except (Unreadable, BrokenPromise) as error:
        return [(source.notice_id, source_to_unread(source, "unreadable", error.message))]
    return [(one.notice_id, notice_to_extracted(source.of(one.notice_id), one)) for one in notices]


def _digest(source: Source) -> str:
    """Of all that what comes before the corrections is made from."""
    digest = hashlib.blake2b(
        repr((source.source_file, sorted(source.promises.items()))).encode("utf-8", "surrogatepass")
    )
    files = sorted(source.path.rglob("*")) if source.path.is_dir() else [source.path]
    for file in files:
        if file.is_file():
            digest.update(f"{file.relative_to(source.path)}\x1f".encode("utf-8", "surrogatepass"))
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


# A notice of one point: words are read as they would be in any.
_AROUND = "关于有关事项的通知\n一、有关事项\n{words}。\n"


def words_to_values(words: str) -> dict[str, dict[str, object]]:
    """What the grammar reads in words that an editor marked: by table the columns of the first fact; nothing where it reads none."""
    said = words.strip().rstrip("。；，、")
    with tempfile.TemporaryDirectory(prefix="notice-pipeline-") as folder:
        path = Path(folder) / "words.txt"
        path.write_text(_AROUND.format(words=said), "utf-8")
        (source,), _ = find(path)
        made = _read(with_side_files(source))
    found: dict[str, dict[str, object]] = {}
    for one in (one for _, one in made if isinstance(one, Extracted)):
        start = one.mended.outline.document.text.find(said)
        for fact in one.facts:
            if start <= fact.span.start and fact.span.end <= start + len(said):
                filled = {name: plain(value) for name, value in fact.values.items() if plain(value) != ""}
                found.setdefault(fact.table, filled)
    return found
