"""What a run would say to corrections of a notice: it is read with them in a folder of its own.

Nothing else is asked: neither the corrections of other notices in the same file nor what else is wrong in raw/ counts.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.messages import Message
from pipeline.review.corrections import END, is_of
from pipeline.whole import part, sweep

# Reads the notices of a folder into another; gives back what is wrong with those that could not be read, by their ids.
Read = Callable[[Path, Path], Sequence[tuple[str, Message]]]
_SIDE = ".toml"


def refusal(raw: Path, notice_id: str, corrections: str, read: Read) -> Message | None:
    """What a run would say against these corrections of a notice; None if it would take them."""
    name = part(Path("trial"), ".").name
    sweep(Path(tempfile.gettempdir()), "trial")
    with tempfile.TemporaryDirectory(prefix=name) as folder:
        there, out = Path(folder) / "raw", Path(folder) / "out"
        there.mkdir()
        for one in _needed(raw, notice_id):
            copy = shutil.copytree if one.is_dir() else shutil.copyfile
            copy(one, there / one.name)
        if corrections.strip():
            (there / f"{notice_id}{END}").write_text(corrections, "utf-8")
        said = read(there, out)
        own = (message for name, message in said if name == notice_id)
        of_file = (message for name, message in said if name == notice_id.partition("~")[0])
        return next(own, next(of_file, None))


def _needed(raw: Path, notice_id: str) -> Iterator[Path]:
    """The file of the notice, what gives it its name, and what is promised of it.

    The name of `a.txt` depends on whether `a.html` lies beside it, that of `a~b.txt` on whether `a.txt` does.
    """
    stems = {one.stem for one in raw.iterdir() if is_of(notice_id, one)}
    stems |= {name for stem in stems for name in _shorter(stem)}
    for one in sorted(raw.iterdir()):
        if one.name.endswith(_SIDE):
            if one.name in (f"{notice_id}{_SIDE}", f"{notice_id.partition('~')[0]}{_SIDE}"):
                yield one
        elif (one.stem in stems or one.name in stems) and not one.name.startswith("."):
            yield one


def _shorter(stem: str) -> Iterator[str]:
    parts = stem.split("~")
    return ("~".join(parts[:n]) for n in range(1, len(parts)))
