"""Extracted → Extracted with its agencies and regions named: ids on the facts, rows for who and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import asdict, replace
from datetime import date

from pipeline.language.bodies import is_agency, is_office_holder
from pipeline.messages import say
from pipeline.model import Extracted, Fact, Issue
from pipeline.resolve.agencies import Agency, name_to_agency
from pipeline.resolve.home import home_of
from pipeline.resolve.members import Member, name_to_members
from pipeline.resolve.regions import Region, chain, region_of
from pipeline.resolve.rows import is_place_label, row_region

Entity = tuple[str, Mapping[str, object]]
Known = Mapping[str, Agency | None]
Places = Mapping[str, Region | None]


def resolve(extracted: Extracted) -> Extracted:
    """Adds `agency_id` to responsibilities and `region_code` to table facts whose row is a place.

    Entities added: `agencies` and `regions` referred to (with all regions above them), `members` of collective
    names, `issuer_ids` (name, agency_id: issuers and recipients), `notice_region` (region_code). What cannot be told is
    left empty and said in an issue; nothing is guessed.
    """
    home, on = home_of(extracted), extracted.mended.outline.title_block.written_date
    known = {name: _name_to_agency(name, home, on) for name in _names(extracted)}
    places = {label: row_region(label, home, on) for label in _row_labels(extracted)} if home else {}
    issues = (*_home_issues(home), *_agency_issues(extracted, known), *_place_issues(extracted, places))
    return replace(
        extracted,
        facts=tuple(_with_ids(fact, known, places) for fact in extracted.facts),
        issues=(*extracted.issues, *issues),
        entities=(*extracted.entities, *_entities(extracted, home, known, places)),
    )


def _name_to_agency(name: str, home: Region | None, on: str | None) -> Agency | None:
    agency = name_to_agency(name, home, on)
    # A name that no lexicon takes for a body may be a list cut wrongly: it gets no id.
    return None if agency and agency.kind == "unknown" and not is_agency(name) else agency


def _names(extracted: Extracted) -> list[str]:
    """Each name of an agency once, in the order of the notice."""
    block = extracted.mended.outline.title_block
    titled = (named.name for named in (*block.issuers, *block.recipients))
    made = (
        str(fact.values["agency_name"]) for fact in extracted.of("responsibilities") if not _is_person(fact)
    )
    return list(dict.fromkeys((*titled, *made)))


def _is_person(fact: Fact) -> bool:
    """Does a row of a leading group name a person (张三), for whom there is no body to be found?"""
    return fact.rule == "leading_group_list" and not is_agency(str(fact.values["agency_name"]))


def _row_labels(extracted: Extracted) -> list[str]:
    labels = (str(fact.values.get("row_label") or "") for fact in extracted.of("table_facts"))
    return [label for label in dict.fromkeys(labels) if label]


def _with_ids(fact: Fact, known: Known, places: Places) -> Fact:
    added: dict[str, object] = {}
    if fact.table == "responsibilities" and (agency := known.get(str(fact.values["agency_name"]))):
        added["agency_id"] = agency.agency_id
    if fact.table == "table_facts" and (region := places.get(str(fact.values.get("row_label")))):
        added["region_code"] = region.code
    return replace(fact, values={**fact.values, **added}) if added else fact


# --- rows of agencies and regions -------------------------------------------------------------


def _entities(extracted: Extracted, home: Region | None, known: Known, places: Places) -> Iterator[Entity]:
    if home:
        yield "notice_region", {"region_code": home.code}
    block = extracted.mended.outline.title_block
    for name in dict.fromkeys(named.name for named in (*block.issuers, *block.recipients)):
        if agency := known[name]:
            yield "issuer_ids", {"name": name, "agency_id": agency.agency_id}
    agencies = {agency.agency_id: agency for agency in known.values() if agency}
    for _, agency in sorted(agencies.items()):
        yield "agencies", asdict(agency)
    told = [region_of(agency.region_code) for agency in agencies.values()]
    members = dict(_members(extracted, home, known))
    here = {region.code for region in (*places.values(), *told) if region}
    for collective, those in members.items():
        for seq, member in enumerate(those, 1):
            yield "members", _member_row(collective, seq, member, here)
    called = (member.region for those in members.values() for member in those)
    for region in _with_all_above(region for region in (home, *places.values(), *told, *called) if region):
        yield "regions", _region_row(region)


def _members(
    extracted: Extracted, home: Region | None, known: Known
) -> Iterator[tuple[str, tuple[Member, ...]]]:
    """(agency_id, members) of each collective name whose members are certain."""
    outline = extracted.mended.outline
    # Of several notices in one file each has its own region.
    if any(issue.kind == "several_notices" for issue in outline.issues):
        return
    on = outline.title_block.written_date
    for name, agency in known.items():
        if home and agency and agency.kind == "collective" and (those := name_to_members(name, home, on)):
            yield agency.agency_id, those


def _member_row(collective: str, seq: int, member: Member, here: Set[str]) -> Mapping[str, object]:
    return {
        "agency_id": collective,
        "seq": seq,
        "member_id": member.member_id,
        "name": member.name,
        "region_code": member.region.code,
        "basis": "notice" if member.region.code in here else "gazetteer",
    }


def _with_all_above(named: Iterable[Region]) -> list[Region]:
    every = {above.code: above for region in named for above in chain(region)}
    return [every[code] for code in sorted(every)]


def _region_row(region: Region) -> Mapping[str, object]:
    return {
        "region_code": region.code,
        "name": region.name,
        "level": region.level,
        "parent": region.parent or None,
        "valid_from": date.fromisoformat(region.valid_from) if region.valid_from else None,
        "valid_to": date.fromisoformat(region.valid_to) if region.valid_to else None,
        "code_system": region.code_system,
    }


# --- what could not be told -------------------------------------------------------------------


def _home_issues(home: Region | None) -> Iterator[Issue]:
    if home is None:
        yield Issue("unknown_region", say("region_unknown"), "notices")


def _agency_issues(extracted: Extracted, known: Known) -> Iterator[Issue]:
    """One for each name made responsible, or issuing, that no body was found for. Persons are none."""
    block = extracted.mended.outline.title_block
    seen = [(named.name, named.span, "issuers") for named in block.issuers]
    for fact in (f for f in extracted.of("responsibilities") if not _is_person(f)):
        where = fact.clause_id or f"{fact.table_id} row {fact.row}"
        seen.append((str(fact.values["agency_name"]), fact.span, where))
    first = {name: (span, where) for name, span, where in reversed(seen)}
    for name in known:
        if known[name] is None and name in first and not is_office_holder(name):
            span, where = first[name]
            yield Issue("unknown_agency", say("agency_unknown", name=name), where, span)


def _place_issues(extracted: Extracted, places: Places) -> Iterator[Issue]:
    first: dict[str, Fact] = {}
    for fact in extracted.of("table_facts"):
        first.setdefault(str(fact.values.get("row_label") or ""), fact)
    for label, region in places.items():
        if region is None and is_place_label(label):
            fact = first[label]
            message = say("place_unknown", label=label)
            yield Issue("unknown_place", message, f"{fact.table_id} row {fact.row}", fact.span)
