"""Figures as SELECTs: each of one view, each with an answer that the page holds."""

from __future__ import annotations

import doctest
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.dashboard import MissingPackage, figures, write_dashboard
from pipeline.dashboard.figures import FIGURES, Figure, Measure, figure_to_sql
from pipeline.dashboard.pages import FIRST

ROOT = Path(__file__).resolve().parents[2]
EXTRACTED = ROOT / "extracted"


def ask(sql: str, folder: Path = EXTRACTED) -> list[list[Any]]:
    return [list(row) for row in duckdb.sql(sql.replace("'extracted/", f"'{folder}/")).fetchall()]


def test_examples() -> None:
    assert doctest.testmod(figures).failed == 0


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_each_is_a_select_with_an_answer(figure: Figure) -> None:
    sql = figure_to_sql(figure)
    assert sql.count("TRUE") == 1, "one place for what a reader chooses"
    rows = ask(sql)
    assert rows or figure.name == "conflicts"
    assert all(len(row) == len(figure.group) + len(figure.measures) for row in rows)


def test_names_are_unique() -> None:
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)
    assert {figure.name for figure in FIGURES} >= set(FIRST)


def test_what_a_reader_chose_narrows_a_figure() -> None:
    (figure,) = [one for one in FIGURES if one.name == "tasks"]
    sql = figure_to_sql(figure)
    ((everywhere, *_),) = ask(sql)
    ((there, *_),) = ask(sql.replace("TRUE", "starts_with(region_code, '500116')"))
    assert 0 < there < everywhere


def test_a_value_in_quotes_stays_one() -> None:
    sql = figure_to_sql(Figure("x", "facts", (), (Measure("n"),), (("payer", "=", "a'b"),)))
    assert "payer = 'a''b'" in sql
    assert ask(sql) == [[0]]


def test_money_is_never_added_across_kinds() -> None:
    """What is granted for each, ceilings and rates are counted apart, never added; a sum to whoever is entitled neither."""
    (figure,) = [one for one in FIGURES if one.name == "money_by_kind"]
    by_kind = {row[0]: row[1] for row in ask(figure_to_sql(figure))}
    assert {"total", "per", "ceiling"} <= set(by_kind)
    assert set(by_kind.values()) == {None}


def test_the_page_holds_what_the_queries_give(page: dict[str, Any]) -> None:
    assert set(page["sums"]) == set(FIRST)
    for figure in page["figures"]:
        if figure["name"] in page["sums"]:
            assert page["sums"][figure["name"]] == json.loads(json.dumps(ask(figure["sql"]), default=int))


@pytest.fixture(scope="module")
def page(published: Path) -> dict[str, Any]:
    html = write_dashboard(published).read_text("utf-8")
    (facts,) = re.findall(r'<script type="application/json" id="facts">(.*?)</script>', html, re.S)
    found: dict[str, Any] = json.loads(facts)
    return found


def test_without_duckdb_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingPackage, match=r"duckdb.*pip install 'notice-pipeline\[dashboard\]'"):
        write_dashboard(EXTRACTED)
