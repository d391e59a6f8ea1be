"""What the value under a heading of norms is of: its row, its heading, or both."""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.cells.indicator_names import bare_name
from pipeline.extract.cells.layout import Column, Layout
from pipeline.extract.cells.norm_headings import GOAL, asks, bare_heading
from pipeline.extract.cells.norm_words import norm_words
from pipeline.extract.cells.norms import norm_columns
from pipeline.extract.cells.row_names import is_of_time, timeless
from pipeline.language.brackets import without_round
from pipeline.language.headings import meaning
from pipeline.language.shared_suffixes import place_of
from pipeline.language.tokens import lex
from pipeline.language.words import words


def name_of(layout: Layout, row: str, column: Column, dimension: str = "") -> str:
    """What a norm is of: the row where the heading only says that it is one (标准要求), else its heading too (村级图书室建筑面积),
    which stands first where the rows say what is measured of the things over them (一级驿站 of 建筑面积 | 工作人员). Of a thing
    that has so many square metres (书屋 | 建设标准 | 不小于20平方米) it is the area."""
    row, said = bare_name(row), timeless(_unbracketed(column.heading))
    if column.meaning == "deadline":  # 承诺时限
        return row + said
    only_asks = asks(said) and not _measures(said)
    if only_asks and dimension == "area" and not row.endswith(words("measure")):
        return row + _thing_of(said) + _AREA
    timed = column.year or is_of_time(column)
    if only_asks and not timed and (kind := _kind_of_norm(layout, column)):
        return f"{kind}{row}" if _rows_measure(layout) else f"{row}{said}"
    plans = not said or _only_plans(said)
    if plans and timed and (told := _measured_beside(layout, column)):
        return row + told
    if plans and place_of(row) and (told := _measured_over(layout)):
        return row + told
    generic = plans or _counts_row(said) or only_asks
    if generic or said in row:
        return row
    said = _without_asked(said) if asks(said) else said  # 取证率 of 取证率要求
    return said + row if _rows_measure(layout) else row + said


def _measured_beside(layout: Layout, column: Column) -> str:
    """产值 of 2026年目标 beside 2025年产值, which is in the same unit: what a column of another year says is measured."""
    others = [c for c in layout.columns if c.year and c.year != column.year and c.unit == column.unit]
    told = {timeless(_unbracketed(c.heading)) for c in others}
    measures = (*words("measure"), *words("ending", "measure"))
    said = [word for word in told if word.endswith(measures) and not _only_plans(word) and not meaning(word)]
    return said[0] if len(said) == 1 else ""


def _measured_over(layout: Layout) -> str:
    """细颗粒物浓度 of 各县细颗粒物浓度控制目标: what the caption of a table of places says is measured in each."""
    for title in layout.over.captions:
        tokens = lex(bare_heading(title), (), ())
        measures = [i for i, t in enumerate(tokens) if t.kind == "measure"]
        first = next((i for i, t in enumerate(tokens) if t.kind in ("noun", "verb")), len(tokens))
        said = tokens[first : measures[0] + 1] if len(measures) == 1 else ()
        if said and all(t.kind in ("noun", "verb", "measure") for t in said):
            return "".join(t.text for t in said)
    return ""


def _only_plans(heading: str) -> bool:
    """计划数, 目标值 of a year: words of planning and counting alone."""
    for word in (*GOAL, *words("ending", "measure"), *_TASKS):
        heading = heading.replace(word, "")
    return not heading


_TASKS = ("任务", "完成", "建设")


def _kind_of_norm(layout: Layout, column: Column) -> str:
    """一级 of 一级标准 beside 二级标准: headings that only ask and tell the values of a row apart; "" of one that is alone."""
    asking = [
        c for c in norm_columns(layout) if not (c.year or is_of_time(c)) and asks(without_round(c.heading))
    ]
    return _without_asked(without_round(column.heading)) if len(asking) > 1 else ""


def _without_asked(heading: str) -> str:
    """建筑面积 of 建筑面积标准, 一级 of 一级标准, "" of 标准."""
    bare = bare_heading(heading)
    return bare.removesuffix(
        next(word for word in (*norm_words("rules"), *norm_words("aims")) if bare.endswith(word))
    )


def _unbracketed(heading: str) -> str:
    """建筑面积 of 建筑面积（平方米）; 街道（镇）站 is a name."""
    return heading[: heading.rfind("（")] if heading.endswith("）") else heading


_AREA = "面积"
_DEEDS = ("make", "verb", "plan", "aim", "handled", "modal")


def _thing_of(heading: str) -> str:
    """场所 of 场所要求; "" of 建设标准 and 标准要求, which say what is done or nothing more."""
    said = _without_asked(heading)
    tokens = lex(said, (), ())
    return "" if asks(said) or all(t.kind in _DEEDS for t in tokens) else said


@lru_cache(maxsize=64)
def _rows_measure(layout: Layout) -> bool:
    """Whether the rows of a table name measures, or things each with its unit (心电图机 | 台), and the headings over its norms do not."""
    measured = (*words("measure"), *words("ending", "measure"), *norm_words("counted"))
    headings = [without_round(c.heading) for c in norm_columns(layout)]
    rows = [without_round(layout.name(row)) for row in layout.rows()]
    asked = layout.columns[layout.label_columns[-1]].path[-1:] if layout.label_columns else ()
    aspects = any(heading.endswith(_ASPECTS) for heading in asked)
    units = any(c.meaning == "unit" for c in layout.columns)
    measures = aspects or units or any(r.endswith(measured) for r in rows)
    return measures and not any(h.endswith(measured) for h in headings)


# What stands under such a heading is asked of the things that the other headings name.
_RATE = "率"
_ASPECTS = ("项目", "内容", "参数")


def _counts_row(heading: str) -> bool:
    """数量, 建设数量: how many of the row there are to be; 床位数量 how many beds it has."""
    of = next((heading.removesuffix(said) for said in norm_words("counted") if heading.endswith(said)), None)
    return of is not None and all(t.kind in ("make", "plan", "aim", "verb") for t in lex(of, (), ()))


def _measures(heading: str) -> bool:
    """建筑面积标准 and 取证率要求 name what is measured, 评价标准 only what the cell is."""
    return _without_asked(heading).endswith((*words("measure"), _RATE))
