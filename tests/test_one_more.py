"""A large set with one notice more, less, or otherwise is the bytes of a run from nothing: whatever was kept between the runs, and
whatever became of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cache import Cache
from pipeline.model import Phase
from pipeline.publish.listed import strays
from pipeline.run import Outcome, run

pytestmark = pytest.mark.usefixtures("here")

COUNTIES = ("江北县", "江南县", "东山县")
NOTICE = """{county}人民政府关于印发{what}方案的通知
{letters}府发〔2021〕{n}号
各乡镇人民政府：
根据《{cited}》，到{year}年底前，全县新增养老床位{beds}张以上。（责任单位：{county}民政局、{county}{office}）
"""
OFFICES = ("财政局", "教育局", "水利局", "林业局", "审计局")
COUNT = 10


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen notices are laid, and remembered, as ten thousand are."""
    for name, value in {
        "memory.FEWEST": 0,
        "memory.STILL": 0,
        "publish.leaves.FEW": 3,
        "publish.leaves.REACH": 1,
        "publish.leaves.MOST": 5,
        "publish.files.FEW": 4,
        "publish.files.MEAN": 2,
        "publish.files.MOST": 4,
        "publish.links.FEWEST": 1,
    }.items():
        monkeypatch.setattr(f"pipeline.{name}", value)


def put(raw: Path, name: str, n: int, beds: int = 100) -> None:
    county = COUNTIES[n % 3]
    said = NOTICE.format(
        county=county,
        letters=county[:2],
        n=n,
        what=("养老服务", "养老机构建设", "居家养老服务")[n // 3 % 3],
        cited=f"{COUNTIES[(n + 1) % 3]}人民政府关于印发养老服务方案的通知",
        year=2024 + n % 2,
        beds=beds + n // 2,
        office=OFFICES[n % 5],
    )
    (raw / name).write_text(said, "utf-8")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(COUNT):
        put(folder, f"n{n:02}.txt", n)
    shutil.copy(folder / "n05.txt", folder / "n05-again.txt")
    ran(folder)
    return folder


def ran(raw: Path) -> Outcome:
    return run(raw, raw.parent / "out", 1, lambda *_: None, Cache(raw.parent / "cache", "program"))


def contents(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def is_as_from_nothing(raw: Path) -> bool:
    said = ran(raw)
    anew = run(raw, raw.parent / "anew", 1, lambda *_: None)
    assert (said.rows, said.checks, said.mentions) == (anew.rows, anew.checks, anew.mentions)
    return contents(raw.parent / "out") == contents(raw.parent / "anew")


def put_around(raw: Path) -> None:
    for n, name in enumerate(("a.txt", "z.txt")):
        put(raw, name, 41 + n)


EDITS: dict[str, Callable[[Path], object]] = {
    "one more in the middle": lambda raw: put(raw, "n07a.txt", 40),
    "one more before all, one behind": put_around,
    "one that is a copy of another": lambda raw: shutil.copy(raw / "n03.txt", raw / "n03-again.txt"),
    "one less": lambda raw: (raw / "n08.txt").unlink(),
    "the notice less that another is a copy of": lambda raw: (raw / "n05.txt").unlink(),
    "the one less that others cite": lambda raw: (raw / "n00.txt").unlink(),
    "one otherwise": lambda raw: put(raw, "n09.txt", 9, beds=700),
    "one under another name": lambda raw: (raw / "n06.txt").rename(raw / "n02b.txt"),
    "one touched": lambda raw: os.utime(raw / "n04.txt", (1, 1)),
    "what stands beside one": lambda raw: (raw / "n01.toml").write_text('publisher = "江北县人民政府"\n', "utf-8"),
}  # fmt: skip


def test_one_more_is_as_from_nothing(raw: Path) -> None:
    """One edit after the other."""
    for name, edit in EDITS.items():
        edit(raw)
        assert is_as_from_nothing(raw), name


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "half": lambda said: said[: len(said) // 2],
    "a bit": lambda said: said[:-1] + bytes([said[-1] ^ 1]),
    "empty": lambda said: b"",
}


def test_what_is_damaged_between_two_runs_is_made_anew(raw: Path) -> None:
    """Whatever was kept: what came of notices, the cards and row groups of leaves, verdicts, what was seen of files."""
    for n, (name, damage) in enumerate(DAMAGES.items()):
        for path in (raw.parent / "cache").rglob("*"):
            if path.is_file():
                path.write_bytes(damage(path.read_bytes()))
        put(raw, f"n07{n}.txt", 40 + n)
        assert is_as_from_nothing(raw), name


def test_what_is_kept_of_another_day_is_not_trusted(raw: Path) -> None:
    """The cache is put back to what it was, as a backup is, or the folder is, as git does; then one more comes."""
    whole = raw.parent
    shutil.copytree(whole / "cache", whole / "cache.before")
    shutil.copytree(whole / "out", whole / "out.before")
    put(raw, "n09.txt", 9, beds=700)
    (raw / "n08.txt").unlink()
    ran(raw)
    for name in ("cache", "out"):
        shutil.rmtree(whole / name)
        shutil.copytree(whole / f"{name}.before", whole / name)
        put(raw, f"n07{name}.txt", 40)
        assert is_as_from_nothing(raw), name


# Where a run may be killed, and whether what it makes stands then.
STEPS = {
    "pipeline.run.compare": False,
    "pipeline.publish.files.TableFile.end": False,
    "pipeline.publish.folder.swap": False,
    "pipeline.run.keep_sums": True,
}


def test_a_run_that_is_killed_leaves_nothing_half(raw: Path) -> None:
    """What stands is what stood, or what a whole run publishes; and the next run is as one from nothing."""
    out = raw.parent / "out"
    for n, (step, stands) in enumerate(STEPS.items()):
        before = contents(out)
        put(raw, f"n07{n}.txt", 40 + n)
        if not (child := os.fork()):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(step, lambda *_: os._exit(9))
                ran(raw)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9, step
        assert (contents(out) != before) is stands, step
        assert strays(out) == [], step
        assert is_as_from_nothing(raw), step


def test_each_step_over_many_is_told(raw: Path) -> None:
    """Of those that are as they were too: they are told by file, the last first known as the whole is."""
    told: list[tuple[int, int]] = []
    phases: set[Phase] = set()

    def tell(done: int, of: int, result: object) -> None:
        if isinstance(result, str):
            phases.add(result)  # type: ignore[arg-type]
        else:
            told.append((done, of))

    put(raw, "n07a.txt", 40)
    run(raw, raw.parent / "out", 1, tell, Cache(raw.parent / "cache", "program"))
    assert told == [(done, COUNT + 2) for done in range(1, COUNT + 3)]
    assert phases == {"compared", "published"}
