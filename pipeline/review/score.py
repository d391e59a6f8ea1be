"""Extracted tables against hand-made labels: exact precision, recall and F1 of every measure.

A label file is JSON: `file` (the notice's file name), `metadata`, and lists of facts; a list it names under
`not_labelled` is not compared. Labels say how sure we can be; their conventions stand beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.messages import say, tell
from pipeline.review.corrections import confirmed
from pipeline.review.grids import compare
from pipeline.review.measures import MEASURES, Facts, Label, Measure, Rows
from pipeline.review.reliability import judge_all, print_reliability

TABLE_FACTS = "table facts"
Counts = tuple[int, int, int]


@dataclass
class Scores:
    """Sums over the label files: (right, extracted, labelled) by measure."""

    sums: dict[str, Counts]
    by_notice: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    exact: int = 0
    tables: int = 0
    notices: int = 0
    missing: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, file: str, measure: str, counts: Counts) -> None:
        old = self.sums[measure]
        self.sums[measure] = (old[0] + counts[0], old[1] + counts[1], old[2] + counts[2])
        self.by_notice[file][measure] = ratio(counts)

    def as_json(self) -> dict[str, Any]:
        return {
            "fields": {name: ratio(counts) for name, counts in self.sums.items()},
            "tables_exact": self.exact,
            "tables": self.tables,
            "notices": self.notices,
            "missing": self.missing,
            "by_notice": self.by_notice,
        }


def ratio(counts: Counts) -> dict[str, Any]:
    """Precision, recall and F1 to four digits; nothing extracted is right if nothing was labelled."""
    right, extracted, labelled = counts
    p = right / extracted if extracted else float(not labelled)
    r = right / labelled if labelled else 1.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    rounded = {name: round(value, 4) for name, value in (("p", p), ("r", r), ("f1", f1))}
    return {**rounded, "right": right, "extracted": extracted, "labelled": labelled}


def score(out: Path, labels: Sequence[Path], misses: int = 0) -> Scores:
    """Compares the tables in `out` with label files; `misses` limits the ones kept a measure and notice.

    Raises OSError for a file that cannot be read, ValueError for a label file that is not JSON.
    """
    rows_of = folder_to_rows(out)
    scores = Scores(dict.fromkeys((*(m.name for m in MEASURES), TABLE_FACTS), (0, 0, 0)))
    for path in labels:
        label = json.loads(path.read_text("utf-8"))
        rows = rows_of.get(label["file"])
        scores.notices += 1
        if rows is None:
            scores.missing.append(label["file"])
        add_label(scores, label, rows, misses)
    return scores


def add_label(scores: Scores, label: Label, rows: Rows | None, misses: int) -> None:
    """Adds one labelled notice to the scores; `rows` is None where it was not extracted."""
    file, skipped = label["file"], set(label.get("not_labelled", ()))
    scores.by_notice.setdefault(file, {})
    for measure in MEASURES:
        if measure.key not in skipped:
            want = measure.labelled(label)
            got = extracted_facts(measure, rows, want)
            scores.add(file, measure.name, ((got & want).total(), got.total(), want.total()))
            scores.misses += differences(f"{file[:40]} {measure.name}", want, got, misses)
    if "tables" not in skipped and label.get("tables"):
        counts, exact = compare(label, rows)
        scores.add(file, TABLE_FACTS, counts)
        scores.exact += exact
        scores.tables += len(label["tables"])


def extracted_facts(measure: Measure, rows: Rows | None, want: Facts) -> Facts:
    if rows is None:
        return type(want)()
    got = measure.extracted(rows)
    return got + (measure.spared(rows) & (want - got))


def differences(where: str, want: Facts, got: Facts, most: int) -> list[str]:
    """`-` what was labelled and not extracted, `+` what was extracted and not labelled."""
    sides = (("-", want - got), ("+", got - want))
    return [f"{mark} {where}: {fact}" for mark, facts in sides for fact in list(facts.elements())[:most]]


def folder_to_rows(out: Path) -> Mapping[str, Rows]:
    """Readers of one notice's rows by the name of its source file."""
    import pyarrow.parquet as pq

    if not (out / "notices.parquet").is_file():
        raise FileNotFoundError(say("no_tables", folder=str(out)))

    @cache
    def by_notice(table: str) -> Mapping[str, list[dict[str, Any]]]:
        path = out / f"{table}.parquet"
        rows: dict[str, list[dict[str, Any]]] = {}
        for row in pq.read_table(path).to_pylist() if path.exists() else ():
            rows.setdefault(row["notice_id"], []).append(row)
        return rows

    def reader(notice_id: str) -> Rows:
        return lambda table: by_notice(table).get(notice_id, [])

    notices = (rows[0] for rows in by_notice("notices").values())
    return {Path(row["source_file"] or "").name: reader(row["notice_id"]) for row in notices}


def label_files(labels: Iterable[Path]) -> list[Path]:
    """The label files themselves, those of a folder in the order of their names."""
    files = [file for path in labels for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not files:
        raise FileNotFoundError(say("no_labels"))
    return files


def print_scores(out: Path, labels: Iterable[Path], misses: int, as_json: bool) -> None:
    """The figures as a table or as JSON, the misses above them, how far rules and confidences hold below."""
    files = label_files(labels)
    scores = score(out, files, misses)
    figures = scores.as_json()
    decided = confirmed(out)
    if decided.decided and as_json:
        figures["decided"] = asdict(decided)
    if as_json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    for line in scores.misses:
        print(line)
    print(f"{'':36}{'P':>8}{'R':>8}{'F1':>8}   {tell('figures_counts')}")
    for name, f in figures["fields"].items():
        of = f"{f['right']}/{f['extracted']}/{f['labelled']}"
        print(f"{name:36}{f['p']:8.3f}{f['r']:8.3f}{f['f1']:8.3f}   {of}")
    if decided.decided:
        print(decided)
    whole = {"n": scores.exact, "of": scores.tables, "notices": scores.notices}
    line = tell("tables_exact", **whole)
    print(tell("tables_exact_missing", **whole, missing=tuple(scores.missing)) if scores.missing else line)
    print_reliability(judge_all(files, folder_to_rows(out)))
