"""Mended tables beside what was printed, the repairs marked with how sure they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.pages import attribute, both, text
from pipeline.review.folder import Folder, Row

CERTAINTY = {"certified": ("已证实", "certified"), "probable": ("很可能", "probable")}
# As long as figures and years are.
SHORT = 4
STATUS = {
    "certified": ("合计可证", "certified by its totals"),
    "consistent": ("前后一致", "consistent"),
    "unverified": ("未能核验", "unverified"),
    "ambiguous": ("有歧义，照原样", "ambiguous, as printed"),
}


def tables_html(folder: Folder, notice_id: str, words: str) -> str:
    """Every table of the notice: what was printed (`words` between its offsets), what it became, and why."""
    cells: dict[str, list[Row]] = defaultdict(list)
    for cell in folder.rows("cells", notice_id):
        cells[cell["table_id"]].append(cell)
    repairs: dict[str, list[Row]] = defaultdict(list)
    for repair in folder.rows("repairs", notice_id):
        repairs[repair["table_id"] or ""].append(repair)
    return "".join(
        _table(table, cells[table["table_id"]], repairs[table["table_id"]], words)
        for table in folder.rows("tables", notice_id)
    )


def _table(table: Row, cells: Sequence[Row], repairs: Sequence[Row], words: str) -> str:
    printed = words[table["char_start"] : table["char_end"]]
    name = table["title"] or table["table_id"]
    return (
        f'<details class="mended" data-s="{table["char_start"]}" data-e="{table["char_end"]}">'
        f"<summary><b>{text(name)}</b> {_badge(table['status'])} "
        f'<span class="count">{table["n_rows"]} × {table["n_cols"]}</span> {_repaired(repairs)}</summary>'
        f'<div class="beside"><figure><figcaption>{both("原件所印", "As printed")}</figcaption>'
        f'<div class="printed" tabindex="0" role="region" aria-label="{attribute(name)} · printed">{text(printed)}</div>'
        f"</figure><figure><figcaption>{both('修复后', 'Mended')}</figcaption>"
        f'<div class="grid" tabindex="0" role="region" aria-label="{attribute(name)} · mended">'
        f"{_grid(table, cells, repairs)}</div></figure></div>{_reasons(repairs)}</details>"
    )


def _badge(status: str) -> str:
    return f'<span class="badge {status}">{both(*STATUS[status])}</span>'


def _repaired(repairs: Sequence[Row]) -> str:
    n = len(repairs)
    return f'<span class="count">{both(f"修复 {n} 处", f"{n} repairs")}</span>' if n else ""


def _grid(table: Row, cells: Sequence[Row], repairs: Sequence[Row]) -> str:
    # Of several repairs of a row the least sure one is marked.
    surest_first = sorted(repairs, key=lambda repair: str(repair["certainty"]))
    marks = {repair["row"]: repair["certainty"] for repair in surest_first if repair["row"] is not None}
    by_row: dict[int, list[Row]] = defaultdict(list)
    for cell in cells:
        by_row[cell["row"]].append(cell)
    rows = (
        f"<tr{_marked(marks.get(row))}><th scope='row' class='no'>{row}</th>{''.join(map(_cell, by_row[row]))}</tr>"
        for row in range(table["n_rows"])
    )
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _marked(certainty: str | None) -> str:
    return f' class="repaired {certainty}"' if certainty else ""


def _cell(cell: Row) -> str:
    spans = "".join(
        f' {name}="{cell[column]}"'
        for name, column in (("rowspan", "row_span"), ("colspan", "col_span"))
        if cell[column] > 1
    )
    place = (
        f' data-s="{cell["char_start"]}" data-e="{cell["char_end"]}"'
        if cell["char_start"] is not None
        else ""
    )
    tag = "th" if cell["role"] == "header" else "td"
    words = cell["text"] or ""
    # Chinese breaks anywhere: without this a column of names between columns of figures is one character wide.
    named = cell["role"] + (" words" if len(words) > SHORT and cell["col_span"] == 1 else "")
    return f'<{tag} class="{named}"{spans}{place}>{text(words)}</{tag}>'


def _reasons(repairs: Sequence[Row]) -> str:
    """Each repair as a line: certainty, row, before → after, evidence."""
    if not repairs:
        return ""
    lines = (
        f'<li><span class="badge {one["certainty"]}">{both(*CERTAINTY[one["certainty"]])}</span> '
        f"{_row_of(one)}<q>{text(one['before'] or '')}</q> → <q>{text(one['after'] or '')}</q> "
        f'<span class="why">{text(one["evidence"])}</span></li>'
        for one in repairs
    )
    return f'<ol class="repairs">{"".join(lines)}</ol>'


def _row_of(repair: Row) -> str:
    row = repair["row"]
    return "" if row is None else f"{both(f'第 {row} 行', f'row {row}')} "
