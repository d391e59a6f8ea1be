"""Tasks: the smallest numbered point, or row of a responsibility table, that tells somebody to do something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extract.cells.doing import VERB, begins_with_verb, doing_columns
from pipeline.extract.cells.layout import Layout
from pipeline.extract.cells.rows import layouts
from pipeline.extract.facts import Place, Task, said_to_fact
from pipeline.language import patterns
from pipeline.language.labels import LABEL
from pipeline.language.section_kinds import heading_to_section
from pipeline.language.words import alternation
from pipeline.model import Clause, Fact, Mended, Passage

# 第一条 为了…，根据…，制定本办法: why the notice is, not what is to be done.
_PURPOSE = patterns.compile(
    rf"^\P{{Han}}*(?:第[一二三四五六七八九十\d]+条)?[^\p{{Han}}]*(?:【[^】]*】)?(?:为|{alternation('source')})[^。]*(?:制定|制订|出台)(?:了)?(?:本|以下|如下)"
)
# Headings of what a notice tells about itself; 发展, 改革, 建设 … are no verbs in them.
_TOPIC = patterns.compile(
    r"(?:发展|改革|建设|布局|实施|出台|保障|支持|推广|考核|补贴|申报|编制|组织)"
    r"(?:背景|目标|意义|依据|原则|思路|情况|形势|基础|主体|方向|范围|对象|条件|期限|流程|材料|标准)"
)
# Kinds of table whose rows may be tasks: 部门 | 政策开发重点领域 is of no kind, and tells each what to do.
_OF_DUTIES = ("responsibility", "other")
# Targets that say so many are made or done; what holds (覆盖率达到80%) may be said of anything.
_DEEDS = frozenset(
    f"target/{row}" for row in ("done", "made", "made there", "listed and made", "in places", "for whom")
)
_LONGEST_TITLE = 60
_STOPS = str.maketrans("。；：", "，，，")
_SURE_WITH_AGENCY, _SURE_BY_VERB = 0.97, 0.8


def tasks(mended: Mended, found: Sequence[Fact]) -> list[Fact]:
    """The tasks of a notice; what was `found` belongs to the task of its point or row."""
    return [*_clause_tasks(mended, found), *_row_tasks(mended, found)]


def _clause_tasks(mended: Mended, found: Sequence[Fact]) -> Iterator[Fact]:
    """The points without points below them that name an agency, begin with a verb of doing, or say how much is to be
    done by a day (全年完成投资60亿元, 每个乡镇至少建成1个卫生院) where no heading tells of aims alone."""
    parents = {clause.parent_id for clause in mended.outline.clauses}
    headings = {clause.clause_id: clause.heading for clause in mended.outline.clauses}
    assigned = {
        f.clause_id
        for f in found
        if f.table == "responsibilities" and (f.values["kind"] == "assignment" or f.rule == "from_heading")
    }
    aimed = {f.clause_id for f in found if f.rule in _DEEDS and f.values["deadline_date"]}
    aims = _under_aims(mended.outline.clauses)
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in mended.outline.passages:
        if passage.clause_id and passage.role == "body":
            passages[passage.clause_id].append(passage)
    for clause in mended.outline.clauses:
        if clause.clause_id in parents or clause.clause_id not in passages:
            continue
        title = _title(clause, passages[clause.clause_id])
        named = clause.clause_id in assigned
        # （三）责任单位：… says who does what the point above it says.
        if named and LABEL.fullmatch(f"{title}："):
            title = headings.get(clause.parent_id or "", "")
        purpose = _PURPOSE.match(passages[clause.clause_id][0].text)
        told = VERB.match(title) or (clause.clause_id in aimed and clause.clause_id not in aims)
        if title and (named or (told and not purpose and not _TOPIC.fullmatch(title))):
            task = Task(title, "".join(p.text for p in passages[clause.clause_id]))
            place = Place(clause.span, clause.clause_id)
            if named:
                yield said_to_fact(task, place, "point_with_agency", _SURE_WITH_AGENCY)
            else:
                yield said_to_fact(task, place, "point_with_verb", _SURE_BY_VERB)


def _under_aims(clauses: Sequence[Clause]) -> set[str]:
    """The points that tell of aims, or stand in one that does."""
    found: set[str] = set()
    for clause in clauses:
        if clause.parent_id in found or heading_to_section(clause.heading) is not None:
            found.add(clause.clause_id)
    return found


def _title(clause: Clause, passages: Sequence[Passage]) -> str:
    """The heading, or the first part of the sentence that begins with a verb."""
    if clause.heading:
        return clause.heading.rstrip("，；")
    text = passages[0].text[len(clause.number) :]
    parts = [p for p in text.translate(_STOPS).split("，") if p]
    named = next((p for p in parts[:4] if VERB.match(p)), parts[0] if parts else "")
    return named[:_LONGEST_TITLE]


def _row_tasks(mended: Mended, found: Sequence[Fact]) -> Iterator[Fact]:
    assigned = {(f.table_id, f.row) for f in found if f.table == "responsibilities"}
    for layout in layouts(mended):
        table = layout.table
        if table.kind not in _OF_DUTIES or not (doing := doing_columns(layout)):
            continue
        for row in layout.rows():
            if (table.table_id, row) in assigned:
                yield from _row_task(layout, row, {column.index for column in doing})


def _row_task(layout: Layout, row: int, doing: set[int]) -> Iterator[Fact]:
    """The cell that says what the row is about: its own before one that holds for several, one with a verb first."""
    texts = [c.text for c in layout.grid[row] if c and c.text]
    cells = [c for j in sorted(doing) if (c := layout.grid[row][j]) and c.text and c.parts]
    if not cells:
        return
    said = max(cells, key=lambda c: (c.row == row, begins_with_verb(c.text), c.row_span == 1))
    title = said.text.replace("；", "。").partition("。")[0][:_LONGEST_TITLE]
    task = Task(title, "；".join(dict.fromkeys(texts)))
    place = Place(said.parts[0], None, layout.table.table_id, row)
    yield said_to_fact(task, place, "row_with_agency", _SURE_WITH_AGENCY)
