"""Which region a notice is of: by who issued it, its title, its number, and the agencies it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.language import patterns
from pipeline.model import Extracted, Outline
from pipeline.resolve.agencies import NATIONAL_HEAD, town_at
from pipeline.resolve.bodies import national
from pipeline.resolve.regions import NATION, Region, chain, letters, names, place_at, plain_words, regions


def home_of(extracted: Extracted) -> Region | None:
    """The region whose notice this is, None where nothing names it or two things could be meant."""
    outline = extracted.mended.outline
    readers = (_of_issuers, _of_titles, _of_number, _of_agencies, _of_letter)
    return next((region for reader in readers if (region := reader(outline, extracted))), None)


def _of_issuers(outline: Outline, extracted: Extracted) -> Region | None:
    return _agreed(_region_at_head(named.name, outline) for named in outline.title_block.issuers)


def _of_titles(outline: Outline, extracted: Extracted) -> Region | None:
    """The first place named in the title, or in the title of what the notice issues."""
    block = outline.title_block
    titles = (block.title, block.subject_title or "")
    return next((region for title in titles for region in _regions_in(title, outline)), None)


def _of_number(outline: Outline, extracted: Extracted) -> Region | None:
    """江津府办发: the longest name that only one region bears."""
    issuer = outline.title_block.doc_number_agency or ""
    for length in range(min(len(issuer), 8), 1, -1):
        bearers = [region for region, _ in names().get(issuer[:length], ())]
        if bearers:
            region = bearers[0] if len(bearers) == 1 else _mentioned(bearers, outline)
            return region if region and not _is_of_another(outline, region) else None
    return None


# 云岭市城市管理局: the place that the name of a body begins with, whether anybody knows it or not.
_OF_PLACE = patterns.compile(
    r"(?![省市区县州旗盟])\p{Han}{2,5}?(?:省|市|自治州|[^治城社园]区|县|旗|州|盟)(?=\p{Han})"
)


def _is_of_another(outline: Outline, region: Region) -> bool:
    """云城管〔2026〕22号 of 云岭市城市管理局 is no number of 云城区: an issuer bears the name of another place."""
    heads = (_OF_PLACE.match(issuer.name) for issuer in outline.title_block.issuers)
    own = {name for above in chain(region) for name in (above.name, above.short)}
    return any(head and not any(head.group().startswith(name) for name in own) for head in heads)


def _of_agencies(outline: Outline, extracted: Extracted) -> Region | None:
    """The region that most agencies made responsible are named with (江津区规划自然资源局)."""
    agencies = [str(f.values.get("agency_name", "")) for f in extracted.of("responsibilities")]
    heads = (_region_at_head(name, outline) for name in agencies)
    ranked = Counter(region for region in heads if region and region.code != NATION).most_common(2)
    if not ranked:
        return None
    region, count = ranked[0]
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        # A city and one of its districts, named as often: the notice is of the city.
        outer = _agreed((ranked[0][0], ranked[1][0]))
        if outer not in (ranked[0][0], ranked[1][0]):
            return None
        region = outer
    # 省教育厅, 省财政厅 … beside one 海口海关: the notice is of the province that the place is in.
    of_province = sum(name.startswith(("省", "自治区")) for name in agencies) > count
    return chain(region)[-2] if of_province and len(chain(region)) > 2 else region


def _of_letter(outline: Outline, extracted: Extracted) -> Region | None:
    """粤办函: one letter stands for many things, so the notice must also name the region."""
    issuer = outline.title_block.doc_number_agency or ""
    region = letters().get(issuer[:2]) or letters().get(issuer[:1])
    return region if region and (region.code == NATION or _mentioned([region], outline)) else None


def _agreed(found: Iterable[Region | None]) -> Region | None:
    """The one region, or the smallest that holds all: issuers of one city and its districts are of the city."""
    chains = [chain(region) for region in found if region]
    if not chains:
        return None
    shared = next(region for region in chains[0] if all(region in other for other in chains))
    # Notices of two provinces printed in one file are not the nation's.
    return shared if shared.code != NATION or all(len(other) == 1 for other in chains) else None


def _region_at_head(name: str, outline: Outline) -> Region | None:
    name = name.removeprefix("中共")
    if (
        name in national()
        or NATIONAL_HEAD.match(name)
        or any(name.startswith(body) for body in _long_national())
    ):
        return regions()[NATION]
    place = place_at(name, None, outline.title_block.written_date)
    if place and place.is_short and place.region.level == "county":
        return None
    if place:
        return town_at(name[place.length :], place.region) or place.region
    return _mentioned(_bearers(name), outline)


@cache
def _long_national() -> tuple[str, ...]:
    """Names of the nation's bodies that no other name begins with: 海关总署, 自然资源部, not 人民银行."""
    return tuple(name for name in national() if name.endswith(("部", "署", "总局")))


def _regions_in(title: str, outline: Outline) -> Iterator[Region]:
    """Places of a title by their whole names, from left to right."""
    for i in range(len(title)):
        place = place_at(title[i:], None, outline.title_block.written_date)
        if place and not place.is_short and title[i : i + place.length] not in plain_words():
            yield place.region
        elif not place and (region := _mentioned(_bearers(title[i:]), outline)):
            yield region


def _bearers(words: str) -> list[Region]:
    """Those that bear the longest whole name at the head of `words`, if there are several."""
    for length in range(min(len(words), 12), 2, -1):
        bearers = [region for region, is_short in names().get(words[:length], ()) if not is_short]
        if bearers and words[:length] not in plain_words():
            return bearers if len(bearers) > 1 else []
    return []


def _mentioned(bearers: list[Region], outline: Outline) -> Region | None:
    """The one of several regions of one name whose province or prefecture the notice names."""
    text = outline.document.text
    kept = [
        region
        for region in bearers
        if any(
            above.name in text or above.short in text for above in chain(region)[1:-1] or chain(region)[:1]
        )
    ]
    return kept[0] if len(kept) == 1 else None
