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
from pipeline.review.allowances import settled
from pipeline.review.corrections import confirmed
from pipeline.review.grids import compare
from pipeline.review.indicator_names import unlike
from pipeline.review.measures import MEASURES, Facts, Label, Rows, called
from pipeline.review.miss_quotes import fact_to_quote
from pipeline.review.reliability import judge_all, print_reliability

TABLE_FACTS = "table facts"
INDICATORS = "indicator alike, of targets found"
Counts = tuple[int, int, int]


@dataclass
class Scores:
    """Sums over the label files: (right, extracted, labelled) by measure."""

    sums: dict[str, Counts]
    by_notice: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    exact: int = 0
    tables: int = 0
    notices: int = 0
    # Of targets found with the labelled value and unit, those whose indicator is alike.
    alike: int = 0
    found: int = 0
    missing: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, file: str, measure: str, counts: Counts) -> None:
        old = self.sums[measure]
        self.sums[measure] = (old[0] + counts[0], old[1] + counts[1], old[2] + counts[2])
        self.by_notice[file][measure] = ratio(counts)

    def as_json(self) -> dict[str, Any]:
        return {
            "fields": {name: ratio(counts) for name, counts in self.sums.items()},
            "indicators": {
                "alike": self.alike,
                "found": self.found,
                "share": round(self.alike / self.found, 4) if self.found else 1.0,
            },
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
            want, got = settled(measure, label, rows)
            scores.add(file, measure.name, ((got & want).total(), got.total(), want.total()))
            if misses:
                quotes = fact_to_quote(measure, label, rows)
                scores.misses += differences(f"{file[:40]} {measure.name}", (want, got), quotes, misses)
    if "targets" not in skipped and rows is not None:
        found, others = unlike(label, rows)
        scores.found += found
        scores.alike += found - len(others)
        scores.misses += [f"~ {file[:40]} {INDICATORS}: {other}" for other in others[:misses]]
    if "tables" not in skipped and label.get("tables"):
        counts, exact = compare(label, rows)
        scores.add(file, TABLE_FACTS, counts)
        scores.exact += exact
        scores.tables += len(label["tables"])


def differences(
    where: str, facts: tuple[Facts, Facts], quotes: Mapping[tuple[Any, ...], str], most: int
) -> list[str]:
    """`-` what was labelled and not extracted, `+` what was extracted and not labelled, each with its words."""
    want, got = facts
    return [
        f"{mark} {where}: {fact} {quotes.get(fact, '')}".rstrip()
        for mark, those in (("-", want - got), ("+", got - want))
        for fact in list(those.elements())[:most]
    ]


def folder_to_rows(out: Path) -> Mapping[str, Rows]:
    """Readers of the rows by the name of the source file; a file of several notices gives those of all."""
    import pyarrow.parquet as pq

    if not (out / "notices.parquet").exists():
        raise FileNotFoundError(say("no_tables", folder=str(out)))

    @cache
    def by_notice(table: str) -> Mapping[str, list[dict[str, Any]]]:
        path = out / f"{table}.parquet"
        rows: dict[str, list[dict[str, Any]]] = {}
        for row in pq.read_table(path, partitioning=None).to_pylist() if path.exists() else ():
            rows.setdefault(row["notice_id"], []).append(row)
        return rows

    def reader(notice_ids: list[str]) -> Rows:
        return lambda table: [row for notice_id in notice_ids for row in by_notice(table).get(notice_id, ())]

    parts: dict[str, list[str]] = {}
    for notice_id, rows in by_notice("notices").items():
        parts.setdefault(Path(rows[0]["source_file"] or "").name, []).append(notice_id)
    return {file: reader(ids) for file, ids in parts.items()}


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
    print_figures(figures)
    if decided.decided:
        print(decided)
    print_reliability(judge_all(files, folder_to_rows(out)))


def print_figures(figures: Mapping[str, Any]) -> None:
    """A line a measure, then indicators and whole tables."""
    print(f"{'':36}{'P':>8}{'R':>8}{'F1':>8}   {tell('figures_counts')}")
    for name, f in figures["fields"].items():
        of = f"{f['right']}/{f['extracted']}/{f['labelled']}"
        print(f"{called(name):36}{f['p']:8.3f}{f['r']:8.3f}{f['f1']:8.3f}   {of}")
    named = figures["indicators"]
    print(f"{called(INDICATORS):52}{named['share']:8.3f}   {named['alike']}/{named['found']}")
    whole = {"n": figures["tables_exact"], "of": figures["tables"], "notices": figures["notices"]}
    missing = tuple(figures["missing"])
    print(
        tell("tables_exact_missing", **whole, missing=missing) if missing else tell("tables_exact", **whole)
    )
