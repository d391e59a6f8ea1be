"""The numbers of documents that a text names: 文号 one by one, also in a row, those of orders and of standards."""

from __future__ import annotations

import string
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.bodies import is_agency
from pipeline.language.doc_numbers import NO_REST, NO_WORD, NOT_OF_IT, NUMBERED, DocNumber, with_digits
from pipeline.language.registers import known_names

# GB 50016—2014, JGJ450-2018, GB/T 9704—2012, DB31/T 1234-2020, T/CNS 12-2021, 建标143—2010, before 1995 with a year of
# two digits (GB3544-92): the codes of national, trade and local standards begin so.
_CODES = (
    "GB DB AQ BB CB CH CJ CY DA DL DY DZ EJ FZ GA GC GD GH GM GY HB HG HJ HS HY JB JC JG JJ JR JT JY LB LD LS LY MH MR MT "
    "MZ NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TJ TS TY WB WH WJ WM WS WW XB XF XW YB YC YD YJ YS YY YZ ZY ISO "
    "IEC CECS"
)
STANDARD = rf"(?<![A-Z/])(?:建标|(?:{_CODES.replace(' ', '|')})[A-Z0-9]{{0,4}}|T/[A-Z]{{2,8}})(?:/?[TZ])?\s?[A-Z]?\d{{1,6}}(?:\.\d+)?"
STANDARD_NUMBER = patterns.compile(rf"{STANDARD}\s?[-—–:：]+\s?(?:(?:19|20)\d\d|[5-9]\d)(?![\d.])")
# Orders and announcements are numbered by themselves or by the year: 国务院令第722号, 工业和信息化部37号令,
# 财政部公告2019年第76号, 甲局2022年第5号公告. Till the eighties the year stood first: (86)财税字第82号.
_BODY = rf"{NO_REST}(?![和与及])(?:(?![在由对据照的为是按以见年月日]){NO_WORD}\p{{Han}}){{0,40}}?(?:部|委|委员会|局|署|总局|厅|院|政府|银行|会|国|省|市|主席)(?:等\p{{Han}}{{0,4}}部门)?"
_SERIAL = r"(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,5})"
_CODE = r"[\p{Han}]{1,8}[字发函]"
_ORDER = patterns.compile(
    rf"{_BODY}(?:(?:(?:19|20)\d\d年)?第?\s?{_SERIAL}\s?号(?:令|公告|通告)|(?:令|公告|通告)\s?(?:[〔\[（]?(?:(?:19|20)\d\d|\d{{1,2}}届)[〕\]）]?年?)?\s?第?\s?{_SERIAL}\s?号)|[（〔](?:19)?[5-9]\d[）〕]{_CODE}第?\s?\d{{1,4}}号"
    rf"|{NO_REST}(?:(?![根据按照依遵和与及由对在见]){NO_WORD}\p{{Han}}){{1,8}}?(?<=[字发函])[（〔][5-9]\d[）〕]第?\s?\d{{1,4}}号"
)
_SIGNS, _LONGEST_BODY = "号號", 24
_ORDERS = ("令", "公告", "通告")


def _may_have_order(text: str) -> bool:
    """Whether a text has a word of an order, or a year of two digits in brackets."""
    if any(word in text for word in _ORDERS):
        return True
    closed = (at for at, char in enumerate(text) if char in "〕）")
    return any(at > 1 and text[at - 2] in "56789" and text[at - 1].isdecimal() for at in closed)


_SERIALS = patterns.compile(r"(\d{1,5})(?:\s?号)?")

# What may stand between a number and the title it is the number of, and what made that known.
_NUMBERED_PAPER = ("", "文", "文件", "通知", "公告")
_MADE_KNOWN = ("印发", "发布", "公布", "颁布", "颁发", "下发")


def leads_to_title(between: str) -> bool:
    """Whether what stands between a number and a title says that the number is the title's: 甲发〔2026〕5号文件印发的《乙办法》.

    >>> leads_to_title("文件印发的"), leads_to_title("要求，2020年发布的")
    (True, False)
    """
    said = between.removesuffix("的")
    made = next((word for word in _MADE_KNOWN if said.endswith(word)), "")
    return (said.removesuffix(made) if made else between) in _NUMBERED_PAPER


def is_standard(number: str) -> bool:
    """Is a number beside a title that of a standard, also without its year?

    >>> is_standard("JGJ450"), is_standard("建标143—2010"), is_standard("建标〔2010〕5号"), is_standard("2016年第2号")
    (True, True, False, False)
    """
    return number[:1] in string.ascii_letters or bool(STANDARD_NUMBER.match(number))


class Numbered(NamedTuple):
    """A number at text[start:end]; of a row (民发〔2026〕52、53号) each has its own place."""

    number: str
    start: int
    end: int


def numbers_in(text: str) -> Iterator[Numbered]:
    """Every 文号 of a text from left to right, those of a row one by one, orders and announcements too.

    >>> [n.number for n in numbers_in("按民发〔2026〕52、53号办理")]
    ['民发〔2026〕52号', '民发〔2026〕53号']
    >>> [n.number for n in numbers_in("按临政发〔2O24〕l5号办理")]
    ['临政发〔2024〕15号']
    >>> [n.number for n in numbers_in("按渝建〔2020〕12号文和住房城乡建设部令第37号、人力资源和社会保障部令第8号")]
    ['渝建〔2020〕12号', '住房城乡建设部令第37号', '人力资源和社会保障部令第8号']
    """
    if not any(sign in text for sign in _SIGNS):  # every such number ends in it, and most texts have none
        return
    text = with_digits(text)
    found = list(_rows(text))
    taken = [(n.start, n.end) for n in found]
    for match in _ORDER.finditer(text) if _may_have_order(text) else ():
        start, end = _first_of_row(text, _own_start(text, match.start(), match.end())), match.end()
        if not any(a < end and start < b for a, b in taken):
            found.append(Numbered("".join(text[start:end].split()), start, end))
    yield from sorted(found, key=lambda n: n.start)


def _own_start(text: str, start: int, end: int) -> int:
    """Where the name begins of who gave an order, behind what 和 joins to it: 按照甲法和住房城乡建设部令第37号; of 人力资源和社会保障部 it is
    a part."""
    named = "".join(takewhile(lambda char: char.isalpha() and char not in "令第公", text[start:end]))
    if named in known_names():
        return start
    joined = (
        start + at + 1 for at, char in enumerate(named) if char in "和与及" and not is_agency(named[:at])
    )
    return next((at for at in joined if text[at : start + len(named)] in known_names()), start)


def _first_of_row(text: str, start: int) -> int:
    """Where the first of the bodies begins that a number is of: 按照财政部、税务总局公告2023年第5号."""
    while text[start - 1 : start] in tuple("、 "):
        before = text[max(0, start - _LONGEST_BODY) : start - 1]
        run = "".join(takewhile(str.isalpha, reversed(before)))[::-1]
        name = min((run.rpartition(word)[2] for word in (*NOT_OF_IT, *"在由对据照按以见同")), key=len)
        if not is_agency(name):
            break
        start -= len(name) + 1
    return start


def _rows(text: str) -> Iterator[Numbered]:
    for match in NUMBERED.pattern.finditer(text):
        first = NUMBERED.read(match)
        start: int | None = match.end("agency") - len(first.agency) if first else None
        for serial in _SERIALS.finditer(text, match.start("serial"), match.end()) if first else ():
            number = _text(first, serial[1])
            yield Numbered(number, serial.start() if start is None else start, serial.end())
            start = None


def _text(first: DocNumber | None, serial: str) -> str:
    code, mark, printed = first.text.partition("〕") if first else ("", "", "")
    series = "".join(takewhile(str.isalpha, printed))
    return f"{code}{mark}{series}{serial}号{printed.partition('号')[2]}"
