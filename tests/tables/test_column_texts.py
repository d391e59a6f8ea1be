"""What is asked of the texts of a column for each row, or for each way to read one, is counted once."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.tables.column_texts import ColumnTexts
from pipeline.tables.repairs.known_names import KnownNames


def test_ends_of_texts() -> None:
    texts = ColumnTexts(["东溪镇", "西溪镇", "石桥乡", "", "", "镇"])
    assert texts.rows == 6
    assert texts.ends == {"镇": 3, "乡": 1, "": 2}
    assert texts.ends["村"] == 0


def test_neither_texts_nor_names_are_counted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting the names of a column for every row made the list of parks of 200 pages take twice as long."""
    texts, names = ColumnTexts(["东溪镇", "石桥乡", "东溪镇"]), KnownNames(["东溪镇", "石桥乡", "东溪镇"])
    assert (texts.rows, texts.ends["镇"]) == (3, 2)
    monkeypatch.setattr(Counter, "total", None)
    monkeypatch.setattr(Counter, "items", None)
    assert (texts.rows, texts.ends["镇"], len(names)) == (3, 2, 3)
