"""Where things stand in what Thrift writes, compact protocol: fields of a struct, lists, numbers. What is damaged fails with
ValueError or IndexError."""

from __future__ import annotations

from collections.abc import Callable

# Types of values in Thrift's compact protocol.
_TRUTHS, _BYTE, _VARINTS, _DOUBLE, _BINARY, LIST, _SET, STRUCT = (1, 2), 3, (4, 5, 6), 7, 8, 9, 10, 12
_SIZES = {**dict.fromkeys(_TRUTHS, 0), _BYTE: 1, _DOUBLE: 8}
# Number, type and place of a field → where it ends, from who looked into it; None from who did not.
Look = Callable[[int, int, int], int | None]


def look_through(said: bytes, at: int, look: Look) -> int:
    """Shows `look` each field of the struct that begins at a place; where the struct ends. Nothing is gone through twice."""
    number = 0
    while head := said[at]:
        at += 1
        if head >> 4:
            number += head >> 4
        else:
            number, at = integer_at(said, at)
        end = look(number, head & 15, at)
        at = _after(said, at, head & 15) if end is None else end
    return at + 1


def hold(kind: int, kinds: tuple[int, ...]) -> None:
    """ValueError for a field of another type than it has."""
    if kind not in kinds:
        raise ValueError(f"type {kind} in a Parquet footer")


def number_at(said: bytes, at: int, kind: int) -> tuple[int, int]:
    """The number that a field is, and where it ends. ValueError where the field is none."""
    hold(kind, _VARINTS)
    return integer_at(said, at)


def _after(said: bytes, at: int, kind: int) -> int:
    """Where a value ends. Truths have none: their type says them. ValueError for a type that there is not."""
    if kind in _VARINTS:
        while said[at] & 128:
            at += 1
        return at + 1
    if kind == _BINARY:
        length, at = plain_at(said, at)
        return at + length
    if kind == STRUCT:
        while head := said[at]:
            at += 1
            if not head >> 4:  # The number of the field stands behind.
                at = _after(said, at, _VARINTS[0])
            if head & 15 in _VARINTS:  # Most are.
                while said[at] & 128:
                    at += 1
                at += 1
            else:
                at = _after(said, at, head & 15)
        return at + 1
    if kind in (LIST, _SET):
        count, place = list_at(said, at)
        of = said[at] & 15
        for _ in range(count):
            place = _after(said, place, _BYTE if of in _TRUTHS else of)
            if place > len(said):
                raise ValueError("a list in a Parquet footer that ends behind it")
        return place
    hold(kind, tuple(_SIZES))
    return at + _SIZES[kind]


def list_at(said: bytes, at: int) -> tuple[int, int]:
    """How many values a list has, and where the first begins."""
    count = said[at] >> 4
    return (count, at + 1) if count < 15 else plain_at(said, at + 1)


def plain_at(said: bytes, at: int) -> tuple[int, int]:
    """A number without sign, and where it ends."""
    value = shift = 0
    while (byte := said[at]) & 128:
        value |= (byte & 127) << shift
        shift, at = shift + 7, at + 1
    return value | byte << shift, at + 1


def integer_at(said: bytes, at: int) -> tuple[int, int]:
    value, end = plain_at(said, at)
    return (value >> 1) ^ -(value & 1), end


def varint(value: int) -> bytes:
    if value < 1 << 7:
        return bytes((value,))
    # Places in a file have three or four bytes, and there are a hundred thousand of them in the tables of a large set.
    if value < 1 << 21:
        low = value & 127 | 128
        return (
            bytes((low, value >> 7)) if value < 1 << 14 else bytes((low, value >> 7 & 127 | 128, value >> 14))
        )
    return bytes((value & 127 | 128, value >> 7 & 127 | 128, value >> 14 & 127 | 128)) + varint(value >> 21)


def zigzag(value: int) -> bytes:
    return varint(value << 1 ^ value >> 63)
