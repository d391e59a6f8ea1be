"""A DOCX container → the XML trees of its parts: main text, lists, styles, notes, running heads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.archive import Archive, open_archive
from pipeline.read.limits import Limits
from pipeline.read.xml import bytes_to_tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# "Strict" files (ISO 29500-1) say the same in other namespaces.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.encode()),
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by what they are to the main text (`numbering`, `styles`, `header`…)."""

    archive: Archive
    main: etree._Element
    related: tuple[tuple[str, str], ...]

    def parts(self, kind: str) -> Iterator[etree._Element]:
        """The roots of the parts of a kind that are there."""
        for related_kind, name in self.related:
            if related_kind == kind and name in self.archive:
                yield _tree(self.archive, name)

    def part(self, kind: str) -> etree._Element | None:
        return next(self.parts(kind), None)


def open_package(content: bytes, limits: Limits) -> Package:
    """The Word file in `content`; Unreadable if it is none. External targets are named nowhere in it."""
    archive = open_archive(content, limits)
    main = next((name for kind, name in _related(archive, "") if kind == "officeDocument"), "")
    main = main if main in archive else "word/document.xml"
    if main not in archive:
        raise Unreadable(say("word_without_text"), say("save_in_word"))
    return Package(archive, _tree(archive, main), tuple(_related(archive, main)))


def _tree(archive: Archive, name: str) -> etree._Element:
    content = archive.read(name)
    for strict, usual in _STRICT:
        content = content.replace(strict, usual)
    return bytes_to_tree(content, name)


def _related(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """(kind, name) of the parts inside the container that `part` (or the container: "") refers to."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive:
        return
    for relation in _tree(archive, relations).iter(_RELATIONSHIP):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Type", "").rpartition("/")[2], path


@cache
def w(name: str) -> str:
    """`p` → the full name of the element or attribute in Word's namespace."""
    return W + name


def value(parent: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the child that `path` (`numPr/ilvl`) leads to; None without it."""
    for step in path.split("/"):
        parent = None if parent is None else parent.find(w(step))
    return None if parent is None else parent.get(w("val"))


def number(parent: etree._Element | None, path: str) -> int | None:
    """`value` as a whole number; None if it is none."""
    words = value(parent, path)
    return int(words) if words is not None and words.lstrip("-").isdecimal() and len(words) < 10 else None


def is_on(parent: etree._Element | None, name: str) -> bool:
    """Whether a switch (`vanish`, `del`, `isLgl`) is set: there, and not said to be off."""
    switch = None if parent is None else parent.find(w(name))
    return switch is not None and switch.get(w("val")) not in ("0", "false", "off")
