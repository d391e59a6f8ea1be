"""The same notice in two formats must give the same facts: each pair of ../shared/corpus, F1 and every difference.

`python tests/bench/twins.py [WORDS…]`. Twins share region and number in their names (`pdf_text_福州_榕政办2016-186`,
`html_福州_榕政办2016-186`). tests/twins.tsv lists copies that truly differ, with the reason. Exit 1 if a group of
pairs is under its aim; 0, with a line that says so, where the folder is absent.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import regex
from corpus import ROOT, Ran, Row, corpus_files, run_all

DIFFERING = ROOT / "tests" / "twins.tsv"
# Issue 4: clean copies, and copies of which one had to be recognized from pictures.
AIMS = {"clean": 0.98, "ocr": 0.93}
FORMAT = regex.compile(
    r"^(?:pdf|html?|docx?|wps|rtf|xlsx|md|txt|ofd|jsp)(?:_(?:garbled|cid|scan|text|print|table))*_"
)
BLANK = regex.compile(r"\s+")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "responsibilities": ("agency_name", "role"),
    "targets": ("value", "value_max", "unit", "comparator", "deadline_date"),
    "deadlines": ("kind", "start_date", "end_date"),
    "citations": ("title", "doc_number"),
    "issuers": ("name",),
    "recipients": ("name",),
}
TITLE_BLOCK = ("title", "doc_number", "document_type", "written_date", "status")

Fact = tuple[str, ...]


def facts(ran: Ran) -> Counter[Fact]:
    """(table, value, value, …) of each fact that must not depend on the format, blanks taken out."""
    found: Counter[Fact] = Counter()
    for table, columns in COLUMNS.items():
        for row in ran.tables.get(table, ()):
            found[table, *(words(row, column) for column in columns)] += 1
    for row in ran.tables.get("notices", ()):
        found.update(("notice", column, words(row, column)) for column in TITLE_BLOCK if row.get(column))
    return found


def words(row: Row, column: str) -> str:
    value = row.get(column)
    return "" if value is None else BLANK.sub("", str(value))


def f1(one: Counter[Fact], other: Counter[Fact]) -> float:
    both = (one & other).total()
    return 2 * both / (one.total() + other.total()) if one or other else 1.0


def pairs(paths: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Files of different format whose names agree in region and number."""
    groups: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    for path in paths:
        rest = FORMAT.sub("", path.stem)
        if rest != path.stem:
            groups[tuple(rest.split("_")[:2])].append(path)
    return [
        pair
        for key in sorted(groups)
        for pair in combinations(sorted(groups[key]), 2)
        if pair[0].suffix != pair[1].suffix
    ]


def differing() -> dict[frozenset[str], str]:
    """The reason why two copies differ, by their names."""
    lines = DIFFERING.read_text("utf-8").splitlines() if DIFFERING.is_file() else []
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {frozenset(row[:2]): row[2] for row in rows}


def differences(one: Ran, other: Ran) -> Iterator[str]:
    """A line a fact that one copy has and the other has not, the file's format before it."""
    ours, theirs = facts(one), facts(other)
    for mark, only in ((one.path.suffix, ours - theirs), (other.path.suffix, theirs - ours)):
        for fact, n in sorted(only.items()):
            yield f"    {mark:<6} {'  '.join(fact)}{f' ×{n}' if n > 1 else ''}"


def main(only: Sequence[str]) -> int:
    found = [
        pair for pair in pairs(corpus_files()) if not only or any(w in p.name for p in pair for w in only)
    ]
    ran = {one.path: one for one in run_all(sorted({path for pair in found for path in pair}))}
    reasons = differing()
    sums: dict[str, list[Counter[Fact]]] = defaultdict(lambda: [Counter(), Counter()])
    for i, (a, b) in enumerate(found):
        one, other = ran[a], ran[b]
        print(f"\n{a.name}  {b.name}")
        if unread := [copy for copy in (one, other) if not copy.is_read()]:
            print(
                *(
                    f"    {copy.path.suffix:<6} not read: {copy.error or '; '.join(copy.issues())}"
                    for copy in unread
                ),
                sep="\n",
            )
            continue
        kind = "ocr" if one.is_recognized() or other.is_recognized() else "clean"
        reason = reasons.get(frozenset((a.name, b.name)), "")
        print(
            f"    F1 {f1(facts(one), facts(other)):.3f} {kind}{f', copies differ: {reason}' if reason else ''}"
        )
        print(*differences(one, other), sep="\n")
        for total, copy in zip(sums["differing" if reason else kind], (one, other), strict=True):
            total.update({(str(i), *fact): n for fact, n in facts(copy).items()})
    print()
    return report(sums)


def report(sums: Mapping[str, Sequence[Counter[Fact]]]) -> int:
    """Prints F1 over all facts of each group of pairs; 1 if one is under its aim."""
    under = 0
    for kind, (one, other) in sorted(sums.items()):
        aim = AIMS.get(kind, 0.0)
        under |= f1(one, other) < aim
        print(
            f"{kind:<10} F1 {f1(one, other):.4f}   {one.total()} and {other.total()} facts"
            + (f"   aim {aim}" if aim else "")
        )
    return under


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
