"""Where a finding stands, said in Chinese: no word of English is left of what the program writes itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from pipeline.review.pages_words import where_in_chinese

ROOT = Path(__file__).resolve().parents[2]
# Place of the argument that says where.
CALLS = {"Issue": 2, "Check": 4}
ENGLISH = regex.compile(r"[a-z]{3,}")


def _said(node: ast.expr) -> Iterator[str]:
    """What an expression may say: of an f-string with a number or a name in each place, of `a or b` both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _said(one)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            str(one.value) if isinstance(one, ast.Constant) else next(_held(one), "7") for one in node.values
        )


def _held(node: ast.expr) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.BoolOp):
            yield from (str(v.value) for v in one.values if isinstance(v, ast.Constant))


def _places() -> Iterator[str]:
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                named = [word.value for word in node.keywords if word.arg == "where"]
                rest = node.args[CALLS[node.func.id] : CALLS[node.func.id] + 1]
                for one in (*named, *rest):
                    yield from _said(one)
            if isinstance(node, ast.Assign) and [n.id for n in node.targets if isinstance(n, ast.Name)] in (
                ["where"],
                ["place"],
            ):
                yield from _said(node.value)


def test_every_place_that_the_program_writes() -> None:
    """In one test: which there are is found out by reading the whole program."""
    places = {one for one in _places() if ENGLISH.search(one)} - {".toml"}
    assert len(places) > 8
    said = {where: where_in_chinese(where) for where in sorted(places)}
    assert {where: chinese for where, chinese in said.items() if ENGLISH.search(chinese)} == {}


WHERE = {
    "附件1-ab12 row 3 column 2": "附件1-ab12 第3行第2列",
    "附件1-ab12 columns 9, 10, 12": "附件1-ab12第9, 10, 12列",
    "page 4": "第4页",
    "pages 1, 2, 30": "第1, 2, 30页",
    "text / zh_notice text": "正文 / zh_notice 正文",
    "二/（一） / context 三": "二/（一） / context 三",
}


@pytest.mark.parametrize("where", WHERE)
def test_where(where: str) -> None:
    assert where_in_chinese(where) == WHERE[where]
