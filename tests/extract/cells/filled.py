"""A notice that holds one table, cells between `|`, a caption or prose above."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Document, Fragment, Mended, Outline, Passage, Piece, Span, TitleBlock
from pipeline.tables import mend


def filled(
    rows: Sequence[str],
    above: str = "",
    caption: str = "",
    written: str | None = None,
    apart: bool = False,
    title: str = "",
) -> Mended:
    """The table mended below the words `above`, which are its `caption` where none is given, or stand `apart` from it."""
    at, made = len(above), []
    for row in rows:
        pieces = []
        for text in row.split("|"):
            pieces.append(Piece(text, Span(at, at + len(text))))
            at += len(text) + 1
        made.append(tuple(pieces))
    text = above + "\n".join(row.replace("|", "\t") for row in rows) + "\n"
    document = Document("a", "a.txt", "", "text/plain", "utf-8", text)
    words = above.rstrip("\n")
    passages = (Passage(words, tuple(range(len(words)))),) if words else ()
    span = Span(len(above), at)
    named = "" if apart else words
    fragment = (
        Fragment("tabs", tuple(made), span, caption, annex="附件1")
        if caption
        else Fragment(
            "tabs", tuple(made), span, named, annex=None, title_span=Span(0, len(words)) if named else None
        )
    )
    return mend(
        Outline(document, TitleBlock(title=title, written_date=written), passages, (), (), (fragment,))
    )
