"""A folder of a store as files by name: fsspec opens it, whatever its protocol."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from typing import Any

from pipeline.messages import say
from pipeline.model import BrokenPromise

MARK = "://"


class Store:
    """A folder of a store. BrokenPromise where what opens it is not installed, OSError as the store does."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            import fsspec
        except ModuleNotFoundError as error:
            raise BrokenPromise(say("storage_missing")) from error
        try:
            # What was listed a moment ago is not what is there: another run may have published since.
            self._files, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            why = str(error).strip().splitlines()[0]
            raise BrokenPromise(say("storage_unknown", address=address, error=why)) from error
        self._root = str(root).rstrip("/")

    def names(self) -> Mapping[str, str]:
        """The files in it, by their paths; with each what changes when it does."""
        if not self._files.exists(self._root):
            return {}
        found = self._files.find(self._root, detail=True)
        return {path[len(self._root) + 1 :]: self._state(about) for path, about in sorted(found.items())}

    def read(self, name: str) -> bytes | None:
        """None where there is no such file."""
        try:
            return bytes(self._files.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def write(self, name: str, said: bytes) -> None:
        """The whole file or nothing of it: that is what a store does with one object."""
        self._files.pipe_file(self._path(name), said)

    def remove(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._files.rm_file(self._path(name))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _state(self, about: Mapping[str, Any]) -> str:
        """Size and whatever else the store says of an object's content: its tag, version or time."""
        said = {key: str(about[key]) for key in _TELLING if about.get(key)}
        return json.dumps(said, sort_keys=True)


_TELLING = ("size", "ETag", "etag", "md5Hash", "VersionId", "generation", "mtime", "created", "LastModified")


def is_address(text: str) -> bool:
    """Whether a place is one of a store: `s3://bucket/raw`."""
    return MARK in text
