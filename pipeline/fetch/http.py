"""One address asked for, within bounds: which schemes, which machines, how many redirects, how much, how long."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from pipeline.messages import Message, say

_BLOCK = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_NAME = "notice-pipeline (+add URL)"


class NotFetched(OSError):
    """An address that is not or cannot be fetched, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a page and its files may take: bytes each and together, seconds together, redirects each, files.

    `private`: whether machines of a private network, this one among them, may be asked.
    """

    bytes: int = 50_000_000
    bytes_together: int = 150_000_000
    seconds: float = 180.0
    redirects: int = 5
    files: int = 30
    private: bool = False


@dataclass
class Clock:
    """What is left of the bounds of one `add`."""

    bounds: Bounds
    ends: float = field(init=False)
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.ends = time.monotonic() + self.bounds.seconds
        self.left = self.bounds.bytes_together

    @property
    def seconds(self) -> float:
        """What is left of the time; NotFetched once there is none."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise NotFetched(say("fetch_too_long", seconds=int(self.bounds.seconds)))
        return left


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address: where it lay in the end, of which kind it is said to be, its bytes."""

    url: str
    kind: str
    content: bytes
    charset: str = ""

    @property
    def is_utf8(self) -> bool:
        """Whether the bytes are UTF-8, whatever is said of them."""
        try:
            self.content.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True


def answer_of(url: str, clock: Clock) -> Answer:
    """What lies at `url`, after redirects. NotFetched for whatever is not allowed, not there, or too much."""
    at = url
    for _ in range(clock.bounds.redirects + 1):
        with contextlib.closing(_connection(at, clock)) as connection:
            try:
                answer = _asked(connection, at)
                if answer.status in _MOVED and (to := answer.getheader("Location")):
                    at = urldefrag(urljoin(at, to)).url
                    continue
                if answer.status != 200:
                    raise NotFetched(say("fetch_status", url=at, status=answer.status))
                kind = answer.headers.get_content_type()
                return Answer(
                    at, kind, _body(connection, answer, clock), answer.headers.get_content_charset() or ""
                )
            except (OSError, http.client.HTTPException, ValueError) as error:
                if isinstance(error, NotFetched):
                    raise
                raise NotFetched(
                    say("fetch_failed", url=at, error=str(error) or type(error).__name__)
                ) from error
    raise NotFetched(say("fetch_redirects", url=url, most=clock.bounds.redirects))


def _asked(connection: http.client.HTTPConnection, url: str) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=-._~")
    query = f"?{quote(parts.query, safe='/?%:@!$&()*+,;=-._~')}" if parts.query else ""
    connection.request("GET", path + query, headers={"User-Agent": _NAME, "Accept-Encoding": "identity"})
    return connection.getresponse()


def _body(connection: http.client.HTTPConnection, answer: http.client.HTTPResponse, clock: Clock) -> bytes:
    """The whole body, block by block, so that neither a large nor a slow one goes on for ever."""
    if (answer.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise NotFetched(say("fetch_encoding", encoding=answer.getheader("Content-Encoding")))
    parts: list[bytes] = []
    size, most = 0, min(clock.bounds.bytes, clock.left)
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(clock.seconds)
        clock.seconds  # noqa: B018  Of one that trickles in, too.
        block = answer.read1(_BLOCK)
        if not block:
            break
        parts.append(block)
        size += len(block)
        if size > most:
            raise NotFetched(say("fetch_too_large", mb=most // 1_000_000))
    if answer.length:
        raise NotFetched(say("fetch_cut_off"))
    clock.left -= size
    return b"".join(parts)


# --- which machine ------------------------------------------------------------------------------


def _connection(url: str, clock: Clock) -> http.client.HTTPConnection:
    """A connection to the very address that was found to be allowed: a name that leads elsewhere a moment later changes nothing."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        name = host.encode("idna").decode() if not host.isascii() else host
    except ValueError as error:  # A port that is no number, a name that is none.
        raise NotFetched(say("fetch_address", url=url)) from error
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.password:
        raise NotFetched(say("fetch_address", url=url))
    address = _address(name, port, clock.bounds)
    if parts.scheme == "http":
        made = http.client.HTTPConnection(name, port, timeout=clock.seconds)
    else:
        made = http.client.HTTPSConnection(
            name, port, timeout=clock.seconds, context=ssl.create_default_context()
        )
    made._create_connection = lambda _, *rest: socket.create_connection((address, port), *rest)  # type: ignore[attr-defined]
    return made


def _address(host: str, port: int, bounds: Bounds) -> str:
    """The address of a host. NotFetched if it has none, or one that only a private network knows."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(say("fetch_no_host", host=host)) from error
    addresses = [str(one[4][0]) for one in found]
    if not bounds.private and not all(map(is_public, addresses)):
        raise NotFetched(say("fetch_private", host=host))
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether the whole world knows the machine: not this one, not one of this network, also in other spellings."""
    one = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    return one.is_global and not one.is_multicast and (inner is None or inner.is_global)
