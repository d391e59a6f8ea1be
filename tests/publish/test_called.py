"""Notices that share a name, or that citations may mean, are found by hashes alone: what is linked is as if all had been looked at."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence

import pytest

from pipeline.publish.called import (
    _NOTICE,
    Named,
    acquainted,
    keys_of_citation,
    keys_to_bytes,
    named_to_sections,
)
from pipeline.publish.cards import Card
from pipeline.publish.cited import Links, link
from pipeline.publish.company import with_company
from pipeline.publish.sheet import Row

ROW = dict.fromkeys(("action", "effective_date", "url", "source_file"), "")


def drawn(chance: random.Random, many: int) -> tuple[list[Named], list[Row]]:
    """Thirty notices with names out of so many, and what they cite."""
    names = [f"养老服务方案{n}" for n in range(many)]
    notices, citations = [], list[Row]()
    for n in range(30):
        title = chance.choice(names)
        row = ROW | {
            "notice_id": f"n{n:02}", "title": title, "subject_title": chance.choice(names), "doc_number": f"甲发〔2021〕{chance.randrange(many)}号",
            "status": chance.choice(("draft", "issued")), "written_date": "2021-03-01", "region_code": chance.choice(("360828", "360800")),
        }  # fmt: skip
        held = frozenset(chance.sample(names, 1))
        notices.append(Named(row, frozenset((title,)), held, title, tuple(chance.sample(names, 1))))
        citations.append(
            {
                "notice_id": f"n{n:02}",
                "fact_id": f"f{n}",
                "title": "x",
                "called": [chance.choice(names)],
                "relation": "repeals",
                "doc_number": chance.choice(("", f"甲发〔2021〕0{chance.randrange(many)}号")),
                "char_start": n,
                "char_end": n,
                "quote": "x",
            }
        )
    return notices, citations


def cards(notices: Sequence[Named], citations: Sequence[Row]) -> Iterator[Card]:
    """Seven notices a card, with their citations."""
    for at in range(0, len(notices), 7):
        some, said = notices[at : at + 7], citations[at : at + 7]
        keys = {
            **named_to_sections([named_to_said(one) for one in some]),
            "cited keys": keys_to_bytes(map(keys_of_citation, said)),
            "citations": json.dumps(said).encode(),
        }
        yield Card(keys)


def named_to_said(one: Named) -> list[object]:
    row = [one.row.get(name) for name in _NOTICE]
    return [row, sorted(one.names), sorted(one.holds), one.title, one.short]


def linked(notices: Sequence[Named], citations: Sequence[Row]) -> Links:
    return link(sorted(notices, key=lambda one: one.notice_id), citations, {})


@pytest.mark.parametrize("many", [8, 60, 600])
def test_what_is_linked_is_the_same(many: int) -> None:
    """Names out of few, which all share, and out of many, which hardly anybody does."""
    notices, citations = drawn(random.Random(many), many)
    some, said = acquainted(lambda: cards(notices, citations))
    assert [one.notice_id for one in with_company(some)] == [one.notice_id for one in with_company(notices)]
    one, other = linked(some, said), linked(notices, citations)
    assert (one.cited, one.became, one.unclear) == (other.cited, other.became, other.unclear)
    assert (len(some) < len(notices)) == (many == 600) and bool(said) == bool(one.cited or one.unclear)


def test_nobody_knows_anybody() -> None:
    assert acquainted(lambda: cards([], [])) == ([], [])
