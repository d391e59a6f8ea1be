"""Review pages as files: everything from a notice escaped, one policy that holds, the same bytes every time."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import regex
from hostile import ATTACKS, hostile

from pipeline.__main__ import main
from pipeline.messages import say
from pipeline.model import Checked, Issue, Unread
from pipeline.pages import data_block, text
from pipeline.publish import publish
from pipeline.review.changed import changed_since_commit
from pipeline.review.folder import two_titles
from pipeline.review.pages import write_pages
from pipeline.review.pages_source import source_html

pytestmark = pytest.mark.usefixtures("here")

Make = Callable[..., Checked]


@pytest.fixture
def out(tmp_path: Path, small_notice: Make) -> Path:
    folder = tmp_path / "extracted"
    unread = Unread(
        "bad<b>",
        "bad<b>.pdf",
        Issue("unreadable", say("side_file_wrong", file="<i>broken</i>", why="mend it")),
    )
    publish([small_notice("a"), small_notice("b 100%#?"), hostile()], [unread], folder)
    write_pages(folder, {})
    return folder


def page(out: Path, name: str) -> str:
    return (out / "review" / f"{name}.html").read_text("utf-8")


def test_index_lists_notices_and_what_could_not_be_read(out: Path) -> None:
    index = page(out, "index")
    assert index.count('<th scope="row">') == 3
    assert (
        'href="notices/b%20100%25%23%3F.html"' in index and (out / "review/notices/b 100%#?.html").is_file()
    )
    assert "bad&lt;b&gt;.pdf" in index and "&lt;i&gt;broken" in index and "<i>broken" not in index


@pytest.mark.parametrize("name", ["index", "notices/a", "notices/hostile"])
def test_policy_names_just_the_style_and_script_of_the_page(out: Path, name: str) -> None:
    html = page(out, name)
    policy = regex.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    inline = regex.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, regex.DOTALL)
    named = {f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}" for code in inline}
    assert len(inline) == 2 and set(regex.findall(r"sha256-[^']+", policy)) == named
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert not regex.search(r'\s(?:style|on\w+)="', html.partition("<body>")[2].partition("<script type=")[0])
    assert not regex.search(r'<[^>]*(?:src|href)="(?!notices/|\.\./index\.html)', html.partition("<body>")[2])


def test_nothing_a_notice_holds_becomes_markup(out: Path) -> None:
    html = page(out, "notices/hostile")
    for attack in ATTACKS[:4]:
        assert attack not in html
    assert html.count("<script") == html.count("</script") == 2
    assert json.loads(regex.search(r'<script type="application/json" id="rows">(.*?)</script>', html)[1])


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("a<b>&\"'", "a&lt;b&gt;&amp;\"'"),
        ("a\u202eb", 'a<i class="unseen">[U+202E]</i>b'),
        ("a\x00\r\n\tb\u00a0", 'a<i class="unseen">[U+0000]</i>\n\tb\u00a0'),
    ],
)
def test_text(words: str, html: str) -> None:
    assert text(words) == html


def test_data_block_cannot_be_left() -> None:
    block = data_block("x", {"a": "</script><!--", "b": "\u2028"})
    assert block.count("<") == 2 and "\u2028" not in block
    assert json.loads(block[block.index(">") + 1 : block.rindex("<")]) == {
        "a": "</script><!--",
        "b": "\u2028",
    }


def test_overlapping_stretches_are_cut_at_every_edge() -> None:
    mentions = [
        {"char_start": 1, "char_end": 5, "kind": "citation", "status": "claimed"},
        {"char_start": 3, "char_end": 4, "kind": "number", "status": "explained"},
    ]
    html = source_html("0123456789", [(2, 8), (0, 10)], mentions, [{"char_start": 5, "page": 2}])
    cut = regex.findall(r'<span data-s="(\d+)"(?: class="([^"]*)")?>(\d+)</span>', html)
    assert cut == [
        ("0", "", "0"), ("1", "citation claimed", "1"), ("2", "citation claimed", "2"),
        ("3", "citation claimed number explained", "3"), ("4", "citation claimed", "4"), ("5", "", "567"), ("8", "", "89"),
    ]  # fmt: skip
    assert html.index("第 2 页") < html.index('data-s="5"')
    assert source_html("", [], [], []) == ""


def test_same_tables_give_the_same_bytes_and_old_pages_go(out: Path) -> None:
    before = {path.name: path.read_bytes() for path in (out / "review").rglob("*.html")}
    (out / "review" / "notices" / "old.html").touch()
    write_pages(out, {})
    assert {path.name: path.read_bytes() for path in (out / "review").rglob("*.html")} == before
    assert [path.name for path in out.iterdir() if path.name.startswith(".review")] == []


def test_pages_of_a_pdf_are_shown_as_pictures(tmp_path: Path, small_notice: Make) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    file = raw / "a.pdf"
    blank_pdf(file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    one = small_notice("a")
    mended = one.extracted.mended
    for sha256, shown in ((digest, 2), ("0" * 64, 0)):
        pages = tuple(
            dataclasses.replace(p, width=595.0, height=842.0) for p in mended.outline.document.pages
        )
        document = dataclasses.replace(
            mended.outline.document, source_file="a.pdf", source_sha256=sha256, pages=pages
        )
        outline = dataclasses.replace(mended.outline, document=document)
        extracted = dataclasses.replace(one.extracted, mended=dataclasses.replace(mended, outline=outline))
        publish([dataclasses.replace(one, extracted=extracted)], [], out)
        write_pages(out, {}, raw)
        assert page(out, "notices/a").count("<img ") == shown
        assert len(list((out / "review").glob("sheets/a/*.jpg"))) == shown


def blank_pdf(path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(595, 842)
    document.save(path)


def test_extract_leaves_the_pages_alone(out: Path, small_notice: Make) -> None:
    before = page(out, "index")
    publish([small_notice("c")], [], out)
    assert page(out, "index") == before


def test_command_says_where_the_pages_are(
    out: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["review", str(out)]) == 0
    assert "extracted/review/index.html" in capsys.readouterr().out
    assert main(["review", str(tmp_path)]) == 2
    assert "run make extract first" in capsys.readouterr().err


def test_what_differs_from_the_last_commit_is_counted(tmp_path: Path, small_notice: Make) -> None:
    out = tmp_path / "extracted"
    publish([small_notice("a")], [], out)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=e", "-c", "user.email=e@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *command], check=True)
    assert not any(changed_since_commit(out).values())
    publish([small_notice("a"), small_notice("b")], [], out)
    changed = changed_since_commit(out)
    write_pages(out, changed)
    counts = regex.findall(r"<b>(\d+)</b></td></tr>(?=<tr |</tbody>)", page(out, "index"))
    assert counts == ["0", "5"]


def test_nothing_is_changed_where_no_commit_holds_the_tables(out: Path) -> None:
    assert not any(changed_since_commit(out).values())


@pytest.mark.parametrize(
    ("title", "both"), [("计量单位 unit", ("计量单位", "unit")), ("标题起", ("标题起", "标题起")), ("值原文 value as printed", ("值原文", "value as printed"))]
)  # fmt: skip
def test_titles_come_in_two_languages(title: str, both: tuple[str, str]) -> None:
    assert two_titles(title) == both
