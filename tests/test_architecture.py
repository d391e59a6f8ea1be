"""The shape of the code, held: who may import whom, how long things may be, what must not be written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "pipeline"
FLOOR = {"model", "messages", "language", "lexicons", "decisions"}
STAGES = ("read", "outline", "tables", "extract", "correct", "resolve", "check", "publish")
# Room → what it may import besides itself. Only the order of the stages may know the stages.
ROOMS = {
    **dict.fromkeys(STAGES, FLOOR),
    "language": {"lexicons"},
    "lexicons": set(),
    "review": FLOOR,
    "messages": {"lexicons"},
    "model": {"messages"},
    "decisions": {"model", "messages"},
    "sources": {"model", "messages", "decisions"},
    "console": {"model", "messages", "recalled", "run"},
    "arguments": {"messages"},
    "cache": {"sources"},
    "processes": {"model", "messages", "sources"},
    "recalled": {"model", "sources", "cache", "publish"},
    "pairs": {"model", "check", "publish"},
    "run": {"model", "messages", "sources", "cache", "processes", "recalled", "pairs", *STAGES},
    "editing": {"messages", "arguments", "recalled", "run", "console", "review", "sources"},
    "__main__": {"model", "messages", "arguments", "recalled", "run", "console", "review", "editing"},
    "__init__": set(),
}
MODULES = sorted(PACKAGE.rglob("*.py"))
# A table of rules may be as long as it is: it says so.
LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 300, 40, 4
# Written in the module or function itself, with the reason why splitting it would hide what it does.
EXCUSE = regex.compile(r"# Long: \S.{15,}")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The rooms a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: write imports out in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for one in names:
            if one.startswith("pipeline."):
                yield one.split(".")[1]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_imports_the_floor_and_itself_only(path: Path) -> None:
    unknown = set(imported(path)) - ROOMS[room(path)] - {room(path)}
    assert not unknown, f"{name(path)} imports {', '.join(sorted(unknown))}"


def test_only_run_knows_the_order_of_the_stages() -> None:
    """What was made before is told from its published form; pairs of notices are checked in theirs."""
    knowing: dict[str, set[str]] = {}
    for path in MODULES:
        for other in set(imported(path)) & set(STAGES) - {room(path)}:
            knowing.setdefault(room(path), set()).add(other)
    assert knowing.pop("run") == set(STAGES)
    assert knowing == {"recalled": {"publish"}, "pairs": {"check", "publish"}}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short_or_say_why_not(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE or EXCUSE.search(text), f"{name(path)} is long"


def functions() -> Iterator[tuple[str, str, Function]]:
    for path in MODULES:
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, Function):
                yield f"{name(path)}: {node.name}", ast.get_source_segment(text, node) or "", node


def test_functions_are_short_or_say_why_not() -> None:
    long = [
        at for at, text, _ in functions() if text.count("\n") >= LONGEST_FUNCTION and not EXCUSE.search(text)
    ]
    assert long == []


def test_functions_have_few_parameters() -> None:
    many = []
    for at, text, node in functions():
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
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
    assert [at for at, _, node in functions() if BANNED_NAMES.search(node.name)] == []


def test_heavy_libraries_are_imported_when_needed() -> None:
    """Each would slow every command: 70 to 500 ms (measured)."""
    heavy = {"pandas", "jieba", "rjieba", "highspy", "pdfplumber", "cn2an", "duckdb", "rich", "frictionless"}
    at_once = [
        f"{name(path)}: {alias.name}"
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
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
MOST_PATTERNS = 231
ASKED = {"compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub"}


def patterns_asked(path: Path) -> int:
    """Calls of `patterns`, and rules that hand it one."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
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
