"""How far an editor is with a notice, written into its side file: its other lines and comments stay as they are.

state = "checked"   checked_by = "王"   checked_on = 2026-01-31   assigned_to = "李"
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from pipeline.decisions.states import STATES
from pipeline.decisions.toml import text_to_toml
from pipeline.language import patterns
from pipeline.messages import say
from pipeline.model import BrokenPromise

END = ".toml"
KEYS = ("state", "assigned_to", "checked_by", "checked_on")
# Lines before the first heading belong to the file as a whole.
_HEADING = patterns.compile(r"(?m)^[ \t]*\[")
_OWN = patterns.compile(rf"(?m)^[ \t]*(?:{'|'.join(KEYS)})[ \t]*=.*(?:\n|$)")


def marked(path: Path, said: Mapping[str, object]) -> str:
    """The whole side file as `said` (state, by, on, assigned_to; texts) has it.

    BrokenPromise for a state there is not, one checked by nobody, a day that is none, and for a file in which those
    lines cannot be told from others.
    """
    values = _values(
        {name: str(said.get(name) or "").strip() for name in ("state", "by", "on", "assigned_to")}
    )
    old = path.read_text("utf-8-sig") if path.exists() else ""
    heading = _HEADING.search(old)
    top, rest = (old[: heading.start()], old[heading.start() :]) if heading else (old, "")
    kept = _OWN.sub("", top)
    lines = "".join(f"{key} = {_toml(values[key])}\n" for key in KEYS if key in values)
    between = "" if not kept or kept.endswith("\n") else "\n"
    whole = f"{kept}{between}{lines}{rest}"
    if _read(whole, path) != {**_without_own(_read(old, path)), **values}:
        raise BrokenPromise(say("side_file_not_kept", file=path.name))
    return whole


def _values(said: Mapping[str, str]) -> dict[str, object]:
    if said["state"] not in STATES:
        raise BrokenPromise(say("wrong_state", value=repr(said["state"]), known=STATES))
    values: dict[str, object] = {"state": said["state"]} if said["state"] != STATES[0] else {}
    if said["assigned_to"]:
        values["assigned_to"] = said["assigned_to"]
    if said["state"] == "checked":
        if not said["by"]:
            raise BrokenPromise(say("checked_by_nobody"))
        try:
            day = datetime.date.fromisoformat(said["on"])
        except ValueError as error:
            raise BrokenPromise(say("checked_by_nobody")) from error
        values |= {"checked_by": said["by"], "checked_on": day}
    return values


def _toml(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(text: str, path: Path) -> dict[str, object]:
    try:
        return text_to_toml(text)
    except ValueError as error:
        raise BrokenPromise(say("side_file_unreadable", file=path.name, error=str(error))) from error


def _without_own(said: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in said.items() if key not in KEYS}
