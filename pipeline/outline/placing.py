"""Where a table stands: in which annex, in which numbered point; and the title of a text that begins with one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Fragment, Passage, TitleBlock
from pipeline.outline.title_words import title_to_type


def place_fragments(fragments: Sequence[Fragment], passages: Sequence[Passage]) -> tuple[Fragment, ...]:
    """The fragments with the annex and the numbered point they stand in: those of the passage before."""
    starts = [p.span().start for p in passages]
    placed = []
    for fragment in fragments:
        at = bisect_right(starts, fragment.span.start) - 1
        before = passages[at] if at >= 0 else None
        placed.append(
            replace(
                fragment,
                annex=fragment.annex or (before.annex if before else None),
                clause_id=before.clause_id if before else None,
            )
        )
    return tuple(placed)


def titled_by_table(
    block: TitleBlock, fragments: Sequence[Fragment], passages: Sequence[Passage]
) -> TitleBlock:
    """The block of a text that prints no title above the table it begins with: its first row, over the whole width, is one
    where it ends as titles do (甲区重点任务分解表)."""
    first = min(fragments, key=lambda fragment: fragment.span.start, default=None)
    if first is None or block.title or any(_is_above(passage, first) for passage in passages):
        return block
    words = [*{piece.span: piece for piece in first.rows[0] if piece.text.strip()}.values()]
    title = "".join(words[0].text.split()) if len(words) == 1 < max(map(len, first.rows)) else ""
    kind = title_to_type(title)
    kind = kind if kind != title else None  # 申请表 alone names nothing
    return replace(block, title=title, title_span=words[0].span, document_type=kind) if kind else block


def _is_above(passage: Passage, fragment: Fragment) -> bool:
    return passage.role != "furniture" and passage.span().start < fragment.span.start
