"""The dashboard as files: one policy that holds, everything from a notice as data, the same bytes every time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hostile import ATTACKS, hostile, many

from pipeline.__main__ import main
from pipeline.dashboard import write_dashboard
from pipeline.dashboard.columns import EMBEDDED, table_to_block
from pipeline.publish import publish

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def html(published: Path) -> str:
    return write_dashboard(published).read_text("utf-8")


def block(html: str, name: str) -> dict[str, Any]:
    """A block as the script reads it: column → values."""
    (packed,) = re.findall(rf'id="block-{re.escape(name)}">([^<]*)<', html)
    whole = gzip.decompress(base64.b64decode(packed))
    length = int.from_bytes(whole[:4], "little")
    heading = json.loads(whole[4 : 4 + length])
    columns = {}
    for column, said in heading["columns"].items():
        at = 4 + length + said["at"]
        data = memoryview(whole[at : at + heading["rows"] * said["width"]])
        values = data.cast({1: "B", 2: "H", 4: "I", 8: "d"}[said["width"]]).tolist()
        words = [None, *said["words"]] if "words" in said else None
        columns[column] = [words[value] for value in values] if words else values
    return columns


def test_the_policy_names_style_and_script_by_hash(html: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy


def test_nothing_is_fetched_or_handled_inline(html: str) -> None:
    page = re.sub(r"<script[^>]*>.*?</script>|<style>.*?</style>", "", html, flags=re.S)
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=", page)
    assert not re.search(r"(?:src|href)=\"(?!data:|#|\.\./)", page)
    assert "http://" not in html.replace("http://www.w3.org", "") and "https://" not in html


def test_the_same_tables_give_the_same_bytes(published: Path, html: str) -> None:
    assert write_dashboard(published).read_text("utf-8") == html


@pytest.mark.parametrize("view", EMBEDDED)
def test_a_block_holds_the_rows_of_its_view(published: Path, html: str, view: str) -> None:
    rows = pq.read_table(published / f"{view}.parquet").to_pylist()
    held = block(html, view)
    assert held["notice_id"] == [row["notice_id"] for row in rows]
    if view != "notices":
        assert held["countable"] == [str(row["countable"]).lower() for row in rows]


def test_words_stand_in_the_rows_they_belong_to(published: Path, html: str) -> None:
    rows = pq.read_table(published / "task_list.parquet").to_pylist()
    held = block(html, "task_list.words")
    assert held["quote"] == [row["quote"] for row in rows]
    assert held["char_start"] == [row["char_start"] for row in rows]


def test_a_column_of_many_words_has_wider_codes() -> None:
    import pyarrow as pa

    many_words = [f"w{n}" for n in range(300)]
    packed = table_to_block(pa.table({"few": ["a"] * 300, "many": many_words}))
    held = block(f'<script id="block-x">{packed}</script>', "x")
    assert held == {"few": ["a"] * 300, "many": many_words}


def test_numbers_that_are_empty_stay_empty() -> None:
    import pyarrow as pa

    held = block(f'<script id="block-x">{table_to_block(pa.table({"v": [1, None, 2.5]}))}</script>', "x")
    assert [value == value for value in held["v"]] == [True, False, True]


def test_attacks_stay_data(tmp_path: Path) -> None:
    publish([hostile(), many()], [], tmp_path / "extracted")
    html = write_dashboard(tmp_path / "extracted").read_text("utf-8")
    for attack in ATTACKS[:4]:
        assert attack not in html


def test_beyond_the_bound_each_notice_has_a_page_of_its_own(published: Path) -> None:
    index = write_dashboard(published, most=2).read_text("utf-8")
    assert "block-" not in index.partition("<body>")[2].partition("<script>")[0]
    assert not re.search(r'id="block-', index)
    ids = pq.read_table(published / "notices.parquet")["notice_id"].to_pylist()
    pages = sorted(path.stem for path in (published / "dashboard" / "notices").iterdir())
    assert pages == sorted(ids)
    one = (published / "dashboard" / "notices" / f"{ids[0]}.html").read_text("utf-8")
    assert set(block(one, "task_list")["notice_id"]) == {ids[0]}
    for name in ids:
        assert f"notices/{name}.html" in index
    write_dashboard(published)


def test_it_links_to_review_pages_that_are_there(published: Path) -> None:
    page = published / "review" / "notices" / "jiangjin-2021-78.html"
    page.parent.mkdir(parents=True)
    page.write_text("")
    assert (
        '"links":{"jiangjin-2021-78":"../review/notices/jiangjin-2021-78.html"}'
        in write_dashboard(published).read_text()
    )


def test_the_command_says_where_it_is(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dashboard", str(published)]) == 0
    assert "dashboard/index.html" in capsys.readouterr().out


def test_a_folder_without_tables_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dashboard", str(tmp_path)]) == 2
    assert "make extract" in capsys.readouterr().err
