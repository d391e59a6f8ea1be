"""How many mentions are claimed, explained and unclaimed, by their kind and by whether prose or a table holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.messages import Message, say
from pipeline.wording import value_word

STATUSES = ("claimed", "explained", "unclaimed")
_KINDS = ("number", "time", "citation", "agency_marker")
_PLACES = {"prose": say("in_prose"), "cells": say("in_cells")}
# (kind, place, status) → how many.
Counts = Mapping[tuple[str, str, str], int]


def words_to_counts(mentions: Mapping[str, int]) -> Counts:
    """`number cells claimed` → 3, as a run counts them."""
    return {
        (kind, place, status): n for said, n in mentions.items() for kind, place, status in [said.split(" ")]
    }


def in_all(counts: Counts) -> Mapping[str, int]:
    """How many of each status."""
    sums: Counter[str] = Counter()
    for (_, _, status), n in counts.items():
        sums[status] += n
    return sums


def shares(counts: Counts) -> Iterator[Message]:
    """A line for each kind and place that has mentions: how many, and what share of them is what."""
    for kind in _KINDS:
        for place, where in _PLACES.items():
            parts = {status: counts.get((kind, place, status), 0) for status in STATUSES}
            if whole := sum(parts.values()):
                share = {status: n / whole for status, n in parts.items()}
                yield say(
                    "mention_shares", kind=value_word("ledger", "kind", kind), place=where, n=whole, **share
                )
