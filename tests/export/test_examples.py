"""The lines that both READMEs give to makers of dashboards: each is run where what it needs can be had."""

from __future__ import annotations

import contextlib
import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
MOST_LINES = 6
FENCED = regex.compile(r"^```(\w+)\n(.*?)^```$", regex.DOTALL | regex.MULTILINE)
# What tells the examples apart.
MARKS = {
    "duckdb": "import duckdb",
    "pandas": "facts = pd.",
    "streamlit": "import streamlit",
    "browser": "hyparquet",
}
NODE_MODULES = ROOT / ".cache" / "node_modules"


def example(readme: str, name: str) -> str:
    blocks = [
        code
        for kind, code in FENCED.findall((ROOT / readme).read_text("utf-8"))
        if kind in ("python", "html")
    ]
    (code,) = [one for one in blocks if MARKS[name] in one]
    return code


@pytest.mark.parametrize("name", MARKS)
def test_both_readmes_give_the_same_few_lines(name: str) -> None:
    english, chinese = (example(readme, name) for readme in READMES)
    assert english == chinese
    lines = [line for line in english.splitlines() if line.strip() and "script" not in line]
    assert len(lines) <= MOST_LINES


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_duckdb() -> None:
    assert "区民政局" in run(example("README.md", "duckdb"))


def test_pandas() -> None:
    said = run(example("README.md", "pandas"))
    # 12,000 beds by 2025, printed as 1.2 万张.
    assert "add up these" in said and any(
        line.split()[-2:] == ["张", "12000.0"] for line in said.splitlines()
    )


def test_streamlit() -> None:
    pytest.importorskip(
        "streamlit", reason="streamlit is not installed: pip install streamlit runs this test"
    )
    from streamlit.testing.v1 import AppTest

    with contextlib.chdir(ROOT):
        app = AppTest.from_string(example("README.md", "streamlit"), default_timeout=60).run()
    assert not app.exception
    assert list(app.dataframe[0].value.columns) == ["task", "lead", "targets", "due_date"]
    assert "江津区" in app.selectbox[0].options


@pytest.fixture
def served() -> Iterator[str]:
    """The folder of the project, as `python3 -m http.server` serves it."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(ROOT))
    ) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.skipif(
    not shutil.which("node"), reason="no node on the PATH: the lines for a browser are not run"
)
@pytest.mark.skipif(
    not (NODE_MODULES / "hyparquet-compressors").is_dir(),
    reason="hyparquet is not installed: npm install --prefix .cache hyparquet hyparquet-compressors runs this test",
)
def test_browser(served: str, tmp_path: Path) -> None:
    """In node, with the packages that the page loads from their address, and a page that keeps what is put on it."""
    code = regex.sub(r"</?script[^>]*>", "", example("README.md", "browser"))
    code = regex.sub(r"https://cdn\.jsdelivr\.net/npm/([\w-]+)/\+esm", r"\1", code)
    code = code.replace('"extracted/', f'"{served}extracted/')
    page = "globalThis.document = { body: { append: (...said) => console.log(said.join('')) } };\n"
    (tmp_path / "page.mjs").write_text(page + code, "utf-8")
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    done = subprocess.run(["node", "page.mjs"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "区民政局" in done.stdout and "2022" in done.stdout
