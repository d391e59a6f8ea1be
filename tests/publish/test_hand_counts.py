"""The questions of the README, counted by hand on real notices before the program was asked: ../shared/corpus must lie beside the checkout.

Who leads, what is due and overdue, an indicator, the tasks of a body, what is cited: five notices. Money: five others, two of
them one notice in two formats. Five more, one again in two formats: everything. A figure here is what a person who reads the notice says, not what the program said.
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
OTHERS = {
    "beidou.md": "md_上海_北斗",
    "firms.txt": "txt_深圳_深工信2025-44",
    "health.docx": "docx_句容",
    "jobs.txt": "txt_国办发2025-25",
    "market.html": "html_达州_达市府办发2022-25",
    "market2.pdf": "pdf_text_达州_达市府办发2022-25",
}
SCHOOL = ("school.doc", "doc_学校")
# Those of the README.
QUESTIONS = (
    (Path(__file__).parents[2] / "README.md")
    .read_text("utf-8")
    .split("```sql\n")[1]
    .split("```")[0]
    .split(";")
)
pytestmark = [pytest.mark.usefixtures("here"), pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus beside the checkout: the notices counted by hand are not at hand")]  # fmt: skip
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


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read(tmp_path_factory.mktemp("others"), OTHERS)


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


def test_who_leads_of_others(others: Path) -> None:
    rows = ask(others, "SELECT agency_name, count(DISTINCT task_id) AS n FROM 'extracted/task_agencies.parquet' WHERE role = 'lead' AND countable GROUP BY ALL HAVING n > 3")  # fmt: skip
    assert dict(rows) == {
        "市经济信息化委": 19,
        "市发展改革委": 10,
        "市科委": 8,
        "市交通委": 8,
        "市国防科工办": 6,
        "市商务委": 5,
        "市水务局": 4,
        "市住房城乡建设管理委": 4,
    }


def test_what_is_due_of_others(others: Path) -> None:
    """Of 北斗 five values and the aim above them; the policies of 国办发 end in 2025, and only who applies must have done so."""
    rows = ask(others, "SELECT notice_id, due_date, count(*) FROM 'extracted/due.parquet' WHERE countable AND due_date IS NOT NULL GROUP BY ALL")  # fmt: skip
    assert {(name, str(day)): n for name, day, n in rows} == {
        ("beidou", "2023-12-31"): 6,
        ("firms", "2027-12-31"): 2,
        ("jobs", "2025-12-31"): 1,
    }
    again = ask(others, "SELECT notice_id, count(*) FROM 'extracted/due.parquet' WHERE countable AND recurring GROUP BY ALL")  # fmt: skip
    assert again == [("firms", 2)]


def test_a_notice_without_a_date_is_overdue_too(others: Path) -> None:
    """北斗 prints no day of its own; the measures of 达州 held to the end of 2022."""
    late = next(q for q in QUESTIONS if "overdue" in q).replace("2023-06-30", "2026-06-30")
    assert len(ask(others, late)) == 6 + 1


def test_an_indicator_of_others(others: Path) -> None:
    rows = ask(others, "SELECT notice_id, value, year FROM 'extracted/target_tracker.parquet' WHERE indicator LIKE '%企业' ORDER BY 1, 2")  # fmt: skip
    assert rows == [("beidou", 5, 2023), ("beidou", 100, 2023), ("firms", 80, 2027), ("firms", 1000, 2027)]


def test_money_of_others(others: Path) -> None:
    """1500元 for each at most, 100元 for each square metre, and what may be lent: nobody sets a sum aside."""
    rows = ask(others, "SELECT notice_id, value_base, countable FROM 'extracted/facts.parquet' WHERE kind = 'funding' AND unit_base = '元' ORDER BY 1")  # fmt: skip
    assert rows == [("jobs", 1500, False), ("market", 100, False), ("market2", 100, False)]


def test_tasks_of_civil_affairs_of_others(others: Path) -> None:
    rows = ask(others, "SELECT notice_id, role, text, due_date FROM 'extracted/task_agencies.parquet' WHERE agency_type = '民政' AND countable ORDER BY 1")  # fmt: skip
    assert [(name, role, day) for name, role, _, day in rows] == [("beidou", "lead", None), ("health", "joint", None)]  # fmt: skip
    assert "支持健康领域社会组织发展" in rows[1][2]


def test_each_body_of_a_table_of_duties_has_its_task(others: Path) -> None:
    ((rows,),) = ask(others, "SELECT count(DISTINCT row) FROM 'extracted/task_agencies.parquet' WHERE notice_id = 'health' AND table_id IS NOT NULL")  # fmt: skip
    assert rows == 23


def test_what_others_cite(others: Path) -> None:
    """Beside the plan that each issues, and a licence (预售许可证), which is no document that is in force."""
    rows = ask(others, "SELECT notice_id, count(DISTINCT what) FROM 'extracted/facts.parquet' WHERE kind = 'citation' AND relation NOT IN ('issues', 'mentions') GROUP BY ALL")  # fmt: skip
    assert dict(rows) == {"beidou": 1, "health": 1}


def test_sums_of_others(others: Path) -> None:
    """500亿元 are in the 1000亿元; 100家, 5家 and 10项 are not, and stand behind the same 其中. Standards are so many."""
    rows = ask(others, "SELECT notice_id, unit_base, sum(value_base) FROM 'extracted/facts.parquet' WHERE kind = 'target' AND countable GROUP BY ALL")  # fmt: skip
    assert {(name, unit): value for name, unit, value in rows} == {
        ("beidou", "元"): 1e11,
        ("beidou", "家"): 105,
        ("beidou", "项"): 10,
        ("firms", "家"): 1080,
    }


def test_the_second_format_of_others_counts_nothing(others: Path) -> None:
    rows = ask(others, "SELECT notice_id, same_as, bool_or(countable) FROM 'extracted/facts.parquet' WHERE notice_id LIKE 'market%' GROUP BY ALL")  # fmt: skip
    assert {same for _, same, counts in rows if not counts} <= {"market", "market2"}
    assert sorted(counts for *_, counts in rows) == [False, True]
