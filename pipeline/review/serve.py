"""The review pages on this machine only, able to write corrections into raw/.

Anything a browser on this machine opens can send requests to a local port. So: loopback only; a random
token in every address; the Host must be ours (else a foreign name that leads to 127.0.0.1 could ask);
what writes must come from our own origin, as JSON.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from pipeline.messages import Message, said_of_system, say
from pipeline.model import BrokenPromise
from pipeline.review.saving import Desk

HOST = "127.0.0.1"
# A thousand long decisions; what is more comes from no page of ours.
LARGEST = 2_000_000
# What may be asked for, and the word under which its page says about what, and how.
ACTS: Mapping[str, tuple[str, type]] = {
    "save": ("toml", str),
    "undo": ("correction_id", str),
    "edit": ("edit", dict),
    "mark": ("mark", dict),
    "suggest": ("words", str),
}
_FIRST_PORT, _PORTS = 20_000, 10_000
KINDS = {".html": "text/html", ".jpg": "image/jpeg"}
SAFE: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Acts(Protocol):
    """What a page may ask for: each gives how many corrections, or marks, it was about; `suggest` what was read."""

    def save(self, notice_id: str, entries: str, /) -> int: ...

    def undo(self, notice_id: str, correction_id: str, /) -> int: ...

    def edit(self, notice_id: str, said: Mapping[str, object], /) -> int: ...

    def mark(self, notice_id: str, said: Mapping[str, object], /) -> int: ...

    def suggest(self, notice_id: str, words: str, /) -> Mapping[str, Mapping[str, object]]: ...


class Server(ThreadingHTTPServer):
    """Serves `pages` (OUT/review) under a token, and does what they ask for. Port 0: any free one."""

    daemon_threads = True
    # Saves that wait to be taken up; of more than five at once Python would have the system turn some away.
    request_queue_size = 512

    def __init__(self, pages: Path, acts: Acts, port: int = 0) -> None:
        super().__init__((HOST, port), Handler)
        self.pages = pages.absolute()
        self.acts = acts
        self.token = secrets.token_urlsafe(24)

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """What an editor opens."""
        return f"{self.origin}/{self.token}/index.html"


def serve(pages: Path, desk: Desk, port: int = 0) -> Server:
    """A server of `pages` (OUT/review), not yet running (`serve_forever`). OSError if the port is taken.

    Without one it has the usual port of that folder, if it is free: a browser keeps what an editor noted by it.
    """
    if not port:
        with contextlib.suppress(OSError):
            return Server(pages, desk, usual_port(pages))
    return Server(pages, desk, port)


def usual_port(pages: Path) -> int:
    """A port of its own for each folder, below those that systems give away."""
    digest = hashlib.blake2b(str(pages.absolute()).encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return _FIRST_PORT + int.from_bytes(digest) % _PORTS


class Handler(BaseHTTPRequestHandler):
    """GET: a page. POST save: corrections. Anything else, or from anywhere else, is refused."""

    server: Server
    protocol_version = "HTTP/1.1"
    # Who says nothing for so many seconds holds no thread of ours.
    timeout = 60

    def do_GET(self) -> None:
        path = self._path()
        if path is None:
            return self._answer(HTTPStatus.FORBIDDEN, "not from here")
        try:
            file = (self.server.pages / path).resolve()
            kind = KINDS.get(file.suffix)
            content = file.read_bytes() if kind and file.is_relative_to(self.server.pages) else None
        except (OSError, ValueError):  # None there, or a name that none can have.
            kind, content = None, None
        if kind is None or content is None:
            return self._answer(HTTPStatus.NOT_FOUND, "no such page")
        if kind == "text/html":
            # From disk a page may speak to nobody; from here it may speak to us, in order to save.
            content = content.replace(b"connect-src 'none'", b"connect-src 'self'", 1)
        return self._answer(HTTPStatus.OK, content, kind)

    def do_POST(self) -> None:
        act = self._path()
        if act is None or act not in ACTS or self.headers.get("Origin") != self.server.origin:
            return self._answer(HTTPStatus.FORBIDDEN, "not from here")
        if self.headers.get("Content-Type") != "application/json":
            return self._answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON only")
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()) or int(length[:20]) > LARGEST:
            return self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too much at once")
        try:
            said = json.loads(self.rfile.read(int(length)))
            word, kind = ACTS[act]
            about = kind(said[word])
            done = getattr(self.server.acts, act)(str(said["notice_id"]), about)
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            return self._answer(HTTPStatus.BAD_REQUEST, f"not understood: {error}")
        except BrokenPromise as broken:
            return self._refuse(broken.message)
        except OSError as error:
            why = error.args[0] if error.args and isinstance(error.args[0], Message) else None
            return self._refuse(why or say("not_saved", error=said_of_system(error)))
        return self._answer(HTTPStatus.OK, json.dumps({"done": done}), "application/json")

    def _refuse(self, why: Message) -> None:
        """What is wrong, in both languages: the page knows which its reader reads."""
        said = json.dumps({"zh": why.zh, "en": why.en}, ensure_ascii=False)
        self._answer(HTTPStatus.CONFLICT, said, "application/json")

    def _path(self) -> str | None:
        """What is asked for under the token; None where token or Host are not ours."""
        if self.headers.get("Host") != f"{HOST}:{self.server.server_port}":
            return None
        _, token, path = (*unquote(urlsplit(self.path).path).split("/", 2), "", "")[:3]
        return path if secrets.compare_digest(token.encode(), self.server.token.encode()) else None

    def _answer(self, status: HTTPStatus, words: str | bytes, kind: str = "text/plain") -> None:
        body = words.encode("utf-8", "replace") if isinstance(words, str) else words
        # What was not read of a refused request must not be taken for the next one.
        self.close_connection = status is not HTTPStatus.OK
        self.send_response(status)
        for name, value in SAFE.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the token must not stand in logs."""
