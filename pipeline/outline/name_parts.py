"""Where the names of several issuers stand in one line: parted by blanks, by 、, or by nothing."""

from __future__ import annotations

from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.names import split_names
from pipeline.model import Passage
from pipeline.outline.title_words import is_body_name


def name_parts(passage: Passage, start: int, stop: int) -> list[tuple[int, int]]:
    """Where the names of text[start:stop] stand that blanks or 、 part; all of it, if a part is no name."""
    text = passage.text
    gaps = (i for i in range(start + 1, stop) if passage.places[i] - passage.places[i - 1] > 1)
    parts = [(a, b) for a, b in pairwise([start, *gaps, stop]) if b - a >= 2]
    if len(parts) > 1 and all(is_body_name(text[a:b]) for a, b in parts):
        return [cut for a, b in parts for cut in (_listed(text, a, b) or [(a, b)])]
    if several := _listed(text, start, stop) or _glued(text, start, stop):
        return several
    return [(start, stop)] if is_body_name(text[start:stop]) else []


def _listed(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """教育部办公厅、中国科协办公厅: two names; [] where a part is none (甲区科技、教育局)."""
    parts = [(start + a, start + b) for _, a, b in split_names(text[start:stop])]
    return parts if len(parts) > 1 and all(is_body_name(text[a:b]) for a, b in parts) else []


def _glued(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """中共甲市委办公室甲市人民政府办公室: where the place is named once more another name begins; [] if none does."""
    place = patterns.match(r"(?:中共)?(\p{Han}{1,7}?[省市区县州盟旗])", text[start:stop])
    if place is None:
        return []
    again = (m.start() for m in patterns.finditer(rf"(?:中共)?{place[1]}", text[start:stop]))
    cuts = [start, *(start + at for at in again if at), stop]
    parts = list(pairwise(cuts))
    return parts if len(parts) > 1 and all(is_body_name(text[a:b]) for a, b in parts) else []
