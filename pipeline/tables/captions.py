"""Captions whose table is not there: it is a picture in the source, or was lost on the way to us."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.language import patterns
from pipeline.language.brackets import without_round
from pipeline.messages import say
from pipeline.model import Issue, Outline, Passage

_NUMBER = r"(?:附?表|专栏表)\s*(?:\d{1,2}(?:[-—.．]\d{1,2})?|[一二三四五六七八九十]{1,3})"
_BARE = patterns.compile(_NUMBER)
# A caption names the table and is no sentence: not 表1所示, 表一中的….
_CAPTION = patterns.compile(rf"{_NUMBER}\s*[:：、.]?(?![所中的为和、])[^。；！？，]{{2,40}}")
_NAME = patterns.compile(r"[^。；！？，：]{4,40}(?:表|指标|清单|目录|一览|任务|情况|标准|分解|名单|计划)")


def lost_tables(outline: Outline) -> Iterator[Issue]:
    """An issue for each caption that no table of the notice has above it or in its title."""
    titles = "".join(patterns.sub(r"\s", "", fragment.title) for fragment in outline.fragments)
    starts = [fragment.span.start for fragment in outline.fragments]
    body = [p for p in outline.passages if p.role in ("body", "table_title", "annex_title")]
    heads = [*(p.span().start for p in body if p.role == "annex_title"), len(outline.document.text)]
    for n, passage in enumerate(body):
        begin = passage.span().start
        if _names_table(passage) and not any(begin < at < heads[bisect_right(heads, begin)] for at in starts):
            yield Issue(
                "lost_table", say("caption_without_table", caption=passage.text), "table", passage.span()
            )
        if not (words := _caption(passage, body[n + 1] if n + 1 < len(body) else None)):
            continue
        if patterns.sub(r"\s", "", words) in titles or any(_below(body, n, start) for start in starts):
            continue
        said = say("caption_without_table", caption=words)
        yield Issue("lost_table", said, "table", passage.span())


def _names_table(passage: Passage) -> bool:
    """An annex that calls itself a table: 附件1⏎补助资金分配表."""
    return passage.role == "annex_title" and without_round(passage.text).endswith("表")


def _below(body: Sequence[Passage], at: int, start: int) -> bool:
    """A table starts below a caption, a line that names its unit or the like between them at most."""
    return body[at].span().start < start and (at + 3 >= len(body) or start <= body[at + 3].span().start)


def _caption(passage: Passage, after: Passage | None) -> str:
    """The words of a caption: 表1 with its name, on one line or two."""
    if _BARE.fullmatch(passage.text) and after is not None and _NAME.fullmatch(after.text):
        return f"{passage.text} {after.text}"
    return passage.text if _CAPTION.fullmatch(passage.text) else ""
