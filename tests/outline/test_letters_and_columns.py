"""Titles that end in no 文种, or stand behind the column of a site; letters, orders and who signs them."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline
from pipeline.outline.body_names import is_body_name
from pipeline.outline.same_body import is_same_body

TEXT = "一、加强管理。各单位要在5月底前完成检查。\n二、本件由市教育局解释。\n"


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


@pytest.mark.parametrize(
    ("line", "title", "kind"),
    [
        ("【政策解读】《临江市养老服务条例》", "【政策解读】《临江市养老服务条例》", "政策解读"),
        ("政策解读|《关于促进民宿发展的意见》", "政策解读|《关于促进民宿发展的意见》", "政策解读"),
        (
            "政策解读：关于《临江县公租房管理办法》的解读",
            "关于《临江县公租房管理办法》的解读",
            "解读",
        ),
    ],
)
def test_a_page_that_explains_a_paper_is_called_so(line: str, title: str, kind: str) -> None:
    made = block(f"{line}\n发布日期：2024-03-05\n{TEXT}")
    assert (made.title, made.document_type) == (title, kind)


@pytest.mark.parametrize("line", ["政策解读：《关于促进民宿发展的意见》解读", "政策解读：暂无"])
def test_a_field_of_a_box_is_no_title(line: str) -> None:
    made = block(f"标题：关于做好防汛工作的通知\n{line}\n关于做好防汛工作的通知\n各县人民政府：\n{TEXT}")
    assert made.title == "关于做好防汛工作的通知"


@pytest.mark.parametrize(
    ("lines", "title", "kind"),
    [
        (
            "2024年度临江市农机购置补贴\n机具补贴额一览表（第二批）",
            "2024年度临江市农机购置补贴机具补贴额一览表（第二批）",
            "一览表",
        ),
        ("临江市政务服务中心\n窗口工作人员守则", "临江市政务服务中心窗口工作人员守则", "守则"),
        ("临江县游泳场所卫生监督\n检查规程（试行）", "临江县游泳场所卫生监督检查规程（试行）", "规程"),
        ("2024年临江市百强企业\n序号  名称  分类表", "2024年临江市百强企业", None),
    ],
)
def test_a_title_goes_on_up_to_what_the_paper_is(lines: str, title: str, kind: str | None) -> None:
    made = block(f"{lines}\n\n{TEXT}")
    assert (made.title, made.document_type) == (title, kind)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("临江市教育局致全市学生家长的一封信", "一封信"),
        ("临江市消防救援大队\n致高层住宅居民的消防安全告知书", "告知书"),
        ("临江县人民政府致全县个体工商户的公开信", "公开信"),
    ],
)
def test_a_letter_is_called_by_whom_it_is_to(lines: str, kind: str) -> None:
    made = block(f"{lines}\n广大朋友：\n请遵守有关规定。\n2024年3月1日\n")
    assert (made.title, made.document_type) == ("".join(lines.split()), kind)
    assert [named.name for named in made.issuers] == ["".join(lines.split()).partition("致")[0]]


@pytest.mark.parametrize("body", ["临江市防汛抗旱指挥部", "青石县人民政府", "临江市森林防灭火指挥部"])
def test_an_order_that_puts_nothing_into_force_is_called_by_its_head(body: str) -> None:
    made = block(
        f"{body}令\n\n第 12 号\n\n现就有关事项命令如下：\n一、自2024年7月1日起禁止野外用火。\n\n{body}\n2024年6月30日\n"
    )
    assert (made.title, made.document_type, made.doc_number) == (f"{body}令", "令", f"{body}令第12号")


@pytest.mark.parametrize("sign", ["校长办公室", "院长办公室", "主任办公室"])
def test_the_office_of_somebody_is_nobody_in_person(sign: str) -> None:
    made = block(f"通  知\n\n全体教职工：\n定于3月20日召开大会，请准时参加。\n\n{sign}\n2024.3.18\n")
    assert [named.name for named in made.issuers] == [sign]


@pytest.mark.parametrize("site", ["-凯江平台", "_政策文件_临江市人民政府", " - 部门文件 - 临江政府网"])
def test_a_headline_with_the_name_of_its_site_is_no_line_of_the_title(site: str) -> None:
    title = "临江市水利局 临江市财政局关于下达水利资金的通知"
    made = block(f"{title}{site}\n\n{title}\n临水〔2024〕3号\n\n各县财政局：\n{TEXT}")
    assert made.title == "".join(title.split())


@pytest.mark.parametrize(
    ("line", "number"), [("〔2019〕第4号", "〔2019〕第4号"), ("第 12 号", "第12号"), ("〔2024〕7号", None)]
)
def test_a_number_without_the_code_of_an_agency(line: str, number: str | None) -> None:
    assert block(f"{line}\n为维护法制统一，现将清理结果公布如下：\n{TEXT}").doc_number == number


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("临江市国资委", "临江市人民政府国有资产监督管理委员会", True),
        ("国家药监局", "国家药品监督管理局", True),
        ("中国银保监会", "中国银行保险监督管理委员会", True),
        ("临江市城管局", "临江市城市管理和综合执法局", True),
        ("临江县民宗局", "临江县民族宗教事务局", True),
        ("盐城市城管局", "盐城市城市管理局", True),
        ("团市委", "共青团临江市委员会", True),
        ("团市委", "共青团临江县委员会", False),
        ("市财政局", "市财政国库支付局", False),
        ("临江市人民政府", "临江市人民政府办公室", False),
        ("临江县城管局", "临江县城关镇人民政府", False),
    ],
)
def test_a_body_called_short(short: str, full: str, same: bool) -> None:
    assert is_same_body(short, full) is same
    assert is_same_body(full, short) is same


@pytest.mark.parametrize(
    "name", ["城关镇卫生院", "临江市实验幼儿园", "临江监狱", "临江市政协", "青山社区卫生服务中心"]
)
def test_who_may_sign(name: str) -> None:
    assert is_body_name(name)


LETTER = "关于做好防汛工作的通知\n临水〔2024〕3号\n\n各县水利局：\n{}\n\n{}\n2024年5月2日\n"


@pytest.mark.parametrize(
    "last",
    [
        "现将有关事项通知如下。\n一、加强值守，请认真抓好落实",
        "本通知自印发之日起施行",
        "现通知如下。\n一、新建改扩建泵站12所",
        "现通知如下。\n一、原通知同时废止",
        "保障对象为：\n城镇中等偏下收入家庭",
    ],
)
@pytest.mark.parametrize("sign", ["临江市水利局", "临江市水利局    临江市财政局"])
def test_who_signs_below_a_sentence_that_lost_its_stop(last: str, sign: str) -> None:
    assert [named.name for named in block(LETTER.format(last, sign)).issuers] == sign.split()


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("临江市教育局 临江市公", "安局 临江市司法局"),
        ("临江市教育局 国家税", "务总局临江市税务局"),
        ("临江市总工会 临江市妇", "联 临江市工商联"),
    ],
)
def test_a_title_whose_names_a_line_end_cuts(above: str, below: str) -> None:
    about = "关于建立协作机制的意见（试行）"
    made = block(f"{above}\n{below}\n{about}\n\n为加强协作，制定本意见。\n一、联席会议每半年召开一次。\n")
    assert made.title == "".join(f"{above}{below}{about}".split())
    whole = above.rpartition(" ")[2] + below.partition(" ")[0]
    names = [above.partition(" ")[0], whole, *below.split(" ")[1:]]
    assert [named.name for named in made.issuers] == names


@pytest.mark.parametrize("day", ["二OO三年十二月四日", "二○○三年十二月四日", "二oo三年十二月四日"])
def test_a_day_in_words_stands_alone_below_a_full_line(day: str) -> None:
    lines = "现将有关事项通知如下，请各单位结合实际认真抓好\n贯彻落实，并于二月底前将有关情况报送市水利局办\n公室汇总，逾期不报的按照有关规定予以通报批评。\n"
    made = block(f"关于做好防汛工作的通知\n\n各县水利局：\n\n{lines}\n{day}\n")
    assert made.written_date == "2003-12-04"


@pytest.mark.parametrize(
    "history",
    [
        "（2022 年 10 月 28 日临江市第二届人民代表大会常务委员会第九次会议通过  2022 年 12 月 1 日南江省第十三届人民代表大会常务委员会第三十五次会议批准）",
        "（2022年10月28日临江市第二届人民代表大会常务委员会第\n九次会议通过）",
        "(2022年10月28日市二届人大常委会第十\n七次会议通过)",
    ],
)
def test_how_a_regulation_came_to_be_however_it_is_printed(history: str) -> None:
    made = block(f"临江市垃圾分类管理条例\n\n{history}\n\n第一章 总则\n第一条 为加强管理，制定本条例。\n")
    assert (made.title, made.written_date) == ("临江市垃圾分类管理条例", "2022-10-28")


def test_a_first_sentence_without_a_stop_is_no_title() -> None:
    text = "为了加强档案管理，根据《中华人民共和国档案法》的有关规定，结合本市实际，制定临江市档案管理办法"
    made = block(f"临江市档案管理办法\n\n{text}\n一、档案由市档案局管理\n")
    assert made.title == "临江市档案管理办法"


def test_letters_of_a_number_printed_apart_are_no_cells() -> None:
    number = " ".join("临政办发〔2024〕15号")
    assert block(f"关于做好防汛工作的通知\n{number}\n\n各县：\n{TEXT}").doc_number == "临政办发〔2024〕15号"


@pytest.mark.parametrize(
    "name",
    ["临江新站高新技术产业开发区管委会", "临江市新站经济技术开发区管委会", "临江东站工业园区管理委员会"],
)
def test_what_kind_of_zone_a_body_is_of_begins_no_name(name: str) -> None:
    made = block(
        f"关于做好防汛工作的通知\n临水〔2024〕3号\n\n各部门：\n请抓好落实。\n\n{name}\n2024年5月2日\n"
    )
    assert [named.name for named in made.issuers] == [name]


@pytest.mark.parametrize("last", ["请结合实际，认真抓好落实", "现印发给你们，请遵照执行"])
def test_who_signs_right_below_a_sentence_without_a_stop(last: str) -> None:
    made = block(f"关于做好防汛工作的通知\n各县水利局：\n{last}\n临江市水利局\n2024年5月2日\n第一章 总则\n")
    assert [named.name for named in made.issuers] == ["临江市水利局"]
    assert made.written_date == "2024-05-02"
