"""Without the extra `ocr` an image is an issue that says what to install."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.read import ocr, read

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def test_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr, "_PACKAGES", ("no_such_package",))
    (tmp_path / "a.png").write_bytes(PNG)
    with pytest.raises(Unreadable, match="make ocr"):
        read(tmp_path / "a.png", "a", {})
