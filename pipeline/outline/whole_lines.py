"""Lines that are whole whatever their length: of a box, of a title printed again, under the last sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.names import is_agency
from pipeline.language.notice_heads import text_to_number
from pipeline.language.words import words as words_of
from pipeline.outline.box_days import box_day
from pipeline.outline.dates import printed_date
from pipeline.outline.lines import Line
from pipeline.outline.metadata import is_key_line, key_alone, text_to_field
from pipeline.outline.title_words import ENDS_IN_TYPE, WHOLE, begins_with_issuer
from pipeline.outline.torn import has_open_bracket

_PUNCTUATION = patterns.compile(r"[，、。；：！？]")
_LEAST_TITLE = 5
# The longest value of a box in the corpus that is none of a title, of subjects or of a summary has 27 characters.
_SHORT_VALUE, _SHORTEST_TITLE = 30, 8
_WITHIN = ("，", "、", "（", "《", "和", "及")
_LONGEST_STATUS = 8
# What the name of a paper may follow in the next line.
_SPEAKS_OF = (*words_of("source"), *"，、的和与《", *["贯彻", "落实", "执行", "转发", "印发", "关于"])
# （2026年1月27日在某市第…次会议上）: below the title of a report.
_SPOKEN_LINE = patterns.compile(r"[（(—]{1,2}\d{4}年\d{1,2}月\d{1,2}日在[^，。；]{4,60}上[）)]?$")
_ADDRESS = patterns.compile(r"https?[：:]//[\x20-\x7e：，？（）]*$")


def stands_alone(words: str, text: str) -> bool:
    """Whether a line under `text` says when a report was given, or says again what a caption began with: the title."""
    if len(words) >= _LEAST_TITLE and text.startswith(words):
        return True
    return any(said[0] in "（(—" and _SPOKEN_LINE.match(said) for said in (words, text))


_PAUSES = frozenset("，。；：")


def is_whole_title(text: str) -> bool:
    """Whether a passage is a title from its issuer or 关于 on, and no sentence that follows it (根据甲局关于乙的意见): what stands
    below it fills no line of it."""
    if text.startswith(words_of("source")) or not _PAUSES.isdisjoint(text):
        return False
    return bool(WHOLE.search(text)) and (text.startswith("关于") or begins_with_issuer(text))


def title_of_file(name: str) -> str:
    """The title that the name of a file is, or what it ends in behind 20260805_: 关于做好某事的通知.docx; "" of a name that is no
    whole title.

    >>> title_of_file("txt_20260805日_某局关于做好防汛工作的通知.txt"), title_of_file("关于做好防汛工作的.txt"), title_of_file("n.txt")
    ('某局关于做好防汛工作的通知', '', '')
    """
    said = fold(name.rpartition(".")[0].rpartition("_")[2])
    return said if is_whole_title(said) else ""


def is_titled_anew(words: str, ends: str) -> bool:
    """Whether a line is a title that names its issuer, below what a site lists above it (a news item with a comma in it), and
    not what a sentence that breaks off there speaks of: 根据 | 甲部关于…的通知."""
    return (
        is_whole_title(words)
        and begins_with_issuer(words)
        and not (has_open_bracket(ends) or ends.endswith(_SPEAKS_OF))
    )


def closes(line: Line) -> bool:
    """What stands under the last sentence, however full its line: 甲部 乙局 丙局, names parted by blanks, who sign; 公开方式：…,
    抄送：…, and who printed it when."""
    names = line.text.split()
    if len(names) > 1 and all(is_agency(name) for name in names):
        return True
    words = line.squeezed.replace(":", "：")
    return text_to_field(words) is not None or words.startswith("抄送：") or printed_date(words) is not None


def ends_box_line(words: str, text: str, is_full: bool) -> bool:
    """Under a `名：值` line stands the next one, or the notice; only a value too long goes on, and an address into what holds
    no word."""
    above, below = text.replace(":", "："), words.replace(":", "：")
    field = text_to_field(above)
    said = text_to_field(below)
    # 发文文号：… in a box whose other names nobody knows; 标题| alone in its line.
    known = said and said[0] in _VALUES and said[1] < len(below) and not has_open_bracket(above)
    if known or (said and below.endswith("|") and said[1] == len(below)):
        return True
    if field is None:
        # Of a key that no list holds only an address says where its value ends, or the next such line.
        is_key = is_key_line(above) and not _PUNCTUATION.search(above.partition("：")[2].replace("：//", ""))
        return is_key and (text_to_field(below) is not None or _is_behind_address(text, words))
    if _is_behind_address(text, words) or text_to_field(below) is not None:
        return True
    # 热门关键词：甲 乙 丙: what a page lists of itself ends above the title.
    if field[0] == "page" and len(below) >= _SHORTEST_TITLE and ENDS_IN_TYPE.search(below):
        return True
    told = is_full and field[0] == "-"
    return not (told or _goes_on(field[0], above[field[1] :]))


def _is_behind_address(text: str, words: str) -> bool:
    """Whether a line stands behind an address that ended with the line above."""
    return bool(_ADDRESS.search(text)) and bool(patterns.search(r"\p{Han}", words))


# What the name of a file ends in.
FILES = (".doc", ".docx", ".pdf", ".wps", ".rtf", ".txt", ".xls", ".xlsx", ".zip", ".rar", ".ofd")


def _goes_on(meaning: str, value: str) -> bool:
    """Whether a value of a box may go on in the next line: it is long, or no whole title, or ends within a list."""
    if meaning == "title":
        return bool(value) and not (ENDS_IN_TYPE.search(value) or value.endswith(FILES))
    return len(value) > _SHORT_VALUE or value.endswith(_WITHIN)


def names_next(text: str, words: str) -> bool:
    """Whether a line with only the name of a field (`发文字号：`) stands above its value."""
    meaning = key_alone(text.replace(":", "："))
    is_value = _VALUES.get(meaning or "")
    return is_value is not None and text_to_field(words.replace(":", "：")) is None and is_value(words)


_VALUES: Mapping[str, Callable[[str], bool]] = {
    "doc_number": lambda words: bool(text_to_number(words)),
    "issuer": lambda words: is_agency(words),
    "written_date": lambda words: box_day(words) is not None,
    "effective_date": lambda words: box_day(words) is not None,
    "expires_date": lambda words: box_day(words) is not None,
    "title": lambda words: bool(ENDS_IN_TYPE.search(words)),
    "status": lambda words: len(words) <= _LONGEST_STATUS,
}
