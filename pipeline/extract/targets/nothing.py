"""Numbers that look like targets and are none, each with the reason.

Asked of the sentence a number stands in, before any row that finds a target; the first that holds decides.
"""

from __future__ import annotations

from pipeline.language.grammar import Row

# What governs a number hard by: 建成5家以上…, 覆盖30%以上的…
_VERB = "(?<!{make|verb|up|down|reach|own|hold}(?:{fill|comparator})*)"
# 引育5家…企业、10家以上…: a member of a list of counts is no class.
_NO_MEMBER = "(?<!{qty}@S*{mark.、|mark.，|link.and})"
_LIST = "{mark.etc}@np{0,3}"

NOTHING: tuple[Row[str], ...] = (
    Row("grade", "(?<!{measure}@P{0,3}){this.age|this.rank|this.generation|this.voltage|this.temperature|this.score}", "grade",
        ("做好3岁以下婴幼儿照护", "三级医院", "建设220千伏变电站"), ("人均预期寿命提高到78.5岁",)),
    Row("each", "{each.one}{make|up|own}?{this}", "each",
        ("每10万人拥有病床", "每引进1名人才奖励"), ("每年引进1名",)),
    Row("score", "{this}@S{0,24}{qty.score}", "score", ("绿化率20%以上，得1分",), ("绿化率20%以上，并得到好评",)),
    Row("quoted name", "{mark.“}{!mark.”}*{this.count}{!mark.“}*{mark.”}", "name", ("实施“10个一批”工程",), ("打造“优品”牌子10个",)),
    Row("formula", "{formula}@P*{this}|{this}@P{0,2}{formula}|{formula.define}@S*{this}", "formula",
        ("完好率为完好设施数÷抽查设施数×100%", "到访人数指到访2次以上的居民"), ("完好率达到100%",)),
    Row("case", "{if.case}(?:{!stop|mark.）})*?{this}@S*?{mark.，}", "condition", ("当缺口大于最高负荷的5%时，启动预案", "如人数超过50人，应分批开展"), ("当年完成率达到95%，排名靠前",)),
    Row("clause of whom", "{this}{bound}?@P{0,8}{link.de}(?:{mark.，}|(?={give|plan|comparator|superlative}))", "condition",
        ("服务达到1000人次的，给予补贴", "不足5000名的至少配备1名"), ("建成20个，给予补贴",)),
    Row("once that is so", "{this}@P{0,8}{link.when}{mark.，}", "condition",
        ("缴纳价款50%后，可办理许可", "缺口达到5%时，启动预案"), ("建成20个，给予补贴",)),
    Row("given to whom", "{if.whom}@P*{this}{bound}?@P*{mark.，}?@P{0,4}{give}", "condition", ("对投资500万元以上的企业给予奖励",), ("对农贸市场检测不少于800批次",)),
    Row("given if", "{this}(?:{!stop|plan}){0,40}?{link.de}(?:{mark.，}@P{0,5}|(?:{fill})*){give}", "condition", ("参会企业达到25家且通过验收的，给予补助",), ()),
    Row("then", "{this}{bound}?@P{0,6}{mark.，}?{then}", "condition", ("投资达到25%以上，即可办理许可",), ()),
    Row("look back", "{comparator.~=}{this.time}|{comparator.~=}{this.count}{noun.period}", "look back", ("近3年内没有事故",), ()),
    Row("step", "{up.by|down.by}{this}{mark.，}@P{0,2}{reach}", "step", ("缩短5天，调整为20天",), ()),
    Row("rest", "{includes.with}{link.de}{this.share}", "rest", ("剩余的40%可缓存",), ()),
    Row("of those", "(?<!{comparator}@P*){link.de}{this.count}", "scope", ("针对关税为零的2034种",), ()),
    Row("attribute", "(?:(?:{noun|measure|own|spend|fund|charge}|{make}{verb}){comparator|reach|own|modal|link.at}*|{verb}{comparator}+|{qty}@np*{verb|make}{comparator}*|{make|verb}@np*{make|verb}{comparator}*(?={this}{bound}?{link.de}(?:{!hard|qty})+{qty})){this}{bound}?{link.de}(?!{measure}(?:{hard}|$)|{link})@np*|{make.drive}{this.count}{bound}{link.de}", "scope",
        ("培育年产值超5亿元的企业", "单户担保金额500万元以上的小微企业"), ("签订不低于5年的协议",)),
    Row("who have", "{own}{this.count}{bound}?@np{0,5}{link.de}", "scope", ("在有3名以上公证员的机构开通",), ()),
    Row("bounds of a class", "{comparator.<|comparator.>}(?:{link}{equal})?{this.area|this.length|this.volume}@S*?{mark.，}{link.prep|link.by}{qty}", "scope", ("面积小于144平方米，按1.5车位配建",), ("面积不小于144平方米",)),
    Row("must have", "{own.must}@P{0,4}{this}", "condition", ("具备1000千瓦及以上负荷能力",), ()),
    Row("who did", "{this}{bound}?@np*{mark.）}{link.de}", "condition", ("举办对接会（组织150家企业以上）的协会",), ()),
    Row("class", _VERB + _NO_MEMBER + "{this.count|this.mass|this.power|this.length|this.area|this.volume|this.money|this.energy}{bound}{link.de}?{noun|verb|make|measure|paper|fund|charge}(?!@np*?{make.open})" "|" + _VERB + "{this.time}{bound}{link.de}?{noun|measure}", "scope",
        ("30户以上村寨设施覆盖率提高到80%", "9座以上新能源客车"), ("建成5宗以上“标准地”", "带动从业人员300人以上")),
    Row("sum of a list", "(?<!{make.build|make.add|reach|own}@P*)" + _LIST + "{this.count}", "sum of a list",
        ("开展灯光、步道、厕所等6个专项改造", "将行政奖励、处罚等5类信息纳入"), ("续建东山、西岭等5个项目",)),
    Row("enumerated", "{mark.、}(?!{make|verb})@np{1,8}(?<!{mark.etc}){this.count}{noun|make|verb}", "sum of a list", ("支持甲城、乙城、丙城6市建设中心",), ("建设公园、绿地5个",)),
    Row("told", "{includes.list}(?:{modal|scope})*{this.count}|{paper}{this.count}(?={hard}|$)", "sum of a list", ("下设5个专项小组", "分为14个方面"), ("新增5类",)),
    Row("parts", "(?<!{make.build|make.add|make.finish|up.by}|(?:^|{hard})(?:{fill})*{doing|verb}){this.count}(?:{mark.（}@P*{mark.）})?(?:{noun|measure|paper}{0,3}{paper}|{paper.part}(?:{!hard})*?)(?={hard|mark.、|link|plan|qty}|$)(?!@P*{reach|comparator})", "sum of a list", ("落实3个方面要求", "制定30条措施"), ("新增5项政策",)),
    Row("name", "{noun}{this.mass|this.power|this.length|this.energy|this.area|this.volume}{noun}", "name",
        ("提升东山物流园5万吨冷库水平",), ("建设5万吨冷库",)),
    Row("project", "{this.mass|this.power|this.volume|this.energy}@n*{noun.project}", "name", ("建设40万吨精炼项目配套管网",), ("建设5万吨冷库",)),
    Row("described measure", "{up|down}{this.count}{noun}@np*{measure}(?={hard}|$)", "name", ("逐步提高4人间宿舍比例",), ("提高4人",)),
    Row("past", "{past}(?:{!hard|plan|this})*{this}|(?:^|{hard})(?:{fill})*{past.now}(?!{noun|verb}+{hard})(?:{!stop|plan|time|make})*{this}|(?:^|{mark.。}){fill}*(?:{past}(?:{time|qty.time})?{mark.，}|{past.since}|{past.year}|{past}{mark.，})(?:{!stop|plan|this})*{this}", "past", ("现有床位200张", "目前床位达到200张", "已建成120个"), ("现有水平上力争达到5张",)),
    Row("benefit", "{give}@P{0,4}{this.time}", "benefit", ("补贴期限为1年",), ("补贴办理时限压缩至3个工作日",)),
    Row("price", "{charge.price}@P{0,4}{this.money}", "price", ("基准价格为4元",), ()),
    Row("tax", "{charge.rate}(?:{!hard|up|down|comparator|measure|qty|this}){0,4}{this.money|this.share|this.ratio}|{this.money|this.share|this.ratio}{bound}?{link.de}?@np{0,2}{charge.rate}", "tax",
        ("税率为3%", "处1万元罚款", "适用3%征收率"), ("结案率达到100%",)),
    Row("times as much", "{give}(?:{fill|core})*{this.ratio}", "multiple", ("奖励不超过3倍年薪",), ()),
    Row("rank", "{rank}{this}", "rank", ("进入全省前5位",), ("培养前往支援的护理员5名",)),
    Row("form", "{this.form}|{form}{this}", "form", ("一式2份", "3000字以内"), ("印发2万份",)),
)  # fmt: skip
