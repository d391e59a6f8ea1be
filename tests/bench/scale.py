"""From a thousand notices to a hundred thousand: time, memory and files of a run, of one notice more, of their difference.

    python tests/bench/scale.py [--n 1000] [--cached 0] [--short 0] [--keep FOLDER]

The notices are copies of texts of ../shared/corpus and raw/ with numbers, names of counties and document numbers of
their own, so that they are neither copies of each other nor of one place. Measured are N/4 and N notices, in seconds of
the processor with all processes, and in MB of the largest process; an exponent says how a figure grew from the one to
the other (1 is linear, 0 is not at all). `--cached` are as many of which the cache has what each gave, so that only
publishing is measured (reading is bound notice by notice); `--short` too, of three lines made up.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
CORPUS = ROOT.parent / "shared" / "corpus"
# What nobody looks into.
HELD_OUT = ("沈阳_物业信用", "安阳_房地产意见", "科技_20180730", "坪山")
LONGEST = 12_000
NUMBER = regex.compile(r"(?<![\d.〔第:/－-])\d{2,3}(?![\d年月日号〕.:/－-])")
SERIAL = regex.compile(r"(?<=〔\d{4}〕)\d+")
SHORT = """{county}人民政府关于做好第{n}号项目的通知
{letter}政发〔2024〕{n}号
到2025年底前，全县新增养老床位{beds}张以上。（责任单位：{county}民政局）
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and by the clock, MB of the largest process."""

    seconds: float
    clock: float
    peak: float

    def __str__(self) -> str:
        return f"{self.seconds:8.2f} s cpu {self.clock:8.2f} s {self.peak:7.0f} MB"


def texts() -> list[str]:
    """The texts that copies are made of."""
    paths = [*(ROOT / "raw").glob("*.txt")]
    for begin in ("txt_", "md_", "slice_"):
        paths += CORPUS.glob(f"{begin}*")
    allowed = (path for path in sorted(paths) if not any(word in path.name for word in HELD_OUT))
    read = (path.read_text("utf-8", "replace") for path in allowed)
    return [text for text in read if len(text) <= LONGEST]


def places() -> list[str]:
    rows = (ROOT / "pipeline" / "lexicons" / "regions.tsv").read_text("utf-8").splitlines()
    names = {cell for row in rows if not row.startswith("#") for cell in row.split("\t")}
    return sorted(name for name in names if regex.fullmatch(r"\p{Han}{2,4}[省市县区]", name))


def counties() -> list[str]:
    return [name for name in places() if name[-1] in "县区"]


def with_place(text: str) -> tuple[str, str]:
    """The text, and the place it speaks of most; its title says it, where it spoke of none."""
    counted = Counter(name for name in places() if name in text for _ in range(text.count(name)))
    place = counted.most_common(1)[0][0] if counted else "某县"
    head, about, rest = text.partition("关于")
    return (text if place in head else f"{head}{place}{about}{rest}"), place


def varied(known: tuple[str, str], n: int, names: list[str]) -> str:
    """A notice of another county, with other numbers."""
    chance = random.Random(n)
    text, place = known
    text = SERIAL.sub(str(n), text.replace(place, names[n % len(names)]))
    return NUMBER.sub(lambda match: str(int(match[0]) + chance.randint(1, 89)), text)


def fill(raw: Path, count: int) -> None:
    """Makes `raw` a folder of so many notices."""
    raw.mkdir(parents=True, exist_ok=True)
    names, known = counties(), [with_place(text) for text in texts()]
    for n in range(count):
        path = raw / f"n{n * 7919 % 1_000_003:07}.txt"
        path.write_text(varied(known[n % len(known)], n, names), "utf-8")


def fill_from_cache(folder: Path, count: int, short: bool) -> None:
    """Makes raw/ a folder of so many files, of which the cache has what each gave."""
    from pipeline.recalled import program_cache
    from tests.bench import scale_clones

    os.environ["NOTICE_CACHE"] = str(folder / "cache")
    cache = program_cache()
    assert cache is not None
    known = [with_place(text) for text in texts()]
    said = [varied(one, scale_clones.SERIAL, [scale_clones.COUNTY]) for one in known]
    if short:
        said = [SHORT.format(county=scale_clones.COUNTY, letter="万", n=scale_clones.SERIAL, beds=100)]
    portions = [scale_clones.text_to_portion(text, folder / "one") for text in said]
    portions = [portion for portion in portions if scale_clones.is_of_county(portion)]
    rows = (ROOT / "pipeline" / "lexicons" / "regions.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    names = [(one[1], one[0]) for one in cells if len(one) > 1 and len(one[1]) == 3 and one[1][-1] == "县"]
    scale_clones.fill(folder / "raw", cache, portions, count, names)


def measured(*command: str | Path, cache: Path) -> Cost:
    """What a command costs with all the processes it starts."""
    # Compiled modules and patterns are kept, as they are everywhere.
    without = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", *map(str, command)],
        cwd=ROOT, env={**without, "NOTICE_CACHE": str(cache)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stderr is not None
    said = process.stderr.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command}: {said[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def steps(folder: Path) -> Iterator[tuple[str, Cost]]:
    """First run, nothing changed, one notice more, and the difference that makes."""
    raw, out, cache, before = (folder / name for name in ("raw", "out", "cache", "before"))
    # Once, so that compiled patterns are there as they are for everybody who read anything.
    (folder / "warm.txt").write_text(varied(with_place(texts()[0]), 2_000_000, counties()), "utf-8")
    measured("extract", folder / "warm.txt", "--out", folder / "warm", "--quiet", cache=cache)
    yield "first run", measured("extract", raw, "--out", out, "--quiet", cache=cache)
    time.sleep(2.1)  # What was written in the last moments is not remembered.
    yield "nothing changed", measured("extract", raw, "--out", out, "--quiet", cache=cache)
    shutil.copytree(out, before, copy_function=os.link)
    (raw / "n0500000a.txt").write_text(varied(with_place(texts()[0]), 1_000_000, counties()), "utf-8")
    yield "one more", measured("extract", raw, "--out", out, "--quiet", cache=cache)
    yield "its difference", measured("diff", before, out, "--limit", "5", cache=cache)


def table(count: int, folder: Path) -> dict[str, Cost]:
    """Prints what each step costs."""
    found: dict[str, Cost] = {}
    for name, cost in steps(folder):
        found[name] = cost
        print(f"{count:>8} {name:<16}{cost}", flush=True)
    sizes = [(path.stat().st_size, path.suffix) for path in (folder / "out").rglob("*") if path.is_file()]
    parquet = sum(size for size, suffix in sizes if suffix == ".parquet") / 1e6
    print(
        f"{count:>8} {'files':<16}{len(sizes):>8} {sum(s for s, _ in sizes) / 1e6:.0f} MB, {parquet:.0f} of it Parquet"
    )
    return found


def exponent(less: float, more: float, times: float) -> float:
    return math.log(more / less) / math.log(times)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--n", type=int, default=1000)
    arguments.add_argument("--cached", type=int, default=0)
    arguments.add_argument("--short", type=int, default=0)
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        for kind in ("n", "cached", "short"):
            if count := getattr(given, kind):
                compared(count, folder / kind, kind)


def compared(count: int, folder: Path, kind: str) -> None:
    """Prints what a quarter of so many notices costs, what they cost, and how that grew."""
    tables = []
    for of in (count // 4, count):
        if kind == "n":
            fill(folder / f"{of}" / "raw", of)
        else:
            fill_from_cache(folder / f"{of}", of, kind == "short")
        tables.append(table(of, folder / f"{of}"))
    few, many = tables
    for name, cost in many.items():
        of_time = exponent(few[name].seconds, cost.seconds, 4)
        of_memory = exponent(few[name].peak, cost.peak, 4)
        print(f"exponents {name:<16}time {of_time:5.2f} memory {of_memory:5.2f}", flush=True)


if __name__ == "__main__":
    main()
