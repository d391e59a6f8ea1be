"""Which notices are copies: one text in many formats, and never two that only share a title, a number or a day."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.publish.called import Named
from pipeline.publish.company import Seen, with_company
from pipeline.publish.overlap import Worded, said_otherwise, share, text_to_words
from pipeline.run import run
from tests.read.pdf_fixtures import Drawn, drawn_to_pdf
from tests.read.word_files import docx, p

pytestmark = pytest.mark.usefixtures("here")

HEAD = "清河市民政局"
TITLE = f"{HEAD}关于印发2025年养老服务补短板行动方案的通知"
NUMBER = "清民发〔2025〕18号"
POINTS = [
    "一、健全三级服务网络。2025年底前建成养老床位300张，新建村级互助点40个，每个街道至少有1处综合体。（牵头单位：市民政局；配合单位：市财政局）",
    "二、提升照护能力。年内培训护理员1200人次，护理型床位占比达到58%，推动医疗机构与养老机构签约合作。（责任单位：市卫生健康委、市民政局）",
    "三、保障资金投入。市财政统筹安排养老服务资金600万元，用于设施改造、人才培养和运营补助，做到专款专用、公开透明。（责任单位：市财政局）",
    "四、加强督促检查。各县区要建立台账，每季度报送进展情况，对工作推进缓慢、群众反映强烈的予以通报。",
]
LETTER = "各县区民政局：\n　　现将《2025年养老服务补短板行动方案》印发给你们，请结合实际认真组织实施。"
DATE = "2025年3月12日"


def notice(points: list[str] = POINTS, title: str = TITLE, number: str = NUMBER, date: str = DATE) -> str:
    body = "\n".join(f"　　{point}" for point in points)
    return f"{title}\n{number}\n\n{LETTER}\n\n{HEAD}\n{date}\n\n2025年养老服务补短板行动方案\n\n{body}\n"


def page(text: str) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    return f"<html><body><div>首页 &gt; 政务公开</div><div>{lines}</div><div>【打印】【关闭】</div></body></html>".encode()


def pdf(text: str) -> bytes:
    drawn, top, pages = Drawn(), 80.0, []
    for line in text.splitlines():
        for start in range(0, len(line), 34):
            drawn.text(line[start : start + 34], 90, top, 12)
            top += 20
            if top > 700:
                pages.append(drawn.text(f"- {len(pages) + 1} -", 280, 780, 10))
                drawn, top = Drawn(), 80.0
    return drawn_to_pdf([*pages, drawn])


def recognized(text: str, rate: float = 0.01) -> str:
    """A letter of Chinese in a hundred read as another."""
    chance = random.Random(7)
    letters = "己末土士曰日人八干千"
    return "".join(
        chance.choice(letters) if "一" <= c <= "鿿" and c not in "一二三四" and chance.random() < rate else c
        for c in text
    )


def read(folder: Path, files: Mapping[str, bytes]) -> dict[str, list[dict[str, object]]]:
    raw, out = folder / "raw", folder / "out"
    raw.mkdir(parents=True)
    for name, content in files.items():
        (raw / name).write_bytes(content)
    run(raw, out, 1, lambda *_: None)
    tables = ("notices", "facts", "tasks", "targets", "funding", "issues", "task_list")
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in tables}


def copies(folder: Path, files: Mapping[str, str | bytes]) -> dict[str, object]:
    rows = read(folder, {n: c.encode() if isinstance(c, str) else c for n, c in files.items()})
    return {str(row["notice_id"]): row["same_as"] for row in rows["notices"] if row["same_as"]}


def test_one_notice_in_every_format(tmp_path: Path) -> None:
    text = notice()
    files = {
        "a.txt": text.encode(),
        "b.html": page(text),
        "c.docx": docx("".join(p(line) for line in text.splitlines())),
        "d.pdf": pdf(text),
        "e.md": recognized(text).encode(),
    }
    rows = read(tmp_path, files)
    (whole,) = (row["notice_id"] for row in rows["notices"] if not row["same_as"])
    assert {row["same_as"] for row in rows["notices"]} == {None, whole}
    beds = [r for r in rows["facts"] if r["kind"] == "target" and r["value"] == 300 and r["countable"]]
    assert len(beds) == 1


@pytest.mark.parametrize("without", ["number", "date"])
def test_a_copy_that_does_not_print_all(without: str, tmp_path: Path) -> None:
    """The page has the number in a box of its own that was not saved, or no day."""
    less = notice().replace(f"{NUMBER}\n" if without == "number" else f"{DATE}\n", "")
    assert copies(tmp_path, {"a.txt": notice(), "b.txt": less}) == {"b": "a"}


CORRECTED = {
    "number": [one.replace("300张", "350张") for one in POINTS],
    "money": [one.replace("600万元", "60万元") for one in POINTS],
    "word": [one.replace("护理员", "消防员") for one in POINTS],
    "body": [one.replace("市卫生健康委", "市医疗保障局") for one in POINTS],
}


@pytest.mark.parametrize("what", CORRECTED)
def test_a_corrected_notice_is_another(what: str, tmp_path: Path) -> None:
    rows = read(tmp_path, {"a.txt": notice().encode(), "b.txt": notice(CORRECTED[what]).encode()})
    assert not any(row["same_as"] for row in rows["notices"])
    (said,) = (row for row in rows["issues"] if row["kind"] == "nearly_a_copy")
    assert {"number": "350", "money": "60", "body": "医疗保障", "word": "消防"}[what] in str(said["message"])


@pytest.mark.parametrize("n", [3, 6, 12])
def test_however_many_are_nearly_the_same_each_is_told_once(n: int, tmp_path: Path) -> None:
    """A form that every town fills in: the issues are not as many as the pairs."""
    points = [[one.replace("300张", f"{300 + 7 * k}张") for one in POINTS] for k in range(n)]
    rows = read(tmp_path, {f"n{k:02}.txt": notice(points[k]).encode() for k in range(n)})
    assert not any(row["same_as"] for row in rows["notices"])
    said = {row["notice_id"]: str(row["message"]) for row in rows["issues"] if row["kind"] == "nearly_a_copy"}
    assert sorted(said) == [f"n{k:02}" for k in range(1, n)]
    assert all("n00" in message for message in said.values())


def test_two_kinds_of_nearly_the_same_are_told_apart(tmp_path: Path) -> None:
    other = {"title": TITLE.replace("补短板", "提质"), "number": "清民发〔2025〕60号"}
    kinds = {"a": {}, "c": other}
    files = {
        f"{name}{k}.txt": notice(CORRECTED["number"] if k else POINTS, **said).encode()
        for name, said in kinds.items()
        for k in range(2)
    }
    rows = read(tmp_path, files)
    said = [row for row in rows["issues"] if row["kind"] == "nearly_a_copy"]
    assert [row["notice_id"] for row in said] == ["a1", "c1"]


@pytest.mark.parametrize(
    "other", [{"date": "2025年9月30日"}, {"number": "清民发〔2025〕52号"}], ids=["day", "number"]
)
def test_another_day_or_number_is_another_notice(other: dict[str, str], tmp_path: Path) -> None:
    assert not copies(tmp_path, {"a.txt": notice(), "b.txt": notice(**other)})  # type: ignore[arg-type]


LIST = "清河市教育局关于公布2025年度优秀教师名单的公告\n\n　　经评审公示，现将2025年度优秀教师名单予以公布。公示期内如有异议，请以书面形式实名反映。\n\n　　{names}\n\n清河市教育局\n2025年9月1日\n"
NAMES = [
    "市第一中学：赵立新、钱文秀、孙国强。市实验小学：李春梅、周海燕。",
    "市第五中学：吴志刚、郑玉兰、王建华。市职业学校：冯晓东、陈美玲。",
]


@pytest.mark.parametrize("names", [NAMES, ["赵立新、钱文秀", "吴志刚、郑玉兰"]], ids=["long", "short"])
def test_two_lists_of_one_title_and_day(names: list[str], tmp_path: Path) -> None:
    assert not copies(tmp_path, {f"{n}.txt": LIST.format(names=one) for n, one in enumerate(names)})


@pytest.mark.parametrize("title", ["转发{}", "关于转发《{}》的通知", "关于转发{}的通知"])
def test_a_notice_forwarded_counts_once_and_is_no_copy(title: str, tmp_path: Path) -> None:
    """The county's letter is a notice of its own; what it forwards was said before."""
    body = "\n".join(notice().splitlines())
    forward = f"东山县民政局{title.format(TITLE)}\n东民发〔2025〕4号\n\n各乡镇人民政府：\n　　现将《{TITLE}》转发给你们，请认真贯彻执行。各乡镇要在2025年4月30日前报送工作方案。\n\n东山县民政局\n2025年4月1日\n\n{body}\n"
    rows = read(tmp_path, {"city.txt": notice().encode(), "county.txt": forward.encode()})
    assert not any(row["same_as"] for row in rows["notices"])
    own = {row["fact_id"] for row in rows["facts"] if row["notice_id"] == "city"}
    again = [row for row in rows["facts"] if row["notice_id"] == "county" and row["repeats"] in own]
    assert {row["value"] for row in again if row["kind"] == "target"} >= {300.0, 40.0, 1200.0, 58.0}
    assert not any(row["countable"] for row in again)
    (money,) = (row for row in rows["facts"] if row["kind"] == "funding" and row["countable"])
    assert money["notice_id"] == "city"
    assert any(
        row["date"] is not None and str(row["date"]) == "2025-04-30" and not row["repeats"]
        for row in rows["facts"]
    )


def test_an_annex_that_is_a_file_of_its_own_says_again(tmp_path: Path) -> None:
    annex = (
        "2025年养老服务补短板重点任务清单\n\n"
        + "\n".join(f"　　{one}" for one in POINTS)
        + "\n　　五、按时报送总结材料。\n"
    )
    whole = f"{HEAD}关于做好养老服务工作的通知\n{NUMBER}\n\n各县区民政局：\n　　请按附件认真组织实施，遇到问题及时报告。\n\n　　附件：2025年养老服务补短板重点任务清单\n\n{HEAD}\n{DATE}\n\n附件\n{annex}"
    rows = read(tmp_path, {"whole.txt": whole.encode(), "annex.txt": annex.encode()})
    assert not any(row["same_as"] for row in rows["notices"])
    beds = [r for r in rows["targets"] if r["value"] == 300]
    assert [bool(r["repeats"]) for r in sorted(beds, key=lambda r: str(r["notice_id"]))] == [True, False]
    assert sum(bool(r["countable"]) for r in rows["facts"] if r["kind"] == "funding") == 1


def test_a_notice_of_the_same_words_from_another_city_is_another(tmp_path: Path) -> None:
    other = notice().replace("清河市", "白水市").replace("清民发", "白民发")
    assert not copies(tmp_path, {"a.txt": notice(), "b.txt": other})


def test_a_draft_is_no_copy_of_what_was_issued(tmp_path: Path) -> None:
    draft = notice(title=f"{TITLE}（征求意见稿）").replace(f"{NUMBER}\n", "")
    assert not copies(tmp_path, {"a.txt": notice(), "b.txt": draft})


def test_another_notice_takes_no_repeat_from_those_there(tmp_path: Path) -> None:
    """The part was read before the whole was there, and after."""
    annex = "2025年养老服务补短板行动方案\n\n" + "\n".join(f"　　{one}" for one in POINTS)
    alone = read(tmp_path / "1", {"annex.txt": annex.encode()})
    assert not any(row["repeats"] for row in alone["facts"])


MISREAD = {0.01: True, 0.03: True}


@pytest.mark.parametrize("rate", MISREAD)
def test_letters_misread_here_and_there_say_nothing_otherwise(rate: float) -> None:
    one, other = text_to_words(notice()), text_to_words(recognized(notice(), rate))
    assert share(other, one) > 0.75
    assert said_otherwise(other, one) is None


MOVED = (
    "甲镇新建床位一百张乙镇改建活动室两处丙镇配备护理车三辆",
    "丙镇配备护理车三辆甲镇新建床位一百张乙镇改建活动室两处",
)


def test_what_stands_elsewhere_is_moved_and_not_otherwise() -> None:
    start, end = "全县统筹推进养老服务设施建设任务如下", "上述任务纳入年度综合考核并定期通报进展"
    one, other = (text_to_words(start + words + end) for words in MOVED)
    assert said_otherwise(one, other) is None


def test_what_one_text_has_more_is_not_otherwise() -> None:
    start, end = "全县统筹推进养老服务设施建设任务如下", "上述任务纳入年度综合考核并定期通报进展"
    assert said_otherwise(text_to_words(start + end), text_to_words(start + "第 3 页 共 12 页" + end)) is None


def test_an_empty_text_stands_in_no_other() -> None:
    assert share(Worded(()), text_to_words(notice())) == 0.0


def test_who_has_nothing_in_common_with_anybody_need_not_be_looked_at() -> None:
    """Drawn names of few and of many: held against one another are the same pairs as if all were looked at."""
    chance = random.Random(3)
    for many in (3, 40):
        drawn = [
            Named(
                {"notice_id": f"n{n:02}", "region_code": chance.choice(("360828", "360800", "")), "doc_number": f"{chance.randrange(many)}号"},
                *(frozenset(str(chance.randrange(many)) for _ in range(2)) for _ in range(2)),
                title=str(chance.randrange(many)), short=(),
            )
            for n in range(30)
        ]  # fmt: skip
        assert pairs(drawn) == pairs(with_company(drawn)) != set()
    assert len(with_company(drawn)) < 30 or with_company(drawn[:1]) == []


def pairs(notices: Sequence[Named]) -> set[tuple[str, str]]:
    seen, found = Seen(), set()
    for notice in notices:
        found |= {(notice.notice_id, other.notice_id) for other in seen.company(notice)}
        seen.add(notice)
    return found
