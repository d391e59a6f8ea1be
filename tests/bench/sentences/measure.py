"""How much of what was written comes out: field by field, sentence by sentence.

A sentence is right if exactly its rows come out, each with value, unit, comparator, day, sign of change and an
indicator that a reader would accept, and exactly the money it gives away.
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from sentences.draw import Want
from sentences.layout import Item, Written

from pipeline.model import Unread
from pipeline.run import source_to_results
from pipeline.sources import find

Row = Mapping[str, Any]
FIELDS = ("found", "value", "unit", "comparator", "day", "change", "alike", "exact")
# Kinds of target that are scored: a frequency or an ordinal is none.
KINDS = ("target", "standard", "change")
_MARKS = re.compile(r"[“”‘’《》()（）、的了\s]")


def alike(name: object, wanted: str) -> bool:
    """Whether two names would be read as one: one holds the other, or two thirds of the letters agree in order."""
    a, b = _MARKS.sub("", str(name or "")), _MARKS.sub("", wanted)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    if short in long and len(short) >= max(2, len(long) // 3):
        return True
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 2 / 3


def same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-4 * max(1.0, abs(b))


def right_fields(row: Row, want: Want) -> dict[str, bool]:
    """Which fields of a row are as wanted."""
    names = (want.indicator, *want.also)
    day = row.get("deadline_date")
    return {
        "found": True,
        "value": same(row.get("value"), want.value) and same(row.get("value_max"), want.value_max),
        "unit": row.get("unit") == want.unit,
        "comparator": row.get("comparator") == want.comparator,
        "day": (day.isoformat() if isinstance(day, datetime.date) else day) == want.day,
        "change": (row.get("change") or None) == want.change,
        "alike": any(alike(row.get("indicator"), name) for name in names),
        "exact": _MARKS.sub("", str(row.get("indicator") or "")) in [_MARKS.sub("", name) for name in names],
    }


@dataclass
class Result:
    """What came of one item: fields right of each wanted row, rows that should not be there."""

    item: Item
    rows: list[dict[str, bool]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    got: list[Row] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        return not self.extra and all(all(v for k, v in row.items() if k != "exact") for row in self.rows)


def compare(item: Item, targets: Sequence[Row], money: Sequence[Row]) -> Result:
    """The rows of an item against those it should give; each wanted row takes the one that agrees most."""
    left = [row for row in targets if row.get("value") is not None and row.get("kind") in KINDS]
    result = Result(item, got=[*left, *money])
    for want in item.rows:
        scored = [(sum(right_fields(row, want).values()), -n) for n, row in enumerate(left)]
        best = max(scored, default=(0, 0))
        # A row that shares neither number nor name is another one.
        row = left[-best[1]] if scored else None
        fields = right_fields(row, want) if row else dict.fromkeys(FIELDS, False)
        if row and (fields["value"] or fields["alike"]):
            left.remove(row)
            result.rows.append(fields)
        else:
            result.rows.append(dict.fromkeys(FIELDS, False))
    result.extra = [f"target {row['value']:g}{row['unit'] or ''} {row['indicator'] or ''}" for row in left]
    want_money = Counter((float(a), u) for a, u in item.grants)
    got_money = Counter((float(row["amount"]), row["unit"]) for row in money if row.get("amount") is not None)
    result.extra += [f"grant {a:g}{u}" for a, u in (got_money - want_money).elements()]
    result.extra += [f"no grant {a:g}{u}" for a, u in (want_money - got_money).elements()]
    return result


def read_notices(written: Sequence[Written]) -> Iterable[tuple[Written, Mapping[str, list[Row]]]]:
    """Each notice and the rows of its tables, all read in this process."""
    with tempfile.TemporaryDirectory() as folder:
        for n, notice in enumerate(written):
            Path(folder, f"{n:05}.txt").write_text(notice.text, "utf-8")
        for source, notice in zip(find(Path(folder))[0], written, strict=True):
            portion = source_to_results(source)[0]
            if isinstance(portion, Unread):
                print(f"not read: {portion.issue.message}", file=sys.stderr)
                yield notice, {"targets": [], "funding": []}
                continue
            yield notice, {name: portion.tables[name].to_pylist() for name in ("targets", "funding")}


def measure(written: Sequence[Written]) -> list[Result]:
    results = []
    for notice, tables in read_notices(written):
        for start, end, item in notice.places:
            here = {
                name: [r for r in rows if start <= r["char_start"] < end] for name, rows in tables.items()
            }
            results.append(compare(item, here["targets"], here["funding"]))
    return results


# --- printed ----------------------------------------------------------------------------------


def share(right: int, of: int) -> str:
    return f"{right / of:6.3f}" if of else "     –"


def print_results(results: Sequence[Result], sums: bool = False) -> None:
    """Shares right by field, by position and, unless only sums are wanted, by frame."""
    rows = [row for result in results for row in result.rows]
    print("rows wanted, by field:")
    for name in FIELDS:
        print(f"  {name:12}{share(sum(row[name] for row in rows), len(rows))}")
    print(f"  too much    {sum(len(result.extra) for result in results)} rows in {len(results)} sentences")
    for title, key in (("position of the time", "position"), ("frame", "frame"))[: 1 if sums else 2]:
        print(f"sentences whole, by {title}:")
        groups: dict[str, list[Result]] = {}
        for result in results:
            groups.setdefault(getattr(result.item, key), []).append(result)
        for name, those in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
            right = sum(result.is_right for result in those)
            exact = [row["exact"] for result in those for row in result.rows]
            print(
                f"  {name:18}{share(right, len(those))}  {right:5}/{len(those):<5} exact name{share(sum(exact), len(exact))}"
            )
    right = sum(result.is_right for result in results)
    print(f"sentences whole {share(right, len(results))}  {right}/{len(results)}")


def print_misses(results: Sequence[Result], most: int) -> None:
    """The first sentences that came out wrong: what was wanted, which fields are not so, what came."""
    for result in [one for one in results if not one.is_right][:most]:
        item = result.item
        over = f" [{item.title or item.heading}]" if item.title or item.heading else ""
        print(f"- {item.frame}, {item.position}{over}: {' ⏎ '.join(item.lines)}")
        for want, fields in zip(item.rows, result.rows, strict=True):
            wrong = [name for name, good in fields.items() if not good and name != "exact"]
            if wrong:
                said = f"{want.comparator}{want.value:g}{want.unit} {want.change or ''} {want.day} {want.indicator}"
                print(f"    wants {said}; wrong: {'all' if 'found' in wrong else ', '.join(wrong)}")
        for row in result.got:
            name = row.get("indicator") if "indicator" in row else row.get("recipient")
            value = row.get("value", row.get("amount"))
            print(
                f"    has   {row['comparator']}{value}{row['unit']} {row.get('change') or ''} {row.get('deadline_date')} {name}"
            )
        for extra in result.extra:
            print(f"    extra {extra}")
