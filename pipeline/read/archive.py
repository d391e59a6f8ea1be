"""ZIP containers (DOCX, XLSX, OFD, ZIP), opened so that a bomb does not go off.

Nothing is ever unpacked to disk: a member is a name and its bytes, so no name can lead anywhere.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Container
from dataclasses import dataclass
from itertools import chain, count

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.limits import Limits

# Below this a member cannot do harm however well it packs: an empty sheet packs better than any bomb.
SMALL = 1_000_000
_ENCRYPTED = 0x1
_AGAIN = say("fetch_or_save_anew")


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a ZIP container by name, folders and links left out."""

    file: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    links: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """The bytes of a member; Unreadable if it is missing, damaged or encrypted."""
        if (member := self.members.get(name)) is None:
            raise Unreadable(say("part_missing", part=name), _AGAIN)
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(say("part_encrypted", part=name), say("unpack_with_password"))
        try:
            # zipfile gives no more than the size that the directory states, which the limits hold for.
            return self.file.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise Unreadable(say("part_damaged", part=name, error=type(error).__name__), _AGAIN) from error


def open_archive(content: bytes, limits: Limits) -> Archive:
    """The container in `content`. Raises Unreadable if it is damaged, or larger than `limits` when unpacked."""
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
        infos = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unreadable(say("damaged_zip"), _AGAIN) from error
    _refuse_bombs(infos, limits)
    links = {info.filename for info in infos if stat.S_ISLNK(info.external_attr >> 16)}
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if not info.is_dir() and info.filename not in links:
            members[_free(info.filename, members)] = info
    return Archive(file, members, tuple(sorted(links)))


def _free(name: str, taken: Container[str]) -> str:
    """The name; of the second member that has it `a~2.txt`, for both are there to be read."""
    stem, dot, end = name.rpartition(".")
    names = (f"{stem or end}~{n}{dot}{end if stem else ''}" for n in count(2))
    return next(one for one in chain((name,), names) if one not in taken)


def _refuse_bombs(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    remedy = say("check_origin")
    if len(infos) > limits.max_members:
        raise Unreadable(say("too_many_packed", count=len(infos), most=limits.max_members), remedy)
    if (size := sum(info.file_size for info in infos)) > limits.max_unpacked:
        raise Unreadable(say("too_much_unpacked", size=size, most=limits.max_unpacked), remedy)
    for info in infos:
        if info.file_size > SMALL and info.file_size > limits.max_ratio * max(info.compress_size, 1):
            raise Unreadable(say("zip_bomb", part=info.filename, size=info.file_size), remedy)
