"""What a recogniser of single lines takes for another mark, where only one of the two can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import patterns
from pipeline.language.rules import Rule
from pipeline.read.ocr.engine import Reading, Rect
from pipeline.read.ocr.ruled import RuledTable

# A rule reads the words that take the place of its match.
MISREADINGS: tuple[Rule[str], ...] = (
    Rule(
        "page_number",
        patterns.compile(r"^(?:[-—–]\s?\d{1,4}\s?一|一\s?\d{1,4}\s?[-—–一])$"),
        lambda match: match[0].replace("一", "—"),
        {"-7一": "-7—", "一 58 一": "— 58 —", "- 3 -": None, "7": None, "一": None},
    ),
    Rule(
        "year_brackets",
        # The model is sure of either bracket and gives both: 京政办发[2023〕]15号.
        patterns.compile(
            r"(?<=\p{Han}\s?)[\[［〔【(（]{1,2}\s?(?P<year>(?:19|20)\d\d)\s?[\]］〕】)）]{1,2}(?=\s?第?\s?\d{1,5}\s?号)"
        ),
        lambda match: f"〔{match['year']}〕",
        {"京政办发[2023〕]15号": "〔2023〕", "渝府办发(2021〕7号": "〔2021〕", "（2023年）": None},
    ),
    Rule(
        "years_apart",
        # No 一 stands between two years.
        patterns.compile(r"(?<=(?:19|20)\d\d年?)\s?一\s?(?=(?:19|20)\d\d(?!\d))"),
        lambda _: "—",
        {"（2019一2022年）": "—", "2019年一2022年": "—", "二〇一九": None, "2019年一月": None},
    ),
    Rule(
        "digits_apart",
        # Nor between two digits (numbers are written in one script), nor where a line breaks the number of a standard.
        patterns.compile(r"(?<=\d[%％]?)一(?=\d)|(?<=[A-Z]{2,}(?:/T)?\s?\d+(?:\.\d+)?)一$"),
        lambda _: "—",
        {
            "JGJ450一2018": "—",
            "10%一15%": "—",
            "3一5人": "—",
            "（GB/T 29353一": "—",
            "附件1一览表": None,
            "见附件1一": None,
            "一〇一2室": None,
        },
    ),
    Rule(
        "per_mille",
        # Behind a figure, in a bracket or by itself nothing is written so but the sign ‰.
        patterns.compile(r"[%％][0oO〇](?![\d.%％])"),
        lambda _: "‰",
        {
            "控制在1.2%0以内": "‰",
            "%0": "‰",
            "发生率（%O）": "‰",
            "增长10%": None,
            "5%0.5": None,
            "8%05": None,
        },
    ),
    Rule(
        "compete",
        # 竟 ends 毕竟 and 究竟; before these characters it is 竞.
        patterns.compile(r"(?<![毕究])竟(?=[争赛价聘拍标选技])"),
        lambda _: "竞",
        {"公平竟争审查条例": "竞", "土地竟拍保证金": "竞", "毕竟争议不大": None},
    ),
)


def mend_reading(reading: Reading) -> Reading:
    """The reading with each mark that cannot stand there replaced; what was replaced is as sure as it was."""
    for rule in MISREADINGS:
        for match in reversed(list(rule.pattern.finditer(reading.text))):
            words, (start, end) = rule.read(match), match.span()
            if words is None or words == match[0]:
                continue
            sure = min(reading.confidences[start:end], default=0.0)
            between = (sure,) * len(words)
            middles = reading.starts[start:end] if len(words) == end - start else ()
            reading = Reading(
                reading.text[:start] + words + reading.text[end:],
                (*reading.confidences[:start], *between, *reading.confidences[end:]),
                (*reading.starts[:start], *middles, *reading.starts[end:]) if middles else (),
            )
    return reading


_NUMERALS = frozenset("二三四五六七八九十")


def dashes_of_table(
    table: RuledTable, words: Sequence[Sequence[tuple[Rect, Reading]]]
) -> list[list[tuple[Rect, Reading]]]:
    """The lines of each cell with a lone 一 made a dash, but in columns that count 一、二、三.

    Printed alone the two look the same; cells without a value have a dash far more often.
    """
    counted = {
        cell.col
        for cell, lines in zip(table.cells, words, strict=True)
        if len(lines) == 1 and lines[0][1].text in _NUMERALS
    }
    return [
        [
            (rect, replace(reading, text="—") if is_lone and cell.col not in counted else reading)
            for rect, reading in lines
        ]
        for cell, lines in zip(table.cells, words, strict=True)
        for is_lone in [len(lines) == 1 and lines[0][1].text == "一"]
    ]
