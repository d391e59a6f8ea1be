"""Which rows may be counted, and their values added: each thing once, and nothing that adds up to nothing."""

from __future__ import annotations

from pipeline.decisions.keys import squeezed
from pipeline.language.brackets import without_round
from pipeline.language.cut_names import LEVELS
from pipeline.language.units import units
from pipeline.language.words import words
from pipeline.publish.sheet import Row
from pipeline.publish.views.spine import Spine
from pipeline.publish.views.within import is_part, is_within

# What of these dimensions is added is nothing: 60% and 40%, 15分钟 and 20分钟, 10分 and 5分, 110千伏 and 35千伏.
_NEVER_ADDED = frozenset([
    "share", "points", "ratio", "time", "age", "score", "rank", "rate", "concentration", "sound", "temperature",
    "pressure", "speed", "voltage", "dimension", "generation",
])  # fmt: skip
# What is named so is of each, or a level, and no quantity of a whole: 贷款额度, 项目价格（元）, 补助标准.
_OF_EACH = ("额度", "限额", "价格", "单价", "均价", "标准", "分值", "得分", "权重")
_AT_MOST = ("<=", "<")
_CREDIT = "额度"
# 2026年6月底前拨付500万元: what is paid out of a sum that was set aside.
_PAID = frozenset(("拨付", "支付", "兑付"))
# Such sums are paid to each, however often.
_OFTEN = ("once", "daily", "monthly", "quarterly")
# 万人发明专利拥有量, 千人床位数: of so many; 万人计划 and 千户苗寨 are names.
_OF_MANY, _HOW_MANY = (
    ("百人", "千人", "万人", "百户", "千户", "万户", "万元"),
    ("量", "数", "率", "额", "面积"),
)
_AVERAGES = ("人均", "户均", "亩均", "地均", "平均", "年均", "每千", "每万", "每百")


def adds_up(spine: Spine, table: str, row: Row, by_year: bool = False) -> bool:
    """May the row be counted, and its value in base unit be added to others of its kind and unit (`by_year`: of its year)?"""
    if row.get("is_total") or row.get("repeats") or is_part(_steps(row)) or is_within(spine, table, row):
        return False
    if spine.table_statuses.get(row.get("table_id")) == "ambiguous":
        return False
    if table == "funding":
        return _is_sum_of_money(row) and not _is_paid_out_of(spine, row)
    if table == "targets":
        held = spine.to_date if by_year else spine.to_date | spine.earlier
        counted = row.get("kind") == "target" and not row.get("per") and row["fact_id"] not in held
        return counted and row.get("comparator") not in _AT_MOST and _is_quantity(row)
    is_value = table == "table_facts" and isinstance(row.get("value"), int | float)
    return not is_value or (_is_quantity(row) and spine.is_summed(row))


def _is_quantity(row: Row) -> bool:
    """Is a value so much of something, that more of it can be added to? No share, no time, no price, no mean."""
    unit = str(row.get("unit_base") or "")
    if "/" in unit or units().get(unit) in _NEVER_ADDED:
        return False
    steps = [str(row.get("indicator") or ""), *_steps(row)]
    named = (without_round(step) for step in steps)
    if any(map(_is_average, steps)):
        return False
    return _is_counted(row) or not any(name.endswith(_OF_EACH) for name in named)


def _is_average(name: str) -> bool:
    of_many = name.startswith(_OF_MANY) and without_round(name).endswith(_HOW_MANY)
    return of_many or any(word in name for word in _AVERAGES)


def _is_counted(row: Row) -> bool:
    """Are the things named themselves so many: 不少于10项国家标准, 制定服务标准5项? Not 配备标准2人."""
    if row.get("table_id") or units().get(str(row.get("unit_base"))) != "count":
        return False
    said, name = squeezed(row.get("quote")), str(row.get("indicator"))
    before, found, _ = said.partition(name)
    is_made = bool(found) and any(map(before.__contains__, words("make")))
    return is_made or f"{squeezed(row.get('value_text'))}{name}" in said


def _is_sum_of_money(row: Row) -> bool:
    """A sum that somebody sets aside (统筹安排资金3000万元); not what each who is entitled gets (给予15万元奖励), nor what is paid by
    the month (778元/月), nor under a condition, nor what may be lent (信贷额度800亿元)."""
    by_the_month = row.get("frequency") in _OFTEN or "/" in str(row.get("unit") or "")
    if row.get("amount_kind") != "total" or row.get("condition") or by_the_month:
        return False
    said = squeezed(row.get("quote"))
    if _CREDIT in said or _is_paid_to_each(row, said):
        return False
    named = str(row.get("type") or "").endswith(("资金", "经费", "投资"))
    if row.get("payer") or named or any(word in said for word in words("spend")):
        return True
    return not row.get("recipient") and not any(word in said for word in words("give"))


def _is_paid_to_each(row: Row, said: str) -> bool:
    """由所在镇街向项目承建单位拨付20万元: what is paid to whoever is entitled. Of a place (向甲县拨付), or of all (各学校), it is a sum."""
    whom = str(row.get("recipient") or "")
    is_kind = bool(whom) and not whom.startswith("各") and not any(level in whom for level in LEVELS)
    return is_kind and any(word in said for word in _PAID)


def _is_paid_out_of(spine: Spine, row: Row) -> bool:
    """安排资金1000万元。6月底前拨付500万元: paid, out of a sum at least as large that the notice sets aside before."""
    paid, start = _sum_paid(row), int(str(row["char_start"]))
    if paid is None or not any(word in squeezed(row.get("quote")) for word in _PAID):
        return False
    sums = (r for r in spine.rows["funding"] if int(str(r["char_start"])) < start and _is_sum_of_money(r))
    set_aside = (r for r in sums if not any(word in squeezed(r.get("quote")) for word in _PAID))
    return any((_sum_paid(r) or 0) >= paid for r in set_aside)


def _sum_paid(row: Row) -> float | None:
    yuan = row.get("amount_cny")
    return float(yuan) if isinstance(yuan, int | float) else None


def _steps(row: Row) -> list[str]:
    """The labels and headings of a table's value, each by itself; most values are of no table."""
    said = (row.get("row_label"), row.get("column_path"))
    return [step for words in said if words for step in str(words).split("/")]
