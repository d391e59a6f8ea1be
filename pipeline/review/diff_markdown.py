"""Changes as a pull request shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from pipeline.language import patterns
from pipeline.messages import say, tell
from pipeline.review.diff import Change
from pipeline.review.diff_show import MARKS, by_cause, by_notice, columns, summary, words
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
