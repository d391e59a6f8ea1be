"""What the lexicons know of bodies by name: agencies, fields of departments, suffixes, regions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline.language import patterns
from pipeline.lexicons import columns, records


def longest_first(words: Iterable[str]) -> list[str]:
    """Each word once, so that an alternation of them takes the longest."""
    return sorted(set(words), key=lambda word: (-len(word), word))


def load() -> None:
    """Reads what bodies are called now: processes that are forked afterwards have it."""
    for register in (suffixes, known_names, known_pattern, fields, regions, districts):
        register()


@cache
def suffixes() -> dict[str, dict[str, str]]:
    return {row["suffix"]: row for row in records("agency_suffixes")}


@cache
def longest_suffix() -> int:
    return max(map(len, suffixes()), default=0)


@cache
def known_names() -> frozenset[str]:
    """Every name and alias of agencies.tsv; of a name that begins with its region, what follows."""
    rows = records("agencies")
    names = (n for row in rows for n in (row["name"], row["full_name"], *row["aliases"].split()))
    bare = (name.removeprefix("{region}") for name in names)
    return frozenset(name for name in bare if len(name) > 1 and "{" not in name)


@cache
def fields() -> tuple[str, ...]:
    """The fields of agency_aliases.tsv, of two characters or more."""
    rows = records("agency_aliases")
    stems = (stem for row in rows for stem in (row["stem"], row["formal"], *row["aliases"].split()))
    return tuple(longest_first(stem for stem in stems if len(stem) > 1))


@cache
def short_fields() -> frozenset[str]:
    """What agency_aliases.tsv knows as a short form alone: 工信, 人社, 住建; 教育 and 财政 are written so in full."""
    rows = records("agency_aliases")
    whole = {name for row in rows for name in (row["stem"], row["formal"])}
    return frozenset(name for row in rows for name in row["aliases"].split()) - whole


def field_of(body: str) -> str | None:
    """What a body deals with by its own name, of several fields the first; None if no field is named.

    >>> field_of("教育体育局"), field_of("房产管理局")
    ('教育', '住建')
    """
    types = _types()
    named = min(((body.find(word), -len(word), word) for word in types if word in body), default=None)
    return types[named[2]] if named else None


@cache
def _types() -> dict[str, str]:
    return {word: row["type"] for row in records("agency_types") for word in row["words"].split()}


@cache
def regions() -> frozenset[str]:
    """The short names of provinces and prefectures: 河北, 大连."""
    of = columns("regions")
    levels = zip(of["short"], of["level"], strict=True)
    return frozenset(short for short, level in levels if level in ("province", "prefecture"))


@cache
def districts() -> frozenset[str]:
    """The names of registered counties and districts, which have a government: 黄埔区, 高密市."""
    of = columns("regions")
    told = zip(of["name"], of["level"], of["code_system"], strict=True)
    return frozenset(name for name, level, system in told if (level, system) == ("county", "mca"))


@cache
def known_pattern() -> patterns.Pattern:
    """A field of agency_aliases.tsv with 局, 委, 办 … behind it."""
    rows = records("agency_aliases")
    stems = longest_first(s for row in rows for s in (row["stem"], row["formal"], *row["aliases"].split()))
    return patterns.compile(rf"(?:{'|'.join(stems)})(?:委员会|委|局|厅|办公室|办|部门)")
