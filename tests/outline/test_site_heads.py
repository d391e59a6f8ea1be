"""What a site prints above and below a notice, and what a letter has that prints neither title nor day."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline

TEXT = "第一条 为规范管理，制定本办法。\n第二条 本办法适用于全市各单位。\n"
LETTER = "各县人民政府，市政府各部门：\n现将有关事项通知如下。\n一、加强检查。各单位要加强检查。\n"


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


@pytest.mark.parametrize(
    "above",
    [
        "设为首页\n机构设置\n政策文件\n通知公告\n互动交流\n",
        "官方微博二维码 官方微信二维码\n官方微信（掌上服务）\n当前位置：首页>>政务公开>>公告公示\n公告公示\n",
        "网上办事大厅指南\n您的位置: 主页 » 法规库\n",
        "公示公告\n",
        "分享 收藏 转发\n",
    ],
)
def test_the_words_of_a_menu_and_what_stands_above_the_path_are_the_sites(above: str) -> None:
    assert (
        block(f"{above}临江市法律援助补贴管理办法（试行）\n{TEXT}").title
        == "临江市法律援助补贴管理办法（试行）"
    )


def test_a_title_over_short_lines_is_no_menu() -> None:
    assert (
        block("临江县\n“十四五”\n教育发展\n规划\n\n一、发展基础\n全县有学校30所。\n").title
        == "临江县“十四五”教育发展规划"
    )


@pytest.mark.parametrize("site", ["法规网--法律信息搜索网", "学校网站 ENGLISH 旧版回顾", "中小企业服务平台"])
def test_the_name_of_a_site_above_a_title_that_names_its_issuer(site: str) -> None:
    made = block(f"{site}\n国务院关于同意设立临江新区的批复\n\n临江市人民政府：\n同意设立临江新区。\n")
    assert made.title == "国务院关于同意设立临江新区的批复"
    assert [named.name for named in made.issuers] == ["国务院"]


def test_a_name_may_go_on_below_its_place() -> None:
    assert issuers(f"临江省\n财政厅关于加强预算管理的通知\n{LETTER}") == ["临江省财政厅"]


@pytest.mark.parametrize(
    ("title", "number", "bare"),
    [
        (
            "临江省财政厅关于调整契税政策的公告（2024年第3号）",
            "2024年第3号",
            "临江省财政厅关于调整契税政策的公告",
        ),
        (
            "关于捐赠支出扣除的公告（财政部 税务总局公告2021年第13号）",
            "财政部税务总局公告2021年第13号",
            "关于捐赠支出扣除的公告",
        ),
        ("临江海关关于调整通关时间的通告（第7号）", "第7号", "临江海关关于调整通关时间的通告"),
        ("临江市人民政府关于设立商会的批复（2019年第7号）", None, "临江市人民政府关于设立商会的批复"),
        ("临江市人民政府关于表彰先进的决定（2004年3号）", None, "临江市人民政府关于表彰先进的决定"),
    ],
)
def test_a_number_behind_a_title(title: str, number: str | None, bare: str) -> None:
    made = block(f"{title}\n\n现将有关事项公告如下：\n一、自2024年3月1日起执行。\n")
    assert (made.title, made.doc_number) == (bare, number)


@pytest.mark.parametrize(
    ("line", "day", "number"),
    [
        ("1990年3月10日,铁道部", "1990-03-10", None),
        ("（2003年5月6日 临江市人民政府）", "2003-05-06", None),
        ("1998年12月1日，临江省物价局", "1998-12-01", None),
        ("（1991年3月26日临江市人民政府令19号发布）", "1991-03-26", "临江市人民政府令19号"),
        ("（2001年3月26日临江市人民政府令第9号公布）", "2001-03-26", "临江市人民政府令第9号"),
        ("（临江省物价局　二〇〇三年五月九日）", "2003-05-09", None),
        ("（2005年6月2日　临江省物价局　临价〔2005〕15号）", "2005-06-02", "临价〔2005〕15号"),
        ("1999年3月1日 临江省物价局 临价〔1999〕15号", "1999-03-01", "临价〔1999〕15号"),
        (
            "【2018年3月5日临江市人民政府令第70号发布 2018年4月1日施行】",
            "2018-03-05",
            "临江市人民政府令第70号",
        ),
        ("1999年5月10日以临江市人民政府令第31号发布", "1999-05-10", "临江市人民政府令第31号"),
        (
            "2008年11月20日临江市人民政府令第33号发布，根据2012年7月2日临江市人民政府令第52号修正",
            "2008-11-20",
            "临江市人民政府令第33号",
        ),
        (
            "2014年12月5日市人民政府第40次常务会议审议通过\n2014年12月20日临江市人民政府令第60号发布\n自2015年1月1日起施行",
            "2014-12-20",
            "临江市人民政府令第60号",
        ),
        ("（2009年8月27日常务会议讨论通过 自2009年10月1日起施行）", "2009-08-27", None),
    ],
)
def test_the_day_and_whose_it_is_below_a_title(line: str, day: str, number: str | None) -> None:
    made = block(f"临江市货物运输管理办法\n\n{line}\n\n{TEXT}")
    assert (made.written_date, made.doc_number) == (day, number)


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("特此通知\n临江市新材料产业联盟秘书处\n附件：\n参会回执\n", ["临江市新材料产业联盟秘书处"]),
        ("特此通告。\n临江市公安局\n因篇幅有限，未完\n", ["临江市公安局"]),
        ("请认真贯彻执行。\n临江县教育局\n", ["临江县教育局"]),
        ("评比结果如下\n一等奖\n临江县教育局\n临江县民政局\n", []),
    ],
)
def test_who_signs_a_letter_without_a_day(last: str, names: list[str]) -> None:
    assert issuers(LETTER + last) == names


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("为加快生态建设作出更大贡献。 二○○五年二月七日\n", "2005-02-07"),
        ("请认真贯彻执行。2018年12月3日\n", "2018-12-03"),
        ("上述规定自发布之日起施行！ 1999年1月12日\n", "1999-01-12"),
        ("请遵照执行。 二○○六年二月二十二日 附:某部关于印发规范的通知 各有关单位：照办。\n", "2006-02-22"),
        ("上述规定施行至2018年12月3日\n", None),
    ],
)
def test_the_day_behind_the_last_sentence(last: str, day: str | None) -> None:
    assert block(LETTER + last).written_date == day


def test_the_day_before_the_source_of_a_page_is_the_pages() -> None:
    said = "关于《临江区解读办法》的政策解读\n\n2022年08月12日 来源: 上海临江\n\n一、目的是什么？\n\n答：规范解读工作。\n"
    assert block(said).written_date is None


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("关于《临江大学章程（草案）》制定情况的报告", "issued"),
        ("关于2023年预算（草案）审查结果的报告", "issued"),
        ("临江市绿化条例（草案）", "draft"),
        ("关于《临江市绿化条例（草案）》的说明", "draft"),
    ],
)
def test_what_tells_of_a_draft_is_none(title: str, status: str) -> None:
    assert block(f"{title}\n\n一、背景\n制定本文件有其必要。\n").status == status


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("现将《临江县议事规则》印发给你们，请认真执行。", "临江县议事规则"),
        ("《临江县议事规则》已经县政府同意，现予印发。", "临江县议事规则"),
        ("《临江县议事规则》已经会议通过，现印发给你们。", "临江县议事规则"),
        ("请认真学习《临江县议事规则》。", None),
    ],
)
def test_what_a_letter_without_a_title_issues(said: str, title: str | None) -> None:
    text = f"各乡镇人民政府，县级各部门：\n{said}\n临江县人民政府\n2024年11月20日\n临江县议事规则\n{TEXT}"
    assert (block(text).title or None) == title


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "临江市公安局北山开发区分局 临江北山开发区综合执法局",
            ["临江市公安局北山开发区分局", "临江北山开发区综合执法局"],
        ),
        ("临江市消防救援支队 临江市公安局东城区分局", ["临江市消防救援支队", "临江市公安局东城区分局"]),
    ],
)
def test_a_branch_in_a_part_of_the_place_begins_no_name(line: str, names: list[str]) -> None:
    assert issuers(f"{LETTER}特此通知\n{line}\n2014年8月11日\n") == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "（2008年6月30日市人民政府第38次常务会议审议通过2008年7月25日临江市人民政府令第189号公布自2008年9月1日起施行）",
            "2008-07-25",
        ),
        ("（2001年3月1日市政府常务会议通过 2001年4月2日临江市人民政府令第3号发布）", "2001-04-02"),
        (
            "（2010年6月22日市人民代表大会常务委员会通过；2010年7月30日省人民代表大会常务委员会批准）",
            "2010-06-22",
        ),
        ("（2009年1月5日市政府令第2号公布 根据2014年1月16日市政府令第9号修正）", "2009-01-05"),
    ],
)
def test_a_regulation_is_of_the_day_it_was_made_public(line: str, day: str) -> None:
    assert block(f"临江市货物运输管理办法\n\n{line}\n\n{TEXT}").written_date == day


@pytest.mark.parametrize(
    ("box", "day"),
    [
        ("状态:有效 发布日期:2001-08-01 生效日期: 2001-10-01 发布部门: 临江市人民政府\n", "2001-08-01"),
        (
            "发布文号 临质检法〔2009〕365号\n发布日期 2009-08-12 生效日期 暂无\n有效性状态 废止日期 暂无\n",
            "2009-08-12",
        ),
        (
            "发布日期：2024-04-19\n状态：有效 发布日期：2001-08-01 生效日期：2001-08-01 发布部门：临江市人民政府\n",
            "2001-08-01",
        ),
        ("索引号：0001-22\n公布日期：2022-08-18\n生效日期：2022-08-18\n公开方式：政府网站\n", None),
        ("发布日期：2022-08-18\n", None),
        ("文号：临政发〔2021〕3号\n发布日期：2022-08-18\n实施日期：2021-03-01\n", None),
    ],
)
def test_the_day_of_publication_in_a_collection_of_laws_and_elsewhere(box: str, day: str | None) -> None:
    made = block(f"临江市房屋管理办法\n\n{box}\n{TEXT}")
    assert (made.written_date, made.status) == (day, "issued")


@pytest.mark.parametrize(
    ("headline", "signed", "title"),
    [
        ("关于加强防汛工作的通知", "", "关于加强防汛工作的通知"),
        ("防汛工作", "临江市人民政府办公室\n2011年4月27日\n", "关于加强防汛工作的通知"),
        ("防汛工作", "2011年4月27日\n", "江东省临江市人民政府办公室关于加强防汛工作的通知"),
    ],
)
def test_a_collection_says_the_province_of_a_body(headline: str, signed: str, title: str) -> None:
    text = f"{headline}\n\n江东省临江市人民政府办公室\n\n\n关于加强防汛工作的通知\n\n各县人民政府：\n请加强防汛工作。\n{signed}"
    assert block(text).title == title


@pytest.mark.parametrize("column", ["其他地方\n其他地方\n", "地方法规\n", "政策法规|\n"])
def test_a_column_above_a_title_that_names_its_place(column: str) -> None:
    assert block(f"{column}临江市房屋拆迁管理暂行办法|\n{TEXT}").title == "临江市房屋拆迁管理暂行办法"


def test_what_is_annexed_to_a_title_in_brackets_is_no_part_of_it() -> None:
    made = block(f"最高人民法院关于审理案件若干问题的规定（一）（附：理解与适用）\n{TEXT}")
    assert made.title == "最高人民法院关于审理案件若干问题的规定（一）"


@pytest.mark.parametrize(
    "said", ["由会员分享，可在线阅读，更多相关请在网上搜索。", "此文由会员上传，仅供学习。"]
)
def test_what_a_store_of_papers_says_above_a_text(said: str) -> None:
    text = (
        f"办法.docx\n- 文档编号:28663417\n《办法.docx》{said}\n江东省税务局税收优惠管理办法（试行）\n{TEXT}"
    )
    assert block(text).title == "江东省税务局税收优惠管理办法（试行）"


@pytest.mark.parametrize("day", ["二00四年五月二十六日", "2００4年5月26日", "二○○四年五月二十六日"])
def test_a_day_below_a_list_of_annexes_whatever_it_is_written_with(day: str) -> None:
    text = (
        LETTER
        + f"附件：废止文件目录\n1、《甲办法》（1999年7月28日发文）\n2、《乙通知》（2000年12月4日发文）\n{day}\n"
    )
    assert block(text).written_date == "2004-05-26"


@pytest.mark.parametrize("line", ["文章播报", "朗读", "点此收听全文"])
def test_a_word_above_who_is_addressed_is_the_title_of_no_letter(line: str) -> None:
    assert not block(f"{line}\n{LETTER}临江县教育局\n2024年3月1日\n").title


def test_a_name_without_a_type_is_a_title_where_nobody_is_addressed() -> None:
    assert block(f"临江县民生实事\n\n{TEXT}").title == "临江县民生实事"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "国家林业局关于发布《公益林认定办法》\n（暂行）的通知\n",
            "国家林业局关于发布《公益林认定办法》（暂行）的通知",
        ),
        ("临江省财政厅关于印发《资金管理办法》\n的通知\n", "临江省财政厅关于印发《资金管理办法》的通知"),
        (
            "临江市人民政府关于发布《管理规定》\n（2024年修订）的公告\n",
            "临江市人民政府关于发布《管理规定》（2024年修订）的公告",
        ),
    ],
)
def test_a_title_goes_on_behind_what_it_issues(lines: str, title: str) -> None:
    assert block(f"{lines}\n{LETTER}").title == title


@pytest.mark.parametrize("above", ["政策文件：\n", "文件内容：\n", "政策原文：\n\n"])
def test_the_word_of_a_page_above_the_number(above: str) -> None:
    made = block(f"临江省人民政府关于加强农民工服务的意见\n{above}临政〔2015〕19 号\n\n{LETTER}")
    assert made.doc_number == "临政〔2015〕19号"


@pytest.mark.parametrize("number", ["法释〔2020〕15号", "（法释〔2020〕15号）", "法释[2020]15号"])
def test_the_number_of_what_is_put_into_force(number: str) -> None:
    text = (
        "最高人民法院公告\n\n《最高人民法院关于时间效力的若干规定》已经会议通过，现予公布，自2021年1月1日起施行。\n\n"
        f"最高人民法院\n2020年12月29日\n\n{number}\n\n最高人民法院关于时间效力的若干规定\n\n{TEXT}"
    )
    assert (block(text).doc_number, block(text).title) == (
        "法释〔2020〕15号",
        "最高人民法院关于时间效力的若干规定",
    )


@pytest.mark.parametrize(
    ("box", "title"),
    [
        (
            "名称 关于印发《临江市创建卫生城市工作方案》的通知\n文号 临府办〔2018〕81号\n",
            "关于印发《临江市创建卫生城市工作方案》的通知",
        ),
        (
            "标题 关于印发《临江市创建卫生城市工作方案》的通知\n文号 临府办〔2018〕81号\n",
            "关于印发《临江市创建卫生城市工作方案》的通知",
        ),
    ],
)
def test_a_title_that_only_the_box_prints_is_that_of_the_letter(box: str, title: str) -> None:
    said = "《临江市创建卫生城市工作方案》业经会议审议通过，现印发给你们。\n临江市人民政府办公室\n2018年7月26日\n"
    text = f"{box}临府办〔2018〕81号\n各镇人民政府：\n{said}临江市创建卫生城市工作方案\n{TEXT}"
    assert (block(text).title, block(text).document_type) == (title, "通知")


@pytest.mark.parametrize("bracket", ["（修订征求意见稿）", "（草案送审稿）", "（征求意见稿）"])
def test_the_printing_that_says_it_is_a_draft_is_the_title(bracket: str) -> None:
    made = block(f"临江市停车收费管理办法\n发布时间：2023-01-02\n临江市停车收费管理办法{bracket}\n{TEXT}")
    assert (made.title, made.status) == (f"临江市停车收费管理办法{bracket}", "draft")


def test_a_box_that_prints_several_bracketed_names_in_a_line() -> None:
    made = block(
        "[ 索引号 ] 1150022/2023-00005 [ 发文字号 ] 临政发〔2023〕21号\n[ 主题分类 ] 应急管理 [ 体裁分类 ] 预案\n"
        f"[ 成文日期 ] 2023-06-03 [ 发布日期 ] 2023-06-05\n\n临江镇人民政府关于印发防汛预案的通知\n\n{LETTER}"
    )
    assert (made.doc_number, made.written_date) == ("临政发〔2023〕21号", "2023-06-03")


@pytest.mark.parametrize(
    ("title", "foot", "number"),
    [
        ("关于印发防汛预案的通知", "临政办发〔2022〕167号.pdf", "临政办发〔2022〕167号"),
        ("关于加强防汛工作的意见", "临防〔2022〕3号.docx", "临防〔2022〕3号"),
        ("关于印发防汛预案的通知", "临政办发〔2021〕167号.pdf", None),  # of another year
        ("关于转发省水利厅防汛预案的通知", "省水〔2022〕9号.pdf", None),  # what is passed on
        ("关于印发防汛预案的通知", "临政办发〔2022〕167号.pdf\n临政办发〔2022〕168号.pdf", None),
        # In a line right behind the day.
        ("关于印发防汛预案的通知", "（临政办发〔2022〕167号）", "临政办发〔2022〕167号"),
        ("关于加强防汛工作的意见", "发文字号：临防〔2022〕3号", "临防〔2022〕3号"),
        ("关于加强防汛工作的意见", "（此件公开发布）\n临防〔2022〕3号", "临防〔2022〕3号"),
        ("关于加强防汛工作的意见", "临防〔2020〕3号", None),  # of another year
        ("关于转发省水利厅防汛预案的通知", "省水〔2022〕9号", None),
        ("关于加强防汛工作的意见", "见临防〔2022〕3号附件。", None),
        # Another paper begins so.
        ("关于加强防汛工作的意见", "临水〔2022〕3号\n临江市水利局关于水库除险的批复", None),
    ],
)
def test_the_number_below_the_day(title: str, foot: str, number: str | None) -> None:
    made = block(f"临江市人民政府办公室{title}\n\n{LETTER}\n临江市人民政府办公室\n2022年10月6日\n\n{foot}\n")
    assert made.doc_number == number


def test_a_file_named_as_a_paper_the_text_speaks_of_is_that_paper() -> None:
    said = "各单位：\n根据《防汛预案》（省水〔2022〕9号），现将有关事项通知如下。\n一、加强检查。各单位要加强检查。\n"
    made = block(
        f"临江市水利局关于做好防汛工作的通知\n\n{said}\n临江市水利局\n2022年10月6日\n\n省水〔2022〕9号.pdf\n"
    )
    assert made.doc_number is None


@pytest.mark.parametrize(
    ("above", "below"),
    [("主送：各县民政局、财政局\n\n", ""), ("", "\n主送：各县民政局、财政局。\n抄送：市审计局。\n")],
)
def test_those_a_form_names_as_sent_to(above: str, below: str) -> None:
    made = block(
        f"临江市民政局关于发放补贴的通知\n\n{above}现将有关事项通知如下。\n一、加强检查。\n\n临江市民政局\n2024年3月5日\n{below}"
    )
    assert [named.name for named in made.recipients] == ["各县民政局", "财政局"]


@pytest.mark.parametrize(
    ("signed", "day"),
    [
        ("临江市水务局\n二〇二五年十二月廿日\n", "2025-12-20"),
        ("临江市水务局\n二〇二五年十二月廿一日\n", "2025-12-21"),
        ("临江市水务局\n二〇二五年十二月卅一日\n", "2025-12-31"),
        ("日期：2026年1月12日\n", "2026-01-12"),
        ("日期：2026-01-12\n", None),  # a page prints it so
        ("日期：2026年1月12日\n附表\n", None),
    ],
)
def test_days_that_close_a_paper(signed: str, day: str | None) -> None:
    assert block(f"临江市水务局关于防汛工作的通知\n\n{LETTER}\n{signed}").written_date == day


def test_a_title_printed_again_below_what_the_page_says_begins_the_notice() -> None:
    made = block(
        "关于成立领导小组的通知 下载本文\n\n内容更新时间：2024/9/19星期一 下面是文章的全部内容请认真阅读。\n\n"
        "关于成立领导小组的通知\n\n公司各部门：\n\n为加强管理，现将有关事宜通知如下：\n\n一、成立小组。\n"
    )
    assert [named.name for named in made.recipients] == ["公司各部门"]


@pytest.mark.parametrize("kind", ["通 知", "函", "批复"])
def test_the_paper_of_an_office_says_what_it_is_in_brackets(kind: str) -> None:
    made = block(
        f"临江市安全生产委员会办公室（{kind}）\n临安办〔2024〕3号\n关于开展检查的通知\n\n{LETTER}\n临江市安全生产委员会办公室\n2024年3月5日\n"
    )
    assert made.title == "关于开展检查的通知"
    assert [named.name for named in made.issuers] == ["临江市安全生产委员会办公室"]


def test_the_name_of_a_body_above_a_text_is_no_title() -> None:
    made = block(
        "临江区卫生健康局\n春季传染病防控工作提示\n2024年2月20日\n\n各学校：\n请落实以下措施。\n1.加强晨检。\n"
    )
    assert made.title == "春季传染病防控工作提示"
    assert [named.name for named in made.issuers] == ["临江区卫生健康局"]


def test_addressees_whose_colon_was_lost_above_a_title_they_are_sent() -> None:
    made = block(
        "临江区政府办〔202026\n\n临江区人民政府办公室\n\n关于印发城市精细化管理细则的通知\n\n各街道办事处，区级各部门，官盛新区管委会\n\n"
        "《城市精细化管理细则》已经审议通过，现印发你们，请遵照执行。\n\n临江区人民政府办公室\n\n2020年10月28日\n"
    )
    assert [named.name for named in made.recipients] == ["各街道办事处", "区级各部门", "官盛新区管委会"]


@pytest.mark.parametrize(
    "cut",
    [
        "《临江市公园管理办法》已经2024年5月10日市人民政",
        "《临江市公园管理办法》业经",
        "《临江市公园管理办法》已经市政府常务会",
    ],
)
def test_a_sentence_that_begins_with_what_is_passed_goes_on_below(cut: str) -> None:
    rest = "府第8次常务会议通过，现予公布，自2024年7月1日起施行。"
    made = block(
        f"临江市人民政府令\n第7号\n{cut}\n{rest}\n市长 李明\n2024年5月18日\n临江市公园管理办法\n{TEXT}"
    )
    assert made.title == "临江市公园管理办法"


def test_of_the_papers_a_letter_names_the_one_it_hands_out_is_its_title() -> None:
    made = block(
        "各镇人民政府，区级有关部门：\n按照《临江省〈农田管理办法〉实施细则》要求，现将《临江区农田管理办法》印发你们，请遵照执行。\n"
        f"临江区人民政府办公室\n2021年11月23日\n临江区农田管理办法\n{TEXT}"
    )
    assert made.title == "临江区农田管理办法"


@pytest.mark.parametrize(
    "column",
    ["政策法规", "规章制度", "法律法规", "政策文件", "规范性文件", "部门文件", "政府文件", "校内文件"],
)
def test_the_column_of_a_site_is_no_line_of_the_title(column: str) -> None:
    made = block(
        f"{column}\n\n临江理工大学科研机构管理办法（试行）\n\n校内各单位：\n现予以印发，请遵照执行。\n"
    )
    assert made.title == "临江理工大学科研机构管理办法（试行）"


def test_half_a_sentence_above_a_text_is_no_title() -> None:
    made = block(
        "（2023年4月21日临江市人大常委会第九次会议通过）\n临江市人大常委会第九次会议听取了\n市人民政府的报告，并对报告进行了审议。\n"
    )
    assert made.title == ""


def test_the_title_above_a_letter_that_hands_out_the_paper_so_called() -> None:
    made = block(
        f"临江市项目审批改革方案\n临政函〔2019〕55号\n各县人民政府，市直有关部门：\n《临江市项目审批改革方案》已经通过，现印发给你们。\n"
        f"临江市人民政府\n2019年4月29日\n临江市项目审批改革方案\n{TEXT}"
    )
    assert [named.name for named in made.recipients] == ["各县人民政府", "市直有关部门"]


@pytest.mark.parametrize("printed", ["二〇一六年九月", "2016年9月", "2016年6月31日"])
def test_a_day_that_is_not_said_is_an_issue(printed: str) -> None:
    text = f"临江市水务局关于防汛工作的通知\n\n{LETTER}\n临江市水务局\n{printed}\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert (made.title_block.written_date or "")[:5] == "2016-"
    assert "date_without_day" in [issue.kind for issue in made.issues]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("各区县局、江北新区规划自然资源局、江北经开区规\n划自然资源局，局属各单位，有关单\n位：", 5),
        ("各县民政局、江北新区社会事业局、江北经开区社\n会事业局，有关单位：", 4),
    ],
)
def test_addressees_over_lines_that_end_within_a_name(lines: str, names: int) -> None:
    made = block(
        f"临江市民政局关于开展检查的通知\n{lines}\n现将有关事项通知如下。\n临江市民政局\n2024年3月5日\n"
    )
    assert len(made.recipients) == names


def test_the_day_of_passing_over_the_end_of_a_line() -> None:
    made = block(f"临江市工作条例\n2019年10月18日临江市第一届人民代表大会常\n务委员会第一次会议通过\n{TEXT}")
    assert made.written_date == "2019-10-18"


@pytest.mark.parametrize("first", ["临江海关", "临江市于桥水库管理处"])
def test_bodies_that_the_title_counts_and_nobody_names(first: str) -> None:
    text = f"{first}等5部门关于加强检查的通知\n\n{LETTER}\n{first}\n临江市公安局\n2024年3月5日\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert "issuers_not_named" in [issue.kind for issue in made.issues]


@pytest.mark.parametrize("pair", ["[]", "【】", "〔〕"])
def test_the_brackets_a_site_puts_around_a_title_are_no_part_of_it(pair: str) -> None:
    made = block(
        f"{pair[0]}临江市教育局关于做好招生工作的通知{pair[1]}\n临教发〔2023〕12号\n{LETTER}\n2023年5月4日\n"
    )
    assert made.title == "临江市教育局关于做好招生工作的通知"
    assert [named.name for named in made.issuers] == ["临江市教育局"]


@pytest.mark.parametrize(
    ("said", "names", "number"),
    [
        (
            "（临江市科学技术局、临江市财政局2022年3月1日联合印发，临科〔2022〕9号）",
            ["临江市科学技术局", "临江市财政局"],
            "临科〔2022〕9号",
        ),
        ("（临江市民政局2022年3月1日以临民发〔2022〕9号印发）", ["临江市民政局"], "临民发〔2022〕9号"),
        ("（临江市人民政府办公室2022年3月1日发布）", ["临江市人民政府办公室"], None),
    ],
)
def test_who_made_a_paper_known_in_the_bracket_below_its_title(
    said: str, names: list[str], number: str | None
) -> None:
    text = f"临江市科技奖励实施细则\n{said}\n\n{TEXT}"
    assert (issuers(text), block(text).doc_number, block(text).written_date) == (names, number, "2022-03-01")


@pytest.mark.parametrize(
    "line",
    [
        "2026年3月31日前完成项目审批并发布",
        "（2026年3月31日前由市民政局印发）",
        "2026年6月1日各县同步发布",
        "【2026年3月31日前公布】",
    ],
)
def test_by_when_something_is_made_known_is_no_history(line: str) -> None:
    made = block(f"临江市科技奖励实施细则\n\n{TEXT}\n{line}\n")
    assert made.written_date is None


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("国务院办公厅转发教育部等部门", "关于推进特殊教育发展意见的通知"), "国务院办公厅"),
        (
            ("临江省人力资源和社会", "保障厅转发省税务局", "关于做好社会保险费征收的通知"),
            "临江省人力资源和社会保障厅",
        ),
        (("临江市人民政府批转市财政局", "关于2024年预算的报告"), "临江市人民政府"),
        (("临江市教育局转发省教育厅等四部门", "关于做好托管服务的", "通知"), "临江市教育局"),
    ],
)
def test_who_forwards_what_another_is_about(lines: tuple[str, ...], issuer: str) -> None:
    made = block("\n".join(lines) + f"\n临政办发〔2024〕5号\n{LETTER}")
    assert made.title == "".join(lines)
    assert [named.name for named in made.issuers] == [issuer]


def test_each_office_on_its_own_line_is_a_body() -> None:
    names = ["临江省推进养老服务专项小组办公室", "健康行动推进委员会办公室"]
    lines = "\n".join(names)
    assert issuers(f"{lines}\n关于印发工作要点的函\n{LETTER}{lines}\n2024年3月5日\n") == names


@pytest.mark.parametrize(
    ("below", "kept"), [("（共计35项）", ""), ("（共12个）", ""), ("（共同富裕版）", "（共同富裕版）")]
)
def test_how_long_a_list_is_is_no_part_of_its_title(below: str, kept: str) -> None:
    assert block(f"临江市传统村落名录\n{below}\n\n1.东山村\n2.西山村\n").title == "临江市传统村落名录" + kept


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("【公布日期】2020.12.03\n【施行日期】2021.03.01", "2020-12-03"),
        ("【公布日期】2020.12.07\n【施行日期】2021.03.01", "2009-09-27"),
        ("公布日期：2009年9月27日\n实施日期：2010年1月1日", "2009-09-27"),
    ],
)
def test_the_box_tells_which_day_of_a_regulations_history_it_is(said: str, day: str) -> None:
    history = "（2009年9月27日临江省第十一届人民代表大会常务委员会第十三次会议通过 2020年12月3日临江省第十三届人民代表大会常务委员会第二十三次会议修订）"
    assert block(f"{said}\n\n临江省教育条例\n\n{history}\n\n{TEXT}").written_date == day


def test_a_remark_below_a_title_is_no_row_of_cells() -> None:
    """（原市教委于 1998 年 5 月 21 日拟订2005 年 6 月 17 日修订） was said to be a lost table, for the blanks in its days."""
    remark = "(原市教委于 1998 年 5 月 21 日拟订2005 年 6 月 17 日修订)"
    made = outline(
        Document("n", "n.txt", "", "text/plain", "utf-8", f"临江市招生考试管理规定\n\n{remark}\n\n{TEXT}")
    )
    assert not made.fragments


@pytest.mark.parametrize(
    "view", ["老年版", "进入老年版", "长辈版", "进入长辈版", "长者版", "适老版", "无障碍版"]
)
def test_a_view_of_the_site_is_no_title(view: str) -> None:
    text = f"{view}\n区政府召开第86次常务会议\n\n2021年3月3日，区长主持召开会议，现将有关事项纪要如下。\n"
    assert block(text).title == "区政府召开第86次常务会议"


@pytest.mark.parametrize(
    "menu",
    [
        "首页 | 机构概况 | 信息公开 | 公众参与",
        "首页 政务要闻 政务公开 政务服务 政民互动 专题专栏",
        "版权所有：临江县城市管理局网站",
    ],
)
def test_the_name_of_a_site_above_its_menu_begins_no_title(menu: str) -> None:
    made = block(
        f"临江县城市管理局\n{menu}\n关于印发《临江县广告设置办法》的通知\n临城管〔2022〕1号\n{LETTER}临江县城市管理局\n2022年10月10日\n"
    )
    assert made.title == "关于印发《临江县广告设置办法》的通知"
    assert [issuer.name for issuer in made.issuers] == ["临江县城市管理局"]


@pytest.mark.parametrize(
    "row",
    [
        "文件编号: | 发文日期: | 2023-07-03 | |",
        "发布机构: | 县政府办公室 | 成文日期: | 2023-07-03 |",
        "[ 成文日期 ] | 2023-07-03 | [ 发布日期 ] | 2023-07-08 |",
    ],
)
def test_the_day_in_a_row_of_the_box_of_a_page(row: str) -> None:
    box = f"索引号: | 116223/2023-05797 | 公开方式: | 主动公开 |\n{row}\n"
    assert (
        block(f"{box}临江县2023年养老服务工作要点\n\n2023年，新增床位300张。\n").written_date == "2023-07-03"
    )


@pytest.mark.parametrize(
    "where", ["您当前的位置", "您现在所在的位置", "你的位置", "当前所在位置", "现在位置"]
)
def test_the_path_of_a_page_that_ends_in_its_title_is_no_line_of_it(where: str) -> None:
    title = "关于《临江市养犬办法（征求意见稿）》公开征求意见的公告"
    said = "《临江市养犬办法（征求意见稿）》已经起草，现公开征求意见。\n临江市司法局\n2024年3月5日\n"
    made = block(f"{where}: 首页 > 征求意见 > {title}\n\n{title}\n\n{said}")
    assert (made.title, made.document_type, made.status) == (title, "公告", "draft")


@pytest.mark.parametrize("key", ["信息索引号", "公开主体", "载体类型"])
def test_a_field_whose_value_stands_below_its_name_heads_no_letter(key: str) -> None:
    box = f"• {key}:\n\n  11330/2013-02249\n\n• 成文日期:\n\n  2013-10-12\n\n"
    made = block(f"{box}临江县防汛应急预案\n一、总则\n（一）编制目的\n为了防汛，制定本预案。\n")
    assert (made.title, made.written_date) == ("临江县防汛应急预案", "2013-10-12")


@pytest.mark.parametrize("column", ["【文字解读】", "【部门解读】", "[图文解读]"])
def test_the_column_of_what_explains_a_paper_is_no_word_of_its_title(column: str) -> None:
    title = "《临江县2024年民生实事》政策解读"
    made = block(f"{column}{title}\n{title}\n近日，县政府印发了《临江县2024年民生实事》，现解读如下。\n")
    assert made.title == title


@pytest.mark.parametrize(
    "row",
    [
        "主题分类:政务督查发文单位:临江县民政局",
        "有效性: 有效发文单位: 临江县民政局",
        "公文种类：通知发文机关：临江县民政局",
    ],
)
def test_the_fields_of_a_row_whose_blanks_are_lost(row: str) -> None:
    made = block(
        f"关于做好防汛工作的通知\n{row}\n文号:无发文日期:2024-02-22\n各镇人民政府：\n请做好防汛工作。\n"
    )
    assert [issuer.name for issuer in made.issuers] == ["临江县民政局"]
    assert made.written_date == "2024-02-22"


@pytest.mark.parametrize("blank", ["", "　　"])
def test_a_value_below_its_name_begins_as_a_paragraph_does(blank: str) -> None:
    box = f"　　•发文字号:\n{blank}临政发〔2024〕7号\n　　•发文日期:\n{blank}2024年04月06日16:40\n"
    made = block(f"{box}临江县人民政府工作规则\n　　一、为规范工作，制定本规则。\n")
    assert (made.doc_number, made.written_date) == ("临政发〔2024〕7号", "2024-04-06")


@pytest.mark.parametrize("printed", ["二〇一六年九月", "2016年9月"])
def test_a_month_right_below_the_title_of_a_plan_is_when_it_was_written(printed: str) -> None:
    text = f"临江市防汛规划\n（2016—2020年）\n{printed}\n目  录\n一、现状……1\n二、目标……2\n一、现状\n全市有堤防120公里，为防汛，制定本规划。\n"
    made = outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))
    assert made.title_block.written_date == "2016-09"
    assert "date_without_day" in [issue.kind for issue in made.issues]


def test_the_number_before_a_title_may_end_in_a_colon() -> None:
    made = block(f"临政办发〔2022〕167号：临江市人民政府办公室关于印发防汛预案的通知\n\n{LETTER}")
    assert (made.doc_number, made.title) == (
        "临政办发〔2022〕167号",
        "临江市人民政府办公室关于印发防汛预案的通知",
    )


@pytest.mark.parametrize(
    "box",
    [
        "索引号\n0123-5/2024\n发布机构\n临江市水利局\n成文日期\n2024年3月5日\n文　　号\n临水发〔2024〕7号\n有效性\n有效\n",
        "主题分类\n水利；通知\n发文机关\n临江市水利局\n发文字号\n临水发〔2024〕7号\n废止日期\n发文日期\n2024-03-05\n",
        "信息名称\n关于加强防汛工作的通知\n公开方式\n主动公开\n文号\n临水发〔2024〕7号\n成文时间\n2024年3月5日\n",
    ],
)
def test_names_and_values_of_a_box_in_turn(box: str) -> None:
    """发布机构 above a body and 成文日期 was read as a signature, and no other signature was looked for."""
    text = (
        f"{box}临江市水利局等部门关于加强防汛工作的通知\n{LETTER}临江市水利局\n临江市气象局\n2024年3月6日\n"
    )
    made = block(text)
    assert (made.title, made.doc_number) == ("临江市水利局等部门关于加强防汛工作的通知", "临水发〔2024〕7号")
    assert [named.name for named in made.issuers] == ["临江市水利局", "临江市气象局"]
    assert made.written_date == "2024-03-06"


def test_headings_of_a_list_of_papers_in_turn_are_no_box() -> None:
    lines = "标题\n文号\n成文日期\n关于防汛的通知\n临水发〔2024〕7号\n2024年3月5日\n"
    passages = outline(
        Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", f"目录清单\n{lines}{TEXT}")
    ).passages
    assert "文号临水发〔2024〕7号" not in [p.text for p in passages]


@pytest.mark.parametrize("key", ["文　　号", "文 号", "发 文 字 号"])
def test_a_row_of_fields_whose_names_are_printed_apart(key: str) -> None:
    row = f"名　　称:\t临江市水利局关于加强防汛工作的通知\t{key}:\t临水发[2024]7号\n"
    assert block(f"{row}临江市水利局关于加强防汛工作的通知\n{LETTER}").doc_number == "临水发〔2024〕7号"


@pytest.mark.parametrize("file", ["关于做好防汛工作的通知.docx", "临江市水利局关于做好防汛工作的通知.pdf"])
def test_the_name_of_a_file_above_a_text_without_a_title_is_its_title(file: str) -> None:
    assert block(f"{file}\n{LETTER}").title == file.rpartition(".")[0]


def test_the_name_of_a_file_above_a_title_is_the_pages() -> None:
    made = block(f"关于做好防汛工作的通知.docx\n临江市水利局关于做好抗旱工作的通知\n{LETTER}")
    assert made.title == "临江市水利局关于做好抗旱工作的通知"


@pytest.mark.parametrize("printed", ["2021年12月", "二〇二一年十二月"])
def test_a_month_below_who_made_a_plan_is_when_it_was_written(printed: str) -> None:
    text = f"临江市“十四五”防汛规划\n\n临江市水利局\n{printed}\n\n前　言\n为做好防汛工作，编制本规划。\n"
    assert block(text).written_date == "2021-12"
