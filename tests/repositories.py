"""A repository of git in which two branches read notices: for the tests of merges."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import socketserver
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import regex

from pipeline.__main__ import main

ROOT = Path(__file__).parents[1]
# What git starts for each file instead of the program: hands on what it was given, says what is answered.
ASKS = """
import os, socket, sys
with socket.socket(socket.AF_UNIX) as to:
    to.connect(sys.argv[1])
    to.sendall("\\0".join([os.getcwd(), *sys.argv[2:]]).encode())
    to.shutdown(socket.SHUT_WR)
    code, _, said = to.makefile(encoding="utf-8").read().partition(" ")
sys.stderr.write(said)
sys.exit(int(code))
"""


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NOTICE_CACHE": ""}
    call = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(call, capture_output=True, text=True, env=environment, check=False)


def set_up(folder: Path) -> None:
    """As `make git-setup` does."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name, said in regex.findall(r"@git config (merge\S+) '(.*)'\n", makefile):
        git(folder, "config", name, said.replace("$(PY)", sys.executable))


class _Merges(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        folder, *files, name = self.rfile.read().decode().split("\0")
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            code = main(["merge-file", *(str(Path(folder, file)) for file in files), name])
        self.wfile.write(f"{code} {said.getvalue()}".encode())


@contextlib.contextmanager
def merged_here(folder: Path) -> Iterator[None]:
    """What `set_up` lets git start a process of ours for, a file at a time, is done by this one, which has all loaded."""
    with tempfile.TemporaryDirectory() as place:  # The name of a socket may not be long.
        script, address = Path(place, "ask.py"), str(Path(place, "s"))
        script.write_text(ASKS)
        call = shlex.join([sys.executable, "-I", "-S", str(script), address])
        git(folder, "config", "merge.notices.driver", f"{call} %O %A %B %P")
        with socketserver.UnixStreamServer(address, _Merges) as server:
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
            yield
            server.shutdown()
