"""What may stand in a cell under 责任单位."""

from __future__ import annotations

from pipeline.language.cells import is_dash
from pipeline.language.labels import role_classes
from pipeline.language.names import is_party, split_names
from pipeline.language.parties import is_possible_name, is_sentence
from pipeline.language.words import words


def may_be_agencies(text: str) -> bool:
    """Whether a cell is blank or names bodies alone, each also with what it does.

    >>> [may_be_agencies(text) for text in ("市住建局、各区。", "办公室牵头，各科室配合", "商务、税务部门", "建设公园")]
    [True, True, True, False]
    """
    return is_dash(text) or all(map(_are_bodies, text.rstrip("。").split()))


def _are_bodies(text: str) -> bool:
    """甲局、乙局; 商务、税务部门: the last says of each what it is."""
    names = [name for name, _, _ in split_names(text)]
    if "。" in text or not names or not _is_body(names[-1]):
        return False
    shared = names[-1].endswith(words("ending", "body"))
    return all(_is_body(name) or (shared and _is_field(name)) for name in names)


def _is_body(name: str) -> bool:
    """甲局, 甲局牵头, 牵头单位：甲局, 公安部门."""
    bare = name.rpartition("：")[2]
    acting = (bare.removesuffix(role) for role in role_classes() if bare.endswith(role))
    kind = bare.endswith(words("ending", "body")) and _is_field(bare)
    return kind or is_party(bare) or any(map(is_party, acting))


def _is_field(name: str) -> bool:
    return is_possible_name(name) and not is_sentence(name)
