"""How far editors are with a notice: what its side file says → columns of `notices`."""

from __future__ import annotations

from collections.abc import Mapping

#: The columns of `notices` that say so.
COLUMNS = frozenset({"review_state", "assigned_to", "checked_by", "checked_on"})
#: The first where nothing is said.
STATES = ("unread", "in_work", "checked")


def state_of(promises: Mapping[str, object]) -> dict[str, object]:
    """`state = "checked"` with who and when is checked; without them, as with a state there is not, nobody has read it."""
    who, when, state = (promises.get(key) for key in ("checked_by", "checked_on", "state"))
    is_checked = state == "checked" and bool(who and when)
    known = state if state in STATES and (is_checked or state != "checked") else STATES[0]
    seen = {"checked_by": who, "checked_on": when} if is_checked else {}
    return {"review_state": known, "assigned_to": promises.get("assigned_to") or None, **seen}
