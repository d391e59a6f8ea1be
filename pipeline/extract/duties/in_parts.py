"""A sentence of running text that says part by part who leads and who helps: 由市发展改革委牵头，市财政局配合，6月底前出台细则."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.duties.assignments import ENDS_AS_DUTY, Assigned, read_list
from pipeline.language.brackets import open_brackets
from pipeline.language.labels import duty_words
from pipeline.language.sentences import parts

#: The rule of what is read so, and what is stated of it: few labelled notices have such a sentence.
IN_SENTENCE, UNPROVED = "sentence_by_verb", 0.9
_COMMA = "，"


def duties_in_parts(text: str) -> Iterator[tuple[int, int, tuple[Assigned, ...]]]:
    """Where parts stand outside brackets, one behind the other, that all end in words of duty, [start, end), and those named;
    only where one leads and another helps. What a body alone is told to do is no assignment."""
    if not any(word in text for word in duty_words("role", "lead", "support")):
        return
    depths = open_brackets(text)
    run: list[tuple[int, int]] = []
    for part in parts(text):
        says = not depths[part.start] and ENDS_AS_DUTY.search(text[part.start : part.end]) is not None
        if says:
            run.append((part.start, part.end))
        if run and (not says or text[part.end : part.end + 1] != _COMMA):
            start, end = run[0][0], run[-1][1]
            agencies = read_list(text[start:end])
            if {"lead", "support"} <= {a.role for a in agencies}:
                yield start, end, agencies
            run = []
