"""Two names of one body: what a title calls short, a signature writes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.language import patterns
from pipeline.language.bodies import LEVEL
from pipeline.language.segmentation import tagged
from pipeline.model import Named

# A name without its place: 市政府, 省财政厅.
_WITHOUT_PLACE = patterns.compile(rf"^{LEVEL}")
_NATIONAL = patterns.compile(r"^(?:中华人民共和国|中国(?=\p{Han}{2})|中共|国家(?=\p{Han}{2}))+")
_PLACES = patterns.compile(
    rf"^\p{{Han}}(?:\p{{Han}}{{0,7}}?(?:自治[区州县旗]|[省州盟旗]|新区|(?<!市|[省市州区县]城)市(?![场域级])|[区县](?![场域级]|城(?![市管建乡关投]))))+(?=\p{{Han}}{{2}})|^{LEVEL}(?=\p{{Han}}{{2}})"
)

# What names that are called short leave out at their ends.
_SHORT_FORMS = (
    *(("委员会", "委"), ("委会", "委"), ("人民政府", "政府"), ("人民代表大会", "人大")),
    *(("联合会", "联"), ("办公室", "办"), ("监会", "监委")),
    *(("高新技术产业开发区", "高新区"), ("经济技术开发区", "经开区"), ("自由贸易试验区", "自贸区")),
)
_OF_GOVERNMENT, _LEAST = "政府", 3
# 国家统计局华东监测局: the branch of a national office, and where its place stands.
_COUNTRY, _OFFICES, _PLACE = ("国家", "中国"), "局会署委行", 2
_LEAGUE, _PLACES_END = ("共青团", "团"), tuple("省市区县州盟旗")
# The longest word that no compound is: 国有资产 is 国有 and 资产.
_WORD = 3


def distinct(names: Iterable[Named]) -> list[Named]:
    return list({named.name: named for named in reversed(list(names))}.values())[::-1]


def together(some: Sequence[Named], others: Sequence[Named]) -> tuple[Named, ...]:
    """Both lists, each body once: under the name of the first, but one that says its place goes before one that does
    not (市政府), and one that is written out before one that is called short (委, 住建局).

    Names of one list are names of several bodies; of two lists those are paired first that are letter by letter the same.
    """
    pairs: dict[int, Named] = {}
    # Several in one word, 甲局乙局: the other list tells them apart.
    some = [n for n in some if n.name != "".join(other.name for other in others) or len(others) < 2]
    left = list(others)
    paired = {n.name for n in some} & {other.name for other in others}
    for other in left:
        free = (i for i, n in enumerate(some) if i not in pairs and n.name not in paired)
        if (
            other.name not in paired
            and (at := next((i for i in free if is_same_body(some[i].name, other.name)), None)) is not None
        ):
            pairs[at] = other
    by_place = _paired_by_place(some, left, {i: left.index(other) for i, other in pairs.items()})
    kept = [pairs[i] if i in pairs and _is_fuller(pairs[i].name, n.name) else n for i, n in enumerate(some)]
    kept = [max(n, by_place.get(i, n), key=lambda one: len(one.name)) for i, n in enumerate(kept)]
    taken = {id(other) for other in (*pairs.values(), *by_place.values())}
    return (*kept, *(o for o in left if id(o) not in taken and o.name not in paired))


def _paired_by_place(
    some: Sequence[Named], others: Sequence[Named], pairs: Mapping[int, int]
) -> dict[int, Named]:
    """Those left over of two lists that are as long, of which others are the same bodies in the same order: 甲局、人行市支行 above,
    甲局 and 中国人民银行某市支行 below. A list has each body once, so the ones that stand at the same place are one, too."""
    alike = {i for i, at in pairs.items() if i == at}
    alike |= {i for i, (n, o) in enumerate(zip(some, others, strict=False)) if n.name == o.name}
    moved = len(pairs) + len({n.name for n in some} & {o.name for o in others}) - len(alike)
    if len(some) != len(others) or moved or not alike:
        return {}
    return {i: other for i, other in enumerate(others) if i not in alike}


def without_short(names: Sequence[Named]) -> tuple[Named, ...]:
    """The names of one head, each body once: 自治区人民政府 below 甲川自治区人民政府 is the same."""
    return tuple(
        n
        for n in names
        if not any(is_same_body(n.name, o.name) and _is_fuller(o.name, n.name) for o in names)
    )


def in_full(names: Sequence[Named], others: Iterable[Named]) -> tuple[Named, ...]:
    """The names, each that says no place (县人民政府) as the other that is the same body and says it."""
    others = list(others)
    return tuple(
        next((o for o in others if is_same_body(n.name, o.name) and _is_fuller(o.name, n.name)), n)
        for n in names
    )


def in_short(names: Sequence[Named], printed: Sequence[Named]) -> tuple[Named, ...]:
    """Who gave an order, as the page calls that body elsewhere: 国务院 of 中华人民共和国国务院令."""
    return tuple(
        next((p for p in printed if n.name.endswith(p.name) and is_same_body(n.name, p.name)), n)
        for n in names
    )


def in_a_row(names: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """The others in the order of the names, where these are the same letters cut elsewhere, or not cut: 甲市财 | 政局乙局; []
    where they are not."""
    row = "".join(name.name for name in names)
    if not row or len(row) != sum(len(other.name) for other in others):
        return []
    places = sorted((row.find(other.name), n) for n, other in enumerate(others))
    ends = [at + len(others[n].name) for at, n in places]
    is_whole = [at for at, _ in places] == [0, *ends[:-1]]
    return [others[n] for _, n in places] if is_whole else []


def is_same_body(one: str, other: str) -> bool:
    """Whether one is the other called short: its letters in their order, first and last the same (教育部 and 中华人民共和国教育部,
    省政府办公厅 and 某省人民政府办公厅, 甲市委办公室 and 中共甲市委员会办公室), not fewer than half or each the first of a word
    (甲市人社局 and 甲市人力资源和社会保障局), of one place.

    >>> is_same_body("甲市住建局", "甲市住房和城乡建设局"), is_same_body("甲市财政局", "甲市财政国库支付局")
    (True, False)
    >>> is_same_body("华东统计监测局", "国家统计局华东监测局"), is_same_body("华东统计监测局", "国家统计局华南监测局")
    (True, False)
    """
    one, other = (_by_place(one, other) or one), (_by_place(other, one) or other)
    (place, short), (other_place, long) = sorted(
        (_place_and_body(one), _place_and_body(other)), key=lambda p: len(p[1])
    )
    if (short[:1], short[-1:]) != (long[:1], long[-1:]):
        return False
    if not (place.endswith(other_place) or other_place.endswith(place)):
        return False
    letters = iter(long if len(long) <= 2 * len(short) else _first_letters(long))
    return all(letter in letters for letter in short)


def _by_place(name: str, other: str) -> str:
    """The name of a branch with its place in front, as the other has it: 国家统计局华东监测局 as 华东统计局监测局; "" if it is none."""
    at = name.find(other[:_PLACE]) if name.startswith(_COUNTRY) else -1
    is_branch = at > _PLACE and name[at - 1] in _OFFICES
    return other[:_PLACE] + name[_PLACE:at] + name[at + _PLACE :] if is_branch else ""


def _first_letters(body: str) -> str:
    """The letters that begin the words of a name, and its last: 住和城建局 of 住房和城乡建设局, 国资监管委 of 国有资产监督管理委."""
    words = [word for word, _ in tagged(body)]
    first = (word[:: 2 if len(word) > _WORD else len(word)] for word in words)
    return "".join(first) + words[-1][-1]


def _place_and_body(name: str) -> tuple[str, str]:
    bare = _NATIONAL.sub("", name)
    for full, short in _SHORT_FORMS:
        bare = bare.replace(full, short)
    if place := _place_of_league(bare):
        return place, "团委"
    found = _PLACES.match(bare)
    place, body = (found[0], bare[found.end() :]) if found else ("", bare)
    # 甲市人民政府国有资产监督管理委员会 is 甲市国资委; 甲市人民政府办公室 is of the government.
    rest = body.removeprefix(_OF_GOVERNMENT)
    return place, rest if len(rest) >= _LEAST and not rest.startswith("办") else body


def _place_of_league(name: str) -> str:
    """甲市 of 共青团甲市委, 市 of 团市委; "" of other names."""
    whose = next((name[len(head) :] for head in _LEAGUE if name.startswith(head)), "").removesuffix("委")
    return whose if name.endswith("委") and whose.endswith(_PLACES_END) else ""


def _is_fuller(name: str, kept: str) -> bool:
    if name == f"中共{kept}" or _by_place(name, kept):
        return True
    if _WITHOUT_PLACE.match(kept) and not _WITHOUT_PLACE.match(name):
        return len(name) > len(kept)
    place, _ = _place_and_body(kept)
    # 中国科协, 国家发展改革委: those of the country are called so; 公安局 behind 甲市民政局 leaves its place out.
    if not place or _place_and_body(name)[0] != place:
        return not place and bool(_place_and_body(name)[0])
    return len(_NATIONAL.sub("", name)) > len(_NATIONAL.sub("", kept))
