"""Review pages in a real browser, opened from disk as an editor does, with what a hostile notice may hold."""

from __future__ import annotations

import json
import os
import shutil
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import regex
from driver import ENTER, ESCAPE, Browser, missing
from hostile import ATTACKS, hostile, many

from pipeline.__main__ import main
from pipeline.decisions.toml import toml_to_corrections
from pipeline.editing import desk
from pipeline.language.folding import fold
from pipeline.pages import UNSEEN
from pipeline.publish import publish
from pipeline.review.pages import write_pages
from pipeline.review.serve import Server, serve
from pipeline.run import run

pytestmark = [
    pytest.mark.skipif(missing() is not None, reason=f"no browser: {missing()}"),
    pytest.mark.usefixtures("here"),
]

ROOT = Path(__file__).resolve().parents[2]
# Where screenshots go for a person to look at; else into pytest's own folder.
SHOTS = os.environ.get("REVIEW_SHOTS")
AXE = Path(os.environ.get("AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
# Names of documents and places that are Chinese in either language.
OURS = frozenset({"中文"})
# What else lies in raw/ is its user's own.
NOTICES = sorted(path.stem for path in (ROOT / "tests" / "labels").glob("*.json"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five notices, with one fact of one of them marked as changed."""
    folder = tmp_path_factory.mktemp("review") / "extracted"
    raw = tmp_path_factory.mktemp("raw")
    for name in NOTICES:
        shutil.copy(ROOT / "raw" / f"{name}.txt", raw)
    run(raw, folder, 1, lambda *_: None)
    first = pq.read_table(folder / "targets.parquet").to_pylist()[0]
    write_pages(folder, {"targets": [first["fact_id"]]})
    return folder


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "extracted"
    publish([hostile(), many()], [], folder)
    write_pages(folder, {})
    return folder


@pytest.fixture
def opened(chrome: Browser) -> Iterator[Callable[[Path, str], Browser]]:
    """Opens a page; afterwards it must have complained of nothing and asked for nothing but itself."""
    chrome.forget()
    expected: list[str] = []

    def open_page(out: Path, name: str) -> Browser:
        url = (out / "review" / f"{name}.html").as_uri()
        expected.append(url)
        chrome.open_anew(url)
        return chrome

    yield open_page
    assert chrome.complaints() == []
    assert set(chrome.requests()) <= {*expected}


@pytest.fixture
def shot(chrome: Browser, tmp_path: Path) -> Callable[[str], None]:
    folder = Path(SHOTS) if SHOTS else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return lambda name: chrome.shoot(folder / f"{name}.png")


def rows(out: Path, table: str, notice_id: str) -> list[dict[str, Any]]:
    return [
        row for row in pq.read_table(out / f"{table}.parquet").to_pylist() if row["notice_id"] == notice_id
    ]


def as_shown(words: str) -> str:
    return UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", words)


LIT = "return [...document.querySelectorAll('#source span.lit')].map(e => e.textContent).join('')"
SOURCE = "return stretches.map(e => e.textContent).join('')"
CHOSEN = "return chosen && chosen.k"


@pytest.mark.parametrize("notice_id", NOTICES)
def test_highlights_stand_where_the_offsets_say(
    out: Path, notice_id: str, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, f"notices/{notice_id}")
    (source,) = rows(out, "texts", notice_id)
    assert chrome.run(SOURCE) == as_shown(source["text"])
    want = {
        (row["char_start"], row["kind"]): row["text"][:5]
        for row in rows(out, "ledger", notice_id)
        if row["status"] == "claimed"
    }
    found = chrome.run(
        "return arguments[0].map(([s, kind]) => { const e = document.querySelector(`#source span[data-s='${s}']`);"
        "return e.classList.contains(kind) && e.textContent; })",
        list(want),
    )
    assert found and all(
        words and begins.startswith(words[:5]) for words, begins in zip(found, want.values(), strict=True)
    )
    shot(notice_id)


def test_every_fact_lights_up_its_own_words(out: Path, opened: Callable[[Path, str], Browser]) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    lit = chrome.run(
        "return Object.fromEntries(all.filter(r => r.a !== undefined && r.s !== null).map(r => [r.k,"
        "(light(r.s, r.e), [...document.querySelectorAll('#source span.lit')].map(e => e.textContent).join(''))]))"
    )
    facts = [
        row
        for table in ("targets", "tasks", "table_facts", "responsibilities")
        for row in rows(out, table, "jiangjin-2021-78")
    ]
    assert len(facts) > 200
    assert all(lit[row["fact_id"]] == as_shown(row["quote"]) for row in facts)


def test_click_a_fact_and_its_words_come_into_view(
    out: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    last = rows(out, "targets", "jiangjin-2021-78")[-1]
    place = chrome.run("return all.find(r => r.k === arguments[0]).n", last["fact_id"])
    chrome.click(f"tr[data-n='{place}'] td:nth-child(2)")
    assert chrome.run(LIT) == as_shown(last["quote"])
    assert chrome.run(
        "const e = document.querySelector('#source .lit').getBoundingClientRect(),"
        "p = document.querySelector('.source').getBoundingClientRect(); return e.top >= p.top && e.bottom <= p.bottom"
    )
    assert chrome.run("return document.querySelector('tr.detail').textContent").count(last["rule"]) > 0
    shot("fact-chosen")


def test_a_link_from_a_workbook_lights_its_words(out: Path, opened: Callable[[Path, str], Browser]) -> None:
    """任务清单.xlsx leads to notices/x.html#at=start-end."""
    chrome = opened(out, "notices/jiangjin-2021-78")
    for row in rows(out, "targets", "jiangjin-2021-78")[:3] + rows(out, "tasks", "jiangjin-2021-78")[:2]:
        chrome.run("location.hash = arguments[0]", f"#at={row['char_start']}-{row['char_end']}")
        chrome.wait(f"return {LIT.removeprefix('return ')} === arguments[0]", as_shown(row["quote"]))


def test_click_words_and_their_facts_come_into_view_in_turn(
    out: Path, opened: Callable[[Path, str], Browser]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    target = next(row for row in rows(out, "targets", "jiangjin-2021-78") if row["value"] == 95)
    spot = f"#source span[data-s='{target['char_start']}']"
    chrome.click(spot)
    assert chrome.run(CHOSEN) == target["fact_id"]
    assert chrome.run(
        "const r = chosen.line.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight"
    )
    chrome.click(spot)
    chosen = chrome.run(
        "return [chosen.section.table, chosen.s <= arguments[0] && arguments[0] < chosen.e]",
        target["char_start"],
    )
    assert chosen[0] != "targets" and chosen[1]


def test_filters_search_and_keys(
    out: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    counted = "return [...document.querySelectorAll('tr.row')].map(r => r.className)"
    chrome.press("3")
    classes = chrome.run(counted)
    assert classes and all("failed" in one for one in classes)
    shot("failed-only")
    chrome.press("3", "j", "j", "k")
    assert chrome.run("return chosen.n") == 0
    chrome.press("/")
    chrome.type("互助养老点")
    assert chrome.run("return byId('search').value") == "互助养老点"
    shown = chrome.run("return [...document.querySelectorAll('tr.row')].map(r => all[r.dataset.n].words)")
    assert shown and all("互助养老点" in one for one in shown)
    chrome.press(ESCAPE)
    chrome.press("j", ENTER)
    assert chrome.run(LIT)
    chrome.press(ESCAPE)
    assert chrome.run("return byId('search').value + document.querySelectorAll('.lit').length") == "0"
    chrome.press("?")
    assert chrome.run("return byId('help').open")
    shot("help")
    chrome.press(ESCAPE)
    assert not chrome.run("return byId('help').open")


def test_changed_facts_are_counted_and_filtered(out: Path, opened: Callable[[Path, str], Browser]) -> None:
    first = pq.read_table(out / "targets.parquet").to_pylist()[0]
    chrome = opened(out, f"notices/{first['notice_id']}")
    chrome.click(".chip[data-flag=changed]")
    assert chrome.run("return [...document.querySelectorAll('tr.row')].map(r => all[r.dataset.n].k)") == [
        first["fact_id"]
    ]


def test_language_is_switched_and_kept(
    out: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    heading = "return document.querySelector('.section[data-table=targets] summary').innerText"
    assert chrome.run(heading).startswith("目标")
    chrome.click("#language")
    assert chrome.run(heading).startswith("targets")
    shot("english")
    chrome.page.reload()
    chrome.wait("return document.querySelector('.section summary') !== null")
    assert chrome.run(heading).startswith("targets")


SHOWN = """
for (const section of sections) { section.box.open = true; draw(section, Infinity); }
for (const flag of ['checks', 'targets', 'ledger', 'repairs']) {
  const row = all.find((one) => one.section.table === flag);
  if (row) { choose(row); [...document.querySelectorAll('tr.detail')].forEach((line) => line.classList.replace('detail', 'kept-open')); }
}
const rest = document.body.cloneNode(true);
const gone = '#source, .printed, .grid, q, blockquote, code, script, h1, .look, ' + (isChinese() ? '[lang=en]' : '[lang="zh-CN"]');
rest.querySelectorAll(gone).forEach((one) => one.remove());
const lines = document.createTreeWalker(rest, NodeFilter.SHOW_TEXT);
const said = [];
while (lines.nextNode()) said.push(lines.currentNode.data.trim());
for (const one of rest.querySelectorAll('[title], [aria-label], [placeholder]')) {
  said.push(one.title, one.getAttribute('aria-label') || '', one.placeholder || '');
}
return said.filter(Boolean);
"""
ENGLISH = regex.compile(r"(?<![\\w./-])[A-Za-z]{2,}(?:,? [a-z]{2,}){2,}(?![\\w/-])")


@pytest.mark.parametrize("name", ["index", *(f"notices/{one}" for one in NOTICES)])
def test_a_page_speaks_one_language_at_a_time(
    out: Path, name: str, opened: Callable[[Path, str], Browser]
) -> None:
    """But for the words of the notice: an English sentence in none of the Chinese page, Chinese of ours nowhere in the English."""
    chrome = opened(out, name)
    script = SHOWN if name != "index" else SHOWN[SHOWN.index("const rest") :]
    words = "".join(
        "".join(str(value).split()) for one in NOTICES for value in rows(out, "texts", one)[0].values()
    )
    words += "".join(str(row[c]) for row in pq.read_table(out / "regions.parquet").to_pylist() for c in row)
    spoken = chrome.run(script)
    assert len(spoken) > 50 and [one for one in spoken if ENGLISH.search(one)] == []
    chrome.click("#language")
    known = fold(words)
    left = [
        run for one in chrome.run(script) for run in regex.findall(r"\\p{Han}{2,}", one) if run not in known and run not in OURS
    ]  # fmt: skip
    assert left == []


def test_mended_tables_show_print_repairs_and_certainty(
    out: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "notices/dadukou-2020-17")
    chrome.run("document.querySelectorAll('details.mended')[1].open = true")
    found = chrome.run(
        "const d = document.querySelectorAll('details.mended')[1]; return {printed: d.querySelector('.printed').textContent,"
        "rows: d.querySelectorAll('.grid tr').length, marked: d.querySelectorAll('tr.repaired').length,"
        "sure: d.querySelector('summary .badge').className, lines: d.querySelectorAll('.repairs li').length}"
    )
    table = rows(out, "tables", "dadukou-2020-17")[1]
    repairs = [row for row in rows(out, "repairs", "dadukou-2020-17") if row["table_id"] == table["table_id"]]
    (source,) = rows(out, "texts", "dadukou-2020-17")
    assert found["printed"] == as_shown(source["text"][table["char_start"] : table["char_end"]])
    assert (found["rows"], found["sure"], found["lines"]) == (
        table["n_rows"],
        f"badge {table['status']}",
        len(repairs),
    )
    assert found["marked"] == len({row["row"] for row in repairs if row["row"] is not None}) > 0
    chrome.run("document.querySelectorAll('details.mended')[1].scrollIntoView()")
    shot("mended-table")
    chrome.run("document.querySelectorAll('details.mended')[1].querySelector('td.body[data-s]').click()")
    assert chrome.run(LIT)


@pytest.mark.parametrize("notice_id", NOTICES)
def test_the_notice_reads_as_a_notice(
    out: Path, notice_id: str, opened: Callable[[Path, str], Browser]
) -> None:
    chrome = opened(out, f"notices/{notice_id}")
    (row,) = rows(out, "notices", notice_id)
    shown = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.replace(/\\s/g, ''))"
    assert [fold(one) for one in chrome.run(shown, "#source .title")] == [row["title"]]
    heads = fold("".join(chrome.run(shown, "#source .head")))
    want = [fold(f"{one['number']}{one['heading'] or ''}") for one in rows(out, "clauses", notice_id)]
    assert sum("".join(one.split()) in heads for one in want) >= 0.9 * len(want)
    placed = [one for one in rows(out, "tables", notice_id) if one["char_start"] is not None]
    assert chrome.run("return document.querySelectorAll('#source .tabled table').length") == len(placed)
    # Figures stand on one line, and so does the name of a town.
    assert chrome.run(
        "return [...document.querySelectorAll('#source .grid :is(.figure, .short)')].every("
        "e => (r => (r.selectNodeContents(e), new Set([...r.getClientRects()].map(b => Math.round(b.y))).size <= 1))(document.createRange()))"
    )
    assert chrome.run("return document.querySelectorAll('#source .raw:not(:empty)').length") == len(placed)


def test_a_table_stays_beside_its_print_and_its_first_columns_in_sight(
    out: Path, opened: Callable[[Path, str], Browser]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    chrome.run("document.querySelector('details.mended').open = true")
    chrome.wait("return document.body.classList.contains('wide')")
    before = "return [...document.querySelectorAll('.mended[open] tr:nth-child(9) .kept')].map(e => Math.round(e.getBoundingClientRect().x))"
    chrome.wait("return document.querySelector('.mended[open] .grid').dataset.stuck")
    chrome.run("document.querySelector('.mended[open] .grid').style.width = '300px'")
    kept = chrome.run(before)
    assert len(kept) == 3 and len(set(kept)) == 3
    chrome.run(
        "const g = document.querySelector('.mended[open] .grid'); g.scrollLeft = 100; g.scrollTop = 200;"
    )
    assert chrome.run(before) == kept
    assert chrome.wait("return document.querySelector('.mended[open] .printed').scrollTop") > 0
    assert chrome.run(
        "const g = document.querySelector('.mended[open] .grid'); return g.querySelector('th.header').getBoundingClientRect().y - g.getBoundingClientRect().y"
    ) < 3  # fmt: skip


# The longest notice and a short one: to print one takes a browser 8 s.
@pytest.mark.parametrize("notice_id", ["bazhou-2025-draft", "jiangjin-2022-88"])
def test_printed_it_takes_no_more_than_twice_the_pages_of_its_words(
    out: Path, notice_id: str, opened: Callable[[Path, str], Browser]
) -> None:
    import pypdfium2

    def pages() -> int:
        return len(pypdfium2.PdfDocument(chrome.page.pdf(format="A4")))

    chrome = opened(out, f"notices/{notice_id}")
    whole = pages()
    chrome.run("document.querySelector('.facts').remove()")
    assert whole <= 2 * pages()


def test_what_to_look_at_comes_first(out: Path, opened: Callable[[Path, str], Browser]) -> None:
    chrome = opened(out, "notices/yubei-2021-draft-note")
    assert chrome.run("return looks[0][0]") == "failed"
    assert chrome.run("return document.querySelector('.section').dataset.table") == "checks"
    chrome.click("#looks .look")
    assert chrome.run("return chosen.section.table + chosen.f") == "checksfailed"


def test_index_leads_to_notices(
    out: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "index")
    shot("index")
    assert chrome.run("return document.querySelectorAll('#notices tbody tr').length") == len(NOTICES)
    fails = [sum(c["status"] == "fail" for c in rows(out, "checks", one)) for one in NOTICES]
    assert (
        chrome.run("return [...document.querySelectorAll('#notices tbody tr')].map(r => figureOf(r, 8))")
        == fails
    )
    chrome.press("/")
    chrome.type("2022-88")
    assert chrome.run("return shownLines().length") == 1
    assert chrome.run(
        "return decodeURI(document.querySelector('#notices tr:not([hidden]) a').href)"
    ).endswith(".html")


def test_the_index_is_chosen_from_sorted_and_summed(
    out: Path, opened: Callable[[Path, str], Browser]
) -> None:
    chrome = opened(out, "index")
    first = "return shownLines()[0].querySelector('small').textContent.split(' ')[0]"
    facts = {
        one: sum(len(rows(out, table, one)) for table in ("targets", "tasks", "responsibilities", "deadlines", "funding", "citations", "table_facts"))
        for one in NOTICES
    }  # fmt: skip
    chrome.click(".sort[data-n='7']")
    assert chrome.run(first) == max(facts, key=lambda one: facts[one])
    chrome.click(".sort[data-n='7']")
    assert chrome.run(first) == min(facts, key=lambda one: facts[one])
    chrome.run(
        "const s = document.querySelector('[data-choice=year]'); s.value = '2021'; s.dispatchEvent(new Event('change'))"
    )
    assert chrome.run("return shownLines().map(l => l.querySelector('small').textContent.split(' ')[0])") == [
        "jiangjin-2021-78"
    ]
    assert chrome.run("return sums[1].querySelector('b').textContent") == str(facts["jiangjin-2021-78"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 1024, 390])
def test_no_page_is_wider_than_its_window(
    out: Path, chrome: Browser, shot: Callable[[str], None], width: int, scheme: str
) -> None:
    chrome.look(width, scheme=scheme)
    for name in ("index", "notices/jiangjin-2021-78"):
        chrome.open((out / "review" / f"{name}.html").as_uri())
        shot(f"{name.replace('/', '-')}-{width}-{scheme}")
        assert chrome.run("return document.documentElement.scrollWidth - innerWidth") <= 0, name
    back = chrome.run("return getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, back[4:-1].split(","))) < 150) == (scheme == "dark")
    chrome.look()
    chrome.forget()


# --- a hostile notice -----------------------------------------------------------------------------


def test_whatever_a_notice_holds_is_shown_as_text(
    made_up: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(made_up, "notices/hostile")
    chrome.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert chrome.run("return window.hacked === undefined")
    shown = chrome.run(SOURCE)
    cells = chrome.run(
        "return [...document.querySelectorAll('.section[data-table=targets] td:nth-child(2)')].map(e => e.textContent)"
    )
    grid = chrome.run("return [...document.querySelectorAll('.grid td')].map(e => e.textContent)")
    for n, attack in enumerate(ATTACKS):
        assert as_shown(attack) in shown
        assert cells[n] == grid[n] == as_shown(attack)
    assert len(cells[-1]) == len(grid[-1]) == 10_000
    assert not chrome.run(
        "return document.querySelectorAll('main a, main img, main svg, body script:not([type]):not(:last-child)').length"
    )
    for n in range(len(ATTACKS)):
        chrome.run("choose(all[arguments[0]])", n)
        assert chrome.run(LIT) == as_shown(ATTACKS[n])
        chrome.press("c")
        assert chrome.run("return document.querySelector('blockquote').textContent") == as_shown(ATTACKS[n])
        chrome.press(ESCAPE)
    chrome.run("scrollTo(0, 0)")
    shot("hostile")
    assert chrome.run("return window.hacked === undefined")


def test_what_is_copied_for_spreadsheets_runs_nothing(
    made_up: Path, opened: Callable[[Path, str], Browser]
) -> None:
    chrome = opened(made_up, "notices/hostile")
    given = ["=1+1", "+1", "-2.5", "-2+3", "@x", "\tx", "＝x", "好", None, 'a"b', -3]
    csv = chrome.run("return toCsv([arguments[0]])", given)
    assert csv == '\ufeff"\'=1+1","+1","-2.5","\'-2+3","\'@x","\'\tx","\'＝x","好","","a""b","-3"\r\n'
    assert chrome.run("return toTsv([arguments[0]])", ["=1", "a\tb\nc"]) == "'=1\ta b c"
    whole = chrome.run("return toTsv(sections.find(s => s.table === 'targets').left.map(r => r.v))")
    assert "\t'=HYPERLINK" in whole and "\t=HYPERLINK" not in whole


def test_five_thousand_facts_are_ready_at_once(made_up: Path, opened: Callable[[Path, str], Browser]) -> None:
    chrome = opened(made_up, "notices/many")
    assert chrome.run("return all.length") == 5000
    assert chrome.run("return document.querySelectorAll('tr.row').length") <= 300
    chrome.click("#source > :nth-last-child(2000)")
    assert chrome.run("return chosen.n") > 2000
    assert chrome.run("return document.querySelectorAll('tr.row').length") <= 300
    chrome.click(".section .more:not([hidden])")
    assert chrome.run("return chosen.line.isConnected")
    # Printing needs them all.
    chrome.run("dispatchEvent(new Event('beforeprint'))")
    assert chrome.run("return document.querySelectorAll('tr.row').length") == 5000


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: npm install axe-core, or AXE=…/axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "notices/bazhou-2025-draft", "notices/dadukou-2020-17"])
def test_no_serious_fault_of_accessibility(out: Path, chrome: Browser, name: str, scheme: str) -> None:
    chrome.look(scheme=scheme)
    chrome.open((out / "review" / f"{name}.html").as_uri())
    chrome.run(
        "document.querySelectorAll('details.mended')[1]?.setAttribute('open', ''); self.choose?.(all[0])"
    )
    chrome.run(AXE.read_text("utf-8") + "; window.axe = axe;")
    # Thousands of stretches of text, all alike, would take axe half a minute: of the long notice only the facts.
    chrome.run(
        "const scope = arguments[0] ? {exclude: ['#source', 'tbody tr:nth-child(n + 30)']} : document;"
        "axe.run(scope, {resultTypes: ['violations']}).then(r => window.found = r.violations, e => window.found = String(e))",
        "dadukou" in name,
    )
    found = chrome.wait(
        "return window.found && {faults: found.map(v => [v.impact, v.id, v.nodes.slice(0, 3).map(n => n.html)])}"
    )
    assert [one for one in found["faults"] if one[0] in ("serious", "critical")] == []
    chrome.look()
    chrome.forget()


# --- corrections ----------------------------------------------------------------------------------


def correct(chrome: Browser, fact_id: str, verdict: str, typed: dict[str, str]) -> None:
    """As an editor does: choose the fact, c, choose the verdict, type, note it."""
    chrome.run("choose(all.find(r => r.k === arguments[0]))", fact_id)
    chrome.press("c")
    chrome.click(f"#correct [value={verdict}]")
    for name, words in typed.items():
        chrome.run(
            "const f = document.querySelector(`#correct [name='${arguments[0]}']`); f.value = ''; f.focus()",
            name,
        )
        chrome.type(words)
    chrome.run("document.querySelector('#correct [name=on]').value = '2026-01-31'")


def test_decisions_become_toml_that_finds_its_facts(
    out: Path, tmp_path: Path, opened: Callable[[Path, str], Browser], shot: Callable[[str], None]
) -> None:
    chrome = opened(out, "notices/jiangjin-2021-78")
    target = next(row for row in rows(out, "targets", "jiangjin-2021-78") if row["value"] == 95)
    agency = rows(out, "responsibilities", "jiangjin-2021-78")[3]
    correct(chrome, target["fact_id"], "changed", {"v.value": "96", "because": '原件印作 "96"', "by": "编辑"})
    shot("correct")
    chrome.press(ENTER)
    chrome.press(ESCAPE)
    correct(chrome, agency["fact_id"], "right", {"because": "属实", "by": "编辑"})
    chrome.press(ENTER)
    shot("basket")
    toml = chrome.run("return byId('toml').value")
    chrome.press(ESCAPE)
    said = toml_to_corrections(toml, "page")
    assert [one.verdict for one in said] == ["changed", "right"]
    assert (
        said[0].values == {"value": 96} and said[0].because == '原件印作 "96"' and said[0].on == "2026-01-31"
    )
    assert said[1].values["agency_name"] == agency["agency_name"]
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "jiangjin-2021-78.txt").write_bytes((ROOT / "raw" / "jiangjin-2021-78.txt").read_bytes())
    (raw / "jiangjin-2021-78.corrections.toml").write_text(toml, "utf-8")
    again = tmp_path / "extracted"
    assert main(["extract", str(raw), "--out", str(again), "--quiet"]) == 0
    (corrected,) = [row for row in rows(again, "targets", "jiangjin-2021-78") if row["machine_value"]]
    assert (corrected["fact_id"], corrected["value"]) == (target["fact_id"], 96)
    assert json.loads(corrected["machine_value"]) == {"value": 95}


@pytest.fixture(scope="module")
def one_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One notice in a folder of its own, read, with its pages."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "raw").mkdir()
    shutil.copy(ROOT / "raw" / "jiangjin-2021-78.txt", folder / "raw")
    run(folder / "raw", folder / "extracted", 1, lambda *_: None)
    write_pages(folder / "extracted", {})
    return folder


@pytest.fixture
def served(one_read: Path, tmp_path: Path) -> Iterator[tuple[Path, Path, Server]]:
    """A copy of it for one test to decide in, its pages served."""
    shutil.copytree(one_read, tmp_path, dirs_exist_ok=True)
    raw, out = tmp_path / "raw", tmp_path / "extracted"
    server = serve(out / "review", desk(raw, out))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield raw, out, server
    server.shutdown()
    server.server_close()


def test_served_page_saves_undoes_and_shows_it_at_once(
    served: tuple[Path, Path, Server], chrome: Browser
) -> None:
    raw, out, server = served
    chrome.forget()
    chrome.open(server.address.replace("index.html", "notices/jiangjin-2021-78.html"))
    chrome.run("localStorage.clear(); window.old = true")
    target = rows(out, "targets", "jiangjin-2021-78")[7]
    correct(chrome, target["fact_id"], "right", {"because": "是", "by": "编辑"})
    chrome.press(ENTER)
    chrome.click("#correct .main")
    chrome.wait("return !window.old && document.readyState === 'complete'")
    saved = tomllib.loads((raw / "jiangjin-2021-78.corrections.toml").read_text("utf-8"))["correction"]
    assert [(one["quote"], one["right"]) for one in saved] == [(target["quote"], True)]
    assert chrome.run("return all.filter((row) => row.f.includes('decided')).length") == 1
    chrome.run("window.old = true; choose(all.find((row) => row.f.includes('decided')))")
    chrome.press("u")
    chrome.wait("return !window.old && document.readyState === 'complete'")
    assert chrome.run("return all.filter((row) => row.f.includes('decided')).length") == 0
    assert not list(raw.glob("*.corrections.toml"))
    assert chrome.complaints() == []
    assert all(one.startswith(server.origin) for one in chrome.requests())


NOTED = "return decisions.map((one) => one.key).sort()"


def noted(chrome: Browser, fact_id: str) -> None:
    correct(chrome, fact_id, "right", {"because": "是", "by": "编辑"})
    chrome.press(ENTER)
    chrome.press(ESCAPE)


def test_two_tabs_and_a_page_left_in_the_middle_lose_no_decision(
    served: tuple[Path, Path, Server], chrome: Browser
) -> None:
    raw, out, server = served
    address = server.address.replace("index.html", "notices/jiangjin-2021-78.html")
    chrome.open(address)
    chrome.run("localStorage.clear()")
    other = Browser(chrome.page.context.new_page())
    try:
        for one in (chrome, other):
            one.open(address)
        keys = sorted(row["fact_id"] for row in rows(out, "targets", "jiangjin-2021-78")[:3])
        noted(other, keys[0])
        chrome.wait(
            f"{NOTED.replace('return', 'return JSON.stringify(')}) === arguments[0]", json.dumps(keys[:1])
        )
        noted(chrome, keys[1])
        noted(other, keys[2])
        assert chrome.run(NOTED) == other.run(NOTED) == keys
        before = other.run(
            "window.old = true; return localStorage.getItem('review.decisions.jiangjin-2021-78')"
        )
        other.click("#basket")
        other.click("#correct .main")
        other.wait("return !window.old && document.readyState === 'complete'")
        assert (raw / "jiangjin-2021-78.corrections.toml").read_text("utf-8").count("[[correction]]") == 3
        assert chrome.wait("return !decisions.length && document.getElementById('basket').hidden")
        # As if the page had been left while it was being saved: what the notice has is noted no longer.
        other.run("localStorage.setItem('review.decisions.jiangjin-2021-78', arguments[0])", before)
        other.page.reload()
        assert other.run(NOTED) == []
    finally:
        other.page.close()
    assert chrome.complaints() == []


def test_without_an_answer_a_decision_stays(served: tuple[Path, Path, Server], chrome: Browser) -> None:
    _, out, server = served
    chrome.forget()
    chrome.open(server.address.replace("index.html", "notices/jiangjin-2021-78.html"))
    chrome.run("localStorage.clear()")
    noted(chrome, rows(out, "targets", "jiangjin-2021-78")[0]["fact_id"])
    chrome.page.route("**/save", lambda asked: asked.abort("connectionrefused"))
    chrome.click("#basket")
    chrome.click("#correct .main")
    chrome.wait("return document.querySelector('#correct .fault').textContent.includes('没有应答')")
    assert len(chrome.run(NOTED)) == 1 and not chrome.run(
        "return document.querySelector('#correct .main').disabled"
    )
    chrome.page.unroute("**/save")
    assert all("REFUSED" in one for one in chrome.complaints())


def test_a_notice_is_checked_without_a_terminal(served: tuple[Path, Path, Server], chrome: Browser) -> None:
    _, out, server = served
    chrome.open(server.address.replace("index.html", "notices/jiangjin-2021-78.html"))
    chrome.run("localStorage.clear(); window.old = true")
    chrome.click("#state")
    chrome.run(FILL, {"state": "checked", "by": "", "on": "2026-01-31"})
    assert "checked_by" in chrome.wait(
        "return document.querySelector('#correct .fault').textContent.includes('checked_by') && 'checked_by'"
    )
    chrome.run(FILL, {"state": "checked", "by": "王", "on": "2026-01-31"})
    chrome.wait("return !window.old && document.readyState === 'complete'")
    assert chrome.run("return byId('state').innerText") == "已审 · 王 2026-01-31"
    (row,) = rows(out, "notices", "jiangjin-2021-78")
    assert (row["review_state"], row["checked_by"], str(row["checked_on"])) == ("checked", "王", "2026-01-31")
    chrome.open(server.address)
    assert chrome.run("return document.querySelector('#notices tbody tr').dataset.state") == "checked"
    chrome.forget()


MARK = """
const words = arguments[0];
const stretch = [...document.querySelectorAll('#source [data-s]')].find((one) => one.textContent.includes(words));
const range = document.createRange();
const at = stretch.firstChild.data.indexOf(words);
range.setStart(stretch.firstChild, at);
range.setEnd(stretch.firstChild, at + words.length);
getSelection().removeAllRanges();
getSelection().addRange(range);
"""
FILL = """
const form = document.querySelector('#correct form');
for (const [name, value] of Object.entries(arguments[0])) form.elements[name].value = value;
form.requestSubmit();
"""


def test_words_are_marked_and_a_missed_fact_is_added(
    served: tuple[Path, Path, Server], chrome: Browser, shot: Callable[[str], None]
) -> None:
    _, out, server = served
    chrome.forget()
    chrome.open(server.address.replace("index.html", "notices/jiangjin-2021-78.html"))
    chrome.run("localStorage.clear(); window.old = true")
    assert chrome.run("return byId('add').disabled")
    chrome.run(MARK, "护理型床位占比")
    chrome.wait("return !byId('add').disabled")
    chrome.click("#add")
    shot("add-a-fact")
    chrome.wait("return document.querySelector('#correct [name=\"v.indicator\"]') !== null")
    chrome.run(FILL, {"v.comparator": "=", "by": "编辑"})
    assert chrome.run("return document.querySelector('#correct .fault').textContent"), "kind must be filled"
    chrome.run(FILL, {"v.kind": "target", "v.indicator": "占比", "v.value": "7", "v.unit": "%"})
    chrome.click("#correct .main")
    chrome.wait("return !window.old && document.readyState === 'complete'")
    (added,) = [row for row in rows(out, "targets", "jiangjin-2021-78") if row["rule"] == "editor"]
    assert (added["quote"], added["value"], added["comparator"]) == ("护理型床位占比", 7.0, "=")
    assert chrome.run("return all.some((row) => row.k === arguments[0])", added["fact_id"])
    chrome.run(MARK, "护理型床位占比")
    chrome.wait("return !byId('add').disabled")
    chrome.press("a")
    chrome.run(
        FILL,
        {
            "v.kind": "target",
            "v.comparator": "=",
            "v.indicator": "占比",
            "v.value": "7",
            "v.unit": "%",
            "by": "编辑",
        },
    )
    chrome.click("#correct .main")
    assert "同一事实" in chrome.wait(
        "const said = document.querySelector('#correct .fault').textContent; return said.includes('同一') && said"
    )
    assert all("409" in one for one in chrome.complaints())


def test_the_form_is_filled_by_what_the_grammar_reads(
    served: tuple[Path, Path, Server], chrome: Browser
) -> None:
    """But for what was typed already; the other kinds are filled when they are chosen."""
    _, out, server = served
    chrome.open(server.address.replace("index.html", "notices/jiangjin-2021-78.html"))
    target = next(row for row in rows(out, "targets", "jiangjin-2021-78") if row["value"] == 95)
    chrome.run(
        "marked = {start: arguments[0], end: arguments[1]}; openMissing();"
        "const f = document.querySelector('#correct [name=\"v.scope\"]'); f.value = '全区'; f.dispatchEvent(new Event('input', {bubbles: true}))",
        target["char_start"],
        target["char_end"],
    )
    value = "return document.querySelector(`#correct [name='v.${arguments[0]}']`).value"
    chrome.wait(f"{value} === '个'", "unit")
    filled = [chrome.run(value, name) for name in ("indicator", "value", "comparator", "kind", "scope")]
    assert filled == ["互助养老点", "95", "=", "target", "全区"]
    chrome.press(ESCAPE)
    assert chrome.complaints() == []
