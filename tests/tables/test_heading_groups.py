"""Headings that lost their blanks, laid on the groups of those below them."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
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
    assert not {"文体设施/现有", "养老设施/现有", "年度计划/2025年/床位"} & set(
        columns(heads.replace("|", "\t") + rows)
    )


def test_a_heading_of_two_known_words_stays_whole_where_a_blank_before_it_was_lost() -> None:
    heads = "序号|镇名|村数|年度计划|||\n||2025年计划数||2026年计划数|\n||床位|公厕|床位|公厕\n".replace(
        "|", "\t"
    )
    rows = "1\t东镇\t5\t1\t2\t3\t4\n2\t西镇\t6\t2\t3\t1\t4\n3\t南镇\t7\t3\t1\t2\t5\n"
    assert columns(heads + rows)[3:] == [
        f"年度计划/{year}计划数/{name}" for year in ("2025年", "2026年") for name in LEAVES
    ]
