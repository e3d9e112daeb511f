"""fill_workbook.py FORM FILLED ANSWERS: types answers into the workbook that `form --xlsx` made, as a spreadsheet program saves them.

ANSWERS is JSON: {"top": {"Uw functie": "…"}, "rows": {"lift": {"C": "Ja", "D": "…"}}}, the cells of a row by the letter of their column.
Everything else in the workbook stays as it was.
"""
import json
import re
import sys
import zipfile
from xml.sax.saxutils import escape, unescape

form, filled, answers = sys.argv[1:4]
wanted = json.loads(answers)
archive = zipfile.ZipFile(form)
SHEET = "xl/worksheets/sheet1.xml"
sheet = archive.read(SHEET).decode("utf-8")
strings = [unescape(re.sub(r"<[^>]*>", "", one)) for one in
           re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode("utf-8"), re.S)]


def text_of(row, column):
    found = re.search(rf'<c r="{column}{row}"[^>]*t="s"><v>(\d+)</v></c>', sheet)
    return strings[int(found.group(1))] if found else ""


def type_into(row, column, text):
    global sheet
    cell = re.compile(rf'<c r="{column}{row}"( s="\d+")?/>')
    assert cell.search(sheet), f"{column}{row} is no open cell"
    sheet = cell.sub(lambda one: f'<c r="{column}{row}"{one.group(1) or ""} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>', sheet)


rows = [int(row) for row in re.findall(r'<row r="(\d+)"', sheet)]
row_named = {text_of(row, "A"): row for row in rows}
row_of_key = {text_of(row, "K"): row for row in rows}
for name, text in wanted["top"].items():
    type_into(row_named[name], "B", text)
for key, cells in wanted["rows"].items():
    for column, text in cells.items():
        type_into(row_of_key[key], column, text)
with zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as made:
    for name in archive.namelist():
        made.writestr(name, sheet if name == SHEET else archive.read(name))
