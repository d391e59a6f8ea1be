"""Lines above the text of a notice that are known by themselves: its 文号, its addressees."""

from __future__ import annotations

from pipeline.language.bodies import is_agency
from pipeline.language.doc_numbers import NUMBERED, line_to_number
from pipeline.language.names import split_names

# Brackets, a blank or a word before it (文号：) may stand beside it.
_BESIDE = 4


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


def is_addressed(text: str) -> bool:
    """Whether bodies are spoken to in the line.

    >>> is_addressed("各县（区）人民政府，市政府各部门："), is_addressed("主要任务如下：")
    (True, False)
    """
    return text.endswith("：") and any(
        is_agency(name) or name.startswith("各") for name, _, _ in split_names(text[:-1])
    )
