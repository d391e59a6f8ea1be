"""发文字号: 渝府办发〔2021〕7号 → agency, year, serial."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.bodies import is_agency
from pipeline.language.numerals import chinese_to_int
from pipeline.language.registers import short_fields
from pipeline.language.rules import Rule
from pipeline.language.words import words


class DocNumber(NamedTuple):
    """`text` as a reader would cite it, without spaces, brackets 〔〕, its serial as printed; an order has no year."""

    text: str
    agency: str
    year: int | None
    serial: int


# Words before a number that are no part of it, and where one of them is left behind by a match (落|实民发).
NOT_OF_IT = (
    *words("source"),
    *("关于", "以及", "落实", "贯彻", "执行", "文件", "印发", "下发", "转发", "发布", "公布"),
    *("修订", "废止", "取代", "通过", "批准"),
    *("参照", "结合", "符合", "违反", "详见", "参见", "办公室", "办公厅", "委员会"),
    *("发文字号", "编号", "证号", "案号", "文号"),
    *("特急", "加急", "平急", "特提", "急件", "机密", "秘密", "绝密"),
)
# What a title ends in before its number, where no line end parts them (…的通知临政发〔2024〕5号); of 校办通知〔2024〕5号 it is the code.
_ENDS_TITLE = ("通知", "意见", "决定书", "决定", "办法", "细则", "方案", "批复", "规定", "明电")
NO_WORD = rf"(?!{'|'.join(NOT_OF_IT)}|(?:{'|'.join(_ENDS_TITLE)})\p{{Han}}{{2}}|政府(?![令〔\[【（(]))"
NO_REST = (
    "".join(
        f"(?<!{word[:i]}(?={word[i:]}))"
        for word in (*NOT_OF_IT, *_ENDS_TITLE, "政府")
        for i in range(1, len(word))
    )
    + "(?![好了过等该])"
)
# The agency code is Chinese (国办发明电, 发改办财金规); a word before it (根据, 按照, 在) is not part of it. With 和 only what fills
# a line or a bracket (和田, 和平 …): elsewhere it joins.
_AGENCY = rf"{NO_REST}(?:(?<![^（(\n])和(?=\p{{Han}}{{1,12}}[〔\[（(]\d{{4}}[〕\]）)]\d{{1,5}}号\s*(?:$|[）)\n])))?(?:(?![在和与及由对据照的为是按以我你将]){NO_WORD}[\p{{Han}}A-Z]){{1,14}}"
# 〔2026〕; the bracket that closes is lost on some pages (〔202615号), on others the one that opens, where only 〕 tells it (2026〕15号).
_OPENS, _CLOSES = r"[〔\[【（({<〈『「〖]", r"[〕\]】）)}>〉』」〗]"
_IN_YEAR = rf"(?:{_OPENS}\s?|(?=\d{{4}}\s?〕))(?P<year>(?:19|20)\d\d)(?:\s?年?{_CLOSES}|(?=\d{{1,4}}[号號]))"
# 〔2026〕52、53号 and 〔2026〕52号、53号 are two numbers of one year.
_MORE = r"(?:(?<=[号號])[、和及]第?\s?\d{1,5}\s?[号號](?!楼|院|线|门|公告))*"
# 闽政〔1996〕文39号, 〔2010〕综字第12号: a series of its own stands between the year and the serial.
# The code is looked at word by word only where a year in brackets follows it: at most places none does.
_AHEAD = rf"(?=[\p{{Han}}A-Z]{{1,14}}\s?第?(?:{_OPENS}\s?(?:19|20)\d\d|(?:19|20)\d\d\s?〕))"
DOC_NUMBER = rf"{_AHEAD}(?P<agency>{_AGENCY})\s?(?:第)?{_IN_YEAR}\s?(?P<nth>第?|[^\P{{Han}}在到至于和与及将把对由]|\p{{Han}}{{1,2}}字第?)\s?(?P<serial>\d{{1,5}})(?:\s?[、和及]\s?\d{{1,5}})*\s?[号號](?P<order>(?:令(?!\p{{Han}}))?){_MORE}"


_SHORTEST_BODY, _SHORTEST_CODE = 3, 2
_OF_KINDS = frozenset("发函办字文党公通令规秘联行议厅局")


def _without_body(code: str) -> str:
    """An agency code without the name of the body it is short for: 国务院国发 → 国发, 省财政厅临财农 → 临财农; 人社部发 and 国办发 are codes.

    A short name without place begins the code itself: 工信厅政法函, 工信部信软, 人社厅规.
    """
    ends = range(len(code) - _SHORTEST_CODE, _SHORTEST_BODY - 1, -1)
    names = (n for n in ends if _begins_code(code, n) and is_agency(code[:n]))
    own = {n for n in names if not (code[n - 1] in _OF_STATE and code[: n - 1] in short_fields())}
    return code[max(own) :] if own else code


# 工信部, 住建厅: names that stand in codes; 依据工信局甲工信〔2025〕4号 names the body before its code.
_OF_STATE = "部厅"


def _begins_code(code: str, n: int) -> bool:
    """Whether a letter of the body before it begins a code, or any but one that a kind of paper is called by, behind 厅 or 局."""
    return code[n] in code[:n] or (code[n - 1] in "厅局" and code[n] not in _OF_KINDS)


def _read(match: patterns.Match) -> DocNumber:
    agency, year, serial = _without_body(match["agency"]), int(match["year"]), match["serial"]
    text = f"{agency}〔{year}〕{match['nth']}{serial}号{match['order']}"
    return DocNumber(text, agency, year, int(serial))


def number_to_key(text: str) -> str:
    """A number without the blanks, zeros and 第 that one printing has and another has not: what two are compared by.

    >>> number_to_key("教文〔2001〕03号") == number_to_key("教文〔2001〕3号")
    True
    """
    code, mark, serial = "".join(text.split()).rpartition("〕")
    return code + mark + serial.lstrip("第0")


NUMBERED = Rule(
    "doc_number",
    patterns.compile(DOC_NUMBER),
    _read,
    {
        "江津府办发〔2022〕88 号": DocNumber("江津府办发〔2022〕88号", "江津府办发", 2022, 88),
        "东府办[2005]42号": DocNumber("东府办〔2005〕42号", "东府办", 2005, 42),
        "国办发明电〔2018〕15号": DocNumber("国办发明电〔2018〕15号", "国办发明电", 2018, 15),
        "按照渝府办发〔2021〕7号文件": DocNumber("渝府办发〔2021〕7号", "渝府办发", 2021, 7),
        "沈政令[1997]29号": DocNumber("沈政令〔1997〕29号", "沈政令", 1997, 29),
        "该工程已由我委以临发改〔2013〕511号文批复": DocNumber("临发改〔2013〕511号", "临发改", 2013, 511),
        "在渝府办发〔2021〕7号文件基础上": DocNumber("渝府办发〔2021〕7号", "渝府办发", 2021, 7),
        "青教體〔2025〕9號": DocNumber("青教體〔2025〕9号", "青教體", 2025, 9),
        "民发〔2026〕52、53号": DocNumber("民发〔2026〕52号", "民发", 2026, 52),
        "省财政厅临财农〔2024〕7号": DocNumber("临财农〔2024〕7号", "临财农", 2024, 7),
        "市教育局办函〔2024〕7号": DocNumber("市教育局办函〔2024〕7号", "市教育局办函", 2024, 7),
        "国务院国发〔1979〕234号": DocNumber("国发〔1979〕234号", "国发", 1979, 234),
        "《通知》（工信厅产业函〔2024〕7号）": DocNumber("工信厅产业函〔2024〕7号", "工信厅产业函", 2024, 7),
        "工信部信管〔2023〕15号": DocNumber("工信部信管〔2023〕15号", "工信部信管", 2023, 15),
        "住建厅建管函〔2022〕9号": DocNumber("住建厅建管函〔2022〕9号", "住建厅建管函", 2022, 9),
        "省工信厅临工信〔2024〕7号": DocNumber("临工信〔2024〕7号", "临工信", 2024, 7),
        "工信局临工信〔2025〕4号": DocNumber("临工信〔2025〕4号", "临工信", 2025, 4),
        "人社部发〔2020〕5号": DocNumber("人社部发〔2020〕5号", "人社部发", 2020, 5),
        "临政发2019〕13号": DocNumber("临政发〔2019〕13号", "临政发", 2019, 13),
        "(临政[1998]文333号)": DocNumber("临政〔1998〕文333号", "临政", 1998, 333),
        "关于印发某规划的通知临政发〔2024〕5号": DocNumber("临政发〔2024〕5号", "临政发", 2024, 5),
        "行政处罚决定书临环罚字〔2024〕5号": DocNumber("临环罚字〔2024〕5号", "临环罚字", 2024, 5),
        "校办通知〔2024〕5号": DocNumber("校办通知〔2024〕5号", "校办通知", 2024, 5),
        "到2019年底建成13号线": None,
        "建设部〔2007〕第162号令": DocNumber("建设部〔2007〕第162号令", "建设部", 2007, 162),
        "经区政府第120次常务会议": None,
    },
)

# A line that gives a number and nothing else may be longer: its agency code is the name of the body.
_BODY_CODE = rf"(?P<agency>{NO_WORD}(?:(?!关于|印发|转发|(?:{'|'.join(_ENDS_TITLE)}|条例|规则)[（(])[\p{{Han}}、（）“”]){{1,80}}?(?:令|公告|通告|通报|纪要|函|字|发|告|议))"
_YEAR = r"[〔\[【（(]?(?P<year>(?:19|20)\d\d)年?[〕\]】）)]?"
_SHORT_YEAR = r"(?P<year>[5-9]\d)"
_SERIAL = r"第?(?P<serial>\d{1,5}|[一二三四五六七八九十百零〇]{1,7})[号期次]"
_NUMBER_LINES = tuple(
    patterns.compile(form)
    for form in (
        # 某报〔2024〕3号 签发人：甲: what goes up names who signed it beside the number.
        rf"{DOC_NUMBER}(?:文件?)?(?:签发人[：:]?.{{0,20}})?",
        # Till the nineties a year had two digits, before the code or behind it: (78)交公路字412号, 内政发〔89〕12号.
        rf"[（〔\[(]{_SHORT_YEAR}[）〕\])](?P<agency>\p{{Han}}{{1,8}}[字发函])第?(?P<serial>\d{{1,4}})号",
        rf"(?P<agency>\p{{Han}}{{1,8}}[字发函])[（〔\[(]{_SHORT_YEAR}[）〕\])]第?(?P<serial>\d{{1,4}})号",
        # 商服贸函2026年第322号, 甲部乙总局公告2023年第12号, 甲市政府常务会议纪要〔2024〕5号.
        rf"{_BODY_CODE}[（(]?{_YEAR}{_SERIAL}[）)]?",
        # 某市人民政府令第61号, 某市人民政府令（第19号）, 某部公告第八号, 主席令（九届第37号）, 某市人民政府令19号, 某常委会公告〔五届〕第12号.
        rf"{_BODY_CODE}[（(〔\[]?(?:\p{{Han}}{{1,3}}届[）)〕\]]?)?(?:第|(?<=令[（(〔\[]?)){_SERIAL}[）)〕]?",
    )
)
# Behind such a sign only who signs may stand.
_SIGNS, _LONGEST_BEHIND, _SHORT = frozenset("号號期次"), 30, 2
# What a scan takes for a digit, behind the agency code.
_MISREAD = patterns.compile(r"(?<=[〔\[（(第〕\]）)\dOoIl])[OoIl](?=[\dOoIl年〕\]）)号])")
_SQUARE = str.maketrans("[]【】", "〔〕〔〕")
_DIGIT_OF = str.maketrans("OoIl", "0011")


def with_digits(text: str) -> str:
    """A text with the digits of its numbers that a scan misread, letter for letter: 临政发〔2O24〕l5号 → 临政发〔2024〕15号."""
    return _MISREAD.sub(lambda m: m[0].translate(_DIGIT_OF), text)


def line_to_number(line: str) -> DocNumber | None:
    """The number that a line is and nothing else: a 文号, also in brackets, and that of an order or of what a body
    makes public by the year (`某市人民政府令第61号`, `（某办发〔2024〕3号）`, `某部公告2024年第5号`); None if it is none.
    """
    bare = "".join(line.split())
    if _SIGNS.isdisjoint(bare[-_LONGEST_BEHIND:]):
        return None
    if sum(map(bare.count, "（(")) > sum(map(bare.count, "）)")):
        bare = bare.lstrip("（(")  # The bracket closes in the next line, behind the day.
    held = bare[1:-1] if bare[0] in "（(" and bare[-1] in "）)" else ""
    bare = with_digits(held if held and _is_balanced(held) else bare)
    match = next((m for form in _NUMBER_LINES if (m := form.fullmatch(bare))), None)
    serial = chinese_to_int(match["serial"]) if match else None
    if match is None or serial is None:
        return None
    agency, year = match["agency"], match.groupdict().get("year")
    if match.re is _NUMBER_LINES[0]:
        return _read(match)
    bare = patterns.sub(r"[（(](?=(?:\d{4}年|\p{Han}{1,3}届)?第)|(?<=[号期次])[）)]", "", bare)
    text = bare.translate(_SQUARE)
    rest = text[len(agency) :].lstrip("〔")
    if year and len(year) > _SHORT and rest.startswith(year) and not rest.startswith(f"{year}年"):
        text = f"{agency}〔{year}〕{rest[len(year) :].lstrip('〕')}"  # 某政发2024〕5号: brackets are lost.
    if year and len(year) == _SHORT:
        text = text.replace(f"（{year}）", f"〔{year}〕").replace(f"({year})", f"〔{year}〕")
        return DocNumber(text, agency, 1900 + int(year), serial)
    return DocNumber(text, agency, int(year) if year else None, serial)


def _is_balanced(held: str) -> bool:
    """Whether what an outer pair of brackets holds opens and closes all its own: （临政发（2010）5号）."""
    opened = 0
    for char in held:
        opened += (char in "（(") - (char in "）)")
        if opened < 0:
            return False
    return opened == 0
