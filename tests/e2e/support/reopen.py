"""Opens saved files as other programs do, and prints their cells as JSON: python3 reopen.py FILE…

A workbook is a list of sheets, [name, rows]; a CSV file is a list of rows. Texts are texts, numbers are numbers, an empty
cell is an empty text. A formula, and a number that is not shown in thousands, is an error.
"""

import csv
import json
import sys

import openpyxl


def cell(one):
    if one.value is None:
        return ""
    if one.data_type == "s":
        return one.value
    if one.data_type == "n" and one.number_format == "#,##0":
        return one.value
    sys.exit(f"{one.coordinate} is of the kind {one.data_type!r}, format {one.number_format!r}: {one.value!r}")


def opened(path):
    if path.endswith(".xlsx"):
        book = openpyxl.load_workbook(path)
        return [[sheet.title, [[cell(one) for one in row] for row in sheet.iter_rows()]] for sheet in book]
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


print(json.dumps([opened(path) for path in sys.argv[1:]]))
