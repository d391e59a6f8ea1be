"""Which lines above the words of a title are no part of it: the name of a site, a column, whose a collection says it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise

from pipeline.language import patterns
from pipeline.language.bodies import PLACE, known_body
from pipeline.language.titled_numbers import title_to_number
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.same_body import is_same_body
from pipeline.outline.title_words import BRACKETED, ENDS_IN_TYPE, HEAD_OF_NAME, OTHERS, bare_title

# What ends a line whose next one names what is put into force.
_UNFINISHED = patterns.compile(r"(?:贯彻|落实|执行|印发|转发|批转|发布|公布|下发|实施)$")
# Where the words of a title begin that say what it does.
DOES = patterns.compile(r"^(?:联合)?(?:关于|印发|转发|批转|发布|公布)")
_PLACE_FIRST = patterns.compile(rf"^{PLACE}(?!级)")
_IN_PROVINCE = patterns.compile(r"^\p{Han}{2,7}?(?:省|自治区)(?=\p{Han}{2,7}?[市州盟])")
_UNENDED = ("年", "度", "、", "和", "与", "的", "《", "“")

# The words of a menu, and how few of them are one: a title that is broken so has no whole title below it.
_LONGEST_ITEM, _LEAST_ITEMS, _NEAR = 6, 3, 8
# Each on a line of its own: how large a page's letters may be, and what parts the sizes.
_SIZES, _PARTS = frozenset("大中小"), frozenset("|丨/【】[]")


def without_strangers(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """The run from its issuers' names on: what a page prints above them (`某市政府信息公开`) is no part of it.

    A line that is no name belongs to the run where the next one does not begin a name anew: 某省…领导小组 | 办公室.
    """
    begins = _begins_about(passages, run)
    if begins is None:
        return _from_place(passages, run)
    start = begins
    for n in reversed(range(begins)):
        text, below = passages[run[n]].text, bare_title(passages[run[n + 1]].text)
        is_inside = _is_inside_name(passages[run[n]], passages[run[n + 1]])
        begins_anew = DOES.match(below) or (_begins_anew(below, text) and not is_inside)
        goes_on = not begins_anew or _UNFINISHED.search(text)
        is_name = is_body_name(patterns.sub(rf"{OTHERS}$", "", text))
        # 甲局 | 甲办〔2024〕5号关于…: what stands above the number is the red head.
        numbered = title_to_number(passages[run[n + 1]].text)[1] > 0
        apart = numbered or _is_named_below(text, below) or _is_of_collection(passages, run[n], below)
        if apart or not (is_name or BRACKETED.match(text) or goes_on):
            break
        start = n
    return run[start:]


def _begins_anew(text: str, above: str) -> bool:
    """Whether a line begins with a name, and no part of one that its place in the line above begins: 甲省 | 财政厅关于…."""
    about = patterns.search("关于|印发", text)
    named = text[: about.start()] if about else ""
    return bool(HEAD_OF_NAME.match(text) or (known_body(named) and not HEAD_OF_NAME.match(above)))


def _is_inside_name(above: Passage, below: Passage) -> bool:
    """Whether a line ends inside a name that the next one ends: 甲市民政局 甲市公 | 安局 甲市司法局."""
    last, first = _words(above)[-1], _words(below)[0]
    if is_body_name(last):
        return False
    ends = [last[-n:] for n in range(1, min(_NEAR, len(last)) + 1)]
    begins = [first[:n] for n in range(1, min(_NEAR, len(first)) + 1) if not known_body(first[:n])]
    return any(known_body(end + begin) for end in ends for begin in begins)


def _words(passage: Passage) -> list[str]:
    """What blanks part in a line."""
    text, places = passage.text, passage.places
    gaps = [i for i in range(1, len(text)) if places[i] - places[i - 1] > 1]
    return [text[a:b] for a, b in pairwise([0, *gaps, len(text)])]


def _begins_about(passages: Sequence[Passage], run: Sequence[int]) -> int | None:
    """Which line says first what the title is about, or whose paper somebody forwards by it: 甲局转发乙厅 | 关于…; the word
    itself may go over the end of a line: 关 | 于."""
    texts = [passages[i].text for i in run]
    about = patterns.search("关于|印发", "".join(texts))
    if about is None:
        return None
    ends = list(accumulate(map(len, texts)))
    begins = next(n for n, end in enumerate(ends) if about.start() < end)
    return next((n for n in range(begins) if _forwards(texts[n], "".join(texts[:n]))), begins)


def _forwards(text: str, above: str) -> bool:
    """Whether a line goes on, behind the name of a body, with the word for what is done with another's paper."""
    verb = patterns.search("转发|批转|贯彻", text)
    who = text[: verb.start()] if verb else ""
    return bool(who) and (is_body_name(who) or is_body_name(above + who))


def _is_named_below(name: str, below: str) -> bool:
    """`乙省甲市人民政府` above `甲市人民政府关于…`: the title names its issuer itself."""
    about = patterns.search("关于|印发", below)
    return about is not None and about.start() > 0 and is_same_body(name, below[: about.start()])


def _is_of_collection(passages: Sequence[Passage], i: int, below: str) -> bool:
    """Whether a line says whose a text is as only collections do: by the name of its province before that of its city,
    where the body signs without it or the page prints the title without a name; or right below the title, which
    has no name wherever it is printed, or below a headline that the page prints again."""
    text = passages[i].text
    printed = [k for k in range(i) if passages[k].text == below]
    if len(printed) > 1 or (printed and printed[0] == i - 1):
        return not (printed[0] and is_body_name(passages[printed[0] - 1].text))
    if (
        i
        and ENDS_IN_TYPE.search(passages[i - 1].text)
        and passages[i - 1].text in {p.text for p in passages[: i - 1]}
    ):
        return True
    city = _IN_PROVINCE.match(text)
    own = text[city.end() :] if city else ""
    return bool(own) and any(
        p.text == own or (k < i and p.text.startswith(below)) for k, p in enumerate(passages)
    )


def _from_place(passages: Sequence[Passage], run: list[int]) -> list[int]:
    """A run without 关于 from the line on that names the place first, where the one above is no name and has none
    (`县级考核依据` above `某县…考核细则`) or is the name of a body of that place (`甲市人民政府` above `甲市…规定`)."""
    named = _PLACE_FIRST.match(passages[run[1]].text) if len(run) > 1 else None
    text = passages[run[0]].text
    if named is None:
        return run
    if is_body_name(text):
        return run[1:] if named[0] in text else run
    return run if HEAD_OF_NAME.match(text) or text.endswith(_UNENDED) else run[1:]


def menu_lines(texts: Sequence[str], known: Collection[int]) -> frozenset[int]:
    """Which lines are words that a page lists above a title of one line: 设为首页, 机构设置, 通知公告 above 甲市补贴办法; or
    beside words that only a page has (`known`): 工作邮箱 below 设为首页, and none of them a body's name. The
    last of them are a title where no other is below and they end in a document type: from the nearest that names a place on,
    else from behind the last known."""
    short = [
        n for n, text in enumerate(texts) if patterns.fullmatch(rf"\p{{Han}}{{2,{_LONGEST_ITEM}}}", text)
    ]
    runs = [short[k : k + _LEAST_ITEMS] for k in range(len(short) - _LEAST_ITEMS + 1)]
    whole = [run for run in runs if run[-1] - run[0] == len(run) - 1]
    in_menu = {n for run in whole for n in run}
    below = texts[max(in_menu, default=len(texts)) + 1 :]
    if any(len(text) > 2 * _LONGEST_ITEM and ENDS_IN_TYPE.search(bare_title(text)) for text in below):
        return frozenset(in_menu)
    beside: set[int] = set()
    for run in whole:
        if not (beside | set(known)).isdisjoint(run) and not any(is_body_name(texts[n]) for n in run):
            beside |= set(run)
    titles = (n for n, text in enumerate(texts) if ENDS_IN_TYPE.search(bare_title(text)))
    last = max(titles, default=-1)
    if last in beside and last not in known and last + 1 not in in_menu:
        page = max((n for n in known if n < last), default=-1)
        placed = (n for n in range(last, page, -1) if HEAD_OF_NAME.match(texts[n]) or texts[n][1] == "县")
        beside -= set(range(next(placed, page + 1), last + 1))
    return frozenset(beside)


def font_sizes(texts: Sequence[str]) -> frozenset[int]:
    """Which lines are the sizes that a page offers for its letters: 大 | 中 | 小, each on a line of its own."""
    sizes: set[int] = set()
    run: list[int] = []
    for n, text in enumerate([*texts, ""]):
        if text and set(text) <= _SIZES | _PARTS:
            run.append(n)
            continue
        if {letter for k in run for letter in texts[k]} >= _SIZES:
            sizes |= set(run)
        run = []
    return frozenset(sizes)
