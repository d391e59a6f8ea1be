"""Heads and feet as pages, programs and collections print them: three variants of each kind, and what is none."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline
from pipeline.outline.same_body import is_same_body
from pipeline.outline.title_words import title_to_type

LETTER = "各县区民政局：\n现就有关事项通知如下。\n一、加强领导。\n"


def block(text: str, media_type: str = "text/plain") -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, media_type, "utf-8", text)).title_block


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


@pytest.mark.parametrize(
    "above",
    [
        "联系电话：0555-1234567",
        "联系人：王强，邮箱：abc@临江.cn",
        "公示时间：2026年3月1日至3月7日",
        "监督电话:12345",
        "附件：申报名单",
    ],
)
def test_who_signs_below_a_value_behind_a_colon(above: str) -> None:
    text = f"关于推荐名单的公示\n现将名单予以公示。\n{above}\n临江市民政局\n2026年3月1日\n"
    assert issuers(text) == ["临江市民政局"]


@pytest.mark.parametrize("above", ["抄送：市财政局、市人社局、", "责任单位：市民政局、市财政"])
def test_a_list_that_is_open_goes_on(above: str) -> None:
    """Behind 、 or within a name nobody begins to sign."""
    text = f"关于推荐名单的公示\n现将名单予以公示。\n{above}\n局\n2026年3月1日\n"
    assert issuers(text) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1997年12月21日，水利部", "水利部"),
        ("1992年5月8日,中国人民建设银行", "中国人民建设银行"),
        ("（2003年4月1日，临江市人民政府）", "临江市人民政府"),
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_day_and_whose_the_text_is_stand_alone_above_the_addressees(
    line: str, name: str, blank: str
) -> None:
    made = block(f"关于印发《工程质量规定》的通知\n{blank}{line}\n{blank}{LETTER}")
    assert [named.name for named in made.issuers] == [name]
    assert made.written_date is not None
    assert [named.name for named in made.recipients] == ["各县区民政局"]


@pytest.mark.parametrize(
    ("head", "about"),
    [
        ("临江市海关公告\n2026年第18号\n", "关于调整商品申报要求的公告"),
        ("临江市财政局通告\n第3号\n", "关于发放消费券（第二批）的通告"),
        ("", "关于做好防汛工作的通知"),
    ],
)
def test_a_title_in_brackets(head: str, about: str) -> None:
    assert block(f"{head}（{about}）\n为规范管理，现就有关事项公告如下：\n一、加强领导。\n").title == about


@pytest.mark.parametrize(
    "box",
    [
        "title: {}\npublish_date: 2026-03-18\nsource: 临江市人民政府\n",
        '---\ntitle: "{}"\ndate: 2026-03-18\n---\n\n',
        "url: http://www.example.cn/a.html\ntitle: {}\ncontent:\n",
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
def test_the_title_in_the_front_matter_of_a_program(box: str, media_type: str) -> None:
    title = "关于加快养老服务发展的若干意见"
    made = block(box.format(title) + LETTER + "临江市人民政府\n2026年3月16日\n", media_type)
    assert (made.title, made.written_date) == (title, "2026-03-16")


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("临江市住建局", "临江市住房和城乡建设局", True),
        ("安平县人社局", "安平县人力资源和社会保障局", True),
        ("安平县残联", "安平县残疾人联合会", True),
        ("临江市政府办", "临江市人民政府办公室", True),
        ("临江市市监局", "临江市市场监督管理局", True),
        ("临江市财政局", "临江市财政国库支付局", False),
        ("临江市水利局", "临江市水土保持和水利管理局", False),
        ("临江市人社局", "安平县人力资源和社会保障局", False),
    ],
)
def test_a_body_called_short_by_the_first_letters_of_its_words(short: str, long: str, same: bool) -> None:
    assert is_same_body(short, long) is same
    signed = issuers(f"{short}关于做好防汛工作的通知\n{LETTER}{long}\n2026年5月3日\n")
    assert signed == ([long] if same else [short, long])


@pytest.mark.parametrize(
    ("congress", "said", "name"),
    [
        ("甲川省第十四届人民代表大会第三次会议", "省人民政府", "甲川省人民政府"),
        ("安平县第十八届人民代表大会第三次会议", "县人民政府", "安平县人民政府"),
        ("临江族自治州第九届人民代表大会第一次会议", "州人民政府", "临江族自治州人民政府"),
        ("安平县第十八届人大常委会第五次会议", "县人民政府", "安平县人民政府"),
        ("全市经济工作会议", "市人民政府", "市人民政府"),
        ("甲川省第十四届人民代表大会第三次会议", "县人民政府", "县人民政府"),
    ],
)
def test_whose_report_is_given_to_the_congress_of_a_place(congress: str, said: str, name: str) -> None:
    text = f"政府工作报告\n（2026年1月19日在{congress}上）\n各位代表：\n现在，我代表{said}向大会报告工作，请予审议。\n"
    assert issuers(text) == [name]


@pytest.mark.parametrize("words", ["您现在的位置：", "当前的位置：", "您所在的位置：", "现在位置："])
def test_where_a_page_says_that_it_stands(words: str) -> None:
    text = f"天气预报:\n\n{words}临江市人大>> 新闻中心>> 正文\n\n临江市人民代表大会常务委员会关于同意预算调整的决定\n\n会议决定，同意调整预算。\n"
    assert block(text).title == "临江市人民代表大会常务委员会关于同意预算调整的决定"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("一图读懂《乙县养老条例》", None),
        ("【图解】《乙县养老服务规划》", None),
        ("解读《甲市若干意见》", None),
        ("甲市人民政府印发《关于发展养老的若干意见》", "若干意见"),
    ],
)
def test_what_tells_of_another_paper_is_not_of_its_kind(title: str, kind: str | None) -> None:
    assert title_to_type(title) == kind


def test_a_column_before_what_a_page_tells_is_no_field() -> None:
    text = "【图解】一图读懂《临江市养老服务条例》\n发布时间：2026-05-20 09:30 来源：临江市民政局\n《临江市养老服务条例》自2026年6月1日起施行。\n"
    assert block(text).title.endswith("一图读懂《临江市养老服务条例》")


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("临江印发《关于改进体育工作的意见》", "关于改进体育工作的意见"),
        ("我市印发《关于改进体育工作的意见》和《关于改进美育工作的意见》", "关于改进体育工作的意见"),
        ("昨日临江印发《养老服务实施方案》", "养老服务实施方案"),
    ],
)
def test_a_page_that_tells_of_what_was_issued_is_no_title(headline: str, title: str) -> None:
    text = f"{headline}\n发布时间：2026-02-23\n\n{title}\n\n为改进工作，提出如下意见。\n一、加强领导。\n"
    assert block(text).title == title


def test_who_issues_a_paper_by_another_of_his_own_is_its_title() -> None:
    title = "临江市人民政府办公室印发《关于改进体育工作的意见》"
    text = f"{title}\n临政办〔2026〕3号\n\n关于改进体育工作的意见\n\n为改进工作，提出如下意见。\n一、加强领导。\n"
    assert block(text).title == title


@pytest.mark.parametrize("menu", [("文库", "登录", "注册", "搜索"), ("首页", "下载", "会员", "客服", "互动")])
def test_the_words_of_a_page_are_no_title_where_there_is_none(menu: tuple[str, ...]) -> None:
    assert not block("\n".join(menu) + "\n会议决定，同意该项安排，现予执行。\n一、加强领导。\n").title


@pytest.mark.parametrize("annexes", ["", "附件：甲规划批后公告\n", "附：名单\n"])
def test_who_signs_below_the_closing_and_its_annexes(annexes: str) -> None:
    text = f"甲规划已经批准，现予公布。\n特此通告。\n{annexes}临江市自然资源局\n"
    assert issuers(text) == ["临江市自然资源局"]


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("临江市民政局关于做好殡葬工作的通知.txt", "临江市民政局关于做好殡葬工作的通知"),
        ("txt_20260301日_关于印发《甲方案》的通知.docx", "关于印发《甲方案》的通知"),
        ("安平县人民政府关于同意甲规划的批复.pdf", "安平县人民政府关于同意甲规划的批复"),
        ("关于做好殡葬工作的.txt", ""),
        ("临江_民政局通知.txt", ""),
        ("n.txt", ""),
    ],
)
def test_the_name_of_a_file_is_the_title_where_it_is_a_whole_one_and_the_text_prints_none(
    file: str, title: str
) -> None:
    text = f"{LETTER}临江市民政局\n2026年3月1日\n"
    made = outline(Document("n", file, "0" * 64, "text/plain", "utf-8", text)).title_block
    assert (made.title, made.title_span) == (title, None)
    printed = outline(
        Document("n", file, "0" * 64, "text/plain", "utf-8", f"关于加强管理的通知\n{text}")
    ).title_block
    assert printed.title == "关于加强管理的通知"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("临民发2021〕3号", "临民发〔2021〕3号"),
        ("临民发 2021 3号", "临民发〔2021〕3号"),
        ("临民发『2021』3号", "临民发〔2021〕3号"),
        ("临民发〖2021〗第3号", "临民发〔2021〕第3号"),
        ("商服贸函2026年第322号", "商服贸函2026年第322号"),
    ],
)
def test_a_number_whatever_became_of_its_brackets(line: str, number: str) -> None:
    made = block(f"临江市民政局关于做好殡葬工作的通知\n{line}\n{LETTER}临江市民政局\n2026年3月1日\n")
    assert made.doc_number == number


@pytest.mark.parametrize("key", ["签署日期：", "登记人员：", "效力说明："])
def test_a_key_without_a_value_between_two_of_a_box_addresses_nobody(key: str) -> None:
    text = f"索引号：0001/2026-4\n文号：临民发〔2026〕5号\n{key}\n发文日期：2026-02-24\n\n临江市防汛应急预案\n\n1.总则\n为做好防汛工作，制定本预案。\n"
    made = block(text)
    assert (made.title, list(made.recipients)) == ("临江市防汛应急预案", [])


def test_who_is_addressed_above_a_box_is_no_key() -> None:
    text = "文号：临民发〔2026〕5号\n各县区民政局：\n发文日期：2026-02-24\n现就有关事项通知如下。\n"
    assert [named.name for named in block(text).recipients] == ["各县区民政局"]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("甲川自治区人民政府", "自治区人民政府"),
        ("临江市人民政府", "市人民政府"),
        ("安平县财政局", "县财政局"),
    ],
)
def test_a_body_named_twice_below_a_title_is_one(whole: str, short: str) -> None:
    text = f"驻外办事处管理办法\n\n{whole}\n\n驻外办事处管理办法\n{short}\n\n第一章 总则\n第一条 为加强管理，制定本办法。\n"
    assert issuers(text) == [whole]


@pytest.mark.parametrize("label", ["附件：", "附件3：", "附表："])
def test_the_label_of_an_annex_is_no_part_of_its_title(label: str) -> None:
    assert (
        block(f"{label}临江市公共数据开放目录\n\n一、根据有关规定，制定本目录。\n").title
        == "临江市公共数据开放目录"
    )


@pytest.mark.parametrize("rest", ["务部门）", "策、所购房屋面积小", "位《职责分工》和《任务"])
def test_the_rest_of_a_line_is_no_title(rest: str) -> None:
    assert block(f"{rest}\n\n（三）规范办事指南。完善检测功能。\n").title == ""


@pytest.mark.parametrize(
    "told", ["【导读】近日，市政府印发《甲方案》。", "日前，临江市部署救助工作。", "核心内容：提高标准。"]
)
def test_a_head_below_what_a_page_tells_has_the_number(told: str) -> None:
    title = "临江市民政局关于做好救助工作的通知"
    made = block(f"{title}\n{told}\n{title}\n临民发〔2026〕5号\n{LETTER}")
    assert (made.title, made.doc_number) == (title, "临民发〔2026〕5号")


@pytest.mark.parametrize("menu", ["无障碍浏览 长者模式", "打印 关闭", "收藏 打印本页 关闭窗口"])
def test_the_words_of_a_page_side_by_side_are_no_part_of_a_title(menu: str) -> None:
    assert (
        block(f"{menu}\n\n《甲县救助办法》政策解读\n\n一、背景。为做好救助工作。\n").title
        == "《甲县救助办法》政策解读"
    )


@pytest.mark.parametrize(
    "said",
    [
        "（临江市人民政府2024年4月16日以临政发〔2024〕9号文件印发）",
        "（临江市人民政府办公室2024年4月16日以临政发〔2024〕9号印发）",
        "（2024年4月16日临政发〔2024〕9号印发）",
    ],
)
def test_by_which_paper_a_plan_was_issued(said: str) -> None:
    made = block(
        f"临江市救助工作行动方案\n（2024—2026年）\n{said}\n\n为做好救助工作，制定本方案。\n一、加强领导。\n"
    )
    assert (made.doc_number, made.written_date) == ("临政发〔2024〕9号", "2024-04-16")


def test_who_signs_above_a_title_of_a_collection_signs_another_text() -> None:
    made = block(
        f"临江市财政局\n2025年1月2日\n3. 临江市民政局关于做好救助工作的通知（2026年2月1日）\n{LETTER}"
    )
    assert (made.written_date, [named.name for named in made.issuers]) == ("2026-02-01", ["临江市民政局"])


@pytest.mark.parametrize("column", ["【政策文件】", "【最新政策】", "[部门文件]"])
def test_a_column_in_the_line_of_a_title_above_a_box(column: str) -> None:
    title = "临江市民政局关于做好救助工作的通知"
    made = block(
        f"{column}{title}\n发布单位：临江市民政局\n政策级别：市级　　文号：临民发〔2026〕5号\n\n{LETTER}"
    )
    assert (made.title, made.doc_number) == (title, "临民发〔2026〕5号")


@pytest.mark.parametrize("end", [".docx", ".pdf", ".wps"])
def test_the_name_of_a_file_does_not_go_on_into_the_title(end: str) -> None:
    title = "临江市民政局关于做好救助工作的通知"
    assert block(f"文件名：{title}{end}\n\n{title}\n\n临民发〔2026〕5号\n\n{LETTER}").title == title


BODY = (
    "为做好相关工作，现将有关事项通知如下：\n一、加强领导。各单位要加强领导。\n临江市民政局\n2024年3月1日\n"
)


@pytest.mark.parametrize(
    ("headline", "number", "title"),
    [
        (
            "关于成立污染普查领导小组的通知",
            "东街发〔2018〕8号",
            "东山街道办事处\n关于成立东山街道污染源普查\n领导小组的通知",
        ),
        ("关于做好防汛工作的通知", "临政办〔2024〕3号", "关于做好2024年防汛抗旱工作的通知"),
        (
            "临江市关于印发养老服务方案的通知",
            "临政办发〔2023〕15号",
            "临江市人民政府办公室关于印发临江市养老服务实施方案的通知",
        ),
    ],
)
def test_a_headline_may_say_the_title_with_words_left_out(headline: str, number: str, title: str) -> None:
    made = outline(
        Document(
            "n",
            "n.txt",
            "0" * 64,
            "text/plain",
            "utf-8",
            f"{headline}\n\n{number}\n\n{title}\n各科室：\n{BODY}",
        )
    )
    assert made.title_block.title == title.replace("\n", "")
    assert made.title_block.doc_number == number
    assert not [issue for issue in made.issues if issue.kind == "several_notices"]


def test_a_headline_about_something_else_is_no_shorter_printing() -> None:
    text = f"关于做好防汛工作的通知\n临政办〔2024〕3号\n关于加强春季森林防火工作的通知\n各科室：\n{BODY}"
    assert block(text).title == "关于做好防汛工作的通知"


@pytest.mark.parametrize(
    ("addressed", "names"),
    [
        ("各县市区人民政府，市人民政府各工作部门、直属机构；", ["各县市区人民政府", "市人民政府各工作部门", "直属机构"]),
        ("各村（社区）、街直各部门及有关单位：", ["各村（社区）", "街直各部门", "有关单位"]),
        ("镇直各单位及驻镇单位：", ["镇直各单位", "驻镇单位"]),
        ("各乡镇人民政府，县直各部门；", ["各乡镇人民政府", "县直各部门"]),
    ],
)  # fmt: skip
def test_addressees_of_towns_and_before_a_wrong_stop(addressed: str, names: list[str]) -> None:
    made = block(f"关于做好防汛工作的通知\n临政办〔2024〕3号\n{addressed}\n{BODY}")
    assert [named.name for named in made.recipients] == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("一九八六年十月十日临江省人民政府颁布", "1986-10-10"),
        ("1992年5月6日临江市卫生局发布", "1992-05-06"),
        ("2003年4月1日临江市人民政府公布", "2003-04-01"),
    ],
)
def test_a_day_with_who_made_it_known_needs_no_bracket(line: str, day: str) -> None:
    text = (
        f"临江市园林绿化管理规定\n{line}\n第一条 为规范管理，制定本规定。\n第二条 本规定适用于全市各单位。\n"
    )
    assert block(text).written_date == day


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("关于同意设立东山市的批复 临江百科\n关于同意设立东山市的批复 临函〔1997〕46号 临江省人民政府 1997年6月10日", "临函〔1997〕46号"),
        ("关于同意设立东山市的批复\n（临政[1998]文333号）", "临政〔1998〕文333号"),
        ("关于同意设立东山市的批复\n临府〔2010〕综12号", "临府〔2010〕综12号"),
    ],
)  # fmt: skip
def test_numbers_in_a_line_with_all_else_and_of_a_series(line: str, number: str) -> None:
    text = f"{line}\n东山县人民政府：\n你县请示收悉。现批复如下：\n一、同意设立东山市。\n"
    assert block(text).doc_number == number


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "弘扬法治精神；建设和谐临江。让群众满意！\n信息搜索：\n临江市人民代表大会常务委员会公文处理办法\n来源：市人大\n更新日期：2024-01-12\n",
            "临江市人民代表大会\n常务委员会公文处理办法",
        ),
        (
            "2024-03-02 09:12:05 | 临江新闻网\n临江30个村在列！\n近日，市绿化办公布了《临江市绿化委员会办公室关于拟认定森林村庄的公示》。详情如下：\n",
            "临江市绿化委员会办公室\n关于拟认定森林村庄的公示",
        ),
        (
            "日前，临江市印发《临江市城市更新行动方案》，提出十项任务。全文如下。\n",
            "临江市城市更新行动方案",
        ),
    ],
)
def test_a_page_says_a_title_above_the_paper(above: str, title: str) -> None:
    text = f"{above}{title}\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于全市各单位。\n"
    assert block(text).title == title.replace("\n", "")


def test_what_a_letter_hands_out_is_no_page() -> None:
    text = f"各县区民政局：\n现印发《临江市养老服务方案》，请执行。\n临江市民政局\n2024年3月1日\n临江市养老服务方案\n{BODY}"
    assert [named.name for named in block(text).recipients] == ["各县区民政局"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("2017年8月22日临江市第十二届人民代表大会\n常务委员会第六次主任会议修订", None),
        ("2019年3月1日临江市人民政府\n第五次常务会议修正", None),
        ("2021年5月6日临江市第八届人民代表大会\n常务委员会第十次会议通过", "2021-05-06"),
    ],
)
def test_a_line_of_history_that_was_cut(lines: str, day: str | None) -> None:
    made = block(f"临江市人民代表大会\n常务委员会公文处理办法\n{lines}\n第一条 为规范公文，制定本办法。\n")
    assert made.written_date == day
    assert "常务委员会" in made.issuers[0].name


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("中共中央办公厅国务院办公厅关于加快建设统一市场的意见", ["中共中央办公厅", "国务院办公厅"]),
        ("中共中央国务院关于深化改革的意见", ["中共中央", "国务院"]),
        ("最高人民法院最高人民检察院关于办理案件的意见", ["最高人民法院", "最高人民检察院"]),
    ],
)
def test_names_of_the_country_run_together(title: str, names: list[str]) -> None:
    made = block(f"{title}\n（2024年12月12日）\n为做好相关工作，现提出如下意见。\n一、总体要求\n")
    assert [named.name for named in made.issuers] == names


RULES = "第一条 为规范管理，制定本规定。\n第二条 本规定适用于全市各单位。\n"


@pytest.mark.parametrize(
    ("above", "title", "issuer"),
    [
        ("临江市墙体材料管理规定（2002年）\n\n东山省临江市人民政府\n\n\n", "临江市墙体材料管理规定", "东山省临江市人民政府"),
        ("临江市人民政府\n\n\n", "临江市户外广告管理规定", "临江市人民政府"),
        ("临江市停车场管理规定（2011年）\n来源：法规库\n", "临江市停车场管理规定", None),
    ],
)  # fmt: skip
def test_whose_it_is_and_a_year_above_are_no_part_of_the_title(
    above: str, title: str, issuer: str | None
) -> None:
    made = block(f"{above}{title}\n\n{RULES}")
    assert made.title == title
    assert next((named.name for named in made.issuers), None) == issuer


def test_a_name_without_the_place_of_the_line_below_is_of_the_title() -> None:
    made = block(f"临江市东山镇人民政府\n自然灾害救助应急预案\n{RULES}")
    assert made.title == "临江市东山镇人民政府自然灾害救助应急预案"


@pytest.mark.parametrize(
    "line",
    ["名称：【应急预案】东山镇防汛抗旱应急预案", "【政策文件】东山镇防汛抗旱应急预案", "【规范性文件】东山镇防汛抗旱应急预案"],
)  # fmt: skip
def test_a_column_before_the_name_of_a_plan(line: str) -> None:
    assert block(f"{line}\n{RULES}").title == "东山镇防汛抗旱应急预案"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("各县、区人民政府，临江经济开发区、苏州", "东山工业园区，市各委、办、局：", "苏州东山工业园区"),
        ("各乡镇人民政府，临江高新技术产业开发区管", "委会，县直各部门：", "临江高新技术产业开发区管委会"),
        ("各区民政局、江北新区民", "政局，各有关单位：", "江北新区民政局"),
    ],
)
def test_addressees_over_two_paragraphs_of_a_page(first: str, last: str, name: str) -> None:
    text = f"关于做好防汛工作的通知\n\n临政办〔2024〕3号\n\n{first}\n\n{last}\n\n请做好工作。\n"
    page = Document("n", "n.html", "0" * 64, "text/html", "utf-8", text, layout="paragraphs")
    assert name in [named.name for named in outline(page).title_block.recipients]


def test_half_a_bracket_is_no_body_and_a_point_no_title() -> None:
    cut = "（2007年11月30日临江市第十届人民代表大会常务委员会第三十次会议通过根据2010年12月2日临江市第十一届人民代表大会常务委员会"
    made = block(
        f"临江市道路运输条例\n\n临江市人大常委会\n\n{cut}\n\n第十九次会议《关于修改部分法规的决定》修正）\n\n{RULES}"
    )
    assert [named.name for named in made.issuers] == ["临江市人大常委会"]
    assert block(f"（1）自然地理\n东山镇位于临江市东部，面积251平方公里。\n{RULES}").title == ""
