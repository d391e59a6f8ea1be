"""The words of columns and of their values as rows, for files that cannot say them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.export.published import Published

Rows = Callable[[Published], Iterator[tuple[object, ...]]]


def columns(published: Published) -> Iterator[tuple[object, ...]]:
    """A row a column."""
    for resource in published.resources.values():
        types = {field.name: str(field.type) for field in resource.schema}
        for field in resource.fields:
            zh, _, en = field["title"].partition(" ")
            words = (zh, en, field["description_zh"], field["description"])
            yield (resource.name, field["name"], types[field["name"]], *words)


def values(published: Published) -> Iterator[tuple[object, ...]]:
    """A row a value of an enumeration."""
    for resource in published.resources.values():
        for field in resource.fields:
            for one in field.get("categories", ()):
                yield resource.name, field["name"], one["value"], one["description_zh"], one["description"]


# Table → its columns and its rows.
DICTIONARY: Mapping[str, tuple[tuple[str, ...], Rows]] = {
    "dictionary": (
        ("table_name", "column_name", "type", "title_zh", "title_en", "description_zh", "description"),
        columns,
    ),
    "dictionary_values": (("table_name", "column_name", "value", "description_zh", "description"), values),
}
