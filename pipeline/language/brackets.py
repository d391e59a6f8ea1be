"""Brackets and what they hold, nested ones inside."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import patterns

PAIRS = {"（": "）", "〔": "〕", "【": "】", "[": "]", "〖": "〗", "《": "》", "〈": "〉", "“": "”"}
_CLOSING = {close: open_ for open_, close in PAIRS.items()}
# A bracket may be closed by one of another shape: （…〕.
_OF_TEXT = "（〔【[〖("
_CLOSES = {close: _OF_TEXT if open_ in _OF_TEXT else open_ for close, open_ in _CLOSING.items()} | {
    ")": _OF_TEXT
}
_BEGINS_OR_ENDS = frozenset(_OF_TEXT) | {close for close, open_ in _CLOSING.items() if open_ in _OF_TEXT}
_EVERY = frozenset({*PAIRS, *_CLOSES, "("})
_ANY = patterns.compile(f"[{patterns.escape(''.join(sorted(_EVERY)))}]")
_ROUND = patterns.compile(r"[(（][^()（）]*[)）]")


def without_round(text: str) -> str:
    """社区个数(个), 覆盖率（%） without what their round brackets hold."""
    return _ROUND.sub("", text)


_HELD = patterns.compile(r"[（(〔\[][^（(〔\[）)〕\]]*[）)〕\]]|“[^“”]*”")
_OPENS = frozenset("（(〔[“")


def without_brackets(name: str) -> str:
    """The name without what brackets or quotation marks hold: 甲管委会（乙中心） → 甲管委会."""
    return name if _OPENS.isdisjoint(name) else _HELD.sub("", name)


def has_half(text: str) -> bool:
    """Whether a bracket of the text is not closed, or closed and never opened: `市民政局（`, `市财政局]`."""
    if _EVERY.isdisjoint(text):
        return False
    opened: list[str] = []
    for char in _ANY.findall(text):
        if char in PAIRS or char == "(":
            opened.append(char)
        elif char in _CLOSES and (not opened or opened.pop() not in _CLOSES[char]):
            return True
    return bool(opened)


def brackets(text: str, opening: str = "（〔【") -> Iterator[tuple[int, int, bool]]:
    """(start, end, closed) of the outermost brackets of the kinds in `opening`, in order.

    text[start] is the opening bracket and text[end - 1] the closing one; a bracket that is never
    closed reaches to the end of text and has closed False. Brackets of other kinds are ordinary
    text, so that 《…（…）…》 holds a bracket.
    """
    if not any(one in text for one in opening):
        return
    stack: list[tuple[str, int]] = []
    for i in [match.start() for match in _ANY.finditer(text)]:
        char = text[i]
        if char in opening:
            stack.append((char, i))
        elif stack and char in _CLOSING and _CLOSING[char] in opening:
            # A wrong closing bracket, as when （ is closed by 〕, closes all the same.
            _, start = stack.pop()
            if not stack:
                yield start, i + 1, True
    if stack:
        yield stack[0][1], len(text), False


def open_brackets(text: str) -> list[int]:
    """For each place in the text, and its end, how many brackets of text are open before it."""
    depths, depth = [0], 0
    for at in [at for match in _ANY.finditer(text) if text[at := match.start()] in _BEGINS_OR_ENDS]:
        depths += [depth] * (at + 1 - len(depths))
        depth = depth + 1 if text[at] in _OF_TEXT else max(0, depth - 1)
        depths.append(depth)
    return depths + [depth] * (len(text) + 1 - len(depths))
