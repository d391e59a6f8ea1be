"""The values of columns in words of both languages, as the schema has them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.review.folder import Folder, Row, two_words

# Columns that name a table.
TABLES_NAMED = frozenset({"claimed_by", "fact_table"})
_PLACES = tuple(
    (patterns.compile(words), zh)
    for words, zh in (
        (r"\s*\brow (\d+)", r" 第\1行"), (r"\s*\bcolumns? (\d+(?:, \d+)*)", r"第\1列"), (r"^pages? (\d+(?:, \d+)*)", r"第\1页"),
        (r"^top level$", "顶层"), (r"^title$", "标题"), (r"^table$", "表"), (r"(?<= / )text\b|^text\b|(?<= )text$", "正文"),
        (r"^headings$", "表头"), (r"^citations$", "引用"), (r"^notices$", "通知"), (r"^issuers$", "发文单位"), (r"\bafter\b", "之后"),
    )
)  # fmt: skip


def values_to_words(
    folder: Folder, column: tuple[str, str], rows: Sequence[Row]
) -> dict[str, tuple[str, str]]:
    """The words, in both languages, of those values of a column (table, name) that the rows have."""
    table, name = column
    known = {row[name] for row in rows if isinstance(row[name], str)}
    if name in TABLES_NAMED:
        return {one: folder.title(one) for one in sorted(known & folder.schemas.keys())}
    if name == "where":
        return {one: (where_in_chinese(one), one) for one in sorted(known) if where_in_chinese(one) != one}
    if name == "why":
        return {one: (why_in_chinese(folder, table, one), one) for one in sorted(known)}
    labels = folder.labels(table, name)
    return {one: two_words(labels[one]) for one in sorted(known & labels.keys())}


def where_in_chinese(where: str) -> str:
    """`附件1 row 3 column 2` → `附件1 第3行第2列`: what a place is called where it has no words of its own."""
    for pattern, zh in _PLACES:
        where = pattern.sub(zh, where)
    return where


# The signs that bear on how sure a fact is (language/signs.py).
_SIGNS = {
    "compared": "有比较词", "exact": "无比较词", "in a cell": "在表格中", "in words": "数为汉字", "one": "数为一", "from a start": "有基数", "share": "百分比",
    "unit unknown": "单位不识", "after 等": "在“等”之后", "list before": "数前有列举", "unnamed": "没有指标名", "name put together": "指标名由几处拼成",
    "name far": "指标名离数远", "name behind": "指标名在数后", "name long": "指标名长", "part long": "语句长", "whole": "全称", "none": "无", "dated": "有日期",
}  # fmt: skip
# Signs that name a value of a column, by their first word.
_OF_COLUMN = {"kind": "kind", "precision": "precision", "due": "deadline_from", "role": "role"}
_TITLES = {"rule": "规则", "due": "时限出自"}


def why_in_chinese(folder: Folder, table: str, why: str) -> str:
    """`due sentence +, exact −` → 时限出自本句 +，无比较词 −; a sign that has no words here as it is."""
    return "，".join(_sign_in_chinese(folder, table, sign) for sign in why.split(", "))


def _sign_in_chinese(folder: Folder, table: str, said: str) -> str:
    sign, _, weight = said.rpartition(" ")
    first, _, value = sign.partition(" ")
    if sign in _SIGNS:
        words = _SIGNS[sign]
    elif first in _OF_COLUMN:
        label = folder.labels(table, _OF_COLUMN[first]).get(value, "")
        zh = two_words(label)[0] if label else _SIGNS.get(value, value)
        words = f"{_TITLES.get(first, '')}{zh}"
    else:
        words = f"{_TITLES.get(first, first)} {value}".strip()
    return f"{words} {weight}"
