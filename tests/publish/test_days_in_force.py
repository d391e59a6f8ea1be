"""The day a whole notice takes force, as its own sentence says it."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.run import run

pytestmark = pytest.mark.usefixtures("here")


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("《甲市养犬管理办法》已经市政府常务会议通过，现予公布，自2023年7月1日起施行。", "2023-07-01"),
        ("《甲市养犬管理办法》已经修订，现予发布,自二〇二三年七月一日起实施。", "2023-07-01"),
        ("《甲市养犬管理办法》予以印发，自2023年7月1日起执行。", "2023-07-01"),
        ("现制定《甲市养犬管理办法》，定于二〇二三年七月一日起试行。", "2023-07-01"),
        ("现将有关情况予以公布，自2023年7月1日起，各站点实行预约。", None),
        ("自2023年7月1日起，全市各站点实行预约。", None),
        ("活动定于2023年7月1日起报名。", None),
        # Another paper's day, which was over when this notice was written; the day of a deed.
        ("《甲省养犬条例》已于2021年3月9日予以公布，自2021年7月1日起施行。请各区认真学习。", None),
        ("《甲省养犬条例》现予公布，自2022年1月1日起施行。省厅要求各区落实。", None),
        ("集中整治行动定于2023年7月10日起实施。", None),
    ],
)
def test_the_day_that_what_is_made_public_takes_force(sentence: str, day: str | None, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = (
        f"关于公布甲市养犬管理办法的通知\n\n各区人民政府：\n\n　　{sentence}\n\n甲市人民政府\n2023年5月2日\n"
    )
    (raw / "n.txt").write_text(text, "utf-8")
    run(raw, tmp_path / "out", 1, lambda *_: None)
    row = pq.read_table(tmp_path / "out" / "notices.parquet").to_pylist()[0]
    assert (str(row["effective_date"]) if row["effective_date"] else None) == day
