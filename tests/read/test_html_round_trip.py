"""The notices of raw/ as web pages, with what sites put around them: the same facts, the very same tables."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from pipeline.model import Mended, Table
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.read.test_docx_round_trip import NOTICES, cells, facts

pytestmark = pytest.mark.usefixtures("here")

# Kinds of page: what stands for {title} and {notice} in the middle; how a paragraph and a cell are written; encoding.
PARAGRAPHS = (
    '<div class=nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>'
    "<p>当前位置：<a href=/>首页</a></p>{title}<p>发布时间：2024-06-03 浏览次数：12 【字体：大 中 小】</p><div id=zoom>{notice}</div>"
    "<div>扫一扫在手机打开当前页</div><div>相关解读</div><ul><li><a href=j.html>一图读懂：有关政策</a></li></ul>"
    "<footer>版权所有</footer><div><p>网站标识码：1234567890 某ICP备12345678号</p></div>"
)
BREAKS = (
    "<table width=1000><tr><td><table><tr><td><a href=/>网站首页</a></td><td><a href=/x>信息公开</a></td></tr></table></td></tr>"
    "<tr><td>{title}</td></tr><tr><td class=content>{notice}</td></tr><tr><td>【打印】【关闭】</td></tr></table>"
)
KINDS = {
    "paragraphs": (PARAGRAPHS, "<p style='text-indent: 2em'><span>{}</span></p>\n", "utf-8"),
    "breaks in a layout table, GB2312": (BREAKS, "&nbsp;&nbsp;　　{}<br>\n", "gb18030"),
}


def to_page(mended: Mended, kind: str) -> bytes:
    around, paragraph, encoding = KINDS[kind]
    inside = [
        (passage.places[0], paragraph.format(escape(passage.text)))
        for passage in mended.outline.passages
        if passage.places and passage.role != "furniture"
    ]
    inside += [(table.span.start, table_to_html(table)) for table in mended.tables]
    title = escape(mended.outline.title_block.title)
    body = around.format(title=f"<h1>{title}</h1>", notice="".join(html for _, html in sorted(inside)))
    declared = "gb2312" if encoding == "gb18030" else encoding
    head = f"<meta charset={declared}><title>{title}_某市人民政府</title>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding)


def table_to_html(table: Table) -> str:
    rows = []
    for i, row in enumerate(table.grid()):
        html, j = "", 0
        while j < table.n_cols:
            cell = row[j]
            if cell is None:
                html, j = html + "<td>&nbsp;</td>", j + 1
                continue
            if cell.row == i:
                spans = f" rowspan={cell.row_span} colspan={cell.col_span}"
                html += f"<td{spans}><p>{escape(cell.text)}</p></td>"
            j = cell.col + cell.col_span
        rows.append(f"<tr>{html}</tr>")
    return f"<table border=1><tbody>{''.join(rows)}</tbody></table>"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_page_gives_the_facts_of_the_text(path: Path, kind: str, tmp_path: Path) -> None:
    from_text = mend(outline(read(path, path.stem, {})))
    file = tmp_path / f"{path.stem}.html"
    file.write_bytes(to_page(from_text, kind))
    from_page = mend(outline(read(file, path.stem, {})))
    assert facts(from_text), "nothing to compare"
    assert facts(from_page) == facts(from_text)
    assert cells(from_page) == cells(from_text)
    block = from_text.outline.title_block
    assert (from_page.outline.title_block.title, from_page.outline.title_block.doc_number) == (
        block.title,
        block.doc_number,
    )
