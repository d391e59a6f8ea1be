"""The facts that labels and tables are compared by, one pair of readers a measure.

Each reader gives a multiset of facts in one shared form, so that comparing is intersecting: a fact counts
only if everything in it agrees. Soft measures (TEDS and the like) hide the errors that matter here: two
swapped year headings mislabel a whole table and still score 0.9986.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.messages import say, told
from pipeline.review.values import (
    extracted_deadline,
    figure,
    has_days,
    labelled_deadline,
    last_day,
    plain_genre,
    squeeze,
)

Facts = Counter[tuple[Any, ...]]
Label = Mapping[str, Any]
# Rows of one notice by table.
Rows = Callable[[str], list[dict[str, Any]]]

# Kinds of targets that labels hold as numbers; the others are wordings, orders, shares of money.
NUMERIC = frozenset({"target", "standard", "change"})
# Names a notice gives to its own parts: right if labelled, no error if not.
IN_HOUSE = frozenset({"self", "annex", "form"})


def labelled_metadata(label: Label) -> Facts:
    said = label["metadata"]
    named = [(key, squeeze(said.get(key))) for key in METADATA if key != GENRE]
    issuers = (("issuing_authority", squeeze(name)) for name in said.get("issuing_authorities") or ())
    genre = (GENRE, plain_genre(said.get(GENRE)))
    return Counter(fact for fact in (*named, genre, *issuers) if fact[1])


def extracted_metadata(rows: Rows) -> Facts:
    """Of a file of several notices the first says what it is; all of them say who issues."""
    notice = rows("notices")[0]
    named = [(key, squeeze(notice.get(column))) for key, column in METADATA.items() if key != GENRE]
    issuers = (("issuing_authority", squeeze(row.get("name"))) for row in rows("issuers"))
    genre = (GENRE, plain_genre(notice.get(METADATA[GENRE])))
    return Counter(fact for fact in (*named, genre, *issuers) if fact[1])


GENRE = "genre"
# Word of the labels → column of `notices`.
METADATA = {
    "title": "title",
    "doc_number": "doc_number",
    "date_written": "written_date",
    "status": "status",
    GENRE: "document_type",
}


def labelled_groups(label: Label) -> list[list[tuple[Any, ...]]]:
    return [
        [(squeeze(one["name"]), one["role"]) for one in group["units"]] for group in label["responsibilities"]
    ]


def extracted_groups(rows: Rows) -> list[list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows("responsibilities"):
        if row.get("kind") == "assignment":
            groups.setdefault(row["assignment_id"], []).append((squeeze(row["agency_name"]), row["role"]))
    return list(groups.values())


def members(groups: Iterable[list[tuple[Any, ...]]]) -> Facts:
    return Counter(member for group in groups for member in group)


def whole(groups: Iterable[list[tuple[Any, ...]]]) -> Facts:
    return Counter(tuple(sorted(group)) for group in groups)


def amount(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return figure(row["value"]), figure(row.get("value_max")), squeeze(row.get("unit"))


def numeric(rows: Rows) -> list[dict[str, Any]]:
    return [row for row in rows("targets") if row.get("value") is not None and row.get("kind") in NUMERIC]


def dated(row: Mapping[str, Any], deadline: str) -> tuple[Any, ...]:
    return (*amount(row), row.get("comparator"), last_day(row.get(deadline)))


def granted(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return figure(row["amount"]), squeeze(row["unit"]), row["comparator"]


def cited(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return squeeze(row.get("title")).strip("《》"), squeeze(row.get("doc_number"))


def citations(rows: Rows, in_house: bool) -> Facts:
    return Counter(cited(row) for row in rows("citations") if (row.get("kind") in IN_HOUSE) is in_house)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is compared; `key` is the list of the labels it needs; `spared` is no error if extracted."""

    name: str
    key: str
    labelled: Callable[[Label], Facts]
    extracted: Callable[[Rows], Facts]
    spared: Callable[[Rows], Facts] = lambda rows: Counter()


# Measures whose comparison makes allowances.
DATED_TARGETS = "targets (+comparator, deadline)"
CITATIONS = "citations (title, number)"

MEASURES = (
    Measure("metadata", "metadata", labelled_metadata, extracted_metadata),
    Measure(
        "unit mentions (name, role)",
        "responsibilities",
        lambda label: members(labelled_groups(label)),
        lambda rows: members(extracted_groups(rows)),
    ),
    Measure(
        "assignments (whole group)",
        "responsibilities",
        lambda label: whole(labelled_groups(label)),
        lambda rows: whole(extracted_groups(rows)),
    ),
    Measure(
        "targets (value, unit)",
        "targets",
        lambda label: Counter(amount(said) for said in label["targets"]),
        lambda rows: Counter(amount(row) for row in numeric(rows)),
    ),
    Measure(
        DATED_TARGETS,
        "targets",
        lambda label: Counter(dated(said, "deadline") for said in label["targets"]),
        lambda rows: Counter(dated(row, "deadline_date") for row in numeric(rows)),
    ),
    Measure(
        "deadlines",
        "deadlines",
        lambda label: Counter(labelled_deadline(said) for said in label["deadlines"] if said.get("value")),
        lambda rows: Counter(filter(has_days, map(extracted_deadline, rows("deadlines")))),
    ),
    Measure(
        "funding (amount, unit, comparator)",
        "funding",
        lambda label: Counter(granted(said) for said in label["funding"]),
        lambda rows: Counter(granted(row) for row in rows("funding") if row.get("amount") is not None),
    ),
    Measure(
        CITATIONS,
        "citations",
        lambda label: Counter(cited(said) for said in label["citations"]),
        lambda rows: citations(rows, in_house=False),
        lambda rows: citations(rows, in_house=True),
    ),
)
# What each measure is called; in English by its name.
CALLED = (
    say("measure_metadata"),
    say("measure_agencies"),
    say("measure_assignments"),
    say("measure_targets"),
    say("measure_dated_targets"),
    say("measure_deadlines"),
    say("measure_funding"),
    say("measure_citations"),
    say("measure_table_facts"),
    say("measure_indicators"),
)


def called(measure: str) -> str:
    """A measure in the language of this run."""
    return next((told(message) for message in CALLED if message.en == measure), measure)
