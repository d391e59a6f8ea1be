"""When all of a paragraph is due, as its end says: in a last sentence, a last part or a bracket.

新建公厕120座，改造厕所3000座。以上任务于2026年10月底前全部完成。
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.reading import Reading
from pipeline.extract.targets.clauses import reading_sentences
from pipeline.extract.targets.subjects import ROLES, is_body
from pipeline.language.grammar import compiled, line
from pipeline.language.labels import work_before
from pipeline.language.quantity import Quantity
from pipeline.language.scope import Due
from pipeline.language.times import FoundTime, due
from pipeline.language.tokens import Token

# （责任单位：市供电公司，完成时限：2027年9月） at the end of a paragraph: of all that stands in it.
# So too （市民政局牵头，2026年底前完成）, which says as well who does all that; a bracket with a time alone is of what stands before it.
_CLOSED = "{mark.（}(?P<who>(?:{!mark.（|mark.）|qty})*)(?P<time>{time}){make.finish}?{mark.）}{mark.。}?$"


def _tells_who(tokens: Sequence[Token]) -> bool:
    """市民政局牵头: whether a body is named, and that it is to do something."""
    kept = "".join("、" if t.text in ROLES or t.kind == "mark" else t.text for t in tokens)
    return any(t.text in ROLES for t in tokens) and any(map(is_body, filter(None, kept.split("、"))))


# 新建公厕120座，改造厕所3000座。以上任务于2026年10月底前全部完成。: a last sentence that only says by when all before it is done.
_ALL_DONE = "{mark.（}?(?:{each.all|plan|modal|mark.，|noun.generic|noun.project|paper})*(?P<time>{time})(?:{plan|modal})*(?:{make.finish|make.open}|{make.drive}{verb})+{mark.）}?{mark.。}?$"


def _last_part(text: str, last: Sequence[Token]) -> int:
    """The token at which the last part of a last sentence begins, behind what takes up all before it (以上任务, 该项工作)."""
    behind = text.rfind("。（") + 1  # 培育示范村60个。（2026年11月底前完成）
    begun = max(
        (i + (t.cls == "；") for i, t in enumerate(last[:-1]) if t.cls == "；" or t.start == behind),
        default=0,
    )
    said = last[begun].start + work_before(text[last[begun].start :])
    return next((i for i, t in enumerate(last) if t.start >= said), 0)


_WHOLLY = "全部"


def _units(tokens: Sequence[Token]) -> set[str]:
    return {t.said.unit for t in tokens if isinstance(t.said, Quantity) and t.cls != "share"}


def _last_step(last: Sequence[Token], before: Sequence[tuple[Token, ...]]) -> int:
    """6月底前开工，10月底前完工35公里，11月底前全部完工: the token at which the last of the steps begins by which all is done; none
    where anything else is counted on the way."""
    begun = max((i + 1 for i, t in enumerate(last) if t.cls == "，"), default=0)
    else_ = _units(last) - {unit for said in before for unit in _units(said)}
    return begun if not else_ and any(t.text == _WHOLLY for t in last[begun:]) else 0


def _all_done_by(text: str, every: Sequence[tuple[Token, ...]]) -> FoundTime | None:
    """The time by which a last sentence, or its last part, says that all before it is done."""
    last = every[-1]
    begun = _last_part(text, last) or _last_step(last, every[:-1])
    match = compiled(_ALL_DONE).match(line(last)[begun:]) if begun or len(every) > 1 else None
    said = last[begun + match.start("time")].said if match else None
    return said if isinstance(said, FoundTime) and said.time.kind == "by" else None


def _in_last_bracket(last: Sequence[Token]) -> FoundTime | None:
    """The time in the bracket at the end of a paragraph that has a label for it, or says who does it all."""
    match = compiled(_CLOSED).search(line(last))
    found = last[match.start("time")] if match else None
    if match is None or found is None or not isinstance(found.said, FoundTime):
        return None
    is_of_all = "：" in found.text or _tells_who(last[slice(*match.span("who"))])
    return found.said if is_of_all else None


def limit_at_end(reading: Reading) -> Due | None:
    """When all of a paragraph is due, as the end of it says."""
    every = [said for said, _ in reading_sentences(reading) if said]
    found = (_all_done_by(reading.sense.text, every) or _in_last_bracket(every[-1])) if every else None
    return due(found.time, reading.calendar) if found else None
