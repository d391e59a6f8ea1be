"""Title blocks as sites, law collections and offices print them: three variants of each kind."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Outline, TitleBlock
from pipeline.outline import outline
from pipeline.outline.same_body import is_same_body


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


def block(text: str) -> TitleBlock:
    return outlined(text).title_block


def issuers(text: str) -> list[str]:
    return [named.name for named in block(text).issuers]


TITLE = "临江市园林局关于印发《绿化方案》的通知"
BODY = "各区园林局，市有关单位：\n现将方案印发给你们，请认真执行。\n临江市园林局\n2024年3月1日\n"
ADDRESSED = ["各区园林局", "市有关单位"]


@pytest.mark.parametrize(
    "head",
    [
        # A box with keys that no list holds, an address, a word for where the text begins.
        f"标题：{TITLE}\n详情页链接：https://a.gov.cn/x/1.html\n信息来源：园林处\n正文\n临园函〔2024〕56号\n\n{TITLE}\n\n",
        f"栏目代码：07\n拟稿部门：办公室\n信息名称：{TITLE}\n文号：临园函〔2024〕56号\n{TITLE}\n",
        f"【法宝引证码】CLI.12.6476\n原文链接：https://www.a.com/lar/7d.html\n{TITLE}\n（临园函〔2024〕56号）\n",
        # The front matter of a program, the place of a page on its site.
        f"---\ncorpus_id：7\nsource：a.json\n---\n{TITLE}\n临园函〔2024〕56号\n",
        f"临江市政府信息公开\n{TITLE}\n临园函〔2024〕56号\n",
        f"首页>政务公开>通知公告\n{TITLE}\n临园函〔2024〕56号\n",
        # The title of the page, then the document's own; the number on the line of the title.
        f"{TITLE}\n发布时间：2024-03-02\n{TITLE}\n临园函〔2024〕56号\n",
        f"{TITLE}\n临园函〔2024〕56号\n\n{TITLE}\n\n",
        "关于印发《绿化方案》的通知\n\n临园函〔2024〕56号\n\n临江市园林局\n关于印发《绿化方案》的通\n知\n",
        f"{TITLE}（临园函〔2024〕56号）\n",
        f"{TITLE}(临园函[2024]56号)\n",
        f"临园函〔2024〕56号 {TITLE}\n",
        # The headline of a page above the number, the title below it.
        f"绿化方案\n临园函〔2024〕56号\n{TITLE}\n",
        "全市绿化工作方案\n临园函[2024] 56 号\n临江市园林局\n关于印发《绿化\n方案》的通知\n",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(head: str) -> None:
    made = block(head + BODY)
    assert (made.title, made.doc_number, made.document_type) == (TITLE, "临园函〔2024〕56号", "通知")
    assert ([n.name for n in made.issuers], [n.name for n in made.recipients]) == (
        ["临江市园林局"],
        ADDRESSED,
    )


@pytest.mark.parametrize(
    ("text", "number", "title", "issuer", "day"),
    [
        (
            "临江市人民政府令\n（第19号）\n《临江市公园办法》已经2024年1月2日市政府第5次常务会议通过，现予公布，自2024年3月1日起施行。\n"
            "市长 张三\n2024年1月10日\n临江市公园办法\n第一章 总则\n第一条 为了管理，制定本办法。\n",
            "临江市人民政府令第19号",
            "临江市公园办法",
            "临江市人民政府",
            "2024-01-10",
        ),
        (
            "临江市人民政府令第61号\n关于修改《临江市公园办法》的决定\n《关于修改〈临江市公园办法〉的决定》已经通过，现予公布。\n"
            "市长：张三\n2024年1月10日\n",
            "临江市人民政府令第61号",
            "关于修改《临江市公园办法》的决定",
            "临江市人民政府",
            "2024-01-10",
        ),
        (
            "国家林业和草原局令\n第 八 号\n《湿地名录管理办法》已经审议通过，现予公布。\n局长 张三\n2024年1月10日\n湿地名录\n管理办法\n"
            "第一条 为了管理，制定本办法。\n",
            "国家林业和草原局令第八号",
            "湿地名录管理办法",
            "国家林业和草原局",
            "2024-01-10",
        ),
        (
            "临江市公园办法\n（2019年8月12日临江市人民政府令第19号公布 自2019年10月1日起施行）\n第一章 总则\n第一条 为了管理，制定本办法。\n",
            "临江市人民政府令第19号",
            "临江市公园办法",
            "临江市人民政府",
            "2019-08-12",
        ),
        (
            "临江市人民政府令第61号 临江市公园办法\n《临江市公园办法》已经通过，现予公布。\n市长 张三\n2024年1月10日\n第一条 为了管理，制定本办法。\n",
            "临江市人民政府令第61号",
            "临江市公园办法",
            "临江市人民政府",
            "2024-01-10",
        ),
        (
            "临江省公园法\n临江省人民政府令（九届第37号）\n《临江省公园法》已由会议于2000年10月31日通过，现予公布。\n2000年10月31日\n"
            "临江省公园法\n第一条 为了管理，制定本法。\n",
            "临江省人民政府令九届第37号",
            "临江省公园法",
            "临江省人民政府",
            "2000-10-31",
        ),
        # Who passed it stands before the day that an order makes it public.
        (
            "临江市供水办法\n（临江市政府第90次常务会议审议通过\n\n1998年2月6日临江市人民政府令第68号发布）\n第一条 为了供水，制定本办法。\n",
            "临江市人民政府令第68号",
            "临江市供水办法",
            "临江市人民政府",
            "1998-02-06",
        ),
        (
            "临江市供水办法\n（临江市政府第90次常务会议通过，1998年2月6日临江市人民政府令第68号公布，自1998年3月1日起施行）\n第一条 为了供水，制定本办法。\n",
            "临江市人民政府令第68号",
            "临江市供水办法",
            "临江市人民政府",
            "1998-02-06",
        ),
    ],
)
def test_orders(text: str, number: str, title: str, issuer: str, day: str) -> None:
    made = block(text)
    assert (made.doc_number, made.title, made.written_date) == (number, title, day)
    assert [named.name for named in made.issuers] == [issuer]


@pytest.mark.parametrize(
    ("head", "number", "kind"),
    [
        (
            "财政部 税务总局关于延续政策的公告\n财政部 税务总局公告2023年第12号\n",
            "财政部税务总局公告2023年第12号",
            "公告",
        ),
        ("财政部 税务总局公告\n2023年第12号\n", "财政部税务总局公告2023年第12号", "公告"),
        ("财政部 税务总局\n关于做好服务的函\n财税函2026年第322号\n", "财税函2026年第322号", "函"),
        ("财政部常务会议纪要\n〔2024〕5号\n", "财政部常务会议纪要〔2024〕5号", "纪要"),
        ("财政部 税务总局关于情况的报告\n财报〔2024〕3号 签发人：张三\n", "财报〔2024〕3号", "报告"),
        ("财政部关于同意设立园区的批复\n财函[2O24]3号\n", "财函〔2024〕3号", "批复"),
    ],
)
def test_numbers_of_other_kinds(head: str, number: str, kind: str) -> None:
    made = block(head + "为支持发展，现将有关事项告知如下：\n一、减半征收。\n财政部 税务总局\n2023年8月2日\n")
    assert (made.doc_number, made.document_type) == (number, kind)
    assert [named.name for named in made.issuers] == ["财政部", "税务总局"]


SIGNED = "各区委：\n请执行。\n中共临江市委办公室\n临江市人民政府办公室\n2024年3月1日\n"


@pytest.mark.parametrize(
    "head",
    [
        "中共临江市委办公室\n文件\n临江市人民政府办公室\n",
        "中共临江市委办公室\n临江市人民政府办公室文件\n",
        "市委办\n市府办公室文件\n",
        "中共临江市委办公室\n临江市人民政府办公室\n",
    ],
)
def test_a_red_head_is_no_part_of_the_title_and_names_no_further_issuers(head: str) -> None:
    text = f"{head}临办发〔2024〕3号\n关于印发《绿化方案》的通知\n{SIGNED}"
    assert block(text).title == "关于印发《绿化方案》的通知"
    assert issuers(text) == ["中共临江市委办公室", "临江市人民政府办公室"]


@pytest.mark.parametrize(
    "name", ["临江市教育局", "临江市临水区住房保障和房屋管理局", "临江市城市管理和综合执法局"]
)
def test_a_name_above_the_number_that_begins_the_title_line_is_the_red_head(name: str) -> None:
    text = f"{name}\n临办〔2024〕59号关于报送住房方案的请示\n区政府：\n请审议。\n{name}\n2024年3月1日\n"
    assert (block(text).title, block(text).doc_number) == ("关于报送住房方案的请示", "临办〔2024〕59号")
    assert issuers(text) == [name]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("临江市教育局\n临江市财政局文件\n临江市民政局\n", ["临江市教育局", "临江市财政局", "临江市民政局"]),
        ("临江市教育局 临江市财政局\n文件\n", ["临江市教育局", "临江市财政局"]),
        ("临江市教育局文件\n", ["临江市教育局"]),
    ],
)
def test_who_the_red_head_names_issued_what_is_not_signed(head: str, names: list[str]) -> None:
    assert (
        issuers(f"{head}临教〔2024〕3号\n关于做好资助工作的通知\n各区：\n请执行。\n2024年3月1日\n") == names
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("教育部", "中华人民共和国教育部", True),
        ("中国科协办公厅", "中国科学技术协会办公厅", True),
        ("省政府办公厅", "某省人民政府办公厅", True),
        ("国家发改委", "国家发展和改革委员会", True),
        ("甲市委办公室", "中共甲市委员会办公室", True),
        ("甲市财政局", "甲市民政局", False),
        ("甲市人民政府", "甲市乙区人民政府", False),
        ("甲市人民政府办公室", "市推进政府职能转变协调小组办公室", False),
        ("国务院", "国务院办公厅", False),
        ("国家发展改革委", "中华人民共和国国家发展和改革委员会", True),
        ("甲江高新区管委会", "甲江高新技术产业开发区管理委员会", True),
        ("甲江经开区管委会", "甲江高新技术产业开发区管理委员会", False),
    ],
)
def test_two_names_of_one_body(one: str, other: str, same: bool) -> None:
    assert is_same_body(one, other) is same
    assert is_same_body(other, one) is same


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("临江市绿色出行部门协调会议（代章）", ["临江市绿色出行部门协调会议"]),
        ("临江县农业生产工作专班", ["临江县农业生产工作专班"]),
        ("临江市养老服务联席会议（章）", ["临江市养老服务联席会议"]),
        ("教育部职业教育与成人教育司", ["教育部职业教育与成人教育司"]),
        ("临江市推进城乡融合改革\n协调小组办公室（代章）", ["临江市推进城乡融合改革协调小组办公室"]),
        ("临江市民政局、临江市财政局", ["临江市民政局", "临江市财政局"]),
        ("临江市民政局 临江市财政局\n临江市医保局", ["临江市民政局", "临江市财政局", "临江市医保局"]),
    ],
)
def test_who_signs(signature: str, names: list[str]) -> None:
    text = f"关于做好工作的通知\n各镇：\n请执行。\n{signature}\n2024年3月1日\n"
    assert issuers(text) == names


def test_a_signature_and_its_date_in_one_line() -> None:
    made = block("关于做好工作的通知\n各镇：\n请执行。\n临江市民政局 2024年3月1日\n")
    assert ([n.name for n in made.issuers], made.written_date) == (["临江市民政局"], "2024-03-01")


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("教育部办公厅、中国科协办公厅关于表彰学生的通知", ["教育部办公厅", "中国科协办公厅"]),
        ("临江市民政局、财政局关于做好工作的通知", ["临江市民政局", "财政局"]),
        ("商务部等9部门关于做好工作的通知", ["商务部"]),
        ("临江市推进改革\n领导小组办公室关于做好工作的通知", ["临江市推进改革领导小组办公室"]),
    ],
)
def test_issuers_of_a_title(title: str, names: list[str]) -> None:
    assert issuers(f"{title}\n各镇：\n请执行。\n") == names


@pytest.mark.parametrize(
    ("said", "issuer"),
    [
        ("制定机关：教育部 机构沿革", "教育部"),
        ("【发布部门】教育部", "教育部"),
        ("制发机关：教育部", "教育部"),
    ],
)
def test_whom_the_box_names(said: str, issuer: str) -> None:
    assert issuers(f"索引号：1\n{said}\n关于做好工作的通知\n各镇：\n请执行。\n") == [issuer]


@pytest.mark.parametrize(
    ("text", "status", "expires"),
    [
        ("时效性：已废止\n关于做好工作的通知\n各镇：\n请执行。\n", "abolished", None),
        (
            "有效性：失效\n有效期至：2023-12-31\n关于做好工作的通知\n各镇：\n请执行。\n",
            "expired",
            "2023-12-31",
        ),
        ("【已废止】关于做好工作的通知\n各镇：\n请执行。\n", "abolished", None),
        ("关于做好工作的通知（已失效）\n各镇：\n请执行。\n", "expired", None),
        ("索引号：1\n时效：2025-12-31\n关于做好工作的通知\n各镇：\n请执行。\n", "issued", "2025-12-31"),
        (
            "索引号：1\n时效性：现行有效\n废止日期：有效\n关于做好工作的通知\n各镇：\n请执行。\n",
            "issued",
            None,
        ),
        ("时效性：部分失效\n关于做好工作的通知\n各镇：\n请执行。\n", "issued", None),
        # The name of a field whose value is empty says nothing.
        (
            "【发布日期】2024-03-01\n【失效日期】\n【所属类别】法规\n关于做好工作的通知\n各镇：\n请执行。\n",
            "issued",
            None,
        ),
        ("发布日期：2024-03-01\n失效日期：\n关于做好工作的通知\n各镇：\n请执行。\n", "issued", None),
        ("关于《绿化办法（送审稿）》的起草说明\n为了工作，说明如下。\n", "draft", None),
        ("（会签稿）\n关于做好工作的通知\n各镇：\n请执行。\n", "draft", None),
        ("关于公开征求《绿化办法》意见的公告\n为了工作，现公开征求意见。\n", "draft", None),
        # A line that says when it ended; what will end one day, or only in part, is in force.
        ("关于做好工作的通知\n（2022年12月30日废止）\n各镇：\n请执行。\n", "abolished", None),
        ("此件已废止\n关于做好工作的通知\n各镇：\n请执行。\n", "abolished", None),
        ("该文件已于2023年5月1日失效\n关于做好工作的通知\n各镇：\n请执行。\n", "expired", None),
        ("本通知部分失效\n关于做好工作的通知\n各镇：\n请执行。\n", "issued", None),
        ("索引号：1\n效力：失效\n关于做好工作的通知\n各镇：\n请执行。\n", "expired", None),
        # Who asks what should be done has no draft of it.
        ("关于征集2024年民生实事意见的通知\n各镇：\n请报送。\n", "issued", None),
        ("关于公开征集立法项目意见建议的公告\n请提出。\n", "issued", None),
        ("关于征集地方标准立项意见的通知\n各镇：\n请报送。\n", "issued", None),
        ("关于征求绿化规划公众意见的公告\n请提出。\n", "draft", None),
        ("绿化管理办法\n（征求意见稿）\n第一条 为了管理，制定本办法。\n", "draft", None),
    ],
)
def test_whether_a_notice_is_in_force(text: str, status: str, expires: str | None) -> None:
    made = block(text)
    assert (made.status, made.expires_date) == (status, expires)
    assert not made.title.endswith(("失效）", "废止）"))


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("二〇二六年四月八日", "2026-04-08"),
        ("二O二五年十二月三十日", "2025-12-30"),
        ("二0二五年三月一日", "2025-03-01"),
        ("2026.4.8", "2026-04-08"),
        ("2026年4月8日18时", "2026-04-08"),
        ("2026-04-08", "2026-04-08"),
        ("2025年l2月3日", "2025-12-03"),
        ("2O26年1月2日", "2026-01-02"),
        ("一九九八年元月三日", "1998-01-03"),
    ],
)
def test_dates_in_every_form(printed: str, day: str) -> None:
    made = block(f"关于做好工作的通知\n各镇：\n请执行。\n临江市民政局\n{printed}\n")
    assert (made.written_date, [n.name for n in made.issuers]) == (day, ["临江市民政局"])


@pytest.mark.parametrize(
    "line",
    [
        "——2026年1月27日在临江市第十四届人民代表大会第四次会议上",
        "（2026年1月27日在临江市第十四届人民代表大会第四次会议上）",
        "（2026年1月27日在全市绿化工作会议上）",
    ],
)
def test_when_a_report_was_given(line: str) -> None:
    made = block(f"政府工作报告\n{line}\n市长 张三\n各位代表：\n现在，我作报告。\n")
    assert (made.title, made.written_date, made.issuers) == ("政府工作报告", "2026-01-27", ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "临江规二〇二四三号\n临江市规划局关于做好工作的通知\n各镇：\n请执行。\n临江市规划局\n2024年3月1日\n",
            "number",
        ),
        ("关于做好工作的通知\n各镇：\n请执行。\n临江市规划局\n2024年3月日\n", "date"),
        ("关于做好工作的通知\n各镇：\n请执行。\n绿化推进会商平台\n2024年3月1日\n", "issuer"),
    ],
)
def test_what_is_printed_and_not_understood_is_said(text: str, kind: str) -> None:
    assert [issue.kind for issue in outlined(text).issues] == [f"{kind}_not_understood"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("关于做好工作的通知\n各区民政局，市有关单位\n请认真执行下列事项。\n", ["各区民政局", "市有关单位"]),
        ("关于做好工作的通知\n各区民政局：现将有关事项通知如下。\n一、做好。\n", ["各区民政局"]),
        ("关于做好工作的通知\n（2024年3月1日）\n各区民政局：\n请执行。\n", ["各区民政局"]),
    ],
)
def test_addressees(text: str, names: list[str]) -> None:
    document = Document("n", "n.html", "0" * 64, "text/html", "utf-8", text, layout="paragraphs")
    assert [named.name for named in outline(document).title_block.recipients] == names


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("临江市人民政府公告", ["临江市人民政府"]),
        ("临江市人民政府第12次常务会议纪要", ["临江市人民政府"]),
        ("临江市绿化委员会2024年第一次全体会议纪要", ["临江市绿化委员会"]),
        ("重要通知", []),
    ],
)
def test_a_bare_title_says_whose_it_is(title: str, issuer: list[str]) -> None:
    assert issuers(f"{title}\n2024年3月1日，召开会议。\n一、会议指出，要做好工作。\n") == issuer


@pytest.mark.parametrize(
    ("box", "number", "day"),
    [
        ("发文字号：临园发〔2024〕5号\n成文日期：2024年03月01日\n", "临园发〔2024〕5号", "2024-03-01"),
        ("索引号：1/2024\n文号：临园发〔2024〕5号\n公文种类：通知\n", "临园发〔2024〕5号", None),
        ("来源：园林局\n印发日期：2024-03-01\n", None, "2024-03-01"),
    ],
)
def test_a_box_may_stand_below_the_text(box: str, number: str | None, day: str | None) -> None:
    made = block(f"关于做好工作的通知\n各镇：\n一、请认真执行。\n二、请按时报送。\n{box}")
    assert (made.doc_number, made.written_date) == (number, day)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "临江市人民代表大会常务委员会公告\n（第12号）\n《临江市公园条例》已于2024年1月2日通过，现予公布。\n2024年1月10日\n"
            "临江市公园条例\n第一条 为了管理，制定本条例。\n",
            "临江市公园条例",
        ),
        (
            "公文处理签\n会签意见\n关于印发方案的通知（代拟稿）\n各区：\n请执行。\n",
            "关于印发方案的通知（代拟稿）",
        ),
        ("《绿化方案》解读\n关于印发《绿化方案》的通知\n一、背景\n为了工作。\n", "《绿化方案》解读"),
        ("县级考核依据\n石城县河长制考核细则\n一、目标\n为了工作。\n", "石城县河长制考核细则"),
        (
            "政府工作报告。 天眼新闻记者 李森 摄\n政府工作报告\n（2026年1月27日在全省大会上）\n各位代表：\n现在报告。\n",
            "政府工作报告",
        ),
        ("关于计划草案的报告\n各位代表：\n现在报告。\n", "关于计划草案的报告"),
        # What is issued stands above the title of the notice that issues it.
        (
            "临法发〔2018〕23号《临江市中级法院关于落实责任制的实施意见》\n临江市中级法院印发《关于落实责任制的实施意见》的通知\n"
            "临法发〔2018〕23号\n各区法院：\n请执行。\n",
            "临江市中级法院印发《关于落实责任制的实施意见》的通知",
        ),
        (
            "关于促进就业的若干措施\n临江市政府办公室转发市人社局关于促进就业的若干措施的通知\n各区政府：\n请执行。\n",
            "临江市政府办公室转发市人社局关于促进就业的若干措施的通知",
        ),
        # 关于 goes over the end of a line; other issuers are only counted.
        (
            "临江市人民政府办公厅关\n于印发养老服务管理\n办法的通知\n各区：\n请执行。\n",
            "临江市人民政府办公厅关于印发养老服务管理办法的通知",
        ),
        (
            "临江市园林局等单位\n关于做好绿化\n工作的通知\n各区：\n请执行。\n",
            "临江市园林局等单位关于做好绿化工作的通知",
        ),
        ("关于修订章程的决定 附：修订本\n本会决定修订章程。\n", "关于修订章程的决定"),
        # What a site prints in front of a title: its column, the place; what tells of a notice is none.
        (
            "要闻丨临江市人民政府关于深化改革的实施意见\n发布日期：2024-03-02\n各区：\n请执行。\n",
            "临江市人民政府关于深化改革的实施意见",
        ),
        ("临江：关于印发《绿化方案》的通知\n各区：\n请执行。\n", "关于印发《绿化方案》的通知"),
        (
            "【规范性文件】临江市政府关于做好绿化工作的通知(2024-2025)\n各区：\n请执行。\n",
            "临江市政府关于做好绿化工作的通知（2024-2025）",
        ),
        (
            "[公示公告]临江市园林局关于做好绿化工作的通知\n各区：\n请执行。\n",
            "临江市园林局关于做好绿化工作的通知",
        ),
        ("第一篇：临江大学教学管理细则\n临江大学教学管理细则\n第一条 为了教学。\n", "临江大学教学管理细则"),
        # The headline of a page, cut short; names of files and of the site are none.
        (
            "资料网\n当前位置：资料网 › 管理办法.doc\n管理办法.doc\n管理办法\n临江大学管理办法\n第一条 为了管理，制定本办法。\n",
            "临江大学管理办法",
        ),
        # Minutes and briefs: whose they are and which number stand above what they are about.
        (
            "临江市人民政府办公室\n会议纪要\n第15期\n临江市人民政府办公室　　2024年5月20日\n研究排水工作专题会议纪要\n"
            "2024年5月17日，市政府召开会议。现纪要如下：\n一、会议听取了汇报。\n",
            "研究排水工作专题会议纪要",
        ),
        (
            "临江市政务督查\n20期\n临江市政府督查室  2024年5月20日\n关于印发重点任务落实情况的通报\n各区：\n请执行。\n",
            "关于印发重点任务落实情况的通报",
        ),
        # The edition on a line of its own belongs to a title of any kind.
        (
            "临江市绿色工厂评价表\n（2024年版）\n说明：本表依据规定编制。\n一、设施\n",
            "临江市绿色工厂评价表（2024年版）",
        ),
        ("通知公告|关于做好绿化工作的通知\n各区：\n请执行。\n", "关于做好绿化工作的通知"),
        ("一图读懂：关于深化改革的意见\n一、背景\n为了工作。\n", "一图读懂：关于深化改革的意见"),
        # Which of several of one title a site means; the year of a plan is its own.
        ("关于调整税率的通知（2000年）\n各海关：\n请执行。\n", "关于调整税率的通知"),
        ("临江市绿化工作要点（2024年）\n一、目标\n为了绿化。\n", "临江市绿化工作要点（2024年）"),
        # A list within a title does not go on in the next line.
        (
            "教育局关于公布普及教育、扫除文盲县（市、区）名单的决定\n2005-02-05\n临教〔2005〕1号\n各区普及教育。\n",
            "教育局关于公布普及教育、扫除文盲县（市、区）名单的决定",
        ),
        # Of lines that are no title that one is the page's headline which stands above the text again.
        (
            "网站导航\n市政府第22次会议召开\n2019-10-17\n市政府第22次会议召开\n会议研究了工作。\n",
            "市政府第22次会议召开",
        ),
        # What asks about a draft puts nothing into force.
        (
            "临江市人大常委会公告（第7号）\n会议审议了《临江市公园条例（草案）》。现将草案公布，征求意见。\n2024年1月10日\n"
            "临江市公园条例（草案）\n第一条 为了管理，制定本条例。\n",
            "临江市人大常委会公告",
        ),
    ],
)
def test_which_of_several_lines_is_the_title(text: str, title: str) -> None:
    made = block(text)
    assert made.title == title
    assert made.status == ("draft" if "代拟" in title else "issued")


@pytest.mark.parametrize(
    ("text", "day", "issuers_of"),
    [
        # The signature goes before the line that says how a regulation came to be.
        (
            "关于印发公园细则的通知\n（2024年2月1日市委常委会审议 2024年3月1日市委办公室发布）\n各区委、区政府：\n请执行。\n"
            "中共临江市委办公室\n2024年3月1日\n",
            "2024-03-01",
            ["中共临江市委办公室"],
        ),
        (
            "关于开展检查的公告\n请市民配合。\n此公告\n临江市公安局\n2024年3月1日\n",
            "2024-03-01",
            ["临江市公安局"],
        ),
        (
            "关于答复的函\n市财政局：\n同意。\n此复\n临江市公安局\n2024年3月1日\n",
            "2024-03-01",
            ["临江市公安局"],
        ),
        (
            "关于送审的函\n市财政局：\n同意。\n此致\n临江市公安局\n2024年3月1日\n",
            "2024-03-01",
            ["临江市公安局"],
        ),
    ],
)
def test_who_signs_and_when(text: str, day: str, issuers_of: list[str]) -> None:
    assert (block(text).written_date, issuers(text)) == (day, issuers_of)


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        # As many sign as the title names, most are the same in the same order: so are the others.
        (
            "临江市教育局\n临江市财政局\n中国人民银行临江市支行\n",
            ["临江市教育局", "临江市财政局", "中国人民银行临江市支行"],
        ),
        # One more signs, or the order is another: nothing says that the bank's two names are one.
        (
            "临江市教育局\n临江市财政局\n中国人民银行临江市支行\n临江市水利局\n",
            ["临江市教育局", "临江市财政局", "人行市支行", "中国人民银行临江市支行", "临江市水利局"],
        ),
        (
            "临江市财政局\n中国人民银行临江市支行\n临江市教育局\n",
            ["临江市教育局", "临江市财政局", "人行市支行", "中国人民银行临江市支行"],
        ),
    ],
)
def test_who_is_left_over_of_two_lists_alike_is_one(signed: str, names: list[str]) -> None:
    title = "市教育局 市财政局 人行市支行关于做好助学工作的通知"
    assert issuers(f"{title}\n各镇：\n请执行。\n{signed}2024年3月1日\n") == names


@pytest.mark.parametrize(
    ("whole", "torn"),
    [
        ("临园函〔2024〕56号", "临园\n函〔2024〕56号"),
        ("临园函〔2024〕56号", "临园函〔2024〕\n56号"),
        ("临园函〔2024〕56号", "临园函〔2024〕5\n— 1 —\n6号"),
        ("2024年3月1日", "2024年\n3月1日"),
        ("2024年3月1日", "20\n\n24年3月1日"),
        ("2024年3月1日", "2024年3月\n1日"),
        ("甲、乙方案》的通知", "甲、乙方案》\n的通知"),
        ("临江市司法局关于", "临江市司\n法局关于"),
        ("临江市司法局关于", "临江市\n司法局\n关于"),
        ("附件：乙清单", "附件：\n乙清单"),
    ],
)
def test_what_a_line_end_tears_in_two(whole: str, torn: str) -> None:
    text = (
        "临江市司法局关于印发《甲、乙方案》的通知\n临园函〔2024〕56号\n各区司法局：\n现印发给你们，请执行。\n"
        "附件：乙清单\n临江市司法局\n2024年3月1日\n甲、乙方案\n为了工作，制定本方案。\n"
    )
    assert whole in text
    one, other = block(text), block(text.replace(whole, torn))
    assert (one.title, one.doc_number, one.written_date, one.recipients[0].name) == (
        "临江市司法局关于印发《甲、乙方案》的通知",
        "临园函〔2024〕56号",
        "2024-03-01",
        "各区司法局",
    )
    assert (other.title, other.doc_number, other.written_date) == (
        one.title,
        one.doc_number,
        one.written_date,
    )
    assert [n.name for n in other.issuers] == [n.name for n in one.issuers] == ["临江市司法局"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("现在，我代表市人民政府，向大会报告工作，请予审议。", ["市人民政府"]),
        ("我代表临江省高级人民法院报告工作情况，请审议。", ["临江省高级人民法院"]),
        ("受市人民政府委托，现将有关情况报告如下。", ["市人民政府"]),
        ("我代表全体职工向大会致谢。", []),
    ],
)
def test_whose_report_is_given(said: str, names: list[str]) -> None:
    assert (
        issuers(
            f"工作报告\n（2026年1月27日在临江市人民代表大会第四次会议上）\n市长 李某\n各位代表：\n{said}\n"
        )
        == names
    )


@pytest.mark.parametrize(
    "opening",
    [
        "2024年5月17日，副市长主持召开会议。",
        "2024年5月17日、18日召开会议。",
        "2024年5月17日上午，市政府召开会议。",
    ],
)
def test_a_day_that_begins_a_sentence_is_none_of_its_own(opening: str) -> None:
    made = outlined(
        f"关于做好绿化工作的通知\n{opening}现通知如下：\n一、目标\n绿化。\n临江市园林局\n2024年6月1日\n"
    )
    assert (made.title_block.written_date, made.passages[1].text[: len(opening)]) == ("2024-06-01", opening)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # What goes up names who signs it beside the number.
        (
            "关于报送工作的报告\n临园〔2024〕5号      签发人：陈某\n市人民政府：\n现报告如下。\n",
            ["市人民政府"],
        ),
        # Without a title above they are addressed all the same.
        (
            "各乡镇人民政府，市级各部门：\n《临江市公园规则》已经市政府会议通过，现予印发。\n临江市人民政府\n2024年3月1日\n临江市公园规则\n第一条 为了管理，制定本规则。\n",
            ["各乡镇人民政府", "市级各部门"],
        ),
        (
            "关于印发公园细则的通知\n（2024年2月1日审议，2024年3月1日发布）\n各区委、区政府：\n请执行。\n",
            ["各区委", "区政府"],
        ),
        ("关于做好绿化的通知\n各市州、县市区人民政府：\n请执行。\n", ["各市州人民政府", "县市区人民政府"]),
    ],
)
def test_who_is_addressed(text: str, names: list[str]) -> None:
    assert [named.name for named in block(text).recipients] == names


@pytest.mark.parametrize("last", ["2024年3月1日（此件公开发布）", "（2024年3月1日）", "2024年3月1日印发"])
def test_what_may_stand_beside_a_date(last: str) -> None:
    made = block(f"关于做好工作的通知\n各镇：\n请执行。\n临江市民政局\n{last}\n")
    assert (made.written_date, [n.name for n in made.issuers]) == ("2024-03-01", ["临江市民政局"])


@pytest.mark.parametrize("mark", ["[", "*", "+", "?"])
def test_a_sign_before_the_name_of_a_place_is_no_fault(mark: str) -> None:
    block = outlined(
        f"{mark}临江市教育局关于做好招生的通知\n临教发〔2023〕12号\n各区教育局：\n请执行。\n"
    ).title_block
    assert block.doc_number == "临教发〔2023〕12号"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("《临江学院安全标准（试行）》\n临江学院安全标准（修订）\n", "临江学院安全标准（修订）"),
        ("《临江县公墓管理办法》\n临江县公墓管理办法\n", "临江县公墓管理办法"),
        ("《临江县公墓管理办法》\n政策问答\n", "《临江县公墓管理办法》政策问答"),
    ],
)
def test_a_headline_that_is_the_title_in_marks(lines: str, title: str) -> None:
    assert outlined(f"{lines}第一条 为了工作，制定本文。\n").title_block.title == title


@pytest.mark.parametrize("last", ["根据《教育法》和《招生办法》请抓好落实", "请遵照执行", "望各校抓好落实"])
def test_a_sentence_whose_stop_was_lost_signs_nothing(last: str) -> None:
    text = f"临江市教育局关于做好招生的通知\n各区教育局：\n现通知如下。\n{last}\n临江市教育局\n2023年5月4日\n"
    block = outline(Document("n", "n.html", "", "text/html", "utf-8", text, layout="paragraphs")).title_block
    assert [n.name for n in block.issuers] == ["临江市教育局"]


@pytest.mark.parametrize("half", ["博州政\n发", "泾\n政", "临\n办"])
def test_half_a_number_is_none(half: str) -> None:
    text = f"临江市教育局关于做好招生的通知\n文号：{half}〔2017〕129号\n各区教育局：\n现通知如下。\n"
    assert outlined(text).title_block.doc_number is None


def test_the_name_of_a_table_signs_nothing() -> None:
    text = "现予公布。\n附：北塔区市场监督管理局校园农产品检验\n结果汇总表\n邵阳市北塔区市场监督管理局\n2022年12月1日\n"
    block = outlined(f"临江市教育局关于做好招生的通知\n各区教育局：\n{text}").title_block
    assert "结果汇总表" not in "".join(n.name for n in block.issuers)


@pytest.mark.parametrize(
    ("title", "signed", "names"),
    [
        (
            "临江市城管局、公安局、交通运输局",
            "临江市城市管理局\n临江市公安局\n临江市交通运输局",
            ["临江市城市管理局", "临江市公安局", "临江市交通运输局"],
        ),
        (
            "临江市文明办 临江市教育局 临江团市委",
            "中共临江市委精神文明建设办公室\n临江市教育局\n共青团临江市委员会",
            ["中共临江市委精神文明建设办公室", "临江市教育局", "共青团临江市委员会"],
        ),
        (
            "临江市农业农村局 中国邮政储蓄银行临江市分行",
            "临江市农业农村局\n中国邮政储蓄银行股份有限公司临江市分行",
            ["临江市农业农村局", "中国邮政储蓄银行股份有限公司临江市分行"],
        ),
        ("临江县委 临江县人民政府", "中共临江县委\n临江县人民政府", ["中共临江县委", "临江县人民政府"]),
        (
            "临江市人民政府办公室",
            "市推进改革协调小组办公室（代章）",
            ["临江市人民政府办公室", "市推进改革协调小组办公室"],
        ),
    ],
)
def test_as_many_who_sign_as_the_title_names_are_the_same(title: str, signed: str, names: list[str]) -> None:
    assert issuers(f"{title}关于做好工作的通知\n各镇：\n请执行。\n{signed}\n2024年3月1日\n") == names


def test_a_text_without_its_title_is_said_to_have_none() -> None:
    assert [issue.kind for issue in outlined(BODY).issues] == ["title_not_found"]
    assert not outlined(f"{TITLE}\n{BODY}").issues
