"""What the heading of a column says of its cells: that they are asked, given, charged or scored."""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.cells.layout import Column
from pipeline.extract.cells.norm_words import norm_words
from pipeline.language.brackets import without_round
from pipeline.language.words import words

GOAL = ("目标", "计划", "预期", "规划")
# 考核目标分解表, 标准值: what may stand behind the word that tells.
_BEHIND = ("表", "一览", "分解", "明细", "任务", "值")


def bare_heading(heading: str) -> str:
    """考核目标 of 考核目标分解表（试行）."""
    bare = without_round(heading)
    for behind in _BEHIND:
        bare = bare.removesuffix(behind)
    return bare


def asks(heading: str) -> bool:
    """Whether a heading holds what is asked of the row: 标准要求, 目标值."""
    return bare_heading(heading).endswith((*norm_words("rules"), *norm_words("aims")))


def aims(heading: str) -> bool:
    """目标值, 量化指标."""
    return bare_heading(heading).endswith(norm_words("aims"))


def is_of_classes(text: str) -> bool:
    """补贴标准, 收费标准, 处罚标准: what somebody gets or pays, and what a class begins at."""
    return any(word in text for word in (*norm_words("classes"), *words("give", "noun")))


def grants(column: Column) -> bool:
    """Whether a heading says that its cells are what somebody gets: 补助标准, 奖励金额; not 补贴对象."""
    return _grants(column.heading)


@lru_cache(maxsize=512)  # asked of each cell
def _grants(heading: str) -> bool:
    said = bare_heading(heading)
    given = words("give", "noun")
    ends = said.endswith((*norm_words("rules"), *words("ending", "measure")))
    return said in given or (ends and any(word in said for word in given))


def gives(column: Column) -> bool:
    """Whether a column is of what somebody gets: 补助标准, and 补助资金 too."""
    heading = bare_heading(column.heading)
    money = (f"{given}{fund}" for given in words("give", "noun") for fund in ("资金", "经费"))
    return grants(column) or heading.endswith(tuple(money))


def allocates(title: str) -> bool:
    """Whether a caption says that money is dealt out below it: 水利发展资金分配表, 补助经费下达表; not 名额分配表."""
    dealt = any(word in title for word in norm_words("dealt"))
    return dealt and any(word in title for word in (*words("fund"), *words("give", "noun")))


def scores(column: Column) -> bool:
    """Whether a heading says that its cells tell what gives or costs points: 评分标准, 扣分细则."""
    return any(word.endswith("分") and word in "".join(column.path) for word in norm_words("classes"))


def tells_how(column: Column) -> bool:
    """Whether a heading says that its cells tell how the row is looked at: 考核方式 | 实地抽查10%."""
    said = bare_heading(column.heading)
    return any(said.endswith(how) and said.removesuffix(how).endswith(norm_words("checked")) for how in _HOW)


_HOW = ("方式", "方法", "办法")


def says(column: Column, said: tuple[str, ...]) -> bool:
    """Whether a heading of a column holds one of the words."""
    return any(word in "".join(column.path) for word in said)


def is_ratio(name: str, column: Column) -> bool:
    """医护比, 护理员与老人配比: 1:3 is a ratio there, and no time of day."""
    return any(without_round(said).endswith(_RATIOS) for said in (name, *column.path))


_RATIOS = ("比", "比例", "配比")
