"""What a row needs is there wherever it matches: no line is passed over that it would hold of."""

from __future__ import annotations

from random import Random

import pytest

from pipeline.extract.duties.rows import DUTIES
from pipeline.extract.targets.nothing import NOTHING
from pipeline.extract.targets.rows import TARGETS
from pipeline.language import patterns
from pipeline.language.grammar import Row, _codes, _in_full, _letters, _spelt, first, holding
from pipeline.language.needs import pattern_to_firsts, pattern_to_needs

ROWS: tuple[Row[object], ...] = (*NOTHING, *TARGETS, *DUTIES)


def needed(pattern: str) -> list[set[str]]:
    """What a pattern needs, each letter as the name it has here."""
    letters = pattern_to_needs(_in_full(pattern), lambda kinds: frozenset(kinds.split("|")))
    return sorted(map(set, letters), key=lambda one: (len(one), sorted(one)))


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("{own}{!stop}{0,4}{this}", [{"own"}, {"this"}]),
        ("{up}?{own}*{this}{qty}{0,2}(?:{up})*", [{"this"}]),
        # Where nothing is asked about, or none knows on which side of it, either side does.
        ("{own}+(?P<noun>{noun}{1,2})", [{"noun", "noun›"}, {"own", "own›"}]),
        ("{this}(?={own})(?<={up}{not}{this})", [{"not"}, {"this"}, {"this"}, {"up"}, {"own", "own›"}]),
        ("{this}{own}(?={up}){this}?", [{"own›"}, {"this"}, {"up", "up›"}]),
        ("{up}(?={own}{this}{not})", [{"not›"}, {"own"}, {"this"}, {"up"}]),
        # One of two, and nothing where one of them needs nothing.
        ("(?:{up}{this}|{down}{this})", [{"this"}, {"down", "up"}]),
        ("(?:{up}{this}|{this}{down})", [{"this"}, {"down›", "up"}]),
        (
            "(?:{up}{this.count}|{down}{this.share}){own}",
            [{"own›"}, {"down", "up"}, {"this.count", "this.share"}],
        ),
        ("(?:{up}|$){this}", [{"this"}]),
        ("{up}|{down}?", []),
        # What follows must be there too, what must not stand there is not needed.
        ("(?<={up}){this}(?={own})(?!{down})(?<!{not})", [{"this"}, {"own", "own›"}, {"up", "up›"}]),
    ],
)
def test_what_a_pattern_needs(pattern: str, wanted: list[set[str]]) -> None:
    assert needed(pattern) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("(?<!{own}{up}*){this}|{qty}", {"this", "qty"}),
        ("{up}?(?:{own}|{not})*(?P<noun>{noun}){this}", {"up", "own", "not", "noun"}),
        ("(?:^|{up}){this}", {"up", "this"}),
        ("(?={up})(?!{down}){this}{0,2}{own}{1,2}", {"this", "own"}),
        # Any may be the first; none need be there.
        ("{!own}{this}", set()),
        ("{own}*{!up|down}?{this}", set()),
        ("{this}*", set()),
        ("{this}|{up}?", set()),
    ],
)
def test_what_a_match_begins_with(pattern: str, wanted: set[str]) -> None:
    assert pattern_to_firsts(_in_full(pattern), lambda kinds: frozenset(kinds.split("|"))) == wanted


def test_a_row_is_found_as_its_pattern_alone_finds_it() -> None:
    """In lines of any letters, and in lines of those that most rows are of; in half of them a quantity is asked about."""
    draw, asked_about = Random(7), sorted(_letters("this"))
    letters = sorted({*_codes().values()} - {*asked_about})
    often = sorted(_letters("make|noun|comparator|bound|reach|link.de|mark.，|mark.、|body|duty"))
    lines = [draw.choices(some, k=draw.randint(1, 12)) for some in (letters, often) for _ in range(300)]
    for line in lines[::2]:
        line.insert(draw.randint(0, len(line)), draw.choice(asked_about))
    drawn = ["".join(line) for line in lines]
    spelt = [_spelt(row.pattern) for row in ROWS]
    alone = [[patterns.search(pattern, line) for line in drawn] for pattern in spelt]
    found = 0
    for line, of_line in zip(drawn, zip(*alone, strict=True), strict=True):
        asked = [row for row, _ in holding(ROWS, line)]
        assert asked == [row for row, match in zip(ROWS, of_line, strict=True) if match]
    for row, of_row in zip(ROWS, alone, strict=True):
        for line, by_itself in zip(drawn, of_row, strict=True):
            match = first(row.pattern, line)
            assert (match and match.span()) == (by_itself and by_itself.span()), row.name
            found += match is not None
    assert found > 100
