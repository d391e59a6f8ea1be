"""The five notices after harmless changes: the same facts, or the correspondingly changed ones.

No rule may know a town, a figure, a line width or an encoding of these texts.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import regex

from pipeline.extract import extract
from pipeline.language.folding import fold
from pipeline.model import Document, Extracted
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend

RAW = Path(__file__).parent.parent / "raw"
NOTICES = sorted(path.stem for path in RAW.glob("*.txt"))
# What says what a fact is; offsets, keys and confidence may move.
SAID = (
    "kind", "agency_name", "role", "seq", "comparator", "value", "value_max", "unit", "deadline_date", "nature",
    "baseline_value", "start_date", "end_date", "period", "amount", "title", "doc_number", "row_label", "column_path",
    "year", "value_text",
)  # fmt: skip
Facts = Counter[tuple[object, ...]]


def read_back(path: Path) -> Extracted:
    return extract(mend(outline(read(path, path.stem, {}))))


def squeezed(value: object) -> object:
    return "".join(fold(value).split()) if isinstance(value, str) else value


def facts_of(extracted: Extracted) -> Facts:
    """Every fact by what it says and where in the outline it stands."""
    block = extracted.mended.outline.title_block
    found: Facts = Counter(
        (fact.table, fact.clause_id, fact.row, *(squeezed(fact.values.get(name)) for name in SAID))
        for fact in extracted.facts
        if fact.table != "tasks"
    )
    found[
        ("notice", block.title, block.doc_number, block.written_date, *(n.name for n in block.issuers))
    ] += 1
    return found


def as_printed(notice: str) -> str:
    return (RAW / f"{notice}.txt").read_text("utf-8")


@cache
def as_read(notice: str) -> Document:
    return read(RAW / f"{notice}.txt", notice, {})


@cache
def baseline(notice: str) -> Facts:
    return facts_of(read_back(RAW / f"{notice}.txt"))


def facts_of_text(tmp_path: Path, notice: str, text: str | bytes) -> Facts:
    path = tmp_path / f"{notice}.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    document, first = read(path, notice, {}), as_read(notice)
    # Of the same characters at the same places, written in other bytes, the same is made.
    if replace(document, source_sha256=first.source_sha256, encoding=first.encoding) == first:
        return baseline(notice)
    return facts_of(extract(mend(outline(document))))


def differences(found: Facts, expected: Facts) -> list[str]:
    return [f"- {fact}" for fact in expected - found] + [f"+ {fact}" for fact in found - expected]


# --- the same facts ---------------------------------------------------------------------------

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
SAME: Mapping[str, Callable[[str], bytes]] = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-be without mark": lambda text: text.encode("utf-16-be"),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "full-width digits": lambda text: text.translate(WIDE).encode(),
    "half-width brackets": lambda text: text.replace("（", "(").replace("）", ")").encode(),
    "wide blanks": lambda text: regex.sub(
        r"(?<=\p{Han}) (?=\d)|(?<=\d) (?=\p{Han})", "\u3000", text
    ).encode(),
}


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("change", SAME)
def test_same_facts(tmp_path: Path, notice: str, change: str) -> None:
    assert (
        differences(facts_of_text(tmp_path, notice, SAME[change](as_printed(notice))), baseline(notice)) == []
    )


@pytest.mark.parametrize("notice", ["jiangjin-2021-78", "bazhou-2025-draft", "yubei-2021-draft-note"])
@pytest.mark.parametrize("seed", range(4))
def test_page_breaks_anywhere(tmp_path: Path, notice: str, seed: int) -> None:
    """Page breaks inside sentences of long paragraphs, also in the middle of words and brackets."""
    text = as_printed(notice)
    rng = random.Random(seed)
    for start in sorted((m.start() for m in regex.finditer(r"(?m)^[^\t\n]{120,}$", text)), reverse=True):
        end = text.index("\n", start)
        spots = [
            i for i in range(start + 40, end - 10)
            if text[i - 1] not in "。；：！ " and text[i] not in " 。" and not text[start:i].endswith(("）", ")"))
        ]  # fmt: skip
        at = rng.choice(spots)
        text = text[:at] + "\n\n\n\n" + text[at:]
    assert differences(facts_of_text(tmp_path, notice, text), baseline(notice)) == []


@pytest.mark.parametrize("row", [3, 11, 18, 27])
def test_page_break_in_the_table_moved(tmp_path: Path, row: int) -> None:
    text = as_printed("jiangjin-2021-78").replace(
        "\n\n\n\n重庆市江津区人民政府行政规范性文件\n\n20\t", "\n20\t", 1
    )
    text = text.replace(f"\n{row}\t", f"\n\n\n\n重庆市江津区人民政府行政规范性文件\n\n{row}\t", 1)
    assert differences(facts_of_text(tmp_path, "jiangjin-2021-78", text), baseline("jiangjin-2021-78")) == []


@pytest.mark.parametrize("width", [24, 31, 40])
def test_other_line_widths(tmp_path: Path, width: int) -> None:
    """The hard-wrapped notice wrapped at another width."""
    text = as_printed("jiangjin-2022-88")
    head, table = text[: text.index("序号 指")], text[text.index("序号 指") :]
    paragraphs = regex.sub(
        r"\n+ ?(?![一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附件|重庆|关于|江津|各镇|《江津|\d{4} 年 5|（此)",
        "",
        head,
    )
    wrapped = [
        line[i : i + width] for line in paragraphs.split("\n") if line for i in range(0, len(line), width)
    ]
    found = facts_of_text(tmp_path, "jiangjin-2022-88", "\n\n".join(wrapped) + "\n\n" + table)
    assert differences(found, baseline("jiangjin-2022-88")) == []


# --- correspondingly changed facts ------------------------------------------------------------

NAMES = {
    "白沙镇": "青石镇", "珞璜镇": "红岩镇", "四面山镇": "大松树镇", "几江街道": "城关街道", "江津": "松平",
    "跃进村街道": "新华街道", "八桥镇": "九龙镇", "大渡口": "临江门", "渝北": "渝东", "统景镇": "温泉镇", "巴州": "和州",
}  # fmt: skip


def replaced(facts: Facts, pairs: Iterable[tuple[str, str]]) -> Facts:
    pairs = list(pairs)

    def renamed(value: object) -> object:
        for old, new in pairs:
            value = value.replace(old, new) if isinstance(value, str) else value
        return value

    return Counter(tuple(renamed(value) for value in fact) for fact in facts.elements())


@pytest.mark.parametrize("notice", NOTICES)
def test_other_places(tmp_path: Path, notice: str) -> None:
    text = as_printed(notice)
    for old, new in NAMES.items():
        text = text.replace(old, new)
    expected = replaced(baseline(notice), NAMES.items())
    assert differences(facts_of_text(tmp_path, notice, text), expected) == []


def swap(text: str, pairs: Mapping[str, str]) -> str:
    for old, new in pairs.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def changed_values(notice: str, found: Facts) -> tuple[list[str], list[str]]:
    """(values gone, values new) of table facts and targets."""
    gone, new = baseline(notice) - found, found - baseline(notice)
    at = SAID.index("value_text") + 3
    return sorted(str(f[at]) for f in gone if f[0] == "table_facts"), sorted(
        str(f[at]) for f in new if f[0] == "table_facts"
    )


def test_other_digits_with_totals_kept(tmp_path: Path) -> None:
    text = swap(
        as_printed("jiangjin-2021-78"),
        {
            "白沙镇\t14\t4\t10\t1\t9": "白沙镇\t17\t5\t12\t1\t8",
            "合计\t\t175\t60\t115\t18\t70": "合计\t\t178\t61\t117\t18\t69",
        },
    )
    found = facts_of_text(tmp_path, "jiangjin-2021-78", text)
    assert changed_values("jiangjin-2021-78", found) == (
        sorted(["14", "4", "10", "9", "175", "60", "115", "70"]),
        sorted(["17", "5", "12", "8", "178", "61", "117", "69"]),
    )


def test_other_digits_in_the_table_whose_rows_shifted(tmp_path: Path) -> None:
    text = swap(
        as_printed("dadukou-2020-17"),
        {
            "\t\t跃进村街道\t10\t0\t\t1\t4\t1\t3": "\t\t跃进村街道\t10\t0\t\t1\t7\t1\t2",
            "\t1\t1\t3\t29\t11\t16\t": "\t1\t1\t3\t32\t11\t15\t",
            "\t5\t\t\t\t56\t": "\t5\t\t\t\t58\t",
        },
    )
    found = facts_of_text(tmp_path, "dadukou-2020-17", text)
    gone, new = changed_values("dadukou-2020-17", found)
    assert sorted(set(gone)) == ["16", "29", "3", "4", "56"]
    assert sorted(set(new)) == ["15", "2", "32", "58", "7"]


def test_other_figures_in_the_text(tmp_path: Path) -> None:
    text = swap(
        as_printed("jiangjin-2022-88"),
        {
            "\n\n到 1.2 万张，护理型床位占比达到 60%；": "\n\n到 2.35 万张，护理型床位占比达到 71%；",
            "4.5 个，婴幼儿健康管理率达到 92%": "5.5 个，婴幼儿健康管理率达到 97.5%",
        },
    )
    found = facts_of_text(tmp_path, "jiangjin-2022-88", text)
    at = SAID.index("value") + 3
    new = sorted(f[at] for f in found - baseline("jiangjin-2022-88") if f[0] == "targets")
    assert new == [2.35, 5.5, 71, 97.5]
