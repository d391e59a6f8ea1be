"""Whether words end on somebody: a body, a firm, persons."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.names import is_party
from pipeline.language.tokens import Token
from pipeline.language.words import words


def is_agent(tokens: Sequence[Token]) -> bool:
    """Whether words end on somebody: 龙头企业, 乡镇（街道）."""
    opened = max((i for i, t in enumerate(tokens) if t.text == "（"), default=0)
    last = tokens[opened - 1] if opened and tokens[-1].text == "）" else tokens[-1]
    somebody = (*words("agent"), *words("ending", "body"))
    return last.kind == "noun" and (last.text.endswith(somebody) or is_party(last.text))
