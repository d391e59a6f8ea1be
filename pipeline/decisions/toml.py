"""`<notice_id>.corrections.toml` → corrections."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.decisions.values import FOLLOWING, plain
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Correction, Verdict

TEXTS = ("table", "quote", "place", "because", "by", "before", "after")
NEEDED = ("table", "quote", "because", "by", "on")
KNOWN = frozenset({*TEXTS, "on", "was", "values", "right", "wrong", "missing"})
_HEADING = "[[correction]]"


def text_to_toml(text: str) -> dict[str, Any]:
    """What a TOML file says. ValueError where it is none.

    BrokenPromise where it is nested without end, or holds a whole number of more than the 64 bits that TOML promises:
    Python reads it, and cannot print one of 5,000 digits.
    """
    try:
        said = tomllib.loads(text)
    except RecursionError as error:
        raise BrokenPromise(say("toml_deep")) from error
    todo: list[object] = [said]
    while todo:
        one = todo.pop()
        if isinstance(one, int) and not -(2**63) <= one < 2**63:
            raise BrokenPromise(say("toml_number"))
        todo += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return said


def toml_to_corrections(text: str, file: str) -> tuple[Correction, ...]:
    """The decisions of one file in its order. BrokenPromise names `file`, the line and number of the entry, and what is wrong."""
    try:
        said = text_to_toml(text)
    except BrokenPromise as error:
        raise BrokenPromise(say("file_unreadable", file=file, error=error.message)) from error
    except ValueError as error:
        raise BrokenPromise(say("no_toml", file=file, error=str(error))) from error
    entries = said.pop("correction", [])
    if said or not isinstance(entries, list):
        others = ", ".join(said)
        why = (
            say("only_corrections", file=file, others=others)
            if said
            else say("only_correction_entries", file=file)
        )
        raise BrokenPromise(why)
    places = _places(text, file, len(entries))
    return tuple(_correction(entry, place) for entry, place in zip(entries, places, strict=True))


def _places(text: str, file: str, n: int) -> list[str]:
    """Where each of `n` entries stands: `a.corrections.toml:14, correction 2`, as editors and terminals lead to it.

    Without the line where headings and entries do not agree: a heading inside a text, entries written as a list.
    """
    lines = [i for i, line in enumerate(text.split("\n"), 1) if "".join(line.split()).startswith(_HEADING)]
    files = [f"{file}:{line}" for line in lines] if len(lines) == n else [file] * n
    return [f"{where}, correction {i}" for i, where in enumerate(files, 1)]


def _correction(entry: object, where: str) -> Correction:
    if not isinstance(entry, dict):
        raise BrokenPromise(say("correction_wrong", where=where, why=say("correction_header")))
    if wrong := next(_misunderstood(entry), None):
        raise BrokenPromise(say("correction_wrong", where=where, why=wrong))
    texts = {name: str(entry.get(name, "")) for name in TEXTS}
    was, values = (
        {column: plain(value) for column, value in entry.get(name, {}).items()} for name in ("was", "values")
    )
    told: tuple[Verdict, ...] = ("right", "wrong", "missing")
    verdict: Verdict = next((one for one in told if one in entry), "changed")
    return Correction(verdict=verdict, on=str(entry["on"]), where=where, was=was, values=values, **texts)


def _misunderstood(entry: Mapping[str, Any]) -> Iterator[Message]:
    """What is wrong with an entry, in the order in which it should be mended."""
    if unknown := sorted(entry.keys() - KNOWN):
        yield say("correction_unknown_words", words=tuple(unknown), known=tuple(sorted(KNOWN)))
    for name in NEEDED:
        if entry.get(name) in (None, ""):
            yield say("correction_lacks", name=name)
    for name in TEXTS:
        if not isinstance(entry.get(name, ""), str):
            yield say("correction_text", name=name)
    if type(entry["on"]) is not datetime.date:
        yield say("correction_day")
    for name in ("right", "wrong", "missing"):
        if entry.get(name, True) is not True:
            yield say("correction_true", name=name)
    for name in ("was", "values"):
        if not isinstance(entry.get(name, {}), dict) or not entry.get(name, {"": ""}):
            yield say("correction_columns", name=name)
    said = tuple(name for name in ("right", "wrong", "missing", "values") if name in entry)
    if said not in (("right",), ("wrong",), ("values",), ("right", "values"), ("missing", "values")):
        yield say("correction_one_of")
    if following := sorted(FOLLOWING & entry.get("values", {}).keys()):
        yield say("correction_follows", names=tuple(following))
