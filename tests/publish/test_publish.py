"""publish: the rows, their promises, the same bytes every time."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from conftest import TEXT, at, bracket, small

from pipeline.messages import say, with_remedy
from pipeline.model import Box, BrokenPromise, Checked, Clause, Fact, Issue, Span, Unread
from pipeline.publish import publish
from pipeline.publish.places import Places, hull
from pipeline.publish.schema import schemas

Rows = Callable[[Path, str], Sequence[dict[str, object]]]
ROOT = Path(__file__).resolve().parents[2]


def with_fact(checked: Checked, fact: Fact) -> Checked:
    extracted = dataclasses.replace(checked.extracted, facts=(*checked.extracted.facts, fact))
    return dataclasses.replace(checked, extracted=extracted)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_values_stand_beside_their_words(tmp_path: Path, rows: Rows) -> None:
    counts = publish([small()], [], tmp_path / "out")
    (notice,) = rows(tmp_path / "out", "notices")
    assert notice["written_date"] == date(2024, 6, 3)
    assert notice["written_date_text"] == "2024年6月3日"
    assert (notice["text_quality"], notice["page_count"], notice["region_code"]) == ("repaired", 2, "100000")
    (target,) = rows(tmp_path / "out", "targets")
    assert (target["value"], target["unit"], target["quote"], target["page"]) == (
        30.0,
        "张",
        "新增床位30张",
        1,
    )
    (issuer,) = rows(tmp_path / "out", "issuers")
    assert issuer["agency_id"] == "mzb"
    (fact,) = rows(tmp_path / "out", "table_facts")
    assert (fact["status"], fact["page"]) == ("unverified", 2)
    assert counts["responsibilities"] == 2
    assert counts["funding"] == 0


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (1.2, "万张", (12000.0, "张")),
        (3, "公里", (3000.0, "米")),
        (5, "枝", (None, None)),
        (5, None, (None, None)),
    ],
)
def test_values_stand_in_the_base_unit_too(
    tmp_path: Path, rows: Rows, value: float, unit: str | None, base: tuple[object, object]
) -> None:
    said = {"kind": "target", "comparator": "=", "value": value, "unit": unit}
    publish([with_fact(small(), Fact("targets", BED, "r", said))], [], tmp_path / "out")
    (row,) = (row for row in rows(tmp_path / "out", "targets") if row["value"] == value)
    assert (row["value_base"], row["unit_base"]) == base


def test_every_quote_is_found_at_its_offsets(tmp_path: Path, rows: Rows) -> None:
    counts = publish([small("a"), small("b", "前言。\n" + TEXT)], [], tmp_path / "out")
    texts = {row["notice_id"]: str(row["text"]) for row in rows(tmp_path / "out", "texts")}
    seen = 0
    for table in counts:
        for row in rows(tmp_path / "out", table):
            words = row.get("text" if table == "ledger" else "quote")
            if words is not None:
                start, end = row["char_start"], row["char_end"]
                assert isinstance(start, int) and isinstance(end, int)
                assert texts[row["notice_id"]][start:end] == words
                seen += 1
    assert seen > 20


def test_same_notices_give_same_bytes_in_any_order(tmp_path: Path) -> None:
    publish([small("a"), small("b")], [], tmp_path / "one")
    publish([small("b"), small("a")], [], tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


BED = at("新增床位30张")
KEYS = {
    "responsibilities": "fact_id", "targets": "fact_id", "deadlines": "fact_id", "table_facts": "fact_id",
    "checks": "check_id", "repairs": "repair_id", "ledger": "mention_id",
}  # fmt: skip


@pytest.mark.parametrize("table", KEYS)
def test_insertion_elsewhere_changes_no_key(table: str, tmp_path: Path, rows: Rows) -> None:
    longer = TEXT.replace("一、建设", "总体要求：新的一段，没有数。\n一、建设")
    publish([small("a")], [], tmp_path / "old")
    publish([small("a", longer)], [], tmp_path / "new")
    old, new = ({row[KEYS[table]] for row in rows(tmp_path / end, table)} for end in ("old", "new"))
    assert old and old == new


def test_renumbered_clause_keeps_the_keys_of_its_facts(tmp_path: Path, rows: Rows) -> None:
    before = small()
    outline = before.extracted.mended.outline
    (clause,) = outline.clauses
    outline = dataclasses.replace(outline, clauses=(clause._replace(clause_id="2", number="二、"),))
    facts = tuple(
        dataclasses.replace(fact, clause_id="2") if fact.clause_id else fact
        for fact in before.extracted.facts
    )
    mended = dataclasses.replace(before.extracted.mended, outline=outline)
    extracted = dataclasses.replace(before.extracted, mended=mended, facts=facts)
    publish([before], [], tmp_path / "old")
    publish([Checked(extracted, (), before.ledger)], [], tmp_path / "new")
    old, new = (
        [row["fact_id"] for row in rows(tmp_path / end, "responsibilities")] for end in ("old", "new")
    )
    assert old == new


def test_equal_facts_of_one_place_get_keys_of_their_own(tmp_path: Path, rows: Rows) -> None:
    first = small().extracted.facts[0]
    publish([with_fact(small(), first)], [], tmp_path / "out")
    keys = [row["fact_id"] for row in rows(tmp_path / "out", "responsibilities")]
    assert len(keys) == len(set(keys)) == 3


def test_another_agency_in_a_bracket_changes_no_key_of_the_others(tmp_path: Path, rows: Rows) -> None:
    longer = TEXT.replace("区民政局、", "区民政局、区教育局、")
    publish([small("a")], [], tmp_path / "old")
    new = small("a", longer)
    values = {**new.extracted.facts[1].values, "agency_name": "区教育局", "seq": 5}
    publish(
        [with_fact(new, Fact("responsibilities", bracket(longer), "bracket", values))],
        [],
        tmp_path / "new",
    )
    old, new_rows = (
        {
            row["agency_name"]: (row["fact_id"], row["assignment_id"])
            for row in rows(tmp_path / end, "responsibilities")
        }
        for end in ("old", "new")
    )
    assert len(new_rows) == 3
    assert old.items() < new_rows.items()


def test_facts_are_tied_by_keys_not_by_offsets_or_numbers(tmp_path: Path, rows: Rows) -> None:
    task = Fact("tasks", BED, "point", {"title": "新增床位"}, clause_id="1")
    due = {"kind": "by", "text": "到2025年"}
    publish(
        [with_fact(with_fact(small(), task), Fact("deadlines", BED, "year", due))],
        [],
        tmp_path / "out",
    )
    (row,) = rows(tmp_path / "out", "tasks")
    assert row["task_id"] == row["fact_id"]
    assert [d["task_id"] for d in rows(tmp_path / "out", "deadlines")] == [row["fact_id"], None]
    first, second = rows(tmp_path / "out", "responsibilities")
    assert first["assignment_id"] == second["assignment_id"] == first["fact_id"]


def test_messages_are_published_in_both_languages_under_their_key(tmp_path: Path, rows: Rows) -> None:
    publish([small()], [], tmp_path / "out")
    (check,), (repair,), (issue,) = (
        rows(tmp_path / "out", table) for table in ("checks", "repairs", "issues")
    )
    assert [check[c] for c in ("code", "message", "message_zh")] == [
        "points_numbered", "the points are numbered in sequence", "各条编号连续",
    ]  # fmt: skip
    assert (repair["code"], repair["evidence_zh"]) == ("only_fitting_reading", "只有这种读法与各列相符")
    assert (issue["code"], issue["message_zh"]) == ("blank_form", "空白表格样式，不是数据表")


def test_unread_notices_are_issues(tmp_path: Path, rows: Rows) -> None:
    failure = Unread(
        "b", "b.txt", Issue("unreadable", with_remedy(say("empty_file"), say("fetch_or_remove")))
    )
    publish([small()], [failure], tmp_path / "out")
    messages = {row["source_file"]: row["message"] for row in rows(tmp_path / "out", "issues")}
    assert messages == {
        "a.txt": "a blank form, no table",
        "b.txt": "it is empty; fetch the notice again or remove the file",
    }


def test_nothing_read_is_published_as_empty_tables(tmp_path: Path, rows: Rows) -> None:
    counts = publish([], [], tmp_path / "out")
    assert set(counts.values()) == {0}
    assert rows(tmp_path / "out", "targets") == []


def test_shared_rows_do_not_depend_on_the_order_of_notices(tmp_path: Path, rows: Rows) -> None:
    other = small("b")
    entities = (("agencies", {"agency_id": "mzb", "name": "中华人民共和国民政部"}),)
    other = dataclasses.replace(other, extracted=dataclasses.replace(other.extracted, entities=entities))
    publish([small("a"), other], [], tmp_path / "one")
    publish([other, small("a")], [], tmp_path / "two")
    assert rows(tmp_path / "one", "agencies") == rows(tmp_path / "two", "agencies")
    assert any(row["kind"] == "conflicting_entity" for row in rows(tmp_path / "one", "issues"))


BROKEN = {
    "no schema has": Fact("wishes", BED, "r", {}),
    "colour not said in schemas/targets.json": Fact("targets", BED, "r", {"kind": "target", "colour": "red"}),
    "quote not said": Fact("targets", BED, "r", {"kind": "target", "quote": "x"}),
    "comparator is None, but every row must have one": Fact("targets", BED, "r", {"kind": "target"}),
    "comparator is '≥', not one of": Fact("targets", BED, "r", {"kind": "target", "comparator": "≥"}),
    "value is '30', which is no number": Fact("targets", BED, "r", {"kind": "target", "comparator": "=", "value": "30"}),
    "value is nan": Fact("targets", BED, "r", {"kind": "target", "comparator": "=", "value": float("nan")}),
    "end_date is '2025', which is no date": Fact("deadlines", BED, "r", {"kind": "by", "text": "x", "end_date": "2025"}),
    "period is '1 year', not of the form": Fact("deadlines", BED, "r", {"kind": "by", "text": "x", "period": "1 year"}),
    "confidence is 2.0, more than 1": Fact("deadlines", BED, "r", {"kind": "by", "text": "x"}, confidence=2),
    "notice_id, clause_id is 'a', '9', which clauses does not have": Fact(
        "deadlines", BED, "r", {"kind": "by", "text": "x"}, clause_id="9"
    ),
    "are no words of a text": Fact("deadlines", Span(5, 5), "r", {"kind": "by", "text": "x"}),
    "characters 0 to 99999": Fact("deadlines", Span(0, 99999), "r", {"kind": "by", "text": "x"}),
}  # fmt: skip


@pytest.mark.parametrize("words", BROKEN)
def test_broken_promise_says_where_and_publishes_nothing(words: str, tmp_path: Path) -> None:
    publish([small()], [], tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(BrokenPromise) as broken:
        publish([with_fact(small(), BROKEN[words])], [], tmp_path / "out")
    assert words in str(broken.value)
    assert contents(tmp_path / "out") == before


def test_doubled_key_is_a_broken_promise(tmp_path: Path) -> None:
    checked = small()
    outline = checked.extracted.mended.outline
    doubled = (*outline.clauses, Clause("1", None, 2, 1, "一、", "二、", "又", outline.clauses[0].span))
    mended = dataclasses.replace(
        checked.extracted.mended, outline=dataclasses.replace(outline, clauses=doubled)
    )
    extracted = dataclasses.replace(checked.extracted, mended=mended)
    with pytest.raises(BrokenPromise, match="a second time"):
        publish([dataclasses.replace(checked, extracted=extracted)], [], tmp_path / "out")


def test_date_without_its_day_is_not_published_as_one(tmp_path: Path, rows: Rows) -> None:
    checked = small()
    outline = checked.extracted.mended.outline
    block = dataclasses.replace(outline.title_block, written_date="2024-06")
    mended = dataclasses.replace(
        checked.extracted.mended, outline=dataclasses.replace(outline, title_block=block)
    )
    extracted = dataclasses.replace(checked.extracted, mended=mended)
    publish([dataclasses.replace(checked, extracted=extracted)], [], tmp_path / "out")
    assert rows(tmp_path / "out", "notices")[0]["written_date"] is None


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    from frictionless import Package

    publish([small("a"), small("b")], [], tmp_path / "out")
    report = Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "fieldName", "note"])
    assert report.stats["tasks"] == len(schemas())


def test_the_data_package_is_indented_as_ever(tmp_path: Path) -> None:
    """Its twins are written by a way of their own."""
    publish([small("a"), small('b "1" 甲')], [], tmp_path / "out")
    said = (tmp_path / "out" / "datapackage.json").read_text("utf-8")
    assert len(json.loads(said)["twins"]) == 2
    assert json.dumps(json.loads(said), ensure_ascii=False, indent=1) + "\n" == said


def test_frictionless_would_find_a_fault(tmp_path: Path) -> None:
    from frictionless import Package

    publish([small("a")], [], tmp_path / "out")
    path = tmp_path / "out" / "datapackage.json"
    said = json.loads(path.read_text("utf-8").replace('"joint"', '"jointly"'))
    # That the others are valid is what it says above.
    said["resources"] = [one for one in said["resources"] if one["name"] == "responsibilities"]
    said["resources"][0]["schema"].pop("foreignKeys", None)
    path.write_text(json.dumps(said), "utf-8")
    report = Package(str(path)).validate()
    assert {(error[0], error[1]) for error in report.flatten(["fieldName", "type"])} == {
        ("role", "constraint-error")
    }


def test_what_only_some_notices_need_is_loaded_for_those(tmp_path: Path) -> None:
    """pandas and pdfplumber cost 0.4 s each; pyarrow imports pandas by itself when it converts lists."""
    code = (
        "import sys; sys.path[:0] = ['tests', '.']; from pathlib import Path; from conftest import small; "
        "from pipeline.publish import publish; publish([small()], [], Path(sys.argv[1])); "
        "sys.exit(bool({'pandas', 'pdfplumber', 'jieba'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "out")], cwd=ROOT)
    assert done.returncode == 0


def test_a_run_loads_no_numpy_and_leaves_it_to_others(tmp_path: Path) -> None:
    """It cost a tenth of a run; character recognition, and tables of pandas, load it all the same."""
    code = (
        "import sys; from pipeline.__main__ import main; from pipeline.start import own_process; own_process(); "
        "main(['extract', 'raw/jiangjin-2021-78.txt', '--out', sys.argv[1], '--jobs', '1', '--full', '--quiet']); "
        "before = 'numpy' in sys.modules; import numpy, pandas; "
        "sys.exit(bool(before or numpy.ones(2).sum() != pandas.Series([1, 1]).sum()))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "out")], cwd=ROOT)
    assert done.returncode == 0


def boxed(*boxes: Box) -> Places:
    return Places(dataclasses.replace(small().extracted.mended.outline.document, boxes=boxes))


def test_box_is_around_the_words_on_the_first_page() -> None:
    places = boxed(
        Box(Span(0, 2), 1, 10, 10, 30, 20),
        Box(Span(2, 4), 1, 30, 9, 50, 21),
        Box(Span(4, 6), 1, 10, 30, 90, 40),
        Box(Span(6, 8), 2, 0, 0, 5, 5),
    )
    assert places.box(Span(1, 4)) == {"x0": 10, "top": 9, "x1": 50, "bottom": 21}
    assert places.box(Span(5, 8)) == {"x0": 10, "top": 30, "x1": 90, "bottom": 40}
    assert places.box(Span(6, 7)) == {"x0": 0, "top": 0, "x1": 5, "bottom": 5}
    assert places.box(Span(20, 22)) == {}
    assert boxed().box(Span(0, 2)) == {}


def test_a_cell_of_empty_parts_stands_nowhere() -> None:
    assert hull((Span(3, 3),)) is None
    assert hull((Span(7, 9), Span(3, 3), Span(4, 6))) == Span(4, 9)
