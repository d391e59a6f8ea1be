"""README.md and dictionary.html beside the tables: both languages, every column, the figures said once, equal bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import regex
from conftest import small

from pipeline.publish import publish
from pipeline.publish.docs.markdown import GROUPS, figures, guide
from pipeline.publish.schema import schemas

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).resolve().parents[2]
HAN = regex.compile(r"\p{Han}")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("docs") / "out"
    publish([small()], [], out)
    return out


class Page(HTMLParser):
    """The ids of a page, where its links lead, what it loads, and whether its elements are closed in order."""

    VOID = ("meta", "link", "br", "img", "!doctype")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.seen: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.seen.add(tag)
        self.ids += [str(said["id"])] if "id" in said else []
        self.links += [str(said["href"])] if tag == "a" else []
        if tag not in self.VOID:
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.tags.pop() == tag


def test_the_dictionary_has_every_table_column_and_value(out: Path) -> None:
    html = (out / "dictionary.html").read_text("utf-8")
    page = Page(html)
    assert page.tags == [] and "script" not in page.seen
    wanted = list(schemas())
    wanted += [f"{name}.{column.name}" for name, one in schemas().items() for column in one.columns]
    assert sorted(page.ids) == sorted(wanted)
    assert set(page.links) == {f"#{name}" for name in schemas()}
    assert "<code>coverage</code></dt><dd>全覆盖：不写数字的全部</dd>" in html
    assert "Content-Security-Policy" in html and "default-src &#x27;none&#x27;" not in html


def test_the_readme_says_the_same_in_both_languages(out: Path) -> None:
    text = (out / "README.md").read_text("utf-8")
    zh, en = text.split("# Policy notices, as data")
    assert zh.count("\n## ") == en.count("\n## ") == sum(line.part == "h" for line in guide())
    assert all(HAN.search(line.zh) and line.en for line in guide() if line.part in "hpi")
    for half in (zh, en):
        assert regex.findall(r"\]\(dictionary\.html#(\w+)\)", half)[0] == "task_list"
        assert len(regex.findall(r"\]\(dictionary\.html#\w+\)", half)) == len(schemas())


def test_names_in_the_guide_are_columns_and_files() -> None:
    """What stands in backticks and looks like a name is a table, a column, a value or a file."""
    columns = {f"{name}.{column.name}" for name, one in schemas().items() for column in one.columns}
    known = columns | {one.partition(".")[2] for one in columns} | set(schemas())
    known |= {one["value"] for s in schemas().values() for f in s.descriptor["fields"] for one in f.get("categories", ())}  # fmt: skip
    known |= {"version", "attrs", "parquet_kv_metadata", "datapackage.json", "dictionary.html"}
    said = {
        word
        for line in guide()
        for text in (line.zh, line.en)
        for word in regex.findall("`([a-z_.]+)`", text)
    }
    assert said - known == set()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_figures_of_notices_not_seen_are_those_of_the_readmes(readme: str) -> None:
    """They stand once, in pipeline/publish/docs/unseen.tsv; who measures anew changes that file and the READMEs together."""
    rows = regex.findall(
        r"^\|[^|]+\|((?:[^|\n]+\|){6})$", (ROOT / readme).read_text("utf-8"), regex.MULTILINE
    )
    numbers = [regex.findall(r"[01]\.\d{3}", row) for row in rows]
    said = [[row[c] for _, _, columns in GROUPS for c in columns if row[c]] for row in figures()]
    assert [one for one in numbers if one] == [one for one in said if "/" not in one[0]]


def test_the_package_says_licence_and_sources(out: Path) -> None:
    package = json.loads((out / "datapackage.json").read_text("utf-8"))
    assert package["licenses"][0]["name"] == "Apache-2.0"
    assert package["sources"] == [{"title": "关于印发养老方案的通知 民发〔2024〕20号"}]


def test_bytes_are_equal_in_every_locale(tmp_path: Path, out: Path) -> None:
    """Another language, an encoding of its own, another seed of hashes, another place."""
    code = (
        "from pathlib import Path; from conftest import small; from pipeline.publish import publish;"
        f"publish([small()], [], Path({str(tmp_path / 'out')!r}))"
    )
    env = {
        **os.environ,
        "LC_ALL": "C",
        "LANG": "C",
        "NOTICE_LANG": "zh",
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Urumqi",
    }
    env |= {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))}
    subprocess.run([sys.executable, "-X", "utf8=0", "-c", code], cwd=tmp_path, env=env, check=True)
    for file in sorted(one for one in out.rglob("*") if one.is_file()):
        assert (tmp_path / "out" / file.relative_to(out)).read_bytes() == file.read_bytes(), file.name
