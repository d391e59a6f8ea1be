"""The one place that fetches: a web page and the files it leads to, for `add URL`. Nothing else ever does.

http and https only · no machine of a private network unless asked · bounded in size, time, redirects, files
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from pipeline.fetch.http import Answer, Bounds, Clock, NotFetched, answer_of
from pipeline.language import patterns
from pipeline.messages import Message, say

__all__ = ["Bounds", "Fetched", "File", "NotFetched", "fetch"]

# What a notice's annexes come as.
ATTACHED = frozenset([
    ".pdf", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ofd", ".rtf", ".odt", ".ods", ".zip", ".txt", ".csv",
])  # fmt: skip
# Of what has no ending in its address.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "text/plain": ".txt",
}
# What cannot be part of a name, or would hide or lead elsewhere.
_UNSAFE = patterns.compile(r"[\p{C}/\\:*?\"<>|]+|^[-.\s]+|[.\s]+$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class File:
    """A file that was fetched: under which name it should be kept, what it holds, where it came from."""

    name: str
    content: bytes
    url: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page, the files it leads to, and what could not be had of them."""

    page: File
    attached: Sequence[File]
    failed: Sequence[Message]


def fetch(url: str, bounds: Bounds) -> Fetched:
    """The page at `url` with its attachments. NotFetched, with the reason, if the page cannot be had.

    An attachment that cannot be had is said in `failed`: the page without it is still a notice.
    """
    clock = Clock(bounds)
    answer = answer_of(url, clock)
    page = File(_name(answer, ""), answer.content, answer.url)
    attached: list[File] = []
    failed: list[Message] = []
    for at, words in _attachments(answer) if page.name.endswith(".html") else ():
        if len(attached) + len(failed) >= bounds.files:
            failed.append(say("too_many_attachments", most=bounds.files))
            break
        try:
            one = answer_of(at, clock)
        except NotFetched as error:
            failed.append(say("attachment_not_fetched", url=at, why=error.message))
        else:
            attached.append(File(_name(one, words), one.content, one.url))
    return Fetched(page, attached, failed)


def _attachments(answer: Answer) -> Iterator[tuple[str, str]]:
    """(address, words of the link) of files that a page leads to, each once."""
    words = (
        answer.content.decode("utf-8", "replace")
        if answer.is_utf8
        else answer.content.decode("gb18030", "replace")
    )
    page = LexborHTMLParser(words)
    base = page.css_first("base[href]")
    home = urljoin(answer.url, base.attributes["href"] or "") if base else answer.url
    seen: set[str] = set()
    for link in page.css("a[href]"):
        at = urldefrag(urljoin(home, (link.attributes["href"] or "").strip())).url
        if at in seen or urlsplit(at).scheme not in ("http", "https"):
            continue
        if PurePosixPath(urlsplit(at).path).suffix.lower() in ATTACHED:
            seen.add(at)
            yield at, link.text().strip()


def _name(answer: Answer, words: str) -> str:
    """A file's name: the words that led to it, else the end of its address; its ending from there or from its kind."""
    path = PurePosixPath(unquote(urlsplit(answer.url).path))
    known = path.suffix.lower()
    ending = known if known in ATTACHED | {".html", ".htm", ".shtml"} else _ENDINGS.get(answer.kind, ".html")
    ending = ".html" if ending in (".htm", ".shtml") else ending
    stem = words.removesuffix(known) if words else path.stem
    return f"{_UNSAFE.sub('', ' '.join(stem.split()))[:_LONGEST] or 'notice'}{ending}"
