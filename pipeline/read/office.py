"""DOC, WPS, RTF, XLS, ODT and ODS through LibreOffice, which knows them best: converted, then read as DOCX or XLSX.

It runs without a window, in a profile of its own that is thrown away (never two at once on one), with
macros off, links cut and no way to the network, for a limited time.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.bounds import taken_along
from pipeline.messages import say, with_remedy
from pipeline.model import Issue, Unreadable
from pipeline.read.limits import Limits
from pipeline.read.ole import Ole, open_ole
from pipeline.read.parts import Parts

if TYPE_CHECKING:
    from pipeline.read.doc_text import DocText

_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
_SAVE_ANEW = say("save_as_docx")
# Of the time a file has, what is kept for reading the result and for ending LibreOffice if it hangs.
_SHARE_OF_TIME = 0.8
_QUOTED = 60

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def read_ole(content: bytes, name: str, limits: Limits) -> Parts:
    """A DOC, WPS or XLS file as Parts; Unreadable says if it is encrypted or something else."""
    ole = open_ole(content)
    if "EncryptedPackage" in ole.streams:
        raise Unreadable(say("encrypted_with_password"), say("save_without_password"))
    if "WordDocument" in ole.streams:
        return _read_doc(content, ole, limits)
    if {"Workbook", "Book"} & set(ole.streams):
        return _read_sheets(content, "xls", "application/vnd.ms-excel", limits)
    raise Unreadable(say("ole_without_text"), _SAVE_ANEW)


def _to_xlsx(content: bytes, kind: str, limits: Limits) -> bytes:
    """Sheets are read by a part of LibreOffice that is a package of its own, named where it is missing."""
    try:
        return convert(content, kind, "xlsx", limits)
    except Unreadable as reason:
        if reason.why.key != "libreoffice_failed":
            raise
        if has_calc():
            raise Unreadable(reason.why, say("save_in_excel")) from reason
        raise Unreadable(say("calc_missing"), say("install_calc")) from reason


def has_calc() -> bool:
    """Whether the library of Calc lies beside LibreOffice, as far as where it lies is known."""
    program = find_program()
    folder = Path(program).resolve().parent if program else None
    return folder is None or not any(folder.glob("libswlo*")) or any(folder.glob("libsclo*"))


def read_rtf(content: bytes, name: str, limits: Limits) -> Parts:
    """An RTF file as Parts."""
    return _converted(content, "rtf", "application/rtf", limits)


def read_odt(content: bytes, name: str, limits: Limits) -> Parts:
    """An ODT file as Parts."""
    return _converted(content, "odt", "application/vnd.oasis.opendocument.text", limits)


def read_ods(content: bytes, name: str, limits: Limits) -> Parts:
    """An ODS file as Parts."""
    return _read_sheets(content, "ods", "application/vnd.oasis.opendocument.spreadsheet", limits)


def _read_sheets(content: bytes, kind: str, media_type: str, limits: Limits) -> Parts:
    from pipeline.read.xlsx import read_xlsx

    return replace(read_xlsx(_to_xlsx(content, kind, limits), "", limits), media_type=media_type)


def _read_doc(content: bytes, ole: Ole, limits: Limits) -> Parts:
    # MS-DOC 2.5.1: bit 8 of the flags at offset 10 of the file information block.
    stream = ole.read("WordDocument")
    if len(stream) > 12 and stream[11] & 0x01:
        raise Unreadable(say("encrypted_with_password"), say("save_without_password"))
    from pipeline.read.doc_tables import read_with_tables, struck_paragraphs
    from pipeline.read.doc_text import ole_to_doc_text
    from pipeline.read.docx import count_cells, read_docx

    converted = convert(content, "doc", "docx", limits)
    stored = ole_to_doc_text(ole)
    if stored is None:
        return replace(read_docx(converted, "", limits), media_type="application/msword")
    converted, parts = read_with_tables(converted, stored, limits)
    parts = replace(parts, media_type="application/msword")
    struck = struck_paragraphs(converted, limits)
    lost = (*_lost_words(stored, parts, struck), *_lost_cells(stored, count_cells(converted, limits)))
    return replace(parts, issues=(*parts.issues, *lost))


def _lost_words(stored: DocText, parts: Parts, struck: Sequence[str]) -> Iterator[Issue]:
    """What the DOC file stores and the conversion does not have, set aside or not; `struck` are paragraphs with words that an
    editor struck out."""
    from pipeline.read.doc_text import letters

    kept = letters(parts.text) + " " + " ".join(letters(repair.before) for repair in parts.repairs)
    kept = " ".join((kept, *struck))
    for words in dict.fromkeys(stored.paragraphs):
        if words not in kept:
            why = say("conversion_lost_words", words=words[:_QUOTED])
            yield Issue("lost_in_conversion", with_remedy(why, _SAVE_ANEW))


def _lost_cells(stored: DocText, cells: int) -> Iterator[Issue]:
    if cells < stored.cells:
        why = say("conversion_lost_cells", kept=cells, stored=stored.cells)
        yield Issue("table_lost_in_conversion", with_remedy(why, _SAVE_ANEW))


def _converted(content: bytes, kind: str, media_type: str, limits: Limits) -> Parts:
    from pipeline.read.docx import read_docx

    return replace(read_docx(convert(content, kind, "docx", limits), "", limits), media_type=media_type)


def convert(content: bytes, kind: str, wanted: str, limits: Limits) -> bytes:
    """The file `content` (of the kind `doc`, `rtf`…) as LibreOffice saves it in the format `wanted`.

    Raises Unreadable if LibreOffice is not installed, does not know the file or takes too long.
    """
    program = find_program()
    if program is None:
        raise Unreadable(say("libreoffice_missing"), say("install_libreoffice"))
    with tempfile.TemporaryDirectory(prefix="notice-") as place:
        folder = Path(place)
        source, target = folder / f"notice.{kind}", folder / "out" / f"notice.{wanted}"
        source.write_bytes(content)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--convert-to", wanted, "--outdir", str(target.parent), str(source),
        ]  # fmt: skip
        _run(command, folder, limits.seconds * _SHARE_OF_TIME)
        if not target.exists():
            raise Unreadable(say("libreoffice_failed"), _SAVE_ANEW)
        if target.stat().st_size > limits.max_bytes:
            raise Unreadable(say("converted_too_large"), say("split_notices"))
        return target.read_bytes()


def find_program() -> str | None:
    """The path of LibreOffice; None if it is not installed."""
    found = (shutil.which("soffice"), shutil.which("libreoffice"), *_PLACES)
    return next((path for path in found if path and Path(path).exists()), None)


def _run(command: Sequence[str], home: Path, seconds: float) -> None:
    """Runs a command at most so long, with `home` as its home; Unreadable if it takes longer."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with taken_along(process.pid, home):
            process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(say("libreoffice_slow", seconds=seconds), _SAVE_ANEW) from error
    finally:
        # soffice is a script that starts the program proper: both must go.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
