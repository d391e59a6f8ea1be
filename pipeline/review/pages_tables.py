"""Mended tables beside what was printed, the repairs marked with how sure they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from pipeline.language import patterns
from pipeline.pages import attribute, both, text
from pipeline.review.folder import Folder, Row

CERTAINTY = {"certified": ("已证实", "certified"), "probable": ("很可能", "probable")}
# As long as names of towns, figures and years are: never broken into lines.
SHORT = 6
# Columns that stay in sight: a number and the name behind it.
KEPT = 2
STATUS = {
    "certified": ("合计可证", "certified by its totals"),
    "consistent": ("前后一致", "consistent"),
    "unverified": ("未能核验", "unverified"),
    "ambiguous": ("有歧义，未作选择", "ambiguous, none chosen"),
}
WHY = {
    "certified": ("印出的合计只容许这一种读法", "the printed sums allow this reading alone"),
    "consistent": ("没有一处合计与之矛盾", "no printed sum speaks against it"),
    "unverified": ("表中没有可以核验的合计", "it has no sums to hold it against"),
    "ambiguous": ("有两种读法，未作选择", "two readings are possible and none was chosen"),
}
# A figure, a share, a span of years: never broken into lines.
_FIGURE = patterns.compile(r"[+-]?[\d.,，%％‰/:：~～—–\-]+\s*\p{Han}{0,2}")


def notice_to_grids(folder: Folder, notice_id: str) -> dict[str, str]:
    """Every table of the notice as HTML, by its id."""
    cells = _by_table(folder.rows("cells", notice_id))
    repairs = _by_table(folder.rows("repairs", notice_id))
    return {
        table["table_id"]: _grid(table, cells[table["table_id"]], repairs[table["table_id"]])
        for table in folder.rows("tables", notice_id)
    }


def tables_html(folder: Folder, notice_id: str, grids: Mapping[str, str], drawn: Collection[str]) -> str:
    """Every table of the notice: what was printed, what it became, and why.

    Those `drawn` in the text are taken from there by the page, so that the page holds each but once.
    """
    repairs = _by_table(folder.rows("repairs", notice_id))
    words = "".join(row["text"] or "" for row in folder.rows("texts", notice_id))
    return "".join(
        _table(
            table,
            words[table["char_start"] : table["char_end"]],
            "" if table["table_id"] in drawn else grids[table["table_id"]],
            repairs[table["table_id"]],
        )
        for table in folder.rows("tables", notice_id)
    )


def _by_table(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["table_id"] or ""].append(row)
    return found


def _table(table: Row, printed: str, grid: str, repairs: Sequence[Row]) -> str:
    name = table["title"] or table["table_id"]
    return (
        f'<details class="mended" data-s="{table["char_start"]}" data-e="{table["char_end"]}" data-of="{attribute(table["table_id"])}">'
        f"<summary><b>{text(name)}</b> {_badge(table['status'])} "
        f'<span class="count">{table["n_rows"]} × {table["n_cols"]}</span> {_repaired(repairs)}</summary>'
        f'<div class="beside"><figure><figcaption>{both("原件所印", "As printed")}</figcaption>'
        f'<div class="printed" tabindex="0" role="region" {_label(name, "原件所印", "as printed")}>{text(printed)}</div>'
        f"</figure><figure><figcaption>{both('修复后', 'Mended')}</figcaption>"
        f'<div class="grid" tabindex="0" role="region" {_label(name, "修复后", "mended")}>'
        f"{grid}</div></figure></div>{_reasons(repairs)}</details>"
    )


def _label(name: str, zh: str, en: str) -> str:
    return f'data-label-zh="{attribute(name)} {zh}" data-label-en="{attribute(name)} {en}"'


def _badge(status: str) -> str:
    zh, en = WHY[status]
    return f'<span class="badge {status}" data-title-zh="{zh}" data-title-en="{en}">{both(*STATUS[status])}</span>'


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
        f"<tr{_marked(marks.get(row))}>{_number(row, by_row[row])}{''.join(map(_cell, by_row[row]))}</tr>"
        for row in range(table["n_rows"])
    )
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _number(row: int, cells: Sequence[Row]) -> str:
    head = " header" if any(cell["role"] == "header" for cell in cells) else ""
    return f'<th scope="row" class="no kept{head}">{row + 1}</th>'


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
    return f'<{tag} class="{" ".join(_looks(cell, words))}"{spans}{place}>{text(words)}</{tag}>'


def _looks(cell: Row, words: str) -> list[str]:
    """Chinese breaks anywhere: a column of names between columns of figures must not be one character wide."""
    looks = [cell["role"]]
    if _FIGURE.fullmatch(words):
        looks.append("figure")
    elif cell["col_span"] == 1:
        looks.append("words" if len(words) > SHORT else "short")
    if cell["col"] + cell["col_span"] <= KEPT:
        looks.append("kept")
    return looks


def _reasons(repairs: Sequence[Row]) -> str:
    """Each repair as a line: certainty, row, before → after, evidence."""
    if not repairs:
        return ""
    lines = (
        f'<li><span class="badge {one["certainty"]}">{both(*CERTAINTY[one["certainty"]])}</span> '
        f"{_row_of(one)}<q>{text(one['before'] or '')}</q> → <q>{text(one['after'] or '')}</q> "
        f'<span class="why">{both(one["evidence_zh"] or one["evidence"] or "", one["evidence"] or "")}</span></li>'
        for one in repairs
    )
    return f'<ol class="repairs">{"".join(lines)}</ol>'


def _row_of(repair: Row) -> str:
    row = repair["row"]
    return "" if row is None else f"{both(f'第 {row + 1} 行', f'row {row + 1}')} "
