"""The title blocks of real notices, as their pages print them: `corpus_titles.tsv`, where the corpus is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model import Unreadable
from pipeline.outline import outline
from pipeline.read import office, read
from pipeline.read.limits import Limits

pytestmark = pytest.mark.usefixtures("here")

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
LINES = (HERE / "corpus_titles.tsv").read_text("utf-8").splitlines()
HEADINGS, *ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
NOT_COMPARED = "—"


@pytest.fixture(scope="module", autouse=True)
def converted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """LibreOffice is started once for all, not for each: starting takes most of the time. (`read/test_office.py` starts it.)"""
    program, folder = office.find_program(), tmp_path_factory.mktemp("converted")
    files: dict[bytes, Path] = {}
    for n, (name, *_) in enumerate(ROWS):
        if name.endswith((".doc", ".wps")) and (CORPUS / name).is_file():
            files[(CORPUS / name).read_bytes()] = folder / "out" / f"{n}.docx"
            (folder / f"{n}.doc").write_bytes((CORPUS / name).read_bytes())
    if program and files:
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(office._SETTINGS, "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(folder / "out"),
        ]
        office._run([*call, *map(str, folder.glob("*.doc"))], folder, 300)
    alone = office.convert

    def convert(content: bytes, kind: str, wanted: str, limits: Limits) -> bytes:
        made = files.get(content)
        return (
            made.read_bytes()
            if wanted == "docx" and made and made.exists()
            else alone(content, kind, wanted, limits)
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(office, "convert", convert)
        yield


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus lies beside the checkout only")
@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_title_block_is_read_as_it_is_printed(row: list[str]) -> None:
    file, *printed = row
    try:
        block = outline(read(CORPUS / file, "n", {})).title_block
    except Unreadable as reason:
        pytest.skip(str(reason))
    said = (block.title, block.doc_number, block.written_date, block.document_type, block.status)
    names = ("；".join(named.name for named in many) for many in (block.issuers, block.recipients))
    read_as = [value or "" for value in (*said, *names)]
    pairs = zip(HEADINGS[1:], printed, read_as, strict=True)
    assert [pair for pair in pairs if pair[1] not in (pair[2], NOT_COMPARED)] == []
