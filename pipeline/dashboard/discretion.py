"""What a page for everybody leaves out: telephone numbers, addresses of mail, numbers of identity cards, names of private persons.

The tables keep them, for they are quotes; a page that is passed on does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from pipeline import lexicons
from pipeline.language import patterns

LEFT_OUT = "〔略〕"
# Whoever answers for a duty is named by office; who is only to be rung up, or filled in the form, is a private person.
_CONTACTS = ("联系人", "联络人", "联络员", "经办人", "填报人", "填表人", "报送人", "咨询人", "姓名")
_WAYS_TO_REACH = {
    "联系电话", "电话", "办公电话", "手机", "手机号", "手机号码", "联系方式", "身份证号", "身份证号码", "电子邮箱",
}  # fmt: skip
_NUMBERS = patterns.compile(
    r"(?<![\dA-Za-z.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.]*[元万亿])(?![\dA-Za-z])"  # mobile
    r"|(?<![\dA-Za-z])[(（]?0(?:10|2\d|[3-9]\d\d)[)）]?[-－—–‐ ]{0,2}[2-8]\d{6,7}(?:[-－转]\d{1,5})?(?:[、,，/；; ]\s?[2-8]\d{6,7})*(?![\dA-Za-z])"  # with area code
    r"|(?<![\dA-Za-z])[48]00[-－ ]?\d{3}[-－ ]?\d{4}(?![\dA-Za-z])"
    r"|(?<=(?:电话|传真|手机|热线|联系方式)[^\d\p{Han}]{0,6})\d{7,8}(?:[、,，/]\d{7,8})*(?!\d)"
    r"|(?<!\d)\d{6}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![\dA-Za-z])"  # identity card
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_HINT = patterns.compile(rf"\d{{3}}[- ）)－—–‐]?\d{{4}}|@|{'|'.join(_CONTACTS)}")
_NAME = r"\p{Han}{2,4}(?:·\p{Han}{1,8})?"
_WHOLE_NAME = patterns.compile(_NAME)
_PARTS = patterns.compile(r"([\s/、,，;；（）()|]+)")
_NAMES = patterns.compile(
    rf"(?<=(?:{'|'.join(_CONTACTS)})(?:及(?:联系)?电话|[（(][^）)]{{0,8}}[）)])?\s{{0,3}}[：:\s]\s{{0,3}}){_NAME}(?:[、/ ]{_NAME}(?=[、,，；;。\s（(]|$|\d|〔))*(?=[、,，；;。\s（(]|$|\d|〔|电话)"
)


def discreet(words: str, persons: Collection[str] = ()) -> str:
    """The words with what concerns a private person left out; `persons` are names known from columns of names.

    >>> discreet("联系人：张三，电话：023-47521234。")
    '联系人：〔略〕，电话：〔略〕。'
    >>> discreet("1 李明 第三中学", {"李明"})
    '1 〔略〕 第三中学'
    """
    if persons and (parts := _PARTS.split(words)) and not set(parts).isdisjoint(persons):
        words = "".join(LEFT_OUT if part in persons else part for part in parts)
    # Most words hold neither a long number nor such a label: asked first, this costs a tenth.
    if _HINT.search(words) is None:
        return words
    return _NAMES.sub(LEFT_OUT, _NUMBERS.sub(LEFT_OUT, words))


def persons_of(cells: Iterable[str]) -> frozenset[str]:
    """Names in cells of columns for names: 张三、李四 are two; an office (办公室主任) is longer than a name."""
    return frozenset(part for cell in cells for part in _PARTS.split(cell) if _WHOLE_NAME.fullmatch(part))


@cache
def personal_columns() -> frozenset[str]:
    """Headings of columns that hold persons or how to reach them."""
    persons = {heading for heading, meaning in lexicons.rows("headings") if meaning == "person"}
    return frozenset(persons | set(_CONTACTS) | _WAYS_TO_REACH)


def columns_of_names() -> Sequence[str]:
    """Headings of columns that hold names of persons without an office."""
    return _CONTACTS
