"""How soon the dashboard stands and answers, with many notices: those of a folder, renamed and reworded until there are enough.

`python tests/bench/dashboard_speed.py [FOLDER] [N …]`: milliseconds until the first page stands, until all rows are there, and
of the slowest filter of each page; both as a clock has them and as the browser's own thread worked (a busy machine shows in the
first alone). Needs chromium and chromedriver.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "review")]

from driver import Browser, browser, missing  # noqa: E402
from many_notices import multiply  # noqa: E402

from pipeline.dashboard import write_dashboard  # noqa: E402

FILTERS = ({"place": "50"}, {"year": "2022"}, {"place": "50", "year": "2021"}, {"words": "养老 床位"}, {"role": "lead", "type": "民政"}, {"due": "2022"}, {})  # fmt: skip
TABS = ("overview", "tasks", "times", "agencies", "indicators", "tables", "money", "search")


def worked(chrome: Browser) -> float:
    """Milliseconds that the thread of the page has worked."""
    metrics = chrome.devtools("Performance.getMetrics")["metrics"]
    return 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def slowest(chrome: Browser, tab: str) -> tuple[float, float]:
    """Of a page's filters, by the clock of the page and by its thread."""
    most = worst = 0.0
    for choice in (FILTERS[-1], *FILTERS):
        chosen = {name: value for name, value in choice.items() if name != "words" or tab == "search"}
        before = worked(chrome)
        chrome.run("document.body.dataset.drawn = ''; for (const name in chosen) if (name !== 'day') chosen[name] = ''; choose(arguments[1], null, arguments[0])", tab, chosen)  # fmt: skip
        chrome.wait("return document.body.dataset.drawn")
        took = chrome.run("document.body.offsetHeight; return drawingTook")
        most, worst = max(most, took), max(worst, worked(chrome) - before)
    return most, worst


def measure(chrome: Browser, page: Path) -> str:
    chrome.devtools("Performance.enable", timeDomain="threadTicks")
    chrome.open(page.as_uri())
    first = chrome.wait("return performance.getEntriesByName('drawn')[0]?.startTime")
    ready = chrome.wait("return document.body.dataset.ready && performance.now()")
    tabs = ", ".join(
        f"{tab} {most:.0f}/{worst:.0f}" for tab in TABS for most, worst in [slowest(chrome, tab)]
    )
    return f"first {first:.0f}, all rows {ready:.0f}; slowest filter, clock/thread: {tabs}"


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "extracted"
    if why := missing():
        sys.exit(why)
    for wanted in map(int, sys.argv[2:] or ("5", "500", "2000")):
        with tempfile.TemporaryDirectory() as made, browser(Path(made)) as chrome:
            folder = Path(made) / "extracted"
            folder.mkdir()
            multiply(source, folder, wanted)
            start = time.perf_counter()
            page = write_dashboard(folder)
            size, seconds = page.stat().st_size / 1e6, time.perf_counter() - start
            print(f"{wanted} notices, {size:.1f} MB, written in {seconds:.1f} s: {measure(chrome, page)}")


if __name__ == "__main__":
    main()
