"""Lines above the text of a notice that are known by themselves: its 文号, its addressees."""

from __future__ import annotations

from pipeline.language.bodies import is_agency, is_collective
from pipeline.language.departments import OF_FIELDS
from pipeline.language.doc_numbers import NUMBERED, DocNumber, line_to_number
from pipeline.language.names import ET_CETERA, JOINT, RUN_TOGETHER, SEPARATOR, split_names
from pipeline.language.shared_suffixes import place_of
from pipeline.language.words import words

_OPENS = (*words("source"), "为", "经", "现")
# Brackets, a blank or a word before it (文号：) may stand beside it.
_BESIDE, _LONGEST_ADDRESS, _LONGEST_ENDING = 4, 600, 4


def text_to_number(text: str) -> str:
    """The 文号 that stands alone in a line; "" if it is none.

    >>> text_to_number("某政办发〔2023〕5号"), text_to_number("按照某政办发〔2023〕5号文件要求执行")
    ('某政办发〔2023〕5号', '')
    """
    if alone := line_to_number(text):
        return alone.text
    match = NUMBERED.pattern.search(text) if "号" in text or "號" in text else None
    if match is None or match.end() - match.start() < len(text) - _BESIDE:
        return ""
    number = NUMBERED.read(match)
    return number.text if number else ""


def file_to_number(name: str) -> DocNumber | None:
    """The 文号 that the name of a file is and nothing else.

    >>> file_to_number("临政办发〔2022〕167号.pdf").text, file_to_number("附件：临政办发〔2022〕167号.pdf")
    ('临政办发〔2022〕167号', None)
    """
    stem, dot, ending = name.strip().rpartition(".")
    is_file = dot and ending.isascii() and ending.isalnum() and len(ending) <= _LONGEST_ENDING
    return line_to_number(stem) if is_file and NUMBERED.pattern.match(stem) else None


def is_addressed(text: str) -> bool:
    """Whether bodies are spoken to in the line.

    >>> is_addressed("各县（区）人民政府，市政府各部门："), is_addressed("主要任务如下：")
    (True, False)
    """
    return text.endswith("：") and any(
        is_agency(name) or name.startswith("各") for name, _, _ in split_names(text[:-1])
    )


def is_list_of_addressees(text: str) -> bool:
    """Whether a line names bodies and nothing else, some of them all of a kind: addressees whose colon was lost.

    >>> is_list_of_addressees("各街道办事处，区级各部门"), is_list_of_addressees("某市民政局、某市财政局")
    (True, False)
    """
    if not 4 <= len(text) < _LONGEST_ADDRESS or any(mark in text for mark in "。；："):
        return False
    names = [name for name, _, _ in split_names(text)]
    return any(is_collective(name) for name in names) and all(is_agency(name) for name in names)


def may_be_several(text: str) -> bool:
    """Whether a text has a mark between names, a word that joins them, or names run together: without any it is one name."""
    joins = (SEPARATOR, JOINT, RUN_TOGETHER, ET_CETERA)
    return any(one.search(text) for one in joins) or sum(map(text.count, OF_FIELDS)) > 1


def may_be_address(text: str) -> bool:
    """Whether nothing in a text shows at once that it is no list of addressees."""
    return len(text) < _LONGEST_ADDRESS and not any(mark in text for mark in "。；：《")


def begins_address(text: str) -> bool:
    """Whether a line is a list of addressees that ends within a name.

    >>> begins_address("各区县局、江北新区规划局、江北经开区规"), begins_address("各区县局、江北新区规划局")
    (True, False)
    >>> begins_address("各县、区人民政府，东山经济开发区、苏州")
    True
    """
    if not may_be_address(text) or not may_be_several(text):
        return False
    *whole, last = [name for name, _, _ in split_names(text)] or [""]
    to_all = any(is_collective(name) or name.startswith("各") for name in whole)
    return to_all and not is_agency(last) and all(is_agency(name) or place_of(name) for name in whole)


def goes_on_to_address(text: str) -> bool:
    """Whether a line may be more of a list of addressees: it names bodies and says nothing.

    >>> goes_on_to_address("划主管部门，局属各单位，机关各处"), goes_on_to_address("为落实市委、市政府决策，现通知如下：")
    (True, False)
    """
    named = () if any(mark in text for mark in "。；《") else split_names(text.rstrip("：:"))
    return any(is_agency(name) for name, _, _ in named) and not text.startswith(_OPENS)
