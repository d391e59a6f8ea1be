"""A set that is what it was when it was published is left alone; whatever differs is published again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cache import Cache
from pipeline.run import Outcome, run

pytestmark = pytest.mark.usefixtures("here")

NOTICE = """江北县人民政府关于印发养老服务方案的通知
江北府发〔2021〕{n}号
到2025年底前，全县新增养老床位{beds}张以上。（责任单位：县民政局）
"""


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of few files too, and of those written just now."""
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(3):
        put(folder, f"n{n}.txt", n)
    ran(folder)
    return folder


def put(raw: Path, name: str, n: int, beds: int = 100) -> None:
    (raw / name).write_text(NOTICE.format(n=n, beds=beds + n), "utf-8")
    time.sleep(0.01)


def ran(raw: Path, buckets: int | None = None) -> Outcome:
    cache = Cache(raw.parent / "cache", "program")
    return run(raw, raw.parent / "out", 1, lambda *_: None, cache, buckets=buckets)


def contents(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def is_new(raw: Path, act: Callable[[], object] = lambda: None, buckets: int | None = None) -> bool:
    """Does the next run replace the folder? It says what a run from nothing says, in the same bytes, either way."""
    out = raw.parent / "out"
    act()
    before = out.stat().st_ino
    said = ran(raw, buckets)
    anew = run(raw, raw.parent / "anew", 1, lambda *_: None, buckets=buckets)
    assert contents(out) == contents(raw.parent / "anew")
    assert (said.rows, said.checks, said.mentions) == (anew.rows, anew.checks, anew.mentions)
    return out.stat().st_ino != before


@pytest.mark.parametrize("fewest", [0, 64])
def test_what_stands_is_left_alone(fewest: int, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of few files no more is remembered than what was told of their tables: each is looked through again."""
    monkeypatch.setattr("pipeline.memory.FEWEST", fewest)
    assert not is_new(raw)
    assert not is_new(raw)
    assert is_new(raw, lambda: put(raw, "n3.txt", 3))
    assert not is_new(raw)
    assert is_new(raw, lambda: (raw.parent / "out" / "README.md").write_text("mine", "utf-8"))


@pytest.mark.parametrize(
    "act",
    [
        lambda raw: put(raw, "n9.txt", 9),
        lambda raw: put(raw, "n1.txt", 1, 700),
        lambda raw: (raw / "n1.txt").unlink(),
        lambda raw: (raw / "n1.toml").write_text('url = "https://example.org/1"\n', "utf-8"),
        lambda raw: (raw / "n1.html").write_text(f"<p>{NOTICE.format(n=1, beds=800)}</p>", "utf-8"),
    ],
    ids=[
        "one more",
        "another text",
        "one less",
        "a side file",
        "another of its stem",
    ],
)
def test_other_notices_are_published(act: Callable[[Path], object], raw: Path) -> None:
    assert is_new(raw, lambda: act(raw))
    assert not is_new(raw)


@pytest.mark.parametrize("name", ["README.md", "targets.parquet", "notices/n1.jsonl", "datapackage.json", ".gitattributes"])  # fmt: skip
@pytest.mark.parametrize("how", ["other", "gone"])
def test_what_somebody_changed_is_put_right(name: str, how: str, raw: Path) -> None:
    path = raw.parent / "out" / name
    act = path.unlink if how == "gone" else lambda: path.write_bytes(path.read_bytes() + b"\n")
    if (name, how) == ("datapackage.json", "gone"):
        pytest.skip("a folder without it is not ours")
    assert is_new(raw, act)
    assert not is_new(raw)


def test_what_took_other_limits_is_read_again(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is as it was is known by its path: not where more or less of it may be read."""
    monkeypatch.setenv("NOTICE_LIMITS", "seconds=50")
    out = raw.parent / "out"
    assert ran(raw).recalled == 0
    assert ran(raw).recalled == 3
    monkeypatch.delenv("NOTICE_LIMITS")
    assert ran(raw).recalled == 3 and out.is_dir()


def test_other_buckets_are_laid(raw: Path) -> None:
    assert is_new(raw, buckets=4)
    assert not is_new(raw, buckets=4)


def test_what_cannot_be_read_is_tried_and_published_every_time(raw: Path) -> None:
    (raw / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    out = raw.parent / "out"
    ran(raw)
    before = out.stat().st_ino
    assert ran(raw).failures
    assert out.stat().st_ino != before


def test_what_a_killed_run_left_is_gone_though_nothing_is_published(raw: Path) -> None:
    """One killed right after it had put its folder in place left the old one beside it."""
    left = raw.parent / ".out.notice-pipeline-999999999"
    (left / "notices").mkdir(parents=True)
    assert not is_new(raw)
    assert not left.exists()
