"""Who signs a notice: the names above its first date, however many stand in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Passage, Span
from pipeline.outline.body_names import is_body_name, is_end_of_name
from pipeline.outline.dates import is_history, is_printing, signed_date
from pipeline.outline.name_parts import glued_names, is_branch, is_like_name, name_parts, with_branches
from pipeline.outline.title_words import HEAD_OF_NAME, PERSON, SIGNED


def signed_names(passages: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """Names above the first date; a name too long for its line goes on in the next.

    Signatures further down are those of what the notice issues, or of the next one in a collection.
    """
    lines = list(_signed_lines(passages))
    begun: list[Passage] = []
    for n, passage in enumerate(lines):
        parts = _signed(passage)
        is_of_it = begun and is_branch(_words_signed(begun[-1]), _words_signed(passage))
        begins_anew = bool(parts[1:]) or _begins_anew(passage)
        if begun and begins_anew and not is_of_it:
            # 新增床位30张 above 甲市民政局: the end of a text that lost its stop signs nothing.
            yield from _names(begun) if _is_among_names(begun[0], lines) else ()
            begun = []
        following = _words_signed(lines[n + 1]) if n + 1 < len(lines) else ""
        goes_on = is_end_of_name(following) or is_branch(_words_signed(passage), following)
        if not begun and parts and (len(parts) > 1 or not goes_on):
            yield from ((passage.text[a:b], passage.span(a, b)) for a, b in parts)
            continue
        begun.append(passage)
        if not goes_on and is_body_name(_whole(begun).text):
            yield from _names(begun)
            begun = []
    if begun and _is_among_names(begun[0], lines):
        yield from _names(begun)


def _signed_lines(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The lines of the first signature that name somebody."""
    seen = read = dated = False
    for passage, below in pairwise([*passages, Passage("", ())]):
        # Below the day stands who printed it: 某局办公室 | 2024年3月2日印发.
        if dated and is_printing(below.text):
            return
        if passage.role == "signature":
            if _words_signed(passage) and not PERSON.match(_words_signed(passage)):
                seen = True
                yield passage
        elif seen and (passage.role == "body" or (dated and passage.role == "title")):
            return
        else:
            read = read or passage.role == "body"
            is_day = passage.role == "written_date" and not is_history(passage.text)
            dated = dated or ((seen or read) and is_day)
            seen = seen or (read and is_day)


def _is_among_names(passage: Passage, lines: Sequence[Passage]) -> bool:
    """Whether a line of a signature is a name although it ends as none: most lines beside it are."""
    known = sum(bool(_signed(line)) for line in lines)
    return is_like_name(_words_signed(passage)) and known >= max(2, len(lines) * 2 / 3)


def _begins_anew(passage: Passage) -> bool:
    return bool(_signed(passage)) and bool(HEAD_OF_NAME.match(passage.text))


def _names(lines: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """The name that the lines print together, or the names where they print several, whatever line they end in."""
    whole = _whole(lines)
    parts = with_branches(whole.text, glued_names(whole.text, 0, len(whole.text))) or [(0, len(whole.text))]
    yield from ((whole.text[a:b], whole.span(a, b)) for a, b in parts)


def _whole(lines: Sequence[Passage]) -> Passage:
    """The lines as one, without day and seal."""
    words = [_words_signed(line) for line in lines]
    places = tuple(at for line, said in zip(lines, words, strict=True) for at in line.places[: len(said)])
    return Passage("".join(words), places)


def _words_signed(passage: Passage) -> str:
    """A line of a signature without its date and its seal."""
    dated = signed_date(passage.text)
    return SIGNED.sub("", passage.text[: dated.start] if dated else passage.text)


def _signed(passage: Passage) -> list[tuple[int, int]]:
    """Where the names stand that a line of a signature holds."""
    dated = signed_date(passage.text)
    return name_parts(passage, 0, dated.start if dated else len(passage.text))
