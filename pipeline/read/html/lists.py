"""Numbers that a page prints before the points of a list and that stand nowhere in its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.language.numerals import int_to_chinese

_STYLED = patterns.compile(r"(?i)list-style(?:-type)?\s*:[^;]*?([\w-]+)\s*(?:;|$)")
# A point that prints a number of its own, or is an annex, is not numbered by the page (a style sheet hides it).
_NUMBERED = patterns.compile(
    r"^\s*(?:[（(〔\[【]|\d{1,3}\s*[.、．）)]|[一二三四五六七八九十百]{1,4}\s*[、.．]|第\S{1,5}[条章节]|附\s*件|[①-⑳])"
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        while number >= value:
            words, number = words + letters, number - value
    return words


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_PRINTED: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("1", "decimal"), lambda n: f"{n}."),
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), lambda n: f"{_letter(n)}."),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), lambda n: f"{_letter(n).upper()}."),
    **dict.fromkeys(("i", "lower-roman"), lambda n: f"{_roman(n)}."),
    **dict.fromkeys(("I", "upper-roman"), lambda n: f"{_roman(n).upper()}."),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal"),
        lambda n: f"{int_to_chinese(n)}、",
    ),
}  # fmt: skip
_HIGHEST = 200


@dataclass(slots=True)
class NumberedList:
    """A list that is open: how its numbers are printed (None: not at all), and the next one."""

    printed: Callable[[int], str] | None
    following: int = 1
    is_plain: bool = False

    def next_mark(self, item: LexborNode) -> str:
        """What the page prints before `item`, "" if nothing."""
        if (value := item.attributes.get("value") or "").isdecimal() and len(value) < 4:
            self.following = int(value)
            self.printed = self.printed or (_PRINTED["1"] if self.is_plain else None)
        number, self.following = self.following, self.following + 1
        return self.printed(number) if self.printed and 1 <= number <= _HIGHEST else ""


def node_to_list(node: LexborNode) -> NumberedList:
    """The list that an `<ol>` or `<ul>` begins. Numbers only where the page says of which kind they are, or
    where they begin or go on, or are sentences: a plain `<ol>` is as often a menu whose style sheet shows none."""
    attributes = node.attributes
    styled = _STYLED.search(attributes.get("style") or "")
    kind = styled[1].lower() if styled else (attributes.get("type") or "")
    start = attributes.get("start") or ""
    is_plain = node.tag == "ol" and not kind
    counts = start.isdecimal() and len(start) < 4
    decimal = is_plain and (counts or _is_of_sentences(node))
    printed = _PRINTED.get("1" if decimal else kind) if node.tag == "ol" else None
    return NumberedList(printed, int(start) if counts else 1, is_plain)


def _is_of_sentences(node: LexborNode) -> bool:
    """Whether every point of a list ends as a sentence or a part of one does, as no entry of a menu."""
    items = [item.text().rstrip() for item in node.iter() if item.tag == "li"]
    return len(items) > 1 and all(text.endswith(("。", "；", ";")) for text in items)


def is_numbered(words: str) -> bool:
    """Whether the words begin with a number of their own."""
    return bool(_NUMBERED.match(words))
