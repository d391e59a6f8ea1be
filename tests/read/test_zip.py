"""ZIP: what is packed in it, a notice with its annexes as one, and archives that mean harm."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.read import read
from pipeline.read.limits import Limits
from pipeline.read.parts import Parts
from pipeline.read.several import join_parts
from pipeline.read.zip import read_zip
from tests.read.word_files import docx, p, packed, tbl, tc, tr

pytestmark = pytest.mark.usefixtures("here")

NOTICE = "某市人民政府关于印发养老规划的通知\n各区人民政府：\n一、总体要求\n附件：1.任务分工表\n2.指标表\n"
TASKS = tbl(tr(tc("任务"), tc("单位")), tr(tc("建床位"), tc("市民政局")))


def of(files: dict[str, str | bytes]) -> Parts:
    return read_zip(packed(files), "notice.zip", Limits())


def test_notice_comes_first_then_annexes_by_number_each_under_its_label() -> None:
    parts = of(
        {
            "附件2 指标表.txt": "指标表\n床位80张\n",
            "附件1.docx": docx(p("任务分工表") + TASKS),
            "通知.txt": NOTICE,
        }
    )
    assert parts.text == (
        NOTICE + "附件1\n任务分工表\n任务\t单位\n建床位\t市民政局\n附件2\n指标表\n床位80张\n"
    )
    (grid,) = parts.grids
    for row in grid.rows:
        for piece in row:
            assert parts.text[piece.span.start : piece.span.end] == piece.text
    assert parts.text[grid.span.start : grid.span.end] == "任务\t单位\n建床位\t市民政局"
    added = [repair for repair in parts.repairs if repair.kind == "annex_label"]
    assert [parts.text[one.span.start : one.span.end] for one in added if one.span] == ["附件1", "附件2"]


def test_the_list_of_annexes_says_the_number_where_the_name_does_not() -> None:
    parts = of({"指标表.txt": "床位80张\n", "某市养老规划通知.txt": NOTICE})
    assert parts.text.endswith("附件2\n床位80张\n")


def test_an_annex_that_begins_with_its_label_gets_no_second() -> None:
    assert of({"附件1.txt": "附件1\n任务\n", "通知.txt": NOTICE}).text == NOTICE + "附件1\n任务\n"


def test_an_explanation_is_not_the_notice_however_long() -> None:
    parts = of({"政策解读.txt": "关于某事的解读\n" * 50, "a.txt": NOTICE})
    assert parts.text.startswith(NOTICE)


def test_pages_and_their_numbers_go_on() -> None:
    first, second = read_zip_pages("甲\f乙"), read_zip_pages("丙\f丁")
    joined = join_parts([("通知.txt", first), ("附件1.txt", second)])
    assert [page.number for page in joined.pages] == [1, 2, 3, 4]
    assert [joined.text[page.span.start : page.span.end].strip("\n\f") for page in joined.pages] == list(
        "甲乙丙丁"
    )


def read_zip_pages(words: str) -> Parts:
    return of({"a.txt": words})


def test_names_packed_by_chinese_windows_are_read() -> None:
    # A name in ASCII is packed without the mark for UTF-8; as long as the GBK one, it can give way to it.
    content = packed({"ABCD2.txt": "床位\n", "notice.txt": NOTICE}).replace(b"ABCD", "附件".encode("gb18030"))
    assert read_zip(content, "", Limits()).text == NOTICE + "附件2\n床位\n"


def link(name: str, target: str) -> tuple[zipfile.ZipInfo, str]:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def test_links_and_archives_inside_are_issues_and_paths_lead_nowhere(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("../../outside.txt", NOTICE)
        archive.writestr(*link("passwd.txt", "/etc/passwd"))
        archive.writestr("inner.zip", packed({"b.txt": "乙"}))
        archive.writestr("__MACOSX/._a.txt", b"\0\1")
    path = tmp_path / "in" / "notice.zip"
    path.parent.mkdir()
    path.write_bytes(target.getvalue())
    document = read(path, "notice", {})
    assert document.text == NOTICE
    assert [issue.message.en.split()[0].rstrip(":") for issue in document.issues] == [
        "passwd.txt",
        "inner.zip",
    ]
    assert [one.name for one in tmp_path.rglob("*")] == ["in", "notice.zip"]


def encrypted() -> bytes:
    content = bytearray(packed({"notice.txt": NOTICE}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed({}), "damaged|without files"),
        (b"PK\x03\x04 and then nothing", "damaged ZIP"),
        (packed({"notice.txt": NOTICE})[:-30], "damaged ZIP"),
        (encrypted(), "encrypted"),
        (packed({"bomb.txt": b"\0" * 30_000_000}), "bomb"),
        (packed({"ppt/slides/s.xml": "", "[Content_Types].xml": "presentationml"}), "slides"),
    ],
)
def test_bad_archives_say_why(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_zip(content, "notice.zip", Limits(max_ratio=500))


def test_limits_hold_for_members_and_size() -> None:
    many = packed({f"{i}.txt": "甲" for i in range(30)})
    with pytest.raises(Unreadable, match="packs 30 files"):
        read_zip(many, "", Limits(max_members=20))
    with pytest.raises(Unreadable, match="unpacks to"):
        read_zip(packed({"a.txt": "甲" * 1000}), "", Limits(max_unpacked=1000))


def test_a_folder_is_read_as_an_archive_is(tmp_path: Path) -> None:
    folder = tmp_path / "notice"
    folder.mkdir()
    (folder / "通知.txt").write_text(NOTICE, "utf-8")
    (folder / "附件1.docx").write_bytes(docx(p("任务分工表") + TASKS))
    (folder / "附件2.pptx").write_bytes(packed({"[Content_Types].xml": "presentationml"}))
    document = read(folder, "notice", {})
    assert document.text == NOTICE + "附件1\n任务分工表\n任务\t单位\n建床位\t市民政局\n"
    assert [issue.where for issue in document.issues] == ["附件2.pptx"]
    (folder / "附件1.docx").unlink()
    assert read(folder, "notice", {}).source_sha256 != document.source_sha256
