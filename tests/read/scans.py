"""Drawn pages as a cheap scanner gives them, and the files that scanners write."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

DPI = 300
# Office scanners feed a sheet half a degree to one degree askew.
_LEAST_TILT, _MOST_TILT = 0.5, 1.0
_BLUR, _GRAIN, _SPECKS = 1.6, 6.0, 400
_JPEG_QUALITY = 45
_MIDDLE = 128


def scanned(page: Image.Image, seed: int) -> Image.Image:
    """The page tilted, blurred, on grey paper unevenly lit, grainy, speckled, saved as JPEG; the same for one seed."""
    chance = random.Random(seed)
    tilt = chance.choice((-1, 1)) * chance.uniform(_LEAST_TILT, _MOST_TILT)
    page = page.rotate(tilt, Image.Resampling.BICUBIC, fillcolor="white")
    page = page.filter(ImageFilter.GaussianBlur(_BLUR))
    light = Image.linear_gradient("L").resize(page.size).point(lambda v: 205 + v // 6)
    page = Image.composite(page, Image.new("RGB", page.size, (120, 120, 115)), light)
    page = with_grain(page, seed)
    specks = ImageDraw.Draw(page)
    for _ in range(_SPECKS):
        x, y = chance.randrange(page.width), chance.randrange(page.height)
        specks.point((x, y), (90, 90, 90))
    out = io.BytesIO()
    page.save(out, "JPEG", quality=_JPEG_QUALITY)
    return Image.open(io.BytesIO(out.getvalue()))


def with_grain(page: Image.Image, seed: int) -> Image.Image:
    """The page with the noise of a sensor, the same in each colour."""
    # Of numpy's generators only this one promises the same numbers in every version. A quarter page of them is
    # laid four times: no reader can tell, and they are most of the work.
    noise = np.random.RandomState(seed).normal(_MIDDLE, _GRAIN, (page.height // 2 + 1, page.width // 2 + 1))
    tiled = np.tile(np.clip(noise, 0, 255).astype(np.uint8), (2, 2))[: page.height, : page.width]
    return ImageChops.add(page, Image.fromarray(tiled).convert("RGB"), 1, -_MIDDLE)


def with_seal(page: Image.Image, x: int, y: int) -> Image.Image:
    """The page with a round red seal printed over its words."""
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    draw.ellipse((x - 245, y - 245, x + 245, y + 245), outline=(225, 40, 40), width=14)
    draw.regular_polygon((x, y, 80), 5, fill=(225, 40, 40))
    return ImageChops.multiply(page, seal)


def as_tiff(pages: Sequence[Image.Image]) -> bytes:
    """One file of several pages, as fax machines and old scanners write it."""
    out = io.BytesIO()
    pages[0].save(
        out, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_deflate", dpi=(DPI, DPI)
    )
    return out.getvalue()


def as_pdf(pages: Sequence[Image.Image]) -> bytes:
    """A PDF of pictures alone, without a text layer, as most scanners write it."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=_JPEG_QUALITY)
    return out.getvalue()
