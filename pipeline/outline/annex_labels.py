"""The labels of annexes: alone, with a number or a title, in lists, as names of files; and which of them heads its annex."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.dates import line_to_date
from pipeline.outline.numbering import text_to_mark

LABEL = patterns.compile(r"^(附(?:件|表|录)([\d一二三四五六七八九十]{0,3})(?:[-—]\d+)?)[：:.、]?$")
LIST = patterns.compile(r"^附(?:件|表)(?:[：:]|(?=1[.、]))(.*)$")
NUMBERED_LABEL = patterns.compile(
    r"^(附(?:件|表|录)([\d一二三四五六七八九十]{1,3}))[：:、.]?\s*(?=[\p{Han}《“\d])(?!\d*$)(.{2,60}?)[。；]?$"
)
LISTED = patterns.compile(
    r"^(?:(\d{1,2})[.、]|([一二三四五六七八九十]{1,2})、)?(?|《([^《》]+)》|(.+?))[。；]?$"
)
# Pages link annexes as files and print their names.
FILE_NAME = patterns.compile(r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar|jpg)$", regex.IGNORECASE)
# What stands below the notice and not in an annex.
_END_MATTER = r"（此件|抄送|(?:\d[.、])?联系(?:人|电话|方式)"
#: The label of an annex that has no number.
ALONE = "附件"


def heads_annex(passages: Sequence[Passage], at: int, tables: Sequence[int]) -> bool:
    """Whether `附件：任务分解表` is the head of the annex and no list: the notice is signed with a day above it, no other label
    stands below it, and a table or points do. `tables` are the places where tables begin."""
    head = LIST.match(passages[at].text)
    title = LISTED.match(head[1]) if head else None
    if not title:
        return False
    said = next((i for i, p in enumerate(passages) if p.text.endswith("。")), at)
    signed = any(line_to_date(p.text) for p in passages[said:at])
    if not (signed and title[3]) or title[1] or title[2] or FILE_NAME.search(title[3]):
        return False
    below = [p.text for p in passages[at + 1 :] if p.role != "furniture"]
    if any(LABEL.match(text) or LIST.match(text) or NUMBERED_LABEL.match(text) for text in below):
        return False
    if any(patterns.match(_END_MATTER, text) for text in below):
        return False
    end = passages[at].span().end
    return any(start >= end for start in tables) or sum(text_to_mark(text) is not None for text in below) > 1
