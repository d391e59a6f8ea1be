"""What this program needs and what is there: `python -m pipeline doctor`, and what a run says that lacks a tool.

    ok      segmenter: rjieba 0.2.2
    not ok  scans, pictures …: install character recognition with …

Whatever is missing, this itself runs: it needs the standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match

import pipeline
from pipeline.installation import NAME, checkout
from pipeline.messages import Message, say, told

SEGMENTERS = ("rjieba", "jieba")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing looked for: what was found (empty: nothing), else how it is had; without a needed one nothing runs."""

    what: Message
    found: str
    remedy: Message
    is_needed: bool = False


def findings() -> Iterator[Found]:
    """Everything looked for, what is needed first. Readers are asked only where all packages are there."""
    packages, install = dict(_packages()), say("install_packages")
    lacking = tuple(name for name, found in packages.items() if not found)
    what = say("doctor_lacks", names=lacking) if lacking else say("doctor_packages")
    yield Found(what, "" if lacking else " ".join(packages), install, True)
    segmenter = next((f"{name} {_version(name)}" for name in SEGMENTERS if _version(name)), "")
    yield Found(say("doctor_segmenter"), segmenter, install, True)
    if not lacking:
        yield Found(say("doctor_settings"), *_settings(), True)
        yield _cache()
        yield from _readers()
    yield Found(say("doctor_git"), shutil.which("git") or "", say("install_git"))
    yield Found(say("doctor_fonts"), _chinese_font(), say("install_fonts"))


def report() -> Iterator[str]:
    """The program itself, then a line for each thing looked for."""
    where = str(checkout() or Path(pipeline.__file__).parent)
    python = ".".join(map(str, sys.version_info[:3]))
    yield told(say("doctor_head", name=NAME, version=pipeline.__version__, python=python, folder=where))
    for one in findings():
        yield told(
            say("doctor_here", what=one.what, found=one.found)
            if one.found
            else say("doctor_missing", what=one.what, remedy=one.remedy)
        )


def is_fit() -> bool:
    """Whether what is needed is there."""
    return all(one.found for one in findings() if one.is_needed)


def missing_tools() -> Iterator[str]:
    """A line for each reader that is missing."""
    for one in _readers():
        if not one.found:
            yield told(say("doctor_missing", what=one.what, remedy=one.remedy))


# --- one thing after another --------------------------------------------------------------------


def _packages() -> Iterator[tuple[str, str]]:
    """Name and version (empty: not installed) of each package that is needed everywhere."""
    root = checkout()
    if root:
        listed = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    else:
        listed = requires(NAME) or []
    for line in listed:
        if ";" not in line and (named := match(r"[\w.-]+", line)):  # Segmenters depend on the machine.
            yield named[0], _version(named[0])


def _readers() -> Iterator[Found]:
    """What readers use that a machine may lack: programs, and packages of the extra `ocr`. Nothing is started."""
    from pipeline.read.ocr import REMEDY, is_available
    from pipeline.read.office import find_program, has_calc

    pdfium = " ".join(f"+ {name} {_version(name)}" for name in ("pypdfium2", "pdfplumber") if _version(name))
    yield Found(say("reads_pdf"), pdfium.removeprefix("+ "), say("install_packages"))
    office = find_program() or ""
    yield Found(say("reads_doc"), office, say("install_libreoffice"))
    yield Found(say("reads_xls"), office if has_calc() else "", say("install_calc"))
    seen = f"rapidocr {_version('rapidocr')}" if is_available() else ""
    yield Found(say("reads_scans"), seen, REMEDY)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _settings() -> tuple[str, Message]:
    """NOTICE_… of the environment; nothing found if one of them cannot be understood."""
    said = " ".join(
        f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith("NOTICE_")
    )
    from pipeline.model import Unreadable
    from pipeline.read.limits import current_limits

    try:
        current_limits()
    except Unreadable as wrong:
        return "", wrong.message
    return said or "-", say("none")


def _cache() -> Found:
    """The folder, if it is there or can be made."""
    from pipeline.cache import VARIABLE, default_folder

    folder = default_folder()
    there = next((place for place in (folder, *folder.parents) if place.exists()), None) if folder else None
    usable = str(folder) if there and os.access(there, os.W_OK) else ""
    return Found(say("doctor_cache"), usable, say("name_cache", variable=VARIABLE))


def _chinese_font() -> str:
    """The name of a Chinese font that programs of this machine find."""
    if not (lister := shutil.which("fc-list")):
        return ""
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, errors="replace")
    return listed.stdout.splitlines()[0] if listed.stdout.strip() else ""
