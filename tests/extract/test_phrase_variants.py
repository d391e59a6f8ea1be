"""Labelled phrases of other notices, each read as the one sentence of a notice that is otherwise empty.

What is compared, category by category, is what a query could get wrong: names and who leads; number, unit, comparator,
range, baseline; days and periods; amounts; titles and numbers. Indicators are paraphrased in the labels and not compared.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.language.doc_numbers import NUMBERED
from pipeline.model import Document, Extracted
from pipeline.outline import outline
from pipeline.outline.dates import text_to_date
from pipeline.tables import mend

VARIANTS = Path(__file__).parents[1] / "labels" / "phrase_variants.jsonl"
LEAST = 0.95
WRITTEN = "2018-06-01"
FRAME = """某市人民政府办公室关于做好有关工作的通知
某政办发〔2018〕5号
各区县人民政府：
一、主要任务
（一）做好工作。认真做好有关工作。{before}
（二）落实工作。推进有关工作。{text}
某市人民政府办公室
2018年6月1日
"""
FIRST_LEADS = "（甲区民政局、乙区财政局负责，排在第一位的部门为牵头部门，下同）"

Variant = Mapping[str, Any]


def variants() -> list[Variant]:
    return [json.loads(line) for line in VARIANTS.read_text("utf-8").splitlines()]


def text_to_facts(text: str, notice_id: str = "n") -> Extracted:
    document = Document(notice_id, f"{notice_id}.txt", "0" * 64, "text/plain", "utf-8", text)
    return extract(mend(outline(document)))


@cache
def read(phrase: str, before: str = "") -> Extracted:
    text = phrase if phrase.endswith(("。", "）", ")", "〕")) else f"{phrase}。"
    return text_to_facts(FRAME.format(before=before, text=text))


def rows(variant: Variant, table: str) -> list[Mapping[str, Any]]:
    return [fact.values for fact in read(variant["text"]).of(table)]


def responsibility(variant: Variant) -> bool:
    """Names in order; who leads, and whether the others stand beside a lead."""
    inherited = "context" in variant["expected"]
    facts = list(read(variant["text"], FIRST_LEADS if inherited else "").of("responsibilities"))
    got = [f.values for f in facts if f.values["kind"] == "assignment"][2 if inherited else 0 :]
    want = variant["expected"]["units"]
    leads = [unit["role"] == "lead" for unit in want]
    others = "support" if any(leads) else "joint"
    # A body that supports or only guides is no lead and has no word of its own in the table.
    roles = ["lead" if lead else others for lead in leads]
    if any(unit["role"] == "participant" for unit in want):
        roles = [
            "support" if unit["role"] == "participant" else role
            for unit, role in zip(want, roles, strict=True)
        ]
    return [(g["agency_name"], g["role"]) for g in got] == list(
        zip((unit["name"] for unit in want), roles, strict=True)
    )


def wanted_target(said: Mapping[str, Any]) -> tuple[Any, ...]:
    value, comparator = said.get("value"), said["comparator"]
    if isinstance(value, list):
        return ("=", float(value[0]), float(value[1]), said["unit"])
    if isinstance(value, str):  # 1:3
        return (comparator, None, None, said["unit"])
    return (comparator, None if value is None else float(value), None, said["unit"])


def target(variant: Variant) -> bool:
    """Comparator, value, upper end and unit of every value, none more; where it starts, per what, how firm, how often."""
    got = rows(variant, "targets")
    want = variant["expected"]
    found = Counter((g["comparator"], g["value"], g.get("value_max"), g["unit"]) for g in got)
    periods = [d["period"] for d in rows(variant, "deadlines")]
    return found == Counter(map(wanted_target, want)) and all(
        said.get("baseline") in (None, g.get("baseline_value"))
        and said.get("per") in (None, g.get("per"))
        and said.get("modality") in (None, g.get("modality"))
        and said.get("period", None) in (None, *periods)
        for said, g in zip(want, got, strict=True)
    )


def deadline(variant: Variant) -> bool:
    """The kind and the day or period; a date that signs is no deadline, nor is one that is a condition."""
    said = variant["expected"]
    got = {
        (d["kind"], d.get("start_date"), d.get("end_date"), d.get("period"))
        for d in rows(variant, "deadlines")
    }
    if said["type"] == "signature_date":
        return text_to_date(variant["text"]) == said["value"]
    if said["type"] in ("none", "condition_before"):
        return not got
    if said["type"] == "before":
        return ("by", None, said["value"].removeprefix("../"), None) in got
    if said["type"] == "during":
        return ("during", *said["value"].split("/"), None) in got
    if said["type"] == "recurring":
        return ("recurring", None, None, said["value"].rpartition("/")[2]) in got
    if said["type"] in ("from", "effective_from"):
        day = WRITTEN if said["value"] == "date_written" else said["value"].removesuffix("/..")
        return ("effective_from", day, None, None) in got
    return ("duration", None, None, said["value"].replace("BD", "D")) in got


def funding(variant: Variant) -> bool:
    """Every amount with its unit, ceilings as such; shares of money as targets of the kind funding_rate."""
    want: list[tuple[str | None, float, str]] = []
    for said in variant["expected"]:
        amounts = said["amount"] if isinstance(said["amount"], list) else [said["amount"]]
        want += [(said.get("comparator"), float(amount), said["unit"]) for amount in amounts]
        want += [("<=", float(said["cap"]), said["cap_unit"])] if "cap" in said else []
    got = [(f["comparator"], f["amount"], f["unit"].partition("/")[0]) for f in rows(variant, "funding")]
    got += [
        (t["comparator"], t["value"], t["unit"])
        for t in rows(variant, "targets")
        if t["kind"] == "funding_rate"
    ]
    amounts_agree = Counter((a, u) for _, a, u in got) == Counter((a, u) for _, a, u in want)
    return amounts_agree and all(any(w[0] in (None, g[0]) and w[1:] == g[1:] for g in got) for w in want)


def doc_number(variant: Variant) -> bool:
    number = NUMBERED.first(variant["text"])
    return number is not None and number[1:] == tuple(
        variant["expected"][key] for key in ("agency", "year", "serial")
    )


def status(variant: Variant) -> bool:
    """Status, document type, action and first issuer, as far as the phrase is a title; else the action it says."""
    said, text = variant["expected"], variant["text"]
    title = text if "给你们" not in text else f"某市人民政府关于{said['action']}某方案的通知"
    block = outline(
        Document(
            "n",
            "n.txt",
            "0" * 64,
            "text/plain",
            "utf-8",
            f"{title}\n各区县人民政府：\n{text}。\n2018年6月1日\n",
        )
    ).title_block
    got = {
        "status": "draft_for_comment" if block.status == "draft" else None,
        "genre": block.document_type,
        "action": block.action,
        "attached": block.subject_title,
        "issuer": block.issuers[0].name if block.issuers else None,
    }
    return all(got[key] == value for key, value in said.items() if key in got)


def citation(variant: Variant) -> bool:
    said = variant["expected"]
    got = rows(variant, "citations")
    wanted_number = said.get("doc_number") or said.get("standard_number")
    return any(
        bare(g["title"]) == bare(said["title"])
        and bare(g.get("doc_number")) == bare(wanted_number)
        and (g.get("alias") or None) == said.get("alias")
        for g in got
    )


def bare(number: object) -> str:
    """A title or number of a document without spaces, with dashes of one kind."""
    return str(number or "").replace(" ", "").replace("—", "-")


READERS: Mapping[str, Callable[[Variant], bool]] = {
    reader.__name__: reader
    for reader in (responsibility, target, deadline, funding, doc_number, status, citation)
}


def test_phrases_are_read_right() -> None:
    every = variants()
    wrong = [v for v in every if not READERS[v["category"]](v)]
    report = "\n".join(f"{v['id']} {v['category']} {v['text']} wants {v['expected']}" for v in wrong)
    print(report)
    assert len(wrong) <= (1 - LEAST) * len(every), report


@pytest.mark.parametrize("variant", [v for v in variants() if v.get("negative")], ids=lambda v: v["id"])
def test_nothing_is_read_from_what_only_looks_alike(variant: Variant) -> None:
    assert READERS[variant["category"]](variant)
