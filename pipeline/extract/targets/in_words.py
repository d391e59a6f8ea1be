"""What is to be reached without a number of its own, found in a text by the rules of wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from pipeline.extract.deadlines import binding_times, governs
from pipeline.extract.facts import Target
from pipeline.extract.reading import Reading, Sense
from pipeline.extract.targets.wordings import DONE_TO_ALL, RULES, TO_ALL, Wording
from pipeline.language import patterns
from pipeline.language.rules import Rule
from pipeline.language.section_kinds import LOOKS_BACK
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime, due
from pipeline.model import Fact

_HEADING = patterns.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]")
_LONGEST_HEADING = 40


def _in_heading(sense: Sense, at: int) -> bool:
    """（三）推进镇养老服务中心全覆盖。 names the point; what is to be done follows."""
    first = sense.sentences[0]
    return at < first.end < min(_LONGEST_HEADING, len(sense.text)) and bool(_HEADING.match(sense.text))


def _is_timed(sense: Sense, bound: tuple[FoundTime, ...], at: int) -> bool:
    """A state is a target only by a time; without one it is a wish."""
    sentence = around(sense.sentences, at)
    return any(sentence.start <= time.start < at for time in bound)


# 1:3, 1：3.
_RATIOS = tuple(f"{mark}{figure}" for mark in ":：" for figure in "0123456789")
# A word without which the rule cannot match: most sentences hold none, and the patterns are slow to say so.
_SIGNS = {
    "coverage/whole": ("全覆盖", "全面覆盖", "全域覆盖", "全员覆盖", "清零"),
    "coverage/as needed": ("尽", "有需必应"),
    "coverage/all": tuple(map("".join, product(TO_ALL, DONE_TO_ALL))),
    "coverage/licensed": ("持证上岗",),
    "coverage/each": ("每",),
    "coverage/one each": ("一",),
    "ratio": _RATIOS,
    "ratio/named": _RATIOS,
    "ordinal": ("低于", "高于"),
    "relative": ("平均", "上年", "去年", "增速"),
    "rank": ("前",),
    "coverage/everyone": ("全员",),
    "frequency": ("次", "遍", "轮"),
    "state": ("建成", "形成", "建立", "构建"),
}


# The rules with their signs, and the letters that these begin with.
_SIGNED = [
    (rule, signs, frozenset(sign[0] for sign in signs)) for rule in RULES for signs in [_SIGNS[rule.name]]
]


def _matches(sense: Sense) -> Iterator[tuple[Rule[Wording], patterns.Match]]:
    letters = frozenset(sense.masked)
    for rule, signs, firsts in _SIGNED:
        if firsts.isdisjoint(letters) or not any(map(sense.masked.__contains__, signs)):
            continue
        for start, end in sense.sentences:
            if any(sense.masked.find(sign, start, end) >= 0 for sign in signs):
                yield from ((rule, match) for match in rule.pattern.finditer(sense.masked, start, end))


def wordings(sense: Sense, bound: tuple[FoundTime, ...]) -> Iterator[Wording]:
    """Every such wording of a text, in order; `bound` are the binding times of the text."""
    found: list[Wording] = []
    for rule, match in _matches(sense):
        read = rule.read(match)
        if read is None or _in_heading(sense, match.start()):
            continue
        if read.kind == "qualitative" and not _is_timed(sense, bound, match.start()):
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip("、，和及与”"))
        found.append(replace(read, rule=rule.name, start=start, end=match.end()))
    return iter(sorted(found, key=lambda w: (w.start, w.end, w.kind)))


# The labels hold no wordings without a number to calibrate by.
CONFIDENCE_OF_WORDS = 0.8


def _holds_on(text: str, found: FoundTime, wording: Wording) -> bool:
    """到2027年，每年评估一次; 11月底前出台办法，每年评估一次: whether how often is said up to a day, or behind what is due by it."""
    is_set_off = text.startswith(("，", "："), found.end) or text.startswith("到", found.start)
    between = text[found.end : wording.start]
    return "；" not in between and (is_set_off or "，" not in between)


def _wording_to_fact(reading: Reading, wording: Wording, bound: Sequence[FoundTime]) -> Fact:
    sense = reading.sense
    sentence = around(sense.sentences, wording.start)
    before = [t for t in bound if sentence.start <= t.start < wording.end and governs(sense, t)]
    before = [t for t in before if wording.rule != "frequency" or _holds_on(sense.text, t, wording)]
    when = due(before[-1].time, reading.calendar) if before else None
    said = Target(
        kind=wording.kind,
        indicator=wording.indicator,
        comparator=wording.comparator,
        value=wording.value,
        value_text=wording.text,
        unit=wording.unit,
        per=wording.per,
        row_label=reading.subject or None,
        deadline_date=when[0] if when else None,
        deadline_precision=when[1] if when else None,
        deadline_from="sentence" if when else None,
    )
    at = max(wording.start, sense.text.find(wording.text, wording.start))
    places = ((wording.start, wording.end), (at, at + len(wording.text)))
    return reading.fact(said, places, wording.rule, CONFIDENCE_OF_WORDS)


def worded(reading: Reading) -> Iterator[Fact]:
    """What a reading wants reached without a number of its own, as facts; what a look back tells was reached."""
    bound = binding_times(reading)
    if reading.section in LOOKS_BACK and not bound:
        return
    for wording in wordings(reading.sense, bound):
        yield _wording_to_fact(reading, wording, bound)
