"""Grants: amounts, units, ceilings, to whom; and money that nobody grants."""

from __future__ import annotations

import pytest

from pipeline.extract.funding import amount_in_yuan, funding
from pipeline.extract.set_aside import set_aside
from pipeline.model import Document, Fact, Mended, Outline, Passage, TitleBlock


def read(text: str) -> tuple[Fact, ...]:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    return funding(Mended(Outline(document, TitleBlock(), (passage,), (), (), ()), ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对每个中心给予200万元的建设补助。", [(200, "万元", "=")]),
        ("给予不超过50万元的建设补助。", [(50, "万元", "<=")]),
        ("每个给予4万元/年的运营补助。", [(4, "万元/年", "=")]),
        ("按照100万元的标准给予奖补。", [(100, "万元", "=")]),
        ("将奖补资金按照平均100万元/个的标准全部用于中心建设。", [(100, "万元", "~=")]),
        (
            "在市级奖补资金100万元/个的基础上，按照不超过80万元/个的标准进行区级补助。",
            [(100, "万元", "="), (80, "万元", "<=")],
        ),
        (
            "分别一次性给予5万元、10万元、15万元的奖励。",
            [(5, "万元", "="), (10, "万元", "="), (15, "万元", "=")],
        ),
        ("分别补助每人每年360元、600元和720元。", [(360, "元", "="), (600, "元", "="), (720, "元", "=")]),
        (
            "按博士15万元、硕士10万元、本科5万元的标准给予补贴。",
            [(15, "万元", "="), (10, "万元", "="), (5, "万元", "=")],
        ),
        ("给予最高20万元资助，同一机构每年最高300万元。", [(20, "万元", "<="), (300, "万元", "<=")]),
        ("可申请最高不超过15万元的创业担保贷款。", [(15, "万元", "<=")]),
        ("对国家级示范街一次性奖励200万元，省级的100万元。", [(200, "万元", "="), (100, "万元", "=")]),
        (
            "奖金标准为：著作5万元/项，论文3万元/项。",
            [(5, "万元", "="), (3, "万元", "=")],
        ),
        ("全市低保标准为每人每月1309元。", [(1309, "元", "=")]),
        ("城市低保标准由每人每月800元提高至850元。", [(850, "元", "=")]),
        ("高龄津贴标准从每人每月50元上调到60元。", [(60, "元", "=")]),
        ("贷款额度由30万元提高至40万元。", []),
        ("支持金额最高可至3000万元。", [(3000, "万元", "<=")]),
        ("每家旅行社奖励总额不超过100万元。", [(100, "万元", "<=")]),
        ("每场活动最高列支50万元。", [(50, "万元", "<=")]),
        ("项目投资总额不超过100万元。", []),
        (
            "按月发放高龄津贴，80—89周岁每人每月50元，90—99周岁每人每月100元，百岁以上老年人每人每月不低于500元。",
            [(50, "元", "="), (100, "元", "="), (500, "元", ">=")],
        ),
        ("居民医保个人缴费标准为每人每年380元，财政补助每人每年640元。", [(640, "元", "=")]),
        ("80岁以上老年人高龄津贴每月不低于50元。", [(50, "元", ">=")]),
        ("力争提供信贷资金达到10亿元以上。", []),
        ("全年发放创业担保贷款5亿元。", []),
        ("将单笔担保业务额度上限提高到6000万元。", []),
        ("对单户担保金额500万元以上的小微企业降低费率。", []),
        ("绿色贷款增量不低于500亿元。", []),
        ("违者处以罚款5000元。", []),
        ("养老机构收取床位费每月1200元、护理费每月800元。", []),
        ("逾期未搬迁的，每逾期一天扣减奖励500元。", []),
    ],
)
def test_amounts(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(f.values["amount"], f.values["unit"], f.values["comparator"]) for f in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("对符合条件且验收合格的每个镇养老服务中心给予100万元建设补助。", "recipient", "镇养老服务中心"),
        ("对符合条件且验收合格的每个镇养老服务中心给予100万元建设补助。", "condition", "符合条件且验收合格"),
        ("对符合条件且验收合格的每个镇养老服务中心给予100万元建设补助。", "type", "建设补助"),
        ("由所在镇街向项目承建单位拨付20万元建设补助资金。", "recipient", "项目承建单位"),
        ("由所在镇街向项目承建单位拨付20万元建设补助资金。", "payer", "所在镇街"),
        ("拟支持项目5项，每项800万元。", "amount", 800),
        ("引进博士每人发放安家费20万元。", "per", "人"),
        ("补贴限额8万元。", "comparator", "<="),
        ("由县财政每亩增补20元。", "payer", "县财政"),
        ("给予博士、硕士每人每月生活补贴3000元、2000元。", "recipient", "博士"),
        ("备用金每年不低于5万元，由县财政在4月底前一次性拨付。", "payer", "县财政"),
        ("补助项目5万元，由县财政承担60%。", "payer", None),
        ("对购置农机的合作社，县财政每套追加补贴3000元。", "recipient", "购置农机的合作社"),
        ("农机报废更新补贴单台不超过2万元。", "recipient", None),
        ("对新设外资项目，按实际到资额1%给予奖励。", "recipient", "新设外资项目"),
        ("政府性融资担保机构费率不高于1%，对担保额增长的给予0.5%的保费补贴。", "payer", None),
        ("对普惠园按每生每年600元给予奖补，所需资金由县财政统筹解决。", "payer", "县财政"),
        ("对普惠园按每生每年600元给予奖补，所需资金由县财政承担70%。", "payer", None),
        ("区级每年统筹不少于2000万元中小企业发展专项资金。", "payer", "区级"),
        ("每个给予4万元/年的运营补助。", "frequency", "yearly"),
        ("每个给予4万元/年的运营补助。", "amount_cny", 40000),
        ("给予每张床位5000元的一次性建设补贴。", "frequency", "once"),
        ("给予每张床位5000元的一次性建设补贴。", "per", "床位"),
        ("对困难家庭每户一次性发放救助金3000元。", "per", "户"),
        ("对参训学员每人发放补助1062元。", "per", "人"),
        ("同一银行对同一小微企业发放的贷款，年度补助金额最高不超过20万元。", "per", None),
    ],
)
def test_columns(text: str, column: str, value: object) -> None:
    assert read(text)[0].values[column] == value


def test_half_a_word_pays_nothing() -> None:
    assert read("政府性融资担保机构的担保费率最高减免30%。")[0].values["payer"] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对获评企业给予奖励人民币50万元整。", "获评企业"),
        ("对新认定的专精特新企业，每家给予人民币20万元奖励。", "新认定的专精特新企业"),
        ("按每台人民币3000元补贴。", None),
        ("对脱贫户，县财政局每户补贴500元。", "脱贫户"),
        ("对常住社区的困难老人，由省、市、县财政按每人600元给予补助。", "常住社区的困难老人"),
        ("对吸纳残疾人的工厂，由就业补助资金按每人1000元给予补贴。", "吸纳残疾人的工厂"),
        ("对入驻企业，园区给予房租减免，区财政按每平方米20元补贴。", None),
    ],
)
def test_neither_the_currency_nor_the_payer_between_hides_who_is_given(text: str, name: str | None) -> None:
    assert read(text)[0].values["recipient"] == name


def test_a_list_of_amounts_is_given_to_a_list_of_grades() -> None:
    facts = read("对获得评比三星级、四星级、五星级的机构分别给予5万元、10万元、15万元的奖励。")
    assert [f.values["recipient"] for f in facts] == [f"获得评比{grade}星级的机构" for grade in "三四五"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("对新建食堂每个补助5万元，改建食堂每个补助3万元。", ["新建食堂", "改建食堂"]),
        ("对普惠园按每生600元给予奖补，省级示范园另分别奖补5万元。", ["普惠园", "省级示范园"]),
        ("国家级、省级、市级企业技术中心分别奖励100万元、50万元、20万元。",
         [f"{level}级企业技术中心" for level in ("国家", "省", "市")]),
        ("博士、硕士每人每月分别补贴2000元、1000元。", ["博士", "硕士"]),
        ("对获奖单位，学校每人奖励500元。", [None]),
        ("市教育局每人发放300元补贴。", [None]),
        ("街道每个社区补助2万元。", [None]),
        ("大豆玉米带状复合种植每亩补贴200元。", [None]),
        ("对80—89周岁老年人每月发放高龄津贴50元，90—99周岁每月100元，百岁以上每月300元。", [None, "90—99周岁", None]),
        ("散居孤儿每人每月发放基本生活费1350元，机构供养孤儿1850元。", ["散居孤儿", "机构供养孤儿"]),
        ("新认定的省级重点实验室、工程研究中心分别补助200万元、100万元。", ["新认定的省级重点实验室", "新认定的工程研究中心"]),
        ("企业、合作社、家庭农场分别补助20万元、10万元。", [None, None]),
        ("对种粮大户，由县财政每亩增补20元。", ["种粮大户"]),
        ("顺产定额补助1500元，剖宫产2500元。", [None, "剖宫产"]),
        ("每个单位补助不超过200万元，其中60%可奖励研发团队。", [None]),
        ("对认定的国家级龙头企业奖励50万元，省级20万元。", ["认定的国家级龙头企业", "省级"]),
        # Those told alike are each given their own; a bare level between them pays.
        ("中央财政对西部地区补助60%、中部地区补助40%，东部地区补助20%。", ["西部地区", "中部地区", "东部地区"]),
        ("市财政对改造项目补助30%、其他项目补助50%。", ["改造项目", "其他项目"]),
    ],
)  # fmt: skip
def test_the_part_before_an_amount_says_who(text: str, recipients: list[str | None]) -> None:
    assert [f.values["recipient"] for f in read(text)] == recipients


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("重点村每村奖补150万元（其中省级100万元、县级50万元）。", [None, "省级", "县级"]),
        ("中央财政补助500万元、省财政补助200万元，市县配套300万元。", ["中央财政", "省财政", None]),
        ("区财政设立总规模5000万元的转贷资金池。", ["区财政"]),
        ("省级财政补助6元、县级财政补助4元、市级财政补助5元。", ["省级财政", "县级财政", "市级财政"]),
        ("每座补助1500元，其中省级800元、县级700元。", [None, "省级", "县级"]),
        ("重点村每村奖补200万元（其中省级100万元、县级50万元）。", [None, None, None]),
        (
            "各级财政补助标准不低于每人700元，其中省级财政补助220元、市级40元。",
            ["各级财政", "省级财政", "市级"],
        ),
        ("县级财政按水费收入的5%计提维修基金，市级对获评优秀的县奖励200万元。", ["市级"]),
    ],
)
def test_levels_give_what_they_come_to(text: str, payers: list[str | None]) -> None:
    assert [f.values["payer"] for f in read(text)] == payers


def test_lists_of_different_make_are_not_distributed() -> None:
    facts = read("对获得国家、省、市级奖项的人才分别给予5万元、3万元、1万元。")
    assert [f.values["recipient"] for f in facts] == ["获得国家、省、市级奖项的人才"] * 3


def test_nobody_named() -> None:
    assert read("给予5万元补助。")[0].values["recipient"] is None


@pytest.mark.parametrize(
    ("value", "unit", "yuan"), [(1.2, "万元", 12000), (3, "亿元", 3e8), (5, "元", 5), (5, "美元", None)]
)
def test_yuan(value: float, unit: str, yuan: float | None) -> None:
    assert amount_in_yuan(value, unit) == yuan


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中央财政给予每辆最高2万元补助。", None),
        ("对烘干中心，按设备投资额的30%给予补助，每个中心补助不超过200万元。", "烘干中心"),
        ("省级补助资金对脱贫县按90%、其他县按70%予以补助。", "其他县"),
        ("对评为国家级的工作站给予50万元奖励，省级工作站给予20万元奖励。", "省级工作站"),
        ("对新设立的总部企业给予200万元奖励，区商务局给予10万元补贴。", None),
        ("对入选的示范村给予30万元奖补，市级财政再给予10万元配套。", "入选的示范村"),
        ("对创业团队给予30万元启动资金，按业绩给予最高20万元奖励。", "创业团队"),
    ],
)
def test_neither_the_payer_nor_the_gift_is_the_recipient(text: str, name: str | None) -> None:
    assert read(text)[-1].values["recipient"] == name


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("2025年，省财政下达补助资金5000万元。", []),
        ("2025年全市发放补贴800万元，2026年计划发放1000万元。", [1000]),
        ("在去年安排500万元的基础上，今年再安排800万元。", [800]),
        ("从2025年起，每年安排500万元专项资金。", [500]),
        ("2025年度获得认定的企业，给予10万元奖励。", [10]),
        ("按照2025年度实际支出给予30%补助。", [30]),
        ("现下达2025年补助资金600万元。", [600]),
    ],
)
def test_what_was_given_in_a_year_that_is_over_is_no_grant(text: str, amounts: list[float]) -> None:
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))))
    mended = Mended(Outline(document, TitleBlock(written_date="2026-04-10"), (passage,), (), (), ()), ())
    assert [fact.values["amount"] for fact in funding(mended)] == amounts
    aside = {text[one.span.start : one.span.end] for one in set_aside(mended) if one.reason == "past"}
    over = len(amounts) < text.count("万元") + text.count("%")
    assert any("万元" in words for words in aside) or not over


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对新入规的企业，首年奖励20万元。", ["新入规的企业"]),
        ("对投资500万元以上的技改项目，竣工后按设备投资额的8%给予补助。", ["投资500万元以上的技改项目"]),
        ("对通过评估，且纳入目录的软件企业，每家补助5万元。", ["软件企业"]),
        ("对获评的单位，在本市设立分支的，给予5万元。", ["获评的单位"]),
        ("接待游客1000人以上的旅游企业，奖励3元/人。", ["接待游客1000人以上的旅游企业"]),
        ("复耕5亩以上的农户和村集体，按每亩300元给予奖补。", ["复耕5亩以上的农户和村集体"]),
        ("全职引进的领军人才、博士，分别给予80万元、30万元补贴。", ["全职引进的领军人才", "全职引进的博士"]),
        ("市内团队、省外团队分别奖励2万元、4万元。", ["市内团队", "省外团队"]),
        ("服务机构每引进1名人才，奖励5万元。", ["服务机构"]),
        ("给予培训机构课程补贴5元/人。", ["培训机构"]),
        ("给予二孩家庭2万元、三孩家庭3万元的补贴。", ["二孩家庭", "三孩家庭"]),
        ("按票房的5%给予影院奖励。", ["影院"]),
        ("按贷款额的1%给予承办企业奖励。", ["承办企业"]),
        ("低保对象按75%救助，特困人员按100%救助。", ["低保对象", "特困人员"]),
        ("按博士、硕士分别补贴5万元、3万元。", ["博士", "硕士"]),
        ("现下达你县2026年补助资金300万元。", ["你县"]),
        ("对示范户每户再增加2000元补助。", ["示范户"]),
        ("对农机合作社（大户），每年按10元/亩补贴。", ["农机合作社（大户）"]),
        ("对自有用房的养老机构，每张护理型床位给予1万元。", ["自有用房的养老机构"]),
        ("对20张床位以上的养老机构，新增每张床位给予补助7500元。", ["20张床位以上的养老机构"]),
        ("对参展的企业，每个标准展位资助1.5万元。", ["参展的企业"]),
        ("新认定的领军企业、瞪羚企业，分别奖励100万元、30万元。", ["新认定的领军企业", "新认定的瞪羚企业"]),
        ("对新认定的企业给予5万元奖励，通过复审的企业给予2万元奖励。", ["新认定的企业", "通过复审的企业"]),
        ("获得第四名的运动员给予20万元奖励。", ["获得第四名的运动员"]),
        ("省级每亩补贴40元。", [None]),
        ("权利人实施专利，并向市知识产权局进行备案，每件资助3000元。", [None]),
        ("符合规定的区财政局给予10万元补贴。", [None]),
        ("公益性岗位人员每月补贴1200元。", ["公益性岗位人员"]),
        ("对首次获批市级企业、省级企业分别奖励5万元、10万元。", ["首次获批市级企业", "省级企业"]),
        ("对企业购置办公用房，按房价的10%给予补助。", ["企业"]),
        ("按每人1000元给予承办企业奖补。", ["承办企业"]),
        ("在新三板挂牌的企业，区财政一次性奖励30万元。", ["在新三板挂牌的企业"]),
        ("对落户的私募基金，不含政府引导基金，按注册资本的2%给予补助。", ["落户的私募基金"]),
        ("按贡献额的30%给予基金管理企业补助。", ["基金管理企业"]),
        ("县慈善总会给予每名残疾学生助学款1000元。", ["残疾学生"]),
        ("给予不超过500万元奖励（第1年400万元，第2年100万元）。", [None, None, None]),
        ("按投入额的20%给予研发企业不超过200万元的奖励。", ["研发企业", "研发企业"]),
        ("对出口5万美元以上的企业，每5万美元给予5000元奖励。", ["出口5万美元以上的企业"]),
        # Who builds, brings in or pays is not told; nor is who gives given.
        ("引进投资亿元以上的企业，奖励5万元。", [None]),
        ("建设钢架大棚，每亩补助4000元。", [None]),
        ("县民政局按每户500元发放救助金。", [None]),
        ("未享受公寓的硕士，每月补贴房租600元。", ["未享受公寓的硕士"]),
        ("对获得国家、省、市奖项的人才，分别给予5万元、3万元、1万元。", ["获得国家、省、市奖项的人才"] * 3),
        ("分别奖励企业负责人5万元、10万元。", ["企业负责人"] * 2),
        ("中央财政对中部地区补贴45%，而东部地区仅补贴35%。", ["中部地区", "东部地区"]),
        ("对入选企业给予奖励，全省奖励总额不超过500万元。", [None]),
    ],
)
def test_who_is_given(text: str, names: list[str | None]) -> None:
    assert [fact.values["recipient"] for fact in read(text)] == names


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("由受益财政按实缴契税的50%给予补贴。", ["受益财政"]),
        ("由市就业服务中心给予一次性补贴1万元。", ["市就业服务中心"]),
        ("每头病死猪中央财政补助60元，地方财政补助20元。", ["中央财政", "地方财政"]),
        ("每家奖励20万元，市、区两级财政按1:1比例承担。", ["市、区两级财政"]),
        ("每台补助20万元，市、区财政各承担10万元。", [None, "市、区财政"]),
        ("每亩补助40元，其中省级资金承担25元、县级资金承担15元。", [None, "省级资金", "县级资金"]),
        ("省级财政承担60%、市级财政承担40%。", ["省级财政", "市级财政"]),
        ("对获批企业，市财政和区财政给予30万元奖励。", ["市财政和区财政"]),
        ("县慈善总会给予学生助学款1000元。", ["县慈善总会"]),
        ("带动就业的，县人社局给予一次性创业补贴5000元。", ["县人社局"]),
        ("村医补助每年2.4万元，均由县财政按月拨付到个人账户。", ["县财政"]),
        ("每月补贴120元，其中省级衔接资金承担80元、县级财政承担40元。", [None, "省级衔接资金", "县级财政"]),
        ("户均补助3万元，资金由中央财政每户2万元、县财政每户1万元组成。", [None]),
        ("每校补助资金1.2万元，由市、县财政各承担50%。", [None, "市、县财政"]),
        ("省财政负担2000元，县财政负担1600元。", ["省财政", "县财政"]),
        ("按最低工资标准的80%发放补助，其中市人社局承担800元、用人单位承担400元。", [None, "市人社局"]),
        ("市级补助70%、区级配套30%。", ["市级", "区级"]),
        ("按投资额给予市级补助20%。", [None]),
        ("企业自筹资金承担30%。", []),
        ("保费由省财政补贴25%、市财政补贴15%、区财政补贴20%。", ["省财政", "市财政", "区财政"]),
        ("每个补助资金20万元，区级承担60%、街道承担40%。", [None, "区级", "街道"]),
        ("财政承担60%、企业承担40%。", ["财政"]),
        ("护林员年报酬1.2万元，由旗财政发放。", ["旗财政"]),
        ("护林员月报酬3500元，由企业发放。", []),
        ("水管员工资每人每年1.44万元，由县财政统筹解决。", ["县财政"]),
    ],
)
def test_who_pays(text: str, payers: list[str | None]) -> None:
    assert [fact.values["payer"] for fact in read(text)] == payers


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("入伍奖励金：本科及以上2万元，大专1万元，高中（中专）5000元。", [2.0, 1.0, 5000.0]),
        ("荣立一等功的，给予4万元奖励；二等功2万元；三等功5000元。", [4.0, 2.0, 5000.0]),
        ("每户补助2.5万元；严重损坏的1万元；一般损坏的2000元。", [2.5, 1.0, 2000.0]),
        ("发放慰问金，80至89岁200元、90岁以上500元。", [200.0, 500.0]),
        ("项目按标准：自然村2万元/个，中心村5万元/个，由县财政奖补。", [2.0, 5.0]),
        ("对企业给予4万元奖励；注册资本5000元。", [4.0]),
    ],
)
def test_a_list_goes_on_in_another_magnitude(text: str, amounts: list[float]) -> None:
    assert [fact.values["amount"] for fact in read(text)] == amounts


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("以合同总价的1%给予补贴。", "合同总价"),
        ("给予合作银行年日均余额1%的奖励。", "年日均余额"),
        ("按总投资扣除购置费用外剩余投资的40%给予补助。", "总投资扣除购置费用外剩余投资"),
        ("对学生门票减免50%。", "学生门票"),
        ("见习补贴标准为当地最低工资标准的80%。", "当地最低工资标准"),
        ("乙类机构按甲类机构补贴标准的80%予以补贴。", "甲类机构补贴标准"),
        ("按该单家企业外包总费用的2%给予奖励。", None),
        ("贷款贴息比例不超过50%。", None),
    ],
)
def test_of_what_a_share_is(text: str, base: str | None) -> None:
    assert read(text)[0].values["base"] == base


def test_sums_that_come_to_one_granted_before_are_its_parts() -> None:
    told = "下达资金300万元。分配金额：甲县120万元、乙县180万元。完成投资100万元，实现产值200万元。"
    texts = [f"{sentence}。" for sentence in told.removesuffix("。").split("。")]
    places = [told.index(text) for text in texts]
    passages = tuple(
        Passage(text, tuple(range(at, at + len(text))), clause_id="一")
        for text, at in zip(texts, places, strict=True)
    )
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", told)
    facts = funding(Mended(Outline(document, TitleBlock(), passages, (), (), ()), ()))
    kinds = [(f.values["amount"], f.values["recipient"], f.values["amount_kind"]) for f in facts]
    assert kinds == [(300, None, "total"), (120, "甲县", "part"), (180, "乙县", "part")]


def test_what_a_sum_is_for_each_of_says_nothing_of_a_share_behind_it() -> None:
    """给予每人500元补贴；对包车的，按实际费用的50%补助: no half of the costs for each person. Parts and what else is given are for each too."""
    found = read("按新招用人数给予每人500元一次性补贴；对包车的，按实际费用的50%补助。")
    assert [fact.values["per"] for fact in found] == ["人", None]
    for text in (
        "每人每月基础养老金200元，其中省级补助50元，市级补助30元。",
        "每亩补贴150元，带状复合种植补贴300元。",
        "每户安装补助200元，最高补助500元。",
    ):
        assert len({fact.values["per"] for fact in read(text)}) == 1


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        # Only a name that ends as the first one does is told alike: no time, no purpose, no payer.
        ("对科技企业补助20万元，首年补助10万元。", ["科技企业", "科技企业"]),
        ("对企业补助50万元，验收后补助50万元。", ["企业", "企业"]),
        ("对受灾户补助2万元，民政部门补助1万元。", ["受灾户", "受灾户"]),
        ("省财政对困难地区补助80%，对其他地区补助50%。", ["困难地区", "其他地区"]),
        ("对企业补助100万元，每年补助不超过20万元。", ["企业", "企业"]),
    ],
)
def test_who_is_told_alike(text: str, recipients: list[str | None]) -> None:
    assert [fact.values["recipient"] for fact in read(text)] == recipients


@pytest.mark.parametrize(
    ("text", "pers", "recipients"),
    [
        # What one is given for each of says nothing of what another gets.
        (
            "对新购冷藏车每辆补贴3万元；对集配中心给予贷款贴息，年贴息额不超过80万元。",
            ["辆", None],
            ["新购冷藏车", "集配中心"],
        ),
        (
            "对验收合格的河段按每公里2万元给予奖补，排名前3的乡镇分别奖励20万元、15万元。",
            ["公里", None, None],
            ["河段", "排名前3的乡镇", "排名前3的乡镇"],
        ),
        ("对每个村补助10万元，对其他村补助5万元。", ["村", "村"], [None, None]),
    ],
)
def test_another_is_given_otherwise(text: str, pers: list[str | None], recipients: list[str | None]) -> None:
    found = read(text)
    assert [fact.values["per"] for fact in found] == pers
    assert [fact.values["recipient"] for fact in found] == recipients


@pytest.mark.parametrize(
    ("text", "column", "told"),
    [
        # What another clause is for is given to nobody of the one before.
        ("对新建的书屋每个给予2万元奖补，图书购置按每册20元标准补助。", "recipient", ["新建的书屋", None]),
        # A mean is for each.
        ("按户籍人口人均不低于2元的标准安排宣传经费。", "per", ["人"]),
        ("户均补助3000元。", "per", ["户"]),
        ("平均补助3000元。", "per", [None]),
        # Money that has a name of its own behind another sum.
        ("其中申请上级补助1.2亿元、发行专项债8000万元。", "type", ["上级补助", "专项债"]),
        # What is done beyond the task is a condition, and nothing that is over.
        ("超额完成10%以上的再奖励5万元。", "condition", ["超额完成10%以上"]),
        # Behind ； another is given; what each of a list gets; what is taken off is no gift.
        ("充电端口每部补助150元；更换电池给予300元/组补贴；低保户最高补助600元。", "per", ["部", "组", None]),
        ("给予务工人员交通补贴，省外每人500元、省内每人200元。", "recipient", ["省外", "省内"]),
        ("每上升1微克/立方米扣缴补偿金50万元。", "amount", []),
        ("单台补贴额5万元以上的全部实地核验。", "amount", []),
        # What is given once is for none of what another gets; nor is what pays, or a machine alone.
        ("对新增面积的县每亩奖补150元，对产粮大县一次性奖励500万元。", "per", ["亩", None]),
        ("对网箱每口最高1.6万元；养殖工船按造价的20%补助，单台最高800万元。", "per", ["口", None, "台"]),
        ("每头病死猪中央财政补助60元。", "per", ["病死猪"]),
        ("每台市区两级财政补贴30万元。", "per", ["台"]),
        ("每名学生财政补助200元。", "per", ["学生"]),
        ("每人每月补助300元，考核合格的一次性奖励3000元。", "per", ["人", "人"]),
        # So much more, every time there is one more of them; the most that they all come to is for none.
        ("带动就业5人以上的每增加1人再补1500元，最高2万元。", "per", ["人", None]),
        ("每带动1名监测对象就业奖励400元。", "per", ["监测对象"]),
        ("每多招用1名退役军人给予企业奖励1000元。", "per", ["退役军人"]),
        ("每提高1个百分点奖励6万元。", "per", ["个百分点"]),
        # A most that is many times what each gets is for them all; one alone of a kind says for each of what.
        ("每张床位补助4000元，最高不超过60万元。", "per", ["床位", None]),
        ("每户安装补助300元，最高补助600元。", "per", ["户", "户"]),
        ("展位费补贴50%，单次不超过2万元，年度累计不超过6万元。", "per", [None, "次", None]),
        ("对用人单位每人补贴400元，单位最高6万元。", "per", ["人", None]),
        ("旧桥改造每延米补助1.1万元。", "per", ["延米"]),
        # What one gets by and by comes to much; each of several sums is for each of the same; 单项冠军 is a name.
        ("对脱贫劳动力每人每月补助200元，全年最高不超过2400元。", "per", ["人", "人"]),
        ("每完成1个试点，省级补助70万元，市级补助20万元，县级配套10万元。", "per", ["试点", "试点", "试点"]),
        ("对新认定的制造业单项冠军企业给予150万元奖励。", "per", [None]),
        # 300万元以上部分按2%: what of a sum a share is of is no grant.
        ("投资额300万元以下部分按5%、300万元至800万元（含）部分按8%给予补助。", "amount", [5, 8]),
        ("对商圈单个项目奖励金额不超过90万元。", "per", ["项目"]),
        ("公办园生均公用经费标准由每年500元提高到700元。", "per", ["生"]),
        ("每个专科市财政一次性补助40万元。", "per", ["专科"]),
        ("每户中央补助1.2万元，省级补助0.6万元。", "per", ["户", "户"]),
        # What is wished for comes of another purse.
        ("区财政安排专项资金1.2亿元，积极争取上级补助不少于2亿元。", "payer", ["区财政", None]),
        # Names that begin alike are whole.
        (
            "对新创建的国家级绿色工厂、绿色园区，分别奖励40万元、80万元。",
            "recipient",
            ["新创建的国家级绿色工厂", "新创建的国家级绿色园区"],
        ),
        (
            "对新创建的国家级绿色工厂、绿色园区、绿色供应链企业，分别奖励40万元、80万元、20万元。",
            "recipient",
            ["新创建的国家级绿色工厂", "新创建的国家级绿色园区", "新创建的国家级绿色供应链企业"],
        ),
        ("对三星级、四星级养老机构分别奖励2万元、3万元。", "recipient", ["三星级养老机构", "四星级养老机构"]),
        # When is nobody who is given.
        ("展位费补贴50%，年度累计不超过6万元。", "recipient", [None, None]),
        ("首年按租金的70%、次年按40%、第三年按20%给予补助。", "recipient", [None, None, None]),
        ("每个设施补助5万元；根据等级分别增加40万元、30万元。", "per", ["设施", "设施", "设施"]),
        ("按单台设备投资额的10%给予补助，单台最高50万元。", "per", [None, "台"]),
        ("安排补助资金500万元、衔接资金300万元。", "type", ["补助资金", "衔接资金"]),
        # A mean that tells who they are, or of another sum, is for each of nothing.
        ("对亩均税收超过50万元的企业奖励20万元。", "per", [None]),
        ("对人均税收前十名的企业奖励10万元。", "per", [None]),
        ("县财政按户均100元标准安排资金80万元。", "per", ["户", None]),
        ("日均补贴30元。", "per", [None]),
        # Money that comes back is given to nobody; who gives with a name of its own is no level.
        ("县财政收回资金120万元。", "amount", []),
        ("去年超额完成的县获得奖励200万元。", "amount", []),
        ("市级对企业奖励20万元，企业给予员工奖励2万元。", "payer", ["市级", None]),
        ("生均教育经费每年不低于20元。", "per", ["生"]),
        ("亩均财政投入不低于3000元。", "payer", [None]),
        ("复耕率低于90%的，扣减下年度产粮大县奖励资金10%。", "amount", []),
        ("省财政每年统筹不少于5亿元。", "payer", ["省财政"]),
        (
            "区级财政按人均2元安排经费，市级对完成任务的区奖励10万元，超额完成的再奖励5万元。",
            "payer",
            ["区级财政", "市级", "市级"],
        ),
    ],
)
def test_what_whole_notices_showed(text: str, column: str, told: list[object]) -> None:
    assert [fact.values[column] for fact in read(text)] == told
