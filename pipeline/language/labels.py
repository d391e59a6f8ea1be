"""Labels of duties: role words and whom they speak of, before a colon, in brackets, on a line or over a column.

One grammar for them all: 牵头单位, 主要责任部门, 牵头考核单位, 配合责任处室, 局内协办科室, 责任（牵头）单位, 主办：.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from pipeline import lexicons
from pipeline.language import patterns


@cache
def duty_words(kind: str, *classes: str) -> tuple[str, ...]:
    """The words of a kind (of the classes named, if any) of lexicons/duty_words.tsv, longest first."""
    rows = [(row[0], row[1], row[2] if len(row) > 2 else "") for row in lexicons.rows("duty_words")]
    found = {word for word, k, cls in rows if k == kind and (not classes or cls in classes)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def duty_alternation(*kinds: str) -> str:
    """The words of these kinds as an alternation for a pattern; no groups."""
    found = {word for kind in kinds for word in duty_words(kind)}
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those that hold no other of them: a text that holds one of the words holds one of these.

    >>> shortest(["牵头", "总牵头", "配合", "牵头"])
    ('牵头', '配合')
    """
    found = dict.fromkeys(words)
    return tuple(word for word in found if not any(one in word for one in found if one != word))


#: What may be said to be somebody's work: 以上工作由甲局负责, 第1项由乙局负责.
WORK = ("工作", "任务", "事项", "措施", "项", "条")


def work_before(text: str) -> int:
    """How far the words at the start of a text reach that mean all that stands before it: 以上工作, 此项任务; 0 without such."""
    if not text.startswith(_work_said_back()):
        return 0
    return max(len(said) for said in _work_said_back() if text.startswith(said))


@cache
def _work_said_back() -> tuple[str, ...]:
    return tuple(word + work for word in duty_words("back") for work in WORK)


@cache
def role_classes() -> Mapping[str, str]:
    """Word of a role → lead, support or other."""
    rows = (row for row in lexicons.rows("duty_words") if row[1] in ("role", "named"))
    return {row[0]: row[2] for row in rows}


_ROLE = duty_alternation("role", "named")
_HEAD = duty_alternation("head")
_AND = "[及和与、/或]|以及"
_LEADING_ROLES = "|".join(duty_words("role", "lead", "support"))
# 局内牵头处室, 市级责任单位, 具体承办单位: where they are, or that they do it themselves.
_WHERE = r"(?:[\p{Han}]?[省市区县州局厅委院校]?[级内直属]|机关|内设|具体|主要|共同|其他|相关|有关|各)?"
# 牵头单位, 牵头及责任单位, 责任（牵头）单位, 责任单位及承办科室（单位）, 责任领导单位.
_NAMED = (
    rf"(?:{duty_alternation('rank')})?(?:{_ROLE})(?:（(?:{_ROLE})）)?(?:(?:{_AND})?(?:{_ROLE}))*(?:领导)?"
    rf"(?:{_HEAD})(?:(?:{_AND})(?:{_ROLE})?(?:{_HEAD}))*(?:（(?:{_HEAD}|人)）)?(?:名称)?"
)
# Of every label: it begins so, and has a role word soon. Most places of a text are passed over by that.
_ROLES = ("责任分工", *duty_words("role"), *duty_words("named"))
_BEGINS = "".join(sorted({word[0] for word in (*_ROLES, *duty_words("rank"), *"机内具主共其相有各")}))
_FIRST, _SECOND = ("".join(sorted({word[i] for word in _ROLES})) for i in (0, 1))
_AHEAD = rf"(?=[{_BEGINS}级内直属]|..?[级内直属])(?=.{{0,7}}?[{_FIRST}][{_SECOND}])"
# The words of a label without its colon; 牵头： and 配合： alone are labels, 承办： before bodies, 责任： is none.
WORDS = rf"{_AHEAD}{_WHERE}(?:{_NAMED}|(?:{duty_alternation('role')})(?=[：:])|责任分工)"
_HEADING = patterns.compile(rf"{_WHERE}(?:{_NAMED}|(?<=^|[级内])(?:{_LEADING_ROLES}))$")
# What a label over a column ends in: most headings end in something else, and are not looked through.
_LAST = frozenset(
    word[-1]
    for word in (*duty_words("head"), *duty_words("role", "lead", "support"), "人）", "名称", "责任分工")
)
_PART = patterns.compile(
    rf"(?P<rank>{duty_alternation('rank')})?(?P<role>{_ROLE})(?P<joined>(?:{_AND})(?:{_ROLE}))?"
)
_BODY_BEGINS = "(?:[省市区县州旗厅局各]|国家|全国|中央|自治)"
_OPEN, _CLOSE = r"[【〔\[〖（]", r"[】〕\]〗）]"
# 牵头单位：, 责任单位为：, 【牵头单位】, and at the start of a line 责任单位 with a body right behind it.
LABEL = patterns.compile(
    rf"(?:(?<={_OPEN})(?P<boxed>{WORDS}|{_LEADING_ROLES})(?={_CLOSE})|(?P<said>{WORDS})(?:(?:为|是)?[：:]|[为是](?={_BODY_BEGINS}))|(?:^\W*|(?<=；))(?P<led>{WORDS})(?=\s*{_BODY_BEGINS}))"
)
# In every label a role word stands before another, before whom it speaks of, or before the mark that ends the label.
_SIGN = patterns.compile(
    rf"(?:{_ROLE}|{_LEADING_ROLES})(?:[（及和与、/或以：:]|{_CLOSE}|领导|{_HEAD}|{_ROLE})|责任分工"
)
# 技术攻坚单位：, 服务保障部门：: whether it gives a duty is for what follows to say.
UNKNOWN = patterns.compile(
    rf"(?<![\p{{Han}}\w])(?=[\p{{Han}}（）]{{2,}}[：:])(?P<said>(?!\p{{Han}}*(?:{duty_alternation('away')}|各))\p{{Han}}{{1,8}}(?:{'|'.join(duty_words('head', 'office'))}))[：:]"
)


# A paragraph is asked for its duties and for what it mentions.
@lru_cache(maxsize=2048)
def labels(text: str) -> tuple[patterns.Match, ...]:
    """The matches of LABEL in a text; most texts have no sign of one and are not looked through."""
    return tuple(LABEL.finditer(text)) if _SIGN.search(text) else ()


def unknown_labels(text: str) -> Iterator[patterns.Match]:
    """The matches of UNKNOWN in a text: all have a colon."""
    return UNKNOWN.finditer(text) if "：" in text or ":" in text else iter(())


def label_words(match: patterns.Match) -> str:
    """The label itself of a match of LABEL."""
    return next(text for text in match.groupdict().values() if text)


@lru_cache(maxsize=1024)
def label_role(words: str) -> str:
    """lead, support or other: what those named under a label or a heading do.

    >>> [label_role(w) for w in ("牵头考核单位", "配合责任处室", "第一责任单位", "牵头及责任单位", "责任（牵头）单位")]
    ['lead', 'support', 'lead', 'other', 'lead']
    """
    parts = list(_PART.finditer(words))
    found = {role_classes()[part["role"]] for part in parts}
    joined = any(part["joined"] for part in parts)
    if joined and "lead" in found | {
        role_classes()[part["joined"].lstrip("及和与、/或以")] for part in parts if part["joined"]
    }:
        return "other"
    if "support" in found:
        return "support"
    ranked = any(part["rank"] and part["role"] == "责任" for part in parts)
    return "lead" if "lead" in found or ranked else "other"


def has_role_word(words: str) -> bool:
    """Does some word of a label say what those named do (技术支持单位, not 技术攻坚单位)?"""
    return any(map(words.__contains__, _role_words()))


@cache
def _role_words() -> tuple[str, ...]:
    return shortest(role_classes())


def heading_role(heading: str, whole: bool = False) -> str:
    """The role that a table heading gives those below it, "" where it is no label (牵头处室, 责任（牵头）单位).

    A heading may end in the label; `whole` asks whether it is nothing else (牵头处室, never 完成时限责任单位)."""
    plain = heading.replace("(", "（").replace(")", "）")
    match = _HEADING.search(plain) if plain[-1:] in _LAST and has_role_word(plain) else None
    return label_role(match[0]) if match and (match.start() == 0 or not whole) else ""
