"""Heads as sites and collections print them: numbered boxes, columns, orders behind a title, whose a text is."""

from __future__ import annotations

import pytest

from pipeline.model import Document, TitleBlock
from pipeline.outline import outline


def block(text: str) -> TitleBlock:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)).title_block


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


TEXT = "为做好有关工作，结合实际，制定本办法。\n一、总体要求\n（一）工作目标。健全工作机制，夯实工作基础。\n"


@pytest.mark.parametrize(
    ("before", "unknown"),
    [("1. ", "文种类别"), ("12．", "所属栏目"), ("3、", "信息领域"), ("", "所属类目")],
)
def test_a_numbered_box_goes_on_over_a_key_that_no_list_holds(before: str, unknown: str) -> None:
    fields = [
        "[索引号]11S000/2024-5",
        f"[{unknown}]其他",
        "[发文机关]临江市柳溪镇人民政府",
        "[发文字号]柳政字〔2024〕36号",
        "[标题]临江市柳溪镇人民政府防汛应急预案",
        "[成文日期]2024-06-29",
    ]
    made = block("\n".join(f"{before}{field}" for field in fields) + f"\n{TEXT}")
    assert made.title == "临江市柳溪镇人民政府防汛应急预案"
    assert made.doc_number == "柳政字〔2024〕36号"
    assert made.written_date == "2024-06-29"
    assert [named.name for named in made.issuers] == ["临江市柳溪镇人民政府"]


@pytest.mark.parametrize(
    ("order", "issuer"),
    [
        ("临江市人民政府令2021年第2号", "临江市人民政府"),
        ("交通运输部令第15号", "交通运输部"),
        ("临江海关公告2024年第3号", "临江海关"),
    ],
)
@pytest.mark.parametrize("title", ["公共停车场管理规定", "再生水利用条例", "船舶登记办法"])
def test_an_order_behind_a_title_has_its_number(title: str, order: str, issuer: str) -> None:
    made = block(f"{title}（{order}）\n第一章 总则\n第一条 为了加强管理，制定本规定。\n")
    assert (made.title, made.doc_number) == (title, order)
    assert "（" not in (made.doc_number_agency or "")
    assert made.doc_number_agency == order.partition("20")[0].partition("第")[0]
    if "令" in order:
        assert [named.name for named in made.issuers] == [issuer]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("交通部", ["交通部"]),
        ("财政部、司法部", ["财政部", "司法部"]),
        ("临江省人大常委会", ["临江省人大常委会"]),
        ("规范性文件", []),
    ],
)
def test_whose_a_text_is_between_two_printings_of_its_title(line: str, names: list[str]) -> None:
    title = "关于颁发桥梁设计管理办法的通知"
    assert issuers(f"{title}\n\n{line}\n\n{title}\n\n各有关单位：\n现将办法发给你们。\n{TEXT}") == names


def test_who_signs_goes_before_whose_a_collection_says_it_is() -> None:
    title = "关于颁发桥梁设计管理办法的通知"
    signed = "临江市交通局\n2024年3月1日\n"
    assert issuers(
        f"{title}\n甲省临江市交通局办公室\n{title}\n各有关单位：\n现将办法发给你们。\n{signed}"
    ) == ["临江市交通局"]


@pytest.mark.parametrize(
    "title",
    ["拟认定的第五批市级工业遗产名单公示", "临江市2024年消费券发放方案", "第二批示范企业认定公告"],
)
@pytest.mark.parametrize("column", ["部门动态 | ", "要闻丨", "政策速递|", ""])
@pytest.mark.parametrize("end", ["", "！", "!"])
def test_the_column_before_a_title_and_a_mark_behind_it_are_the_sites(
    column: str, title: str, end: str
) -> None:
    made = block(f"{column}{title}{end}\n发布时间：2024-05-06\n{TEXT}")
    assert made.title == title


@pytest.mark.parametrize(
    "line",
    [
        "高级",
        "其他",
        "行业资讯",
        "2024-05-06 来源：本站 | 阅读量：31",
        "（经2024年6月12日校长办公会审议通过后印发执行）",
    ],
)
def test_what_a_page_says_above_a_text_without_title_is_none(line: str) -> None:
    assert block(f"{line}\n{TEXT}").title == ""


@pytest.mark.parametrize("line", ["临江市公园地图册", "春季家庭防火要诀"])
def test_a_title_that_ends_in_no_type_stays_one(line: str) -> None:
    assert block(f"{line}\n{TEXT}").title == line


@pytest.mark.parametrize("field", ["作者", "来源", "供稿"])
def test_two_bodies_in_a_field_of_the_box_are_not_the_full_name_of_one(field: str) -> None:
    title = "中共柳河县委办公室 柳河县人民政府办公室关于开展河道清理的公示"
    said = f"{field}：中共柳河县委办公室、柳河县人民政府办公室\n"
    made = issuers(f"{title}\n{said}为贯彻落实上级精神，现予公示。\n")
    assert made == ["中共柳河县委办公室", "柳河县人民政府办公室"]


@pytest.mark.parametrize("brings", ["全文如下", "文件详情如下", "通知原文如下"])
@pytest.mark.parametrize(
    "lines",
    ["关于印发《临江市扬尘治理行动方案》的通知", "临江市环境保护局关于印发\n临江市扬尘治理行动方案的通知"],
)
def test_news_that_brings_a_notice_whole_is_not_its_title(lines: str, brings: str) -> None:
    news = f"临江市扬尘治理行动方案\n时间：2024-05-06\n日前获悉，《临江市扬尘治理行动方案》印发。{brings}：\n"
    signed = "现将方案印发给你们，请遵照执行。\n临江市环境保护局\n2024年4月30日\n"
    made = block(f"{news}{lines}\n各区人民政府：\n{signed}临江市扬尘治理行动方案\n{TEXT}")
    assert made.title == lines.replace("\n", "")
    assert (made.document_type, made.written_date) == ("通知", "2024-04-30")
    assert [named.name for named in made.recipients] == ["各区人民政府"]


def test_news_of_another_paper_leaves_the_title_as_it_is() -> None:
    news = "临江市扬尘治理行动方案\n有关通知如下：\n关于印发《柳河县节水方案》的通知\n"
    assert block(f"{news}{TEXT}").title == "临江市扬尘治理行动方案"


@pytest.mark.parametrize("plan", ["柳溪镇防汛应急预案", "临江市节水行动方案", "养老服务补贴办法"])
def test_a_notice_whose_plan_the_box_names_keeps_its_own_title(plan: str) -> None:
    box = f"标题：{plan}\n索引号：0123/2024-5\n\n{plan}\n发布日期：2024-05-20\n\n"
    title = f"临江市柳溪镇人民政府关于印发《{plan}》的通知"
    made = block(f"{box}{title}\n各村：\n现将方案印发给你们。\n临江市柳溪镇人民政府\n2024年5月17日\n{TEXT}")
    assert made.title == title
