"""How well the cells of a page that lacks columns fit under each heading."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.cells import is_dash, number
from pipeline.tables.cut_rows import fit
from pipeline.tables.draft import Draft, Row
from pipeline.tables.headings import heading_meanings

SAMPLE = 40  # rows looked at


def score(scores: Sequence[Sequence[float]], columns: Sequence[int]) -> float:
    """How well the printed columns fit under the headings they are laid under."""
    return sum(row[col] for row, col in zip(scores, columns, strict=True))


def fits(draft: Draft, start: int, width: int, rows: Sequence[Row]) -> list[list[float]]:
    """How well each printed column fits under each heading; a column filled above is the last to be empty here."""
    names = heading_meanings(draft)
    above = [row for row in draft.rows[:start] if row.role == "body"][-SAMPLE:]
    kinds = [_share(above, j) for j in range(draft.n_cols)]
    filled = [sum(bool(row[j].text) for row in above) / max(1, len(above)) for j in range(draft.n_cols)]
    sample = [row for row in rows if row.role == "body"][:SAMPLE] or rows[:SAMPLE]
    scores = []
    for k in range(width):
        texts = [row[k].text for row in sample if row[k].text]
        share = _share(sample, k)
        scores.append(
            [
                sum(fit(text, names[j], False) for text in texts if names[j])
                + (filled[j] - 2 * abs(share - kinds[j])) * len(texts)
                for j in range(draft.n_cols)
            ]
        )
    return scores


def _share(rows: Sequence[Row], col: int) -> float:
    """The share of numbers and dashes among the filled cells of a column; a half where there are none."""
    texts = [row[col].text for row in rows if row[col].text]
    return sum(number(t) is not None or is_dash(t) for t in texts) / len(texts) if texts else 0.5
