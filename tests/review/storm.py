"""Many editors who save at once, and a server that is killed while they do: what each was told, and what is there."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import regex

ROOT = Path(__file__).resolve().parents[2]
POINTS = 12
WRONG_EACH = 10  # One in ten may not be saved.
NOTICE = """关于印发养老方案的通知

民发〔2024〕20号

{points}

重庆市江津区人民政府办公室
2024年6月3日
"""
POINT = "{number}、建设{kind}。到2025年新增{kind}床位30张。样板若干，以三处为宜。（责任单位：区民政局）"
NUMBERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
KINDS = ["养老", "护理", "托育", "康复", "助残", "急救", "儿科", "产科", "骨科", "中医", "精神", "传染"]
ENTRY = """[[correction]]
table = "targets"
place = "建设{kind}"
quote = "以三处为宜"
missing = true
values = {{ kind = "target", comparator = "{comparator}", indicator = "样板", value = {n}, unit = "处" }}
because = "漏读"
by = "编辑{n}"
on = 2026-01-31
"""


@dataclass
class Storm:
    """What became of each save, by its number: those said to be kept, those refused and why, those never answered."""

    kept: set[int] = field(default_factory=set)
    refused: dict[int, dict[str, str]] = field(default_factory=dict)
    unanswered: set[int] = field(default_factory=set)


def is_wrong(n: int) -> bool:
    return n % WRONG_EACH == 0


def entry(n: int) -> str:
    """A decision like no other; one in ten with a comparator that there is not."""
    return ENTRY.format(kind=KINDS[n % POINTS], comparator="至少" if is_wrong(n) else "~=", n=n)


def write_notice(raw: Path) -> None:
    raw.mkdir()
    points = (POINT.format(number=n, kind=kind) for n, kind in zip(NUMBERS, KINDS, strict=True))
    (raw / "a.txt").write_text(NOTICE.format(points="\n\n".join(points)), "utf-8")


def pipeline(*words: object) -> list[str]:
    return [sys.executable, "-m", "pipeline", "--lang", "en", *map(str, words)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NOTICE_CACHE": ""}


@contextlib.contextmanager
def serving(raw: Path, out: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server as `make review SERVE=1` starts it, a process of its own, and its address."""
    call = pipeline("review", out, "--raw", raw, "--serve")
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True, env=environment()) as server:
        assert server.stdout
        try:
            yield server, next(m[0] for line in server.stdout if (m := regex.search(r"http://\S+", line)))
        finally:
            server.kill()


def save_all(address: str, numbers: list[int], kill: Callable[[], None], after: int) -> Storm:
    """All numbers at once; `kill` is called when `after` of them were answered."""
    storm, lock, start = Storm(), threading.Lock(), threading.Barrier(len(numbers))

    def save(n: int) -> None:
        start.wait()
        try:
            status, said = ask(address, entry(n))
        except (OSError, http.client.HTTPException, ValueError):
            with lock:
                storm.unanswered.add(n)
            return
        with lock:
            if status == 200:
                storm.kept.add(n)
            else:
                storm.refused[n] = said
            if len(storm.kept) + len(storm.refused) == after:
                kill()

    threads = [threading.Thread(target=save, args=(n,)) for n in numbers]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return storm


def ask(address: str, toml: str) -> tuple[int, dict[str, str]]:
    where = urlsplit(address)
    connection = http.client.HTTPConnection(where.netloc, timeout=600)
    headers = {"Origin": f"http://{where.netloc}", "Content-Type": "application/json"}
    token = where.path.split("/")[1]
    connection.request("POST", f"/{token}/save", json.dumps({"notice_id": "a", "toml": toml}), headers)
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())
