"""Who signs a notice: the names above its first date, however many stand in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Passage, Span
from pipeline.outline.dates import is_history, signed_date
from pipeline.outline.name_parts import is_branch, is_like_name, name_parts
from pipeline.outline.title_words import HEAD_OF_NAME, PERSON, SIGNED, is_body_name, is_end_of_name


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
        if begun and begins_anew and not is_of_it and _is_among_names(begun[0], lines):
            yield _whole(begun)
            begun = []
        following = _words_signed(lines[n + 1]) if n + 1 < len(lines) else ""
        goes_on = is_end_of_name(following) or is_branch(_words_signed(passage), following)
        if not begun and parts and (len(parts) > 1 or not goes_on):
            yield from ((passage.text[a:b], passage.span(a, b)) for a, b in parts)
            continue
        begun.append(passage)
        if not goes_on and is_body_name(_whole(begun)[0]):
            yield _whole(begun)
            begun = []
    if begun and _is_among_names(begun[0], lines):
        yield _whole(begun)


def _signed_lines(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The lines of the first signature that name somebody."""
    seen = read = False
    for passage in passages:
        if passage.role == "signature":
            if _words_signed(passage) and not PERSON.match(_words_signed(passage)):
                seen = True
                yield passage
        elif seen and passage.role == "body":
            return
        else:
            read = read or passage.role == "body"
            is_day = passage.role == "written_date" and not is_history(passage.text)
            seen = seen or (read and is_day)


def _is_among_names(passage: Passage, lines: Sequence[Passage]) -> bool:
    """Whether a line of a signature is a name although it ends as none: most lines beside it are."""
    known = sum(bool(_signed(line)) for line in lines)
    return is_like_name(_words_signed(passage)) and known >= max(2, len(lines) * 2 / 3)


def _begins_anew(passage: Passage) -> bool:
    return bool(_signed(passage)) and bool(HEAD_OF_NAME.match(passage.text))


def _whole(lines: Sequence[Passage]) -> tuple[str, Span]:
    """The name that the lines print together."""
    words = [_words_signed(line) for line in lines]
    return "".join(words), Span(lines[0].span().start, lines[-1].span(0, len(words[-1])).end)


def _words_signed(passage: Passage) -> str:
    """A line of a signature without its date and its seal."""
    dated = signed_date(passage.text)
    return SIGNED.sub("", passage.text[: dated.start] if dated else passage.text)


def _signed(passage: Passage) -> list[tuple[int, int]]:
    """Where the names stand that a line of a signature holds."""
    dated = signed_date(passage.text)
    return name_parts(passage, 0, dated.start if dated else len(passage.text))
