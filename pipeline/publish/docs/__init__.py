"""What stands beside the tables for people: README.md and dictionary.html, in both languages, made anew with every publishing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.publish.docs.markdown import guide_to_markdown
from pipeline.publish.docs.page import dictionary_to_html
from pipeline.publish.schema import Schema

README, DICTIONARY = "README.md", "dictionary.html"


def write(schemas: Mapping[str, Schema], folder: Path) -> None:
    """Writes both into `folder`. They change with the schemas alone: whoever adds a notice has nothing to merge here."""
    (folder / README).write_text(guide_to_markdown(schemas), "utf-8", newline="\n")
    (folder / DICTIONARY).write_text(dictionary_to_html(schemas), "utf-8", newline="\n")
