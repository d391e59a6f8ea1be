"""What was done to a row to read it so, in words."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.messages import Message, say


def steps_to(filled: Sequence[int], cols: Sequence[int]) -> tuple[Message, ...]:
    """What was done to the row: shifted as a whole, then blanks put in or left out."""
    steps: list[Message] = []
    shift = 0
    for j, col in zip(filled, cols, strict=True):
        change = col - j - shift
        if change and not steps and j == filled[0]:
            steps.append(_shifted(change))
        elif change:
            steps.append(_blanks(change, col + 1))
        shift += change
    return tuple(steps)


def _shifted(by: int) -> Message:
    return say("row_shifted_left", by=-by) if by < 0 else say("row_shifted_right", by=by)


def _blanks(change: int, column: int) -> Message:
    if change < 0:
        return say("blanks_left_out", n=-change, column=column)
    return say("blanks_put_in", n=change, column=column)
