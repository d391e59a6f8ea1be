"""Keys made of what a row is about: an insertion elsewhere changes no other key."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.decisions.values import plain
from pipeline.model import Correction

# 80 bits: among ten million rows two keys fall together once in 24 billion runs; publish would say so.
KEY_BYTES = 10
# Enough neighbours to tell two 2s of one sentence apart, few enough to survive an edit of the next one.
NEIGHBOURS = 12


class Keys:
    """Gives out the keys of one table of one notice; of rows about the same, the nth gets the nth key."""

    def __init__(self, notice_id: str, table: str) -> None:
        self._about = (notice_id, table)
        self._seen: Counter[tuple[str, ...]] = Counter()

    def key(self, values: Iterable[object]) -> str:
        """20 hexadecimal digits for a row that `values` identify."""
        about = (*self._about, *(squeezed(value) for value in values))
        self._seen[about] += 1
        said = "\x1f".join((*about, str(self._seen[about])))
        return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).hexdigest()


def squeezed(value: object) -> str:
    """As text without white space, so that a line broken elsewhere changes no key."""
    return "" if value is None else "".join(str(value).split())


def neighbours(text: str, start: int, end: int) -> str:
    """What stands beside text[start:end], white space not counted: tells equal words apart."""
    before = squeezed(text[max(0, start - 4 * NEIGHBOURS) : start])[-NEIGHBOURS:]
    after = squeezed(text[end : end + 4 * NEIGHBOURS])[:NEIGHBOURS]
    return f"{before}\x1e{after}"


# --- decisions --------------------------------------------------------------------------------


def correction_key(notice_id: str, said: Correction) -> str:
    """`correction_id` of a decision about a notice."""
    about = (said.table, said.place, said.quote, said.before, said.after, values_to_json(said.was))
    # Of missing facts several may stand in the same words.
    more = (values_to_json(said.values),) if said.verdict == "missing" else ()
    return Keys(notice_id, "corrections").key((*about, *more))


def values_to_json(columns: Mapping[str, object]) -> str:
    """Columns as JSON in the order of their names; what was empty is null."""
    said = {name: value if (value := plain(columns[name])) != "" else None for name in sorted(columns)}
    return json.dumps(said, ensure_ascii=False)
