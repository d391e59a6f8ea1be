"""messages: one catalogue, two languages; nothing is said to people beside it."""

from __future__ import annotations

import ast
import pickle
import string
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import regex

from pipeline.messages import VARIABLES, Message, catalogue, language, say, speaking, tell, told, with_remedy
from pipeline.model import BrokenPromise, Unreadable

PACKAGE = Path(__file__).resolve().parents[1] / "pipeline"
SAYING = {"say", "tell"}
CARRIERS = ("Issue", "Check", "Repair", "Unreadable", "BrokenPromise", "check_figure")
ASKED = {*SAYING, *CARRIERS, "print", "add_argument", "add_parser", "Parser"}


@cache
def found() -> tuple[dict[str, list[tuple[str, ast.Call]]], list[tuple[str, ast.Raise]]]:
    """Calls by what is called, and what is raised, each with the place where it stands: no more of a tree is held than that."""
    calls: dict[str, list[tuple[str, ast.Call]]] = defaultdict(list)
    raised: list[tuple[str, ast.Raise]] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                name = getattr(called, "id", "") or getattr(called, "attr", "")
                if name in ASKED:
                    calls[name].append((f"{path.relative_to(PACKAGE)}:{node.lineno}", node))
            elif isinstance(node, ast.Raise):
                raised.append((f"{path.relative_to(PACKAGE)}:{node.lineno}", node))
    return calls, raised


def calls(*names: str) -> list[tuple[str, ast.Call]]:
    """Each call of a function of one of these names, with the place where it stands."""
    assert set(names) <= ASKED
    return [one for name in names for one in found()[0][name]]


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@cache
def keys() -> list[tuple[str, object, set[str], bool]]:
    """Of each sentence that is said: where, its key, the fields it is given, and whether there may be more of them."""
    return [
        (place, key.value, {one.arg for one in call.keywords if one.arg}, any(one.arg is None for one in call.keywords))
        for place, call in calls(*SAYING)
        if call.args and isinstance(key := call.args[0], ast.Constant)
    ]  # fmt: skip


def test_every_key_is_written_out_where_it_is_used() -> None:
    """Else nobody could tell which sentences are in use."""
    inside = str(Path("messages.py"))
    hidden = [place for place, call in calls(*SAYING) if not isinstance(call.args[0], ast.Constant)]
    assert [place for place in hidden if not place.startswith(inside)] == []


def test_every_key_used_is_in_the_catalogue() -> None:
    assert [(place, key) for place, key, _, _ in keys() if key not in catalogue()] == []


def test_every_sentence_is_used() -> None:
    assert sorted(catalogue().keys() - {key for _, key, _, _ in keys()} - {"with_remedy"}) == []


def test_no_key_stands_twice() -> None:
    from pipeline import lexicons

    listed = [row["key"] for row in lexicons.records("messages")]
    assert len(listed) == len(set(listed))
    assert all(row["zh"] and row["en"] for row in lexicons.records("messages"))


def test_both_languages_have_the_same_fields() -> None:
    assert len(catalogue()) > 600
    assert [key for key, said in catalogue().items() if fields(said["en"]) != fields(said["zh"])] == []


def test_every_field_is_given_and_none_too_many() -> None:
    wrong = [
        (place, key)
        for place, key, given, more in keys()
        if key in catalogue() and (given - fields(catalogue()[key]["zh"]) or (not more and fields(catalogue()[key]["zh"]) - given))
    ]  # fmt: skip
    assert wrong == []


# --- nothing beside it ------------------------------------------------------------------------

# What only programmers see.
INTERNAL = {"ValueError", "TypeError", "KeyError", "AssertionError"}


def holds_words(node: ast.expr) -> bool:
    """Whether two words in a row are written out in it, whole or around a field."""
    texts = [node] if isinstance(node, ast.Constant) else getattr(node, "values", [])
    said = " ".join(str(one.value) for one in texts if isinstance(one, ast.Constant))
    return bool(regex.search(r"[A-Za-z]{2,}[,:;]?\s+[A-Za-z]{2,}", said))


def test_nothing_found_is_said_in_words_of_its_own() -> None:
    said = ("message", "evidence")
    literal = []
    for place, call in calls(*CARRIERS):
        values = [*call.args, *(one.value for one in call.keywords if one.arg in said)]
        literal += [place for value in values if isinstance(value, ast.Constant) and holds_words(value)]
    assert literal == []


def test_no_error_is_raised_in_words_of_its_own() -> None:
    literal = []
    for place, node in found()[1]:
        if isinstance(node.exc, ast.Call) and node.exc.args:
            raised = node.exc.func.id if isinstance(node.exc.func, ast.Name) else ""
            if raised not in INTERNAL and holds_words(node.exc.args[0]):
                literal.append(place)
    assert literal == []


def test_nothing_is_printed_or_explained_in_words_of_its_own() -> None:
    literal = [place for place, call in calls("print") if any(map(holds_words, call.args))]
    literal += [
        place
        for place, call in calls("add_argument", "add_parser", "Parser")
        for one in call.keywords
        if one.arg in ("help", "description") and holds_words(one.value)
    ]
    assert literal == []


# --- messages ---------------------------------------------------------------------------------


def test_a_message_speaks_both_languages() -> None:
    message = say("over_pages", most=5000)
    assert (message.en, message.zh) == ("it has more than 5,000 pages", "文件超过 5,000 页")
    assert str(message) == message.en, "what is published does not depend on who runs the program"


def test_messages_and_lists_stand_inside_messages() -> None:
    inner = say("file_not_read", file="a.txt", why=say("empty_file"))
    listed = say("no_part_readable", reasons=(inner, say("blank_file")))
    assert listed.en == "a.txt: it is empty; it holds only blanks"
    assert listed.zh == "其中没有可读的文件：a.txt：文件是空的；文件里只有空白"
    names = say("unknown_side_key", key="x", known=("url", "sha256"))
    assert names.en.endswith("known are url, sha256") and names.zh.endswith("可用 url、sha256")


def test_a_message_is_published_under_the_key_of_what_is_wrong() -> None:
    assert say("empty_file").code == "empty_file"
    assert with_remedy(say("empty_file"), say("fetch_or_remove")).code == "empty_file"
    assert Unreadable(say("empty_file"), say("fetch_or_remove")).message.code == "empty_file"


def test_messages_cross_processes() -> None:
    message = with_remedy(say("part_missing", part="x"), say("split_file"))
    assert pickle.loads(pickle.dumps(message)) == message
    assert pickle.loads(pickle.dumps(BrokenPromise(message))).args == (message,)


@pytest.mark.parametrize(
    ("environment", "chosen", "spoken"),
    [("", None, "en"), ("zh", None, "zh"), ("zh_CN.UTF-8", None, "zh"), ("zh", "en", "en"), ("fr", None, "en")],
)  # fmt: skip
def test_the_language_is_chosen_once(
    environment: str, chosen: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NOTICE_LANG", environment)
    with speaking(chosen):  # type: ignore[arg-type]
        assert language() == spoken
        assert tell("empty_file") == say("empty_file").in_language(spoken)  # type: ignore[arg-type]


def test_the_language_of_other_programs_is_ours_where_nothing_else_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert language() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert language() == "zh"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert language() == "en"
    monkeypatch.setenv("NOTICE_LANG", "zh")
    assert language() == "zh"


def test_an_error_is_told_by_its_message() -> None:
    with speaking("zh"):
        assert told(BrokenPromise(say("nothing_sent"))) == say("nothing_sent").zh
        assert told(OSError("no such file")) == "no such file"


def test_a_field_that_is_not_given_is_a_fault() -> None:
    with pytest.raises(KeyError):
        _ = Message("over_pages").en
