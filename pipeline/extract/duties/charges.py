"""Lists that say what each does: `甲局，乙科受理、初审；丙科牵头承办，丁站协办` names four bodies."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import patterns
from pipeline.language.names import Name, is_party, is_sentence, split_names
from pipeline.language.rules import Rule

# 受理窗口, 审核科: the word belongs to a name.
_VERB = (
    r"(?P<role>牵头|主办|协办|配合|协助|参与)?(?:具体|共同|分别|统一)?"
    r"(?:受理|收件|初审|出具|核发|发证|发放|承办|办理|反馈|负责|在(?=\p{Han}{2,20}?(?:设立|设置|受理|办理)))"
    r"|(?P<alone>牵头|主办|协办|配合|协助|参与)(?:$|[^单部科处窗])"
)
_DOES = patterns.compile(rf"(?:{_VERB})(?!\p{{Han}}{{0,4}}(?:科|处|室|股|窗口|站|部门|单位)(?:$|[，、；]))")
_ROLES = {
    "牵头": "lead",
    "主办": "lead",
    "协办": "support",
    "配合": "support",
    "协助": "support",
    "参与": "support",
}
Charge = tuple[Name, str]


def read_charges(text: str) -> list[Charge]:
    """The bodies of a list in which some are told what to do, with role lead, support or other.

    Reading stops at the first part that is neither names nor names and what they do.
    """
    found: list[Charge] = []
    for clause in patterns.finditer(r"[^；。]+", text):
        told = False
        for part in patterns.finditer(r"[^，]+", clause[0]):
            offset = clause.start() + part.start()
            charges = list(_part(part[0]))
            if not charges and not told:
                return found
            told = told or (bool(charges) and _is_told(part[0]))
            found += [((name, offset + a, offset + b), role) for (name, a, b), role in charges]
    return found


def _is_told(part: str) -> bool:
    return any(is_sentence(name) for name, _, _ in split_names(part))


def _part(part: str) -> Iterator[Charge]:
    """Names alone, or names up to the verb that says what they do; what follows it is done, nobody."""
    names = split_names(part)
    if names and not any(is_sentence(name) for name, _, _ in names):
        yield from ((name, "other") for name in names)
        return
    for verb in _DOES.finditer(part):
        names = split_names(part[: verb.start()])
        if names and all(is_party(name) for name, _, _ in names):
            role = _ROLES.get(verb["role"] or verb["alone"] or "", "other")
            yield from ((name, role) for name in names)
            return


CHARGES: Rule[tuple[tuple[str, str], ...]] = Rule(
    "charges",
    patterns.compile(r".+"),
    lambda match: tuple((name, role) for (name, _, _), role in read_charges(match[0])) or None,
    {
        "市规划局，市规划局审批科受理申请、出具《同意意见书》；测绘科承办核查。": (
            ("市规划局", "other"),
            ("市规划局审批科", "other"),
            ("测绘科", "other"),
        ),
        "市住建局审批科牵头承办，工程管理中心、质量监督站协办。": (
            ("市住建局审批科", "lead"),
            ("工程管理中心", "support"),
            ("质量监督站", "support"),
        ),
        "市人防办，市政务服务中心综合窗口、人防窗口负责收件、受理、反馈意见": (
            ("市人防办", "other"),
            ("市政务服务中心综合窗口", "other"),
            ("人防窗口", "other"),
        ),
        "市房管局在市政务服务中心设立窗口受理、备案；市房管局房产科具体承办": (
            ("市房管局", "other"),
            ("市房管局房产科", "other"),
        ),
        "市民政局，市直部门要认真落实，县民政局负责统计": (("市民政局", "other"),),
        "认真受理群众申请": None,
    },
)
