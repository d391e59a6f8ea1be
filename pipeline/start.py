"""What lets a run over a few notices end sooner: measured, and without a change to any row."""

from __future__ import annotations

import gc
import os
import sys

# What notices become is trees without cycles: looking for cycles 700 objects apart took 6 % of a warm run, 100,000 apart 3 % of
# one over ten thousand notices.
COLLECTS = (1_000_000, 50, 50)


def lean() -> None:
    """For a process that reads notices, publishes them and ends; called before anything of it is loaded.

    pyarrow loads numpy if it is there, which took a tenth; nothing here asks pyarrow for arrays of numpy, and
    whoever wants numpy itself (character recognition) loads it later all the same. The allocator that pyarrow brings holds
    on to what was freed: the tables of two hundred notices took a fifth more memory with it, and a quarter more time.
    """
    gc.set_threshold(*COLLECTS)
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if {"numpy", "pyarrow"} & set(sys.modules):
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import pyarrow.parquet  # noqa: F401
    finally:
        del sys.modules["numpy"]
