"""What opens a list of amounts: 补贴标准如下：, or a point called 奖励标准.

Under such a lead an amount is granted though its own words say only of whom it is: 本科生每人每月500元.
"""

from __future__ import annotations

from pipeline.extract.funding.amounts import Amount, amounts
from pipeline.extract.reading import Reading
from pipeline.language import patterns
from pipeline.language.grammar import compiled, line
from pipeline.language.tokens import lex
from pipeline.language.words import words

_RATE = (
    "(?:{giver}|{gifts})(?:{!hard|qty}){0,6}{paper.rate}|{paper.rate}(?:{!hard|qty}){0,6}(?:{giver}|{gifts})"
)
_LEAD = f"(?:{_RATE})(?:{{!hard|qty}}){{0,4}}(?:{{mark.：}}|{{mark.。}}?$)"
# 博士每月3000元；, 意外伤害，一次性3000元: the amount ends what is said of whom.
_LISTED = "(?:{each|noun|gifts|due}|{mark.，}|{mark.：}){said|noun}{0,3}{this.money}(?={bound}?(?:{hard}|{mark.、}|$))"
# A point of a list begins with its number.
_POINT = patterns.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|第?[一二三四五六七八九十]+[档类级])"
)


def opens_amounts(text: str) -> bool:
    """Whether a heading or a sentence without amounts opens a list of what is granted.

    >>> opens_amounts("补贴标准如下："), opens_amounts("收费标准如下："), opens_amounts("奖励标准")
    (True, False, True)
    """
    if len(text) > _LONGEST or not any(word in text for word in words("paper", "rate")):
        return False
    return compiled(_LEAD).search(line(lex(text, (), ()))) is not None


_LONGEST = 40


def is_point(text: str) -> bool:
    """Whether a passage begins with the number of a point of a list."""
    return _POINT.match(text) is not None


def is_listed(amount: Amount) -> bool:
    """Whether an amount of money ends a part that says of whom or of what it is."""
    return compiled(_LISTED).search(amount.codes) is not None


# 高龄津贴, 津贴发放, 特困供养标准: what is given, as the name of a point, a row, or before a colon.
_GIFT = "^(?:{noun|verb})*(?:{gift}|{give.noun}|{due})(?:{make.pay}|{paper.rate})*$"
_OF_EACH = "{each.one}{each.time}{said}{0,2}{this.money}"
_LONGEST_GIFT = 16


def names_gift(name: str) -> bool:
    """Whether a name is of what is given.

    >>> names_gift("高龄津贴发放"), names_gift("特困供养标准"), names_gift("收费标准"), names_gift("补贴资金管理")
    (True, True, False, False)
    """
    return 0 < len(name) <= _LONGEST_GIFT and compiled(_GIFT).search(line(lex(name, (), ()))) is not None


def tells_each(reading: Reading) -> bool:
    """Whether a text under such a name is of what each gets every time: 高龄津贴。80周岁以上每人每月50元."""
    money = [amount for amount in amounts(reading.sense) if amount.quantity.dimension == "money"]
    if not money or not all(compiled(_OF_EACH).search(amount.codes) for amount in money):
        return False
    label, mark, told = reading.sense.masked.partition("：")
    name = label.strip() if mark and names_gift(label.strip()) else reading.heading
    said = told if name == label.strip() else reading.sense.masked.replace(name, "", 1)
    # 边缘家庭认定标准为每人每月1963元 under 低保标准 is another standard.
    return names_gift(name) and not any(word in said for word in words("paper", "rate"))


class Leads:
    """Follows the readings of a notice: whether each stands under a lead."""

    def __init__(self) -> None:
        self._open = False
        self._next = False

    def over(self, reading: Reading) -> bool:
        """Whether `reading` stands under a lead; to be asked once of each reading, in order."""
        text = reading.sense.text
        if opens_amounts(text):
            self._open = self._next = True
            return False
        if not self._next and not is_point(text):
            self._open = False
        self._next = False
        return self._open
