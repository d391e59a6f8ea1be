"""Corrections: applied to the fact they name, after the text around it changed too; refused once it is gone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.__main__ import main
from pipeline.correct import correct
from pipeline.decisions.address import addresses, find
from pipeline.decisions.toml import toml_to_corrections
from pipeline.decisions.values import FOLLOWING
from pipeline.model import BrokenPromise, Checked, Correction
from pipeline.review.corrections import confirmed
from pipeline.review.folder import Folder
from pipeline.review.pages_rows import Notice, sections

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
NOTICES = sorted(path.stem for path in (ROOT / "raw").glob("*.txt"))
NOTICE = """关于印发养老方案的通知

民发〔2024〕20号

一、建设床位。到2025年新增养老床位30张。（责任单位：区民政局、区财政局）

二、培训人员。到2025年培训护理员200人。

重庆市江津区人民政府办公室
2024年6月3日
"""
ADDRESS = 'table = "targets"\nplace = "建设床位"\nquote = "{quote}"\n'
REASON = 'because = "原件为50"\nby = "编辑"\non = 2026-01-31\n'


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return found


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTICE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def out_of_notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `extract` makes of the notice before anything is decided, once for all tests."""
    folder = tmp_path_factory.mktemp("undecided")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text(NOTICE, "utf-8")
    assert main(["extract", str(folder / "raw"), "--out", str(folder / "out"), "--quiet"]) == 0
    return folder / "out"


@pytest.fixture
def extract(raw: Path, tmp_path: Path, out_of_notice: Path) -> Callable[[], Path]:
    def run() -> Path:
        if [path.read_text("utf-8") for path in raw.iterdir()] == [NOTICE] and not (
            tmp_path / "out"
        ).exists():
            return shutil.copytree(out_of_notice, tmp_path / "out")
        assert main(["extract", str(raw), "--out", str(tmp_path / "out"), "--quiet"]) == 0
        return tmp_path / "out"

    return run


def beds(out: Path) -> dict[str, Any]:
    (row,) = [row for row in rows(out, "targets") if row["unit"] in ("张", "万张")]
    return row


def decide(raw: Path, out: Path, said: str, row: dict[str, Any] | None = None) -> None:
    row = row or beds(out)
    entry = f"[[correction]]\n{ADDRESS.format(quote=row['quote'])}{said}{REASON}"
    (raw / "a.corrections.toml").write_text(entry, "utf-8")


def test_corrected_row_says_so_and_keeps_what_the_machine_read(
    raw: Path, extract: Callable[[], Path]
) -> None:
    before = beds(extract())
    decide(raw, raw.parent / "out", 'values = { value = 50, deadline_date = "", nature = "约束性" }\n')
    after = beds(extract())
    assert (after["fact_id"], after["value"], after["deadline_date"], after["nature"]) == (
        before["fact_id"],
        50,
        None,
        "约束性",
    )
    assert json.loads(after["machine_value"]) == {"deadline_date": "2025-12-31", "nature": None, "value": 30}
    (decision,) = rows(raw.parent / "out", "corrections")
    assert (decision["correction_id"], decision["verdict"], decision["because"]) == (
        after["correction_id"],
        "changed",
        "原件为50",
    )
    others = [row for row in rows(raw.parent / "out", "targets") if row["fact_id"] != after["fact_id"]]
    assert others and all(row["correction_id"] is None and row["machine_value"] is None for row in others)


def test_words_of_a_corrected_fact_stay_accounted_for(raw: Path, extract: Callable[[], Path]) -> None:
    out = extract()
    before = [row["status"] for row in rows(out, "ledger")]
    for said in ("values = { value = 50, value_text = '50张' }\n", "wrong = true\n"):
        decide(raw, out, said, {"quote": beds(out)["quote"]})
        extract()
        assert [row["status"] for row in rows(out, "ledger")] == before
        (raw / "a.corrections.toml").unlink()
        extract()


def test_wrong_fact_is_taken_out_and_kept_on_record(raw: Path, extract: Callable[[], Path]) -> None:
    out = extract()
    n = len(rows(out, "targets"))
    decide(raw, out, "wrong = true\n")
    assert len(rows(extract(), "targets")) == n - 1
    (decision,) = rows(out, "corrections")
    assert json.loads(decision["machine_value"])["value"] == 30
    assert not FOLLOWING & json.loads(decision["machine_value"]).keys()


def test_task_that_is_none_leaves_its_facts(raw: Path, extract: Callable[[], Path]) -> None:
    out = extract()
    task = rows(out, "tasks")[0]
    held = [row["fact_id"] for row in rows(out, "responsibilities") if row["task_id"] == task["task_id"]]
    entry = f"[[correction]]\ntable = 'tasks'\nquote = '''{task['quote']}'''\nwrong = true\n{REASON}"
    (raw / "a.corrections.toml").write_text(entry, "utf-8")
    extract()
    left = {row["fact_id"]: row["task_id"] for row in rows(out, "responsibilities")}
    assert held and all(left[fact_id] is None for fact_id in held)


AROUND: dict[str, Callable[[str], str]] = {
    "a point before it": lambda t: t.replace("一、建设", "一、加强领导。成立领导小组。\n\n二、建设").replace(
        "二、培训", "三、培训"
    ),
    "a line broken in it": lambda t: t.replace("新增养老床位30张", "新增养老\n床位30张"),
    "other words before it": lambda t: t.replace("关于印发", "民政局关于印发").replace(
        "（责任单位：区民政局、", "（责任单位：区卫生健康委、"
    ),
}


@pytest.mark.parametrize("change", AROUND.values(), ids=AROUND)
def test_correction_survives_changes_around_it(
    raw: Path, extract: Callable[[], Path], change: Callable[[str], str]
) -> None:
    decide(raw, extract(), "values = { value = 50 }\n")
    (raw / "a.txt").write_text(change(NOTICE), "utf-8")
    assert beds(extract())["value"] == 50


def test_correction_whose_words_are_gone_stops_its_notice_alone(
    raw: Path, extract: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    out = extract()
    decide(raw, out, "values = { value = 50 }\n")
    (raw / "a.txt").write_text(NOTICE.replace("30张", "40张"), "utf-8")
    (raw / "b.txt").write_text(NOTICE, "utf-8")
    published = pq.read_table(out / "targets.parquet").to_pylist()
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == 3
    said = capsys.readouterr().err
    assert "a.corrections.toml:1, correction 1" in said and "does not apply any more" in said
    assert "40张" in said and "value = 40" in said
    now = pq.read_table(out / "targets.parquet").to_pylist()
    assert [row for row in now if row["notice_id"] == "a"] == published
    assert "b" in {row["notice_id"] for row in now}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("colour = 1", "colour is no word known here"),
        ("", "say one of right = true"),
        ("right = true\nwrong = true", "say one of right = true"),
        ("right = false", "right can only be true"),
        ("values = 3", "values must be columns"),
        ("values = {}", "values must be columns"),
        ("wrong = true\nvalues = { value = 3 }", "say one of"),
        ("values = { agency_id = 'x' }", "agency_id follows from names"),
        ("wrong = true\nbefore = 3", "before must be a text"),
    ],
)
def test_what_is_not_understood_is_said(said: str, words: str) -> None:
    entry = f"[[correction]]\n{ADDRESS.format(quote='x')}{said}\n{REASON}"
    with pytest.raises(BrokenPromise, match=words) as broken:
        toml_to_corrections(entry, "a.corrections.toml")
    assert str(broken.value).startswith("a.corrections.toml:1, correction 1: ")


ENTRY = f"[[correction]]\n{ADDRESS.format(quote='x')}right = true\n{REASON}"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"# 原件第2页\n\n{ENTRY}\n  [[ correction ]]\nwrong = true\n", "f:12, correction 2: "),
        (f"{ENTRY}\r\n[[correction]]\r\nwrong = true\r\n", "f:10, correction 2: "),
        # A heading inside a text, a list: no line can be told, the number can.
        (ENTRY.replace("原件为50", "x").replace('"x"', '"""x\n[[correction]]\n"""', 1) + "\n[[correction]]\nwrong = true\n", "f, correction 2: "),
        ("correction = [{ wrong = true }]", "f, correction 1: "),
    ],
)  # fmt: skip
def test_an_entry_is_named_by_its_file_line_and_number(text: str, where: str) -> None:
    with pytest.raises(BrokenPromise) as broken:
        toml_to_corrections(text, "f")
    assert str(broken.value).startswith(where)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('comparator = "至少"', "comparator is '至少', not one of <, <="),
        ("comparator = 5", "comparator is 5, which is no string"),
        ('value = "abc"', "value is 'abc', which is no number"),
        ("value = [1]", "value is [1], which is no number"),
        ("value = nan", "value is nan, which is no number"),
        ('deadline_date = "2025-13-45"', "deadline_date is '2025-13-45', which is no date"),
        ("baseline_year = 99999", "baseline_year is 99999, more than"),
        ('kind = ""', "kind is None, but every row must have one"),
        ('clause_id = "9"', "column clause_id is not said in schemas/targets.json"),
    ],
)
def test_a_value_the_schema_refuses_is_said_with_its_file_and_line(
    said: str, words: str, raw: Path, extract: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    out = extract()
    decide(raw, out, f"values = {{ {said} }}\n")
    path = raw / "a.corrections.toml"
    path.write_text(f"# 一读\n\n{path.read_text('utf-8')}", "utf-8")
    (raw / "b.txt").write_text(NOTICE, "utf-8")
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == 3
    assert f"a.corrections.toml:3, correction 1: {words}" in capsys.readouterr().err
    assert [row["notice_id"] for row in rows(out, "targets") if row["unit"] == "张"] == ["a", "b"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('table = "targets"\nvalues = { indicator = "床", value = 3 }', "kind is None, but every row must have one"),
        ('table = "clauses"\nvalues = { heading = "床" }', "table is clauses, which is none of facts"),
        ('table = "beds"\nvalues = { a = 1 }', "table is beds, which is none of facts"),
    ],
)  # fmt: skip
def test_a_fact_added_has_a_table_and_all_it_must_have(
    said: str, words: str, raw: Path, extract: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "a.corrections.toml").write_text(
        f'[[correction]]\nquote = "培训人员"\nmissing = true\n{said}\n{REASON}', "utf-8"
    )
    assert main(["extract", str(raw), "--out", str(raw.parent / "out"), "--quiet"]) == 3
    assert f"a.corrections.toml:1, correction 1: {words}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("value = 50", "新增养老床位：50张（更正；原文30张）（2025-12-31）"),
        ("value = 1.5\nunit = '万张'", "新增养老床位：1.5万张（更正；原文30张）（2025-12-31）"),
        ("value = 50\nvalue_max = 60", "新增养老床位：50–60张（更正；原文30张）（2025-12-31）"),
        ("value = 50\nvalue_text = '50张'", "新增养老床位：50张（2025-12-31）"),
        ("indicator = '床位'", "床位：30张（2025-12-31）"),
    ],
)
def test_what_is_printed_is_kept_and_the_views_say_what_is_right(
    said: str, words: str, raw: Path, extract: Callable[[], Path]
) -> None:
    """One fact tells one truth: its value, its words, and the words of the views."""
    out = extract()
    decide(raw, out, f"values = {{ {said.replace(chr(10), ', ')} }}\n")
    row = beds(extract())
    assert row["value_text"] == ("50张" if "value_text" in said else "30张") in row["quote"] + "50张"
    (fact,) = [one for one in rows(out, "facts") if one["fact_id"] == row["fact_id"]]
    assert fact["in_words"] == words
    (task,) = [one for one in rows(out, "task_list") if one["task_id"] == row["task_id"]]
    assert task["targets"] == words


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("value = 50, value_text = '60张'", False),
        ("value_text = '60张'", False),
        ("value = 5000, value_text = '0.6万张'", False),
        ("value = 6000, value_text = '0.6万张'", True),
        ("value = 50, value_text = '五十张'", True),
        ("value = 40, value_max = 50, value_text = '40—50张'", True),
        ("value_text = '三十余张'", True),
        ("value_text = '若干'", True),
    ],
)
def test_an_editors_words_for_a_value_say_that_value(
    said: str, holds: bool, raw: Path, extract: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    out = extract()
    decide(raw, out, f"values = {{ {said} }}\n")
    assert main(["extract", str(raw), "--out", str(out), "--quiet"]) == (0 if holds else 3)
    assert holds or "a.corrections.toml:1, correction 1: value_text says" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["table", "quote", "because", "by", "on"])
def test_what_is_needed_must_be_said(name: str) -> None:
    lines = f"{ADDRESS.format(quote='x')}right = true\n{REASON}".splitlines()
    entry = "[[correction]]\n" + "\n".join(line for line in lines if not line.startswith(f"{name} "))
    with pytest.raises(BrokenPromise, match=f"does not say {name}"):
        toml_to_corrections(entry, "f")


def test_day_must_be_a_day() -> None:
    entry = f"[[correction]]\n{ADDRESS.format(quote='x')}right = true\n{REASON}".replace(
        "2026-01-31", '"2026"'
    )
    with pytest.raises(BrokenPromise, match="on must be a day"):
        toml_to_corrections(entry, "f")


# --- addresses ----------------------------------------------------------------------------------


def said_of(address: dict[str, Any]) -> Correction:
    return Correction(verdict="right", because="b", by="e", on="2026-01-31", where="f", **address)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrections") / "out"
    assert main(["extract", str(ROOT / "raw"), "--out", str(folder), "--quiet"]) == 0
    return folder


@pytest.mark.parametrize("notice_id", NOTICES)
def test_every_fact_has_an_address_that_the_run_leads_back_to_it(
    out: Path, notice_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the pages write from the published tables, the run must find in the notice itself."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / f"{notice_id}.txt").write_bytes((ROOT / "raw" / f"{notice_id}.txt").read_bytes())
    parts = sections(Notice(Folder(out), notice_id, {}))
    facts = [row for part in parts if part["columns"][0][0] == "fact_id" for row in part["rows"]]
    entries = []
    for row in (row for row in facts if row["a"]):
        said = [
            f"{name} = {json.dumps(row['a'][name], ensure_ascii=False)}" for name in row["a"] if name != "was"
        ]
        if was := row["a"].get("was"):
            said.append(
                f"was = {{ {', '.join(f'{k} = {json.dumps(v, ensure_ascii=False)}' for k, v in was.items())} }}"
            )
        entries.append("[[correction]]\n" + "\n".join(said) + f"\nright = true\n{REASON}")
    assert len(entries) >= 0.99 * len(facts) > 0
    (raw / f"{notice_id}.corrections.toml").write_text("\n".join(entries), "utf-8")
    assert main(["extract", str(raw), "--out", str(tmp_path / "out"), "--quiet"]) == 0, (
        capsys.readouterr().err
    )
    marked = [
        row
        for table in Folder(out).fact_tables
        for row in rows(tmp_path / "out", table)
        if row["correction_id"]
    ]
    assert len(marked) == len(entries)
    assert confirmed(tmp_path / "out").right == len(entries)


def test_facts_of_the_same_words_are_told_apart(small_notice: Callable[..., Checked]) -> None:
    from pipeline.decisions.address import Standing

    standings = [
        Standing("targets", "30%、50%", ("一", "1"), {"value": 30, "unit": "%"}, "达到", "。"),
        Standing("targets", "30%、50%", ("一", "1"), {"value": 50, "unit": "%"}, "达到", "。"),
        Standing("targets", "8", ("一", "1"), {"value": 8}, "甲", "个"),
        Standing("targets", "8", ("一", "1"), {"value": 8}, "乙", "个"),
        Standing("targets", "9", ("一", "1"), {"value": 9}, "乙", "个"),
        Standing("targets", "9", ("一", "1"), {"value": 9}, "乙", "个"),
    ]
    found = addresses(standings)
    assert [one and sorted(one.keys() - {"table", "place", "quote"}) for one in found] == [
        ["was"], ["was"], ["after", "before"], ["after", "before"], None, None,
    ]  # fmt: skip
    for i, address in enumerate(found[:4]):
        assert address and find(said_of(address), standings) == i
    with pytest.raises(BrokenPromise, match="stands for 2 facts"):
        find(said_of({"table": "targets", "quote": "9"}), standings)


def test_place_may_be_the_number_of_the_point_and_must_hold(small_notice: Callable[..., Checked]) -> None:
    extracted = small_notice().extracted
    address = {"table": "targets", "quote": "新增床位30张"}
    for place in ("1", "建设床位", ""):
        assert correct(extracted, [said_of({**address, "place": place})]).decisions
    with pytest.raises(BrokenPromise, match="do not stand in “别处”"):
        correct(extracted, [said_of({**address, "place": "别处"})])
    with pytest.raises(BrokenPromise, match="same fact as f; keep one"):
        correct(extracted, [said_of(address), said_of(address)])
    assert correct(extracted, []) is extracted


# --- labels, and the file -------------------------------------------------------------------------


def test_decided_facts_count_as_labels(
    raw: Path, extract: Callable[[], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    out = extract()
    row = {"quote": beds(out)["quote"]}
    labels = ["score", str(out), str(ROOT / "tests" / "labels")]
    assert main(labels) == 0
    assert "decided by editors" not in capsys.readouterr().out
    for said, words in (
        ("right = true\nvalues = { value = 30 }\n", "1 of 1 facts read right"),
        ("right = true\nvalues = { value = 31 }\n", "0 of 1 facts read right; 1 read otherwise"),
        ("wrong = true\n", "0 of 1 facts read right; 0 read otherwise, 1 no fact"),
    ):
        decide(raw, out, said, row)
        extract()
        assert main(labels) == 0
        assert words in capsys.readouterr().out
