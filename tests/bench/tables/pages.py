"""True tables printed as ruled PDFs over several pages by LibreOffice, read back: how many come out whole.

`python tests/bench/tables/pages.py [--tables N] [--seed S]`. Without `soffice` it says so and does nothing.
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "tables"), str(HERE)]

from breakers.truths import (  # noqa: E402 the path comes first
    Truth,
    budget,
    grouped,
    indicators,
    plan,
    responsibilities,
    standards,
)
from drawing import texts  # noqa: E402
from measure import mended_facts, truth_facts  # noqa: E402

from pipeline.model import Mended, Table  # noqa: E402

MAKERS = (plan, responsibilities, grouped, indicators, standards, budget)
REPORT_SEED = 40_000
MOST_SECONDS = 300
STYLE = "@page {size: A4 landscape; margin: 2cm} table {width: 100%} td {font-size: 10pt}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=int, default=24, metavar="N")
    parser.add_argument("--seed", type=int, default=REPORT_SEED)
    args = parser.parse_args()
    office = shutil.which("soffice")
    if office is None:
        print("ruled PDFs: not measured, LibreOffice (soffice) is not installed")
        return
    truths = [make_truth(Random(f"pages {seed}")) for seed in range(args.seed, args.seed + args.tables)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n, truth in enumerate(truths):
            (folder / f"{n:03}.html").write_text(truth_to_html(truth, n % 2 == 0), "utf-8")
        print_pages(office, folder)
        report(truths, folder)


def make_truth(random: Random) -> Truth:
    """A table long enough for several pages, not so wide that its words break letter by letter."""
    while True:
        truth = random.choice(MAKERS)(random, random.randint(25, 90))
        if len(truth.rows[0]) <= 12:
            return truth


def truth_to_html(truth: Truth, repeats: bool) -> str:
    """The table with its spans; with `repeats` its headings stand again on each page."""
    rows = [row_to_html(truth, i) for i in range(len(truth.rows))]
    head, body = "".join(rows[: truth.head]), "".join(rows[truth.head :])
    table = f"<thead>{head}</thead><tbody>{body}</tbody>" if repeats else head + body
    return (
        f"<html><head><meta charset='utf-8'><style>{STYLE}</style></head><body>"
        f"<p>附件</p><p>某某市重点任务分解表</p><table border='1' cellspacing='0'>{table}</table><p>某某市人民政府办公室负责解释。</p></body></html>"
    )


def row_to_html(truth: Truth, i: int) -> str:
    role, row = truth.roles[i], truth.printed[i]
    if role == "group":
        return f"<tr><td colspan='{len(row)}'>{html.escape(row[0])}</td></tr>"
    cells = []
    for j, text in enumerate(row):
        if role == "header" and not text:
            continue
        wide = tall = 1
        if role == "header":
            while j + wide < len(row) and not row[j + wide] and truth.rows[i][j + wide] == truth.rows[i][j]:
                wide += 1
            while (
                i + tall < truth.head and not truth.printed[i + tall][j] and truth.rows[i + tall][j] == text
            ):
                tall += 1
        cells.append(f"<td colspan='{wide}' rowspan='{tall}'>{html.escape(text)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def print_pages(office: str, folder: Path) -> None:
    """All files as PDF, in one start of the program with a profile of its own."""
    pages = sorted(str(path) for path in folder.glob("*.html"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office, profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
        "--outdir", str(folder), *pages,
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=MOST_SECONDS, capture_output=True)


def pdf_to_tables(path: Path) -> Mended:
    from pipeline.outline import outline
    from pipeline.read import read
    from pipeline.tables import mend

    return mend(outline(read(path, path.stem, {})))


def report(truths: list[Truth], folder: Path) -> None:
    exact = right = found = true = pages = 0
    start = time.perf_counter()
    for n, truth in enumerate(truths):
        mended = pdf_to_tables(folder / f"{n:03}.pdf")
        table = best(truth, mended.tables)
        want, got = (
            truth_facts(truth),
            mended_facts(table) if table else truth_facts(truth) - truth_facts(truth),
        )
        whole = len(mended.tables) == 1 and bool(table) and texts(table) == truth.rows
        count = len(mended.outline.document.pages)
        if not whole:
            print(
                f"  {n}: {truth.kind}, {count} pages, {len(mended.tables)} tables, {(want & got).total()} of {want.total()} facts"
            )
        exact, pages = exact + whole, pages + count
        right, found, true = right + (want & got).total(), found + got.total(), true + want.total()
    taken = 1000 * (time.perf_counter() - start) / max(1, pages)
    f1 = 2 * right / (found + true) if found + true else 1.0
    print(
        f"ruled PDFs: {exact} of {len(truths)} tables exact ({pages} pages), facts F1 {f1:.4f}, {taken:.0f} ms a page"
    )


def best(truth: Truth, tables: tuple[Table, ...]) -> Table | None:
    want = truth_facts(truth)
    return max(tables, key=lambda table: (want & mended_facts(table)).total(), default=None)


if __name__ == "__main__":
    main()
