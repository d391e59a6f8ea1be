"""Why the words beside a number or a time show that it needs no row. Few, and each with its examples.

What the rules of targets, grants and deadlines set aside has the reason of their row; these are asked of the rest.
"""

# Long: a table of rules is as long as it is.
from __future__ import annotations

from typing import NamedTuple

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.documents import is_remark, is_short_name, is_work
from pipeline.language.festivals import NAMES
from pipeline.language.intervals import Within
from pipeline.language.segmentation import tagged
from pipeline.model import Span

_CN = "[〇零一二两三四五六七八九十百千万半]"
# No numeral has more (digits without end would be gone through from each of them): 一百二十三万四千五百六十七 has 13.
_N = rf"(?:\d{{1,12}}(?:\.\d{{1,9}})?|{_CN}{{1,16}})"
_YEAR = r"(?:19|20)\d\d年"
_DATE = rf"{_YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?"
_BODY = "(?:部|委|厅|局|办|政府|委员会|办公[厅室]|国务院|管理中心)"
_IDIOMS = lexicons.alternation("number_idioms")
_FESTIVALS = "|".join(sorted(NAMES, key=lambda name: (-len(name), name)))


class Reason(NamedTuple):
    """A mention inside a match of `pattern` needs no row, for the reason `name`.

    `examples` maps a phrase to the mention in it that is explained; `counter_examples` are phrases in
    which nothing may be.
    """

    name: str
    pattern: patterns.Pattern
    examples: dict[str, str]
    counter_examples: tuple[str, ...] = ()


REASONS = (
    Reason(
        "ordinal",
        patterns.compile(rf"第\s?{_N}(?:次|届|批|轮|期|位|个|条|款|项|章|节|号|名|产业|方|季度|线)?|(?<=第\s?{_N}(?:条|款|项)?[、和及至])第?{_N}(?=条|款|项)|(?<={_CN}|^|\p{{Han}}{{2}}){_CN}{{1,2}}期(?=[^，。]{{0,6}}(?:项目|工程|建设|建成|扩建|等|、))|(?<![月\d])\d{{1,2}}号(?=(?!前|起|至|到|之|以|文|下|晚|上|中|凌)\p{{Han}})|\d{{1,2}}世纪|新一[轮代]|[上下]一(?:年度|季度|阶段|学年|[轮级代步])|(?:19|20)\d\d[届级](?=\p{{Han}})"),
        {"已经区政府第120次常务会议审议通过": "120", "第五批改革试点": "五", "委托第三方机构": "三", "产业园二期等项目": "二", "第十五、十七条规定": "十七", "2026届毕业生": "2026", "建成8号环线": "8", "进入21世纪": "21"},
        ("建成5期", "每月5号前报送"),
    ),
    Reason(
        "party_congress",
        patterns.compile(rf"党的{_CN}{{1,3}}大|{_CN}{{2,3}}大(?=[和、精报以，。]|$)|{_CN}{{1,3}}届(?:{_CN}{{1,2}}(?:次|中)?[、和]?)*(?:全体会议|全会|历次)?"),
        {"贯彻党的二十大精神": "二十", "十九届四中全会": "十九", "管委会四届五次会议": "五"},
        ("建设十大工程",),
    ),
    Reason(
        "address_or_contact",
        patterns.compile(
            r"(?:电话|热线|传真|手机|联系方式|联系人|咨询|邮编|邮政编码|QQ|微信|账号|帐号)[^。；]{0,30}?(?:\d{3,4}-)?\d{5,}(?:[-—、，/转（）\s]+\d+)*|\d{7,}(?=（[^（）]{0,8}(?:电话|手机)）)"
            r"|(?:https?[：:]/|www\.|\]（/)[\w./%?=&:：~#\-,]{1,300}|[A-Za-z0-9._-]{1,40}@[A-Za-z0-9._-]{1,80}"
            r"|[路街道巷弄园厦楼院村镇同][甲乙丙东西南北]?\d+(?:-\d+)?号(?:院|楼|门)?(?:\p{Han}{0,8}\d+(?:号楼?|层|楼|室|单元))*|[东南西北侧向口旁](?:方向)?(?:约)?\d+米(?!以|宽|长)|\d+号(?:楼|院|线|门)(?!\p{Han}*\d+个)"
        ),
        {"联系电话：023-12345678": "023", "中山路12号": "12", "见www.abc.gov.cn/2026/5": "2026", "公园南门北侧100米": "100"},
        ("服务人口423000", "补贴（￥500000）按年兑现", "东山区100 200", "发放120000张"),
    ),
    # Apart, for what only looks back and ahead is tried at every letter, and beside it all of the above would be.
    Reason(
        "address_or_contact",
        patterns.compile(r"(?<![\w/.-])(?=[\w/.-]{0,80}[a-f]\d)(?=[\w/.-]{0,80}\d[a-f])[\w/.-]{0,80}[0-9a-f]{10,80}[\w/.-]{0,80}"),
        {"原文见content/4f21ab90c3d7e8": "4"},
        ("发放120000张",),
    ),
    Reason(
        "name_with_number",
        patterns.compile(
            r"(?=[A-Za-z\d国省县一二两三四五六七八九十百千万学倍（])(?:[A-Za-z]+[-+]?\d+(?:\.\d+)?(?![\d.]*[%万亿个家户元项名])|(?<![\d.])\d[A-Z](?![A-Za-z/])|\d[×xX*]\d{1,2}(?:小时)?"
            r"|(?<!\d)(?:12\d{3}|96\d{3,4})(?=[、和及”’\s]{0,3}(?:\d{5,6}[、和及”’等\s]{0,3}){0,5}(?:(?![名人个家户项件元次条])\p{Han}{0,6})(?:热线|平台|电话|投诉|举报|便民|中心|网))|(?<!\d)(?:110|119|120|122)(?=[^，。\d]{0,4}(?:报警|急救|热线|联动|接警|平台))"
            r"|(?:24|72|144|240)小时(?=[^，。]{0,10}(?:自助|服务|过境|在线|热线|开放|受理|值|不打烊|电话|办理|营业))"
            r"|[国省县]道\d{3}线?|[一二三四五两十百](?:个)?年(?:行动|计划|攻坚|清零|规划|滚动|奋斗)|百日(?:行动|攻坚|会战)|[三五六九]年(?:一贯|义务)|[一二三四五六七八九\d]年制|学前第?[一二三四两\d]年"
            r"|(?<!\d)12345(?![\d.,万亿%]|\s?(?![与和及、，。的])\p{Han})|(?<!\d)(?:110|119|120|122)(?=[与和及、]12345)|(?<=12345(?:热线)?[与和及、])(?:110|119|120|122)(?!\d)"
            r"|倍增(?=计划|行动|工程|企业|效应|培育)|一二三(?=次?产)|\d{2,3}[kK][vV](?=\p{Han})|\d{2,3}千伏(?=(?![及以])\p{Han})|(?<![\d.])\d{1,2}[A-Z](?=/\d|/?\p{Han}|纸)|(?<=\p{Han}|”)[2-9]\.0(?=(?![万亿千百个家元米亩倍公])\p{Han}|$)|（[一二12]）(?=型)|\d人制"
            r"|(?<![\d.,一二三四五六七八九十百千万亿几数上近每])[百千万](?=[亩户吨头村校企]|人(?!次|员|左右|以)|家(?!企|庭|户))(?=\p{Han}{3}))"
        ),
        {"运用5G、人工智能": "5", "12345政务服务热线": "12345", "7×24小时": "7", "开放24小时自助服务区": "24小时", "实施三年行动": "三年", "九年一贯制学校": "九年", "持续畅通12328、96122等投诉热线": "12328", "普及学前三年教育": "三", "五年制高职": "五", "推进12345与110联动": "110", "实施企业倍增计划": "倍增", "一二三产融合": "一二三", "110kV变压器": "110", "4K/8K超高清": "4", "推进示范区3.0建设": "3.0", "小（二）型水库": "二", "建设万亩示范片": "万", "全区千人托位数": "千", "3人制篮球场": "3"},
        ("建成120个站点", "24小时内办结", "不低于110千伏", "血糖≥10mmol/L", "培训12000名热线人员"),
    ),
    Reason(
        "quoted_name",
        patterns.compile(r"“(?![^“”]*\d(?:分钟|%|元|个|天|日|公里))[^“”\d]{0,8}[^“”]{1,20}”"),
        {"推行“双随机、一公开”检查": "一", "“三社联动”机制": "三", "“5+3”工作机制": "5"},
        ("实现“3分钟填报”",),
    ),
    Reason(
        "age_or_grade",
        patterns.compile(rf"{_N}(?:[-—~至]{_N})?(?:周?岁|年级)|(?:\d{{1,12}}|{_CN}{{1,3}})[万亿]?级(?=\p{{Han}})|{_CN}(?:[、和及]{_CN})*(?:星级?|级|类|等|档|甲|线城市)(?!政府|\p{{Han}}*{_CN}个)"),
        {"做好3岁以下婴幼儿照护": "3", "二级及以下医院": "二", "三星级养老机构": "三", "打造千亿级产业": "千"},
        ("建成3所",),
    ),
    Reason(
        "idiom",
        patterns.compile(rf"{_IDIOMS}|数以[百千万亿]+计|{_N}周年|[十百][一二三四五六七八九]?连[增丰冠]|(?<=[这那])一(?=点)|逐[年月季](?=稳步|[提增下递减扩上改加好缩降])|(?<=夫妻|双方|另|任何|任意|其中|某)一(?=[方])|[三四](?:方)(?=[（\p{{Han}}])"),
        {"建设一批示范社区": "一", "发展智慧一体化平台": "一", "数以千万计的人才": "千万", "建国75周年": "75", "粮食总产十一连增": "十一", "普及率逐年提高": "逐年", "夫妻一方为军人": "一"},
        ("培养一千名", "逐月报送"),
    ),
    Reason(
        "article",
        patterns.compile(r"(?<![每各第少])一(?:[张支种类套批个项件家座条轮代期站口键网窗步次份条些系]|[\p{Han}]通)(?!以上|以内|月)"),
        {"打造一支特色服务队伍": "一", "依托全市一张图": "一"},
        ("每个村至少一个", "一个月内"),
    ),
    Reason(
        "each",
        patterns.compile(
            r"每(?:\d*[百千万]{1,2}|\d+)(?=名|人|户|平方|元|辆|件|个|公里)|每\d[\d.]*[至~-]\d[\d.]*[百千万]?(?=名|人|户|居民|平方|件|个(?!月)|公里)"
            r"|(?<=人均|每人|儿童|学生|幼儿|老人)每[天日](?=[^，。；]{0,16}?(?:[不至][少低高超多]|达到|保证|\d|一小时))|每[天日](?=[^，。；\d]{0,16}(?:[不至][少低高超多][于过]?|达到?)(?:\d|一个?小时))"
        ),
        {"每千人口医师数": "千", "每百名学生拥有计算机": "百", "每100平方米配备1个": "100", "每3至10万居民设置1个": "10万", "人均每日食盐摄入量不高于5克": "每日", "保证学生每天锻炼一小时": "每天"},
        ("每年1000元", "每个村100元", "每天报送2次"),
    ),
    Reason(
        "condition",
        patterns.compile(
            rf"连续{_N}(?:年|个月|次)(?:以上)?(?=\p{{Han}}{{1,12}}的)|（不?含{_N}[^（）\d]{{1,4}}[^（）]{{0,6}}）|(?:前述|上述|符合|具备)(?:以下|下列)?{_N}(?:项|种|类)?(?:[或至]{_N}项?)?(?:以上)?(?=指标|条件|标准|情形|特征|要求)"
            rf"|(?:(?<!圆)满|不足|届满){_N}(?:个)?(?:年|月|日|天|学年|周)(?:（含）)?(?:以上)?|{_N}(?:个)?(?:年|月|学年|学期)以上(?=的?\p{{Han}})"
        ),
        {"连续2年纳税的企业": "2年", "六层（含7层）": "7", "符合以下3项条件": "3", "缴存满6个月的职工": "6个月", "长期一年以上未结案件": "一年以上"},
        ("连续2年增长5%", "完成3项指标", "实习时间3个月以上。", "三年内完成"),
    ),
    Reason(
        "price",
        patterns.compile(r"每\p{Han}{1,4}每(?:年|月|日|天|季度|学期|学年)(?:度)?(?=\d|[^，。；]{0,12}?\d[\d,.]*万?元)"),
        {"每人每月1200元": "每月"},
        ("每月组织3次", "每个社区每年举办2场"),
    ),
    Reason(
        "date_of_a_document",
        patterns.compile(rf"{_DATE}(?=[^，。；《]{{0,24}}的《)|{_DATE}(?=\p{{Han}}{{0,16}}{_BODY}《)|{_DATE}(?=[\p{{Han}}\d]{{2,24}}(?:会议|常务会)(?:审议|讨论|研究)?通过)|(?<=[》知见法案定])（{_DATE}）|（{_DATE}(?:[^（）]{{0,12}}(?:发布|印发|公布|通过|修订|修正|施行|批准))[^（）]{{0,20}}）|(?<=号）|号，){_DATE}(?=发布|印发|公布)|(?:令|公告|通告)\s?{_YEAR}第?\d+号?"),
        {"按照2021年1月29日市政府办公厅《关于印发方案的通知》": "2021年1月29日", "实施方案的通知（2023年3月9日）": "2023年3月9日", "2018年出台的《方案》": "2018年", "财政部公告2019年第76号": "2019年"},
        ("2026年修订《某条例》", "2025年底前印发《某意见》"),
    ),
    Reason(
        "imprint",
        patterns.compile(r"^(?:[\p{Han}（）]{4,40})?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?$"),
        {"安庆市住房公积金管理委员会2022年7月27日印发": "2022年7月27日"},
        ("请于2022年7月27日前印发",),
    ),
    Reason(
        "year_in_a_name",
        patterns.compile(r"（?(?:19|20)\d\d(?:年度?)?(?:[-—~至](?:19|20)?\d\d年?)?）?年?版|（(?:19|20)\d\d(?:年度?)?[-—~至](?:19|20)?\d\d年?）|(?:19|20)\d\d年度(?=\p{Han})|“?十[一二三四五六]五”?(?=\p{Han}{0,10}(?:规划|计划|纲要|重点|开局|目标|时期|建设|发展))"),
        {"三年行动计划（2021—2023年）": "2021—2023年", "2023年版指南": "2023", "2023年度考核评议": "2023年度", "完成“十四五”规划任务": "“十四五”"},
        ("2023年建成",),
    ),
    Reason(
        "past",
        patterns.compile(r"(?:截至|截止)[^，。；\d]{0,6}(?:19|20)\d\d年(?:年?底|末|\d{1,2}月(?:底|\d{1,2}日)?)?|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起至今)|(?:近|过去|最近)(?:[一二两三四五六七八九十]|\d)+(?:个)?(?:年|月)|[一二三四五]年来|去年|前年(?=[和已，])|上一?年(?!度|中小|[级以])|同年(?:\d{1,2}月)?"),
        {"截至2020年底，全区共有": "2020年底", "2019年以来": "2019年以来", "近三年平均": "三年", "一年来，全省": "一年", "比上年增加5万亩": "上年", "去年已有欠账": "去年", "同年10月，提出创建": "10月"},
        ("到2026年底", "三年内"),
    ),
    Reason(
        "enumerator",
        patterns.compile(rf"(?:^|(?<=[：；。，、）〕\]\s]))(?:（?{_CN}{{1,3}}(?:是|要|）|、)|（\d{{1,3}}）|\d{{1,3}}(?:[.、)）]|[.．]\s)(?=[\p{{Han}}“《]))|（{_CN}{{1,3}}）(?=[项（、至款和])|（\d{{1,2}}）(?=[项款、至])|[-—至](?:（{_CN}{{1,3}}）|{_N})(?=项(?:中|规定|条件))"),
        {"表现在：一是建设任务方面": "一", "开展检查（10分）2.组织培训": "2", "第（一）（二）（三）项": "二"},
        ("增长2.5%",),
    ),
    Reason(
        "count_of_a_list",
        patterns.compile(
            rf"（(?:共)?{_N}(?:大|子)?[项条个类](?:[，、]\d+子?[项条个])*）|(?<=等){_N}个?(?:部门|单位|机构|区县|地区|城市|省|市)|{_CN}(?=部委|部门)|(?<=辖内?|城|市){_CN}(?=区(?!域|县))"
            rf"|方面{_N}项|（(?:子项|其中){_N}[项条个]|(?<=\d大?类){_N}[项种]|{_N}大(?=(?![型学于桥棚道楼厦门])\p{{Han}}{{2}})"
        ),
        {"一、高效便利政务环境方面（11项）": "11", "市农业农村委等六部门": "六", "由两部门联合制定": "两", "措施30项（子项55项）": "55", "达到11大类37项": "37", "5大领域在建项目": "5", "辖内六区各具特色": "六"},
        ("建成25个中心", "建成三个中心", "聚焦5个新领域建成中心", "建设2大型商场"),
    ),
    Reason(
        "score",
        patterns.compile(rf"（{_N}分(?:[，,；][^（）]*)?）|(?:满分|总分|得分|加分项?|最多|最高|[得扣加减奖计记各]|不足|低于|少|缺)[^，。；]{{0,4}}?{_N}分(?!钟|之|[\p{{Han}}]*会)|(?<=[得扣加]{_N}分?[、，]){_N}分?(?=[、，。；）]|$)"),
        {"综合考查（满分50分）": "50", "落实责任和经费（5分）": "5", "每缺少1处扣0.2分": "0.2"},
        ("得5分钟", "三分之一", "满意度达到90分"),
    ),
    Reason(
        "label",
        patterns.compile(rf"(?<!代|发|公)(?:表|图|问题|附件|附表|专栏|附图|公式|模式|附录){_N}(?:-\d+)?(?:[、和至]{_N}(?!\.))*(?!\p{{Han}}*[个项人家]以上)"),
        {"补贴标准见表1": "1", "专栏2：主要目标": "2", "式样见附表1、2": "2"},
        ("代表3人", "发表3篇"),
    ),
    Reason(
        "attributive_time",
        patterns.compile(
            r"(?:本|当|上|该|次|上一|下一)?[年季月]度(?=(?!完成|发布|公布|通报|排名|报送|开展|组织|召开|达到|实现|新增|建成|培育|新建|力争|确保|内|前|末|底|调度|考核结果公)\p{Han})"
            r"|(?:本年|当年|次年|上年|全年|今年|每天|当月|次月)(?:的)?(?=(?!的|度|内|前|末|底|完成|发布|公布|通报|排名|报送|开展|组织|召开|达到|实现|新增|建成|培育|新建)"
            r"\p{Han}{0,8}?(?:拟|建设任务|运营|计划|预算|工作|补助|名单|资助|总结|考核|评[优先价估]|结算|决算|报告|报表|任务|目标|指标|方案|投资|资金|人数|收入|支出|缴费|限额|平均|应纳税|供应|供地|清算|清单|检查|审计|重点|额度|贷款|利润|产值|在册|毕业))"
        ),
        {"确定本年度拟建设的项目": "本年度", "制定年度抽查计划": "年度", "次年市级补贴资金纳入预算": "次年"},
        ("今年建成5个中心", "年度发布结果", "每年1000元", "本年度完成投资"),
    ),
    Reason(
        "relative_time",
        patterns.compile(
            r"(?:当|次|翌)(?:年|月|日|季度?)(?:度)?(?!\d|[一二三四五六七八九十]|[底末前内初中上下之]|完成|办[结理]|建成|实现|达到|开工|投产|见效|发放|拨付|报[送告]|公布)|上月(?!底|末|\d)"
        ),
        {"对当年评为省级的工厂给予奖励": "当年", "认定当年和后续年份": "当年", "报送上月进展": "上月", "缺口大于当日负荷": "当日"},
        ("当年完成投资", "次年1月底前", "当月办结"),
    ),
    Reason(
        "name",
        patterns.compile(rf"(?:{_FESTIVALS})(?:[、和](?:{_FESTIVALS}))*(?:(?=期间)期间)?(?=一次性|慰问|补贴|补助|消费|红包|晚会|庆|民俗|文化|系列|主题|晚宴|市场|档)"),
        {"发放春节一次性慰问补贴": "春节", "聚焦春节、元宵节庆": "元宵节", "开展中秋节文化活动": "中秋节"},
        ("春节前发放到位", "国庆节期间开放"),
    ),
    Reason(
        "description",
        patterns.compile(
            rf"{_N}万?[\p{{Han}}㎡]{{1,3}}（不?含）(?:以上|以下)(?:（含）)?的?(?=\p{{Han}}{{2}})|{_N}万?[\p{{Han}}㎡]{{1,3}}(?:以上|以下)（不?含[^（）]*）的?(?=\p{{Han}}{{2}})"
            rf"|{_N}(?:个?月|[天日周年]|小时)(?:的)?(?=(?:(?![，。；、])\p{{Han}}){{0,6}}(?:供应量|用[水电气粮]?量|需求量|消费量|销售?量|口粮|最低工资))"
            rf"|过{_N}[万亿]+元(?=(?:[、和及或]过{_N}[万亿]+元)*(?:级|的)?(?:项目|企业))"
        ),
        {"职工30人（含）以下的企业": "30", "6亩以下（不含6亩）的土地": "6", "满足全市5天正常用气量": "5天", "引进过50亿元、过100亿元项目": "50亿"},
        ("床位30张（含）以上。", "3天内供应", "超过50亿元"),
    ),
    Reason(
        "form",
        patterns.compile(rf"一式{_N}(?=份)|(?<=一式{_N}份[。，；][^。]{{0,20}})一(?=份)"),
        {"此表一式三份": "三", "一式两份，一份存档": "一"},
        ("印发三份",),
    ),
    Reason(
        "label_without_names",
        patterns.compile(r"(?:责任|牵头|配合)(?:单位|部门)[：:]?(?=$|[。；，])"),
        {"在每项工作中明确了责任单位：": "责任单位："},
    ),
    Reason(
        "formula",
        patterns.compile(r"计算(?:方法|公式)：[^。；]*|系数[为按是取]?（?\d\.\d+(?:[、/]\d\.\d+)*|\d\.\d+(?:的)?系数|(?<!\d)\d+\s?[+]\s?[\dNnXx]+(?:\+[NnXx])?|“?\d+\+[NnXx]”?|[×*÷/=]\s?\d+(?:\.\d+)?%?(?![\d.]|元|个|户|人|\p{Han}/)|(?<![\d.])\d+(?:\.\d+)?%?\s?[×÷](?!\d)"),
        {"构建1+N政策体系": "1", "死亡人数/总人数×100%": "100", "医师人数/365": "365", "按0.9系数调整": "0.9", "时间系数（0.8/1.0/1.2）": "1.0"},
        ("每平方米20/月", "增长10%"),
    ),
    Reason(
        "clock",
        patterns.compile(r"(?:上午|下午|中午|晚上?|凌晨|早)?\d{1,2}[：:]\d{2}(?:[：:]\d{2})?\s?[-—~至到]+\s?(?:上午|下午|次日)?\d{1,2}[：:]\d{2}|(?:上午|下午|中午|晚上?|凌晨|早)\d{1,2}[：:]\d{2}"),
        {"上午8：00-12:00，下午3：00": "8", "9:00—17:00": "9:00"},
        ("不低于1:3", "医护比1：1.25"),
    ),
)  # fmt: skip


# Digits without end are no number, and no reason explains them.
_LONGEST_EXPLAINED = 100


class Reasons:
    """The reasons that the words of a text give, asked of each mention in it.

    >>> Reasons("统一标准").of(1, 2), Reasons("建成三个").of(2, 3)
    ('idiom', None)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[patterns.Pattern, Within | tuple[()]] = {}
        self._words: dict[int, tuple[int, int, str]] | None = None

    def of(self, start: int, end: int) -> str | None:
        """Name of the first reason that explains text[start:end], None if none does."""
        if end - start > _LONGEST_EXPLAINED:
            return None
        span = Span(start, end)
        found = (reason.name for reason in REASONS if span in self._matches(reason))
        return next(found, None) or ("idiom" if self._is_in_a_word(start, end) else None)

    def _matches(self, reason: Reason) -> Within | tuple[()]:
        if reason.pattern not in self._found:
            matches = [Span(*match.span()) for match in reason.pattern.finditer(self._text)]
            self._found[reason.pattern] = Within(matches) if matches else ()
        return self._found[reason.pattern]

    def _is_in_a_word(self, start: int, end: int) -> bool:
        """统一, 十三陵镇: whether a Chinese numeral is a part of a longer word that counts nothing."""
        if not _NUMERAL.fullmatch(self._text, start, end):
            return False
        if self._words is None:
            self._words, at = {}, 0
            for word, tag in tagged(self._text):
                self._words.update(dict.fromkeys(range(at, at + len(word)), (at, at + len(word), tag)))
                at += len(word)
        first, last, tag = self._words[start]
        return end <= last and last - first > end - start + 1 and not tag.startswith(_COUNTS)


# Numerals, times and measure words by their parts of speech.
_COUNTS = ("m", "q", "t")
_NUMERAL = patterns.compile(rf"{_CN}+")


def why_no_document(text: str, start: int, end: int) -> str | None:
    """Why the 《…》 at text[start:end] is in no row: the short name of a document, what a collection says of one, or a book, a course, a film.

    >>> why_no_document("按《办法》执行", 1, 5), why_no_document("办好《看临江》杂志", 2, 7)
    ('short_name', 'work')
    """
    if is_short_name(text[start:end].strip("《》")):
        return "short_name"
    if is_remark(text[:start], text[end:]):
        return "furniture"
    return "work" if is_work(text[:start], text[end:]) else None
