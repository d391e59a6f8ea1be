"""schemas/*.json: sound, whole, and all that DESIGN fixes is there."""

from __future__ import annotations

from itertools import chain

import pytest

from pipeline.model import BrokenPromise
from pipeline.publish.schema import descriptor_to_schema, schemas

# The names that scripts and dashboards depend on.
FIXED = {
    "notices": "notice_id source_file source_sha256 media_type title doc_number doc_number_agency doc_number_year "
    "doc_number_serial document_type action subject_title status written_date effective_date expires_date "
    "disclosure region_code page_count char_count text_quality",
    "issuers": "notice_id seq name agency_id",
    "corrections": "notice_id correction_id fact_table verdict right_value machine_value because quote",
    "recipients": "notice_id seq name",
    "members": "notice_id agency_id seq member_id name region_code basis",
    "annexes": "notice_id seq number title",
    "clauses": "notice_id clause_id parent_id seq level number number_expected heading text",
    "tasks": "notice_id task_id clause_id table_id row title text",
    "responsibilities": "notice_id clause_id table_id row assignment_id seq agency_name agency_id role kind inherited",
    "targets": "notice_id clause_id table_id row kind indicator comparator value value_max unit value_text per scope "
    "baseline_value baseline_year change deadline_date deadline_precision deadline_from value_base unit_base nature "
    "task_id inherited",
    "deadlines": "notice_id clause_id kind start_date end_date period period_max precision text task_id",
    "funding": "notice_id clause_id amount unit base amount_cny amount_kind comparator per recipient payer type",
    "citations": "notice_id clause_id title doc_number kind relation cited_notice_id",
    "tables": "notice_id table_id title annex n_rows n_cols header_rows pages status",
    "cells": "notice_id table_id row col row_span col_span role text page x0 top x1 bottom",
    "table_facts": "notice_id table_id row_label column_path year value value_text unit value_base unit_base agency_id region_code",
    "indicator_links": "indicator_id other_id unit_base name other_name score",
    "agencies": "agency_id name full_name kind region_code",
    "regions": "region_code name level parent valid_from valid_to code_system",
    "checks": "notice_id kind status expected actual where message",
    "repairs": "notice_id kind table_id clause_id before after evidence certainty",
    "ledger": "notice_id char_start char_end text kind place status claimed_by reason",
    "issues": "notice_id where kind message quote",
    "texts": "notice_id text",
    "pages": "notice_id page char_start char_end width height done",
    "task_list": "notice_id region issuer written_date task_id point task text lead support joint targets due_date due_from "
    "recurring notice_status confidence quote char_start",
    "task_agencies": "notice_id task_id fact_id agency_name agency_id agency_type role due_date text countable",
    "facts": "notice_id fact_id kind what value unit value_base unit_base date agency_name quote clause_id confidence role "
    "task_id payer recipient cited_notice_id countable is_total repeats same_as region_code",
    "due": "notice_id fact_id kind due_date recurring task lead in_force_from in_force_until countable",
    "target_tracker": "notice_id fact_id indicator_id indicator region_code year stage value value_base unit_base countable",
}
EVERY_FACT = "fact_id notice_id quote char_start char_end page x0 top x1 bottom rule confidence"
FACTS = ("tasks", "responsibilities", "targets", "deadlines", "funding", "citations", "table_facts")


def names(table: str) -> list[str]:
    return [column.name for column in schemas()[table].columns]


@pytest.mark.parametrize("table", FIXED)
def test_fixed_columns_are_there(table: str) -> None:
    assert set(FIXED[table].split()) <= set(names(table))


def test_tables_are_the_fixed_ones() -> None:
    assert list(schemas()) == sorted(FIXED)


@pytest.mark.parametrize("table", FACTS)
def test_facts_carry_where_they_were_read(table: str) -> None:
    assert set(EVERY_FACT.split()) <= set(names(table))
    assert schemas()[table].primary_key == ("fact_id",)


@pytest.mark.parametrize("table", FIXED)
def test_keys_and_order_name_columns(table: str) -> None:
    schema = schemas()[table]
    assert len(names(table)) == len(set(names(table)))
    keys = (schema.primary_key, schema.identity, schema.order, *schema.unique_keys)
    assert set(chain.from_iterable(keys)) <= set(names(table))
    for key in schema.foreign_keys:
        assert set(key.columns) <= set(names(table))
        assert set(key.to_columns) <= set(names(key.table))


@pytest.mark.parametrize("table", FIXED)
def test_frictionless_takes_the_schema(table: str) -> None:
    from frictionless import Schema

    assert Schema.validate_descriptor(dict(schemas()[table].descriptor)).valid


@pytest.mark.parametrize("table", FIXED)
def test_every_column_is_explained(table: str) -> None:
    assert all(field.get("title") for field in schemas()[table].descriptor["fields"])


def test_unknown_type_is_refused() -> None:
    said = {"fields": [{"name": "a", "type": "geopoint"}], "primaryKey": ["a"], "order": ["a"]}
    with pytest.raises(BrokenPromise, match="geopoint"):
        descriptor_to_schema("odd", {**said, "foreignKeys": [], "optionalForeignKeys": []})
