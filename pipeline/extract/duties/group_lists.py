"""Leading groups as lists: 组　长：张　三　市长, 副组长：…, 成员：… and names one a line below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline import lexicons
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.names import is_agency, is_office_holder, split_names
from pipeline.language.words import words
from pipeline.model import Fact, Mended, Passage

_HEADS = tuple(word for word in words("noun", "post") if not word.startswith("副"))
LEADERS = (*_HEADS, "总召集人", "主任委员", "主任", "主席")
MEMBERS = ("成员单位", "成员", "组员", "委员")
_LABEL = patterns.compile(
    rf"(?:第[一二]|常务|执行|共同)?(?P<deputy>副)?(?:(?P<leader>{'|'.join(LEADERS)})|(?P<member>{'|'.join(MEMBERS)}))："
)
# A blank in the source, where the passage has none: it parts a name from an office, or stands inside 张　三.
_BLANK = "\u3000"
_IN_BRACKETS = patterns.compile(r"(?P<name>[^（）、，]+)(?:（(?P<office>[^（）]+)）)?(?:[、，]|$)")
# What an office ends in, and what it begins with beside a name: 冯汉山市政府副市长.
_OFFICES = tuple(word for word, place in lexicons.rows("offices") if place == "end")
_BEGINS_OFFICE = tuple(word for word, place in lexicons.rows("offices") if place == "start")
# 领导小组下设办公室, 办公室设在市民政局: no name, however it ends.
_A_CLAUSE = ("下设", "设在", "设立", "成立", "兼任", "负责组织", "负责日常")
_SHORTEST_NAME, _LONGEST_NAME = 2, 4
# 市财政局主要负责同志, 市教育局等部门分管负责人: whoever comes for a body.
OF_A_BODY = patterns.compile(
    r"(?:等(?:[\p{Han}]{0,6}?(?:部门|单位|区级部门))?)?(?:(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)(?:同志)?)$"
)
_LONGEST_LINE = 60
_CONFIDENCE = 0.9


class _Seat(NamedTuple):
    """Somebody in a list: who, the office beside the name, and the role."""

    name: str
    office: str | None
    role: str
    passage: Passage


def group_lists(mended: Mended) -> Iterator[Fact]:
    """Facts of table `responsibilities`, kind `leading_group`, of lists with a label for each role."""
    source = mended.outline.document.text
    run: list[_Seat] = []
    role: str | None = None
    for passage in (*mended.outline.passages, None):
        seats, said = _seats(passage, source, role) if passage else ([], None)
        if said and run and _begins_another(run, said):
            yield from _facts(run)
            run = []
        if seats:
            run += seats
            role = said or role
        elif said and run and passage and passage.text.endswith("："):
            role = said  # 副组长：, and the names one a line below it
        else:
            yield from _facts(run)
            run, role = [], said
    yield from _facts(run)


def _begins_another(run: Sequence[_Seat], role: str) -> bool:
    """A leader behind members leads the next group."""
    return role == "group_leader" and run[-1].role == "member"


def _facts(run: Sequence[_Seat]) -> Iterator[Fact]:
    """A group has a leader and somebody else: 主任：张三 alone is a signature."""
    if len({seat.role for seat in run}) < 2 or run[0].role == "member":
        return
    for seq, seat in enumerate(run, 1):
        duty = Duty(seq, seat.name, seat.role, "leading_group", office=seat.office)
        span = seat.passage.span()
        place = Place(span, seat.passage.clause_id, own=(span,))
        yield said_to_fact(duty, place, "leading_group_list", _CONFIDENCE)


def _seats(passage: Passage, source: str, role: str | None) -> tuple[list[_Seat], str | None]:
    """Who a line names, and the role that it says itself; a line that no name is found in ends the list."""
    if passage.role != "body":
        return [], None
    label = _LABEL.match(passage.text)
    said = _role(label) if label else None
    if (said or role) is None or (
        not label and (len(passage.text) > _LONGEST_LINE or passage.text[-1] == "。")
    ):
        return [], None
    words = _spaced(passage, source, label.end() if label else 0).strip("。；，、" + _BLANK)
    found = people(words)
    return [_Seat(name, office, said or role or "", passage) for name, office in found], said


def _role(label: patterns.Match) -> str:
    if label["member"]:
        return "member"
    return "deputy_leader" if label["deputy"] else "group_leader"


def _spaced(passage: Passage, source: str, start: int) -> str:
    """The words from `start` on, with one blank wherever the source has blanks."""
    chars: list[str] = []
    for i in range(start, len(passage.text)):
        if i > start and source[passage.places[i - 1] + 1 : passage.places[i]].strip() == "":
            chars.append(_BLANK if passage.places[i] - passage.places[i - 1] > 1 else "")
        chars.append(passage.text[i])
    return "".join(chars)


def people(words: str) -> list[tuple[str, str | None]]:
    """(name, office) of everybody that a line names; [] where it names nobody.

    >>> people("张　三　市民政局局长"), people("市民政局、市财政局主要负责同志")
    ([('张三', '市民政局局长')], [('市民政局', None), ('市财政局', None)])
    """
    bare = words.replace(_BLANK, "")
    if any(mark in bare for mark in "。；：《") or any(word in bare for word in _A_CLAUSE):
        return []
    # A blank parts a name from an office; without one 市民政局主要负责人 is a body first.
    parted = _one(words) if _BLANK in words else []
    return _bracketed(bare) or parted or _bodies(bare) or _one(words) or _several(words)


def _bracketed(words: str) -> list[tuple[str, str | None]]:
    """张三（市长）、李四（副市长）; 张三（常务）、李四."""
    found = list(_IN_BRACKETS.finditer(words))
    if not any(m["office"] for m in found) or sum(len(m[0]) for m in found) != len(words):
        return []
    named = all(_is_person(m["name"]) and (m["office"] or len(m["name"]) < _LONGEST_NAME) for m in found)
    return [(m["name"], m["office"]) for m in found] if named else []


def _bodies(words: str) -> list[tuple[str, str | None]]:
    """市民政局、市财政局主要负责同志: the bodies, whoever comes for them; an office that names nobody stays whole."""
    names = [OF_A_BODY.sub("", name) for name, _, _ in split_names(OF_A_BODY.sub("", words))]
    if names and all(is_agency(name) for name in names):
        return [(name, None) for name in names]
    return [(words, None)] if is_office_holder(words) and words.startswith(_BEGINS_OFFICE) else []


def _one(words: str) -> list[tuple[str, str | None]]:
    """张　三　市长; 市长　张三; 王小五副市长."""
    parts = _whole_names(words.split(_BLANK))
    if len(parts) > 1 and _is_person(parts[0]) and _is_office("".join(parts[1:])):
        return [(parts[0], "".join(parts[1:]))]
    if len(parts) > 1 and _is_person(parts[-1]) and _is_office("".join(parts[:-1])):
        return [(parts[-1], "".join(parts[:-1]))]
    for size in (2, 3, 4) if len(parts) == 1 else ():
        name, office = parts[0][:size], parts[0][size:]
        if _is_person(name) and office.startswith(_BEGINS_OFFICE) and _is_office(office):
            return [(name, office)]
    return []


def _several(words: str) -> list[tuple[str, str | None]]:
    """张三、李　四、王小五; 张三　李　四　王小五."""
    names = [name for part in words.split("、") for name in _whole_names(part.split(_BLANK))]
    return [(name, None) for name in names] if all(map(_is_person, names)) else []


def _whole_names(parts: Sequence[str]) -> list[str]:
    """张　三 is one name of two letters."""
    kept: list[str] = []
    for part in (p for p in parts if p):
        if kept and len(part) == 1 and len(kept[-1]) == 1:
            kept[-1] += part
        else:
            kept.append(part)
    return kept


def _is_person(name: str) -> bool:
    """张三, 欧阳明, 买买提·艾力: two to four letters, or more with a dot, that name no body and no office."""
    name = name.removesuffix("同志")
    parts = name.split("·")
    whole = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or (len(parts) > 1 and all(parts))
    return whole and "".join(parts).isalpha() and not is_agency(name) and not is_office_holder(name)


def _is_office(words: str) -> bool:
    last = words.split("（", 1)[0].replace("，", "、").rsplit("、", 1)[-1]
    return last.endswith(_OFFICES) or is_agency(last)
