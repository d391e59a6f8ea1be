"""Every sentence this program says to people, in English and in Chinese: `lexicons/messages.tsv` by keys.

    say("too_many_pages", most=5000)  →  Message  →  .en "it has more than 5,000 pages", .zh "超过 5,000 页"

A message is kept as its key and its fields until it is shown. What is published holds both languages; what is
printed speaks the one chosen for this run.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pipeline import lexicons

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
# Say in which language to speak where the command line does not, the first that is set: en or zh, or a locale such as
# zh_CN.UTF-8. The first is ours; the others are those of every program.
VARIABLES = ("NOTICE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_chosen: ContextVar[Language | None] = ContextVar("language", default=None)
# What is wrong, then what to do about it: the one message known by another than its own key.
_WITH_REMEDY = "with_remedy"
_BETWEEN_WORDS = {"en": ", ", "zh": "、"}
_BETWEEN_MESSAGES = {"en": "; ", "zh": "；"}


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue. A field is a number, a text, another message, or a tuple of such: a list."""

    key: str
    fields: tuple[tuple[str, object], ...] = ()

    @property
    def en(self) -> str:
        return self.in_language("en")

    @property
    def zh(self) -> str:
        return self.in_language("zh")

    @property
    def code(self) -> str:
        """The key under which it is published; with a remedy, that of what is wrong."""
        why = dict(self.fields)["why"] if self.key == _WITH_REMEDY else self
        return why.code if isinstance(why, Message) and why is not self else self.key

    def in_language(self, language: Language) -> str:
        """Raises KeyError if the catalogue has no such key, or its sentence a field that was not given."""
        return catalogue()[self.key][language].format_map(
            {name: _shown(value, language) for name, value in self.fields}
        )

    def __str__(self) -> str:
        """English: what is published must not depend on who runs the program."""
        return self.en


class _Number(int):
    """A number that knows the English plural: `{n} page{n:s}`."""

    def __format__(self, spec: str) -> str:
        return ("" if self == 1 else "s") if spec == "s" else int(self).__format__(spec)


def _shown(value: object, language: Language) -> object:
    if isinstance(value, Message):
        return value.in_language(language)
    if isinstance(value, tuple):
        between = _BETWEEN_MESSAGES if any(isinstance(one, Message) for one in value) else _BETWEEN_WORDS
        return between[language].join(str(_shown(one, language)) for one in value)
    return _Number(value) if type(value) is int else value


@cache
def catalogue() -> dict[str, dict[Language, str]]:
    """Key → language → sentence."""
    return {row["key"]: {"en": row["en"], "zh": row["zh"]} for row in lexicons.records("messages")}


def say(key: str, /, **fields: object) -> Message:
    """The message of the catalogue under `key`, with its fields."""
    return Message(key, tuple(fields.items()))


def with_remedy(why: Message, remedy: Message) -> Message:
    """What is wrong and what to do about it, as one message."""
    return say(_WITH_REMEDY, why=why, remedy=remedy)


# --- the language of this run -----------------------------------------------------------------


def language() -> Language:
    """What was chosen for this run; else what the environment says first; else English."""
    environment = next((said for name in VARIABLES if (said := os.environ.get(name))), "")
    return "zh" if (_chosen.get() or environment[:2]) == "zh" else "en"


@contextmanager
def speaking(chosen: Language | None) -> Iterator[None]:
    """Within it, what is told is told in this language (None: as the environment says)."""
    before = _chosen.set(chosen)
    try:
        yield
    finally:
        _chosen.reset(before)


def tell(key: str, /, **fields: object) -> str:
    """The text of a message in the language of this run."""
    return told(say(key, **fields))


def told(message: object) -> str:
    """A message, or an error that carries one, in the language of this run; what is neither as it is."""
    inner = message.args[0] if isinstance(message, Exception) and len(message.args) == 1 else message
    return inner.in_language(language()) if isinstance(inner, Message) else str(message)


def published(row: Mapping[str, object], column: str) -> str:
    """A message of a published row in the language of this run: `message`, or `message_zh` beside it."""
    translated = row.get(f"{column}_{language()}")
    return str(translated or row.get(column) or "")


def message_to_json(said: object) -> object:
    """A message, or a field of one, as JSON can hold it."""
    if isinstance(said, Message):
        return {"key": said.key, "fields": [[name, message_to_json(value)] for name, value in said.fields]}
    return [message_to_json(one) for one in said] if isinstance(said, tuple) else said


def json_to_message(said: Any) -> Message:
    """The inverse. Raises LookupError or TypeError for what is no message."""
    return Message(said["key"], tuple((name, _field(value)) for name, value in said["fields"]))


def _field(said: Any) -> object:
    if isinstance(said, list):
        return tuple(map(_field, said))
    return json_to_message(said) if isinstance(said, dict) else said


def said_of_system(error: OSError) -> Message | str:
    """What the system says is wrong: the commonest as messages, others as it words them."""
    known = {
        errno.ENOENT: say("error_not_there"),
        errno.EACCES: say("error_not_allowed"),
        errno.ENOSPC: say("error_disk_full"),
        errno.EBUSY: say("error_in_use"),
        errno.ENAMETOOLONG: say("error_name_too_long"),
        errno.EROFS: say("error_read_only"),
    }
    return known.get(error.errno or 0) or error.strerror or str(error)
