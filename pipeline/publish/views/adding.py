"""Which rows may be counted, and their values added: each thing once, and nothing that adds up to nothing."""

from __future__ import annotations

from pipeline.publish.sheet import Row
from pipeline.publish.views.spine import Spine

# Shares and points add up to nothing.
_NOT_ADDED = ("%", "‰", "个百分点")
_PART = "其中"
_STOPS = "。；;\n"
_AVERAGES = ("人均", "户均", "亩均", "地均", "平均", "年均", "每千", "每万", "每百")


def adds_up(spine: Spine, table: str, row: Row, by_year: bool = False) -> bool:
    """May the row be counted, and its value in base unit be added to others of its kind and unit (`by_year`: of its year)?"""
    if row.get("is_total") or row.get("repeats") or _is_part(row) or _is_within(spine, table, row):
        return False
    if spine.table_statuses.get(row.get("table_id")) == "ambiguous":
        return False
    if table == "funding":
        return _is_sum_of_money(row)
    if table == "targets":
        held = spine.to_date if by_year else spine.to_date | spine.earlier
        counted = row.get("kind") == "target" and not row.get("per") and row["fact_id"] not in held
        return counted and row.get("unit_base") not in _NOT_ADDED and not _is_average(row)
    return row.get("unit_base") not in _NOT_ADDED


def _is_within(spine: Spine, table: str, row: Row) -> bool:
    """Of 资金1.5亿元，其中建设8000万元，运营5000万元 the two that follow 其中 are in the first already."""
    if table not in ("targets", "funding") or row.get("table_id"):
        return False
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    since = max(spine.text.rfind(stop, 0, start) for stop in _STOPS)
    return _PART in spine.text[since + 1 : start] or spine.text[start:end].startswith(_PART)


def _is_sum_of_money(row: Row) -> bool:
    """A sum that somebody sets aside; not what each who is entitled gets (对五星级机构一次性奖励15万元), nor under a condition."""
    if row.get("amount_kind") != "total" or row.get("condition") or row.get("frequency") == "once":
        return False
    named = str(row.get("type") or "").endswith(("资金", "经费", "投资"))
    return bool(row.get("payer")) or named or not row.get("recipient")


def _is_average(row: Row) -> bool:
    """人均收入, 平均床位, 每千人口托位数 add up to nothing."""
    name = str(row.get("indicator") or "")
    return any(word in name for word in _AVERAGES)


def _is_part(row: Row) -> bool:
    """其中：农村 is counted in the value it is a part of."""
    said = (step for name in ("row_label", "column_path") for step in str(row.get(name) or "").split("/"))
    return any(step.startswith(_PART) for step in said)
