"""The lines above a notice's text, and what each of them is: box, number, date, red head, or part of the title."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number
from pipeline.language.notice_heads import is_addressed
from pipeline.model import Passage, PassageRole
from pipeline.outline.body_names import is_body_name
from pipeline.outline.collected import beginnings
from pipeline.outline.dates import line_to_date, signed_date
from pipeline.outline.mastheads import is_signed_day, mastheads
from pipeline.outline.metadata import box_lines, text_to_field, text_to_status
from pipeline.outline.numbering import text_to_mark
from pipeline.outline.title_strangers import menu_lines
from pipeline.outline.title_words import (
    BARE_RED_HEAD,
    DISCLOSURE,
    DRAFT_LINE,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    NUMBERED_HEAD,
    ORDER_HEAD,
    STOP,
    WHOLE,
    bare_title,
    without_date,
)

_HEAD, _FARTHEST = 24, 60
# 某规二〇二四三号, 〔2024〕号: ends as a number does and has a figure or the brackets of one.
# Signs of a line that stands for no word: 统一登记号, and what a page says above its text.
_LIKE_NUMBER = patterns.compile(
    r"^[^，。；：！？《》]{0,24}?[\d一二三四五六七八九〇○〔\[（(][^，。；：！？《》]{0,12}[号號][）)]?$"
)
_REGISTERED = patterns.compile(r"^[A-Z]{2,8}[-—]?\d{4}[-—]?\d{3,8}$")
# Who took the picture above a text.
_CREDIT = patterns.compile(r"(?:记者|通讯员|作者)\p{Han}{0,12}[摄文图]$")
_BEGINS = ("正文", "基本信息", "正文内容", "政策全文", "政策原文", "文件全文", "全文", "文件正文")
# Where a page says that it stands in its site; what is above that is the site's.
_WHERE = patterns.compile(r"[^。]{0,30}(?:当前位置|您的位置|您所在的位置|所在位置)")
_OF_PAGE = patterns.compile(
    rf"(?:{'|'.join(words for words, at in lexicons.rows('page_chrome') if at == 'end')})$"
    rf"|星期[一二三四五六日天]$|^(?:{'|'.join(words for words, at in lexicons.rows('page_chrome') if at == 'line')})[：:|]*$"
    rf"|^{_WHERE.pattern}|\p{{Han}}[>＞»]\p{{Han}}|^(?:通知|公告|公示|通告|公报|通报){{2,}}$"
)


def head_lines(passages: Sequence[Passage]) -> list[int]:
    """Indexes of the passages above the text: until an addressee, a point or a sentence.

    What stands above the first title of a collection is the end of another text. Where no title stands above the
    text, but soon one with its number or addressees, what is above that is the page's: `简介：…`, `首页？新闻？`.
    """
    begun = next(iter(beginnings(passages)), None)
    head = _lines_from(passages, *((begun.index, begun.last) if begun else (0, -1)))
    where = next((i for i, p in enumerate(passages[:_FARTHEST]) if _WHERE.match(p.text)), None)
    if not begun and where is not None:
        below = _lines_from(passages, where + 1, -1)
        head = below if any(ENDS_IN_TYPE.search(bare_title(passages[i].text)) for i in below) else head
    if begun or any(ENDS_IN_TYPE.search(bare_title(passages[i].text)) for i in head):
        return head
    block = next(iter(mastheads(passages[:_FARTHEST])), None)
    if block is None or any(p.annex or is_signed_day(p.text) for p in passages[: block.first + 1]):
        return head
    return _lines_from(passages, block.first, block.last)


def _lines_from(passages: Sequence[Passage], first: int, titled: int) -> list[int]:
    head: list[int] = []
    shown = range(first, min(first + _HEAD * 3, len(passages)))
    boxed = {first + i for i in box_lines([passages[i].text for i in shown])}
    unboxed = 0
    for i in shown:
        if passages[i].role == "furniture":
            continue
        if i not in boxed and i > titled and _is_text(passages, i, first):
            break
        head.append(i)
        unboxed += i not in boxed
        if unboxed >= _HEAD:
            break
    return head


def _is_text(passages: Sequence[Passage], i: int, first: int) -> bool:
    text = passages[i].text
    if i < first + 3 and is_titled_point(passages, i):
        return False
    if NO_ADDRESSEE.match(text) or _CREDIT.search(text) or line_to_date(text) or line_to_number(text):
        return False
    mark = text_to_mark(text)
    # 政策文件： above a number is the page's word for it.
    if (
        text.endswith("：")
        and any(line_to_number(p.text) for p in passages[i + 1 : i + 2])
        and not is_addressed(text)
    ):
        return False
    return bool(text.endswith("：") or STOP.search(text) or (mark and mark.style.rank > 2))


def is_titled_point(passages: Sequence[Passage], i: int) -> bool:
    """Whether a numbered line is the title of a notice in a collection: `4. …关于印发…的通知（2023年5月10日）`."""
    shown = [p for p in passages[i : i + 6] if p.role != "furniture"]
    return text_to_mark(passages[i].text) is not None and _begins_title(shown[:4])


def _begins_title(passages: Sequence[Passage]) -> bool:
    text = ""
    for passage in passages:
        text += without_date(passage.text)
        if patterns.search(r"[。：；]", text):
            return False
        if "关于" in text and WHOLE.search(text):
            return True
    return False


def head_roles(passages: Sequence[Passage], head: Sequence[int]) -> dict[int, PassageRole]:
    """What the lines of the head are; those that may be the title stay `body`."""
    texts = [passages[i].text for i in head]
    boxed = box_lines(texts)
    above = range(head[0] if head else 0)
    of_site = above if any(_WHERE.match(passages[i].text) for i in above) else ()
    roles: dict[int, PassageRole] = dict.fromkeys(of_site, "furniture")
    begun = next(
        (n for n, text in enumerate(texts) if n not in boxed and patterns.search("关于|印发", text)),
        len(head),
    )
    menu = menu_lines(texts[:begun])
    for n, i in enumerate(head):
        of_page = n in boxed or n in menu or (n < begun and _OF_PAGE.search(texts[n]))
        # 2024年5月20日 星期一: the clock of a page.
        of_clock = n < begun and texts[n + 1 : n + 2] and texts[n + 1].startswith("星期")
        roles[i] = "furniture" if of_page or of_clock else _role(texts[n], texts[n - 1] if n else "")
        if n and n not in boxed and roles[i] == "doc_number" and ORDER_HEAD.match(texts[n - 1]):
            roles[head[n - 1]] = "doc_number"
    return roles


def _role(text: str, above: str) -> PassageRole:
    if (
        text_to_field(text)
        or text.rstrip("：") in _BEGINS
        or NO_ADDRESSEE.match(text)
        or _REGISTERED.match(text)
        or _CREDIT.search(text)
        or BARE_RED_HEAD.match(text)
        or (DRAFT_LINE.match(text) and not ENDS_IN_TYPE.search(above))
        or (text_to_status(text) and len(text) <= 8 and "：" not in text)
    ):
        return "furniture"
    if is_number(text, above) or is_like_number(text) or (ORDER_HEAD.match(text) and is_body_name(text[:-1])):
        return "doc_number"
    if line_to_date(text):
        return "written_date"
    # 某政府办公室 2024年5月20日: below the head of minutes and briefs.
    if (dated := signed_date(text)) and is_body_name(text[: dated.start]):
        return "signature"
    return "disclosure" if DISCLOSURE.match(text) else "body"


def is_number(text: str, above: str = "") -> bool:
    """Whether a line is a 文号 and nothing else, alone or behind the head `above` it (`某市人民政府公告`)."""
    number = NUMBERED.pattern.search(text)
    if number and number.end() - number.start() >= len(text) - 4:
        return True
    return line_to_number(text) is not None or joined_number(above, text) is not None


def is_like_number(text: str) -> bool:
    """Whether a line looks as a 文号 does, understood or not; a title with its number in brackets does not."""
    is_titled = ENDS_IN_TYPE.search(bare_title(text)) is not None
    return len(text) <= 40 and bool(_LIKE_NUMBER.match(text)) and not is_titled


def joined_number(above: str, text: str) -> DocNumber | None:
    """`（第19号）` under `某市人民政府令`: the number is both lines."""
    head = NUMBERED_HEAD.match(above)
    # …缴有关事项的 | 通告 is the end of a title, and no head.
    if (
        len(text) > 20
        or head is None
        or "的" in head["body"][-1:]
        or not patterns.search(r"[号期次][）)]?$", text)
    ):
        return None
    return line_to_number(above + text)
