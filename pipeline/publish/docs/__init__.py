"""What stands beside the tables for people: README.md and dictionary.html, in both languages, made anew with every publishing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.publish.docs.markdown import guide_to_markdown
from pipeline.publish.docs.page import dictionary_to_html
from pipeline.publish.schema import Schema

README, DICTIONARY = "README.md", "dictionary.html"


def load(schemas: Mapping[str, Schema]) -> None:
    """Makes both now."""
    _pages(tuple(schemas.items()))


def write(schemas: Mapping[str, Schema], folder: Path) -> None:
    """Writes both into `folder`. They change with the schemas alone: whoever adds a notice has nothing to merge here."""
    for name, said in _pages(tuple(schemas.items())).items():
        (folder / name).write_text(said, "utf-8", newline="\n")


@cache
def _pages(schemas: tuple[tuple[str, Schema], ...]) -> Mapping[str, str]:
    """Both, made once for all data sets that one process publishes."""
    return {README: guide_to_markdown(dict(schemas)), DICTIONARY: dictionary_to_html(dict(schemas))}
