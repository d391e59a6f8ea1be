"""Whose report is given to a congress or a committee: by what its first sentences and the line under its title say."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.model import Named, Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import is_spoken

_REPORTS = patterns.compile(
    r"(?:我代表(?P<body>\p{Han}{2,20}?)，?(?:向|作|报告)|受(?P<body>\p{Han}{2,20}?)(?:的?委托))"
)
# 某市人民政府市长 李某 below the title: who gives the report, and of which body.
_SPEAKER = patterns.compile(
    r"^(?P<body>\p{Han}{2,20}?(?:政府|委员会|委|法院|检察院))(?:代?[省市区县州盟旗]长|主席|主任|院长|检察长|书记)\p{Han}{2,6}$"
)
_OPENING, _TYPE = 6, 8


def report_issuer(passages: Sequence[Passage], title: Sequence[Passage]) -> tuple[Named, ...]:
    """某市人民政府市长 李某 above 现在，我代表市人民政府向大会报告工作; 受市人民政府委托，现报告如下: whose report is given."""
    if not title or "报告" not in title[-1].text[-_TYPE:]:
        return ()
    opening = [p for p in passages if p.role == "body"][:_OPENING]
    given = ((p, match) for p in opening for said in (_SPEAKER, _REPORTS) if (match := said.search(p.text)))
    for passage, match in given:
        if is_body_name(match["body"]):
            return (Named(_in_its_place(match["body"], passages), passage.span(*match.span("body"))),)
    return ()


def is_speaker(text: str) -> bool:
    """甲县人民政府县长 张某: who gives a report, and no title of it."""
    match = _SPEAKER.match(text)
    return match is not None and is_body_name(match["body"])


def _in_its_place(body: str, passages: Sequence[Passage]) -> str:
    """省人民政府 of a report given 在甲省第十四届人民代表大会第三次会议上 is 甲省人民政府."""
    said = next((p.text for p in passages if p.role == "written_date" and is_spoken(p.text)), "")
    place, _, congress = said.partition("在")[2].partition("第")
    level = next((level for level in ("自治区", *"省市区县州盟旗") if body.startswith(level)), "")
    is_congress = "人民代表大会" in congress or "人大" in congress
    is_of_place = level and place.endswith(level) and is_congress
    return place + body.removeprefix(level) if is_of_place else body
