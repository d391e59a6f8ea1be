"""Which passages are the title block of a notice: title, 文号, recipients, signatures (GB/T 9704-2012)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from pipeline.language import patterns
from pipeline.language.notice_heads import is_list_of_addressees
from pipeline.language.titled_numbers import title_to_number
from pipeline.language.words import alternation
from pipeline.model import Passage, TitleBlock
from pipeline.outline.attached import number_below, number_files, own_file
from pipeline.outline.head import head_roles, is_number
from pipeline.outline.head_extent import WHERE, head_lines
from pipeline.outline.lines import ANNEX
from pipeline.outline.mastheads import is_recipients, sent_to
from pipeline.outline.metadata import box_values, tail_of_box
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.red_head import ORDER, lines_of_order, names_alone, red_head_lines
from pipeline.outline.signatures import mark, mark_signatures
from pipeline.outline.title_block import TitleLines, read_block
from pipeline.outline.title_repeats import again_below, below_news, repeats, signed_by_another
from pipeline.outline.title_run import title_run
from pipeline.outline.title_words import (
    DRAFT,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    NUMBERED_HEAD,
    ORDER_HEAD,
    STOP,
    WHOLE,
    bare_title,
    squeezed,
    title_to_type,
)
from pipeline.outline.whole_lines import title_of_file

_LONGEST_ADDRESS = 600
# Who listens to a report or a speech is no addressee of a paper.
_ADDRESSED_ALOUD = patterns.compile(
    r"^(?:尊敬的|同志们|(?:主任|主席|副主任|秘书长)[、，]|各位(?:代表|委员|同志|领导|来宾|嘉宾|朋友|同仁|同事))\p{Han}{0,12}(?:[、，]\p{Han}{2,12})*：$"
)
# Below a title stand number, date and what a page says of them, then the addressees.
_MOST_BETWEEN = 8
# 根据《甲规定》，现将下列文件宣布失效： is the first sentence of a text.
_OPENS_TEXT = patterns.compile(rf"^(?:{alternation('source')}|为(?!民)|经|现)|《|[如以]下|下列")
_PUT_INTO_FORCE = patterns.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》.*(?:公布|发布|通过|施行)")
# The same of a letter that prints no title of its own above its addressees.
_ISSUED = patterns.compile(
    _PUT_INTO_FORCE.pattern + r"|《(?P<title>(?:[^《》]|《[^《》]*》)+)》.*(?:印发|全文)"
)
_LINES_OF_ORDER = 40


def mark_title_block(passages: Sequence[Passage], file: str = "") -> tuple[tuple[Passage, ...], TitleBlock]:
    """Passages with their roles in the title block set, and the block read from them and from the name of the `file`."""
    marked = list(passages)
    head = head_lines(marked)
    if head and ANNEX.match("".join(marked[head[0]].text.split())):
        # Of annexes alone the first one's title is the file's.
        head = [i for i in head if marked[i].annex == marked[head[0]].annex]
    for i, role in head_roles(marked, head).items():
        mark(marked, [i], role)
    mark(marked, tail_of_box(marked, max(head, default=0) + 1), "furniture")
    red = red_head_lines(marked, head)
    names = [marked[i] for i in red]
    mark(marked, red, "furniture")
    boxed = box_values(marked).get("title", "")
    title = title_run(marked, head, boxed)
    title = above = below_news(marked, title) or title
    if not _is_title(marked, title) or NUMBERED_HEAD.match("".join(marked[i].text for i in title)):
        is_letter = not title and WHOLE.search(boxed)
        ordered = [] if is_letter else _ordered_title(marked, _PUT_INTO_FORCE if boxed else _ISSUED)
        beside = (i for i in _above_or_below(ordered) if 0 <= i < len(marked))
        mark(marked, [i for i in beside if is_number(marked[i].text)], "doc_number")
        title = ordered or _numbered_title(marked, head) or title or ([] if boxed else _column(marked, head))
    mark(marked, title, "title")
    again = list(repeats(marked, head, title)) if title else []
    again += again_below(marked, head, title)
    mark(marked, again, "title")
    alone = names_alone(marked, head)
    names += [marked[i] for i in alone]
    mark(marked, alone, "furniture")
    _mark_recipients(marked, max([*above, *again, *_numbers(marked, head)], default=-1) + 1)
    mark_signatures(marked, head)
    mark(marked, signed_by_another(marked, title), "body")
    printed = (title_of_file(p.text) for p in marked[:_MOST_BETWEEN] if p.role == "furniture")
    lines = TitleLines(title, tuple(names), next(filter(None, printed), title_of_file(file)))
    block = _numbered_below(marked, lines)
    _mark_subject(marked, block)
    return tuple(marked), block


def _numbered_below(passages: list[Passage], lines: TitleLines) -> TitleBlock:
    """The block, where nothing else says it with the number below its text: in the name of its file, or behind the day."""
    block = read_block(passages, lines)
    files = number_files(passages)
    own = own_file(passages, block, files) or number_below(passages, block)
    mark(passages, [*files], "furniture")
    mark(passages, own, "doc_number")
    return read_block(passages, lines) if own else block


def _numbers(passages: Sequence[Passage], head: Sequence[int]) -> Iterator[int]:
    return (i for i in head if passages[i].role in ("doc_number", "written_date"))


def _is_title(passages: Sequence[Passage], title: Sequence[int]) -> bool:
    return bool(ENDS_IN_TYPE.search("".join(bare_title(passages[i].text) for i in title)))


def _above_or_below(title: Sequence[int]) -> list[int]:
    """The lines right beside a title: below an order what it puts into force may have a number of its own."""
    return [i for i in (title[0] - 1, title[-1] + 1) if i >= 0] if title else []


def _numbered_title(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """The line of an order or a 公告 that has no title besides its head and number: `某市人民政府公告（第7号）`."""
    numbered = [i for i in head if passages[i].role == "doc_number"]
    found = [i for i in numbered if title_to_number(passages[i].text)[2] < len(passages[i].text)]
    # 某指挥部令 | 第12号, or 甲部 | 乙部 | 令 | 第9号, and nothing that it puts into force.
    alone = [range(*lines_of_order(passages, passages[i])) for i in numbered if passages[i].text == ORDER]
    return (found or [i for i in numbered if ORDER_HEAD.match(passages[i].text)])[:1] or [*chain(*alone)]


def _column(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """The first line of a page that explains a paper, which names it behind its column: 【政策解读】《甲办法》."""
    first = next((i for i in head if not WHERE.match(passages[i].text)), None)
    text = passages[first].text if first is not None else ""
    return [first] if first is not None and title_to_type(text) and "《" in text else []


def _ordered_title(passages: Sequence[Passage], says: patterns.Pattern) -> list[int]:
    """The title of what an order or a 公告 puts into force, where it stands below it: 《甲办法》已经…通过，现予公布.

    What publishes a draft to be asked about puts nothing into force.
    """
    # 按照《甲办法》要求，现将《乙细则》印发你们: of several that stand before the word the one that stands below, too.
    texts = ((i, [*says.finditer(p.text, overlapped=True)]) for i, p in enumerate(passages[:_LINES_OF_ORDER]))
    at, said = next(((i, found) for i, found in texts if found and not DRAFT.search(found[0][0])), (0, []))
    wanted = {squeezed(match["title"]) for match in said} - {""}
    below = range(at + 1, min(at + _LINES_OF_ORDER, len(passages)))
    for i in below:
        run: list[int] = []
        text = ""
        for k in range(i, min(i + 5, len(passages))):
            run, text = [*run, k], text + squeezed(passages[k].text)
            if text in wanted:
                return run
    return []


def _mark_recipients(passages: list[Passage], start: int) -> None:
    """The line of addressees under the title: it ends in a colon, or is a list of bodies and nothing else."""
    below = [i for i in range(start, len(passages)) if passages[i].role != "furniture"]
    lines = [i for i in below[:_MOST_BETWEEN] if passages[i].role == "body"]
    # 视力保护：, 政策解读：…: what a page says of itself may stand above those who are named as bodies are.
    above = list(takewhile(lambda i: not _begins_text(passages[i].text), lines))
    named = next(
        (i for i in above if is_recipients(passages[i].text) and _is_addressed(passages[i].text)), None
    )
    first = lines[0] if named is None and lines else named
    # 主送：… in the record at the foot (GB/T 9704: 版记).
    bodies = (i for i in below if passages[i].role == "body" and not passages[i].annex)
    first = next((i for i in bodies if sent_to(passages[i].text)), first)
    if first is not None and _is_addressed(passages[first].text):
        mark(passages, [first], "recipients")


def _begins_text(text: str) -> bool:
    return bool(STOP.search(text) or text_to_mark(text) or _ADDRESSED_ALOUD.match(text))


def _is_addressed(text: str) -> bool:
    if _ADDRESSED_ALOUD.match(text):
        return False
    if sent_to(text):
        return True
    if text.endswith("：") and not STOP.search(text) and len(text) < _LONGEST_ADDRESS:
        return text_to_mark(text) is None and not (_OPENS_TEXT.search(text) or NO_ADDRESSEE.match(text))
    return text_to_mark(text) is None and is_list_of_addressees(text.removesuffix("；"))


def _mark_subject(passages: list[Passage], block: TitleBlock) -> None:
    """The 方案 issued has its title once more where its text begins, in one line or over several."""
    if not block.subject_title:
        return
    subject = squeezed(block.subject_title)
    for i, passage in enumerate(passages):
        if passage.role != "body" or not subject.startswith(squeezed(passage.text) or "-"):
            continue
        text = ""
        for k in range(i, min(i + 5, len(passages))):
            text += squeezed(passages[k].text)
            if passages[k].role != "body" or not subject.startswith(text):
                break
            if text == subject:
                mark(passages, range(i, k + 1), "title")
                break
