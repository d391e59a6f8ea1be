"""What is found by order is what looking at every span finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.intervals import Overlapping, Within
from pipeline.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 12))


@given(st.lists(SPANS), SPANS)
def test_as_by_looking_at_each(spans: list[Span], asked: Span) -> None:
    assert (asked in Within(spans)) == any(s.start <= asked.start and asked.end <= s.end for s in spans)
    assert Overlapping(spans, lambda span: span).of(asked) == [
        i for i, s in enumerate(spans) if s.start < asked.end and asked.start < s.end
    ]
