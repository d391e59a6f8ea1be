"""What is known of a fact when it is read and bears on how often such facts are right: its rule and kind, where it stands,
how far its name is from its value, 等 or a list before the number, a unit of no table, a number in words.

Read from the fact's own columns and its quote, so that a published row has the signs that it had when it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pipeline.language.units import units

Columns = Mapping[str, object]
_NUMERALS = "一二两三四五六七八九十百千半"
_MAGNITUDES = "十百千万亿"
# Of the indicators of labelled notices nine in ten are shorter; of words between a name and its value there are fewer.
_LONG_NAME, _LONG_PART, _FAR, _LIST = 14, 40, 6, 14


def _bare(text: object) -> str:
    return "".join(str(text or "").split())


def _in_words(value: str) -> bool:
    return any(c in _NUMERALS for c in value) and not any(c.isdecimal() for c in value)


def _target(columns: Columns, quote: str) -> Iterator[str]:
    yield "compared" if columns.get("comparator") != "=" else "exact"
    yield f"due {columns.get('deadline_from') or ('dated' if columns.get('deadline_date') else 'none')}"
    value, name = _bare(columns.get("value_text")), _bare(columns.get("indicator"))
    at, named = quote.find(value), quote.find(name) if name else -1
    before = quote[: max(at, 0)]
    signs = {
        "in words": _in_words(value),
        "one": columns.get("value") == 1,
        "from a start": columns.get("baseline_value") is not None,
        "share": columns.get("unit") == "%",
        "unit unknown": bool(columns.get("unit"))
        and _bare(columns.get("unit")).lstrip(_MAGNITUDES) not in units(),
        "after 等": before.rstrip(_NUMERALS + "0123456789").endswith("等"),
        "list before": "、" in before[-_LIST:],
        "unnamed": not name,
        "name put together": bool(name) and named < 0,
        "name far": 0 <= named < at and at - named - len(name) > _FAR,
        "name behind": named > at >= 0,
        "name long": len(name) > _LONG_NAME,
        "part long": len(quote) > _LONG_PART,
    }
    yield from (sign for sign, holds in signs.items() if holds)


def _deadline(columns: Columns, quote: str) -> Iterator[str]:
    yield f"precision {columns.get('precision') or 'whole'}"
    if _in_words(_bare(columns.get("text"))):
        yield "in words"
    if len(quote) > _LONG_PART:
        yield "part long"


def _grant(columns: Columns, quote: str) -> Iterator[str]:
    yield "compared" if columns.get("comparator") != "=" else "exact"
    if not columns.get("recipient"):
        yield "to nobody named"
    at = quote.find(_bare(columns.get("amount_text")))
    if "、" in quote[: max(at, 0)][-_LIST:]:
        yield "list before"


def _nothing_more(columns: Columns, quote: str) -> Iterator[str]:
    return iter(())


# Table → the column of its kinds, and what more is seen of a fact. A table that is not here has no labels.
_TABLES: Mapping[str, tuple[str, Callable[[Columns, str], Iterator[str]]]] = MappingProxyType(
    {
        "targets": ("kind", _target),
        "deadlines": ("kind", _deadline),
        "funding": ("amount_kind", _grant),
        "citations": ("kind", _nothing_more),
        "responsibilities": ("role", _nothing_more),
    }
)
#: Kinds of facts that labels tell right from wrong; of others nothing is known but their rule.
_LABELLED: Mapping[str, Callable[[Columns], bool]] = MappingProxyType(
    {
        "targets": lambda columns: columns.get("kind") in ("target", "standard", "change", "funding_rate"),
        "responsibilities": lambda columns: columns.get("kind") == "assignment",
    }
)


def signs(table: str, columns: Columns, rule: str, quote: str) -> tuple[str, ...]:
    """The signs of a fact, its kind first; none for a kind of fact that no label tells right from wrong.

    >>> signs("deadlines", {"kind": "by", "precision": "year", "text": "到2025年"}, "to_date", "到2025年")
    ('kind by', 'rule to_date', 'precision year')
    """
    if table not in _TABLES or (table in _LABELLED and not _LABELLED[table](columns)):
        return ()
    kind, more = _TABLES[table]
    place = ("in a cell",) if columns.get("table_id") else ()
    inferred = ("role inferred",) if "+" in rule else ()
    return (
        f"kind {columns.get(kind)}",
        *inferred,
        f"rule {rule.partition('+')[0]}",
        *place,
        *more(columns, _bare(quote)),
    )
