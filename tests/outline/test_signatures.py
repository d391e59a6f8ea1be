"""Everyone who signs a notice is told, however the names are laid out: three sets of names in each layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.model import Document, Outline
from pipeline.outline import outline
from pipeline.read import read

pytestmark = pytest.mark.usefixtures("here")

NAMES = (
    "商务部 国家发展改革委 教育部 公安部 民政部 国家安全部 全国妇联",
    "教育部 共青团中央 中国科协 新疆生产建设兵团 中国作协",
    "临江省发展和改革委员会 临江省财政厅 国家税务总局临江省税务局 国网临江省电力有限公司",
)
DAY = "2024年3月5日"
TITLE = "{}等部门关于加强社区食堂建设的通知"
TEXT = "各市人民政府：\n为加强管理，现就有关事项通知如下。\n一、加强领导。各地要高度重视，抓好落实。\n"


def in_rows(names: Sequence[str], between: str, n: int = 2) -> str:
    return "\n".join(between.join(names[i : i + n]) for i in range(0, len(names), n))


def apart(name: str) -> str:
    return " ".join(name) if len(name) < 4 else name


LAYOUTS: dict[str, Callable[[Sequence[str]], str]] = {
    "one a line": lambda names: "\n".join(names) + f"\n{DAY}\n",
    "in columns": lambda names: in_rows(names, "     ", 3) + f"\n      {DAY}\n",
    "wide blanks": lambda names: in_rows(names, "　　") + f"\n　　　{DAY}\n",
    "below a short annex": lambda names: "附件：食堂名单\n\n" + in_rows(names, " ", 3) + f"\n{DAY}\n",
    "one line": lambda names: " ".join(names) + f"\n{DAY}\n",
    "one line with the day": lambda names: " ".join(names) + f" {DAY}\n",
    "listed": lambda names: "、".join(names) + f"\n{DAY}\n",
    "letters apart": lambda names: "\n".join(map(apart, names)) + f"\n{DAY}\n",
    "letters apart in columns": lambda names: (
        in_rows([apart(name) for name in names], "      ") + f"\n{DAY}\n"
    ),
    "a day below each": lambda names: "".join(f"{name}\n{DAY}\n" for name in names),
    "seals": lambda names: in_rows([f"{name}（盖章）" for name in names], "   ") + f"\n{DAY}\n",
    "issued together": lambda names: "\n".join(names) + f"\n（联合印发）\n{DAY}\n",
    "tabs": lambda names: in_rows(names, "\t") + f"\n\t{DAY}\n",
    "a table of pipes": lambda names: (
        "| | |\n|---|---|\n| "
        + in_rows([*names, ""][: len(names) + len(names) % 2], " | ").replace("\n", " |\n| ")
        + f" |\n| | {DAY} |\n"
    ),
}


def outlined(folder: Path, text: str, suffix: str = ".txt") -> Outline:
    file = folder / f"n{suffix}"
    file.write_text(text, "utf-8")
    return outline(read(file, "n", {}))


@pytest.mark.parametrize("names", [names.split() for names in NAMES], ids=["many", "youth", "province"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_who_sign_are_issuers(tmp_path: Path, layout: str, names: list[str]) -> None:
    made = outlined(
        tmp_path, f"{TITLE.format(names[0])}\n商建发〔2024〕15号\n{TEXT}\n{LAYOUTS[layout](names)}"
    )
    assert [named.name for named in made.title_block.issuers] == names
    assert made.title_block.written_date == "2024-03-05"
    assert made.fragments == ()


CELLS = {
    "cells": lambda names: "".join(f"<tr><td>{a}</td></tr>" for a in names) + f"<tr><td>{DAY}</td></tr>",
    "two columns": lambda names: (
        "".join(
            f"<tr><td>{a}</td><td><p>{b}</p></td></tr>"
            for a, b in zip(names[::2], [*names[1::2], ""][: len(names[::2])], strict=True)
        )
        + f"<tr><td colspan=2>{DAY}</td></tr>"
    ),
    "days in the cells": lambda names: (
        "<tr>" + "".join(f"<td>{name}<br>{DAY}</td>" for name in names) + "</tr>"
    ),
}


@pytest.mark.parametrize("names", [names.split() for names in NAMES], ids=["many", "youth", "province"])
@pytest.mark.parametrize("layout", CELLS)
def test_a_table_of_names_and_a_day_is_a_signature(tmp_path: Path, layout: str, names: list[str]) -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    table = f"<table>{CELLS[layout](names)}</table>"
    page = f"<html><body><h1>{TITLE.format(names[0])}</h1>{text}{table}</body></html>"
    made = outlined(tmp_path, page, ".html")
    assert [named.name for named in made.title_block.issuers] == names
    assert (made.title_block.written_date, made.fragments) == ("2024-03-05", ())


@pytest.mark.parametrize(
    "table",
    [
        "单位\t电话\n临江市教育局\t12345\n临江市公安局\t12346\n",
        "临江市教育局\t临江市公安局\n临江市财政局\t临江市民政局\n附件2\n",
        "指标\t2024年3月5日\n床位\t300张\n",
    ],
)
def test_a_table_of_something_else_stays_one(tmp_path: Path, table: str) -> None:
    assert len(outlined(tmp_path, f"{TITLE.format('临江市教育局')}\n{TEXT}{table}").fragments) == 1


HEADS = {
    "listed above the number": lambda names: "、".join(names) + "\n",
    "a red head in one line": lambda names: " ".join(names) + " 文件\n",
    "a red head in lines": lambda names: "\n".join(names) + "\n文件\n",
    "a box": lambda names: "发文机关：" + "、".join(names) + "\n",
    "a box with blanks": lambda names: "发文机关：" + " ".join(names) + "\n",
}


@pytest.mark.parametrize("names", [names.split() for names in NAMES], ids=["many", "youth", "province"])
@pytest.mark.parametrize("head", HEADS)
def test_whom_the_title_does_not_name_the_head_does(tmp_path: Path, head: str, names: list[str]) -> None:
    text = f"{HEADS[head](names)}商建发〔2024〕15号\n{TITLE.format(names[0])}\n{TEXT}{DAY}\n"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == names


@pytest.mark.parametrize(
    ("said", "signed", "n"),
    [("教育部等八部门", "教育部", 1), ("临江市教育局等3部门", "临江市教育局\n临江市公安局", 2), ("财政部等部门", "财政部", 1)],
)  # fmt: skip
def test_bodies_named_nowhere_are_said_to_be_missing(tmp_path: Path, said: str, signed: str, n: int) -> None:
    made = outlined(tmp_path, f"{said}关于加强社区食堂建设的通知\n{TEXT}{signed}\n{DAY}\n")
    assert len(made.title_block.issuers) == n
    assert [issue.kind for issue in made.issues] == ["issuers_not_named"]


@pytest.mark.parametrize(
    ("said", "signed"),
    [("教育部等两部门", "教育部\n公安部"), ("临江市教育局等部门", "临江市教育局 临江市公安局"), ("财政部", "财政部")],
)  # fmt: skip
def test_bodies_that_are_all_named_are_no_issue(tmp_path: Path, said: str, signed: str) -> None:
    made = outlined(tmp_path, f"{said}关于加强社区食堂建设的通知\n{TEXT}{signed}\n{DAY}\n")
    assert made.issues == ()


BRACKETED = {
    "two bodies": "到2025年底前新增床位300张以上。（责任单位：区民政局、区财政局）",
    "one body": "各街道每季度上报一次。（牵头单位：市大数据局）",
    "no label": "完成老旧管网改造20公里；（市住房城乡建设局、市水利局负责）",
}


@pytest.mark.parametrize("last", BRACKETED.values(), ids=BRACKETED)
def test_the_last_sentence_with_its_bracket_is_no_signature(last: str) -> None:
    """Without an empty line between, the last sentence of the text and who signs are two."""
    head = "重庆市江津区人民政府关于加强某项工作的通知\n江津府发〔2024〕20号\n各镇人民政府：\n一、主要任务\n"
    found = outline(
        Document(
            "a",
            "a.txt",
            "0" * 64,
            "text/plain",
            "utf-8",
            f"{head}{last}\n重庆市江津区人民政府\n2024年6月3日\n",
        )
    )
    assert [issuer.name for issuer in found.title_block.issuers] == ["重庆市江津区人民政府"]
    assert [p.text for p in found.passages if p.role == "body"][-1] == last


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        (
            "临江市商务委员会临江海关\n临江市财政局临江海事局",
            ["临江市商务委员会", "临江海关", "临江市财政局", "临江海事局"],
        ),
        (
            "临江市教育局国家税务总局临江市税务局\n临江团市委",
            ["临江市教育局", "国家税务总局临江市税务局", "临江团市委"],
        ),
        (
            "临江省水利厅\n国家金融监督管理总局\n临江监管局",
            ["临江省水利厅", "国家金融监督管理总局临江监管局"],
        ),
        ("中国人民银行\n临江市中心支行\n临江市财政局", ["中国人民银行临江市中心支行", "临江市财政局"]),
        ("国家发展改革委\n临江市人民政府", ["国家发展改革委", "临江市人民政府"]),
        ("中共临江市委办公室临江市人民政府办公室", ["中共临江市委办公室", "临江市人民政府办公室"]),
        ("克拉玛依市教育局克拉玛依市财政局", ["克拉玛依市教育局", "克拉玛依市财政局"]),
        ("易县发展和改革委员会易县财政局", ["易县发展和改革委员会", "易县财政局"]),
        (
            "新疆维吾尔自治区教育厅新疆维吾尔自治区财政厅",
            ["新疆维吾尔自治区教育厅", "新疆维吾尔自治区财政厅"],
        ),
        ("中国银保监会临江监管分局临江市教育局", ["中国银保监会临江监管分局", "临江市教育局"]),
        ("临江市公安局\n临江市交通运输局", ["临江市公安局", "临江市交通运输局"]),
    ],
)
def test_names_that_nothing_parts_and_names_of_branches(
    tmp_path: Path, signature: str, names: list[str]
) -> None:
    made = outlined(tmp_path, f"关于加强社区食堂建设的通知\n{TEXT}\n{signature}\n{DAY}\n")
    assert [named.name for named in made.title_block.issuers] == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("临江市人民政府办 公厅", ["临江市人民政府办公厅"]),
        ("中共临江新区工作委 员会\n临江新区管理 委员会", ["中共临江新区工作委员会", "临江新区管理委员会"]),
        ("临江市规 划和自然资源局 临江市教育局", ["临江市规划和自然资源局", "临江市教育局"]),
        ("临江市教育局 中国科协 全国妇联", ["临江市教育局", "中国科协", "全国妇联"]),
    ],
)
def test_a_blank_inside_a_name_parts_nothing(tmp_path: Path, printed: str, names: list[str]) -> None:
    made = outlined(tmp_path, f"关于加强社区食堂建设的通知\n{TEXT}\n{printed}\n{DAY}\n")
    assert [named.name for named in made.title_block.issuers] == names


@pytest.mark.parametrize("mark", ["— 2 —", "- 2 -", "第2页 共8页"])
def test_a_page_may_end_inside_a_signature(tmp_path: Path, mark: str) -> None:
    text = f"关于加强社区食堂建设的通知\n{TEXT}\n临江市教育局\n{mark}\n临江市财政局\n{mark}\n{DAY}\n"
    made = outlined(tmp_path, text)
    assert [named.name for named in made.title_block.issuers] == ["临江市教育局", "临江市财政局"]


LONG = (
    "教育局 委宣传部 卫生健康委员会 体育局 财政局 人力资源和社会保障局 市场监督管理局 广播电视局 文化和旅游局"
)


@pytest.mark.parametrize("place", ["临江市", "南河县", "东湖区"])
def test_a_line_of_many_names_however_long_is_a_signature(tmp_path: Path, place: str) -> None:
    names = [place + name for name in LONG.split()]
    title = f"{names[0]}等部门关于加强社区食堂建设的通知\n"
    text = f"{title}{TEXT}{' '.join(names)}\n{DAY}\n"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == names


@pytest.mark.parametrize(
    "below",
    [
        "关于加强学校安全工作的意见\n市教育局\n（2024年2月20日）\n",
        "关于加强学校安全工作的意见\n市教育局 市公安局\n二○二四年二月二十日\n",
        "临江市学校安全工作方案\n市教育局\n（2024年2月20日）\n",
        "关于加强学校安全工作的意见\n（市教育局 二○二四年二月二十日）\n",
    ],
)
def test_who_wrote_what_is_forwarded_does_not_sign_the_notice(tmp_path: Path, below: str) -> None:
    title = "临江市人民政府办公室转发市教育局关于加强学校安全工作意见的通知\n"
    text = f"{title}{TEXT}临江市人民政府办公室\n{DAY}\n\n{below}为加强学校安全，提出如下意见。\n"
    block = outlined(tmp_path, text).title_block
    assert ([n.name for n in block.issuers], block.written_date) == (["临江市人民政府办公室"], "2024-03-05")


@pytest.mark.parametrize(
    "place", ["营口市站前区", "盘锦市双台子区", "怀化市会同县", "白银市会宁县", "邢台市信都区"]
)
@pytest.mark.parametrize("bodies", [["人民政府"], ["教育局", "财政局"]])
def test_a_place_whose_name_begins_as_a_body_ends_is_whole(
    tmp_path: Path, place: str, bodies: list[str]
) -> None:
    names = [place + body for body in bodies]
    title = f"{''.join(names)}关于加强社区食堂建设的通知\n"
    text = f"{title}{TEXT}{' '.join(names)}\n{DAY}\n"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == names


@pytest.mark.parametrize(
    "names",
    [
        ["中共甲市委", "甲市人民政府"],
        ["甲市侨办", "甲市台办"],
        ["甲县法院", "甲县检察院"],
        ["中共会同县委办公室", "会同县人民政府办公室"],
    ],
)
def test_names_of_few_letters_in_a_row(tmp_path: Path, names: list[str]) -> None:
    text = f"{''.join(names)}关于加强社区食堂建设的通知\n{TEXT}"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == names


@pytest.mark.parametrize("last", ["责任单位：市税务局", "【责任单位】市税务局"])
def test_who_signs_behind_an_empty_line_is_no_part_of_a_list(last: str) -> None:
    text = f"某市人民政府关于优化办税的通知\n\n1.优化流程。{last}\n\n宁波市人民政府\n2026年3月1日\n"
    passages = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).passages
    assert [p.text for p in passages if p.role == "signature"] == ["宁波市人民政府"]


@pytest.mark.parametrize("sign", ["二○二四年三月五日", "甲市人民政府办公室\n2024年3月5日"])
def test_whose_paper_is_passed_on_is_no_issuer_of_the_notice(tmp_path: Path, sign: str) -> None:
    """（甲市国资委 2024年3月1日） below the title of what is forwarded; it was read as a second issuer where the notice has only a day."""
    text = (
        "甲市人民政府办公室关于转发甲市投资公司管理办法的通知\n\n各县人民政府：\n\n现将《甲市投资公司管理办法》转发给你们，请遵照执行。\n\n"
        f"{sign}\n\n甲市投资公司管理办法\n\n（甲市国有资产监督管理委员会 2024年3月1日）\n\n第一条 为规范管理，制定本办法。\n"
    )
    issuers = outlined(tmp_path, text).title_block.issuers
    assert [named.name for named in issuers] == ["甲市人民政府办公室"]


SIGN = ["临江市水利局", "临江市林业局", "临江市消防救援支队"]


@pytest.mark.parametrize("between", ["3", "— 3 —", "— 3 —\n临江市水利局文件", "临江市水利局文件"])
def test_the_end_of_a_page_between_those_who_sign(tmp_path: Path, between: str) -> None:
    """A lone 3 ended the signature, and the red head printed on each page signed, too."""
    text = f"{TITLE.format(SIGN[0])}\n{TEXT}{SIGN[0]}\n{SIGN[1]}\n{between}\n{SIGN[2]}\n{DAY}\n"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == SIGN


@pytest.mark.parametrize("below", ["（此件公开发布）", "临江市社区食堂建设办法", "附件"])
def test_a_line_of_names_with_their_day_is_over_however_long(tmp_path: Path, below: str) -> None:
    names = [*SIGN, "临江市市场监督管理局", "临江市住房和城乡建设局"]
    text = f"{TITLE.format(SIGN[0])}\n{TEXT}{'、'.join(names)}　　{DAY}\n{below}\n第一条　为规范管理，制定本办法。\n"
    block = outlined(tmp_path, text).title_block
    assert ([named.name for named in block.issuers], block.written_date) == (names, "2024-03-05")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("20171116", "2017-11-16"),
        ("2018525", "2018-05-25"),
        ("2024110", "2024-01-10"),
        ("2024111", None),
        ("202411", None),
    ],
)
def test_a_day_that_lost_its_words_where_only_one_is_meant(
    tmp_path: Path, printed: str, day: str | None
) -> None:
    """A site dropped 年, 月 and 日 of another font: 2018525 is the 25th of May, 2024111 may be of January or of November."""
    text = f"临江市水利局等部门关于加强防汛工作的通知\n{TEXT}\n临江市水利局\n临江市气象局\n\n{printed}\n\n（此件公开发布）\n"
    block = outlined(tmp_path, text).title_block
    assert (block.written_date, [named.name for named in block.issuers]) == (
        day,
        ["临江市水利局", "临江市气象局"],
    )


def test_a_red_head_of_several_where_the_title_is_parted(tmp_path: Path) -> None:
    head = "\n".join(SIGN) + "文件\n临水发〔2024〕7号\n"
    text = f"{head}{SIGN[0]}等三部门\n关于加强社区食堂建设的通知\n{TEXT}{DAY}\n"
    assert [named.name for named in outlined(tmp_path, text).title_block.issuers] == SIGN


@pytest.mark.parametrize(
    "paper", ["乡村清洁行动方案", "关于开展乡村清洁行动的意见", "乡村清洁行动管理办法\n（试行）"]
)
@pytest.mark.parametrize("where", ["above", "below"])
def test_who_signs_the_paper_that_is_passed_on_signs_no_notice(
    tmp_path: Path, paper: str, where: str
) -> None:
    """The notice has lost its own signature; the other's was taken for it, with its day."""
    title = f"临江县人民政府办公室转发县农业农村局{''.join(paper.split())}的通知"
    sign = "县农业农村局\n（2024年2月20日）\n"
    text = "一、按照职责分工，抓好落实。\n"
    below = f"{paper}\n{sign}{text}" if where == "above" else f"{paper}\n{text}{sign}"
    block = outlined(tmp_path, f"{title}\n临政办发〔2024〕7号\n{TEXT}{below}").title_block
    assert ([named.name for named in block.issuers], block.written_date) == (["临江县人民政府办公室"], None)
    signed = f"{title}\n临政办发〔2024〕7号\n{TEXT}临江县人民政府办公室\n{DAY}\n{below}"
    assert outlined(tmp_path, signed).title_block.written_date == "2024-03-05"


@pytest.mark.parametrize(
    "annex",
    ["", "附件\n堤防加固任务表\n一、加固堤防5公里。\n", "附件1\n清单\n一、甲。\n附件2\n名册\n一、乙。\n"],
)
def test_the_day_of_printing_stands_behind_the_annexes(tmp_path: Path, annex: str) -> None:
    printed = "抄送：市委办公室。\n临江市水利局办公室　　　2024年3月5日印发\n"
    block = outlined(tmp_path, f"临江市水利局{TITLE[5:]}\n{TEXT}{annex}{printed}").title_block
    assert block.written_date == "2024-03-05"
