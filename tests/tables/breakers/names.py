"""Real-looking words to fill made tables with; names of places and bodies are those of the lexicons."""

from __future__ import annotations

from functools import cache
from random import Random

from pipeline import lexicons

THINGS = (
    "社区养老服务站",
    "社区老年食堂",
    "村级互助养老点",
    "乡镇敬老院",
    "农村幸福院",
    "普惠托育园",
    "社区卫生服务站",
    "村卫生室",
    "综合文化站",
    "农家书屋",
    "便民服务中心",
    "健身步道",
    "社会足球场",
    "公共充电桩",
    "换电站",
    "污水处理厂",
    "垃圾中转站",
    "农村公厕",
    "口袋公园",
    "雨污管网",
    "供水管网",
    "公交首末站",
    "公共停车场",
    "农贸市场",
    "冷链仓库",
    "电商服务站",
    "创业孵化园",
    "人才公寓",
    "保障性租赁住房",
    "老旧小区改造",
    "电梯加装",
    "高标准农田",
    "小型水库",
    "山坪塘",
    "乡村公路",
    "安防工程",
    "通信基站",
    "救助站",
    "儿童之家",
    "残疾人之家",
)
STATES = ("现有", "拟建数", "计划数", "完成数", "新增", "目标数", "任务数", "缺口数")
UNITS = ("个", "张", "处", "公里", "万元", "户", "套", "亩")
INDICATORS = (
    ("城镇登记失业率", "%"), ("森林覆盖率", "%"), ("单位GDP能耗降低", "%"), ("义务教育巩固率", "%"), ("城乡低保覆盖率", "%"),
    ("护理型床位占比", "%"), ("公交站点500米覆盖率", "%"), ("生活垃圾回收利用率", "%"), ("空气质量优良天数比率", "%"),
    ("每千人口执业医师数", "人"), ("每千人口托位数", "个"), ("人均公园绿地面积", "平方米"), ("粮食总产量", "万吨"),
    ("城镇新增就业", "万人"), ("常住人口城镇化率", "%"), ("研发经费投入增长", "%"), ("每万人口发明专利拥有量", "件"),
    ("地区生产总值", "亿元"), ("社会消费品零售总额", "亿元"), ("居民人均可支配收入", "元"), ("养老机构床位数", "张"),
    ("人均预期寿命", "岁"), ("数字经济增加值占比", "%"), ("劳动年龄人口平均受教育年限", "年"),
)  # fmt: skip
CLASSES = (
    "经济发展",
    "创新驱动",
    "民生福祉",
    "绿色生态",
    "安全保障",
    "基础设施",
    "公共服务",
    "社会治理",
    "对外开放",
    "文化建设",
    "营商环境",
    "乡村振兴",
)
OBJECTS = (
    "社区嵌入式养老服务设施",
    "农村基层医疗卫生服务网络",
    "城镇老旧小区供水管网",
    "政务服务事项标准化清单",
    "公共法律服务平台",
    "重点行业安全生产隐患",
    "小微企业融资担保体系",
    "高校毕业生就业见习岗位",
    "跨部门联合执法机制",
    "农产品质量安全追溯体系",
    "职业技能提升培训基地",
    "公共场所无障碍环境",
    "河湖长制责任体系",
    "学校食堂食品安全管理",
    "招标投标领域突出问题",
    "城市地下综合管廊",
    "历史文化街区保护利用",
    "中小学课后服务质量",
    "应急物资储备体系",
    "数据资源共享开放目录",
)
AIMS = (
    "明确责任分工和时间进度",
    "定期通报进展情况",
    "形成可复制可推广的经验",
    "切实减轻基层负担",
    "让群众办事更加便利",
    "建立健全长效机制",
    "按月调度、按季评估",
    "做到应改尽改",
    "确保资金专款专用",
    "推动服务向农村延伸",
)
NUMERALS = "一二三四五六七八九十"


@cache
def _towns() -> tuple[str, ...]:
    return tuple(r["name"] for r in lexicons.records("regions_towns") if 3 <= len(r["name"]) <= 7)


@cache
def _bodies() -> tuple[str, ...]:
    found = (row[0] for row in lexicons.rows("agencies"))
    return tuple(name for name in found if 3 <= len(name) <= 9 and name[-1] in "部局委会署院行")


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(row[0] for row in lexicons.rows("task_verbs") if len(row[0]) == 2)


def towns(random: Random, n: int) -> list[str]:
    """`n` towns, no two of one name."""
    return random.sample(sorted(set(random.sample(_towns(), min(len(_towns()), 3 * n + 50)))), n)


def bodies(random: Random, most: int = 3) -> str:
    return "、".join(random.sample(_bodies(), random.randint(1, most)))


def task(random: Random) -> str:
    """A task in one or two clauses, with a full stop."""
    aim = f"，{random.choice(AIMS)}" if random.random() < 0.6 else ""
    return f"{random.choice(_verbs())}{random.choice(OBJECTS)}{aim}。"


def deadline(random: Random) -> str:
    year = random.randint(2021, 2026)
    return random.choice(
        [f"{year}年底前", f"{year}年{random.randint(1, 12)}月底前", "长期坚持", f"{year}年6月", "持续推进"]
    )
