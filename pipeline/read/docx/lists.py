"""numbering.xml and styles.xml → the lists of a Word file, and which styles are numbered by which."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pipeline.read.docx.numbering import Level, NumberedList, Numbering
from pipeline.read.docx.package import Package, is_on, number, value, w

# Styles are based on one another at most some five deep; a circle must end.
_LONGEST_STYLE_CHAIN = 20


def package_to_numbering(package: Package) -> Numbering:
    """The lists and numbered styles of a file."""
    root, styles = package.part("numbering"), package.part("styles")
    definitions = (
        {} if root is None else {d.get(w("abstractNumId"), ""): d for d in root.iter(w("abstractNum"))}
    )
    nums = [] if root is None else [n for n in root.iter(w("num")) if n.get(w("numId"))]
    lists = {n.get(w("numId"), ""): _num_to_list(n, definitions, nums, styles) for n in nums}
    numbered = {} if styles is None else _numbered_styles(styles, lists, definitions)
    default = "" if styles is None else _default_style(styles)
    return Numbering({key: one for key, one in lists.items() if key != "0"}, numbered, default)


def _num_to_list(
    num: etree._Element,
    definitions: Mapping[str, etree._Element],
    nums: list[etree._Element],
    styles: etree._Element | None,
) -> NumberedList:
    key = _linked(value(num, "abstractNumId") or "", definitions, nums, styles)
    definition = definitions.get(key)
    levels = {} if definition is None else dict(_levels(definition))
    begins: dict[int, int] = {}
    for override in num.iter(w("lvlOverride")):
        levels.update(_levels(override))
        depth, begin = override.get(w("ilvl"), ""), number(override, "startOverride")
        if depth.isdecimal() and begin is not None:
            begins[int(depth)] = begin
    return NumberedList(key, levels, begins)


def _linked(
    key: str,
    definitions: Mapping[str, etree._Element],
    nums: list[etree._Element],
    styles: etree._Element | None,
) -> str:
    """The definition that `numStyleLink` leads to: a list may only name a style that has the levels."""
    style = value(definitions.get(key), "numStyleLink")
    if style is None or styles is None:
        return key
    for candidate in styles.iter(w("style")):
        if candidate.get(w("styleId")) == style:
            list_id = value(candidate.find(w("pPr")), "numPr/numId")
            linked = next((n for n in nums if n.get(w("numId")) == list_id), None)
            return value(linked, "abstractNumId") or key
    return key


def _levels(parent: etree._Element) -> list[tuple[int, Level]]:
    return [
        (int(level.get(w("ilvl"), "")), _level(level))
        for level in parent.findall(w("lvl"))
        if level.get(w("ilvl"), "").isdecimal()
    ]


def _level(level: etree._Element) -> Level:
    start = number(level, "start")
    # A format of a newer Word stands in an alternative; the first is the one meant.
    name = next((f.get(w("val")) for f in level.iter(w("numFmt"))), None)
    return Level(
        start=1 if start is None else start,
        format=name or "decimal",
        text=value(level, "lvlText") or "",
        gap="" if value(level, "suff") == "nothing" else " ",
        restart=number(level, "lvlRestart"),
        legal=is_on(level, "isLgl"),
    )


def _default_style(styles: etree._Element) -> str:
    return next(
        (
            s.get(w("styleId"), "")
            for s in styles.iter(w("style"))
            if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true", "on")
        ),
        "",
    )


def _numbered_styles(
    styles: etree._Element, lists: Mapping[str, NumberedList], definitions: Mapping[str, etree._Element]
) -> dict[str, tuple[str, int]]:
    """(list, level) of each paragraph style that is numbered, by itself or by the style it is based on."""
    own = {s.get(w("styleId"), ""): s for s in styles.iter(w("style"))}
    places: dict[str, tuple[str, int]] = {}
    for style_id in own:
        current = style_id
        for _ in range(_LONGEST_STYLE_CHAIN):
            style = own.get(current)
            if style is None:
                break
            properties = style.find(w("pPr"))
            if (list_id := value(properties, "numPr/numId")) is not None:
                depth = number(properties, "numPr/ilvl")
                definition = definitions.get(lists[list_id].definition) if list_id in lists else None
                linked = _level_of_style(definition, style_id)
                places[style_id] = (list_id, depth if depth is not None else linked)
                break
            current = value(style, "basedOn") or ""
    return places


def _level_of_style(definition: etree._Element | None, style_id: str) -> int:
    """The level that a definition keeps for a style; 0 if it names none."""
    for level in [] if definition is None else definition.findall(w("lvl")):
        if value(level, "pStyle") == style_id and level.get(w("ilvl"), "").isdecimal():
            return int(level.get(w("ilvl"), ""))
    return 0
