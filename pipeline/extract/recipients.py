"""Who gets a grant, and on what condition, from the words around the amount."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language import patterns


@dataclass(frozen=True, slots=True)
class Recipient:
    """`name` as written without its condition; both None where nothing says."""

    name: str | None = None
    condition: str | None = None


_GIVES = r"，?(?:分别|可|按照?|再|一次性|每个给予|每人给予|每月|每年|给予|予以|最高|奖励|补助|发放)"
# In the order they are tried; the last match before the amount counts.
_BEFORE = (
    patterns.compile(
        rf"(?:对于?|为|给予)(?P<who>(?!予|[奖补]|支持|资助|贴息)(?:(?!给予|万元|对)[^。；]){{3,70}}?){_GIVES}"
    ),
    patterns.compile(r"向(?P<who>[^，。；]{2,20}?)(?:拨付|发放|支付|给予)"),
    patterns.compile(
        r"(?:^|，)(?P<who>(?!由|按|经|其中|并|且|可|再|分|每)[^，。；\d]{2,24}?)(?:根据[^，。；]{2,10})?，?(?:分别)?给予(?:每\p{Han})?"
    ),
)
_AFTER = patterns.compile(
    r"^[^，。；]{0,14}?(?:用于|支持)(?P<who>[^，。；]{2,20}?)(?:建设|运营)?(?=[，。；]|$)"
)
_CONDITION = patterns.compile(
    r"^(?P<condition>(?:[^，。；]{0,24}?(?:条件|合格|认定|通过|批准|备案|达标|达到|验收)[^，。；的]{0,10}|首次[^，。；的]{2,20}))的[、，]?(?=\p{Han}{2})"
)
_IF = patterns.compile(
    r"(?:^|，|；)(?P<condition>[^，。；]{2,30}?(?:合格|达标|通过|认定|批准|获评|被评为\p{Han}{2,6}))的?，"
)
_EACH = patterns.compile(r"每[一]?[个所家名户张件项位台套辆座]?(?=\p{Han}{2})")


def _distribute(who: str, place: int, many: int) -> str:
    """评比三星级、四星级、五星级的养老机构 and three amounts: the second is for 评比四星级的养老机构."""
    if many < 2:
        return who
    rest = rf"(?:[、和及][^，。；、的和及]{{1,10}}){{{many - 1}}}"
    grades = patterns.search(rf"(?P<first>[^，。；、]+)(?P<rest>{rest})", who)
    if not grades:
        return who
    others = patterns.split("[、和及]", grades["rest"])[1:]
    size = len(others[0])
    if len({other[-1] for other in others} | {grades["first"][-1]}) > 1:
        return who  # 国家、省、市级技能大赛: members of different make
    stem, first = grades["first"][:-size], grades["first"][-size:]
    return who[: grades.start()] + stem + [first, *others][place] + who[grades.end() :]


def recipient(before: str, after: str, place: int = 0, many: int = 1) -> Recipient:
    """Who is given an amount that stands between `before` and `after`, the `place`-th of `many` in a list."""
    for pattern in _BEFORE:
        if found := list(pattern.finditer(before)):
            return _parted(_distribute(found[-1]["who"].strip("，、"), place, many), before)
    late = _AFTER.match(after)
    return _parted(late["who"], before) if late else Recipient(None, _if(before))


def _parted(who: str, before: str) -> Recipient:
    """Set 符合条件且验收合格的 apart from whom it is said of."""
    if match := _CONDITION.match(who):
        return Recipient(_EACH.sub("", who[match.end() :]) or None, match["condition"])
    return Recipient(_EACH.sub("", who), _if(before))


def _if(before: str) -> str | None:
    found = list(_IF.finditer(before))
    return found[-1]["condition"] if found else None
