"""Where a text may be cut: sentences, their parts, brackets; and what must not be read for values.

All offsets are of the text given. A title in 《》 and a document number hold numbers that measure nothing:
`mask` blanks them, keeping every offset.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language import patterns

BLANK = "※"
# A missing 》 must not blank the rest of the paragraph; the longest real titles have about 80 characters.
_TITLE = patterns.compile(r"《[^《》。]{1,120}》|《[^《》。]{1,90}(?:《[^《》]{1,60}》[^《》。]{0,40})+》")
_NUMBER = patterns.compile(
    r"[〔﹝\[](?:19|20)\d\d[〕﹞\]]\s*第?\s*\d{1,5}\s*号|(?:GB|DB|JGJ|CJJ|MZ|WS|ISO|T)[/A-Z]*\s?[\d.]+(?:[—-]\d{2,4})?"
)
_CUT = patterns.compile(r"[，；。：！？…]|（|）")
_END = patterns.compile(r"[。！？][”」）]?")


class Stretch(NamedTuple):
    """text[start:end]."""

    start: int
    end: int


def mask(text: str) -> str:
    """`text` with 《titles》 and document numbers blanked, character for character."""
    for pattern in (_TITLE, _NUMBER):
        text = pattern.sub(lambda m: BLANK * len(m.group()), text)
    return text


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of `text`; the last may lack its full stop."""
    ends = [m.end() for m in _END.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return tuple(Stretch(a, b) for a, b in zip([0, *ends], ends, strict=False) if b > a)


_SAYING = frozenset("，。；：不")


def _bracket_is_name(text: str, start: int) -> bool:
    """镇（街道）: a short bracket without digits or stops belongs to the word it stands in."""
    end = text.find("）", start)
    inside = text[start:end]
    return 0 < end - start <= 12 and _SAYING.isdisjoint(inside) and not any(map(str.isdecimal, inside))


def parts(text: str) -> tuple[Stretch, ...]:
    """The stretches between commas, stops and brackets that hold more than an alternative name."""
    cuts = [0]
    name_end = -1
    for match in _CUT.finditer(text):
        at = match.start()
        if match.group() == "（" and _bracket_is_name(text, at):
            name_end = text.find("）", at)
        elif at != name_end:
            cuts += [at, match.end()]
    cuts.append(len(text))
    return tuple(Stretch(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a)


def around(stretches: tuple[Stretch, ...], at: int) -> Stretch:
    """The stretch that holds offset `at`, or the one before it."""
    return next((s for s in reversed(stretches) if s.start <= at), stretches[0])
