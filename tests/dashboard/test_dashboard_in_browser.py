"""The dashboard in a real browser, opened from disk: every number it shows is what DuckDB says of the query beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest
from driver import ESCAPE, Browser, missing
from hostile import hostile, many

from pipeline.dashboard import write_dashboard
from pipeline.publish import publish

pytestmark = pytest.mark.skipif(missing() is not None, reason=f"no browser: {missing()}")

ROOT = Path(__file__).resolve().parents[2]
# Where screenshots go for a person to look at; else nowhere.
SHOTS = os.environ.get("DASHBOARD_SHOTS")
AXE = Path(os.environ.get("AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
TABS = ("overview", "tasks", "times", "agencies", "indicators", "tables", "money", "search")
CHOICES: tuple[dict[str, str], ...] = (
    {},
    {"place": "50"},
    {"place": "11"},
    {"place": "500116", "year": "2022"},
    {"role": "lead", "type": "民政"},
    {"body": "民政局", "due": "2022"},
    {"due": "overdue", "day": "2023-06-30"},
    {"due": "none", "kind": "prose"},
    {"kind": "recurring", "day": "2019-01-01"},
    {"indicator": "床位"},
    {"words": "养老 床位"},
    {"words": "GB it's"},
)


@pytest.fixture(scope="module")
def out(published: Path) -> Path:
    write_dashboard(published)
    return published


def opened(chrome: Browser, page: Path) -> Browser:
    """A page with its rows loaded; it must have complained of nothing and asked for nothing but itself."""
    chrome.forget()
    chrome.open_anew(page.as_uri())
    chrome.wait("return document.body.dataset.ready === 'yes' || (document.body.dataset.drawn && !hasRows)")
    assert set(chrome.requests()) == {page.as_uri()}
    return chrome


def drawn(chrome: Browser, tab: str, choice: dict[str, str]) -> list[dict[str, Any]]:
    """What a tab shows once this is chosen: each figure with its query and its rows."""
    chrome.run(
        "document.body.dataset.drawn = '';"
        "for (const name in chosen) if (name !== 'day') chosen[name] = '';"
        "choose(arguments[1], null, arguments[0])",
        tab,
        choice,
    )
    chrome.wait("return document.body.dataset.drawn")
    found: list[dict[str, Any]] = chrome.run("return [...standing.values()]")
    return found


def answers(sql: str, out: Path) -> list[list[str]]:
    rows = duckdb.sql(sql.replace("'extracted/", f"'{out}/")).fetchall()
    return sorted([said(value) for value in row] for row in rows)


def said(value: object) -> str:
    """A value as both sides have it: numbers to nine digits, days and years as text."""
    if value is None:
        return ""
    try:
        return f"{float(str(value)):.9g}"
    except ValueError:
        return str(value)


@pytest.mark.parametrize("tab", TABS)
def test_every_number_is_its_query(chrome: Browser, out: Path, tab: str) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    compared = 0
    for choice in CHOICES:
        for figure in drawn(chrome, tab, choice):
            on_page = sorted([said(value) for value in row] for row in figure["rows"])
            assert on_page == answers(figure["sql"], out), (choice, figure["name"])
            compared += 1
    assert compared >= len(CHOICES) or tab == "search"
    assert chrome.complaints() == []


def test_every_figure_is_the_same_with_rows_as_summed(chrome: Browser, out: Path) -> None:
    """The sums in the page, made before, and those made of the rows in it."""
    opened(chrome, out / "dashboard" / "index.html")
    for name in chrome.run("return Object.keys(facts.sums)"):
        assert chrome.run("return evaluate(arguments[0], NOTHING)", name) == chrome.run(
            "return facts.sums[arguments[0]]", name
        )


def test_a_row_opens_the_words_it_was_read_from(chrome: Browser, out: Path) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, "tasks", {"place": "500116"})
    chrome.click("#tasks .opener button")
    words = chrome.wait("return document.querySelector('#tasks tr.detail dd')?.textContent")
    (row,) = duckdb.sql(
        f"SELECT quote FROM '{out}/task_list.parquet' WHERE starts_with(region_code, '500116') AND countable LIMIT 1"
    ).fetchall()
    assert words == row[0]
    chrome.click("#tasks .opener button")
    assert chrome.run("return document.querySelector('#tasks tr.detail')") is None


def test_a_row_leads_to_its_words_on_the_review_page(chrome: Browser, out: Path) -> None:
    review = out / "review" / "notices" / "jiangjin-2021-78.html"
    review.parent.mkdir(parents=True)
    review.write_text("<!doctype html><title>review</title>")
    opened(chrome, write_dashboard(out))
    drawn(chrome, "tasks", {"place": "500116", "year": "2021"})
    chrome.click("#tasks .opener button")
    ((start,),) = duckdb.sql(
        f"SELECT char_start FROM '{out}/task_list.parquet' WHERE notice_id = 'jiangjin-2021-78' AND countable LIMIT 1"
    ).fetchall()
    found = chrome.wait("return document.querySelector('#tasks tr.detail a')?.href")
    assert found == f"{review.as_uri()}#at={start}"
    assert chrome.complaints() == []


def test_all_rows_of_a_table_go_into_a_spreadsheet(chrome: Browser, out: Path) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, "tasks", {})
    chrome.run(
        "window.saved = ''; Blob = class { constructor(parts) { saved = parts[0]; } }; URL.createObjectURL = () => '#'"
    )
    chrome.click("#tasks .csv")
    lines = chrome.wait("return window.saved").strip().split("\r\n")
    ((wanted,),) = duckdb.sql(f"SELECT count(*) FROM '{out}/task_list.parquet' WHERE countable").fetchall()
    assert len(lines) == wanted + 1
    assert lines[0].startswith('\ufeff"任务","牵头"')


def test_the_keyboard_reaches_all(chrome: Browser, out: Path) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    chrome.run("byId('tab-overview').focus()")
    chrome.press("ArrowRight")
    chrome.wait("return document.body.dataset.drawn.startsWith('tasks')")
    assert chrome.run("return document.activeElement.id") == "tab-tasks"
    chrome.press("/")
    assert chrome.run("return document.activeElement.id") == "words"
    chrome.type("养老")
    chrome.wait(
        "return document.body.dataset.drawn.startsWith('search') && document.querySelector('#search mark')"
    )
    assert chrome.run("return document.activeElement.id") == "words"
    chrome.press(ESCAPE, "?")  # Escape leaves the field.
    assert chrome.run("return byId('help').open")


def test_it_speaks_english(chrome: Browser, out: Path) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    chrome.click("#language")
    chrome.wait("return byId('overview').innerText.includes('By province')")
    chrome.click("#language")
    assert "按省" in chrome.run("return byId('overview').innerText")


@pytest.mark.parametrize("width", [1440, 390])
def test_it_opens_at_its_top_and_the_browsers_own_buttons_lead_back(
    chrome: Browser, out: Path, width: int
) -> None:
    chrome.look(width, 900)
    opened(chrome, out / "dashboard" / "index.html")
    assert chrome.run("return scrollY") == 0
    for tab in ("tasks", "agencies", "money"):
        chrome.run("document.body.dataset.drawn = ''")
        chrome.click(f"#tab-{tab}")
        chrome.wait(f"return document.body.dataset.drawn.startsWith('{tab}')")
        side = chrome.run(
            "const e = byId(arguments[0]).getBoundingClientRect(); return [e.left, innerWidth - e.right]", f"tab-{tab}"
        )  # fmt: skip
        assert min(side) >= 0
    chrome.run("return choose({ type: '民政' })")
    chrome.page.go_back()
    chrome.wait("return document.body.dataset.drawn.startsWith('agencies')")
    assert chrome.run("return [chosen.type, byId('tab-agencies').ariaSelected]") == ["", "true"]
    chrome.page.go_forward()
    chrome.wait("return document.body.dataset.drawn.startsWith('money')")
    assert chrome.run("return chosen.type") == "民政"
    chrome.look()


def test_words_found_stand_in_their_line_on_a_telephone(chrome: Browser, out: Path) -> None:
    """What is marked is a part of its text, no cell beside it."""
    chrome.look(390, 900)
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, "search", {"words": "养老"})
    sizes = chrome.run(
        "return [...document.querySelectorAll('#search mark')].map((one) => one.getClientRects()[0].height)"
    )
    assert sizes and max(sizes) < 30
    chrome.look()


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_overflows_at_any_width(chrome: Browser, out: Path, width: int) -> None:
    chrome.look(width, 900)
    opened(chrome, out / "dashboard" / "index.html")
    for tab in TABS:
        drawn(chrome, tab, {"words": "养老"} if tab == "search" else {})
        assert chrome.run("return document.documentElement.scrollWidth - innerWidth") <= 0, tab
        if SHOTS:
            chrome.shoot(Path(SHOTS) / f"{tab}-{width}.png")
    chrome.look()


@pytest.mark.skipif(not AXE.is_file(), reason=f"no axe-core: {AXE}")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing(chrome: Browser, out: Path, tab: str, scheme: str) -> None:
    chrome.look(scheme=scheme)
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, tab, {"words": "养老"} if tab == "search" else {})
    source = AXE.read_text("utf-8")
    # As a debugger's own script: the policy of the page refuses it otherwise.
    chrome.devtools("Runtime.evaluate", expression=source)
    asked = "axe.run().then((found) => JSON.stringify(found.violations.map((one) => [one.id, one.impact])))"
    said = chrome.devtools("Runtime.evaluate", expression=asked, awaitPromise=True, returnByValue=True)
    chrome.look()
    assert said["result"]["value"] == "[]"


def test_what_a_hostile_notice_holds_stays_words(chrome: Browser, tmp_path: Path) -> None:
    publish([hostile(), many()], [], tmp_path / "extracted")
    opened(chrome, write_dashboard(tmp_path / "extracted"))
    for tab in TABS:
        drawn(chrome, tab, {"words": "<script>"} if tab == "search" else {})
    assert chrome.run("return window.hacked") is None
    assert chrome.complaints() == []


def test_a_page_of_sums_and_its_pages_of_notices(chrome: Browser, out: Path) -> None:
    try:
        opened(chrome, write_dashboard(out, most=2))
        for tab in TABS:
            for figure in drawn(chrome, tab, {"words": "养老"} if tab == "search" else {}):
                on_page = sorted([said(value) for value in row] for row in figure["rows"])
                assert on_page == answers(figure["sql"], out), (tab, figure["name"])
        drawn(chrome, "search", {"words": "江津 托育"})
        assert chrome.run("return document.querySelectorAll('#search li a').length") == 1
        drawn(chrome, "overview", {})
        link = chrome.run("return document.querySelector('#overview a').href")
        assert link.startswith((out / "dashboard" / "notices").as_uri())
        page = out / "dashboard" / "notices" / "jiangjin-2021-78.html"
        opened(chrome, page)
        for tab in TABS[:-1]:
            for figure in drawn(chrome, tab, {}):
                on_page = sorted([said(value) for value in row] for row in figure["rows"])
                assert on_page == answers(figure["sql"], out), (tab, figure["name"])
        assert chrome.complaints() == []
    finally:
        write_dashboard(out)


def test_tasks_stand_in_the_order_of_their_days(chrome: Browser, out: Path) -> None:
    """What is due first stands first, what has no day last."""
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, "tasks", {})
    days = chrome.run(
        'return byDay("task_list", rowsWhere("task_list", [])).map((i) => valueOf(loaded.task_list, "due_date", i))'
    )
    dated = [day for day in days if day]
    assert dated and dated == sorted(dated)
    assert days == dated + [None] * (len(days) - len(dated))


@pytest.mark.parametrize("width", [1440, 390])
def test_no_column_in_time_is_cut_at_an_edge(chrome: Browser, out: Path, width: int) -> None:
    """Forty months do not fit: those that are seen are seen whole, and the first asked for is among them."""
    chrome.look(width, 900)
    opened(chrome, out / "dashboard" / "index.html")
    lines = "Array.from({ length: 40 }, (_, n) => [`20${10 + Math.floor(n / 12)}-${n % 12}`, [n]])"
    cut = chrome.run(
        f"const drawn = columns({lines}, null, '2012-1'); byId(current).replaceChildren(drawn);"
        "drawn.querySelectorAll('.columns').forEach(fit);"
        "const box = drawn.querySelector('.scroll').getBoundingClientRect();"
        "const items = [...drawn.querySelectorAll('li')].map((one) => [one, one.getBoundingClientRect()]);"
        "const seen = items.filter(([, at]) => at.right > box.left + 1 && at.left < box.right - 1);"
        "return [seen.filter(([, at]) => at.left < box.left - 1 || at.right > box.right + 1).length, seen.length,"
        " seen.some(([one]) => one.hasAttribute('data-now'))]"
    )  # fmt: skip
    chrome.look()
    assert cut[0] == 0 and 3 < cut[1] < 40 and cut[2]


def test_a_table_opens_its_values(chrome: Browser, out: Path) -> None:
    opened(chrome, out / "dashboard" / "index.html")
    drawn(chrome, "tables", {})
    chrome.run("document.querySelector('#tables figure:last-of-type td.opener button').click()")
    chrome.wait("return document.querySelector('#tables tr.detail table tbody tr')")
    values = chrome.run("return [...document.querySelectorAll('#tables tr.detail tbody tr')].length")
    assert values > 20
