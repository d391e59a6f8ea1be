"""Duties in running text, and agencies that points inherit."""

from __future__ import annotations

import pytest

from pipeline.extract.duties.carry_over import ALWAYS_MEANT, carry_over
from pipeline.extract.duties.inline import INLINE, inline_duties
from pipeline.extract.duties.responsibilities import responsibilities
from pipeline.language.rules import Rule
from pipeline.model import Document, Mended
from pipeline.outline import outline


@pytest.mark.parametrize("rule", [INLINE, ALWAYS_MEANT], ids=lambda r: r.name)
def test_examples(rule: Rule[tuple[str, ...]]) -> None:
    for phrase, names in rule.examples.items():
        assert rule.first(phrase) == names, phrase


def mended(text: str) -> Mended:
    lead = "某市人民政府关于加强某项工作的通知\n\n各单位：\n\n"
    return Mended(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", lead + text)), ())


def test_a_heading_passes_its_agencies_on() -> None:
    made = mended("（一）加快建设（牵头单位：市交通局）\n1.甲。做好。（责任单位：市财政局）\n2.乙。做好。\n")
    found = [(f.clause_id, f.values["agency_name"], f.rule) for f in carry_over(made, responsibilities(made))]
    assert found == [("（一）/1", "市交通局", "from_heading"), ("（一）/2", "市交通局", "from_heading")]


def test_who_is_always_meant_holds_from_there_on() -> None:
    made = mended(
        "1.甲。做好。（责任单位：省教育厅）\n"
        "2.乙。做好。（责任单位：省民政厅。以下责任单位中均包含各市、县〔区〕政府，不再列出）\n"
        "3.丙。做好。（责任单位：省财政厅）\n"
    )
    found = [
        (f.clause_id, f.values["agency_name"], f.values["kind"])
        for f in carry_over(made, responsibilities(made))
    ]
    assert found == [("3", "各市政府", "inherited"), ("3", "县〔区〕政府", "inherited")]


def test_inline_duties_leave_lists_alone() -> None:
    made = mended("1.甲。各镇街要高度重视，做好工作。（区民政局、区财政局按职责分工负责）\n")
    facts = inline_duties(made, responsibilities(made))
    assert [(f.values["agency_name"], f.values["kind"]) for f in facts] == [("各镇街", "inline")]
