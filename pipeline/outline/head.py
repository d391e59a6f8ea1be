"""What each of the lines above a notice's text is: box, number, date, red head, or part of the title."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number
from pipeline.model import Passage, PassageRole
from pipeline.outline.body_names import is_body_name
from pipeline.outline.dates import dated_by, day_signed, is_history, line_to_date, signed_date
from pipeline.outline.force import says_it_ended
from pipeline.outline.head_extent import CREDIT, WHERE
from pipeline.outline.metadata import box_lines, text_to_field
from pipeline.outline.title_strangers import font_sizes, menu_lines
from pipeline.outline.title_words import (
    BARE_RED_HEAD,
    DISCLOSURE,
    DRAFT_LINE,
    ENDS_IN_TYPE,
    NO_ADDRESSEE,
    NUMBERED_HEAD,
    ORDER_HEAD,
    bare_title,
    title_to_type,
)

# 某规二〇二四三号, 〔2024〕号: ends as a number does and has a figure or the brackets of one.
# Signs of a line that stands for no word: 统一登记号, and what a page says above its text.
_LIKE_NUMBER = patterns.compile(
    r"^[^，。；：！？《》]{0,24}?[\d一二三四五六七八九〇○〔\[（(][^，。；：！？《》]{0,12}[号號][）)]?$"
)
_REGISTERED = patterns.compile(r"^[A-Z]{2,8}[-—]?\d{4}[-—]?\d{3,8}$")
_TELEGRAM = ("发电单位", "等级")
_BEGINS = ("正文", "基本信息", "正文内容", "政策全文", "政策原文", "文件全文", "全文", "文件正文")
_OF_PAGE = patterns.compile(
    rf"(?:{'|'.join(words for words, at in lexicons.rows('page_chrome') if at == 'end')})$"
    rf"|星期[一二三四五六日天]$|^(?:{'|'.join(words for words, at in lexicons.rows('page_chrome') if at in ('line', 'column'))})+[：:|]*$"
    rf"|^{WHERE.pattern}|\p{{Han}}[>＞»]\p{{Han}}|^(?:通知|公告|公示|通告|公报|通报){{2,}}$"
)


def head_roles(passages: Sequence[Passage], head: Sequence[int]) -> dict[int, PassageRole]:
    """What the lines of the head are; those that may be the title stay `body`."""
    texts = [passages[i].text for i in head]
    boxed = box_lines(texts)
    above = range(head[0] if head else 0)
    where = any(WHERE.match(passages[i].text) for i in above)
    of_site = [i for i in above if where or text_to_field(passages[i].text)]
    roles: dict[int, PassageRole] = dict.fromkeys(of_site, "furniture")
    begun = next(
        (n for n, text in enumerate(texts) if n not in boxed and patterns.search("关于|印发", text)),
        len(head),
    )
    known = {n for n in range(begun) if _OF_PAGE.search(texts[n])}
    menu = menu_lines(texts[:begun], known) | font_sizes(texts)
    for n, i in enumerate(head):
        of_page = n in boxed or n in menu or n in known
        # 2024年5月20日 星期一: the clock of a page.
        of_clock = n < begun and texts[n + 1 : n + 2] and texts[n + 1].startswith("星期")
        roles[i] = "furniture" if of_page or of_clock else _role(texts[n], texts[n - 1] if n else "")
        if n and n not in boxed and roles[i] == "doc_number" and ORDER_HEAD.match(texts[n - 1]):
            roles[head[n - 1]] = "doc_number"
        if n and roles[head[n - 1]] == "written_date" and _ends_history(texts[n - 1], texts[n]):
            roles[i] = "furniture"
            roles[head[n - 1]] = "written_date" if line_to_date(texts[n - 1] + texts[n]) else "furniture"
    return roles


def _ends_history(above: str, text: str) -> bool:
    """Whether a line is the rest of one that says how a regulation came to be: 2017年8月22日甲州人民代表大会 | 常务委员会第六次会议修订."""
    return is_history(above) and "会议" in text and text.endswith(("通过", "批准", "修订", "修正", "修改"))


def _role(text: str, above: str) -> PassageRole:
    if (
        text_to_field(text.removeprefix("（"))  # （发布日期：2024年5月7日 文号：…）
        or text.rstrip("：") in _BEGINS
        or NO_ADDRESSEE.match(text)
        or _REGISTERED.match(text)
        or CREDIT.search(text)
        or BARE_RED_HEAD.match(text)
        or (DRAFT_LINE.match(text) and not title_to_type(bare_title(above)))
        or says_it_ended(text)
    ):
        return "furniture"
    is_order = is_body_name(above) if text == "令" else ORDER_HEAD.match(text) and is_body_name(text[:-1])
    # 等级 特急·明电 某汛电〔2024〕17号 某机发 号: the form of a telegram has its number among its fields.
    is_telegram = text.startswith(_TELEGRAM) and "明电" in text and NUMBERED.first(text) is not None
    if is_number(text, above) or is_like_number(text) or is_order or is_telegram:
        return "doc_number"
    # 甲局 | 二〇二一年十二月 on the cover of a plan.
    if line_to_date(text) or dated_by(text) or (day_signed(text) and is_body_name(above)):
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
