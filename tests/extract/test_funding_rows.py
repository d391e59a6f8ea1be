"""The rows of grants on their own examples; each row, and each word of giving, earns its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.extract.funding import funding, granting, shares
from pipeline.extract.funding import money_tokens as places
from pipeline.extract.funding.amounts import amounts
from pipeline.extract.funding.rows import ROWS, Verdict
from pipeline.extract.reading import text_to_sense
from pipeline.extract.sense_tokens import sense_tokens
from pipeline.language import tokens, words
from pipeline.language.grammar import Row
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock

PHRASES = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("funding_phrases.tsv").read_text("utf-8").splitlines()[1:]
]
EXAMPLES = [text for row in ROWS for text in (*row.examples, *row.counterexamples)]
# What the words of giving are: kinds, and classes of kinds that hold other words too.
KINDS = frozenset(("give", "gift", "due", "loan", "payer"))
CLASSES = frozenset(
    (
        ("make", "pay"),
        ("make", "found"),
        ("spend", "back"),
        ("spend", "cover"),
        ("spend", "pay"),
        ("spend", "invest"),
        ("spend", "to"),
        ("measure", "most"),
        ("measure", "ratio"),
        ("charge", "deduct"),
        ("fund", "gift"),
        ("if", "met"),
    )
)
WORDS = [w for w, e in words.entries().items() if e.kind in KINDS or tuple(e) in CLASSES]
Values = list[dict[str, object]]


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """What was read with other rows or words is not kept."""
    yield
    forget_all()


def forget_all() -> None:
    words_kept = (tokens._word, tokens._pieces, tokens._words_of, sense_tokens)
    for kept in (amounts, granting.granted, granting._lists, *words_kept):
        kept.cache_clear()


def read(text: str) -> Values:
    forget_all()
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    facts = funding(Mended(Outline(document, TitleBlock(), (passage,), (), (), ()), ()))
    return [dict(fact.values) for fact in facts]


def outcome(text: str) -> tuple[Values, tuple[object, ...]]:
    return read(text), shares(text_to_sense(text))


def decides(text: str) -> str:
    """The row that decides what the first amount of a phrase is."""
    return granting.judge(amounts(text_to_sense(text))[0]).rule


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_rows_on_their_examples(row: Row[Verdict]) -> None:
    assert {text: decides(text) for text in row.examples} == dict.fromkeys(row.examples, row.name)
    assert row.examples and row.counterexamples
    assert row.name not in [decides(text) for text in row.counterexamples]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_earns_its_place(row: Row[Verdict], monkeypatch: pytest.MonkeyPatch) -> None:
    before = [outcome(text) for text in row.examples]
    monkeypatch.setattr(granting, "ROWS", tuple(other for other in ROWS if other is not row))
    assert [outcome(text) for text in row.examples] != before


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=lambda text: text[:16])
def test_phrases(text: str, expected: str) -> None:
    """The first grant of a phrase: comparator, amount, unit and the columns named; nothing where none is given."""
    found = read(text)
    if not expected:
        assert found == []
        return
    comparator, amount, unit, *columns = expected.split()
    values = found[0]
    assert (values["comparator"], f"{values['amount']:g}", values["unit"]) == (comparator, amount, unit)
    for column in columns:
        name, _, value = column.partition("=")
        assert values[name] == value


def test_each_word_of_giving_earns_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*EXAMPLES, *(text for text, _ in PHRASES)]
    whole = {text: outcome(text) for text in texts}
    lookup, named = words.lookup, words.words
    idle = []
    for word in WORDS:
        monkeypatch.setattr(tokens, "lookup", lambda w, off=word: None if w == off else lookup(w))
        monkeypatch.setattr(
            places, "words", lambda *kind, off=word: tuple(w for w in named(*kind) if w != off)
        )
        if all(outcome(text) == whole[text] for text in texts if word in text):
            idle.append(word)
    assert idle == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("将服务费的75%用于服务人员薪酬，25%用于机构统筹。", [75, 25]),
        ("按不低于集中供养对象年基本生活金15%的比例核定经费。", [15]),
        ("将区级公益金的80%以上用于设施建设。", [80]),
        ("按投资额的30%给予补助。", []),
    ],
)
def test_shares_that_must_go_somewhere(text: str, expected: list[float]) -> None:
    assert [q.value for q in shares(text_to_sense(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "按下列标准发放技能补贴：铜级（入门）300元、银级（熟练）600元，金级（专家）900元。",
            {"铜级（入门）": 300, "银级（熟练）": 600, "金级（专家）": 900},
        ),
        (
            "分别给予五级、四级、三级500万元、300万元、100万元。",
            {"五级": 500, "四级": 300, "三级": 100},
        ),
        (
            "对甲类、乙类、丙类站点分别给予9万元、6万元、3万元补贴。",
            {"甲类站点": 9, "乙类站点": 6, "丙类站点": 3},
        ),
        ("按博士15万元、硕士10万元、学士5万元的标准给予补贴。", {"博士": 15, "硕士": 10, "学士": 5}),
        (
            "对新评副高、正高职称的专业技术人才，分别给予4000元、8000元资助。",
            {"新评副高职称的专业技术人才": 4000, "新评正高职称的专业技术人才": 8000},
        ),
        (
            "按博士研究生或副高以上职称人员15万元、硕士研究生或中级职称人员10万元、本科生或初级职称人员5万元的标准给予补贴。",
            {"博士研究生或副高以上职称人员": 15, "硕士研究生或中级职称人员": 10, "本科生或初级职称人员": 5},
        ),
        # How a sum is paid is nobody.
        ("给予税后150万元安家补贴。", {None: 150}),
        ("给予企业一次性10万元补贴。", {"企业": 10}),
        ("对获奖企业一次性奖励50万元。", {"获奖企业": 50}),
        ("给予引进人才税后80万元年薪。", {"引进人才": 80}),
        ("给予合作银行单笔最高30万元补偿。", {"合作银行": 30}),
    ],
)
def test_which_amount_is_for_whom(text: str, expected: dict[str, float]) -> None:
    assert {fact["recipient"]: fact["amount"] for fact in read(text)} == expected


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每引进1个项目，经认定给予最高30万元奖励。", "项目"),
        ("每招收1名博士后，给予5万元招录奖励。", "博士后"),
        ("每举办1场活动给予2万元补助。", "活动"),
        ("公用经费补助标准每生每年6000元。", "生"),
        ("每床每年补贴3000元。", "床"),
        ("每学生每学期资助500元。", "学生"),
        ("给予每家机构运营补贴，每引进1个项目，给予最高30万元奖励。", "项目"),
        # Ten of them: 2万元 is for no one bed.
        ("每新增10张床位，给予2万元补助。", None),
    ],
)
def test_what_each_of_it_is_given_for(text: str, per: str | None) -> None:
    (fact,) = read(text)
    assert fact["per"] == per


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        (("一、2023年工作回顾", "向农户发放补贴300万元。", "二、重点任务", "向农户发放补贴500万元。"), [500]),
        (("一、工作回顾", "低保标准提高到801元/月。", "二、下一步工作", "低保标准提高到850元/月。"), [850]),
        (("一、基本情况", "向农户发放补贴300万元。"), [300]),
    ],
)
def test_what_is_told_in_a_look_back_was_given(lines: tuple[str, ...], given: list[float]) -> None:
    forget_all()
    places = [sum(len(one) + 1 for one in lines[:n]) for n in range(len(lines))]
    passages = tuple(
        Passage(one, tuple(range(at, at + len(one))), clause_id=str(n))
        for n, (at, one) in enumerate(zip(places, lines, strict=True))
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", "\n".join(lines))
    facts = funding(Mended(Outline(document, TitleBlock(), passages, (), (), ()), ()))
    assert [fact.values["amount"] for fact in facts] == given


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("按260元/户（社区（小区）80元/户、村160元/户）标准给予经费。", ["per", "per", "per"]),
        ("给予借款实际利率45%的财政贴息、最高3%/年的物业费奖励。", ["rate", "rate"]),
        ("安排专项资金2500万元，给予企业最高50万元奖励。", ["total", "ceiling"]),
        # What 其中 parts a sum into is counted in it, as far as it comes to no more.
        ("下达补助资金500万元，其中：中央财政资金200万元，省级财政资金300万元。", ["total", "part", "part"]),
        ("安排专项资金1亿元，其中东山镇4000万元、西河镇6000万元。", ["total", "part", "part"]),
        (
            "市财政安排5000万元专项资金，其中2000万元用于设备更新，3000万元用于培训。",
            ["total", "part", "part"],
        ),
        ("下达资金500万元，其中甲项目200万元，乙项目400万元。", ["total", "part"]),
        ("安排资金1亿元，其中市级5000万元；另安排培训经费300万元。", ["total", "part", "total"]),
        ("给予企业最高100万元奖励，其中前期费用补助不超过30万元。", ["ceiling", "ceiling"]),
    ],
)
def test_kinds_of_amount(text: str, kinds: list[str]) -> None:
    assert [fact["amount_kind"] for fact in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "payers", "recipients"),
    [
        ("下达资金500万元，其中中央财政资金200万元，县级配套300万元。", [None, "中央财政资金", "县级配套"], [None, None, None]),
        ("安排资金300万元，其中东山镇100万元、市教育局200万元。", [None, None, None], [None, "东山镇", "市教育局"]),
        ("下达公用经费11万元、课本费3万元，合共14万元。", [None, None, None], [None, None, None]),
    ],
)  # fmt: skip
def test_whose_the_parts_of_a_sum_are(
    text: str, payers: list[str | None], recipients: list[str | None]
) -> None:
    facts = read(text)
    assert [fact["payer"] for fact in facts] == payers
    assert [fact["recipient"] for fact in facts] == recipients


def test_what_a_sum_is_made_of_goes_on_in_the_next_sentence() -> None:
    facts = read("2026年度，资金投入60万元。其中，教师培训（10万元）；课程和资源建设（50万元）。")
    assert [(f["amount"], f["recipient"]) for f in facts] == [
        (60, None),
        (10, "教师培训"),
        (50, "课程和资源建设"),
    ]
