"""Patterns kept between runs: the same matches as regex itself, and nothing lost to a bad disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import patterns
from pipeline.language.patterns import Store

PHRASE = "到2025年底，养老床位不低于4.5万张（市民政局牵头）"
WRITTEN = (
    r"(?P<year>\d{4})年底?",
    r"\p{Han}+(?<=位)",
    r"不(?:低|少)于|以上",
    r"(?<=于)[\d.]++(?=万)",
    "（[^（）]*牵头）",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "__pycache__" / "patterns.pickle"


@pytest.fixture(autouse=True)
def _may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept(path: Path, *written: str) -> Store:
    path.parent.mkdir(exist_ok=True)
    store = Store(path)
    for pattern in written:
        store.compile(pattern, 0)
    store.is_stale = True
    store.save()
    return Store(path)


def spans(pattern: patterns.Pattern) -> list[tuple[int, int, dict[str, str]]]:
    return [(*match.span(), match.groupdict()) for match in pattern.finditer(PHRASE)]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_kept_pattern_matches_as_a_new_one(path: Path, written: str) -> None:
    store = kept(path, written)
    assert (written, 0) in store.kept
    again = store.compile(written, 0)
    assert spans(again) == spans(regex.compile(written)) != []
    assert again.pattern == written
    assert not store.is_stale, "what was kept is not kept again"


@given(
    st.text(st.sampled_from("年月底0123（）以上"), min_size=1, max_size=6),
    st.text("年月底0123（）以上", max_size=20),
)
def test_any_text_splits_and_is_replaced_as_regex_does_it(words: str, text: str) -> None:
    pattern = regex.escape(words, special_only=True)
    assert patterns.split(pattern, text) == regex.split(pattern, text)
    assert patterns.sub(pattern, "〇", text) == regex.sub(pattern, "〇", text)
    assert bool(patterns.fullmatch(pattern, text)) == bool(regex.fullmatch(pattern, text))


def test_flags_make_another_pattern(path: Path) -> None:
    store = kept(path, "pdf")
    assert store.compile("pdf", regex.IGNORECASE).search("附件.PDF")
    assert not store.compile("pdf", 0).search("附件.PDF")


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_a_damaged_file_is_made_again(path: Path, damage: bytes | None) -> None:
    kept(path, *WRITTEN)
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    store = Store(path)
    assert not store.kept
    assert store.compile(WRITTEN[0], 0).search(PHRASE)


def test_what_another_process_kept_meanwhile_stays(path: Path) -> None:
    mine, other = kept(path), kept(path)
    mine.compile("甲", 0)
    other.compile("乙", 0)
    other.save()
    mine.save()
    assert {("甲", 0), ("乙", 0)} <= set(Store(path).kept)


def test_processes_of_a_pool_keep_what_they_compile(tmp_path: Path) -> None:
    code = (
        "from multiprocessing import get_context\n"
        "from pipeline.language import patterns\n"
        "child = get_context('fork').Process(target=patterns.compile, args=('只在子进程',))\n"
        "child.start(); child.join()\n"
        "print(('只在子进程', 0) in patterns.Store(patterns._STORE.path).kept)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, env={"PYTHONPYCACHEPREFIX": str(tmp_path)},
    ).stdout  # fmt: skip
    assert told.strip() == "True"


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    store = Store(tmp_path / "no" / "where.pickle")
    assert store.compile("年", 0).search(PHRASE)
    store.save()
    assert not list(tmp_path.iterdir())


def test_what_is_made_of_a_pattern_is_made_once(path: Path) -> None:
    store, made = kept(path), list[str]()

    def make() -> list[frozenset[str]]:
        made.append("")
        return [frozenset("年月")]

    assert store.keep(("needs of 年|月", -1), make) == [frozenset("年月")]
    store.save()
    assert Store(path).keep(("needs of 年|月", -1), make) == [frozenset("年月")]
    assert len(made) == 1


def test_a_wrong_pattern_is_an_error_and_not_kept(path: Path) -> None:
    store = kept(path)
    with pytest.raises(regex.error):
        store.compile("(年", 0)
    assert not store.used


def test_what_nobody_asks_for_any_more_goes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = kept(path, "旧甲", "旧乙")
    monkeypatch.setattr(patterns, "MOST_KEPT", 2)
    store.compile("新", 0)
    store.save()
    assert set(Store(path).kept) == {("新", 0)}


def test_the_second_process_compiles_nothing(tmp_path: Path) -> None:
    code = (
        "import pipeline.extract, pipeline.check\n"
        "from pipeline.language import patterns\n"
        "print(len(patterns._STORE.used), patterns._STORE.is_stale)"
    )
    for _ in range(2):
        told = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPYCACHEPREFIX": str(tmp_path)},
        ).stdout.split()
    assert int(told[0]) > 100
    assert told[1] == "False"


def test_what_cannot_be_put_in_place_is_not_left_lying(path: Path) -> None:
    path.mkdir(parents=True)
    store = kept(path, "a")
    assert store.kept == {}
    assert list(path.parent.iterdir()) == [path]
