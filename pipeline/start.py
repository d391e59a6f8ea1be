"""What lets a run over a few notices end sooner: measured, and without a change to any row."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# What notices become is trees without cycles: looking for cycles 700 objects apart took 6 % of a warm run, 100,000 apart 3 % of
# one over ten thousand notices.
COLLECTS = (1_000_000, 50, 50)


_ours: list[int] = []


def own_process() -> None:
    """From here on the process is known to be one of this program alone, which loads what it likes, and ends."""
    _ours.append(os.getpid())


def lean() -> None:
    """For a process that reads notices, publishes them and ends; called before anything of it is loaded.

    pyarrow loads numpy if it is there, which took a tenth, and cloudpickle (the extra `cluster` brings it), which took a
    fiftieth; nothing here asks pyarrow for arrays of numpy or to pickle anything, and whoever wants them (character recognition,
    Dask) loads them later all the same. Without numpy pyarrow stays so until the process ends, and pandas, loaded behind it, breaks
    down: where somebody else's program called this one (`own_process` was not), pyarrow is loaded whole. Nor are its file systems of other machines asked for, which are reached by fsspec. The
    allocator that pyarrow brings holds on to what was freed: the tables of two hundred notices took a fifth more memory with it, and
    a quarter more time.
    """
    gc.set_threshold(*COLLECTS)
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if not _ours or {"numpy", "pyarrow"} & set(sys.modules):
        return
    with without("numpy", "cloudpickle", *_AFAR):
        import pyarrow.parquet  # noqa: F401


_AFAR = ("pyarrow._s3fs", "pyarrow._gcsfs", "pyarrow._azurefs", "pyarrow._hdfs")


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Within it these modules are as if they were not installed, unless they are loaded already: for libraries that load them
    where they can, and do without."""
    lacking = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(lacking))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in lacking:
            del sys.modules[name]
