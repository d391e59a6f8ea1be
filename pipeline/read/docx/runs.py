"""A Word paragraph → its words: runs, fields, symbols, tracked changes.

What the page shows is kept, what it does not show is set aside: deletions, hidden words, the codes of
fields, a table of contents (its lines say the headings a second time).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from lxml import etree

from pipeline.language.raised import raised
from pipeline.messages import Message, say
from pipeline.model import Issue, Repair
from pipeline.read.docx.package import W, is_on, value, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"

# Signs that forms and notices print in symbol fonts (their code, with or without 0xF000): what they show.
_SYMBOLS = {
    ("Wingdings", 0x6F): "□", ("Wingdings", 0xA8): "□", ("Wingdings", 0x71): "□",
    ("Wingdings", 0xFE): "☑", ("Wingdings", 0xFD): "☒", ("Wingdings", 0xFC): "✓", ("Wingdings", 0xFB): "✗",
    ("Wingdings", 0x6C): "●", ("Wingdings", 0x6E): "■", ("Wingdings", 0x9F): "•", ("Wingdings", 0xE0): "→",
    ("Wingdings 2", 0x52): "☑", ("Wingdings 2", 0x51): "☒", ("Wingdings 2", 0x50): "✓", ("Wingdings 2", 0xA3): "□",
    ("Symbol", 0xA3): "≤", ("Symbol", 0xB3): "≥", ("Symbol", 0xB1): "±", ("Symbol", 0xB4): "×",
    ("Symbol", 0xB7): "·", ("Symbol", 0xB0): "°", ("Symbol", 0xB9): "≠", ("Symbol", 0xBB): "≈",
    ("Symbol", 0x7E): "~", ("Symbol", 0xA5): "∞",
}  # fmt: skip

_PLAIN = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
}
_TRANSPARENT = frozenset(
    w(name)
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple",
                 "dir", "bdo", "ruby", "rubyBase")
)  # fmt: skip
_DELETED = frozenset((w("del"), w("moveFrom")))
_DRAWN = frozenset((w("drawing"), w("pict"), w("object")))
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


@dataclass(slots=True)
class Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        return self.code.split()[:1] == ["TOC"]


@dataclass(slots=True)
class Aside:
    """What was met while reading and is no part of the running words."""

    repairs: list[Repair] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    endless: Set[etree._Element] = frozenset()
    pictures: int = 0

    def put(self, words: str, why: Message) -> str:
        """Sets words aside; gives back what stands in their place: nothing."""
        if words.strip():
            self.repairs.append(Repair("set_aside", words.strip(), "", why, "certified"))
        return ""


def paragraph_to_text(paragraph: etree._Element, aside: Aside) -> str:
    """The words of a paragraph, a "\\n" for each line break in it."""
    return "".join(_texts(paragraph, aside))


def _texts(parent: etree._Element, aside: Aside) -> Iterator[str]:
    for child in parent:
        tag = child.tag
        if tag in (w("t"), _MATH_TEXT):
            yield _shown(child.text or "", aside)
        elif tag in _PLAIN:
            yield _shown(_PLAIN[tag], aside)
        elif tag == w("r"):
            yield _run(child, aside)
        elif tag in _TRANSPARENT or tag.startswith(_MATH_TEXT[:-1]):
            yield from _texts(child, aside)
        elif tag in _DELETED:
            yield aside.put(
                "".join(t.text or "" for t in child.iter(w("delText"), w("t"))), say("aside_deleted")
            )
        elif tag == _MC + "AlternateContent":
            yield from _texts(chosen(child), aside)
        elif tag in _DRAWN:
            aside.boxes += _boxes(child)
            aside.pictures += sum(1 for _ in child.iter(_BLIP, _IMAGE))
        elif tag in _NOTES:
            aside.notes.append((_NOTES[tag], child.get(w("id"), "")))
        elif tag == w("sym"):
            yield _symbol(child, aside)
        elif tag.startswith(W):
            _follow_field(child, aside)


def _run(run: etree._Element, aside: Aside) -> str:
    """The words of a run as it is printed: hidden and struck-out ones are none, raised figures stay raised."""
    words, printed = "".join(_texts(run, aside)), run.find(w("rPr"))
    if is_on(printed, "vanish"):
        return aside.put(words, say("aside_hidden"))
    if is_on(printed, "strike") or is_on(printed, "dstrike"):
        return aside.put(words, say("aside_struck"))
    return raised(words) if value(printed, "vertAlign") == "superscript" else words


def _shown(words: str, aside: Aside) -> str:
    """The words, unless an open field holds them back: its code, or a table of contents."""
    if not all(one.shown for one in aside.fields):
        return ""
    if any(one.is_contents for one in aside.fields):
        return aside.put(words, say("aside_contents_line"))
    return words


def _follow_field(element: etree._Element, aside: Aside) -> None:
    if element.tag == w("instrText") and aside.fields:
        aside.fields[-1].code += element.text or ""
    if element.tag != w("fldChar"):
        return
    kind = element.get(w("fldCharType"))
    if kind == "begin" and element not in aside.endless:
        aside.fields.append(Field())
    elif kind == "separate" and aside.fields:
        aside.fields[-1].shown = True
    elif kind == "end" and aside.fields:
        aside.fields.pop()


def endless_fields(root: etree._Element) -> frozenset[etree._Element]:
    """The marks at which a field begins that never ends: it is none, else all the words behind were held back."""
    begun: list[etree._Element] = []
    for mark in root.iter(w("fldChar")):
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def chosen(alternatives: etree._Element) -> etree._Element:
    """The content of mc:AlternateContent that counts: the first choice; both would say it twice."""
    choice = alternatives.find(_MC + "Choice")
    fallback = alternatives.find(_MC + "Fallback")
    return next((one for one in (choice, fallback) if one is not None), alternatives)


def _boxes(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, each once."""
    found: list[etree._Element] = []
    for child in drawing:
        if child.tag == w("txbxContent"):
            found.append(child)
        else:
            found += _boxes(chosen(child) if child.tag == _MC + "AlternateContent" else child)
    return found


def _symbol(symbol: etree._Element, aside: Aside) -> str:
    font, code = symbol.get(w("font"), ""), symbol.get(w("char"), "")
    try:
        number = int(code, 16) & 0xFFF
    except ValueError:
        number = 0
    if (sign := _SYMBOLS.get((font, number))) is not None:
        return _shown(sign, aside)
    aside.issues.append(Issue("unknown_symbol", say("unknown_symbol", sign=code, font=font)))
    return ""
