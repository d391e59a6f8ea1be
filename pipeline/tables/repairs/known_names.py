"""The names of a column, by how long they are and how they end: told of a name cut in two without looking at each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.language import patterns
from pipeline.language.bodies import CLASS_ALONE, LEVELS
from pipeline.language.cells import is_dash, is_total, is_value, number

_FEWEST, _MOSTLY = (
    3,
    0.7,
)  # names that show that a column's say what they are: other halves beside them do not
_FEWEST_ALIKE = 2
_MANY, _NEARLY_ALL = 10, 0.8  # names that end as several others do
_SHARE = 0.1
_PLACE = patterns.compile(rf"\p{{Han}}+{LEVELS}")
_SHORT_SCHOOL = patterns.compile(r"\p{Han}*[一二三四五六七八九十][中小]")
_LONGEST_TAIL = 6  # letters of what several names end in


class KnownNames:
    """The words of the cells of a column."""

    def __init__(self, names: Iterable[str]) -> None:
        self._counts = Counter(names)
        self._sizes: Counter[int] = Counter()
        self._ends: Counter[str] = Counter()
        numbers = 0
        for name, n in self._counts.items():
            self._sizes[len(name)] += n
            self._ends[name[-1]] += n
            numbers += n * (number(name) is not None)
        self._many = self._counts.total()  # counted once: every row of a table asks how many there are
        self.is_numbered = 2 * numbers > self._many

    def __len__(self) -> int:
        return self._many

    def words(self) -> Iterable[str]:
        """Those that are no values."""
        return (name for name in self._counts.elements() if not is_value(name))

    def ends_alike(self, text: str) -> bool:
        """Cells of the column end as this one does: 否 under 是 and 否, 东坪村 under 西山村."""
        return self._ends[text[-1:]] >= _FEWEST_ALIKE

    def are_ended(self, upper: str, lower: str) -> bool:
        """Most names end as several do and are longer than the lower half; so is and does the whole, but not its upper half:
        南湾社 and 区 beside 东湾社区 and 北湾社区."""
        names = self._counts.keys() - {upper, lower}
        alike = sum(self.ends_alike(name) and len(name) > len(lower) for name in names)
        mostly = alike >= max(_FEWEST, _MOSTLY * len(names)) and len(upper + lower) <= max(self._sizes)
        return mostly and self.ends_alike(lower) and self._ends[upper[-1:]] < _FEWEST_ALIKE

    def are_cut(self, upper: str, lower: str, *but: str) -> bool:
        """Whether two halves are one name: the lower is none by itself (街道), or each half is shorter than any other name,
        and together they end, or are as long, as other names. Where the other names say what they are (镇, 街道), the upper
        half does not. `but`: cells that are no other name."""
        if says_class(lower) and any(word.endswith(upper) for word in CLASS_ALONE):
            return False  # 镇 above 大坝乡 ends the name before
        gone = {lower, *but} & self._counts.keys()
        sizes = sorted(self._sizes.keys() - self._lacking(gone))
        if lower in CLASS_ALONE and sizes and len(upper + lower) <= sizes[-1] + len(lower):
            return True
        others = self._counts.keys() - gone - {upper}
        if sum(map(says_class, others)) >= max(_FEWEST, _MOSTLY * len(others)):
            return not says_class(upper) and says_class(upper + lower) and len(upper + lower) <= sizes[-1] + 1
        if not sizes or max(len(upper), len(lower)) >= sizes[0] or (says_class(upper) and says_class(lower)):
            return False
        alike = self._ends[lower[-1]] - sum(self._counts[name] for name in gone if name[-1] == lower[-1])
        return alike > 0 or len(upper + lower) <= sizes[-1]

    def _lacking(self, gone: Iterable[str]) -> set[int]:
        """The lengths that no name has but these."""
        taken: Counter[int] = Counter()
        for name in gone:
            taken[len(name)] += self._counts[name]
        return {size for size, n in taken.items() if n >= self._sizes[size]}


class WholeNames:
    """Names of rows, nearly all whole, and what these end in; `told` where they are many."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        lasts = Counter(name[-1] for name in self._names)
        least = max(_FEWEST_ALIKE, _SHARE * len(self._names))
        tails = (
            name[at:]
            for name in set(self._names)
            for at in range(max(1, len(name) - _LONGEST_TAIL), len(name))
        )
        self._tails = Counter(tails)
        self._sizes = Counter((name[-1], len(name)) for name in self._names if lasts[name[-1]] >= least)
        self._least = {end: self._shortest(end) for end, _ in self._sizes}
        whole = [name for name in self._names if self.is_whole(name)]
        self._longest = max(map(len, whole), default=0)
        self.told = len(whole) >= max(_MANY, _NEARLY_ALL * len(self._names))

    def _shortest(self, end: str) -> int:
        return min((size for (last, size), n in self._sizes.items() if last == end and n > 1), default=0)

    def is_whole(self, name: str) -> bool:
        """It ends as others do, is no shorter than all that end so, and is not what they end in: 小学 of 东坝小学 and 西坝小学."""
        tail = name in CLASS_ALONE or self._tails[name] > 1
        return name[-1:] in self._least and len(name) >= max(2, self._least[name[-1]]) and not tail

    def is_made(self, first: str, rest: str) -> bool:
        """The two are one name, as long as those that end so, and no longer than any."""
        least = self._least.get(rest[-1], 0)
        return 0 < least <= len(first + rest) <= self._longest


def is_name(text: str) -> bool:
    """Words that may name a row: no figure, dash or sum."""
    return bool(text) and number(text) is None and not is_dash(text) and not is_total(text)


def are_two_names(first: str, rest: str, alone: bool = False) -> bool:
    """One of the words is the short name of a school, which no other word ends: 市一中 and 小学, 马湾 and 一中. Or the first, `alone`
    above the figures, is a place that may name the rows below: 城区 and 小学, but 城区 and 街道."""
    short = any(map(_SHORT_SCHOOL.fullmatch, (first, rest)))
    return short or (alone and bool(_PLACE.fullmatch(first)) and rest not in CLASS_ALONE)


def says_class(name: str) -> bool:
    """清溪镇 ends with what it is; 清溪 and 镇 do not."""
    return name.endswith(CLASS_ALONE) and name not in CLASS_ALONE


def names_whole(name: str) -> bool:
    """联星街道 is a name by itself, 多镇 may be the end of one: two letters or more stand before what it is."""
    longest = max((len(kind) for kind in CLASS_ALONE if name.endswith(kind)), default=len(name))
    return len(name) - longest > 1
