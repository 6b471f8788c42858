"""Writes a workbook again in the office programs' own format: python3 as_ods.py FROM.xlsx TO.ods"""

import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

import openpyxl

KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "manifest")
)


def cell(value):
    if value is None:
        return "<table:table-cell/>"
    kind = 'office:value-type="string"' if isinstance(value, str) else f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def sheet(one):
    rows = ("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in one.iter_rows(values_only=True))
    return f"<table:table table:name={quoteattr(one.title)}>{''.join(rows)}</table:table>"


book = openpyxl.load_workbook(sys.argv[1])
content = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.2"><office:body>'
    f"<office:spreadsheet>{''.join(map(sheet, book))}</office:spreadsheet></office:body></office:document-content>"
)
manifest = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {SPACES} manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("mimetype", KIND, zipfile.ZIP_STORED)
    file.writestr("content.xml", content)
    file.writestr("META-INF/manifest.xml", manifest)
