"""openpyxl, without what it would load for arrays and pictures: no cell holds any, and a spreadsheet took three times as long."""

from __future__ import annotations

from pipeline.start import without

with without("numpy", "PIL"):
    from openpyxl import load_workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Worksheet", "load_workbook"]
