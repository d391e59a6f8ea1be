"""A page is printed in simplified or in traditional characters: twins of the other script are misreadings.

类别 → 类別 in one heading of a table, on 45 drawn pages of simplified characters.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import patterns
from pipeline.read.ocr.page import OcrLine, OcrPage, OcrTable

# Pairs that differ by the shape of a stroke or two; of others the recogniser is never in doubt.
_TWINS = str.maketrans(
    "別戶內黃呂吳冊淨決況減強溫爭淸敎眞値兌稅脫", "别户内黄吕吴册净决况减强温争清教真值兑税脱"
)
_HAN = patterns.compile(r"\p{Han}")
# A simplified page may quote a title of Hong Kong or Taiwan; of a traditional one a third is not in GB 2312.
_MOST_TRADITIONAL = 0.05


def in_one_script(page: OcrPage) -> OcrPage:
    """The page with traditional twins made simplified, if that is what it is printed in."""
    blocks = (*page.lines, *(line for table in page.tables for cell in table.cells for line in cell.lines))
    if not is_simplified("".join(line.text for line in blocks)):
        return page
    return replace(
        page,
        blocks=tuple(_line(block) if isinstance(block, OcrLine) else _table(block) for block in page.blocks),
    )


def is_simplified(text: str) -> bool:
    """Whether hardly a character but the twins is outside GB 2312, which holds the simplified ones only."""
    han = [char for char in _HAN.findall(text) if ord(char) not in _TWINS]
    return sum(not _in_gb2312(char) for char in han) <= _MOST_TRADITIONAL * len(han)


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _line(line: OcrLine) -> OcrLine:
    return replace(line, text=line.text.translate(_TWINS))


def _table(table: OcrTable) -> OcrTable:
    return replace(
        table, cells=tuple(replace(cell, lines=tuple(map(_line, cell.lines))) for cell in table.cells)
    )
