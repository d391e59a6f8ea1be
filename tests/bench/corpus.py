"""Every real file of ../shared/corpus, each in a process of its own: what came of it, how long it took, its memory.

`python tests/bench/corpus.py [WORDS…]` reads the files whose name holds one of the words (default: all).
Exit 1 if a process failed, a file gave neither points, tables nor an issue, or one without recognition of characters
took more than 60 s; 0, with a line that says so, where the folder is absent.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import east_asian_width

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FACTS = ("responsibilities", "targets", "deadlines", "funding", "citations", "table_facts")
TABLES = ("notices", "issuers", "recipients", "clauses", "cells", "ledger", "issues", "pages", *FACTS)
MOST_SECONDS = 60.0
NAME_WIDTH = 52
# Between us and the command: Linux counts the memory a process had before it became another program, and a
# process made by this one, which has read tables, would seem to need as much.
SMALL = """
import os, sys
code = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(code, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""

Row = Mapping[str, object]


@dataclass(frozen=True)
class Ran:
    """A file through the whole pipeline: its rows by table, wall seconds, peak memory in MiB."""

    path: Path
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    seconds: float = 0.0
    memory: float = 0.0
    error: str = ""

    def count(self, *tables: str) -> int:
        return sum(len(self.tables.get(table, ())) for table in tables)

    def unclaimed(self) -> int:
        return sum(row["status"] == "unclaimed" for row in self.tables.get("ledger", ()))

    def is_read(self) -> bool:
        return bool(self.tables.get("notices"))

    def is_recognized(self) -> bool:
        """Whether some page had to be recognized from its picture."""
        return self.has_page("ocr")

    def is_incomplete(self) -> bool:
        """Whether some page, or the whole text, could not be read."""
        elsewhere = any(row["kind"] == "text_elsewhere" for row in self.tables.get("issues", ()))
        return elsewhere or self.has_page("unreadable")

    def has_page(self, done: str) -> bool:
        return any(str(row.get("done", "")).startswith(done) for row in self.tables.get("pages", ()))

    def issues(self) -> list[str]:
        return [f"{row['kind']}: {row['message']}" for row in self.tables.get("issues", ())]

    def complaint(self) -> str:
        if self.error:
            return self.error
        if not self.count("clauses", "cells", *FACTS) and not self.issues():
            return "neither points, tables nor an issue"
        if self.seconds > MOST_SECONDS and not self.is_recognized():
            return f"more than {MOST_SECONDS:.0f} s"
        return ""


def run(path: Path) -> Ran:
    """Extracts one file by the command of the project; memory is the most that one process of it had."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = ["-m", "pipeline", "extract", str(path), "--out", str(out), "--quiet", "--jobs", "1"]
        small = [sys.executable, "-S", "-c", SMALL, sys.executable, *command]
        start = time.perf_counter()
        done = subprocess.run(small, cwd=ROOT, capture_output=True, text=True, check=True)
        seconds = time.perf_counter() - start
        code, kibibytes = (int(word) for word in done.stdout.split()[-2:])
        if code not in (0, 3):  # 3: it waits for a tool that this machine lacks, and says so.
            return Ran(path, {}, seconds, kibibytes / 1024, f"exit {code}: {done.stderr[-200:].strip()}")
        return Ran(path, rows(out), seconds, kibibytes / 1024)


def rows(out: Path) -> dict[str, list[Row]]:
    import pyarrow.parquet as pq

    return {
        table: pq.read_table(out / f"{table}.parquet").to_pylist()
        for table in TABLES
        if (out / f"{table}.parquet").is_file()
    }


def run_all(paths: Sequence[Path]) -> Iterator[Ran]:
    """Two at a time at most: readers of pictures use several cores and much memory each."""
    with ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
        yield from pool.map(run, paths)


def corpus_files() -> list[Path]:
    """The files of the corpus in the order of their names; leaves with a line if there is no corpus."""
    if not CORPUS.is_dir():
        print("no ../shared/corpus beside the checkout: no real files to read")
        sys.exit(0)
    return sorted(path for path in CORPUS.iterdir() if path.name != "index.tsv")


def padded(words: str, width: int) -> str:
    """`words` cut or filled to `width` columns of a terminal, where a Chinese letter takes two."""
    cut, used = "", 0
    for char in words:
        columns = 2 if east_asian_width(char) in "WF" else 1
        if used + columns > width:
            break
        cut, used = cut + char, used + columns
    return cut + " " * (width - used)


def main(words: Sequence[str]) -> int:
    paths = [path for path in corpus_files() if not words or any(word in path.name for word in words)]
    print(
        f"{padded('file', NAME_WIDTH)} {'points':>6} {'facts':>6} {'unclaimed':>9} {'s':>6} {'MiB':>6}  issues"
    )
    complaints = []
    for ran in run_all(paths):
        counts = f"{ran.count('clauses'):>6} {ran.count(*FACTS):>6} {ran.unclaimed():>9}"
        counts = counts if ran.is_read() else f"{'-':>6} {'-':>6} {'-':>9}"
        said = ran.error or "; ".join(ran.issues()[:3])
        print(
            f"{padded(ran.path.name, NAME_WIDTH)} {counts} {ran.seconds:>6.1f} {ran.memory:>6.0f}  {said[:160]}",
            flush=True,
        )
        if complaint := ran.complaint():
            complaints.append(f"{ran.path.name}: {complaint}")
    print(f"{len(paths)} files, {len(complaints)} complaints")
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
