"""Formulas in the markup of TeX, as character recognition writes figures into Markdown, and signs called by their names, read
as a page prints them.

`$95\\%$`, `$\\geqslant 3 0 0$ 张`, `$500\\mathrm{m}^2$`, `\\(20\\%\\sim30\\%\\)`. A formula with a command nobody here knows is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.entities import html5

from pipeline.language import patterns
from pipeline.language.raised import raised

# What commands print; commands of fonts and of size print nothing of their own.
_PRINTS = {
    "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}",
    "geq": "≥", "geqslant": "≥", "ge": "≥", "leq": "≤", "leqslant": "≤", "le": "≤", "gt": ">", "lt": "<", "neq": "≠",
    "approx": "≈", "sim": "~", "thicksim": "~", "pm": "±", "times": "×", "div": "÷", "cdot": "·", "circ": "°",
    "degree": "°", "mu": "μ", "Omega": "Ω", "permil": "‰", "textperthousand": "‰", "ldots": "…", "cdots": "…", "dots": "…",
    "to": "→", "rightarrow": "→", "square": "□", "Box": "□", "bigcirc": "○", "triangle": "△", "colon": "：",
}  # fmt: skip
_NOTHING = frozenset(
    ("mathrm", "mathbf", "mathsf", "mathit", "mathtt", "text", "textbf", "textrm", "textit", "rm", "bf", "boldsymbol", "bm",
     "operatorname", "left", "right", "displaystyle", "quad", "qquad", "enspace", "!", ",", ";", ":", " ", "~")
)  # fmt: skip
_CIRCLED = "circled"
_INSIDE = r"(?:[^$\n\\]|\\.)"
_FORMULA = patterns.compile(
    rf"\$\$(?P<in>{_INSIDE}{{1,200}})\$\$|\$(?P<in>{_INSIDE}{{1,200}})\$|\\\((?P<in>[^\n]{{1,200}}?)\\\)"
)
# A sign that Markdown would read as a mark of its own, 95\\%; one that is called by its name, &mdash; or &#37;.
_NAMED = patterns.compile(r"\\(?=[%&$])|&(?P<name>[A-Za-z]{2,8}\d{0,2}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_PART = patterns.compile(
    r"\\(?P<command>[A-Za-z]+|[^A-Za-z])|(?P<raised>\^)(?:\{(?P<power>[^{}\\]{1,8})\}|(?P<power>\d)|(?=\{?\\circ))|(?P<mark>[{}_])"
)
_RING = patterns.compile(r"\{(\d{1,2})\}")
# Figures, signs and letters of units with nothing that a sentence would hold.
_SIGNS = r"[\d\s.,{}%+\-~～—–=<>≥≤×/()（）〔〕\[\]:：‰℃°]*"
_FIGURES = patterns.compile(rf"{_SIGNS}\d{_SIGNS}")
_LAST = tuple("0123456789%‰℃°)）]〕}")
_WORDS = patterns.compile(r"\\(?:text|mathrm|textbf|textrm)\s*\{[^{}]*\}")


def has_markup(text: str) -> bool:
    """Whether a text may hold a formula or the name of a sign at all."""
    return "$" in text or "\\" in text or ("&" in text and ";" in text)


def as_printed(text: str) -> tuple[str, list[int]]:
    """What the page prints, and for each character where it stands in `text`.

    >>> as_printed(r"达到$95\\%$以上")[0], as_printed(r"$\\geqslant 300$张")[0], as_printed(r"$50\\mathrm{m}^{2}$")[0]
    ('达到95%以上', '≥ 300张', '50m²')
    >>> as_printed("售价$5和$6")[0], as_printed(r"$\\sqrt{2}$")[0]
    ('售价$5和$6', '$\\\\sqrt{2}$')
    """
    kept: list[tuple[str, int]] = []
    done = 0
    for match in _FORMULA.finditer(text):
        printed = _inside(match["in"], match.start("in"))
        if printed is None:
            continue
        kept += _plain(text, done, match.start())
        kept += printed
        done = match.end()
    kept += _plain(text, done, len(text))
    return "".join(char for char, _ in kept), [at for _, at in kept]


def _plain(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What stands outside formulas: signs that are escaped or called by their names."""
    for match in _NAMED.finditer(text, start, end):
        yield from ((text[i], i) for i in range(start, match.start()))
        sign = _sign(match["name"]) if match["name"] else ""
        if sign is None:
            yield from ((text[i], i) for i in range(*match.span()))
        else:
            at = match.end() - 1 if sign == "%" else match.start()
            yield from ((char, at) for char in sign)
        start = match.end()
    yield from ((text[i], i) for i in range(start, end))


def _sign(name: str) -> str | None:
    """The sign of a name or a number: mdash, #37, #x25; None of a name nobody knows."""
    if not name.startswith("#"):
        return html5.get(f"{name};")
    base = 16 if name[1:2] in "xX" else 10
    number = int(name[2:] if base == 16 else name[1:], base)
    return chr(number) if 0x20 <= number < 0xD800 else None


def _inside(formula: str, start: int) -> list[tuple[str, int]] | None:
    """The characters a formula prints; None if it is none, or holds what is not known."""
    marked = "\\" in formula or "^" in formula or "_" in formula
    if patterns.search(r"\p{Han}", _WORDS.sub("", formula)) or not (marked or _is_figure(formula)):
        return None
    kept: list[tuple[str, int]] = []
    done = 0
    for match in _PART.finditer(formula):
        if match.start() < done:
            continue
        kept += [(formula[i], start + i) for i in range(done, match.start())]
        printed, at, done = _printed(formula, match)
        if printed is None:
            return None
        kept += [(char, start + at) for char in printed]
    return kept + [(formula[i], start + i) for i in range(done, len(formula))]


def _is_figure(formula: str) -> bool:
    """Whether figures alone are a formula; 500- of $500-$800 and 100（ of $100（$200） stand between the signs of dollars."""
    alike = formula[0].isspace() == formula[-1].isspace()
    ends = formula.rstrip()[-1:] in _LAST and formula.count("（") == formula.count("）")
    return alike and ends and _FIGURES.fullmatch(formula) is not None


def _printed(formula: str, match: patterns.Match) -> tuple[str | None, int, int]:
    """What a part of a formula prints, the place of it, and where the part ends; None of a command that is not known."""
    command, at = match["command"], match.start()
    if command is None:
        power = match["power"]
        return (raised(power), match.start("power"), match.end()) if power else ("", at, match.end())
    if command.endswith(_CIRCLED) and (ring := _RING.match(formula, match.end())):
        number = int(ring[1])
        return (chr(ord("①") + number - 1) if 1 <= number <= 20 else None), ring.start(1), ring.end()
    if command in _NOTHING:
        return "", at, match.end()
    # What is told of a figure ends with its sign: 95\\% whole.
    return _PRINTS.get(command), match.start("command"), match.end()
