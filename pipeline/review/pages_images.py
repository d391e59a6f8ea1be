"""Pages of a PDF as pictures beside the tables, so that a fact can be held against the print itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from pipeline.language.file_names import id_to_file_stem
from pipeline.review.folder import Row

NAME = "sheets"
# Ten-point print is read well at 100 pixels an inch; more only makes the pages heavy.
SCALE = 100 / 72
# A drawing of a town plan may be metres wide.
MOST_PIXELS = 2_000
QUALITY = 70


def with_images(pages: Sequence[Row], notice: Row, raw: Path | None, review: Path) -> list[dict[str, object]]:
    """The rows of `pages`, each with the address of its picture (`image`, as seen from a notice's page).

    Pictures are written under review/sheets/. Without `raw`, or where the file there is not the PDF the
    tables were made from, rows have none.
    """
    file = raw / str(notice["source_file"]) if raw else None
    if not pages or file is None or file.suffix.lower() != ".pdf" or not _is_same(file, notice):
        return [dict(page) for page in pages]
    stem = id_to_file_stem(str(notice["notice_id"]))
    folder = review / NAME / stem
    written = _write(file, folder, [page["page"] for page in pages])
    address = f"../{NAME}/{quote(stem, errors='replace')}"
    return [
        {**page, "image": f"{address}/{n}.jpg" if (n := page["page"]) in written else None} for page in pages
    ]


def _is_same(file: Path, notice: Row) -> bool:
    try:
        return bool(hashlib.sha256(file.read_bytes()).hexdigest() == notice["source_sha256"])
    except OSError:
        return False


def _write(file: Path, folder: Path, numbers: Sequence[int]) -> set[int]:
    """Numbers of the pages that could be drawn; none for a file that pdfium does not open."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError:
        return set()
    folder.mkdir(parents=True)
    written = set()
    try:
        for number in numbers:
            if not 1 <= number <= len(document):
                continue
            page = document[number - 1]
            scale = min(SCALE, MOST_PIXELS / max(*page.get_size(), 1))
            page.render(scale=scale).to_pil().convert("RGB").save(folder / f"{number}.jpg", quality=QUALITY)
            written.add(number)
    finally:
        document.close()
    return written
