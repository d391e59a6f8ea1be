"""Headings over copies of the same lower ones.

      养老服务站          家庭改造
2026年 2027年 小计  2026年 2027年 小计      wherever above its copy each is printed
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.read.pdf.gutters import Chunk

# Points by which a heading may stand out over what its columns hold.
_RAGGED = 12.0

# Left and right end of what a column holds.
Extent = tuple[float, float]


def copies(
    upper: Sequence[Chunk],
    placed: Sequence[tuple[int, Chunk, int]],
    columns: Sequence[Extent],
    orphans: set[int],
) -> list[tuple[int, int]]:
    """The reach of each upper heading where the lower ones are the same again and again, 2026年 2027年 小计 2026年 2027年
    小计: each stands over one copy, wherever above it it is printed; [] where they are not as many."""
    cols = sorted(orphans)
    said = ["".join(g.char for i, c, at in placed if i > 0 and at == col for g in c.glyphs) for col in cols]
    over = [chunk for chunk in upper if columns[cols[0]][0] - _RAGGED < chunk.x0] if cols else []
    size = len(cols) // len(over) if over else 0
    whole = size > 1 and len(over) > 1 and size * len(over) == len(cols) == cols[-1] - cols[0] + 1
    if not whole or said != said[:size] * len(over) or len(set(said[:size])) < size:
        return []
    reach = [(cols[0] + n * size, cols[0] + (n + 1) * size) for n in range(len(over))]
    inside = all(
        columns[start][0] - _RAGGED < chunk.x0 and chunk.x1 < columns[end - 1][1] + _RAGGED
        for chunk, (start, end) in zip(over, reach, strict=True)
    )
    alone = {id(chunk): at for i, chunk, at in placed if i == 0}
    own = dict(zip(map(id, over), reach, strict=True))
    return [own.get(id(chunk), (alone[id(chunk)], alone[id(chunk)] + 1)) for chunk in upper] if inside else []
