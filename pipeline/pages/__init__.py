"""Pages opened from disk: one look, two languages, one policy. Everything that comes from a notice goes through `text` or `attribute`."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from pipeline.language import patterns

STATIC = Path(__file__).parent / "static"
STYLE, SCRIPT = STATIC / "page.css", STATIC / "page.js"
# Characters that cannot be seen, or that turn the line around them: shown by their code point.
UNSEEN = patterns.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff]"
)


def text(words: str) -> str:
    """Words of a notice as HTML; what cannot be seen as [U+202E]. The carriage return of a line end is left out."""
    shown = escape(words.replace("\r\n", "\n"), quote=False)
    return UNSEEN.sub(lambda m: f'<i class="unseen">[U+{ord(m[0]):04X}]</i>', shown)


def attribute(words: object) -> str:
    """The same inside quotation marks."""
    return escape(UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", str(words)), quote=True)


def both(zh: str, en: str) -> str:
    """Words of the pages themselves in both languages; the style sheet shows one."""
    return f'<span lang="zh-CN" class="ui">{text(zh)}</span><span lang="en" class="ui">{text(en)}</span>'


def data_block(name: str, value: object) -> str:
    """JSON for the script of the page; no `<` in it, so that no text can end the block."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    safe = said.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{name}">{safe}</script>'


def buttons() -> str:
    """The other language and help: what page.js binds on every page."""
    return (
        '<nav><button type="button" id="language"><span lang="en" class="other-zh">English</span>'
        '<span lang="zh-CN" class="other-en">中文</span></button>'
        f'<button type="button" id="ask" aria-keyshortcuts="?">? {both("帮助", "help")}</button></nav>'
    )


@cache
def asset(path: Path) -> str:
    """A file of static/ of this room or another."""
    return path.read_text("utf-8")


def policy(style: str, script: str) -> str:
    """Content-Security-Policy: this style, this script, pictures of our own, and nothing else.

    Pages are opened from disk, where 'self' means nothing: both are inside the page and named by hash.
    """
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; img-src 'self' file: data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def digest(words: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}"


def page(title: str, body: str, own: Sequence[Path], data: str = "") -> str:
    """A whole page. `body` is HTML; `own` are its style sheets and scripts, after those of every page; `data` is read after it is drawn."""
    style = "".join(asset(path) for path in (STYLE, *own) if path.suffix == ".css")
    script = "".join(asset(path) for path in (SCRIPT, *own) if path.suffix == ".js")
    return (
        '<!doctype html>\n<html lang="zh-CN" data-ui="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
        f"<title>{attribute(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f"<script>{script}</script>\n{data}</body>\n</html>\n"
    )
