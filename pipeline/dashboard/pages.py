"""The dashboard's pages: what the views hold, put into one page, or beyond a bound into one a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pipeline import lexicons
from pipeline.dashboard.columns import EMBEDDED, table_to_block
from pipeline.dashboard.figures import FIGURES, figures_to_json
from pipeline.dashboard.views import Rows, Views
from pipeline.language.file_names import id_to_file_stem
from pipeline.pages import both, buttons, data_block, page

# Where the tile of a province stands (first two digits of its code → column and row): neighbours are near, and no outline is drawn.
TILES: Mapping[str, tuple[int, int]] = {
    "23": (8, 0),
    "15": (6, 1), "22": (8, 1),
    "65": (0, 2), "11": (6, 2), "12": (7, 2), "21": (8, 2),
    "63": (1, 3), "62": (2, 3), "64": (3, 3), "61": (4, 3), "14": (5, 3), "13": (6, 3), "37": (7, 3),
    "54": (0, 4), "51": (2, 4), "50": (3, 4), "42": (4, 4), "41": (5, 4), "34": (6, 4), "32": (7, 4), "31": (8, 4),
    "53": (2, 5), "52": (3, 5), "43": (4, 5), "36": (5, 5), "35": (6, 5), "33": (7, 5),
    "45": (3, 6), "44": (4, 6), "81": (5, 6), "71": (7, 6),
    "46": (3, 7), "82": (4, 7),
}  # fmt: skip
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
FIRST = ("notices", "notices_by_place", "notices_by_year", "notices_by_kind", "quality", "facts_by_kind")


@dataclass(frozen=True, slots=True)
class Content:
    """What a page holds: blocks of rows, or none and sums of all figures; where notices are linked to; of which alone it is."""

    links: Mapping[str, str]
    titles: Mapping[str, str]
    tables: Mapping[str, Any] = field(default_factory=dict)
    sums: Mapping[str, Rows] = field(default_factory=dict)
    only: str | None = None


def folder_to_pages(out: Path, most: int) -> Iterator[tuple[str, str]]:
    """Name and HTML of each page."""
    views = Views(out)
    titles = views.titles
    if len(titles) <= most:
        links = {one: link for one in titles if (link := _review(out, one, "../review/"))}
        first = views.sums(*(one for one in FIGURES if one.name in FIRST))
        yield "index.html", page_html(views, Content(links, titles, views.tables, first))
        return
    own = {one: f"notices/{_file(one)}" for one in titles}
    yield "index.html", page_html(views, Content(own, titles, sums=views.sums(*FIGURES)))
    for one, title in titles.items():
        link = _review(out, one, "../../review/")
        content = Content({one: link} if link else {}, {one: title}, views.of_notice(one), only=one)
        yield f"notices/{id_to_file_stem(one)}.html", page_html(views, content)


def page_html(views: Views, content: Content) -> str:
    """A page that holds this content; `views` tells regions, and persons to leave out."""
    facts = {
        "figures": figures_to_json(),
        "sums": content.sums,
        "links": content.links,
        "rows": bool(content.tables),
        "only": content.only,
        "notices": len(content.titles),
        "titles": content.titles,
        "regions": _regions(views, content),
        "tiles": _tiles(),
    }
    home = (
        f'<a href="../index.html" id="home">← {both("全部通知", "all notices")}</a>' if content.only else ""
    )
    body = (
        f'<header>{home}<div><h1>{both("政策通知总览", "Policy notices: dashboard")}</h1><p id="scope"></p></div>{buttons()}</header>'
        f"{_tabs()}{_filters()}<noscript>{both('需要 JavaScript。', 'This page needs JavaScript.')}</noscript><main>{''.join(map(_panel, TABS))}</main>{_help()}{data_block('facts', facts)}"
    )
    blocks = "".join(
        f'<script type="text/plain" id="block-{name}">{table_to_block(table, views.persons)}</script>'
        for name, table in content.tables.items()
    )
    return page("政策通知总览 dashboard", body, OWN, blocks)


def _regions(views: Views, content: Content) -> Rows:
    """Those that the page needs: of one notice, its own and what they lie in."""
    if content.only is None:
        return views.regions
    parents = {code: parent for code, _, parent in views.regions}
    wanted: set[str] = set()
    for name, table in content.tables.items():
        for code in table["region_code"].unique().to_pylist() if name in EMBEDDED else ():
            while code and code not in wanted:
                wanted.add(code)
                code = parents.get(code)
    return [row for row in views.regions if row[0] in wanted]


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
