"""The labels of a text that says who is responsible: where they stand, their words, the role they give."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.brackets import brackets
from pipeline.language.labels import (
    UNKNOWN,
    duty_alternation,
    duty_words,
    has_role_word,
    label_role,
    label_words,
    labels,
    role_classes,
    unknown_labels,
)
from pipeline.language.names import is_agency, is_party, split_names

# 责任领导：张三, 时限：, 适用范围：: nobody of those responsible stands behind it.
_ASIDE = patterns.compile(
    rf"【(?:{duty_alternation('aside')})】|(?<![\p{{Han}}\w])(?:【\p{{Han}}{{2,8}}】|\p{{Han}}[\p{{Han}}（）]{{1,14}}[：:])"
)
_OVER = patterns.compile(r"[；。;）〕】\]〗]|\p{Han}{2,8}[：:]")
_LONGEST_RUN = 6


class Mark(NamedTuple):
    """A label at [start, end), with its colon or brackets: its words and the role it gives, `aside` where it gives none.

    `known` is False where no word of it says what those named do."""

    start: int
    end: int
    words: str
    role: str
    known: bool = True


@lru_cache(maxsize=2048)
def marks(text: str) -> tuple[Mark, ...]:
    """Every label of a text, left to right. One of which only a part is known (技术攻坚单位：) counts before bodies alone."""
    own = own_roles(text)
    every = [m for m in labels(text) if not _is_part_of_a_word(text, m) and m.start() - 1 not in own]
    stops = [*(m.start() for m in every[1:]), len(text)]
    found = [_mark(m) for m, stop in zip(every, stops, strict=False) if _gives_role(m, text[m.end() : stop])]
    # Every other label has a colon or is in such brackets.
    others = _ASIDE.finditer(text) if "：" in text or ":" in text or "【" in text else ()
    for match in (*unknown_labels(text), *others):
        if any(m.start < match.end() and match.start() < m.end for m in found):
            continue
        if match.re is not UNKNOWN:
            found += _aside(match)
        elif _are_bodies(text[match.end() :]):
            said = match["said"]
            found.append(Mark(match.start(), match.end(), said, label_role(said), has_role_word(said)))
    return tuple(sorted(found, key=lambda m: m.start))


_SEPARATES = "、，,；;。及和与）)】]〕"


@lru_cache(maxsize=2048)
def own_roles(text: str) -> Mapping[int, tuple[int, str]]:
    """Where a bracket begins that gives the body right before it a role → where it ends, and the role: 市水利局（牵头）、市财政局."""
    found: dict[int, tuple[int, str]] = {}
    for start, end, closed in brackets(text, "（("):
        said = text[start + 1 : end - 1]
        head = next((word for word in duty_words("head", "office") if said.endswith(word)), "")
        role = role_classes().get(said.removesuffix(head))
        behind = text[end : end + 1]
        if closed and role and start and text[start - 1].isalnum() and (not behind or behind in _SEPARATES):
            found[start] = (end, role)
    return found


def _aside(match: patterns.Match) -> list[Mark]:
    """A label of something else; 市卫健委完成时限： is one behind a name."""
    said = match[0].rstrip("：:")
    name = next((said.removesuffix(word) for word in duty_words("aside") if said.endswith(word)), "")
    start = match.start() + (len(name) if is_party(name) else 0)
    return [Mark(start, match.end(), match.string[start : match.end()], "aside")]


def _mark(match: patterns.Match) -> Mark:
    words = label_words(match)
    boxed = match["boxed"] is not None
    end = match.end() + boxed
    if boxed and match.string[end : end + 1] in ("：", ":"):
        end += 1
    return Mark(match.start() - boxed, end, words, label_role(words))


def _gives_role(match: patterns.Match, behind: str) -> bool:
    """Whether a label says what those behind it do; 承办： alone, where they are bodies and nothing else."""
    if match["boxed"] or label_words(match) not in duty_words("role", "other"):
        return True
    over = _OVER.search(behind)
    names = split_names(behind[: over.start()] if over else behind)
    return bool(names) and all(is_party(name) for name, _, _ in names)


def _is_part_of_a_word(text: str, match: patterns.Match) -> bool:
    """技术|支持单位：; but a label may follow a name at once (市民政局|责任单位：)."""
    start = match.start()
    while start > max(0, match.start() - _LONGEST_RUN) and text[start - 1].isalpha():
        start -= 1
    run, before = text[start : match.start()], text[max(0, start - 1) : start]
    if not run or before.isalnum() or before in ("：", ":"):  # 3月底|配合单位：
        return False
    return not is_party(run)


def _are_bodies(text: str) -> bool:
    over = _OVER.search(text)
    names = split_names(text[: over.start()] if over else text)
    return bool(names) and all(is_agency(name) for name, _, _ in names)
