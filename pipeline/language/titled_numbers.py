"""The number of a notice that stands in one line with its title, and numbers without the code of an agency."""

from __future__ import annotations

from functools import lru_cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.doc_numbers import DOC_NUMBER, DocNumber, line_to_number

# 某市人民政府令第61号 某市公园管理办法, 关于印发…的通知（某政发〔2024〕3号）: sites print the number with the title.
_BEFORE_TITLE = patterns.compile(
    rf"^(?P<number>{DOC_NUMBER}|[\p{{Han}}（）]{{2,40}}?令[（(]?第(?:\d{{1,4}}|[一二三四五六七八九十百零〇]{{1,7}})号[）)]?)[：:]?(?=\p{{Han}}|《|“)"
)
_NO_CODE = patterns.compile(
    r"[（(]?(?P<text>(?:〔(?=\d+〕)|(?=(?:\d{4}年)?第))(?:(?P<year>(?:19|20)\d\d)[年〕])?第(?P<serial>\d{1,5})号)[）)]?"
)
_HEADS = ("公告", "通告", "通报", "纪要", "令")
_BEHIND_TITLE = patterns.compile(
    rf"(?:[（(](?P<number>{DOC_NUMBER}|\p{{Han}}{{2,30}}(?:令|公告)(?:(?:19|20)\d\d年)?第(?:\d{{1,5}}|[一二三四五六七八九十百零〇]{{1,7}})号|(?<=(?:{'|'.join(_HEADS)})》?[（(])[^（()）]{{2,60}}号)[）)]|(?<=(?:{lexicons.alternation('document_types')})[》）]?)[-—_]{{0,2}}(?P<number>{DOC_NUMBER}))$"
)


# What a number behind a title ends in, or the bracket around it.
_ENDS_OF_NUMBERS = ("号", "號", "令", "）", ")")


def number_alone(text: str) -> DocNumber | None:
    """2024年第3号, 〔2024〕第3号, （第7号）: numbered by the year, or one after the other, without the code of an agency."""
    match = _NO_CODE.fullmatch("".join(text.split()))
    year = int(match["year"]) if match and match["year"] else None
    return DocNumber(match["text"], "", year, int(match["serial"])) if match else None


# One title is asked of by whoever looks for its number, its type, its body.
@lru_cache(maxsize=256)
def title_to_number(title: str) -> tuple[DocNumber | None, int, int]:
    """(the number printed in one line before or behind a title, start and end of the title in it)."""
    if (match := _BEFORE_TITLE.match(title)) and (number := line_to_number(match["number"])):
        return number, match.end(), len(title)
    match = _BEHIND_TITLE.search(title) if title.endswith(_ENDS_OF_NUMBERS) else None
    if match and (number := line_to_number(match["number"]) or number_alone(match["number"])):
        return number, 0, match.start()
    # 某市人民政府公告（第7号）, 某委员会办公会议纪要〔2024〕5号: the title is the head of the number.
    if (
        (number := line_to_number(title))
        and number.agency.endswith(_HEADS)
        and title.startswith(number.agency)
    ):
        return number, 0, len(number.agency)
    return None, 0, len(title)
