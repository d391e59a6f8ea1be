"""Numbers that look like targets and are none, each with the reason.

Asked of the sentence a number stands in, before any row that finds a target; the first that holds decides.
"""

from __future__ import annotations

from pipeline.language.grammar import Row

# What governs a number hard by: 建成5家以上…, 覆盖30%以上的…
_VERB = "(?<!{make|give.support|verb|up|down|reach|own|hold}(?:{fill|comparator})*)"
# 沿线80%的乡镇达到标准: a share of whom, of which more is said.
PART_OF = "{this.share}{bound}?{link.de}(?:{!hard|qty|link|comparator})+{reach|make.build|make.finish}"
# 引育5家…企业、10家以上…: a member of a list of counts is no class.
_NO_MEMBER = "(?<!{qty}@S*{mark.、|mark.，|link.and})"
# 在岗率不低于95%，每低1个百分点扣0.2分: what points are taken off for is the breach of what was said before.
_NO_NORM = (
    "(?<!(?:(?:{measure}{fill}*{reach}|{hold|up|down|measure|comparator.>=|comparator.<=})(?:{fill})*(?={this}{bound}?{mark.，}@S*?{each}))"
    "|{hold|comparator.>=|comparator.<=}(?:{fill})*(?={this}{bound}?{mark.，}@S*?(?:{not|lack|comparator.<|penalty}))"
    # 面积不低于40平方米，设施齐全（2分）: the points of a norm stand alone in brackets
    "|{comparator.>=|comparator.<=}(?={this}{bound}?(?:{mark.，}(?:{!stop|qty.score})*)?{mark.（}{qty.score}{mark.）})"
    "|(?<=(?:^|{hard})(?:{fill})*{make.build|make.add|make.finish}@np*)(?={this}{bound}?{mark.，}(?:{!hard|qty})*{qty.share|qty.count}(?:{!hard|qty})*{qty.score})"
    "|(?=(?!{this.score}){this}{bound}?(?:{mark.，}(?:{!stop|qty.score})*)?{mark.，}(?:{!hard|qty})*{qty.count|qty.share}(?:{!hard|qty})*{penalty}{qty.score}))"
)
# In a sentence that wants nothing and names no time for it.
_UNTIMED = "(?<!{plan|time.by|time.during|time.range}{!stop}*)"
# …，为预算的102%: how much of the whole was done.
_OF_WHOLE = "{mark.，}(?:{reach.be}|{reach.of})(?:{!hard|qty|this}){1,6}{link.de}"
# 甲区、乙县等沿山区县19处供水设施: behind a verb of making a noun behind 等 ends the list, and another is counted.
_DOES = "(?<!(?:^|{hard})(?:{fill})*%s@P*)"
# 将地名、界桩等信息3类纳入: behind no verb of doing a noun before its number is summed up too, as in 3类信息; 引进医药、材料等领域人才50名 counts.
_LIST = (
    _DOES % "{make.build|make.add|make.finish|reach.make|own}"
    + "{mark.etc}(?:{modal.new}(?:{verb|make|noun}))?{this.count}|"
    + _DOES % "{make|reach.make|own}"
    + "{mark.etc}(?:(?!{doing}{this})@np){1,3}{this.count}(?!{noun|verb})"
)

# 现有, 目前 at the beginning of a clause, in a sentence that wants nothing before it.
_NOW = "(?<!{plan|time.by|time.during|time.range}{!stop}*)(?:^|{hard})(?:{modal|scope|noun})*(?<!{link.prep}){past.now}(?!{noun|verb}+{hard})"


NOTHING: tuple[Row[str], ...] = (
    Row("each", "{each.bare}(?:{!hard|qty}){1,3}{this.count}{bound}?(?={give|gift|spend|make.pay})|{each.bare}{make|up|down|own|verb|comparator}?{this}|{each.bare}{noun}{this.points}|(?<!{core}|{link.by}|{time.by}{mark.，}){each.one}{this}|(?:{this.length|this.area|this.count|this.mass}{bound.~=}|{link.by}(?:@P*{this.length}|{this.count}{noun}{1,3})){make}{qty.count}(?={bound}?(?:{hard|mark.、}|{link.and}|$))", "each", ("街道500米左右设置1座", "按服务半径500米设置1处", "每引进1名人才，奖励团队", "每增加10张床位，配备护理员1名", "每建设1个站点，配备管理员", "每采用1件专利资助1万元", "每超出1人再补2000元", "每低1个百分点再减500元", "每调解成功1件补贴100元"), ("每年引进1名",)),
    Row("points granted", "{superlative}{link|up.by|down.by}?{this.score}|(?:{qty}|^|{hard}|{mark.、}|{link.de}){up.by|down.by|link}{this.score}(?={hard}|{mark.、}|$)|{up.by|down.by|link}{qty.score}{mark.、}@np{0,6}{up.by|down.by}{this.score}|(?:^|{hard})(?:{fill})*{comparator.<=}{this.score}", "score",
        ("设施完好，得1分", "设有专区的，加0.8分", "省级表彰的加3分", "累计最多加5分", "累计不超过5分"), ("满意度提高5分", "评分不低于90分")),
    Row("score", _NO_NORM + "{this}@S{0,24}(?<!(?:{reach|comparator|up.to|hold|measure}){fill}{0,2}){qty.score}|{this}@P{0,3}{noun.score}|(?<!{plan|time}{!stop}*){reach.be}{this.score}(?={hard}|$)|{reach.of}@np*{noun.weight}{link.de}?(?:{qty.share}{bound}?{mark.、|link.and})*{this.share}|{this.share}{bound}?{not}{includes.list}(?={hard}|$)|{noun.weight}{reach.be}?{this.share}|{reach.of}@np*{noun.weight}{link.de}?{qty.share}{bound}?(?:{mark.，|mark.、}@np+{reach.of}{qty.share})*{mark.，|mark.、}@np+{reach.of}{this.share}", "score", ("第三方测评占总分的30%", "第三方测评占总分的30%，群众评议占20%", "两部分分别占试题分数的30%和70%", "秸秆禁烧纳入考核，权重为2%", "绿化率20%以上，得1分", "绿化率达到20%得满分", "绿化率低于20%不得分", "合格分数线为60分", "绿化率低于20%，每低1个百分点扣1分"), ("在岗率不低于95%，每低1个百分点扣0.2分", "牌子设置率100%，更新不及时的每处扣1分", "绿化率不低于20%，未达到的扣2分", "绿化率不低于20%，设施齐全（2分）", "绿化率20%以上，并得到好评", "培训20人次，满意度90分以上", "力争夺得金牌60枚以上、总分进入前列")),
    Row("quoted name", "{mark.“}(?:{!mark.”|core})*{this.count}{!mark.“}*{mark.”}|{mark.“}{noun|qty}?{this.share}{mark.”}", "name", ("实施“10个一批”工程", "落实“三个80%”要求"), ("打造“优品”牌子10个", "实现“培养专家达到2000名，覆盖率达到40%”的目标")),
    Row("not wanted", "(?:^|{hard})(?:{fill})*{not}(?:(?:{fill})*{make}@np*|{verb}){this}|(?:^|{hard})(?:{fill})*{not}(?:{verb|noun}){1,3}{this.count}{bound}", "condition", ("不新增泊位100个", "严禁新建小水电站5座", "停工期间，不得铺设管线3公里", "坚决防止发生3人以上死亡事故", "坚决杜绝发生死亡10人以上的重特大事故"), ("不少于5座", "新建泊位不少于100个")),
    Row("formula", "{formula}(?:{!hard|up|down})*{this}|{this}@P{0,2}{formula}|{formula.define}(?:{!stop|up|down})*{this}|{link.by}{this}{bound}?{charge.rate}|{lack}{qty}{bound}?@P*{link.by}{this}", "formula",
        ("到访人数指到访2次以上的居民", "覆盖率是指建有食堂的社区占比达到80%的比例", "建筑面积按80平方米计算"), ("完好率达到100%", "计算公式中的倍数提高至12倍")),
    Row("case", "{if.case}(?:{!stop|mark.）})*?{this}@S*?{mark.，}", "condition", ("如人数超过50人，应分批开展", "若空置率达到20%，暂停新增项目"), ("当年完成率达到95%，排名靠前",)),
    Row("clause of whom", "{this}{bound}?@P{0,8}(?:{mark.，}(?:{link.also|link.and|own.must}|(?={link}))@P{0,24}){0,2}{link.de}(?:{mark.，}|(?={give|plan|comparator|superlative|link.by|make.sanction|modal.may}|(?:{fill}|{qty.time}{bound}?)*{not}))", "condition",
        ("一次引进20人以下的按每人120元给予补贴", "不足5000名的至少配备1名", "服务达到1000人次的，给予补贴", "得分低于70分或排名末位的约谈", "放弃2次的1年内不得申请", "供水人口在20万人以上的可酌情增减", "占比在60%以上，且报名数为房源数3倍以上的，供应比例提高", "完成率达到95%以上者予以表彰", "面积达到50%以上，或者交付已满两年的，应当召开大会"), ("建成20个，给予补贴",)),
    Row("and so", "(?<!{plan|time.by|time.during}{!stop}*){link.also}@P*{this}{bound}?{mark.，}{noun}{0,4}(?!{plan.wish})(?:{plan}|{modal.may})", "condition", ("验收合格，且入住率达到50%以上，应当召开大会", "经营稳定，且纳税50万元以上，可以申报"), ("2027年底前全部完工，且入住率达到50%以上，要加快验收",)),
    Row("once that is so", "{this}@P{0,8}{link.when}{mark.，}|{this}{bound}?{link.when}(?={link.by})|{reach|comparator.<|comparator.>}{this}{bound}?{link.when}", "condition", ("降雨量达到50毫米时加密巡查", "缺口达到5%时，启动预案", "个贷率≥96%时按系数调整", "气温低于0℃时启动应急响应", "在账户中留足贷款额度5%后，可申请提取余额"), ("建成20个，给予补贴",)),
    Row("brings", "(?<!{plan.wish|time.by}{!stop}*){make.build|make.open|make.finish}{link.when}{mark.，}?(?:{!stop|plan.wish|time})*{modal.may}(?:{!stop|plan.wish|time})*{this}|(?<!{plan.wish|time.by}{!stop}*){plan.look}(?:{!stop|plan.wish|time})*{modal.may}(?:{!stop|plan.wish|time})*{this}|(?<!{plan.wish|time}{!stop}*){make.build|make.open|make.finish}{link.when}{mark.，}?{noun}*{measure}(?:{fill|comparator|reach})*{this.money}", "description", ("预计全部达产后可新增税收5亿元", "项目建成后，年产值达到30亿元", "项目建成后，可新增停车位500个，带动就业600人", "投产后年产值可达15亿元"), ("力争建成后可新增停车位500个", "改造后的厂房可新增床位300张", "建成后，力争新增停车位500个")),
    Row("round the clock", "{hold}{this.time}(?={noun|verb|make|link.at})", "description", ("保持24小时在岗值守", "始终保持24小时通信畅通"), ("保持在24小时以内", "营业时间保持12小时以上")),
    Row("heads of a body", "{noun.post}(?:{fill|comparator})*{this.count}", "description", ("领导小组设副组长3名",), ("选聘网格员3名",)),
    Row("what they did", "{if.whom}(?:{!hard|this|link.de})*(?:{verb|make|reach|noun.run|modal.sum}){this.count}{bound}?(?:{!hard|qty|link.de})*{link.de}(?:(?!{doing})@n)+(?:{doing|make|verb|give|gift})", "condition", ("对连续2次排名末位的乡镇负责人进行约谈", "对发生2起以上事故的地区进行问责", "对受到2次行政处罚的企业列入监管名单"), ("对未达标的12家企业开展诊断", "对全县200家重点企业进行检查", "对300个村的账目开展审计")),
    Row("sent where", "{qty.count}{noun}{1,3}{reach.to}{this.count}{bound}?{noun}", "scope", ("选派200名干部到100个村任职",), ("床位由50张增加到100张", "服务覆盖到100个村")),
    Row("what nobody sets", "(?<!{make|up}{noun}*){noun.nature}(?:{fill|core|noun|verb})*{this}", "condition", ("最高气温达到40℃以上，停止户外作业", "瞬时风速超过25米/秒，列车停运", "累计降雨量60～100毫米"), ("蓄水量达到3000万立方米", "增加降水量2亿立方米")),
    Row("given to whom", "{if.whom}@P*{this}{bound}?@P*{mark.，}?@P{0,4}{give}|{give}(?:{!hard|qty})*{this}{bound}(?:{!hard|qty}){0,4}{link.de}(?:{!hard|qty}){1,8}{qty.money}", "condition", ("对新建厂房5万平方米，给予补贴", "对完成改造30户以上的村，给予奖励", "给予用工50人以上的企业3万元补助"), ("对农贸市场检测不少于800批次",)),
    Row("given if", "{this}(?:(?!{mark.，}{if.whom|if.met}){!stop|plan}){0,40}?{link.de}(?:{mark.，}@P{0,5}|(?:{fill|noun}){0,3}){give}"
        "|{this}{bound}?(?:{mark.，}{link.also}@P{0,10}?)?@P{0,8}?{link.de}@np{1,4}{mark.，}@P{0,8}{give}|{this}{bound}{mark.，}{link.by}@P{0,8}{give}"
        "|{this}{bound.>=}{mark.，}(?:(?:{!stop|if|each|payer})*{mark.，})?(?:{!hard|if|each|payer|link.by|make|verb}){0,3}{give}(?:{!hard}){0,3}{qty.money}", "condition",
        ("年产值达到1亿元以上，且增速超过10%的工业企业，按增量的1%给予奖励", "拆除1000平方米以上的县奖励30万元", "连续招用3人以上，按每人1000元给予补贴", "参会企业达到25家，现场签约成交额超过1000万元的，给予奖励", "当年新增就业50人，依法参加保险满一年的，给予补助", "参团人数达到300人以上，并住宿1晚，一次性奖励150元/人"), ("建成床位300张以上，对每张床位补助500元", "建成床位300张，对成效突出的给予奖励", "引进人才30名，符合条件的给予补贴")),
    Row("then", "(?<!{plan.wish}@P*){this}{bound}?(?:(?!{mark.、})@P){0,6}{mark.，}?{then}", "condition", ("投资达到25%以上，即可办理许可",), ("力争20家企业认定为示范企业",)),
    Row("look back", "{comparator.~=}{this.time}|{comparator.~=}{this.count}{noun.period}", "look back", ("近2个年度完成投资", "近两个会计年度无违规记录"), ()),
    Row("in late years", "(?:^|{hard})(?:{fill})*{comparator.~=}{qty.time}(?:{!hard|qty|plan})+{this}", "look back", ("近三年的评价分不低于90分",), ("近三年力争新增泊位100个",)),
    Row("age of whom", "(?:^|{hard})@np*{noun}{modal}*{comparator}{this.age}", "condition", ("推荐1名教师，年龄不超过60岁",), ("人均预期寿命达到79岁",)),
    Row("step", "{up.by|down.by}{this}{mark.，}{fill}{0,2}{reach.adjust|up.to|down.to}", "step", ("缩短5天，调整为20天",), ("额度提高5万元，达到40万元", "能耗降低2%，持证率提高到98%")),
    Row("appointed", "(?<!{plan|make|time}@P*){hold}{this.count}@np+{reach.be}", "sum of a list", ("现确定9所学校为试点学校", "经审核，确定20家企业为示范企业"), ("确保确定20家企业为示范企业", "2027年底前确定20家企业为示范企业")),
    Row("void", "{void}{this.count}(?={hard|mark.、}|$)", "sum of a list", ("决定文件继续有效52件", "废止100件"), ("废止文件100件以上",)),
    Row("up to what size", "(?:{this.mass|this.power|this.volume|this.energy})(?:{bound.<|bound.<=}){link.de}?{noun}", "scope", ("实施1.6升及以下汽车推广", "淘汰35万吨以下旧窑"), ("污泥含水量降至30吨以下",)),
    Row("rest", "{includes.with}{link.de}{this.share}|{includes.with}{this.count}{noun}{1,4}{measure}?{plan|modal}*(?:{comparator.>=}|{comparator.<=}){qty}", "rest", ("剩余的40%可缓存", "其他9个县档案馆面积应不少于5000平方米"), ("其余12个乡镇卫生院达到标准",)),
    Row("of those", "(?<!{if.whom}(?:{not}{verb}|{!hard|qty|verb|make|past|handled})*(?={link.de}{this.count}{bound}?@np+{doing}))(?<!{comparator}@P*)(?<!{time})(?<!@lead{modal}*{make.build|make.add|make.do|make.finish|up.by|reach.make}@P*){link.de}{this.count}", "scope", ("针对关税为零的2034种",), ("建好以东山村为中心的3个示范片", "改造建于前些年的20个大院", "对未达标的12家企业开展诊断")),
    Row("division", "{this.share}{bound}?(?:@S{1,12}?{qty.share}{bound}?)?{link.de}?{measure.ratio}@S{0,2}?{divide}", "part of a grant", ("2027年起，主办部门占70%，协办部门占30%的比例分配资金", "按市级占60%、区级占40%的比例分担"), ("绿地面积占30%以上，按比例分配资金",)),
    Row("attribute", "(?!{noun}" + PART_OF + ")(?:(?:{noun|measure|own|spend|fund|charge}|{make}{verb}){comparator|reach|own|modal|link.at}*|{verb}{comparator}+|{qty}@np*{verb|make}{comparator}*|{make|verb}@np*{make|verb}{comparator}*(?={this}{bound}?{link.de}(?:{!hard|qty})+{qty})|{noun}{verb}(?={this.mass|this.volume|this.power|this.energy}))(?:(?!{this.share})|(?<!{make|give|spend|reach}{fill|noun}{0,3}{comparator|reach.of}@np{1,8}|{spend.pay}{comparator}))(?<!{make.finish}(?:{noun|make|time})+(?={this.length|this.area})){this}{bound}?{link.de}(?!{measure}(?:{hard}|$)|{link}|{measure.ratio}{make}|{paper.rate}{spend|modal}*{make})@np*|{make.drive}{this.count}{bound}@n{0,2}{link.de}|{noun|measure|comparator}{this.money|this.mass|this.power}{bound}?(?:{noun|verb}){1,3}(?:{fill|core})*{qty.count}|{mark.、|link.and}{comparator}{this.money|this.mass|this.power|this.area}{bound}?{link.de}@n{1,4}{qty.count}|{make}{comparator}(?:{this.time}{bound}?{link.de}(?:{noun|verb|measure}){1,5}{qty.count|qty.length|qty.area}|{this.area}{bound}?{link.de}(?:{noun|verb|make}){1,5}{qty.count})", "scope",
        ("培育年产值超5亿元的企业", "招引投资不低于1亿元的项目", "支持用工超过300人的企业", "培育产值超10亿元企业5家", "产值过10亿元企业达到15家", "培育重点企业、超过50亿元的产业集群3个", "配套日处理400吨的垃圾中转站", "更换超过20年的供水管网36公里", "支持60款以上产品的企业参展"), ("签订不低于5年的协议", "完成道路35公里的路面修复")),
    Row("which are so", "(?<!(?:{make|own|core}|{plan.wish})(?:{fill})*){comparator.<}{this}{bound}?{link.de}(?!{measure}(?:{hard}|$))|{measure}{comparator.>}{this}{bound}?{link.de}(?!{measure}(?:{hard}|$))", "condition", ("低于60分的限期整改", "低于80%的5个乡镇要提高到85%以上"), ("保持高于10%的增速", "超过80%的社区建成食堂", "签订不低于5年的协议", "组建超过15人的专家团队")),
    Row("attributes", "(?:{comparator|reach|own|measure|noun}){this}{bound}?(?:{mark.、}|{mark.，}?(?:{link.also|link.and}))@np{0,6}(?:{comparator|reach})*{qty}{bound}?{link.de}(?!{measure}(?:{hard}|$))(?:{!hard|qty})+(?={hard}|$)|{comparator}{this}{bound}?{mark.，}?{link.also}@np{0,6}{comparator|lack}*{qty}{bound}?{link.de}{noun}*{qty.count}|{comparator}{this}{bound}?{mark.、}(?:{noun|verb|measure}){1,6}{link.de}(?:{noun|verb|make}){1,6}{qty.count}|{measure}{link.at}?{this}{bound}?{mark.、}(?:{!hard|qty|plan|core}){1,8}{link.de}{!hard}", "scope", ("支持面积不少于5000平方米、入驻企业30家以上的孵化载体", "对高度超过20米且距线路不足30米的1200棵危树进行修剪", "培育年产值超50亿元、创新能力强的企业4家", "选取年产值5亿元以上、带动能力强的3家企业", "人员超过300人或者危险岗位超过50人的单位，应当设置专门机构"), ("培育企业10家以上、年产值超5亿元的企业3家",)),
    Row("where", "{link.at}{scope}?{this.count}{bound}?@n{1,4}{make}@np*{qty.count|qty.length|qty.area}", "scope", ("在36个重点城市新建学校2000所", "在全市12个乡镇修缮祠堂30座"), ("在全市25个街道设置审批设备", "在25个街道、100个社区设置审批设备")),
    Row("as what", "{link.prep}(?:{fill|comparator|noun|verb})*{this.count}{bound}?@np*{reach.be}(?!(?:{noun|modal})*{aim})", "scope", ("以户均3人为基准测算承载能力", "以3家龙头企业为引领", "以20个重点镇为支撑"), ("新建3家龙头企业为引领", "以新增托育机构3家为目标")),
    Row("who must", "(?:^|{hard})(?:{fill|noun})*{verb}{this.count}{bound}{link.de}?{noun}{1,4}(?:{!hard|this})*?(?:{not}|{plan}(?:{make|verb|hold}))", "scope", ("核载9人以上客车不得通行", "核载7人以上的客运车辆应安装监控"), ("培训30人以上",)),
    Row("who have", "{own}{this.count}{bound}?@np{0,5}{link.de}|{own}(?:@n|{verb}){1,5}{this.count}{bound}?{link.de}@n{1,3}{modal.may}|(?<!{plan|time.by|time.during|each}{!stop}*)(?:^|{hard}){own}{qty.count}@n{1,4}{link.de}{noun}*{measure}(?:{!hard|plan|make|time})*{this}", "scope", ("养育至少有2名未成年子女的家庭可以申请", "有3座桥梁的宽度在4米以下", "拥有预警站5处以上的区县可申报试点"), ("到2027年，有3个镇的覆盖率达到90%",)),
    Row("bounds of a class", "{comparator}{this.area|this.length|this.volume}@S*?{mark.，}{link.prep|link.by}{qty}|{includes.with}(?:{noun|measure|modal|loan|fund}){1,6}{this}(?:{bound.<|bound.<=}){mark.，}(?!@np*{measure.part}{qty})@np{1,6}{qty}", "scope", ("面积小于144平方米，按1.5车位配建", "其中单笔保单金额200万元及以下，费率降至2%", "其中单笔贷款金额300万元及以下，担保费率降至1%"), ("面积不小于144平方米",)),
    Row("conditions met", "{if.met}@P*{this}{bound}?{mark.etc}?@np{0,3}?{paper}|{if.met}@np*{mark.（}(?:{!mark.）})*{this}", "condition", ("符合办结率达到44%等条件的优先推荐", "符合条件的家庭（人均住房面积低于15平方米）可申请"), ("符合条件的企业达到44家",)),
    Row("size of it", "{make}{this.count}{link.de}{noun}", "scope", ("组建15人的专家团队", "培养30人的骨干队伍"), ("组建15人以上的专家团队", "组建专家团队15个")),
    Row("body of so many", "(?<!{link.from}{comparator}*){this.count}{bound}?(?:{!hard|qty})*?{compose}{noun}|{link.from}{comparator}*{this.count}{bound}?@np*?{compose}{link.de}", "scope", ("建立由7个部门组成的协调机制", "抽调15名业务骨干组成工作专班"), ("评委会由7名以上专家组成",)),
    Row("by so many", "(?<!{plan}@P*){link.from}{scope}?{this.count}(?!{bound})@np{0,6}?(?:{compose}|{modal}*(?:{make|verb|does|handled|measure|divide}))(?={hard}|$|{noun})", "scope", ("代表团由486名运动员组成", "规划由21个部门共同推进", "站点由48名网格员轮值"), ("评委会应由7名专家组成", "评委会由7名以上专家组成")),
    Row("one of so many", "{this.count}{bound}?@np+{among}", "scope", ("被列为7个重点县之一",), ()),
    Row("whom it concerns", "{if.whom}(?:{!hard|qty})*(?:{noun|measure}(?:{comparator|up|down|reach}){this}{bound}?|{measure}{this}{bound}|(?<={if.whom}{modal}*(?:{verb|make|handled}){noun}*){this.count}{bound}@np{1,4}){link.de}@np+", "scope", ("对造成数量下降20%以上的行为依法追究责任", "对破获2起以上重大案件的集体记功",), ("对500名学生的视力进行筛查", "对80%以上的企业开展检查", "对不少于300家的企业开展诊断", "对干部开展不少于40学时的培训")),
    Row("applicant", "(?:^|{hard})(?:(?!{each}){fill})*{applicant}{!stop|plan.wish}*(?<!{make|verb}){this}(?<!{this.time})", "condition", ("申请人经营面积不少于100亩", "申报企业上年度收入应在2000万元以上，研发投入占比不低于5%"), ("企业研发投入占比不低于5%", "今年申报企业增加，力争新增企业120家")),
    Row("names a rate", "{this.time|this.length}{bound}?{link.at}?(?:{noun|verb|make|handled}){0,4}{measure}(?:{fill|core})*{qty}|{this.length}{bound}{qty.count}|{this.length|this.time}{bound}?(?:{!hard|qty}){1,4}{link.de}{measure.ratio}|(?:^|{hard})(?:{fill|includes})*{this.count}(?!{bound})(?:{!hard|qty|make|link.de})*{measure}(?:{mark.（}@P*{mark.）}|{noun})*(?:{fill|core})*{qty.share}", "name", ("呼叫10秒内接听率大于95%", "诉求3天内办结比例达到98%", "全市50个断面优良水体比例达到90%以上", "廊道15公里内2个", "居民步行300米到达公园的比例提高到88%"), ("建设10公里绿道",)),
    Row("share who agree", "{this.share|this.ratio}{bound}?{link.de}?@np{0,6}{consent}|{this.share}{bound}?{does}(?={hard}|$)", "condition", ("加装电梯需经三分之二以上业主同意", "应当由三分之二以上的业主参与表决", "经五分之一以上的业主提议", "决定由过半数通过"), ("业主满意率不低于三分之二", "80%以上的学生通过考核")),
    Row("changes if", "{link.de}{mark.，}(?:{!stop|plan|qty|this|comparator|link.de})*{up.by|down.by}(?:{!hard|qty|comparator})*{this.share|this.points}", "condition", ("逾期未开工的，调减下年度计划10%",), ("逾期未开工的，下年度计划不低于10%",)),
    Row("so often", "{modal.sum}{this.count}@np{0,3}{link.de}", "condition", ("累计2次受到警告的取消评优资格",), ("累计建成2个示范区",)),
    Row("which ones", "{noun}{mark.（}(?:{noun|measure}+{comparator}{qty}{bound}?{mark.、|mark.，|link.and}{1,2})?{noun|measure}+{comparator}{this}{bound}?(?:{mark.、|mark.，|link.and}{1,2}{noun|measure}+{comparator}{qty}{bound}?)?{mark.）}(?:{modal|plan|noun})*{make|verb|handled|hold}", "scope", ("陡坡路段（坡度大于8%、落差超过3米）要优先整治",), ("新建停车场（泊位不少于30个）",)),
    Row("may have", "(?:{link.de}@n{0,3}|{each}{qty}?@n{1,4}|{applicant}@P{0,3}|{if}@n{1,4})(?<!{modal}){modal.may}(?:{!hard|comparator|superlative|make.add|make.drive|up|reach|own})*{this.count}|(?:^|{hard})@n{1,4}{modal.may}{verb}{this.area}{bound}{link.de}|{link.de}@n{0,3}{modal.may}{verb}(?:{!hard|comparator|superlative|make|up|down|reach|hold})*{this.share}", "condition", ("困难户可申请30平方米以下的住房", "符合条件的家庭可提取账户余额的80%", "偏远的县可建设1个综合馆", "距离较远的村可设2处站点", "名额较多的可推荐候选人1名", "除汇报单位可带1名助手外，其余不增", "每所学校可推荐2个项目", "各单位可推荐候选人3名"), ("改造后的厂房可新增床位300张", "偏远的县可建设不超过2个综合馆")),
    Row("must have", "{own.must}(?!@P*{link.de}{measure})@P{0,4}{this}", "condition", ("承办单位须具有不少于50张床位", "参评单位应至少具备3名持证人员"), ("床位不少于3张", "具有高级职称的比例提高5个百分点")),
    Row("who did", "{this}{bound}?@np*{mark.）}{link.de}", "condition", ("举办对接会（组织150家企业以上）的协会",), ()),
    Row("grade", "{this}{noun.grade}", "scope", ("推动30万千瓦级机组改造",), ("推动30万千瓦机组改造",)),
    Row("class", _VERB + _NO_MEMBER + "{this.count|this.mass|this.power|this.length|this.area|this.volume|this.money|this.energy}{bound}{link.de}?{noun|verb|make|measure|paper|fund|charge}(?!@np*?{make.open|compose})" "|" + _VERB + "{this.time}{bound}{link.de}?{noun|measure}|{this.count}{bound}{link.de}?{noun}{1,5}(?:{qty.count|qty.length|qty.area})|{this.count|this.mass|this.area}{bound}(?:{noun|verb|make|measure}){1,6}{measure}(?:{fill|core})*{qty.share}", "scope",
        ("整治30户以上自然村道路120公里", "肉牛年出栏50头以上规模养殖比例达到40%", "培训30人以上骨干队伍5支", "30户以上村寨设施覆盖率提高到80%", "120平方米以下套数占比达到60%"), ("建成5宗以上“标准地”", "带动从业人员300人以上")),
    Row("sum of a list", _LIST, "sum of a list",
        ("实施河道、管网、泵站等3项提升工程", "将行政奖励、处罚等5类信息纳入", "做好路政条例、航道条例等新修订7部地方性法规的宣贯"), ("续建东山、西岭等5个项目", "改造甲区、乙县等沿山区县19处供水设施")),
    Row("enumerated", "{mark.、}(?!{verb})(?:(?!{make|up|own|link.de})@np|(?<={noun}){make}(?={loan|fund|measure})){1,8}(?<!{mark.etc}@np*){this.count}{noun|make|verb}", "sum of a list",
        ("支持甲城、乙城、丙城6市建设中心", "开展灯光、步道、厕所3个专项改造"), ("建设公园、绿地5个", "市、区两级重点支持300名人才赴外培训")),
    Row("told", "@lead{this.count}@np*{includes.with}|(?:^|{hard}|{reach.be}|{if.whom}|{link}|{make}){bound}{this.count}|(?<!{make|reach.make}{noun}*{qty}{noun}*|{make.build|make.add}(?:{noun}|{verb})+){includes.list|includes.sum}(?:{modal|scope})*(?:{qty.count}@np*?{mark.、|link.and}?)*{this.count}|(?<!{qty.count}{bound}?{mark.，}){includes.with}(?:{!mark.，|stop|qty|make.build|make.add})*{mark.、}(?:{!hard|qty})*{this.count}(?={hard}|$)|(?<!@lead{make}@P*)(?<!{make}{noun}{0,3}){paper}{this.count}(?={hard}|$)", "sum of a list",
        ("知识产权保护方面5项", "为以上16个村庄配置收集桶", "40项实事项目包括：建公园", "内容包括基础类、完善类、提升类3类", "本方案涉及全市8个区县、112个乡镇"), ("新增5类", "制定地方标准20项", "区水务局新建地方标准13件", "推出4批共60条便民措施", "新建、改扩建学校共20所")),
    Row("parts", "(?<!(?:{make.build|make.add|make.finish|up.by|reach.make|down.to}|(?:^|{hard})(?:{fill})*{doing|verb})(?:{fill|comparator}|{qty}{includes.list})*|{make.build|make.add}(?:{fill|comparator}|{qty}{noun}+{mark.、})*){this.count}(?:{mark.（}@P*{mark.）})?(?:{noun|measure|paper|verb|make.drive}{0,3}{paper}|{paper.part}(?:{!hard})*?)(?={hard|mark.、|link|plan|qty|time}|$)(?!@P*{reach|comparator})", "sum of a list",
        ("落实3个方面要求", "落实促进企业发展21条意见", "明确设施、服务16个具体量化指标", "工业倍增10条支持政策，重点突出奖励"), ("新增5项政策", "制定30条措施", "新增20座文化馆、8项标准", "研究制定25项标准")),
    Row("name", "(?:(?<!@lead){noun}|{make|reach.make}@np*{measure})(?:{this.mass|this.power|this.energy|this.volume}|{this.length|this.area}(?!@n+{verb|make}(?:{hard}|$))){noun}|{make.drive}{noun}+{this.mass|this.power|this.energy|this.volume}{noun}", "name",
        ("提升东山物流园5万吨冷库水平", "建成东山燃气年输气量2亿方门站", "推进西岭60万千瓦风电场核准工作"), ("建设5万吨冷库", "重修140公里破损路")),
    Row("project", "{this.mass|this.power|this.volume|this.energy}@n*{noun.project}", "name", ("建设40万吨精炼项目配套管网",), ("建设5万吨冷库",)),
    Row("had been", "(?<!{time.by}{!stop}*)(?<!{plan}{!hard}(?:{!hard})*|{link.at}{make|verb|reach|hold|handled}){past.aspect}(?!(?:(?<!{make.finish|reach|plan}{past.aspect})(?:{make|up|down}(?:{!hard|plan|this|time})*|@np*{measure}{reach})|(?:{!hard|plan|this|time|qty})*{link.de}@np*{reach|comparator}){this})(?:{!stop|plan|this|time})*{this}", "past",
        ("组建了26人的专业队伍，日均收运垃圾140吨", "完成了新建床位500张"), ("提出了新增床位500张的目标", "在完成了一期的基础上，新建泵站3座", "要做到村村有了场地，配备管理员1名", "签订了协议的家庭达到5000户", "到2027年，形成了三级网络，配送率达到70%")),
    Row("found", "(?<!{plan}(?:{!hard})*){past.found}(?!{mark.、}|{link.de}{!qty|this|time})(?:(?:{!hard|plan|qty|this|time|make|reach|comparator})*{reach.be}?(?:{this.count|this.share}|{qty.count|qty.share}(?:{!stop|plan|this|time})*{this.count|this.share})|{mark.，|mark.：}(?:{!stop|plan|this|time})*{this.count|this.share})|(?<!{plan|time.by}{!stop}*){this.count}{mark.，}{modal}*{past.found}(?:{!hard|qty}){0,4}{qty}", "past",
        ("检查发现隐患23处，整改21处", "抽查企业860户，发现问题132户"), ("检查发现的问题整改率达到100%", "发现问题整改率达到100%", "新发现病例随访率达到100%", "发现并整治隐患200处", "力争考古发现文物点50处", "企业自查发现的占比不低于70%")),
    Row("there is", _UNTIMED + "(?:^|{hard}){past.now}{mark.，}(?:{!hard|plan|time})*{modal.sum}(?:{!hard|plan|time|this})*{this}|" + _NOW + "(?:{!stop|plan|time|make|up|down|reach.adjust})*(?:{noun.mean|modal.mean}(?:{!hard|plan|time|qty|comparator})*)?{this}|(?<!{plan|time.by|time.past}{!stop}*){own.sum}(?:{!hard|plan})*{this}|(?<!{link.prep|link.by|link.at}){past.now}(?!(?:{!hard})*{reach.adjust})(?:{!hard|plan|this})*{this}", "past",
        ("我区现有停车场7个，总面积达86万平方米", "截至目前，全市累计建成充电桩1.2万个，年底前再建3000个", "公交线路现运行32条", "现有机构87家，每名护理员平均服务2.6名失能人员", "现有机构87家，户均增收600元", "目前床位达到200张", "改造的小区目前有泊位200个", "全市共有企业320家"), ("到2028年，全市共有企业320家", "现最高贷款额度调整为90万元", "现有水平上力争达到5张", "依托现有资源，候诊时间年均下降9%")),
    Row("came to", "(?<!{plan|time.by}{!stop}*)(?:^|{hard}){link.prep}@np{1,6}{mark.，}?{includes.list}(?:{verb|make|own}@np*){this}", "past", ("经评审，共筛选出127个项目", "经县级推荐、专家打分，共选出示范点30个"), ("经验收，确保选出示范点30个",)),
    Row("some", "(?<!{plan|time.by}{!stop}*){some}(?:{!stop|plan|make|time})*{this}", "past", ("有的村集体收入超过50万元", "个别企业能耗高出标准10%"), ("力争有的村集体收入超过50万元",)),
    Row("some of so many", "(?<!(?:{plan|time.by|time.during|each}){!stop}*)(?:{this.count}@n{1,4}{own}{qty.count}|{qty.count}@n{1,4}{own}(?:{this.count}|{qty.count}(?:{!hard|plan|make|time})*{this}))", "past", ("12个村有4个村撂荒超过100亩",), ("力争12个村有4个村收入超过100万元",)),
    Row("already", "(?:^|{mark.。})(?:{scope|noun}{0,3}|{modal})(?!{past.aspect|past.found|past.year}){past}(?:{make|verb|reach|hold})(?:{!stop|plan|time|link.de|link.at|modal}|{link.de}(?={this}))*{this}|(?<!{comparator|reach.of})(?!{past.year|past.now|past.found|past.aspect}){past}(?:{!hard|plan|this})*{this}", "past",
        ("已建成120个", "已签约项目12个，完成投资8.6亿元，占年度计划的43%"), ("支付比例不低于已完工程量的80%", "帮扶资金不低于上年度收入的1%",)),
    Row("last year", "(?<!{core|link.by|link.than}{scope}?){past.year}(?:{!hard|plan|this})*{this}", "past", ("上年度培育加工企业270家", "全县企业去年达到270家"), ("帮扶资金不低于上年度收入的1%",)),
    Row("what it is", "^(?:(?!{plan|core|make|time}){!stop})*{this.share}{bound}?{mark.，}{reach.be}{noun}+(?:{mark.。}|$)", "description",
        ("我县地处山区，森林覆盖率71.2%，是国家重点生态功能区。",), ("覆盖率达到90%，是重点任务。", "力争覆盖率90%，是首要任务。")),
    Row("held below", "(?<!{plan|time.by|time.during}{!stop}*)(?<!{hold|down|up|make}(?:{!hard})*)(?:{comparator.<}(?:{this.money|this.area})|(?:{this.money|this.area}){bound.<}(?={hard|link}|$))", "condition", ("人均年收入低于11400元", "住房建筑面积在15平方米以下", "总投资低于500万元，由县级审批"), ("到2027年，户均用地面积低于120平方米", "造价控制在2000元以下", "力争单位造价低于2000元")),
    Row("grades", "{paper.rate}{reach.be}{this}{bound}{link.de}?{noun}|(?<!{aim|link.prep}{!hard}*){this}{bound}?(?:{qty}{bound}?)?(?:(?:{noun|verb}){0,2}{link.de})?{reach.be}(?:(?!{aim})@n){1,4}(?={hard}|$)|(?<!{plan}@S*){measure}{reach.be}{this}{bound}?{mark.，}{reach.be}{noun}{1,4}(?={hard}|$)|{this.score}{bound}?{verb}(?:{noun}|{modal}){1,2}(?={hard}|$)|{qty}{bound}?{reach.be}@n{1,4}{mark.，|mark.；}{comparator}?{this}", "scope", ("成活率85%以上为合格", "规模经营标准为100亩以上专业大户", "个贷率85%为绿色区间", "成活率85%以上为合格，41%需要补植", "参与时间为20小时，为一星志愿者", "90分以上评为优秀"), ("以覆盖率85%为目标",)),
    Row("how large it is", "(?<!{plan|time|aim}{!hard}*){measure.size}{reach.be|comparator.~=}?{this.money|this.area}(?={bound.~=}?(?:{hard|mark.、}|$))", "scope", ("总投资3.5亿元，2026年新增学位300个", "北山水厂占地面积40亩，2026年底前建成"), ("2026年总投资100亿元", "总投资达到100亿元")),
    Row("short of it", "{lack}(?:{reach|fill})*{qty}{bound}?{mark.，}(?:{noun|measure|verb|make}){1,6}(?:{comparator.<|comparator.>}|{reach.be|reach.of}){this}(?={mark.，|mark.。|mark.；}|$)|{lack}(?:{reach|fill})*{this}|{this}{bound}?{mark.，}(?:{fill})*{lack}(?:{reach|fill})*{qty}(?!{bound}?{link.de}(?!{noun|measure|paper}))", "past",
        ("水岸绿化率为70%，未达到80%的要求", "年降水量不足600毫米，成活率低于70%", "覆盖率未达60%，差距较大"), ("覆盖率为70%", "覆盖率不低于60%", "配备1名，不足5000名的至少配备1名")),
    Row("benefit", "(?:{give}|{make.pay}{measure})(?:{!hard|handled|up|down}){0,4}{this.time}|(?<!{handled}@P*)(?:{give.noun}|{gift}){mark.，}{measure}(?:{superlative}|{comparator.<=}|{modal})*{this.time}|(?:{superlative}|{loan}(?:{fill})*){qty.money}{mark.，}{measure}(?:{superlative}|{comparator.<=})*{this.time}", "benefit", ("补贴期限为1年", "发放期限最长不超过36个月", "给予社会保险补贴，期限不超过3年", "单户最高500万元，期限最长3年", "每户可申请贷款10万元，期限不超过3年"), ("补贴办理时限压缩至3个工作日",)),
    Row("may last longer", "{link.de}{mark.，}?{modal}*{up.by}(?:{fill|core})*{this.time}|(?<!{superlative}){modal.may}{modal}*{up.by|up.to}(?:{fill|core})*{this.time}", "condition", ("情况复杂的可延长10个工作日", "经批准可以延长5日", "情况复杂的延长不超过30日", "情况复杂的，可延长至10个工作日"), ("服务时间延长2小时", "可在5日内办结", "租赁期最长可延长至20年")),
    Row("price", "{charge.price}{measure.ratio}(?:{fill|reach.be})*{this.share}|{link.by}(?:{!hard|qty})*{this.share}{charge}|{each}{measure.most}{fill}*{this.money}|{charge.price}(?!(?!{measure.sum}){measure})@P{0,4}{this.money}|{charge.price}{paper.rate}?{reach.be}@P{1,6}{link.de}{this.share|this.ratio}|{paper.rate}{reach.be}@P{1,12}{link.de}{this.share|this.ratio}|(?:^|{hard})@np*(?:{charge.price|due|charge.wage}{noun}{0,2}(?:{paper.rate}|{measure})?{modal}*{link.by}@P*{this.share|this.ratio})|{charge.price}@P*{link.by}@P*{mark.，}@np*{link.by}{this.share}|{link.by}(?:{noun|measure|past|scope})*{due|charge.wage|charge.price}(?:{!hard|qty|comparator})*{this.ratio|this.share}", "price", ("注册收费标准降为零元", "农户自缴保费比例为20%", "租金标准按市场租金的70%确定", "租金标准按市场租金的70%确定，低保家庭按30%缴纳", "救助标准按低保标准的1.3倍确定", "灵活就业人员按缴费基数的0.2%缴纳", "每日限额50元", "租金为同地段市场价的75%", "生活费标准为当地最低工资的80%", "抚恤标准为上年度人均可支配收入的20倍"), ("竞买保证金按起始价的20%确定",)),
    Row("done of a task", "{paper}{qty}{bound}?{mark.，}{modal}*{make.finish}{this}|{paper}{qty}{bound}?{mark.，}{modal}*{make.finish}{qty}{bound}?{mark.，}@np{1,3}{this.share}(?={hard}|$)", "past",
        ("改厕任务300座，完成280座", "改厕任务300座，完成330座，完成率110%"), ("改厕任务300座，6月底前完成280座",)),
    Row("done of the whole", _UNTIMED + "{make.finish}@n{0,4}(?:{this}{bound}?" + _OF_WHOLE + "{qty.share}|{qty}{bound}?" + _OF_WHOLE + "(?:{this.share}|{qty.share}(?:{!stop|plan|time|this})*{this}))", "past",
        ("收入完成85亿元，为预算的102%", "收入完成85亿元，为预算的102%，增长5.3%"), ("力争收入完成85亿元，为预算的102%", "收入完成85亿元，增长5.3%")),
    Row("whose sum", "{this.count}{bound}?(?:{noun|make|verb|measure}){1,6}{plan}?{make.finish}{measure|fund}{qty.money}|(?:^|{hard}){this.count}{bound}?{make|verb}(?:{!hard|qty|this})*{link.de}{noun}{1,3}{modal|plan}*{make|reach}(?:{!hard|qty|this})*{qty}", "scope",
        ("20个敬老院计划完成投资5亿元", "20处实施节水改造的灌区可新增灌溉面积500亩"), ("20个敬老院完成改造",)),
    Row("reported", "(?<!{plan|time.by}{!stop}*)(?:{this}{bound}?{mark.，}{modal.yoy}@P*?{qty}(?!{!stop}*{plan})|{qty}{bound}?{mark.，}{modal.yoy}@P*?{this})|(?<!{time.by|time.during|time.range}{!stop}*){this}{bound}?{mark.，}(?:@P{0,2}{ranked}|(?:{comparator}|{reach}|{if.met}){aim})", "past",
        ("全市完成投资35亿元，同比增长12.5%", "工业投资增长5.1%，低于预期目标2.1个百分点", "较上年提高3.2个百分点，居全省第2位"), ("2029年覆盖率达到68%，位居全省前列", "力争投资增长8%", "到2029年，投资达到35亿元，同比增长12.5%")),
    Row("people there are", "(?<!{plan|time.by|time.during|time.range}{!stop}*)(?:^|{hard})(?:{!hard|this|plan|time|modal|make|verb|up|down})*{noun.people}(?:{reach|fill})*(?:{this.count}|{qty.count}{bound}?{mark.，}{reach.of}(?:{!hard|qty})*{this.share})", "past",
        ("老年人口达18万人", "常住人口120万人，占全省人口的9%"), ("力争常住人口达到120万人", "到2029年，常住人口达到120万人", "服务人口5万人", "常住人口增加3万人")),
    Row("tax", "{this.share}@P*{modal.tax}|{charge.rate}(?:{!hard|up|down|comparator|measure|qty|this}){0,4}{this.money|this.share|this.ratio}|{this.money|this.share|this.ratio}{bound}?{link.de}?@np{0,2}{charge.rate}|{this.share}{bound}?{qty.share}{bound}?{link.de}?{charge.rate}|{charge.deduct}{measure}?{reach.be|link.by}{this.share}|{charge.deposit}(?:{!hard}){0,4}{this.money}|{this.money}{link.de}?@np{0,2}{charge.deposit}", "tax",
        ("税率为3%", "购置款的100%可在当年税前列支", "适用3%征收率", "滞纳金为每日千分之五", "处合同金额5‰以上10‰以下罚款", "加计扣除比例为100%"), ("结案率达到100%",)),
    Row("an instalment", "{give.noun|gift|fund.gift}{fund}?{this.share}{bound}?(?={verb|make|give|link|if}(?!{spend}))", "part of a grant",
        ("其中奖补资金50%待企业达产后兑现", "补助资金30%在验收后拨付"), ("补助发放率90%",)),
    Row("a part of the grant", "(?:^|{hard})(?:{fill|noun|payer|scope|charge})*(?:{give.noun|gift}){measure.sum}?{comparator|superlative}(?:@np+{link.de})?(?:{this.share|this.area})|{give.noun|gift}@S*?{mark.，}{modal}*{superlative|comparator}+(?:{this.money}|(?<={superlative}{comparator}?)(?:{this.share|this.points}))(?={bound}?(?:{hard}|$))|{link.by}(?:{noun|payer|scope|spend|past})*(?:{fund|give.noun|gift}){this.share}|{give|gift}@S*?(?:{mark.，}|{mark.；})(?:{not}?(?:{noun|verb}|{make}(?={noun})){1,3}){this.share}(?={hard}|$)", "part of a grant",
        ("给予一次性奖励，省级减半", "财政补助不超过合同额的20%", "单户补助不超过24平方米", "给予举报奖励，最低不少于300元", "对市级站点给予奖补，县级站点减半", "给予示范站点奖补，非示范站点减半", "按比例追加补助，最高不超过20%", "按省级拨付资金50%进行配套"), ("给予一次性奖励，覆盖率90%",)),
    Row("times as much", "{give}(?:{fill|core})*{this.ratio}", "multiple", ("奖励不超过3倍年薪",), ()),
    Row("rank", "{rank}{this}|{ranked}{link.when}{this}", "rank", ("进入全省前5位", "对排名后3位的乡镇开展约谈"), ("培养前往支援的护理员5名",)),
    Row("prize", "{noun.prize}{this.count}", "prize", ("活动设一等奖3名", "评出优秀奖10个"), ("评出优秀作品10件",)),
    Row("which class", "(?:^|{hard}){noun}{paper.part}{reach.be}(?:{!hard|qty|plan|comparator})*{this}", "scope", ("第一阶梯为年用水量180立方米以下", "第二阶梯为300立方米以上"), ("第一阶段建成20个",)),
    Row("form", "{this.form}|{form}(?:{fill|comparator|superlative|hold|reach})*{this}", "form", ("提交申请材料一式3份", "报送总结一式2份", "字数不超过30个字"), ("印发2万份",)),
)  # fmt: skip
