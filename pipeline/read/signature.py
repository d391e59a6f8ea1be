"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import NamedTuple

import regex

from pipeline.messages import Message, say
from pipeline.model import Unreadable


class Format(NamedTuple):
    """A format known by the bytes a file of it begins with.

    `reader` is the function that reads it, as `package.module:function`; none if it is not read, and
    `remedy` then says what to do.
    """

    name: Message
    magic: bytes
    remedy: Message | None
    reader: str | None = None

    def refusal(self) -> Unreadable:
        """Says that files of this format are not read."""
        return Unreadable(say("unsupported_format", format=self.name), self.remedy or say("save_anew"))


_IMAGE = "pipeline.read.ocr:read_image"

FORMATS = (
    Format(say("format_pdf"), b"%PDF-", None, "pipeline.read.pdf:read_pdf"),
    Format(say("format_zip"), b"PK\x03\x04", None, "pipeline.read.zip:read_zip"),
    Format(say("format_ole"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "pipeline.read.office:read_ole"),
    Format(say("format_rtf"), b"{\\rtf", None, "pipeline.read.office:read_rtf"),
    Format(say("format_png"), b"\x89PNG\r\n\x1a\n", say("scan_as_png"), _IMAGE),
    Format(say("format_jpeg"), b"\xff\xd8\xff", say("scan_as_png"), _IMAGE),
    Format(say("format_tiff"), b"II*\x00", say("scan_as_png"), _IMAGE),
    Format(say("format_tiff"), b"MM\x00*", say("scan_as_png"), _IMAGE),
    Format(say("format_gzip"), b"\x1f\x8b", say("unpack_it")),
    Format(say("format_rar"), b"Rar!\x1a\x07", say("unpack_it")),
    Format(say("format_7zip"), b"7z\xbc\xaf\x27\x1c", say("unpack_it")),
    Format(say("format_program"), b"\x7fELF", say("remove_program")),
    Format(say("format_program"), b"MZ\x90\x00", say("remove_program")),
)


def bytes_to_format(content: bytes) -> Format | None:
    """The container or image the bytes begin as, or None for what may be text.

    Some sites put a few blank bytes before `%PDF-`; the PDF standard allows up to 1,024.
    """
    head = content[:1024].lstrip()
    known = next((f for f in FORMATS if content.startswith(f.magic) or head.startswith(f.magic)), None)
    return known or (MHTML if _MIME.match(head) else HTML if is_html(content) else None)


MHTML = Format(say("format_mhtml"), b"", None, "pipeline.read.html.mhtml:read_mhtml")
_MIME = regex.compile(
    rb"(?i)(?:[a-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:content-type:\s*multipart/related|snapshot-content-location:)"
)
HTML = Format(say("format_html"), b"", None, "pipeline.read.html:read_html")
_HEAD = 4096
# What may stand before the first element: byte order mark, XML and JSP declarations, comments.
_BEFORE = regex.compile(
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?.*?\?>|<%.*?%>|<!--.*?-->)*+", regex.DOTALL
)
_PAGE = regex.compile(rb"(?i)<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]")
_ELEMENT = regex.compile(rb"(?i)<[a-z][\w:-]*[\s/>]")
_BREAK, _LEAST_BREAKS = regex.compile(rb"(?i)<br\s*/?>"), 3
# In a row of a Markdown table they end lines of cells.
_ROW = regex.compile(rb"(?m)^[^\n|]*\|[^\n|]*\|[^\n]*$")
_ENDS = regex.compile(rb"(?i)(?:</(?:div|table|p|section|article|body|html|ul|ol|script|style)>|-->)$")


def is_html(content: bytes) -> bool:
    """Whether it is a web page, or a part of one: such begins with an element and ends with one, or ends its lines with
    elements (`<br/>`) oftener than with line ends.

    Text and markdown may hold an element here or there, even as their first word.
    """
    # Of UTF-16 only every other byte is a letter of ASCII.
    head = content[:_HEAD].replace(b"\0", b"")
    rest = head[_BEFORE.match(head).end() :]  # type: ignore[union-attr]
    if _PAGE.match(rest):
        return True
    tail = content[-_HEAD:].replace(b"\0", b"").rstrip()
    if _ELEMENT.match(rest) and _ENDS.search(tail):
        return True
    broken = len(_BREAK.findall(_ROW.sub(b"", head)))
    return broken >= _LEAST_BREAKS and broken >= head.count(b"\n")
