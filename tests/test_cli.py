"""The commands as a person calls them: exit codes, what is printed where."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.arguments import told_of_system
from pipeline.console import FEWEST, PARTS, Pace, teller
from pipeline.messages import say, speaking
from pipeline.model import Issue, Unread

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[1]
NOTICE = "某市人民政府关于推进养老服务的通知\n一、建设床位\n到2025年底前，新增养老床位300张。\n2024年6月3日\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "good.txt").write_text(NOTICE)
    return tmp_path / "raw"


def extract(raw: Path, *options: str) -> int:
    return main(["extract", str(raw), "--out", str(raw.parent / "out"), *options])


def test_summary_goes_to_stdout(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(raw) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.startswith("1 notice → ")
    for word in ("rows", "checks", "issues", "mentions", "unclaimed"):
        assert word in printed.out


def test_quiet_prints_problems_only(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "bad.txt").touch()
    assert extract(raw, "--quiet") == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("bad.txt: it is empty; ")
    assert printed.err.count("\n") == 1


def test_what_is_recalled_is_told_as_when_it_was_read(
    raw: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong beside a file is said again, and the log has a line a notice, though none of them is read or taken apart."""
    monkeypatch.setenv("NOTICE_CACHE", str(raw.parent / "cache"))
    monkeypatch.setattr("pipeline.memory.FEWEST", 0)
    monkeypatch.setattr("pipeline.memory.STILL", 0)
    (raw / "other.txt").write_text(f"{NOTICE}二、建设食堂。\n", "utf-8")
    log = raw.parent / "log"

    def told() -> tuple[str, list[object], int]:
        extract(raw, "--quiet", "--log", str(log))
        *each, whole = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
        notices = sorted((line["notice_id"], line["file"], line["facts"]) for line in each)
        return capsys.readouterr().err, [*notices], whole["recalled"]

    nothing_told, notices, _ = told()
    assert told() == ("", notices, 2) and len(notices) == 2 and not nothing_told
    (raw / "good.toml").write_text(f'sha256 = "{"0" * 64}"\n', "utf-8")
    beside, *_ = told()
    assert beside.startswith("good.txt: ") and told() == (beside, notices, 2)


def test_strict_fails_when_a_notice_could_not_be_read(raw: Path) -> None:
    assert extract(raw, "--strict") == 0
    (raw / "bad.txt").touch()
    assert extract(raw, "--strict") == 1
    assert (raw.parent / "out" / "notices.parquet").exists()


def test_side_file_problems_are_said_and_do_not_fail(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "good.toml").write_text("expect = {tasks", "utf-8")
    assert extract(raw, "--strict") == 0
    assert "good.toml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "nowhere", "--out", "{out}"],
        ["extract", "{raw}", "--out", "{raw}"],
        ["extract", "{raw}", "--out", "{raw}/good.txt"],
        ["score", "{out}", "{raw}"],
    ],
)
def test_what_cannot_be_done_exits_with_2_and_one_line(
    arguments: list[str], raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.format(raw=raw, out=raw.parent / "out") for word in arguments]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("python -m pipeline: ") and printed.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "raw", "--jobs", "0"], ["dance"]])
def test_wrong_call_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "Error writing bytes to file. Detail: [errno 28] No space left on device"),
            "磁盘空间不足",
        ),
        (OSError(errno.ENOSPC, "No space left on device", "/data/out"), "磁盘空间不足：/data/out"),
        (OSError(errno.EBUSY, "Device or resource busy", "/data"), "挂载点；请改用其中的子文件夹）：/data"),
    ],
)
def test_what_the_system_refuses_is_said_with_what_helps(error: OSError, said: str) -> None:
    with speaking("zh"):
        assert said in told_of_system(error)


def test_broken_promise_exits_with_2(
    raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from pipeline.model import BrokenPromise

    def broken(*_: object) -> None:
        raise BrokenPromise(say("only_correction_entries", file="targets"))

    monkeypatch.setattr("pipeline.publish.publish", broken)
    assert extract(raw) == 2
    assert "nothing was published: targets may hold" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A terminal, as far as writing goes."""

    def isatty(self) -> bool:
        return True


def test_a_line_a_notice_on_a_terminal_only() -> None:
    bad = Unread("bad[red]", "bad[red].txt", Issue("unreadable", say("empty_file")))
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        teller(False, stream)(1, 2, bad)
    assert pipe.getvalue() == "bad[red].txt: it is empty\n"
    assert "1/2" in terminal.getvalue() and "bad[red]" in terminal.getvalue()
    quiet = Terminal()
    teller(True, quiet)(1, 2, bad)
    assert "1/2" not in quiet.getvalue()


def test_score_prints_figures_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(ROOT / "raw"), "--out", str(tmp_path / "out"), "--quiet"])
    capsys.readouterr()
    assert main(["score", str(tmp_path / "out"), str(ROOT / "tests" / "labels")]) == 0
    assert "table facts" in capsys.readouterr().out
    assert main(["score", str(tmp_path / "out"), str(ROOT / "tests" / "labels"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notices"] == 5


def test_help_and_errors_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--lang", "zh", "extract", "--help"], ["extract", "--lang", "zh", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
        said = capsys.readouterr().out
        assert "用法：" in said and "选项" in said and "通知所在的文件夹" in said
    with pytest.raises(SystemExit):
        main(["extract", "raw", "--jobs", "0", "--lang", "zh"])
    assert "错误：参数 --jobs：必须为 1 或更大" in capsys.readouterr().err
    assert main(["extract", "nowhere", "--lang", "zh"]) == 2
    assert "文件或文件夹不存在：nowhere" in capsys.readouterr().err


def test_the_language_changes_no_published_byte(
    raw: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "bad.txt").touch()
    extract(raw, "--full")
    files = {path.name: path.read_bytes() for path in (raw.parent / "out").rglob("*") if path.is_file()}
    capsys.readouterr()
    monkeypatch.setenv("NOTICE_LANG", "zh_CN.UTF-8")
    extract(raw, "--full")
    printed = capsys.readouterr()
    assert printed.out.startswith("1 件通知 → ") and "文件是空的" in printed.err
    again = {path.name: path.read_bytes() for path in (raw.parent / "out").rglob("*") if path.is_file()}
    assert files == again


def test_what_was_published_is_told_in_the_language_of_the_run(
    raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "good.toml").write_text("expect = {tasks", "utf-8")
    for _ in range(2):  # Read, then recalled.
        extract(raw, "--lang", "zh")
        assert "good.toml 无法读取" in capsys.readouterr().err


def test_ctrl_c_while_modules_are_loaded_ends_quietly() -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'pipeline.running': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from pipeline.__main__ import main\n"
        "sys.exit(main(['--version']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_the_pace_of_the_last_notices_says_what_is_left() -> None:
    """Notices that were read before come all at once and say nothing of the others."""
    pace = Pace()
    assert {pace.left(n, 10_000, 0.0) for n in range(1, 201)} == {""}
    said = [pace.left(200 + n, 10_000, n * 2.0) for n in range(1, 401)]
    assert said[-1] == " · about 5 h 13 min left"  # 9,400 of two seconds each.
    assert pace.left(9_999, 10_000, 802.0) == ""
    few = Pace()
    assert [bool(few.left(n, 1_000, n * 1.0)) for n in range(1, FEWEST + 1)] == [False] * (FEWEST - 1) + [
        True
    ]


def test_what_is_done_with_many_notices_has_a_few_lines_a_step() -> None:
    """Of ten thousand that were read it takes minutes until they stand in the tables."""
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        told = teller(False, stream)
        for phase in ("compared", "published"):
            for done in range(97, 9_797, 97):
                told(done, 9_700, phase)  # type: ignore[arg-type]
    lines = terminal.getvalue().splitlines()
    assert pipe.getvalue() == "" and 2 * PARTS <= len(lines) <= 2 * PARTS + 2
    assert "9700/9700" in lines[-1] and lines[-1].endswith("in the tables")
    assert sum("held against others" in line for line in lines) * 2 == len(lines)


def test_the_pace_of_leaves_is_that_of_the_notices_in_them() -> None:
    pace = Pace()
    said = [pace.left(n * 100, 10_000, n * 60.0) for n in range(1, FEWEST + 1)]
    assert said[-1] == " · about 1 h 30 min left"
