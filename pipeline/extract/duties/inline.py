"""Duties in running text: 各镇街要…, 区发展改革委积极争取… — somebody told to do something, without a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from pipeline import lexicons
from pipeline.extract.duties.signs import Assigned
from pipeline.extract.facts import Duty, Place, said_to_fact
from pipeline.language import patterns
from pipeline.language.labels import duty_alternation, duty_words
from pipeline.language.names import Name, is_agency, is_party, split_names
from pipeline.language.segmentation import tagged
from pipeline.language.words import alternation, words
from pipeline.model import Clause, Fact, Mended, Passage

# Names end in few letters (局, 委, 政府, 单位 …); asking for the rest is what costs time.
_LAST_LETTERS = frozenset("局委办厅部院会署处心府街镇道乡州区县市省旗盟位门司行组联关团队所室校站构体业员）")
# The word before those who help (会同), no part of another: 商务, 会商.
_WITH = rf"(?P<with>{'|'.join(duty_words('with'))})(?![务业会贸])"
# 市教育局配合做好…: a word of helping before one of doing; 支持企业 is something done.
_HELPS = rf"(?P<helps>{'|'.join(duty_words('role', 'support'))})(?={duty_alternation('act')}|开展|完成)"
_MODAL = rf"(?:{_WITH}|{_HELPS}|(?:{alternation('plan')}|将)(?:{_WITH})?|负责|牵头|作为(?=\p{{Han}}{{2}}(?:单位|部门))|分别|联合|具体负责)"
_HOW = [word for word in words("modal", "") if len(word) > 1]  # 进一步, 逐步; not 并, 新
_ADVERB = rf"(?:定期|严格|每[年月季]|根据|按照?|对|{'|'.join(_HOW)}|{duty_alternation('manner')})"
_ROLES = {cls: duty_words("role", cls) for cls in ("lead", "support")}
_DUTY = patterns.compile(rf"(?P<modal>{_MODAL})|{_ADVERB}|(?:{lexicons.alternation('task_verbs')})")
_AFTER_NAME = patterns.compile(rf"(?<=[{''.join(sorted(_LAST_LETTERS))}])(?:{_DUTY.pattern})")
_PART = patterns.compile(r"[^，。；：！？]+")
_LONGEST_NAMES = 60
_LONGEST_REST = 6
_ALIAS = patterns.compile(r"（(?:以下|下)?(?:统)?简称[^）]*）$")
_CONFIDENCE = 0.8


def inline_duties(mended: Mended, listed: Sequence[Fact] = ()) -> tuple[Fact, ...]:
    """Facts of table `responsibilities`, kind `inline`, outside the lists that other rules read."""
    taken = [f.span for f in listed if f.table == "responsibilities"]
    body = [p for p in mended.outline.passages if p.role == "body"]
    closing = _closing_points(body, listed, mended.outline.clauses)
    facts: list[Fact] = []
    for passage in body:
        ends = closing.get(passage.clause_id or "")
        if ends is not None and passage.places[:1] > (ends,):
            passage = passage._replace(clause_id=None)
        for fact in _passage_duties(passage):
            if not any(s.start < fact.span.end and fact.span.start < s.end for s in taken):
                facts.append(fact)
    return tuple(facts)


def _closing_points(
    body: Sequence[Passage], listed: Sequence[Fact], clauses: Sequence[Clause]
) -> Mapping[str, int]:
    """Points → where they end, of those behind whose list of agencies no more is theirs: where each point ends in its
    list, the paragraphs behind the list of the last one (各县要加强领导) are of none."""
    ends: dict[str, int] = {}
    for fact in listed:
        if fact.values.get("kind") == "assignment" and fact.clause_id and fact.table_id is None:
            ends[fact.clause_id] = max(ends.get(fact.clause_id, 0), fact.span.end)
    behind = {p.clause_id for p in body if p.clause_id in ends and p.places[:1] > (ends[p.clause_id],)}
    last = {clause.parent_id: clause.clause_id for clause in clauses}
    if len(ends) < 2 or not behind <= set(last.values()):
        return {}
    return {clause_id: ends[clause_id] for clause_id in behind if clause_id}


def _passage_duties(passage: Passage) -> Iterator[Fact]:
    for part in _PART.finditer(passage.text) if _AFTER_NAME.search(passage.text, 1) else ():
        found = text_to_duty(part[0])
        span = passage.span(part.start(), part.end())
        for seq, named in enumerate(found, 1):
            duty = Duty(seq, named.name, named.role, "inline")
            yield said_to_fact(duty, Place(span, passage.clause_id), "inline_duty", _CONFIDENCE)


_SEPARATORS = "、和及"


def _is_in_a_name(part: str, at: int, offset: int) -> bool:
    """宣传 of 市委宣传部、市委网信办: the word is no verb where what stands between two marks of a list, or behind the 由 before
    it at `offset`, is a body."""
    start = max(offset, *(part.rfind(mark, 0, at) + 1 for mark in _SEPARATORS))
    end = min((e for mark in _SEPARATORS if (e := part.find(mark, at)) > 0), default=0)
    return end > 0 and end - start <= _LONGEST_REST * 2 and is_agency(part[start:end])


def text_to_duty(part: str) -> list[Assigned]:
    """The agencies a part of a sentence begins with, if it goes on with a duty; [] if it does not.

    `part` holds no comma or stop; names in it are parted by 、 or 和. Who acts 会同 others leads, they support: A会同B、C制定.
    """
    if not _AFTER_NAME.search(part, 1):
        return []
    start = patterns.match(
        r"(?:第[一二三四五六七八九十百\d]+条)?\s*(?:【[^】]{1,12}】)?\s*(?:（[一二三四五六七八九十\d]+）|\d+[.、]|[一二三四五六七八九十]是|请|\p{Han}{0,4}由(?!于)|其中)?",
        part,
    )
    offset = start.end() if start else 0
    found: list[Name] = []
    does = None
    for verb in _DUTY.finditer(part, offset + 2, min(len(part), offset + _LONGEST_NAMES)):
        # 市委 before 宣传 is the head of 市委宣传部.
        if found and verb.start() - found[-1][2] > _LONGEST_REST:
            break
        if part[verb.start() - 1] not in _LAST_LETTERS:
            continue
        if not verb["modal"] and _is_in_a_name(part, verb.start(), offset):
            continue
        names = split_names(part[offset : verb.start()])
        if names and is_agency(names[0][0]) and all(is_party(name) for name, _, _ in names):
            found = [(_ALIAS.sub("", name), offset + a, offset + b) for name, a, b in names]
            does = verb
        if found and verb["modal"]:
            break
    return _with_roles(found, part, does) if does else []


def _with_roles(found: list[Name], part: str, does: patterns.Match) -> list[Assigned]:
    """Those named first, and behind 会同 those they act with: 市民政局会同市财政局制定."""
    helpers = _names_before_a_verb(part, does.end()) if does["with"] else []
    words = part[does.start() :]
    said = words.removeprefix("作为")
    role = "lead" if helpers else next((c for c, roles in _ROLES.items() if said.startswith(roles)), "joint")
    if role == "support" and said == words and not does["helps"]:  # 支持企业
        role = "joint"
    return [Assigned(*name, role) for name in found] + [Assigned(*name, "support") for name in helpers]


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
