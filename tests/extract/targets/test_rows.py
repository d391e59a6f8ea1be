"""Every row that reads targets holds for its examples, leaves its counter-examples alone, and is needed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.extract.reading import text_to_sense
from pipeline.extract.targets import reader, targets
from pipeline.extract.targets.clauses import parted
from pipeline.extract.targets.nothing import NOTHING
from pipeline.extract.targets.rows import TARGETS
from pipeline.language.grammar import Row
from pipeline.language.tokens import lex
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock

# Rows against targets stand in reader.NOTHING, rows for them in reader.TARGETS.
TABLES = {"NOTHING": NOTHING, "TARGETS": TARGETS}
ROWS = [pytest.param(table, row, id=row.name) for table, rows in TABLES.items() for row in rows]


def facts(text: str) -> list[tuple[str, dict[str, object]]]:
    """(row, columns) of each target of a text."""
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title="某区工作方案", written_date="2026-01-27")
    found = targets(Mended(Outline(document, block, (passage,), (), (), ()), ()))
    return [(f.rule.removeprefix("target/"), dict(f.values)) for f in found]


def columns(text: str) -> list[dict[str, object]]:
    """The targets of a text, whichever row found them."""
    return [values for _, values in facts(text)]


def reasons(text: str) -> list[str | None]:
    """For each quantity of a text the row that speaks against it."""
    sense = text_to_sense(text)
    tokens = lex(sense.masked, sense.quantities, [t for t in sense.times if t.time.kind != "duration"])
    places = [at for at, token in enumerate(tokens) if token.kind == "qty"]
    return [reader.reason_against(parted(tokens, at)[0]) for at in places]


#: Rows that hold only behind another target: their examples are asked of the last one, and alone they find nothing.
BEHIND_ANOTHER = frozenset(
    {
        "circles",
        "sum again",
        "in late years",
        "done of a task",
        "age of whom",
        "benefit",
        "who have",
        "part is",
        "sent where",
        "years in a row",
    }
)


def decider(table: str, text: str, behind: bool = False) -> str | None:
    """The row of a table that decides the first quantity of a text, or the first that is left; `behind`: the last."""
    if table == "NOTHING":
        return reasons(text)[-1 if behind else 0]
    found = facts(text)
    return found[-1 if behind else 0][0] if found else None


def without(monkeypatch: pytest.MonkeyPatch, table: str, row: Row[str]) -> None:
    """Switches a row off."""
    rows: Sequence[Row[str]] = TABLES[table]
    monkeypatch.setattr(reader, table, tuple(other for other in rows if other is not row))
    reader.first_against.cache_clear()
    monkeypatch.setattr(reader, "first_against", reader.first_against.__wrapped__)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_decides_its_examples_and_leaves_what_is_none_alone(table: str, row: Row[str]) -> None:
    behind = row.name in BEHIND_ANOTHER
    assert row.examples
    assert {text: decider(table, text, behind) for text in row.examples} == dict.fromkeys(
        row.examples, row.name
    )
    assert [text for text in row.counterexamples if decider(table, text, behind) == row.name] == []
    assert not behind or table == "NOTHING" or all(len(facts(text)) > 1 for text in row.examples)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_a_row_earns_its_place(monkeypatch: pytest.MonkeyPatch, table: str, row: Row[str]) -> None:
    """With the row switched off, one of its own examples is read otherwise."""
    before = [columns(text) for text in row.examples]
    without(monkeypatch, table, row)
    assert [columns(text) for text in row.examples] != before


def test_rows_have_names_of_their_own() -> None:
    for rows in TABLES.values():
        names = [row.name for row in rows]
        assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("每半年至少组织一次应急演练。", []),
        ("每季度不少于一次召开联席会议。", []),
        ("每年至少开展一次评估。", []),
        ("每年至少举办40场演出。", [40]),
        ("每季度开展不少于1次督查。", [1]),
    ],
)
def test_how_often_in_words_is_no_number_to_reach(text: str, values: list[float]) -> None:
    assert [found["value"] for found in columns(text) if found["kind"] != "rate"] == values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("到2029年，体系更加健全。再生稻面积超过8140亩。", "2029-12-31"),
        ("到2029年，体系更加健全。建筑面积不低于300平方米。", "None"),
        ("到2029年，体系更加健全。建筑面积提高到300平方米以上。", "2029-12-31"),
    ],
)
def test_a_size_holds_on_and_an_aim_is_due(text: str, day: str) -> None:
    assert [str(found["deadline_date"]) for found in columns(text)] == [day]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("在岗率不低于95%，每低1个百分点扣0.2分。", [95]),
        ("覆盖率不低于62%，发生火灾的扣2分，绿化率达到30%。", [62, 30]),
        ("成灾率控制在15‰以下，疫点减少6个，除治率达到100%，未除治的每株扣0.02分。", [15, 6, 100]),
        ("绿化率达到20%，得1分。", []),
        ("服务达到1000人次，每次加1分，超出1个百分点加1分。", []),
        ("检测合格率98%，每超出1个百分点加1分。", [98]),
        ("年度考核扣减10%。", []),
        ("约谈负责人20人次，得分低于60分的约谈。", [20]),
        ("考核中该项占3分，发生1起事故扣1分。", []),
        ("新建泊位120个，竣工率达到95%得3分。", [120]),
        ("识别准确率100%，落实率100%，发现1户应纳未纳扣1分。", [100, 100]),
        ("推出4批共60条便民措施，网上办税率稳定在98%以上。", [60, 98]),
        ("共需新建防护架46座、维修31座。", [46, 31]),
    ],
)
def test_a_norm_stands_where_only_its_breach_costs_points(text: str, values: list[float]) -> None:
    assert [found["value"] for found in columns(text)] == values
