"""The server of review pages: this machine, its token, its own pages, and nobody else."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.messages import say
from pipeline.model import BrokenPromise
from pipeline.review import saving
from pipeline.review.serve import LARGEST, Handler, Server, serve, usual_port

saved: list[tuple[str, str]] = []


class Desk:
    """Notes what it is asked for; of the notice `stale` it takes nothing."""

    def save(self, notice_id: str, entries: str) -> int:
        if notice_id == "stale":
            raise BrokenPromise(say("nothing_sent"))
        saved.append((notice_id, entries))
        return 1

    def undo(self, notice_id: str, correction_id: str) -> int:
        saved.append((notice_id, f"not {correction_id}"))
        return 1

    def edit(self, notice_id: str, said: Mapping[str, object]) -> int:
        saved.append((notice_id, f"{said['toml']} for {said['correction_id']}"))
        return 1

    def suggest(self, notice_id: str, words: str) -> Mapping[str, Mapping[str, object]]:
        return {"targets": {"unit": words}}

    def mark(self, notice_id: str, said: Mapping[str, object]) -> int:
        saved.append((notice_id, str(said["state"])))
        return 1


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    pages = tmp_path_factory.mktemp("out") / "review"
    (pages / "notices").mkdir(parents=True)
    (pages / "index.html").write_text("<meta content=\"connect-src 'none'\">全部", "utf-8")
    (pages / "notices" / "甲 1.html").write_text("甲", "utf-8")
    (pages.parent / "secret.html").write_text("密", "utf-8")
    (pages / "notes.txt").write_text("记", "utf-8")
    (pages / "link.html").symlink_to(pages.parent / "secret.html")
    found = Server(pages, Desk())
    threading.Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


def ask(server: Server, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request(
        method,
        path.replace("TOKEN", server.token),
        body,
        {k.replace("_", "-"): v for k, v in headers.items()},
    )
    answer = connection.getresponse()
    assert (
        answer.headers["X-Content-Type-Options"] == "nosniff"
        and not answer.headers["Access-Control-Allow-Origin"]
    )
    return answer.status, answer.read().decode()


BODY = json.dumps({"notice_id": "a", "toml": "x"})


def test_pages_are_served_under_the_token_and_may_speak_to_it(server: Server) -> None:
    assert ask(server, "GET", "/TOKEN/index.html") == (200, "<meta content=\"connect-src 'self'\">全部")
    assert ask(server, "GET", "/TOKEN/notices/%E7%94%B2%201.html") == (200, "甲")
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/index.html", 403),
        ("/", 403),
        ("/wrong/index.html", 403),
        ("/TOKENx/index.html", 403),
        ("/TOKEN/none.html", 404),
        ("/TOKEN/../secret.html", 404),
        ("/TOKEN/%2e%2e/secret.html", 404),
        ("/TOKEN/link.html", 404),
        ("/TOKEN/notes.txt", 404),
        ("/TOKEN//etc/hostname", 404),
        ("/TOKEN/a%00.html", 404),
        (f"/TOKEN/{'a' * 300}.html", 404),
        ("/TOKEN/folder.html", 404),
    ],
)
def test_nothing_else_is(server: Server, path: str, status: int) -> None:
    assert ask(server, "GET", path)[0] == status


def test_another_host_name_that_leads_here_is_refused(server: Server) -> None:
    for host in ("evil.example", f"evil.example:{server.server_port}", f"localhost:{server.server_port}"):
        assert ask(server, "GET", "/TOKEN/index.html", Host=host)[0] == 403


def test_own_pages_save(server: Server) -> None:
    saved.clear()
    own = {"Origin": server.origin, "Content_Type": "application/json"}
    assert ask(server, "POST", "/TOKEN/save", BODY, **own) == (200, '{"done": 1}')
    taken_back = json.dumps({"notice_id": "a", "correction_id": "k"})
    assert ask(server, "POST", "/TOKEN/undo", taken_back, **own) == (200, '{"done": 1}')
    other = json.dumps({"notice_id": "a", "edit": {"toml": "y", "correction_id": "k"}})
    assert ask(server, "POST", "/TOKEN/edit", other, **own) == (200, '{"done": 1}')
    assert saved.pop() == ("a", "y for k")
    words = json.dumps({"notice_id": "a", "words": "张"})
    assert ask(server, "POST", "/TOKEN/suggest", words, **own) == (
        200,
        '{"done": {"targets": {"unit": "\\u5f20"}}}',
    )
    checked = json.dumps({"notice_id": "a", "mark": {"state": "checked"}})
    assert ask(server, "POST", "/TOKEN/mark", checked, **own) == (200, '{"done": 1}')
    assert saved == [("a", "x"), ("a", "not k"), ("a", "checked")]
    assert (
        ask(server, "POST", "/TOKEN/mark", checked.replace('{"state": "checked"}', '"checked"'), **own)[0]
        == 400
    )
    refused = json.dumps({"notice_id": "stale", "toml": "x"})
    status, words = ask(server, "POST", "/TOKEN/save", refused, **own)
    assert (status, json.loads(words)["en"]) == (409, "what was sent holds no [[correction]]")
    deep = "[" * 100_000, '{"notice_id":' * 50_000, '{"toml": ' + "[" * 200_000 + "]" * 200_000 + "}"
    for body in ("{", "[]", "{}", "3", "9" * 5_000, *deep):
        assert ask(server, "POST", "/TOKEN/save", body, **own)[0] == 400


@pytest.mark.parametrize(
    ("path", "changed", "status"),
    [
        ("/TOKEN/save", {"Origin": "https://evil.example"}, 403),
        ("/TOKEN/save", {"Origin": "null"}, 403),
        ("/TOKEN/save", {"Origin": ""}, 403),
        ("/save", {}, 403),
        ("/wrong/save", {}, 403),
        ("/TOKEN/other", {}, 403),
        ("/TOKEN/save", {"Host": "evil.example"}, 403),
        ("/TOKEN/save", {"Content_Type": "text/plain"}, 415),
        ("/TOKEN/save", {"Content_Length": str(LARGEST + 1)}, 413),
        ("/TOKEN/save", {"Content_Length": "-1"}, 413),
        ("/TOKEN/save", {"Content_Length": "9" * 5_000}, 413),
        ("/TOKEN/save", {"Content_Length": "\xb2"}, 413),
    ],
)
def test_others_do_not(server: Server, path: str, changed: dict[str, str], status: int) -> None:
    saved.clear()
    headers = {"Origin": server.origin, "Content_Type": "application/json", **changed}
    assert ask(server, "POST", path, BODY, **headers)[0] == status
    assert saved == []


def test_a_folder_has_its_usual_port_or_any_free_one(tmp_path: Path) -> None:
    """What a browser keeps for an editor it keeps by the port."""
    desk = saving.Desk(tmp_path, lambda raw, out: [], lambda: None)
    first = serve(tmp_path, desk)
    second = serve(tmp_path, desk)
    ports = (first.server_port, second.server_port)
    for one in (first, second):
        one.server_close()
    again = serve(tmp_path, desk)
    again.server_close()
    assert ports[0] == again.server_port == usual_port(tmp_path) != ports[1]
    assert usual_port(tmp_path / "other") != usual_port(tmp_path)


def test_who_says_nothing_holds_no_thread(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Handler, "timeout", 0.2)
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as silent:
        silent.sendall(b"GET / HTTP/1.1\r\n")
        assert silent.recv(10) == b""


def test_tokens_differ(server: Server, tmp_path: Path) -> None:
    other = Server(tmp_path, Desk())
    other.server_close()
    assert other.token != server.token and len(other.token) >= 32
