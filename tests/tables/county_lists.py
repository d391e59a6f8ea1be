"""Responsibility lists of a county and of a province, drawn with other columns, cuts and bodies than `natural_lists`.

Columns 目标, 责任领导, 责任人; three agencies' columns side by side; dates in figures; categories merged over pages, blank
below; lists without numbers; three or five rows cut, some of which lose only a line to the next page.
"""

from __future__ import annotations

from random import Random

from flattened_lists import Column
from natural_lists import on_pages

COUNTY = [
    "县发展和改革局", "县教育和科学技术局", "县工业商务和信息化局", "县公安局", "县民政局", "县司法局", "县财政局", "县人社局",
    "县自然资源局", "市生态环境局某县分局", "县住建局", "县综合行政执法局", "县交通运输局", "县水务局", "县农业农村局",
    "县文化旅游和体育局", "县卫生健康局", "县退役军人事务局", "县应急管理局", "县审计局", "县市场监督管理局", "县林业和草原局",
    "县乡村振兴促进中心", "县政务服务管理局", "县医疗保障局", "县统计局", "县信访局", "县融媒体中心", "县档案馆", "县疾控中心",
    "县委办公室", "县人大常委会办公室", "县政协办公室", "县纪委监委", "县委组织部", "县委宣传部", "县委统战部", "县委政法委",
    "县委社会工作部", "县委老干部局", "县委党校", "县人民法院", "县人民检察院", "县总工会", "共青团县委", "县妇女联合会",
    "县工商业联合会", "县残疾人联合会", "县科学技术协会", "县文学艺术界联合会", "县税务局", "县气象局", "县消防救援大队",
    "县公安局交通管理大队", "县烟草专卖局", "人行某县支行", "国网某县供电公司", "中国电信某县分公司", "县农村商业银行",
    "县城市建设投资有限公司", "县产业园区管理委员会", "县人武部", "县供销社", "县机关事务服务中心", "县不动产登记中心",
]  # fmt: skip
PROVINCE = [
    "省发展改革委", "省教育厅", "省科技厅", "省工业和信息化厅", "省民族宗教委", "省公安厅", "省民政厅", "省司法厅", "省财政厅",
    "省人力资源社会保障厅", "省自然资源厅", "省生态环境厅", "省住房城乡建设厅", "省交通运输厅", "省水利厅", "省农业农村厅",
    "省商务厅", "省文化和旅游厅", "省卫生健康委", "省应急厅", "省审计厅", "省国资委", "省市场监管局", "省广电局", "省体育局",
    "省统计局", "省医保局", "省药监局", "省知识产权局", "省地方金融管理局", "省政府外办", "省能源局", "省林业局", "省海洋局",
    "省通信管理局", "省委宣传部", "省委网信办", "省委编办", "省委金融办", "省法院", "省检察院", "团省委", "省妇联", "省贸促会",
    "人民银行某省分行", "金融监管总局某省监管局", "某省证监局", "某海关", "省税务局", "省邮政管理局", "某铁路局集团公司",
    "某电网公司", "民航某监管局", "省大数据中心", "省农科院", "省交通投资集团", "省机场集团",
]  # fmt: skip
COUNTY_PLACES = [
    "各乡镇人民政府",
    "各乡（镇）人民政府",
    "各镇（街道）",
    "各乡镇",
    "县直各单位",
    "各村（社区）",
    "各中小学校",
]
PROVINCE_PLACES = [
    "各市（州）人民政府",
    "各设区市人民政府",
    "各市县人民政府",
    "各地级以上市人民政府",
    "各高等院校",
    "省直有关单位",
]
TASKS = [
    "修订完善防汛抗旱应急预案", "对全县在建工地开展拉网式检查", "新建改建农村公路86公里", "改造卫生户厕1200座", "建成县级物流配送中心1个",
    "推动教联体建设", "招聘紧缺学科教师45名", "把退役军人优待证使用场景纳入景区管理", "完善“一村一法律顾问”制度", "整治群众身边腐败和作风问题",
    "核查社会救助对象家庭经济状况", "开展送戏下乡活动不少于60场", "改造10千伏线路38公里", "建立重大项目领导包联机制", "盘活闲置农房和宅基地",
    "提高撂荒耕地复垦率", "强化烟花爆竹销售网点监管", "落实“首违不罚”清单", "实现行政村5G网络全覆盖", "引进亿元以上项目6个",
    "对规模以下工业企业实行按月监测", "提升医保基金监管能力", "规范校外培训收费行为", "推进县城污水处理厂提标改造", "培育农民合作社示范社8家",
    "办好第五届苹果采摘节", "建设返乡创业孵化园", "深化“放心消费”创建", "健全村级议事协商制度", "完成国土绿化2.3万亩",
    "清理规范各类创建示范活动", "对重点行业企业开展环保绩效评级", "发布公共数据开放目录", "推行涉企检查“扫码入企”", "优化口岸通关流程",
    "设立科技成果转化引导基金", "支持金融机构开展知识产权质押融资", "推动教师“县管校聘”改革", "支持民营企业参与重大基础设施建设",
    "健全企业信用修复协同机制", "制定出台促进服务消费若干措施", "组织参加广交会、进博会等重点展会", "实施失能老年人集中照护服务",
]  # fmt: skip
MORE = [
    "确保责任到岗到人", "做到早发现、早报告、早处置", "及时兑现奖补资金", "坚决防止返贫", "严禁以任何形式摊派", "与乡镇签订责任书",
    "定期开展“回头看”", "把结果纳入年度考核", "推动形成一批可复制经验", "同步做好舆情应对", "对发现的问题实行销号管理",
    "将相关经费列入财政预算", "实现县乡村三级贯通", "切实维护劳动者合法权益", "鼓励有条件的地方先行先试", "做到应公开尽公开",
    "畅通投诉举报渠道", "压紧压实各方责任", "由专业机构出具评估报告", "建立省市县联动的推进体系", "扩大优质服务供给",
    "对标先进地区查找差距", "拓展城乡居民增收渠道", "让企业和群众少跑腿",
]  # fmt: skip
GOALS = [
    "群众满意度达到90%以上", "覆盖率达到100%", "新增就业1500人", "全年接待游客80万人次", "排查整改率100%", "惠及居民3200户",
    "建成并投入使用", "形成长效机制", "完成年度任务", "力争进入全省前列", "问题动态清零", "净增规模以上企业5家", "投资增长8%",
    "粮食产量稳定在12万吨", "比上年提高2个百分点",
]  # fmt: skip
CATEGORIES = [
    "产业发展", "项目建设", "乡村全面振兴", "就业增收", "教育医疗", "社会保障", "城乡环境", "平安建设", "改革创新", "作风建设",
    "党的建设", "消费提振", "对外开放", "公平竞争", "融资支持", "法治保障",
]  # fmt: skip
LIMITS = {
    "words": ["2026年6月底", "2026年10月底前", "年底前", "全年推进", "长期", "持续推进", "2026年上半年", "2026年四季度"],
    "dates": ["2026.6.30", "2026.12.31", "2026.3.31", "2026.9.30", "2026.11.15"],
    "dashed": ["2026-06-30", "2026-12-31", "2026-03-31", "2026-09-30"],
    "months": ["3月底前", "6月底前", "9月30日前", "10月底前", "12月底前", "全年"],
}  # fmt: skip
SURNAMES, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华建国文志斌",
)
MARKS = "一二三四五六七八九十"

SERIAL = Column("序号", "serial", 3)
LAYOUTS = (
    (SERIAL, Column("目标", "goal", 8), Column("任务", "task", 14), Column("牵头单位", "lead", 7), Column("责任单位", "support", 9), Column("完成时限", "limit", 6)),
    (SERIAL, Column("任务", "task", 14), Column("牵头单位", "lead", 7), Column("责任单位", "second", 8), Column("配合单位", "support", 9), Column("完成时限", "limit", 6)),
    (SERIAL, Column("工作任务", "task", 16), Column("责任单位", "only", 10), Column("责任人", "person", 4), Column("完成时限", "limit", 6)),
    (Column("类别", "category", 5), Column("主要任务", "task", 15), Column("责任领导", "person", 4), Column("牵头单位", "lead", 7), Column("责任单位", "support", 9)),
    (Column("任务类别", "category", 5), SERIAL, Column("具体任务", "task", 15), Column("完成时限", "limit", 6), Column("牵头单位", "lead", 7), Column("配合单位", "support", 9)),
    (Column("序号", "serial", 3), Column("重点任务", "category", 5), Column("具体措施", "task", 15), Column("牵头单位", "lead", 7), Column("责任单位", "support", 8), Column("时限要求", "limit", 6), Column("责任人", "person", 4)),
    (Column("工作内容", "task", 17), Column("牵头部门", "lead", 7), Column("参与部门", "support", 10)),
    (SERIAL, Column("主要任务", "task", 16), Column("预期目标", "goal", 8), Column("责任单位", "only", 10), Column("完成时间", "limit", 6)),
    (Column("重点领域", "category", 5), Column("目标任务", "task", 15), Column("责任单位", "only", 10), Column("完成时限", "limit", 6)),
)  # fmt: skip
ROLES = {"lead": "lead", "support": "support", "second": "support", "only": "joint"}


def person(random: Random) -> str:
    return random.choice(SURNAMES) + "".join(random.sample(GIVEN, random.choice((1, 2, 2))))


def names(random: Random, free: list[str], places: list[str], least: int, most: int) -> str:
    found = random.sample(free, random.randint(least, most))
    if random.random() < 0.3:
        found[-1] = random.choice(places)
    return "、".join(found)


def drawn(random: Random) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The columns and 120 rows."""
    columns = random.choice(LAYOUTS)
    known, places = random.choice(((COUNTY, COUNTY_PLACES), (PROVINCE, PROVINCE_PLACES)))
    stop, marked = random.choice(("。", "。", "；", "")), random.random() < 0.3
    limits = LIMITS[random.choice(list(LIMITS))]
    blank, most = random.choice(("", "—", "/", None, None)), random.choice((3, 5, 8))
    rows: list[list[str]] = []
    left = group = 0
    for n in range(120):
        size = random.choice((0, 0, 1, 1, 2, 3))
        text = "，".join([random.choice(TASKS), *random.sample(MORE, size)]) + stop
        lead = random.sample(known, 2 if random.random() < 0.1 else 1)
        free = [body for body in known if body not in lead]
        cells = {
            "serial": str(n + 1),
            "task": text,
            "goal": random.choice(GOALS),
            "limit": random.choice(limits),
            "person": person(random),
            "lead": "、".join(lead),
            "second": names(random, free, places, 1, 2),
            "support": names(random, free, places, 1, most),
            "only": names(random, known, places, 1, most),
            "category": "",
        }
        if blank is not None and random.random() < 0.1:
            cells["support"] = blank
        if not left:
            name = CATEGORIES[group % len(CATEGORIES)]
            cells["category"] = f"{MARKS[group % 10]}、{name}" if marked else name
            left, group = random.randint(3, 12), group + 1
        left -= 1
        rows.append([cells[column.kind] for column in columns])
    return columns, rows


def printed(random: Random, columns: tuple[Column, ...], rows: list[list[str]]) -> list[str]:
    """The text lines of 15 pages; where a row would stand at the end of a page, it is cut on three to five of them."""
    return on_pages(columns, rows, random.sample(range(1, 13), random.randint(3, 5)))


def parties(columns: tuple[Column, ...], rows: list[list[str]]) -> list[tuple[int, str, str]]:
    """Row, role and name of each body printed."""
    kinds = {column.kind for column in columns}
    found = []
    for i, row in enumerate(rows, 1):
        for column, cell in zip(columns, row, strict=True):
            if column.kind in ROLES and cell not in ("", "—", "/"):
                role = ROLES[column.kind] if "lead" in kinds or column.kind == "only" else "joint"
                found += [(i, role, name) for name in cell.split("、")]
    return found
