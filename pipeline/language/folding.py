"""Look-alike characters folded one for one, so that rules need to know one form only.

Not NFKC of everything: that turns ㎡ into m2 and （ into (, and changes lengths.
"""

from __future__ import annotations

import unicodedata

_PUNCTUATION = {
    "(": "（", ")": "）", ";": "；", "?": "？", "!": "！",
    "﹙": "（", "﹚": "）", "﹝": "〔", "﹞": "〕", "„": "〔", "‟": "〕", "％": "%", "﹪": "%", "＋": "+", "－": "-", "−": "-",
    "–": "-", "～": "~", "∼": "~", "＝": "=", "＞": ">", "＜": "<", "／": "/", "．": ".", "﹒": ".", "＊": "*",
    "“": "“", "＂": "“", "·": "·", "•": "·", "＃": "#", "─": "—", "━": "—", "﹘": "—", "―": "—",
    "﹤": "〈", "﹥": "〉", "＆": "&", "［": "〔", "］": "〕", "｡": "。", "､": "、", "｜": "|", "︰": ":", "∶": ":", "﹕": ":",
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
# A comma or colon between digits is part of a number or a ratio (1,000; 1:3; 12:00), else punctuation.
BETWEEN_DIGITS = {",": "，", ":": "：", "，": "，", "：": "："}


def fold(text: str) -> str:
    """`text` with look-alikes folded; same length, character by character."""
    folded = text.translate(FOLDS)
    if "," not in folded and ":" not in folded:
        return folded
    chars = list(folded)
    for i, char in enumerate(chars):
        if char in ",:" and not (
            0 < i < len(chars) - 1 and chars[i - 1].isdecimal() and chars[i + 1].isdecimal()
        ):
            chars[i] = BETWEEN_DIGITS[char]
    return "".join(chars)


# Characters of labels, verbs of duty and names of bodies that are written otherwise in traditional script.
_TRADITIONAL = str.maketrans(
    "責單位牽頭門處機構協辦參與實導負體執務區縣鎮鄉廳會電國務財發規劃資環業農衛應監統計審場畫設運輸漁糧稅銀錢歲學術員團隊總幹號時間級關聯組織職進動為鄰黨紀領醫療險養開項標準範圍節點質氣檔廣視"
    "據數網絡員營專車橋島灣莊園產權協會議",
    "责单位牵头门处机构协办参与实导负体执务区县镇乡厅会电国务财发规划资环业农卫应监统计审场画设运输渔粮税银钱岁学术员团队总干号时间级关联组织职进动为邻党纪领医疗险养开项标准范围节点质气档广视"
    "据数网络员营专车桥岛湾庄园产权协会议",
)


def simplified(text: str) -> str:
    """`text` with such characters in simplified script, for rules to match on; same length. What is published is the text itself."""
    return text.translate(_TRADITIONAL)
