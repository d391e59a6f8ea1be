"""What a page for everybody leaves out: telephone numbers, addresses of mail, numbers of identity cards, names of private persons.

The tables keep them, for they are quotes; a page that is passed on does not.
"""

from __future__ import annotations

from functools import cache

from pipeline import lexicons
from pipeline.language import patterns

LEFT_OUT = "〔略〕"
# Whoever answers for a duty is named by office; who is only to be rung up, or filled in the form, is a private person.
_CONTACTS = ("联系人", "联络人", "联络员", "经办人", "填报人", "填表人", "报送人", "咨询人", "姓名")
_NUMBERS = patterns.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.]*[元万亿])(?!\d)"  # mobile
    r"|(?<!\d)[(（]?0(?:10|2\d|[3-9]\d\d)[)）]?[-－—–‐ ]?[2-8]\d{6,7}(?:[-－转]\d{1,5})?(?!\d)"  # with area code
    r"|(?<!\d)[48]00[-－ ]?\d{3}[-－ ]?\d{4}(?!\d)"
    r"|(?<=(?:电话|传真|手机|热线|联系方式)[^\d\p{Han}]{0,6})\d{7,8}(?:[、,，/]\d{7,8})*(?!\d)"
    r"|(?<!\d)\d{6}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![\dA-Za-z])"  # identity card
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_HINT = patterns.compile(rf"\d{{3}}[- ）)－—–‐]?\d{{4}}|@|{'|'.join(_CONTACTS)}")
_NAME = r"\p{Han}{2,4}(?:·\p{Han}{1,8})?"
_NAMES = patterns.compile(
    rf"(?<=(?:{'|'.join(_CONTACTS)})(?:及(?:联系)?电话|[（(][^）)]{{0,8}}[）)])?\s{{0,3}}[：:\s]\s{{0,3}}){_NAME}(?:[、/ ]{_NAME}(?=[、,，；;。\s（(]|$|\d|〔))*(?=[、,，；;。\s（(]|$|\d|〔|电话)"
)


def discreet(words: str) -> str:
    """The words with what concerns a private person left out.

    >>> discreet("联系人：张三，电话：023-47521234。")
    '联系人：〔略〕，电话：〔略〕。'
    """
    # Most words hold neither a long number nor such a label: asked first, this costs a tenth.
    if _HINT.search(words) is None:
        return words
    return _NAMES.sub(LEFT_OUT, _NUMBERS.sub(LEFT_OUT, words))


@cache
def personal_columns() -> frozenset[str]:
    """Headings of columns that hold persons or how to reach them."""
    named = {
        heading for heading, meaning in lexicons.rows("headings") if meaning == "person" or "电话" in heading
    }
    return frozenset(named | set(_CONTACTS))
