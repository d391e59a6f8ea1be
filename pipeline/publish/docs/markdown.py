"""The page beside the tables as Markdown: Chinese first, English after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.publish.schema import Schema

_HERE = Path(__file__).parent
# What the figures are of, in both languages, and the columns that hold them.
GROUPS = (
    ("10 件真实通知", "10 real", ("real_p", "real_r", "real_f1")),
    ("48 件拟作的通知", "48 made-up", ("made_p", "made_r", "made_f1")),
)


class Line(NamedTuple):
    """`part` is h, p, i or code, or the name of what is made, with @ before it."""

    part: str
    zh: str
    en: str


@cache
def guide() -> Sequence[Line]:
    return tuple(Line(one["part"], one["zh"], one["en"]) for one in _records("guide"))


@cache
def figures() -> Sequence[Mapping[str, str]]:
    """A measure each: its name in both languages (zh, en) and its figures by the columns of GROUPS."""
    return tuple(_records("unseen"))


def _records(name: str) -> list[dict[str, str]]:
    text = (_HERE / f"{name}.tsv").read_text("utf-8")
    headings, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [dict(zip(headings, row, strict=True)) for row in rows]


def in_order(schemas: Mapping[str, Schema]) -> Mapping[str, Schema]:
    """The views first, the task list before them all; then the tables by name."""
    return dict(sorted(schemas.items(), key=lambda one: (not one[1].is_view, one[0] != "task_list")))


TITLE = {"zh": "# 政策通知数据", "en": "# Policy notices, as data"}
LANGUAGES = ("zh", "en")


def guide_to_markdown(schemas: Mapping[str, Schema]) -> str:
    """The whole page; the same schemas give the same text."""
    return "\n".join(line for language in LANGUAGES for line in _page(language, schemas))


def _page(language: str, schemas: Mapping[str, Schema]) -> Iterator[str]:
    made = {"@tables": lambda: _tables(language, schemas), "@figures": lambda: _figures(language)}
    yield from (TITLE[language], "")
    before = ""
    for line in guide():
        words = line.zh if language == "zh" else line.en
        if before == "i" and line.part != "i":
            yield ""
        yield from made[line.part]() if line.part in made else MARKS[line.part](words)
        before = line.part
    yield ""


MARKS: Mapping[str, Callable[[str], Sequence[str]]] = {
    "h": lambda words: (f"## {words}", ""),
    "p": lambda words: (words, ""),
    "i": lambda words: (f"- {words}",),
    "code": lambda words: ("```", words, "```", ""),
}


def _tables(language: str, schemas: Mapping[str, Schema]) -> Iterator[str]:
    yield "| 表 | 一行是 |" if language == "zh" else "| table | a row is |"
    yield "|---|---|"
    for name, schema in in_order(schemas).items():
        said = schema.descriptor
        zh = said["title"].partition(" ")[0]
        shown = f"`{name}` {zh}" if language == "zh" else f"`{name}`"
        words = said["description_zh" if language == "zh" else "description"]
        view = ("（视图）" if language == "zh" else " (a view)") if schema.is_view else ""
        yield f"| [{shown}](dictionary.html#{name}) | {words}{view} |"
    yield ""


def _figures(language: str) -> Iterator[str]:
    zh = language == "zh"
    heads = [f"{one[0] if zh else one[1]}{'：' if zh else ': '}P | R | F1" for one in GROUPS]
    yield f"| | {' | '.join(heads)} |"
    yield f"|---{'|---' * 3 * len(GROUPS)}|"
    for row in figures():
        values = (row[column] for _, _, columns in GROUPS for column in columns)
        yield f"| {row['zh' if zh else 'en']} | {' | '.join(values)} |"
    yield ""
