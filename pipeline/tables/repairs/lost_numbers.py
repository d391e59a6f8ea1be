"""The number of a row that is not printed, where those above and below leave just one for it; behind the last one printed
where the row lost the cell of its number, and its name is of the same kind as those that are numbered.

| 序号 | 镇街 | 床位 |        | 序号 | 镇街 | 床位 |
| 1    | 东镇 | 3    |        | 1    | 东镇 | 3    |
|      | 西镇 | 5    |   →    | 2    | 西镇 | 5    |
| 3    | 南镇 | 4    |        | 3    | 南镇 | 4    |    (also where the name is printed as 2西镇)
| 北镇 | 2    |               | 4    | 北镇 | 2    |
|      | 其他 | 1    |        |      | 其他 | 1    |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.language.cells import number
from pipeline.language.headings import NAME_MEANINGS
from pipeline.messages import say
from pipeline.model import Repair
from pipeline.tables.draft import Draft, Row, Slot
from pipeline.tables.headings import heading_meanings
from pipeline.tables.repairs.known_names import says_class
from pipeline.tables.roles import names_total
from pipeline.tables.sums import is_no_addend

_FEWEST = 2  # numbers that show that they run on, where as many are lacking between them as rows
_FEWEST_ALIKE = 3  # names of the kind that is numbered


def fill_numbers(draft: Draft) -> Draft:
    """Number the rows that have a name and figures and no number, as many as are lacking between two printed ones."""
    leads = _leads(draft)
    if leads is None:
        return draft
    serial, named = leads
    plain = (i for i, row in enumerate(draft.rows) if row.role == "body" and not names_total(row))
    at = [
        i for i in plain if draft.rows[i][serial].text or not is_no_addend(draft.rows[i])
    ]  # 其中：城区 has none
    found = [number(draft.rows[i][serial].text) for i in at]
    if None not in found or sum(n is not None for n in found) < _FEWEST:
        return draft
    rows, repairs = list(draft.rows), []
    ends = Counter(
        draft.rows[i][named[-1]].text[-1:] for i, n in zip(at, found, strict=True) if n is not None
    )
    slid = {r.row for r in draft.repairs if r.kind == "shifted_row" and _blanks(r.before) < _blanks(r.after)}
    behind = max(k for k, n in enumerate(found) if n is not None) + 1
    begins = {k for k, i in enumerate(at) if _begins_group(draft, i, named)}
    for k, value in (*_lacking(found, begins), *_following(found, behind)):
        row = rows[at[k]]
        is_last = k >= behind
        name = row[named[-1]].text
        alike = ends[name[-1:]] >= _FEWEST_ALIKE or (at[k] in slid and says_class(name))
        if is_last and not (alike and at[k] in slid):
            break
        if not _is_row(row, draft.n_cols, leads, alike) or _stands_aside(row, value):
            continue
        slots = list(row.slots)
        slots[serial], slots[named[-1]] = Slot(str(value)), _without(row[named[-1]], str(value))
        rows[at[k]] = replace(row, slots=tuple(slots))
        why = say("number_runs_on", number=value) if is_last else say("number_left", number=value)
        repairs.append(
            Repair(
                "lost_number", row.printed(), rows[at[k]].printed(), why, "probable", row.span(), row=at[k]
            )
        )
    return draft.with_rows(rows, *repairs) if repairs else draft


def _blanks(printed: str) -> int:
    """How many blanks a row begins with: a row that lost the cell of its number was laid behind one more."""
    return len(printed) - len(printed.lstrip(" |"))


def _leads(draft: Draft) -> tuple[int, list[int]] | None:
    """The column of the numbers and those of the names beside it (片区 | 序号 | 镇街), None where there are not both."""
    meanings = heading_meanings(draft)
    lead = next((j for j, name in enumerate(meanings) if name not in NAME_MEANINGS), draft.n_cols)
    serials = [j for j in range(lead) if meanings[j] == "row_number"]
    if len(serials) != 1 or serials[0] + 1 >= draft.n_cols:
        return None
    behind = serials[0] + 1
    bodies = (
        {lead} if meanings[lead : lead + 1] == ["unit"] else set()
    )  # 片区 | 单位: of words, these are bodies
    grouped = not all(row[behind].text for row in draft.rows if row.role == "body")  # 组别 | 单位
    names = {j for j in range(lead) if j not in serials} | {behind, behind + grouped} | bodies
    named = sorted(j for j in names if _is_of_words(draft, j))
    return (serials[0], named) if named and named[-1] >= behind else None


def _is_of_words(draft: Draft, col: int) -> bool:
    """Whether most cells of a column that have something have no figure: 建设任务 may stand over counts."""
    texts = [row[col].text for row in draft.rows if row.role == "body" and row[col].text]
    return 2 * sum(number(text) is None for text in texts) > len(texts)


def _without(name: Slot, number: str) -> Slot:
    """西镇 of 2西镇 in the row that is numbered 2: the number was glued to the name."""
    rest = name.text.removeprefix(number)
    return replace(name, text=rest) if rest and rest != name.text and rest[0].isalpha() else name


def _stands_aside(row: Row, value: int) -> bool:
    """The row has its number, further right, and its name behind it: the cells slipped aside."""
    texts = [row[j].text for j in row.filled()[:2]]
    return len(texts) > 1 and texts[0] == str(value) and number(texts[1]) is None


def _begins_group(draft: Draft, i: int, named: Sequence[int]) -> bool:
    """The row stands below the name of a group or its sum, or has a label before its own name: numbers may begin anew."""
    above = draft.rows[i - 1].role in ("group", "total") if i else False
    return above or sum(bool(draft.rows[i][j].text) for j in named) > 1


def _lacking(found: Sequence[Decimal | None], begins: Collection[int]) -> Iterator[tuple[int, int]]:
    """(place, number) where as many numbers are lacking as there are places without one, also below the name of a group whose
    rows are numbered anew."""
    last, start = Decimal(0), 0  # the first row is numbered 1
    for k, value in enumerate(found):
        if value is None:
            continue
        if start in begins and value == k - start + 1 <= last:
            last = Decimal(0)
        if k > start and value - last - 1 == k - start:
            yield from ((start + n, int(last) + n + 1) for n in range(k - start))
        last, start = value, k + 1


def _following(found: Sequence[Decimal | None], behind: int) -> Iterator[tuple[int, int]]:
    """The numbers that come after the last printed one, where all before it run on from 1."""
    last = found[behind - 1]
    if last == behind:
        yield from ((k, k + 1) for k in range(behind, len(found)))


def _is_row(row: Row, n_cols: int, leads: tuple[int, Sequence[int]], alike: bool) -> bool:
    """A row of its own: as wide as the headings, with a name and more, or a name such as the numbered rows have."""
    plain = len(row.slots) == n_cols and not any(slot.merged for slot in row.slots)
    serial, names = leads
    named = any(row[j].text for j in names)
    return plain and not row[serial].text and named and (alike or len(row.filled()) > 1)
