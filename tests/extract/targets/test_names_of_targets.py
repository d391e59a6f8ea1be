"""The name of what is to reach a value: the thing itself, without what is done to it, by whom, and to what share."""

from __future__ import annotations

import pytest

from pipeline.extract.targets import targets
from pipeline.extract.targets.subjects import about
from pipeline.model import Document, Mended, Outline, Passage, TitleBlock


def names(text: str) -> list[object]:
    return [name for name, _ in read(text)]


def read(text: str) -> list[tuple[object, object]]:
    """(indicator, value) of each target of a text."""
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    block = TitleBlock(title="某区工作方案", written_date="2026-01-27")
    found = targets(Mended(Outline(document, block, (passage,), (), (), ()), ()))
    return [(fact.values["indicator"], fact.values["value"]) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Verbs in a row are all verbs; such as count new ones apart stay.
        ("建设和改造乡村步道300公里。", ["乡村步道"]),
        ("培育壮大科技社团15个。", ["科技社团"]),
        ("提质改造农贸集市12处。", ["农贸集市"]),
        ("新建、改建农家书屋16万个。", ["新建、改建农家书屋"]),
        ("新改建骑行绿道60公里。", ["新改建骑行绿道"]),
        ("新增完成治理村庄35个。", ["村庄"]),
        ("困难家庭危房改造每年完成不少于1000户。", ["困难家庭危房改造"]),
        ("新建16万户农村户用卫生厕所。", ["新建农村户用卫生厕所"]),
        ("用气报装时间压缩至6天。", ["用气报装时间"]),
        # A verb that begins a name, or without which half a word is left, stays.
        ("新建培训基地5个。", ["新建培训基地"]),
        ("完成安置房交付8万套。", ["安置房交付"]),
        ("完成改造项目20个。", ["改造项目"]),
        # A verb behind a joint begins another clause.
        ("实施3个福利院优化提质项目、新增床位470张。", ["福利院优化提质项目", "新增床位"]),
        ("建设技能培训机房并完成社会培训任务1000人次。", ["社会培训任务"]),
        ("建成戏台6座，修缮祠堂和新建乡村剧场8处。", ["戏台", "新建乡村剧场"]),
        # What is done belongs to a name that measures it; a plan does not.
        ("渡口建设投资目标20亿元以上。", ["渡口建设投资"]),
        ("渡口建设力争完成投资6亿元。", ["渡口建设投资"]),
        ("戏台项目计划完成投资3亿元。", ["戏台项目投资"]),
        ("建成3家社区综合为老服务中心。", ["社区综合为老服务中心"]),
        # What is measured may stand before the place where it is.
        (
            "农田林网率达到90%；村庄绿化率河西地区达到40%，河东地区达到30%。",
            ["农田林网率", "村庄绿化率河西地区", "村庄绿化率河东地区"],
        ),
        ("有条件的镇力争沼气池占农户比例达到20%。", ["沼气池占农户比例"]),
        ("有条件的镇力争茶园灌溉率提高到40%。", ["茶园灌溉率"]),
        # How large it is stands behind each count of a list, what it is behind the last; 等 with more than are named counts.
        ("推进东山水厂、西岭泵站等12个百亿元、70个30亿元以上项目建设。", ["百亿元项目建设", "30亿元以上项目建设"]),
        ("推进丙水库等5个亿元以上项目建设。", ["亿元以上项目建设"]),
        ("推动6个30万吨级、10个5万吨级码头建设。", ["30万吨级码头建设", "5万吨级码头建设"]),
        ("培育5户50亿元以上、20户亿元以上工业企业。", ["50亿元以上工业企业", "亿元以上工业企业"]),
        ("开工4个10亿元以上和9个5000万元以上产业项目。", ["10亿元以上产业项目", "5000万元以上产业项目"]),
        ("推进甲水厂、乙泵站、丙水库等3个项目建设。", []),
        ("推进灯光、步道等8个方面改造。", []),
        # Of those who do something, what they do is counted.
        ("县级以上图书馆建设流通书柜不少于2个。", ["流通书柜"]),
        ("向社区推荐养老护理员不少于50名。", ["养老护理员"]),
        ("各校配备心理教师不少于2名。", ["心理教师"]),
        # An adverb of one character belongs to its noun; one that no class of grammar holds to the words it stands before.
        ("再贷款投放量达到300亿元。", ["再贷款投放量"]),
        ("全市80%以上新注册企业使用电子印章。", ["新注册企业使用电子印章"]),
        ("建成33个服务区快速充电设施。", ["服务区快速充电设施"]),
        # Where, how and from what it is measured.
        ("每年举办10次全市范围的读书会。", ["读书会"]),
        ("县域商贸总量占全省比重达64%。", ["商贸总量占全省比重"]),
        ("每万人拥有体育教练2名。", ["每万人拥有体育教练"]),
        ("缴纳成交价款的50%。", ["缴纳成交价款比例"]),
        ("首次存入监管总额的60%。", ["首次存入监管总额比例"]),
        ("首次缴纳比例不得低于成交价款的50%。", ["成交价款首次缴纳比例"]),
        ("第二次住房贷款利率，按基准利率的1.1倍执行。", ["第二次住房贷款利率（基准利率的倍数）"]),
        # What is measured of one is measured of its like.
        ("职工医保支付比例达到80%，居民医保达到70%。", ["职工医保支付比例", "居民医保支付比例"]),
        ("低压用户接电时间压缩至3天，高压用户压缩至20天。", ["低压用户接电时间", "高压用户接电时间"]),
        ("首次登记办理时限压缩至5天，抵押登记压缩至2天。", ["首次登记办理时限", "抵押登记办理时限"]),
        ("续建16个国道项目，建成甲路、乙路等5个项目。", ["续建国道项目", "国道项目"]),
        ("贷款额提高到不高于房价的80%。", ["贷款额（占房价）"]),
        ("建成区道路机械清扫率达80%，县城达70%。", ["建成区道路机械清扫率", "县城道路机械清扫率"]),
        ("毕业生帮扶率达到100%，就业率不低于90%。", ["毕业生帮扶率", "毕业生就业率"]),
        ("居住建筑、公共建筑节能率分别提高30%、20%。", ["居住建筑节能率", "公共建筑节能率"]),
        ("高血压、糖尿病患者规范管理率均达到65%。", ["高血压患者规范管理率", "糖尿病患者规范管理率"]),
        ("企业和职工缴存比例均不低于5%。", ["企业缴存比例", "职工缴存比例"]),
        ("住院率、门诊率均控制在10%以内。", ["住院率", "门诊率"]),
        ("多子女家庭贷款额度在此基础上上浮20%。", ["多子女家庭贷款额度"]),
        # A level alone is of what was counted.
        ("建成净化塘8口，其中国家级5口、省级3口。", ["净化塘", "国家级净化塘", "省级净化塘"]),
        ("培育合作联社60家，其中市级示范社20家。", ["合作联社", "市级示范社"]),
        ("创建议事厅30个，其中3A级6个。", ["议事厅", "3A级议事厅"]),
        # What is driven, or done, before it is counted.
        ("实施竹编工坊提质工程，年内完成8个。", ["竹编工坊提质工程"]),
        ("加快避难广场建设，年底前建成6处，覆盖率达到48%。", ["避难广场", "避难广场覆盖率"]),
        ("社区书房培育行动。每年新增不少于12个。", ["社区书房培育行动"]),
        ("利用现有校舍布局建设社区学堂3所。", ["社区学堂"]),
        ("依托现有资源布局建设集展示、培训于一体的社区议事厅12个。", ["社区议事厅"]),
        # A word that the dictionary takes for a particle ends a name.
        ("新时代文明实践所由12个增加到120个。", ["新时代文明实践所"]),
        # How long what was counted is.
        ("续建甲县至乙县、丙县至丁县等5个高速公路项目631公里。", ["续建高速公路项目", "续建高速公路项目长度"]),
        # A place alone is where the clause before is measured.
        ("公交服务水平进一步提升，城区达到68%，乡村达到48%。", ["城区公交服务水平", "乡村公交服务水平"]),
        ("灌溉保障率稳步提高，山区达到60%，平原地区达到90%。", ["山区灌溉保障率", "平原地区灌溉保障率"]),
        ("户厕普及率不断提升，县城不低于70%。", ["县城户厕普及率"]),
        # Rates one after the other are of the same thing.
        ("垃圾分类覆盖率达到90%，参与率达到80%，准确率达到70%。", ["垃圾分类覆盖率", "垃圾分类参与率", "垃圾分类准确率"]),
        # Words that only announce what is measured; those that close what is counted already.
        ("具体指标包括制造竞争力指数达到86。", ["制造竞争力指数"]),
        ("主要任务指标包括茶园灌溉率达到86%、户厕普及率达到90%。", ["茶园灌溉率", "户厕普及率"]),
        ("工作目标包括换电率达到86%。", ["换电率"]),
        ("除续建驿站20座外，再新建换电站30座。", ["续建驿站", "新建换电站"]),
        ("除修复岸线20公里外，还要疏浚河道9公里。", ["岸线", "河道"]),
        ("除改造渡口3处以外，新建码头2座。", ["渡口", "新建码头"]),
        ("实际支出占应分担资金的40%以上。", ["实际支出占应分担资金比例"]),
        ("缴存金额占应缴资金的90%以上。", ["缴存金额占应缴资金比例"]),
        ("发放人数占应发人数的98%。", ["发放人数占应发人数比例"]),
        ("建设18所在全省领先的中小学。", ["领先的中小学"]),
        # A value of a product is money; what is bettered is one project; what is made may be told by a clause before 的.
        ("全乡GDP达2.92亿元，增长10%。", ["全乡GDP", "全乡GDP"]),
        ("2026年实施东山路改造提升工程，总里程6.7公里。", ["东山路改造提升工程总里程"]),
        ("改造提升城北小学、河东小学校舍，覆盖率达到60%。", ["城北小学、河东小学校舍覆盖率"]),
        ("建好以东山村为中心的3个5000亩示范片。", ["5000亩示范片"]),
        ("改造建于前些年的20个大院。", ["大院"]),
        ("新增覆盖全县的16个监测站。", ["新增监测站"]),
        ("新铺天然气管道400公里以上，累计建成1000公里。", ["天然气管道", "天然气管道"]),
        ("主要是新建幼儿园35所。", ["新建幼儿园"]),
        ("每万名从业人员专利授权数达到260件。", ["每万名从业人员专利授权数"]),
        ("粮食生产总面积（复种）稳定在14万亩。", ["粮食生产总面积（复种）"]),
        ("对全县义务教育学段4500名学生实施营养计划。", ["学生营养计划"]),
        # Things that are counted by ones, where they are made.
        ("新培育两家示范合作社。", ["示范合作社"]),
        ("建设三所社区学堂。", ["社区学堂"]),
        ("依托两家企业开展培训。", []),
        ("修缮四处祠堂。", ["祠堂"]),
        ("落实两条意见。", []),
        # How much of what else, or for each of whom, is to be there.
        ("办公类建筑按照不低于停车位的25%建设。", ["办公类建筑占停车位比例"]),
        ("按不低于总泊位30%的比例配建换电柜。", ["换电柜占总泊位比例"]),
        ("新建小区应当按照每百户建筑面积不低于30平方米标准，配套建设托育用房。", ["每百户建筑面积"]),
        ("按每百户不少于30平方米的标准配套建设托育用房。", ["托育用房（占每百户）"]),
        ("“光屏端网”产业突破7000亿元。", ["“光屏端网”产业"]),
        ("供水站点500米覆盖率、泊位周转率达到90%。", ["供水站点500米覆盖率", "泊位周转率"]),
        ("省会供水率不低于50%，副中心城市不低于45%。", ["省会供水率", "副中心城市供水率"]),
        # What is appointed, void, numbered, or only says where and of what size.
        ("经审核，现确定9所学校为试点学校。", []),
        ("决定文件继续有效52件，失效100件。", []),
        ("市政府召开十届四十二次常务会议。", []),
        ("受理编号由6位数字组成。", []),
        ("实施1.6升及以下汽车推广工作。", []),
        ("在36个重点城市新建学校2000所。", ["新建学校"]),
        # What has an area itself; an exception is of what the norm is.
        ("居室不小于12平方米。", ["居室面积"]),
        ("每床不小于5平方米。", ["每床面积"]),
        ("社区书房面积不低于300平方米，老年人较少的社区不低于200平方米。", ["社区书房面积", "老年人较少的社区书房面积"]),
        ("乡镇文化站面积不低于500平方米，偏远乡镇降低至300平方米。", ["乡镇文化站面积", "偏远乡镇文化站面积"]),
    ],
)  # fmt: skip
def test_the_thing_itself_is_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What something is done to.
        ("筛查工作原则上在入校前完成，最晚应在开学后1个月内完成。", "筛查工作完成时限"),
        ("河道清淤应在汛期前完成，合格率不低于95%。", "河道清淤合格率"),
        ("土地出让金可分期支付，缴纳比例不得低于50%。", "土地出让金缴纳比例"),
        # A measure of what is done, behind its being done.
        ("优先核定数字化电子发票，核定比率不低于90%。", "数字化电子发票核定比率"),
        ("可以用银行保函替换监管资金，替换比例不超过50%。", "监管资金替换比例"),
        ("逐户登记流动摊贩，登记比例达到98%。", "流动摊贩登记比例"),
        ("每年完成困难家庭危房改造1000户，改造合格率达到98%。", "困难家庭危房改造合格率"),
        ("愿意分期缴纳竞买尾款的，由企业提出申请，缴纳比例不低于总额的50%。", "竞买尾款缴纳比例"),
        # The same measure, said of something before.
        ("小微贷款额度按可贷额度计算，最高额度为80万元。", "小微贷款最高额度"),
        ("单户授信额度由银行核定，最高额度为300万元。", "单户授信最高额度"),
    ],
)
def test_what_a_bare_measure_is_of(text: str, expected: str) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    ("heading", "said"),
    [("农村公路提升", "农村公路"), ("推进生活污水治理", "生活污水治理"), ("实现社区食堂全覆盖", "社区食堂")],
)
def test_what_a_heading_speaks_of(heading: str, said: str) -> None:
    assert about(heading) == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The noun behind the last number is that of the numbers before it.
        ("到2026年底建成15个、2027年底建成30个助餐点。", ["助餐点", "助餐点"]),
        ("建设5个国家级、15个省级绿色工厂。", ["国家级绿色工厂", "省级绿色工厂"]),
        ("设置护理站1处、不少于20平方米的康复室。", ["护理站", "康复室面积"]),
        # What is measured stands before the places, the level that is over, or the step to the next.
        ("良种率，城区达到68%，乡村达到48%。", ["城区良种率", "乡村良种率"]),
        ("清扫率2024年为41%，2027年目标值为80%。", ["清扫率"]),
        ("管网漏损率逐年降低1个百分点，2028年降至8%以内。", ["管网漏损率"]),
        ("建设农田10万亩（含节水灌溉2万亩），其中2026年完成4万亩。", ["农田", "节水灌溉", "农田"]),
        ("上半年完成投资12亿元。", ["投资"]),
    ],
)
def test_what_stands_elsewhere_in_the_sentence(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "根据人口普查数据，常住人口达到312万人。",
        "经摸底，食堂覆盖率达到60%。",
        "据测算，食堂覆盖率达到60%。",
        "近三年来，改造设施230处。",
        "对排名后3位的乡镇开展约谈。",
    ],
)
def test_what_was_found_out_is_no_aim(text: str) -> None:
    assert not names(text)


def test_an_aim_is_one_whatever_it_goes_by() -> None:
    assert names("根据监测数据，力争食堂覆盖率达到60%。") == ["食堂覆盖率"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实现服务站覆盖率、社区食堂覆盖率、设施达标率三个100%。", [("服务站覆盖率", 100), ("社区食堂覆盖率", 100), ("设施达标率", 100)]),
        ("每个乡镇组建1支不少于10人的救援小分队。", [("不少于10人的救援小分队", 1)]),
        ("建成国家级产业园1个、省级2个。", [("国家级产业园", 1), ("省级产业园", 2)]),
        ("带动农户3万户，户均增收2000元以上。", [("农户", 3), ("户均增收", 2000)]),
        ("机构备案，自收到材料之日起3个工作日内办结。", [("机构备案办结时限", 3)]),
        ("业务办理时限压缩至3天以内，抵押登记1天办结。", [("业务办理时限", 3), ("抵押登记办结时限", 1)]),
        ("每层出口不少于2个，灭火器每50平方米配置不少于2具。", [("每层出口", 2), ("灭火器", 2)]),
        ("2026年实现助餐服务全覆盖；以村为单位，2027年覆盖率达到70%。", [("助餐服务覆盖率", 70), ("助餐服务", None)]),
        ("力争用三年时间把藏书总量提高到12万册。", [("藏书总量", 12)]),
    ],
)  # fmt: skip
def test_of_what_and_how_many(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每餐不少于4个菜品。", [("菜品", 4)]),
        ("每班不少于2名保育员。", [("保育员", 2)]),
        ("到2027年，食品留样不少于48小时。", [("食品留样", 48)]),
        ("食品留样不少于48小时。", []),
    ],
)
def test_norms_of_so_many_and_so_long(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected
