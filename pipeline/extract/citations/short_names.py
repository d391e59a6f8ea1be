"""The short names that a text gives a document behind its title: （以下简称《办法》）, （以下简称《省规划》或“规划”）."""

from __future__ import annotations

_CALLED, _REACH = ("简称为", "简称", "下称", "统称"), 36
_STOPS = frozenset("。；《")
_MARKS, _CLOSING, _BETWEEN = '《“‘"', '》”’"', 3
_LONGEST = 20


def short_names(behind: str) -> tuple[str, ...]:
    """The names given in what stands behind a title, the first of them first.

    >>> short_names("（以下简称《办法》），制定"), short_names("（甲发〔2021〕2号，以下均简称为“条例”或《条例》）")
    (('办法',), ('条例', '条例'))
    >>> short_names("，参照《乙办法》（以下简称《办法》）"), short_names("（以下简称两金）")
    ((), ('两金',))
    """
    ends = (at + len(word) for word in _CALLED if (at := behind.find(word, 0, _REACH)) >= 0)
    at = max(ends, default=0)
    if not at or not _STOPS.isdisjoint(behind[:at]):
        return ()
    rest, names = behind[at:].removeprefix("为"), []
    while rest[:1] and rest[0] in _MARKS:
        rest = rest.lstrip(_MARKS)
        end = min((i for mark in _CLOSING if (i := rest.find(mark)) >= 0), default=-1)
        if not 0 < end <= _LONGEST:
            break
        names.append(rest[:end])
        rest = rest[end:].lstrip(_CLOSING)
        # 或《条例》; behind the bracket another document may be named: （以下简称《意见》）和《条例》.
        following = (n for n in range(_BETWEEN) if rest[n : n + 1] in set(_MARKS) and "）" not in rest[:n])
        rest = rest[next(following, len(rest)) :]
    bare = rest.find("）")
    return tuple(names or ([rest[:bare]] if 0 < bare <= _LONGEST else []))
