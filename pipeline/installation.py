"""Where this program lies, and with it its schemas and its cache: in a checkout, or installed from a wheel.

checkout   schemas/ and .cache/ beside the package
installed  schemas/ inside the package (the wheel puts them there), the cache in the user's cache folder
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
NAME = "notice-pipeline"


def checkout() -> Path | None:
    """The folder of the checkout that the package runs from; None where it was installed."""
    beside = PACKAGE.parent
    return beside if (beside / "pyproject.toml").is_file() and (beside / "schemas").is_dir() else None


def schemas_folder() -> Path:
    """The folder of schemas/*.json, beside the package or in it; whether it is there is for the caller to see."""
    beside = checkout()
    return beside / "schemas" if beside else PACKAGE / "schemas"


def cache_folder() -> Path | None:
    """Where what was made before may be kept; None where this user has no such place."""
    if beside := checkout():
        return beside / ".cache"
    from platformdirs import user_cache_path

    folder = user_cache_path(NAME, appauthor=False)
    return folder if folder.is_absolute() else None  # Without a home folder it begins with ~.
