"""A sentence of running text that says part by part who leads and who helps: 由市发展改革委牵头，市财政局配合，6月底前出台细则."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.extract.duties.assignments import ENDS_AS_DUTY, read_list
from pipeline.extract.duties.signs import Assigned
from pipeline.language.brackets import open_brackets
from pipeline.language.labels import duty_words, work_before
from pipeline.language.names import is_party, split_names
from pipeline.language.quantities import quantities
from pipeline.language.segmentation import tagged
from pipeline.language.sentences import parts
from pipeline.language.times import times
from pipeline.language.words import lookup
from pipeline.language.words import words as words_of

#: The rule of what is read so, and what is stated of it: few labelled notices have such a sentence.
IN_SENTENCE, UNPROVED = "sentence_by_verb", 0.9
_COMMA, _BY = "，", "由"
_AT_END = ("", "。", "；")
_BINDING, _DONE = ("by", "recurring"), "完成"
# Offices that no place and nothing that is built or founded is called by.
_ORGANS = ("局", "委", "办", "厅")


def duties_in_parts(text: str) -> Iterator[tuple[int, int, tuple[Assigned, ...]]]:
    """Where parts stand outside brackets, one behind the other, that all end in words of duty, [start, end), and those named;
    only where one leads and another helps. What a body alone is told to do is no assignment."""
    if not any(map(text.__contains__, (*duty_words("role", "lead", "support"), *duty_words("sharing")))):
        return
    depths = open_brackets(text)
    run: list[tuple[int, int]] = []
    for part in parts(text):
        says = not depths[part.start] and ENDS_AS_DUTY.search(text[part.start : part.end]) is not None
        if says:
            run.append((part.start, part.end))
        if run and (not says or text[part.end : part.end + 1] != _COMMA):
            # Beside who is only told to do something nobody leads or helps.
            leads = any(text.find(word, run[0][0], run[-1][1]) >= 0 for word in _leading())
            start = _agent(text, *run[0]) if leads else 0
            for end in (
                end for _, end in reversed(run if leads else ())
            ):  # 市纪委监委全程监督 is no part of it
                agencies = read_list(text[start:end])
                if {"lead", "support"} <= {a.role for a in agencies}:
                    yield start, end, agencies
                    break
            run = []


@cache
def _leading() -> tuple[str, ...]:
    """Words without which none of a list leads or helps."""
    return (*duty_words("role", "lead", "support"), *duty_words("named", "support"), *duty_words("with"))


def _agent(text: str, start: int, end: int) -> int:
    """Where the first body of a part stands: behind the 由 of 堤防抢护由市水利局牵头, which says for what it is responsible."""
    begins, at = [start], start
    for word, _ in tagged(text[start:end]) if _BY in text[start:end] else ():
        at += len(word)
        begins += [at] if word == _BY else []  # not of 自由
    return next((at for at in begins if read_list(text[at:end])), start)


def ends_deed(text: str, start: int, stop: int, begin: int) -> bool:
    """Whether a bracket stands behind what is to be done, before its stop: 改善出行条件（市交通局、市公安局）。

    A bracket behind a body or a word for one only says who that is: 报送主管部门（市教育局）; behind so many things (新建公厕
    20座（市城管局）) it may name where or what they are."""
    mark = max(text.rfind(one, 0, start) for one in "。；，：、")
    # 信息报送（每月5日前，市市场监管局）: a time that binds says that the bracket tells a duty.
    if text[stop:][:1] in _AT_END and _is_due(text[start + 1 : stop - 1]):
        return True
    if text[stop:].strip() not in _AT_END or (mark >= 0 and text[mark] in "：、"):
        return False
    words = tagged(text[max(mark + 1, begin) : start] or _COMMA)
    last, tag = words[-1]
    made = lookup(words[0][0])
    if len(words) < 2 or not (words[0][1] == "v" or (made and made.kind == "make")):
        return False
    if any(one.end == start for one in quantities(text[:start])):
        return all(name.endswith(_ORGANS) for name, _, _ in split_names(text[start + 1 : stop - 1]))
    return tag in ("n", "vn") and not is_party(last) and not last.endswith(words_of("ending", "body"))


def _is_due(said: str) -> bool:
    """5月底前, 每月5日前, 9月底前完成; not 3月5日前报名."""
    return any(
        found.time.kind in _BINDING
        and (said[found.end :].startswith(("，", "；", "、", _DONE)) or found.end == len(said))
        for found in times(said)
    )


def is_of_what_precedes(sentence: str) -> bool:
    """以上工作由市民政局负责: whether a sentence says of all that stands before it whose it is."""
    said = work_before(sentence)
    return said > 0 and sentence.startswith(_BY, said)
