"""add URL: a page and its attachments from a local server; what is refused, bounded, or not to be had."""

from __future__ import annotations

import ast
import socket
import threading
import time
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from pipeline.__main__ import main
from pipeline.fetch import Bounds, NotFetched, fetch
from pipeline.fetch import http as requests

PACKAGE = Path(__file__).resolve().parents[2] / "pipeline"
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>通知</title></head><body>
<h1>某市人民政府关于推进养老服务的通知</h1><p>某政发〔2024〕20号</p>
<p>一、建设床位</p><p>到2025年底前，全市新增养老床位300张以上。（责任单位：市民政局）</p>
<p>附件：1.任务表</p><p>某市人民政府</p><p>2024年6月3日</p>
<a href="/files/a%201.txt">附件1 任务表.txt</a> <a href='/gone.pdf?x=1&amp;y=2'>附件2</a> <a href="../files/a%201.txt#2">again</a>
<a href="javascript:void(0)">打印</a> <a href="file:///etc/passwd.txt">x</a> <a href="/other.html">相关</a></body></html>"""
ANNEX = "附件1\n任务表\n护理床位达到200张。\n"


class Site(BaseHTTPRequestHandler):
    """Pages, and what a server may do to who asks."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/").partition("/")[0]
        getattr(self, f"_{name}", self._gone)()

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._send(200, PAGE.encode(), Content_Type="text/html; charset=utf-8")

    _zhengce = _page

    def _files(self) -> None:
        self._send(200, ANNEX.encode(), Content_Type="text/plain")

    def _gone(self) -> None:
        self._send(404, b"gone")

    def _moved(self) -> None:
        self._send(302, Location="/page")

    def _round(self) -> None:
        self._send(301, Location="/round")

    def _away(self) -> None:
        self._send(302, Location="file:///etc/passwd")

    def _packed(self) -> None:
        self._send(200, b"x", Content_Encoding="gzip")

    def _cut(self) -> None:
        self._send(200, b"half", Content_Length="4000")
        self.close_connection = True

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        for _ in range(1_000):
            self.wfile.write(b"x" * 100_000)

    def _slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        for _ in range(200):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


HERE = Bounds(private=True)


def test_a_page_comes_with_its_attachments_and_what_is_missing_is_said(site: str) -> None:
    found = fetch(f"{site}/zhengce/t2024_20.html", HERE)
    assert (found.page.name, found.page.content.decode()) == ("t2024_20.html", PAGE)
    assert [(one.name, one.content.decode()) for one in found.attached] == [("附件1 任务表.txt", ANNEX)]
    assert (
        len(found.failed) == 1 and "/gone.pdf?x=1&y=2" in found.failed[0].en and "404" in found.failed[0].zh
    )


def test_a_file_is_fetched_as_it_is(site: str) -> None:
    found = fetch(f"{site}/files/{quote('任务表')}.txt", HERE)
    assert (found.page.name, found.attached) == ("任务表.txt", [])


def test_a_redirect_is_followed(site: str) -> None:
    assert fetch(f"{site}/moved", HERE).page.url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "bounds", "words"),
    [
        ("/gone", HERE, "404"),
        ("/round", HERE, "5 redirects"),
        ("/away", HERE, "http"),
        ("/packed", HERE, "gzip"),
        ("/cut", HERE, "cut off|fewer|read"),
        ("/endless", Bounds(bytes=1_000_000, private=True), "1 MB"),
        ("/slow", Bounds(seconds=1, private=True), "1 s|timed out"),
        ("/page", Bounds(), "private network"),
    ],
)
def test_what_cannot_or_may_not_be_fetched(site: str, path: str, bounds: Bounds, words: str) -> None:
    """What is endless or slow here ends well, in 100 MB or 10 s: who waited for that would have it."""
    with pytest.raises(NotFetched, match=words):
        fetch(f"{site}{path}", bounds)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http:///a",
        "http://user:word@example.org/",
        "http://example.org:x/",
        "https://",
    ],
)
def test_other_addresses_are_none(url: str) -> None:
    with pytest.raises(NotFetched, match="http"):
        fetch(url, HERE)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_machines_of_a_private_network(address: str, public: bool) -> None:
    assert requests.is_public(address) == public


def test_a_redirect_or_a_name_that_leads_into_a_private_network_is_refused(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first machine counts as public; where it sends us does not. All addresses of a name must be public."""
    real, inside = requests.is_public, socket.getaddrinfo
    asked: list[str] = []

    def lookup(host: str, port: int, *rest: object, **more: object) -> object:
        asked.append(host)
        return inside("127.0.0.1" if host.endswith(".example") else host, port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(requests, "is_public", lambda address: asked[-1] == "open.example" or real(address))
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(Site, "_moved", lambda self: self._send(302, Location="http://inner.example/page"))
    port = site.rpartition(":")[2]
    assert fetch(f"http://open.example:{port}/page", Bounds()).page.content
    with pytest.raises(NotFetched, match=r"inner\.example"):
        fetch(f"http://open.example:{port}/moved", Bounds())


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_was_fetched_becomes_a_notice_with_its_address(
    site: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", f"{site}/zhengce/t20.html", "--private", "--id", "city", "--on", "2024-07-01"]) == 0
    assert sorted(path.name for path in (here / "raw" / "city").iterdir()) == ["t20.html", "附件1 任务表.txt"]
    said = tomllib.loads((here / "raw" / "city.toml").read_text("utf-8"))
    assert (said["url"], str(said["fetched"])) == (f"{site}/zhengce/t20.html", "2024-07-01")
    printed = capsys.readouterr()
    assert (
        "gone.pdf" in printed.err
        and "新增养老床位300张以上" in printed.out
        and "护理床位达到200张" in printed.out
    )
    assert main(["add", f"{site}/zhengce/t20.html", "--private", "--id", "city"]) == 0, (
        "the same again is no fault"
    )


def test_nothing_is_left_of_what_could_not_be_fetched(
    site: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", f"{site}/page"]) == 2
    assert "--private" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_nothing_else_fetches() -> None:
    """Only this room speaks to other machines; the review pages only listen."""
    network = {
        "socket",
        "ssl",
        "http.client",
        "urllib.request",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
    }
    found = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        if not any(name in text for name in network):
            continue
        for node in ast.walk(ast.parse(text)):
            names = (
                [one.name for one in node.names] if isinstance(node, ast.Import)
                else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            )  # fmt: skip
            if network & set(names):
                found.add(str(path.relative_to(PACKAGE)))
    assert found == {"fetch/http.py"}
