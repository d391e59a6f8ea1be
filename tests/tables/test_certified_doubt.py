"""What recognition doubts is not certified."""

from __future__ import annotations

from pipeline.model import Document, Span
from pipeline.outline import outline
from pipeline.tables import mend

TEXT = "某区计划表\n序号\t镇街\t站数（个）\n1\t东镇\t3\n2\t西镇\t4\n3\t南镇\t5\n合计\t\t12\n"


def status(*doubtful: Span) -> str:
    (table,) = mend(
        outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", TEXT, doubtful=doubtful))
    ).tables
    return table.status


def test_a_doubtful_digit_keeps_a_table_from_being_certified() -> None:
    at = TEXT.index("\t4\n") + 1
    assert status() == "certified"
    assert status(Span(at, at + 1)) == "consistent"
    assert status(Span(0, 2)) == "certified"
