"""The data dictionary as one page without scripts: every table, column and value in both languages, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from pipeline.language import patterns
from pipeline.publish.docs.markdown import GROUPS, figures, guide, in_order
from pipeline.publish.schema import Schema

STYLE = """
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --warn: #b45309; }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); } code { background: var(--soft); padding: 0 .2em; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } .both { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.warn { border-left: 4px solid var(--warn); padding-left: .8rem; } nav a { margin-right: .8rem; white-space: nowrap; }
dl { margin: 0; } dt { font-weight: normal; } dd { margin: 0 0 .3rem 1rem; } .num { text-align: right; }
@media (max-width: 46rem) { .both { grid-template-columns: 1fr; } }
@media print { nav { display: none; } tr { break-inside: avoid; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
CODE = patterns.compile(r"`([^`]+)`")


def dictionary_to_html(schemas: Mapping[str, Schema]) -> str:
    """The whole page; the same schemas give the same bytes."""
    ordered = in_order(schemas)
    nav = "".join(
        f'<a href="#{name}">{text(one.descriptor["title"].partition(" ")[0])} <code>{name}</code></a> '
        for name, one in ordered.items()
    )
    return "".join(
        (
            '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<link rel="icon" href="data:,">\n',
            f"<title>数据词典 Data dictionary</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
            '<h1>数据词典 <span lang="en">Data dictionary</span></h1>\n',
            f'<nav aria-label="表 tables">{nav}</nav>\n<main>\n',
            *_guide(),
            *(part for name, schema in ordered.items() for part in _table(name, schema.descriptor)),
            "</main>\n</body>\n</html>\n",
        )
    )


def text(words: object) -> str:
    """Words as HTML; what stands in backticks is code."""
    said = escape(str(words))
    return CODE.sub(r"<code>\1</code>", said) if "`" in said else said


def both(zh: object, en: object) -> str:
    """The same in both languages, side by side."""
    return f'<div class="both"><p>{text(zh)}</p><p lang="en">{text(en)}</p></div>\n'


TAGS = {"p": "p", "i": "li", "code": "pre"}


def _guide() -> Iterator[str]:
    for part, lines in groupby(guide(), key=lambda line: line.part):
        if part == "@figures":
            yield _figures()
        for said in [list(lines)] if part == "i" else [[line] for line in lines]:
            zh, en = (list(words) for words in zip(*((line.zh, line.en) for line in said), strict=True))
            if part == "h":
                yield f'<h2>{text(zh[0])} <span lang="en">{text(en[0])}</span></h2>\n'
            elif part in TAGS:
                yield f'<div class="both">{_stretch(part, zh)}{_stretch(part, en, True)}</div>\n'


def _stretch(part: str, words: Sequence[str], is_english: bool = False) -> str:
    tag, lang = TAGS[part], ' lang="en"' if is_english else ""
    said = "".join(f"<{tag}>{text(one)}</{tag}>" for one in words)
    return f"<ul{lang}>{said}</ul>" if tag == "li" else f"<div{lang}>{said}</div>"


def _figures() -> str:
    heads = "".join(
        f'<th scope="col" class="num">{text(zh)} <span lang="en">{text(en)}</span>: {name}</th>'
        for zh, en, _ in GROUPS
        for name in ("P", "R", "F1")
    )
    rows = "".join(
        f'<tr><th scope="row">{text(row["zh"])} <span lang="en">{text(row["en"])}</span></th>'
        + "".join(f'<td class="num">{text(row[c])}</td>' for _, _, columns in GROUPS for c in columns)
        + "</tr>\n"
        for row in figures()
    )
    return f'<div class="scroll"><table><thead><tr><td></td>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>\n'


def _table(name: str, said: Mapping[str, Any]) -> Iterator[str]:
    zh, _, en = said["title"].partition(" ")
    yield f'<h2 id="{name}">{text(zh)} <span lang="en">{text(en)}</span> <code>{name}.parquet</code></h2>\n'
    yield both(said["description_zh"], said["description"])
    warnings = "".join(both(one["zh"], one["en"]) for one in said["warnings"])
    yield f'<div class="warn" role="note">{warnings}</div>\n'
    yield f"<p>主键 <span lang='en'>primary key</span>: <code>{text(', '.join(said['primaryKey']))}</code></p>\n"
    yield '<div class="scroll"><table><thead><tr>'
    yield '<th scope="col">列 column</th><th scope="col">名称 title</th><th scope="col">类型 type (* 不会空 never empty)</th>'
    yield '<th scope="col">说明</th><th scope="col" lang="en">description</th></tr></thead><tbody>\n'
    yield from (_column(name, field) for field in said["fields"])
    yield "</tbody></table></div>\n"


def _column(table: str, field: Mapping[str, Any]) -> str:
    needed = " *" if field.get("constraints", {}).get("required") else ""
    listed = field.get("categories", ())
    zh = _values(listed, "description_zh", "个取值")
    en = _values(listed, "description", "values")
    return (
        f'<tr id="{table}.{field["name"]}"><th scope="row"><code>{field["name"]}</code></th><td>{text(field["title"])}</td>'
        f"<td>{field['type']}{needed}</td><td>{text(field['description_zh'])}{zh}</td>"
        f'<td lang="en">{text(field["description"])}{en}</td></tr>\n'
    )


def _values(listed: Sequence[Mapping[str, str]], key: str, unit: str) -> str:
    if not listed:
        return ""
    said = "".join(f"<dt><code>{text(one['value'])}</code></dt><dd>{text(one[key])}</dd>" for one in listed)
    return f"<details><summary>{len(listed)} {unit}</summary><dl>{said}</dl></details>"
