"""What readers use that a machine may lack: programs, and packages of the extra `ocr`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from pipeline.messages import Message, say


@dataclass(frozen=True, slots=True)
class Tool:
    """What it is for, what was found (its version or path; empty: nothing), and how it is had."""

    purpose: Message
    found: str
    remedy: Message


def tools() -> Iterator[Tool]:
    """One after another; asks where programs lie and what is installed, and starts nothing."""
    from pipeline.read.ocr import REMEDY, is_available
    from pipeline.read.office import find_program, has_calc

    pdfium = " + ".join(filter(None, (_package("pypdfium2"), _package("pdfplumber"))))
    yield Tool(say("reads_pdf"), pdfium, say("install_packages"))
    office = find_program() or ""
    yield Tool(say("reads_doc"), office, say("install_libreoffice"))
    yield Tool(say("reads_xls"), office if has_calc() else "", say("install_calc"))
    seen = _package("rapidocr") if is_available() else ""
    yield Tool(say("reads_scans"), seen, REMEDY)


def _package(name: str) -> str:
    """`pypdfium2 5.15.2`; empty if it is not installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""
