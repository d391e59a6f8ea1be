"""Image files → the pages in them, each as a picture with its resolution."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from pipeline.messages import say
from pipeline.model import Unreadable
from pipeline.read.limits import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

    from pipeline.read.ocr.ink import Picture

DPI = 300
# A4 is 8.27 inches wide. Images made for the web say 72 or 96 dots an inch whatever was scanned.
_A4 = (8.27, 11.69)
_SMALLEST_PAGE, _LARGEST_PAGE = 5.0, 17.0
# Longer than this (times its width) it is no sheet but a web page or phone screen in one picture.
_TALLEST = 1.7
_SHEET = 1.414


def image_to_pictures(content: bytes, limits: Limits) -> Iterator[tuple[Picture, float]]:
    """(height x width x 3 picture at 300 dots an inch, points an inch of it) of each page of an image file.

    Unreadable if it is damaged or larger than `limits` allows.
    """
    for image in _frames(content, limits):
        scale = DPI / _resolution(image)
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        if size[0] * size[1] > limits.max_pixels:
            raise _too_large(size, limits)
        upright = image if abs(scale - 1) < 0.1 else image.resize(size, resample=_resampling(scale))
        dpi = DPI if upright is not image else DPI / scale
        for sheet in cut_sheets(np.asarray(upright, dtype=np.uint8)):
            yield sheet, dpi


def _frames(content: bytes, limits: Limits) -> Iterator[Image]:
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as file:
                for number, frame in enumerate(ImageSequence.Iterator(file), 1):
                    if frame.width * frame.height > limits.max_pixels:
                        raise _too_large(frame.size, limits)
                    if number > limits.max_pages:
                        raise Unreadable(say("over_pages", most=limits.max_pages), say("split_file"))
                    yield _on_paper(ImageOps.exif_transpose(frame))
    except Image.DecompressionBombError as error:
        raise Unreadable(say("picture_over_pixels", most=limits.max_pixels), say("scan_at_300")) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise Unreadable(say("damaged_picture"), say("scan_again")) from error


def _too_large(size: tuple[int, int], limits: Limits) -> Unreadable:
    width, height = size
    why = say("picture_too_many_pixels", width=width, height=height, most=limits.max_pixels)
    return Unreadable(why, say("scan_at_300"))


def _on_paper(image: Image) -> Image:
    """In red, green and blue; what shows through is white paper."""
    from PIL import Image

    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    return image.convert("RGB")


def _resolution(image: Image) -> float:
    """Dots an inch: what the file says if that makes a sheet of paper, else as if it were A4."""
    said = image.info.get("dpi", (0, 0))[0]
    if said and _SMALLEST_PAGE <= image.width / float(said) <= _LARGEST_PAGE:
        return float(said)
    return image.width / _A4[image.width > image.height]


def _resampling(scale: float) -> int:
    from PIL import Image

    return Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX


def cut_sheets(picture: Picture) -> Iterator[Picture]:
    """A picture much longer than a sheet of paper is cut where nothing is printed."""
    height, width = picture.shape[:2]
    start, sheet = 0, round(width * _SHEET)
    while height - start > _TALLEST * width:
        blank = picture[start + sheet // 2 : start + sheet].min(axis=(1, 2)) > 200
        rows = np.flatnonzero(blank)
        cut = start + sheet // 2 + int(rows[-1]) if len(rows) else start + sheet
        yield picture[start:cut]
        start = cut
    yield picture[start:]
