"""Headings that lost their blanks, laid on the groups of those below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend

ROWS = "1 | 东镇 | {0} |\n2 | 西镇 | {0} |\n3 | 南镇 | {0} |\n"


def columns(table: str) -> list[str]:
    text = f"关于印发计划的通知\n各镇人民政府：\n现印发给你们。\n计划表\n{table}请遵照执行。\n"
    mended = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    (found,) = mended.tables
    grid = found.grid()[: found.header_rows]
    paths = [[cell.text for row in grid if (cell := row[j]) and cell.text] for j in range(found.n_cols)]
    return ["/".join(dict.fromkeys(path)) for path in paths]


@pytest.mark.parametrize(
    ("heads", "n", "said"),
    [
        (
            "序号 | 镇名 | 床位 | 公厕 | ||\n现有 | 新增 | 现有 | 新增 | ||\n",
            4,
            ["床位/现有", "床位/新增", "公厕/现有", "公厕/新增"],
        ),
        # A sum of its own at the end; a sum with as many below it; a note under which nothing stands.
        (
            "序号 | 镇名 | 小学 | 初中 | 合计 | ||\n走读（250元） | 寄宿 | 走读（300元） | 寄宿 | 资金合计 | ||\n",
            5,
            ["小学/走读（250元）", "小学/寄宿", "初中/走读（300元）", "初中/寄宿", "合计/资金合计"],
        ),
        (
            "序号 | 镇名 | 平房 | 楼房 | 合计 | |||\n户数 | 资金 | 户数 | 资金 | 总户数 | 资金 | ||\n",
            6,
            ["平房/户数", "平房/资金", "楼房/户数", "楼房/资金", "合计/总户数", "合计/资金"],
        ),
        (
            "序号 | 镇名 | 床位 | 公厕 | 备注 | ||\n现有 | 新增 | 现有 | 新增 | |||\n",
            5,
            ["床位/现有", "床位/新增", "公厕/现有", "公厕/新增", "备注"],
        ),
    ],
)  # fmt: skip
def test_blanks_behind_the_headings(heads: str, n: int, said: list[str]) -> None:
    assert columns(heads + ROWS.format(" | ".join(str(j + 2) for j in range(n))))[-len(said) :] == said


def test_as_many_groups_as_headings_or_none() -> None:
    heads = "序号 | 镇名 | 床位 | 公厕 | 花园 | ||\n现有 | 新增 | 现有 | 新增 | | ||\n"
    assert "床位/现有" not in columns(heads + ROWS.format("1 | 2 | 3 | 4"))


LEAVES = ["床位", "公厕"]
BELOW = [
    # All blanks lost: under one heading beside 村数; years under two; three lines; a note at the end.
    (
        "序号|镇名|村数|建设任务\n2025年|2026年\n",
        ["村数", "建设任务/2025年", "建设任务/2026年"],
    ),
    (
        "序号|镇名|村数|年度计划\n2025年|2026年\n床位|公厕|床位|公厕\n",
        ["村数", *(f"年度计划/{year}/{name}" for year in ("2025年", "2026年") for name in LEAVES)],
    ),
    (
        "序号|镇名|床位|公厕\n现有|2025年|2026年|现有|2025年|2026年\n",
        [f"{name}/{when}" for name in LEAVES for when in ("现有", "2025年", "2026年")],
    ),
    (
        "序号|镇名|重点项目|备注\n2025年|2026年\n床位|公厕|床位|公厕\n",
        [*(f"重点项目/{year}/{name}" for year in ("2025年", "2026年") for name in LEAVES), "备注"],
    ),
    # The blanks before the lower lines lost, those between kept.
    (
        "序号|镇名|村数|年度计划||||\n2025年||2026年|\n床位|公厕|床位|公厕\n",
        ["村数", *(f"年度计划/{year}/{name}" for year in ("2025年", "2026年") for name in LEAVES)],
    ),
    (
        "序号|镇名|村数|常住人口|床位||公厕||\n现有|新增|现有|新增\n",
        ["村数", "常住人口", *(f"{name}/{when}" for name in LEAVES for when in ("现有", "新增"))],
    ),
    # Those of all lines but the last.
    (
        "序号|镇名|村数|年度计划\n2025年|2026年\n|||床位|公厕|床位|公厕\n",
        ["村数", *(f"年度计划/{year}/{name}" for year in ("2025年", "2026年") for name in LEAVES)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "said"), BELOW)
def test_lines_that_lost_their_blanks(heads: str, said: list[str]) -> None:
    tabs = heads.replace("|", "\t")
    rows = "".join(
        "\t".join([str(i), name, *(str(3 * i + j) for j in range(len(said)))]) + "\n"
        for i, name in enumerate(("东镇", "西镇", "南镇", "北镇"), 1)
    )
    assert columns(tabs + rows) == ["序号", "镇名", *said]


@pytest.mark.parametrize(
    "heads",
    [
        # Either of two headings may be the one that is divided; nothing says where the second year begins.
        "序号|镇名|养老设施|文体设施\n现有|新增\n",
        "序号|镇名|村数|年度计划\n2025年|2026年\n床位|公厕|食堂|公园\n",
    ],
)
def test_headings_of_which_any_may_be_divided_are_not_laid(heads: str) -> None:
    n = 3 if heads.count("\n") == 2 else 5
    rows = "".join(
        "\t".join([str(i), name, *(str(3 * i + j) for j in range(n))]) + "\n"
        for i, name in enumerate(("东镇", "西镇", "南镇", "北镇"), 1)
    )
    found = set(columns(heads.replace("|", "\t") + rows))
    assert not {"文体设施/现有", "养老设施/现有", "年度计划/2025年/公厕", "年度计划/2026年/食堂"} & found


def test_a_heading_of_two_known_words_stays_whole_where_a_blank_before_it_was_lost() -> None:
    heads = "序号|镇名|村数|年度计划|||\n||2025年计划数||2026年计划数|\n||床位|公厕|床位|公厕\n".replace(
        "|", "\t"
    )
    rows = "1\t东镇\t5\t1\t2\t3\t4\n2\t西镇\t6\t2\t3\t1\t4\n3\t南镇\t7\t3\t1\t2\t5\n"
    assert columns(heads + rows)[3:] == [
        f"年度计划/{year}计划数/{name}" for year in ("2025年", "2026年") for name in LEAVES
    ]


def drawn(lines: str, n: int, names: int = 2) -> list[str]:
    rows = "".join(
        "\t".join([*[str(i), name][2 - names :], *(str(3 * i + j) for j in range(n))]) + "\n"
        for i, name in enumerate(("东镇", "西镇", "南镇", "北镇"), 1)
    )
    return columns(lines.replace("|", "\t") + rows)


LOST_AND_KEPT = [
    # The upper line lost its blanks, the lower stands in its place: years run to the end of their group.
    (
        "序号|镇名|社区个数|互助点（个）|敬老院|服务站\n|||现有|2024|2025|2026|保留|撤并|现有|2024|2025\n",
        [*(f"互助点（个）/{x}" for x in ("现有", "2024", "2025", "2026")), "敬老院/保留", "敬老院/撤并"],
    ),
    # Three lines, the second of which lost its blanks; the third too.
    (
        "序号|镇名|2025年||2026年|||\n学校|学校|食堂\n新建|改造|新建|改造|大|小\n",
        [*(f"{y}年/学校/{x}" for y in (2025, 2026) for x in ("新建", "改造")), "2026年/食堂/大"],
    ),
    # A line printed two columns aside, with blanks between its words.
    (
        "||序号|镇名|床位||公厕|\n||现有|新增|现有|新增\n",
        [f"{name}/{when}" for name in LEAVES for when in ("现有", "新增")],
    ),
]


@pytest.mark.parametrize(("heads", "said"), LOST_AND_KEPT)
def test_lines_of_which_some_lost_their_blanks(heads: str, said: list[str]) -> None:
    n = 10 if "社区个数" in heads else 6 if "学校" in heads else 4
    found = drawn(heads, n)
    assert [path for path in found if path in said] == said


RESTS = [
    ("镇名|护理|床位（张）|助餐点\n员人数|（个）\n", ["护理员人数", "床位（张）", "助餐点（个）"]),
    ("镇名|责任|路灯（盏）|公厕\n单位|（座）\n", ["责任单位", "路灯（盏）", "公厕（座）"]),
    ("镇名|床位||公厕\n20|20\n25年|26年\n", ["床位/2025年", "床位/2026年", "公厕"]),
]


@pytest.mark.parametrize(("heads", "said"), RESTS)
def test_rests_of_headings_that_lost_the_blanks_between_them(heads: str, said: list[str]) -> None:
    assert drawn(heads, 3, names=1)[1:] == said


@pytest.mark.parametrize(
    "heads",
    [
        "序号|镇名|村数|食堂|敬老院\n新建|改建|保留|改造|撤并\n",
        "序号|镇名|公园|路灯|村数|车位\n（个）|（座）\n",
        "序号|镇名|照护站|互助|村数|路灯|车位\n点数量|（个）\n",
    ],
)
def test_columns_whose_headings_can_be_laid_otherwise_are_left_out(heads: str) -> None:
    n = {5: 6, 6: 4, 7: 5}[heads.splitlines()[0].count("|") + 1]
    rows = "".join(
        "\t".join([str(i), name, *(str(3 * i + j) for j in range(n))]) + "\n"
        for i, name in enumerate(("东镇", "西镇", "南镇", "北镇"), 1)
    )
    text = f"关于印发计划的通知\n各镇人民政府：\n现印发给你们。\n计划表\n{heads.replace('|', chr(9))}{rows}请遵照执行。\n"
    mended = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)))
    (found,) = mended.tables
    assert "ambiguous_columns" in {issue.kind for issue in mended.issues} and found.status == "ambiguous"
    body = [[cell.text if cell else "" for cell in row] for row in found.grid()[found.header_rows :]]
    assert [row[:2] for row in body] == [["1", "东镇"], ["2", "西镇"], ["3", "南镇"], ["4", "北镇"]]
    assert any(not any(row[j] for row in body) for j in range(2, len(body[0])))


def test_a_row_longer_than_the_headings_behind_a_page_end() -> None:
    rows = "1\t东镇\t3\n2\t西\n\n— 4 —\n\n\t镇\t\t\t5\t6\n3\t南镇\t2\n"
    assert columns("序号\t镇名\t床位\n" + rows)[:2] == ["序号", "镇名"]


def test_a_row_of_words_below_the_headings_loses_none(tmp_path: Path) -> None:
    """东镇 has no figures, and a cell too many before its note: it is no line of headings whose last word stands nowhere."""
    rows = [
        ["镇街", "敬老院", "养老中心", "备注"],
        ["东镇", "", "", "", "王五"],
        ["西镇", "20", "13", "王五"],
        ["南镇", "", "", "", ""],
        ["合计", "20", "13"],
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = tmp_path / "n.html"
    page.write_text(f"<html><body><p>现将计划印发给你们。</p><table>{cells}</table></body></html>", "utf-8")
    (table,) = mend(outline(read(page, "n", {}))).tables
    assert [cell.text if cell else "" for cell in table.grid()[1]] == ["东镇", "", "", "王五"]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (
            "镇名|2025年|2026年||\n|食堂|食堂|公厕|站点\n",
            ["2025年/食堂", "2026年/食堂", "2026年/公厕", "2026年/站点"],
        ),
        (
            "镇名|公厕|水利||\n|改建（座）|山塘|2025年|2026年\n",
            ["公厕/改建（座）", "水利/山塘", "水利/2025年", "水利/2026年"],
        ),
        ("镇名|水利|||公厕\n|山塘|沟渠|水闸|改建\n", ["水利/山塘", "水利/沟渠", "水利/水闸", "公厕/改建"]),
        (
            "镇名|村数|水利||\n||长度|提升||\n||沟渠|2025年|2026年\n",
            ["村数", "水利/长度/沟渠", "水利/提升/2025年", "水利/提升/2026年"],
        ),
    ],
)
def test_a_lower_line_goes_on_under_a_heading_of_one_column(heads: str, said: list[str]) -> None:
    """As all its words stand over figures; a column in which no row has any does not speak against it."""
    rows = "".join(f"{name}|5|8|9|4\n" for name in ("东镇", "西镇", "南镇"))
    assert columns((heads + rows).replace("|", "\t"))[1:] == said


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (
            "镇名|水利|||公厕|\n|山塘||水闸|新建|改建\n",
            ["水利/山塘", "水利", "水利/水闸", "公厕/新建", "公厕/改建"],
        ),
        (
            "镇名|水利|||公厕|\n||沟渠|水闸|新建|改建\n",
            ["水利", "水利/沟渠", "水利/水闸", "公厕/新建", "公厕/改建"],
        ),
        (
            "镇名|水利|||公厕|\n|山塘|沟渠|水闸|新建\n",
            ["水利/山塘", "水利/沟渠", "水利/水闸", "公厕/新建", "公厕"],
        ),
    ],
)
def test_a_column_that_lost_its_name_has_that_of_its_group(heads: str, said: list[str]) -> None:
    """The rows tell that it is there; how it is called nobody knows, so no sum makes the table certified."""
    rows = "".join(f"{name}|5|8|9|4|1\n" for name in ("东镇", "西镇", "南镇")) + "合计|15|24|27|12|3\n"
    assert columns((heads + rows).replace("|", "\t"))[1:] == said


LOST_BEFORE_A_BLANK_COLUMN = """镇名|社区|服务站||||
||现有|2024|2025|2026|
东镇|9|4||1||
西镇|8|2|3||5|
南镇|7|1||6|
北镇|6|3||2|4|
中镇|5|2|1||3|
合计|35|12|4|3|18|
"""


def test_a_row_that_lost_a_blank_ends_with_that_of_a_column_in_which_nothing_stands() -> None:
    """As long as the headings, 南镇 lacks a cell all the same: the blank at its end is none of it."""
    text = "计划表\n" + LOST_BEFORE_A_BLANK_COLUMN.replace("|", "\t")
    whole = f"关于印发计划的通知\n各镇人民政府：\n现印发给你们。\n{text}"
    (found,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", whole))).tables
    south = next(row for row in found.grid() if row[0] and row[0].text == "南镇")
    assert [cell.text if cell else "" for cell in south] == ["南镇", "7", "1", "", "", "6"]


def test_two_columns_of_figures_of_one_path_are_not_certified() -> None:
    text = "计划表\n镇名|村数|厕所|村数\n东镇|1|2|3\n西镇|4|5|6\n合计|5|7|9\n".replace("|", "\t")
    whole = f"关于印发计划的通知\n各镇人民政府：\n现印发给你们。\n{text}"
    (found,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", whole))).tables
    assert found.status == "unverified"


def test_rows_that_end_early_do_not_shorten_the_headings() -> None:
    heads = "镇名|水利|||公厕||\n|山塘|沟渠|水闸|现有|新建|改建\n"
    rows = "".join(f"{name}|5|8|9\n" for name in ("东镇", "西镇", "南镇", "中镇")) + "北镇|1|2|3|4|5|6\n"
    found = columns((heads + rows).replace("|", "\t"))[1:]
    assert found == ["水利/山塘", "水利/沟渠", "水利/水闸", "公厕/现有", "公厕/新建", "公厕/改建"]


@pytest.mark.parametrize(
    ("lower", "village", "point"),
    [
        ("现有\t2026\t2027\t现有\t2026年\t2027年\t2028年", 3, 4),
        ("2026\t2027\t2026年\t2027年\t2028年\t2029年\t2030年", 2, 5),
    ],
)
def test_a_year_is_the_same_heading_without_its_sign(lower: str, village: int, point: int) -> None:
    """Years that begin again below one heading are of two, also where only some say 年."""
    figures = "".join(f"{town}镇\t{n}\t3\t0\t2\t1\t1\t1\t5\n" for n, town in enumerate("东西南", 2))
    said = columns(f"镇街\t社区个数\t村史馆\t护渔点\n\t\t{lower}\n{figures}合计\t9\t9\t0\t6\t3\t3\t3\t15\n")
    assert [path.partition("/")[0] for path in said[2:]] == ["村史馆"] * village + ["护渔点"] * point
