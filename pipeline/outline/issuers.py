"""Who issued a notice: the names at the head of its title, and the signatures above its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.language import patterns
from pipeline.language.bodies import known_body
from pipeline.language.titled_numbers import title_to_number
from pipeline.model import Named, Passage, Span
from pipeline.outline.body_names import is_body_name, whole_name
from pipeline.outline.collected_names import between_titles, of_day
from pipeline.outline.force import mark_of_status
from pipeline.outline.metadata import text_to_field
from pipeline.outline.name_parts import name_parts
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.red_head import order_issuer
from pipeline.outline.reported import report_issuer
from pipeline.outline.same_body import distinct, in_a_row, in_full, in_short, together, without_short
from pipeline.outline.signed_names import signed_names
from pipeline.outline.title_words import BRACKETED, HEAD_OF_NAME, OTHERS, RED_HEAD, label_length

# 甲局等单位关于…: who the others are, the signatures say.
_AFTER_ISSUERS = patterns.compile(
    rf"{OTHERS}|(?:联合)?(?:关于|印发|转发|批转)|贯彻(?:落实|执行)?|致(?=\p{{Han}}+[书信]$)|$"
)
_BARE_TITLE = patterns.compile(
    r"^(?P<body>(?:(?!关于)\p{Han}){3,40}?)(?:公告|通告|通知|通报|(?:\d{4}年)?(?:第\S{1,5}次)?(?:常务|专题|党组|办公|全体|工作)?会议纪要)$"
)
_OWN_PAPER = patterns.compile(
    r"^(?P<body>\p{Han}{3,30}?)(?=(?:19|20)\d\d年|(?:全体|常务)?(?:会议)?(?:工作|议事)(?:规则|要点|制度|总结))"
)
_PLACE, _OFFICES = 2, ("办公室", "办公厅")
_AND_OTHERS = patterns.compile(rf"{OTHERS}(?:联合)?(?:关于|印发|转发|发布|公布)")


def read_issuers(
    passages: Sequence[Passage], title: Sequence[Passage], red_head: Sequence[Passage] = ()
) -> tuple[Named, ...]:
    """Names before 关于 or 印发 in the title, and the signatures that are not among them; where there are none, who
    gave the order, whom the page's box names, or whose the red head is. A body named twice is one."""
    signed = distinct(Named(name, span) for name, span in signed_names(passages)) or of_day(passages)
    titled = distinct(Named(name, span) for name, span in _title_issuers(title))
    if row := in_a_row(titled, signed):
        titled = signed = titled if _are_parted(titled, signed) else row
    found = together(titled, signed)
    if not found:
        others = (
            in_short(_of_order(passages), _of_red_head(red_head))
            or _boxed(passages)
            or _of_red_head(red_head)
        )
        told = others or _of_bare_title(title) or report_issuer(passages, title) or _of_own_paper(title)
        return told or between_titles(passages)
    # 甲局等部门关于…: where no signature names them, the box or the red head may.
    found = in_full(found, _of_box(passages))
    joint = _AND_OTHERS.search("".join(passage.text for passage in title))
    others = _boxed(passages) or _of_red_head(red_head)
    return together(found, others) if joint and len(found) == len(titled) else found


def _are_parted(some: Sequence[Named], others: Sequence[Named]) -> bool:
    """Of two printings of the same letters the one with fewer names was cut less; but several of one place (甲镇财政局 甲镇水利局),
    or behind an office, with which a name ends, are not one that nothing parts."""
    fewer, more = sorted((some, others), key=len)
    is_ended = all(named.name.endswith(_OFFICES) for named in more[:-1])
    is_glued = len(fewer) == 1 < len(more) and (len({named.name[:_PLACE] for named in more}) == 1 or is_ended)
    return some is (more if is_glued else fewer)


def _boxed(passages: Sequence[Passage]) -> tuple[Named, ...]:
    """`发文机关：甲局` of the box of a web page; blanks part names as 、 does."""
    return tuple(
        distinct(
            Named(passage.text[a:b], passage.span(a, b))
            for passage, (meaning, at) in _fields(passages)
            if meaning == "issuer"
            for a, b in _named(passage, at)
        )
    )


def _of_box(passages: Sequence[Passage]) -> Iterator[Named]:
    """Bodies that any field of the box names, such as who put up the page: 发布机构：甲县人民政府."""
    for passage, (_, at) in _fields(passages):
        if is_body_name(passage.text[at:]) and "、" not in passage.text[at:]:
            yield Named(passage.text[at:], passage.span(at, len(passage.text)))


def _fields(passages: Sequence[Passage]) -> Iterator[tuple[Passage, tuple[str, int]]]:
    """The fields of the box, with their values, which may stand on the line below: 发布机构： | 甲市财政局."""
    for n, passage in enumerate(passages):
        if passage.role == "furniture" and (field := text_to_field(passage.text)):
            is_alone = field[1] == len(passage.text) and passages[n + 1 : n + 2]
            yield (passages[n + 1], (field[0], 0)) if is_alone else (passage, field)


def _named(passage: Passage, at: int) -> list[tuple[int, int]]:
    """Where the names of text[at:] stand; what only follows behind a blank is no part of them."""
    if parts := name_parts(passage, at, len(passage.text)):
        return parts
    gaps = (i for i in range(at + 1, len(passage.text)) if passage.places[i] - passage.places[i - 1] > 1)
    first = next(gaps, None)
    return name_parts(passage, at, first) if first else []


def _of_order(passages: Sequence[Passage]) -> tuple[Named, ...]:
    found = order_issuer(passages)
    if found is None:
        return ()
    passage, start, end = found
    return (Named(passage.text[start:end], passage.span(start, end)),)


def _of_red_head(lines: Sequence[Passage]) -> tuple[Named, ...]:
    """甲委员会文件 above the number: who issues what is not signed (GB/T 9704: 发文机关标志)."""
    names = []
    for passage in lines:
        words = RED_HEAD.sub("", passage.text)
        names += [
            Named(words[a:b], passage.span(a, b)) for a, b in name_parts(passage, 0, len(words)) if words
        ]
    return without_short(distinct(names))


def _of_bare_title(title: Sequence[Passage]) -> tuple[Named, ...]:
    """甲政府公告, 甲委员会第三次全体会议纪要: a title that says only whose it is and of what type."""
    match = _BARE_TITLE.match(title[0].text) if len(title) == 1 else None
    if match is None or not is_body_name(match["body"]):
        return ()
    return (Named(match["body"], title[0].span(0, match.end("body"))),)


def _of_own_paper(title: Sequence[Passage]) -> tuple[Named, ...]:
    """甲局2024年工作要点, 乙县人民政府工作规则: a body's own year, its own rules; 甲局 on a line above its 公务用车管理制度."""
    whole = _in_one(title)
    match = _OWN_PAPER.match(whole.text)
    above = title[0].text if len(title) > 1 and HEAD_OF_NAME.match(title[0].text) else ""
    body = match["body"] if match else whole_name(above, whole.text) if above else ""
    if not is_body_name(body) or "关于" in whole.text:
        return ()
    return (Named(body, whole.span(0, len(body))),)


def _in_one(passages: Sequence[Passage]) -> Passage:
    """The lines of a title as one."""
    text = "".join(passage.text for passage in passages)
    return Passage(text, tuple(place for passage in passages for place in passage.places))


def _title_issuers(title: Sequence[Passage]) -> list[tuple[str, Span]]:
    """Issuers' names in the lines of the title before 关于; a name may go on in the next line."""
    # 甲委员会 | （乙委员会） | 关于…: what a body is called besides stands in brackets.
    title = [passage for passage in title if not BRACKETED.match(passage.text)]
    text = "".join(passage.text for passage in title)
    start = _begins(title[0].text) if title else 0
    if text.startswith("《", start):
        # 《甲局关于…的通知》 is the title itself; 《甲局关于…的通知》解读 is about a notice of 甲局.
        if not text.endswith("》"):
            return []
        start += 1
    start += text.startswith(("[", "〔", "【"), start) and text.endswith(("]", "〕", "】"))
    end = _AFTER_ISSUERS.search(text, start)
    if end is None or end.start() == len(text):
        # 甲学校 above 乙建设方案: without 关于 nothing says that it issues what is below.
        return []
    whole = _in_one(title)
    ends = set(accumulate(len(passage.text) for passage in title))
    parts: list[tuple[int, int]] = []
    for a, b in name_parts(whole, start, end.start()):
        # 某县司 | 法局: what does not begin as a name does goes on with the line above.
        if parts and a in ends and not (HEAD_OF_NAME.match(text[a:b]) or known_body(text[a:b])):
            parts[-1] = (parts[-1][0], b)
        else:
            parts.append((a, b))
    return [(text[a:b], whole.span(a, b)) for a, b in parts]


def _begins(text: str) -> int:
    """Where the words of a title begin in its line: behind its number in a collection, `【已废止】`, or its 文号."""
    if mark := text_to_mark(text):
        return mark.length
    words, _ = mark_of_status(text[label_length(text) :])
    before = max(text.find(words), 0)
    return before + title_to_number(words)[1]
