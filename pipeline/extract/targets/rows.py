"""Numbers that are targets: how a sentence says what is to reach the value.

A row binds the noun phrase that is measured or counted (`noun`) and the words between it and the number (`way`);
a row without a noun leaves the subject to the clause before.
"""

from __future__ import annotations

from pipeline.extract.targets.nothing import PART_OF
from pipeline.language.grammar import Row

# 达到, 控制在, 拉升到, 在…以上
_CORE = "(?:{core}|{verb|make}(?={reach.to})|{link.at}(?={this}{bound})|{modal.sum}(?={comparator}*{this}))"
_WAY = f"(?P<way>(?:{{fill}})*(?:{{apart}}(?P<late>{{measure}}+))?{_CORE}(?:{{fill|core}})*)"
_OF = "(?P<base>(?:{!hard|qty|this|mark.、|mark.etc}){1,14}{link.de})?"
_THING = "{this.count|this.area|this.length|this.mass|this.power|this.volume|this.energy}"
_ANY = "{this.count|this.area|this.length|this.mass|this.power|this.volume|this.energy|this.concentration|this.rate|this.points|this.share|this.ratio|this.temperature|this.sound|this.speed|this.score|this.index}"
_END = "(?={bound}?(?:{hard|mark.、|mark.”|link}|$))"
# 应在收到申请后5个工作日内: from when the time runs.
_WITHIN = "(?:{fill})*(?:(?:{link.at|link.from|link})(?:{!hard|qty|this}){1,16}{link.when|link.de|time}+)?"
_DO = "(?P<verb>(?<!{own}{noun}*)(?:{make|up|down|reach|handled.decide|gift|give.support|spend.invest}|{verb}(?=@P*{this}{bound}?(?!{noun}))))"
_FILL = "(?:{fill|comparator|superlative|reach|hold|own|mark.“})*"

# What is done, as one word or several, never a place.
_DEED = "{noun|verb|make|handled|hold|paper|measure}"
TARGETS: tuple[Row[str], ...] = (
    Row("deeds reached", "(?<!{measure}){reach|plan.wish}(?:" + _DEED + "+{qty.share}(?:{mark.、}|{mark.，}|{link.and}))*(?P<noun>" + _DEED + "+){this.share}(?={mark.、}" + _DEED + "+{qty.share})|(?<!{measure}){reach|plan.wish}(?:" + _DEED + "+{qty.share}(?:{mark.、}|{mark.，}|{link.and}))+(?P<noun>" + _DEED + "+){this.share}(?={hard}|$)", "target",
        ("做到走访100%、建档100%、帮扶100%", "实现政策宣传100%、隐患排查100%、问题整改100%", "做到宣传教育100%、火源管控100%，排查整改100%"), ("做到走访100%", "供水普及率达到城区100%、镇区90%")),
    Row("circle", "{make|reach.make}@P*?{this.time}(?:{mark.、}@np*{qty.time})*(?:{mark.”})?(?P<noun>@np*{circle})|{this.time}(?:{mark.”})?(?P<noun>@np*{circle})(?:{fill})*{make|reach.make}", "standard",
        ("中心城区5分钟充电圈基本建成", "打造15分钟政务服务圈", "实现城区15分钟、乡镇30分钟急救圈全覆盖", "构建“15分钟养老服务圈”"), ("15分钟内到达",)),
    Row("circles", "{make|reach.make}(?:{!hard|qty})*{qty.time}(?:{mark.”})?(?P<noun>@np*{circle})(?:{mark.”})?(?:{fill|core})*{this.count}", "target", ("打造15分钟便民生活圈80个", "建设城市一刻钟便民生活圈30个", "建成15分钟养老服务圈20个"), ()),
    Row("listed and made", "(?P<verb>{make|up|reach})@P*?{mark.etc}@np{0,3}{this.count}{bound}?+(?P<noun>@np+)", "target", ("新增针灸、推拿等110项医疗服务价格项目", "改造甲区、乙县等沿山区县19处供水设施"), ()),
    Row("made which", "@lead(?P<verb>{make.build|make.add|make.do|make.finish|up.by|reach.make})@P{2,16}{link.de}{this.count}{bound}?+(?P<noun>(?!{mark.、|link})@np+)", "target", ("建好以东山村为中心的3个示范片", "改造建于前些年的20个大院"), ()),
    Row("put to use", "{this.count|this.length|this.area}{bound}?+(?P<noun>(?!{mark.、|link})@np+?){make.open}", "target", ("33个以上园区投入运行", "490公里沟渠2027年底前建成投用", "推动180处社区菜园建成投用", "力争200座以上停车楼投入使用"), ()),
    Row("made", "(?P<verb>{make|up.by|verb|gift|give.support|give.noun|plan.wish|spend.invest|reach.make})" + _FILL + "(?:{qty.count}(?:{mark.、|link.and}|{noun}{0,2}{includes.list|includes.sum}))*(?:{this.count|this.mass|this.power|this.energy}|{this.length|this.area|this.volume}(?={bound}?{link.de}?{noun|verb}))" + "(?:{mark.、|link.and}{qty.count})*{bound}?+{link.de}?+(?P<noun>(?!{mark.、|link.and|noun.range})@np+)", "target", ("新建4万个5G基站", "至少配备1名养老助理", "分别建成30、40、50个站点")),
    Row("sized", "{make}@P*?(?:{mark.、}|{link.and}){comparator}{this.area}{bound}?{link.de}(?P<noun>(?!{mark.、|link.and})@np+)", "standard", ("设置护理站、不少于20平方米的康复室",), ()),
    Row("each so many", "@lead(?<!{link.by}){each.one|each.bare}(?:{qty}{noun}{1,2})?{noun}?(?:{fill})*{comparator}{this.count}{bound}?(?P<noun>@np+)(?={hard}|$)", "standard", ("每餐不少于4个菜品", "每500名居民中不少于1名急救员"), ("每餐菜品不少于4个",)),
    Row("made share of", "(?P<verb>{spend.pay}){comparator}{this.share}{bound}?{link.de}(?P<noun>@np+?)(?={make.drive|spend|hard}|$)|(?P<verb>{make|give|spend|reach})(?:{fill|noun}){0,3}{comparator|reach.of}(?P<base>@np+){this.share}{bound}?{link.de}(?P<noun>(?!{measure.ratio})@np+)", "target", ("设置不超过建筑面积30%的配套设施", "形成占最大负荷5%左右的调峰能力", "每年安排不低于10%的用地指标支持乡村产业"), ()),
    Row("made share", "(?P<verb>{make|up.by|verb|reach.make})" + _FILL + "{this.share}{bound}?+{link.de}?+(?P<noun>(?!{mark.、|link.and|spend})@np+)(?P<late>(?:{plan|each|apart}(?:{!hard|qty})*)?)", "target", ("完成80%的清理工作", "实现70%以上的证照同步制发")),
    Row("for whom", "(?!{link.and})(?:{reach|link|if.whom}(?:{scope}|{noun}{1,2}{bound.<=})?{comparator}*|{if.whom}{scope}?@n{1,4}|{if.whom}(?:{not}{verb}|{!hard|qty|verb|make|past|handled})*{link.de}{modal}?){this.count}{bound}?+(?P<noun>@np+?){doing}(?:(?P<object>@np{2,8}?)(?={hard}|$)|@np)", "target", ("为2.2万户困难家庭开展适老化改造", "对全市3000余家企业开展安全生产检查", "对辖区内200座桥梁进行安全检测", "对全市义务教育学段4500名学生实施营养改善计划", "对未达标的12家企业开展诊断", "对街道附近的首批70座公厕进行改造"), ("为2.2万户",)),
    Row("for all of these", "{if.whom}(?:{fill|noun}|{noun}{bound.<=})*(?:{this.count}{bound}?+(?P<noun>@n+)(?:{mark.、|link.and}{qty.count}{bound}?@n+?)+|(?:{qty.count}{bound}?@n+{mark.、|link.and})+{this.count}{bound}?+(?P<noun>@n+?)){doing}(?:(?P<object>@np{2,8}?)(?={hard}|$)|@np)", "target", ("对23座水库、41处山塘开展除险加固", "对辖区23座水库和41处山塘进行巡查"), ("对23座水库开展除险加固",)),
    Row("for so many", "@lead{reach.be}{scope}?{comparator}*{this.count}{bound}?+(?P<noun>@np{2,8})(?={hard}|$)", "target", ("为全市4000名教师购买保险", "为300名儿童免费筛查视力"), ("为30名学生", "为30名")),
    Row("made for a time", "(?P<verb>{make})(?:{fill})*{comparator}{this.time}{link.de}(?P<noun>@np+)", "standard", ("签订不低于5年的协议",), ()),
    Row("share of", "@lead(?P<noun>@np+?)(?P<way>(?:{fill|comparator})*{reach.of})(?P<base>@np{1,12}){this.share}", "target", ("检查占双随机检查50%以上", "绿地面积约占总用地的35%"), ()),
    Row("told", "(?:^|{hard})(?:(?P<noun>@np*{measure})(?:(?:{qty.time|noun})*{aim}{apart}?{reach.be}?)?{mark.：}(?:{fill|core})*(?:{this.count|this.share|this.area|this.length|this.mass|this.ratio|this.points}|(?<={time}(?:{fill|comparator|link.at})*{reach|hold|up.to|down.to}(?:{fill|comparator|link.at})*){this.money|this.power|this.energy|this.volume})|(?P<noun>@np*{handled|make}@np*{measure}){mark.：}(?:{fill|core})*{this.time})", "target", ("满意度：95%以上", "供水率三年目标分别为：2026年49%、2027年58%", "消费额：2026年达到61亿元", "办理时限：3个工作日"), ()),
    Row("each has", "(?P<base>(?:{each.one|each.bare}|(?<=(?:{plan.wish}|{time.by}{mark.，}?)@n*){noun.mean})@P*?{own})(?P<noun>@np+?)(?:{fill|core})*{this.count|this.length|this.area}", "target", ("每万人拥有绿道3公里", "每千名老年人拥有床位45张以上", "每万人拥有专利达到0.6件", "力争户均拥有专利3.2件"), ("户均拥有专利3.2件",)),
    Row("by measure", "(?:(?P<base>@P+){mark.，})?{link.by}{this.count|this.area}(?P<verb>{make|spend|hold})", "standard", ("按2车位配建",), ()),
    Row("work on", "@lead(?P<verb>{make.perform|make.drive|make.do|make.finish})(?P<noun>@np+?{up.by})(?:{fill})*{this.count|this.length|this.area}(?={bound}?(?:{hard}|$))", "target", ("开展背街小巷提升285处", "推进农村危桥提升240座"), ("农村危桥提升240座",)),
    Row("by rate", "{link.by}(?P<base>{each.one|each.bare}(?:{qty})?@np*?)(?:{fill})*{comparator}*{this.count|this.area}{bound}?{link.de}?(?:{paper|measure.ratio}(?:{spend|modal})*{make|verb}|(?:{spend|modal})*{make})(?P<noun>@np+)|{link.by}{each.one|each.bare}@np*?(?:{fill})*{comparator}*{this.count}{bound}?(?P<noun>(?:{noun|verb})*{noun})(?:{link.de}{paper})?{make}(?={hard}|$)|{link.by}(?P<noun>{each.one|each.bare}@np*?{measure}+)(?:{fill})*{comparator}*{this.area}{bound}?{link.de}?{paper}(?={mark.，})|@lead(?P<noun>@np+?){link.by}{each.one|each.bare}@np*?(?:{fill})*{comparator}*{this.count|this.area}{bound}?{link.de}?{paper}?{make}(?={hard}|$)", "standard", ("养老用房按每百户不少于30平方米配建", "新建小区按每百户不少于30平方米配建托育用房", "按每百户不少于30平方米的标准配套建设托育用房", "按照每百户建筑面积不低于30平方米标准，配建托育用房", "按照每户不低于1个车位配建", "按照每座公厕1名保洁员的标准配备", "按照每3000名学生不少于1名的比例配备心理教师", "按每千人3张的标准设置护理床位"), ("按每户1000元发放补贴",)),
    Row("by share", "(?:@lead(?P<noun>(?!{link})(?:{mark.、|link.and}|(?!{link})@n){1,14}))?{link.by}{comparator}?(?P<base>@np+)(?:{link.de}{this.share|this.ratio}|{this.share}{link.de}{measure.ratio})(?:(?P<verb>{make|spend|hold})|{verb})(?P<object>@np+)?", "standard", ("办公建筑按照不低于停车位的25%建设", "按不低于总车位30%的比例配建充电桩", "按起始价的20%确定竞买保证金", "按同期利率的1.1倍执行"), ()),
    Row("state", "@lead(?P<noun>{each.one|each.bare|each.all}?(?!{fill}|(?:{reach}|{up.to}|{down.to}){comparator})@np+?)(?<!{mark.、}|{link.and})" + _WAY + _OF + _ANY, "target",
        ("护理型床位占比达到60%", "粮食仓容累计938万吨", "托位数不少于4.5个", "抽查比例不低于项目总量的10%"), ("建成床位60张",)),
    Row("above", "@lead(?P<noun>@np+?)(?:{fill})*{comparator.>|comparator.<}(?P<base>@np{1,8}){this.points}", "target", ("增速高于全国平均水平1个百分点",), ()),
    Row("lifetime", "@lead(?P<noun>@np*{measure})" + _WAY + "{this.age}|{mark.，}" + _WAY + "{this.age}(?={bound}?(?:{hard}|$))", "target", ("人均预期寿命提高到78岁左右", "人均预期寿命继续增长，达到79岁"), ()),
    Row("reference", "@lead(?P<noun>(?!{fill})@np+?)" + _WAY + "(?P<base>@np{1,12}?){up.by|down.by}{this.points}", "target", ("利率下限调整为不低于市场报价利率减20个基点",), ()),
    Row("mean gain", "@lead(?P<noun>@np*{noun.mean|modal.mean}{noun}?{verb})(?:{fill|core})*{this.money}(?={bound}?(?:{hard}|$))", "target", ("带动农户户均增收2000元以上", "农户年均增收2000元以上"), ("户均补贴2000元",)),
    Row("sum of money", "@lead(?:(?P<noun>@np*?(?:{measure|fund}|{noun.mean}{verb|make|up|noun})@np{0,1}?)|(?P<noun>(?:(?!{giver|gifts|charge|own|loan|if})@np)+?)(?={plan.wish}|{time}?{apart}{reach}|{comparator.>}{this.money}{bound}?(?:{hard}|$)))" + _WAY + _OF + "{this.money}", "target",
        ("产业规模达到1000亿元", "外贸进出口、生猪出栏分别达到67亿元和64万头", "社会投入力争突破8亿元"), ("奖励达到5万元",)),
    Row("limit", "@lead(?P<noun>@np*?{measure|handled}@np{0,2}?)(?:{link.from}@np{1,12}(?={superlative|comparator}))?" + _WAY + "{this.time}" + _END + "|@lead(?P<noun>@np*(?:{handled|make.keep}@n{0,2}){measure}){this.time}" + _END, "standard",
        ("公示期不少于5个工作日", "审批时限7个工作日", "公示期7日", "租赁合同期限不得超过六个月", "公租房轮候周期不超过45天"), ("发作持续至少2周",)),
    Row("changed time", "@lead(?P<noun>@np*?)(?P<way>(?:{fill|core})*{up|down|hold|reach.adjust}(?:{fill|core})*){this.time}" + _END, "standard", ("从申请到出证压缩至5天",), ("3年内",)),
    Row("act within limits", "@lead(?P<noun>@np*{verb|make|handled})(?:{modal|plan})*{comparator.<=}{this.time}" + _END + "|(?:^|{hard})(?P<noun>{noun}+{time.recurring}@np*{verb|make|handled})(?:{modal|plan})*{comparator}{this.time}" + _END + "|(?:{each}|{time.recurring})(?P<noun>@np*{verb|make|handled})(?:{modal|plan})*{comparator}{this.time}" + _END, "standard", ("连续驾驶不得超过4小时", "每次培训不少于2小时", "每周开放不少于14小时", "村干部每周坐班不少于5天"), ("发作持续至少2周",)),
    Row("kept for", "@lead(?P<noun>@np*{make.keep})(?:{fill})*{comparator}{this.time}" + _END, "standard", ("录像保存不少于6个月", "名单公示不少于5个工作日"), ("发作持续至少2周", "拟聘人员公示5个工作日")),
    Row("time to keep", "{plan}@P*?(?P<noun>@np+?)" + _WAY + "{this.time}" + _END, "standard", ("确保儿童接触自然光不少于1小时",), ("发作持续至少2周",)),
    Row("handled", "@lead(?P<noun>@np*?)" + _WITHIN + "{this.time}{bound}?(?:{modal|plan|give.plain|make.perform})*(?P<verb>{make.do}?{handled.end})", "target", ("10个工作日内办结", "3个工作日内予以答复", "须在30分钟内处置完毕"), ("3年内发展",)),
    Row("finished", "@lead(?P<noun>@np*?)" + _WITHIN + "{this.time}{bound}(?P<verb>{make.finish})(?={hard}|$)", "standard", ("应在7日内完成",), ()),
    Row("each handled", "(?:@lead|{mark.、})(?P<noun>@n+){this.time}{bound}?{mark.、}(?:@n+{qty.time}{bound}?{mark.、})*@n+{qty.time}{bound}?(?:{modal|plan})*{make.finish}?(?P<verb>{handled})", "target", ("报告书14个工作日内、登记表3个工作日内完成审批", "设计方案5个工作日内、初步设计7个工作日内办结"), ("登记表3个工作日内完成审批",)),
    Row("decided", "@lead(?P<noun>@np*?)" + _WITHIN + "{this.time}{bound}(?:{modal|plan})*(?:{make.finish|make.perform}(?P<object>@P{0,6}?)|{if.whom}(?P<object>@P*))(?P<verb>{handled.decide})", "target", ("5个工作日内完成资格核实", "3个工作日内对申请人资格进行确认"), ("3年内发展",)),
    Row("done within", "@lead(?P<noun>@np*?)" + _WITHIN + "{this.time}{bound}{plan|modal}*(?P<verb>{make.perform|make.open|spend.pay|make.finish}@np{1,6})(?={hard}|$)", "standard", ("自受理之日起5个工作日内启动核查", "20个工作日内作出结论", "7个工作日内拨付到账", "5个工作日内完成入户调查"), ("3年内建成", "5个工作日内完成资格核实")),
    Row("grows by", "@lead(?P<noun>(?!{mark.、|link})(?!{make}{make}{this})@np+?)(?:{plan})*(?P<verb>{make.add|make.open|make.build|make.finish|up.by})(?:{fill})*{this.count|this.length|this.area}(?={bound}?(?:{hard|mark.、}|$))|@lead(?P<noun>@np*{measure|fund|loan})(?P<verb>{make.add})(?:{fill})*{this.money}" + _END + "|@lead(?P<noun>@np+?)(?P<verb>{make.add})(?:{fill})*{this.mass|this.power|this.volume}" + _END, "target", ("首贷户新增2万户", "便民书吧要建成400个", "旅游收入新增110亿元", "断头路开工585公里、完工525公里"), ()),
    Row("made there", "(?P<verb>{make.do|make.build|make.add|make.finish})(?:{noun}{1,4}{mark.、|link.and})*(?:{noun}){1,4}(?<!{noun.project})(?:{this.count}{bound}?+{link.de}?+|{this.length|this.area}{bound}?+{link.de}?+(?=@n))(?P<noun>(?!{mark.、|link.and})@np+)", "target", ("改造主城区100个老旧小区", "完成东岸、西岸12公里步道贯通"), ("改造老旧小区100个", "改造步道12公里")),
    Row("done", _DO + "(?P<noun>@np+?)(?<!{link.and|mark.、}|{each.one|each.bare}{noun}*{make})(?P<way>(?:(?!{link.and}){fill|core|own})*){this.count}|(?:(?P<verb>(?<!{measure.total}|{own}{noun}*){make|up|down|reach})|(?<={plan.wish}|{modal.new})(?P<verb>{verb}))(?P<noun>@np+?)(?<!{link.and|mark.、}|{each.one|each.bare}{noun}*{make})(?P<way>(?:{fill|core|own})*)" + _THING + "|@lead(?P<verb>{due})(?P<noun>@np*{noun})(?:{fill|core})*(?:{this.mass|this.volume|this.energy|this.power|this.area})", "target", ("保障民生用地300亩", "确保翻新断头路455公里", "新铺管道400公里", "设置互助点95个", "腾退低效用地500亩")),
    Row("changed", "(?P<verb>{up.by|down.by})(?P<noun>@np+?)(?:{fill|core})*{this.points|this.share|this.money|this.ratio}", "target", ("下调贷款利率0.25个百分点",), ()),
    Row("money of", "@lead(?P<noun>(?!{time}|{mark.、|link|verb|giver|gifts}|{make}(?!{noun.project}))@np+?)(?:{fill})*{make.finish}(?P<late>{noun}{0,2}{measure})(?:{fill|core|own})*{this.money}", "target",
        ("水运建设力争完成投资60亿元", "其中园区道路完成投资20亿元", "20个续建项目计划完成投资5亿元"), ("完成投资300亿元",)),
    Row("done for money", "(?P<verb>{make|up|down|reach|plan.wish})(?P<noun>@np*?{measure|fund|spend|doing}@np{0,1}?)(?:{fill|core|own})*{this.money}|(?P<verb>{make.add|make.pay})(?P<noun>@np*{loan})(?:{fill})*{this.money}", "target", ("完成投资300亿元", "争取专项债券资金30亿元以上", "全年新增制造业贷款20亿元", "发放创业担保贷款10亿元")),
    Row("done to share", "(?P<verb>(?<!{noun|verb|mark.”}){make|up|down}(?!{measure.part})|{reach})(?P<noun>@np*{measure})(?:(?!{link.de}){fill|core|own})*{this.share}", "target", ("确保所有社区实现覆盖率100%",), ()),
    Row("there to be", "(?:{plan|each.one|each.bare|comparator}|{time}{plan}*{mark.，}?{scope}|{time.by}{mark.，}?)@P*?(?P<verb>{own})" + _FILL + "{this.count}(?P<noun>@np+)|(?:{plan.wish|each.one|each.bare}|{time}{plan}*{mark.，}?{scope}|{time.by}{mark.，}?)@P*?(?P<verb>{own})(?P<noun>@np+?)(?P<way>(?:{fill|core})*){this.count}", "target", ("力争每个村有1个协会", "到2027年，各区有1所医院", "到2028年，全市拥有企业320家", "到2027年，拥有创新平台5个"), ("村里有1个协会",)),
    Row("share of whom", "@lead(?:{noun}{1,4}(?=" + PART_OF + "))?{comparator}*{this.share}{bound}?+{link.de}?+(?P<noun>(?!{mark.、|link.and|spend})@np+)", "target", ("90%毕业生获得证书", "沿线80%的乡镇达到标准", "100%共享评估成果")),
    Row("state without subject", "@lead(?!{reach.be}{scope}?{this}{bound}?{noun})" + _WAY + _OF + _ANY, "target", ("沿街店招，确保达到30处",), ("为30名学生",)),
    Row("sum again", "@lead" + _WAY + _OF + "{this.money}", "target", ("产值增长20%，突破3000亿元",), ("突破3000亿元", "服务企业20家，奖励达到5万元")),
    Row("verb then number", "@lead(?<!{each.one|each.bare}{qty})(?P<noun>(?!{mark.、})@np+{make|verb})(?:{fill|core})*{this.count|this.length|this.area}(?={bound}?(?:{hard|mark.、}|$)|{bound}{qty})", "target", ("学历教育招生120人以上",), ("管理人员12名",)),
    Row("verb then share", "@lead(?P<noun>(?!{link|mark.、})@np*{noun}{make.do|make.perform|handled|verb})(?:{fill})*{this.share}(?={bound}?(?:{hard|mark.、}|$))", "target", ("二类企业抽查50%", "窗口授权100%"), ("首次缴纳50%",)),
    Row("counted", "(?P<verb>{make})" + _FILL + "{this.count|this.length|this.area}(?={bound}?(?:{hard}|$|{link.and}{qty}|{mark.、}{make}))", "target", ("护理员每30张床位至少配备1名", "建设社区食堂，新增20所", "农村公路改造，完成50公里以上"), ()),
    Row("who reach", "@lead(?:{noun}{1,3}{bound.<=})?{this.count}{bound}?+(?:(?P<noun>(?:{!hard|qty|this|time|plan|comparator|link.de})+?)(?P<verb>{make|reach|handled|comparator.>}|{comparator}(?!{qty}))|(?:{noun}{1,3}{bound.<=}{link.de})?(?P<noun>(?:{!hard|qty|this|time|plan|comparator|link.de|make|reach})+)(?P<late>{plan}){modal}*{make|reach|handled.end})", "target",
        ("16所敬老院达到要求", "11个敬老院改造升级", "规划内16座病险水库必须完成加固", "16座规划内的水库要完成加固", "7项指标排名不低于第5位")),
    Row("share that does", "@lead(?P<noun>(?!{link|mark.、})@np+){this.share}{bound}?(?P<late>@n{0,2}(?:{link.from|link.by|link.at|link.prep|verb|make|reach|modal|up|does})(?:{!hard|qty|mark.、|mark.”})*+)(?!{mark.）|mark.：})", "target", ("项目80%以上由企业承担", "公交车100%实现电动化", "许可事项100%全程网办。"), ()),
    Row("progress", "@lead(?P<noun>@np+?)(?:{fill})*(?P<way>{make.finish})(?:{fill|core})*{this.share}|@lead(?P<way>{make.finish})(?P<noun>@np+?)(?<!{link.de}){this.share}(?={bound}?(?:{hard|mark.、}|$))|@lead(?P<noun>@np*?{measure|fund})(?:{fill})*(?P<way>{make.finish})(?:{fill|core})*{this.money|this.mass|this.volume|this.power|this.energy|this.area|this.count}", "target", ("塘坝改造2026年底前完成30%", "完成保护地勘界立标100%", "水产品产量完成58.9万吨，增长13%", "固定资产投资力争完成381亿元"), ()),
    Row("spent", "@lead(?P<noun>@np*{fund})(?:{fill})*(?P<way>{spend})(?:{fill|core})*{this.share}(?={bound}?(?:{hard|mark.、}|$))", "target", ("预算内资金须于2026年6月底前下达60%以上、9月底前下达80%", "债券资金年底前拨付90%"), ()),
    Row("imperative", "@lead{noun}{this.count|this.length}{bound}?+(?P<noun>{noun|verb|measure}+)(?={hard}|$)|(?:^|{hard})(?:{modal}|{make.drive})+{noun}{1,5}{this.count}{bound}?+(?P<noun>(?:{noun|verb|measure})+{make})(?={hard}|$)", "target", ("重修145座山洪危桥", "加快东山示范区24个重点片区建设"), ("管理人员12名",)),
    Row("done by years", "(?:@lead(?P<noun>@np+{make}){noun.project}?|{make}(?P<noun>@np+?))(?:{mark.，|mark.：}|{mark.（})(?:{fill})*{time}(?:{fill})*{this.count|this.length|this.area}(?={bound}?(?:{hard}|{mark.、}|$))", "target", ("新建驿站，2027年20家、2028年30家", "改造步道：2027年20公里", "家庭无障碍改造，2026年3000户，2027年3500户"), ("新建驿站20家",)),
    Row("done by places", "(?:@lead(?P<noun>@np+{make}){noun.project}?|{make.do|make.build|make.add}(?P<noun>@np+?))(?:{mark.，|mark.：}|{mark.（})(?:{fill})*(?P<base>(?:{noun|scope}){1,2})(?:{fill|core})*{this.count|this.length|this.area}(?={bound}?(?:{hard}|{mark.、}|$))", "target", ("打造示范点，城区20个、各镇5个", "建设口袋公园，市区15个", "改造步道：县城20公里"), ("打造示范点，每镇5个",)),
    Row("timed count", "(?:{time}{mark.，}?|^(?={apart}))(?:{fill})*(?P<noun>(?:{noun|verb|make|measure})+){this.count|this.length|this.area|this.power|this.mass|this.volume|this.energy}(?={bound}?(?:{hard}|{mark.、}|$))", "target",
        ("到2029年，用电负荷25万千瓦、茶园36万亩", "2027、2029年分别布点停车场26处、88处", "县城2027年底前重修薄弱校舍205间", "养老机构到2028年布点床位500张"), ("薄弱校舍205间",)),
    Row("principle", "{mark.“}@P*?(?P<noun>@np+?){this.time}(?={bound}?(?:{mark.、}|{mark.，}|{mark.”}))@S{0,12}?{mark.”}{link.de}{paper|aim}", "standard", ("按照“主城10分钟、乡镇30分钟”的原则布局",), ("按照“三年任务两年完成”的要求",)),
    Row("fold", "@lead(?P<noun>@n+)(?:{fill})*{this.ratio|this.share}(?={bound}?{hard}|$)", "target", ("冰场面积倍增",), ("工资的3倍",)),
    Row("made up of", "{link.from}{comparator}*{this.count}{bound}?(?P<noun>@np*?){compose}", "standard", ("评委会由7名以上专家组成",), ()),
    Row("in places", "{link.at}(?:{fill})*(?:@np{1,4}{link.and}|{noun}{1,2})?{this.count}{bound}?+(?P<noun>@np+?)(?:{mark.、|link.and}@P*?)?{make}@np", "target",
        ("在全市25个街道、100个社区设置审批设备", "在沿江地区25个街道设置审批设备"), ("在4个旗县的养老院",)),
    Row("done of", "(?P<verb>{noun}?{charge|make|spend|verb})(?P<base>@np+){link.de}{this.share}(?={bound}?(?:{hard}|$))", "standard", ("一个月内缴纳出让价款的50%", "首次存入监管金额的60%"), ()),
    Row("share", "@lead(?P<noun>@np*{measure})(?:{fill|aim})*(?:{this.share}|{this}(?={bound}(?:{hard}|$)))|@lead(?P<noun>@np*{measure.most})(?:{fill})*{this.count}", "target", ("覆盖率100%", "人均生产总值8万元以上", "出口增速目标8%", "各校推荐限额1名")),
    Row("share of each", "@lead(?P<base>@np*{measure}){mark.，}?(?P<noun>(?:{noun|scope}){1,3}){this.share}(?={bound}?(?:{mark.、}|{mark.，})(?:{noun|scope}){1,3}(?:{fill|core})*{qty.share})", "target", ("到2027年，覆盖率城区100%、镇区80%", "建设完成率，市级100%、县级95%"), ("覆盖率100%",)),
    Row("each count", "{each.one|each.bare}@P*?(?P<noun>(?:{noun|verb|make|measure})+){this.count}(?={bound}?(?:{hard|mark.、}|$))", "target", ("每个片区布点锚泊区4座",), ("片区布点锚泊区4座",)),
    Row("so many each", "{time.by}{mark.，}{each.one}{this.count}{bound}?(?P<noun>@np+)(?={hard}|$)", "target", ("到2027年，每镇1个服务站",), ("每镇1个服务站",)),
    Row("told of each", "(?:^|{hard})(?:{time|fill})*(?P<base>(?:(?!{charge})@np)*{measure}{1,2})(?P<way>(?:{each|apart|reach.be|comparator})*){mark.：}(?:(?:{!mark.。|mark.：|this})*?(?:{mark.、}|{mark.，}|{mark.；}))?(?P<noun>@n{1,6})(?:{fill|core})*(?:{this.share}|(?<=(?:{apart|reach.be|comparator}){mark.：}{!mark.。|mark.：}*)(?:{this.count|this.area|this.length|this.mass|this.volume|this.power|this.energy}))(?={bound}?(?:{hard|mark.、}|$))", "target",
        ("清洁取暖率：城区100%，县城95%", "造林面积分别为：东山县2万亩、西岭区3万亩"), ("造林：东山县2万亩", "造林面积：东山县2万亩", "供水率：乡镇供水率90%", "缴费比例：单位8%，个人2%")),
    Row("bare share", "@lead(?P<noun>@n+)(?:{fill})*{this.share}{bound}(?={hard|mark.、}|$)", "weak", ("到2027年，双师型90%以上", "到2027年，双师型90%以上、本科学历60%以上", "2027年底前，本科学历60%以上"), ("双师型90%以上",)),
    Row("bare measure", "@lead(?P<noun>@np*{measure}|@np+{fund}(?={this.money})|(?:{noun|verb})+(?={this.mass|this.volume|this.power|this.energy}{bound}))(?:{fill|aim})*(?:{this.area|this.length|this.mass|this.power|this.energy|this.volume|this.money|this.count})" + _END, "weak", ("到位资金300亿元，增长10%", "到2027年，旅游收入100亿元", "粮食产量25万吨，增长10%", "今年主要目标是：港口货物吞吐99万吨以上。", "到2027年，水运投资目标80亿元"), ()),
    Row("bare time", "@lead(?P<noun>@np*(?:{noun|verb|make|handled}){1,3})(?:{modal|plan})*{comparator.>=}{this.time}" + _END, "weak", ("到2027年，食品留样不少于48小时",), ("食品留样不少于48小时",)),
    Row("bare count", "@lead(?P<noun>(?:{noun|verb|make|measure})+){this.count}(?={bound}?(?:{hard}|$))", "weak",
        ("布点公园135个（2026年8月底前）", "重修乡镇卫生间255个（2030年底前）"), ()),
)  # fmt: skip
