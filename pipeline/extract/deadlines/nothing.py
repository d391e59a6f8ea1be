"""Times that bind nothing, each with the reason: in a name, of the past, of a price, of a case.

A row is a pattern over the tokens of the sentence; `{when}` is the time asked about, `{time}` any other. `{when.bare}` is
a year and nothing else (2020年), `{when.dated}` a stretch of days (7月5日至7日), which is in no name, `{when.years}` a span of years or months, `{when.duration}` one of days or hours, and
`{when.within}`, `{when.within_years}` are such as end in 内, `{when.counted}` is one from a day of its own (签订之日起5日内), `{when.term}` a term with a name (有效期5年).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from pipeline import lexicons
from pipeline.extract.reading import Sense
from pipeline.extract.sense_tokens import sense_tokens
from pipeline.language.grammar import Row, compiled, holding, line
from pipeline.language.sentences import around
from pipeline.language.times import FoundTime
from pipeline.language.tokens import Token, is_how

_LONG, _INSIDE = "{when.years|when.within_years|when.term}", "{when.within|when.within_years|when.counted}"
_SET = "{when.duration|when.years|when.within|when.within_years|when.term}"
_LASTS = "{when.duration|when.years|when.within|when.within_years|when.counted|when.term}"
_SPAN = "{when.during|when.range|when.bare}"
_OR_DAYS = "{when.during|when.dated|when.range|when.bare}"
# A quarter and what is said of it, in a row of such: 一季度起步稳、二季度增速快、三季度势头好.
_QUARTER = "{!hard|qty|time|when|act|make}{1,4}{mark.、|mark.，}"

NOTHING: tuple[Row[str], ...] = (
    Row("held against", "{link.than}{mark.“}?{when}|{link.prep}(?:{when.bare|when.during|when.dated}){reach}{noun|measure}(?={hard}|$)|{link.and}{mark.“}?{when}@P{0,4}{link.than}|(?:{when.by|when.during|when.dated|when.bare})(?:(?:(?!{time})@P){0,8}{link.base}|{link.de}{qty.ratio})", "baseline",
        ("占比较2022年提高5个百分点", "比“十三五”末增加2个", "与2020年底相比下降", "在2023年全面推行的基础上增加", "达到2025年的2.5倍", "以2026年为基期，"), ("与企业在2025年底前签约",)),
    Row("moved", "{link.from}{when}(?:{verb|modal}){0,2}{time.by|time.expires}", "baseline",
        ("竣工时间由2026年10月推迟至2027年12月", "期限由2026年6月延长至2027年6月", "开工日期由2026年3月提前到2026年1月"), ("由2026年6月开展", "由市局2026年10月推迟至2027年12月")),
    Row("value of a year", "{when.by}{link.de}{comparator}*{qty}", "baseline",
        ("死亡率从2015年的5.28‰降到2030年的5‰", "床位由2020年的30张增加到2025年的50张"), ("到2025年的目标是50张", "到2025年，新增50张")),
    Row("years in brackets", "(?:{doc|rules|ref|time.during|time.range|time.by|goal|campaign}|{mark.”}){mark.（}(?:{when.range}|{when.during}|{when.bare}){mark.）}", "name", ("行动计划（2021—2025年）", "开展攻坚三年行动（2024—2026年）", "招生考试管理规定（2025年）"), ("实施（2021—2025年完成）", "集中整治阶段（2025年4月—9月）", "公示期为7天（2026年5月6日至5月12日）")),
    Row("name", _SPAN + "(?:{mark.、|link.and}{time})*(?!{link.at})(?:{!hard|act|qty|time}){0,14}?(?:{doc|occasion}(?!(?:{comparator|modal|plan})*{qty.count}|@n*{measure}(?:{fill|core})*{qty})|(?<!{reach}){goal|wide}{noun|paper|work}?(?:{is}|{mark.。|mark.；}|$))", "name",
        ("制定2023年数据治理工作要点", "举办2023年国际消费博览会", "落实2021—2023年专项行动方案", "2025年主要目标任务", "落实2030年达标要求；推进规划修编"),
        ("2023年出台实施方案", "全年计划建设高标准农田3万亩", "2026年计划至少新建驿站3座", "今年计划投入1000万元", "2026年建设地方标准60项", "2026年三季度实现目标", "2026年举办博览会", "到2025年底前形成方案", "2026年数据工单闭环率升至43%", "2015年在预算管理改革上取得进展", "7月5日至7日集中发放录取通知书")),
    Row("whose money", _SPAN + "(?:{noun|make|project|work|goal|act|scope|verb|fund|payer|mark.（|mark.）}{0,8}){fund}{amid}|{spend.pay}{noun|scope}{0,3}" + _SPAN + "(?:{noun|make|project|work|scope|verb|payer}{0,10}){fund}(?={qty.money|hard}|$)", "name",
        ("市财政在2026年农业生产发展资金中奖励", "从2026年教育资金中安排", "下达你区2019年城乡义务教育资金300万元", "拨付2019年农村公路养护经费300万元", "提前下达各县2020年中央财政补助资金。"), ("2026年在专项资金中安排", "2026年专项资金投入", "2019年下达资金300万元", "下达计划，2026年投入资金300万元")),
    Row("listed", "{act}(?:{noun|scope|link.object}){0,3}(?:{when.during}|{when.bare})(?:{!hard|act|qty|time})+{mark.etc}{noun|measure|work}{0,3}{doc}(?={hard}|$)", "name",
        ("现公布我市2024年托位、床位、站点、车位、泊位、驿站、书屋、食堂、卫生间、灯杆等标准",), ("2024年制定托位、床位、站点等标准",)),
    Row("why it was made", _SPAN + "{mark.，}@S*{act}{self}", "told of",
        ("“十四五”时期，为落实规划要求，特制定本实施意见", "2026年，为规范管理，制定本办法"), ("2026年，为规范管理，制定地方标准",)),
    Row("place and year", "{noun|mark.、}{when.bare}{noun}{1,4}{mark.etc}?{project}", "name",
        ("开工东山片区、某区2024年路灯等项目",), ("我市2024年路灯项目", "2024年路灯项目")),
    Row("done by then", "{when.effective_from}{past.done}|(?:{when.by|when.during|when.dated|when.bare|when.range|when.expires|when.past})(?:(?!{link.object})@P|{mark.：}|{work}{2,3})?{past.done}", "past",
        ("2018年底前已完成转制的企业", "今年4月3日起已施行", "3月：已完成招标", "对今年年底工作任务已完成的文件宣布废止"), ("2025年底前完成", "今年4月3日起我市已对家庭上浮", "8月底前将已竣工的项目归档", "8月底前把截至申报日的发电量报送")),
    Row("since then", "{when.bare|when.during|when.dated|when.effective_from|when.range}@P{0,4}?{past.since}", "past",
        ("今年入夏以来", "自2023年3月启动以来，完成改造"), ("今年完成改造",)),
    Row("told of a year", "{when.bare}@S{0,16}?(?:{past.done}(?!{make.build|own|act})|{past.same})", "past",
        ("2020年，全区已实现", "2023年投资比同期增加"), ("2020年，全区实现全覆盖", "2025年，对已建成的园区开展评价")),
    Row("told", "{when.by}(?:(?!{link.object})@P){0,14}?{done}|(?:{when.during|when.dated|when.bare}){mark.，}?@P{0,14}?{done}|{done}{when.years|when.duration|when.term}|{done}{when.during|when.bare}(?:{!hard|act|make|verb|reach|qty|time}){1,8}(?={hard}|$)|{past.done}{down|up|reach}{0,2}" + _LASTS, "past",
        ("办理时限已压缩至24个工作日", "2022年3月，区里印发了实施方案", "在2009年11月底召开的会议上再次强调了", "开展了为期一个月的行动", "安排部署了2016年奋斗目标和重点任务"), ("2025年底前完成", "9月底前将检查过的企业名单报送", "明确了2026年建成示范区的任务")),
    Row("price", "{when.recurring}(?:{!hard|verb|make|act|spend|plan|handled}|{make.pay}){0,4}{qty.money}|{when.recurring}(?:{each|apart|comparator|superlative})@P{0,8}{qty.money}", "price",
        ("每年1000元", "每年每个场馆不超过20万元", "每月发放600元育儿补贴"), ("每年举办2次",)),
    Row("price of each", "{each.one}{noun}{0,2}{when.recurring}{noun|charge|fund|work}*{measure|charge|fund}", "price",
        ("每个学生每年医疗费用限额",), ("每个社区每年举办活动",)),
    Row("limit set elsewhere", "{ref}(?:{link.de|measure|noun})*" + _SET, "reference",
        ("在法定期限5日内办理", "规定的5日内"), ("在期限5日内办理", "合同自签订之日起5日内公告")),
    Row("of persons", "{person|tally}@P{0,4}(?<!{handled}@P?)" + _LASTS + "|{modal.sum}" + _LASTS, "persons",
        ("全年故障时间累计不超过8小时", "住院时间不超过48小时", "重污染天数不超过2天", "停课天数不超过5天", "作业平均完成时间不超过60分钟"), ("作业票审批时间不超过3个工作日",)),
    Row("look back", "(?:{comparator.~=}|{past}|{rank}|{before}){link.at}?" + _LONG, "look back",
        ("申请之日前2年内累计缴纳",), ("申请之日起2年内",)),
    Row("had not happened", _LONG + "(?:{!hard|act|reach}){0,3}?(?:{not.yet}|{happened})", "look back",
        ("两年内未发生事故", "3年内无违法记录"), ("两年内不得再次申请", "两年内实现无疫情")),
    Row("row of quarters", f"{_SPAN}{_QUARTER}{{time}}{_QUARTER}{{time}}|{{time}}{_QUARTER}{_SPAN}{_QUARTER}{{time}}"
        f"|{{time}}{_QUARTER}{{time}}{_QUARTER}{_SPAN}", "slogan",
        ("一季度起步稳、二季度增速快、三季度势头好",), ("一季度新增2个、二季度新增3个、三季度新增4个", "第一季度完成招标，第二季度开工，年底前完工", "10月上旬开展自查，10月下旬市级抽查，11月中旬通报结果", "8月28日至30日新生报到，8月31日返校，9月1日上课")),
    Row("case", "(?:{if.whom|if.case|but})@P{0,8}" + _OR_DAYS + "@P*(?:{comparator|up|down|reach|turn})@P*(?={hard}|$)|{if.case}@P{0,3}" + _OR_DAYS + "@P*{mark.，}|{if.case}(?:{!hard|qty|time})+{when.by}(?={hard}|$)|(?:" + _OR_DAYS + "|{when.by})@P*{comparator.<}{qty}(?:{mark.、}@P*{comparator.<}{qty})*{link.de}{mark.，}", "condition",
        ("对全年营业额低于50万元的商户免收租金", "如2026年上半年销售额保持增长", "若今年再有欠账，后几年会十分困难", "如遇恶劣天气顺延至6月25日", "上半年完成率低于45%、三季度末低于75%的，约谈负责人"), ("三季度末低于75%", "对2023年新开工项目优化流程", "如有异议请于6月25日前反馈")),
    Row("whom it is given", "(?:^|{mark.。|mark.；})(?:{mark|noun}){0,4}{when.during|when.bare}{mark.，}?(?:{!hard|plan|time|if.whom})*(?:{comparator|reach|up})(?:{!hard|plan})*{qty}(?:{!hard|plan}|{mark.（}@P*{mark.）}|{qty})*{link.de}(?:{noun|mark.（|mark.）}{1,8})(?:{mark.，}(?:{!hard|plan}){0,6}|(?:{modal|each|apart|payer|time})*){give|gift}", "condition",
        ("2023年第一季度，销售额增速高于10%的企业，分别给予1万元的奖励", "2024年产值首次突破1亿元的企业，给予10万元奖励"), ("2024年对产值突破1亿元的企业给予奖励", "2024年，计划给予困难企业补贴")),
    Row("of whom", "{if.whom}(?:{!hard|verb|make|act|give|handled|time|qty})*(?:{qty}{noun}{0,3}{mark.、|link.and})?" + _LONG + "@P*{link.de}(?:{noun|qty|own})", "scope",
        ("针对5年内关税减让显著的商品", "针对首年为零的2070种商品和5年内降幅大的5048种商品",), ("对企业在3年内完成改造", "对高层次人才签发有效期5年的许可")),
    Row("of a class", "{act|make|verb|handled}{noun|scope}{0,2}(?:{when.bare|when.during}){noun|not|verb|modal}{0,4}{alumni}(?={hard}|{link.and}|$)|(?:{when.by|when.during|when.bare}){lapse}{link.de}|{date}{link.at}?{when}@P*{link.de}{noun|measure|fund|charge}", "scope",
        ("办理时间在2022年11月30日以前且未验收的楼盘", "登记日期在2013年7月1日至2015年7月31日期间的车辆", "招收本县2026年小学毕业生", "2026年底到期的合同", "今年期满的企业"), ("报名时间为2022年9月1日至9月30日", "2026年毕业生就业率达到90%", "2026年底到期",)),
    Row("done then", "(?:{when.range}|{when.during|when.dated}|{when.by})(?:{mark.（}@P*{mark.）})?{noun|link.at}{0,3}{verb|make|handled|act}{1,2}{link.de}{noun|verb|measure|project|work|fund}", "scope",
        ("2022年11月1日至2023年12月31日期间出让的土地，可分期缴纳", "2024年底前成交的地块", "对2024年底前竣工的项目，6月底前验收"), ("2025年底前建成功能完善的体系", "2025年底前完成出让")),
    Row("as old as that", _INSIDE + "{link.de}{noun}|{born}" + _INSIDE, "scope", ("授权6个月内的发明专利", "毕业2年内高校毕业生就业"), ("6个月内完成", "自成立之日起6个月内完成")),
    Row("who within that", _INSIDE + "{down}?{noun.nature}|" + _INSIDE + "@P*(?:{link.de}(?={hard}|$)|{qty}@P*{link.when}{mark.，})|(?:{noun|link.when})" + _INSIDE + "(?:{noun|measure|charge|each|verb|comparator}){1,5}{qty.money}(?:{link.and}{qty.money})?{bound}?{link.de}", "condition",
        ("在三年内申请领取许可证的，不予受理", "5日内不能办结的，可以延长", "15日内未提出异议的，视为同意", "7日内出现10例以上病例时，应报告", "6小时内降雨量达到50毫米以上", "企业一年内技改投资500万元以上的项目，予以支持", "上规后1年内营业收入超过2000万元的部分，给予奖励"), ("区里三年内新建投资500万元以上的项目2个", "在三年内完成整改，", "5日内不能办结，说明理由")),
    Row("title", "^{!hard|act|time|qty}{0,12}(?:{when.bare|when.during|when.range})(?!{act}){!hard|time|qty}*{doc}$", "name",
        ("某局2025年全面优化环境打造优质服务工作方案",), ("2025年出台实施方案", "2025年，印发实施方案")),
    Row("heading", "^(?:{mark|noun}){0,24}" + _SPAN + "(?:{noun|measure|paper|goal|wide|work|mark.、|link.and}){0,6}?{work|spend.pay}$", "name",
        ("三、2026年工作安排", "2025年重点任务", "《政府工作报告》2022年重点工作"), ("2026年完成改造任务", "2026年工作安排如下。")),
    Row("what it is for", "(?:^|{mark.。|mark.；}|{mark.，}(?={reach.be}{plan|modal|verb|make}|{ground}))(?:{noun|mark}){0,4}(?:{reach.be}|{ground})(?:{!hard|qty|time})*(?:{when.during}|{when.bare}|{when.range})(?!{modal}*{act})(?:{!hard|qty|time})+(?={hard}|$)", "name",
        ("为切实办好2026年民生实事，制定本方案", "当前正值春耕，为确保全年粮食丰收，现通知如下", "为了完成2026年目标任务，现通知如下", "结合2026年重点工作，制定本计划", "考核结果作为2026年评先评优的依据", "按照省里部署，为进一步做好2026年防汛工作，现通知如下", "对照2026—2028年攻坚安排，分解任务"), ("为确保2026年建成示范区，制定本方案", "为实现2026年增长5%的目标，制定本方案", "为做好改造，2026年底前完成")),
    Row("handed out", "(?:^|{hard}){herewith}(?:{link.object|modal|make|verb|spend}){1,2}(?:@P|{mark.（}@P*{mark.）})*?(?:" + _OR_DAYS + "|{when.recurring}(?={noun}))", "name",
        ("现将2026年考核目标印发给你们", "现就各单位申报每周活动安排规定如下", "现下达2026年建设任务", "现下达你县（市、区）2026年转移支付资金", "现就做好2026年三季度有关工作通知如下"), ("2026年完成改造",)),
    Row("shown", _OR_DAYS + "(?:{!hard|time|qty}){1,12}{shown}(?:{noun|verb|paper|doc}{0,3})(?={hard}|$)", "name",
        ("2026年民生实事任务分解如下", "2026年分区建设计划见下表", "2026年具体任务详见附件"), ("2026年，具体任务如下", "2026年见效")),
    Row("once so long", _LASTS + "{link.de}(?={hard}|{give})", "condition",
        ("租期不低于3年的，给予补贴",), ("有效期3年的证书",)),
    Row("said what it is", "{when.recurring}(?:{noun}|{spend}){1,4}{is}|(?:{when.during|when.dated|when.range|when.bare})(?:{mark.（}@S{0,6}{mark.）})?{mark.，}?{is}|{is}(?:{when.during|when.bare})(?:{!hard|qty|time}*{among}|{!hard|act|make|verb|handled|qty|time}*{work})(?={hard}|$)", "told of",
        ("“十四五”时期（2021—2025年），是关键五年", "今年是开局之年", "每周活动安排是协调会议的重要载体", "扩面是今年推动改革的实事之一", "防汛是今年的重点工作，"), ("2025年是否完成", "目标是今年完成改造任务")),
    Row("age", "(?:{when.by|when.during|when.dated|when.bare|when.range|when.past}){mark.（}?{plan}?(?:(?!{born.up}){born}|{born.up}(?!(?:{!hard|link.de}){1,8}(?={hard}|$)))", "age",
        ("2016年8月31日以前出生的儿童", "对截至2025年12月31日年满80周岁的老年人发放津贴", "2024年8月31日前须年满6周岁", "2022年1月1日至12月31日期间注册的企业", "2024年底前成立的合作社"), ("2016年8月31日以前完成", "2025年底前须完成", "要在3月15日前成立工作专班，并报名单", "6月底前成立领导小组")),
    Row("of every year", "{draw}@P{0,4}{when.recurring}@P+{goal}(?={hard}|$)", "name",
        ("合理确定每年用地供应目标",), ("每年用地供应目标不低于2个",)),
    Row("whom it befell", "(?:{when.during|when.dated|when.bare|when.years|when.within_years}){befall}@P*{link.de}", "condition", ("年内被通报批评的单位",), ("年内完成被征收户的安置",)),
    Row("benefit", "{give|gift|make.pay}@P{0,8}{when.years|when.within_years}(?!@P*{handled|make.pay|not})|{when.years|when.within_years}@P{0,4}{spend.cover}|{loan}@S*{mark.，}(?:{noun|measure}){0,2}{when.years|when.term}(?={hard}|$)|{give|gift}@S*{mark.，}{measure}(?:{when.years|when.duration|when.term})(?={hard}|$)", "benefit", ("社保补贴不超过实际缴费的50%，期限最长3年", "发放贷款，单户最高500万元，期限不超过3年", "给予企业家最长3年免费居住权", "提供3个月内的免费住宿", "三年内租金减免50%"), ("给予3个工作日的公示", "给予4个月的缓存期", "补偿资金应在4个月内发放到户", "补贴机具2年内不得转让", "三年内完成改造")),
    Row("on average", "{noun.mean}{when.recurring}", "told of", ("平均每日接待游客300人次",), ("每日接待游客平均300人次",)),
    Row("worth of it", "{when}@P*{link.de|own.must}@P{0,3}{worth}(?={hard}|$)", "name",
        ("充分认识做好二季度防汛的重要性", "“十五五”时期在进程中具有重要地位"), ("做好二季度防汛的工作",)),
)  # fmt: skip


@cache
def _entries() -> Mapping[str, tuple[int, str]]:
    """Entry → its place in the table and the kind it gives."""
    rows = lexicons.rows("deadlines")
    return {entry: (place, kind) for place, (entry, kind) in reversed([*enumerate(rows)])}


@lru_cache(maxsize=8192)
def _kind(word: str) -> str | None:
    """What a word is here: itself, or as the words that begin or end as it does; the first row counts."""
    cuts = range(len(word) + 1)
    forms = (word, *(f"*{word[cut:]}" for cut in cuts), *(f"{word[:cut]}*" for cut in cuts))
    return min((_entries()[form] for form in forms if form in _entries()), default=(0, None))[1]


@lru_cache(maxsize=8192)
def _kind_of(kind: str, text: str) -> str | None:
    """What a token of a kind is here, None where it stays what it is."""
    if any(_kind(text[:cut]) == "act" for cut in range(2, len(text) - 1)):  # 制定方案 in one word
        return "act"
    return None if kind in ("time", "qty", "mark") or is_how(text) else _kind(text)


def _retagged(token: Token) -> Token:
    if (found := _kind_of(token.kind, token.text)) is None:
        return token
    kind, _, cls = found.partition(".")
    return token._replace(kind=kind, cls=cls)


# 计划|至少|新建, 计划|投入1000万元: what is meant to be done, and how; 计划安排如下 is of a paper.
_MEANT = "(?:{modal|comparator|superlative})*(?:{act|make|verb|handled|up|down}|{spend}(?:{noun|project}){0,3}{qty})"


def _intended(tokens: list[Token]) -> tuple[Token, ...]:
    """2023年计划完成, 2023年计划至少新建: before a deed 计划 is no paper, but what is made of words (工作计划报送市局) is."""
    codes = line(tokens) if any(one.text == "计划" for one in tokens) else ""
    return tuple(
        one._replace(kind="plan", cls="")
        if one.text == "计划" and compiled(_MEANT).match(codes, i + 1) and tokens[i - 1].text != "工作"
        else one
        for i, one in enumerate(tokens)
    )


def _of_time(found: FoundTime, counted: bool) -> str:
    """The class of a time: as its kind, but a bare year and a long span are told apart; what is counted from a day (登记
    之日起1年内) is a limit however long."""
    if found.time.bare:
        return "bare"
    if found.time.kind != "duration":
        is_dated = found.time.kind in ("during", "range") and found.time.end and found.time.end.day
        return "dated" if is_dated else found.time.kind
    period = found.time.period or ""
    long = period.endswith(("Y", "M")) and "T" not in period
    if found.rule in ("term", "term_named"):
        return "term"
    if found.rule == "within":
        return "counted" if counted else "within_years" if long else "within"
    return "years" if long else "duration"


class Setting:
    """The tokens of a text, to ask of each time in it why it binds nothing."""

    def __init__(self, sense: Sense) -> None:
        self.sense = sense
        self.tokens = _intended([*map(_retagged, sense_tokens(sense))])

    def reason(self, found: FoundTime, rows: Sequence[Row[str]] = NOTHING) -> str | None:
        """Why `found` binds nothing by one of `rows`, or None where it may bind."""
        sentence = around(self.sense.sentences, found.start)
        inside = [t for t in self.tokens if sentence.start <= t.start < sentence.end]
        return reason(inside, found, rows)


def reason(tokens: Sequence[Token], found: FoundTime, rows: Sequence[Row[str]]) -> str | None:
    """What the first row gives that holds for a time in its sentence."""
    at = next((i for i, t in enumerate(tokens) if t.said == found), None)
    if at is None:
        return None
    asked = [
        *tokens[:at],
        tokens[at]._replace(kind="when", cls=_of_time(found, "之日起" in tokens[at].text)),
        *tokens[at + 1 :],
    ]
    codes = line(asked)
    return next((row.gives for row, _ in holding(rows, codes)), None)
