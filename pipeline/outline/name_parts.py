"""Where the names of several issuers stand in one line: parted by blanks, by 、, or by nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.language import patterns
from pipeline.language.bodies import PLACE, known_body, suffix_of
from pipeline.language.names import split_names
from pipeline.language.registers import known_names, longest_first
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name, is_end_of_name
from pipeline.outline.letters_apart import names_apart
from pipeline.outline.title_words import HEAD_OF_NAME, SIGNED

Part = tuple[int, int]
# Of three names in a list one may be of a kind that nobody knows: the others say what the list holds.
_LEAST_LISTED, _KNOWN = 3, 2 / 3
_OF_COUNTRY = patterns.compile(r"^(?:国家|中国|中华)")
# What a body of the whole country ends in, and what its branches end in.
_BRANCHES = (
    (("税务总局",), ("税务局",)),
    (("银行", "公司"), ("分行", "支行", "营业管理部", "总部", "分公司", "支公司")),
    (("监督管理委员会", "监督管理总局", "监管总局", "监会"), ("监管局", "监管分局")),
    (("统计局",), ("调查总队", "调查队")),
    (("外汇管理局",), ("分局", "支局")),
)
# 红嘴开发区分局 behind 甲市公安局: what a body is called in a part of its place begins no name.
_OFFICE_OF = patterns.compile(rf"{PLACE}(?:分局|支局|分院|分会|分队|支队|大队|中队)")
# 甲市新站高新技术产业开发区管委会: what kind of zone it is begins no name.
_ZONES = ("高新", "经济", "工业", "产业", "综合保税", "保税", "开发区", "示范")
_HEAD_OF_COUNTRY = "中共|中国|国家|国务院|全国|中华|共青团|最高人民"
_SEATS, _LONGEST_SEAT, _SHORTEST_NAME = "省市区县州盟旗镇", 8, 4
_GOES_ON = ("和", "与", "及", "、")
_LIKE_NAME = patterns.compile(r"[\p{Han}（）“”]{3,30}")


# 市委, 侨办: the names of so few letters behind a place that a body has.
_SHORT_OFFICES, _SHORTEST_OFFICE = ("委", "办", "协", "联", "法院"), 2


def name_parts(passage: Passage, start: int, stop: int, only_known: bool = False) -> list[Part]:
    """Where the names of text[start:stop] stand that blanks or 、 part, each without its seal; [] if a part is no name.

    `only_known`: where other words than names may stand, no part is a name by the list it stands in.
    """
    text = passage.text
    words = _words(passage, start, stop)
    for parts in (words, list(_joined(text, words)), [(start, stop)]):
        cut = [found for a, b in parts for found in _listed(text, a, b)]
        bare = [_without_seal(text, a, b) for a, b in cut]
        if bare and (all(is_body_name(text[a:b]) for a, b in bare) if only_known else are_names(bare, text)):
            return with_branches(text, bare)
    return []


def is_branch(head: str, branch: str) -> bool:
    """Is a name what a body of the whole country is called in a place: 国家税务总局 | 甲省税务局?

    >>> is_branch("中国人民银行", "甲市中心支行"), is_branch("国家税务总局", "甲市人民政府")
    (True, False)
    """
    return _OF_COUNTRY.match(head) is not None and any(
        head.endswith(heads) and branch.endswith(branches) for heads, branches in _BRANCHES
    )


def with_branches(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, a body of the whole country and its branch beside it as the one name that they are."""
    whole: list[Part] = []
    for a, b in parts:
        if whole and whole[-1][1] == a and is_branch(text[slice(*whole[-1])], text[a:b]):
            whole[-1] = (whole[-1][0], b)
        else:
            whole.append((a, b))
    return whole


def are_names(parts: Sequence[Part], text: str) -> bool:
    """Whether each part of text is a body's name, or is one by the list it stands in: 教育部 共青团中央 某总会 全国妇联."""
    known = [is_body_name(text[a:b]) for a, b in parts]
    if all(known):
        return True
    like = all(is_like_name(text[a:b]) for a, b in parts)
    return like and len(parts) >= _LEAST_LISTED and sum(known) >= len(parts) * _KNOWN


def is_like_name(text: str) -> bool:
    """Whether words could be a body's name where only such stand: Han letters, not the end of a longer name nor its place."""
    is_part = is_end_of_name(text) or patterns.fullmatch(PLACE, text) or patterns.fullmatch("“[^”]*”", text)
    return bool(_LIKE_NAME.fullmatch(text)) and not is_part


def _words(passage: Passage, start: int, stop: int) -> list[Part]:
    """What blanks part; letters printed apart (`教 育 部`) are one word."""
    gaps = (i for i in range(start + 1, stop) if passage.places[i] - passage.places[i - 1] > 1)
    pieces = list(pairwise([start, *gaps, stop]))
    apart = [passage.places[b] - passage.places[b - 1] for _, b in pieces[:-1]]
    text = passage.text
    words: list[Part] = pieces[:1]
    for n, (a, b) in enumerate(pieces[1:]):
        lone = all(end - begin == 1 for begin, end in (pieces[n], (a, b)))
        # Wider blanks than those between its letters end a word.
        if (lone and apart[n] == min(apart)) or _is_cut(text[slice(*words[-1])], text[a:b]):
            words[-1] = (words[-1][0], b)
        else:
            words.append((a, b))
    return [name for a, b in words for name in names_apart(passage, a, b)]


def _is_cut(left: str, right: str) -> bool:
    """Whether a blank stands inside a name: 某市人民政府办 | 公厅, 某市规 | 划和自然资源局."""
    suffix = suffix_of(left + right)
    if suffix is None:
        return False
    if left.endswith(_GOES_ON):  # 甲市住房和 | 城乡建设局
        return True
    # 国家税务 | 总局甲省税务局: the end of a line stands inside a name that is known.
    if not is_body_name(left) and any(left + right[:n] in known_names() for n in range(1, _SHORTEST_NAME)):
        return True
    is_within = len(suffix["suffix"]) > len(right) > 0 and not known_body(right)
    begins = HEAD_OF_NAME.match(right) or known_body(right) or is_end_of_name(right)
    return is_within or not (begins or is_body_name(left))


def _joined(text: str, words: Sequence[Part]) -> Iterator[Part]:
    """The words put together to names, each as short as it can be: 某市房屋征收 | 管理办公室, 某市委 | 办公室."""
    begun: Part | None = None
    for n, (a, b) in enumerate(words):
        begun = (begun[0] if begun else a, b)
        following = text[slice(*words[n + 1])] if n + 1 < len(words) else ""
        if is_body_name(text[slice(*_without_seal(text, *begun))]) and not is_end_of_name(following):
            yield begun
            begun = None
    if begun:
        yield begun


def _without_seal(text: str, start: int, stop: int) -> Part:
    seal = patterns.search(rf"(?:{SIGNED.pattern})$", text[start:stop])
    return (start, start + seal.start()) if seal else (start, stop)


def _listed(text: str, start: int, stop: int) -> list[Part]:
    """教育部办公厅、中国科协办公厅: two names; the whole where a part is none (甲区科技、教育局)."""
    parts = [(start + a, start + b) for _, a, b in split_names(text[start:stop])]
    if len(parts) > 1 and are_names([_without_seal(text, a, b) for a, b in parts], text):
        return parts
    return glued_names(text, start, stop) or [(start, stop)]


def glued_names(text: str, start: int, stop: int) -> list[Part]:
    """中共甲市委办公室甲市人民政府办公室, 甲市商务局甲海关: where the place is named once more another name begins, where a
    body of the whole country does (国家税务总局甲市税务局), or where one ends that is known: 教育部公安部; [] if none does."""
    if known := _known_names().fullmatch(text, start, stop):
        return known.spans("one") if len(known.spans("one")) > 1 else []
    cuts = [start]
    heads = patterns.compile("|".join([_HEAD_OF_COUNTRY, *map(patterns.escape, _places(text[start:stop]))]))
    for head in heads.finditer(text, start + _SHORTEST_NAME, stop - 2):
        rest = text[head.start() : stop]
        is_part = _OFFICE_OF.match(rest) or rest.startswith(_ZONES)
        if is_body_name(text[cuts[-1] : head.start()]) and is_body_name(rest) and not is_part:
            cuts.append(head.start())
    parts = list(pairwise([*cuts, stop]))
    return parts if len(parts) > 1 and all(is_body_name(text[a:b]) for a, b in parts) else []


def _places(text: str) -> set[str]:
    """What places are called in a row of names, without 省 or 市: 甲江 of 甲江市商务局甲江海关."""
    seats = (n for n, letter in enumerate(text) if letter in _SEATS)
    begins = ((_place_begins(text, n), n) for n in seats)
    # 易县 is called so in full, 通辽市 also 通辽.
    return {text[at : max(n, at + 2)] for at, n in begins if at is not None}


def _place_begins(text: str, seat: int) -> int | None:
    """Where the shortest word before a 省 or 市 begins that begins the row or stands behind a name."""
    begins = (seat - length for length in range(1, _LONGEST_SEAT + 1))
    return next(
        (at for at in begins if at == 0 or (at > 0 and (text[:at] == "中共" or _is_whole_name(text[:at])))),
        None,
    )


def _is_whole_name(text: str) -> bool:
    """Whether a name ends here, and no place begins that goes on: 营口市站 of 营口市站前区, 甲市委办公室会 of …会同县委."""
    suffix = suffix_of(text)
    if suffix is None or len(suffix["suffix"]) > 1 or text.endswith(_SHORT_OFFICES):
        return is_body_name(text)
    after_place = patterns.sub(rf"^(?:{PLACE})+", "", text)
    return is_body_name(text) and len(after_place) > _SHORTEST_OFFICE and not is_body_name(text[:-1])


@cache
def _known_names() -> patterns.Pattern:
    return patterns.compile(rf"(?P<one>{'|'.join(longest_first(known_names()))}){{2,}}")
