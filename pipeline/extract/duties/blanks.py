"""Bodies of a list that nothing but blanks part in print, which a passage has dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.duties.signs import Assigned
from pipeline.language.names import is_party

_SHORTEST_BODY = 3


def parted_by_blanks(found: Sequence[Assigned], places: Sequence[int], source: str) -> Iterator[Assigned]:
    """Bodies that blanks alone part in a line of the source, each of them one: 人力资源部　财务部　办公室.

    `places` are those of the text in which `found` stand. A name set with blanks (财　务　部) stays one."""
    for one in found:
        gaps = ((at, source[places[at - 1] + 1 : places[at]]) for at in range(one.start + 1, one.end))
        cuts = [at for at, gap in gaps if gap and gap.isspace() and "\n" not in gap]
        ends = [*(at - one.start for at in cuts), len(one.name)]
        pieces = [one.name[a:b] for a, b in pairwise((0, *ends))]
        if len(pieces) < 2 or not all(len(piece) >= _SHORTEST_BODY and is_party(piece) for piece in pieces):
            yield one
            continue
        for piece, start in zip(pieces, (one.start, *cuts), strict=True):
            yield one._replace(name=piece, start=start, end=start + len(piece))
