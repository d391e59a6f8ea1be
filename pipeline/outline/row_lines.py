"""What parts the cells of a line: pipes, or blanks; and a heading that a line end cut off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.language import patterns
from pipeline.language.cells import is_dash, is_value, number, serial_number
from pipeline.language.headings import may_be_heading, meaning
from pipeline.outline.dates import text_to_date
from pipeline.outline.lines import Line
from pipeline.outline.metadata import text_to_field

_PIPE_ROW = patterns.compile(r"(?s)^\s*\|.*\|\s*$")
PIPE_RULE = patterns.compile(r"^\s*\|?[\s:：|\-]+\|?\s*$")
_BRACKET = patterns.compile(r"[（(][^（）()]{1,12}[）)]")
_CLOSE = patterns.compile(r"\S\s\S")  # one blank may stand within a number
_SENTENCE = patterns.compile(r"[。；！？]")
_FEWEST_PARTED, _FEWEST_PIPES, _FEWEST_ROWS, _FEWEST_CELLS, _NEAR = 3, 2, 3, 6, 8
_LONGEST_HEADING = 20
_FEWEST_KNOWN = 2  # headings
_MOSTLY = 0.8  # of the rows have as many pipes as the rule


def is_pipe_row(line: Line) -> bool:
    return line.text.count("|") >= 3 and bool(_PIPE_ROW.match(line.text))


def has_pipes(line: Line, least: int = _FEWEST_PIPES) -> bool:
    """A row of a table whose cells pipes part, also one that lost the pipe at either end: 1 | 清溪镇 | 3."""
    return not line.furniture and line.text.count("|") >= least and text_to_field(line.squeezed) is None


def pipes_begin(lines: Sequence[Line], start: int) -> int:
    """How many pipes a row has at least of a table that begins here, also without one at either end; 0 where none does.

    A rule stands below the headings, 镇 | 床位 over ---|---; or three of the next lines have as many pipes, and one a value.
    """
    line = lines[start]
    pipes = line.text.count("|")
    # 文号 | 某发〔2024〕5号 is a field of a page's box.
    if is_pipe_row(line) or not pipes or line.furniture or text_to_field(line.squeezed):
        return _FEWEST_PIPES if is_pipe_row(line) else 0
    rule = lines[start + 1].text.strip() if start + 1 < len(lines) else ""
    parts = line.text.strip().strip("|").count("|")
    if parts and PIPE_RULE.match(rule) and "-" in rule and rule.strip("|").count("|") >= parts:
        return min(parts, _FEWEST_PIPES)
    near = [row for row in lines[start : start + _NEAR] if not (row.furniture or PIPE_RULE.match(row.text))]
    width, rows = Counter(row.text.count("|") for row in near).most_common(1)[0]
    cells = [cell.strip() for row in near if "|" in row.text for cell in row.text.split("|")]
    # 索引号： | 01 | 文号： | 甲政〔2024〕1号 is a box of a page.
    if _are_numbered(near[:2], pipes):
        return _FEWEST_PIPES
    if _are_headed(near[:_FEWEST_ROWS]):
        return min(parts, _FEWEST_PIPES)
    if width < _FEWEST_PIPES or rows < _FEWEST_ROWS or any(cell.endswith("：") for cell in cells):
        return 0
    valued = any(map(is_value, cells)) and (width == pipes or not near[1].gap)
    return _FEWEST_PIPES if valued or _are_alike(near[:_FEWEST_ROWS], pipes) else 0


def _are_headed(rows: Sequence[Line]) -> bool:
    """名称 | 内容, or 设施 | 标准 | 备注, over two rows of as many cells at the least, right below each other; a menu has no headings."""
    heads = [head.strip() for head in rows[0].text.strip().strip("|").split("|")]
    known = sum(map(bool, map(meaning, heads)))
    return (
        all(map(may_be_heading, heads))
        and known >= min(len(heads) - 1, _FEWEST_KNOWN)
        and len(rows) == _FEWEST_ROWS
        and all(row.text.count("|") == rows[0].text.count("|") and not row.gap for row in rows[1:])
    )


def _are_numbered(rows: Sequence[Line], pipes: int) -> bool:
    """序号 | 项目 | 承办部门 right above 1 | 修路 | 交通局: one row is enough."""
    if len(rows) < 2 or pipes < _FEWEST_PIPES or rows[1].text.count("|") != pipes or rows[1].gap:
        return False
    head, first = (row.text.partition("|")[0].strip() for row in rows)
    return meaning(head) == "row_number" and serial_number(first) == 1


def has_rule_below(lines: Sequence[Line], position: int) -> bool:
    """|设施|标准| over |---|---|: the head of a table of its own."""
    return position + 1 < len(lines) and bool(PIPE_RULE.match(lines[position + 1].text))


def end_of_pipe_cells(lines: Sequence[Line], start: int) -> int:
    """Behind six lines or more that a pipe ends and none begins: the cells of rows that nothing parts; 0 where there are fewer."""
    end = start
    while end < len(lines) and _is_pipe_cell(lines[end]):
        end += 1
    return end if end - start >= _FEWEST_CELLS else 0


def _is_pipe_cell(line: Line) -> bool:
    text = line.text.strip()
    return (
        text.endswith("|") and "|" not in text.rstrip("| ") and not (line.furniture or text.startswith("|"))
    )


def _edges_of_rule(rows: Sequence[str]) -> tuple[bool, bool] | None:
    rule = next((row for row in rows if PIPE_RULE.match(row) and "-" in row), None)
    if rule is None:
        return None
    said = rule.startswith("|"), rule.endswith("|")
    alike = sum(row.count("|") == rule.count("|") for row in rows)
    return said if alike >= _MOSTLY * len(rows) else None


def edges(lines: Sequence[Line]) -> tuple[bool, bool]:
    """Whether the pipes at the left and the right end of the lines are the table's edges, and part no blank cells off:

    as the rule below the headings has them (--- | ---) where the rows have as many cells then; else as most lines have one there,
    unless more of them have equally many cells the other way.
    """
    rows = [line.text.strip() for line in lines if "|" in line.text]
    if said := _edges_of_rule(rows):
        return said
    left, right = [row.startswith("|") for row in rows], [row.endswith("|") for row in rows]
    if left[0] and right[0]:
        return True, True
    most = 2 * sum(left) > len(rows), 2 * sum(right) > len(rows)
    ways = [most, *((a, b) for a in (False, True) for b in (False, True))]

    def alike(way: tuple[bool, bool]) -> int:
        cells = (
            row.count("|") - (way[0] and a) - (way[1] and b)
            for row, a, b in zip(rows, left, right, strict=True)
        )
        return max(Counter(cells).values())

    return max(ways, key=alike)


def are_padded(lines: Sequence[Line]) -> bool:
    """Whether a converter left blank cells out and put as many pipes behind the row: 甲镇 | 30 | 5 | ||.

    Where a row has blanks is not known then. |甲镇|30||| without blanks round its pipes holds blank cells, and so does
    | 甲镇 | 30 ||| where another row has such a cell between its words: | 乙镇 || 20 | 3 |.
    """
    if any("||" in line.text.strip("| \n") for line in lines):
        return False
    ends = (line.text.rstrip() for line in lines if " | " in line.text or " |\n" in line.text)
    return any(len(text) - len(bare := text.rstrip("|")) > 1 and bare.endswith(" ") for text in ends)


def _are_alike(rows: Sequence[Line], pipes: int) -> bool:
    """Three lines or more, one right below the other, with blanks about as many pipes: 1 | 道路 | 50公里.

    Links, 县民政局 | 县财政局, have neither figures nor headings.
    """
    words = "|".join(row.text for row in rows)
    said = any(char.isdecimal() for char in words) or any(meaning(cell.strip()) for cell in words.split("|"))
    spaced = said and all(
        row.text.count("|") == pipes and row.text.count(" |") >= _FEWEST_PIPES for row in rows
    )
    return spaced and len(rows) == _FEWEST_ROWS and not any(row.gap for row in rows[1:])


def is_last_cell(lines: Sequence[Line], position: int) -> bool:
    """A number alone right below a row that is shorter than the one above it: 合计⇥⇥60, and 95 on the next line."""
    line, above = lines[position], lines[max(0, position - 2) : position]
    cells = [row.text.count("\t") + row.text.count("|") for row in above]
    alone = line.gap == 0 and not line.furniture and number(line.squeezed) is not None
    return alone and len(cells) > 1 and 0 < cells[1] < cells[0]


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
