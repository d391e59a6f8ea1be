"""The dashboard's pages: what the views hold, put into one page, or beyond a bound into one a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline import lexicons
from pipeline.dashboard.columns import EMBEDDED, ask_persons, view_to_blocks
from pipeline.dashboard.discretion import discreet
from pipeline.dashboard.figures import FIGURES, FOLDER, figure_to_sql, figures_to_json
from pipeline.dashboard.tiles import TILES
from pipeline.language.file_names import id_to_file_stem
from pipeline.pages import both, buttons, data_block, page

STATIC = Path(__file__).parent / "static"
OWN = [STATIC / name for name in ("dashboard.css", "columns.js", "drawing.js", "tabs.js", "dashboard.js")]
TABS = (
    ("overview", "总览", "overview"),
    ("tasks", "任务", "tasks"),
    ("times", "时间轴", "timeline"),
    ("agencies", "部门", "agencies"),
    ("indicators", "指标", "indicators"),
    ("tables", "表格", "tables"),
    ("money", "资金", "funding"),
    ("search", "检索", "search"),
)
ALL = "TRUE"
FIRST = ("notices", "notices_by_place", "notices_by_year", "notices_by_kind", "quality", "facts_by_kind")
Ask = Callable[..., Any]


@dataclass(frozen=True)
class Views:
    """The views of a folder, asked in SQL that names them as the page shows it."""

    out: Path

    def ask(self, sql: str, values: Mapping[str, object] | None = None) -> Any:
        import duckdb

        folder = str(self.out).replace("'", "''")
        used = {name: value for name, value in (values or {}).items() if f"${name}" in sql}
        with duckdb.connect() as connection:
            return connection.sql(sql.replace(FOLDER, f"'{folder}/"), params=used).to_arrow_table()

    @cached_property
    def persons(self) -> frozenset[str]:
        return ask_persons(self.ask)

    def rows(self, sql: str) -> list[list[Any]]:
        """Rows of plain values: a sum of whole numbers is one, too."""
        table = self.ask(sql)
        return [
            [int(value) if isinstance(value, Decimal) else value for value in row.values()]
            for row in table.to_pylist()
        ]


def folder_to_pages(out: Path, most: int) -> Iterator[tuple[str, str]]:
    """Name and HTML of each page."""
    views = Views(out)
    ids = [str(row[0]) for row in views.rows(f"SELECT notice_id FROM {FOLDER}notices.parquet' ORDER BY ALL")]
    if len(ids) <= most:
        links = {one: link for one in ids if (link := _review(out, one, "../review/"))}
        yield "index.html", page_html(views, links, {"blocks": ALL})
        return
    own = {one: f"notices/{_file(one)}" for one in ids}
    yield "index.html", page_html(views, own, {})
    for one in ids:
        link = _review(out, one, "../../review/")
        where = f"notice_id = '{one.replace(chr(39), chr(39) * 2)}'"
        yield (
            f"notices/{id_to_file_stem(one)}.html",
            page_html(
                views, {one: link} if link else {}, {"blocks": where, "home": "../index.html", "only": one}
            ),
        )


def page_html(views: Views, links: Mapping[str, str], of: Mapping[str, str]) -> str:
    """A page with the rows that hold `of["blocks"]`; without, with sums only. `links` leads to the page of a notice."""
    where = of.get("blocks")
    titles = views.rows(f"SELECT notice_id, title FROM {FOLDER}notices.parquet' WHERE {where or 'TRUE'}")
    facts = {
        "figures": figures_to_json(),
        "sums": _sums(views, where),
        "links": links,
        "rows": where is not None,
        "only": of.get("only"),
        "notices": len(titles),
        "titles": {one: discreet(title or "", views.persons) for one, title in titles},
        "regions": views.rows(
            f"SELECT region_code, name, parent FROM {FOLDER}regions.parquet' WHERE level <> 'township' ORDER BY ALL"
        ),
        "tiles": _tiles(),
    }
    home = f'<a href="{of["home"]}" id="home">← {both("全部通知", "all notices")}</a>' if "home" in of else ""
    body = (
        f'<header>{home}<div><h1>{both("政策通知总览", "Policy notices: dashboard")}</h1><p id="scope"></p></div>{buttons()}</header>'
        f"{_tabs()}{_filters()}<main>{''.join(map(_panel, TABS))}</main>{_help()}{data_block('facts', facts)}"
    )
    return page("政策通知总览 dashboard", body, OWN, _blocks(views, where) if where else "")


def _sums(views: Views, where: str | None) -> dict[str, list[list[Any]]]:
    """The figures that need no rows: all on a page that has none, those of the first tab on a page of all notices."""
    if where is None:
        return {one.name: views.rows(figure_to_sql(one)) for one in FIGURES}
    first = [one for one in FIGURES if one.name in FIRST] if where == ALL else []
    return {one.name: views.rows(figure_to_sql(one)) for one in first}


def _blocks(views: Views, where: str) -> str:
    made = (
        block for view in EMBEDDED for block in view_to_blocks(views.ask, view, where, views.persons).items()
    )
    return "".join(f'<script type="text/plain" id="block-{name}">{data}</script>' for name, data in made)


def _file(notice_id: str) -> str:
    return f"{quote(id_to_file_stem(notice_id), errors='replace')}.html"


def _review(out: Path, notice_id: str, folder: str) -> str | None:
    """Where the review page of a notice is, if there is one."""
    there = (out / "review" / "notices" / f"{id_to_file_stem(notice_id)}.html").is_file()
    return f"{folder}notices/{_file(notice_id)}" if there else None


def _tiles() -> list[list[Any]]:
    """Code, short name, column and row of each province."""
    names = {
        row["code"][:2]: row["short"] for row in lexicons.records("regions") if row["level"] == "province"
    }
    return [[code, names[code], *place] for code, place in TILES.items() if code in names]


def _tabs() -> str:
    made = "".join(
        f'<button type="button" role="tab" id="tab-{name}" aria-controls="{name}" aria-selected="false" tabindex="-1">{both(zh, en)}</button>'
        for name, zh, en in TABS
    )
    return f'<nav class="pages" aria-label="页 pages"><div class="tabs" role="tablist">{made}</div></nav>'


def _filters() -> str:
    def choice(name: str, zh: str, en: str) -> str:
        return f'<label>{both(zh, en)} <select id="{name}"></select></label>'

    return (
        f'<div class="filters" id="filters" role="search">{choice("place", "地区", "place")}{choice("year", "成文年份", "year written")}'
        '<input type="search" id="words" data-zh="全文检索  /" data-en="search all words  /" aria-label="全文检索 search all words">'
        f'<button type="button" id="clear">{both("清除", "clear")}</button><span id="found" role="status"></span></div>'
    )


def _panel(tab: Sequence[str]) -> str:
    return f'<section id="{tab[0]}" role="tabpanel" aria-labelledby="tab-{tab[0]}" tabindex="-1" hidden></section>'


def _help() -> str:
    keys = (
        ("← →", "上一页 / 下一页", "previous / next page"),
        ("/", "全文检索", "search"),
        ("Esc", "关闭", "close"),
        ("Ctrl P", "打印本页", "print this page"),
    )
    lines = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{both(zh, en)}</dd>" for key, zh, en in keys)
    said = both(
        "每个数字都是对视图的一次查询，点「SQL」可见。只计可加总的行：不含合计、重复、上限、人均和同一通知的另一份。电话与私人姓名不显示。",
        "Every number is a query of the views: see “SQL”. Only what may be added up is counted: no totals, repeats, ceilings, amounts for each, second copies. Telephone numbers and names of private persons are left out.",
    )
    return (
        f'<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">{both("帮助", "Help")}</h2><dl>{lines}</dl><p>{said}</p>'
        f'<form method="dialog"><button>{both("关闭", "close")}</button></form></dialog>'
    )
