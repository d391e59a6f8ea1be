"""Changes as programs read them (JSON; CSV for spreadsheets), and as a pull request shows them."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from pipeline.language import patterns
from pipeline.language.formulas import without_formula
from pipeline.messages import say, tell
from pipeline.review.diff import Change
from pipeline.review.diff_show import MARKS, by_cause, by_notice, columns, summary, words
from pipeline.review.diff_terminal import print_terminal
from pipeline.wording import table_word


def print_markdown(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """A table a notice, fit for a pull request; nothing a notice holds is taken for markup."""
    print(f"**{summary(changes)}**", file=stream)
    left = limit or len(changes)
    for notice, listed, rest in by_notice(changes):
        shown, left = listed[:left], max(0, left - len(listed))
        if shown:
            heads = (
                tell("changes_table_head"),
                tell("changes_what_head"),
                tell("changes_words_head"),
                tell("changes_cause_head"),
            )
            print(f"\n### {_escaped(notice or tell('agencies_and_regions'))}\n", file=stream)
            print(f"| | {' | '.join(heads)} |\n|---|---|---|---|---|", file=stream)
        for table, cause, those in by_cause(shown):
            for change in those:
                what = ": ".join(part for part in (words(change.shown), columns(change)) if part)
                cells = (MARKS[change.kind], table_word(table), what, words(change.quote), cause)
                print(f"| {' | '.join(map(_escaped, cells))} |", file=stream)
        if rest and shown:
            print(f"\n{tell('not_listed_sentence', rest=_escaped(rest))}", file=stream)
    out = sum(change.listed for change in changes) - (limit or len(changes))
    if out > 0:
        print(f"\n{tell('changes_left_out', changes=say('n_changes', n=out))}", file=stream)


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return patterns.sub(r"([\\`*_{}\[\]()#+!|~@-])", r"\\\1", text)


def print_json(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """As diff.schema.json says."""
    listed = [change for change in changes if change.listed]
    counted = Counter((c.notice_id, c.table, c.kind) for c in changes if not c.listed)
    said = {
        "summary": dict(Counter(change.kind for change in listed)),
        "left_out": max(0, len(listed) - limit) if limit else 0,
        "changes": [_change_to_json(change) for change in listed[: limit or None]],
        "counted": [
            {"notice_id": notice, "table": table, "kind": kind, "rows": n}
            for (notice, table, kind), n in sorted(counted.items())
        ],
    }
    json.dump(said, stream, ensure_ascii=False, indent=1, default=str)
    print(file=stream)


def _change_to_json(change: Change) -> Mapping[str, object]:
    return {
        **{
            name: getattr(change, name)
            for name in ("notice_id", "table", "kind", "key", "about", "quote", "clause_id")
        },
        "cause": change.cause.kind,
        "because": str(change.cause.because),
        "columns": {column: {"before": old, "after": new} for column, old, new in change.columns},
    }


def print_csv(changes: Sequence[Change], limit: int, stream: TextIO) -> None:
    """A line a changed column (or a row added or removed); no cell is a formula."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    lines.write("notice_id,table,change,about,column,before,after,quote,cause,because,key\n")
    for change in [change for change in changes if change.listed][: limit or None]:
        for column, old, new in change.columns or (("", None, None),):
            row = (change.notice_id, change.table, change.kind, change.about, column, old, new, change.quote)
            writer.writerow(
                map(without_formula, (*row, change.cause.kind, str(change.cause.because), change.key))
            )
    stream.write(lines.getvalue())


FORMATS: Mapping[str, Callable[[Sequence[Change], int, TextIO], None]] = {
    "terminal": print_terminal,
    "md": print_markdown,
    "json": print_json,
    "csv": print_csv,
}
