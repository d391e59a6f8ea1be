"""How a notice shows which of a list leads: by its place (排首位的为牵头单位), or by a sign at its name (带*的为牵头单位)."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language import patterns

# What stands at the name of who leads: 市教育局*, ★市园林局.
SIGNS = "*＊★☆▲△※●◆■"
SIGNED = rf"(?:[带标加注打画有]{{1,2}}[“\"]?|(?<=^|[。；，（：]))(?P<sign>[{SIGNS}])[”\"]?[号标者]?"
# 排首位的责任单位为牵头单位，下同; 列第一位者为牵头单位; 排在第一位的部门为牵头部门; 带*的为牵头单位.
_LEADS = patterns.compile(
    r"(?:(?:排|列)(?:在|名)?(?:首位|第一(?:位)?|最前)|第一(?:个|位)?(?:责任)?(?:单位|部门)"
    rf"|{SIGNED})[^，。；（）]{{0,12}}?(?:为|是|系|表示)(?:主要)?牵头"
)


class Assigned(NamedTuple):
    """An agency made responsible: name as written, place in the text it was read from, role, and the sign at it (市教育局*)."""

    name: str
    start: int
    end: int
    role: str
    sign: str = ""


def sign_at(text: str, named: Assigned) -> str:
    """The sign right behind a name, or before it where it is of no name before: 市教育局*, ★市园林局."""
    before, behind = text[: named.start][-1:], text[named.end : named.end + 1]
    own = before if before and not text[: named.start - 1][-1:].isalnum() else ""
    return next((sign for sign in (behind, own) if sign and sign in SIGNS), "")


def without_signs(text: str) -> str:
    """The text with a mark between names where a sign stands at one: 市教育局*、★市园林局."""
    return "".join("、" if char in SIGNS else char for char in text)


def let_first_lead(found: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """The first of a list leads, the others support it: the rule a notice set for its lists."""
    if any(a.role == "lead" for a in found):
        return found
    return tuple(a._replace(role="lead" if i == 0 else "support") for i, a in enumerate(found))


def let_signed_lead(found: tuple[Assigned, ...], sign: str) -> tuple[Assigned, ...]:
    """Those at whose name the sign stands lead, the others support them."""
    if any(a.role == "lead" for a in found) or not any(a.sign == sign for a in found):
        return found
    return tuple(a._replace(role="lead" if a.sign == sign else "support") for a in found)


def leads_by(text: str) -> str:
    """How the text says that lists show who leads: `first` (排首位的责任单位为牵头单位，下同), a sign (带*的为牵头单位), or not."""
    said = _LEADS.search(text)
    return (said["sign"] or "first") if said else ""
