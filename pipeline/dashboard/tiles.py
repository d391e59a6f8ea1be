"""Where the tile of a province stands: a grid in which neighbours are near, and no outline is drawn."""

from __future__ import annotations

from collections.abc import Mapping

# First two digits of the code → column and row.
TILES: Mapping[str, tuple[int, int]] = {
    "23": (8, 0),
    "15": (6, 1), "22": (8, 1),
    "65": (0, 2), "11": (6, 2), "12": (7, 2), "21": (8, 2),
    "63": (1, 3), "62": (2, 3), "64": (3, 3), "61": (4, 3), "14": (5, 3), "13": (6, 3), "37": (7, 3),
    "54": (0, 4), "51": (2, 4), "50": (3, 4), "42": (4, 4), "41": (5, 4), "34": (6, 4), "32": (7, 4), "31": (8, 4),
    "53": (2, 5), "52": (3, 5), "43": (4, 5), "36": (5, 5), "35": (6, 5), "33": (7, 5),
    "45": (3, 6), "44": (4, 6), "81": (5, 6), "71": (7, 6),
    "46": (3, 7), "82": (4, 7),
}  # fmt: skip
