"""Makes .venv hold what requirements.lock says, exactly. Run by make; needs Python 3.11 or later only.

    venv → setuptools of the lock (jieba comes as source only) → all packages, hashes required → compiled

Measured from bare: 20 s. pip's own compiling spends 60 % of its time on the packages' tests, hence
--no-compile and compileall without them; without compiled files every process would cost 2 s more.
Nothing newer than Python 3.6 may be used before the version is checked.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV, LOCK, STAMP = ROOT / ".venv", ROOT / "requirements.lock", ROOT / ".venv" / ".stamp"
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main():
    """Sets up .venv unless its stamp says it holds this lock already; two at once wait for one another."""
    use_new_enough_python()
    with (ROOT / ".venv.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if STAMP.exists() and STAMP.read_text() == wanted():
            STAMP.touch()  # A checkout made the lock file look newer than it is.
            return
        say("setting up .venv from requirements.lock (about 20 s with a fast network)")
        make_venv()
        install()
        STAMP.write_text(wanted())


def use_new_enough_python():
    """Goes on in a newer Python where the one called is too old and another is installed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        path = shutil.which(name)
        if path:
            os.execv(path, [path, *sys.argv])
    found = ".".join(map(str, sys.version_info[:3]))
    fail(
        "this needs Python 3.11 or later and found only "
        + found
        + "; install one, or name it: make PYTHON=..."
    )


def wanted():
    """What the stamp of a finished setup says: the lock and the Python it was made for."""
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}\n"


def make_venv():
    try:
        import ensurepip  # noqa: F401 (Debian and Ubuntu leave it out)
        import venv
    except ImportError:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        fail(
            f"this Python cannot make environments; on Debian or Ubuntu: apt-get install python{version}-venv"
        )
    venv.create(VENV, clear=True, with_pip=True, symlinks=True)


def install():
    """Installs the lock into .venv; stops with pip's own words where that fails."""
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps"]
    pip += ["--require-hashes", "--use-pep517", "--no-build-isolation", "--requirement"]
    build = VENV / "build.lock"
    build.write_text(locked("setuptools"))
    python([*pip, str(build)])
    python([*pip, str(LOCK)])
    jobs = str(os.cpu_count() or 1)
    # Some packages ship files for other versions of Python, which do not compile: no fault of the setup.
    python(
        ["-m", "compileall", "-q", "-j", jobs, "-x", r"[/\\]tests?[/\\]", str(VENV / "lib")], may_fail=True
    )


def locked(package):
    """The lines of the lock that pin one package with its hashes."""
    entry = re.search(rf"^{package}==(?:.*\\\n)*.*\n", LOCK.read_text(), re.MULTILINE)
    return (
        entry[0] if entry else fail(f"requirements.lock does not pin {package}; make it anew with: make lock")
    )


def python(arguments, may_fail=False):
    """Runs .venv's Python, untouched by settings meant for other ones."""
    env = {
        k: v
        for k, v in os.environ.items()
        if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME")
    }
    quiet = subprocess.DEVNULL if may_fail else None
    if subprocess.call([str(VENV / "bin" / "python"), *arguments], env=env, stdout=quiet) and not may_fail:
        fail("setting up .venv failed (see above); with the cause mended, run make again")


def say(words):
    print(words, file=sys.stderr)


def fail(words):
    say("bootstrap: " + words)
    sys.exit(2)


if __name__ == "__main__":
    main()
