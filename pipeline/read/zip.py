"""ZIP containers: a DOCX, XLSX, OFD or ODT by what is in it, else a notice and its annexes packed together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from pipeline.messages import say
from pipeline.model import Issue, Unreadable
from pipeline.read.archive import Archive, open_archive
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.several import bytes_to_parts, join_parts

# A file by which a container shows what it is, and who reads that.
_KINDS = (
    ("word/document.xml", "pipeline.read.docx:read_docx"),
    ("xl/workbook.xml", "pipeline.read.xlsx:read_xlsx"),
    ("OFD.xml", "pipeline.read.ofd:read_ofd"),
)
_OPEN_DOCUMENTS = (
    (b"application/vnd.oasis.opendocument.text", "pipeline.read.office:read_odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "pipeline.read.office:read_ods"),
)
# What programs leave in an archive beside its files.
_LEFT_BEHIND = ("__MACOSX/", "Thumbs.db", ".DS_Store", "desktop.ini")


def read_zip(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice in a ZIP container. Files packed together become one text: the notice, then its annexes.

    Nothing is unpacked to disk, so names like `../x` lead nowhere; links, archives inside the archive and
    members that cannot be read become issues. Raises Unreadable if no member can be read.
    """
    archive = open_archive(content, limits)
    for member, reader in _KINDS:
        if member in archive:
            return bytes_to_parts(content, name, limits, reader)
    if "word/document2.xml" in archive or "[Content_Types].xml" in archive:
        return _read_office(archive, content, name, limits)
    said = archive.read("mimetype") if "mimetype" in archive else b""
    for kind, reader in _OPEN_DOCUMENTS:
        if said.startswith(kind):
            return bytes_to_parts(content, name, limits, reader)
    issues: list[Issue] = [Issue("not_read", say("link_in_archive", link=link)) for link in archive.links]
    parts = list(_members(archive, limits, issues))
    if not parts:
        reasons = tuple(issue.message for issue in issues)
        why = say("no_part_readable", reasons=reasons) if reasons else say("archive_without_files")
        raise Unreadable(why, say("pack_notice"))
    return join_parts(parts, issues)


def _read_office(archive: Archive, content: bytes, name: str, limits: Limits) -> Parts:
    """A file of Office that keeps its text elsewhere than usual: what it is its list of types says."""
    types = archive.read("[Content_Types].xml")
    for mark, reader in ((b"wordprocessingml", _KINDS[0][1]), (b"spreadsheetml", _KINDS[1][1])):
        if mark in types:
            return bytes_to_parts(content, name, limits, reader)
    raise Unreadable(say("office_without_text"), say("save_text_as_docx"))


def _members(archive: Archive, limits: Limits, issues: list[Issue]) -> Iterator[tuple[str, Parts]]:
    for name in sorted(archive.members):
        if name.startswith(_LEFT_BEHIND) or posixpath.basename(name) in _LEFT_BEHIND:
            continue
        shown = _true_name(archive, name)
        try:
            content = archive.read(name)
            if content.startswith(b"PK\x03\x04") and not _is_document(content, limits):
                raise Unreadable(say("archive_in_archive"), say("unpack_it"))
            yield shown, bytes_to_parts(content, shown, limits)
        except Unreadable as reason:
            issues.append(Issue("not_read", say("file_not_read", file=shown, why=reason.message)))


def _is_document(content: bytes, limits: Limits) -> bool:
    inner = open_archive(content, limits)
    return any(kind in inner for kind, _ in _KINDS) or "[Content_Types].xml" in inner


def _true_name(archive: Archive, name: str) -> str:
    """The name as its maker wrote it: Windows in Chinese packs names in GBK without saying so."""
    if archive.members[name].flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name
