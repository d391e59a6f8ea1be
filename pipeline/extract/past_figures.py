"""Numbers that tell how it is or was: 现有床位200张, 比上年增长5%, 近年来累计建成300个."""

from __future__ import annotations

from pipeline.extract.baselines import AGAINST_EARLIER
from pipeline.extract.seats import Seat
from pipeline.language import patterns

_HELD = patterns.compile(
    r"(?:已(?!经?达到)|现有|目前|截至|原有|去年|上年(?!末)|上一年|历年|累计已|曾|仅有|依托|所辖|下辖|辖区内?共|共有|利用(?!率|水平|量|规模)|围绕|自查(?!率)|涉及|成功(?!率)|位列|(?<!每[^，。；]{1,8})拥有(?![率量])|名下)"
)
_CHANGED_TO = patterns.compile(
    r"(?:提[高升]?|增[加长]|扩大|压[缩减]|缩短|缩减|降低?|减少|调整|放宽|上调|下调)[至到为]$"
)
_SINCE = patterns.compile(
    r"^(?:近年来|近几年|多年来|近[两二三四五]年)，(?:(?!力争|确保|要|应|须|将|到20)[^。；])*$|^[^，。；]{0,24}以来，(?:(?!力争|确保|要|应|须|将|到20)[^。；])*$"
)
# 力争比上年增长5%, 较上年降低3%左右: with a wish or a word of comparison the year before is what an aim is held against.
_WISHED = patterns.compile("力争|争取|确保|努力|实现|目标")
_THAN_LAST_YEAR = patterns.compile(AGAINST_EARLIER)


def is_held(s: Seat) -> bool:
    """现有床位200张, 床位比上年增长5%: how it is or was; not 建成床位200张, 力争比上年增长5%."""
    compares = not s.plain or _WISHED.search(s.lead)
    before = _THAN_LAST_YEAR.sub("", s.before) if compares else s.before
    held = _HELD.search(before) and not _CHANGED_TO.search(s.before)
    return s.bygone or bool(not s.timed and (held or _SINCE.match(s.lead)))
