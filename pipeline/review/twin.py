"""A Parquet file as text, for git: `git diff` and `git log -p` show rows where they would say that files differ.

`make git-setup` tells git of it. Where a row stands is left out, so that an inserted paragraph shows as itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.language.places import PLACE_COLUMNS
from pipeline.messages import say


def parquet_to_lines(path: Path) -> Iterator[str]:
    """A row a line, as JSON without empty values. OSError if the file cannot be read or is no Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_table(path).to_pylist()
    except pa.ArrowException as error:
        raise OSError(say("no_parquet", file=path.name, error=str(error))) from error
    for row in rows:
        said = {
            column: value
            for column, value in row.items()
            if value is not None and column not in PLACE_COLUMNS
        }
        yield json.dumps(said, ensure_ascii=False, default=str)
