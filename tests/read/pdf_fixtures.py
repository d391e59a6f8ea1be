"""Small PDFs made by hand, so that a test says all that is on the page.

Chinese is set in STSong-Light, which no file embeds: each character is as wide as the font is high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


@dataclass
class Drawn:
    """A page as it is drawn: text and lines by points from the upper left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    turn: int = 0
    operators: list[str] = field(default_factory=list)
    has_picture: bool = False

    def text(
        self, words: str, x: float, top: float, size: float = 16, spacing: float = 0, **how: object
    ) -> Drawn:
        """`how`: matrix "a b c d", gray 0-1, hidden."""
        code = words.encode("utf-16-be").hex()
        matrix = how.get("matrix", "1 0 0 1")
        render = 3 if how.get("hidden") else 0
        self.operators.append(
            f"BT /F1 {size} Tf {spacing} Tc {render} Tr {how.get('gray', 0)} g"
            f" {matrix} {x} {self.height - top - size} Tm <{code}> Tj ET"
        )
        return self

    def paragraph(self, lines: Sequence[str], top: float, x: float = 90, pitch: float = 28) -> Drawn:
        for i, line in enumerate(lines):
            self.text(line, x, top + i * pitch)
        return self

    def line(self, x0: float, top: float, x1: float, bottom: float) -> Drawn:
        self.operators.append(f"{x0} {self.height - top} m {x1} {self.height - bottom} l S")
        return self

    def box(self, x0: float, top: float, x1: float, bottom: float, gray: float | None = None) -> Drawn:
        """A box with an outline, or filled without one."""
        paint = "S" if gray is None else f"{gray} g"
        place = f"{x0} {self.height - bottom} {x1 - x0} {bottom - top} re"
        self.operators.append(f"{place} S" if gray is None else f"{paint} {place} f")
        return self

    def grid(self, xs: Sequence[float], tops: Sequence[float], rows: Sequence[Sequence[str | None]]) -> Drawn:
        """A ruled table; a cell that is None belongs to the one on its left (or above, in the first column)."""
        for top in tops:
            self.line(xs[0], top, xs[-1], top)
        for i, row in enumerate(rows):
            for j, words in enumerate(row):
                if words is not None:
                    self.line(xs[j], tops[i], xs[j], tops[i + 1])
                    for k, part in enumerate(words.split("\n")):
                        self.text(part, xs[j] + 3, tops[i] + 4 + 14 * k, 12)
            self.line(xs[-1], tops[i], xs[-1], tops[i + 1])
        return self

    def picture(self, x0: float, top: float, x1: float, bottom: float) -> Drawn:
        self.has_picture = True
        self.operators.append(f"q {x1 - x0} 0 0 {bottom - top} {x0} {self.height - bottom} cm /I1 Do Q")
        return self


def drawn_to_pdf(pages: Sequence[Drawn]) -> bytes:
    """The file; pages without any operator share one empty stream."""
    first = 7
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{first + 2 * i} 0 R' for i in range(len(pages)))}] >>".encode(),
        _FONT[0],
        _FONT[1],
        _FONT[2],
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 1 >>\nstream\n\x80\nendstream",
    ]
    for i, page in enumerate(pages):
        stream = "\n".join(page.operators).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.turn}"
            f" /Resources << /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >>"
            f" /Contents {first + 2 * i + 1} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return objects_to_file(objects)


def objects_to_file(objects: Sequence[bytes]) -> bytes:
    """Numbered from 1, the first the catalogue."""
    parts, places, length = [b"%PDF-1.7\n"], [], len(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        places.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        length += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, length)
    )
    return b"".join(parts)
