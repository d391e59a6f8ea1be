"""The container of an OFD file → its pages in order, each with the templates it is printed on."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.archive import Archive
from pipeline.read.limits import Limits
from pipeline.read.xml import bytes_to_tree

_AGAIN = say("save_ofd_anew")
# A4 in millimetres, for files that do not say.
_PAPER = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class OfdPage:
    """A page: its size in millimetres, its content, the contents of its templates."""

    width: float
    height: float
    content: etree._Element
    templates: tuple[etree._Element, ...] = ()


def archive_to_pages(archive: Archive, limits: Limits) -> Iterator[OfdPage]:
    """The pages of all documents in the container; Unreadable if it names parts it does not hold."""
    count = 0
    for root in descendants(bytes_to_tree(archive.read("OFD.xml"), "OFD.xml"), "DocRoot"):
        place = _place("", root.text)
        document = bytes_to_tree(archive.read(place), place)
        paper = _size(document) or _PAPER
        templates = _templates(archive, document, posixpath.dirname(place))
        for pages in children(document, "Pages"):
            for entry in children(pages, "Page"):
                count += 1
                if count > limits.max_pages:
                    raise Unreadable(say("over_pages", most=limits.max_pages), say("split_notices"))
                path = _place(posixpath.dirname(place), entry.get("BaseLoc"))
                yield _page(bytes_to_tree(archive.read(path), path), paper, templates)
    if not count:
        raise Unreadable(say("ofd_without_pages"), _AGAIN)


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that name in whatever namespace: programs write three different ones."""
    return (child for child in parent if etree.QName(child).localname == name)


def descendants(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in parent.iter() if etree.QName(child).localname == name)


def numbers(words: str | None) -> list[float]:
    """`0 0 210 297` → the numbers; what is none (or has no end) ends the list."""
    found: list[float] = []
    for word in (words or "").split():
        try:
            value = float(word)
        except ValueError:
            break
        if not math.isfinite(value):
            break
        found.append(value)
    return found


def _page(
    root: etree._Element, paper: tuple[float, float], templates: Mapping[str, etree._Element]
) -> OfdPage:
    width, height = _size(root) or paper
    used = (templates.get(one.get("TemplateID", "")) for one in children(root, "Template"))
    return OfdPage(width, height, root, tuple(one for one in used if one is not None))


def _templates(archive: Archive, document: etree._Element, folder: str) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for entry in descendants(document, "TemplatePage"):
        place = _place(folder, entry.get("BaseLoc"))
        if place in archive:
            found[entry.get("ID", "")] = bytes_to_tree(archive.read(place), place)
    return found


def _size(root: etree._Element) -> tuple[float, float] | None:
    box = next((numbers(one.text) for one in descendants(root, "PhysicalBox")), [])
    return (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None


def _place(folder: str, path: str | None) -> str:
    """The name of a member that `path` (absolute, or from `folder`) leads to."""
    path = (path or "").strip()
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
