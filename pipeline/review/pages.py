"""Extracted tables → static pages on which an editor holds every fact against the words it was read from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.language.file_names import id_to_file_stem
from pipeline.pages import attribute, both, buttons, data_block, page, text
from pipeline.review import NAME
from pipeline.review.folder import Folder, Row
from pipeline.review.pages_forms import forms, places
from pipeline.review.pages_images import with_images
from pipeline.review.pages_index import index_body, notice_to_line
from pipeline.review.pages_looks import looks_shown, notice_to_looks
from pipeline.review.pages_rows import Changed, Notice, sections
from pipeline.review.pages_source import source_html
from pipeline.review.pages_tables import notice_to_grids, tables_html
from pipeline.turns import locked
from pipeline.whole import part, sweep

FILTERS = (
    ("changed", "有变化", "changed"),
    ("low", "把握不大", "low confidence"),
    ("failed", "核验不符", "failed"),
    ("unclaimed", "无人认领", "unclaimed"),
)


def write_pages(out: Path, changed: Changed, raw: Path | None = None) -> Path:
    """Writes OUT/review/ anew: an index and a page a notice. Returns the index.

    `changed` are the keys of rows, by table, that differ from the last commit; `raw` the folder the notices
    were read from: pages of PDFs are then shown as pictures too. FileNotFoundError if `out` holds no tables. The same tables give the same bytes.
    """
    with locked(out, is_needed=False):  # A run would carry over what is just being replaced.
        return _write_pages(out, changed, raw)


def _write_pages(out: Path, changed: Changed, raw: Path | None) -> Path:
    folder = Folder(out)
    notices = [Notice(folder, notice_id, changed) for notice_id in folder.notice_ids]
    sweep(out, NAME)
    new = part(out / NAME)
    try:
        (new / "notices").mkdir(parents=True)
        _write(new / "index.html", index_html(folder, notices))
        for one in notices:
            sheets = with_images(one.rows("pages"), one.rows("notices")[0], raw, new)
            _write(new / "notices" / f"{id_to_file_stem(one.notice_id)}.html", notice_html(one, sheets))
        shutil.rmtree(out / NAME, ignore_errors=True)
        new.rename(out / NAME)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return out / NAME / "index.html"


def page_of(out: Path, notice_id: str) -> Path:
    """Where the page of a notice stands."""
    return out / NAME / "notices" / f"{id_to_file_stem(notice_id)}.html"


def _static(*names: str) -> list[Path]:
    return [Path(__file__).parent / "static" / name for name in names]


def _write(path: Path, html: str) -> None:
    path.write_text(html, "utf-8", errors="replace")


# --- a notice ---------------------------------------------------------------------------------


def notice_html(notice: Notice, sheets: Sequence[Row]) -> str:
    """`sheets` are the rows of `pages`, with the address of a picture where there is one (`image`)."""
    (row,) = notice.rows("notices")
    shown = sections(notice)
    words = notice.text
    spans = [(one["s"], one["e"]) for part in shown for one in part["rows"] if one["s"] is not None]
    for table in ("tables", "cells"):
        spans += [(r["char_start"], r["char_end"]) for r in notice.rows(table) if r["char_start"] is not None]
    title = row["title"] or notice.notice_id
    grids = notice_to_grids(notice.folder, notice.notice_id)
    source = source_html(words, spans, notice.rows("ledger"), sheets, notice_to_looks(notice, grids))
    drawn = {one for one in grids if f'data-table="{attribute(one)}"' in source}
    data = {
        **{
            "notice": notice.notice_id,
            "state": _state(row),
            "sections": shown,
            "forms": forms(notice.folder),
        },
        **{"places": places(notice), "looks": looks_shown(notice)},
    }
    body = (
        f"{_head(notice.notice_id, title, row)}<main>"
        f'<section class="source" tabindex="0" data-label-zh="原文" data-label-en="source"><div id="source">{source}</div></section>'
        f'<section class="facts" tabindex="0" data-label-zh="事实" data-label-en="facts">{_tools(any(one.get("image") for one in sheets))}'
        f'<div id="looks" hidden></div><div id="sections"></div><div id="tables"><h2>{both("修复后的表", "Mended tables")}</h2>'
        f"{tables_html(notice.folder, notice.notice_id, grids, drawn)}</div></section></main>"
        f"{_dialogs()}{data_block('rows', data)}"
    )
    scripts = ("toml.js", "notice.js", "fields.js", "correct.js", "missing.js", "state.js")
    return page(f"{notice.notice_id} · {title}", body, _static("review.css", *scripts))


def _state(row: Row) -> dict[str, object]:
    """How far editors are with it, as its page needs it."""
    return {name: row.get(name) for name in ("review_state", "assigned_to", "checked_by", "checked_on")}


def _head(notice_id: str, title: str, row: Row) -> str:
    said = " · ".join(
        text(str(row[name])) for name in ("doc_number", "written_date", "source_file") if row[name]
    )
    return (
        f'<header><a href="../index.html" id="home">← {both("全部通知", "all notices")}</a>'
        f'<div><h1>{text(title)}</h1><p>{text(notice_id)} · {said} <button type="button" id="state"></button></p></div>{buttons()}</header>'
    )


def _tools(has_sheets: bool) -> str:
    chips = "".join(
        f'<button type="button" class="chip" data-flag="{flag}" aria-pressed="false">{both(zh, en)} <b></b></button>'
        for flag, zh, en in FILTERS
    )
    return (
        '<div class="tools" role="search"><input type="search" id="search" data-zh="搜索事实  /" '
        f'data-en="search facts  /" data-label-zh="搜索" data-label-en="search">{chips}<span id="found" role="status"></span>'
        f'<button type="button" id="sheets" class="chip" aria-pressed="false" aria-keyshortcuts="p"{"" if has_sheets else " hidden"}>{both("原页", "page image")}</button>'
        f'<button type="button" id="wide" class="chip" aria-pressed="false" aria-keyshortcuts="w">{both("宽", "wide")}</button>'
        f'<button type="button" id="add" class="chip" aria-keyshortcuts="a" disabled>{both("补充事实", "add a fact")}</button>'
        f'<button type="button" id="basket" hidden>{both("更正", "corrections")} <b></b></button></div>'
    )


def _dialogs() -> str:
    keys = (
        ("j k", "下一条 / 上一条", "next / previous row"),
        ("Enter", "到原文", "to the words"),
        ("c", "更正", "correct"),
        ("u", "撤销更正", "undo a correction"),
        ("a", "选中原文后补充漏读的事实", "add a fact from the words marked"),
        ("/", "搜索", "search"),
        ("1–4", "筛选", "filters"),
        ("w", "只看事实", "facts only"),
        ("p", "原页图像", "page image"),
        ("Esc", "关闭", "close"),
    )
    lines = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{both(zh, en)}</dd>" for key, zh, en in keys)
    marks = "".join(
        f'<dt><span class="{kind} claimed">{zh}</span></dt><dd>{both(zh, en)}</dd>'
        for kind, zh, en in (
            ("number", "数", "number"),
            ("time", "时间", "time"),
            ("citation", "文件", "citation"),
            ("agency_marker", "责任单位", "agency marker"),
            ("number unclaimed", "无人认领", "unclaimed mention"),
        )
    )
    return (
        f'<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">{both("键盘与标记", "Keys and marks")}</h2>'
        f"<dl>{lines}{marks}</dl><p>{both('点事实，原文亮起；点原文，事实亮起。', 'Click a fact and its words light up; click words, and their facts do.')}</p>"
        f'<form method="dialog"><button>{both("关闭", "close")}</button></form></dialog>'
        '<dialog id="correct" aria-labelledby="correct-title"></dialog>'
    )


# --- all notices ------------------------------------------------------------------------------


def index_html(folder: Folder, notices: Sequence[Notice]) -> str:
    body = (
        f"<header><div><h1>{both('政策通知审阅', 'Policy notices: review')}</h1></div>{buttons()}</header>"
        f'<main class="index">{index_body([notice_to_line(one) for one in notices])}{_unread(folder)}</main>{_dialogs()}'
    )
    return page("政策通知审阅 review", body, _static("review.css", "index.js"))


def _unread(folder: Folder) -> str:
    """Notices that could not be read, and why."""
    lines = "".join(_unread_lines(folder))
    return f"<h2>{both('未能读取', 'Could not be read')}</h2><ul>{lines}</ul>" if lines else ""


def _unread_lines(folder: Folder) -> Iterator[str]:
    for notice_id in folder.unread_ids:
        for issue in folder.rows("issues", notice_id):
            message = f"{both(issue['message_zh'] or issue['message'], issue['message'])}"
            yield f"<li><b>{text(issue['source_file'])}</b>: {message}</li>"
