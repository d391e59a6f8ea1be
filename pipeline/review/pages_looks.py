"""How the text of a notice looks on its page: which stretches are title, heads of points, furniture, tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.decisions.address import squeezed
from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.review.folder import Row
from pipeline.review.gain import Look, looks
from pipeline.review.pages_rows import KEYS, Notice
from pipeline.review.pages_source import Looks

# Kinds of repair that set words of the page aside: nothing of the notice is lost with them.
ASIDE = frozenset({"furniture", "set_aside", "repeated_heading", "repeated_over_break"})
# Levels of points with a look of their own.
DEEPEST = 3
# So many looks are offered: who has done them asks again.
MOST = 60
LEAST = 0.1
# What a notice's own numbers look like beside its title.
# Of empty lines one is kept, at the top none.
_BLANK = patterns.compile(r"(?P<kept>(?:^|(?:[^\S\n]*\n){2}))(?:[^\S\n]*\n)+")
_OF_HEAD = (("doc_number", "number-line"), ("written_date", "date-line"))


def notice_to_looks(notice: Notice, grids: Mapping[str, str]) -> Looks:
    """`grids` are its tables as HTML, by their ids; a table of which nobody knows where it stands is not drawn here."""
    (row,) = notice.rows("notices")
    words = fold(notice.text)
    return Looks(
        styles=tuple(_styles(notice, words)),
        blocks=tuple(_title(row, words)),
        tables=tuple(
            (table["char_start"], _with_line_end(words, table["char_end"]), table["table_id"])
            for table in notice.rows("tables")
            if table["char_start"] is not None
        ),
        grids=grids,
    )


def _title(row: Row, words: str) -> Iterator[tuple[int, int, str]]:
    start, end = row["title_char_start"], row["title_char_end"]
    if start is not None:
        yield start, _with_line_end(words, end), "title"


def _with_line_end(words: str, end: int) -> int:
    """A line end behind what is set apart would leave an empty line."""
    rest = words[end : end + 2]
    return end + (2 if rest == "\r\n" else 1 if rest[:1] == "\n" else 0)


def _styles(notice: Notice, words: str) -> Iterator[tuple[int, int, str]]:
    (row,) = notice.rows("notices")
    for match in _BLANK.finditer(words):
        yield match.end("kept"), match.end(), "blank"
    for name, look in _OF_HEAD:
        if row[f"{name}_char_start"] is not None:
            yield row[f"{name}_char_start"], row[f"{name}_char_end"], look
    for clause in notice.rows("clauses"):
        start = clause["char_start"]
        head = squeezed(fold(f"{clause['number'] or ''}{clause['heading'] or ''}"))
        if head and (end := _end_of(words, start, head)):
            yield start, end, f"head l{min(clause['level'], DEEPEST)}"
    for repair in notice.rows("repairs"):
        if repair["kind"] in ASIDE and repair["char_start"] is not None:
            yield repair["char_start"], repair["char_end"], "furniture"


def _end_of(words: str, start: int, head: str) -> int | None:
    """Where `head`, which has no white space, ends in the words from `start` on; None if other words stand there."""
    at = start
    for char in head:
        while at < len(words) and words[at].isspace():
            at += 1
        if at >= len(words) or words[at] != char:
            return None
        at += 1
    return at


def looks_shown(notice: Notice) -> list[tuple[str, str, str, str]]:
    """(kind, table, key of the row, its words) of what to look at first, the most worth first."""
    found = [one for one in looks(notice) if one.gain >= LEAST][:MOST]
    return [(one.kind, one.table, str(one.row[_key(one.table)]), _said(one)) for one in found]


def _key(table: str) -> str:
    return "table_id" if table == "tables" else KEYS.get(table, "fact_id")


def _said(look: Look) -> str:
    """The words it is about; of a check without words where it stands."""
    names = ("title", "table_id") if look.table == "tables" else ("quote", "text", "where")
    return "".join(str(next((look.row[n] for n in names if look.row.get(n)), "")).split())[:60]
