"""Facts that no rule read, added by an editor: published as rows, held while the notice changes, loud once needless."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.correct import correct
from pipeline.decisions.toml import toml_to_corrections
from pipeline.model import BrokenPromise, Checked
from pipeline.review.corrections import confirmed
from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")

NOTICE = """关于印发养老方案的通知

民发〔2024〕20号

一、建设床位。到2025年新增养老床位30张。样板若干，以三处为宜。（责任单位：区民政局、区财政局）

二、培训人员。到2025年培训护理员200人。样板若干，以三处为宜。

重庆市江津区人民政府办公室
2024年6月3日
"""
ENTRY = """[[correction]]
missing = true
table = "{table}"
place = "{place}"
quote = "{quote}"
values = {{ {values} }}
because = "漏读"
by = "编辑"
on = 2026-01-31
"""
TARGET = (
    'kind = "target", indicator = "样板", comparator = "~=", value = 3, unit = "处", value_text = "三处为宜"'
)
Added = Callable[..., dict[str, list[dict[str, Any]]]]


def entry(
    table: str = "targets", place: str = "建设床位", quote: str = "以三处为宜", values: str = TARGET
) -> str:
    return ENTRY.format(table=table, place=place, quote=quote, values=values)


@pytest.fixture
def extract(tmp_path: Path) -> Added:
    def made(entries: str, text: str = NOTICE) -> dict[str, list[dict[str, Any]]]:
        raw = tmp_path / "raw"
        raw.mkdir(exist_ok=True)
        (raw / "a.txt").write_text(text, "utf-8")
        (raw / "a.corrections.toml").write_text(entries, "utf-8")
        run(raw, tmp_path / "out", 1, lambda *_: None)
        names = ("targets", "corrections", "ledger", "facts", "responsibilities", "issues")
        return {name: pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() for name in names}

    return made


def test_it_is_a_row_like_others(extract: Added, tmp_path: Path) -> None:
    rows = extract(entry())
    (row,) = [row for row in rows["targets"] if row["rule"] == "editor"]
    assert (row["indicator"], row["value"], row["unit"], row["clause_id"]) == ("样板", 3.0, "处", "一")
    assert (row["quote"], row["confidence"]) == ("以三处为宜", 1.0)
    (decision,) = rows["corrections"]
    assert (decision["verdict"], decision["machine_value"]) == ("missing", None)
    assert row["correction_id"] == decision["correction_id"]
    assert row["fact_id"] in {fact["fact_id"] for fact in rows["facts"]}
    assert confirmed(tmp_path / "out").decided == 1
    assert confirmed(tmp_path / "out").right == 0


def test_it_claims_its_mention(extract: Added) -> None:
    rows = extract(entry())
    said = {
        (m["char_start"] < NOTICE.index("二、培训"), m["status"]) for m in rows["ledger"] if m["text"] == "三"
    }
    assert (True, "claimed") in said
    assert (False, "claimed") not in said


def test_another_kind_of_fact(extract: Added) -> None:
    duty = 'agency_name = "区财政局", role = "lead", kind = "inline"'
    rows = extract(entry("responsibilities", "培训人员", "培训护理员200人", duty))
    (row,) = [row for row in rows["responsibilities"] if row["rule"] == "editor"]
    assert (row["clause_id"], row["agency_id"]) == ("二", "500116-财政局")


def test_it_holds_while_the_notice_changes_around_it(extract: Added) -> None:
    changed = NOTICE.replace("一、建设床位", "一、总体要求。\n\n二、建设床位").replace("二、培训", "三、培训")
    rows = extract(entry(quote="以三处\\n为宜"), changed)
    (row,) = [row for row in rows["targets"] if row["rule"] == "editor"]
    assert row["clause_id"] == "二"


WRONG = {
    "not there": (entry(quote="以四处为宜"), "不在通知的该处", "not in that place"),
    "in two places": (entry(place=""), "有 2 处", "stand in 2 places"),
    "read by now": (
        entry(quote="到2025年新增养老床位30张", values='value = 30, unit = "张"'),
        "已能读出",
        "reads this fact",
    ),
    "twice": (entry() + entry(), "同一事实", "about the same fact"),
}


@pytest.mark.parametrize("why", WRONG)
def test_what_is_wrong_is_said(why: str, small_notice: Callable[..., Checked], tmp_path: Path) -> None:
    from pipeline.extract import extract as read_facts
    from pipeline.model import Document
    from pipeline.outline import outline
    from pipeline.tables import mend

    entries, chinese, english = WRONG[why]
    document = Document("a", "a.txt", "0" * 64, "text/plain", "utf-8", NOTICE)
    with pytest.raises(BrokenPromise) as refused:
        correct(read_facts(mend(outline(document))), toml_to_corrections(entries, "a.corrections.toml"))
    assert chinese in refused.value.message.zh
    assert english in refused.value.message.en


@pytest.mark.parametrize(
    "entries", [entry().replace("missing = true", "missing = false"), entry().replace("values", "was")]
)
def test_an_entry_that_says_too_little(entries: str) -> None:
    with pytest.raises(BrokenPromise):
        toml_to_corrections(entries, "a.corrections.toml")


UNFIT = {
    "no agency": entry("responsibilities", "培训人员", "培训护理员200人", 'role = "lead", kind = "inline"'),
    "no kind": entry(
        "responsibilities", "培训人员", "培训护理员200人", 'agency_name = "区财政局", role = "lead"'
    ),
    "no text": entry("deadlines", "培训人员", "到2025年", 'kind = "by"'),
    "a day that is none": entry(values=TARGET + ', deadline_date = "x"'),
}


@pytest.mark.parametrize("why", UNFIT)
def test_a_slip_of_an_editor_is_called_that(why: str, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(NOTICE, "utf-8")
    (raw / "a.corrections.toml").write_text(UNFIT[why], "utf-8")
    (failure,) = run(raw, tmp_path / "out", 1, lambda *_: None).failures
    assert failure.issue.kind == "correction"
