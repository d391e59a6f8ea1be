"""The XML of an .xlsx around its rows: how a sheet begins and ends, looks, names, and what holds the sheets together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LINKS_START = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
LINKS_END = "</Relationships>"

# The looks of cells, in the order of their numbers: plain, over several lines, cut at the edge, a day, a head, a link.
PLAIN, WRAPPED, CUT, DAY, HEAD, LINK = range(1, 7)
_ALIGNED = {
    PLAIN: '<xf xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
    WRAPPED: '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    CUT: '<xf xfId="0" applyAlignment="1"><alignment horizontal="fill" vertical="top"/></xf>',
    DAY: '<xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
    HEAD: '<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    LINK: '<xf xfId="0" fontId="2" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>',
}
_FONT = '<sz val="11"/>{}<name val="Calibri"/><family val="2"/>'
_BLUE = '<color rgb="FF0563C1"/>'
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    f'<fonts count="3"><font>{_FONT.format("")}</font><font><b/>{_FONT.format("")}</font>'
    f"<font><u/>{_FONT.format(_BLUE)}</font></fonts>"
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs><xf/></cellStyleXfs>"
    f'<cellXfs count="{1 + len(_ALIGNED)}"><xf xfId="0"/>{"".join(_ALIGNED.values())}</cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def sheet_start(widths: Sequence[int], is_first: bool) -> str:
    """The head and the first column stay; columns of a width below 0 are folded away."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{abs(width)}" customWidth="1"{_FOLDED if width < 0 else ""}/>'
        for n, width in enumerate(widths, 1)
    )
    chosen = ' tabSelected="1"' if is_first else ""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView{chosen} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" '
        'activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15" outlineLevelCol="1"/><cols>{columns}</cols><sheetData>'
    )


_FOLDED = ' hidden="1" outlineLevel="1"'


def sheet_end(last: str, links: Iterable[str]) -> str:
    """`last` is the last cell: filters stand over all."""
    linked = "".join(links)
    linked = f"<hyperlinks>{linked}</hyperlinks>" if linked else ""
    return (
        f'</sheetData><autoFilter ref="A1:{last}"/>{linked}'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def link(n: int, address: str) -> str:
    """The n-th place outside that a sheet leads to."""
    start = _LINKS_START if n == 1 else ""
    return f'{start}<Relationship Id="rId{n}" Type="{_OFFICE}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'


def names(n: int, title: str, last: str, printed: str) -> str:
    """What of the n-th sheet is filtered and printed (columns up to `printed`), and the row that stands on every page."""
    whose = "'" + title.replace("'", "''") + "'"
    cell = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    column = last.removesuffix(cell)
    said = {
        "_xlnm._FilterDatabase": f"{whose}!$A$1:${column}${cell}",
        "_xlnm.Print_Area": f"{whose}!$A$1:${printed}${cell}",
        "_xlnm.Print_Titles": f"{whose}!$1:$1",
    }
    return "".join(
        f'<definedName name="{name}" localSheetId="{n}"{_HIDDEN if "Filter" in name else ""}>{escape(text)}</definedName>'
        for name, text in said.items()
    )


_HIDDEN = ' hidden="1"'


def opening(n: int) -> Mapping[str, str]:
    """The parts that stand first in the file, by name: by these programs know what it is. For `n` sheets."""
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{one}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for one in range(1, n + 1)
    )
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{kinds}</Types>'
        ),
        "_rels/.rels": f"{_LINKS_START}{_relation('rId1', 'officeDocument', 'xl/workbook.xml')}{LINKS_END}",
        "xl/styles.xml": _STYLES,
    }


def closing(titles: Sequence[str], defined: Iterable[str]) -> Mapping[str, str]:
    """The parts that hold the sheets together, by name."""
    numbered = list(enumerate(titles, 1))
    sheets = "".join(f'<sheet name={quoteattr(t)} sheetId="{n}" r:id="rId{n}"/>' for n, t in numbered)
    within = "".join(_relation(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered)
    return {
        "xl/_rels/workbook.xml.rels": f"{_LINKS_START}{within}{_relation('rIdS', 'styles', 'styles.xml')}{LINKS_END}",
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
            f"<sheets>{sheets}</sheets><definedNames>{''.join(defined)}</definedNames></workbook>"
        ),
    }


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
