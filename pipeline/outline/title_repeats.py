"""Where a title is printed again above the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from pipeline.language import patterns
from pipeline.model import Passage
from pipeline.outline.body_names import is_body_name
from pipeline.outline.mastheads import is_recipients, is_signed_day
from pipeline.outline.name_parts import is_like_name
from pipeline.outline.title_words import ENDS_IN_TYPE, STOP, WHOLE, bare_title, squeezed

_NEAR, _SHORTEST_PAPER, _LINES, _LINES_OF_NEWS = 6, 8, 5, 16
_BRINGS = patterns.compile(r"(?:全文|原文|详情|内容|通知)如下：$")


def repeats(passages: Sequence[Passage], head: Sequence[int], title: Sequence[int]) -> Iterator[int]:
    """Indexes of the lines of the head, beside the title's own, that print it again, whole or from 关于 on."""
    words = squeezed("".join(bare_title(passages[i].text) for i in title))
    about = words.find("关于")
    printings = {words, words[about:] if about > 0 else words}
    others = [i for i in head if passages[i].role == "body" and i not in title]
    for n in range(len(others)):
        text = ""
        for k, i in enumerate(others[n : n + 6]):
            text += squeezed(bare_title(passages[i].text))
            named = text.removesuffix(words)
            begins = passages[others[n]].text
            if text in printings or (
                text != named and is_body_name(named) and (is_body_name(begins) or is_like_name(begins))
            ):
                # A name on a line of its own says whose it is, and is no part of what is printed again.
                yield from others[n + (named == squeezed(passages[others[n]].text)) : n + k + 1]
                break


def below_news(passages: Sequence[Passage], title: Sequence[int]) -> list[int]:
    """The title of the notice that news brings whole, of what its headline names: 甲方案 above 近日甲方案印发。全文如下：, then
    关于印发《甲方案》的通知; [] if there is none."""
    words = squeezed("".join(bare_title(passages[i].text) for i in title))
    last = max(title, default=_LINES_OF_NEWS)
    # A letter to somebody is no news: what it brings is passed on.
    near = range(last + 1, min(_LINES_OF_NEWS, len(passages)))
    own = takewhile(lambda i: not is_recipients(passages[i].text), near)
    said = (i for i in own if _BRINGS.search(passages[i].text))
    first = next(said, len(passages)) + 1
    for end in range(first + 1, min(first + _LINES, len(passages)) + 1):
        text = "".join(bare_title(p.text) for p in passages[first:end])
        if WHOLE.search(text) and words in squeezed(text):
            return [*range(first, end)]
    return _whole_below(passages, title, words)


def _whole_below(passages: Sequence[Passage], title: Sequence[int], words: str) -> list[int]:
    """The title below the text of an order, of which a page shows the end alone above it: 《甲办法》的决定 above 某部关于修改《甲办法》的决定."""
    if not title or not passages[title[0]].text.startswith("《"):
        return []
    for i in reversed(range(max(title) + 2, min(max(title) + _LINES_OF_NEWS, len(passages)))):
        for end in range(i + 1, min(i + _LINES, len(passages)) + 1):
            text = "".join(bare_title(p.text) for p in passages[i:end])
            if STOP.search(text):
                break
            if WHOLE.search(text) and squeezed(text).endswith(words) and squeezed(text) != words:
                return [*range(i, end)]
    return []


def again_below(passages: Sequence[Passage], head: Sequence[int], title: Sequence[int]) -> list[int]:
    """The line that prints the title again below what a page says of itself (下面是文章的全部内容。): there the notice begins."""
    words = squeezed("".join(bare_title(passages[i].text) for i in title))
    below = range(max(head, default=-1) + 1, len(passages))[:_NEAR]
    # Below who is addressed and who signs it stands the title of what is handed out.
    own = takewhile(lambda i: not (is_recipients(passages[i].text) or is_signed_day(passages[i].text)), below)
    found = (i for i in own if passages[i].role == "body" and squeezed(bare_title(passages[i].text)) == words)
    return [*islice(found, 1)] if words else []


def signed_by_another(passages: Sequence[Passage], title: Sequence[int]) -> list[int]:
    """Who signs below the title of the paper that a notice passes on (县局 | 2024年3月1日 below 乙方案, of 甲府转发县局乙方案的通知), and the
    days there, where nobody signs above it and the title says that it is theirs: they are the other's."""
    words = squeezed("".join(bare_title(passages[i].text) for i in title))
    signed = [i for i, p in enumerate(passages) if p.role in ("signature", "written_date")]
    passed = max(words.find("转发"), words.find("批转"))
    names = [squeezed(passages[i].text) for i in signed if passages[i].role == "signature"]
    theirs = passed >= 0 and bool(names) and all(name in words[passed:] for name in names)
    below = range(max(title, default=0) + 1, signed[0] if theirs else 0)
    for i in below:
        text = ""
        for passage in passages[i : min(i + _LINES, below.stop)]:
            text += squeezed(bare_title(passage.text))
            if len(text) >= _SHORTEST_PAPER and ENDS_IN_TYPE.search(text) and text in words[passed:]:
                return signed
    return []
