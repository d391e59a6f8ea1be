"""Text that never reached `texts`: a second reader reads each file of ../shared/corpus, and what it has and we lack is listed.

`python tests/bench/lost_text.py [WORDS…]` reads the web pages, DOCX, XLSX and PDF files whose name holds one of the
words (default: all): web pages by trafilatura where it is installed, else all their words by lxml; DOCX by the text of
its XML; XLSX by openpyxl; PDF by pdfplumber. Furniture that was set aside counts as stored where its repair holds it.
A second reader errs too: what it lists is to be read by a person.
"""

from __future__ import annotations

import logging
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import regex
from corpus import ROOT, corpus_files

sys.path[:0] = [str(ROOT)]

from pipeline.language.folding import fold  # noqa: E402
from pipeline.model import Unreadable  # noqa: E402
from pipeline.outline import outline, split  # noqa: E402
from pipeline.read import read  # noqa: E402

# Shorter lines stand in menus, and their letters stand in any text.
_SHORTEST = 6
_WORD = regex.compile(r"[\p{Han}\d]+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS = "p|div|li|td|th|tr|h1|h2|h3|h4|h5|h6|dt|dd|br|caption|section|article|ul|ol|table|title"
_UNSEEN = "script|style|noscript|template|head|select|button|textarea|nav|footer|header"


def of_page(path: Path) -> Iterator[str]:
    from lxml import html

    from pipeline.read.html.decoding import bytes_to_markup

    markup = bytes_to_markup(path.read_bytes())[0]
    try:
        import trafilatura
    except ImportError:
        root = html.fromstring(markup)
        for unseen in list(root.iter(*_UNSEEN.split("|"))):
            unseen.drop_tree()
        for block in root.iter(*_BLOCKS.split("|")):
            block.tail = "\n" + (block.tail or "")
            block.text = "\n" + (block.text or "")
        yield from root.text_content().splitlines()
        return
    said = trafilatura.extract(markup, include_tables=True, include_comments=False, favor_recall=True)
    yield from (said or "").splitlines()


def of_docx(path: Path) -> Iterator[str]:
    from lxml import etree

    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def of_xlsx(path: Path) -> Iterator[str]:
    from openpyxl import load_workbook

    for sheet in load_workbook(path, data_only=True, read_only=False).worksheets:
        if sheet.sheet_state == "visible":
            yield from (
                str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None
            )


def of_pdf(path: Path) -> Iterator[str]:
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:  # Bold is printed twice; words of two columns are not joined.
            yield from (word["text"] for word in page.dedupe_chars().extract_words(x_tolerance=6))


READERS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    ".html": of_page,
    ".htm": of_page,
    ".jsp": of_page,
    ".docx": of_docx,
    ".xlsx": of_xlsx,
    ".pdf": of_pdf,
}


def bare(words: str) -> str:
    return "".join(_WORD.findall(fold(words)))


def stored(path: Path) -> str:
    """All that we keep of a file: its text, and what was set aside from it."""
    kept = []
    for document in split(read(path, "n", {})):
        repairs = (*document.repairs, *outline(document).repairs)
        kept += [document.text, *(repair.before for repair in repairs)]
    return bare("\n".join(kept))


def lost(path: Path) -> list[str]:
    """The lines of the second reader that hold a stretch of words which we have nowhere."""
    ours = stored(path)
    lines = dict.fromkeys(line.strip() for line in READERS[path.suffix](path))
    return [line for line in lines if len(bare(line)) >= _SHORTEST and not _is_held(bare(line), ours)]


def _is_held(line: str, ours: str) -> bool:
    """Whether a line stands in our text, whole or (a line of a PDF goes over columns) in pieces of its length."""
    pieces = [line[i : i + _SHORTEST] for i in range(0, len(line) - _SHORTEST + 1, _SHORTEST)]
    return line in ours or all(piece in ours for piece in pieces)


def main(words: list[str]) -> int:
    total = 0
    for path in corpus_files():
        if path.suffix not in READERS or (words and not any(word in path.name for word in words)):
            continue
        try:
            missing = lost(path)
        except Unreadable as error:
            print(f"{path.name}: not read, {error}")
            continue
        total += len(missing)
        print(f"{path.name}: {len(missing)}")
        print(*(f"    {line[:150]}" for line in missing), sep="\n", end="\n" if missing else "")
    print(f"{total} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
