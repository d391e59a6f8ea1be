"""The questions of both READMEs, asked of the published notices, and their answers held against the labels made by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
NOTICES = [path.stem for path in sorted((ROOT / "raw").iterdir()) if path.suffix in (".md", ".txt")]


def questions(readme: str) -> list[str]:
    (block,) = re.findall(r"```sql\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.S)
    return [asked.strip() for asked in block.split(";") if asked.strip()]


def ask(query: str) -> list[tuple[Any, ...]]:
    return duckdb.sql(query.replace("'extracted/", f"'{ROOT}/extracted/")).fetchall()


def labels() -> list[dict[str, Any]]:
    return [json.loads((ROOT / f"tests/labels/{one}.json").read_text("utf-8")) for one in NOTICES]


def _only_code(query: str) -> str:
    return "\n".join(line for line in query.splitlines() if not line.startswith("--"))


def test_both_languages_ask_the_same() -> None:
    english, chinese = (list(map(_only_code, questions(readme))) for readme in READMES)
    assert english == chinese


@pytest.mark.parametrize("query", questions("README.md"), ids=lambda q: q.splitlines()[0])
def test_each_is_one_select_without_a_join_and_has_an_answer(query: str) -> None:
    code = _only_code(query)
    assert code.startswith("SELECT")
    assert code.count("SELECT") == 1
    assert "JOIN" not in code
    assert ask(query)


def test_who_leads_most_by_hand() -> None:
    led: Counter[str] = Counter()
    for notice in labels():
        led.update(
            u["name"] for one in notice["responsibilities"] for u in one["units"] if u["role"] == "lead"
        )
    found = dict(ask(questions("README.md")[0]))
    assert found["区民政局"] == led["区民政局"]
    assert found["州民政局"] == led["州民政局"]


def test_what_is_due_by_hand() -> None:
    """Targets with a day of 2022, as labelled."""
    by_hand = sum(
        str(target.get("deadline") or "").startswith("2022") and target.get("value") is not None
        for notice in labels()
        for target in notice["targets"]
    )
    query = "SELECT count(*) FROM 'extracted/target_tracker.parquet' WHERE stage = 'target' AND year = 2022"
    ((found,),) = ask(query)
    assert found == by_hand


def test_planned_and_reported_agree() -> None:
    rows = ask(questions("README.md")[5])
    assert len(rows) == 24
    assert all(added == reported for _, _, added, reported in rows)


def test_money_by_hand() -> None:
    """Sums granted that stand alone (no ceiling, nothing for each), as labelled, are what the view adds up."""
    query = "SELECT quote, value_base FROM 'extracted/facts.parquet' WHERE kind = 'funding' AND countable"
    for quote, yuan in ask(query):
        assert "每" not in quote
        assert yuan > 0
