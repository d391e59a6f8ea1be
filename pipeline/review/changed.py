"""What changed in a published folder since the last commit, as keys by table: what pages mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from pipeline.review.diff import differences
from pipeline.review.diff_edition import folder_to_edition, revision_to_edition


def changed_since_commit(out: Path) -> Mapping[str, set[str]]:
    """Keys of rows that HEAD has not, or has otherwise; rows that only stand elsewhere are as they were.

    Nothing where HEAD holds no tables or there is no git: then there is nothing to compare with.
    """
    found: dict[str, set[str]] = defaultdict(set)
    try:
        committed = revision_to_edition("HEAD", out)
    except OSError:
        return found
    if not committed.tables:
        return found
    for change in differences(committed, folder_to_edition(out)):
        if change.kind in ("added", "changed"):
            found[change.table].add(change.key)
    return found
