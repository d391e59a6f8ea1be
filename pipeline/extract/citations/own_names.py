"""What a notice calls itself by: its title, what it issues, its annexes; none of these is another document."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.citations.other_words import other_words
from pipeline.extract.citations.printed_heads import SHORTEST, end_of, ends_of_cited, printed_heads
from pipeline.extract.citations.short_names import short_names
from pipeline.extract.citations.titles import Cited, quoted
from pipeline.language import patterns
from pipeline.language.doc_numbers import NUMBERED
from pipeline.language.documents import bare
from pipeline.language.words import alternation, words
from pipeline.model import Outline, TitleBlock

_QUOTED = r"《(?:[^《》]|《[^《》]*》)*》(?:（[^（）]*）)?"
_ISSUED = (
    r"(?:印发|公布|发布|下发|发给|下达|公示|刊登|刊发|公开征[求集]意见|征[求集]意见|上报|呈报|报上)(?!的|《)"
)
_SO = r"(?:现|予以?|一并|正式|随文|全文|(?:面?向|对)(?:社会|公众)|公开|进行)*"
# 现将《甲方案》《乙清单》印发给你们; 经同意，将市财政局关于《甲办法》印发给你们; 现就《甲办法（草案）》公开征求意见.
_NOW = patterns.compile(rf"(?:(?P<now>现)|，)[将就对][^。；，《》]{{0,12}}(?:{_QUOTED}[、和及]?)*$")
_TO_YOU = "给你们"
_THEN_ISSUED = patterns.compile(
    rf"^(?:（[^（）]*）)?(?:[、和及]?{_QUOTED})*(?:[等及][^，。；《》]{{0,12}}?)?(?:{_SO}{_ISSUED}|$)"
)
# 我局制定了《甲方案》，请结合实际执行, 编制了《甲指南》，供各校参考: what is made is handed out, too.
_DRAFTS = ("起草", "草拟", "拟订", "拟定", "代拟")
_WRITES, _FOR_USE = (*_DRAFTS, "制定", "制订", "编制", "修订"), ("，请", "，供")
# 《甲方案》已经市政府同意，现印发给你们; 制定了《甲方案》，现予印发; 编制了《甲方案》。现印发给你们; 《甲方案》全文如下.
_PASSED = patterns.compile(
    rf"^(?:（[^（）]*）)?(?:，?(?:现将)?(?:其|原文|内容|具体)*全文(?:刊登|发布|公布|转发)?如下|(?:[、和及]?{_QUOTED})*(?:，?(?:已|业|并?经)[^。；《》，]{{0,60}})*[，。]?现{_SO}{_ISSUED})"
)
# 根据《乙办法》，经研究，现印发…: what a notice goes by is not what it issues.
_GONE_BY = patterns.compile(rf"(?:{alternation('source')}|按|结合)(?:[^。；，《》]|{_QUOTED})*$")
_NOW_ISSUES = tuple(
    f"现{so}{made}{done}"
    for so in ("", "予", "予以")
    for made in ("印发", "公布", "发布", "下发", "下达")
    for done in ("", "了")
)
# 本《通知》印发前, 此次出台的《办法》; 1本《证书》 counts.
_THIS_ONE = tuple(f"此次{made}的" for made in ("出台", "印发", "修订", "制定", "发布"))
_COUNTS = "版样文书课剧0123456789一二两三四五六七八九十几多每"
# 关于印发《甲》的通知, 《甲》起草说明 and 征求《甲》意见 are about their own 甲; what is 转发, 修改, 废止 or 贯彻 is another document.
_OWN_IN_TITLE = patterns.compile(
    rf"(?:^|关于|印发|公布|发布|下发|出台|制定|征求|征集|公开征询|对|就|解读|读懂|】)(?:{_QUOTED}[、和及]?)*$"
)
_PLACES, _YEAR = "省市区县州盟旗", 4


def own_names(outline: Outline) -> dict[str, str]:
    """Titles without marks, and in other words, → `self` or `annex`."""
    block = outline.title_block
    # 关于修改《甲条例》的决定 is about another document.
    issued = "" if block.action in ("修改", "废止") else block.subject_title or ""
    titles = [block.title, issued, *_titles_of_its_own(block.title), *_handed_out(outline)]
    places, written = _places(block), (block.written_date or "")[:_YEAR]
    annexes = (*(annex.title for annex in outline.annexes), _passed_on(block))
    names = {name: "annex" for title in annexes for name in other_words(title, places, written) if title}
    names |= {name: "self" for title in titles for name in other_words(title, places, written) if title}
    names |= {bare(title): "self" for title in titles}
    names |= dict.fromkeys(_with_and_without_place(bare(issued), block), "self")
    names |= {bare(title): "annex" for title in annexes}
    names.pop("", None)
    heads = [*printed_heads(outline)]
    asked = ends_of_cited(outline)
    said = (head for head in heads if end_of(head) in asked)
    names = {name: "annex" for head in said for name in other_words(head, places, written)} | names
    return dict.fromkeys(map(bare, heads), "annex") | names


def _passed_on(block: TitleBlock) -> str:
    """What a notice forwards, as its title names it from 关于 on: 关于乙的意见 of 甲府转发丙局关于乙意见的通知; its text goes with it."""
    about, word, rest = (block.subject_title or "").partition("关于")
    return word + rest if block.action in ("转发", "批转") and "《" not in about + rest else ""


def _handed_out(outline: Outline) -> Iterator[str]:
    """What the text says that it issues, under its title and under the short name it gives it:
    审议了《甲条例（草案）》（以下简称《条例》）。现将《条例》全文公布."""
    short: dict[str, str] = {}
    for passage in outline.passages:
        for named in quoted(passage.text) if passage.role == "body" and "《" in passage.text else ():
            before, after = passage.text[: named.start], passage.text[named.number_end :]
            for name in short_names(passage.text[named.end :]):
                short[bare(name)] = named.title
            if is_handed_out(before, after):
                yield named.title
                if full := short.get(bare(named.title)):
                    yield full


def _titles_of_its_own(title: str) -> Iterator[str]:
    """What stands in 《》 in a title, where the words before say that the notice issues it; and the title from 关于 on."""
    for named in quoted(title):
        if _OWN_IN_TITLE.search(title[: named.start]):
            yield named.title
    if (start := title.find("关于")) > 0:
        yield title[start:]


def _places(block: TitleBlock) -> set[str]:
    """甲市 of 甲市民政局."""
    names = [issuer.name for issuer in block.issuers]
    ends = ((name, next((i for i, c in enumerate(name[:8]) if i and c in _PLACES), None)) for name in names)
    return {name[: end + 1] for name, end in ends if end}


def _with_and_without_place(subject: str, block: TitleBlock) -> set[str]:
    """甲市人民政府关于印发养老方案的通知 issues 《养老方案》 or 《甲市养老方案》: the issuer's place may be left out."""
    issuers = [issuer.name for issuer in block.issuers]
    places = _places(block)
    shorter = {subject.removeprefix(place) for place in places}
    whose = {name + subject for name in (*issuers, "".join(issuers))}
    return {
        subject,
        *whose,
        *(place + subject for place in places),
        *(s for s in shorter if len(s) >= SHORTEST),
    }


def is_within_title(cited: Cited, text: str, title: str) -> bool:
    """Whether a document is named in `text` only as a part of the notice's own title, which sites print again
    (标题：某局关于转发《甲通知》的通知)."""
    own, name = bare(title), bare(cited.title)
    if not own or cited.number is not None or name == own or name not in own:
        return False
    said = bare(text)
    return own in said and name not in said.replace(own, "")


def is_others(number: str | None, relation: str, block: TitleBlock) -> bool:
    """Is a document of our own title, but of this number, an earlier one, or the one that we pass on (将甲教〔2024〕5号转发你们)?"""
    own = block.doc_number
    if number and relation == "forwards":
        return True
    # 市政府令第5号 in 甲市人民政府令第5号: whose order it is may be said short.
    return bool(
        number and own and number != own and (NUMBERED.first(number) or _serial(number) != _serial(own))
    )


def _serial(number: str) -> str:
    return "".join(c for c in number if c.isdigit())


def is_this_one(before: str) -> bool:
    """本《通知》印发前, 此次出台的《办法》: the notice speaks of itself."""
    said = before.rstrip()
    return said.endswith(_THIS_ONE) or (said.endswith("本") and said[-2:-1] not in tuple(_COUNTS))


def is_own_draft(title: str, before: str) -> bool:
    """我们起草了《甲办法（征求意见稿）》: opinions are sought on what the notice says was drafted."""
    return title.rstrip("）").endswith("意见稿") and before.removesuffix("了").endswith(
        (*_DRAFTS, *words("make"))
    )


def _is_for_use(before: str, after: str) -> bool:
    """我局制定了《甲方案》（试行），请结合实际执行: who wrote it asks those addressed to use it."""
    told = after.partition("）")[2] if after.startswith("（") else after
    return (
        before.removesuffix("了").endswith(_WRITES)
        and told.startswith(_FOR_USE)
        and not told.startswith("，请示")
    )


def is_handed_out(before: str, after: str) -> bool:
    """Do the words around a title say that this notice issues it?

    >>> is_handed_out("各单位：现将", "印发给你们")
    True
    >>> is_handed_out("根据", "，经研究，现印发给你们")
    False
    """
    if _GONE_BY.search(before[-120:]):
        return False
    near = before[-200:]
    now, then = _NOW.search(near), _THEN_ISSUED.match(after)
    if _is_for_use(before, after):
        return True
    return bool(
        (now and then and (now["now"] or after.startswith(_TO_YOU, then.end())))
        or _PASSED.match(after)
        or near.endswith(_NOW_ISSUES)
    )
