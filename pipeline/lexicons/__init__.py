"""Names and headings as data: one line a name, columns by tabs, `#` begins a comment line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `<name>.tsv` without comments and blank lines, each split on tabs."""
    lines = text(name).splitlines()
    return tuple([tuple(line.split("\t")) for line in lines if line.strip() and line[0] != "#"])


@cache
def words(name: str) -> tuple[str, ...]:
    """The first column, longest word first, so that an alternation of them finds the longest."""
    return tuple(sorted((row[0] for row in rows(name)), key=lambda w: (-len(w), w)))


def alternation(name: str) -> str:
    """The words as an alternation for a pattern; they must hold no special characters."""
    return "|".join(words(name))


@cache
def records(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon whose first row holds headings, as heading → text ("" where left out)."""
    headings, *rest = rows(name)
    return tuple({h: row[i] if i < len(row) else "" for i, h in enumerate(headings)} for row in rest)


@cache
def columns(name: str) -> dict[str, tuple[str, ...]]:
    """The columns of such a lexicon by heading, of one whose rows leave nothing out: of thousands of rows one thing is asked."""
    headings, *rest = rows(name)
    return dict(zip(headings, zip(*rest, strict=True), strict=True))


def text(name: str) -> str:
    """The whole of `<name>.tsv`, whose lines end as git keeps them: what asks for a part alone need not read it as rows."""
    return (_HERE / f"{name}.tsv").read_bytes().decode("utf-8")
