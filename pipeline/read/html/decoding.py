"""Bytes of a web page → its markup, whatever encoding the page says it is in."""

from __future__ import annotations

import codecs

import regex

from pipeline.messages import say
from pipeline.model import Issue, Unreadable
from pipeline.read.encodings import CHINESE, bytes_to_chinese, count_words, decode, is_fit

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers look for it before they parse: within the first bytes, in a meta element or a declaration.
_DECLARED = regex.compile(rb"(?i)charset\s*=\s*[\"']?\s*([\w.:-]+)")
_DECLARED_WITHIN = 4096
# Browsers read pages that say GB2312 or GBK as GB18030, of which these are parts.
_SAME = {
    **dict.fromkeys(("gb2312", "gbk", "hz", "iso8859-1", "cp1252"), "gb18030"),
    "big5": "big5hkscs",
}
# A page that only loads another holds hardly a word to tell its encoding by.
_FEW_WORDS = 20


def bytes_to_markup(content: bytes) -> tuple[str, str, tuple[Issue, ...]]:
    """(markup, name of the encoding, issues). Unreadable if no encoding of Chinese fits the bytes.

    UTF-8 proves itself, so it goes before what the page declares, even where a few bytes are broken; and so do
    the characters of Chinese, where a page declares another encoding of it.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decoded(content[len(bom) :], encoding)
    if b"\0" in content[:64]:
        little = content[1:64:2].count(0) >= content[0:64:2].count(0)
        return _decoded(content, "utf-16-le" if little else "utf-16-be")
    known = bytes_to_chinese(content)
    if known is not None:
        return known.text, known.encoding, known.issues
    page = decode(content, _declared(content))
    if is_fit(page) and (page.encoding not in CHINESE or count_words(page) < _FEW_WORDS):
        return page.text, page.encoding, page.issues
    raise Unreadable(say("undecodable_page"), say("save_in_browser"))


def _decoded(content: bytes, encoding: str) -> tuple[str, str, tuple[Issue, ...]]:
    page = decode(content, encoding)
    return page.text, page.encoding, page.issues


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name if match else "gb18030"
        b"".decode(name)
    except LookupError:
        return "gb18030"
    return _SAME.get(name, name)
