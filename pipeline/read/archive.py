"""ZIP containers (DOCX, XLSX, OFD, ZIP), opened so that a bomb does not go off.

Nothing is ever unpacked to disk: a member is a name and its bytes, so no name can lead anywhere.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from dataclasses import dataclass

from pipeline.model import Unreadable
from pipeline.read.limits import Limits

# Below this a member cannot do harm however well it packs: an empty sheet packs better than any bomb.
SMALL = 1_000_000
_ENCRYPTED = 0x1
_AGAIN = "fetch it again, or open it in the program that made it and save it anew"


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
            raise Unreadable(f"its part {name} is missing", _AGAIN)
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(f"its part {name} is encrypted", "unpack it with its password and put that here")
        try:
            # zipfile gives no more than the size that the directory states, which the limits hold for.
            return self.file.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise Unreadable(f"its part {name} is damaged ({type(error).__name__})", _AGAIN) from error


def open_archive(content: bytes, limits: Limits) -> Archive:
    """The container in `content`. Raises Unreadable if it is damaged, or larger than `limits` when unpacked."""
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
        infos = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unreadable("it is a damaged ZIP container", _AGAIN) from error
    _refuse_bombs(infos, limits)
    links = {info.filename for info in infos if stat.S_ISLNK(info.external_attr >> 16)}
    members = {info.filename: info for info in infos if not info.is_dir() and info.filename not in links}
    return Archive(file, members, tuple(sorted(links)))


def _refuse_bombs(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    remedy = "check where it comes from: no notice needs this; NOTICE_LIMITS sets the limits"
    if len(infos) > limits.max_members:
        raise Unreadable(f"it packs {len(infos):,} files, more than {limits.max_members:,}", remedy)
    if (size := sum(info.file_size for info in infos)) > limits.max_unpacked:
        raise Unreadable(f"it unpacks to {size:,} bytes, more than {limits.max_unpacked:,}", remedy)
    for info in infos:
        if info.file_size > SMALL and info.file_size > limits.max_ratio * max(info.compress_size, 1):
            raise Unreadable(f"its part {info.filename} unpacks to {info.file_size:,} bytes: a bomb", remedy)
