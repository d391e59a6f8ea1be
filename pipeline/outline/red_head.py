"""The red head of a notice and the head of an order: whose they are, and the numbers printed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.language import patterns
from pipeline.language.bodies import is_collective, suffix_of
from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number
from pipeline.language.registers import known_names
from pipeline.language.titled_numbers import number_alone, title_to_number
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import Dated, line_to_date
from pipeline.outline.force import mark_of_status
from pipeline.outline.head import joined_number
from pipeline.outline.title_words import BARE_RED_HEAD, ORDER_HEAD, RED_HEAD


def red_head_lines(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """Indexes of the lines of the red head: those that end in 文件, and the names of bodies beside such a line.

    Names above it belong to it; names below it where the number follows (GB/T 9704: 发文机关标志), for what stands
    below the number is the title.
    """
    red = [n for n, i in enumerate(head) if RED_HEAD.search(passages[i].text)]
    if not red:
        return _heads_above_number(passages, head)
    found = set(red)
    for step in (-1, 1):
        at = (red[0] if step < 0 else red[-1]) + step
        run = []
        while 0 <= at < len(head) and _is_name(passages[head[at]]):
            run.append(at)
            at += step
        below = passages[head[at]].role if 0 <= at < len(head) else "body"
        bare = any(BARE_RED_HEAD.match(passages[head[n]].text) for n in red)
        if step < 0 or below == "doc_number" or (bare and not _is_repeated(passages, head, run)):
            found.update(run)
    return [head[n] for n in sorted(found)]


def _heads_above_number(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """Names above a number, where 文件 was lost: of a title the names stand below the number, or all of it above."""
    number = next((n for n, i in enumerate(head) if passages[i].role == "doc_number"), None)
    if not number:
        return []
    above = [i for i in head[:number] if passages[i].role == "body"]
    below = [i for i in head[number + 1 :] if passages[i].role == "body"]
    is_order = passages[head[number]].text == ORDER
    return above if (below or is_order) and all(_is_name(passages[i]) for i in above) else []


def names_alone(passages: Sequence[Passage], head: Sequence[int]) -> list[int]:
    """Indexes of the lines above a text that are a body's name and neither of the title nor addressed: whose it is, as a
    collection prints it below the title."""
    return [
        i
        for i in head
        if i < len(passages) - 1
        and _is_name(passages[i])
        and not is_collective(passages[i].text)
        and (len(passages[i].text) >= _SHORTEST or passages[i].text in known_names())
    ]


# 保障局: half a name that the end of a line cut.
_SHORTEST = 4
# 甲部 | 乙部 | 令 | 第9号: the word stands alone below who gave the order; so may that of a 公告: 甲总署 | 公 告 | 2024年第9号.
ORDER = "令"
_ALONE = (ORDER, "公告", "通告", "通报")


def _is_name(passage: Passage) -> bool:
    return (
        passage.role == "body"
        and is_body_name(passage.text)
        and not patterns.search("关于|印发|》(?:已|业)?经|[：，；。]", passage.text)
    )


def _is_repeated(passages: Sequence[Passage], head: Sequence[int], run: Sequence[int]) -> bool:
    """Whether names below 文件 say again what stands above it: these begin the title."""
    above = "".join(passages[i].text for i in head[: min(run, default=0)])
    return any(passages[head[n]].text in above for n in run)


# 发〔2017〕129号: half a number, whose other half ends the line above, is none.
_HALF_A_CODE = ("发", "字", "函", "规", "政", "办", "府")
_ADOPTED_BY = patterns.compile(
    r"(?<=[日，、）]以?)(?P<order>(?!以)[\p{Han}（）]{2,40}?令第?(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,7})号)"
)


_MADE_KNOWN = ("印发", "发布", "公布", "颁布")


def numbers(passages: Sequence[Passage]) -> Iterator[tuple[DocNumber, Passage, Passage]]:
    """The numbers that a title block prints, in the order of trust, each with the passages it stands in (first, last):
    on a line of its own, under its head, before or behind the title, in the line that says how a regulation came to be,
    and that of a 公告 or 通告 whose title says whose it is: 2024年第3号."""
    shown = [p for p in passages if p.role != "furniture"]
    for above, passage in pairwise([Passage("", ()), *shown]):
        if passage.role != "doc_number":
            continue
        if number := line_to_number(passage.text) or NUMBERED.first(passage.text):
            if number.agency not in _HALF_A_CODE:
                yield number, passage, passage
        elif number := joined_number(above.text, passage.text):
            yield number, above, passage
        elif above.text in _ALONE:
            whose = passages[slice(*lines_of_order(passages, above))]
            number = line_to_number("".join(p.text for p in (*whose, passage)))
            yield from (
                [(number, whose[0], passage)] if number and (len(whose) > 1 or above.text == ORDER) else []
            )
    for passage in shown:
        if passage.role == "title" and (number := title_to_number(mark_of_status(passage.text)[0])[0]):
            yield number, passage, passage
    for passage in shown:
        text = passage.text if passage.role == "written_date" else ""
        order, day = _ADOPTED_BY.search(text), line_to_date(text)
        if number := (line_to_number(order["order"]) if order else None) or _issued_as(text, day):
            yield number, passage, passage
    for passage in shown:
        if passage.role == "doc_number" and (number := number_alone(passage.text)):
            yield number, passage, passage


def lines_of_order(passages: Sequence[Passage], order: Passage) -> tuple[int, int]:
    """Where the head of an order begins and ends whose word stands alone: with the names of bodies right above it."""
    end = next(i for i, passage in enumerate(passages) if passage is order)
    names = takewhile(lambda passage: is_body_name(passage.text), reversed(passages[:end]))
    return end - len([*names]), end + 1


def _issued_as(text: str, day: Dated | None) -> DocNumber | None:
    """The number right behind the day, 以, or a comma, or before what made it known: （2024年4月16日以某政发〔2024〕9号文件印发）,
    （2024年4月16日…会议通过 某政发〔2024〕9号公布）; blanks are lost before others."""
    match = NUMBERED.pattern.search(text, day.end) if day else None
    if match is None:
        return None
    made_known = text[match.end() :].lstrip("文件").startswith(_MADE_KNOWN)
    return NUMBERED.read(match) if made_known or text[match.start() - 1] in "日曰以，、" else None


def _says_whose(body: str) -> bool:
    """政府令 says only that a government gave it."""
    suffix = suffix_of(body)
    return is_body_name(body) and not (suffix and suffix["suffix"] == body)


def order_issuer(passages: Sequence[Passage]) -> tuple[Passage, int, int] | None:
    """Who gave an order: the passage that names it and where in it: `某市人民政府` of `…令第61号`."""
    # Who stands on lines above 令 is told by the red head.
    orders = [
        (ORDER_HEAD.match(number.agency), first)
        for number, first, _ in numbers(passages)
        if first.role != "furniture"
    ]
    orders += [(ORDER_HEAD.match(p.text), p) for p in passages if p.role == "doc_number"]
    for match, passage in orders:
        if match and _says_whose(match["body"]) and (start := passage.text.find(match["body"])) >= 0:
            return passage, start, start + len(match["body"])
    return None
