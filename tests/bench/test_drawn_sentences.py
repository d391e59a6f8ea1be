"""Generated sentences: the generator is fair and repeats itself, and a small draw of them is read right."""

from __future__ import annotations

import datetime
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from sentences.draw import Draw, nouns
from sentences.layout import MARKS, make_item
from sentences.measure import measure
from sentences.run import SETS, draw_notices

from pipeline import lexicons

#: Of a draw of a set, how many sentences must come out whole.
LEAST = 0.99
SENTENCES, SEED = 200, 20_261_125


@pytest.mark.parametrize("name", SETS)
def test_no_lexicon_holds_a_noun(name: str) -> None:
    """A reader must understand the sentence, not know the noun."""
    files = sorted(Path(lexicons.__file__).parent.glob("*.tsv"))
    held = "\n".join(file.read_text("utf-8") for file in files)
    assert len(files) > 10
    assert [noun.text for noun in nouns(name) if noun.text in held] == []


def test_the_sets_share_no_noun_and_no_frame() -> None:
    for one, other in combinations(SETS, 2):
        assert not {noun.text for noun in nouns(one)} & {noun.text for noun in nouns(other)}
        assert not {frame.name for frame in SETS[one][0]} & {frame.name for frame in SETS[other][0]}


@pytest.mark.parametrize("name", SETS)
def test_every_frame_gives_whole_sentences(name: str) -> None:
    frames, wording = SETS[name]
    draw = Draw(Random(7), name)
    for frame in frames:
        for _ in range(30):
            item = make_item(draw, frame.name, frame.build(draw), wording)
            assert not set("".join(item.lines)) & {*MARKS, "{", "}"}, item
            assert all(
                row.day is None or datetime.date.fromisoformat(row.day).year >= 2026 for row in item.rows
            )
            text = "".join(item.lines)
            assert all(row.unit in text or row.unit in ("%", "倍") for row in item.rows), item


def test_the_same_seed_draws_the_same() -> None:
    assert draw_notices("main", 40, 3) == draw_notices("main", 40, 3) != draw_notices("main", 40, 4)


@pytest.mark.parametrize("name", ["main", "third"])
def test_a_small_draw_is_read_right(name: str) -> None:
    results = measure(draw_notices(name, SENTENCES, SEED))
    wrong = [" ⏎ ".join(result.item.lines) for result in results if not result.is_right]
    assert len(results) == SENTENCES
    assert len(wrong) <= (1 - LEAST) * len(results), "\n".join(wrong)
