"""The page of all notices: sorted, filtered by place, kind, year, state and editor, summed; a line a notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pipeline.language.file_names import id_to_file_stem
from pipeline.pages import attribute, both, text
from pipeline.review.folder import Folder, Row, two_words
from pipeline.review.gain import looks
from pipeline.review.pages_rows import Notice

STATES = (("unread", "未审", "unread"), ("in_work", "在审", "in work"), ("checked", "已审", "checked"))
# What notices are chosen by: name of the data attribute, its title.
CHOICES = (
    ("place", "地区", "place"),
    ("kind", "文种", "kind"),
    ("year", "年份", "year"),
    ("state", "状态", "state"),
    ("assigned", "编辑", "editor"),
)
# Columns of figures: title, how it looks where it is not 0, what it means.
FIGURES = (
    ("先看", "look first", "", "预计看一遍能纠正几处：没有把握、核验不符、无着落、有歧义", "what a look is expected to put right: unsure, failed, unclaimed, ambiguous"),
    ("事实", "facts", "", "读出的事实：目标、任务、责任、时限……", "facts read: targets, tasks, duties, times…"),
    ("不符", "failed", "bad", "应当相符而不符的核验", "checks that should agree and do not"),
    ("无着落", "unclaimed", "bad", "原文中没有任何一行认领的数、时间、文件、责任标记", "numbers, times, documents and markers of duty that no row claims"),
    ("问题", "issues", "odd", "未能读懂之处", "what could not be understood"),
    ("更正", "decided", "", "编辑已作判定的事实", "facts that editors decided about"),
    ("有变化", "changed", "odd", "与上次提交不同的事实", "facts other than in the last commit"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as the index has it; `chosen` are its values of CHOICES, each with its words in both languages."""

    notice_id: str
    row: Row
    chosen: Sequence[tuple[str, str, str]]
    figures: Sequence[float]


def notice_to_line(notice: Notice) -> Line:
    (row,) = notice.rows("notices")
    facts = [(table, fact) for table in notice.folder.fact_tables for fact in notice.rows(table)]
    is_checked = row.get("review_state") == STATES[-1][0]
    figures = (
        0 if is_checked else round(sum(one.gain for one in looks(notice)), 1),
        len(facts),
        sum(one["status"] == "fail" for one in notice.rows("checks")),
        sum(one["status"] == "unclaimed" for one in notice.rows("ledger")),
        len(notice.rows("issues")),
        len(notice.rows("corrections")),
        sum(fact["fact_id"] in notice.changed.get(table, ()) for table, fact in facts),
    )
    return Line(notice.notice_id, row, tuple(_chosen(notice.folder, row)), figures)


def _chosen(folder: Folder, row: Row) -> Iterator[tuple[str, str, str]]:
    place = folder.place(row["region_code"])
    yield place, place, place
    kind = row["document_type"] or ""
    yield kind, *two_words(folder.labels("notices", "document_type").get(kind, kind))
    year = str(row["written_date"] or "")[:4] or str(row["doc_number_year"] or "")
    yield year, year, year
    state = row.get("review_state") or STATES[0][0]
    yield next(one for one in STATES if one[0] == state)
    who = row.get("checked_by") or row.get("assigned_to") or ""
    yield who, who, who


def index_body(lines: Sequence[Line]) -> str:
    """The table of notices with what chooses among them."""
    heads = "".join(_head(n, one) for n, one in enumerate(_HEADS))
    sums = "".join(f'<td class="n">{_head_of(head)}<b></b></td>' for head in _HEADS[FIRST_FIGURE:])
    return (
        f'<div class="tools" role="search"><input type="search" id="search" data-zh="搜索通知  /" data-en="search notices  /" '
        f'data-label-zh="搜索" data-label-en="search">{"".join(_select(lines, n) for n in range(len(CHOICES)))}'
        f"{_order()}"
        '<span id="found" role="status"></span></div>'
        '<div class="scroll" tabindex="0" role="region" data-label-zh="通知" data-label-en="notices">'
        f'<table id="notices"><thead><tr>{heads}</tr></thead><tbody>{"".join(map(_line, lines))}</tbody>'
        f'<tfoot><tr><th scope="row" colspan="{FIRST_FIGURE}">{both("合计", "sum")}</th>{sums}</tr></tfoot></table></div>'
    )


_HEADS: Sequence[tuple[str, ...]] = (
    ("通知", "notice", "", "通知的标识、标题和发文字号", "its name here, its title and document number"),
    *((zh, en, "", "", "") for _, zh, en in CHOICES[:2]),
    ("成文", "written", "", "成文日期", "the day it was written"),
    *((zh, en, "", "", "") for _, zh, en in CHOICES[3:]),
    *FIGURES,
)
FIRST_FIGURE = len(_HEADS) - len(FIGURES)


def _head(n: int, head: Sequence[str]) -> str:
    zh, en, _, why_zh, why_en = head
    hint = f' data-title-zh="{attribute(why_zh)}" data-title-en="{attribute(why_en)}"' if why_zh else ""
    look = ' class="n"' if n >= FIRST_FIGURE else ""
    return f'<th scope="col"{look}><button type="button" class="sort" data-n="{n}"{hint}>{both(zh, en)}</button></th>'


def _head_of(head: Sequence[str]) -> str:
    """The heading again, before its value: where the page is too narrow for columns."""
    return f'<span class="head">{both(head[0], head[1])}</span>'


def _select(lines: Sequence[Line], n: int) -> str:
    name, zh, en = CHOICES[n]
    known = {line.chosen[n][0]: line.chosen[n] for line in lines if line.chosen[n][0]}
    options = [one for one in STATES if one[0] in known] if name == "state" else sorted(known.values())
    if name == "year":
        options = options[::-1]
    offered = "".join(
        f'<option value="{attribute(value)}" data-words-zh="{attribute(words_zh)}" data-words-en="{attribute(words_en)}"></option>'
        for value, words_zh, words_en in options
    )
    return (
        f'<select data-choice="{name}" data-label-zh="{zh}" data-label-en="{en}"{"" if options else " hidden"}>'
        f'<option value="" data-words-zh="{zh}：全部" data-words-en="{en}: all"></option>{offered}</select>'
    )


def _order() -> str:
    """What to sort by, where the page is too narrow for headings."""
    options = "".join(
        f'<option value="{n}" data-words-zh="排序：{head[0]}" data-words-en="sort: {head[1]}"></option>'
        for n, head in enumerate(_HEADS)
    )
    return f'<select id="order" data-label-zh="排序" data-label-en="sort">{options}</select>'


def _line(line: Line) -> str:
    row = line.row
    href = attribute(f"notices/{quote(id_to_file_stem(line.notice_id), errors='replace')}.html")
    said = " ".join(
        f'data-{name}="{attribute(value)}"'
        for (name, _, _), (value, _, _) in zip(CHOICES, line.chosen, strict=True)
    )
    place, kind, _, state, who = (both(zh, en) if zh != en else text(zh) for _, zh, en in line.chosen)
    badge = f'<span class="badge {line.chosen[3][0]}">{state}</span>'
    cells = "".join(
        f"<td{look if words else ' data-empty'}>{_head_of(head)}{words}</td>"
        for head, look, words in (
            (_HEADS[1], "", place),
            (_HEADS[2], "", kind),
            (_HEADS[3], ' class="day"', str(row["written_date"] or line.chosen[2][0])),
            (_HEADS[4], "", badge),
            (_HEADS[5], "", who),
        )
    )
    figures = "".join(
        f'<td class="n {head[2] if n else ""}">{_head_of(head)}<b>{n:g}</b></td>'
        for head, n in zip(FIGURES, line.figures, strict=True)
    )
    return (
        f'<tr {said}><th scope="row"><a href="{href}">{text(line.row["title"] or line.notice_id)}</a>'
        f"<small>{text(line.notice_id)} {text(row['doc_number'] or '')}</small></th>{cells}{figures}</tr>"
    )
