"""Responsibility lists in the words of notices, 120 rows over 15 pages, flattened as `flattened_lists` does.

Where that list has bodies that no lexicon holds, this one has the names that stand in real ones: long (市城市管理综合行政执法局),
with brackets (各县（市、区）人民政府), without a level (团市委, 国网供电公司), with a word in them that ends a body.
"""

from __future__ import annotations

from random import Random

from flattened_lists import Column, flatten, wrapped

BODIES = [
    "市发展改革委", "市教育局", "市科技局", "市工业和信息化局", "市民族宗教局", "市公安局", "市民政局", "市司法局", "市财政局",
    "市人力资源社会保障局", "市自然资源和规划局", "市生态环境局", "市住房城乡建设局", "市城市管理综合行政执法局", "市交通运输局",
    "市水利局", "市农业农村局", "市商务局", "市文化广电旅游局", "市卫生健康委", "市退役军人事务局", "市应急管理局", "市审计局",
    "市国资委", "市市场监管局", "市体育局", "市统计局", "市医保局", "市林草局", "市机关事务服务中心", "市信访局", "市数据局",
    "市委组织部", "市委宣传部", "市委统战部", "市委政法委", "市委网信办", "市委编办", "市委社会工作部", "市政府办公室",
    "市总工会", "团市委", "市妇联", "市科协", "市残联", "市工商联", "市红十字会", "市中级人民法院", "市人民检察院",
    "市税务局", "市气象局", "市消防救援支队", "市邮政管理局", "市烟草专卖局", "市住房公积金管理中心", "市公共资源交易中心",
    "市政务服务和大数据管理局", "市公安局交通警察支队", "市交通运输综合行政执法支队", "国家金融监督管理总局某市监管分局",
    "人民银行某市分行", "国网某市供电公司", "市城投集团", "市属各高校", "市供销合作社", "市粮食和物资储备局",
    "市投资促进局", "市地方志编纂中心", "市融媒体中心", "市疾控局", "市国防动员办公室", "市行政审批服务局",
]  # fmt: skip
PLACES = [
    "各县（市、区）人民政府", "各县（区）人民政府", "各区县人民政府", "各乡镇（街道）", "各县（市、区）", "高新区管委会",
    "经济技术开发区管委会", "市直有关部门",
]  # fmt: skip
TASKS = [
    "全面梳理政务服务事项", "推行工程建设项目联合验收", "完善重大项目用地保障机制", "开展拖欠企业账款专项清理", "落实普惠托育补助政策",
    "建设城市生活垃圾分类示范片区", "加快老旧小区加装电梯", "实施农村饮水安全巩固提升工程", "推进城区雨污管网分流改造",
    "健全困境儿童主动发现机制", "规范涉企行政检查", "发放稳岗返还资金", "推广“信易贷”平台应用", "优化不动产登记流程",
    "组织中小学校食堂专项检查", "新增公办幼儿园学位3000个", "改造提升县域医共体信息系统", "培育省级专精特新企业20家",
    "修订《某市公共停车场管理办法》", "制定招商引资重点产业目录", "开展“高效办成一件事”改革", "强化地质灾害隐患点巡查排险",
    "压减企业开办环节和时间", "推动公积金业务跨省通办", "建立农民工工资支付监控预警平台", "完善高层次人才住房保障政策",
    "实施历史文化街区修缮保护工程", "推进殡葬服务设施建设", "举办乡村文化旅游节", "整治占道经营和户外广告", "开展社区矫正对象帮扶",
    "深化河湖长制", "落实粮食安全责任制考核", "推进公共充电桩建设", "建成15分钟便民生活圈12个", "完成高标准农田建设5.6万亩",
    "推动国有企业重组整合", "提升12345热线办理质效", "开展燃气安全排查整治", "落实免费婚前医学检查", "建设零工市场3个",
    "加强电梯质量安全监管", "实行首席数据官制度", "完善突发公共卫生事件应急预案", "推进低效用地再开发",
]  # fmt: skip
MORE = [
    "明确办理条件、时限和流程", "形成问题清单、责任清单和整改清单", "年内实现全程网办率达到95%以上", "建立部门协同、上下联动的工作机制",
    "每月通报进展情况", "对逾期未完成的予以约谈", "加大财政投入力度", "引导社会力量参与", "切实减轻基层负担", "及时回应群众关切",
    "推动资源向基层下沉", "确保资金专款专用", "加强宣传引导和政策解读", "做好与上位规划的衔接", "探索建立长效管护机制",
    "打通数据共享堵点", "严格落实属地管理责任", "组织开展业务培训", "力争进入全省第一方阵", "实现应保尽保、应退尽退",
    "重点检查食品采购、加工、留样等环节", "统筹用好各类专项资金和地方政府债券", "编制年度实施计划并报市政府备案",
]  # fmt: skip
CATEGORIES = [
    "优化政务服务", "市场环境", "要素保障", "法治环境建设", "民生实事", "基层治理", "生态环境保护", "城市更新", "乡村振兴",
    "安全生产", "科技创新", "开放合作", "文化旅游", "数字政府建设", "人才引育",
]  # fmt: skip
LIMITS = [
    "2026年6月底前", "2026年12月底前", "2026年9月底", "持续推进", "长期坚持", "2027年12月底前", "2026年第三季度", "2026年底前",
    "按季度推进", "2026年3月31日前", "全年",
]  # fmt: skip
MARKS = "一二三四五六七八九十"
SERIAL = Column("序号", "serial", 3)
LAYOUTS = (
    (SERIAL, Column("工作任务", "task", 16), Column("牵头单位", "lead", 7), Column("配合单位", "support", 10), Column("完成时限", "limit", 6)),
    (SERIAL, Column("类别", "category", 5), Column("工作任务", "task", 14), Column("牵头部门", "lead", 7), Column("配合部门", "support", 9), Column("完成时限", "limit", 6)),
    (Column("重点任务", "category", 6), SERIAL, Column("具体举措", "task", 15), Column("牵头单位", "lead", 8), Column("责任单位", "support", 9), Column("完成时限", "limit", 6)),
    (Column("重点领域", "category", 5), Column("工作举措", "task", 17), Column("牵头单位", "lead", 7), Column("配合单位", "support", 11), Column("完成时限", "limit", 7)),
    (SERIAL, Column("重点工作", "task", 20), Column("牵头单位", "lead", 8), Column("配合单位", "support", 12)),
    (Column("主要任务", "task", 18), Column("牵头单位", "lead", 7), Column("配合单位", "support", 10), Column("时间节点", "limit", 6)),
)  # fmt: skip


def task(random: Random) -> str:
    """A sentence of 10 to 60 letters."""
    size = random.choice((0, 0, 1, 1, 2, 3))
    return "，".join([random.choice(TASKS), *random.sample(MORE, size)])


def bodies(random: Random, free: list[str], least: int, most: int) -> str:
    names = random.sample(free, random.randint(least, most))
    if random.random() < 0.35:
        names[-1] = random.choice(PLACES)
    return "、".join(names)


def drawn(random: Random) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The columns and 120 rows; a category stands once for two to six rows; some supports are blank or a dash."""
    columns = random.choice(LAYOUTS)
    stop, marked = random.choice(("。", "。", "")), random.random() < 0.4
    blank = random.choice(("", "—", "/", None))
    rows: list[list[str]] = []
    left = group = 0
    for n in range(120):
        cells = {"serial": str(n + 1), "task": task(random) + stop, "limit": random.choice(LIMITS)}
        leads = random.sample(BODIES, 2 if random.random() < 0.1 else 1)
        cells["lead"] = "、".join(leads)
        cells["support"] = bodies(random, [body for body in BODIES if body not in leads], 1, 6)
        if blank is not None and random.random() < 0.1:
            cells["support"] = blank
        cells["category"] = ""
        if not left:
            name = CATEGORIES[group % len(CATEGORIES)]
            cells["category"] = f"{MARKS[group % 10]}、{name}" if marked else name
            left, group = random.randint(2, 6), group + 1
        left -= 1
        rows.append([cells[column.kind] for column in columns])
    return columns, rows


def on_pages(columns: tuple[Column, ...], rows: list[list[str]], cut: list[int]) -> list[str]:
    """The text lines of 15 pages; where a row would stand at the end of one of the pages `cut`, it is cut there."""
    heights = [max(len(wrapped(t, c.width)) for t, c in zip(row, columns, strict=True)) for row in rows]
    height = -(-sum(heights) // 14)
    rows_cut: set[int] = set()
    page = used = 0
    for i, size in enumerate(heights):
        if used + size > height:
            if page in cut and used < height:
                rows_cut.add(i)
                size -= height - used
            page, used = page + 1, 0
        used += size
    return flatten(columns, rows, height, frozenset(rows_cut))


def printed(random: Random, columns: tuple[Column, ...], rows: list[list[str]]) -> list[str]:
    """The text lines of 15 pages; two rows that would stand at the end of a page are cut there."""
    return on_pages(columns, rows, random.sample(range(1, 12), 2))


def parties(columns: tuple[Column, ...], rows: list[list[str]]) -> list[tuple[int, str, str]]:
    """Row, role and name of each body printed."""
    return [
        (i, column.kind, name.replace("·", "、"))
        for i, row in enumerate(rows, 1)
        for column, cell in zip(columns, row, strict=True)
        if column.kind in ("lead", "support") and cell not in ("", "—", "/")
        for name in cell.replace("（市、区）", "（市·区）").split("、")
    ]
