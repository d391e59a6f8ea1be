"""The words that the lines of a title block are known by."""

from __future__ import annotations

from functools import lru_cache

from pipeline import lexicons
from pipeline.language import patterns
from pipeline.language.bodies import LEVEL, PLACE
from pipeline.language.registers import longest_first
from pipeline.language.titled_numbers import title_to_number
from pipeline.outline.body_names import is_body_name
from pipeline.outline.force import mark_of_status, text_to_status

TYPES = lexicons.alternation("document_types")
# 甲条例草案, 乙方案征求意见稿（二稿）, 丙办法（试行）: the state and the edition behind a type.
SUFFIX = r"(?:草案|征求意见稿|送审稿)?(?:（[^（）]{1,20}）|\[[^\[\]]{1,10}\]|〔[^〔〕]{1,10}〕)*"
ENDS_IN_TYPE = patterns.compile(rf"(?:{TYPES})》?{SUFFIX}$")
# Papers that are no 文种: 名录, 手册, and a table by what it holds: 一览表, 任务分解表.
_PAPER = patterns.compile(
    rf"({'|'.join(longest_first(word for word, kind in lexicons.rows('title_heads') if kind not in ('work', 'modifier') and len(word) > 1))})》?{SUFFIX}$"
)
_TABLE = patterns.compile(rf"((?:任务|责任)?\p{{Han}}{{2}}(?:表|(?<![证图])书))》?{SUFFIX}$")
_NAMED_FIRST = patterns.compile(r"^(?P<body>\p{Han}{3,40}?)(?:关于|印发)")
# Words that end a 文种 and as often a phrase inside a title.
ENDS_IN_AMBIGUOUS = patterns.compile(r"(?:标准|行动|规范|制度|指标|计划|规划|报告|措施|目录|清单)$")
TYPE = patterns.compile(rf"({TYPES})》?{SUFFIX}$")
WHOLE = patterns.compile(
    rf"(?:关于|印发|转发|批转|发布|公布).*?的(?:补充|紧急|若干|暂行|具体|专项)?(?:{TYPES}){SUFFIX}$|(?:印发|发布|公布)《.*》{SUFFIX}$"
)
ACTION = patterns.compile(
    r"(?:^|关于|办公[厅室]|政府|[委局厅部院会署行])(印发|转发|批转|发布|公布|下发|废止|修订|修改|调整|公开征求)(.*)$"
)
BRACKETED = patterns.compile(r"^（[^（）]{1,20}）$")
_COUNTS = tuple(f"（共{word}" for word in ("计", "有", *"123456789"))
# 甲局文件, and 甲局（通知）, 乙委员会（函） as offices print it on their own paper.
RED_HEAD = patterns.compile(
    r"文\s?件$|^[^关《]{4,40}（(?:通\s?知|函|便\s?函|批\s?复|通\s?报|公\s?告|明\s?电)）$"
)
# 文件 alone, beside or between the names of a red head.
BARE_RED_HEAD = patterns.compile(r"^[（(]?文件[）)]?$")
# Opinions that are sought on a paper; 征集民生实事项目意见, 征集标准立项意见 seek what is to be done.
_WHOSE = r"(?:（[^（）]*）)?(?:的|修改|补充|反馈|公众|社会|群众|各界|各方)*"
_ON_A_PAPER = rf"(?:.{{0,60}}(?:》[^，。]{{0,12}}|(?:稿|案|{TYPES}){_WHOSE})|)"
# 起草条例草案和规章的规定, 预算草案编报办法: what a rule is about is no draft of it; 草案：甲办法, 草案甲办法 are.
_NOT_OF_DRAFTS = rf"(?<!^[（(【\[〔]?草案)(?:[）)]?》?[^《》]{{0,8}}(?:报告|编制|执行|审查|决议|决定)|(?:(?<=(?:起草|制定|编制|审[议查])[^《》（）()：:\s]{{0,20}}草案)|(?=起草|编[制报]|审[议查核]|管理|工作|程序))[^《》（）()：:\s]{{0,30}}(?:办法|规定|规则|规程|细则|制度){SUFFIX}(?:》|$))"
DRAFT = patterns.compile(
    rf"征[求集]{_ON_A_PAPER}意见|公开征询|草案(?!{_NOT_OF_DRAFTS})|草稿|初稿|起草说明|(?:讨论|代拟|送审|会签|审议|审核|报审|报批|修改|审查)稿"
)
# A line above or below a title that says what the paper is.
DRAFT_LINE = patterns.compile(rf"^[（(【\[〔]?\p{{Han}}{{0,8}}(?:{DRAFT.pattern})稿?[）)】\]〕]?$")
DATE_SUFFIX = patterns.compile(r"（(\d{4}年\d{1,2}月\d{1,2}日)）$")
# …的通知（2000年）, …的批复（2004年3号）: which of several of one title, or of which gazette; 条例（2018年修正） is an edition.
_YEAR_SUFFIX = patterns.compile(
    r"(?<=的(?:通知|决定|批复|复函|函))（(?:19|20)\d\d年?(?:第?\d{1,3}[号期])?）$|(?<=的(?:通告|公告))（(?:19|20)\d\d年?）$"
)
_WRAPPED_IN = ("（", "[", "〔", "【")
_BETWEEN = patterns.compile(r"[^\p{L}\p{N}]+")
# …的决定 附：修正本
ANNEXED = patterns.compile(
    rf"(?<=(?:{TYPES}){SUFFIX})(?:附：[^，。；：]{{2,20}}|（附：[^，。；：]{{2,20}}）)$"
)
# …的函（点击打开）: what a page asks its readers to do, in the title that leads to the file.
_CLICKED = patterns.compile(r"（(?:请?点击|单击)[^（）]{0,8}）$")
DISCLOSURE = patterns.compile(r"^（?(?:此件|本件)?((?:主动|依申请|不予|删减后)?公开(?:发布)?)）?$")
# What stands alone above a text and is no addressee of it.
NO_ADDRESSEE = patterns.compile(
    r"^(?:附(?:件|表|录)[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?|附|注|备注|说明|编者按|目录|摘要|正文)：?$"
)
# …名单公示！ of a newsletter is a title.
STOP = patterns.compile(rf"[。；？]|(?<!(?:{TYPES}))！|！(?!$)")
SIGNED = patterns.compile(r"（(?:代章|盖章|印章|公章|章|代|印|联合(?:印发|发文|发布|签发))）$")
# 教育部等八部门关于…: who the others are stands in the signature, in the red head or in the box.
OTHERS = r"等(?P<count>\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:单位|部门|部委|委办局|厅局|机关)(?:和单位)?(?:办公[厅室])?"
# 市长应勇, 主任：张三: who signs an order or gives a report; 校长办公室 is a body.
PERSON = patterns.compile(
    r"^(?:代理?)?\p{Han}{0,20}?(?:[省市区县州盟旗厅局部处署镇乡院校行]长|主任|主席|书记|总理|委员长|专员|盟长)[：:]?(?!办公)\p{Han}{2,4}$"
)
# How the name of a body begins.
HEAD_OF_NAME = patterns.compile(rf"^(?:中共|中国|中华|国家|全国|{LEVEL}|{PLACE})")
ORDER_HEAD = patterns.compile(r"^(?P<body>[\p{Han}（）]{2,60}?)令$")
# 某市人民政府公告, 某市人民政府常务会议纪要 above a number without its agency.
NUMBERED_HEAD = patterns.compile(
    r"^(?P<body>(?:(?!关于)\p{Han}){2,60}?)(?:公告|通告|通报|\p{Han}{0,12}会议纪要|令)$"
)


# 政务服务丨某市…关于, 某市：关于印发: no title has such a mark in front of what it is about; 附件：甲名录 alone in its file.
_LABELLED = patterns.compile(
    r"^(?:附(?:件|表|录)?[\d一二三四五六七八九十]{0,3}：(?=[\p{Han}《“])"
    r"|(?:[^丨|：《》、，。；（）]{1,12}[丨|：]|【\p{Han}{2,8}】|\[\p{Han}{2,8}\]|“\p{Han}{0,8}(?:公开|发布|动态|专栏)”)(?=[^：，。；]{0,60}?(?:关于|印发|转发|批转|发布|公布)|《.*》\p{Han}{0,8}(?:解读|说明|问答)$)"
    # 【应急预案】甲镇防汛预案, 要闻丨甲市第二批示范企业名单公示: the column of a paper that says itself what it is.
    rf"|(?:【\p{{Han}}{{2,8}}】|[^丨|：《》、，。；（）]{{1,12}}[丨|])(?=[^丨|：，。；《》]{{2,60}}(?:{TYPES})！?$))"
)
# What tells of another document has the title of that below its own.
TELLS_OF_ANOTHER = patterns.compile(r"(?:解读|说明|问答)》?$")
_TELLS_OF = patterns.compile(r"解读|图解|读懂|问答|说明|[标题目名称]{2}：")


def is_bracketed(text: str) -> bool:
    """Whether a line is a bracket that belongs to the title above it; （共计35项） below the name of a list says how long it is."""
    return BRACKETED.match(text) is not None and not text.startswith(_COUNTS)


def without_date(text: str) -> str:
    """A title without the date or year that collections print behind it, and what they say is annexed or opens at a click."""
    text = text.removesuffix("！")  # 甲市公布第二批名单的公告！ of a newsletter
    if text[-1:] not in ("）", "|") and "附：" not in text:
        return text
    bare = _CLICKED.sub("", text.rstrip("|"))
    return _YEAR_SUFFIX.sub("", DATE_SUFFIX.sub("", ANNEXED.sub("", bare)))


def ends_in_dated_title(text: str) -> bool:
    """Whether a text ends in a title with the day that collections print behind it: …的通知（2023年6月13日）."""
    words = without_date(text)
    return words != text and not words.endswith("》") and ENDS_IN_TYPE.search(words) is not None


@lru_cache(maxsize=4096)
def ends_as_title(text: str) -> bool:
    """Whether a line ends in a 文种, whatever date stands behind it."""
    return ENDS_IN_TYPE.search(without_date(text)) is not None


def label_length(text: str) -> int:
    """How many letters of a line are what a site prints in front of a title: its column, the place it is about.

    >>> label_length("政务服务丨某市关于深化改革的意见"), label_length("一图读懂：关于深化改革的意见")
    (5, 0)
    """
    match = _LABELLED.match(text)
    if match is None or text_to_status(match[0]):
        return 0
    # 政策解读：关于《甲办法》的解读 says itself what it is.
    return 0 if _TELLS_OF.search(match[0]) and not TELLS_OF_ANOTHER.search(text) else match.end()


def without_label(text: str) -> str:
    """A line without what a site prints in front of a title."""
    return text[label_length(text) :]


@lru_cache(maxsize=1024)
def bare_title(text: str) -> str:
    """A line of a title without what sites print with it: its column, its date, its number, a mark of its force."""
    words = mark_of_status(without_date(without_label(text)))[0]
    words = unwrapped(words) if words.startswith(_WRAPPED_IN) else words
    _, start, end = title_to_number(words)
    return words[start:end]


def squeezed(words: str) -> str:
    """Letters and digits only: what two printings of a title have in common."""
    return _BETWEEN.sub("", words)


def is_shortened(headline: str, title: str) -> bool:
    """Whether a page prints a title above the paper with words left out.

    >>> is_shortened("关于成立防汛领导小组的通知", "甲镇关于成立2024年防汛抗旱领导小组的通知"), is_shortened("关于防汛的通知", "关于抗旱的通知")
    (True, False)
    """
    letters = iter(title)
    is_long = "关于" in headline and len(headline) > len(title) // 2
    return is_long and all(letter in letters for letter in headline)


def begins_with_issuer(text: str) -> bool:
    """Is text the first line of a title that names its issuer, 甲省人民政府关于…?"""
    match = _NAMED_FIRST.match(text)
    return match is not None and is_body_name(match["body"])


def title_to_type(title: str) -> str | None:
    """What a title says that the paper is: its 文种, else the noun or the kind of table it ends in.

    >>> title_to_type("关于做好防汛工作的通知"), title_to_type("甲市公园名录（2025年度）"), title_to_type("一图读懂《乙县养老条例》")
    ('通知', '名录', None)
    >>> title_to_type("【政策解读】《甲办法》")
    '政策解读'
    """
    before = title.partition("《")[0]
    if title.endswith("》") and _TELLS_OF.search(before):
        column = before.strip("【】[]：|丨 ")
        return column if column != before and column in lexicons.words("document_types") else None
    found = TYPE.search(title) or _PAPER.search(title) or _TABLE.search(title)
    return found[1] if found else None


def unwrapped(text: str) -> str:
    """A title without the pair of 《》, “”, （） or 【】 that holds it whole: 《甲方案》 → 甲方案, （关于乙的公告） below the head of
    a 公告 → 关于乙的公告, 【丙局关于丁的通知】 of a site, “无废城市”方案 as it is."""
    if text.count("《") != text.count("》"):
        return text.strip("《》")
    match = patterns.fullmatch(
        r"《((?:[^《》]|《[^《》]*》)*)》|“([^“”]*)”|（(关于(?:[^（）]|（[^（）]*）)*)）|[\[〔【]([^\[\]〔〕【】]*(?:关于|印发)[^\[\]〔〕【】]*)[\]〕】]",
        text,
    )
    return next(filter(None, match.groups()), "") if match else text
