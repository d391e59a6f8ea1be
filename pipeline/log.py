"""What a machine wants to know of a run: a line of JSON as each file is done, and one at the end.

    {"done": 3, "of": 9, "notice_id": "a", "file": "a.txt", "facts": 12, "failed_checks": 0, "seconds": 0.08, "since": 1.3}
    {"notices": 8, "unread": {"unreadable": 1}, "recalled": 2, "unclaimed": 0.01, "slowest": [["a", 0.08]], "seconds": 2.1, …}

The log is about the run and not about the notices: nothing published depends on it.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO

from pipeline.messages import told as words
from pipeline.model import Phase, Unread
from pipeline.recalled import Laid, LaidOf, one_by_one
from pipeline.run import Outcome, Told

SLOWEST = 10


class Log:
    """`people` are told too; without a file nothing is written."""

    def __init__(self, people: Told, path: Path | None) -> None:
        self._people, self._path = people, path
        self._file: IO[str] | None = None
        self._start = time.monotonic()
        self._slow: list[tuple[float, str]] = []

    def __enter__(self) -> Log:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            if error is not None:
                self._write({"stopped": f"{type(error).__name__}: {error}"})
            self._file.close()

    def told(self, done: int, of: int, result: LaidOf | Phase) -> None:
        """A notice is there, or it is not, or those of a file; or so many are put into the tables."""
        self._people(done, of, result)
        if self._file is None:
            return
        if isinstance(result, str):
            self._write({result: done, "of": of})
        else:
            for one in one_by_one(result):
                self._told(done, of, one)

    def _told(self, done: int, of: int, result: Laid) -> None:
        said: dict[str, object] = {
            "done": done,
            "of": of,
            "notice_id": result.notice_id,
            "file": result.source_file,
        }
        if isinstance(result, Unread):
            said |= {"unread": result.issue.kind, "message": words(result.issue.message)}
        else:
            self._slow = sorted([*self._slow, (-result.seconds, result.notice_id)])[:SLOWEST]
            said |= {"facts": result.facts, "failed_checks": result.checks.get("fail", 0)}
            said |= {"seconds": round(result.seconds, 3), "wants": [words(one) for one in result.wants]}
        self._write(said)

    def end(self, outcome: Outcome) -> None:
        """All is published."""
        if self._file is None:
            return
        self._write(
            {
                "notices": outcome.rows["notices"],
                "unread": Counter(one.issue.kind for one in outcome.failures),
                "recalled": outcome.recalled,
                "stale": list(outcome.stale),
                "gone": list(outcome.gone),
                "checks": outcome.checks,
                "unclaimed": _unclaimed(outcome.mentions),
                "slowest": [[name, round(-seconds, 3)] for seconds, name in self._slow if seconds],
                "rows": outcome.rows,
            }
        )

    def _write(self, said: Mapping[str, object]) -> None:
        assert self._file is not None
        since = round(time.monotonic() - self._start, 3)
        self._file.write(json.dumps({**said, "since": since}, ensure_ascii=False) + "\n")
        self._file.flush()


def _unclaimed(mentions: Mapping[str, int]) -> float:
    """The share of mentions that nothing claims."""
    whole = sum(mentions.values())
    nobody = sum(n for kind, n in mentions.items() if kind.endswith(" unclaimed"))
    return round(nobody / whole, 4) if whole else 0.0
