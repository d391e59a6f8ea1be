"""Which lines of the print of a web page are the site's: its menus, and neither the title nor the box of the notice."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.lines import Line
from pipeline.read.pdf.sheet import Sheet
from pipeline.read.pdf.webpage import sheets_to_chrome

MENU = ["无障碍", "首页 政务公开 政务服务", "政务公开>政策服务>政策文件"]
REST = [
    "各县人民政府：",
    "现将《临江县养老方案》印发给你们，请认真贯彻执行。",
    "临江县民政局",
    "2026年3月2日",
]


def kept(lines: list[str]) -> list[str]:
    items = tuple(Line(words, 50, 20 + 20 * n, 400, 34 + 20 * n) for n, words in enumerate(lines))
    aside = sheets_to_chrome([Sheet(1, 595, 842, items)], {})
    return [words for n, words in enumerate(lines) if n not in aside.get(0, {})]


@pytest.mark.parametrize(
    "head",
    [
        ["临江县民政局关于印发《临江县养老", "方案》的通知", "字号：大 中 小"],
        [
            "5.[成文日期] 2026-03-02",
            "6.[发文字号] 临民发〔2026〕5号",
            "临江县民政局关于印发养老方案的通知",
            "字号：大 中 小",
        ],
        ["关于印发养老方案的通知", "浏览量：18908 作者： 日期：2026/3/9"],
        ["索引号：01234/2026-5", "关于印发养老方案的通知"],
        ["• 索引号：01234/2026-5", "• 发文字号：临民发〔2026〕5号", "关于印发养老方案的通知"],
        ["临江县民政局文件", "临民发〔2026〕5号", "关于印发养老方案的通知"],
        ["临民发〔2026〕5号", "临江县民政局关于印发养老方案的通知"],
        ["临江县社区养老条例", "临江县人民代表大会常务委员会公告"],
        ["临江县人民代表大会及其常务委员会制定", "地方性法规条例", "颁布日期：2001-6-3"],
    ],
    ids=[
        "above the sizes of letters",
        "with the box above it",
        "above the count of visits",
        "below the box",
        "below a box of points",
        "below its red head and number",
        "below its number",
        "a short one",
        "over two lines",
    ],
)
def test_the_head_of_the_notice_is_kept(head: list[str]) -> None:
    assert kept([*MENU, *head, *REST]) == [*head, *REST]


def test_a_menu_that_tells_about_the_site_is_no_title() -> None:
    lines = [*MENU, "关于我们", "索引号：01234/2026-5", "临江县养老条例", *REST]
    assert kept(lines) == lines[4:]


@pytest.mark.parametrize(
    "title", ["临江县统计局2025年政府信息公开工作年度报告", "临江县养老服务条例（修订）"]
)
def test_where_the_page_has_no_box_nothing_above_the_text_goes(title: str) -> None:
    lines = [
        *MENU,
        title,
        "发布时间：2026-02-11",
        "本报告根据《条例》和《某局关于印发报告格式的通知》要求编制。",
        *REST,
    ]
    assert title in kept(lines)
