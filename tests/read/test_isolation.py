"""A file that dies, hangs or eats memory costs only itself; the limits hold and can be set."""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import os
import resource
import signal
import socket
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest

from pipeline.bounds import more_time
from pipeline.messages import say
from pipeline.model import Grid, Piece, Span, Unreadable
from pipeline.read import read
from pipeline.read.isolation import isolated
from pipeline.read.limits import VARIABLE, Limits, current_limits
from pipeline.read.parts import Parts

PAGE = "<html><title>某市关于养老的通知</title><body><p>各区人民政府：</p><p>到2025年底新增床位30张。</p>{}</body></html>"


def reads(content: bytes, name: str, limits: Limits) -> Parts:
    return Parts(
        f"{name}: {content.decode()}", "text/html", grids=(Grid(((Piece("养老", Span(0, 2)),),), Span(0, 2)),)
    )


LATE = "pipeline.read.workbooks"


def loads(content: bytes, name: str, limits: Limits) -> Parts:
    """As a reader that loads what only some files need."""
    was_there = LATE in sys.modules
    importlib.import_module(LATE)
    return Parts("there" if was_there else "loaded", "text/html")


def loads_afresh(content: bytes, name: str, limits: Limits) -> Parts:
    """As in a process in which nobody read a spreadsheet or a picture before."""
    for module in list(sys.modules):
        if module == LATE or module.partition(".")[0] in ("openpyxl", "numpy", "PIL"):
            del sys.modules[module]
    importlib.import_module(LATE)
    return Parts(" ".join({"numpy", "PIL"} & set(sys.modules)) or "neither", "text/html")


def refuses(content: bytes, name: str, limits: Limits) -> Parts:
    raise Unreadable(say("encrypted_file"), say("save_without_password"))


def stumbles(content: bytes, name: str, limits: Limits) -> Parts:
    return [][1]  # type: ignore[no-any-return]


def hangs(content: bytes, name: str, limits: Limits) -> Parts:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        pass


def sleeps(content: bytes, name: str, limits: Limits) -> Parts:
    time.sleep(1_000)
    raise AssertionError


def is_idle_for_long(content: bytes, name: str, limits: Limits) -> Parts:
    """As a reader on a machine on which others work, too."""
    time.sleep(2 * limits.seconds)
    return Parts("done", "text/html")


def dies(content: bytes, name: str, limits: Limits) -> Parts:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def leaves(content: bytes, name: str, limits: Limits) -> Parts:
    os._exit(3)


def eats(content: bytes, name: str, limits: Limits) -> Parts:
    held = [bytearray(50_000_000) for _ in range(1_000)]
    return Parts(str(len(held)), "text/html")


def writes_much(content: bytes, name: str, limits: Limits) -> Parts:
    return Parts("养" * 2_000, "text/html")


def makes_many_cells(content: bytes, name: str, limits: Limits) -> Parts:
    piece = Piece("", Span(0, 0))
    return Parts("", "text/html", grids=(Grid(((piece,) * 100,) * 100, Span(0, 0)),))


def takes_its_time(content: bytes, name: str, limits: Limits) -> Parts:
    for _ in range(4):
        more_time(0.2)
        time.sleep(0.1)
    return Parts("done", "text/html")


def prints(content: bytes, name: str, limits: Limits) -> Parts:
    os.write(1, b"noise of a library")
    os.write(2, b"noise of a library")
    return Parts("quiet", "text/html")


def alone(reader: str, limits: Limits | None = None) -> Parts:
    return isolated(f"{__name__}:{reader}", "养老".encode(), "a.html", limits or Limits())


def worked() -> float:
    """Seconds of the processor that children took: by the clock a busy machine takes longer."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def test_what_is_read_comes_back_whole() -> None:
    assert alone("reads") == reads("养老".encode(), "a.html", Limits())


BAD = {
    "refuses": (Limits(), "it is encrypted; open it with its password"),
    "stumbles": (Limits(), r"stumbled over it \(IndexError in .* \d+\)"),
    "hangs": (Limits(seconds=0.3), r"took more than 0.3 seconds.*NOTICE_LIMITS"),
    "sleeps": (Limits(seconds=0.1), r"took more than 1 seconds.*NOTICE_LIMITS"),
    "dies": (Limits(), "ended by SIGSEGV"),
    "leaves": (Limits(), "ended without an answer"),
    "writes_much": (Limits(max_chars=1_000), "2,000 characters, more than the 1,000"),
    "makes_many_cells": (Limits(max_cells=1_000), "10,000 cells, more than the 1,000"),
}


@pytest.mark.parametrize("reader", BAD)
def test_what_goes_wrong_is_said(reader: str) -> None:
    limits, message = BAD[reader]
    with pytest.raises(Unreadable, match=message):
        alone(reader, limits)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")
def test_memory_is_bounded() -> None:
    with pytest.raises(Unreadable, match="more than 500 MiB"):
        alone("eats", Limits(memory_mb=500))


def test_long_work_may_ask_for_more_time() -> None:
    assert alone("takes_its_time", Limits(seconds=0.25)).text == "done"
    more_time(1.0)  # Nobody waits for this process: nothing happens.


def test_a_busy_machine_reads_what_an_idle_one_does() -> None:
    assert alone("is_idle_for_long", Limits(seconds=0.2)).text == "done"


def test_no_child_is_left_behind() -> None:
    others = children()
    for reader in ("reads", "hangs"):
        with contextlib.suppress(Unreadable):
            alone(reader, Limits(seconds=0.2))
    assert set(children()) <= others


def children() -> set[str]:
    """Processes that this one started and that are still there: a browser of other tests may be."""
    found = Path(f"/proc/self/task/{os.getpid()}/children")
    return set(found.read_text().split()) if found.exists() else set()


def test_what_one_child_had_to_load_the_next_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, LATE, types.ModuleType(LATE))
    monkeypatch.delitem(sys.modules, LATE)
    assert [alone("loads").text for _ in range(3)] == ["loaded", "there", "there"]


def test_spreadsheets_load_neither_arrays_nor_pictures() -> None:
    assert alone("loads_afresh").text == "neither"


def test_libraries_do_not_print(capfd: pytest.CaptureFixture[str]) -> None:
    assert alone("prints").text == "quiet"
    assert capfd.readouterr() == ("", "")


# --- limits -----------------------------------------------------------------------------------


def test_limits_can_be_set() -> None:
    assert current_limits({}) == Limits()
    assert current_limits({VARIABLE: "seconds=2.5, max_pages=9"}) == Limits(seconds=2.5, max_pages=9)


@pytest.mark.parametrize(
    "words", ["second=2", "seconds", "seconds=", "seconds=-1", "seconds=nan", "max_pages=2.5", "=3"]
)
def test_a_limit_that_is_none_is_said(words: str) -> None:
    with pytest.raises(Unreadable, match=f"{VARIABLE} says"):
        current_limits({VARIABLE: words})


# --- hostile pages ----------------------------------------------------------------------------


def path_of(tmp_path: Path, content: str | bytes, name: str = "a.html") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


HOSTILE = {
    "nested 5,000 deep": (PAGE.format("<div>" * 5_000), "nest more than 1,000 deep"),
    "tables nested 5,000 deep": (PAGE.format("<table><tr><td>" * 5_000), "nest more than 1,000 deep"),
    "a table over 10^8 places": (
        PAGE.format("<table>" + "<tr>" + "<td colspan=1000 rowspan=65534>床" * 2 + "</tr>" + "<tr><td>位" * 60_000 + "</table>"),
        "reaches over more than 1,000,000 places",
    ),
    "no words": ("<html><body><script>alert(1)</script></body></html>", "no words"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_pages(kind: str, tmp_path: Path) -> None:
    content, message = HOSTILE[kind]
    with pytest.raises(Unreadable, match=message):
        read(path_of(tmp_path, content), "a", {})


def test_a_page_nested_100_000_deep_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parser takes time that grows with the square of the depth; the limit of time ends that."""
    monkeypatch.setenv(VARIABLE, "seconds=1")
    start = worked()
    with pytest.raises(Unreadable, match=r"more than 1 seconds|nest more than"):
        read(path_of(tmp_path, PAGE.format("<div>" * 100_000)), "a", {})
    assert worked() - start < 5


HARMLESS = {
    "entities of entities": '<!DOCTYPE html [<!ENTITY a "老老"><!ENTITY b "&a;&a;">]>' + PAGE.format("<p>&b;&b;&lt;!ENTITY&gt;</p>"),
    "outer entities": '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd" [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + PAGE.format("<p>&x;</p>"),
    "unclosed everything": PAGE.format("<p><b><i><a href=x><table><tr><td>床<tr><td>位"),
    "null bytes": PAGE.format("<p>\0床\0位。</p>"),
    "10,000 attributes": PAGE.format("<p " + "".join(f"a{i}=1 " for i in range(10_000)) + ">床位。</p>"),
    "100,000 points of a list": PAGE.format("<ol type=1>" + "<li>床。" * 100_000 + "</ol>"),
    "a string that never ends": PAGE.format("<script>var a = '" + "\\\\" * 100_000 + "</script>"),
    "numbers of letters that are none": PAGE.format("<p>&#0;&#xD800;&#x110000;&#9999999999;。</p>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HARMLESS)
def test_odd_pages_are_read(kind: str, tmp_path: Path) -> None:
    document = read(path_of(tmp_path, HARMLESS[kind]), "a", {})
    assert "到2025年底新增床位30张。" in document.text
    assert "root" not in document.text and len(document.text) < 1_000_000


def test_a_page_of_50_mb_ends_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it takes some 30 s, within the limit; here that is one second, of the processor: by the clock a busy machine takes longer."""
    monkeypatch.setenv(VARIABLE, "seconds=1")
    content = PAGE.format("<p>全市新增养老床位，街道全覆盖。</p>" * 900_000)
    assert len(content.encode()) > 45_000_000
    start = worked()
    with pytest.raises(Unreadable, match="took more than 1 seconds"):
        read(path_of(tmp_path, content), "a", {})
    assert worked() - start < 5


def test_time_grows_with_the_length_of_a_page(tmp_path: Path) -> None:
    """Ten times the page, not a hundred times the time."""

    def seconds(paragraphs: int) -> float:
        words = "".join(
            f"<p>{i}.新增养老床位<a href=x>{i}</a>张。<table><tr><td>床<td>{i}</table></p>"
            for i in range(paragraphs)
        )
        path = path_of(tmp_path, PAGE.format(words))
        start = worked()
        read(path, "a", {})
        return worked() - start

    assert seconds(10_000) < 30 * max(0.05, seconds(1_000))


def test_nothing_a_page_refers_to_is_fetched(tmp_path: Path) -> None:
    """A socket that nobody may knock at, named in every way a page can name another file."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/a"
        body = (
            f'<link rel=stylesheet href="{url}"><script src="{url}"></script><iframe src="{url}"></iframe>'
            f'<img src="{url}"><object data="{url}"></object><meta http-equiv=refresh content="0;{url}">'
            f'<base href="{url}"><style>@import url({url});</style><embed src="{url}">'
        )
        read(path_of(tmp_path, f'<?xml-stylesheet href="{url}"?>' + PAGE.format(body)), "a", {})
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_one_bad_page_costs_only_itself(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    path_of(raw, PAGE.format(""), "good.html")
    path_of(raw, PAGE.format("<div>" * 200_000), "bad.html")
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(tmp_path / "out")],
        cwd=Path(__file__).parents[2], env={**os.environ, VARIABLE: "seconds=1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("1 notice") and "bad.html" in ran.stderr and "more than" in ran.stderr


def test_a_file_over_the_limit_of_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "max_bytes=100")
    with pytest.raises(Unreadable, match="more than the 100 a notice may have"):
        read(path_of(tmp_path, "养老" * 50, "a.txt"), "a", {})
