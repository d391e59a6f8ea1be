"""How much one file may ask for: what lies above is no notice, or is made to do harm."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from pipeline.messages import say
from pipeline.model import Unreadable

VARIABLE = "NOTICE_LIMITS"
# What may be asked for: with less no notice can be read (the program takes 60 MiB), more is a slip of the hand, and
# what is without end (inf) no bound. Eleven days; a tebibyte; a million million.
RANGES: Mapping[str, tuple[float, float]] = {
    "seconds": (1, 1e6), "ocr_seconds": (1, 1e6), "memory_mb": (100, 2**20), "": (1, 1e12),
}  # fmt: skip
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one file may take; real notices stay far below each (evidence beside it).

    `seconds` of the processor for a reader, `ocr_seconds` what each page needing character recognition adds;
    `memory_mb` MiB of address space beyond what the process has when it begins to read. `max_bytes` holds
    for the file, `max_unpacked` for all that is unpacked from it, `max_ratio` for one member of a container
    (unpacked to packed size), `max_members` for their number. `max_chars` and `max_cells` hold for the text
    and the tables that come out, `max_depth` for elements one in another, `max_pixels` for one image.
    """

    max_bytes: int = 100_000_000  # The largest of 92 real files has 2 MB; 2,000 scanned pages 60 MB.
    max_unpacked: int = 500_000_000
    max_ratio: int = (
        1_000  # XML of real DOCX packs up to 40 to 1, an empty sheet 100 to 1; deflate ends at 1,032.
    )
    max_members: int = 5_000  # A DOCX has some 20, an OFD of 1,000 pages 3,000.
    max_pages: int = 5_000  # The longest real compilation has 2,000.
    max_chars: int = 10_000_000  # 2,000 pages are 3 million characters.
    max_cells: int = 1_000_000
    max_depth: int = 1_000  # Saved pages nest up to 45 deep, parsers of browsers cut at 512.
    max_pixels: int = 120_000_000  # A0 at 300 dpi has 139 million, A3 17 million.
    seconds: float = 60.0
    ocr_seconds: float = 60.0
    memory_mb: int = 3_000


def current_limits(environment: Mapping[str, str] = os.environ) -> Limits:
    """The defaults, changed by `NOTICE_LIMITS="seconds=120 memory_mb=6000"` where that is set.

    Raises Unreadable if the variable names an unknown limit, or gives it no number with which anything can be read.
    """
    return with_changes(Limits(), environment.get(VARIABLE, ""))


def with_changes(limits: Limits, words: str) -> Limits:
    """`limits` with each `name=number` of `words` (parted by blanks or commas) put in."""
    kinds = {field.name: type(getattr(limits, field.name)) for field in fields(limits)}
    changes: dict[str, float] = {}
    for word in words.replace(",", " ").split():
        name, _, value = word.partition("=")
        try:
            changes[name] = kinds[name](value)
        except (KeyError, ValueError):
            changes[name] = 0
        least, most = RANGES.get(name, RANGES[""])
        if not least <= changes[name] <= most:  # So it is for nan.
            remedy = say(
                "give_limit_between", least=f"{least:,.0f}", most=f"{most:,.0f}", known=" ".join(kinds)
            )
            raise Unreadable(say("wrong_limit", variable=VARIABLE, said=word[:_SHOWN]), remedy)
    return replace(limits, **changes)  # type: ignore[arg-type]
