"""Which amounts of a text are granted and which shares are to be spent; a list of amounts is granted whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.funding.amounts import Amount, amounts
from pipeline.extract.funding.leads import is_listed
from pipeline.extract.funding.lists import goes_on, graded, joined
from pipeline.extract.funding.parts import in_yuan, is_of_which
from pipeline.extract.funding.rows import GRANTED, NOTHING, REASONS, ROWS, SPENT, Verdict
from pipeline.extract.reading import Sense
from pipeline.language.grammar import compiled, holding
from pipeline.language.quantity import Quantity
from pipeline.language.sentences import Stretch

#: The rule of an amount that is counted in another one.
PART = "what a sum is made of"
#: 800万元以上部分按2%: what of a sum a share is of is in no list with shares.
OF_A_SCALE = "a part of a scale"


class Given(NamedTuple):
    """An amount granted in its place, and by which row; `place` of `many` in a list that `first` opens."""

    amount: Amount
    rule: str
    verdict: Verdict
    first: Amount
    place: int = 0
    many: int = 1

    @property
    def quantity(self) -> Quantity:
        return self.amount.quantity

    @property
    def sentence(self) -> Stretch:
        return self.amount.sentence


class Judged(NamedTuple):
    """An amount with the row that decides what it is, if any does."""

    amount: Amount
    rule: str = ""
    verdict: Verdict | None = None


# 由不超过缴费的60%提至90%: where an amount starts from says nothing of what it is.
_START = (
    "{link.from}{!hard}{0,14}{qty.money|qty.share}(?={!hard}{0,3}(?:{up}|{down}|{reach}){!hard}{0,4}{this})"
)


def judge(amount: Amount) -> Judged:
    """The first row that holds for an amount."""
    start = compiled(_START).search(amount.codes)
    codes = amount.codes[: start.start()] + amount.codes[start.end() :] if start else amount.codes
    row = next((row for row, _ in holding(ROWS, codes)), None)
    return Judged(amount, row.name, row.gives) if row else Judged(amount)


# A paragraph is asked by the readers of targets, of funding and of what is set aside.
@lru_cache(maxsize=2048)
def _lists(sense: Sense) -> list[list[Judged]]:
    """The amounts of a text, left to right, those that are joined (5万元、10万元) together; not to be changed."""
    lists: list[list[Judged]] = []
    for amount in amounts(sense):
        judged = judge(amount)
        if lists and judged.rule != OF_A_SCALE and joined(lists[-1][-1].amount, amount):
            lists[-1].append(judged)
        else:
            lists.append([judged])
    return lists


def _as_one(members: list[Judged]) -> list[Judged]:
    """What is said of one member of a list is said of all, what speaks against it first."""
    verdicts = {m.verdict: m for m in reversed(members)}
    said = next((verdicts[v] for v in (NOTHING, SPENT, GRANTED) if v in verdicts), members[0])
    return [Judged(m.amount, said.rule, said.verdict) for m in members]


def _listed(members: list[Judged]) -> list[Judged]:
    """Amounts under a lead, which no row decides, are granted where they end what is said of whom."""
    if members[0].verdict is None and is_listed(members[0].amount):
        return [Judged(m.amount, "under a lead", GRANTED) for m in members]
    return members


def _undecided(members: list[Judged]) -> bool:
    return members[0].verdict is None


def _carried(lists: list[list[Judged]]) -> list[list[Judged]]:
    """A list goes on from amount to amount: 奖励200万元，省级的100万元; 博士15万元、硕士10万元的标准."""
    done: list[list[Judged]] = []
    for members in lists:
        last = done[-1][-1] if done else None
        if (
            last
            and _undecided(members)
            and last.verdict == GRANTED
            and goes_on(last.amount, members[0].amount)
        ):
            members = [Judged(m.amount, "the next of a list", GRANTED) for m in members]
        done.append(members)
    for i in range(len(done) - 2, -1, -1):
        here, after = done[i], done[i + 1][0]
        if _undecided(here) and after.verdict == GRANTED and graded(here[-1].amount, after.amount):
            done[i : i + 2] = [
                [Judged(m.amount, "the next of a list", GRANTED) for m in members]
                for members in (here, done[i + 1])
            ]
    return done


def _is_detail(amount: Amount, whole: Amount | None) -> bool:
    """专业建设（10万元）, 260元/户（社区80元/户）: what a bracket tells of a sum that is granted.

    The sum stands in the same sentence, or right before one that begins with 其中.
    """
    if whole is None or amount.depth == 0 or amount.quantity.dimension != whole.quantity.dimension:
        return False
    if amount.before and amount.before[-1].kind == "includes":  # 250000元（含250000元）
        return False
    return amount.sentence == whole.sentence or amount.tokens[0].text == "其中"


def _detailed(lists: list[list[Judged]], whole: Amount | None) -> list[list[Judged]]:
    """The amounts in brackets behind a granted one are granted too."""
    done: list[list[Judged]] = []
    for members in lists:
        first = members[0]
        if first.amount.depth == 0:
            whole = first.amount if first.verdict == GRANTED else None
        elif _undecided(members) and _is_detail(first.amount, whole):
            members = [Judged(m.amount, PART, GRANTED) for m in members]
        done.append(members)
    return done


def _parted(lists: list[list[Judged]]) -> list[list[Judged]]:
    """The amounts that 其中 parts a granted sum into are granted, too, as far as they come to no more than it."""
    done: list[list[Judged]] = []
    whole: Amount | None = None
    left = 0.0
    for members in lists:
        first = members[0].amount
        if first.quantity.dimension != "money" or first.depth:
            done.append(members)
            continue
        if whole is None or whole.sentence != first.sentence or not is_of_which(whole, first):
            is_sum = members[-1].verdict == GRANTED and len(members) == 1
            whole, left = (first, in_yuan(first)) if is_sum else (None, 0.0)
            done.append(members)
            continue
        left -= sum(in_yuan(m.amount) for m in members)
        is_part = left >= 0 and members[0].verdict in (None, GRANTED)
        done.append([Judged(m.amount, PART, GRANTED) for m in members] if is_part else members)
    return done


@lru_cache(maxsize=2048)
def granted(sense: Sense, whole: Amount | None = None, under: bool = False) -> tuple[Given, ...]:
    """The amounts and ratios of a text that are granted, left to right; `whole` is what was granted right before it,
    `under` whether it stands under 补贴标准如下：."""
    judged = [_as_one(members) for members in _lists(sense)]
    if under:
        judged = [_listed(members) for members in judged]
    lists = _detailed(_parted(_carried(judged)), whole)
    return tuple(
        Given(m.amount, m.rule, m.verdict, members[0].amount, place, len(members))
        for members in lists
        for place, m in enumerate(members)
        if m.verdict not in (None, NOTHING, SPENT)
    )


def as_parts(sense: Sense) -> tuple[Given, ...]:
    """The amounts of a text that tells what a sum is made of."""
    return tuple(Given(amount, PART, GRANTED, amount) for amount in amounts(sense))


def amounts_aside(sense: Sense) -> Iterator[tuple[Quantity, str]]:
    """The amounts and ratios of a text that are nothing given, by a row that says what they are instead."""
    for members in _lists(sense):
        yield from ((m.amount.quantity, REASONS[m.rule]) for m in _as_one(members) if m.verdict == NOTHING)


def shares(sense: Sense) -> tuple[Quantity, ...]:
    """The shares of money that must go somewhere: targets of kind funding_rate."""
    return tuple(
        m.amount.quantity for members in _lists(sense) for m in _as_one(members) if m.verdict == SPENT
    )
