"""Kinds of sentence that public bug reports show, each in three variants: what must come of them, and what must not.

`cases.jsonl` holds a case a line: its lines are the points of a notice written on 2026-03-18; `expect` are rows that must
be there and `absent` rows that must not, as [table, {column: value}], where "~x" means the value contains x.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Unread
from pipeline.run import source_to_results
from pipeline.sources import find

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()
]  # fmt: skip
BLOCK = """临江市人民政府办公室关于印发临江市城乡服务提升行动方案的通知
临政办发〔2026〕16号

各县（市、区）人民政府，市政府各部门：

　　《临江市城乡服务提升行动方案》已经市政府同意，现印发给你们，请认真贯彻执行。

临江市人民政府办公室
2026年3月18日

（此件公开发布）

临江市城乡服务提升行动方案

　　一、主要任务
"""
#: Cases that are not read right yet; one that is leaves the list.
NOT_YET = frozenset({"daxie-2"})


def same(got: Any, want: Any) -> bool:
    if isinstance(want, str) and want.startswith("~"):
        return got is not None and want[1:] in str(got)
    if isinstance(want, int | float):
        return isinstance(got, int | float) and abs(got - want) < 1e-6 * max(1, abs(want))
    return (got.isoformat() if isinstance(got, datetime.date) else got) == want


def tables(case: Mapping[str, Any], folder: Path) -> Mapping[str, list[Mapping[str, Any]]]:
    points = [f"　　{n}.{line}\n" for n, line in enumerate(case["lines"], 1)]
    (folder / "notice.txt").write_text(BLOCK + "".join(points), "utf-8")
    (source,), _ = find(folder)
    portion = source_to_results(source)[0]
    assert not isinstance(portion, Unread), portion.issue.message
    return {name: portion.tables[name].to_pylist() for name in ("targets", "deadlines", "funding")}


def faults(case: Mapping[str, Any], rows: Mapping[str, list[Mapping[str, Any]]]) -> list[str]:
    wrong = []
    for wanted in (True, False):
        for table, want in case["expect" if wanted else "absent"]:
            there = any(all(same(row.get(k), v) for k, v in want.items()) for row in rows[table])
            if there != wanted:
                wrong.append(f"{'missing' if wanted else 'must not be there'}: {table} {want or 'any'}")
    return wrong


def marked(case: Mapping[str, Any]) -> Any:
    late = pytest.mark.xfail(strict=True, reason="not read right yet")
    return pytest.param(case, id=case["id"], marks=[late] if case["id"] in NOT_YET else [])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_a_case_is_read_right(case: Mapping[str, Any], tmp_path: Path) -> None:
    wrong = faults(case, tables(case, tmp_path))
    assert not wrong, "\n".join(wrong)


def test_every_kind_has_three_variants() -> None:
    kinds = [case["kind"] for case in CASES]
    assert {kinds.count(kind) for kind in kinds} == {3}
    assert not NOT_YET - {case["id"] for case in CASES}
