"""DOCX (ECMA-376) → Parts: the words a reader of the page sees, numbers of lists included, and its tables."""

from __future__ import annotations

from lxml import etree

from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import Issue, Unreadable
from pipeline.read.docx.body import open_body
from pipeline.read.docx.package import open_package, w
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts, TextBuilder

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = patterns.compile(r"\p{L}")


def read_docx(content: bytes, name: str, limits: Limits) -> Parts:
    """The Word file `name` as paragraphs (one a line) and grids; pages are not known before it is printed.

    Running heads, deletions and hidden words are set aside (`repairs` say so); pictures and embedded
    files that may hold words are `issues`. Raises Unreadable for what is no sound Word file or is
    beyond `limits`. Macros are never run, external targets never opened.
    """
    package = open_package(content, limits)
    body = open_body(package)
    builder = TextBuilder()
    cells = 0
    for block in body.blocks(_body(package.main)):
        if isinstance(block, str):
            builder.add_line(block)
        else:
            cells += len(block)
            builder.add_grid(block, as_printed=True)
        if builder.length > limits.max_chars or cells > limits.max_cells:
            raise Unreadable(say("too_much_in_word"), say("split_notices"))
    if body.aside.pictures:
        body.aside.issues.append(Issue("picture", say("pictures_not_read", n=body.aside.pictures)))
    for kind, why in (("header", say("aside_header")), ("footer", say("aside_footer"))):
        for root in package.parts(kind):
            words = " ".join(block for block in body.blocks(root) if isinstance(block, str))
            if _WORD.search(words):  # A bare page number is no loss.
                body.aside.put(words, why)
    return Parts(
        text=builder.text(),
        media_type=MEDIA_TYPE,
        layout="paragraphs",
        grids=tuple(builder.grids),
        repairs=tuple(dict.fromkeys(body.aside.repairs)),
        issues=tuple(dict.fromkeys(body.aside.issues)),
    )


def count_cells(content: bytes, limits: Limits) -> int:
    """How many cells of the tables of a Word file hold words."""
    main = open_package(content, limits).main
    return sum(any(text.text for text in cell.iter(w("t"))) for cell in main.iter(w("tc")))


def _body(main: etree._Element) -> etree._Element:
    body = main.find(w("body"))
    return main if body is None else body
