"""Bytes of a web page → its markup, whatever encoding the page says it is in."""

from __future__ import annotations

import codecs

import regex

from pipeline.messages import say
from pipeline.model import Issue, Unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers look for it before they parse: within the first bytes, in a meta element or a declaration.
_DECLARED = regex.compile(rb"(?i)charset\s*=\s*[\"']?\s*([\w.:-]+)")
_DECLARED_WITHIN = 4096
# Browsers read pages that say GB2312 or GBK as GB18030, of which these are parts.
_SAME = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "iso8859-1": "gb18030", "cp1252": "gb18030"}
_LOST = "\ufffd"
# A page cut off or joined from two encodings loses some letters; one read in a wrong encoding loses most.
_MOST_LOST = 0.01


def bytes_to_markup(content: bytes) -> tuple[str, str, tuple[Issue, ...]]:
    """(markup, name of the encoding, issues). Unreadable if no encoding of Chinese fits the bytes.

    UTF-8 proves itself: other encodings hardly ever give bytes that are valid in it. So it goes before
    what the page declares, even where a few bytes are broken.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decoded(content[len(bom) :], encoding)
    if b"\0" in content[:64]:
        little = content[1:64:2].count(0) >= content[0:64:2].count(0)
        return _decoded(content, "utf-16-le" if little else "utf-16-be")
    for encoding in ("utf-8", _declared(content), "gb18030"):
        markup = content.decode(encoding, "replace")
        if _is_fit(markup):
            return _with_issues(markup, encoding)
    raise Unreadable(say("undecodable_page"), say("save_in_browser"))


def _decoded(content: bytes, encoding: str) -> tuple[str, str, tuple[Issue, ...]]:
    return _with_issues(content.decode(encoding, "replace"), encoding)


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name if match else "gb18030"
        b"".decode(name)
    except LookupError:
        return "gb18030"
    return _SAME.get(name, name)


def _is_fit(markup: str) -> bool:
    beyond_ascii = len(markup) - len(markup.encode("ascii", "ignore"))
    return markup.count(_LOST) <= _MOST_LOST * beyond_ascii


def _with_issues(markup: str, encoding: str) -> tuple[str, str, tuple[Issue, ...]]:
    lost = markup.count(_LOST)
    if not lost:
        return markup, encoding, ()
    message = say("lost_characters", n=lost, encoding=encoding, mark=_LOST)
    return markup, encoding, (Issue("lost_characters", message),)
