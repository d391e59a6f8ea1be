"""Brackets and what they hold, nested ones inside."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import patterns

PAIRS = {"（": "）", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "“": "”"}
_CLOSING = {close: open_ for open_, close in PAIRS.items()}
_ROUND = patterns.compile(r"[(（][^()（）]*[)）]")


def without_round(text: str) -> str:
    """社区个数(个), 覆盖率（%） without what their round brackets hold."""
    return _ROUND.sub("", text)


def brackets(text: str, opening: str = "（〔【") -> Iterator[tuple[int, int, bool]]:
    """(start, end, closed) of the outermost brackets of the kinds in `opening`, in order.

    text[start] is the opening bracket and text[end - 1] the closing one; a bracket that is never
    closed reaches to the end of text and has closed False. Brackets of other kinds are ordinary
    text, so that 《…（…）…》 holds a bracket.
    """
    stack: list[tuple[str, int]] = []
    for i, char in enumerate(text):
        if char in opening:
            stack.append((char, i))
        elif stack and char in _CLOSING and _CLOSING[char] in opening:
            # A wrong closing bracket, as when （ is closed by 〕, closes all the same.
            _, start = stack.pop()
            if not stack:
                yield start, i + 1, True
    if stack:
        yield stack[0][1], len(text), False
