"""Every word of lexicons/words.tsv earns its place: without it a sentence that holds it is read otherwise."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import _lru_cache_wrapper, cache
from pathlib import Path

import pytest
import rjieba

from pipeline import lexicons
from pipeline.extract.citations.relations import relation_of
from pipeline.extract.funding import funding
from pipeline.extract.targets import targets
from pipeline.language import grammar, patterns, segmentation, units, words
from pipeline.language.times import bases
from pipeline.language.words import Entry
from pipeline.model import Clause, Document, Mended, Outline, Passage, TitleBlock

ROWS = words.pairs()
# Kinds that are asked for when modules load, or in cells alone; a test of their own proves their words.
ELSEWHERE = ("source", "ordered")
Values = list[dict[str, object]]
# What does not depend on the words, or is too dear to make again.
KEPT = (
    grammar._codes,
    grammar.compiled,
    grammar._needs,
    grammar._needs_of,
    segmentation._segmenter,
    patterns.compile,
    patterns.escape,
    lexicons.rows,
    lexicons.records,
    lexicons.columns,
    bases.values,
    units._table,
)


@cache
def frames() -> tuple[dict[Entry, list[str]], list[str]]:
    """Sentences with a place for a word by its kind and class, and sentences of single words."""
    framed: dict[Entry, list[str]] = defaultdict(list)
    plain: list[str] = []
    for line in Path(__file__).with_name("word_frames.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, cls, sentence = line.split("\t")
            (framed[Entry(kind, cls)] if "{w}" in sentence else plain).append(sentence)
    return framed, plain


def sentences(word: str, entry: Entry) -> list[str]:
    """What is asked of a word."""
    framed, plain = frames()
    return [*(s.format(w=word) for s in framed[entry]), *(s for s in plain if word in s)]


def read(said: str) -> Values:
    """The targets and grants of a sentence, which may stand under a heading (`heading//sentence`)."""
    heading, _, text = said.rpartition("//")
    document = Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text)
    passage = Passage(text, tuple(range(len(text))), clause_id="一")
    clause = Clause("一", None, 0, 1, "", heading, heading, passage.span(0, 1))
    clauses = (clause,) if heading else ()
    block = TitleBlock(title="某区工作方案", written_date="2026-01-27")
    mended = Mended(Outline(document, block, (passage,), clauses, (), ()), ())
    return [dict(fact.values) for fact in (*targets(mended), *funding(mended))]


def caches() -> list[_lru_cache_wrapper[object]]:
    """Everything that was read or made of the words and would be taken for what is read without one."""
    modules = [
        m for name, m in sys.modules.items() if name.startswith(("pipeline.language", "pipeline.extract"))
    ]
    found = {id(v): v for m in modules for v in vars(m).values() if isinstance(v, _lru_cache_wrapper)}
    return [v for v in found.values() if v not in KEPT]


@cache
def bare() -> rjieba.Jieba:
    """The segmenter without our words."""
    return rjieba.Jieba()


@cache
def known() -> frozenset[str]:
    """All words; asked for while none is taken away."""
    return frozenset(words.entries())


@cache
def of_kinds() -> Mapping[str, Sequence[tuple[str, str]]]:
    """All words by their kinds; asked for likewise."""
    return words._of_kinds()


@contextmanager
def without(place: int, forget: list[_lru_cache_wrapper[object]]) -> Iterator[None]:
    """The program as it is without row `place` of the words: not in its tables, and not known to the segmenter."""
    segmenter = segmentation._segmenter()
    own = {row[0] for row in lexicons.rows("segmentation")}
    with pytest.MonkeyPatch.context() as patch:
        word, entry = ROWS[place]
        others = [pair for pair in of_kinds()[entry.kind] if pair != (word, entry.cls)]
        patch.setattr(words, "pairs", lambda: ROWS[:place] + ROWS[place + 1 :])
        patch.setattr(words, "_of_kinds", lambda: {**of_kinds(), entry.kind: others})
        for one in forget:
            one.cache_clear()
        gone = known() - set(words.entries()) - own
        unknown = [word for word in gone if len(word) > 1 and not bare().has_word(word)]
        for word in unknown:
            segmenter.add_word(word, 0, "v")
        yield
    for word in unknown:
        segmenter.add_word(word, None, "v")
    for one in forget:
        one.cache_clear()


def showing(asked: Mapping[int, Sequence[str]], forget: list[_lru_cache_wrapper[object]]) -> dict[int, int]:
    """By row which of the sentences asked of its word is the first that is read otherwise without it."""
    found: dict[int, int] = {}
    for n in range(max(map(len, asked.values()), default=0)):
        left = {place: those[n] for place, those in asked.items() if place not in found and n < len(those)}
        whole = {said: read(said) for said in dict.fromkeys(left.values())}
        for place, said in left.items():
            with without(place, forget):
                found |= {place: n} if read(said) != whole[said] else {}
    return found


def test_every_word_earns_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Patterns without one of the words are of no use to later runs.
    monkeypatch.setattr(patterns, "_STORE", patterns.Store(tmp_path / "patterns"))
    read("泊位达到3个。")
    forget = caches()
    known(), of_kinds()
    asked = {n: sentences(*row) for n, row in enumerate(ROWS) if row[1].kind not in ELSEWHERE}
    first: dict[Entry, int] = {}
    for place in asked:
        first.setdefault(ROWS[place][1], place)
    shown = showing({place: asked[place] for place in first.values()}, forget)
    # The sentence that showed the first word of a class most likely shows the others.
    likely = {place: shown.get(first[ROWS[place][1]], 0) for place in asked if place not in shown}
    shown |= showing({place: asked[place][n : n + 1] for place, n in likely.items()}, forget)
    left = {place: asked[place] for place in asked if place not in shown}
    others = {
        place: [said for n, said in enumerate(those) if n != likely[place]] for place, those in left.items()
    }
    shown |= showing(others, forget)
    idle = [ROWS[place] for place in asked if place not in shown]
    assert [f"{word} {entry.kind} {entry.cls}" for word, entry in idle] == []


@pytest.mark.parametrize(("cls", "relation"), [("base", "based_on"), ("accord", "in_accordance")])
def test_words_before_a_title_say_what_a_notice_goes_by(cls: str, relation: str) -> None:
    assert words.words("source", cls)
    for word in words.words("source", cls):
        assert relation_of(f"{word}国家《") == relation


def test_no_word_stands_twice_in_a_class() -> None:
    assert sorted(set(ROWS)) == sorted(ROWS)
