"""office.py: a school that works in LibreOffice. See `run_office`, which starts this with Debian's own Python.

`form --xlsx` makes the workbooks of the example town. LibreOffice opens one and saves it, as a school does that looks first; then
answers are typed into the cells that are open, and it is saved as .xlsx, .ods and .csv. What `receive` makes of each must be the very
changes that it makes of the same answers in the form of the site.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("WEGWIJS", str(REPOSITORY / "build/release/wegwijs"))
SCHOOL = "iepenhof-college"
DAY = "2026-11-27"
SOURCE = {"soort": "schoolgids", "titel": "Gids “2026” & verder"}
ROLE = "Zorgcoördinator"
# By row: as the form of the site sends it, and what somebody types into the columns of the workbook.
ANSWERS = {
    "faalangst": ({"antwoord": "klopt"}, {"answer": "Klopt nog"}),
    "teruggetrokken": ({"antwoord": "klopt_niet"}, {"answer": "Klopt niet"}),
    "dyslexie": ({"antwoord": "deels", "uitleg": "Voorlezen; “grote” letters & meer, à volonté (1.5)."},
                 {"answer": "Deels", "explanation": "Voorlezen; “grote” letters & meer, à volonté (1.5)."}),
    "rekenachterstand": ({"antwoord": "ja", "uitleg": "Op dinsdag.", "niveaus": ["havo", "vwo"], "leerjaren": ["1", "2"], "aantal": "1.5", "eenheid": "uur per week"},
                         {"answer": "Ja", "explanation": "Op dinsdag.", "levels": "havo, vwo", "years": "1, 2", "amount": "1.5", "unit": "uur per week"}),
    "sociale_vaardigheden": ({"antwoord": "in_ontwikkeling", "uitleg": "Vanaf volgend jaar.", "vanaf": "2027-08"},
                             {"answer": "In ontwikkeling", "explanation": "Vanaf volgend jaar.", "from": "2027-08"}),
    "extra_didactiek": ({"antwoord": "nee", "uitleg": "2026-12-01"}, {"answer": "Nee", "explanation": "2026-12-01"}),
}
COLUMNS = ["topic", "now", "answer", "explanation", "levels", "years", "amount", "unit", "from", "page", "key", "seen"]
TOP = {"Uw functie": ROLE, "Waar staat dit?": "Schoolgids", "Naam van het document": SOURCE["titel"], "Ingevuld op": DAY}
FILTERS = {"xlsx": ("Calc MS Excel 2007 XML", ""), "ods": ("calc8", ""), "csv": ("Text - txt - csv (StarCalc)", "59,34,76,1")}
TEXT_FORMAT = 256  # com.sun.star.util.NumberFormat.TEXT


def property_value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    """One LibreOffice without a window, with a profile of its own."""

    def __init__(self, folder):
        self.name = f"wegwijs-{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(folder / 'profiel').as_uri()}", f"--accept=pipe,name={self.name};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={self.name};urp;StarOffice.ComponentContext")
                self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
                return
            except Exception:  # it is not there yet: the bridge has no exception of its own for that
                time.sleep(0.2)
        sys.exit("LibreOffice begint niet")

    def open(self, path):
        document = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (property_value("Hidden", True),))
        if document is None:
            sys.exit(f"LibreOffice opent {path.name} niet")
        return document

    @staticmethod
    def save(document, path):
        name, options = FILTERS[path.suffix[1:]]
        document.storeToURL(path.as_uri(), (property_value("FilterName", name), property_value("FilterOptions", options)))

    def stop(self):
        try:
            self.desktop.terminate()
        except Exception:  # the bridge goes with the process
            pass
        self.process.wait(30)


class Form:
    """The first sheet of a workbook, by what its cells say."""

    def __init__(self, document):
        self.document = document
        self.sheet = document.Sheets.getByIndex(0)
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.rows = range(cursor.RangeAddress.EndRow + 1)
        self.key_column = COLUMNS.index("key")

    def cell(self, row, column):
        return self.sheet.getCellByPosition(column, row)

    def row_with(self, words, column):
        return next(row for row in self.rows if self.cell(row, column).String == words)

    def type(self, row, column, text):
        """As somebody types it: not where a cell is locked, nor what is not in its list; a day becomes a day where the cell is no text."""
        cell = self.cell(row, column)
        if cell.CellProtection.IsLocked:
            sys.exit(f"rij {row + 1}, kolom {column + 1} is op slot: daar kan niemand '{text}' typen")
        if cell.Validation.Type.value == "LIST" and text not in self.choices(cell):
            sys.exit(f"rij {row + 1}: '{text}' staat niet in de lijst {self.choices(cell)}")
        if self.document.NumberFormats.getByKey(cell.NumberFormat).Type & TEXT_FORMAT:
            cell.String = text
        else:
            cell.FormulaLocal = text

    def choices(self, cell):
        area = re.search(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)", cell.Validation.getFormula1())
        source = self.document.Sheets.getByName("Lijsten").getCellRangeByName(f"{area[1]}{area[2]}:{area[3]}{area[4]}")
        return [line[0] for line in source.DataArray]

    def fill_in(self):
        for words, text in TOP.items():
            self.type(self.row_with(words, 0), 1, text)
        for key, (_, cells) in ANSWERS.items():
            row = self.row_with(key, self.key_column)
            for name, text in cells.items():
                self.type(row, COLUMNS.index(name), text)

    def looks(self):
        """What a save must leave as it is."""
        return {
            "rows with a list": [row for row in self.rows if self.cell(row, 2).Validation.Type.value == "LIST"],
            "hidden columns": [column for column in range(len(COLUMNS)) if not self.sheet.Columns.getByIndex(column).IsVisible],
            "hidden rows": [row for row in self.rows if not self.sheet.Rows.getByIndex(row).IsVisible],
            "open cells": [(row, column) for row in self.rows for column in range(len(COLUMNS)) if not self.cell(row, column).CellProtection.IsLocked],
            "help": self.sheet.Annotations.Count,
            "is protected": self.sheet.isProtected(),
            "list sheet is hidden": not self.document.Sheets.getByName("Lijsten").IsVisible,
            "texts": [self.cell(row, column).String for row in self.rows for column in range(len(COLUMNS))],
        }


def received(portal, file):
    run = subprocess.run([PROGRAM, "receive", str(file), "--format", "json", "--root", str(portal), "--theme", str(REPOSITORY / "themes/wegwijs"), "--clock", "2026-11-29"],
                         capture_output=True, text=True, check=False)
    told = json.loads(run.stdout)
    if run.returncode != 0 or len(told) != 1:
        sys.exit(f"{file.name}: code {run.returncode}: {run.stdout}{run.stderr}")
    # In which cell or field it stood is all that may differ.
    answers = [{name: value for name, value in answer.items() if name != "plaats"} for answer in told[0]["antwoorden"]]
    return {"answers": answers, "change": told[0].get("wijziging"), "day": told[0]["ingevuld_op"], "role": told[0].get("functie"), "remarks": told[0]["opmerkingen"]}


def main():
    with tempfile.TemporaryDirectory(prefix="wegwijs-kantoor-") as name:
        folder = pathlib.Path(name).resolve()
        portal = folder / "portaal"
        shutil.copytree(REPOSITORY / "tests/sites/voorbeeldstad", portal)
        subprocess.run([PROGRAM, "form", "--xlsx", str(folder / "werkboeken"), "--root", str(portal), "--theme", str(REPOSITORY / "themes/wegwijs"), "--clock", DAY],
                       check=True, stdout=subprocess.DEVNULL)
        office = Office(folder)
        try:
            made = folder / f"werkboeken/{SCHOOL}.xlsx"
            document = office.open(made)
            looks = Form(document).looks()
            looked_at = folder / "bekeken.xlsx"
            office.save(document, looked_at)
            document.close(False)
            document = office.open(looked_at)
            form = Form(document)
            again = form.looks()
            lost = [part for part in looks if looks[part] != again[part]]
            if lost:
                sys.exit("na bewaren is anders: " + "; ".join(f"{part}: {looks[part]} werd {again[part]}" for part in lost))
            if not looks["rows with a list"] or not looks["hidden columns"] or not looks["help"]:
                sys.exit(f"het werkboek heeft niet wat het moet hebben: {looks}")
            seen = {key: form.cell(form.row_with(key, form.key_column), COLUMNS.index("seen")).String for key in ANSWERS}
            form.fill_in()
            for ending in FILTERS:
                office.save(document, folder / f"ingevuld.{ending}")
            document.close(False)
        finally:
            office.stop()
        of_site = folder / "formulier.json"
        of_site.write_text(json.dumps({"soort": "wegwijs-wijziging", "versie": 1, "verzameling": "scholen", "id": SCHOOL, "naam": "", "gemaakt_op": DAY, "functie": ROLE, "bron": SOURCE,
                                       "antwoorden": [{"veld": key, "gezien": seen[key]} | answer for key, (answer, _) in ANSWERS.items()]}), encoding="utf-8")
        expected = received(portal, of_site)
        if len(expected["answers"]) != len(ANSWERS) or any(answer["oordeel"] == "niet_begrepen" for answer in expected["answers"]):
            sys.exit(f"de antwoorden van de proef worden niet begrepen: {expected['answers']}")
        wrong = 0
        for ending in FILTERS:
            found = received(portal, folder / f"ingevuld.{ending}")
            for part in expected:
                if found[part] != expected[part]:
                    wrong += 1
                    print(f".{ending}, {part}: {json.dumps(found[part], ensure_ascii=False)}\n  in plaats van {json.dumps(expected[part], ensure_ascii=False)}")
        print(f"{len(ANSWERS)} antwoorden in {len(FILTERS)} soorten bestanden door LibreOffice, {wrong} anders")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
