"""Markup that a page keeps in the strings of its programs and puts in place when it is opened."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.read.html.words import count_han

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
