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
        (r"\s*\brow (\d+)", r" 第\1行"), (r"\s*\bcolumn (\d+)", r"第\1列"), (r"^top level$", "顶层"), (r"^title$", "标题"),
        (r"^table$", "表"), (r"^text\b", "正文"), (r"^citations$", "引用"), (r"\bafter\b", "之后"),
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
    labels = folder.labels(table, name)
    return {one: two_words(labels[one]) for one in sorted(known & labels.keys())}


def where_in_chinese(where: str) -> str:
    """`附件1 row 3 column 2` → `附件1 第3行第2列`: what a place is called where it has no words of its own."""
    for pattern, zh in _PLACES:
        where = pattern.sub(zh, where)
    return where
