"""Character recognition of scans and images, with the packages of the extra `ocr`.

They are imported when a page is read, never when this package is.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from pipeline.bounds import more_time
from pipeline.messages import say
from pipeline.model import Span, Unreadable
from pipeline.read.limits import Limits, current_limits
from pipeline.read.ocr.page import OcrCell, OcrLine, OcrPage, OcrTable, add_ocr_page
from pipeline.read.parts import Parts, TextBuilder

if TYPE_CHECKING:
    from pipeline.read.ocr.ink import Picture

__all__ = [
    "REMEDY", "OcrCell", "OcrLine", "OcrPage", "OcrTable", "add_ocr_page", "is_available", "page_to_lines",
    "read_image",
]  # fmt: skip

REMEDY = say("install_recognition")
_PACKAGES = ("rapidocr", "onnxruntime", "cv2")
_MEDIA_TYPES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
    (b"II", "image/tiff"),
    (b"MM", "image/tiff"),
)


def is_available() -> bool:
    """Whether the packages of the extra `ocr` are installed."""
    return all(find_spec(name) is not None for name in _PACKAGES)


def page_to_lines(picture: Picture, dpi: float) -> OcrPage:
    """What a picture of a page says: lines and ruled tables in reading order, boxes in points.

    `picture` is height x width x 3 (red, green, blue; 8 bits each) at `dpi` dots an inch, best 300.
    Raises Unreadable if the extra `ocr` is not installed.
    """
    if not is_available():
        raise Unreadable(say("recognition_missing"), REMEDY)
    from pipeline.read.ocr.recognise import picture_to_page

    more_time(current_limits().ocr_seconds)
    return picture_to_page(picture, dpi)


def read_image(content: bytes, name: str, limits: Limits) -> Parts:
    """The notice on an image file (PNG, JPEG, TIFF with one or more pages).

    Raises Unreadable if the extra `ocr` is not installed, the image is damaged or too large, or
    nothing can be read on it.
    """
    if not is_available():
        raise Unreadable(say("image_without_recognition"), REMEDY)
    from pipeline.read.ocr.image import image_to_pictures

    builder, doubtful = TextBuilder(), list[Span]()
    for number, (picture, dpi) in enumerate(image_to_pictures(content, limits), 1):
        page = page_to_lines(picture, dpi)
        doubtful += add_ocr_page(page, number, builder)
        builder.end_page(page.width, page.height, "ocr")
    text = builder.text()
    if not text.strip():
        raise Unreadable(say("picture_without_words"), say("check_scan"))
    return Parts(
        text=text,
        media_type=next((kind for magic, kind in _MEDIA_TYPES if content.startswith(magic)), "image/*"),
        pages=tuple(builder.pages),
        grids=tuple(builder.grids),
        boxes=tuple(builder.boxes),
        text_quality="ocr",
        doubtful=tuple(doubtful),
    )
