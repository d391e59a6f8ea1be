"""Is a text what a column of names or times holds, wherever its lines end?"""

from __future__ import annotations

from functools import lru_cache

from pipeline.language.bodies import BEFORE_OBJECTS
from pipeline.language.cells import is_dash, is_nature, is_value
from pipeline.language.names import is_agency, is_party, split_names
from pipeline.language.segmentation import tagged
from pipeline.language.words import words
from pipeline.tables.flat_columns import LIMIT, MARK, NO_TEXT_START, STOP

_NEAR = 6  # letters that tell the last word of a line
_TO_WHOM = ("报", "送", "交")  # alone, before the body that gets it; 上报 and 月报 are other words
_LONGEST_DONE = 10  # what is to be done by a time, said beside it


@lru_cache(maxsize=4096)
def is_list(text: str) -> bool:
    """Names of bodies and nothing else: 市花木局、县渡口办."""
    if "。" in text or text[0] in NO_TEXT_START:
        return False
    names = [name for name, _, _ in split_names(text.rstrip("、，"))]
    return bool(names) and all(map(is_agency, names))


def fit_limit(text: str) -> float:
    """1 for a time and nothing else, less for one with what is to be done by then: 9月底前取得成效."""
    if LIMIT.fullmatch(text) or is_dash(text):
        return 1.0
    time = LIMIT.match(text)
    done = text[time.end() :] if time else "、"
    is_done = len(done) <= _LONGEST_DONE and "、" not in done
    return -0.7 if is_done and not (STOP.search(done) or MARK.search(done)) else -3.0


@lru_cache(maxsize=4096)
def strangers(text: str, standing: frozenset[str]) -> int:
    """How many of the names are of no body and stand nowhere else: 教育医疗."""
    names = [name for name, _, _ in split_names(text)]
    return 0 if is_dash(text) else sum(not is_party(name) and name not in standing for name in names)


@lru_cache(maxsize=4096)
def needs_more(line: str) -> float:
    """How surely the line ends with a word that has something behind it: 让, 对, 的; none more than 结果报, whose body is missing."""
    last, tag = tagged(line[-_NEAR:])[-1]
    if last in _TO_WHOM:
        return 3.0
    return float(last in BEFORE_OBJECTS or last in words("link", "de") or tag == "d")


@lru_cache(maxsize=4096)
def is_words(text: str) -> bool:
    """Words of the language and no name of a person: 项目建设, never 李建国 or 吴华."""
    said = tagged(text)
    return len(said[0][0]) > 1 and all(tag not in ("nr", "ns") for _, tag in said)


@lru_cache(maxsize=4096)
def fit_agency(text: str) -> float:
    """1 for names of bodies; less for what is none; a list has no sentences in it, and hardly a figure."""
    if "。" in text or is_value(text) or is_nature(text) or LIMIT.fullmatch(text):
        return -4.0
    if is_dash(text):
        return 0.2
    names = [name for name, _, _ in split_names(text)]
    if not names:
        return -3.0
    wrong = sum(not is_agency(name) for name in names)
    odd = sum(not is_party(name) for name in names)
    counted = 2.0 * any(char.isdecimal() for char in text)
    return (1.0 if not wrong else 0.4 if not odd else 0.0) - 2.0 * odd - counted
