"""The program finds its own parts in a checkout and where a wheel was installed; no part needs POSIX when imported."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

import pipeline
from pipeline import installation
from pipeline.cache import default_folder
from pipeline.installation import cache_folder, checkout, schemas_folder

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
POSIX = {"fcntl", "resource", "pwd", "grp", "termios", "pty"}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As in site-packages: no checkout around the package."""
    package = tmp_path / "site-packages" / "pipeline"
    (package / "schemas").mkdir(parents=True)
    monkeypatch.setattr(installation, "PACKAGE", package)
    return package


def test_in_a_checkout_parts_lie_beside_the_package() -> None:
    assert checkout() == ROOT
    assert schemas_folder() == ROOT / "schemas" and any(schemas_folder().glob("*.json"))
    assert cache_folder() == ROOT / ".cache"


def test_installed_schemas_lie_in_the_package_and_the_cache_with_the_user(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("NOTICE_CACHE")
    assert checkout() is None
    assert schemas_folder() == installed / "schemas"
    if sys.platform == "linux":
        assert default_folder() == tmp_path / "cache" / "notice-pipeline" / "notices"


def test_a_user_without_a_home_has_no_cache(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache/notice-pipeline"))
    assert cache_folder() is None


def test_one_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert "version" in PROJECT["dynamic"]
    with pytest.raises(SystemExit) as left:
        from pipeline.__main__ import main

        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"notice-pipeline {pipeline.__version__}\n"


@pytest.mark.parametrize(
    ("called", "named"), [("notice-pipeline", "notice-pipeline"), ("__main__.py", "python -m pipeline")]
)
def test_usage_names_the_program_as_it_was_called(called: str, named: str) -> None:
    code = (
        f"import sys; sys.argv = [{'/bin/' + called!r}, '--help']; from pipeline.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith(f"usage: {named} ")


@cache
def imports(path: Path) -> tuple[set[str], set[str]]:
    """What a module imports, wherever in it; and what itself, by `import`, wholly named."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    # jieba's twin is loaded by its name: its types say less than it has.
    named = {
        node.args[0].value
        for node in nodes
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "import_module"
        and isinstance(node.args[0], ast.Constant)
    }
    plain = {
        alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    others = {(node.module or "").split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
    itself = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    return named | plain | others, itself


MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
# Distribution → module, where they are named otherwise. pandas comes with the spreadsheets.
MODULE_OF = {"pandas": "openpyxl"}


def test_every_dependency_is_imported_by_the_program() -> None:
    used = set().union(*(imports(path)[0] for path in MODULES))
    needed = [line.split(";")[0].strip() for line in PROJECT["dependencies"]]
    assert [name for name in needed if MODULE_OF.get(name, name) not in used] == []


def test_nothing_that_only_posix_has_is_imported_with_a_module() -> None:
    at_once = [f"{path.name}: {one}" for path in MODULES for one in imports(path)[1] & set(POSIX)]
    assert at_once == []
