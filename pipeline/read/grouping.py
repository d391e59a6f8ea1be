"""The files of a folder or an archive: which are notices, and whose annexes the others are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.notice_heads import is_addressed, text_to_number
from pipeline.language.numerals import chinese_to_int
from pipeline.read.parts import Parts

_LABEL = patterns.compile(r"附(?:件|表|录)\s*[（(]?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?")
HEAD_LABEL = patterns.compile(r"^\s*附\s*(?:件|表|录)")
_EXPLAINS = patterns.compile(r"解读|图解|起草说明|一图读懂|问答")
_TITLE = patterns.compile(
    r"关于.{2,80}的(?:通知|意见|决定|公告|通告|批复|函|报告|请示|办法)|(?:通知|意见|决定|公告|通告)$"
)
_LISTED = patterns.compile(r"(?m)^\s*(?:附件[:：]?)?\s*(?:(\d{1,2})[.、．])?\s*《?(.{2,80}?)》?\s*$")
_HEAD_LINES, _HEAD_LENGTH = 20, 4_000
_NO_NUMBER, _SHORTEST = 1_000, 6
# Its name, with the folders it stands in, and what was read from it.
File = tuple[str, Parts]


def words(file: File) -> str:
    """Its text without blanks, look-alikes folded."""
    return patterns.sub(r"\s", "", fold(file[1].text))


def grouped(files: Sequence[File]) -> list[tuple[File, list[File]]]:
    """Each notice with its annexes; `_whose` says which those are."""
    notices = [file for file in files if _is_notice(file)]
    own = [file for file in notices if not any(_names(other, file) for other in notices if other is not file)]
    if len(own) < 2 or len({_title(file) for file in own}) < len(own):  # One in two formats is one.
        main = max(files, key=_is_main)
        return [(main, [file for file in files if file is not main])]
    groups = [(file, list[File]()) for file in own]
    for file in files:
        if file not in own:
            groups[_whose(file, own)][1].append(file)
    return groups


def _whose(annex: File, notices: Sequence[File]) -> int:
    """The notice that alone says the annex's title or lists it or stands in its folder; else the last one before it."""
    head, folder = "".join(_head(annex)[:1]), PurePath(annex[0]).parent
    signs = (
        [len(head) >= _SHORTEST and head in words(notice) for notice in notices],
        [label_number(file_to_label(*annex, notice[1].text)) < _NO_NUMBER for notice in notices],
        [PurePath(notice[0]).parent == folder for notice in notices],
    )
    alone = next((sign for sign in signs if sum(sign) == 1), None)
    before = [n for n, notice in enumerate(notices) if notice[0] < annex[0]]
    return alone.index(True) if alone else (before or [0])[-1]


def _is_notice(file: File) -> bool:
    """Whether it has a title block: a title, and 文号 or addressees. An annex may be a plan with a title alone."""
    lines = _head(file)
    if not lines or HEAD_LABEL.match(lines[0]) or _LABEL.match(PurePath(file[0]).stem):
        return False
    return bool(_title(file)) and any(text_to_number(line) or is_addressed(line) for line in lines)


def _head(file: File) -> list[str]:
    """The first lines, as they are read: without blanks, look-alikes folded."""
    lines = file[1].text[:_HEAD_LENGTH].strip().splitlines()
    return [words for line in lines if (words := patterns.sub(r"\s", "", fold(line)))][:_HEAD_LINES]


def _title(file: File) -> str:
    match = _TITLE.search("".join(_head(file)))
    return match[0] if match else ""


def _names(notice: File, file: File) -> bool:
    """Whether the file is what the notice issues or forwards: it says its title, and has another itself."""
    matter = _title(file)
    return matter != _title(notice) and matter in words(notice)


def _is_main(file: File) -> tuple[bool, bool, bool, int]:
    """What tells the notice from its annexes, the surest first."""
    name, parts = PurePath(file[0]).stem, file[1]
    head = parts.text.strip().splitlines()[:_HEAD_LINES]
    is_annex = bool(_LABEL.match(name)) or (bool(head) and bool(HEAD_LABEL.match(head[0])))
    titled = bool(_TITLE.search(name)) or any(_TITLE.search(line.strip()) for line in head)
    return not is_annex, not _EXPLAINS.search(name), titled, len(parts.text)


def file_to_label(name: str, parts: Parts, notice: str) -> str:
    """`附件2`: by the file's name, else by the notice's list of annexes, else `附件`."""
    stem = PurePath(name).stem
    if (match := _LABEL.match(stem)) is not None and match[1]:
        return f"附件{chinese_to_int(match[1]) or match[1]}"
    name_words = _letters(stem)
    for listed in _LISTED.finditer(notice):
        title = _letters(listed[2])
        if listed[1] and title and name_words and (title in name_words or name_words in title):
            return f"附件{listed[1]}"
    return "附件"


def label_number(label: str) -> int:
    """2 of `附件2`; of an annex without a number one above all others."""
    number = label.removeprefix("附件")
    return int(number) if number.isdecimal() else _NO_NUMBER


def _letters(text: str) -> str:
    return patterns.sub(r"[^\p{Han}\p{L}\p{N}]", "", _LABEL.sub("", text, count=1))
