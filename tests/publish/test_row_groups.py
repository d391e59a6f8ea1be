"""Row groups put one behind the other by hand are held against pyarrow, which cannot: what it reads, what it says of each."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.publish.row_groups import MAGIC, around, bytes_to_groups, file_to_footer, groups_to_bytes, moved
from pipeline.publish.thrift import integer_at, plain_at, varint, zigzag
from tests.draws import drawn

DAYS = st.dates(datetime.date(1949, 10, 1), datetime.date(2100, 1, 1))
# Every type that the schemas have, with and without empty values, long texts and such as are said often.
COLUMNS = {
    "words": (pa.string(), st.one_of(st.none(), st.text(max_size=40), st.sampled_from(["民政局", "财政局"]))),
    "number": (pa.int64(), st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1))),
    "value": (pa.float64(), st.one_of(st.none(), st.floats(allow_nan=False))),
    "truth": (pa.bool_(), st.one_of(st.none(), st.booleans())),
    "day": (pa.date32(), st.one_of(st.none(), DAYS)),
    "nothing": (pa.string(), st.none()),
}
ROWS = st.lists(st.fixed_dictionaries({name: values for name, (_, values) in COLUMNS.items()}), max_size=30)
SCHEMA = pa.schema([(name, kind) for name, (kind, _) in COLUMNS.items()])
# What changes the footer: dictionaries, indexes of pages, checksums, versions of the format.
WAYS = st.fixed_dictionaries(
    {
        "row_group_size": st.integers(1, 12),
        "use_dictionary": st.booleans(),
        "write_page_index": st.booleans(),
        "write_page_checksum": st.booleans(),
        "compression": st.sampled_from(["zstd", "none"]),
        "data_page_version": st.sampled_from(["1.0", "2.0"]),
    }
)


def to_file(table: pa.Table, **ways: object) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, **ways)
    return sink.getvalue()


def put_together(files: Sequence[bytes]) -> bytes:
    body, parts, count, rows = bytearray(MAGIC), [], 0, 0
    for file in files:
        groups = bytes_to_groups(groups_to_bytes(file_to_footer(file).groups))
        parts.append(moved(groups, len(body) - len(MAGIC), count))
        body += file[len(MAGIC) : groups.data]
        count, rows = count + groups.count, rows + groups.rows
    said = b"".join(parts)
    before, behind = around(file_to_footer(files[0]), rows, count, len(said))
    return bytes(body) + before + said + behind


def said_of(file: pq.ParquetFile) -> list[dict[str, object]]:
    """What the footer says of each row group, without where it stands."""
    groups = []
    for n in range(file.metadata.num_row_groups):
        said = file.metadata.row_group(n).to_dict()
        for column in said["columns"]:
            for place in ("file_offset", "dictionary_page_offset", "data_page_offset", "index_page_offset"):
                column.pop(place, None)
        groups.append(said)
    return groups


@settings(max_examples=drawn(40, 150), deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=20), WAYS)
def test_pyarrow_reads_the_tables_one_behind_the_other(
    many: list[list[dict[str, object]]], ways: dict[str, object]
) -> None:
    tables = [pa.Table.from_pylist(rows, schema=SCHEMA) for rows in many]
    files = [to_file(table, **ways) for table in tables]
    whole = pq.ParquetFile(io.BytesIO(put_together(files)), page_checksum_verification=True)
    assert whole.read().equals(pa.concat_tables(tables)) and whole.metadata.num_rows == sum(map(len, many))
    parts = [pq.ParquetFile(io.BytesIO(file)) for file in files]
    assert said_of(whole) == [group for part in parts for group in said_of(part)]
    assert whole.schema_arrow.equals(parts[0].schema_arrow, check_metadata=True)
    n = 0
    for part in parts:  # Each row group alone, too.
        for group in range(part.metadata.num_row_groups):
            assert whole.read_row_group(n).equals(part.read_row_group(group))
            n += 1


@settings(max_examples=drawn(30, 100), deadline=None)
@given(ROWS, WAYS)
def test_one_file_put_together_is_itself(rows: list[dict[str, object]], ways: dict[str, object]) -> None:
    file = to_file(pa.Table.from_pylist(rows, schema=SCHEMA), **ways)
    assert put_together([file]) == file


def test_another_reader_finds_a_row_by_what_is_said_of_each_row_group(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    tables = [
        pa.table({"notice_id": [f"n{k:03}{n}" for n in range(9)], "value": [k] * 9}) for k in range(300)
    ]
    table = put_together([to_file(one, compression="zstd") for one in tables])
    path = tmp_path / "t.parquet"
    path.write_bytes(table)
    rows = duckdb.sql(f"SELECT count(*), sum(value) FROM '{path}'").fetchall()
    assert rows == [(2700, sum(range(300)) * 9)]
    assert duckdb.sql(f"SELECT value FROM '{path}' WHERE notice_id = 'n2994'").fetchall() == [(299,)]
    assert duckdb.sql(f"SELECT count(*) FROM parquet_metadata('{path}')").fetchall() == [(600,)]


FILE = to_file(pa.table({"a": ["x", None, "y"], "b": [1, 2, 3]}), row_group_size=2)


@pytest.mark.parametrize(
    "file",
    [
        b"", b"PAR1", b"PAR1PAR1", b"no file at all", FILE[:-1], FILE[1:], b"PARE" + FILE[4:], FILE[:-8] + b"\0\0\0\0PAR1",
        FILE[:-8] + b"\xff\xff\xff\xffPAR1", FILE[:4] + FILE[40:], FILE[:-20] + FILE[-8:],
        # The one row group stands where no file has a place: a number of eighty bits.
        b"PAR1" + (far := b"\x36\x00\x19\x1c\x56" + varint(1 << 80) + b"\0\0") + len(far).to_bytes(4, "little") + b"PAR1",
    ],
)  # fmt: skip
def test_what_is_no_whole_file_is_refused(file: bytes) -> None:
    with pytest.raises(ValueError):
        file_to_footer(file)


@settings(max_examples=600, deadline=None)
@given(st.integers(0, len(FILE) - 13 - file_to_footer(FILE).groups.data), st.binary(min_size=1, max_size=3))
def test_a_damaged_footer_is_refused_or_read_as_pyarrow_reads_it(at: int, other: bytes) -> None:
    """No damage makes it run on for ever, fail otherwise, or say another number of rows than there are."""
    start = file_to_footer(FILE).groups.data + at
    file = (FILE[:start] + other + FILE[start + len(other) :])[: len(FILE) - 8] + FILE[-8:]
    try:
        groups = file_to_footer(file).groups
    except ValueError:
        return
    try:
        said = pq.ParquetFile(io.BytesIO(file)).metadata
    except (OSError, ValueError, pa.ArrowException):
        return  # Who puts it together finds out as every reader of the tables does.
    assert (groups.rows, groups.count) == (said.num_rows, said.num_row_groups)


def test_a_place_that_no_file_has_is_refused() -> None:
    """A damaged byte made a number of more than 64 bits of one: that was a fault of the program, and no file that is refused."""
    groups = file_to_footer(FILE).groups
    at = groups.data + FILE[groups.data :].index(groups.said) + groups.cuts[0]
    length = int.from_bytes(FILE[-8:-4], "little") + 10
    file = FILE[:at] + b"\xff" * 10 + FILE[at:-8] + length.to_bytes(4, "little") + MAGIC
    with pytest.raises(ValueError, match="no whole"):
        file_to_footer(file)


@pytest.mark.parametrize("bits", [0, 6, 7, 13, 14, 20, 21, 27, 28, 35, 41, 62])
def test_a_number_is_read_as_it_was_written(bits: int) -> None:
    for value in (2**bits - 1, 2**bits, 2**bits + 1):
        assert plain_at(varint(value), 0) == (value, max(1, -(-value.bit_length() // 7)))
        assert integer_at(zigzag(value), 0)[0] == value
