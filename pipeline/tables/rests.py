"""Whether the words of one cell go on in another, and whether a row is a whole one or the rest of one."""

from __future__ import annotations

from pipeline.language import patterns
from pipeline.language.brackets import has_half
from pipeline.language.headings import AGENCY_MEANINGS
from pipeline.language.names import is_agency
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import Draft

# No cell begins with a mark that ends a clause, and a list that ends with one goes on.
_NEVER_FIRST = patterns.compile(r"[，。、；：！？）〕】》”,;!?)%‰％]")
_NEVER_LAST = patterns.compile(r"[，、（〔【《“,(：:]$|^$")
_SEPARATOR = patterns.compile(r"[、，,；;\s]")
# What `fit` gives a cell that is whole under its heading.
_WHOLE = 2.0
# A column that nearly all rows fill, and how many rows are needed to say so.
_NEARLY_ALL, _FEWEST = 0.8, 3
_SHORT_KINDS = ("deadline", "nature")


def finishes(upper: str, lower: str, name: str) -> bool:
    """`lower` is the rest of `upper`, words under a heading that means `name`.

    A bracket or a list is open above (`发展水平（31` + `分）`, `市民政局、` + `市财政局`), no cell begins like the lower
    one (`，建成`), or only both together are a body or a time (`市农业` + `农村局`, `2026年6` + `月底前`).
    """
    if _NEVER_FIRST.match(lower) or _NEVER_LAST.search(upper):
        return True
    if has_half(upper) and has_half(lower) and not has_half(upper + lower):
        return True
    if name in AGENCY_MEANINGS:
        last, first = _SEPARATOR.split(_unbroken(upper))[-1], _SEPARATOR.split(_unbroken(lower))[0]
        return is_agency(last + first) and not (is_agency(last) and is_agency(first))
    return name in _SHORT_KINDS and fit(upper + lower, name, False) >= _WHOLE > min(
        fit(upper, name, False), fit(lower, name, False)
    )


def _unbroken(names: str) -> str:
    """The names of a cell without the ends of lines that cut them: all, unless each line is a name."""
    lines = names.split("\n")
    return names if all(map(is_agency, lines)) else "".join(lines)


def are_two(upper: str, lower: str, name: str) -> bool:
    """Each of the texts is a whole cell of its own under a heading that means `name`: two bodies, two times."""
    if finishes(upper, lower, name):
        return False
    known = name in _SHORT_KINDS or name in AGENCY_MEANINGS
    return known and min(fit(_unbroken(upper), name, False), fit(_unbroken(lower), name, False)) >= _WHOLE


def share_lacked(draft: Draft, at: int) -> float:
    """Of the columns in which no cell reaches over several rows, and that nearly all other rows fill: how many are
    blank here, 0 to 1."""
    columns = _always_filled(draft, at)
    return sum(not draft.rows[at][col].text for col in columns) / len(columns) if columns else 0.0


def lacks(draft: Draft, at: int, col: int) -> bool:
    """A row says nothing in a column that nearly all other rows fill."""
    return col in _always_filled(draft, at) and not draft.rows[at][col].text


def is_whole(draft: Draft, at: int) -> bool:
    """Two columns or more are filled in nearly all other rows, and in this one."""
    columns = _always_filled(draft, at)
    return len(columns) > 1 and all(draft.rows[at][col].text for col in columns)


def _always_filled(draft: Draft, at: int) -> list[int]:
    body = [row for i, row in enumerate(draft.rows) if row.role == "body" and i != at]
    if len(body) < _FEWEST:
        return []
    single = [j for j in range(draft.n_cols) if not any(row[j].merged for row in (*body, draft.rows[at]))]
    return [j for j in single if sum(bool(row[j].text) for row in body) >= _NEARLY_ALL * len(body)]
