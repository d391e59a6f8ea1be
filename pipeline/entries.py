"""Names of files in raw/ → which of them are notices, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from pipeline.beside import is_of_side_file

PAGE_SUFFIXES, PAGE_PARTS = (".html", ".htm", ".shtml", ".xhtml"), ("_files", ".files", "_文件")
# Between the name of a file and what tells a further notice in it from the first.
APART = "~"


def stem(name: str) -> str:
    """The name without its ending, as a path has it; a hundred times as fast."""
    at = name.rfind(".")
    return name[:at] if 0 < at < len(name) - 1 else name


def without_page_parts(names: Sequence[str]) -> list[str]:
    """The names without the folders of pictures and styles that browsers save beside a page: `a_files`, `a.html`."""
    pages = {stem(name) for name in names if name.lower().endswith(PAGE_SUFFIXES)}
    apart = {page + part for page in pages for part in PAGE_PARTS}
    return [name for name in names if name not in apart]


def names_to_ids(names: Sequence[str]) -> dict[str, str]:
    """Notice ids by file name: the stem, or the whole name where two would have the same.

    So it is for `a~b.txt` beside `a.txt`, which may hold a further notice of that name, and where what stands beside `a.corrections.txt` would be taken for the corrections of `a.txt`.
    """
    ids = {name: name if is_of_side_file(said := stem(name)) else said for name in names}
    stems = set(ids.values())
    ids |= {name: name for name, key in ids.items() if is_further(key, stems)}
    while doubled := {key for key, n in Counter(ids.values()).items() if n > 1}:
        ids |= {name: name for name, key in ids.items() if key in doubled}
    return ids


def is_further(notice_id: str, notice_ids: Set[str]) -> bool:
    """Whether it may be the name of a further notice in one of these: `a~甲政发〔2023〕5号` of `a`."""
    if APART not in notice_id:
        return False
    parts = notice_id.split(APART)
    return any(APART.join(parts[:n]) in notice_ids for n in range(1, len(parts)))
