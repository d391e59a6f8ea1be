"""What several tests build on: one small notice, everything known of it."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

from pipeline import start
from pipeline.messages import say
from pipeline.model import (
    Annex,
    Cell,
    Check,
    Checked,
    Clause,
    Document,
    Extracted,
    Fact,
    Issue,
    Mended,
    Mention,
    Named,
    Outline,
    Page,
    Passage,
    Repair,
    Span,
    Table,
    TitleBlock,
)  # fmt: skip
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.sources import Source

# The drawings of tables, for the tests of repairs beside them.
sys.path.insert(0, str(Path(__file__).parent / "tables"))

# How long an example takes tells of the machine, not of the program.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

# What one test left behind must not answer for the next.
os.environ["NOTICE_CACHE"] = ""
# No test takes the power away: whoever looks finds what was written, on disk or not yet, and waiting for a disk shows nothing.
# (Commands that tests start as processes of their own do wait.)
os.fsync = lambda descriptor: None
# Nor need the files of tests be on one at all: in memory, where there is room, each costs a twentieth of the processor's time.
MEMORY, ROOM = Path("/dev/shm"), 4 << 30
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None  # As if nobody had asked for it yet.
# Whatever the machine speaks.
os.environ["NOTICE_LANG"] = "en"
# As a run of the program: of ten thousand tests there is more to go through in vain.
gc.set_threshold(*start.COLLECTS)

# Which of several processes this is that run tests, if there are several.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

# Where tests run whole commands, and lay whole tables: first, so that no processor waits for another that has them last.
LONG_FILES = ("tests", "bench", "publish", "review", "tables")


def pytest_configure(config: pytest.Config) -> None:
    """Each of several workers begins to collect elsewhere: in a new checkout, where no test is compiled yet, each would else
    compile all of them at the same time as the others."""
    if WORKER and config.args == config.getini("testpaths"):
        # Whole folders where they are: of each file by itself pytest would look through its folder again.
        tests, files = Path(__file__).parent, list[str]()
        for path in sorted(tests.rglob("test_*.py")):
            inner = path.relative_to(tests).parts[0]
            files.append(str(tests / inner))
        first = int(WORKER.removeprefix("gw")) * len(files) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        config.args = list(dict.fromkeys([*files[first:], *files[:first]]))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: (item.path.parent.name not in LONG_FILES, item.path))


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Of a test that passes a worker tells only that: told when it begins, is set up, taken down and ends, too, 6,000 tests that do
    nothing took 14.0 s of the processor, and take 9.3 s. What goes wrong is told whenever it does; who asks for durations has them."""
    if not WORKER or item.config.getoption("durations") is not None:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            report.keywords = {}  # nobody reads them
            item.ihook.pytest_runtest_logreport(report=report)
    return True


SHARED = Path(__file__).resolve().parents[2] / "shared"

TEXT = """关于印发养老方案的通知
民发〔2024〕20号
一、建设床位
到2025年新增床位30张。（责任单位：区民政局、区财政局）
附件1 计划表
白沙镇\t8\t区民政局
2024年6月3日
"""


def at(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def bracket(text: str = TEXT) -> Span:
    """The bracket that makes agencies responsible."""
    return Span(text.index("（责任单位"), text.index("）\n附件") + 1)


def document(notice_id: str = "a", text: str = TEXT) -> Document:
    return Document(
        notice_id=notice_id,
        source_file=f"{notice_id}.txt",
        source_sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        pages=(Page(1, Span(0, text.index("附件"))), Page(2, Span(text.index("附件"), len(text)))),
    )


def small_facts(text: str) -> tuple[Fact, ...]:
    def agency(name: str, seq: int) -> Fact:
        values = {
            "seq": seq,
            "agency_name": name,
            "role": "joint",
            "kind": "assignment",
        }
        return Fact("responsibilities", bracket(text), "bracket", values, 0.99, clause_id="1")

    due = {"kind": "by", "end_date": "2025-12-31", "precision": "year", "text": "到2025年"}
    beds = {
        "kind": "target",
        "indicator": "床位",
        "comparator": "=",
        "value": 30,
        "unit": "张",
        "value_text": "30张",
    }
    cell = {"row_label": "白沙镇", "column_path": "建设数", "value": 8.0, "value_text": "8"}
    return (
        agency("区民政局", 0),
        agency("区财政局", 1),
        Fact("targets", at("新增床位30张", text), "plain", beds, clause_id="1"),
        Fact("deadlines", at("到2025年", text), "year", due, clause_id="1"),
        Fact("table_facts", at("8", text), "cell", cell, table_id="t1", row=0),
    )  # fmt: skip


def small(notice_id: str = "a", text: str = TEXT) -> Checked:
    """One notice with a row in nearly every table."""
    block = TitleBlock(
        title="关于印发养老方案的通知", title_span=at("关于印发养老方案的通知", text), doc_number="民发〔2024〕20号",
        doc_number_span=at("民发〔2024〕20号", text), written_date="2024-06-03", written_date_span=at("2024年6月3日", text),
        issuers=(Named("民政部", at("民", text)),),
    )  # fmt: skip
    sentence = at("到2025年新增床位30张。", text)
    outline = Outline(
        document=document(notice_id, text),
        title_block=block,
        passages=(
            Passage("到2025年新增床位30张。", tuple(range(sentence.start, sentence.end)), clause_id="1"),
        ),
        clauses=(
            Clause("1", None, 1, 1, "一、", "一、", "建设床位", Span(at("一、", text).start, sentence.end)),
        ),
        annexes=(Annex("附件1", 1, "计划表", at("附件1 计划表", text)),),
        fragments=(),
        issues=(Issue("odd", say("blank_form"), "title", at("关于", text)),),
    )
    row = at("白沙镇\t8", text)
    cells = (
        Cell(0, 0, "白沙镇", parts=(at("白沙镇", text),)),
        Cell(0, 1, "8", parts=(at("8", text),)),
        Cell(0, 2, ""),
    )
    table = Table("t1", "计划表", "附件1", "plan", cells, 1, 3, 0, "unverified", row)
    mended = Mended(
        outline,
        (table,),
        (Repair("shifted_row", "8", "8", say("only_fitting_reading"), "certified", row, table_id="t1"),),
    )
    entities = (
        ("agencies", {"agency_id": "mzb", "name": "民政部", "region_code": "100000"}),
        ("regions", {"region_code": "100000", "name": "中国", "level": "nation"}),
        ("issuer_ids", {"name": "民政部", "agency_id": "mzb"}),
        ("notice_region", {"region_code": "100000"}),
    )
    extracted = Extracted(mended, small_facts(text), entities=entities)
    checks = (Check("numbering", "pass", "1", "1", "一、", say("points_numbered"), clause_id="1"),)
    ledger = (
        Mention("number", at("30", text), "claimed", "targets"),
        Mention("number", at("6", text), "unclaimed"),
    )
    return Checked(extracted, checks, ledger)


@pytest.fixture(scope="session", autouse=True)
def loaded() -> None:
    """Runs fork from here: what each would load for its first notices is loaded once for the many of a whole suite."""
    from pipeline.run import load_stages, source_to_entry
    from pipeline.sources import find

    if WORKER:
        load_stages()
        root = Path(__file__).resolve().parents[1]
        for source in find(root / "raw")[0]:
            if (root / "tests" / "labels" / f"{source.notice_id}.json").exists():
                source_to_entry(source)
        # What is there for good is not gone through again, here or in a fork, which would copy it for that.
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="module")
def here() -> Iterator[None]:
    """Notices and files are read in this very process: a fork for each, of one that holds a whole suite, takes longer than to read
    them. For modules that test neither the bounds of reading nor its processes."""
    from pipeline.read import isolation, ocr

    def read_file(reader: str, content: bytes, name: str, limits: Limits) -> Parts:
        return isolation._within(isolation._load(reader)(content, name, limits), limits)

    def read_all(
        sources: Sequence[Source], jobs: object, read: Callable[[Source], object], *_: object
    ) -> Iterator[object]:
        return map(read, sources)

    with pytest.MonkeyPatch.context() as patch:
        if not ocr.is_available():  # It starts threads, which forks of later tests would lack.
            patch.setattr(isolation, "isolated", read_file)
        patch.setattr("pipeline.run.read_all", read_all)
        # Nobody stands by to read what came.
        patch.setattr("pipeline.run.standing_by", lambda *_: nullcontext([]))
        yield


@pytest.fixture
def small_notice() -> Callable[..., Checked]:
    return small


@pytest.fixture
def rows() -> Callable[[Path, str], Sequence[dict[str, object]]]:
    """Reads the rows of a published table."""
    import pyarrow.parquet as pq

    # What reads several files as one table takes four times as long to read one.
    return lambda out, table: pq.ParquetFile(out / f"{table}.parquet").read().to_pylist()


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tables of extracted/, to write pages beside."""
    folder = tmp_path_factory.mktemp("published") / "extracted"
    folder.mkdir()
    for path in (Path(__file__).resolve().parents[1] / "extracted").glob("*.parquet"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser session for the tests of a module."""
    from driver import browser

    with browser(tmp_path_factory.mktemp("chrome")) as session:
        yield session


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labels and measures beside the checkout; tests that need it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout: nothing to compare with")
    return SHARED
