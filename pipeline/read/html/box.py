"""The box of a page that says what its notice is: 索引号, 发文机关, 成文日期, 文号 … → `名：值` lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import line_to_number
from pipeline.language.names import is_agency
from pipeline.read.html.page import Block, Page
from pipeline.read.parts import CellText

_KEYS = {row[0]: row[1] for row in lexicons.rows("metadata_keys")}
# What a key says of the page itself is no line of the notice.
_OF_PAGE = "page"
# Letters of a key are printed apart to fill its column: `文　　号：`.
_SPACED = [(r"\s*".join(map(regex.escape, key)), len(key)) for key in lexicons.words("metadata_keys")]
# A short name may be the end of a longer word; a long one begins anew right after a value.
_ANY, _LONG = ("|".join(key for key, n in _SPACED if n >= least) for least in (1, 4))
_KEY = patterns.compile(rf"(?|(?<![\p{{Han}}/])[\[【]?({_ANY})|({_LONG}))(?:[\]】]|\s*[：:])")
_BLANK = patterns.compile(r"\s+")
# Where a value ends that is followed by a key not known here.
_NEXT = patterns.compile(r"\s+\S{2,8}[：:]|[\[【]\p{Han}{2,8}[\]】]")
_LONGEST_VALUE = 200
_NAMING = frozenset(("th", "dt", "td", "label"))
_LEAST_KEYS_OF_TABLE = 2
# A cell that only names what the next one says, whether the name is known or not.
_NAMING_CELL = patterns.compile(r"^\s*\S(?:\s*\S){1,7}\s*[：:]\s*$")


def page_to_box(page: Page, last: int) -> dict[str, str]:
    """What the box among the first `last` blocks says, in its order, each name once: {索引号: …, 文号: …}.

    The box may be a table, a list, or lines; a name may stand in an element of its own beside its value's.
    """
    box: dict[str, str] = {}
    waiting, around = "", -1
    for text, element, is_naming in _texts(page.blocks[:last]):
        pairs, following = _text_to_pairs(text, is_naming)
        if waiting and not pairs and not following and around in _around(page, element):
            pairs = [(waiting, text)]
        for name, value in pairs:
            value = _BLANK.sub(" ", value).strip()
            if value and len(value) <= _LONGEST_VALUE and _KEYS[name] != _OF_PAGE:
                box.setdefault(name, value)
        waiting, around = following, page.parents[element] if element >= 0 else -1
    return box


def _around(page: Page, element: int) -> tuple[int, ...]:
    """The two elements around an element: a value may stand one deeper than its name."""
    parent = page.parents[element] if element >= 0 else -1
    return (parent, page.parents[parent]) if parent >= 0 else (parent,)


def is_box(block: Block) -> bool:
    """Whether a table names and says what is in the box, rather than values of the notice."""
    texts = [cell.text for cell in block.cells if cell.text]
    known = sum(bool(_key_alone(text, True) or _KEY.match(text)) for text in texts)
    naming = known + sum(bool(_NAMING_CELL.match(text)) and not _key_alone(text, True) for text in texts)
    return known >= _LEAST_KEYS_OF_TABLE and naming * 3 >= len(texts)


def is_box_line(block: Block) -> bool:
    """Whether a line only names or says something of the box."""
    pairs, last = _text_to_pairs(block.text, block.tag in _NAMING)
    is_first = _KEY.match(block.text.strip()) or _without_colon(block.text)
    return not block.cells and bool(pairs or last) and bool(is_first or last)


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[str, int, bool]]:
    """(words, element, whether it is one that names things), cell by cell of a box's table."""
    for block in blocks:
        if not block.cells:
            yield block.text, block.element, block.tag in _NAMING
        elif is_box(block):
            yield from ((cell.text, block.element, True) for cell in _in_rows(block.cells))


def _in_rows(cells: Sequence[CellText]) -> list[CellText]:
    """The cells row by row; of a row of names over one of their values column by column."""
    heads = [cell for cell in cells if cell.row == 0]
    is_over = len(cells) == 2 * len(heads) and all(_key_alone(cell.text, True) for cell in heads)
    return sorted(cells, key=lambda cell: (cell.col, cell.row) if is_over else (cell.row, cell.col))


def _text_to_pairs(text: str, is_naming: bool) -> tuple[list[tuple[str, str]], str]:
    """(names with their values in the words, the name at their end whose value is still to come)."""
    if alone := _key_alone(text, is_naming):
        return [], alone
    if pair := _without_colon(text):
        return [pair], ""
    keys = list(_KEY.finditer(text))
    pairs = []
    for i, key in enumerate(keys):
        value = text[key.end() : keys[i + 1].start() if i + 1 < len(keys) else len(text)]
        following = _NEXT.search(value)
        pairs.append((_BLANK.sub("", key[1]), value[: following.start()] if following else value))
    last = pairs[-1][0] if pairs and not pairs[-1][1].strip() else ""
    return pairs, last


def _without_colon(text: str) -> tuple[str, str] | None:
    """(name, value) of `文　号 某发〔2024〕5号`, whose colon a style sheet prints, if at all: the value says itself what it is."""
    words = _BLANK.sub("", text)
    name = next((words[:n] for n in range(_LONGEST_KEY, 1, -1) if words[:n] in _KEYS), "")
    says = _SAYS_ITSELF.get(_KEYS.get(name, ""))
    return (name, words[len(name) :]) if says and says(words[len(name) :]) else None


def _is_day(text: str) -> bool:
    return text[:4].isdecimal() and len(text) <= len("2024年11月30日") and text[-1:] in "日0123456789"


_LONGEST_KEY = max(map(len, _KEYS))
_SAYS_ITSELF: Mapping[str, Callable[[str], object]] = {
    "doc_number": line_to_number,
    "issuer": is_agency,
    "written_date": _is_day,
    "-": lambda words: words.isascii() and any(map(str.isdecimal, words)),
}


def _key_alone(text: str, is_naming: bool) -> str:
    """The name that the words are and nothing else; without a colon only where the element names things."""
    words = _BLANK.sub("", text)
    bare = words.strip("[]【】").rstrip("：:")
    return bare if bare in _KEYS and (is_naming or bare != words) else ""
