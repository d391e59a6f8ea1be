"""Look-alike characters folded one for one, so that rules need to know one form only.

Not NFKC of everything: that turns ㎡ into m2 and （ into (, and changes lengths.
"""

from __future__ import annotations

import unicodedata

_PUNCTUATION = {
    "(": "（", ")": "）", ";": "；", "?": "？", "!": "！",
    "﹙": "（", "﹚": "）", "﹝": "〔", "﹞": "〕", "„": "〔", "‟": "〕", "％": "%", "﹪": "%", "＋": "+", "－": "-", "−": "-", "﹣": "-",
    "–": "-", "～": "~", "∼": "~", "＝": "=", "＞": ">", "＜": "<", "／": "/", "．": ".", "﹒": ".", "＊": "*",
    "“": "“", "＂": "“", "·": "·", "•": "·", "∙": "·", "⋅": "·", "‧": "·", "＃": "#", "─": "—", "━": "—", "﹘": "—", "―": "—",
    "﹤": "〈", "﹥": "〉", "«": "《", "»": "》", "＆": "&", "｡": "。", "､": "、", "｜": "|", "︰": ":", "∶": ":", "﹕": ":",
}  # fmt: skip
_WIDTH = {
    chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
# Kangxi radicals (U+2F00–2FD5) stand for whole characters in the text layers of some fonts.
_RADICALS = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)}
# Of the CJK Radicals Supplement, the forms that fonts put for whole simplified characters
# (Unicode's EquivalentUnifiedIdeograph.txt).
_SUPPLEMENT = dict(
    zip(
        "⺠⻔⻋⻅⻉⻓⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻰⻳⺟⺒⺝⻄⻁⻆⻣",
        "民门车见贝长青页风飞食马鬼鱼鸟麦黄齐龙龟母巳月西虎角骨",
        strict=True,
    )
)

FOLDS = str.maketrans(_PUNCTUATION | _WIDTH | _RADICALS | _SUPPLEMENT)
# Most texts have none of them, and no comma or colon to look at.
_FOLDED = frozenset(",:［］<").union(chr(char) for char, read in FOLDS.items() if read != chr(char))
# A comma or colon between digits is part of a number or a ratio (1,000; 1:3; 12:00), else punctuation.
BETWEEN_DIGITS = {",": "，", ":": "：", "，": "，", "：": "："}
# Characters that look alike where only one of them can stand: what is misread, what is meant, and what stands behind it.
_BEHIND_NUMBER = "0123456789一二两三四五六七八九十百每"
_MISREAD = (
    *((f"不{how}{char}", f"不{how}于", _BEHIND_NUMBER) for how in "少低小高大多晚迟早" for char in "干千"),
    *((f"{before}曰", f"{before}日", "") for before in ("之", "即", "工作", "自然")),
    *((f"{size}无以", f"{size}元以", "上下内") for size in "万亿百千"),
)
_LIKE_OTHERS = frozenset("干千曰无OoIl")
# Years as a scan misreads them, known by what stands behind: 2O24年, l998年, 2O24—2026年, 〔2O24〕.
_CENTURIES, _FIGURES, _DASHES = (
    ("20", "2O", "2o", "19", "l9", "I9"),
    str.maketrans("OoIl", "0011"),
    "-－—–~～至",
)
_SQUARE = str.maketrans("［］", "（）")


def fold(text: str) -> str:
    """`text` with look-alikes folded; same length, character by character."""
    text = _as_meant(text)
    if _FOLDED.isdisjoint(text):
        return text
    folded = text.translate(FOLDS)
    if "［" in folded or "］" in folded:
        folded = _with_round_brackets(folded)
    if "<" in folded and ">" in folded:
        folded = _with_book_marks(folded)
    if "," not in folded and ":" not in folded:
        return folded
    chars = list(folded)
    for i, char in enumerate(chars):
        if char in ",:" and not (
            0 < i < len(chars) - 1 and chars[i - 1].isdecimal() and chars[i + 1].isdecimal()
        ):
            chars[i] = BETWEEN_DIGITS[char]
    return "".join(chars)


def _with_round_brackets(text: str) -> str:
    """［含50平方米］ is a bracket as others are; ［2024］ is that of a document's number, 〔2024〕."""
    chars = list(text)
    for at, char in enumerate(text):
        year, end = text[at + 1 : at + 5], at + 5
        if char == "［" and year.isdecimal() and year[:2] in ("19", "20") and text[end : end + 1] == "］":
            chars[at], chars[end] = "〔", "〕"
    return "".join(chars).translate(_SQUARE)


def _as_meant(text: str) -> str:
    """不少干20个 is 不少于20个, but 不少干部 is as printed."""
    if _LIKE_OTHERS.isdisjoint(text):
        return text
    for wrong, meant, behind in _MISREAD:
        at = text.find(wrong)
        while at >= 0:
            end = at + len(wrong)
            if not behind or text[end : end + 1] in tuple(behind):
                text = text[:at] + meant + text[end:]
            at = text.find(wrong, end)
    return _with_years(text)


def _with_years(text: str) -> str:
    """2O24年 is 2024年; the O of 2O24元 and of 3O2OA may be meant or not: what reads a quantity says that it was misread."""
    for century in _CENTURIES:
        at = text.find(century)
        while at >= 0:
            read, end = text[at : at + 4].translate(_FIGURES), at + 4
            if read != text[at:end] and _is_year(read, text[end:]) and not _is_of_code(text[at - 1 : at]):
                text = text[:at] + read + text[end:]
            at = text.find(century, at + 1)
    return text


def _is_year(read: str, behind: str) -> bool:
    """Whether four figures are a year or the first of several (2024—2026年)."""
    behind = behind.lstrip()
    if behind[:1] in tuple(_DASHES):
        last = behind[1:].lstrip()
        return read.isdecimal() and _is_year(last[:4].translate(_FIGURES), last[4:])
    return len(read) == len("2024") and read.isdecimal() and behind[:1] in tuple("年〕")


def _is_of_code(char: str) -> bool:
    return char == "." or (char.isascii() and char.isalnum())


_SHORTEST_TITLE, _LONGEST_TITLE = 4, 60


def _with_book_marks(text: str) -> str:
    """<甲市实施方案> is a title as 《甲市实施方案》; 浓度<35 and <p> are none, nor what holds a stop or another mark. Inside a title
    (《关于印发<甲市实施方案>的通知》, which the line above may have opened) it is printed so, and stays."""
    text = _with_doubled_marks(text) if "<<" in text and ">>" in text else text
    chars = list(text)
    start = text.find("<")
    while start >= 0:
        end = text.find(">", start)
        title = text[start + 1 : end] if end > 0 else ""
        fits = _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE and _is_han(title[0]) and _is_han(title[-1])
        is_opened = text.rfind("《", 0, start) > text.rfind("》", 0, start)
        is_within = is_opened or "》" in text[max(end, 0) :].partition("《")[0]
        if fits and not is_within and not set(title) & _NOT_IN_TITLES:
            chars[start], chars[end] = "《", "》"
        start = text.find("<", start + 1)
    return "".join(chars)


def _with_doubled_marks(text: str) -> str:
    """<<甲办法>> is 《甲办法》, a blank for the letter too many; 1<<3 and what opens on no word stay."""
    start = text.find("<<")
    while start >= 0:
        end = text.find(">>", start)
        if end > start + 2 and _is_han(text[start + 2]) and _is_han(text[end - 1]):
            text = f"{text[:start]}《 {text[start + 2 : end]} 》{text[end + 2 :]}"
        start = text.find("<<", start + 1)
    return text


_NOT_IN_TITLES = frozenset("<，。；、：\n《》=")


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in "“”（）"
