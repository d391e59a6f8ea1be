"""The views of a folder, asked in SQL that names them as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.dashboard.columns import EMBEDDED, ask_persons, view_to_tables
from pipeline.dashboard.discretion import discreet
from pipeline.dashboard.figures import FOLDER, Figure, figure_to_sql

Rows = list[list[Any]]


@dataclass(frozen=True)
class Views:
    """What a page takes from a folder; each is asked for once."""

    out: Path

    def ask(self, sql: str, values: Mapping[str, object] | None = None) -> Any:
        """An Arrow table. `values` are those of parameters ($name) that the SELECT may have."""
        import duckdb

        folder = str(self.out).replace("'", "''")
        used = {name: value for name, value in (values or {}).items() if f"${name}" in sql}
        with duckdb.connect() as connection:
            return connection.sql(sql.replace(FOLDER, f"'{folder}/"), params=used).to_arrow_table()

    def rows(self, sql: str) -> Rows:
        """Rows of plain values: a sum of whole numbers is one, too."""
        table = self.ask(sql)
        return [
            [int(value) if isinstance(value, Decimal) else value for value in row.values()]
            for row in table.to_pylist()
        ]

    def sums(self, *figures: Figure) -> dict[str, Rows]:
        return {one.name: self.rows(figure_to_sql(one)) for one in figures}

    @cached_property
    def persons(self) -> frozenset[str]:
        return ask_persons(self.ask)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Notice → its title."""
        rows = self.rows(f"SELECT notice_id, title FROM {FOLDER}notices.parquet' ORDER BY notice_id")
        return {str(one): discreet(title or "", self.persons) for one, title in rows}

    @cached_property
    def regions(self) -> Rows:
        """Code, name and parent of each region that is no township."""
        return self.rows(
            f"SELECT region_code, name, parent FROM {FOLDER}regions.parquet' WHERE level <> 'township' ORDER BY ALL"
        )

    @cached_property
    def tables(self) -> dict[str, Any]:
        """Each block of the page as a table, the rows of a notice one after another."""
        return {name: table for view in EMBEDDED for name, table in view_to_tables(self.ask, view).items()}

    @cached_property
    def _places(self) -> Mapping[str, Mapping[str, tuple[int, int]]]:
        """View → notice → its first row and how many it has."""
        found: dict[str, dict[str, tuple[int, int]]] = {}
        for view in EMBEDDED:
            runs = found.setdefault(view, {})
            for at, one in enumerate(self.tables[view]["notice_id"].to_pylist()):
                start, count = runs.get(one, (at, 0))
                runs[one] = (start, count + 1)
        return found

    def of_notice(self, notice_id: str) -> dict[str, Any]:
        """The blocks with the rows of one notice."""
        return {
            name: table.slice(*self._places[name.partition(".")[0]].get(notice_id, (0, 0)))
            for name, table in self.tables.items()
        }
