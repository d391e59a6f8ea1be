"""A share that lost its sign, or of which recognition made noughts: one bare figure under 参保率 whose others say % stands as
printed, and an issue says so.

| 镇街 | 参保率 |
| 东镇 | 95.1%  |
| 西镇 | 71.8   |   % or ‰ is lost
| 南镇 | 90.600 |   of 90.6%
| 北镇 | 96.8%  |
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language.addends import is_ratio
from pipeline.language.cells import number
from pipeline.language.heading_units import path_unit
from pipeline.messages import say
from pipeline.model import Issue
from pipeline.tables.draft import Draft

_SIGNS = ("%", "％", "‰")
_FEWEST, _MOSTLY = 3, 2  # figures with a sign, for each without


def doubt_lost_signs(draft: Draft) -> Draft:
    """An issue for each bare figure but 0 among shares, where no heading says what they are shares of."""
    paths = draft.paths()
    cols = [j for j, path in enumerate(paths) if any(map(is_ratio, path)) and not path_unit(path, False)]
    bare = [place for j in cols for place in _bare(draft, j)]
    issues = (
        Issue("undecided_digit", say("sign_lost", row=i + 1, printed=draft.rows[i][j].text), f"row {i}", draft.rows[i].span())
        for i, j in bare
    )  # fmt: skip
    return replace(draft, issues=(*draft.issues, *issues)) if bare else draft


def _bare(draft: Draft, col: int) -> list[tuple[int, int]]:
    texts = {i: draft.rows[i][col].text for i in draft.body()}
    bare = [i for i, text in texts.items() if number(text)]
    signed = sum(text.endswith(_SIGNS) and len(text) > 1 for text in texts.values())
    return [(i, col) for i in bare] if signed >= max(_FEWEST, _MOSTLY * len(bare)) else []
