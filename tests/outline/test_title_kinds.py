"""Numbers, issuers and kinds of papers that no notice of a government's usual form has: three variants of each."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline
from pipeline.outline.title_words import title_to_type


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


SAID = "为方便群众办事，现将有关事项公告如下：\n一、办理时间。自2024年3月1日起受理。\n"


@pytest.mark.parametrize(
    ("title", "line", "number"),
    [
        ("财政部 税务总局关于支持小微企业有关政策的公告", "财政部 税务总局公告2023年第12号", None),
        ("临江海关关于调整通关时间的公告", "临江海关公告2024年第3号", None),
        ("国家医保局关于公布药品目录的公告", "国家医保局公告第八号", None),
        ("国家税务总局临江市税务局关于汇算清缴有关事项的通告", "2024年第3号", "2024年第3号"),
        ("临江市公安局关于加强犬只管理的通告", "（第7号）", "第7号"),
        ("临江海事局关于水上交通管制的通告", "2023年12号", None),
    ],
)
def test_a_notice_about_something_is_no_head_of_its_number(title: str, line: str, number: str | None) -> None:
    made = block(f"{title}\n{line}\n{SAID}")
    assert made.title == "".join(title.split())
    if number or "第" in line:
        assert made.doc_number == (number or "".join(line.split()))


@pytest.mark.parametrize(
    ("head", "number"),
    [
        (
            "临江市人民代表大会常务委员会公告\n〔五届〕第12号\n",
            "临江市人民代表大会常务委员会公告〔五届〕第12号",
        ),
        ("临江市人民政府令\n（第19号）\n", "临江市人民政府令第19号"),
        ("临江市人民代表大会公告\n（八届第4号）\n", "临江市人民代表大会公告八届第4号"),
    ],
)
def test_a_number_under_its_head(head: str, number: str) -> None:
    text = "《临江市绿化条例》已经通过，现予公布。\n临江市人民代表大会常务委员会\n2020年10月12日\n临江市绿化条例\n第一条为了保护绿化，制定本条例。\n"
    assert block(head + text).doc_number == number


@pytest.mark.parametrize("number", ["临大校发〔2020〕08号", "教文〔2001〕003号", "临政办发〔2024〕15号"])
def test_a_serial_is_printed_as_it_is(number: str) -> None:
    made = block(f"关于做好防汛工作的通知\n{number}\n各科室：\n请做好防汛工作。\n2024年3月1日\n")
    assert made.doc_number == number
    assert made.doc_number_serial == int(number[number.index("〕") + 1 : -1])


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("临江市教育局办事项目一览表", "一览表"),
        ("临江市2024年重点工作任务分解表", "任务分解表"),
        ("临江市公园名录（2025年度）", "名录"),
        ("临江市营商环境白皮书", "白皮书"),
        ("关于做好防汛工作的通知", "通知"),
        ("临江学院附属小学", None),
    ],
)
def test_what_a_paper_is(title: str, kind: str | None) -> None:
    assert title_to_type(title) == kind


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("临江市教育局2024年工作要点", ["临江市教育局"]),
        ("云山县人民政府工作规则", ["云山县人民政府"]),
        ("市场监管总局2024年立法工作计划", ["市场监管总局"]),
        ("云山县2024年工作要点", []),
        ("云山县人民医院建设方案", []),
        ("2024年全市工作要点", []),
        ("云山县机关事务管理局\n公务用车管理制度", ["云山县机关事务管理局"]),
        ("中国气象局\n2024年工作要点", ["中国气象局"]),
        ("云山县养老服务\n高质量发展行动计划", []),
    ],
)
def test_whose_year_or_rules_a_paper_is_about(title: str, names: list[str]) -> None:
    assert issuers(f"{title}\n一、总体要求\n全面提高工作质量。\n二、主要任务\n抓好落实。\n") == names


@pytest.mark.parametrize(
    "aloud", ["各位代表：", "尊敬的各位委员：", "同志们：", "主任、各位副主任、秘书长、各位委员："]
)
def test_who_listens_is_no_addressee(aloud: str) -> None:
    made = block(f"关于预算执行情况的报告\n2024年1月16日\n临江市财政局\n{aloud}\n现报告如下。\n一、情况。\n")
    assert made.recipients == ()


@pytest.mark.parametrize("cut", ["《临江省支持民间投资发展实施", "《云山县促进就业若干", "《临江市养老服务"])
def test_a_headline_that_was_cut_is_no_part_of_the_title(cut: str) -> None:
    title = f"{cut[1:4]}人民政府办公厅关于印发{cut[1:]}方案的通知"
    made = block(
        f"{cut}\n\n{title[:14]}\n\n{title[14:]}\n\n临府办〔2023〕5号\n\n各市人民政府：\n\n请认真执行。\n"
    )
    assert made.title == title


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("附件：2024年度项目名单.doc省表彰工作领导小组办公室2024年4月14日。", "省表彰工作领导小组办公室"),
        ("附件：1.云山县获奖名录.xlsx云山县教育局2024年4月14日。", "云山县教育局"),
        ("附件：登记表.pdf临江市民政局2024年4月14日", "临江市民政局"),
    ],
)
def test_a_name_behind_the_name_of_a_file(last: str, name: str) -> None:
    text = (
        "2024年度拟表彰项目的公示根据《评比表彰条例》规定，经审核，拟同意开展表彰项目8项，现予公示，如有不同意见，"
        f"请于2024年4月21日前反映，联系电话：0851-85837320{last}"
    )
    assert issuers(text) == [name]


@pytest.mark.parametrize(
    ("box", "day"),
    [
        (
            "【法规类别】城市建设\n【发布部门】临江市人大常委会\n【发布日期】2010.01.13\n【时效性】现行有效\n",
            "2010-01-13",
        ),
        ("法宝引证码：CLI.4.1\n制定机关：临江市人大常委会\n公布日期：2010.01.13\n", "2010-01-13"),
        ("效力级别：部门规章\n颁布单位：临江市水务局\n发布日期：2010年1月13日\n", "2010-01-13"),
        ("索引号：1234\n发布机构：临江市水务局\n发布日期：2010-01-13\n", None),  # the page's
    ],
)
def test_when_a_collection_of_laws_says_a_paper_was_made_public(box: str, day: str | None) -> None:
    text = (
        "临江市城市供水条例\n第一章总则\n第一条为了加强供水管理，制定本条例。\n第二条本市供水适用本条例。\n"
    )
    assert block(box + text).written_date == day


@pytest.mark.parametrize(
    "opening",
    [
        "根据《临江市文件管理规定》，经清理，现将下列文件宣布失效：",
        "为方便群众，现将名单公布如下：",
        "经研究，决定废止下列文件：",
    ],
)
def test_the_first_sentence_of_a_text_names_no_addressee(opening: str) -> None:
    made = block(
        f"临江市水务局关于宣布文件失效的公告\n{opening}\n1.《甲办法》（临水〔2015〕12号）\n2024年3月1日\n"
    )
    assert made.recipients == ()


@pytest.mark.parametrize(
    "column", ["“党政混合信息公开” ", "“通知公告栏动态”", "政务公开丨", "【市政府文件】"]
)
def test_the_column_of_a_site_is_no_part_of_a_title(column: str) -> None:
    title = "中共云山县委办公室关于印发《云山县三年行动计划》的通知"
    made = block(f"{column}{title}\n为贯彻落实部署，制定本行动计划。\n一、总体要求\n提高水平。\n")
    assert (made.title, [named.name for named in made.issuers]) == (title, ["中共云山县委办公室"])


@pytest.mark.parametrize("mark", ["（征求意见稿）", "【征求意见稿】", "（送审稿）", "公开征求意见稿"])
def test_a_mark_above_the_title_says_that_it_is_a_draft(mark: str) -> None:
    made = block(f"{mark}\n云山县电动自行车管理办法\n第一章总则\n第一条为了加强管理，制定本办法。\n")
    assert (made.title, made.status) == ("云山县电动自行车管理办法", "draft")


@pytest.mark.parametrize("said", ["日期：2024年3月5日", "时间：2024年3月5日", "2024年3月5曰"])
def test_the_day_below_who_signs(said: str) -> None:
    made = block(f"关于做好防汛工作的通知\n各科室：\n请做好防汛工作。\n云山县水务局\n{said}\n")
    assert (made.written_date, [named.name for named in made.issuers]) == ("2024-03-05", ["云山县水务局"])


@pytest.mark.parametrize("before", ["特急 ", "机密 ", "加急　"])
def test_how_urgent_a_paper_is_is_no_part_of_its_number(before: str) -> None:
    made = block(f"关于做好防汛工作的通知\n{before}云水明电〔2024〕15号\n各科室：\n请做好防汛工作。\n")
    assert made.doc_number == "云水明电〔2024〕15号"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("临江市人民代表大会常务委员会公告\n[五届]第12号", "临江市人民代表大会常务委员会公告〔五届〕第12号"),
        ("临江市人民政府专题会议纪要\n[2022]15号", "临江市人民政府专题会议纪要〔2022〕15号"),
        ("云山县人民政府令\n（第19号）", "云山县人民政府令第19号"),
    ],
)
def test_brackets_of_any_kind_around_the_year(head: str, number: str) -> None:
    made = block(f"{head}\n现将有关事项公布如下。\n一、加强领导。\n2022年3月1日\n")
    assert made.doc_number == number


def test_the_end_of_a_title_is_no_head_of_a_number() -> None:
    title = "云山县税务局关于办理年度个人所得税综合所得汇算清缴有关事项的通告"
    made = block(f"{title[:20]}\n{title[20:]}\n2024年第3号\n现通告如下。\n一、办理时间。\n")
    assert made.doc_number == "2024年第3号"


@pytest.mark.parametrize("at", [14, 20, 26])
def test_the_line_that_says_when_a_report_was_given_may_be_torn(at: int) -> None:
    line = "——2026年1月25日在河川省第十四届人民代表大会第四次会议上"
    made = block(
        f"政府工作报告\n{line[:at]}\n{line[at:]}\n省长 王川\n各位代表：\n现在报告工作。\n一、回顾。\n"
    )
    assert made.written_date == "2026-01-25"


@pytest.mark.parametrize("before", ["gxzbcyk@wh.shandong.cn", "sp20241101", "www.gov.cn"])
def test_an_address_is_no_part_of_a_name(before: str) -> None:
    made = block(f"关于做好防汛工作的通知\n各科室：\n请做好防汛工作。\n{before}云山县水务局\n2024年3月5日\n")
    assert all(named.name == "云山县水务局" for named in made.issuers)


@pytest.mark.parametrize("number", ["云水发(2024]15号", "云水发[2024)15号", "云水发{2024}15号"])
def test_a_scan_may_mix_the_brackets_of_a_number(number: str) -> None:
    made = block(
        f"关于做好防汛工作的通知\n{number}\n各科室、各站所：\n请做好防汛工作。\n云山县水务局\n2024年3月5日\n"
    )
    assert made.doc_number == "云水发〔2024〕15号"
    assert [named.name for named in made.recipients] == ["各科室", "各站所"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("各区人民政府、管委\n会，市直有关单位：", ["各区人民政府", "管委会", "市直有关单位"]),
        ("各镇人民政府、街道办事\n处，县直各单位：", ["各镇人民政府", "街道办事处", "县直各单位"]),
        ("各县教育局、园区管理委员\n会，各有关学校：", ["各县教育局", "园区管理委员会", "各有关学校"]),
    ],
)
def test_the_end_of_a_name_may_stand_in_the_next_line(address: str, names: list[str]) -> None:
    made = block(f"关于做好防汛工作的通知\n{address}\n请做好防汛工作。\n云山县水务局\n2024年3月5日\n")
    assert [named.name for named in made.recipients] == names


@pytest.mark.parametrize(
    "rows",
    [
        "临江市民政局\t文件\n临江市财政局\t\n临江市残疾人联合会\t\n",
        "临江市民政局\t\n临江市财政局\t文件\n临江市残疾人联合会\t\n",
        "|临江市民政局|文件|\n|---|---|\n|临江市财政局||\n|临江市残疾人联合会||\n",
    ],
)
def test_a_red_head_laid_out_as_a_table_is_none(rows: str) -> None:
    text = f"{rows}\n临民发〔2024〕5号\n\n关于做好防汛工作的通知\n\n各区民政局：\n\n请做好防汛工作。\n\n2024年3月5日\n"
    read = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert [issuer.name for issuer in read.title_block.issuers] == [
        "临江市民政局",
        "临江市财政局",
        "临江市残疾人联合会",
    ]
    assert not read.fragments


@pytest.mark.parametrize(
    ("history", "number"),
    [
        ("（2024年3月5日市人民政府第12次常务会议通过 临政发〔2024〕3号公布）", "临政发〔2024〕3号"),
        ("（2019年1月8日省政府批准 省民发〔2019〕2号文件印发）", "省民发〔2019〕2号"),
        ("（2024年3月5日市人民政府第12次常务会议通过 根据临政发〔2025〕9号修订）", None),
    ],
)
def test_the_number_by_which_a_regulation_was_made_known(history: str, number: str | None) -> None:
    assert block(f"临江市养老服务办法\n{history}\n第一条 为了养老服务，制定本办法。\n").doc_number == number


@pytest.mark.parametrize("about", ["第087号提案", "第12号建议", "李委员来信"])
def test_the_last_letter_of_a_title_is_not_cut_off(about: str) -> None:
    title = f"临江市医疗保障局关于{about}的答复函"
    made = block(
        f"{title}\n临医保函〔2024〕22号\n李委员：\n您的建议收悉，现答复如下：\n一、已经办理。\n临江市医疗保障局\n2024年6月12日\n"
    )
    assert made.title == title
