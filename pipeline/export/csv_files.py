"""A CSV file a table, as Excel and WPS open them: a byte order mark, so that Chinese is Chinese; no cell is a formula."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.export.published import Published
from pipeline.language.formulas import without_formula


def write(published: Published, folder: Path) -> None:
    """Makes `folder` and in it `<table>.csv` for every table; the first line holds the names of the columns."""
    folder.mkdir()
    for resource in published.resources.values():
        with (folder / f"{resource.name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(field["name"] for field in resource.fields)
            writer.writerows(map(without_formula, row) for row in resource.rows())
