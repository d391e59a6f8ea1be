"""What is made of a line is made once, of another line that says the same by itself."""

from __future__ import annotations

from pipeline.outline.again import forget_lines, once_a_line
from pipeline.outline.lines import Line, text_to_lines
from pipeline.outline.pieces import cells_of


def test_a_line_is_asked_once_until_lines_are_forgotten() -> None:
    asked: list[Line] = []
    first, second = text_to_lines("甲镇  3\n甲镇  3", markdown=False)
    make = once_a_line(lambda line: asked.append(line) or cells_of(line))  # type: ignore[func-returns-value]
    for line in (first, second, first, second):
        assert [piece.span for piece, _, _ in make(line)] == [piece.span for piece, _, _ in cells_of(line)]
    assert [line is first for line in asked] == [True, False]
    forget_lines()
    make(first)
    assert len(asked) == 3
