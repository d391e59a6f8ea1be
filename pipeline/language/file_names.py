"""The name of a notice as part of the names of files made for it."""

from __future__ import annotations

import hashlib

# Most file systems hold names of 255 bytes; the longest ending put behind has 6.
MOST_BYTES = 249
_HASH = 8


def id_to_file_stem(notice_id: str) -> str:
    """The id itself; of one that is too long its beginning and a hash of it.

    >>> id_to_file_stem("jiangjin-2021-78")
    'jiangjin-2021-78'
    """
    named = notice_id.encode("utf-8", "surrogateescape")
    if len(named) <= MOST_BYTES:
        return notice_id
    beginning = named[: MOST_BYTES - _HASH - 1].decode("utf-8", "ignore")
    return f"{beginning}~{hashlib.sha256(named).hexdigest()[:_HASH]}"
