"""The box of a page says from when and until when a notice holds."""

from __future__ import annotations

import pytest

from pipeline.model import Document
from pipeline.outline import outline


@pytest.mark.parametrize(
    ("said", "effective", "expires"),
    [
        ("实施日期：2024年07月01日\n失效日期：2029-06-30", "2024-07-01", "2029-06-30"),
        ("生效日期：2024/7/1\n有效期：至2029年6月30日", "2024-07-01", "2029-06-30"),
        ("有效期：5年\n废止日期：有效", None, None),
        ("有效期：2024-07-01至2029-06-30", "2024-07-01", "2029-06-30"),
    ],
)
def test_the_box_says_when_a_notice_holds(said: str, effective: str | None, expires: str | None) -> None:
    box = f"索引号：000014349/2024\n发文机关：某市民政局\n{said}\n某市民政局关于加强某项工作的通知\n\n"
    text = f"{box}各镇人民政府：\n请认真落实。\n某市民政局\n2024年6月1日\n"
    block = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block
    assert (block.effective_date, block.expires_date) == (effective, expires)
