"""The end of a name behind the whole table: 长溪口 … 镇."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline
from pipeline.tables import mend


def names(rows: str) -> tuple[list[str], str]:
    text = f"关于印发计划的通知\n各镇人民政府：\n现印发给你们。\n计划表\n{rows.replace('|', chr(9))}\n"
    (found,) = mend(outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))).tables
    grid = found.grid()[found.header_rows :]
    return [next((c.text for c in row if c and not c.text.isdigit()), "") for row in grid], found.status


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "序号|镇街|床位|公厕\n1|安平镇|3|1\n2|石桥乡|2|\n3|长溪口|4|2\n合计||9|3\n镇",
            ["安平镇", "石桥乡", "长溪口镇", "合计"],
        ),
        (
            "镇街|床位|公厕\n总计|9|3\n安平街道|3|1\n石桥街道|2|\n长溪|4|2\n街道",
            ["总计", "安平街道", "石桥街道", "长溪街道"],
        ),
        (
            "序号|单位|路灯|车位\n1|沙河乡|3|1\n2|上坪乡|2|\n3|北岭|4|2\n乡",
            ["沙河乡", "上坪乡", "北岭乡"],
        ),
    ],
)
def test_the_one_name_that_does_not_say_what_it_is(rows: str, said: list[str]) -> None:
    found, status = names(rows)
    assert found == said and status != "certified"


@pytest.mark.parametrize(
    "rows",
    [
        "序号|镇街|床位|公厕\n1|安平|3|1\n2|石桥乡|2|\n3|长溪口|4|2\n合计||9|3\n镇",
        "序号|镇街|床位|公厕\n1|安平镇|3|1\n2|石桥乡|2|\n3|长溪镇|4|2\n合计||9|3\n镇",
    ],
)
def test_of_two_names_or_none_nothing_is_chosen(rows: str) -> None:
    found, status = names(rows)
    assert "长溪口镇" not in found and "安平镇镇" not in found and status != "certified"
