"""What rules read in simplified script, published as it is printed: 市財政局, not 市财政局."""

from __future__ import annotations

from collections import Counter, defaultdict

from pipeline.model import Document
from pipeline.publish.schema import Column, Schema
from pipeline.publish.sheet import Row

# What a paper is and does is one word however it is written; messages are ours, and keys.
_WORDS_OF_OURS = frozenset({"document_type", "action"})
_OURS = ("message", "evidence", "reason", "why")


class Printed:
    """The printed characters of a notice that was read in simplified script."""

    def __init__(self, document: Document) -> None:
        self.text, self.printed = document.text, document.printed
        forms = defaultdict[str, Counter[str]](Counter)
        for read, form in zip(self.text, self.printed, strict=True):
            forms[read][form] += 1
        self.forms = str.maketrans({read: said.most_common(1)[0][0] for read, said in forms.items()})

    def words(self, value: str, start: int = 0, end: int | None = None) -> str:
        """A value as printed: where its words stand, between the offsets before elsewhere, else letter by letter."""
        if value.isascii() or value in self.printed:
            return value
        at = self.text.find(value, start, end)
        at = self.text.find(value) if at < 0 else at
        return self.printed[at : at + len(value)] if at >= 0 else value.translate(self.forms)

    def row(self, row: Row, schema: Schema) -> Row:
        """A row with the words of the notice as printed; keys and words of our own as they are."""
        start, end = row.get("char_start"), row.get("char_end")
        within = (start, end) if isinstance(start, int) and isinstance(end, int) else (0, None)
        free = {column.name for column in schema.columns if _is_of_notice(column)}
        return {
            name: self.words(value, *within) if isinstance(value, str) and name in free else value
            for name, value in row.items()
        }


def _is_of_notice(column: Column) -> bool:
    """Whether a column holds words of the notice."""
    ours = column.name in _WORDS_OF_OURS or column.name.startswith(_OURS) or column.name.endswith("_id")
    return not (ours or column.enum)
