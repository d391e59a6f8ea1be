"""No pattern of the program tries every way to cut a long line: one that did would hang a whole run."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
from collections.abc import Iterator

import pytest
import regex

import pipeline
from pipeline.language import patterns

# Words that rules repeat, without the ending they wait for: a nested repetition tries each cut of them.
PIECES = (
    "每年每人最高不超过各分别",
    "市县区人民政府、",
    "一二三四五六七八九十",
    "1234567890.",
    "（（（〔《“",
    "责任单位牵头单位：",
    "2025年底前到每季度",
    "建设完善推进落实和及",
    " \t　\n",
    "aA1-_/%",
)
# A search gives up at once where a character it needs is missing; so all that rules wait for stands at the end.
TAIL = "；※5万元100%个工作日的，。）》〕”年月日前为是到至等级责任单位负责标准以上以内号第条"
# Far above what any pattern needs (the slowest takes a twentieth), far below what a hang takes: 2^40 cuts.
SECONDS = 3.0


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if ".ocr" not in found.name and not found.name.endswith("__main__"):
            yield found.name


@pytest.fixture(scope="module")
def compiled() -> list[patterns.Pattern]:
    for name in modules():
        importlib.import_module(name)
    made = map(pickle.loads, patterns._STORE.used.values())
    return [one for one in made if isinstance(one, regex.Pattern)]


@pytest.mark.parametrize("piece", PIECES)
def test_no_pattern_hangs_on_a_line_of_the_same_words(compiled: list[patterns.Pattern], piece: str) -> None:
    line = (piece * 60)[:400] + TAIL
    slow = []
    for pattern in compiled:
        try:
            pattern.search(line, timeout=SECONDS)
            pattern.match(line, timeout=SECONDS)
        except TimeoutError:
            slow.append(pattern.pattern)
    assert slow == []
    assert len(compiled) > 300


def test_the_pattern_that_once_hung_is_caught() -> None:
    """How an amount is paid was once read so; a notice on talent awards took ten minutes."""
    hanging = patterns.compile(r"(?:每(?:个|家|[\p{Han}]{1,4})|各|分别|[^，。；、]{0,6}?)*[\d.]+元")
    with pytest.raises(TimeoutError):
        hanging.match(PIECES[0] * 30 + TAIL, timeout=0.2)
