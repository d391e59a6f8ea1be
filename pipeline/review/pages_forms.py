"""What the form of a fact offers: its columns as the schema has them, and what each place of the text is called."""

from __future__ import annotations

from typing import Any

from pipeline.decisions.address import point_places, table_places
from pipeline.decisions.values import FOLLOWING
from pipeline.review.folder import Folder, two_words
from pipeline.review.pages_rows import Notice


def forms(folder: Folder) -> list[dict[str, Any]]:
    """Each fact table: titles, and of each column an editor fills its name, kind, titles, choices and whether it must be filled."""
    made = []
    for table in folder.fact_tables:
        zh, en = folder.title(table)
        fields = {one["name"]: one for one in folder.schemas[table]["schema"]["fields"]}
        columns = [
            [one.name, one.kind, one.zh, one.en, _choices(fields[one.name]), _is_needed(fields[one.name])]
            for one in folder.titled(table)
            if is_filled(folder, one.name)
        ]
        made.append({"table": table, "zh": zh, "en": en, "columns": columns})
    return made


def is_filled(folder: Folder, name: str) -> bool:
    """Whether an editor fills the column: no place, no key, nothing that follows from others."""
    return name not in folder.carried and name not in FOLLOWING and name != "inherited"


def _choices(field: dict[str, Any]) -> list[tuple[str, tuple[str, str]]]:
    """The values a closed column may have, each with its words in both languages; none of an open one."""
    words = {one["value"]: one["label"] for one in field.get("categories", ())}
    return [
        (value, two_words(words.get(value, value))) for value in field.get("constraints", {}).get("enum", ())
    ]


def _is_needed(field: dict[str, Any]) -> bool:
    return bool(field.get("constraints", {}).get("required"))


def places(notice: Notice) -> list[list[Any]]:
    """(first character, one past the last, what a correction calls the place): points as they nest, then tables."""
    found: list[list[Any]] = []
    for row in notice.rows("clauses"):
        words = (row["text"] or "").partition("\n")[0]
        name = point_places(row["clause_id"], row["heading"] or "", words, row["number"] or "")[0]
        found.append([row["char_start"], row["char_end"], name])
    for row in notice.rows("tables"):
        if row["char_start"] is not None:
            found.append(
                [row["char_start"], row["char_end"], table_places(row["title"] or "", row["table_id"], {})[0]]
            )
    return found
