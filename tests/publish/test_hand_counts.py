"""The questions of the README, counted by hand on real notices before the program was asked: ../shared/corpus must lie beside the checkout.

Who leads, what is due and overdue, an indicator, the tasks of a body, what is cited: five notices. Money: five others, two of
them one notice in two formats. A figure here is what a person who reads the notice says, not what the program said.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.read.office import find_program
from pipeline.run import run

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
# Short names, and how the file begins that has the notice.
NOTICES = {
    "anhui.txt": "txt_法宝_12.6476457",
    "beijing.html": "html_北京_京市监发2025-21",
    "guangzhou.html": "html_广州_穗民规字2025-2",
    "household.pdf": "pdf_print_商服贸函2026-322",
    "machines.md": "md_上海_农业机械化",
    "prizes.txt": "txt_广东_粤府办2025-16",
    "homes.html": "html_明溪县",
    "homes2.pdf": "pdf_text_明溪县",
    "care.html": "html_广州_穗府办规2022-13",
}
SCHOOL = ("school.doc", "doc_学校")
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus beside the checkout: the notices counted by hand are not at hand")  # fmt: skip
Rows = list[tuple[Any, ...]]


def read(folder: Path, files: dict[str, str]) -> Path:
    raw, out = folder / "raw", folder / "extracted"
    raw.mkdir()
    for name, begins in files.items():
        (found,) = CORPUS.glob(f"{begins}*")
        shutil.copy(found, raw / name)
    run(raw, out, 1, lambda *_: None)
    return out


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read(tmp_path_factory.mktemp("counted"), NOTICES)


def ask(out: Path, query: str) -> Rows:
    return duckdb.sql(query.replace("extracted/", f"{out}/")).fetchall()


def test_who_leads(out: Path) -> None:
    rows = ask(out, "SELECT agency_name, count(DISTINCT task_id) AS n FROM 'extracted/task_agencies.parquet' WHERE role = 'lead' AND countable GROUP BY ALL")  # fmt: skip
    assert dict(rows) == {
        "省商务厅": 11,
        "合肥海关": 2,
        "省发展改革委": 1,
        "省交通运输厅": 1,
        "省市场监管局": 1,
        "省十大新兴产业推进组工作专班牵头单位": 1,
    }


DUE = {("anhui", 2024): 3, ("beijing", 2025): 4, ("machines", 2025): 17}


def test_what_is_due(out: Path) -> None:
    """Of the aims for machines 5 are said again in the points. Two more grow rice where the aims say grain: two names."""
    rows = ask(out, "SELECT notice_id, year(due_date), count(*) FROM 'extracted/due.parquet' WHERE countable AND due_date IS NOT NULL GROUP BY ALL")  # fmt: skip
    assert {(name, year): n for name, year, n in rows if not name.startswith("homes")} == DUE
    assert sum(n for name, _, n in rows if name.startswith("homes")) == 2


def test_what_was_overdue(out: Path) -> None:
    """The standards of Guangzhou held until 1 June 2026, and set no day."""
    rows = ask(out, "SELECT notice_id, count(*) FROM 'extracted/due.parquet' WHERE countable AND due_date < '2026-06-30' AND in_force_from <= '2026-06-30' AND (in_force_until IS NULL OR in_force_until >= '2026-06-30') GROUP BY ALL")  # fmt: skip
    assert {name: n for name, n in rows if not name.startswith("homes")} == {"anhui": 3, "beijing": 4, "machines": 17}  # fmt: skip


def test_an_indicator(out: Path) -> None:
    rows = ask(out, "SELECT value FROM 'extracted/target_tracker.parquet' WHERE (indicator LIKE '%机械化率' OR indicator LIKE '%机械化水平') AND repeats IS NULL AND year = 2025 ORDER BY 1")  # fmt: skip
    assert [value for (value,) in rows] == [60, 60, 80, 85, 98]


@pytest.mark.parametrize(("body", "tasks"), [("省商务厅", 18), ("商务部", 17), ("民政部", 1)])
def test_the_tasks_of_a_body(body: str, tasks: int, out: Path) -> None:
    ((found,),) = ask(out, f"SELECT count(DISTINCT task_id) FROM 'extracted/task_agencies.parquet' WHERE agency_name = '{body}' AND countable")  # fmt: skip
    assert found == tasks


def test_what_cites_what(out: Path) -> None:
    """Beside the plan that each issues."""
    rows = ask(out, "SELECT notice_id, count(DISTINCT what) FROM 'extracted/facts.parquet' WHERE kind = 'citation' AND relation <> 'issues' GROUP BY ALL")  # fmt: skip
    cited = dict(rows)
    assert {name: cited[name] for name in ("anhui", "beijing", "guangzhou", "household", "machines")} == {
        "anhui": 2,
        "beijing": 4,
        "guangzhou": 1,
        "household": 5,
        "machines": 3,
    }


# Notice → how many amounts it gives: for each prize, flat, person, facility, or at most. Nobody sets a sum aside; the 1963.5元 of
# Guangzhou are what a family may earn, and nobody is paid them.
AMOUNTS = {"guangzhou": 10, "prizes": 9, "homes": 8, "homes2": 8, "care": 26}


@pytest.mark.parametrize("notice", AMOUNTS)
def test_amounts_for_each_and_ceilings_are_no_sum(notice: str, out: Path) -> None:
    rows = ask(out, f"SELECT countable FROM 'extracted/facts.parquet' WHERE kind = 'funding' AND unit_base = '元' AND notice_id = '{notice}'")  # fmt: skip
    assert (len(rows), any(yes for (yes,) in rows)) == (AMOUNTS[notice], False)


def test_one_notice_in_two_formats_counts_once(out: Path) -> None:
    rows = ask(out, "SELECT notice_id, same_as, bool_or(countable) FROM 'extracted/facts.parquet' WHERE notice_id LIKE 'homes%' GROUP BY ALL")  # fmt: skip
    ((copy, whole),) = ((one, same) for one, same, _ in rows if same)
    assert {copy, whole} == {"homes", "homes2"}
    assert [counts for one, _, counts in rows if one == copy] == [False]


def test_ceilings_of_parts_are_not_added_to_the_whole(out: Path) -> None:
    """每次奖励成果总数500项 … 一等奖不超过110项，二等奖、三等奖各不超过195项: 500 in all."""
    ((added,),) = ask(out, "SELECT sum(value_base) FROM 'extracted/facts.parquet' WHERE kind = 'target' AND countable AND unit_base = '项' AND notice_id = 'prizes'")  # fmt: skip
    assert added == 500


@pytest.mark.skipif(find_program() is None, reason="no LibreOffice: the .doc cannot be read")
def test_a_budget_said_twice_counts_once(tmp_path: Path) -> None:
    """60, 80 and 80万元, what each is spent on beside them, and all three again under 经费保障."""
    out = read(tmp_path, dict([SCHOOL]))
    rows = ask(out, "SELECT value_base, countable, amount_kind FROM 'extracted/facts.parquet' WHERE kind = 'funding' AND unit_base = '元'")  # fmt: skip
    assert sorted(yuan for yuan, counts, _ in rows if counts) == [600_000, 800_000, 800_000]
    assert (
        sum(yuan for yuan, _, kind in rows if kind == "part") == 2_000_000
    )  # One of 20 is printed without 万元.
    ((times,),) = ask(out, "SELECT count(*) FROM 'extracted/due.parquet' WHERE kind = 'deadline' AND countable AND in_words LIKE '%资金投入%'")  # fmt: skip
    assert times == 3
