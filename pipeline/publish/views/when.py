"""Whether a time says when something is done, or which of several things is meant.

年内力争建成, 2018年度，投入资金80万元, 力争今年二季度实现供地      when
开展2023年新能源汽车下乡活动, 对2023年新开工的项目, 2018年《政府工作报告》确定的任务      which
"""

from __future__ import annotations

from pipeline.decisions.keys import squeezed
from pipeline.language.segmentation import tagged
from pipeline.language.words import lookup, words
from pipeline.publish.sheet import Row

# Behind a time that names: 2018年《政府工作报告》, 2024年、2025年的清单, 2023年的任务.
_OF_A_NAME = ("《", "、", "的", "与", "和")
# 刚刚过去的2023年, 即将到来的“十五五”时期.
_OF = "的"
# 对2023年…项目给予奖励: whom something is for.
_FOR_WHOM = ("object", "whom")
_DOING = frozenset(("make", "plan", "modal", "reach", "hold", "spend", "give", "does", "due", "up", "down"))
# 确保全年目标任务顺利完成: of the year.
_NAMED = ("目标", "任务", "工作")
_NUMBER = "（）()、.．一二三四五六七八九十0123456789"
_COLONS = ("：", ":")
_LOOKED_AT = 12  # characters behind a time: its first word


def is_when(row: Row) -> bool:
    """Of a row of `deadlines`: only a period (年内, 2023年) can name a thing; 2023年底前 is always a day to be done by.

    A clause that begins with it is about what is done then; elsewhere a word of doing follows it.
    """
    said, time = squeezed(row.get("quote")), squeezed(row.get("text"))
    if row.get("kind") != "during" or row.get("table_id") or time not in said:
        return True
    before, _, behind = said.partition(time)
    if behind.startswith(_OF_A_NAME) or before.endswith(_OF) or _is_for_whom(before) or _is_told_by(behind):
        return False
    begins = before.strip(_NUMBER) in ("", *(word for word in words("plan") if _cls(word) == "wish"))
    return not _is_of_aims(behind) if begins else _is_doing(behind)


def is_labelled(row: Row) -> bool:
    """完成时限：2025年底前: of a row of `deadlines`, is the time printed with its label?"""
    return any(colon in str(row["text"]) for colon in _COLONS)


def _is_of_aims(behind: str) -> bool:
    """全年目标任务: what is named by the time, not what is done then."""
    return _first(behind)[0] in _NAMED


def _cls(word: str) -> str:
    known = lookup(word)
    return known.cls if known else ""


def _is_for_whom(before: str) -> bool:
    """对…, 将…: what the clause begins with, or what stands right before the time."""
    return any(_cls(word) in _FOR_WHOM for word in (before[:2], before[:1], before[-1:]) if word)


def _is_told_by(behind: str) -> bool:
    """2023年实施的项目: which, told by what was done then."""
    word, _ = _first(behind)
    return bool(word) and behind.startswith(_OF, len(word))


def _is_doing(behind: str) -> bool:
    """Is the first word behind a time one of doing (实现, 新增) or of how something is done (全面, 仅), or a pause?"""
    word, tag = _first(behind)
    known = lookup(word)
    return behind[:1] != "“" and (
        not word or tag in ("v", "d") or (known is not None and known.kind in _DOING)
    )


def _first(text: str) -> tuple[str, str]:
    """The first word of a text and what it is; none behind the end or a pause."""
    return tagged(text[:_LOOKED_AT])[0] if text and text[0].isalnum() else ("", "")
