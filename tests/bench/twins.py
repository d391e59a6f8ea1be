"""The same notice in two formats must give the same facts: each pair of ../shared/corpus, F1 and every difference.

`python tests/bench/twins.py [WORDS…]`. Twins share region and number in their names (`pdf_text_福州_榕政办2016-186`,
`html_福州_榕政办2016-186`). tests/twins.tsv lists facts in which two copies truly differ, with the reason; they are
left out. Exit 1 if a group of pairs is under its aim; 0, with a line that says so, where the folder is absent.
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


def explained() -> dict[tuple[str, str], str]:
    """(file, fact as printed here) → why its twin has no such fact."""
    lines = DIFFERING.read_text("utf-8").splitlines() if DIFFERING.is_file() else []
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {(file, fact): reason for file, fact, reason in rows}


def without_explained(
    ran: Ran, other: Counter[Fact], reasons: Mapping[tuple[str, str], str]
) -> Counter[Fact]:
    """The facts of a copy, but for those the other has not for a known reason."""
    own = facts(ran)
    known = Counter(
        {fact: n for fact, n in (own - other).items() if (ran.path.name, printed(fact)) in reasons}
    )
    return own - known


def printed(fact: Fact) -> str:
    return "  ".join(fact).rstrip()


def differences(ran: Ran, other: Counter[Fact], reasons: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """A line a fact that this copy has and the other has not, its format before it and the reason behind."""
    for fact, n in sorted((facts(ran) - other).items()):
        reason = reasons.get((ran.path.name, printed(fact)), "")
        yield f"    {ran.path.suffix:<6} {printed(fact)}{f' ×{n}' if n > 1 else ''}{f'   ({reason})' if reason else ''}"


def kind_of(one: Ran, other: Ran) -> str:
    """The group a pair counts in; `incomplete`, without an aim, if a page could not be read."""
    if not (one.is_read() and other.is_read()) or one.is_incomplete() or other.is_incomplete():
        return "incomplete"
    return "ocr" if one.is_recognized() or other.is_recognized() else "clean"


def main(only: Sequence[str]) -> int:
    found = [
        pair for pair in pairs(corpus_files()) if not only or any(w in p.name for p in pair for w in only)
    ]
    ran = {one.path: one for one in run_all(sorted({path for pair in found for path in pair}))}
    reasons = explained()
    sums: dict[str, list[Counter[Fact]]] = defaultdict(lambda: [Counter(), Counter()])
    for i, (a, b) in enumerate(found):
        one, other = ran[a], ran[b]
        compared = (
            without_explained(one, facts(other), reasons),
            without_explained(other, facts(one), reasons),
        )
        kind = kind_of(one, other)
        print(f"\n{a.name}  {b.name}\n    F1 {f1(*compared):.3f} {kind}")
        for copy, twin in ((one, other), (other, one)):
            if not copy.is_read():
                print(f"    {copy.path.suffix:<6} not read: {copy.error or '; '.join(copy.issues())}")
            elif twin.is_read():
                for line in differences(copy, facts(twin), reasons):
                    print(line)
        for total, copy_facts in zip(sums[kind], compared, strict=True):
            total.update({(str(i), *fact): n for fact, n in copy_facts.items()})
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
