"""Notices in every format that is read, and what chance makes of them: seeded, so that each can be drawn again."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

from tests.read.ole_files import ole
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.test_ofd import ofd
from tests.read.test_ofd import text as ofd_text
from tests.read.word_files import docx, p, packed, tbl, tc, tr

LINES = (
    "甲市人民政府关于印发养老服务工作方案的通知",
    "甲政发〔2024〕5号",
    "各区人民政府，市有关部门：",
    "一、建设床位",
    "到2025年底前，新增养老床位300张以上，比2020年增长5%。（责任单位：市民政局、市财政局）",
    "二、落实资金",
    "每张床位补助1.2万元，按照《甲市养老服务办法》（甲民发〔2023〕8号）执行。",
    "附件1 建设计划表",
)
ROWS = (("序号", "镇街", "床位（张）"), ("1", "东镇", "100"), ("2", "西镇", "200"), ("合计", "", "300"))
SIGNED = ("甲市人民政府", "2024年6月3日")
# What breaks readers: page marks, brackets without end, digits, letters that print nothing, times of no calendar.
TOKENS = (
    "# Page 1:\n", "（", "〔", "《", "[", "<table>", "|", "\t", "1" * 400, "万" * 50, "第九九九条", "〇", "\u200b", "\u202e", "\ufffd",
    "8.5分钟", "2024年13月32日", "0000年", "十" * 40, "附件" * 20, "％", "——", "\r", "\x0c", "比2020年增长5%" * 9, "、" * 60, "∞", "-0", "１２３",
)  # fmt: skip


def _text() -> str:
    return "\n".join((*LINES, *("\t".join(row) for row in ROWS), *SIGNED)) + "\n"


def _markdown() -> str:
    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n\n".join(
        (f"# {LINES[0]}", *LINES[1:], "\n".join((rows[0], "|---|---|---|", *rows[1:])), *SIGNED)
    )


def _html() -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    return f"<html><head><title>{LINES[0]}</title></head><body>{paragraphs}<table>{cells}</table><p>{SIGNED[0]}</p></body></html>"


def _sheet() -> bytes:
    from openpyxl import Workbook

    book, target = Workbook(), io.BytesIO()
    for row in ((LINES[0],), *ROWS):
        book.active.append(list(row))
    book.save(target)
    return target.getvalue()


def _pdf() -> bytes:
    page = Drawn().paragraph([line[:24] for line in LINES], 100)
    page.grid((90, 200, 300, 400), (400, 430, 460, 490, 520), ROWS)
    return drawn_to_pdf([page, Drawn().paragraph(SIGNED, 100)])


def _word() -> bytes:
    table = tbl(*(tr(*map(tc, row)) for row in ROWS))
    return docx("".join(map(p, LINES)) + table + "".join(map(p, SIGNED)))


def _ofd() -> bytes:
    return ofd("".join(ofd_text(line, 20, 40 + 15 * i) for i, line in enumerate((*LINES, *SIGNED))))


def _mhtml() -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n"
    return (head + _html() + "\n--x--\n").encode()


@cache
def seeds() -> dict[str, bytes]:
    """A whole notice by extension."""
    return {
        ".txt": _text().encode(),
        ".md": _markdown().encode(),
        ".html": _html().encode(),
        ".docx": _word(),
        ".xlsx": _sheet(),
        ".pdf": _pdf(),
        ".ofd": _ofd(),
        ".zip": packed({"a.txt": _text(), "附件.md": _markdown()}),
        ".mht": _mhtml(),
        ".doc": ole(("WordDocument", b"\xec\xa5" + _text().encode("utf-16-le"))),
        ".xls": ole(("Workbook", b"\x09\x08" + bytes(600))),
        ".rtf": b"{\\rtf1\\ansi " + b"\\u20859?" * 30 + b"}",
        ".png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    }


Change = Callable[[bytes, random.Random], bytes]


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 4, 40))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _without(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 400) :]


def _doubled(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    end = start + chance.randrange(1, 400)
    return content[:end] + content[start:end] * chance.choice((1, 3, 300)) + content[end:]


def _with_tokens(content: bytes, chance: random.Random) -> bytes:
    """Between two letters, where the bytes are a text."""
    text = content.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 3, 12))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 20)) + text[at:]
    return text.encode("utf-8", "replace")


def _shuffled(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _in_another_encoding(content: bytes, chance: random.Random) -> bytes:
    code = chance.choice(("gb18030", "utf-16", "big5", "utf-8-sig", "latin-1", "utf-16-le", "utf-32"))
    return content.decode("utf-8", "replace").encode(code, "replace")


def _other_inside(content: bytes, chance: random.Random) -> bytes:
    """A member of a ZIP mutated, and packed again: its checksum is right."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(name for name in files if files[name]))
    inside = files[name]
    assert isinstance(inside, bytes)
    files[name] = chance.choice((_flipped, _without, _with_tokens, _doubled))(inside, chance)
    return packed(files)


ANY: tuple[Change, ...] = (_flipped, _cut, _without, _doubled)
OF_TEXT: tuple[Change, ...] = (
    *ANY,
    _with_tokens,
    _with_tokens,
    _with_tokens,
    _shuffled,
    _in_another_encoding,
)
TEXTS, ZIPS = frozenset({".txt", ".md", ".html", ".mht"}), frozenset({".docx", ".xlsx", ".ofd", ".zip"})


def mutants(n: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """n (name, content), over all formats in turn; one seed gives the same ones each time."""
    chance = random.Random(seed)
    formats = sorted(seeds())
    for i in range(n):
        suffix = formats[i % len(formats)]
        changes = OF_TEXT if suffix in TEXTS else (*ANY, *[_other_inside] * 5) if suffix in ZIPS else ANY
        content = seeds()[suffix]
        for _ in range(chance.choice((1, 1, 2))):
            change = chance.choice(changes)
            changes = tuple(one for one in changes if one is not _other_inside) or changes
            content = change(content, chance) or b"x"
        yield f"m{i:04}{suffix}", content
