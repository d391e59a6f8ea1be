"""How often each rule of the language reads something in a folder of notices, and in how many notices.

`python tests/bench/rule_firings.py [FOLDER …]` (default raw/ and ../shared/corpus). A rule that fires in fewer than two notices is
marked: its examples must say why it exists, and are printed beside it. Facts are counted by the rule that read them;
rows of times, of grants and against targets or deadlines also where nothing is published for them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from pipeline.extract import extract  # noqa: E402
from pipeline.extract.deadlines import nothing as no_deadline  # noqa: E402
from pipeline.extract.funding.amounts import amounts  # noqa: E402
from pipeline.extract.funding.granting import judge  # noqa: E402
from pipeline.extract.funding.rows import ROWS as GRANTS  # noqa: E402
from pipeline.extract.reading import Sense, readings  # noqa: E402
from pipeline.extract.targets import nothing as no_target  # noqa: E402
from pipeline.extract.targets.clauses import (  # noqa: E402
    parted,
    sentence_tokens,
    without_brackets,
)
from pipeline.extract.targets.reader import reason_against, with_names_whole  # noqa: E402
from pipeline.extract.targets.rows import TARGETS  # noqa: E402
from pipeline.extract.targets.wordings import RULES as WORDINGS  # noqa: E402
from pipeline.language.times.edges import READINGS  # noqa: E402
from pipeline.language.times.spans import FRAMES  # noqa: E402
from pipeline.language.tokens import lex  # noqa: E402
from pipeline.model import Mended, Unreadable  # noqa: E402
from pipeline.outline import outline  # noqa: E402
from pipeline.read import read  # noqa: E402
from pipeline.sources import find  # noqa: E402
from pipeline.tables import mend  # noqa: E402

FEWEST = 2

# Every rule that examples prove: (kind, name) → those examples.
PROVEN: dict[tuple[str, str], tuple[str, ...]] = {
    **{
        (kind, rule.name): tuple(rule.examples)
        for rule in (*READINGS, *FRAMES)
        for kind in ("time", "deadlines")
    },
    **{("wording", rule.name): tuple(rule.examples) for rule in WORDINGS},
    **{("targets", f"target/{row.name}"): row.examples for row in TARGETS},
    **{("no target", row.name): row.examples for row in no_target.NOTHING},
    **{("no deadline", row.name): row.examples for row in no_deadline.NOTHING},
    **{("amount", row.name): row.examples for row in GRANTS},
    ("citations", "title_mark_unclosed"): (
        "落实《某市条例（以下简称《条例》）",
        "see tests/extract/duties/test_responsibilities.py",
    ),
    ("responsibilities", "from_heading"): (
        "（一）加快建设（牵头单位：市交通局）, said of its 1. and 2.",
        "see tests/extract/duties/test_inline_and_carry_over.py",
    ),
    ("targets", "indicator_row"): (
        "床位占比|34.7%|50%|60%|约束性",
        "see tests/extract/cells/test_table_rows.py",
    ),
}
# A fact read by a rule of its own and one that holds for the whole notice: bracket_labelled+first_is_lead.
MODIFIERS = {"first_is_lead": ("排首位的责任单位为牵头单位，下同",)}


def proofs(rule: tuple[str, str]) -> tuple[str, ...]:
    """The examples that say why a rule exists."""
    return PROVEN.get(rule) or MODIFIERS.get(rule[1].rpartition("+")[2], ("nothing",))


def against_targets(sense: Sense) -> Iterator[str]:
    """For each quantity that a row speaks against, that row."""
    tokens = lex(sense.masked, sense.quantities, [t for t in sense.times if t.time.kind != "duration"])
    for said in sentence_tokens(tokens, [sentence.end for sentence in sense.sentences]):
        whole = with_names_whole(without_brackets(said))
        for at, token in enumerate(whole):
            if token.kind == "qty" and (name := reason_against(parted(whole, at)[0])):
                yield name


def against_deadlines(sense: Sense) -> Iterator[str]:
    """For each time that a row speaks against, the first such row."""
    setting = no_deadline.Setting(sense)
    for found in sense.times:
        if setting.reason(found):
            yield next(row.name for row in no_deadline.NOTHING if setting.reason(found, (row,)))


def firings(mended: Mended) -> Iterator[tuple[str, str]]:
    """(kind, name) of every rule that fires in a notice, once a firing."""
    for reading in readings(mended):
        sense = reading.sense
        yield from (("time", found.rule) for found in sense.times)
        yield from (("no target", name) for name in against_targets(sense))
        yield from (("no deadline", name) for name in against_deadlines(sense))
        yield from (("amount", judge(amount).rule) for amount in amounts(sense))
    for fact in extract(mended).facts:
        kind = "wording" if ("wording", fact.rule) in PROVEN else fact.table
        yield kind, fact.rule


def notices(folder: Path) -> Iterator[tuple[str, Mended]]:
    """Every notice of a folder that can be read, by its name."""
    for source in find(folder)[0]:
        try:
            yield source.notice_id, mend(outline(read(source.path, source.notice_id, source.promises)))
        except Unreadable as reason:
            print(f"not read: {source.source_file}: {reason}", file=sys.stderr)


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "raw", ROOT.parent / "shared" / "corpus"]
    if missing := [str(folder) for folder in folders if not folder.is_dir()]:
        raise SystemExit(f"{', '.join(missing)}: no such folder; name folders with notices")
    times: dict[tuple[str, str], int] = defaultdict(int)
    where: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, mended in chain.from_iterable(map(notices, folders)):
        for rule in firings(mended):
            times[rule] += 1
            where[rule].add(name)
    print(f"{'kind':18}{'rule':30}{'firings':>9}{'notices':>9}")
    for rule in sorted({*times, *PROVEN}, key=lambda rule: (rule[0], len(where[rule]), rule[1])):
        few = len(where[rule]) < FEWEST
        why = "  few; proven by " + " | ".join(proofs(rule)[:3]) if few else ""
        print(f"{rule[0]:18}{rule[1]:30}{times[rule]:9}{len(where[rule]):9}{why}")


if __name__ == "__main__":
    main()
