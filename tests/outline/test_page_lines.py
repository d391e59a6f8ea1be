"""Text copied from a web page: what the page prints around a notice is no word of it."""

from __future__ import annotations

import pytest

from pipeline.language.chrome import is_page_line, is_surely_of_page
from pipeline.model import Document, Outline
from pipeline.outline import outline

TITLE = "临江市园林局关于印发《绿化方案》的通知"
BODY = "各区园林局，市有关单位：\n现将《绿化方案》印发给你们，请执行。\n临江市园林局\n2024年3月1日\n"


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


def shown(text: str) -> list[str]:
    return [p.text for p in outlined(text).passages if p.role != "furniture"]


@pytest.mark.parametrize(
    "head",
    [
        # Several fields in a row, with and without blanks between them, of keys that lists hold or not.
        f"{TITLE}\n作者：法律网 时间：2024-07-05 22:45:45   浏览：8903   来源：法律网\n下载地址： 点击此处下载\n\n{TITLE}\n\n",
        f"{TITLE}\n时间：2024年03月02日来源：临江市园林局\n[字体： ] 打印\n",
        f"索引号： 0031/2024-01 组配分类： 规范性文件\n信息分类： 通知   发布机构： 临江市园林局\n{TITLE}\n",
        # The way to the page on its site.
        f"您的位置： 首页 » 法律网 » 法律法规 »\n\n{TITLE}\n\n",
        f"首页 -> 政务公开 -> 其他政府信息 -> 通 知\n{TITLE}\n",
        f"主页 > 公告动态 > 通知 > 正文\n{TITLE}\n",
        # The hour it was put up.
        f"{TITLE}\n2024-03-02 10:58:00 | 来源：\n\n",
        f"{TITLE}\n发表于 2024年3月2日10:58\n",
        f"首页  ?  新闻频道  ?  国内新闻\n{TITLE}\n",
        # A box of which the colons are lost, a menu between pipes.
        f"索引号 0010/2024 主题分类 综合类\n文号 临园函〔2024〕9号 发布机构 市园林局\n成文日期 2024-03-01 有效性\n{TITLE}\n",
        f"热门站点| 世界资料网 | 专利资料网\n{TITLE}\n临江市园林局\n{TITLE}\n",
        # A menu of points, a box whose fields are numbered.
        f"• 法律图书馆\n  • 新法规速递\n  • {TITLE}\n    1. 【颁布时间】2024-3-4\n    2. 【标题】{TITLE}\n    3. 【发文号】\n{TITLE}\n",
        # The title printed again and again is no head of a page.
        f"{TITLE}\n\n\n{TITLE}\n\n\n网站\n\n\n{TITLE}\n\n\n{TITLE}\n\n\n",
        # Sentences of those who put the text up, above its title block.
        f"编者说：近日，市园林局印发方案。现全文刊登如下。\n关注我们！\n{TITLE}\n临园发〔2024〕5号\n",
        # The day a page was put up stands alone above a text that is signed below, the date of today above a box.
        f"{TITLE}\n2024-03-05\n",
        f"2024年3月5日\n{TITLE}\n临园发〔2024〕5号\n",
        f"2022年01月05日 加入收藏 网站无障碍\n•  标       题|\n    {TITLE}\n•  分       类|\n    绿化；通知\n{TITLE}\n",
        # A table of the box of which some values are empty.
        f"发文字号 | |\n有效性 | |\n标题 | {TITLE} |\n成文日期 | 2024-03-01 |\n{TITLE}\n",
        # The title in 《》, with its number and what a collection says of its force.
        f"临园发〔2024〕5号《{TITLE}》【条款失效】\n{TITLE}【条款失效】\n临园发〔2024〕5号 2024.3.1\n",
        # A greeting is no sentence of the notice; a menu between pipes is no line of its title.
        f"欢迎访问临江市园林局网站!\n{TITLE}\n",
        f"热门站点| 世界资料网 | 论坛\n{TITLE}\n",
        # A key of two letters that are set apart.
        f"网站首页\n{TITLE}\n主题词: 发布机构: 市园林局 文    号: 临园发〔2024〕5号\n",
        # A headline above the title says less than it.
        f"临江市园林局关于印发\n{TITLE}\n",
    ],
)
def test_above_a_text(head: str) -> None:
    block = outlined(head + BODY).title_block
    assert (block.title, block.written_date) == (TITLE, "2024-03-01")
    assert [n.name for n in block.issuers] == ["临江市园林局"]
    assert [n.name for n in block.recipients] == ["各区园林局", "市有关单位"]


@pytest.mark.parametrize(
    "foot",
    [
        "上一篇：关于放假的通知\n下一篇：《城市绿化条例》释义\n",
        "相关文章\n《中华人民共和国森林法》释义\n某律师谈《民法典》\n",
        "打印本页 关闭窗口\n版权所有：临江市园林局\n",
        "打印\n法宝联想\n《城市绿化条例》\n",
        # What heads other texts is made of words that say which and what they are.
        "您可能感兴趣的文章\n《城市绿化条例》释义\n",
        "猜您喜欢：\n一图读懂《森林法》\n大家都在看\n《民法典》全文\n",
        "热门推荐\n解读《森林法》 2024-05-01\n",
        "相关政策文件\n关于印发《城市绿化条例》的通知（某政发〔2022〕3号）\n",
        "上一个：关于印发《城市绿化条例》的通知\n下一个：《森林法》\n",
        # What the page says of itself below them is no sentence of the notice.
        "相关阅读\n《森林法》修订草案\n声明：本站内容均来自网络，如有侵权请联系删除。\n",
    ],
)
def test_below_a_text(foot: str) -> None:
    assert shown(f"{TITLE}\n{BODY}{foot}") == shown(f"{TITLE}\n{BODY}")
    aside = {r.before for r in outlined(f"{TITLE}\n{BODY}{foot}").repairs if r.kind == "set_aside"}
    assert aside == {"".join(line.split()) for line in foot.splitlines()}


@pytest.mark.parametrize(
    "foot",
    [
        # A table of one cell a line, what a contest says of who holds it, a further notice.
        "文件\n解读\n政策解读\n",
        "主办单位：市园林局\n承办单位：市绿化所\n",
        f"上一篇：关于放假的通知\n临园发〔2024〕9号\n{TITLE}\n",
    ],
)
def test_what_may_be_of_the_notice_stays(foot: str) -> None:
    assert "".join(shown(f"{TITLE}\n{BODY}{foot}")).endswith("".join(foot.split()))


@pytest.mark.parametrize(
    ("box", "number", "day"),
    [
        (
            "• 索引号：\n    6107/2024\n  • 发文字号：\n    临园发〔2024〕7号\n  • 发文日期：\n    2024年04月06日 16:40\n",
            "临园发〔2024〕7号",
            "2024-04-06",
        ),
        ("文号：\n\n临园函〔2024〕8号\n\n成文日期：\n\n2024-04-06\n\n", "临园函〔2024〕8号", "2024-04-06"),
        ("文号：\n成文日期：\n2024年4月6日\n有效性：\n有效\n", None, "2024-04-06"),
        # A box printed as a table.
        (
            "索引号 | x/2021-37 | 公开目录： | 县政府文件 |\n文号 | 临政办发〔2021〕88号 | 成文日期： | 2024年04月06日 |\n政策解读： |\n|\n",
            "临政办发〔2021〕88号",
            "2024-04-06",
        ),
        (
            "| 文号： | 临政函〔2024〕8号 | 公开日期： | 2024-04-07 | |\n|---|---|---|---|---|\n| 成文日期 | 2024-04-06 | | | |\n",
            "临政函〔2024〕8号",
            "2024-04-06",
        ),
        ("发文字号|临政发〔2024〕9号|成文日期|2024.4.6\n", "临政发〔2024〕9号", "2024-04-06"),
        # The colons are lost; the first of several fields is the page's.
        (
            "索引号 0146/2024-07 生成日期 2024-04-07\n文件编号 临政发〔2024〕9号 成文日期 2024-04-06\n关键词 公园,规则 主题分类 综合\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        (
            "索引号01236-5/2024-347\n发文字号临政发〔2024〕9号 发文时间2024-04-06\n发文机关临江市人民政府办公室 主题词公园 规则\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        (
            "文件编号临政发〔2024〕9号\n成文日期2024年4月6日\n标题临江市政府关于印发公园规则的通知\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        (
            "索 引 号：hz/2024-07  公文时效：\n文号：临政发〔2024〕9号\n成文日期：2024-04-06\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        (
            "最新法规 下载法规\n本页仅供参考,引用请以文本为准\n发文文号：临政发〔2024〕9号\n发文时间：2024-4-6\n所属行业：所有\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        (
            "文号 临政发〔2024〕9号 公开时限 长期公开\n成文日期 2024年4月6日 体裁 规则\n",
            "临政发〔2024〕9号",
            "2024-04-06",
        ),
        ("时间：2024-07-09 04:49:38 来源：资料网 阅读：99\n成文日期：2024-04-06\n", None, "2024-04-06"),
    ],
)
def test_values_below_the_names_of_a_box(box: str, number: str | None, day: str) -> None:
    block = outlined(f"{box}临江市公园工作规则\n\n第一条 为了工作，制定本规则。\n").title_block
    assert (block.title, block.doc_number, block.written_date) == ("临江市公园工作规则", number, day)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月1日 临园发[2024]17号",
        "临园发〔2024〕17号  2024年3月1日",
        "（临江市园林局 2024年3月1日 临园发〔2024〕17号）",
    ],
)
def test_a_day_and_a_number_side_by_side(line: str) -> None:
    block = outlined(f"关于做好绿化的通知\n{line}\n各区园林局：\n请执行。\n").title_block
    assert (block.title, block.doc_number, block.written_date) == (
        "关于做好绿化的通知",
        "临园发〔2024〕17号",
        "2024-03-01",
    )


@pytest.mark.parametrize(
    ("head", "title", "issuer"),
    [
        (
            "临江市公园管理规定\n临江市人民政府\n临江市公园管理规定\n政府令〔2010〕第15号\n",
            "临江市公园管理规定",
            "临江市人民政府",
        ),
        (f"{TITLE}\n乙省临江市园林局\n{TITLE}\n", TITLE, "临江市园林局"),
        (
            "关于做好绿化的通知\n国家林业局\n关于做好绿化的通知\n",
            "关于做好绿化的通知",
            "国家林业局",
        ),
    ],
)
def test_whose_it_is_stands_alone_between_two_printings_of_the_title(
    head: str, title: str, issuer: str
) -> None:
    block = outlined(f"{head}第一条 为了绿化，制定本规定。\n").title_block
    assert (block.title, [n.name for n in block.issuers]) == (title, [issuer])


def test_who_put_up_a_page_did_not_sign_the_notice() -> None:
    block = outlined(f"{TITLE}\n临江市审计局 2024年03月09日\n{BODY}").title_block
    assert (block.written_date, [n.name for n in block.issuers]) == ("2024-03-01", ["临江市园林局"])


def test_words_of_pages() -> None:
    assert is_page_line("【关闭窗口】") and is_page_line("相关链接：") and not is_page_line("附件：任务表")
    assert is_surely_of_page("下一条：关于放假") and not is_surely_of_page("主办单位：市教育局")


@pytest.mark.parametrize(
    "words", ["政策文件", "相关政策落实情况", "文件阅读", "更多", "推荐名单", "热门景区推荐"]
)
def test_what_a_notice_may_say_heads_no_other_texts(words: str) -> None:
    assert not is_surely_of_page(words)


def test_a_table_is_no_box_for_its_headings() -> None:
    made = outlined("临江市养老设施清单\n名称 | 数量 | 备注\n养老床位 | 20 | 新建\n文号库 | 30 | 改建\n")
    assert not [p for p in made.passages if p.role == "furniture"]


@pytest.mark.parametrize("mark", ["# {}", "## {}", "**{}**"])
def test_marks_of_markdown_in_a_text_file(mark: str) -> None:
    made = outlined(
        f"{mark.format(TITLE)}\n\n临园发〔2024〕5号\n\n{BODY}\n{mark.format('一、目标')}\n\n建成3处。\n"
    )
    assert (made.title_block.title, made.title_block.doc_number) == (TITLE, "临园发〔2024〕5号")
    assert [c.heading for c in made.clauses] == ["目标"]


def test_below_the_title_stands_how_a_regulation_came_to_be() -> None:
    text = (
        "甲省人才条例\n甲省人大\n20240401\n（2024年4月1日甲省第十届人民代表大会常务委员会第十次会议通过）\n省人大常委会公告\n"
        "《甲省人才条例》已于2024年4月1日通过，现予公布。\n甲省人民代表大会常务委员会\n2024年4月1日\n第一条 为了管理，制定本条例。\n"
    )
    block = outlined(text).title_block
    assert (block.title, block.written_date) == ("甲省人才条例", "2024-04-01")
    assert [n.name for n in block.issuers] == ["甲省人民代表大会常务委员会"]
