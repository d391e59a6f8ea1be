"""Numbers that are targets: how a sentence says what is to reach the value.

A row binds the noun phrase that is measured or counted (`noun`) and the words between it and the number (`way`);
a row without a noun leaves the subject to the clause before.
"""

from __future__ import annotations

from pipeline.language.grammar import Row

_WAY = "(?P<way>(?:{fill})*{core}(?:{fill|core|own})*)"
_OF = "(?P<base>@np{1,12}?{link.de}?)?"
_ANY = "{this.count|this.area|this.length|this.mass|this.power|this.volume|this.energy|this.concentration|this.rate|this.points|this.share|this.ratio}"
_THING = "{this.count|this.area|this.length|this.mass|this.power|this.volume|this.energy|this.share}"
_DO = "{make|up|down|verb|reach|own}"

TARGETS: tuple[Row[str], ...] = (
    Row("state", "@lead(?P<noun>@np+?)" + _WAY + _OF + _ANY, "target",
        ("护理型床位占比达到60%", "托位数不少于4.5个")),
    Row("limit", "@lead(?P<noun>@np*?)" + _WAY + "{this.time}", "target", ("办理时限压缩至5个工作日",), ("3年内",)),
    Row("state without subject", "@lead" + _WAY + _OF + _ANY, "target", ("不低于100平方米",)),
    Row("made", "(?P<verb>" + _DO + ")(?:{fill|comparator|reach|own})*" + _THING + "{bound}?{link.de}?(?P<noun>@np+)", "target",
        ("新建4万个5G基站",)),
    Row("done", "(?P<verb>" + _DO + ")(?P<noun>@np+?)(?:{fill|core|own})*" + _THING, "target", ("设置互助点95个",)),
    Row("share", "@lead(?P<noun>@np*{measure})(?:{fill})*{this.share}", "target", ("覆盖率100%",)),
)  # fmt: skip
