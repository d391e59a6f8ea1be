"""Document → Outline: furniture set aside, paragraphs rejoined, title block, points, table fragments."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.unprinted import UNPRINTED
from pipeline.messages import say
from pipeline.model import Document, Issue, Outline, Span
from pipeline.outline.after_tables import part_from_titles
from pipeline.outline.annexes import mark_annexes, passages_to_annexes
from pipeline.outline.bare_numbers import mark_bare_numbers
from pipeline.outline.box_tables import with_stacked_box
from pipeline.outline.browser_prints import mark_browser_prints
from pipeline.outline.clauses import number_clauses
from pipeline.outline.collected import collection_issues
from pipeline.outline.contents import mark_contents
from pipeline.outline.fragments import cut_fragments
from pipeline.outline.lines import text_to_lines
from pipeline.outline.page_lines import mark_page_lines
from pipeline.outline.paragraphs import lines_to_passages, lines_to_struck
from pipeline.outline.pipe_cells import whole_pipe_rows
from pipeline.outline.placing import place_fragments, titled_by_table
from pipeline.outline.points import lines_to_marks, mark_points
from pipeline.outline.printed_again import mark_doubled, mark_page_counts, mark_pages_again, mark_previews
from pipeline.outline.readings import readings_issues
from pipeline.outline.running_heads import mark_running_heads
from pipeline.outline.several import split
from pipeline.outline.title import mark_title_block
from pipeline.outline.title_issues import title_issues, untitled
from pipeline.outline.torn_days import join_torn_days
from pipeline.outline.unbroken import break_lines, unbroken_issues
from pipeline.outline.window_titles import mark_window_title

__all__ = ["outline", "split"]


def outline(document: Document) -> Outline:
    """The notice as a reader sees it: what stands where, in which numbered point, in which annex."""
    lines = whole_pipe_rows(text_to_lines(document.text, markdown=document.media_type == "text/markdown"))
    lines, days = join_torn_days(lines)
    lines = mark_bare_numbers(
        mark_page_counts(mark_pages_again(mark_browser_prints(mark_window_title(lines))))
    )
    lines = mark_previews(
        mark_doubled(mark_contents(mark_page_lines(with_stacked_box(mark_running_heads(lines)))))
    )
    struck = lines_to_struck(lines)
    lines, fragments = cut_fragments(lines, document)
    lines = whole = part_from_titles(lines, fragments)
    lines = mark_points(break_lines(lines), document.layout)
    passages, repairs = lines_to_passages(lines, document.layout)
    passages = mark_annexes(passages, [fragment.span.start for fragment in fragments])
    passages, title_block = mark_title_block(passages, document.source_file)
    title_block = titled_by_table(title_block, fragments, passages)
    unread = tuple(title_issues(passages, title_block))
    untold = tuple(unbroken_issues(whole, title_block)) or tuple(untitled(passages, title_block))
    passages, clauses = number_clauses(passages, lines_to_marks(lines))
    placed = place_fragments(fragments, passages)
    return Outline(
        document=document,
        title_block=title_block,
        passages=passages,
        clauses=clauses,
        annexes=passages_to_annexes(passages, [f.title_span for f in placed if f.title_span]),
        fragments=placed,
        repairs=(*days, *struck, *repairs),
        issues=(
            *unread,
            *collection_issues(passages),
            *untold,
            *unprinted_issues(document.text),
            *readings_issues(document.text),
        ),
    )


def unprinted_issues(text: str) -> Iterator[Issue]:
    """One for all characters that print nothing or that only one font knows: a word may have been meant by them."""
    found = list(UNPRINTED.finditer(text))
    if found:
        which = ", ".join(sorted({f"U+{ord(match[0]):04X}" for match in found})[:_NAMED])
        message = say("unprinted_characters", n=len(found), which=which)
        yield Issue("unprinted_characters", message, span=Span(*found[0].span()))


_NAMED = 5
