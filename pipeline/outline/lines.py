"""Source text → lines: each with what a reader reads of it and where every character stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.language import patterns
from pipeline.language.folding import fold
from pipeline.language.raised import SIGNS, marks
from pipeline.language.unprinted import CLASS as UNPRINTED_CLASS
from pipeline.language.unprinted import prints_nothing
from pipeline.model import Span
from pipeline.outline.again import made_once
from pipeline.outline.dotted_stops import with_stops
from pipeline.outline.formula_markup import as_printed, has_markup
from pipeline.outline.numbering import Mark
from pipeline.outline.readings import READING, TONES

_LINE_END = patterns.compile(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")
# Marks of the program a text came from, no words of the notice: Word bookmarks, HTML tags, <!-- Page 3 -->, 工(gōng)作(zuò).
_MARKUP = patterns.compile(
    r"\[bookmark:[^\]\n]*\]|<!--[^\n]{0,200}?-->|</?(?:p|br|b|i|u|strong|em|span|div|font|center|sup|sub|ins|u)\b[^<>\n]{0,200}>"
    rf"|&nbsp;|{UNPRINTED_CLASS}|{READING}"
)
# The mark of a note, and what was struck out, are no words of the notice even in markup: 300<sup>1</sup>张.
_RAISED = patterns.compile(r"(?<![mM])<sup\b[^<>\n]{0,200}>\s*[\[（(]?[\d①-⑳*,，、]{1,8}[\]）)]?\s*</sup>")
_STRUCK = patterns.compile(r"<(del|strike|s)\b[^<>\n]{0,200}>([^\n]*?)</\1>|~~()(?=\S)([^\n~]+)(?<=\S)~~")
_BREAK = patterns.compile(r"<br\s*/?>")
# 新建\|改造 beside pipes that part cells: it is a letter of its cell, and reads as the wide one, which parts none.
_PARTS_CELLS = patterns.compile(r"(?<!\\)\|")
# `- 2.新建…`, `• 改造…`: the mark of a list before a number or words; `- 3 -` is a page.
_BULLETS = "-*+•●■▪◆"
_BULLET = rf"^\s*[{_BULLETS}]\s+(?=\*\*|\p{{Han}}|\d{{1,2}}\s?[.、．]|[（(]\p{{Han}}{{1,3}}[）)])"
# `##一、总则`: the blank behind the marks is lost; #话题# is a word between two of them.
_UNPARTED = r"^\s{0,3}#{2,6}(?=[^\s#][^#]*$)|^\s{0,3}#(?=\p{Han}[^#]*$)"
_MARKDOWN = patterns.compile(
    rf"{_BULLET}|"
    rf"{_UNPARTED}|^\s{{0,3}}#{{1,6}}\s+|"
    r"^\s*>\s?|!?\[(?=[^\]\n]{0,200}\]\()|\]\([^)\s]*\)|\*{2,3}|`(?=[^`\n]{1,200}`)|(?<=`[^`\n]{1,200})`|__(?=\S)|(?<=\S)__|\\(?=[\[\]()~><|+!'\"{}`#*_.\-])"
)
# `# 某市通知`, `**一、目标**`: marks that no notice prints, in what a program made of it whatever the file is called.
_HEADING = patterns.compile(
    rf"{_BULLET}|{_UNPARTED}|"
    r"^\s{0,3}#{1,6}\s+(?!Page\b)(?=\S)|\*\*(?=\S[^*\n]{0,200}\*\*)|(?<=\*\*[^*\n]{1,200})\*\*"
)
# Markup, headings, what is struck out and marks of notes have one of these; most lines have none.
_NOT_PLAIN = patterns.compile(rf"[\[<&#~$\\{SIGNS}{TONES}]|^\s*[{_BULLETS}]\s|{UNPRINTED_CLASS}")
_ALSO_IN_MARKDOWN = ">]`_"
_ASCII_WORD = patterns.compile(r"[0-9A-Za-z]")
_RULE = patterns.compile(r"^(?=\s*\S)[\s\-—_=*·.|:+]{3,}$|^\s*\|+\s*$")
_PAGE_NUMBER = patterns.compile(
    r"^(?:[-—–－·~]\s*\d{1,4}\s*[-—–－·~]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|#\s*Page\s+\d+\s*[:：]?|\d{1,4}\s*/\s*\d{1,4})$"
)
# A masthead in Uyghur, Mongolian, Tibetan or Russian above the Chinese one: of these no word is read.
_OTHER_SCRIPT = patterns.compile(r"(?=.*\p{L})(?:[^\p{L}]|(?=[^\p{Han}\p{Latin}\p{Greek}])\p{L})+")


#: The label of an annex, alone on its line.
ANNEX = patterns.compile(r"^附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?[：:.、]?$")
# The label of an annex or of a table with what it is called: 附件2 建设计划表, 表3 主要指标.
_CAPTION = patterns.compile(
    r"(?:附(?:件|表|录)|表)\s*[\d一二三四五六七八九十]{1,3}(?:[-—]\d+)?[：:]?\s*\p{Han}{2}[^。；，]*$"
)
_LONGEST_CAPTION = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. `text`/`places`: its reading text with source offsets, blanks kept one for one.

    `gap` counts the empty lines before it; `furniture` names what it is if it is no text of the
    notice (`page_number`, `running_head`, `rule`, `page`, `contents`, `doubled`); `level` is the depth of a markdown heading; `struck` are
    the words struck out in it; `mark` is the number of the point that begins here; `cut` the line was printed
    behind the one before; `anew` says that it does not go on with the line above; `printed` is the text with its characters
    as wide as they are printed, where that is not how wide those of `text` are: ( for （, a blank of full width.
    """

    text: str
    places: tuple[int, ...]
    span: Span
    gap: int = 0
    furniture: str = ""
    level: int = 0
    indent: bool = False
    struck: str = ""
    mark: Mark | None = None
    cut: bool = False
    anew: bool = False
    printed: str = field(default="", repr=False, compare=False)
    # The text without its blanks: the lines of a notice are gone through again and again.
    squeezed: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "squeezed", "".join(self.text.split()))

    def part(self, start: int, end: int, cut: bool) -> Line:
        """text[start:end] as a line of its own."""
        places = self.places[start:end]
        gap, indent = (0, False) if cut else (self.gap, self.indent)
        span = Span(places[0], places[-1] + 1)
        printed = self.printed[start:end]
        return replace(
            self, text=self.text[start:end], places=places, span=span, gap=gap, indent=indent, cut=cut, printed=printed
        )  # fmt: skip


@made_once
def text_to_lines(text: str, markdown: bool) -> tuple[Line, ...]:
    """The lines that hold something, page numbers and rules named as furniture but not dropped."""
    return tuple(mark_furniture(line) for line in _lines(with_stops(text), markdown))


def _lines(text: str, markdown: bool) -> Iterator[Line]:
    start = gap = 0
    ends = [(m.start(), m.end()) for m in _LINE_END.finditer(text)] + [(len(text), len(text))]
    for end, following in ends:
        raw = text[start:end]
        line = _line(raw, start, markdown, gap)
        # Tabs alone are a row of empty cells where there are two; one is a blank.
        if raw.count("\t") > 1 or not prints_nothing(line.text):
            yield line
            gap = 0
        else:
            # A form feed is a page break, which is worth a few empty lines.
            gap += 3 if text[end:following] == "\f" else 1
        start = following


def _line(raw: str, offset: int, markdown: bool, gap: int) -> Line:
    if not _NOT_PLAIN.search(raw) and not (markdown and any(map(raw.__contains__, _ALSO_IN_MARKDOWN))):
        places = tuple(range(offset, offset + len(raw)))
        text = fold(raw)
        printed = "" if text == raw or markdown else raw
        return Line(
            text, places, Span(offset, offset + len(raw)), gap, indent=raw[:1].isspace(), printed=printed
        )
    said, at = as_printed(raw) if has_markup(raw) else (raw, range(len(raw)))
    struck = [match for match in _STRUCK.finditer(said) if markdown or match[1]]
    dropped = _dropped(said, markdown) | {i for match in struck for i in range(*match.span())}
    dropped -= (breaks := {match.start() for match in _BREAK.finditer(said)})
    kept = [i for i in range(len(said)) if i not in dropped]
    heading = raw.startswith("#") and (markdown or _HEADING.match(raw) is not None)
    level = len(raw) - len(raw.lstrip("#")) if heading else 0
    text = fold("".join("\n" if i in breaks else said[i] for i in kept))
    if markdown and len(_PARTS_CELLS.findall(said)) > 1:
        text = "".join("｜" if said[i - 1 : i + 1] == r"\|" else c for i, c in zip(kept, text, strict=True))
    return Line(
        text=text,
        places=tuple(offset + at[i] for i in kept),
        span=Span(offset, offset + len(raw)),
        gap=gap,
        level=level,
        indent=raw[:1].isspace(),
        anew=patterns.match(_BULLET, raw) is not None,
        struck=" ".join(match[2] or match[4] or "" for match in struck),
    )


def _dropped(raw: str, markdown: bool) -> set[int]:
    found = [m.span() for m in _MARKUP.finditer(raw)]
    if markdown or "#" in raw or "**" in raw or raw.lstrip().startswith(tuple(_BULLETS)):
        found += [m.span() for m in (_MARKDOWN if markdown else _HEADING).finditer(raw)]
    if "<sup" in raw:
        found += [m.span() for m in _RAISED.finditer(raw)]
    return marks(raw) | {i for start, end in found for i in range(start, end)}


def mark_furniture(line: Line) -> Line:
    """The line, named as furniture if it is a page number, a rule or in another script."""
    stripped = line.text.strip()
    if "一" <= stripped[:1] <= "龥" and stripped[0] not in "第此":
        return line
    # In Markdown the mark of `# Page 2:` is gone, and the line is no heading of the text.
    if _PAGE_NUMBER.match(stripped) or (line.level and _PAGE_NUMBER.match(f"# {stripped}")):
        return replace(line, furniture="page_number", level=0)
    if _OTHER_SCRIPT.fullmatch(stripped):
        return replace(line, furniture="other_script")
    if patterns.fullmatch(r"[（(]?此页无正文[）)]?", stripped):
        return replace(line, furniture="rule")
    if _RULE.match(stripped) and "\t" not in line.text:
        return replace(line, furniture="rule")
    return line


def is_caption(line: Line) -> bool:
    """附件2 建设计划表: the label of an annex or a table, and what it is called."""
    words = line.text.strip()
    return len(words) <= _LONGEST_CAPTION and "  " not in words and bool(_CAPTION.match(words))


def shown(line: Line) -> list[int]:
    """The characters of a line that are no blanks."""
    return [i for i, char in enumerate(line.text) if not char.isspace()]


def is_ascii_word(char: str) -> bool:
    return bool(_ASCII_WORD.match(char))
