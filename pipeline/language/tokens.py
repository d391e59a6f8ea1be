"""Text → typed tokens: times and quantities first, then the words between them.

What is between times and quantities is cut by the segmenter, and each word is looked up in the closed classes
(lexicons/words.tsv); of a word that is in none its part of speech says what it is.
"""

# Long: what a word is and what it makes with those beside it is one reading; a module more would lengthen every way.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, wraps
from itertools import dropwhile, takewhile
from operator import itemgetter
from typing import NamedTuple, TypeVar, TypeVarTuple

from pipeline.language.quantity import Quantity
from pipeline.language.segmentation import tagged
from pipeline.language.times import FoundTime
from pipeline.language.units import units
from pipeline.language.words import entries, lookup, words

# 以上, 以下, 以内, 左右, 不等.
_BOUNDS = frozenset({">=", "<", "<=", "~=", "="})
Said = Quantity | FoundTime | None
MARKS = "，；。：、（）“”—/·+~"


class Token(NamedTuple):
    """text[start:end] as one word. `kind` and `cls` as lexicons/words.tsv names them, besides `time`, `qty` (class: its
    dimension), `mark` (class: the character), `noun`, `verb`, `modal`, `link`; `said` what a time or quantity says."""

    kind: str
    cls: str
    start: int
    end: int
    text: str
    said: Said = None


# A token as `Token(…)` makes it, without the call of a function for each: there are thousands in a notice.
_new = tuple.__new__
# What jieba's parts of speech are for us, by their first letters; the longest that fits wins.
_SPEECH = {
    "vn": "noun",
    "v": "verb",
    "p": "link",
    "c": "link",
    "d": "modal",
    "ad": "modal",
    "u": "link",
    "y": "link",
}


def _ending(word: str) -> str | None:
    """The kind a noun is of by how it ends: 覆盖|率, 贷款|额度."""
    tails = (lookup(word[-size:]) for size in (3, 2, 1) if len(word) > size)
    kinds = (t.cls if t.kind == "ending" else t.kind for t in tails if t and t.kind in ("ending", "measure"))
    return next((kind for kind in kinds if kind != "body"), None)


_EACH = "每"
_RATE = "率"
# 补贴, 奖励: what is given.
_GIFT = ("give", "noun")


def _is_each(word: str) -> bool:
    """每支, 每平方公里: 每 with a unit."""
    return word[0] == _EACH and word[1:] in units()


_BRACKETS = {"【": "（", "】": "）", "〔": "（", "〕": "）"}


@lru_cache(maxsize=8192)
def _word(word: str, tag: str) -> tuple[str, str]:
    """The kind and class of a word of the segmenter."""
    if (entry := lookup(word)) and entry.kind != "ending":
        return entry
    if _is_each(word):
        return "each", "one"
    if not word[0].isalnum() and word[0] != "※":
        mark = _BRACKETS.get(word[0], word[0])
        return "mark", mark if mark in MARKS else "other"
    if entry:
        return ("noun" if entry.cls == "body" else entry.cls), ""
    kind = next((_SPEECH[tag[:n]] for n in (2, 1) if tag[:n] in _SPEECH), "noun")
    if kind == "noun" and len(word) > 2 and lookup(word[-2:]) == _GIFT:  # 岗位补贴, 生活补助
        return _GIFT
    if kind == "modal" and len(word) > 2:  # 一体机: such adverbs are in the table
        kind = "noun"
    rated = kind == "verb" and len(word) > 2 and word[-1] == _RATE  # 辍学率
    return (_ending(word) or kind if kind == "noun" or rated else kind), ""


_MOVES = ("reach", "hold", "up", "down")
_DONE = (("make", "do"), ("make", "build"))
_EXTENTS = ("count", "area", "length")


@cache
def _closed() -> frozenset[str]:
    """The words of the closed classes; an ending is a part of a word."""
    endings = {word for word in words("ending") if entries()[word].kind == "ending"}
    return frozenset(entries().keys() - endings).union(_EACH + unit for unit in units())


@lru_cache(maxsize=8192)
def _pieces(word: str) -> tuple[str, ...]:
    """逐步形成, 率达, 补助额: an entry of the dictionary that is made of two words of closed classes is two words."""
    if len(word) < 2 or lookup(word):
        return (word,)
    for cut in range(1, len(word)):
        first, last = lookup(word[:cut]), lookup(word[cut:])
        if last in _CHANGES and cut > 1 and tagged(word[:cut]) == [(word[:cut], "d")]:
            return word[:cut], word[cut:]  # 成倍|增长
        if not first or not last or (last.kind == "ending" and first != _GIFT):
            continue
        if len(word) > 2 or (last.kind in _MOVES and (first.kind == "each" or word[0] in words("ending"))):
            return word[:cut], word[cut:]
    if _is_made(word[:2]) and word[2:] in words("agent", "person"):
        return word[:2], word[2:]  # 引进|人才, 招聘|员工
    return (word,)


# 建成率, 救助率, 拥有率, 拨付率, 资助率.
_RATED = frozenset({"make", "handled", "up", "down", "past", "due", "own", "spend", "give", "hold", "does"})


def _makes_a_rate(word: str) -> bool:
    """建成|率, 处置|率, 发现|率: 率 is never a word of its own."""
    entry = lookup(word)
    return len(word) > 1 and (entry is None or entry.kind in _RATED)


_PAIR = "两字"


def _is_astride(before: str, word: str) -> bool:
    """Whether the first character of a word of two belongs to the word before it: 压|降到 is 压降|到, 其|中国|抽 is 其中|国|抽."""
    both = lookup(before + word[0]) if len(before) == 1 and len(word) == len(_PAIR) else None
    return both is not None and (word[1] in _closed() or both.kind == "includes")


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of text[start:end]."""
    if not start:
        yield from _words_of(text[:end])
        return
    for kind, cls, begin, stop, word, said in _words_of(text[start:end]):
        yield _new(Token, (kind, cls, begin + start, stop + start, word, said))


# What stands between times and numbers is lexed for targets and for deadlines.
@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[Token, ...]:
    return tuple(_joined(text))


_LEVEL = "级"


def _is_made(word: str) -> bool:
    found = lookup(word) if word else None
    return found is not None and found.kind == "make"


_SUBSCRIPTS = frozenset("₀₁₂₃₄₅₆₇₈₉")


# The part of speech of letters.
_LETTERS, _TAG = "eng", itemgetter(1)


def _signs(cut: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words of the segmenter, letters in one with the figures behind them: PM2|.|5, PM|_|2|.|5, PM|₂|.|₅, WEB3|.|0; 每 in one
    with a unit that the segmenter does not know: 每|延|米."""
    at = 0
    while at < len(cut):
        word, tag = cut[at]
        at += 1
        if word == _EACH and (unit := "".join(said for said, _ in cut[at : at + 2])) in units():
            word, at = word + unit, at + 2
        while tag == _LETTERS and at < len(cut):
            begins = at + (cut[at][0] in "._")
            if begins == len(cut) or not (cut[begins][0].isdecimal() or cut[begins][0] in _SUBSCRIPTS):
                break
            word += "".join(said for said, _ in cut[at : begins + 1])
            at = begins + 1
        yield word, tag


def _rates(cut: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """到|岗|率 and 在|岗|率 are one word: 岗率 alone is none; 到岗、在岗|率 is that of both."""
    held: list[tuple[str, str]] = []
    before = ("", "")  # the two words before those held
    for word, tag in cut:
        if (
            word == _RATE
            and len(held) > 1
            and held[-2][0] in _PLACED
            and len(held[-2][0] + held[-1][0]) == len(_PAIR)
            and (before[1] != "、" or before[0].endswith(_RATE))
        ):
            held[-2:] = [(held[-2][0] + held[-1][0] + word, "n")]
            continue
        held.append((word, tag))
        if len(held) > len(_PAIR):
            before = (before[1], held[0][0])
            yield held.pop(0)
    yield from held


_PLACED = ("到", "在")


def _joined(text: str) -> Iterator[Token]:
    """The words of a text; two that are one word of a closed class (占|比, 不|少于) are joined."""
    last: tuple[int, str, str] | None = None
    start, closed, cut = 0, _closed(), tagged(text)
    # Letters, 每 and 率 stand in few texts.
    cut = list(_signs(cut)) if _EACH in text or _LETTERS in map(_TAG, cut) else cut
    for word, tag in _rates(cut) if _RATE in text else cut:
        for piece in _pieces(word):
            if last and last[1] + piece in closed:
                last = (last[0], last[1] + piece, tag)
            elif last and piece == _RATE and _makes_a_rate(last[1]):
                last = (last[0], last[1] + piece, "n")
            elif last and piece == _LEVEL and _is_made(last[1][:-1]):  # 建成区|级 is 建成|区级
                word, end = last[1][:-1], last[0] + len(last[1]) - 1
                yield _new(Token, (*_word(word, tag), last[0], end, word, None))
                last = (end, last[1][-1] + piece, "n")
            elif last and len(last[1]) == 1 and _is_astride(last[1], piece):  # 压|降到 is 压降|到
                word = last[1] + piece[0]
                yield _new(Token, (*_word(word, tag), last[0], start + 1, word, None))
                last = (start + 1, piece[1], tag)
            else:
                if last and not last[1].isspace():
                    at, word, kind = last
                    yield _new(Token, (*_word(word, kind), at, at + len(word), word, None))
                last = (start, piece, tag)
            start += len(piece)
    if last and not last[1].isspace():
        yield Token(*_word(last[1], last[2]), last[0], last[0] + len(last[1]), last[1])


def lex(text: str, quantities: Sequence[Quantity], times: Sequence[FoundTime]) -> tuple[Token, ...]:
    """The tokens of `text`, left to right, without its blanks. A quantity inside a time belongs to the time."""
    spans = [Token("time", t.time.kind, t.start, t.end, text[t.start : t.end], t) for t in times]
    spans += [
        Token("qty", q.dimension, q.number_start, q.number_end, text[q.number_start : q.number_end], q)
        for q in quantities
        if not any(t.start < q.number_end and q.number_start < t.end for t in times)
    ]
    # 280所以上海洋营地: the quantity knows where its word of comparison ends, the segmenter reads 上海.
    spans += [
        Token("bound", q.comparator, q.number_end, q.end, text[q.number_end : q.end])
        for q in quantities
        if q.end > q.number_end and q.comparator in _BOUNDS
    ]
    tokens: list[Token] = []
    at = 0
    for span in sorted(spans, key=lambda s: s.start):
        if span.start >= at:
            tokens += _words(text, at, span.start)
            tokens.append(span)
            at = span.end
    return tuple(_compounds(_than_apart([*tokens, *_words(text, at, len(text))])))


def _is_attribute(before: Sequence[Token], following: Token, behind: Sequence[Token]) -> bool:
    """新 of 新|农村: an adverb of one character that negates nothing stands before a noun only as a part of it; behind those it is
    said of 可 allows what is done (满20次者|可|免费|乘坐, but 可循环包装)."""
    token = before[-1]
    alone = len(token.text) == 1 and token.kind == "modal" and token.text not in words("turn")
    whose = len(before) > 1 and before[-2][:2] == ("link", "de")
    allows = token.cls == "may" and whose and bool(behind) and behind[0].kind in _DOING
    return alone and not allows and following[:2] == ("noun", "")


_CHANGES = (("up", "to"), ("down", "to"), ("up", "by"), ("down", "by"))


def _is_manner(token: Token, behind: Token) -> bool:
    """适当|提高到2%, 能耗|显著|下降: right before a change stands how it comes about, and 高标准 before a deed (高标准|打造;
    高标准农田 is a name)."""
    if behind.kind not in _BEHIND_MANNER:
        return False
    if behind.kind == "make":
        return is_how(token.text) and token[:2] == ("noun", "")
    if token.end != behind.start or len(token.text) == 1:
        return False
    if token.cls == "manner":
        return behind[:2] in _CHANGES or behind.kind == "hold"
    return behind[:2] in _CHANGES and not token.cls and tagged(token.text)[0][1] == "d"


_BEHIND_MANNER = frozenset({"make", "hold", *(kind for kind, _ in _CHANGES)})


def _with_manner(before: list[Token]) -> list[Token]:
    """由30%|阶段性|提高至40%: the words before a change, those behind the number it comes from how it comes about."""
    said = takewhile(lambda t: t.kind in ("noun", "verb") and not t.cls, reversed(before))
    begun = len(before) - len(list(said))
    clause = list(takewhile(lambda t: t.cls not in _ENDS_A_CLAUSE, reversed(before[:begun])))
    named = list(dropwhile(lambda t: t.cls != "from", clause))
    comes_from = bool(clause) and clause[0].kind in ("qty", "bound")
    if not comes_from or not any(t.kind in ("noun", "measure", "verb") for t in named):
        return before  # 由5家|龙头企业|增加到10家 names those counted there
    return [*before[:begun], *(t._replace(kind="modal", cls="") for t in before[begun:])]


_ENDS_A_CLAUSE = frozenset("，；。：")
_LONGEST_HOW = 3


def is_how(word: str) -> bool:
    """高标准, 高质量, 高起点: how something is done."""
    return word[0] == "高" and len(word) == _LONGEST_HOW


def _measures(tokens: list[Token], at: int) -> bool:
    """Whether the token at `at` stands right behind the one before and measures: what is done is then part of its name;
    建设|投资超2000万元|的泵站 only tells which ones."""
    behind = (t for t in tokens[at + 1 : at + 5] if t.kind not in ("comparator", "reach", "qty", "bound"))
    tells = next((t.cls for t in behind), "") == "de" and tokens[at + 1].kind != "link"
    measures = at < len(tokens) and tokens[at].kind == "measure"
    return measures and not tells and tokens[at].start == tokens[at - 1].end


_PLANNED = "计划"
_DEEDS = ("finish", "add", "open")


def _is_planned(tokens: list[Token], at: int) -> bool:
    """年度计划|完成投资, 计划|新建3所, 计划|2026年6月|建成: before a deed 计划 is no paper; 行动计划|实施方案 is one."""
    behind = next((t for t in tokens[at + 1 : at + 3] if t.kind != "time"), None)
    opens = at == 0 or tokens[at - 1].kind in ("mark", "time", "scope")
    return behind is not None and behind.kind == "make" and (opens or behind.cls in _DEEDS)


_GROUND, _WHO, _AS_TO = "地", "者", "比"
_DOING = ("verb", "make", "up", "down", "handled", "reach", "hold", "give", "spend")


def _is_ground(token: Token, behind: Sequence[Token]) -> bool:
    """Whether a 地 is the ground: as a word that only joins it stands before what is done (有序地推进)."""
    does = bool(behind) and behind[0].start == token.end and behind[0].kind in _DOING
    return token.kind == "link" and not does


_RECKONED = ("formula", "")


def _is_instrument(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """雨量|计|20台: behind a noun 计 is what measures it; in 每餐|计|1次, 按日|计 it reckons, and before other words."""
    clause = takewhile(lambda t: t.kind != "mark", reversed(before))
    reckons = any(t.kind in ("each", "link") for t in clause)
    ends = all(t.kind in ("qty", "comparator", "mark") for t in behind)
    return before[-1].kind == "noun" and ends and not reckons


def _ends_a_name(before: Sequence[Token], token: Token, behind: Sequence[Token]) -> bool:
    """充电|桩, 雨量|计: whether a token is the end of the name that the word before it begins."""
    verb = before[-1].kind == "verb" and len(token.text) == 1 < len(before[-1].text)
    beside = len(before) > 1 and before[-2].kind == "noun" and before[-2].end == before[-1].start
    # 夜间经济|集聚|区, 产业|孵化|园
    verb = verb or (beside and before[-1][:2] == _DONE[0] and token.text in words("place"))
    return (verb and token.kind == "noun") or (token[:2] == _RECKONED and _is_instrument(before, behind))


def _ends_a_ratio(last: Token, behind: Sequence[Token]) -> bool:
    """存贷|比|达到85%: whether 比 ends the name of a ratio, and holds nothing against another."""
    reaches = bool(behind) and behind[0].kind in ("reach", "comparator", "hold", "qty")
    return last.kind in ("noun", "verb") and reaches


# Kinds of tokens that may be one with what stands before, words that may be of another kind than the segmenter says.
_MAY_JOIN = frozenset({"noun", "up", "make", "formula"})
_MAY_TURN = frozenset({_GROUND, _WHO, _PLANNED, _AS_TO})
# Behind any other a noun is one for itself.
_BEFORE_PARTS = frozenset({"verb", "modal", "make"})


def _turned(before: Sequence[Token], tokens: list[Token], at: int) -> Token:
    """The token at `at` as the kind that the words beside it make it."""
    token = tokens[at]
    if token.kind in ("noun", "verb") and at + 1 < len(tokens) and _is_manner(token, tokens[at + 1]):
        return token._replace(kind="modal", cls="")
    if token.text not in _MAY_TURN:
        return token
    behind = tokens[at + 1 : at + 2]
    beside = bool(before) and before[-1].end == token.start
    if token.text == _GROUND and _is_ground(token, behind):
        return token._replace(kind="noun", cls="")  # 样地, 入地; 地灾
    if token.text == _WHO and beside and before[-1].kind in ("qty", "bound"):
        return token._replace(kind="link", cls="de")  # 满30年|者 are those who do
    if token.text == _PLANNED and _is_planned(tokens, at):
        return token._replace(kind="plan", cls="mean")
    return token


# 县级|共|配|中心, but 共|种|3万亩
_TOGETHER = "共"


def _is_shared(tokens: Sequence[Token], at: int) -> bool:
    """Whether 共 begins a name of its own with a word of one character before a noun."""
    if tokens[at].text != _TOGETHER:
        return False
    behind = [t.kind for t in tokens[at + 1 : at + 3]]
    return behind in (["verb", "noun"], ["noun", "noun"]) and len(tokens[at + 1].text) == 1


def _measured(tokens: Sequence[Token], at: int) -> str:
    """The dimension that stands behind the token at `at`, or the class of another word there."""
    return next((t.cls for t in tokens[at + 1 : at + 3] if t.kind != "comparator"), "")


def _compounds(tokens: list[Token]) -> list[Token]:
    """充电|桩, 排水|沟: a noun of one character is no object of its own, so the verb before it is a part of its name;
    改造|提升 is one thing done to what is counted or has an extent, for 3万亩 are not raised."""
    joined: list[Token] = []
    is_long = any(t.cls == "length" for t in tokens)
    for i, said in enumerate(tokens):
        token = said._replace(kind="noun", cls="") if _is_shared(tokens, i) else _turned(joined, tokens, i)
        joined = _with_manner(joined) if token.cls == "to" and token[:2] in _CHANGES else joined
        before_length = is_long and _measured(tokens, i) == "length"
        alone = (
            token.kind == "noun"
            and not (joined and joined[-1].kind in _BEFORE_PARTS)
            and not is_how(token.text)
        )
        may_join = token.kind in _MAY_JOIN and not alone
        if token is not said or not (may_join or before_length or token.text in _MAY_TURN):
            joined.append(token)
            continue
        last = joined[-1] if joined and joined[-1].end == token.start else None
        if last and _ends_a_name(joined, token, tokens[i + 1 : i + 2]):
            joined[-1] = Token("noun", "", last.start, token.end, last.text + token.text)
        elif last and token.text == _AS_TO and _ends_a_ratio(last, tokens[i + 1 : i + 2]):
            joined[-1] = Token("measure", "ratio", last.start, token.end, last.text + token.text)
        elif last and last[:2] in _DONE and token[:2] == ("up", "by") and _measured(tokens, i) in _EXTENTS:
            joined[-1] = last._replace(end=token.end, text=last.text + token.text)
        elif last and _is_attribute(joined, token, tokens[i + 1 : i + 2]):
            joined[-1] = Token("noun", "", last.start, token.end, last.text + token.text)
        elif last and last[:2] == ("noun", "") and token[:2] in _DONE and _measures(tokens, i + 1):
            joined.append(token._replace(kind="noun", cls=""))  # 专项债|储备|额度, 水运|建设|投资
        else:
            extent = before_length and token.text in words("extent")  # 长20公里, 宽30米
            joined.append(token._replace(kind="measure", cls="extent") if extent else token)
    return joined


def _than_apart(tokens: list[Token]) -> list[Token]:
    """占|比比|2025年, 直采占|比较|上年: before a time that a value is held against, 比 and 较 are words of their own."""
    for i in range(len(tokens) - 1, 0, -1):
        word, after = tokens[i - 1], tokens[i]
        if (
            after.kind not in ("time", "past")
            or len(word.text) != 2
            or lookup(word.text[-1:]) != ("link", "than")
            or lookup(word.text)
        ):
            continue
        cut = word.end - 1
        tokens[i - 1 : i] = [
            Token(*_word(word.text[0], "n"), word.start, cut, word.text[0]),
            Token("link", "than", cut, word.end, word.text[1]),
        ]
        if i >= 2 and tokens[i - 2].text + word.text[0] in _closed() and tokens[i - 2].end == word.start:
            joined = tokens[i - 2].text + word.text[0]
            tokens[i - 2 : i] = [Token(*_word(joined, "n"), tokens[i - 2].start, cut, joined)]
    return tokens


T = TypeVar("T")
At = TypeVarTuple("At")
_MOST_SENTENCES = 2048


def told_once(ask: Callable[[Sequence[Token], *At], T]) -> Callable[[Sequence[Token], *At], T]:
    """`ask`, asked once of each sentence: of one sentence one row after the other is asked. Sentences are told by their
    identity, which none that is kept gives to another."""
    known: dict[object, tuple[Sequence[Token], T]] = {}

    @wraps(ask)
    def told(tokens: Sequence[Token], *at: *At) -> T:
        key = (id(tokens), *at) if at else id(tokens)
        if found := known.get(key):
            return found[1]
        said = ask(tokens, *at)
        if isinstance(tokens, tuple):  # A list may hold others when it comes again.
            if len(known) == _MOST_SENTENCES:
                known.clear()
            known[key] = tokens, said
        return said

    return told
