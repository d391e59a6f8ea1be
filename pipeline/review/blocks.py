"""A file of corrections as blocks: an entry each, with the comments directly above it.

# 原件第2页          ← belongs to the entry below it
[[correction]]
table = "targets"
…
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.decisions.toml import toml_to_corrections
from pipeline.decisions.values import plain
from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import BrokenPromise, Correction

_ENTRY = patterns.compile(r"(?m)(?:^[ \t]*#.*\n)*^[ \t]*\[\[[ \t]*correction[ \t]*\]\]")


@dataclass(frozen=True, slots=True)
class Block:
    """One entry: its text without blank lines around it, and what it says."""

    text: str
    said: Correction


def text_to_blocks(text: str, file: str) -> tuple[str, list[Block]]:
    """(what stands before the first entry, the entries). BrokenPromise if the file cannot be read, or not be cut into entries."""
    text = text.replace("\r\n", "\n")
    known = toml_to_corrections(text, file)
    starts = [match.start() for match in _ENTRY.finditer(text)]
    parts = [text[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    if [_content(one) for part in parts for one in _alone(part, file)] != [_content(one) for one in known]:
        raise BrokenPromise(say("corrections_not_cut", file=file))
    head = text[: starts[0]] if starts else text
    return head.strip(), [Block(part, said) for part, said in zip(parts, known, strict=True)]


def blocks_to_text(head: str, blocks: Sequence[str]) -> str:
    """The file again: a blank line between entries; nothing for none."""
    parts = [part for part in (head, *blocks) if part]
    return "\n\n".join(parts) + "\n" if parts else ""


def about(said: Correction) -> tuple[str, ...]:
    """What a decision is about: the words it names, where they stand."""
    was = str(sorted((name, plain(value)) for name, value in said.was.items()))
    place, quote = ("".join(words.split()) for words in (said.place, said.quote))
    return said.table, place, quote, was, said.before, said.after


def _alone(part: str, file: str) -> Sequence[Correction]:
    try:
        return toml_to_corrections(part, file)
    except BrokenPromise:  # A heading inside a text of several lines: no place to cut.
        return ()


def _content(said: Correction) -> tuple[object, ...]:
    values = tuple(sorted((name, str(value)) for name, value in said.values.items()))
    return (*about(said), said.verdict, values, said.because, said.by, said.on)
