"""Whether a notice is in force, as its page says it: a mark beside the title, a value of the box, a line above the text."""

from __future__ import annotations

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.model import Status

_MARK_OF_STATUS = patterns.compile(r"[\[【（〔](?P<said>\p{Han}{2,8})[\]】）〕]")
# 根据某部关于公布失效目录的通知失效, 本文件已被甲办法废止, 此件已于2023年5月1日废止: a line that a collection puts above a text;
# （2022年12月30日废止） below its title.
_DAY = r"\d{4}年\d{1,2}月(?:\d{1,2}日)?起?"
_NOTE = rf"^(?:(?:根据|依据|已被|已由|[本此该](?:文件|篇?法规|件|{lexicons.alternation('document_types')}))[^，。；：]{{1,80}}|(?:已?[于自])?{_DAY})"
_STATUSES: tuple[tuple[Status, patterns.Pattern], ...] = (
    (
        "expired",
        patterns.compile(
            rf"^(?!部分|未)(?:已|宣布|自动|现)?(?:失效|无效|过期|到期)(?!日|时)|^否$|^(?!{_DAY}){_NOTE[1:]}(?<!部分)失效$"
        ),
    ),
    (
        "abolished",
        patterns.compile(
            rf"^(?!部分|未)(?:已|现)?(?:被|予以|明令)?(?:全文)?废止(?!日|时)|{_NOTE}(?<!部分)废止$"
        ),
    ),
)
_LONGEST_MARK = 8
# What a mark says that tells of force: of one in force, or in part, there is no status.
_OF_FORCE = ("失效", "废止", "有效", "无效", "过期", "到期")


def text_to_status(text: str) -> Status | None:
    """`abolished` (废止, 已废止) or `expired` (失效, 已失效, of 有效性 also 否) of what a box or a mark says of a
    notice; None of one in force (有效, 现行有效, 部分失效)."""
    held = _MARK_OF_STATUS.fullmatch(text)
    words = held["said"] if held else _unwrapped(text)
    return next((status for status, pattern in _STATUSES if pattern.search(words)), None)


def says_it_ended(text: str) -> bool:
    """Whether a line of the page says no more than that the notice is out of force: 已废止, 根据甲通知失效."""
    is_short = len(text) <= _LONGEST_MARK or bool(patterns.match(_NOTE, _unwrapped(text)))
    return is_short and "：" not in text and text_to_status(text) is not None


def _unwrapped(text: str) -> str:
    words = text.strip()
    return words[1:-1] if words[:1] == "（" and words[-1:] == "）" else words


def mark_of_status(title: str) -> tuple[str, Status | None]:
    """(the title without the mark that a page prints before or behind it, the status it gives): `【已失效】…`, `…【条款失效】`."""
    match = patterns.match(_MARK_OF_STATUS.pattern, title)
    if match and match["said"].endswith(_OF_FORCE):
        return title[match.end() :], text_to_status(match[0])
    match = patterns.search(_MARK_OF_STATUS.pattern + "$", title)
    if match and match["said"].endswith(_OF_FORCE):
        return title[: match.start()], text_to_status(match[0])
    return title, None
