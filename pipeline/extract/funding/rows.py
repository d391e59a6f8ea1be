"""What an amount of money or a share is in its sentence: given, to be spent on something, or nothing of the kind.

The first row that holds decides. A row that gives NOTHING says in its name what the amount is instead.
"""

from __future__ import annotations

from typing import Literal

from pipeline.language.grammar import Row

# Long: a table of rules is as long as it is.
Verdict = Literal["granted", "spent", "ceiling", "nothing"]
GRANTED: Verdict = "granted"
#: A share of money that must go somewhere: a target, no grant.
SPENT: Verdict = "spent"
#: The most that may be lent: granted, and never more than it.
CEILING: Verdict = "ceiling"
NOTHING: Verdict = "nothing"

# What an amount is instead, by the row that gives NOTHING.
REASONS = {
    "what it was": "baseline",
    "a fee or a fine behind": "fee",
    "a part of a scale": "scope",
    "whom it is about": "scope",
    "given to which": "scope",
    "for every so much": "scope",
    "done before": "past",
    "how large a thing is": "description",
    "a fee or a fine": "fee",
    "what is lent in all": "lent",
    "a part of a gift": "part of a grant",
    "a tax": "tax",
}

# Tokens of one part of a sentence.
FEW, SOME, MANY = "{!hard}{0,4}", "{!hard}{0,8}", "{!hard}{0,16}"

# Sources of money and their sums, one after the other: 省级资金3600万元、专项债券1.5亿元和社会资本2亿元.
POOLED = "{noun|payer|scope|measure|fund|gift|qty.money|mark.、|link.and}{0,16}"

# What was given then: a time that is over opens the part, and a verb of giving follows; 去年获评的企业 was only chosen then.
GIVES = "(?:(?!{give.noun}){giver}|{spend.invest})"
THEN = (
    "(?:^|{hard}){link|scope|modal}*(?:{past.year}|{time.past}|{comparator.~=}{qty.time}{come}|{past.now}(?={mark.，}(?!(?:{!hard})*{each})|{modal.sum}|{past.done})){mark.，}?(?:(?!{link.de}){!hard|time|plan|past})*?"
    + GIVES
)

ROWS = (
    Row("what it was", "{link.from}{!hard}{0,14}{this}{!hard}{0,3}(?:{up}|{down}|{reach})" + FEW + "{qty.money|qty.share}", NOTHING,
        ("低保标准由每人每月800元提高至850元。", "高龄津贴标准从每人每月50元上调到60元。", "补贴比例由30%提高到50%。"),
        ("由区财政按每人50元给予补贴。",)),
    Row("lent to one", "{most}{said}{0,2}{this.money}{link.de}?{noun|make|verb}{0,4}{loan}", GRANTED,
        ("可申请最高不超过15万元的创业担保贷款。",), ("发放贷款15万元。",)),
    Row("a fee or a fine behind", "{this}{bound}?{link.de}?{noun|make|modal|time|link|gifts}{0,4}(?!{charge.price}{give.noun}){charge}"
        "|{charge.rate}(?:{noun|qty.money|mark.、}|{each}){1,8}{gift}{said}{0,3}{this.money}|{penalty}(?:{noun|fund|link.prep|give.plain}|{gifts}){0,8}{said}{0,2}{this.money|this.share}"
        "|{link.by}(?:{noun|fund|link.de}|{gifts})*{this.money|this.share}(?:{modal|give.plain})?{penalty}(?={hard}|$)", NOTHING,
        ("收取床位费、护理费800元。", "每逾期一天扣减奖励500元。", "扣减以奖代补资金10%。", "扣减下年度产粮大县奖励资金10%。", "按补助资金的10%予以扣减。", "给予企业15%的优惠税率。", "处5万元以下罚款。", "购置款的100%可在当年税前扣除。",
         "给予合同金额50%的预付款。"), ("按3万元的标准给予补贴，不得收费。",)),
    Row("a part of a scale", "{this.money}{bound}?(?:{mark.（}{!mark.）}{1,2}{mark.）})?{bound}?{paper.part}", NOTHING,
        ("700万元以上部分按2%给予补助。", "700万元以下部分按5%、700万元至900万元（含）部分按8%给予补助。"), ("给予800万元补助。",)),
    Row("whom it is about", "(?<!(?:{giver}|{mark.、}){modal|plan|compared|each|apart|time}{0,3}|{gifts|fund}){this}{bound}?{link.de}(?!{measure.ratio}|{noun|make|verb}{0,2}{gifts}{paper.rate})"
        "(?:(?:{noun|make|measure|loan|verb|charge}|{give.noun}(?={noun})){1,6}(?:{give.plain|make.pay|spend.back|spend.cover|spend.pay}|{give.noun}(?!{mark|link}|$)|{mark|modal|each|link|if|reach|spend}|$)|{mark})"
        "|(?<!(?:{giver}|{gifts}|{link.by}){!mark.，}{0,6}){this}{bound}?{link.de}(?:{modal}|{apart}){1,2}(?:{giver}|{gifts}){said}{0,3}{qty.money}"
        "|{if.case}@P*{this}{bound}?{link.when}"
        "|{if.whom}(?:{!hard|give.plain}|{mark.、})*{this}{bound}(?:{mark.、}|{link.and})(?:{!hard|give.plain}|{mark.、})*{qty}{bound}?{link.de}", NOTHING,
        ("对研发费用50万元以上、占营业收入5%以上的企业，给予补助。", "产值增速超过15%的再奖励5万元。",
         "对单户担保金额500万元以上的小微企业给予补贴。", "对投资5000万元的项目给予奖励。", "补助产值1亿元的企业。", "对占比50%以上的企业给予奖励。",
         "投资达到5亿元的，给予奖励。", "对上缴经费低于1万元的单位上缴经费全额返还。", "当省级财政补贴不低于25%时，由县财政补足。"),
        ("给予5万元的一次性建设补贴。", "给予30%的财政补助。", "减免50%的租金。")),
    Row("given to which",
        "{gifts}{measure}?{this.money}{bound}{link.de}(?:{modal}+(?!{giver})|{mark.，}{link.from})|(?:{giver}|{gifts}{fund|measure|link.prep|link.at}{0,2}){this.money}{bound.>=|bound.<|bound.<=}{link.de}{gifts}?(?:{noun}|{measure}){1,4}(?={mark.，|mark.；|mark.。}|{modal|plan|link|if|each}|$)"
        "|{if.whom}@P*(?:{giver}|{gifts}){this.money}{bound}?{link.de}(?:{noun}|{measure}){1,4}(?!{gifts})", NOTHING,
        ("对获得补助100万元以上的企业开展评价。", "补贴额5万元以上的全部核验。", "补贴5万元以上的，由市级核验。", "资助10万元及以上的项目，由区科技局验收。", "补助50万元以上的项目需专家评审。",
         "资助资金10万元及以上的资助项目，须委托审计。", "奖励金额在10万元以上的企业须提交报告。"),
        ("给予10万元以上的奖励。", "给予50万元以上的项目资金支持。")),
    Row("for every so much", "{each.bare}(?:(?!{giver}){make|up|verb|spend|reach}){1,2}{this.money}"
        "|{each.bare}{this.money}(?={each|modal}*{giver}{said|noun}{0,4}{qty.money})", NOTHING,
        ("按产值每新增1000万元奖励2万元。", "每投入100万元补助5万元。", "按每200万元奖励1万元。"), ("每平方米补贴30元。", "每满一年奖励5万元。")),
    Row("done before", "(?!{past.year}|(?<!{past.year}{!hard}*){past.over}|{past.now}(?:{giver}|{if.whom})){past}{!hard|giver}{0,4}{giver}" + SOME + "{this}|" + THEN + SOME + "{this}", NOTHING,
        ("全市已发放补贴500万元。", "去年，全县投入改善资金500万元。", "2024年以来累计发放补贴500万元。", "截至目前，累计投入资金500万元。",
         "近五年来，全市累计投入资金12亿元。"),
        ("按上年度实际支付电费的40%返还。", "发放补贴500万元。", "去年获评的企业，给予补贴5万元。", "现下达补助资金5万元。",
         "目前，每人发放补贴800元。", "现对企业给予奖励200万元。", "超额完成10%以上的再奖励5万元。")),
    Row("the most that is lent", "{loan}{noun|make}{0,2}{measure.most}{said}{0,3}{this.money}", CEILING,
        ("装修贷款上限提高至40万元。",), ("住房公积金最高贷款额度调整为45万元。",)),
    Row("at a rate",
        "(?:{link.by}|{giver}|{qty.money}{mark.、}|(?P<gift>{gifts}))" + MANY + "{this.money}(?:{mark.，}{modal}*{compared}{qty.money})?(?:{mark.、}{each}{!hard|giver|gifts}{0,6}{qty.money})*{mark.”}?{link.de}?(?:{noun|make|verb}{0,2}{gifts})?{paper.rate}{!mark.。}*?(?:{giver}|{gifts}|{charge.deduct}|(?(gift){spend}|(?!)))",
        GRANTED,
        ("按照100万元的标准给予奖补。", "由区政府按90元/户/年的标准为住户垫付水费。", "将奖补资金按照平均100万元/个的标准全部用于中心建设。",
         "按每月1000元的标准定额扣除。", "按260元/户标准给予经费。", "按照每个社区每年20万元、每百户1万元的标准落实专项经费。",
         "按照25元/亩的作业补助标准实施补助。"), ("按每平方米30元的标准收取物业费。",)),
    Row("what gifts come to", "(?:{gifts}|{give.support}(?={measure.sum})){noun}?{fund|measure|paper.rate|link.de|charge.price}{0,3}{said}{0,6}{this.money}|{gifts}{link.by}" + SOME + "{each.one}{this.money}",
        GRANTED,
        ("每家旅行社奖励总额不超过100万元。", "单户企业扶持金额最高1000万元。", "支持金额最高可至3000万元。", "高龄津贴每月不低于50元。",
         "再增加一次性补贴5万元。", "在市级奖补资金100万元/个的基础上进行区级补助。", "奖补资金按照建设面积每平方米150元核定。"),
        ("推进投资5000万元，给予企业奖励。", "物业费按照建筑面积每平方米2元收取。")),
    Row("what a person is due", "{due}{noun|due|give|gifts|superlative}{0,4}{paper.rate}{said|noun}{0,8}{this.money}"
        "|{due.aid}{measure.most}{said}{0,3}{this.money}", GRANTED,
        ("全市低保标准提高到1309元。", "年度最高救助限额6万元。"), ("收费标准为每人每月50元。", "每人最高保障限额50万元。")),
    Row("up to so much", "(?:{giver}|{gifts}){!mark.。}*{mark.，}(?:{each|noun}{0,3}{measure.most}{said}{0,2}|{each.one}{noun}{0,2}{measure.sum}{comparator.<=|superlative.<=}"
        "|(?:{each|noun.period|includes|modal|scope}{0,3}){measure.sum}{comparator.<=|superlative.<=}){this.money}", GRANTED,
        ("对合作社给予补助，上限15万元。", "给予企业补贴，每家上限为20万元。", "给予企业补贴，每家企业金额不超过30万元。",
         "对合作社给予补助，年度总额不超过200万元。"), ("给予企业补贴，投资规模20万元。", "给予企业补贴，销售总额不超过200万元。")),
    Row("a fund set up", "{make.found}" + MANY + "(?:{fund|loan}{noun|measure|link.de}{0,3}{said}{0,3}{this.money}|{this.money}" + SOME + "{fund|loan})", GRANTED,
        ("设立总规模3亿元的产业引导基金。", "设立园艺发展专项资金2500万元。", "设立800亿元稳外贸专项信贷额度。"), ("设立注册资本5000万元的公司。",)),
    Row("pooled for", "{modal.pool}" + POOLED + "{this.money}" + POOLED + "{spend}|{modal.pool}{compared}?{this.money}{noun|make|scope|up}{0,6}{fund}", GRANTED,
        ("区级每年统筹不少于2000万元中小企业发展专项资金。", "统筹中央预算内投资3600万元、地方政府专项债券1.5亿元用于管网建设。"),
        ("统筹推进投资5000万元的管网建设。",)),
    Row("how large a thing is", "{measure}(?:(?!{each.one}){said}){0,4}{this.money}|{loan}{noun}{0,3}{measure}{said|noun}{0,4}{qty.money}{bound}?{mark.、}{noun|make}{1,4}{said}{0,4}{this.money}|{fund.private}{spend.invest}{said}{0,3}{this.money}|{make.drive}{fund.private}{said}{0,3}{this.money}", NOTHING,
        ("给予完成投资5000万元项目用地支持。", "撬动社会资本投入2亿元。", "撬动民间资本1亿元。", "贷款个人额度最高20万元、合伙企业最高200万元，由财政贴息。"), ("给予企业5000万元奖励。", "补贴额度最高20万元、合伙企业最高200万元。")),
    Row("a wage from the purse", "{charge.wage}{said|noun|paper}{0,5}{this.money}{mark.，}(?:{!hard}|{mark.，})*?{link.from}{noun|scope}{0,3}{payer}{modal|each|time}*(?:{make.pay}|{giver}|{does.bear|divide.bear}|{due}|(?<={modal.pool}){make})(?!@P*{qty})", GRANTED,
        ("护林员工资每人每月1800元，由县财政发放。", "村医年报酬1.2万元，按月考核，由县级财政负担。", "水管员工资每人每年1.44万元，由县财政统筹解决。"), ("护林员工资每人每月1800元，由企业发放。", "职工工资5000元，由县财政补贴1000元。")),
    Row("a fee or a fine", "(?<!{give|make.pay|spend.cover}){charge}{said|noun|paper}{0,5}{this.money}", NOTHING,
        ("居民医保个人缴费标准为每人每年380元，给予补助。",), ("减免押金500元。",)),
    Row("what is lent in all", "{loan}(?:{fund|noun|measure|reach|modal|up|link.de|plan}){0,4}{this.money}|{this.money}{link.de}?{noun|make|verb}{0,4}{loan}", NOTHING,
        ("全年发放创业担保贷款5亿元。", "力争提供信贷资金达到10亿元以上。", "提供100亿元信贷支持。"), ("发放补贴5亿元。",)),
    Row("given", "{giver}" + MANY + "{this.money}", GRANTED,
        ("给予企业最高50万元。", "给予场馆每人每月1500元的岗位补贴。", "统筹安排1.5亿元。", "每场活动最高列支50万元。", "返还企业5000元。",
         "给予每家不超过2万元。"), ("引进资金5000万元。",)),
    Row("a gift behind", "{this.money}{link.de|modal|noun|make|scope|verb|mark.、|link.prep|time|payer}{0,8}(?:{gifts}|{give.support}{fund})(?!{said|superlative|each}*{qty.money})", GRANTED,
        ("可获得3万元扶持资金。", "对中心增加60万元运营经费。", "每年每个不少于60万元运营经费。"),
        ("对投资5000万元，给予补贴。", "500万元至800万元补贴5万元。")),
    Row("so much each", "(?:{link.by}|{each.one})" + SOME + "{this.money}(?:{modal|each|apart|time|link.prep|measure}{0,3}{giver}|{if.whom}(?:{noun}|{make}){1,4}(?:{giver}|{spend}))", GRANTED,
        ("按4万元/个给予补助。", "每个站点20万元给予支持。", "按站点数每站每年2万元列支运维费。", "按每学时15元向承办机构支付培训费。", "低保对象按每人280元定额资助。"),
        ("按总投资5000万元给予支持。",)),
    Row("listed at a rate", "(?:(?:{gifts}|{giver}){!mark.。}{0,8}{paper.rate}|{paper.rate}{!mark.。}{0,8}{gifts}){!mark.。}{0,3}{mark.：}{!mark.。}*{this.money}"
        "|{gifts}{mark.：}{noun|verb|make|scope}{1,6}{each.one}{each.time}?{said}{0,2}{this.money}"
        "|{gifts}{fund}?{mark.：}{noun}{1,4}{bound}?{each.time}?{said}{0,2}{this.money}"
        "|{gifts}{fund}?{mark.：|mark.，}(?:{qty.age}{bound}?|{qty.area}{bound}){link.de}?{noun}{0,2}{this.money}"
        "|{link.by}{noun}{0,2}{paper.rate}{mark.：}{noun}{1,4}{said}{0,2}{this.money}(?:{mark.，|mark.、}{noun}{1,4}{said}{0,2}{qty.money})*{mark.，}{link.from}{noun|scope}{0,3}{payer}{giver}(?!{said}{0,2}{qty})", GRANTED,
        ("安家费：博士30万元、硕士10万元。", "入伍奖励金：本科及以上2万元，大专1万元。", "发放慰问金，80至89岁200元、90岁以上500元。", "发放取暖补贴，100平方米以下1500元、100平方米以上2000元。",
         "按标准：自然村2万元/个，中心村5万元/个，由县财政奖补。", "生活补贴：博士每月3000元。", "法律援助案件补贴：刑事每件1800元，民事每件2000元。",
         "奖金标准为：著作5万元/项。", "按下列标准发放技能补贴：铜级（入门）300元。"), ("收费标准为：成人50元。", "按标准：成人400元，由县财政补助200元。", "参保人员80岁以上缴费200元。")),
    Row("the most that is given", "(?:{giver}|{gifts}){!mark.。}*{most}{said|noun}{0,3}{this.money}|{most}{said|noun}{0,3}{this.money}{!mark.。}*(?:{giver}|{gifts})|{most}{make.drive}{this.money}", GRANTED,
        ("按实际发生额给予补贴，每次最高18万元。", "每年最高30万元，由区财政给予。", "每个展位最高支持2万元。"), ("每次不超过18万元。",)),
    Row("to whom more is due", "(?:{giver}|{gifts}){!mark.。}*(?:{mark.；}|{mark.，}){!hard}+{link.de}{mark.，}?{comparator}{this.money}(?={hard}|$)", GRANTED,
        ("按规定奖励；事迹突出的，不低于3万元。", "发放慰问金，特别困难的，不低于1500元。"), ("项目投资不低于5亿元；属于省重点的，不低于10亿元。",)),
    Row("for each every time",
        "(?:{giver}|{gifts}){!mark.。|mark.；}*{mark.，}(?:{noun}{1,4}{each.one}{qty.money}{mark.、})*{noun}{1,4}{each.one}{this.money}(?:(?<={mark.、}{noun}{1,4}{each.one}{this.money})|{mark.、}{noun}{1,4}{each.one}{qty.money})|(?:{giver}|{gifts}){!mark.。}*(?:{each.one}{each.time|each.one}|{apart})+{said}{0,2}{this.money}|{each.one}{each.time|each.one}{said}{0,2}{this.money}{!mark.。}*(?:{giver}|{gifts})"
        "|{make.drive}@P*{qty.count}{mark.，}{each.one}{said}{0,2}{this.money}", GRANTED,
        ("拟支持5项，每项800万元。", "给予交通补贴，省外每人500元、省内每人200元。", "按月发放津贴，80周岁每人每月50元。", "给予租房补贴，硕士、博士分别为800元、1200元。"), ("物业费每户每月50元。", "给予补贴，物业费每户50元。")),
    Row("a standard for each person",
        "(?:^|{hard})(?:{!hard|qty|charge|fund|loan|spend|measure})*{paper.rate}(?:{said|reach|link.by}){0,5}{each.one}{each.time}{said}{0,3}{this.money}|{due}{each.one}{each.time}{compared}{0,2}{this.money}|(?:^|{hard})(?:{noun.mean}|{each.one})(?:{make|verb|due}){0,2}{paper.rate}{said}{0,2}{this.money}",
        GRANTED,
        ("完成改造120户，户均标准6000元。", "每户改造标准8000元。", "残疾儿童康复救助每人每年不超过2万元。", "特困人员基本生活标准为每人每月1200元。", "照料护理标准按每人每月300元、600元、900元执行。"),
        ("缴费标准为每人每年400元。", "户均缴费标准300元。", "学费人均标准1200元。", "物业服务费标准为每户每月80元。", "最低工资标准为每人每月2000元。")),
    Row("put in", "{fund}{spend.invest}{this.money}|{spend.invest}{noun|payer|scope|verb}{0,4}{fund}{this.money}|{modal.pool}(?:{noun|scope|up|payer}|{make}(?={fund})){0,6}{fund}{said}{0,4}{this.money}"
        "|(?:^|{mark.，|mark.。|mark.；}|{time})(?:{modal|plan|each})*{spend.invest}(?:{compared})?{this.money}(?!{!stop}*{link.de}(?:{mark.，}|$)|{!stop}*{mark.，}{!stop}*{give}){spend}"
        "|{this.money}{link.from}(?:{noun|scope|payer|mark.、|link.and})*{payer}(?!{noun}|(?:{!hard})*{qty.share})"
        "|{this.money}{mark.，}{link.from}" + SOME + "{spend.pay}"
        "|{make.drive}{fund}{said}{0,2}{this.money}"
        "|{payer}{modal|plan|each|includes|time|scope}{0,4}(?:{spend.invest}|{modal.pool}|{verb}|{does}|{divide.bear}){said}{0,2}{this.money}"
        "|{noun.level}{modal|each}*{does.bear|divide.bear}{said}{0,2}{this.money}", GRANTED,
        ("2026年度，资金投入60万元。", "计划投入财政衔接资金3亿元。", "市级统筹资金2300万元。", "市财政投入800万元。", "市、区财政各承担10万元。",
         "市财政每年预算不少于5000万元，支持科技创新。", "省财政负担2000元，县财政负担1600元。", "其中市人社局承担800元、用人单位承担400元。", "省财政筹措3亿元支持城市建设。", "省财政每年统筹不少于3亿元。", "累计投入不少于10亿元用于河道清淤。",
         "由省财政承担600万元、县级承担400万元。", "缺口900万元由区财政统筹解决。", "统筹市级农业产业发展资金1800万元，支持设施蔬菜基地建设。", "所需资金约600万元，从乡村振兴资金中列支。"),
        ("吸引资金60万元。", "企业承担60万元。", "企业投入60万元。", "企业投入60万元用于研发。", "购置设备，投入500万元用于改造，给予补贴。", "保费30元由财政补贴80%。")),
    Row("a share set apart", "{link.by}" + MANY + "{this.share}{link.de}?(?:{measure|paper.rate})" + FEW + "(?!{spend.back|spend.cover}){spend}", SPENT,
        ("管理经费按不低于工资总额15%的比例核定。",), ("覆盖率达到15%。",)),
    Row("a share spent",
        "(?:{fund|gifts}{said}{0,3}|{link.object|link.from}" + SOME + "){this.share}{bound}?" + SOME + "(?!{spend.back|spend.cover|spend.pay}){spend}" + "|{spend}{compared}{this.share}{link.de}(?:{noun|verb|make|measure|fund|loan|charge}){1,6}{spend}" + "|{qty.money}{mark.，}{includes.with}{this.share}{bound}?{modal|plan}{0,2}(?!{spend.back|spend.cover|spend.pay}){spend}",
        SPENT,
        ("安排不低于60%的土地出让收益用于设施更新。", "将公益金的80%以上用于设施建设。", "每年从土地出让收益中提取不低于10%用于农田水利建设。",
         "将服务费的75%用于服务人员薪酬。", "财政科技资金80%以上投向企业。"), ("占地区生产总值的80%。",)),
    Row("the rest spent", "{spend}{!mark.。}*{mark.，|mark.、|mark.；}{this.share}{bound}?{modal|plan}{0,2}{spend}", SPENT,
        ("资金用于改造设施，25%用于培训。",), ("增长5%。",)),
    Row("a part of a gift", "(?<!{link.by}{!hard}{0,6}){gifts}{fund}?{link.de}{compared}?{this.share}|{includes.with}{this.share}{modal}*{giver}", NOTHING,
        ("先拨付补贴的70%。", "其中60%可奖励研发团队。"), ("补助投资额的70%。", "按照上级补助资金的30%给予配套补助。", "其中中央财政补贴45%。")),
    Row("a share for a gift", "{this.share}(?:{link.de}?{noun|make|scope|modal|fund|verb|payer|link.prep|charge}{0,5}{gifts}|{bound.<=}{link.de}(?:{gifts}|{give.support})(?={hard}|$))", GRANTED,
        ("最高3%/年的物业费奖励。", "给予设备投资20%以内的扶持。", "前3年给予50%租金补贴。", "给予借款实际利率45%的财政贴息。",
         "按工程造价的30%进行补助。"), ("完成率达到80%，给予奖励。",)),
    Row("the rate of a gift",
        "(?:{give.noun|give.support|spend.back}{fund}?|{fund}{make.drive})(?:{paper.rate}|{measure.ratio|measure.sum})(?:{said}|{noun|verb|measure|fund|charge|paper.rate}){0,10}{this.share}"
        "|(?:^|{hard})(?:{noun|payer|scope|each|modal|mark.、|link.and})*(?:{give.noun}|{gift}){compared}(?:{noun|measure|verb|make|charge|fund}|{link.de}){1,8}{this.share}"
        "|(?:{gifts}|{payer}{fund}){reach.of}(?:{noun|measure|charge|make}|{link.de}){1,8}{modal}*{most}{this.share}", GRANTED,
        ("财政奖补资金占项目总投资的比例原则上不超过80%。", "补贴标准为每人每次就餐费用的25%。", "见习补贴标准为当地最低工资标准的80%。",
         "补助比例不超过30%。", "财政补助不少于筹资筹劳总额10%。", "财政补助不超过合同额的20%。", "省级财政资金支持比例不超过项目总投资的50%。",
         "补助金额不超过总投资的30%。", "稳岗返还比例最高90%。", "扶持比例不超过总投资的40%。"), ("报销比例提高到70%。", "补贴发放率达到100%。")),
    Row("given by a share",
        "{link.by}" + MANY + "{this.share}" + SOME + "(?:{give|make.pay|spend.back|spend.cover}|{due}(?={hard}|$))|{link.by}" + MANY + "{this.share}{mark.，}{modal|apart|includes.list|qty.time}{0,3}{give|make.pay|spend.back|spend.cover}",
        GRANTED,
        ("按上年度实际支付电费的40%返还。", "按贷款余额增量的2%提供激励资金。", "按交易金额的3%，给予企业奖励。",
         "按实际购房价格的10%，分三年给予支持。", "超过部分按70%救助。"), ("按3%征收率征收。", "按监管资金的75%留存。")),
    Row("a tax", "{spend.cover}{noun}{0,2}{charge}{link.de}?{compared}?{this.share}", NOTHING,
        ("减免增值税50%。",), ("返还契税的50%。", "给予契税50%的购房补助。")),
    Row("a share of a tier", "(?:{giver}|{gifts}|{due}){!mark.。}*{mark.：}{!mark.。}*{paper.part}{link.by}{compared}?{this.share}(?={hard}|$)", GRANTED,
        ("按实际到位投资额给予奖励：新增部分按2%，超过部分按3%。", "分段救助：起付线以上部分按50%，其余部分按60%。"),
        ("分段收取服务费：基本部分按1%，超过部分按0.5%。", "给予奖励：超过部分按3%收取管理费。")),
    Row("a share given", "{give|spend.back|spend.cover}(?:{!hard|measure|up|down|reach}){0,8}{this.share}|(?:{payer}{fund}?{modal}*(?:{does}|{divide.bear}|{spend.pay})|(?:^|{hard}|{link.from|includes.with})(?:{noun|scope}{payer}?{mark.、|link.and}){1,3}{noun|scope}{1,3}{payer}{each.all}(?:{does.bear}|{divide.bear})|{noun.level}{modal}*{does.bear|divide.bear}){compared}?{this.share}", GRANTED,
        ("由县财政承担70%，其余由乡镇自筹。", "由市、县财政各承担50%。", "省级财政承担60%、市级财政承担40%。", "省级承担60%、县级负担40%。", "贴息50%。", "给予企业30%。", "报销住院费用70%。", "门票减免50%。"),
        ("报销比例提高到70%。", "企业自筹资金承担30%。", "由省发改委、省财政厅各承担一半。")),
)  # fmt: skip
