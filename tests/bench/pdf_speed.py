"""Speed of the PDF reader beside plain pdfplumber on the same pages, and the memory of 1,000 pages.

`python tests/bench/pdf_speed.py [ROUNDS]`. The files are the native ones with tables of ../shared/corpus, or
drawn ones where that is absent. Both give words and cells of every page (a test holds them equal); ours also sets
furniture aside, judges the text and builds it. Each round takes them in turn and the best of each counts; seconds
are of the processor, so that a busy machine hits neither.
"""

from __future__ import annotations

import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LEAST_RATIO = 8.0
MOST_MEGABYTES = 150.0
MANY = 1_000

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "read"), str(ROOT / "tests" / "bench")]


def drawn_pages(count: int) -> bytes:
    """A file of pages with 24 lines of prose and a table of 60 cells each."""
    from pdf_fixtures import Drawn, drawn_to_pdf

    pages = []
    for n in range(count):
        page = Drawn().paragraph(
            [f"第{n}页为推进养老服务体系建设现将方案印发给你们请认真"] * 16, 40, pitch=24
        )
        rows = [[f"{n}", "养老床位", f"{i * 37}", "张", "区民政局"] for i in range(12)]
        pages.append(page.grid([60, 110, 230, 330, 400, 520], [440 + 28 * i for i in range(13)], rows))
    return drawn_to_pdf(pages)


def by_pdfplumber(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words()
            page.extract_tables()
            page.close()
        return len(document.pages)


def by_us(path: Path) -> int:
    from pipeline.read.limits import Limits
    from pipeline.read.pdf import read_pdf

    return len(read_pdf(path.read_bytes(), path.name, Limits()).pages)


def seconds(reader: Callable[[Path], int], paths: list[Path]) -> float:
    start = time.process_time()
    for path in paths:
        reader(path)
    return time.process_time() - start


def peak_megabytes(path: Path) -> float:
    """Peak resident memory of a process that reads the file."""
    program = f"import sys; sys.path[:0] = {sys.path!r}; import pdf_speed; pdf_speed.measure({str(path)!r})"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(done.stdout)


def measure(path: str) -> None:
    by_us(Path(path))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    logging.disable(logging.CRITICAL)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "many.pdf"
        many.write_bytes(drawn_pages(MANY))
        few = Path(folder) / "few.pdf"
        few.write_bytes(drawn_pages(20))
        paths = sorted(CORPUS.glob("pdf_table_*.pdf")) or [few]
        pages = sum(by_us(path) for path in paths)
        runs = [(seconds(by_us, paths), seconds(by_pdfplumber, paths)) for _ in range(rounds)]
        mine, theirs = (min(times) for times in zip(*runs, strict=True))
        ratio = theirs / mine
        print(f"PDF pages a second      {pages / mine:6.0f}     {pages} pages in {len(paths)} file(s)")
        print(f"times plain pdfplumber  {ratio:6.1f}     (aim: {LEAST_RATIO:.0f}, words and cells alike)")
        peak = peak_megabytes(many)
        print(f"peak MiB, {MANY:,} pages   {peak:6.0f}     (aim: under {MOST_MEGABYTES:.0f}, whole process)")


if __name__ == "__main__":
    main()
