"""What stands at the head and foot of pages: whose paper it is, the issue of a gazette, who printed it."""

from __future__ import annotations

_PAGE_HEADS, _GAZETTE, _SHORTEST_HEAD = ("文件", "公报"), "公报", 6
_ISSUE = "0123456789年第期总号·.—-（）()"  # 2025年第3期（总第98期）


def is_page_head(line: str) -> bool:
    """某市人民政府文件, 某省人民政府公报, 某县人民政府公报2025年第3期: what stands at the head of each page."""
    named = without_issue(line)
    words = all("\u4e00" <= char <= "\u9fff" for char in named)
    return words and len(named) >= _SHORTEST_HEAD and named.endswith(_PAGE_HEADS)


def without_issue(line: str) -> str:
    """The head of a page without the issue of the gazette.

    >>> without_issue("某省人民政府公报（2025·3）"), without_issue("某市人民政府文件")
    ('某省人民政府公报', '某市人民政府文件')
    """
    named = line.strip(_ISSUE)
    return named if named.endswith(_GAZETTE) else line


def is_page_foot(line: str) -> bool:
    """Who printed a paper, and on which day.

    >>> is_page_foot("某县人民政府办公室2025年3月12日印发"), is_page_foot("印发2025年3月任务")
    (True, False)
    """
    printed, _, _ = line.rpartition("印")
    day = printed.endswith("日") and printed[-2:-1].isdecimal() and "年" in printed and "月" in printed
    return day and line.endswith(("印", "印发", "印制")) and "\u4e00" <= line[0] <= "\u9fff"
