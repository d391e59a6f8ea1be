"""What changed in a published folder since the last commit, as keys by table."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from pipeline.review.pages_rows import KEYS

# Where a row stands may change without the row changing.
PLACES = frozenset({"char_start", "char_end", "page", "x0", "top", "x1", "bottom", "row"})


def changed_since_commit(out: Path) -> Mapping[str, set[str]]:
    """Keys of rows that HEAD does not have, or has otherwise. Nothing where HEAD holds no tables, or there is no git."""
    found = {}
    for path in sorted(out.glob("*.parquet")):
        key = KEYS.get(path.stem, "fact_id")
        committed = _committed(path)
        if committed is not None:
            old, new = _rows(BytesIO(committed), key), _rows(path, key)
            found[path.stem] = {k for k, row in new.items() if old.get(k) != row}
    return found


def _rows(source: Any, key: str) -> dict[str, str]:
    import pyarrow.parquet as pq

    table = pq.read_table(source)
    if key not in table.column_names:
        return {}
    kept = [name for name in table.column_names if name not in PLACES]
    return {
        row[key]: json.dumps({n: v for n, v in row.items() if v is not None}, default=str, sort_keys=True)
        for row in table.select(kept).to_pylist()
    }


def _committed(path: Path) -> bytes | None:
    """The file as HEAD has it; None if it does not."""
    command = ["git", "-C", str(path.parent), "show", f"HEAD:./{path.name}"]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
