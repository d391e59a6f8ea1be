"""Bytes of a web page → its markup, whatever encoding the page says it is in; and the markup that it keeps in its programs."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Issue, Unreadable
from pipeline.read.encodings import CHINESE, bytes_to_chinese, count_words, decode, is_fit
from pipeline.read.html.words import count_han

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers look for it before they parse: within the first bytes, in a meta element or a declaration.
_DECLARED = regex.compile(rb"(?i)charset\s*=\s*[\"']?\s*([\w.:-]+)")
_DECLARED_WITHIN = 4096
# Browsers read pages that say GB2312 or GBK as GB18030, of which these are parts.
_SAME = {**dict.fromkeys(("gb2312", "gbk", "hz", "iso8859-1", "cp1252"), "gb18030"), "big5": "big5hkscs"}
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


# A string of JavaScript or JSON: quoted, with escapes. Possessive, so that no text makes it slow.
_STRING = patterns.compile(r'"(?:[^"\\]++|\\.)*+"|\'(?:[^\'\\]++|\\.)*+\'|`(?:[^`\\]++|\\.)*+`', regex.DOTALL)
_ESCAPE = patterns.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", regex.DOTALL
)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "\n", "v": "\n", "0": "", "\n": "", "\r\n": ""}
_LEAST_HAN = 100


def script_markups(root: LexborNode) -> Iterator[str]:
    """The strings of the page's programs (and its `<textarea>`s and `<template>`s) that hold a text in Chinese."""
    for node in root.css("script"):
        for string in _STRING.finditer(node.text(deep=True) or ""):
            words = _ESCAPE.sub(_unescaped, string[0][1:-1])
            if count_han(words) >= _LEAST_HAN:
                yield words
    for node in root.css("textarea, template, noscript"):
        words = node.text(deep=True) or ""
        if count_han(words) >= _LEAST_HAN:
            yield words


def _unescaped(match: patterns.Match) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return _LETTERS.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
