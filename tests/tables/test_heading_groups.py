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
