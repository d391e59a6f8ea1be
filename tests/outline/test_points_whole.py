"""An outline of any marks, three deep, comes back whole: from lines, from lines wrapped at any width, from one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Document, Outline
from pipeline.outline import outline

HAN = "零一二三四五六七八九"
MARKS: tuple[Callable[[int], str], ...] = (
    lambda n: f"第{HAN[n]}章 ",
    lambda n: f"第{HAN[n]}条 ",
    lambda n: f"{HAN[n]}、",
    lambda n: f"（{HAN[n]}）",
    lambda n: f"{n}.",
    lambda n: f"（{n}）",
    lambda n: f"{n}）",
    lambda n: "①②③④⑤⑥⑦⑧⑨"[n - 1],
)
NOUNS = st.sampled_from(
    (
        "步道",
        "托育",
        "窗口",
        "项目",
        "款项",
        "条件",
        "目录",
        "和声",
        "之江",
        "第三方",
        "2026年计划",
        "规划",
        "驿站",
    )
)
HEADING = st.lists(NOUNS, min_size=2, max_size=3).map("".join)
SENTENCES = (
    "推进{0}，新建{1}{n}处。",
    "到2027年，{0}达到{n}.5万名左右，{1}增长3.{n}%以上。",
    "支持{0}（不超过{n}个）、{1}，鼓励二、三级医院参与；每月1次。",
)
SENTENCE = st.builds(
    lambda form, one, other, n: form.format(one, other, n=n),
    st.sampled_from(SENTENCES),
    HEADING,
    HEADING,
    st.integers(2, 9),
)
# A point: its heading, whether a stop ends that, and its sentences.
POINT = st.tuples(HEADING, st.booleans(), st.lists(SENTENCE, min_size=1, max_size=3).map("".join))
TREE = st.lists(
    st.lists(st.lists(POINT, min_size=2, max_size=3), min_size=2, max_size=3), min_size=2, max_size=3
)
STYLES = st.permutations(range(len(MARKS))).map(lambda order: order[:3])


def paragraphs(tree: list[list[list[tuple[str, bool, str]]]], styles: list[int]) -> Iterator[tuple[int, str]]:
    """(depth, paragraph) of each point; what has points below is a heading."""
    first, second, third = (MARKS[i] for i in styles)
    for a, below in enumerate(tree, 1):
        heading, stop, _ = below[0][0]
        yield 0, first(a) + heading + "。" * stop
        for b, leaves in enumerate(below, 1):
            heading, stop, _ = leaves[-1]
            yield 1, second(b) + heading + "。" * stop
            for c, (heading, _, words) in enumerate(leaves, 1):
                yield 2, f"{third(c)}{heading}。{words}"


def outlined(text: str) -> Outline:
    return outline(Document("n", "n.txt", "0" * 64, "text/plain", "utf-8", text))


def read(text: str) -> list[tuple[int, str]]:
    made = outlined(text)
    words = {c.clause_id: "" for c in made.clauses}
    for passage in made.passages:
        if passage.role == "body" and passage.clause_id:
            words[passage.clause_id] += passage.text
    return [(c.level - 1, words[c.clause_id]) for c in made.clauses]


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@pytest.mark.parametrize("way", ["lines", "wrapped", "one line"])
@given(tree=TREE, styles=STYLES, width=st.integers(12, 45))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_an_outline_comes_back_whole(
    way: str, tree: list[list[list[tuple[str, bool, str]]]], styles: list[int], width: int
) -> None:
    said = list(paragraphs(tree, styles))
    lead = "关于做好某项工作的通知\n各单位：\n现将有关事项通知如下：\n"
    if way == "lines":
        text = lead + "\n".join(words for _, words in said) + "\n"
    elif way == "wrapped":
        text = lead + "\n".join(wrapped(words, width) for _, words in said) + "\n"
    else:
        text = lead.replace("\n", "") + "".join(words for _, words in said)
    assert read(text) == [(depth, words.replace(" ", "")) for depth, words in said]
