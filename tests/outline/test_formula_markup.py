"""Formulas in the markup of TeX read as the page prints them, each character in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Document
from pipeline.outline import outline
from pipeline.outline.formula_markup import as_printed
from pipeline.tables import mend


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (r"达到$95\%$以上", "达到95%以上"),
        (r"覆盖率$\geqslant 9 5 . 5 \%$。", "覆盖率≥ 9 5 . 5 %。"),
        (r"面积$500\mathrm{m}^{2}$", "面积500m²"),
        (r"面积 $300\mathrm{km}^2$ 。", "面积 300km² 。"),
        (r"投资$2\times10^{4}$万元", "投资2×10⁴万元"),
        (r"下降$1{,}200$吨", "下降1,200吨"),
        (r"$9\%\sim10\%$", "9%~10%"),
        (r"增长\(5\%\)左右", "增长5%左右"),
        (r"$\mathrm{PM}_{2.5}$浓度", "PM2.5浓度"),
        (r"$\textcircled{3}$加快建设", "③加快建设"),
        (r"投入$500\text{万元}$", "投入500万元"),
        (r"青政办发$〔2026〕12$号", "青政办发〔2026〕12号"),
        (r"$$80\%$$", "80%"),
        (r"覆盖率达95\%", "覆盖率达95%"),
        (r"$26^{\circ}\mathrm{C}$", "26°C"),
        (r"$1.2\text{‰}$", "1.2‰"),
        ("各县&ldquo;一把手&rdquo;完成50&#37;", "各县“一把手”完成50%"),
        ("新增1&mdash;3处&#x3001;改造5处", "新增1—3处、改造5处"),
    ],
)
def test_what_the_page_prints(text: str, printed: str) -> None:
    said, at = as_printed(text)
    assert said == printed
    assert at == sorted(at)
    assert all(
        text[i] == char for char, i in zip(said, at, strict=True) if char.isdecimal() and char.isascii()
    )


@pytest.mark.parametrize(
    "text",
    [
        "售价$5和$6",
        r"$\sqrt{2}$",
        r"文件在C:\公告\1.doc",
        "奖金$100万元，$200万元",
        "奖励$500-$800",
        "出口$5, $6",
        "$5 $6",
        "补助$1,000/$2,000",
        "单价$3.5~$4",
        "费用$100（$200）",
        r"$\unknown{95}$",
        "补贴$某企业$100元",
        "&qwerty;甲&乙；丙",
    ],
)
def test_what_is_no_formula_stays(text: str) -> None:
    assert as_printed(text) == (text, list(range(len(text))))


@pytest.mark.parametrize("name", ["n.md", "n.txt"])
def test_a_notice_with_formulas_gives_what_the_page_gives(name: str) -> None:
    marked = (
        "# 某市2026年水利工作方案\n\n到2026年底，普及率达到 $95\\%$ 以上，新增库容 $1{,}200$ 万 $\\mathrm{m}^{3}$。\n\n"
        "| 县 | 达标率 |\n|---|---|\n| 东县 | $\\geq 90\\%$ |\n| 西县 | $96.5\\%$ |\n"
    )
    plain = (
        "# 某市2026年水利工作方案\n\n到2026年底，普及率达到 95% 以上，新增库容 1,200 万 m³。\n\n"
        "| 县 | 达标率 |\n|---|---|\n| 东县 | ≥ 90% |\n| 西县 | 96.5% |\n"
    )
    assert _facts(marked, name) == _facts(plain, name) != []


def _facts(text: str, name: str) -> list[tuple[object, ...]]:
    media = "text/markdown" if Path(name).suffix == ".md" else "text/plain"
    found = extract(mend(outline(Document("n", name, "0" * 64, media, "utf-8", text))))
    return [
        tuple(fact.values.get(key) for key in ("indicator", "comparator", "value", "unit", "row_label"))
        for fact in found.facts
        if fact.table in ("targets", "table_facts")
    ]


def test_what_markdown_escapes_and_frames_is_printed_without_its_marks() -> None:
    text = "# 某市2026年方案\n\n青政办发\\[2026\\]12号\n\n# 1\\. 建设任务\n\n改造水库12座\\~15座，新建泵站 ***5*** 座，河道 `20` 公里。\\(牵头单位：市水务局\\)\n"
    passages = outline(Document("n", "n.md", "0" * 64, "text/markdown", "utf-8", text)).passages
    assert [p.text for p in passages][1:] == [
        "青政办发[2026]12号",
        "1.建设任务",
        "改造水库12座~15座，新建泵站5座，河道20公里。（牵头单位：市水务局）",
    ]
