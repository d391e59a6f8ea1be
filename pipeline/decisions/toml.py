"""`<notice_id>.corrections.toml` → corrections."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.decisions.values import FOLLOWING, plain
from pipeline.model import BrokenPromise, Correction, Verdict

TEXTS = ("table", "quote", "place", "because", "by", "before", "after")
NEEDED = ("table", "quote", "because", "by", "on")
KNOWN = frozenset({*TEXTS, "on", "was", "values", "right", "wrong"})


def toml_to_corrections(text: str, file: str) -> tuple[Correction, ...]:
    """The decisions of one file in its order. BrokenPromise names `file`, the number and what is wrong."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenPromise(f"{file} is no TOML: {error}") from error
    entries = said.pop("correction", [])
    if said or not isinstance(entries, list):
        raise BrokenPromise(f"{file} may hold [[correction]] only, not {', '.join(said) or 'that'}")
    return tuple(_correction(entry, f"{file}, correction {n}") for n, entry in enumerate(entries, 1))


def _correction(entry: object, where: str) -> Correction:
    if not isinstance(entry, dict):
        raise BrokenPromise(f"{where}: write it under [[correction]]")
    if wrong := next(_misunderstood(entry), None):
        raise BrokenPromise(f"{where}: {wrong}")
    texts = {name: str(entry.get(name, "")) for name in TEXTS}
    was, values = (
        {column: plain(value) for column, value in entry.get(name, {}).items()} for name in ("was", "values")
    )
    verdict: Verdict = "right" if "right" in entry else "wrong" if "wrong" in entry else "changed"
    return Correction(verdict=verdict, on=str(entry["on"]), where=where, was=was, values=values, **texts)


def _misunderstood(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with an entry, in the order in which it should be mended."""
    if unknown := sorted(entry.keys() - KNOWN):
        yield f"{', '.join(unknown)} is no word known here; known are {', '.join(sorted(KNOWN))}"
    for name in NEEDED:
        if entry.get(name) in (None, ""):
            yield f"it does not say {name}"
    for name in TEXTS:
        if not isinstance(entry.get(name, ""), str):
            yield f"{name} must be a text in quotation marks"
    if type(entry["on"]) is not datetime.date:
        yield "on must be a day without quotation marks, such as 2026-01-31"
    for name in ("right", "wrong"):
        if entry.get(name, True) is not True:
            yield f"{name} can only be true"
    for name in ("was", "values"):
        if not isinstance(entry.get(name, {}), dict) or not entry.get(name, {"": ""}):
            yield f"{name} must be columns with values, such as {{ value = 30 }}"
    said = tuple(name for name in ("right", "wrong", "values") if name in entry)
    if said not in (("right",), ("wrong",), ("values",), ("right", "values")):
        yield "say one of right = true, wrong = true, values = { column = value }"
    if following := sorted(FOLLOWING & entry.get("values", {}).keys()):
        yield f"{', '.join(following)} follows from names and places; correct these, or the lexicons"
