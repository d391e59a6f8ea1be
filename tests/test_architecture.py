"""The shape of the code, held: who may import whom, how long things may be, what must not be written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
import regex

from pipeline.language import words

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "pipeline"
FLOOR = {"model", "messages", "bounds", "language", "lexicons", "decisions", "installation", "whole", "turns"}
# Rooms that speak to people.
SPEAKING = {*FLOOR, "wording"}
STAGES = ("read", "outline", "tables", "extract", "correct", "resolve", "check", "publish")
# Room → what it may import besides itself. Only the order of the stages may know the stages.
ROOMS = {
    **dict.fromkeys(STAGES, FLOOR),
    "language": {"lexicons", "installation", "whole"},
    "lexicons": set(),
    "review": {*SPEAKING, "pages", "mention_counts", "provenance"},
    "pages": {"language"},
    "dashboard": {*FLOOR, "pages"},
    "export": FLOOR,
    "fetch": {"language", "messages"},
    "read": FLOOR | {"start"},
    "publish": FLOOR | {"provenance", "shelf"},
    "provenance": {"installation", "whole"},
    "messages": {"lexicons"},
    "model": {"messages"},
    "bounds": set(),
    "whole": set(),
    "turns": {"messages"},
    "decisions": {"model", "messages"},
    "beside": {"model", "messages", "decisions"},
    "entries": {"beside"},
    "listing": {"beside", "messages"},
    "sources": {"model", "messages", "beside", "entries", "listing"},
    "mention_counts": {"messages", "wording"},
    "wording": {"messages", "installation"},
    "console": {"model", "messages", "wording", "mention_counts", "recalled", "run", "doctor"},
    "installation": set(),
    "start": set(),
    "arguments": {"messages", "installation"},
    "doctor": {"model", "messages", "installation", "cache", "read"},
    "shelf": set(),
    "memory": {"shelf"},
    "cache": {"sources", "installation", "whole", "memory", "shelf"},
    "processes": {"bounds", "model", "messages", "sources"},
    "recalled": {"model", "sources", "cache", "memory", "shelf", "provenance", "publish", "read"},
    "pairs": {"model", "messages", "check", "publish"},
    "staleness": {"model", "messages", "entries", "publish", "shelf"},
    "standing": {"memory", "publish", "staleness"},
    "run": {
        "model",
        "messages",
        "language",
        "listing",
        "sources",
        "cache",
        "memory",
        "shelf",
        "processes",
        "recalled",
        "pairs",
        "staleness",
        "standing",
        "start",
        "turns",
        *STAGES,
    },
    "trial": {"decisions", "model", "messages", "recalled", "run", "sources"},
    "shards": {"model", "messages", "memory", "provenance", "publish", "recalled", "shelf", "sources"},
    "merging": {"arguments", "messages", "publish", "review", "start"},
    "adding": {
        "arguments",
        "beside",
        "console",
        "editing",
        "fetch",
        "messages",
        "recalled",
        "review",
        "run",
        "sources",
        "turns",
    },
    "editing": {
        "start",
        "trial",
        "beside",
        "messages",
        "arguments",
        "recalled",
        "run",
        "console",
        "review",
        "sources",
        "turns",
    },
    "showing": {"messages", "arguments", "review", "dashboard", "doctor"},
    "sharing": {"messages", "arguments", "export"},
    "store": {"messages", "model"},
    "editions": {"memory", "store"},
    "stores": {"editions", "messages", "store", "turns"},
    "log": {"messages", "model", "recalled", "run"},
    "cluster": {
        "cache",
        "installation",
        "messages",
        "model",
        "processes",
        "provenance",
        "recalled",
        "run",
        "sources",
    },
    "running": {
        "listing",
        "arguments",
        "cache",
        "cluster",
        "log",
        "stores",
        "console",
        "editing",
        "messages",
        "model",
        "recalled",
        "run",
        "shards",
        "sources",
        "start",
    },
    "__main__": {"commands", "start"},
    "commands": {
        "running",
        "adding",
        "merging",
        "bounds",
        "model",
        "messages",
        "arguments",
        "recalled",
        "run",
        "console",
        "review",
        "showing",
        "editing",
        "sharing",
        "installation",
        "start",
    },
    "__init__": set(),
}
MODULES = sorted(PACKAGE.rglob("*.py"))
# A table of rules may be as long as it is: it says so.
LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 200, 40, 4
# Written in the module or function itself, with the reason why splitting it would hide what it does.
EXCUSE = regex.compile(r"# Long: \S.{15,}")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> frozenset[str]:
    """The rooms a module imports, wherever in it the import stands."""
    return frozenset(_imported(path))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All of a module's tree: it is parsed once for all that is asked of it here."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """The trees of all modules take two hundred megabytes."""
    yield
    nodes.cache_clear()


def body(path: Path) -> list[ast.stmt]:
    """What stands in a module itself, and not in what it defines."""
    module = nodes(path)[0]
    assert isinstance(module, ast.Module)
    return module.body


def _imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: write imports out in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for one in names:
            if one.startswith("pipeline."):
                yield one.split(".")[1]


def test_a_room_imports_the_floor_and_itself_only() -> None:
    unknown = {name(path): imported(path) - ROOMS[room(path)] - {room(path)} for path in MODULES}
    assert {path: sorted(rooms) for path, rooms in unknown.items() if rooms} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "bench").rglob("*.py")), ids=name)
def test_what_no_test_runs_imports_only_what_is_there(path: Path) -> None:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline"):
            module = import_module(node.module or "")
            missing = [one.name for one in node.names if not hasattr(module, one.name)]
            assert all(find_spec(f"{node.module}.{one}") for one in missing), f"{node.module}: {missing}"


def test_only_run_knows_the_order_of_the_stages() -> None:
    """What was made before is told from its published form; pairs of notices are checked in theirs.

    `doctor` asks readers what they need.
    """
    knowing: dict[str, set[str]] = {}
    for path in MODULES:
        for other in imported(path) & set(STAGES) - {room(path)}:
            knowing.setdefault(room(path), set()).add(other)
    assert knowing.pop("run") == set(STAGES)
    assert knowing == {
        "doctor": {"read"},
        "merging": {"publish"},
        "recalled": {"publish", "read"},
        "pairs": {"check", "publish"},
        "shards": {"publish"},
        "staleness": {"publish"},
        "standing": {"publish"},
    }


def lines_of_rows(path: Path) -> int:
    """How many lines of a module stand in its tables of rows of grammar."""
    rows = (
        (node.lineno, node.end_lineno or node.lineno)
        for node in nodes(path)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Row"
    )
    return len({line for start, end in rows for line in range(start, end + 1)})


def test_modules_are_short_or_say_why_not() -> None:
    """A table of rows may be as long as the language asks."""
    long = [
        name(path)
        for path in MODULES
        if len((text := path.read_text("utf-8")).splitlines()) > LONGEST_MODULE
        and not EXCUSE.search(text)
        and len(text.splitlines()) - lines_of_rows(path) > LONGEST_MODULE
    ]
    assert long == []


# What lists words of a class for another reason: module and kind → that reason.
OTHER_LISTS = {
    ("pipeline/extract/citations/relations.py", "make"): "what is done to a document: 落实, 实施 of a 《》",
    ("pipeline/extract/citations/kinds.py", "make"): "what a body did to a document: 民政部印发的《》",
    ("pipeline/extract/citations/own_names.py", "make"): "what is done to a document: 发布, 出台 of a 《》",
    ("pipeline/extract/deadlines/__init__.py", "plan"): "with 到 and 是 between them, before a time only",
    ("pipeline/extract/deadlines/binding.py", "plan"): "with 从 and 其中 among them, before a time only",
    ("pipeline/extract/deadlines/binding.py", "reach"): "states that a year ends in; 为 and 是 are none",
    ("pipeline/extract/deadlines/limits.py", "make"): "the first half of labels such as 完成时限",
    ("pipeline/extract/deadlines/limits.py", "measure"): "the second half of such labels, 节点 and 进度 too",
    ("pipeline/extract/duties/carry_over.py", "includes"): "what a note says of all that follows: 均包含",
    ("pipeline/extract/duties/tokens.py", "make"): "what an office does in a place: 在窗口受理",
    ("pipeline/extract/targets/in_words.py", "make"): "what ends in all there is: 全面建成",
    ("pipeline/extract/targets/wordings.py", "make"): "verbs before a wording that is no number",
    ("pipeline/extract/targets/wordings.py", "modal"): "words before a wording that is no number",
    ("pipeline/extract/targets/wordings.py", "comparator"): "with 于 and a grade behind: 不低于三级",
    ("pipeline/extract/tasks.py", "make"): "nouns in headings: 建设背景, 申报条件; and what makes a paper",
    ("pipeline/language/parties.py", "make"): "what an office does: 窗口受理 is no name",
    ("pipeline/language/names.py", "link"): "what joins two bodies; 或 names one of two",
    ("pipeline/language/section_kinds.py", "make"): "what 情况 in a heading is of: 实施情况",
    ("pipeline/language/section_kinds.py", "paper"): "what a heading asks for: 以下条件, 评选标准",
    ("pipeline/language/shared_suffixes.py", "link"): "what joins two bodies; 或 names one of two",
    ("pipeline/language/times/edges.py", "make"): "what happens on a day",
    ("pipeline/language/times/edges.py", "measure"): "labels of a day: 完成时间",
    ("pipeline/language/times/edges.py", "reach"): "between a label and its day",
    ("pipeline/language/times/edges.py", "link"): "what a stretch of time begins with",
    ("pipeline/language/times/repeats.py", "link"): "what joins two times, a stroke among them",
    ("pipeline/language/times/spans.py", "make"): "what takes a span of time",
    ("pipeline/language/times/spans.py", "measure"): "labels of a span: 办理时限",
    ("pipeline/language/times/spans.py", "reach"): "between a label and its span",
    ("pipeline/language/times/spans.py", "comparator"): "what bounds a span and is part of the rule for it",
    ("pipeline/language/times/spans.py", "bound"): "what makes a span one to act within",
    ("pipeline/language/times/spans.py", "down"): "how a span shrinks",
    ("pipeline/language/times/spans.py", "modal"): "words between a label and its span",
}
FEWEST_OF_A_CLASS = 3
GROUPS = regex.compile(r"\(\?:|[()]|\[[^\]]*\]")


def word_lists(path: Path) -> Iterator[set[str]]:
    """The words that a module lists: the members of an alternation, of a set, of a tuple."""
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            groups = [part.split("|") for part in GROUPS.split(node.value)]
        elif isinstance(node, ast.Tuple | ast.Set | ast.List):
            groups = [
                [m.value for m in node.elts if isinstance(m, ast.Constant) and isinstance(m.value, str)]
            ]
        else:
            continue
        yield from (set(group) - {""} for group in groups)


def test_a_class_of_words_is_spelt_once() -> None:
    """Three words of one kind of lexicons/words.tsv that are half of a list, or more, are a second spelling of it.

    They belong into words.tsv, and the list asks for them: `alternation("plan")`.
    """
    kinds: dict[str, set[str]] = {}
    for word, entry in words.pairs():
        if regex.search(r"\p{Han}", word):
            kinds.setdefault(entry.kind, set()).add(word)
    lists = [
        (name(path), listed)
        for folder in ("extract", "language")
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for listed in word_lists(path)
        if len(listed) >= FEWEST_OF_A_CLASS
    ]
    found = {
        (at, kind): sorted(listed & known)
        for at, listed in lists
        for kind, known in kinds.items()
        if len(listed & known) >= max(FEWEST_OF_A_CLASS, len(listed) / 2)
    }
    assert {place: listed for place, listed in found.items() if place not in OTHER_LISTS} == {}
    assert set(OTHER_LISTS) - set(found) == set(), "no such list any more"


@cache
def functions() -> list[tuple[str, str, list[str]]]:
    """(where and its name, its lines, its parameters) of every function."""
    found = []
    for path in MODULES:
        lines = path.read_text("utf-8").splitlines()
        for node in nodes(path):
            if isinstance(node, Function):
                text = "\n".join(lines[node.lineno - 1 : node.end_lineno])
                names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
                found.append((f"{name(path)}: {node.name}", text, names))
    return found


def test_functions_are_short_or_say_why_not() -> None:
    long = [
        at for at, text, _ in functions() if text.count("\n") >= LONGEST_FUNCTION and not EXCUSE.search(text)
    ]
    assert long == []


def test_functions_have_few_parameters() -> None:
    many = []
    for at, text, names in functions():
        if len([n for n in names if n not in ("self", "cls")]) > MOST_PARAMETERS and not EXCUSE.search(text):
            many.append(at)
    assert many == []


PLACEHOLDER = regex.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# Places of one machine, and hosts of package registries: neither belongs into what others clone.
MACHINE = regex.compile(
    r"(?<![\w.])/(?:work|home|root|Users|opt|tmp|mnt)/\w|\bpypi\.org|pythonhosted|npmjs|conda\.io|crates\.io"
)
WRITTEN = sorted(
    path
    for path in ROOT.rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".json", ".tsv", ".lock", ".yml", ""}
    and path.is_file()
    and not set(path.relative_to(ROOT).parts[:-1]) & {"raw", "extracted", "__pycache__", "labels"}
    and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts)
)


@pytest.mark.parametrize(
    "pattern", [PLACEHOLDER, MACHINE], ids=["nothing left to do", "no place of a machine"]
)
def test_nothing_is_written_that_does_not_belong(pattern: regex.Pattern[str]) -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()[:80]}"
        for path in WRITTEN
        if path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


BANNED_MODULES = {"utils.py", "helpers.py", "common.py", "misc.py", "manager.py"}
BANNED_NAMES = regex.compile(r"^_?(get|process|handle)_|manager|helper", regex.IGNORECASE)


def test_names_say_what_things_are() -> None:
    assert [name(path) for path in MODULES if path.name in BANNED_MODULES] == []
    assert [at for at, _, _ in functions() if BANNED_NAMES.search(at.rpartition(": ")[2])] == []


def test_heavy_libraries_are_imported_when_needed() -> None:
    """Each would slow every command: 70 to 500 ms (measured)."""
    heavy = {
        "pandas",
        "jieba",
        "rjieba",
        "pdfplumber",
        "cn2an",
        "duckdb",
        "rich",
        "frictionless",
        "openpyxl",
        "rapidfuzz",
    }
    at_once = [
        f"{name(path)}: {alias.name}"
        for path in MODULES
        for node in body(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if (getattr(node, "module", None) or alias.name).split(".")[0] in heavy
    ]
    assert at_once == []


# Text patterns go through the store; bytes, and a pattern made of a name met at run time, do not belong in it.
DIRECT = regex.compile(
    r"\bregex\.(?:compile|search|match|fullmatch|finditer|findall|split|sub)\(\s*[rf]{0,2}[\"']"
)
APART = {"pipeline/language/patterns.py", "pipeline/sources.py"}


def test_patterns_are_compiled_where_they_are_kept() -> None:
    """Whoever asks regex itself makes every run parse the pattern again, in Python."""
    direct = [
        f"{name(path)}: {match[0]}"
        for path in MODULES
        if name(path) not in APART
        for match in DIRECT.finditer(path.read_text("utf-8"))
        if "regex.escape(" not in path.read_text("utf-8")[match.start() : match.end() + 40]
    ]
    assert direct == []


# What reads sentences does so by tokens; a pattern of characters is for what has no words: marks, figures, numbers of documents.
MOST_PATTERNS = 230
ASKED = {"compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub"}


def patterns_asked(path: Path) -> int:
    """Calls of `patterns`, and rules that hand it one."""
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    asked = [
        call
        for call in calls
        if (
            isinstance(call, ast.Attribute)
            and isinstance(call.value, ast.Name)
            and call.value.id == "patterns"
            and call.attr in ASKED
        )
        or (isinstance(call, ast.Name) and call.id.lower().strip("_") == "rule")
        or (isinstance(call, ast.Subscript) and ast.unparse(call.value) == "Rule")
    ]
    return len(asked)


def test_sentences_are_read_by_words_and_not_by_patterns() -> None:
    """There were 463 when sentences were read by characters."""
    asked = {name(path): patterns_asked(path) for path in MODULES if room(path) in {"extract", "language"}}
    most = sorted(asked.items(), key=lambda one: -one[1])[:9]
    assert sum(asked.values()) <= MOST_PATTERNS, most
