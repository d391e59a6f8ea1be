"""Why a row changed: the notice, a rule, a lexicon, or an editor's decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.decisions.states import COLUMNS as OF_STATE
from pipeline.messages import Message, say
from pipeline.review.diff_edition import Edition
from pipeline.review.diff_fates import CauseKind, fates, same_points
from pipeline.review.diff_rows import Row

# Columns that a lexicon gives, and the lexicons (by how their names begin) that can change them.
FROM_LEXICONS: Mapping[str, tuple[str, ...]] = {
    "agency_id": ("agenc",),
    "issuer_id": ("agenc",),
    "region_code": ("region",),
    "unit": ("measures", "counted_nouns"),
    "role": ("duty_words", "headings"),
    "document_type": ("document_types",),
    "name": ("agenc", "region"),
    "full_name": ("agenc", "region"),
    **dict.fromkeys(("code", "message", "message_zh", "evidence", "evidence_zh"), ("messages",)),
}
DECIDED = ("correction_id", "machine_value")
# Columns that only other notices give.
OF_OTHERS = frozenset(("same_as", "cited_notice_id", "issued_as", "amended_by", "repealed_by"))
NAMED = 4  # Modules named before "and 3 more".


@dataclass(frozen=True, slots=True)
class Cause:
    """`because` names what changed: modules, lexicons, a notice's file, an editor's reason."""

    kind: CauseKind
    because: str | Message = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Two rows that are the same, or one that the other edition has not; columns that say something else."""

    table: str
    old: Row | None
    new: Row | None
    columns: tuple[tuple[str, object, object], ...] = ()

    @property
    def kind(self) -> Literal["added", "removed", "changed", "moved"]:
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        return "changed" if self.columns else "moved"


@dataclass(frozen=True)
class Causes:
    """What happened to notices (`fate`), rules and lexicons between two editions.

    `decided` are notices about which editors decided otherwise than before: what follows from that (checks, the ledger,
    sums) has it as its cause. `renamed` are notices of the new edition with the name that the same file had in the old one. `same_points` are the points, as (notice, number in the old or new edition), whose words both editions have.
    """

    fate: Mapping[str, CauseKind]
    rules: Sequence[str]
    lexicons: Sequence[str]
    is_recorded: bool
    renamed: Mapping[str, str] = field(default_factory=dict)
    decided: frozenset[str] = frozenset()
    same_points: frozenset[tuple[object, object, bool]] = field(default_factory=frozenset)

    def came_or_went(self, notice: str) -> bool:
        return self.fate.get(notice) in ("notice added", "notice removed")

    def of(self, notice: str, edit: Edit) -> Cause:
        """The cause of one edit. Where the notice and a rule changed, the rule is it if the point's words are the same."""
        if self.came_or_went(notice):
            return Cause(self.fate[notice])
        if (decided := _decided(edit)) is not None:
            return decided
        if edit.table == "notices" and notice in self.renamed:
            return Cause("notice renamed", self.renamed[notice])
        if edit.table == "notices" and edit.columns and {name for name, _, _ in edit.columns} <= OF_STATE:
            return Cause("state", f"{notice}.toml")
        if edit.columns and {name for name, _, _ in edit.columns} <= OF_OTHERS and self._others(notice):
            return self._other_notice(notice)
        if self.fate.get(notice) == "notice kept":
            return Cause("notice kept")
        if notice in self.decided and self.fate.get(notice) != "notice changed" and not self.rules:
            return Cause("correction", f"{notice}.corrections.toml")
        ours = self._rule_or_lexicon(edit)
        if self.fate.get(notice) == "notice changed" and not (ours and self._has_same_words(notice, edit)):
            return Cause("notice changed")
        return ours or self._other_notice(notice)

    def _rule_or_lexicon(self, edit: Edit) -> Cause | None:
        if not self.is_recorded:
            return Cause("rule changed", say("edition_without_rules"))
        from_lexicons = tuple(
            begin for column, _, _ in edit.columns for begin in FROM_LEXICONS.get(column, ("",))
        )
        lexicons = [name for name in self.lexicons if not edit.columns or name.startswith(from_lexicons)]
        by_lexicon = edit.columns and all(column in FROM_LEXICONS for column, _, _ in edit.columns)
        if lexicons and (by_lexicon or not self.rules):
            return Cause("lexicon", _named(lexicons))
        if self.rules:
            return Cause("rule changed", _named(sorted(self.rules, key=lambda rule: edit.table not in rule)))
        return Cause("lexicon", _named(self.lexicons)) if self.lexicons else None

    def _has_same_words(self, notice: str, edit: Edit) -> bool:
        rows = ((edit.old, False), (edit.new, True))
        points = [(notice, row.get("clause_id"), is_new) for row, is_new in rows if row is not None]
        return all(point in self.same_points for point in points)

    def _others(self, notice: str) -> list[tuple[CauseKind, str]]:
        return [(fate, other) for other, fate in sorted(self.fate.items()) if other != notice]

    def _other_notice(self, notice: str) -> Cause:
        """Its words and the rules are as they were: a notice that it is compared with, or what stands beside it."""
        if others := self._others(notice):
            return Cause(others[0][0], _named([other for _, other in others]))
        return Cause("notice changed", say("stands_beside", file=f"{notice}.toml"))


def notices_to_causes(old: Edition, new: Edition, names: Mapping[str, str]) -> Causes:
    """What there is to choose from; `names` are those of notices renamed, which `old` has under the new ones."""
    fate = fates(old, new)
    changed = {
        part: _changed(old.provenance.get(part, {}), new.provenance.get(part, {}))
        for part in ("rules", "lexicons", "schemas", "packages")
    }
    return Causes(
        fate=fate,
        rules=[*changed["rules"], *(f"schemas/{name}" for name in changed["schemas"]), *changed["packages"]],
        lexicons=changed["lexicons"],
        renamed=names,
        decided=_decided_otherwise(old, new),
        is_recorded=bool(old.provenance and new.provenance) or not old.tables,
        same_points=same_points(old, new, fate),
    )


def _decided_otherwise(old: Edition, new: Edition) -> frozenset[str]:
    """Notices whose corrections are not those of the other edition."""
    before, after = (
        {
            (row["notice_id"], row["correction_id"], row["verdict"], row["right_value"])
            for row in (edition.tables["corrections"].to_pylist() if "corrections" in edition.tables else ())
        }
        for edition in (old, new)
    )
    return frozenset(str(notice) for notice, *_ in before ^ after)


def _decided(edit: Edit) -> Cause | None:
    """An editor's decision that came, went or changed."""
    row = edit.new or edit.old or {}
    if edit.table == "corrections":
        return Cause("correction", str(row.get("because") or ""))
    before, after = ((side or {}).get("correction_id") for side in (edit.old, edit.new))
    if before != after or any(column in DECIDED for column, _, _ in edit.columns):
        return Cause("correction", str(after) if after else say("no_longer", correction=str(before)))
    return None


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    return sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _named(names: Sequence[str]) -> str | Message:
    more = len(names) - NAMED
    if more > 0:
        return say("several_and_more", names=tuple(names[:NAMED]), n=more)
    return ", ".join(names)
