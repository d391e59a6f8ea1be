"""Duties listed by body: 县财政局：保障经费; 2.县公安局。依法查处…; 市教育局：负责…；市民政局：负责….

What tells them from 抄送：, 来源：, 承办单位： and a salutation is that nothing but bodies stands before the mark, and words of
doing behind it. A verb that is none of duty (保障经费) says so only in a list, where another one beside it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.duties.assignments import OF_DUTY, settle_roles
from pipeline.extract.duties.marks import marks, own_roles
from pipeline.extract.duties.persons import without_person
from pipeline.extract.duties.signs import Assigned
from pipeline.extract.duties.told import DUTY, role_of, text_to_duty
from pipeline.language.brackets import open_brackets
from pipeline.language.labels import duty_words
from pipeline.language.names import is_agency, is_party, split_names
from pipeline.language.script import simplified
from pipeline.language.segmentation import tagged
from pipeline.language.words import lookup, words
from pipeline.model import Passage

_COLON, _STOP, _NEXT = "：:", "。", "；;"
# 重点单位：负责人签字: who is in charge, and nothing told.
_IN_CHARGE = "负责人"
_LONGEST_HEAD, _LONGEST_ENDING = 60, 3
_VERBS = ("v", "vn")


class Headed(NamedTuple):
    """What text[start:end] of a passage, the bodies and the first part behind them, says they do; `sure` where its verb is one of duty."""

    passage: Passage
    start: int
    end: int
    agencies: tuple[Assigned, ...]
    sure: bool


def listed_by_body(passages: Sequence[Passage], begins: Sequence[int]) -> Iterator[Headed]:
    """The duties of these passages that are listed by body; `begins` is where the words of each begin behind its number."""
    run: list[Headed] = []
    for passage, begin in zip(passages, begins, strict=True):
        found = list(_of_passage(passage, begin))
        if not found:
            yield from _told(run)
            run = []
        run += found
    yield from _told(run)


def _told(run: Sequence[Headed]) -> Iterator[Headed]:
    if any(headed.sure for headed in run):
        yield from run


def _of_passage(passage: Passage, begin: int) -> Iterator[Headed]:
    text = simplified(passage.text)
    head = text[begin : begin + _LONGEST_HEAD]
    if not any(mark in head for mark in (*_COLON, *(_STOP if begin else ""))):
        return
    depths = open_brackets(text)
    starts = [begin, *(i + 1 for i, char in enumerate(text) if char in _NEXT and not depths[i] and i > begin)]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        stops = _COLON + (_STOP if begin and start == begin else "")
        at = next(
            (i for i in range(start, min(stop, start + _LONGEST_HEAD)) if text[i] in stops and not depths[i]),
            -1,
        )
        if at <= start or at + 1 >= stop:
            if start == begin:
                return
            continue
        headed = _headed(passage, start, at, stop)
        if headed is None:
            return
        yield headed


def _headed(passage: Passage, start: int, at: int, stop: int) -> Headed | None:
    text = passage.text
    named = split_names(text[start:at])
    does = text[at + 1 : stop].lstrip()
    part = does[: next((i for i, char in enumerate(does) if char in "，。；"), len(does))]
    # 党政办：负责…: who is no body by name is one before a word of a role; 优化供水格局：统筹… is none.
    has_role = part.startswith(duty_words("role"))
    are_bodies = all(
        (_is_body(name) or (has_role and is_party(name))) and not _is_deed(name) for name, _, _ in named
    )
    if (
        not named
        or not are_bodies
        or any(m.role in OF_DUTY for m in marks(f"{simplified(text[start:at])}："))
    ):
        return None
    is_sure = has_role or DUTY.match(does) is not None
    if not (is_sure or _is_verb(part)) or part.startswith(_IN_CHARGE):
        return None
    roles = own_roles(simplified(text[start:at]) + "、")
    told = {a.name: a for a in text_to_duty(text[start:at] + part)} if not roles else {}
    own = [Assigned(without_person(name), start + a, start + b, role_of(part)) for name, a, b in named]
    settled = settle_roles(tuple(_with_own_role(a, start, roles) for a in own))
    agencies = tuple(told.pop(a.name, a) for a in settled)
    end = text.index(part, at + 1) + len(part)
    return Headed(passage, start, end, (*agencies, *told.values()), is_sure)


def _with_own_role(named: Assigned, start: int, roles: Mapping[int, tuple[int, str]]) -> Assigned:
    """市大数据局（牵头单位）: the bracket gives the role, and is no part of the name."""
    at = next((at for at, (end, _) in roles.items() if start + end == named.end), None)
    if at is None:
        return named._replace(role="other") if roles and named.role == "joint" else named
    return named._replace(name=named.name[: at - (named.end - start)], role=roles[at][1])


def _is_body(name: str) -> bool:
    return is_agency(name) or name.endswith(words("ending", "body"))


def _is_deed(name: str) -> bool:
    """优化供水格局, 建设服务中心: something done; not 组织部."""
    first = tagged(name)[0][0]
    made = lookup(first)
    return made is not None and made.kind == "make" and len(name) - len(first) > _LONGEST_ENDING


def _is_verb(part: str) -> bool:
    """保障经费, 每日发布预报, 统一调度农机; not 开户行账号 …: two letters or more, first or behind one word, with something behind."""
    said = tagged(part)
    at = next((i for i, (word, tag) in enumerate(said[:2]) if tag in _VERBS and len(word) > 1), len(said))
    return any(map(str.isalpha, "".join(word for word, _ in said[at + 1 :])))
