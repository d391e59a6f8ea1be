"""A notice that tries everything, and a notice of thousands of facts."""

from __future__ import annotations

from pipeline.model import (
    Cell,
    Checked,
    Document,
    Extracted,
    Fact,
    Mended,
    Mention,
    Outline,
    Span,
    Table,
    TitleBlock,
)

ATTACKS = (
    "<script>window.hacked = 1</script>",
    "</textarea></script></style><img src=x onerror='window.hacked = 1'>",
    '"><svg/onload=window.hacked=1>',
    '<a href="javascript:window.hacked=1">点我</a>',
    "\u202e反过来\u202c\u200f\u2066",
    "&lt;b&gt; &amp; <!-- ]]>",
    '=HYPERLINK("http://example.org")',
    "{{constructor}} ${window.hacked = 1} \u2028\u2029\x00",
    "𠮷" * 40,
)


def hostile() -> Checked:
    """Every attack as title, clause, quote, value, cell and mention; a cell of 10,000 characters."""
    parts = [*ATTACKS, "长" * 10_000]
    text = "\n".join(parts)
    spans, at = [], 0
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    facts = tuple(
        Fact("targets", span, part[:40].replace("\x00", ""), _target(part), 0.5)
        for part, span in zip(parts, spans, strict=True)
    )
    cells = tuple(
        Cell(i, 0, part, parts=(span,)) for i, (part, span) in enumerate(zip(parts, spans, strict=True))
    )
    table = Table("t", ATTACKS[0], None, "other", cells, len(parts), 1, 0, "unverified", Span(0, len(text)))
    mentions = tuple(Mention("citation", span, "unclaimed") for span in spans)
    return _checked("hostile", text, facts, (table,), mentions)


def _target(words: str) -> dict[str, object]:
    return {
        "kind": "target",
        "indicator": words,
        "comparator": "=",
        "value": 1,
        "value_text": words,
        "scope": words,
    }


def many(n: int = 5000) -> Checked:
    """A notice of n facts."""
    text = "".join(f"新增床位{i}张。" for i in range(n))
    facts, at = [], 0
    for i in range(n):
        length = len(f"新增床位{i}张。")
        values = {
            "kind": "target",
            "indicator": "床位",
            "comparator": "=",
            "value": i,
            "unit": "张",
            "value_text": f"{i}张",
        }
        facts.append(Fact("targets", Span(at, at + length - 1), "plain", values))
        at += length
    return _checked("many", text, tuple(facts), (), ())


def _checked(
    notice_id: str, text: str, facts: tuple[Fact, ...], tables: tuple[Table, ...], mentions: tuple[Mention, ...]
) -> Checked:  # fmt: skip
    document = Document(notice_id, f"{notice_id}.txt", "0" * 64, "text/plain", "utf-8", text)
    outline = Outline(document, TitleBlock(title=ATTACKS[1]), (), (), (), ())
    return Checked(Extracted(Mended(outline, tables), facts), (), mentions)
