"""Makes .venv hold what requirements.lock says, exactly. Run by make, or by hand; needs Python 3.11 or later only.

    python3 .ci/bootstrap.py        venv → setuptools of the lock (jieba comes as source only) → all packages,
                                    hashes required → compiled
    python3 .ci/bootstrap.py ocr    what requirements-ocr.lock adds, too (never the project itself)

Measured from bare: 20 s. pip's own compiling spends 60 % of its time on the packages' tests, hence
--no-compile and compileall without them; without compiled files every process would cost 2 s more.
Nothing newer than Python 3.6 may be used before the version is checked.
"""

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV, LOCK, STAMP = ROOT / ".venv", ROOT / "requirements.lock", ROOT / ".venv" / ".stamp"
OCR_LOCK, OCR_STAMP = ROOT / "requirements-ocr.lock", ROOT / ".venv" / ".stamp-ocr"
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main():
    """Sets up .venv unless its stamps say it holds these locks already; two at once wait for one another.

    Character recognition is installed where it is asked for, and again with a new .venv where it was before.
    """
    use_new_enough_python()
    with (ROOT / ".venv.lock").open("w") as file, alone(file):
        wants_ocr = sys.argv[1:] == ["ocr"] or OCR_STAMP.exists()
        if not holds(STAMP, LOCK):
            say("setting up .venv from requirements.lock (700 MB; about 20 s with a fast network)")
            make_venv()
            install()
            STAMP.write_text(wanted(LOCK))
        STAMP.touch()  # A checkout makes the lock file look newer than it is.
        if wants_ocr and not holds(OCR_STAMP, OCR_LOCK):
            say("adding character recognition from requirements-ocr.lock (370 MB)")
            python([*PIP, str(OCR_LOCK)])
            OCR_STAMP.write_text(wanted(OCR_LOCK))


def use_new_enough_python():
    """Goes on in a newer Python where the one called is too old and another is installed and runs."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        path = shutil.which(name)
        if path and is_new_enough(path):
            os.execv(path, [path, *sys.argv])
    found = ".".join(map(str, sys.version_info[:3]))
    fail(
        "this needs Python 3.11 or later, and the python3 found is "
        + found
        + "; install one (apt-get install python3.11 python3.11-venv, brew install python@3.13, "
        + "pyenv install 3.13 and pyenv local 3.13), or name it: make PYTHON=/where/it/is/python3"
    )


def is_new_enough(path):
    """Whether this is a Python that runs: pyenv has a name for each version, also for those not chosen here."""
    code = "import sys; sys.exit(sys.version_info < " + repr(OLDEST) + ")"
    try:
        return subprocess.call([path, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


@contextlib.contextmanager
def alone(file):
    """Holds the lock of an open file where the system has such locks."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    yield


def holds(stamp, lock):
    return stamp.exists() and stamp.read_text() == wanted(lock)


def wanted(lock):
    """What the stamp of a finished setup says: the lock and the Python it was made for."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}\n"


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


PIP = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps"]
PIP += ["--require-hashes", "--use-pep517", "--no-build-isolation", "--requirement"]


def install():
    """Installs the lock into .venv; stops with pip's own words where that fails."""
    build = VENV / "build.lock"
    build.write_text(locked("setuptools"))
    python([*PIP, str(build)])
    python([*PIP, str(LOCK)])
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
        fail(
            "setting up .venv failed (see above). Without a way to PyPI name a mirror: "
            "PIP_INDEX_URL=… make (hashes are checked all the same). With the cause mended, run make again"
        )


def say(words):
    print(words, file=sys.stderr)


def fail(words):
    say("bootstrap: " + words)
    sys.exit(2)


if __name__ == "__main__":
    main()
