"""What was published stays published: a notice that cannot be read today keeps the rows it had, marked stale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.entries import APART
from pipeline.messages import Message, say
from pipeline.model import BrokenPromise, Issue, Unread
from pipeline.shelf import Shelf

if TYPE_CHECKING:
    from pipeline.publish.portion import Portion
    from pipeline.publish.stored import Roll, Stored

# What stands in raw/ and is no notice: nothing was read from it before.
NO_NOTICE = frozenset({"side_file"})


class Settled(NamedTuple):
    """What is published: notices read now or kept from before, and what could not be read.

    `stale` are the notices kept, `gone` those that were published and have no file any more.
    """

    notices: Roll
    failures: tuple[Unread, ...]
    stale: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def settle(notices: Roll, failures: Sequence[Unread], out: Path, shelf: Shelf) -> Settled:
    """The notices, and what could not be read, with the rows of `out` for every notice that was there and cannot be read, or only
    in part for want of a tool: then the rows read before are the fuller ones. Those are laid on the shelf too.

    BrokenPromise where rows to be kept cannot be had from `out`: replaced by nothing they would be lost.
    """
    from pipeline.publish.kept import as_stale, published
    from pipeline.publish.stored import Roll, lay_portions, to_roll

    there, read = _there(out, failures), set(notices.ids())
    lost = dict(_lost(failures, there, read))
    wanting = {one.notice_id: one for one in notices.wanting() if one.notice_id in there}
    before = published(out, {*lost, *wanting}, lambda: (one.load(shelf) for one in notices))
    kept = {
        name: portion
        for name, portion in before.items()
        if name in lost or _is_fuller(portion, wanting[name])
    }
    if unkept := tuple(sorted(lost.keys() - kept.keys())):
        raise BrokenPromise(say("rows_not_kept", notices=unkept, folder=out.name))
    why = {name: lost.get(name) or wanting[name].wants[0] for name in kept}
    stale = {name: as_stale(portion, why[name]) for name, portion in kept.items()}
    said = [Unread(name, one.source_file, Issue("stale", why[name])) for name, one in sorted(stale.items())]
    if stale or len(read) < len(notices):
        lines = dict(zip(notices.ids(), notices.lines(), strict=True))
        lines |= zip(stale, to_roll(lay_portions(stale.values(), shelf)).lines(), strict=True)
        notices = Roll(lines.values())
    return Settled(
        notices=notices,
        failures=(*(one for one in failures if one.notice_id not in stale), *said),
        stale=tuple(sorted(stale)),
        gone=tuple(name for name in there if name not in read and name not in lost),
    )


def _there(out: Path, failures: Sequence[Unread]) -> Mapping[str, str]:
    """The notices published before. A folder that cannot be read is no matter where every notice was read anew."""
    from pipeline.publish.kept import published_ids

    try:
        return published_ids(out)
    except BrokenPromise:
        if any(one.issue.kind not in NO_NOTICE for one in failures):
            raise
        return {}


def _lost(
    failures: Sequence[Unread], there: Mapping[str, str], read: Set[str]
) -> Iterator[tuple[str, Message]]:
    """(notice, why) for each that was published from a file that cannot be read now, further ones in it too."""
    for failure in failures:
        if failure.issue.kind in NO_NOTICE:
            continue
        for name, source_file in there.items():
            # Its id was another while no file of the same stem lay beside it.
            is_its = name == failure.notice_id or source_file == failure.source_file
            is_its = is_its or name.startswith(f"{failure.notice_id}{APART}")
            if is_its and name not in read:
                yield name, failure.issue.message


def _is_fuller(before: Portion, now: Stored) -> bool:
    """Whether something that is wanting now was not wanting then."""
    from pipeline.publish.kept import messages_of

    return any(message.en not in messages_of(before) for message in now.wants)
