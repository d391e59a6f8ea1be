"""What parts the cells of a line: pipes, or blanks; and a heading that a line end cut off."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value
from pipeline.language.headings import meaning
from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import Line
from pipeline.outline.metadata import text_to_field

_PIPE_ROW = patterns.compile(r"(?s)^\s*\|.*\|\s*$")
PIPE_RULE = patterns.compile(r"^\s*\|?[\s:：|\-]+\|?\s*$")
_BRACKET = patterns.compile(r"[（(][^（）()]{1,12}[）)]")
_CLOSE = patterns.compile(r"\S\s\S")  # one blank may stand within a number
_SENTENCE = patterns.compile(r"[。；！？]")
_FEWEST_PARTED, _FEWEST_PIPES = 3, 2
_LONGEST_HEADING = 20


def is_pipe_row(line: Line) -> bool:
    return bool(_PIPE_ROW.match(line.text)) and line.text.count("|") >= 3


def end_of_bare_pipes(lines: Sequence[Line], start: int) -> int:
    """Behind a Markdown table without a pipe at either end, 镇 | 床位 over ---|---; 0 where none begins."""
    line, below = lines[start], lines[start + 1 : start + 2]
    pipes = line.text.count("|")
    # 文号 | 某发〔2024〕5号 is a field of a page's box.
    if not below or not pipes or is_pipe_row(line) or line.furniture or text_to_field(line.squeezed):
        return 0
    rule = below[0].text.strip()
    if not PIPE_RULE.match(rule) or "-" not in rule or rule.strip("|").count("|") < pipes:
        return _end_of_alike(lines, start, pipes)
    end = start + 2
    while end < len(lines) and "|" in lines[end].text and lines[end].gap == 0:
        end += 1
    return end


def _end_of_alike(lines: Sequence[Line], start: int, pipes: int) -> int:
    """Behind rows that nothing rules, 1 | 道路 | 50公里: three or more with as many cells each; 0 where there are fewer.

    索引号： | 01 | 文号： | 甲政〔2024〕1号 is a box of a page.
    """
    end = start
    while end < len(lines) and _is_spaced_row(lines[end], pipes) and not (end > start and lines[end].gap):
        end += 1
    return end if pipes >= _FEWEST_PIPES and end - start >= _FEWEST_PARTED else 0


def _is_spaced_row(line: Line, pipes: int) -> bool:
    cells = [cell.strip() for cell in line.text.split("|")]
    keys = any(cell.endswith("：") for cell in cells)
    return (
        line.text.count("|") == pipes
        and line.text.count(" |") >= _FEWEST_PIPES
        and not (line.furniture or keys)
    )


def is_cut_heading(line: Line, row: Line) -> bool:
    """The first heading of a table is cut by a line end before its bracket: 镇 above （街道）⇥床位⇥公厕."""
    first = row.text.split("\t")[0].strip()
    return (
        row.gap == 0
        and bool(_BRACKET.fullmatch(first))
        and "\t" not in line.text
        and meaning(line.squeezed + first) != ""
        and len(line.squeezed) <= _LONGEST_HEADING
    )


def is_parted_by_blanks(line: Line) -> bool:
    """A row the tabs of which became blanks: a name, and as many values as words at least; or values far apart.

    2024年 9 月 12 日 below a table is the day of the notice.
    """
    words = line.text.split()
    values = [is_value(word) or is_dash(word) for word in words]
    named = len(words) >= _FEWEST_PARTED and 2 * sum(values) >= len(words) and not all(values)
    alone = len(words) > 1 and all(values) and not _CLOSE.search(line.text.strip())
    return (
        "\t" not in line.text
        and not line.furniture
        and (named or alone)
        and not _SENTENCE.search(line.text)
        and text_to_date(line.squeezed) is None
    )
