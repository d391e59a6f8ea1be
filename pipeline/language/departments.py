"""Departments named by their field alone: 教育部门, 消防救援机构, and fields in a row that share the word: 教育、公安等部门."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language.bodies import is_agency, known_body

DEPARTMENT, LEVEL_LETTERS = "部门", tuple("省市区县州旗盟")
#: What the names of such departments end in.
OF_FIELDS = (DEPARTMENT, "机构")


@lru_cache(maxsize=4096)
def is_department_of_field(name: str) -> bool:
    """教育部门, 区住建部门, 市县财政部门, 市级教育部门, 消防救援机构: whoever has a field that bodies of the lexicons bear (教育局,
    消防救援支队)."""
    for word, body in ((DEPARTMENT, "局"), (DEPARTMENT, "支队"), ("机构", "支队")):
        field = name.removesuffix(word)
        below = field.lstrip("".join(LEVEL_LETTERS)) if field[:1] in LEVEL_LETTERS else ""
        fields_of_it = (field, below.removeprefix("级"))
        if field != name and any(len(one) > 1 and known_body(one + body) for one in fields_of_it):
            return True
    return False


def is_agency_or_department(name: str) -> bool:
    """市民政局, and 市县财政部门: a body by its name, or by its field alone."""
    return is_agency(name) or is_department_of_field(name)
