"""Leading groups: 由A任组长，B任副组长，C、D为成员; and as lists with a label for each role."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.duties.group_lists import OF_A_BODY, group_lists
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.names import is_agency, is_office_holder, split_names
from pipeline.model import Fact, Mended, Passage

_OFFICES = {
    "常务副组长": "deputy_leader",
    "第一组长": "group_leader",
    "副组长": "deputy_leader",
    "副主任": "deputy_leader",
    "副总指挥": "deputy_leader",
    "组长": "group_leader",
    "总指挥": "group_leader",
    "成员单位": "member",
    "成员": "member",
}
_CONFIDENCE = 0.9
_OFFICE = "|".join(_OFFICES)
# 由主要领导任组长, 以校长为组长: an office that any body has names nobody.
_ANYBODY = frozenset([
    "领导", "主要领导", "分管领导", "党政领导", "负责人", "主要负责人", "分管负责人", "主要负责同志", "分管负责同志",
    "单位负责人", "一把手", "校长", "院长", "园长", "所长", "站长", "队长", "班长", "主任", "书记",
])  # fmt: skip
_COLLECTIVE_AFTER_ETC = patterns.compile(r"等(?:[省市区县州]级|有关|相关)*(?:部门|单位)")


def leading_groups(mended: Mended) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `leading_group`."""
    told = (f for p in mended.outline.passages if p.role == "body" for f in _passage_facts(p))
    return (*told, *group_lists(mended))


def _passage_facts(passage: Passage) -> Iterator[Fact]:
    if "组长" not in passage.text and "总指挥" not in passage.text:
        return
    for match in patterns.finditer(rf"[^。；]*(?:任|担任|为|作为)(?:{_OFFICE})[^。；]*", passage.text):
        if "组长" not in match[0] and "总指挥" not in match[0]:
            continue
        span = passage.span(match.start(), match.end())
        for seq, (name, role, (start, end)) in enumerate(_members(match[0]), 1):
            duty = Duty(seq, name, role, "leading_group")
            own = (passage.span(match.start() + start, match.start() + end),)
            place = Place(span, passage.clause_id, own=own)
            yield said_to_fact(duty, place, "leading_group", _CONFIDENCE)


def _members(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Name, role and where the words of the office stand."""
    position = next((at for at, char in enumerate(text, 1) if char in "由以"), 0)
    for office in patterns.finditer(rf"(?:分别)?(?:任|担任|为|作为)({_OFFICE})(?=[，。；的、]|$)", text):
        names = text[position : office.start()].lstrip("，、")
        position = office.end()
        for name in _names(names, _OFFICES[office[1]]):
            yield name, _OFFICES[office[1]], office.span()


def _names(text: str, role: str) -> Iterator[str]:
    """`A、B等部门分管负责人` as members are A and B; `区民政局主要负责人` as a leader stays whole."""
    if role == "member":
        text = _COLLECTIVE_AFTER_ETC.sub("", OF_A_BODY.sub("", text))
    for name, _, _ in split_names(text):
        if name in _ANYBODY:
            continue
        if is_agency(name) or is_office_holder(name) or role != "member":
            yield name
