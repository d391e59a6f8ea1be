"""What stands at the head of each page: whose paper it is, and the issue of a gazette."""

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
