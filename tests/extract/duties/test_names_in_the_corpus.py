"""No name of a body in any real file holds a time or half a bracket, or is a verb with its object. Skips without ../shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.extract.cells.bodies import assignments
from pipeline.extract.cells.layout import Layout
from pipeline.extract.duties import inline_duties, leading_groups, responsibilities
from pipeline.language.bodies import TIME, is_verb_with_object
from pipeline.language.brackets import has_half
from pipeline.language.names import is_collective
from pipeline.outline import outline
from pipeline.read import read
from pipeline.tables import mend
from tests.draws import drawn

pytestmark = pytest.mark.usefixtures("here")

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
# Nobody looks into these.
HELD_OUT = ("沈阳_物业信用", "安阳_房地产意见", "科技_20180730", "坪山")
FILES = [
    path
    for path in sorted(CORPUS.glob("*"))
    if path.suffix in (".txt", ".md", ".html") and not any(word in path.name for word in HELD_OUT)
]


def names(path: Path) -> Iterator[str]:
    mended = mend(outline(read(path, "n", {})))
    found = [*responsibilities(mended), *leading_groups(mended)]
    for table in mended.tables:
        found += assignments(Layout(table))
    found += inline_duties(mended, found)
    for fact in found:
        yield str(fact.values["agency_name"])


@pytest.mark.skipif(not FILES, reason="no ../shared/corpus")
def test_names_are_names() -> None:
    found = {(path.name[:40], name) for path in FILES[:: drawn(4, 1)] for name in names(path)}
    assert len(found) > drawn(250, 1000)
    wrong = [
        (at, name)
        for at, name in sorted(found)
        if TIME.search(name)
        or has_half(name)
        or (not is_collective(name) and is_verb_with_object(name, at_level=True))
    ]
    assert wrong == []
