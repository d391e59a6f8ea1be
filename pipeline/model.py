"""Every type that crosses a stage, in the order of the stages.

A notice flows one way: ``read`` makes a Document, ``outline`` an Outline, ``mend`` a Mended,
``extract`` an Extracted, ``resolve`` gives that back with agencies and regions named, ``check``
makes a Checked, ``publish`` writes rows. Offsets are code points of ``Document.text``, half open.
"""

# Long: the contract between the stages is read from top to bottom, in one place.
from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pipeline.messages import Message, with_remedy

Certainty = Literal["certified", "probable"]
TableStatus = Literal["certified", "consistent", "unverified", "ambiguous"]
Doubt = Literal["", "likely", "open"]
CheckStatus = Literal["pass", "fail", "undecided"]
CellRole = Literal["title", "header", "body", "group", "total", "note"]


class Unreadable(Exception):
    """One notice cannot be read. `why` says what is wrong, `remedy` what to do about it."""

    def __init__(self, why: Message, remedy: Message) -> None:
        self.why, self.remedy = why, remedy
        self.message = with_remedy(why, remedy)
        super().__init__(self.message)


# What to do where not the file is at fault but this machine: a tool to install, a limit to raise.
_TOOLS = frozenset({"install_recognition", "install_libreoffice", "install_calc"})
_OF_MACHINE = _TOOLS | {"check_and_raise_limit", "check_origin", "give_more_memory"}


def is_of_machine(message: Message, remedies: Set[str] = _OF_MACHINE) -> bool:
    """Whether a message, or one within it, gives such a remedy."""
    within = (part for _, said in message.fields for part in (said if isinstance(said, tuple) else (said,)))
    return message.key in remedies or any(
        is_of_machine(part, remedies) for part in within if isinstance(part, Message)
    )


def waits_for_tool(message: Message) -> bool:
    """Whether it says to install what this machine lacks."""
    return is_of_machine(message, _TOOLS)


class BrokenPromise(Exception):
    """A contract of ours is broken (schema, correction that does not apply): what breaks it may not be published."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)


class Span(NamedTuple):
    """Code points [start, end) of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Issue:
    """What could not be read, where, and the words there."""

    kind: str
    message: Message
    where: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change we made to text or to a table: what it was, what it became, and why."""

    kind: str
    before: str
    after: str
    evidence: Message
    certainty: Certainty
    span: Span | None = None
    clause_id: str | None = None
    table_id: str | None = None
    row: int | None = None


# --- read -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source and the characters printed on it. Sizes in points; `done` says what was
    needed to read it: `text` (its text layer), `ocr`, `unreadable`, or more words after a colon."""

    number: int
    span: Span
    width: float | None = None
    height: float | None = None
    done: str = "text"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a stretch of the text stands on its page: points from the page's upper left corner."""

    span: Span
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Piece(NamedTuple):
    """What one printed cell (or one printed line of a table without cells) holds."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells the file itself tells apart (PDF rules, DOCX, HTML, XLSX, OFD).

    A row is as long as the file says, all alike where it says nothing of blank cells. A merged cell is the very same piece (same span) in each place it reaches;
    an empty cell a piece with text "" and an empty span. In Document.text the region `span` holds
    the cells' words row by row: cells parted by tabs, rows by line ends. A line end inside a cell is
    one there too, and in the piece: of the printed lines of a PDF only where the words could have gone on.
    `is_guessed`: which printed lines are one row was judged by where they stand. `is_unread`: it is laid out like a table
    whose columns nothing proves; each printed line is a row of one piece.
    """

    rows: tuple[tuple[Piece, ...], ...]
    span: Span
    is_guessed: bool = False
    is_unread: bool = False


TextQuality = Literal["clean", "repaired", "ocr", "unreadable"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read. `text` is never changed afterwards; everything points into it.

    `layout` says what a line end in `text` means: of `paragraphs` each line is one whole (DOCX, HTML),
    of `lines` it is where the printed line ended (text, PDF). `boxes` are in the order of the text.
    `doubtful` are stretches whose characters are uncertain (character recognition).
    """

    notice_id: str
    source_file: str
    source_sha256: str
    media_type: str
    encoding: str
    text: str
    pages: tuple[Page, ...] = ()
    promises: Mapping[str, object] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    layout: Literal["lines", "paragraphs"] = "lines"
    grids: tuple[Grid, ...] = ()
    boxes: tuple[Box, ...] = ()
    text_quality: TextQuality = "clean"
    doubtful: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    # Where a file begins that is a notice of its own, in a folder or an archive of several.
    starts: tuple[int, ...] = ()
    # Where in the text of its file the notice stands; None where it is all of it.
    source_span: Span | None = None
    # What is printed, where `text` is that in simplified script, character for character.
    traditional: str | None = None

    @property
    def printed(self) -> str:
        """The text as it is printed: what quotes are taken from."""
        return self.text if self.traditional is None else self.traditional


# --- outline ----------------------------------------------------------------------------------

PassageRole = Literal[
    "title",
    "doc_number",
    "recipients",
    "body",
    "signature",
    "written_date",
    "disclosure",
    "annex_list",
    "annex_label",
    "annex_title",
    "table_title",
    "furniture",
]


class Passage(NamedTuple):
    """A paragraph as a reader reads it, with the source offset of every character.

    `text` has line ends, page breaks, markup and the spaces inside Chinese taken out, and
    look-alike punctuation folded one for one (`(`→`（`, `,`→`，`); `places[i]` is the offset of
    `text[i]` in the source, so a match can always be led back to the words it was read from.
    """

    text: str
    places: tuple[int, ...]
    role: PassageRole = "body"
    clause_id: str | None = None
    annex: str | None = None

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Source span of text[start:end], which must not be empty."""
        last = len(self.text) if end is None else end
        return Span(self.places[start], self.places[last - 1] + 1)


class Clause(NamedTuple):
    """A numbered point. `clause_id` is the path of numbers: `二/（一）/1`, `附件2/（七）`."""

    clause_id: str
    parent_id: str | None
    seq: int
    level: int
    number: str
    number_expected: str
    heading: str
    span: Span
    annex: str | None = None


class Annex(NamedTuple):
    """An annex as the notice lists it or as it stands there; `label` is `附件1`."""

    label: str
    number: int | None
    title: str
    span: Span
    present: bool = True


class Named(NamedTuple):
    """A name as written and where it stands."""

    name: str
    span: Span


# Whether a notice is in force, as far as its page says.
Status = Literal["issued", "draft", "abolished", "expired"]


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The elements of a notice by GB/T 9704-2012, as far as the page has them."""

    title: str = ""
    title_span: Span | None = None
    doc_number: str | None = None
    doc_number_agency: str | None = None
    doc_number_year: int | None = None
    doc_number_serial: int | None = None
    doc_number_span: Span | None = None
    document_type: str | None = None
    action: str | None = None
    subject_title: str | None = None
    status: Status = "issued"
    written_date: str | None = None
    written_date_span: Span | None = None
    # As the page's own box says them; what the notice itself says of its force goes before.
    effective_date: str | None = None
    expires_date: str | None = None
    disclosure: str | None = None
    issuers: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """A table as printed: rows of pieces, not yet trusted.

    kind `tabs`: one row a line, one piece between tabs (empty ones kept, ragged lengths);
    kind `lines`: separators lost, one piece a printed line; kind `grid`: as in Grid. `breaks` holds the indexes of rows
    that follow a page break. `title` is the caption above, `annex` the label it stands under; `is_guessed`
    and `is_unread` as in Grid. `lost_blanks`: no blank cell is printed, so a short row may lack any.
    `goes_on` holds the indexes of rows that are further printed lines of the row above; a line end in their cells is one of the cell.
    Of kind `lines` they are further lines of the cell above.
    """

    kind: Literal["tabs", "lines", "grid"]
    rows: tuple[tuple[Piece, ...], ...]
    span: Span
    title: str = ""
    title_span: Span | None = None
    annex: str | None = None
    clause_id: str | None = None
    breaks: tuple[int, ...] = ()
    is_guessed: bool = False
    is_unread: bool = False
    lost_blanks: bool = False
    goes_on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A notice with its furniture set aside, paragraphs rejoined, points numbered."""

    document: Document
    title_block: TitleBlock
    passages: tuple[Passage, ...]
    clauses: tuple[Clause, ...]
    annexes: tuple[Annex, ...]
    fragments: tuple[Fragment, ...]
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- tables -----------------------------------------------------------------------------------


class Cell(NamedTuple):
    """A cell where it stands (0-based), with every stretch of the source it came from; `proved` if a sum vouches for it.

    `doubt` about its column: `likely` where its row was laid by what is likely, `open` where nothing tells.
    """

    row: int
    col: int
    text: str
    role: CellRole = "body"
    row_span: int = 1
    col_span: int = 1
    parts: tuple[Span, ...] = ()
    proved: bool = False
    doubt: Doubt = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, whole again. `kind`: plan, indicator, responsibility, standard, other."""

    table_id: str
    title: str
    annex: str | None
    kind: str
    cells: tuple[Cell, ...]
    n_rows: int
    n_cols: int
    header_rows: int
    status: TableStatus
    span: Span
    unit: str | None = None
    title_span: Span | None = None
    clause_id: str | None = None

    def grid(self) -> list[list[Cell | None]]:
        """n_rows x n_cols; a merged cell stands in every place it covers."""
        rows: list[list[Cell | None]] = [[None] * self.n_cols for _ in range(self.n_rows)]
        for cell in self.cells:
            for i in range(cell.row, cell.row + cell.row_span):
                for j in range(cell.col, cell.col + cell.col_span):
                    rows[i][j] = cell
        return rows

    def paths(self) -> list[tuple[str, ...]]:
        """The headings above each column from top to bottom, a spanning one on each."""
        grid = self.grid()[: self.header_rows]
        columns = ([row[j] for row in grid] for j in range(self.n_cols))
        return [tuple(dict.fromkeys(c.text for c in column if c and c.text)) for column in columns]


@dataclass(frozen=True, slots=True)
class Mended:
    """An outline with its tables whole."""

    outline: Outline
    tables: tuple[Table, ...]
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()


# --- extract, correct, resolve ----------------------------------------------------------------

Verdict = Literal["right", "wrong", "changed", "missing"]


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's decision about one fact, named by its words and where they stand.

    `values` are the columns as they are right (of `right`, as confirmed; of `missing`, which no rule read, all it
    says), a day as ISO text, nothing as "".
    `was`, `before`, `after` tell facts of the same words and place apart: values as read, characters
    beside the words. `where` says the file and which of its entries this is.
    """

    table: str
    quote: str
    verdict: Verdict
    because: str
    by: str
    on: str
    where: str
    place: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    was: Mapping[str, object] = field(default_factory=dict)
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a fact table: where it was read, by which rule, how sure, and its columns.

    `values` are the columns that schemas/<table>.json names beyond the ones every fact carries. Where an
    editor decided about it, `correction` says what, and `machine` holds the values that were read and replaced.
    `own` are the words its own value, date, title or label were read from: the mentions that it claims. `confidence` is
    what its reader knows to speak against it, and in the end how sure it is; `why` what weighed most in that.
    """

    table: str
    span: Span
    rule: str
    values: Mapping[str, object]
    confidence: float = 1.0
    clause_id: str | None = None
    table_id: str | None = None
    row: int | None = None
    correction: Correction | None = None
    machine: Mapping[str, object] = field(default_factory=dict)
    own: tuple[Span, ...] = ()
    why: str = ""


class Decision(NamedTuple):
    """A correction that was applied, and the fact as the machine had read it."""

    correction: Correction
    read: Fact


class SetAside(NamedTuple):
    """A number or a time that gives no row, by the rule of grammar that says so, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """A notice with the facts read from it, and what stands in it and is none; `entities` are rows of agencies and regions."""

    mended: Mended
    facts: tuple[Fact, ...]
    issues: tuple[Issue, ...] = ()
    entities: tuple[tuple[str, Mapping[str, object]], ...] = ()
    decisions: tuple[Decision, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    def of(self, table: str) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.table == table)


# --- check ------------------------------------------------------------------------------------


class Check(NamedTuple):
    """Something that must agree. `where` names the place a reader should look at."""

    kind: str
    status: CheckStatus
    expected: str
    actual: str
    where: str
    message: Message
    span: Span | None = None
    clause_id: str | None = None
    table_id: str | None = None


class Mention(NamedTuple):
    """A number, time, citation or agency marker of the source, accounted for or not; `place` says what it stands in."""

    kind: Literal["number", "time", "citation", "agency_marker"]
    span: Span
    status: Literal["claimed", "explained", "unclaimed"]
    claimed_by: str = ""
    reason: str = ""
    place: Literal["prose", "cells"] = "prose"


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything known of one notice, ready to publish."""

    extracted: Extracted
    checks: tuple[Check, ...]
    ledger: tuple[Mention, ...]


# What is done with notices that are read: each is held against others, then it stands in the tables.
Phase = Literal["compared", "published"]


class Unread(NamedTuple):
    """A notice that could not be read: it has rows in `issues` only."""

    notice_id: str
    source_file: str
    issue: Issue
