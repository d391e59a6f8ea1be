"""Pages that a browser saved as one file with all they show (MHTML, RFC 2557): the page within."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.html import read_html
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts


def read_mhtml(content: bytes, name: str, limits: Limits) -> Parts:
    """As read_html, of the longest web page in the file (others are frames in it). Unreadable if it holds none."""
    message: Message = email.message_from_bytes(content, policy=email.policy.compat32)
    pages = [_decoded(part) for part in message.walk() if part.get_content_type() == "text/html"]
    if not any(pages):
        raise Unreadable(say("saved_page_empty"), say("save_as_html"))
    return read_html(max(pages, key=len), name, limits)


def _decoded(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
