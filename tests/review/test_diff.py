"""diff: every change once, with its cause; nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.language.formulas import without_formula
from pipeline.messages import say
from pipeline.model import (
    Check,
    Checked,
    Clause,
    Document,
    Extracted,
    Fact,
    Mended,
    Outline,
    Passage,
    Span,
    TitleBlock,
)
from pipeline.publish import publish
from pipeline.publish.kept import as_stale
from pipeline.publish.portion import Portion, checked_to_portion
from pipeline.review.diff import Change, differences
from pipeline.review.diff_causes import Cause, Causes, Edit
from pipeline.review.diff_edition import Edition, folder_to_edition, place_to_edition
from pipeline.review.diff_export import FORMATS, print_csv, print_json, print_markdown
from pipeline.review.diff_show import apart, summary, words
from pipeline.review.diff_terminal import print_terminal
from pipeline.run import run
from tests.draws import drawn

pytestmark = pytest.mark.usefixtures("here")

SCHEMA = Path(__file__).parents[2] / "pipeline" / "review" / "diff.schema.json"
Facts = Callable[[int], Mapping[str, object]]
NUMERALS = "一二三四五六七八九十"


def sentence(number: int) -> str:
    return f"第{number}类床位达到{number + 10}张。"


def target(number: int) -> dict[str, object]:
    return {
        "kind": "target", "indicator": f"第{number}类床位", "comparator": "=", "value": number + 10, "unit": "张",
        "value_text": f"{number + 10}张",
    }  # fmt: skip


def document(notice_id: str, text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(notice_id, f"{notice_id}.txt", digest, "text/plain", "utf-8", text)


def notice(
    notice_id: str, facts: int, inserted: bool = False, read: Callable[[int], dict[str, object]] = target
) -> Checked:
    """A notice of three points, `facts` targets in the third; `inserted` puts one more point before it."""
    points = ["总体要求坚持统筹。", "保障措施加强领导。"] + (["监督检查定期通报。"] if inserted else [])
    points.append("建设任务" + "".join(map(sentence, range(facts))))
    text, clauses, passages = "", [], []
    for seq, (numeral, words_of) in enumerate(zip(NUMERALS, points, strict=False), 1):
        start = len(text)
        line = f"{numeral}、{words_of}"
        text += line + "\n"
        span = Span(start, start + len(line))
        clauses.append(Clause(numeral, None, seq, 1, f"{numeral}、", f"{numeral}、", words_of[:4], span))
        passages.append(Passage(line, tuple(range(span.start, span.end)), clause_id=numeral))
    found, last = [], clauses[-1]
    start = text.index("建设任务") + 4
    for number in range(facts):
        end = start + len(sentence(number)) - 1
        found.append(
            Fact("targets", Span(start, end), "target/reach", read(number), clause_id=last.clause_id)
        )
        start = end + 1
    outline = Outline(
        document(notice_id, text + "附件"),
        TitleBlock(title=notice_id),
        tuple(passages),
        tuple(clauses),
        (),
        (),
    )
    return Checked(Extracted(Mended(outline, ()), tuple(found)), (), ())


def edition(folder: Path, notices: Sequence[Checked | Portion]) -> Edition:
    publish(notices, [], folder)
    return folder_to_edition(folder)


def as_if(edition: Edition, part: str, name: str) -> Edition:
    """The edition as another state of one module or lexicon would have recorded it."""
    provenance = {**edition.provenance, part: {**edition.provenance[part], name: "0" * 16}}
    return dataclasses.replace(edition, provenance=provenance)


def listed(old: Edition, new: Edition) -> list[Change]:
    return [change for change in differences(old, new) if change.listed]


# Notices of a hundred facts each.
MANY = drawn(40, 200)


def test_nothing_changed(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 5)])
    assert differences(old, edition(tmp_path / "new", [notice("a", 5)])) == []


def test_43_changes_among_many_facts_are_43_entries(tmp_path: Path) -> None:
    """One notice of 40 facts added, one point inserted into another, two facts read otherwise by a changed rule."""

    def by_new_rule(number: int) -> dict[str, object]:
        return target(number) | ({"comparator": ">="} if number in (7, 8) else {})

    same = [checked_to_portion(notice(f"n{i:03}", 100)) for i in range(MANY - 2)]
    old = edition(tmp_path / "old", [*same, notice("p", 100), notice("q", 100)])
    changed = [notice("p", 100, inserted=True), notice("q", 100, read=by_new_rule), notice("n0500", 40)]
    new = edition(tmp_path / "new", [*same, *changed])
    old = as_if(old, "rules", "extract/targets")
    assert old.tables["targets"].num_rows == 100 * MANY

    start = time.perf_counter()
    changes = listed(folder_like(old, tmp_path / "old"), new)
    print(f"43 changes among {100 * MANY} facts: {time.perf_counter() - start:.2f} s")

    assert len(changes) == 43
    kinds = Counter((c.notice_id, c.table, c.kind, c.cause.kind) for c in changes)
    assert kinds == {
        ("n0500", "targets", "added", "notice added"): 40,
        ("p", "clauses", "added", "notice changed"): 1,
        ("q", "targets", "changed", "rule changed"): 2,
    }
    read_anew = [c for c in changes if c.kind == "changed"]
    assert [c.columns for c in read_anew] == [(("comparator", "=", ">="),)] * 2
    assert read_anew[0].quote == "第7类床位达到17张" and read_anew[0].cause.because == "extract/targets"
    (point,) = [c for c in changes if c.table == "clauses"]
    assert point.about.startswith("监督检查")


def folder_like(edition: Edition, folder: Path) -> Edition:
    """The same edition read from its folder again, so that the reading is timed too."""
    return dataclasses.replace(folder_to_edition(folder), provenance=edition.provenance)


def test_rows_behind_an_inserted_point_are_moved_not_changed(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 30)])
    changes = differences(old, edition(tmp_path / "new", [notice("a", 30, inserted=True)]))
    moved = Counter(c.table for c in changes if c.kind == "moved")
    assert moved["targets"] == 30
    assert [c.table for c in changes if c.listed] == ["clauses"]


def test_an_added_notice_shows_itself_and_nothing_else(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 5)])
    new = edition(tmp_path / "new", [notice("a", 5), notice("b", 3)])
    assert {(c.notice_id, c.cause.kind) for c in differences(old, new)} == {("b", "notice added")}
    assert {(c.notice_id, c.cause.kind) for c in differences(new, old)} == {("b", "notice removed")}


def test_a_notice_renamed_is_said_to_be_that(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 3), notice("b", 5)])
    new = edition(tmp_path / "new", [notice("a", 3), notice("c", 5)])
    found = listed(old, new)
    assert {(c.notice_id, c.table, c.kind, c.cause.kind, c.cause.because) for c in found} == {
        ("c", "notices", "changed", "notice renamed", "b")
    }
    assert {c.cause.kind for c in differences(new, old)} <= {"notice renamed", "notice changed"}


def test_a_notice_kept_is_said_to_be_that(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 3)])
    portion = as_stale(checked_to_portion(notice("a", 3)), say("empty_file"))
    (change,) = listed(old, edition(tmp_path / "new", [portion]))
    assert (change.table, change.cause.kind) == ("notices", "notice kept")
    assert ("stale", False, True) in change.columns


def test_what_made_a_revision_is_told_from_its_program(tmp_path: Path) -> None:
    """Nothing of it stands in what is committed: it is made of the program of the same commit."""
    publish([notice("a", 2)], [], tmp_path / "extracted")
    module, lexicon = tmp_path / "pipeline" / "x.py", tmp_path / "pipeline" / "lexicons" / "units.tsv"
    lexicon.parent.mkdir(parents=True)
    module.write_text("x = 1\n")
    lexicon.write_text("a\n")
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    said = place_to_edition("HEAD", tmp_path / "extracted").provenance
    assert said["rules"].keys() == {"x"} and said["lexicons"].keys() == {"units"}
    assert folder_to_edition(tmp_path / "extracted").provenance["rules"].keys() > {"run", "model"}


def test_a_number_corrected_in_the_source_is_one_change_of_one_fact(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 5)])
    after = notice("a", 5)
    before = after.extracted.mended.outline.document
    text = before.text.replace("第3类床位达到13张", "第3类床位达到19张")
    other = dataclasses.replace(before, text=text, source_sha256="f" * 64)
    outline = dataclasses.replace(after.extracted.mended.outline, document=other)
    facts = tuple(
        dataclasses.replace(f, values={**f.values, "value": 19, "value_text": "19张"})
        if f.values["value"] == 13
        else f
        for f in after.extracted.facts
    )
    extracted = Extracted(Mended(outline, ()), facts)
    found = listed(old, edition(tmp_path / "new", [Checked(extracted, (), ())]))
    (change,) = [c for c in found if c.table == "targets"]
    assert (change.kind, change.cause.kind) == ("changed", "notice changed")
    assert ("value", 13.0, 19.0) in change.columns


@pytest.mark.parametrize(
    ("part", "name", "column", "cause"),
    [
        ("rules", "extract/targets", "comparator", "rule changed"),
        ("lexicons", "measures", "unit", "lexicon"),
        ("lexicons", "regions", "indicator", "lexicon"),
    ],
)
def test_cause_is_what_changed_where_the_notice_did_not(
    part: str, name: str, column: str, cause: str, tmp_path: Path
) -> None:
    values = {"comparator": "<=", "unit": "个", "indicator": "其他床位"}
    old = as_if(edition(tmp_path / "old", [notice("a", 2)]), part, name)
    new = edition(
        tmp_path / "new", [notice("a", 2, read=lambda n: target(n) | ({column: values[column]} if n else {}))]
    )
    (change,) = listed(old, new)
    assert (change.kind, change.cause.kind, change.cause.because) == ("changed", cause, name)


def test_rule_is_the_cause_where_a_notice_changed_elsewhere(tmp_path: Path) -> None:
    old = as_if(edition(tmp_path / "old", [notice("a", 4)]), "rules", "extract/targets")
    new = edition(
        tmp_path / "new",
        [notice("a", 4, inserted=True, read=lambda n: target(n) | ({"comparator": ">="} if n == 2 else {}))],
    )
    causes = {c.table: c.cause.kind for c in listed(old, new) if c.table in ("clauses", "targets")}
    assert causes == {"clauses": "notice changed", "targets": "rule changed"}


def test_a_check_that_passes_is_counted_one_that_fails_is_listed(tmp_path: Path) -> None:
    def checked(*statuses: str) -> Checked:
        checks = tuple(
            Check("count_claim", status, str(n), "1", f"point {n}", say("count_claim", words="said"))  # type: ignore[arg-type]
            for n, status in enumerate(statuses)
        )
        return dataclasses.replace(notice("a", 1), checks=checks)

    old = edition(tmp_path / "old", [checked("pass", "fail")])
    new = edition(tmp_path / "new", [checked("pass", "pass", "pass")])
    (change,) = listed(old, new)
    assert change.columns == (("status", "fail", "pass"),)


# --- where editions come from ------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    publish([notice("a", 3)], [], tmp_path / "extracted")
    for command in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "one"],
    ):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return tmp_path


def test_default_is_the_working_tree_against_head(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == "0 changes in 0 notices\n"
    publish([notice("a", 3), notice("b", 1)], [], repository / "extracted")
    assert main(["diff", "--fail-on", "removed,changed"]) == 0
    assert main(["diff", "--fail-on", "added"]) == 1
    assert "1 change (1 added) in 1 notice" in capsys.readouterr().out


def test_a_revision_before_there_were_tables_is_empty(repository: Path) -> None:
    assert place_to_edition("HEAD", repository / "elsewhere").tables == {}


@pytest.mark.parametrize("arguments", [["nowhere"], ["--fail-on", "danced"]])
def test_what_is_neither_folder_nor_revision_exits_with_2(
    arguments: list[str], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(repository / "extracted")]
    try:
        assert main(["diff", *arguments, *out]) == 2
    except SystemExit as left:
        assert left.code == 2
    assert capsys.readouterr().err


# --- how they are shown ------------------------------------------------------------------------

HOSTILE = '=HYPERLINK("x")\x1b[31m\u202e<script>|`a`'


@pytest.fixture
def changes(tmp_path: Path) -> list[Change]:
    old = edition(tmp_path / "old", [notice("a", 6)])
    new = edition(
        tmp_path / "new", [notice("a", 6, read=lambda n: target(n) | {"indicator": HOSTILE if n else "x"})]
    )
    return differences(old, new)


def test_a_budget_of_lines_with_a_count_of_what_is_left_out(changes: list[Change]) -> None:
    said = io.StringIO()
    print_terminal(changes, 2, said)
    assert sum(line.startswith("    ~ ") for line in said.getvalue().splitlines()) == 2
    assert "… 4 changes left out" in said.getvalue()
    assert said.getvalue().startswith("6 changes (6 changed) in 1 notice\n  targets  ~6\n")


def test_of_many_a_few_of_each_kind_are_shown_and_all_are_summed(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 0)])
    new = edition(tmp_path / "new", [notice("a", 30), notice("b", 30)])
    said = io.StringIO()
    print_terminal(differences(old, new), 20, said)
    lines = said.getvalue().splitlines()
    assert any(line.startswith("  targets  +") for line in lines[:4])
    assert {line for line in lines if line in ("a", "b")} == {"a", "b"}, "none crowds the other out"
    assert "    … 27 more" in lines


def test_what_a_point_is_called_is_said_once() -> None:
    change = Change(
        "a",
        "tasks",
        "added",
        "k",
        "建设床位",
        "（一）建设床位。新增床位30张。",
        "1",
        Cause("notice added"),
        shown="建设床位",
    )
    said = io.StringIO()
    print_terminal([change], 0, said)
    assert said.getvalue().count("建设床位") == 1 and "「…新增床位30张。」" in said.getvalue()


def test_what_follows_from_a_correction_has_it_as_its_cause(tmp_path: Path) -> None:
    """Not only the fact: a check, the ledger; and a notice that was checked is no changed one."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(
        "关于养老的通知\n一、建设床位\n床位以三十张为宜，到2025年新增护理床位30张。\n", "utf-8"
    )
    run(raw, tmp_path / "old", 1, lambda *_: None)
    (raw / "a.corrections.toml").write_text(
        '[[correction]]\nmissing = true\ntable = "targets"\nquote = "床位以三十张为宜"\nbecause = "漏读"\nby = "王"\non = 2026-01-31\n'
        'values = { kind = "target", indicator = "床位", comparator = "~=", value = 30, unit = "张", value_text = "三十张" }\n',
        "utf-8",
    )
    (raw / "a.toml").write_text('state = "in_work"\n', "utf-8")
    run(raw, tmp_path / "new", 1, lambda *_: None)
    found = differences(folder_to_edition(tmp_path / "old"), folder_to_edition(tmp_path / "new"))
    assert {(one.table, one.cause.kind) for one in found if one.listed} >= {
        ("targets", "correction"),
        ("notices", "state"),
    }
    assert {one.cause.kind for one in found} == {"correction", "state"}


@pytest.mark.parametrize("show", [print_terminal, print_markdown])
def test_nothing_of_a_notice_is_taken_for_a_command(show: Callable[..., None], changes: list[Change]) -> None:
    said = io.StringIO()
    show(changes, 0, said)
    assert "\x1b" not in said.getvalue() and "\u202e" not in said.getvalue()
    if show is print_markdown:
        assert "<script" not in said.getvalue() and "&lt;script&gt;\\|\\`" in said.getvalue()


def test_json_is_as_its_schema_says(changes: list[Change]) -> None:
    import jsonschema

    said = io.StringIO()
    print_json(changes, 0, said)
    found = json.loads(said.getvalue())
    jsonschema.validate(found, json.loads(SCHEMA.read_text("utf-8")))
    assert len(found["changes"]) == 6 and found["changes"][1]["columns"]["indicator"]["after"] == HOSTILE
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "colour": 1}, json.loads(SCHEMA.read_text("utf-8")))


def test_csv_holds_no_formula(changes: list[Change]) -> None:
    import csv

    said = io.StringIO()
    print_csv(changes, 0, said)
    cells = [value for row in csv.reader(io.StringIO(said.getvalue())) for value in row]
    assert f"'{HOSTILE}" in cells
    assert not [value for value in cells if value[:1] in tuple("=+-@") and len(value) > 1]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\rx"])
def test_formulas_are_neutralised(text: str) -> None:
    assert without_formula(text) == f"'{text}"


@pytest.mark.parametrize("value", ["床位", "1-2", 3, -3.5, None, "=", ">=", "+", "-"])
def test_other_values_stay(value: object) -> None:
    assert without_formula(value) == value


def test_values_are_short_and_on_one_line() -> None:
    assert words("a\n b\x00") == "a b\\x00"
    assert words(30.0) == "30" and words(None) == "∅"
    assert len(words("长" * 10_000)) == 80


def test_long_texts_are_shown_where_they_differ() -> None:
    long = "统筹推进" * 50
    assert apart(f"{long}设置95个点", f"{long}设置97个点") == (
        "…进统筹推进设置95个点",
        "…进统筹推进设置97个点",
    )
    assert apart(95.0, 97.0) == ("95", "97") and apart(None, "个") == ("∅", "个")


def test_summary_counts_what_only_moved(tmp_path: Path) -> None:
    old = edition(tmp_path / "old", [notice("a", 3)])
    said = summary(differences(old, edition(tmp_path / "new", [notice("a", 3, inserted=True)])))
    assert "only moved" in said


def test_every_format_is_offered() -> None:
    from pipeline.editing import FORMATS as OFFERED

    assert set(OFFERED) == set(FORMATS)


def test_a_point_inserted_into_a_real_notice_is_one_change(tmp_path: Path) -> None:
    """Every point, fact and issue behind it stands elsewhere and under another number."""
    text = (
        "某市人民政府关于推进养老服务的通知\n一、建设床位\n到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局）\n"
        "二、培训人员\n到2025年，培训护理员500人。\n2024年6月3日\n"
    )
    longer = text.replace("一、建设", "一、总体要求\n坚持统筹推进。\n二、建设").replace(
        "二、培训", "三、培训"
    )
    for name, said in (("old", text), ("new", longer)):
        (tmp_path / f"raw-{name}").mkdir()
        (tmp_path / f"raw-{name}" / "a.txt").write_text(said)
        assert main(["extract", str(tmp_path / f"raw-{name}"), "--out", str(tmp_path / name), "--quiet"]) == 0
    changes = differences(folder_to_edition(tmp_path / "old"), folder_to_edition(tmp_path / "new"))
    assert [(c.table, c.kind, c.about) for c in changes if c.listed] == [("clauses", "added", "总体要求")]
    assert {c.table for c in changes if c.kind == "moved"} >= {"tasks", "targets", "issues"}


@pytest.mark.parametrize("is_recorded", [True, False])
def test_what_only_another_notice_tells_has_it_as_its_cause(is_recorded: bool) -> None:
    """A notice is repealed by one that came, whatever rules changed meanwhile."""
    causes = Causes({"new": "notice added"}, ["targets/rows.py"], [], is_recorded)
    edit = Edit("notices", {"notice_id": "old"}, {"notice_id": "old"}, (("repealed_by", None, "new"),))
    assert causes.of("old", edit) == Cause("notice added", "new")
    other = Edit("targets", {}, {}, (("value", 1, 2),))
    assert causes.of("old", other).kind == "rule changed"


def test_a_data_package_written_otherwise_says_the_same_and_a_torn_one_nothing(tmp_path: Path) -> None:
    """Of one as we write it what grows with the notices is passed over; marks of git in it are seen all the same."""
    whole = edition(tmp_path / "out", [notice("a", 5)])
    path = tmp_path / "out" / "datapackage.json"
    said = path.read_text("utf-8")
    path.write_text(json.dumps(json.loads(said)), "utf-8")
    again = folder_to_edition(tmp_path / "out")
    assert (again.keys, set(again.tables)) == (whole.keys, set(whole.tables)) and whole.keys
    for torn in (
        said.replace(' "twins": {\n', ' "twins": {\n<<<<<<< HEAD\n'),
        said[:-3],
        said[: len(said) // 2],
    ):
        path.write_text(torn, "utf-8")
        with pytest.raises(OSError, match="datapackage"):
            folder_to_edition(tmp_path / "out")
