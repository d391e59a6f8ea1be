"""An .xlsx as it is written: a sheet after another, a row after another, and nothing of either is kept in memory.

    Book(file, n) → write_sheet(Sheet, rows) … → close()

Of Office Open XML (ECMA-376) what such sheets need: texts in their cells, a frozen head, filters, links, widths, what is printed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.export import sheet_parts as parts

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Line(NamedTuple):
    """A row: where its first cell leads to (nothing: nowhere), its height in points (0: as the program likes), and its cells.

    A cell is the end of its element, as `sheet_cells` makes them; an empty one is nothing.
    """

    address: str
    height: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`widths` of its columns in characters, 0 and less for one folded away (its width is then −n); the first `printed` go to paper."""

    title: str
    widths: Sequence[int]
    printed: int


class Book:
    """The file of so many sheets while it is written; whoever makes one closes it."""

    def __init__(self, file: Path, sheets: int) -> None:
        self._folder = file.parent
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._put(parts.opening(sheets))
        self._sheets: list[tuple[Sheet, str]] = []

    def write_sheet(self, sheet: Sheet, rows: Iterable[Line]) -> None:
        """The first of `rows` is the head."""
        number, letters = len(self._sheets) + 1, column_letters(len(sheet.widths))
        with self._part() as words, self._part() as links:
            words.write(parts.sheet_start(sheet.widths, is_first=number == 1))
            n, linked = _write_rows(rows, letters, words, links)
            last = f"{letters[-1]}{n}"
            words.write(parts.sheet_end(last, _linked(linked)))
            self._add(f"xl/worksheets/sheet{number}.xml", words)
            if linked:
                links.write(parts.LINKS_END)
                self._add(f"xl/worksheets/_rels/sheet{number}.xml.rels", links)
        self._sheets.append((sheet, last))

    def close(self) -> None:
        """Writes what holds the sheets together."""
        titles = [sheet.title for sheet, _ in self._sheets]
        names = [
            parts.names(n, sheet.title, last, letters[sheet.printed - 1])
            for n, (sheet, last) in enumerate(self._sheets)
            for letters in [column_letters(sheet.printed)]
        ]
        self._put(parts.closing(titles, names))
        self._zip.close()

    def _put(self, small: Mapping[str, str]) -> None:
        for name, text in small.items():
            self._zip.writestr(ZipInfo(name), text, ZIP_DEFLATED)

    def _part(self) -> IO[str]:
        """Beside the file, and not where the machine keeps what is small."""
        return tempfile.TemporaryFile("w+", encoding="utf-8", newline="", dir=self._folder)

    def _add(self, name: str, text: IO[str]) -> None:
        """A part whose size is known before it is added: not every program reads an archive that says it afterwards."""
        text.flush()
        info = ZipInfo(name)
        info.compress_type, info.file_size = ZIP_DEFLATED, text.buffer.seek(0, 2)  # type: ignore[attr-defined]
        text.buffer.seek(0)  # type: ignore[attr-defined]
        with self._zip.open(info, "w") as into:
            shutil.copyfileobj(text.buffer, into, 1 << 16)  # type: ignore[attr-defined]


def column_letters(n: int) -> Sequence[str]:
    """A, B … Z, AA, AB …"""
    many = [*_LETTERS, *(one + other for one in _LETTERS for other in _LETTERS)]
    return many[:n]


def _write_rows(
    rows: Iterable[Line], letters: Sequence[str], words: IO[str], links: IO[str]
) -> tuple[int, int]:
    """How many rows there were, and how many lead somewhere; where to is said in a part of its own."""
    n = linked = 0
    for n, (address, height, cells) in enumerate(rows, 1):
        if address:
            linked += 1
            links.write(parts.link(linked, address))
        tall = f' ht="{height}" customHeight="1"' if height else ""
        said = [f'<c r="{letter}{n}"{cell}' for letter, cell in zip(letters, cells, strict=True) if cell]
        words.write(f'<row r="{n}"{tall}>{"".join(said)}</row>')
    return n, linked


def _linked(linked: int) -> Iterator[str]:
    """Rows that lead somewhere are the first below the head."""
    return (f'<hyperlink ref="A{n + 1}" r:id="rId{n}"/>' for n in range(1, linked + 1))
