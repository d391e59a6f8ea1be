"""Web pages: the notice without what is around it, its box, its tables; every kind of page drawn here in small."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
import regex

from pipeline.model import Unreadable
from pipeline.read.html import read_html
from pipeline.read.html.decoding import bytes_to_markup
from pipeline.read.html.mhtml import read_mhtml
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.signature import bytes_to_format

BODY = """<p>各区人民政府，市政府各部门：</p>
<p>　　为做好养老服务工作，经市人民政府同意，现就推进有关事项通知如下，请结合实际认真贯彻执行。</p>
<p>　　一、建设床位。到2025年底前，全市新增养老床位300张以上，街道养老服务中心覆盖率达到95%，护理型床位占比不低于60%。（责任单位：市民政局、市财政局）</p>
<p>　　二、本通知自2024年7月1日起施行，有效期5年。</p>
<p>某市人民政府</p><p>2024年6月3日</p>"""
LINES = [
    "各区人民政府，市政府各部门：",
    "　　为做好养老服务工作，经市人民政府同意，现就推进有关事项通知如下，请结合实际认真贯彻执行。",
    "　　一、建设床位。到2025年底前，全市新增养老床位300张以上，街道养老服务中心覆盖率达到95%，护理型床位占比不低于60%。（责任单位：市民政局、市财政局）",
    "　　二、本通知自2024年7月1日起施行，有效期5年。",
    "某市人民政府",
    "2024年6月3日",
]
TITLE = "某市人民政府关于推进养老服务的通知"
MENU = '<ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li>English |</li></ul>'
FOOTER = "<div><p>版权所有：某市人民政府 ICP备12345678号</p><p>您访问的链接即将离开本站，是否继续？</p></div>"


def page(body: str, title: str = TITLE) -> bytes:
    return f"<!DOCTYPE html><html><head><title>{title}_政府文件_某市人民政府</title></head><body>{body}</body></html>".encode()


def read(content: bytes | str, limits: Limits | None = None) -> Parts:
    content = content.encode() if isinstance(content, str) else content
    return read_html(content, "a.html", limits or Limits())


def lines(content: bytes | str) -> list[str]:
    return read(content).text.splitlines()


def test_the_article_is_what_holds_the_sentences() -> None:
    parts = read(page(f"{MENU}<h1>{TITLE}</h1><div><div id=x>{BODY}</div><p>分享到：</p></div>{FOOTER}"))
    assert parts.text.splitlines() == [TITLE, *LINES]
    assert (parts.layout, parts.media_type, parts.issues) == ("paragraphs", "text/html", ())
    (aside,) = parts.repairs
    assert aside.kind == "set_aside" and "首页" in aside.before and "是否继续" in aside.before


def test_a_short_notice_over_a_long_annex_is_not_lost() -> None:
    annex = "".join(f"<p>第{i}条 本办法所称养老机构是指依法办理登记的机构。</p>" for i in range(1, 80))
    found = lines(
        page(f"{MENU}<div><p>各区民政局：</p><p>现将办法印发给你们。</p></div><div>{annex}</div>{FOOTER}")
    )
    assert found[:3] == [TITLE, "各区民政局：", "现将办法印发给你们。"]
    assert len(found) == 82


STRAYS = {
    "news": "<ul><li><a href=1>要闻</a></li><li><a href=2>公告</a></li><li><a href=3>专题</a></li></ul><div><h4>今日要闻</h4><p>市长主持召开会议，研究部署养老服务工作。</p></div>",
    "warning": "<div>分享到：</div><div>打印本页</div><div>关闭窗口</div><div><p>免责声明：本网站转载的文章，版权归原作者所有。</p></div>",
}  # fmt: skip


@pytest.mark.parametrize("kind", STRAYS)
def test_strays_beside_the_notice_are_none_of_it(kind: str) -> None:
    points = [f"（{i}）第{i}个街道建设综合养老服务中心，并延伸服务。" for i in range(20)]
    body, found = BODY + "".join(f"<p>{point}</p>" for point in points), [TITLE, *LINES, *points]
    assert lines(page(f"<div>{body}</div>{STRAYS[kind]}")) == found
    if kind == "news":
        news, menu = STRAYS[kind].split("</ul>")[1], STRAYS[kind].split("</ul>")[0] + "</ul>"
        assert lines(page(f"{news}{menu}<div>{body}</div>")) == found


def test_a_last_sentence_that_names_a_site_is_kept() -> None:
    last = "<p>三、申请人可通过浏览器或者手机客户端登录申报。</p>"
    assert lines(page(f"<div>{BODY}{last}</div>"))[-1] == "三、申请人可通过浏览器或者手机客户端登录申报。"


def test_lines_of_the_page_within_the_notice_are_set_aside_one_by_one() -> None:
    parts = read(
        page(f"<div>{BODY[:60]}<p>【字体：大 中 小】</p>{BODY[60:]}</div>".replace("<p>【", "</p><p>【"))
    )
    assert "字体" not in parts.text
    assert "【字体：大 中 小】" in [repair.before for repair in parts.repairs]


@pytest.mark.parametrize(
    "tail",
    [
        '<p>相关解读：<a href="b.html">《关于推进养老服务的通知》解读</a></p>',
        '<div>相关链接：</div><p>1.《养老服务问答》</p><p>2.一图读懂</p>',
        '<table><tr><td><a href=1>《办法》政策解读</a></td><td><a href=2>图解：《办法》看点</a></td></tr><tr><td><a href=3>专家谈养老</a></td><td><a href=4>媒体报道集锦</a></td></tr></table>',
    ],
)  # fmt: skip
def test_links_below_the_notice_are_none_of_it(tail: str) -> None:
    assert lines(page(f"<div>{BODY}{tail}</div>")) == [TITLE, *LINES]


def test_annexes_named_in_links_stay() -> None:
    tail = '<p>附件：<a href="a.doc">1.申请表.doc</a></p><p><a href="b.doc">2.评审表.doc</a></p>'
    parts = read(page(f"<div>{BODY}{tail}</div>"))
    assert parts.text.splitlines()[-2:] == ["附件：1.申请表.doc", "2.评审表.doc"]
    (issue,) = parts.issues
    assert issue.kind == "files_beside" and "1.申请表.doc、2.评审表.doc" in issue.message.en


def test_a_link_to_the_paper_that_is_named_by_its_number_stays() -> None:
    tail = '<p><a href="/f?x.pdf">某政办发〔2022〕167号.pdf</a></p><p><a href="/y.pdf">下载全文.pdf</a></p>'
    assert lines(page(f"<div>{BODY}{tail}</div>"))[-1] == "某政办发〔2022〕167号.pdf"


def test_whose_red_head_begins_the_notice_is_not_its_title() -> None:
    title = "某市人民政府办公室关于同意设立养老联席会议的函"
    body = f"<h1>{title}</h1><div><p>某市人民政府办公室</p><p>某政办函〔2024〕20号</p>{BODY}</div>"
    assert lines(page(body, title))[:2] == [title, "某市人民政府办公室"]


def test_annexes_named_below_the_notice_belong_to_it() -> None:
    below = '<ul><li><a href="a.doc">附件1：指标体系（试行）</a></li><li><a href=b.doc>附件2：申报书</a></li></ul>'
    found = lines(page(f"<div><div>{BODY}</div>{below}<div>分享：</div></div>"))
    assert found[-2:] == ["附件1：指标体系（试行）", "附件2：申报书"]


# --- title and box ----------------------------------------------------------------------------

OWN_TITLE = "<p>某市人民政府</p><p>关于推进养老服务的通知</p>"


def test_a_title_in_the_notice_is_not_said_twice() -> None:
    assert lines(page(f"<h1>{TITLE}</h1><div>{OWN_TITLE}{BODY}</div>"))[:2] == [
        "某市人民政府",
        "关于推进养老服务的通知",
    ]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (f"<h3>[现行有效]{TITLE}</h3>", TITLE),
        ("", f"{TITLE} - 政府文件"),
        ("<div>养老</div>", f"{TITLE}|某市民政局"),
        (f"<td>{TITLE}</td><p>浏览次数：12</p>", TITLE),
    ],
)
def test_the_title_is_above_the_notice_or_in_the_head(above: str, title: str) -> None:
    assert lines(page(f"{above}<div>{BODY}</div>", title)) == [TITLE, *LINES]


@pytest.mark.parametrize("mark", ["[已废止]", "【失效】", "[已失效]"])
def test_what_a_page_says_of_the_force_of_a_notice_is_kept(mark: str) -> None:
    assert lines(page(f"<h3>{mark}{TITLE}</h3><div>{BODY}</div>", TITLE)) == [mark, TITLE, *LINES]


@pytest.mark.parametrize(
    "head", [f"<h1>{TITLE}</h1>", f"<div class='bt'>{TITLE}</div>", f"<p>{TITLE}</p><p>浏览次数：12</p>"]
)
def test_a_page_named_after_its_site_has_its_title_above_the_notice(head: str) -> None:
    assert lines(page(f"{head}<div>{BODY}</div>", "某市人民政府门户网站")) == [TITLE, *LINES]


def test_the_number_between_title_and_notice_is_kept() -> None:
    above = f"<div>{TITLE}</div><div>（某政发〔2024〕20号）</div><div>来源：某市民政局</div>"
    assert lines(page(f"{above}<div>{BODY}</div>"))[:2] == [TITLE, "（某政发〔2024〕20号）"]


TABLE_BOX = """<table><tr><td>索 引 号：</td><td>0001/2024-0003</td><td>公开责任单位：</td><td>某局</td></tr>
<tr><td>成文日期：</td><td>2024年6月3日</td><td>文　　号：</td><td>某政发〔2024〕20号</td></tr></table>"""
BOX = ["索引号：0001/2024-0003", "成文日期：2024年6月3日", "文号：某政发〔2024〕20号"]
BOXES = {
    "table": TABLE_BOX,
    "table without colons": TABLE_BOX.replace("：", "").replace("td>", "th>"),
    "in brackets": "<ol><li>[索引号] 0001/2024-0003</li><li>[实施日期] [成文日期] 2024年6月3日</li><li>【文号】某政发〔2024〕20号</li></ol>",
    "name beside value": "<div><h4>索引号：</h4><p>0001/2024-0003</p></div><div><h4>成文日期：</h4><p>2024年6月3日</p></div><div><h4>文号:</h4><p>某政发〔2024〕20号</p></div>",
    "one after the other": "<ul><li>索引号:</li><li>0001/2024-0003</li><li>成文日期:</li><li>2024年6月3日</li><li>文号:</li><li>某政发〔2024〕20号</li></ul>",
    "in one line": "<p>索引号：0001/2024-0003 成文日期：2024年6月3日 文 号：某政发〔2024〕20号 来源：某局</p>",
    "for two kinds of screen": TABLE_BOX + TABLE_BOX.replace("<table>", "<table class=wap>"),
    "colons of a style sheet": "<ul><li><b>索引号</b><span>0001/2024-0003</span></li><li><b>成文日期</b><span>2024年6月3日</span></li><li><b>文　　号</b><span>某政发〔2024〕20号</span></li></ul>",
    "a name without a value": f"<p>主题词：</p>{TABLE_BOX}",
}  # fmt: skip


@pytest.mark.parametrize("kind", BOXES)
def test_the_box_becomes_lines(kind: str) -> None:
    found = lines(page(f"{BOXES[kind]}<h1>{TITLE}</h1><div>{BODY}</div>"))
    assert found == [*BOX, TITLE, *LINES]


def test_a_box_within_the_notice_is_none_of_its_tables() -> None:
    parts = read(page(f"<div>{TABLE_BOX}{BODY}</div>"))
    assert parts.text.splitlines() == [*BOX, TITLE, *LINES]
    assert parts.grids == ()


# --- lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一、建<b>设</b>床\n  位。</p>", ["一、建设床 位。"]),
        ("<p>一、建设。<br>　　二、服务。<br/><br/>三、监管。</p>", ["一、建设。", "　　二、服务。", "三、监管。"]),
        ("<p>一、建设。　　二、服务。</p>", ["一、建设。", "　　二、服务。"]),
        ("<div>一、建设。<div>（一）床位。</div>二、服务。</div>", ["一、建设。", "（一）床位。", "二、服务。"]),
        ("<pre>一、建设。\n二、服务。</pre>", ["一、建设。", "二、服务。"]),
        ("<p style='white-space: pre-wrap'>一、建设。\n二、服务。</p>", ["一、建设。", "二、服务。"]),
        ("<p>“阳光工程”&amp;ldquo;明厨&amp;rdquo;。</p>", ["“阳光工程”“明厨”。"]),
        ("<p>面积30m<sup>2</sup>。</p>", ["面积30m²。"]),
        ("<p><ruby>养<rt>yǎng</rt></ruby>老。</p>", ["养老。"]),
        ("<p>公开。</p><p>\u200b&nbsp;</p><p>施行。</p>", ["公开。", "施行。"]),
        ("<p>公开。</p><p style='display: none'>某人。</p><div hidden>某事。</div>", ["公开。"]),
        ("<p>公开。</p><script>var a='养老。'</script><style>p{}</style><!-- 养老。 -->", ["公开。"]),
        ("<p>公开。</p><select><option>全部文件。</option></select><nav>导航。</nav>", ["公开。"]),
        ('<ol style="list-style-type: decimal;"><li>建设。</li><li>服务。</li></ol>', ["1.建设。", "2.服务。"]),
        ('<ol type=A start=3><li>建设。</li><li>服务。</li></ol>', ["C.建设。", "D.服务。"]),
        ('<ol style="list-style:cjk-ideographic"><li>建设。<p>补贴。</p></li><li>（一）服务。</li></ol>', ["一、建设。", "补贴。", "（一）服务。"]),
        ("<ol><li>建设床位三百张；</li><li>服务老人</li></ol>", ["建设床位三百张；", "服务老人"]),
        # A plain list of sentences is no menu.
        ("<ol><li>建设床位。</li><li><p>服务老人；</p></li></ol>", ["1.建设床位。", "2.服务老人；"]),
        ("<ul><li>建设。</li><li>服务。</li></ul>", ["建设。", "服务。"]),
    ],
)  # fmt: skip
def test_lines(markup: str, expected: list[str]) -> None:
    assert lines(page(f"<div>{markup}</div>", "")) == expected


def test_numbers_of_lists_are_repairs() -> None:
    parts = read(page("<ol type=1><li>建设床位。</li><li>培训人员。</li></ol>", ""))
    assert [(r.before, r.after) for r in parts.repairs] == [
        ("建设床位。", "1.建设床位。"),
        ("培训人员。", "2.培训人员。"),
    ]


def test_lines_that_end_where_they_did_on_paper() -> None:
    torn = "为贯彻落实国务院关于推进养老服务发展的意见精神，进一步完善我市" * 12
    printed = "<br>".join(torn[i : i + 28] for i in range(0, len(torn), 28))
    assert read(page(f"<div>{printed}。</div>", "")).layout == "lines"


# --- pages that keep their text elsewhere -----------------------------------------------------


def test_text_that_a_program_shows() -> None:
    script = f'<script>window.STATE = {{"n": 1, "content": "{BODY}"}}</script>'.replace("\n", "\\n").replace(
        "</p>", "<\\/p>"
    )
    assert lines(page(f"{MENU}<div id=app></div>{script}")) == [TITLE, *LINES]


def test_text_that_is_hidden_until_a_program_shows_it() -> None:
    assert lines(page(f"{MENU}<div style='display:none'>{BODY}</div>")) == [TITLE, *LINES]
    assert lines(page(f"{BODY}").replace(b"<body>", b"<body style='visibility: hidden'>")) == [TITLE, *LINES]


def test_what_is_said_again_for_other_screens_is_read_once() -> None:
    found = lines(
        page(
            f"<div><div>{BODY}</div></div><div class=mobile>{BODY.replace('<p>', '<span>').replace('</p>', '<br></span>')}</div>"
        )
    )
    assert found == [TITLE, *LINES]


def test_a_page_whose_notice_is_a_file_says_so() -> None:
    body = f'{MENU}{TABLE_BOX}<h3>{TITLE}</h3><div></div>相关附件下载：<br><a href="/x/P0203.pdf">{TITLE}.pdf</a>'
    parts = read(page(body))
    assert [issue.kind for issue in parts.issues] == ["text_elsewhere"]
    assert f"({TITLE}.pdf)" in parts.issues[0].message.en
    assert parts.text.splitlines() == [*BOX, TITLE]


def test_pictures_in_the_text_are_named() -> None:
    image = '<p><img src="b.jpg" width="486" height="586"></p><p><img src=x.png width=16></p><p><img src=doc.gif></p>'
    parts = read(page(f'<img src="logo.png"><div>{BODY}{image}<p>附件如图。</p></div>'))
    assert [(i.kind, i.message.en[:10]) for i in parts.issues] == [("pictures", "1 pictures")]


def test_mirrors_are_named() -> None:
    traditional = (
        BODY.replace("关", "關")
        .replace("务", "務")
        .replace("发", "發")
        .replace("区", "區")
        .replace("经", "經")
        .replace("实", "實")
    )
    assert [issue.kind for issue in read(page(traditional)).issues] == ["mirror"]


# --- encodings --------------------------------------------------------------------------------

DECLARED = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>{}</body></html>'


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1", "no-such", "hz", ""])
@pytest.mark.parametrize("real", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_the_encoding_is_what_the_bytes_say(declared: str, real: str) -> None:
    content = DECLARED.format(declared, BODY).encode(real)
    assert bytes_to_format(content) is not None
    assert lines(content)[:2] == LINES[:2]


def test_big5_where_it_is_declared() -> None:
    words = "<p>各區人民政府：</p><p>現將養老服務計劃印發給你們。</p>"
    assert lines(DECLARED.format("big5", words).encode("big5"))[0] == "各區人民政府："


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_letter_costs_only_itself(encoding: str) -> None:
    """A page cut off in the middle of a letter, and one with a letter lost, in the encoding it does not declare."""
    content = DECLARED.format("gb2312" if encoding == "utf-8" else "utf-8", BODY * 3).encode(encoding)
    at = content.index("床位".encode(encoding))
    parts = read(content[: at + 1] + content[at + len("床".encode(encoding)) :])
    assert "各区人民政府" in parts.text and parts.text.count("\ufffd") <= 2
    assert [issue.kind for issue in parts.issues] == ["lost_characters"]


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(Unreadable, match="no text"):
        bytes_to_markup(b"<html>" + bytes(range(128, 256)) * 50)


@pytest.mark.parametrize(
    ("content", "known"),
    [
        ("<!doctype html><p>养老", True),
        ("\ufeff\n<?xml version='1.0'?>\n<!-- saved -->\n<HTML lang=zh>", True),
        ('<%@ page pageEncoding="UTF-8"%>\n<jsp:include page="/a.jsp"/>\n<div>养老</div>', True),
        ("<div class=wrap><table><tr><td>养老</td></tr></table></div>\n", True),
        ("<p>关于养老的通知</p>\n各区：\n一、<b>床位</b>", False),
        ("# 通知\n<div>养老</div>", False),
        ("<https://www.gov.cn/a.html>\n养老", False),
        ("《办法》<html>", False),
    ],
)
def test_what_is_a_web_page(content: str, known: bool) -> None:
    assert (bytes_to_format(content.encode()) is not None) is known


MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.gov.cn/a.html
Subject: =?utf-8?Q?=E9=80=9A=E7=9F=A5?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: base64

{page}
------b
Content-Type: text/html
Content-Transfer-Encoding: 8bit

<p>advert</p>
------b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b--
"""


def test_a_page_saved_as_one_file() -> None:
    content = (
        MHTML.format(page=base64.encodebytes(page(f"{MENU}<div>{BODY}</div>")).decode())
        .replace("\n", "\r\n")
        .encode()
    )
    kind = bytes_to_format(content)
    assert kind is not None and kind.reader == "pipeline.read.html.mhtml:read_mhtml"
    assert read_mhtml(content, "a.mhtml", Limits()).text.splitlines() == [TITLE, *LINES]
    with pytest.raises(Unreadable, match="holds no page"):
        read_mhtml(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "a", Limits()
        )


def test_a_page_without_words() -> None:
    with pytest.raises(Unreadable, match="no words"):
        read("<html><body><img src=a.jpg></body></html>")


# --- real pages -------------------------------------------------------------------------------


def test_pages_of_the_corpus(shared: Path) -> None:
    """Each saved page gives its notice: numbered points, an end, no line of the site's own."""
    folder = shared / "corpus"
    if not folder.is_dir():
        pytest.skip("no ../shared/corpus: no real pages to read")
    for path in sorted(folder.glob("html_*")):
        parts = read_html(path.read_bytes(), path.name, Limits())
        text = parts.text
        assert ("。" in text) or any(i.kind == "text_elsewhere" for i in parts.issues), path.name
        for own in (
            "版权所有",
            "网站标识码",
            "上一篇",
            "扫一扫",
            "分享到",
            "打印本页",
            "公安备",
            "&nbsp;",
        ):
            assert own not in text, f"{own} in {path.name}"


def cells(markup: str) -> list[list[str]]:
    (grid,) = read(page(f"<div>{BODY}{markup}</div>")).grids
    return [[piece.text for piece in row] for row in grid.rows]


@pytest.mark.parametrize(
    "groups",
    [
        "<tbody><tr><td rowspan=0>甲区<td>一街<td>20<tr><td>二街<td>21</tbody>",
        "<tbody><tr><td rowspan=9>甲区<td>一街<td>20<tr><td>二街<td>21</tbody>",
        "<thead><tr><td rowspan=5>甲区<td>一街<td>20<tr><td>二街<td>21</thead>",
    ],
)
def test_a_cell_reaches_down_to_the_end_of_its_group_of_rows(groups: str) -> None:
    below = "<tbody><tr><td>乙区<td>三街<td>22</tbody><tfoot><tr><td>合计<td>三个<td>63</tfoot>"
    assert cells(f"<table>{groups}{below}</table>") == [
        ["甲区", "一街", "20"], ["甲区", "二街", "21"], ["乙区", "三街", "22"], ["合计", "三个", "63"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("4500<br>87.0", "4500\n87.0"),
        ("<p>在校生</p><p>毛入学率</p>", "在校生\n毛入学率"),
        ("一 二\n三<br/><br>四", "一 二 三\n四"),
        ("20<sup>1</sup>", "20¹"),
        ("20<a href='#n'><sup>[2]</sup></a>", "20⁽²⁾"),
        ("30<span style='vertical-align: super;font-size:70%'>3</span>", "30³"),
        ("50万m<sup>2</sup>", "50万m²"),
        ("5<sup>th</sup>", "5th"),
        ("<del>99</del><ins>20</ins>", "20"),
        ("<span style='text-decoration:line-through'>99</span>20", "20"),
        ("<strike>99</strike>20", "20"),
    ],
)
def test_cells_keep_their_line_ends_raised_figures_and_not_what_is_struck_out(
    inside: str, words: str
) -> None:
    assert (
        cells(f"<table><tr><td>甲区<td>{inside}</td></tr><tr><td>乙区<td>1</td></tr></table>")[0][1] == words
    )


def test_what_is_struck_out_is_listed() -> None:
    parts = read(page(f"<div>{BODY}<p>新增床位<s>900张（市民政局）</s>310张。</p></div>"))
    assert "新增床位310张。" in parts.text.splitlines()
    assert [r.before for r in parts.repairs if r.certainty == "certified"] == ["900张（市民政局）"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol start=3><li>建设。</li><li>服务。</li><li value=9>监管。</li></ol>", ["3.建设。", "4.服务。", "9.监管。"]),
        ("<ol><li value=5>建设。</li><li>服务。</li></ol>", ["5.建设。", "6.服务。"]),
        ("<ul><li value=5>建设。</li></ul>", ["建设。"]),
    ],
)  # fmt: skip
def test_lists_that_say_where_they_begin_print_their_numbers(markup: str, expected: list[str]) -> None:
    assert lines(page(f"<div>{markup}</div>", "")) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<ul>" + "".join(f"<li>建成养老床位{n}张</li>" for n in range(20)) + "</ul>",
        "<table><tr><td>新建食堂5个</td></tr><tr><td>改造食堂7个</td></tr></table>",
        "<dl><dt>任务</dt><dd>新建食堂5个</dd><dt>时限</dt><dd>2026年底前</dd></dl>",
        "<p>甲桥</p><p>乙桥</p>",
    ],
)
def test_a_page_without_a_sentence_is_read_whole_and_says_so(body: str) -> None:
    parts = read(f"<html><body>{body}</body></html>".encode())
    words = regex.findall(r"\p{Han}+", regex.sub("<[^>]*>", "\n", body))
    assert all(one in parts.text for one in words)
    assert [issue.kind for issue in parts.issues] == ["no_sentences"]


def test_what_is_set_aside_around_a_notice_is_stored_whole() -> None:
    menu = [f"栏目第{n}项" for n in range(40)]
    parts = read(page("".join(f'<div><a href="/">{line}</a></div>' for line in menu) + BODY))
    aside = "".join(repair.before for repair in parts.repairs if repair.kind == "set_aside")
    assert all(line in aside for line in menu)


_SHORT = "为做好招生工作，现就有关事项通知如下，各校要于6月10日前完成报名，不得收取任何费用，确保公平公正，让群众满意。"
_SIGNED = ["甲市教育局", "2023年5月4日"]


@pytest.mark.parametrize(
    "markup",
    [
        # The one long paragraph of a short notice is not all of it.
        f"<div><p>各区教育局：</p><p>{_SHORT}</p><p>甲市教育局</p><p>2023年5月4日</p></div>",
        # Who signs stands in an element of their own.
        f"<div><div><p>各区教育局：</p><p>{_SHORT}</p></div><div><p>甲市教育局</p><p>2023年5月4日</p></div></div>",
        f"<section><div>各区教育局：</div><div>{_SHORT}</div><div>甲市教育局</div><div>2023年5月4日</div></section>",
    ],
)
def test_a_short_notice_is_read_with_who_signs_it(markup: str) -> None:
    title = "甲市教育局关于招生的通知"
    got = lines(page(f"{MENU}<h1>{title}</h1>{markup}{FOOTER}", title))
    assert got == [title, "各区教育局：", _SHORT, *_SIGNED]


@pytest.mark.parametrize(
    ("markup", "annexes"),
    [
        ('<p><a href="a.xls">附件1：甲表.xls</a></p><p><a href="b.xls">附件2：乙册.xls</a></p>', ["附件1：甲表.xls", "附件2：乙册.xls"]),
        ('<p>附件：1.<a href="a.xls">甲表.xls</a></p><p>2.<a href="b.xls">乙册.xls</a></p>', ["附件：1.甲表.xls", "2.乙册.xls"]),
        ("<p>附件：甲表</p>", ["附件：甲表"]),
    ],
)  # fmt: skip
def test_who_signs_below_the_annexes_that_stand_below_the_text(markup: str, annexes: list[str]) -> None:
    signed = f"{markup}<p>&nbsp; 甲市教育局</p><p>2023年5月4日</p>"
    got = lines(page(f"<div><p>各区教育局：<br>{_SHORT}<br>{_SHORT[::-1]}</p>{signed}</div>{FOOTER}", TITLE))
    assert [line.strip() for line in got[-len(annexes) - 2 :]] == [*annexes, *_SIGNED]
    ranked = "<p>附件：甲表</p><p>3.某地新闻</p><p>上一篇</p><p>2023年5月4日</p>"
    assert lines(page(f"<div><p>{_SHORT}<br>{_SHORT[::-1]}</p>{ranked}</div>", TITLE))[-1] == "附件：甲表"


def test_a_name_below_a_notice_that_no_day_follows_is_the_pages() -> None:
    got = lines(
        page(f"<div><div><p>各区教育局：</p><p>{_SHORT}</p></div><div>甲市人民政府</div></div>", TITLE)
    )
    assert "甲市人民政府" not in got


def test_a_title_over_several_lines_is_one_and_the_name_of_the_site_none() -> None:
    head = "<h2>甲市教育局<br>关于招生的通知</h2><div>2023-05-06 来源：某市人民政府 作者：张某</div>"
    got = lines(page(f"{head}<div><p>各区教育局：</p><p>{_SHORT}</p></div>", "甲市教育局关于招生的通知"))
    assert got[0] == "甲市教育局关于招生的通知"


@pytest.mark.parametrize(
    ("text", "is_page"),
    [
        ("关于某事的通知<br/>各单位：<br/>一、新建20个。<br/>二、改造5个。<br/>某局", True),
        ("关于某事的通知<BR>\n各单位：<BR>\n一、新建20个。<BR>\n", True),
        ("关于某事的通知\n各单位：\n一、新建20个<br>改造5个。\n某局\n2026年1月1日\n", False),
        ("| 甲 | 乙 |\n|---|---|\n| 一<br>二<br>三 | 丙 |\n\n\n", False),
    ],
)
def test_lines_that_elements_end_are_those_of_a_page(text: str, is_page: bool) -> None:
    found = bytes_to_format(text.encode())
    assert (found is not None and "html" in found.reader) is is_page


STYLED = '<div style="display:table">{}</div>'
ROW, CELL = '<div style="display:table-row">{}</div>', '<div style="display: table-cell">{}</div>'
LISTED, ITEM, PART = '<ul class="table">{}</ul>', '<li class="tr odd">{}</li>', '<span class="td">{}</span>'
DRAWN = [
    ["序号", "任务", "单位"],
    ["1", "修桥4座", "市交通局"],
    ["2", "改造公厕30座", "市城管局"],
    ["3", "绿化", ""],
]


def drawn(table: str, row: str, cell: str) -> str:
    return table.format("\n".join(row.replace("{}", "".join(map(cell.format, cells))) for cells in DRAWN))


@pytest.mark.parametrize(
    "table",
    [
        drawn(STYLED, ROW, CELL),
        drawn(LISTED, ITEM, PART),
        drawn('<div role="table">{}</div>', '<div role="row">{}</div>', '<div role="cell">{}</div>'),
    ],
    ids=["styles", "classes", "roles"],
)
def test_a_table_drawn_without_its_element(table: str) -> None:
    (grid,) = read(page(f"<div>{BODY}{table}</div>")).grids
    assert [[piece.text for piece in row] for row in grid.rows] == DRAWN


@pytest.mark.parametrize(
    "markup",
    [
        '<ul class="m"><li class="a"><a href="/1">甲</a><a href="/2">乙</a><a href="/3">丙</a></li></ul>' * 3,
        "<div>" + "<p><span>到2027年，</span><span>新建</span><span>桥4座。</span></p>" * 4 + "</div>",
        '<ul class="m">'
        + '<li class="a"><b class="x">甲</b><span class="y">乙</span><i class="z">丙</i></li>' * 3
        + "</ul>",
    ],
    ids=["menu", "runs of words", "parts of different kinds"],
)
def test_elements_that_draw_no_table(markup: str) -> None:
    assert not read(page(f"<div>{BODY}{markup}</div>")).grids


def test_what_a_page_is_called_is_not_the_title_of_what_it_shows() -> None:
    named = page(
        f"<h3>信息详情</h3><div>{TITLE}<p>发布人：甲某 时间：7月8号</p></div><div>{BODY}</div>", "信息详情"
    )
    assert lines(named)[0] == TITLE
    titled = page(f"<h1>某市养老服务办法</h1><p>{TITLE}</p><div>{BODY}</div>", "某市养老服务办法")
    assert lines(titled)[0] == "某市养老服务办法"
