"""One language at a time: what every command prints in Chinese holds no English sentence, and the other way round."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
import regex

from pipeline.__main__ import main
from pipeline.messages import catalogue

pytestmark = pytest.mark.usefixtures("here")

NOTICE = """关于印发某市养老方案的通知
某府办发〔2024〕20号
各区县人民政府：
一、建设床位
到2025年新增床位30张，其中护理床位20张以上。另有7处样板。（责任单位：市民政局、某某中心）
三、培训人员
每年培训护理员200人。补助资金50万元。（牵头单位：市人力社保局）
附件：1.计划表
某市人民政府办公室
2024年6月3日
"""
# Words in a row, each of two letters or more: names, options, files and units of measure are not.
ENGLISH = regex.compile(r"(?<![\w./-])[A-Za-z]{2,}(?:,? [a-z]{2,}){2,}(?![\w/-])")
CHINESE = regex.compile(r"\p{Han}{2,}")
LABEL = {
    "file": "city.txt",
    "metadata": {},
    "not_labelled": ["responsibilities", "targets", "deadlines", "funding", "citations", "tables"],
}
COMMANDS = ("extract", "add", "diff", "review", "dashboard", "show", "ledger", "rows", "export", "merge-file", "score", "doctor")  # fmt: skip


def english_in(printed: str) -> list[str]:
    return ENGLISH.findall(printed)


# An indicator put together from two places, a changed number, the name of a workbook.
KNOWN = ("新增护理床位", "40张", "任务清单")


def chinese_in(printed: str) -> list[str]:
    """Chinese that is no word of the notice."""
    words = "".join("".join(one.split()) for one in (NOTICE, *KNOWN))
    return [run for run in CHINESE.findall(printed) if run not in words]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language, others in (("zh", english_in), ("en", chinese_in)):
        with pytest.raises(SystemExit):
            main(["--lang", language, *([command] if command else []), "--help"])
        assert others(capsys.readouterr().out) == []


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a notice that was read, one that cannot be, and the tables of another."""
    folder = tmp_path_factory.mktemp("once")
    (folder / "raw").mkdir()
    (folder / "raw" / "city.txt").write_text(NOTICE, "utf-8")
    (folder / "raw" / "empty.txt").write_bytes(b"")
    (folder / "raw" / "city.toml").write_text('state = "done"\n', "utf-8")
    (folder / "labels").mkdir()
    (folder / "labels" / "city.json").write_text(json.dumps(LABEL), "utf-8")
    (folder / "other.txt").write_text(NOTICE.replace("30张", "40张"), "utf-8")
    assert main(["extract", str(folder / "raw"), "--out", str(folder / "extracted"), "--quiet"]) == 0
    assert main(["extract", str(folder / "other.txt"), "--out", str(folder / "old"), "--quiet"]) == 0
    return folder


@pytest.fixture
def here(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to work in."""
    shutil.copytree(once, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


CALLS: Sequence[Sequence[str]] = (
    ("extract", "raw", "--out", "extracted"),
    ("ledger",),
    ("ledger", "city"),
    ("ledger", "none"),
    ("diff", "old", "extracted"),
    ("diff", "old", "extracted", "--format", "md"),
    ("diff", "nowhere", "extracted"),
    ("add", "other.txt"),
    ("add", "ftp://example.org/a"),
    ("show", "city"),
    ("doctor",),
    ("score", "extracted", "labels"),
    ("extract", "nowhere", "--out", "extracted"),
    ("extract", "raw"),
    ("nothing",),
)


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_what_is_printed(call: Sequence[str], here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("zh", "en"):
        capsys.readouterr()
        with contextlib.suppress(SystemExit):
            main(["--lang", language, *call])
        printed = "".join(capsys.readouterr()).replace(str(here), "")
        assert printed.strip()
        if call == ("doctor",):  # Behind the colon stand names of packages.
            printed = "\n".join(regex.split("[：:]", line)[0] for line in printed.splitlines())
        found = english_in(printed) if language == "zh" else chinese_in(printed)
        assert found == [], printed


def test_sentences_of_the_catalogue_are_in_their_language() -> None:
    """A Chinese one has Chinese in it, an English one none but names: of marks, kinds of document, headings."""
    wrong = [
        key for key, said in catalogue().items()
        if not regex.search(r"\p{Han}", regex.sub(r"\{\w+[^}]*\}", "", said["zh"])) and regex.search(r"[A-Za-z]{3,} [a-z]{3,} [a-z]{3,}", said["zh"])
    ]  # fmt: skip
    assert wrong == []
