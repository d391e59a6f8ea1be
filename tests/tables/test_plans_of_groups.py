"""Plans of towns by groups of columns: sums of groups beside damaged sums, headings shorter than their rows, blanks at line ends."""

from __future__ import annotations

from drawing import draw, drawn

from pipeline.tables import mend_fragment


def _mended(printed: str) -> str:
    whole = mend_fragment(drawn(printed))
    assert whole.table is not None
    return draw(whole.table)


def test_sums_of_groups_are_known_where_letter_spacing_parts_their_figures() -> None:
    printed = """
        | 镇街 | 路灯 |  |  | 步道 |  |  | 公厕 |  |  |
        |  | 2025 | 2026 | 2027 | 2025 | 2026 | 2027 | 2025 | 2026 | 2027 |
        | 丁家镇 | / |  |  | / |  |  | / |  |  |
        | 王家镇 |  | 40 | 2 | 15 | 10 | 12 | 20 |  | 7 |
        | 李家镇 | / |  |  | / |  |  | / |  |  |
        | 赵家镇 | 68 | 8 | 4 | 11 | 2 | 6 | 1 |  | 9 |
        | 合计 | 68 | 48 | 6 | 26 | 12 | 18 | 21 |  | 16 |
        |  | 1 2 2 |  |  | 56 |  |  | 37 |  |  |
        """
    assert _mended(printed).splitlines()[-1] == '| " | 122 | < | < | 56 | < | < | 37 | < | < |'


def test_sums_of_groups_are_known_below_a_sum_that_slipped_aside() -> None:
    for total in ("|  | 合计 | 24 | 4 | 8 | 6 |", "| 合计 | 24 | 4 |  | 8 | 6 |"):
        for sums in ("|  |  | 28 |  | 14 |  |", "| 28 |  | 14 |", "|  | 28 |  | 14 |"):
            printed = f"""
                | 镇街 | 路灯 |  | 步道 |  |
                |  | 新建 | 改建 | 新建 | 改建 |
                | 丁家镇 | 12 | 2 | 4 | 1 |
                | 王家镇 | 9 | 1 | 2 | 3 |
                | 李家镇 | 3 | 1 | 2 | 2 |
                {total}
                {sums}
                """
            lines = _mended(printed).splitlines()
            assert lines[-2:] == ["| 合计 | 24 | 4 | 8 | 6 |", '| " | 28 | < | 14 | < |'], (total, sums)


def test_figures_that_are_the_sums_of_no_groups_are_none() -> None:
    printed = """
        | 镇街 | 路灯 |  | 步道 |  |
        |  | 新建 | 改建 | 新建 | 改建 |
        | 丁家镇 | 12 | 2 | 4 | 1 |
        | 王家镇 | 9 | 1 | 2 | 3 |
        | 李家镇 | 3 | 1 | 2 | 2 |
        |  | 合计 | 24 | 4 | 8 | 6 |
        |  | 28 |  | 13 |  |
        """
    assert not _mended(printed).endswith("| 28 | < | 13 | < |")


def test_blanks_at_some_line_ends_are_no_cells_of_the_shorter_rows() -> None:
    printed = """
        | 镇街 | 路灯 |  | 步道 |  |  |
        |  | 新建 | 改建 | 新建 | 改建 |  |
        | 丁家镇 | 12 | 2 | 4 | 1 |  |
        | 王家镇 |  | 1 | 0 | 0 |  |
        | 李家镇 | 3 | 1 | 0 |  |
        | 赵家镇 | 5 | 1 | 2 | 2 |
        | 孙家镇 | 6 | 1 | 3 | 4 |  |
        | 合计 | 26 | 6 | 9 | 7 |  |
        """
    assert "| 李家镇 | 3 | 1 | 0 |  |" in _mended(printed).splitlines()


def test_a_row_that_slipped_aside_says_nothing_of_blanks_at_line_ends() -> None:
    printed = """
        | 镇街 | 路灯 | 步道 | 公厕 | 长椅 |
        |  | 丁家镇 | 12 |  | 4 | 1 |
        | 王家镇 | 7 | 1 | 2 | 3 |  |
        | 李家镇 | 3 |  | 0 |  |  |
        | 赵家镇 | 5 | 1 | 2 | 2 |
        | 孙家镇 | 6 | 1 | 3 |  |  |
        | 钱家镇 | 6 |  | 3 | 4 |  |
        | 合计 | 39 | 3 | 14 | 10 |
        """
    assert "| 李家镇 | 3 |  | 0 |  |" in _mended(printed).splitlines()


def test_full_rows_are_not_glued_to_fit_headings_that_lack_a_cell() -> None:
    printed = """
        | 镇街 | 村数 | 路灯 |  | 步道 |
        |  | 2025年 | 2026年 | 2025年 | 2026年 |
        | 丁家镇 | 12 | 2 | 4 | 1 | 5 |
        | 王家镇 | 9 | 1 | 2 | 3 | 6 |
        | 李家镇 | 3 | 1 | 2 | 2 |
        | 赵家镇 | 5 | 1 | 2 | 2 | 8 |
        | 合计 | 29 | 5 | 10 | 8 | 19 |
        """
    lines = _mended(printed).splitlines()
    assert "| 丁家镇 | 12 | 2 | 4 | 1 | 5 |" in lines and "| 李家镇 | 3 | 1 | 2 | 2 |  |" in lines
    assert lines[0].startswith("| 镇街 | 村数 | 路灯 | < | 步道 | <")


def test_a_town_with_one_figure_is_no_line_of_headings() -> None:
    printed = """
        | 镇街 | 村数 | 路灯 |  | 步道 |  |
        |  |  | 新建 | 改建 | 新建 | 改建 |
        | 丁家镇 | 20 |  |  |  |  |
        | 王家镇 | 20 | 1 | 2 | 3 | 4 |
        | 李家镇 | 3 | 1 | 2 | 2 |  |
        | 赵家镇 | 5 | 1 | 2 | 2 |  |
        """
    assert "| 丁家镇 | 20 |  |  |  |  |" in _mended(printed).splitlines()


def test_what_stands_over_figures_again_stands_over_no_names() -> None:
    printed = """
        | 镇街 | 路灯 |  |  | 步道 |  |  |
        | 现有 | 2025年 | 2026年 | 现有 | 2025年 | 2026年 |
        | 丁家镇 | 12 | 2 | 4 | 1 | 5 |  |
        | 王家镇 | 9 | 1 | 2 | 3 | 6 |  |
        | 李家镇 | 3 | 1 | 2 | 2 | 4 |  |
        | 合计 | 24 | 4 | 8 | 6 | 15 |  |
        """
    lines = _mended(printed).splitlines()
    assert lines[1] == '| " | 现有 | 2025年 | 2026年 | 现有 | 2025年 | 2026年 |'


def test_a_heading_that_a_line_end_cuts_is_one_also_above_others() -> None:
    printed = """
        | 镇（ | 村 | 路灯（ |  | 步道 |  |
        | 街道） | 数（个） | 盏） |  | （条） |  |
        |  |  | 新建 | 改建 | 新建 | 改建 |
        | 丁家镇 | 2 | 12 | 2 | 4 | 1 |
        | 王家镇 | 5 | 9 | 1 | 2 | 3 |
        | 李家镇 | 6 | 3 | 1 | 2 | 2 |
        | 合计 | 13 | 24 | 4 | 8 | 6 |
        """
    assert _mended(printed).splitlines()[:2] == [
        "| 镇（街道） | 村数（个） | 路灯（盏） | < | 步道（条） | < |",
        '| " | " | 新建 | 改建 | 新建 | 改建 |',
    ]


def test_the_rest_of_a_heading_of_another_year_is_told_by_the_one_beside_it() -> None:
    printed = """
        | 镇街 | 2025年 |  | 2026年建设任务 |  |
        |  | 建设任务 |  |  |  |
        |  | 路灯 | 步道 | 路灯 | 步道 |
        | 丁家镇 | 12 | 2 | 4 | 1 |
        | 王家镇 | 9 | 1 | 2 | 3 |
        | 李家镇 | 3 | 1 | 2 | 2 |
        """
    assert _mended(printed).startswith("| 镇街 | 2025年建设任务 | < | 2026年建设任务 | < |")


def test_a_level_that_each_heading_has_is_no_rest() -> None:
    printed = """
        | 镇街 | 民政项目 |  | 城建项目 |  |
        |  | 食堂 |  | 路灯 |  |
        |  | 新建 | 改建 | 新建 | 改建 |
        | 丁家镇 | 12 | 2 | 4 | 1 |
        | 王家镇 | 9 | 1 | 2 | 3 |
        | 李家镇 | 3 | 1 | 2 | 2 |
        """
    assert '| " | 食堂 | < | 路灯 | < |' in _mended(printed).splitlines()


def test_a_dash_reaches_over_groups_that_are_always_blank_beside_it() -> None:
    towns = "丁王李赵孙周吴郑冯陈"
    rows = [
        f"| {town}家镇 | 3 | — |  |  |  |" if n % 3 == 0 else f"| {town}家镇 | 3 | {n} | 2 | 4 | 1 |"
        for n, town in enumerate(towns)
    ]
    heads = ["| 镇街 | 村数 | 2025年 |  | 2026年 |  |", "|  |  | 路灯 | 步道 | 路灯 | 步道 |"]
    lines = _mended("\n".join(["", *heads, *rows, ""])).splitlines()
    assert "| 丁家镇 | 3 | — | < | < | < |" in lines
    mixed = [row.replace("| — |  |  |  |", "| — |  |  | 7 |") if "丁" in row else row for row in rows]
    lines = _mended("\n".join(["", *heads, *mixed, ""])).splitlines()
    assert "| 赵家镇 | 3 | — | < |  |  |" in lines


def test_a_heading_printed_over_each_of_its_columns_is_of_a_group() -> None:
    printed = """
        | 镇街 | 路灯 | 路灯 | 步道 | 步道 |
        |  | 新建 | 改建 | 新建 | 改建 |
        | 丁家镇 | 12 | 2 | — |  |
        | 王家镇 | 9 | 1 | — |  |
        | 李家镇 | 3 | 1 | 2 | 2 |
        | 合计 | 24 | 4 | 2 | 2 |
        |  | 28 |  | 4 |  |
        """
    lines = _mended(printed).splitlines()
    assert "| 丁家镇 | 12 | 2 | — | < |" in lines and lines[-1] == '| " | 28 | < | 4 | < |'


def test_rows_damaged_at_their_ends_alone_stand_as_they_are_printed() -> None:
    printed = """
        | 镇街 | 路灯 | 步道 | 公厕 | 长椅 |
        | 丁家镇 | 2 | 1 | 1 | 2 |
        | 王家镇 |  | 1 |  | 1 |  |
        | 李家镇 |  | 2 | 3 | 1 |
        | 赵家镇 | 2 | 1 |  | 2 |  |
        | 孙家镇 |  | 3 | 1 | 1 |
        | 周家镇 | 2 | 3 | 3 |
        | 吴家镇 |  | 1 | 1 | 1 |  |
        | 合计 | 6 | 12 | 9 | 8 |
        """
    lines = _mended(printed).splitlines()
    assert {"| 王家镇 |  | 1 |  | 1 |", "| 周家镇 | 2 | 3 | 3 |  |", "| 吴家镇 |  | 1 | 1 | 1 |"} <= set(
        lines
    )


def test_a_dash_that_stands_for_no_group_where_it_is_printed_lost_a_blank_before_it() -> None:
    printed = """
        | 镇街 | 路灯 |  |  | 步道 |  |
        |  | 2025 | 2026 | 2027 | 2025 | 2026 |
        | 丁家镇 | 6 | 2 | — |
        | 王家镇 | — |  |  | — |
        | 李家镇 | 2 |  |  | — |
        | 赵家镇 | 7 | 8 | 6 | — |
        | 孙家镇 | 1 |  | 6 | — |
        | 合计 | 16 | 10 | 12 | 0 | 0 |
        """
    lines = _mended(printed).splitlines()
    assert "| 丁家镇 | 6 | 2 |  | — | < |" in lines and "| 王家镇 | — | < | < | — | < |" in lines


def test_no_heading_is_parted_for_a_column_in_which_nothing_stands() -> None:
    printed = """
        | 序号 | 镇街 | 社区个数 | 年度任务 |  |  |  |
        |  |  |  | 2025年任务 |  | 2026年任务 |  |
        |  |  |  |  | 路灯 | 步道 | 路灯 | 步道 |
        | 1 | 丁家镇 | 18 | 92 |  | 14 | 3 |
        | 2 | 王家镇 | 29 | 78 | 2 | 9 | 1 |
        | 3 | 李家镇 | 8 | 7 | 2 |  | 11 | 4 |
        | 4 | 赵家镇 | 9 | 95 | 11 |  | 43 | 8 |
        | 5 | 孙家镇 | 6 | 5 |  |  | 3 | 7 |
        | 6 | 周家镇 | 7 | 5 | 6 |  | 3 | 7 |
        | 合计 |  | 77 | 282 | 23 |  | 83 | 30 |
        """
    assert _mended(printed).splitlines()[0].startswith("| 序号 | 镇街 | 社区个数 |")


def test_the_lower_part_of_a_row_ends_with_blanks_that_are_no_cells() -> None:
    printed = """
        | 镇街 | 村数 | 路灯 | 步道 | 公厕 |
        | 丁家镇 | 4 | 1 | 7 | 3 |
        | 王家镇 | 5 |
        | 2 | 9 | 6 |  |
        | 李家镇 | 3 | 1 | 2 | 2 |
        """
    assert "| 王家镇 | 5 | 2 | 9 | 6 |" in _mended(printed).splitlines()


def test_two_lines_that_both_end_in_blanks_are_no_halves_of_one_row() -> None:
    """1 may stand in any column: the sums say which."""
    for lower in ("| 1 |  |  |", "| 1 |  |  |  |"):
        printed = f"""
            | 镇街 | 公厕 |  | 食堂 |  |
            |  | 新建 | 改建 | 新建 | 改建 |
            | 丁家镇 |  |  | 3 | 2 |
            | 王家镇 |  | 7 | 2 |  |
            | 李家镇 | 2 |  |
            {lower}
            | 赵家镇 |  | 0 |  | 4 |
            | 孙家镇 |  |  | 1 |  |
            | 合计 | 2 | 8 | 6 | 6 |
            """
        assert "| 李家镇 | 2 |  | 1 |  |" not in _mended(printed).splitlines(), lower


def test_one_of_several_ways_that_the_sums_leave_says_so() -> None:
    """褚镇 may have its 1 in the one column and 赵镇 in the other: they stand as printed, and are no more than likely."""
    printed = """
        | 镇街 | 助餐 | 食堂 |
        | 褚镇 |  | 1 |  |
        | 韩镇 | 1 | 1 |
        | 赵镇 | 1 |
        | 沈镇 | 1 | 1 |
        | 蒋镇 |  |  |  |
        | 合计 | 3 | 3 |  |
        """
    whole = mend_fragment(drawn(printed))
    assert whole.table is not None
    assert {"| 褚镇 |  | 1 |", "| 赵镇 | 1 |  |"} <= set(draw(whole.table).splitlines())
    assert {(r.row, r.kind, r.certainty) for r in whole.repairs} == {
        (1, "shifted_row", "probable"),
        (3, "shifted_row", "probable"),
    }
    assert {cell.doubt for cell in whole.table.cells if cell.row in (1, 3)} == {"likely"}
