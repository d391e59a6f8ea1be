"""Sums and what they are made of: 下达500万元，其中：甲镇200万元，乙镇300万元."""

from __future__ import annotations

from pipeline.extract.funding.amounts import Amount
from pipeline.language.going_on import last_going_on
from pipeline.language.grammar import compiled, line
from pipeline.language.quantity import Quantity

_MAGNITUDES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
               "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip
# Between a sum and one of its parts stands 其中, and nothing that ends the sentence.
_OF_WHICH = "{includes.with}"


def amount_in_yuan(value: float, unit: str) -> float | None:
    """(1.2, 万元) → 12000, (2, 万) → 20000; None for another currency."""
    size = unit.removesuffix("人民币").removesuffix("元")
    known = _MAGNITUDES.get(size) if unit else None
    return round(value * known, 2) if known else None


def in_yuan(amount: Amount) -> float:
    """The amount in yuan; 0 of another currency."""
    return amount_in_yuan(amount.quantity.value, amount.quantity.unit) or 0.0


def are_whole(part: Amount) -> bool:
    """Whether the amounts of a bracket, or behind 其中, come to the sum before: 150万元（其中省级100万元、县级50万元）."""
    tokens = part.tokens
    opens = (t.kind == "includes" or t.cls == "（" for t in reversed(tokens[: part.at]))
    start = next((part.at - 1 - i for i, is_open in enumerate(opens) if is_open), -1)
    end = next((i for i in range(part.at, len(tokens)) if tokens[i].cls in ("）", "。", "；")), len(tokens))
    said = [
        [t.said for t in some if t[:2] == ("qty", "money") and isinstance(t.said, Quantity)]
        for some in (tokens[: max(start, 0)], tokens[start:end])
    ]
    if start < 0 or not said[0]:
        return False
    sums = [sum(amount_in_yuan(q.value, q.unit) or 0 for q in some) for some in (said[0][-1:], said[1])]
    return round(sums[0], 2) == round(sums[1], 2)


def is_of_which(whole: Amount, part: Amount) -> bool:
    """Whether an amount stands behind the 其中 that parts another one of its sentence; not 另安排培训经费300万元."""
    at = next((i for i, t in enumerate(part.tokens) if t.start == whole.tokens[whole.at].start), None)
    between = part.tokens[at + 1 : part.at] if at is not None else ()
    anew = last_going_on("".join(token.text for token in between)) >= 0
    return not anew and compiled(_OF_WHICH).search(line(between)) is not None
