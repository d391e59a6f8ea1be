"""The notice's own title in other words: 《甲市养老计划》 of 甲市2023年养老工作计划（2023—2025年）."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.language.documents import letters_and_years

_PLACES = "省市区县州盟旗"
_SHORTEST = 8
# 专项整治行动方案, 专项整治工作方案: one paper, where its place is said, too.
_PLAIN = (
    ("工作", ("方案", "计划", "要点")),
    ("行动", ("方案", "计划")),
    ("实施", ("方案", "意见")),
)
# 认定与管理办法 and 认定及管理办法 are one.
_LINKS, _JOINED = ("关于", "进一步", "以及"), str.maketrans("", "", "与及和、")
_EDITIONS, _FIGURES = ("版", "修订", "草案"), "0123456789一二三四五六七八九十"
# 根据《甲市行动方案》，制定本方案: what a notice is made by is never the notice; 制定本地方案 tells others to make theirs.
_MADE, _THEIRS = ("制定本", "制定了本", "编制本"), tuple("地级单部乡镇街村社校院县区市省州系行企局")
_MADE_BY_IT = ("特制定", "提出如下", "提出以下", *_MADE)


def other_words(title: str, places: Collection[str], written: str = "") -> frozenset[str]:
    """What a notice or its annex may be called by instead of its title: without its years, or, where it says none, with the
    one it was `written` in; with or without the place of who issued it (`places`), and, where a place is said, without the
    words for how it is a plan.

    >>> bool(in_other_words("甲市2023年普法要点") & other_words("2023年甲市普法要点", ("甲市",)))
    True
    >>> bool(in_other_words("甲市2022年普法要点") & other_words("2023年甲市普法要点", ("甲市",)))
    False
    """
    letters, years = _letters(title)
    bases = {letters, *(letters.removeprefix(place) for place in places)}
    short = {place.rstrip(_PLACES) for place in places}
    placed = (place + base for place in (*places, *short) if len(place) > 1 for base in bases)
    said = {letters, *placed, *(base for base in bases if len(base) >= _SHORTEST)}
    times = {years, frozenset()} if years or not written else {years, frozenset((written,))}
    return frozenset(key for words in said for when in times for key in _keys(words, when))


def in_other_words(title: str) -> frozenset[str]:
    """What a title of a text must be known by to be one of these."""
    return frozenset(_keys(*_letters(title)))


def end_of_words(title: str) -> str:
    """What a name ends in that a title of a text may be the end of: 《申报清单》 of 甲市申报清单（2024年）.

    >>> any(name.endswith(end_of_words("申报清单")) for name in other_words("甲市申报清单（2024年）", ()))
    True
    """
    return next(_keys(*_letters(title)))


def is_made_by(after: str) -> bool:
    """Do the words behind a title say that the notice was made by it?"""
    sentence = after.partition("。")[0]
    for made in _MADE:
        for whose in _THEIRS:
            sentence = sentence.replace(made + whose, "")
    return any(word in sentence for word in _MADE_BY_IT)


def says_place(title: str) -> bool:
    """Does a title begin with a place? That of a whole country's paper does not."""
    return any(char in _PLACES for char in title[2:8])


def _letters(title: str) -> tuple[str, frozenset[str]]:
    letters, years = letters_and_years(title)
    for word in _LINKS:
        letters = letters.replace(word, "")
    letters = letters.replace("实施细则", "细则")
    if title.endswith("）"):
        for word in _EDITIONS:
            letters = letters.removesuffix(word)
    # 《甲市申报清单（附件2）》
    name, annex, number = letters.partition("附件")
    return (name if annex and not number.strip(_FIGURES) else letters).translate(_JOINED), years


def _keys(letters: str, years: frozenset[str]) -> Iterator[str]:
    when = " ".join(sorted(years))
    yield f"{letters} {when}"
    if says_place(letters):
        yield f"~{_plain(letters)} {when}"


def _plain(letters: str) -> str:
    """A title that ends in 工作方案, 行动方案 or 实施方案 as one that ends in 方案."""
    ends = {word + noun: noun for word, nouns in _PLAIN for noun in nouns}
    while end := next((end for end in ends if letters.endswith(end)), ""):
        letters = letters.removesuffix(end) + ends[end]
    return letters
