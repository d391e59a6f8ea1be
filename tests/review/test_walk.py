"""An editor's way without a terminal: a notice nobody has read is added, ten decisions are made in the browser, it is checked."""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from driver import Browser, missing
from storm import serving

from pipeline.__main__ import main
from pipeline.editing import desk as acts
from pipeline.review.serve import serve
from tests.draws import drawn

pytestmark = [
    pytest.mark.skipif(missing() is not None, reason=f"no browser: {missing()}"),
    pytest.mark.usefixtures("here"),
]

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SHOTS = os.environ.get("REVIEW_SHOTS")
OWN = """某市人民政府办公室关于印发养老服务行动方案的通知

某府办发〔2024〕20号

{points}
某市人民政府办公室
2024年6月3日
"""
POINT = "{number}、建设{kind}设施。到202{n}年底前，新增{kind}床位{n}0张，培训护理员{n}5人。样板若干，以三处为宜。（责任单位：市民政局、市财政局）\n\n"
# What an editor types, and the verdicts of ten decisions.
BY, DAY = "王编辑", "2026-01-31"
RIGHT = 7
FILL = """
const form = document.querySelector('#correct form');
for (const [name, value] of Object.entries(arguments[0])) {
  for (const field of form.querySelectorAll(`[name="${name}"]`)) {
    if (field.type === 'radio') { field.checked = field.value === value; field.dispatchEvent(new Event('change')); }
    else field.value = value;
  }
}
form.requestSubmit();
return form.querySelector('.fault').textContent;
"""
OPEN = (
    "all.filter((row) => row.a && !row.f.includes('decided') && !decisions.some((one) => one.key === row.k))"
)
MARK = """
const inside = places.map(([first, last]) => [first, last]);
const stretch = stretches.find((one) => one.getClientRects().length && one.firstChild?.length > 8
  && inside.some(([first, last]) => first < Number(one.dataset.s) && Number(one.dataset.s) < last));
const range = document.createRange();
range.setStart(stretch.firstChild, 1);
range.setEnd(stretch.firstChild, 7);
stretch.scrollIntoView();
getSelection().removeAllRanges();
getSelection().addRange(range);
return range.toString();
"""


def own_notice(folder: Path) -> Path:
    points = "".join(
        POINT.format(number=number, kind=kind, n=n)
        for n, (number, kind) in enumerate(
            zip("一二三四五", ("养老", "托育", "康复", "护理", "助残"), strict=True), 5
        )
    )
    file = folder / "own.txt"
    file.write_text(OWN.format(points=points), "utf-8")
    return file


OTHERS = ["docx_句容_健康融入_职责表.docx", "html_安化县_安政办发2022-20.html"]


@pytest.fixture(params=["own", *OTHERS[: drawn(1, 2)]])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "own":
        return own_notice(tmp_path)
    path = CORPUS / request.param
    if not path.is_file():
        pytest.skip("no ../shared/corpus beside the checkout: no notice that nobody has read")
    return path


@pytest.fixture
def desk(file: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The notice added, its pages served: (OUT, address). By `make review SERVE=1`, a process of its own, once, and for the
    others by what that does."""
    raw, out = tmp_path / "raw", tmp_path / "extracted"
    assert main(["add", str(file), "--id", "walk", "--raw", str(raw), "--out", str(out)]) == 0
    if file.name == "own.txt":
        with serving(raw, out) as (_, address):
            yield out, address
        return
    assert main(["review", str(out), "--raw", str(raw)]) == 0
    server = serve(out / "review", acts(raw, out))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield out, server.address
    server.shutdown()
    server.server_close()


def settled(chrome: Browser, act: Callable[[], object]) -> None:
    """After the act the page is read again, and nothing was refused."""
    chrome.run("window.old = true")
    act()
    chrome.wait(
        "const said = document.querySelector('#correct .fault')?.textContent ?? '';"
        "if (said && !said.includes('…')) throw new Error(said); return !window.old && document.readyState === 'complete'"
    )


def decide(chrome: Browser, row: str, typed: dict[str, str]) -> None:
    """Choose a fact, c, say what is right and why, note it."""
    chrome.run(f"choose({row})")
    chrome.press("c")
    assert chrome.run(FILL, {"by": BY, "on": DAY, "because": "对照原件", **typed}) == ""
    assert chrome.run("return byId('toml').value")
    chrome.press("Escape")


def save(chrome: Browser) -> None:
    chrome.click("#basket")
    settled(chrome, lambda: chrome.click("#correct .main"))


def state(chrome: Browser, said: dict[str, str]) -> None:
    chrome.click("#state")
    settled(chrome, lambda: chrome.run(FILL, {"by": BY, "on": DAY, **said}))


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    return pq.read_table(out / f"{table}.parquet").to_pylist()


def test_from_a_notice_nobody_has_read_to_a_checked_one(desk: tuple[Path, str], chrome: Browser) -> None:
    out, address = desk
    chrome.open(address)
    chrome.run("localStorage.clear()")
    chrome.click("#notices tbody a")
    chrome.wait("return document.readyState === 'complete' && byId('state')")
    state(chrome, {"state": "in_work", "assigned_to": BY})
    assert chrome.run("return byId('state').innerText").startswith("在审")

    # Seven are right: noted one by one, saved together.
    for _ in range(RIGHT):
        decide(chrome, f"{OPEN}[0]", {"verdict": "right"})
    save(chrome)
    assert chrome.run("return all.filter((row) => row.f.includes('decided')).length") == RIGHT

    # One should be otherwise: the page shows it at once, with what the machine had read.
    named = f"{OPEN}.find((row) => ['agency_name', 'indicator', 'title'].some((name) => column(row, name)))"
    name = chrome.run(f"return ['agency_name', 'indicator', 'title'].find((name) => column({named}, name))")
    key = chrome.run(f"return {named}.k")
    decide(chrome, named, {"verdict": "changed", f"v.{name}": "编辑所定名称"})
    save(chrome)
    assert (
        chrome.run("return column(all.find((row) => row.k === arguments[0]), arguments[1])", key, name)
        == "编辑所定名称"
    )

    # Thought over: decided otherwise in its place.
    again = f"all.find((row) => row.k === '{key}')"
    decide(chrome, again, {"verdict": "changed", f"v.{name}": "编辑改定名称"})
    save(chrome)
    assert chrome.run(f"return column({again}, arguments[0])", name) == "编辑改定名称"

    # One is no fact; taken back, and decided again.
    gone = chrome.run(f"return {OPEN}.at(-1).k")
    decide(chrome, f"{OPEN}.at(-1)", {"verdict": "wrong"})
    save(chrome)
    assert not chrome.run("return all.some((row) => row.k === arguments[0])", gone)
    taken_back = chrome.run(
        "const row = all.find((one) => one.section.table === 'corrections' && column(one, 'verdict') === 'wrong');"
        "choose(row); return column(row, 'correction_id')"
    )
    assert taken_back
    settled(chrome, lambda: chrome.press("u"))
    assert chrome.run("return all.some((row) => row.k === arguments[0])", gone)
    decide(chrome, f"{OPEN}.at(-1)", {"verdict": "wrong"})
    save(chrome)

    # One was missed.
    marked = chrome.run(MARK)
    chrome.wait("return !byId('add').disabled")
    chrome.press("a")
    target = {
        "v.kind": "target",
        "v.comparator": "=",
        "v.indicator": "编辑所补指标",
        "v.value": "7",
        "v.unit": "件",
    }
    assert chrome.run(FILL, {"by": BY, "on": DAY, **target}) == ""
    settled(chrome, lambda: chrome.click("#correct .main"))
    assert chrome.run("return all.some((row) => column(row, 'indicator') === '编辑所补指标')")

    state(chrome, {"state": "checked"})
    if SHOTS:
        chrome.shoot(Path(SHOTS) / f"walk-{len(marked)}.png")
    chrome.click("#home")
    chrome.wait("return document.querySelector('#notices')")
    assert chrome.run("return document.querySelector('#notices tbody tr').dataset.state") == "checked"

    decided = rows(out, "corrections")
    assert Counter(row["verdict"] for row in decided) == {
        "right": RIGHT,
        "changed": 1,
        "wrong": 1,
        "missing": 1,
    }
    assert {(row["decided_by"], str(row["decided_on"])) for row in decided} == {(BY, DAY)}
    facts = [
        row
        for path in out.glob("*.parquet")
        for row in pq.read_table(path).to_pylist()
        if row.get("correction_id")
    ]
    assert {row["correction_id"] for row in facts if "fact_id" in row} == {
        row["correction_id"] for row in decided if row["verdict"] != "wrong"
    }
    assert next(json.loads(row["right_value"]) for row in decided if row["verdict"] == "changed") == {
        name: "编辑改定名称"
    }
    (notice,) = rows(out, "notices")
    assert (notice["review_state"], notice["checked_by"], str(notice["checked_on"])) == ("checked", BY, DAY)
    chrome.forget()
