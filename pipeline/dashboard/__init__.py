"""The dashboard: one page, opened from disk, that answers a chief's questions and shows the query behind every number.

Bars, tiles and tables are HTML drawn by one small script of our own (45 KB with styles). Measured against libraries that come
as packages, on a page with the policy of all our pages (style and script by hash, no eval, Trusted Types):

    Bokeh 3.9     2.0 MB with its tables; needs unsafe-eval, by design (its issue 12875), and styles inside the page
    Vega 6        0.8 MB with Vega-Lite; needs its interpreter, and vl-convert brings 33 MB to bundle it
    ECharts 6     1.1 MB; its tooltips and SVG write style attributes and innerHTML (its issues 19938, 19398)

All draw pictures that a screen reader, a printer and Ctrl-F know nothing of. What people asked for are counts by group, and rows.
Numbers are made by DuckDB from the views (extra `dashboard`); what readers filter is counted in the page, the same.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

from pipeline.messages import say
from pipeline.turns import locked
from pipeline.whole import part, sweep

# Beside the tables, kept by extract and left out of git: it is made again from them at any time.
NAME = "dashboard"
# Notices whose rows one page holds: beyond, it holds sums, and the rows of each notice are a page beside it.
MOST_IN_ONE_PAGE = 2_000


class MissingPackage(Exception):
    """A package is not installed; the message says which and what to do."""


def write_dashboard(out: Path, most: int = MOST_IN_ONE_PAGE) -> Path:
    """Writes OUT/dashboard/ anew and returns its index.html: the same tables give the same bytes.

    FileNotFoundError if `out` holds no tables with views; MissingPackage if DuckDB is not installed.
    """
    if not (out / "task_list.parquet").exists():
        raise FileNotFoundError(say("no_tables", folder=str(out)))
    if importlib.util.find_spec("duckdb") is None:
        raise MissingPackage(say("dashboard_needs", package="duckdb"))
    from pipeline.dashboard.pages import folder_to_pages

    new = part(out / NAME)
    with locked(out, is_needed=False):  # A run would carry over what is just being replaced.
        sweep(out, NAME)
        try:
            _write(new, folder_to_pages(out, most))
            shutil.rmtree(out / NAME, ignore_errors=True)
            new.rename(out / NAME)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return out / NAME / "index.html"


def _write(folder: Path, pages: Iterator[tuple[str, str]]) -> None:
    for name, html in pages:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8", errors="replace")
