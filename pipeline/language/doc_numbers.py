"""发文字号: 渝府办发〔2021〕7号 → agency, year, serial."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language import patterns
from pipeline.language.rules import Rule
from pipeline.language.words import alternation


class DocNumber(NamedTuple):
    """`text` as a reader would cite it, without spaces, brackets 〔〕."""

    text: str
    agency: str
    year: int
    serial: int


# The agency code is Chinese (国办发明电, 发改办财金规); a word before it (根据, 按照, 在) is not part of it.
_AGENCY = rf"(?:(?![在和与及由对据照的为是按])(?!{alternation('source')}|关于|以及|落实|执行|文件|印发|转发|废止|参照|结合)[\p{{Han}}A-Z]){{1,14}}"
DOC_NUMBER = rf"(?P<agency>{_AGENCY})\s?(?:第)?[〔\[【（(]\s?(?P<year>(?:19|20)\d\d)\s?年?[〕\]】）)]\s?第?\s?(?P<serial>\d{{1,5}})\s?号"
# 重庆市人民政府令第 361 号; 国令第707号; 商服贸函2026年第322号.
ORDER = r"(?P<agency>[\p{Han}]{1,20}令)(?:第)\s?(?P<serial>\d{1,4})\s?号"
BY_YEAR = rf"(?P<agency>{_AGENCY}(?:函|字|发|告|公告))(?P<year>(?:19|20)\d\d)年第?(?P<serial>\d{{1,5}})号"


def _read(match: patterns.Match) -> DocNumber:
    agency, year, serial = match["agency"], int(match["year"]), int(match["serial"])
    return DocNumber(f"{agency}〔{year}〕{serial}号", agency, year, serial)


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
        "在渝府办发〔2021〕7号文件基础上": DocNumber("渝府办发〔2021〕7号", "渝府办发", 2021, 7),
        "经区政府第120次常务会议": None,
    },
)
