"""What a body deals with: 民政 of every 民政局, 民政厅 and 民政部, so that bodies of many places can be asked for at once."""

from __future__ import annotations

from pipeline.language.registers import field_of

# What kind of body it is, of bodies that no field names. Of some the kind says more than a field in the name: 农业银行 is a
# bank, 电力公司 an enterprise.
KINDS = {
    "bank": "金融", "enterprise": "企业", "school": "学校", "collective": "集体",
    "government": "政府", "party": "党委", "peoples_organization": "群团", "social_organization": "社会组织",
    "court": "法院", "procuratorate": "检察院", "public_institution": "事业单位",
}  # fmt: skip
_WITHOUT_FIELD = ("bank", "enterprise", "school")


def type_of(body: str, kind: str) -> str | None:
    """The field of a body by its own name without place (民政局); else what kind of body it is; None if neither is known.

    Of several fields the first named: 教育体育局 is 教育.

    >>> type_of("民政局", "government"), type_of("政府", "government"), type_of("甲乙丙", "unknown")
    ('民政', '政府', None)
    """
    # 人民政府 holds 民政 by its letters alone.
    bare = body.replace("人民政府", "\n")
    if kind not in _WITHOUT_FIELD and (field := field_of(bare)):
        return field
    return "政府" if body.endswith("政府") else KINDS.get(kind)
