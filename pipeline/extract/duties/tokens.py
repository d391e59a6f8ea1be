"""Text of a list of those responsible → tokens: labels, bodies, verbs of duty, times and the marks between them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.duties.marks import marks
from pipeline.language import patterns
from pipeline.language.cut_names import LEVELS
from pipeline.language.labels import WORK, duty_alternation, duty_words, role_classes, shortest, work_before
from pipeline.language.names import is_party, is_possible_name, is_sentence, protected, split_names
from pipeline.language.script import simplified
from pipeline.language.times import times
from pipeline.language.tokens import Token
from pipeline.language.words import alternation
from pipeline.lexicons import words

_WORK = r"(?:各项|相关|有关|具体|此项|该项|日常)?(?:工作|事宜|事项|任务)"
# 按职责分工, 根据各自职能, 依照职责权限, 按分工.
_SHARE = (
    rf"(?:按照?|依|结合|{alternation('source')})?(?:各自|本部门|部门|有关|相关)?的?(?:工作)?(?:职责|职能|职权|任务)(?:职责|任务|范围|权限)?内?(?:分工)?"
    r"|按照?分工"
)
_HOW = rf"(?:{_SHARE}|{duty_alternation('manner', 'sharing')})"
_ROLE = duty_alternation("role")
_ACT = rf"(?:{duty_alternation('act')}|{_WORK})"
# 各社会组织、群团组织: the word is none of doing.
_ORGANIZED = "|".join(k.removesuffix("组织") for k in words("body_kinds") if k.endswith("组织"))
# 按职责分工负责, 牵头组织实施, 积极参与配合, 按各自职责做好相关工作: to the end of the phrase; 牵头会同 and 会同 before those who help.
_VERB = patterns.compile(
    rf"等?(?P<how>{_HOW}*)(?<!(?:{_ORGANIZED})(?=组织))(?P<does>{_ACT}*(?:{_ROLE})(?:{_HOW}|{_ROLE}|{_ACT})*|{_ACT}+|(?<=其[责职]))(?=$|[、，；。\s])"
    rf"|等?(?P<with>{'|'.join(duty_words('with'))})(?![务业会贸])(?=\p{{Han}}{{2}})"
)
# 各司其责. A verb has such a word, or one of these classes; most phrases are names and have none.
_OF_EACH = ("其责", "其职")
_OF_DUTY = (word for kind in ("act", "role", "with") for word in duty_words(kind))
_OF_VERBS = shortest((*_OF_EACH, "工作", "事宜", "事项", "任务", *_OF_DUTY))
# 审批科受理申请: what somebody does, and with what. 受理窗口, 审核科: the word belongs to a name.
_DOES = patterns.compile(
    rf"(?P<role>{_ROLE})?(?:{_HOW})*"
    r"(?:受理|收件|初审|出具|核发|发证|发放|承办|办理|反馈|负责|在(?=\p{Han}{2,20}?(?:设立|设置|受理|办理)))"
    r"(?!\p{Han}{0,4}(?:科|处|室|股|窗口|站|部门|单位)(?:$|[，、；]))"
)
_LASTING = duty_alternation("lasting")
_LASTS = patterns.compile(rf"(?:{_LASTING})(?:[、并和]?(?:{_LASTING}|{duty_alternation('act')}|完成))*")
# Between phrases. A bracket that is not closed, or was not opened, ends a name as a mark does.
_STOPS = "，,；;。：\n（(〔[【〖)）〕]】〗/①②③④⑤⑥⑦⑧⑨⑩"
_BRACKETED = "（(〔[【〖〈“《「)）〕]】〗〉”》」"
# 由甲局负责, 请乙局协助.
_AGENTS = ("由", "请")
_LONGEST_SUBJECT, _SHORTEST_NAME = 8, 3
_SHARING = ("职责", "职能", "职权", *duty_words("sharing"))
_MARKS = {",": "，", ";": "；", "\n": "，"}


def may_name_duties(text: str) -> bool:
    """Whether a text has a label or a word of a verb of duty, without which names are nobody's: most brackets have none."""
    plain = simplified(text)
    return any(map(plain.__contains__, _OF_VERBS)) or bool(marks(plain))


def lex_duty(text: str) -> tuple[Token, ...]:
    """The tokens of a list, left to right; a name is as `split_names` gives it, at its place in `text`."""
    plain = simplified(text)
    tokens, at = list[Token](), 0
    for mark in marks(plain):
        tokens += _between(plain, at, max(at, mark.start))
        tokens.append(Token("label", mark.role, mark.start, mark.end, mark.words))
        at = mark.end
    tokens += _between(plain, at, len(plain))
    return tuple(tokens if plain == text else (_as_printed(token, plain, text) for token in tokens))


def _as_printed(token: Token, plain: str, text: str) -> Token:
    """A name in the script it is printed in, with a suffix it shares as it is."""
    if not token.text.startswith(plain[token.start : token.end]):
        return token
    shared = token.text[token.end - token.start :]
    return token._replace(text=text[token.start : token.end] + shared)


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    """Phrases between labels, and the marks between them."""
    inside, at = protected(text[start:end]), start
    for i in range(start, end):
        if text[i] in _STOPS and not inside[i - start]:
            yield from _phrase(text, at, i)
            mark = _MARKS.get(text[i], text[i])
            yield Token("mark", mark if mark in "，；。：" else "other", i, i + 1, text[i])
            at = i + 1
    yield from _phrase(text, at, end)


def _is_of_words(char: str) -> bool:
    return char.isalnum() or char in _BRACKETED


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without ▲, ●, —— and blanks around, and without 由 of whom something is asked."""
    while start < end and not _is_of_words(text[start]):
        start += 1
    while start < end and not _is_of_words(text[end - 1]):
        end -= 1
    start += work_before(text[start:end])
    agent = text.find("由", start, min(end, start + _LONGEST_SUBJECT))
    if agent > start and text[start:agent].endswith(WORK):  # 以上工作由甲局牵头, 第1项由甲局负责
        return agent + 1, end
    return (start + 1 if text.startswith(_AGENTS, start, end) else start), end


def _phrase(text: str, start: int, end: int) -> Iterator[Token]:
    """A phrase between marks: names and what they do, when it is done, or something else."""
    start, end = _trimmed(text, start, end)
    phrase = text[start:end]
    if not phrase:
        return
    if _LASTS.fullmatch(phrase):
        yield Token("when", "during", start, end, phrase)
        return
    found = next(iter(times(phrase)), None)
    if found is None:
        yield from _names_and_verbs(text, start, end)
        return
    if found.start:
        yield from _names_and_verbs(text, start, start + found.start)
    # 6月底完成, 2026年3月取得成效: nobody stands behind the time.
    said = list(_names_and_verbs(text, *_trimmed(text, start + found.end, end)))
    behind = said if any(token.kind == "body" for token in said) else []
    yield Token("when", "during", start + found.start, start + found.end if behind else end, phrase)
    yield from behind


def _names_and_verbs(text: str, start: int, end: int) -> Iterator[Token]:
    """甲局、乙局牵头、丙局配合: names, then the verb that says what they do, and again."""
    at = start
    near = text[max(0, start - len(_OF_EACH[0])) : end]
    for verb in _VERB.finditer(text, start, end) if any(map(near.__contains__, _OF_VERBS)) else ():
        if verb.start() < at or (cls := _class(verb)) is None:
            continue
        names = _one_of_them(list(_names(text, at, verb.start())))
        if any(token.kind != "body" for token in names):
            continue
        yield from names
        yield Token("duty", cls, *verb.span(), verb[0])
        at = verb.end()
        while at < end and text[at] in "、 ":
            at += 1
    yield from _told(text, at, end) if at == start else _names(text, at, end)


def _one_of_them(names: list[Token]) -> list[Token]:
    """市公安局、市税务局、人行甲中支等负责: a name nothing is known of is a body behind more that are, a place (云安镇) beside one."""
    others = [name for name in names if name.kind != "body"]
    if not others or len(others) == len(names):
        return names
    fit = all(n.kind == "noun" and len(n.text) >= _SHORTEST_NAME and is_possible_name(n.text) for n in others)
    places = all(name.text.endswith(tuple(LEVELS)) for name in others)
    if not fit or not (places or (names[0] not in others and 2 * len(others) < len(names))):
        return names
    return [name._replace(kind="body") for name in names]


def _class(verb: patterns.Match) -> str | None:
    """What a verb makes of the names before it: lead, support, with, share, other; None where it is no verb of duty."""
    if verb["with"]:
        return "with"
    classes = [cls for word, cls in role_classes().items() if word in verb["does"]]
    role = next((cls for cls in ("lead", "support") if cls in classes), None)
    if role or not any(word in verb["how"] + verb["does"] for word in _SHARING):
        return role or ("other" if classes else None)
    return "share"


def _told(text: str, start: int, end: int) -> Iterator[Token]:
    """甲局审批科受理申请、出具意见: names, and with `does` all that they do; names alone; or a clause."""
    names = split_names(text[start:end])
    if names and not any(is_sentence(name) for name, _, _ in names):
        yield from _names(text, start, end)
        return
    for verb in _DOES.finditer(text, start + 2, end):
        if all(is_party(name) for name, _, _ in split_names(text[start : verb.start()])):
            yield from _names(text, start, verb.start())
            role, at = role_classes().get(verb["role"] or "", "other"), verb.start()
            yield Token("does", role, at, end, text[at:end])
            return
    yield from _names(text, start, end)


def _names(text: str, start: int, end: int) -> Iterator[Token]:
    """Names as `body`, what is no name at all as `clause`, and as `noun` what may be one."""
    for name, a, b in split_names(text[start:end]):
        kind = "body" if is_party(name) else "clause" if is_sentence(name) else "noun"
        yield Token(kind, "", start + a, start + b, name)
