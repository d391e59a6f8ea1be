"""Which modules a target passes on its way from the passage to the fact: as many as a reader must enter to follow it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from pipeline.extract.reading import text_to_sense
from pipeline.extract.targets import targets
from pipeline.model import Document, Fact, Mended, Outline, Passage, TitleBlock

PACKAGE = Path(__file__).resolve().parents[1] / "pipeline"
MOST_MODULES, MOST_ENTERED = 15, 36
# No other number of the program is one of these: whatever holds one is the value on its way, or its day.
VALUE, YEAR = 67.5, 2037
DEEPEST = 5
SENTENCES = (
    f"到{YEAR}年，护理型床位占比达到{VALUE}%。",
    f"{YEAR}年底前，新建养老服务中心{VALUE}万平方米。",
    f"办理时限压缩至{VALUE}小时以内，完成时限：{YEAR}年6月。",
)


def parts(thing: object) -> Iterator[object]:
    if isinstance(thing, Mapping):
        yield from thing.values()
    elif isinstance(thing, (list, tuple, set, frozenset)):
        yield from thing
    elif is_dataclass(thing):
        yield from (getattr(thing, field.name) for field in fields(thing))


def holds(thing: object, depth: int = DEEPEST) -> bool:
    """Is the value or its day in there?"""
    if isinstance(thing, date):
        return thing.year == YEAR
    if isinstance(thing, (int, float)):
        return thing in (VALUE, YEAR)
    return depth > 0 and any(holds(part, depth - 1) for part in parts(thing))


class Way:
    """`passed` are the modules by whose functions the value was handed on, each to a caller that handed it on in turn."""

    def __init__(self) -> None:
        self.beneath: dict[FrameType | None, set[str]] = {}
        self.entered: set[str] = set()
        self.passed: set[str] = set()

    def __call__(self, frame: FrameType, event: str, given: object) -> None:
        module = Path(frame.f_code.co_filename)
        if PACKAGE not in module.parents:
            return
        name = module.relative_to(PACKAGE).as_posix()
        self.entered.add(name)
        if event == "return" and holds(given):
            mine = self.beneath.setdefault(frame, set()) | {name}
            self.beneath.setdefault(frame.f_back, set()).update(mine)
            if frame.f_code is targets.__code__:
                self.passed |= mine


def follow(text: str) -> tuple[tuple[Fact, ...], Way]:
    passage = Passage(text, tuple(range(len(text))))
    document = Document("n", "n.txt", "", "text/plain", "utf-8", text)
    mended = Mended(Outline(document, TitleBlock(), (passage,), (), (), ()), ())
    targets(mended)  # What is read once for all notices (words, tables of rules) is no step of this one.
    text_to_sense.cache_clear()
    path = Way()
    sys.setprofile(path)
    try:
        return targets(mended), path
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_target_passes_few_modules(text: str) -> None:
    found, path = follow(text)
    assert [fact.values["value"] for fact in found] == [VALUE]
    assert [str(fact.values["deadline_date"])[:4] for fact in found] == [str(YEAR)]
    print(*sorted(path.passed), sep="\n")
    assert len(path.passed) <= MOST_MODULES, sorted(path.passed)
    # Entered are also those that are asked and say no: is it granted, is it past, is it told in words?
    assert len(path.entered) <= MOST_ENTERED, sorted(path.entered)
