"""The command line in the language of this run: what argparse and the system say, too."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from pipeline.installation import NAME
from pipeline.messages import LANGUAGES, Language, Message, language, said_of_system, say, tell, told

MODULE = "python -m pipeline"
# As it was called: by the script that a wheel installs, or as a module.
PROGRAM = NAME if Path(sys.argv[0]).stem == NAME else MODULE
Commands = argparse._SubParsersAction
_ANY = "…"
# What argparse says of a wrong call, in its own English; … stands for what it fills in.
_OF_ARGPARSE = (
    say("call_argument", name=_ANY, why=_ANY),
    say("call_lacks", names=_ANY),
    say("call_unrecognized", names=_ANY),
    say("call_invalid_choice", value=_ANY, known=_ANY),
    say("call_invalid_value", type=_ANY, value=_ANY),
    say("call_expects_one"),
    say("call_expects_some"),
)


def split_language(argv: Sequence[str] | None) -> tuple[Language | None, list[str]]:
    """The language that `--lang` chooses, wherever in the call it stands, and the call without it."""
    scout = argparse.ArgumentParser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    scout.add_argument("--lang", choices=LANGUAGES)
    known, rest = scout.parse_known_args(argv)
    return known.lang, rest


class Parser(argparse.ArgumentParser):
    """A parser whose headings, help and errors come from the catalogue."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **options, "add_help": False})
        self._positionals.title = tell("help_positionals")
        self._optionals.title = tell("help_options")
        self.add_argument("-h", "--help", action="help", help=tell("help_help"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {tell('call_wrong', why=translated(message))}\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, tell("help_usage") if prefix is None else prefix)


def translated(said: str) -> str:
    """What argparse says, in the language of this run; as it is if the catalogue does not know it."""
    import regex  # Not above: what is missing is told by this program, not by a traceback.

    for known in _OF_ARGPARSE if language() != "en" else ():
        pattern = regex.escape(known.en, literal_spaces=True).replace(regex.escape(_ANY), "(.*?)")
        if match := regex.fullmatch(pattern, said, regex.DOTALL):
            values = zip(known.fields, match.groups(), strict=True)
            return told(Message(known.key, tuple((name, translated(value)) for (name, _), value in values)))
    return said


def told_of_system(error: OSError) -> str:
    """What is wrong with which file; commonest errors in the language of this run, others as the system words them."""
    if error.errno == errno.ENOSPC and not error.filename:
        return tell("error_disk_full")
    if not (error.strerror and error.filename):
        return told(error)
    if error.errno == errno.ENOENT and not Path(error.filename).is_absolute():
        return tell("error_not_there_from", file=str(error.filename), here=str(Path.cwd()))
    return tell("error_of_file", why=said_of_system(error), file=str(error.filename))
