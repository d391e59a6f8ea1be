"""Responsibility lists of a prefecture and of a development zone, drawn with other columns, marks and pages than the others.

Agencies before tasks, times before numbers, 牵头单位 and 配合单位 under one heading; names parted by 、 ， ； a blank or the end of
a line; 第 3 页 共 15 页, or a bare number over 某州人民政府办公室文件, between the pages; times in many forms, supports often blank.
"""

from __future__ import annotations

from random import Random

from flattened_lists import Column, wrapped

from pipeline.language import patterns

PREFECTURE = [
    "州发展改革委", "州教育体育局", "州科技局", "州工业和信息化局", "州民宗委", "州公安局", "州民政局", "州司法局", "州财政局", "州人力资源社会保障局", "州自然资源局",
    "州生态环境局", "州住房城乡建设局", "州交通运输局", "州水务局", "州农业农村局", "州商务局", "州文化广电和旅游局", "州卫生健康委", "州退役军人事务局", "州应急管理局",
    "州审计局", "州国资委", "州市场监管局", "州统计局", "州林草局", "州医保局", "州乡村振兴服务中心", "州政务服务中心", "州投资促进局", "州委组织部", "州委宣传部",
    "州委统战部", "州委政法委", "州委编办", "州委党校", "州政府办公室", "州人大常委会办公室", "州总工会", "团州委", "州妇联", "州残联", "州红十字会", "州中级人民法院",
    "州人民检察院", "州税务局", "州气象局", "州邮政管理局", "州消防救援支队", "国网某州供电公司", "人民银行某州分行", "中国移动某州分公司", "州公安局交警支队", "州畜牧兽医站",
    "州图书馆", "州职业技术学院", "州人民医院", "州粮食和物资储备中心", "州融媒体中心", "州机关事务服务中心",
]  # fmt: skip
ZONE = [
    "经济发展局", "财政金融局", "建设管理局", "社会事务局", "招商服务局", "应急和生态环境局", "行政审批局", "综合执法大队", "党群工作部", "纪检监察工委", "人力资源部",
    "公安分局", "税务分局", "市场监管分局", "自然资源分局", "开发建设公司", "产业投资公司", "东湖街道办事处", "西岭街道办事处", "科创服务中心", "政策研究室", "法律事务部",
    "管委会办公室", "社区建设服务中心", "环卫所", "城投集团", "供水公司",
]  # fmt: skip
PREFECTURE_PLACES = [
    "各县（市）人民政府", "各县市人民政府", "州直各部门", "各县（市）", "各乡镇", "各相关单位",
]  # fmt: skip
ZONE_PLACES = [
    "各街道办事处", "各部门", "各社区", "各驻区单位",
]  # fmt: skip
TASKS = [
    "出台支持中药材种植的若干政策", "开展冬春农田水利设施维修养护", "新建冷链仓储设施14座", "治理水土流失面积38平方公里", "推行“河长+检察长”协作", "完成农村危房改造420户",
    "举办民族文化旅游节", "更新公交车辆65台", "恢复草原植被2.6万亩", "设立跨境电商服务站", "实施城区学校扩容", "改善乡镇卫生院就医条件", "摸清闲置校舍底数",
    "编制国土空间专项规划", "引进规模以上企业9家", "压减一般性支出5%", "清理整治违规摊点", "化解信访积案", "打通农产品上行通道", "做实家庭医生签约", "整顿旅游市场秩序",
    "管好用好惠民资金", "提高医保参保率", "启动智慧园区二期", "组织干部外出培训", "对照清单逐项销号", "选派科技特派员120名", "全面取消不合理证明",
    "把就业帮扶车间纳入补贴范围", "力推中小企业数字化", "修通断头路", "关停落后产能",
]  # fmt: skip
MORE = [
    "每旬调度一次", "由专人负责", "防止资金闲置", "确保不发生规模性返贫", "年度考核实行一票否决", "结果报州委改革办", "与东部协作城市对接", "用三年时间补齐短板",
    "不得增加基层负担", "吸引外出人员返乡创业", "列入督查重点", "健全跟踪问效办法", "带动农户增收", "严守耕地红线", "按比例配套经费", "推动数据互联互通",
]  # fmt: skip
CATEGORIES = [
    "特色产业", "交通先行", "生态保护", "民生保障", "对口协作", "改革攻坚", "平安稳定", "干部队伍", "园区提质", "招商引资", "城乡融合", "数字赋能", "文旅融合",
    "营商环境", "资金监管", "安全发展",
]  # fmt: skip
LIMITS = [
    "2026年4月30日前", "2026年上半年", "2026.9", "9月底", "长期", "2026年11月", "第三季度", "2026-12-20", "常态化", "12月底前", "年内",
    "持续推进", "2026年10月—12月", "2027年6月前", "每月底",
]  # fmt: skip
LAYOUTS = (
    (Column("序号", "serial", 3), Column("牵头单位", "lead", 7), Column("重点任务", "task", 18), Column("配合单位", "support", 8), Column("完成时限", "limit", 6)),
    (Column("完成时限", "limit", 6), Column("序号", "serial", 3), Column("工作事项", "task", 17), Column("责任单位", "only", 9)),
    (Column("序号", "serial", 3), Column("领域", "category", 4), Column("工作举措", "task", 16), Column("完成时限", "limit", 6), Column("责任单位", "only", 9)),
    (Column("序号", "serial", 3), Column("工作内容", "task", 16), Column("主办单位", "lead", 6), Column("协办单位", "support", 9), Column("办结时限", "limit", 6), Column("备注", "note", 4)),
    (Column("板块", "category", 4), Column("序号", "serial", 3), Column("主要任务", "task", 16), Column("牵头单位", "lead", 7), Column("参与单位", "support", 8)),
)  # fmt: skip
# Columns, and their headings as two lines print them: the upper ones first.
IN_LEVELS = (
    ((Column("序号", "serial", 3), Column("工作任务", "task", 16), Column("牵头单位", "lead", 7), Column("配合单位", "support", 8), Column("完成时限", "limit", 6)), ["序号", "工作任务", "责任单位", "完成时限", "牵头单位", "配合单位"]),
    ((Column("序号", "serial", 3), Column("重点任务", "category", 5), Column("具体措施", "task", 15), Column("牵头单位", "lead", 7), Column("责任单位", "support", 8)), ["序号", "重点任务", "具体措施", "责任分工", "牵头单位", "责任单位"]),
    ((Column("序号", "serial", 3), Column("工作任务", "task", 16), Column("完成时限", "limit", 6), Column("主办单位", "lead", 7), Column("协办单位", "support", 8)), ["序号", "工作任务", "完成时限", "承办单位", "主办单位", "协办单位"]),
)  # fmt: skip
ROLES = {"lead": "lead", "support": "support", "only": "joint"}
FURNITURE = (
    ("第 {0} 页 共 15 页",),
    ("— {0} —",),
    ("-{0}-", "", "某州2026年重点工作任务责任清单"),
    ("{0}", "", "某州人民政府办公室文件"),
    ("", "# Page {0}:", "续表"),
)


def drawn(
    random: Random, mark: str, in_levels: bool = False
) -> tuple[tuple[Column, ...], list[str], list[list[str]]]:
    """The columns, their headings as printed, and 60 to 80 rows; `mark` parts the names."""
    columns = random.choice(LAYOUTS)
    heads = [column.heading for column in columns]
    if in_levels:
        columns, heads = random.choice(IN_LEVELS)
    known, places = random.choice(((PREFECTURE, PREFECTURE_PLACES), (ZONE, ZONE_PLACES)))
    stop, blank, most = random.choice(("。", "；", "")), random.choice((0.1, 0.35)), random.choice((3, 6))
    rows: list[list[str]] = []
    left = group = 0
    for n in range(random.randint(60, 80)):
        lead = random.sample(known, 2 if random.random() < 0.15 else 1)
        support = random.sample([body for body in known if body not in lead], random.randint(1, most))
        if random.random() < 0.25:
            support[-1] = random.choice(places)
        cells = {
            "serial": str(n + 1),
            "task": "，".join([random.choice(TASKS), *random.sample(MORE, random.choice((0, 0, 1, 2, 3)))])
            + stop,
            "limit": random.choice(LIMITS),
            "lead": mark.join(lead),
            "support": "" if random.random() < blank else mark.join(support),
            "only": mark.join(support),
            "note": random.choice(("新增", "续办", "市级")) if random.random() < 0.12 else "",
            "category": "" if left else CATEGORIES[group % len(CATEGORIES)],
        }
        if not left:
            left, group = random.choice((1, 2, 4, 7, 11)), group + 1
        left -= 1
        rows.append([cells[column.kind] for column in columns])
    return columns, heads, rows


def printed(
    random: Random, columns: tuple[Column, ...], heads: list[str], rows: list[list[str]], furniture: int
) -> list[str]:
    """The text lines of some eight pages; two thirds of the rows are cut where a page ends in them."""
    cells = [
        [[part.strip() for line in text.split("\n") for part in wrapped(line, column.width)] for text, column in zip(row, columns, strict=True)]
        for row in rows
    ]  # fmt: skip
    height = -(-sum(max(map(len, row)) for row in cells) // 7)
    cut = set(random.sample(range(len(rows)), len(rows) * 2 // 3))
    lines, page, used = list(heads), 1, 0
    for i, row in enumerate(cells):
        need = max(map(len, row))
        if used + need > height:
            if i in cut and 0 < (room := height - used) < need:
                lines += [line for cell in row for line in cell[:room]]
                row, need = [cell[room:] for cell in row], need - room
            lines += [line.format(page) for line in FURNITURE[furniture]]
            page, used = page + 1, 0
            if furniture in (2, 4):
                lines += heads
        lines += [line for cell in row for line in cell]
        used += need
    return lines


def parties(columns: tuple[Column, ...], rows: list[list[str]]) -> list[tuple[int, str, str]]:
    """Row, role and name of each body printed."""
    return [
        (i, ROLES[column.kind], name)
        for i, row in enumerate(rows, 1)
        for column, cell in zip(columns, row, strict=True)
        if column.kind in ROLES and cell
        for name in patterns.split(r"[、，；\n ]+", cell)
    ]
