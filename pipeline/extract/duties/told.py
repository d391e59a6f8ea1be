"""Who a part of a sentence begins with that is told to do something: 各镇街要…, 市民政局会同市财政局制定…."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from pipeline import lexicons
from pipeline.extract.duties.persons import without_person
from pipeline.extract.duties.signs import Assigned
from pipeline.language import patterns
from pipeline.language.departments import is_department_of_field
from pipeline.language.labels import duty_alternation, duty_words, role_classes
from pipeline.language.names import Name, is_agency, is_party, split_names
from pipeline.language.segmentation import tagged
from pipeline.language.times import times
from pipeline.language.words import alternation, words

# Names end in few letters (局, 委, 政府, 单位 …); asking for the rest is what costs time.
_LAST_LETTERS = frozenset(
    "局委办厅部院会署处心府街镇道乡村木州区县市省旗盟位门司行组联关团队所室校站构体业员社）"
)
# The word before those who help (会同), no part of another: 商务, 会商.
_WITH = rf"(?P<with>{'|'.join(duty_words('with'))})(?![务业会贸])"
# 市教育局配合做好…: a word of helping before one of doing; 支持企业 is something done, 参与验收 and 协助办理 help whatever follows.
_HELPS = rf"(?P<helps>{'|'.join(duty_words('role', 'support'))})(?:(?={duty_alternation('act')}|开展|完成)|(?<=配合|协助|协同|参与)(?![下的了过者人度率])(?=\p{{Han}}{{2}}))"
# 市民政局是殡葬管理的主管部门, 县水利局负行业监管责任: what a body is says whose duty it is; 评为优秀责任单位, 为申请主体 are none.
_IS = (
    rf"(?:作为|[为是])(?=(?![^，。；：、]*(?:优秀|先进|考核|示范|申请|申报|受益|投保))[^，。；：、]{{0,14}}?"
    rf"(?P<as>{duty_alternation('role', 'named')})(?:{'|'.join(duty_words('head', 'office'))}))"
    r"|负(?=(?:有|主|总)?[^，。；：、]{0,12}责任?(?:$|[，。；：、]))"
)
_MODAL = rf"(?:{_WITH}|{_HELPS}|(?P<asked>{alternation('plan')}|将)(?:{_WITH})?|负责|牵头|{_IS}|作为(?=\p{{Han}}{{2}}(?:单位|部门))|分别|联合|具体负责)"
_HOW = [word for word in words("modal", "") if len(word) > 1]  # 进一步, 逐步; not 并, 新
# 县财政局于每月20日前提供…, 市安委办12月31日前组织…: somebody is told by when.
_BY_WHEN = r"(?:[于在](?=[^，。；、]{1,14}前(?!提[下是为])\p{Han}{2})|(?=\d[\d年月日号底末上中下旬]{1,10}前(?![提期台后沿])\p{Han}{2}))(?![^，。；]*(?:已[经]?\p{Han}|了))"
# 区海洋局在各自职责范围内监管渔港; 各乡（镇）向县水利局报送进度.
_WHERE = r"在(?:各自|其|本部门|本单位)?的?(?:法定|工作)?(?:职责|职权|职能)(?:权限)?(?:范围)?内|向(?=[^，。；、]{2,16}(?:报送|上报|报告|提交|汇报|反馈|移交|备案))"
_ADVERB = rf"(?:{_BY_WHEN}|{_WHERE}|定期|严格|每(?:[年月季周]|半年|两?[一二三]?个?月)|根据|按照?|依(?:[据照法规]|职[责权])|对|{'|'.join(_HOW)}|{duty_alternation('manner')})"
_ROLES = {cls: duty_words("role", cls) for cls in ("lead", "support")}
DUTY = patterns.compile(rf"(?P<modal>{_MODAL})|{_ADVERB}|(?:{lexicons.alternation('task_verbs')})")
AFTER_NAME = patterns.compile(rf"(?<=[{''.join(sorted(_LAST_LETTERS))}])(?:{DUTY.pattern})")
_LONGEST_NAMES = 60
_LONGEST_REST, _LONGEST_TIME = 6, 20
# 市审计局（以下简称审计局）, 市审计局（依职责分工）
_ALIAS = patterns.compile(r"（(?:(?:以下|下)?(?:统)?简称|依|按)[^）]*）$")

_SEPARATORS = "、和及"


def _is_in_a_name(part: str, at: int, offset: int) -> bool:
    """宣传 of 市委宣传部、市委网信办: the word is no verb where what stands between two marks of a list, or behind the 由 before
    it at `offset`, is a body."""
    start = max(offset, *(part.rfind(mark, 0, at) + 1 for mark in _SEPARATORS))
    # 市教育局|及时拨付: the word itself is no mark.
    end = min((e for mark in _SEPARATORS if (e := part.find(mark, at + 1)) > 0), default=0)
    return end > 0 and end - start <= _LONGEST_REST * 2 and is_agency(part[start:end])


def text_to_duty(part: str) -> list[Assigned]:
    """The agencies a part of a sentence begins with, if it goes on with a duty; [] if it does not.

    `part` holds no comma or stop; names in it are parted by 、 or 和. Who acts 会同 others leads, they support: A会同B、C制定.
    """
    if not AFTER_NAME.search(part, 1):
        return []
    start = patterns.match(
        r"(?:第[一二三四五六七八九十百\d]+条)?[\s—–·•●○▲◆■★☆※*-]*(?:【[^】]{1,12}】)?\s*(?:（[一二三四五六七八九十\d]+）|\d+(?:[.．]\d+)+[.、．]?\s*|\d+(?:[.、．]|\s+(?=\p{Han}))|[一二三四五六七八九十]是|[一二三四五六七八九十]{1,3}、|[①-⑳])?(?:请|\p{Han}{0,4}由(?!于)|其中)?",
        part,
    )
    offset = start.end() if start else 0
    offset += _due_first(part[offset:])
    found: list[Name] = []
    does = None
    for verb in DUTY.finditer(part, offset + 2, min(len(part), offset + _LONGEST_NAMES)):
        # 市委 before 宣传 is the head of 市委宣传部.
        if found and verb.start() - found[-1][2] > _LONGEST_REST:
            break
        # 市园林局制定的《甲办法》: what a body has done says what something is; 及时率, 及|时间 are no verbs.
        if part[verb.start() - 1] not in _LAST_LETTERS or part.startswith(
            ("的", "率", "性", "间"), verb.end()
        ):
            continue
        if not verb["modal"] and _is_in_a_name(part, verb.start(), offset):
            continue
        names = split_names(part[offset : verb.start()])
        # 市民政部门负责…: a department of a field is somebody before a word of duty.
        told = names and (is_agency(names[0][0]) or (verb["modal"] and is_department_of_field(names[0][0])))
        if told and all(is_party(name) for name, _, _ in names):
            found = [(without_person(_ALIAS.sub("", name)), offset + a, offset + b) for name, a, b in names]
            does = verb
        if found and verb["modal"]:
            break
    return _with_roles(found, part, does) if does else []


def _due_first(said: str) -> int:
    """How long the time is that a part begins with and that binds: 每月10日前|各乡镇报送, 9月底前|县教育局完成; 2024年市财政局发放…
    tells of a year."""
    if not any(map(str.isdigit, said[:3])):
        return 0
    time = next(iter(times(said[:_LONGEST_TIME])), None)
    binds = time and time.start == 0 and time.time.kind in ("by", "recurring")
    return time.end + said.startswith("由", time.end) if time and binds else 0


def _with_roles(found: list[Name], part: str, does: patterns.Match) -> list[Assigned]:
    """Those named first, and behind 会同 those they act with: 市民政局会同市财政局制定."""
    # 甲局会同乙局, 甲局牵头、会同乙局
    behind = part[does.end() :].removeprefix("、")
    word = next((w for w in duty_words("with") if behind.startswith(w)), "")
    at = does.end() if does["with"] else len(part) - len(behind) + len(word)
    helpers = _names_before_a_verb(part, at) if does["with"] or word else []
    role = "lead" if helpers else role_of(part[does.start() :], bool(does["helps"]))
    return [Assigned(*name, role) for name in found] + [Assigned(*name, "support") for name in helpers]


def role_of(said: str, helps: bool = False) -> str:
    """The role of those told what is said: 牵头组织 and 要牵头抓总 lead, 为某工作配合单位 helps, 配合做好 where it `helps`, as does 配合有关部门做好;
    支持企业 is something done."""
    told = DUTY.match(said)
    if told and told["as"]:
        role = role_classes()[told["as"]]
        return role if role in _ROLES else "joint"
    # 要牵头抓总, 应配合做好
    words = said[told.end("asked") :] if told and told["asked"] else said
    told = DUTY.match(words)
    role = next((c for c, roles in _ROLES.items() if words.startswith(roles)), "joint")
    if role != "support" or helps or (told and told["helps"]):
        return role
    word = next(w for w in _ROLES["support"] if words.startswith(w))
    return role if said == words and _names_before_a_verb(words, len(word)) else "joint"


def _names_before_a_verb(part: str, start: int) -> list[Name]:
    """The longest list of bodies from `start` that ends where a word does and before a verb if it can: 市总工会举办运动会.

    [] where there is none. A verb may be of a name: 市投资促进局.
    """
    rest = part[start : start + _LONGEST_NAMES]
    cut = tagged(rest)
    ends = list(accumulate(len(word) for word, _ in cut))
    before = next((i for i in range(len(cut)) if _is_verb(cut, i)), len(ends))
    for end in (*reversed(ends[:before]), *reversed(ends[before:])):
        names = split_names(rest[:end]) if rest[end - 1] in _LAST_LETTERS else []
        if names and all(is_party(name) for name, _, _ in names):
            return [(name, start + a, start + b) for name, a, b in names]
    return []


def _is_verb(cut: Sequence[tuple[str, str]], i: int) -> bool:
    """举办; not 分行, and not 调查 of 调查队, which are of names."""
    word, tag = cut[i]
    behind = cut[i + 1][0] if i + 1 < len(cut) else ""
    return tag == "v" and len(word) > 1 and word[-1] not in _LAST_LETTERS and behind not in _LAST_LETTERS
