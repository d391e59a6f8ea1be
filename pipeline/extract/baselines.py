"""Where a value starts from: 由15%调整到20%, 从45个工作日压缩至25个工作日."""

from __future__ import annotations

from pipeline.extract.reading import Sense
from pipeline.language import patterns
from pipeline.language.quantities import Quantity
from pipeline.language.times import FoundTime

# The last 由 before the number: an earlier one says where another value starts from.
_FROM = patterns.compile(r"(?:由|从)(?![业事])[^。；由从]{0,40}$")
_NOT = r"(?:不(?:得|应)?(?:少于|低于|高于|超过|多于))?"
_TO = patterns.compile(
    r"(?:提高|提升|增加|增长|扩大|上升|压缩|缩短|缩减|压减|减少|降低|下降|降|调整|延长|放宽|优化|增|提)?(?:到|至|为|成)了?"
    + _NOT
    + "$"
)
# 由30万元提高至40万元，双缴存的提高至60万元: the end of one way is no start of the next.
_REACHED = patterns.compile(
    r"(?:提[高升]|增[加长]|上升|压[缩减]|缩[短减]|减少|降低|下降|调整|延长|放宽|扩大|增|降|提)(?:到|至|为)了?$"
)
_STEP = patterns.compile(r"(?:缩短|减少|压缩|压减|增加|提高|提升|降低|延长)了?$")


_EARLIER = r"(?:20\d\d年|去年|上年|上一年|[“\"]?十[一二三四五六]五[”\"]?)(?:同期|期间|时期|底|末|度)*"
#: What a change is held against: 较2020年, 比上年同期, 与“十三五”末相比.
AGAINST_EARLIER = rf"(?<![占配对评])(?:较|相?比于?){_EARLIER}|[与同]{_EARLIER}相比"
# 较2020年提高5个百分点, 比2019年下降20%; 与2020年相比 is seen from what follows.
_AGAINST = patterns.compile(r"(?<![占配对评])(?:较|相?比于?)$")


def is_measure(sense: Sense, found: FoundTime) -> bool:
    """Whether a time only says what a value is held against (较2020年): it tells nothing of when."""
    before, after = sense.masked[max(0, found.start - 5) : found.start], sense.masked[found.end :]
    if _AGAINST.search(before.rstrip("“")):
        return True
    return before.endswith(("与", "同")) and bool(patterns.match("[^，。；]{0,4}相比", after))


def baselines(sense: Sense, found: list[Quantity]) -> tuple[dict[Quantity, Quantity], set[Quantity]]:
    """由…15%调整到20%: target → where it starts; and the numbers that only say the way there."""
    starts: dict[Quantity, Quantity] = {}
    spent: set[Quantity] = set()
    text = sense.masked
    for i, target in enumerate(found):
        places = (target.start, target.number_start)
        if not any(_TO.search(text, max(0, place - 16), place) for place in places):
            continue
        for before in reversed(found[:i]):
            gap = text[before.end : target.start]
            if (
                len(gap) > 40
                or patterns.search("[。；]", gap)
                or _REACHED.search(text, max(0, before.start - 8), before.start)
            ):
                break
            lead = text[max(0, before.number_start - 44) : before.number_start]
            origin = _FROM.search(lead)
            if before.dimension == target.dimension and origin and not _STEP.search(lead):
                starts[target] = before
                first = before.number_start - len(lead) + origin.start()
                spent.update(q for q in found[:i] if q.number_start > first)
                break
    return starts, spent
