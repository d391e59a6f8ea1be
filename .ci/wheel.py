"""Builds the wheel, installs it in empty environments, and reads raw/ with it in a folder far from here.

    python .ci/wheel.py            in the Python that runs this
    python .ci/wheel.py 3.12 3.13  in these too, where they are to be had

Versions are those of requirements.lock. The tables must be the bytes that extracted/ holds; the cache must lie in
the user's folder and nothing may be left in the checkout.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """The number of things that are wrong; each is printed."""
    with tempfile.TemporaryDirectory(prefix="wheel-") as place:
        folder = Path(place)
        wheel = build(folder)
        for python in pythons(sys.argv[1:]):
            version = output([python, "-V"]).strip()
            wrong = list(tried(python, wheel, folder / version.replace(" ", "-")))
            print(f"{version}: {'; '.join(wrong) or 'installed, read raw/, the same tables'}", flush=True)
            if wrong:
                return 1
    return 0


def build(folder: Path) -> Path:
    """The wheel, made by the builder of the lock."""
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")], ROOT)
    return next((folder / "dist").glob("*.whl"))


def pythons(versions: Sequence[str]) -> Iterator[str]:
    """This Python, and those of the versions that run."""
    yield sys.executable
    for version in versions:
        name = f"python{version}"
        homes = sorted(
            Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob(f"versions/{version}.*")
        )
        found = [shutil.which(name), *(str(home / "bin" / name) for home in homes)]
        working = [
            one for one in found if one and subprocess.run([one, "-V"], capture_output=True).returncode == 0
        ]
        if working:
            yield working[0]
        else:
            print(f"Python {version}: not to be had here")


def tried(python: str, wheel: Path, folder: Path) -> Iterator[str]:
    """What is wrong with the wheel in a new environment of this Python."""
    env, home, elsewhere = folder / "env", folder / "home", folder / "elsewhere"
    run([python, "-m", "venv", str(env)], ROOT)
    pins = folder / "pins.txt"
    pins.write_text(
        re.sub(r" \\\n(?: +--hash.*\n)+", "\n", (ROOT / "requirements.lock").read_text("utf-8")), "utf-8"
    )
    pip = [str(env / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--constraint", str(pins), str(wheel)], folder)
    elsewhere.mkdir()
    home.mkdir()
    shutil.copytree(ROOT / "raw", elsewhere / "raw")
    # Nothing of this environment: neither PYTHONPATH nor NOTICE_CACHE.
    clean = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    script, module = [str(env / "bin" / "notice-pipeline")], [str(env / "bin" / "python"), "-m", "pipeline"]
    for program in (script, module):
        if not re.fullmatch(
            r"notice-pipeline \d+\.\d+\.\d+\S*\n", output([*program, "--version"], elsewhere, clean)
        ):
            yield "--version says something else"
    if "usage: notice-pipeline " not in output([*script, "--help"], elsewhere, clean):
        yield "usage names another program"
    run([*script, "doctor"], elsewhere, clean)
    run([*script, "extract", "raw", "--out", "out", "--strict"], elsewhere, clean)
    tables = sorted(path.name for path in (ROOT / "extracted").glob("*.parquet"))
    same, *others = filecmp.cmpfiles(ROOT / "extracted", elsewhere / "out", tables, shallow=False)
    if not same or any(others):
        yield f"tables differ: {others}"
    if not any((home / "cache").rglob("notices")):
        yield "no cache in the user's folder"
    if extra := {path.name for path in elsewhere.iterdir()} - {"raw", "out", ".out.lock"}:
        yield f"left behind: {sorted(extra)}"


def run(command: Sequence[str], where: Path, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, cwd=where, env=env, check=True)


def output(command: Sequence[str], where: Path = ROOT, env: dict[str, str] | None = None) -> str:
    return subprocess.run(command, cwd=where, env=env, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
