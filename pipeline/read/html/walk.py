"""The tree of a page, gone through without recursion: pages made to do harm nest deeper than the stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from selectolax.lexbor import LexborNode

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Unreadable

Event = Literal["open", "close", "leaf", "text"]

TEXT = "-text"
# Elements that begin a line of their own; all others stand within one.
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
# Elements that show no words of a page's own: programs, menus, fields to fill in, reading aids over letters.
_WORDLESS = frozenset((
    "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "applet", "svg", "canvas",
    "audio", "video", "map", "select", "option", "optgroup", "button", "textarea", "input", "datalist",
    "progress", "nav", "aside", "footer", "head", "title", "rt", "rp",
))  # fmt: skip
_STRUCK = frozenset(("del", "s", "strike"))
_STRUCK_STYLE = patterns.compile(r"(?i)text-decoration(?:-line)?\s*:[^;]*line-through")
_RAISED_STYLE = patterns.compile(r"(?i)vertical-align\s*:\s*super")
_INVISIBLE = patterns.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")


def walk(
    root: LexborNode, is_leaf: Callable[[LexborNode], bool], deepest: int
) -> Iterator[tuple[Event, LexborNode]]:
    """The nodes below `root` in document order; into one that `is_leaf` it does not go.

    Unreadable if elements nest more than `deepest` deep.
    """
    above: list[LexborNode] = []
    node = root.child
    while node is not None or above:
        if node is None:
            node = above.pop()
            yield "close", node
            node = node.next
        elif node.tag == TEXT:
            yield "text", node
            node = node.next
        elif node.tag is None or node.tag.startswith(("-", "!")):
            node = node.next
        elif is_leaf(node):
            yield "leaf", node
            node = node.next
        else:
            yield "open", node
            above.append(node)
            if len(above) > deepest:
                raise Unreadable(say("too_deep_elements", most=deepest), say("fetch_page_or_text"))
            node = node.child


def is_wordless(node: LexborNode) -> bool:
    return node.tag in _WORDLESS


def is_hidden(node: LexborNode) -> bool:
    """Whether a page hides the element by its own attributes (not by a style sheet).

    Some hide the whole body until a program of theirs has run; that is the notice.
    """
    if node.tag in ("html", "body"):
        return False
    attributes = node.attributes
    return "hidden" in attributes or bool(_INVISIBLE.search(attributes.get("style") or ""))


def is_struck(node: LexborNode) -> bool:
    """Whether the page draws a line through the words of an element: they hold no longer."""
    return node.tag in _STRUCK or bool(_STRUCK_STYLE.search(node.attributes.get("style") or ""))


def is_raised(node: LexborNode) -> bool:
    """Whether the page prints an element above the line, as the marks of notes are."""
    return node.tag == "sup" or bool(_RAISED_STYLE.search(node.attributes.get("style") or ""))
