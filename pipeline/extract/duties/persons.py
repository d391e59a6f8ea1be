"""A person in the bracket behind a body, who is no part of its name: 县水务局（李四）, 县水务局（张三，13800000000）."""

from __future__ import annotations

from pipeline.language.brackets import brackets
from pipeline.language.names import is_agency, is_party
from pipeline.language.registers import fields, regions
from pipeline.language.segmentation import tagged

_SEPARATORS = "，,；;、：: "
_LONGEST_NAME, _SHORTEST_NUMBER = 4, 5
_UNNAMED = ("某", "某某")
_PERSON = "nr"


def without_person(name: str) -> str:
    """The body alone, where the bracket behind it holds a person, or a person and a telephone number.

    >>> without_person("县水务局（李四）"), without_person("各镇（街道）"), without_person("市教育局（高教科）")
    ('县水务局', '各镇（街道）', '市教育局（高教科）')
    """
    last = next((found for found in reversed(list(brackets(name, "（("))) if found[1] == len(name)), None)
    if last is None or not last[2] or not last[0]:
        return name
    said = name[last[0] + 1 : -1]
    for separator in _SEPARATORS:
        said = said.replace(separator, "，")
    items = [item for item in said.split("，") if item]
    persons = [item for item in items if not _is_number(item)]
    if not persons or not all(map(_is_person, persons)) or not is_party(name[: last[0]]):
        return name
    return name[: last[0]]


def _is_number(item: str) -> bool:
    return item.replace("-", "").isdigit() and len(item) >= _SHORTEST_NUMBER


def _is_person(item: str) -> bool:
    """Two to four letters that are no body, no place and no field, and of which no word but a name is in the dictionary."""
    if not 1 < len(item) <= _LONGEST_NAME or not item.isalpha() or is_party(item) or is_agency(item):
        return False
    if item in regions() or item in fields() or item[-1] in "省市区县州旗镇乡村":
        return False
    return all(len(word) == 1 or tag.startswith(_PERSON) or word in _UNNAMED for word, tag in tagged(item))
