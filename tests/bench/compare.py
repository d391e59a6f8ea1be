"""Sentences as this checkout reads them beside another commit: which facts differ.

    python tests/bench/compare.py [FILE] [--against COMMIT]

Each line of FILE is a sentence, and is read as the one paragraph of a notice; without FILE those of `ordinary.txt`, which nobody
tunes a rule on. A word added to a closed class breaks sentences it was not meant for, and only reading old beside new shows it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[2]
ORDINARY = Path(__file__).with_name("ordinary.txt")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "targets": ("kind", "indicator", "comparator", "value", "value_max", "value_text", "unit", "change", "per", "deadline_date"),
    "funding": ("comparator", "amount", "amount_max", "unit", "per", "base", "recipient", "payer"),
    "deadlines": ("kind", "start_date", "end_date", "period", "text"),
    "responsibilities": ("kind", "role", "agency_name"),
}  # fmt: skip
#: The day matters to the year of 6月底 and to what is over.
NOTICE = "某市2026年工作方案\n\n{sentence}\n\n某市人民政府\n2026年3月1日\n"


def read(sentences: Sequence[str], root: Path) -> list[list[str]]:
    """The facts of each sentence, as the program under `root` reads them, a line a fact."""
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder, "raw"), Path(folder, "out")
        raw.mkdir()
        for number, sentence in enumerate(sentences):
            (raw / f"s{number}.txt").write_text(NOTICE.format(sentence=sentence), "utf-8")
        call = [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(out), "--quiet"]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"NOTICE_CACHE": ""}
        ran = subprocess.run(call, cwd=root, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode or not out.is_dir():
            raise SystemExit(f"{root}: extract came to {ran.returncode}\n{ran.stderr}")
        facts: list[list[str]] = [[] for _ in sentences]
        for table, columns in COLUMNS.items():
            for row in pq.read_table(out / f"{table}.parquet").to_pylist():
                said = (f"{name} {row[name]}" for name in columns if row.get(name) not in (None, ""))
                facts[int(row["notice_id"][1:])].append(f"{table}: {', '.join(said)}")
    return facts


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """A commit in a folder of its own, which is gone afterwards."""
    git = ["git", "-C", str(ROOT), "worktree"]
    with tempfile.TemporaryDirectory() as folder:
        there = str(Path(folder, "old"))
        subprocess.run([*git, "add", "--detach", "--quiet", there, commit], check=True)
        try:
            yield Path(there)
        finally:
            subprocess.run([*git, "remove", "--force", there], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=ORDINARY, help="a sentence a line")
    parser.add_argument("--against", default="HEAD", metavar="COMMIT")
    args = parser.parse_args()
    sentences = [line.strip() for line in args.file.read_text("utf-8").splitlines() if line.strip()]
    with checked_out(args.against) as folder:
        before = read(sentences, folder)
    differ = 0
    for sentence, old, new in zip(sentences, before, read(sentences, ROOT), strict=True):
        if old == new:
            continue
        differ += 1
        print(sentence)
        for sign, facts, others in (("- old", old, new), ("+ new", new, old)):
            for fact in (Counter(facts) - Counter(others)).elements():
                print(f"  {sign} | {fact}")
    print(f"{differ} of {len(sentences)} sentences differ from {args.against}")


if __name__ == "__main__":
    main()
