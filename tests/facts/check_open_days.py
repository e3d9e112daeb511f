#!/usr/bin/env python3
"""Says whether every open day of the source is on the pages of the site, and nothing that is over: on the day on which
the source was read, and later, when some days are over. Usage: check_open_days.py [PROGRAM], by default
build/release/wegwijs."""
import csv
import datetime
import html
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from schools import whole_words  # noqa: E402

here = pathlib.Path(__file__).resolve().parent
repository = here.parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else str(repository / "build/release/wegwijs")
days = ["2026-10-08", "2026-11-28", "2027-02-12", "2027-04-01"]

weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december"]
kinds = {"open_dag": "Open dag", "open_avond": "Open avond", "open_middag": "Open middag",
         "lesjesmiddag": "Lesjesmiddag", "informatieavond": "Informatieavond",
         "informatiemiddag": "Informatiemiddag", "kennismaking": "Kennismaking", "anders": "Andere kennismaking"}
signing_up = {"ja": "Ja", "nee": "Nee", "onbekend": "Niet bekend"}
# These addresses name a year that is over: the page says so, and does not lead there.
older_links = {"https://tasc.espritscholen.nl/home/praktisch/open-dagen-2024/25",
               "https://barlaeus.nl/nieuws/open-dagen-2025/", "https://corneliushagalyceum.nl/open-dagen-25-26/"}

def in_words(day):
    return f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def text_of(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", whole_words(markup))).split())


def items_of(path):
    """Markup of each day on a page, by id."""
    markup = path.read_text(encoding="utf-8")
    parts = re.split(r"<li>\s*<h3>", markup)[1:]
    days = ((re.search(r'id="moment-([^"]*)"', part), part.split("</section>")[0]) for part in parts)
    return {found.group(1): part for found, part in days if found}


def schools(site):
    """Folder of the page of each school, by its name."""
    pages = {}
    for page in (site / "scholen").glob("*/index.html"):
        markup = page.read_text(encoding="utf-8")
        name = re.search(r"<h1>(.*?)</h1>", markup)
        # The form for a school that is not here yet is no school.
        if name and "data-form" not in markup:
            pages[html.unescape(whole_words(name.group(1)))] = page.parent
    return pages


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def check(row, where, item, faults):
    def wanted(words, what):
        if words not in text_of(item):
            faults.append(f"{where}: {what} '{words}' is not there")

    wanted(kinds[row["soort"]], "kind")
    wanted(row["locatie"], "place")
    wanted(signing_up[row["aanmelden"]], "signing up")
    for column in ("van", "tot"):
        if row[column]:
            hour, minute = row[column].split(":")
            wanted(f"{int(hour)}.{minute}", column)
    if not row["van"]:
        wanted("de tijd is niet bekend", "time")
    for word in re.findall(r"[\w.:]+", row["opmerking"]):
        word = re.sub(r"^(\d+):(\d\d)$", r"\1.\2", word)  # the site writes every time in one way
        word = {"ca.": "ongeveer"}.get(word, word)
        if word != "heet" and word.lower().rstrip(".:") not in text_of(item).lower():
            faults.append(f"{where}: '{word}' of the remark is not there")
    links = [html.unescape(link) for link in re.findall(r'href="([^"]*)"', item)]
    if row["bron_url"] not in links:
        faults.append(f"{where}: does not lead to {row['bron_url']}")
    if row["aanmeld_url"] in older_links:
        if row["aanmeld_url"] in links or "van een ouder jaar" not in text_of(item):
            faults.append(f"{where}: the link of an older year is published, or not named as such")
    elif row["aanmeld_url"] not in links:
        faults.append(f"{where}: does not lead to {row['aanmeld_url']}")


with open(here / "open-dagen.tsv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file, delimiter="\t"))


def faults_of(site, today):
    faults = []
    pages = schools(site)
    listed = items_of(site / "open-dagen" / "index.html")
    coming = 0
    for row in rows:
        day = datetime.date.fromisoformat(row["datum"])
        name = f"{row['school']}, {row['datum']}, {row['soort']}"
        key = slug(f"{row['school']}-{row['datum']}-{row['soort']}")
        folder = pages.get(row["school"])
        if folder is None:
            faults.append(f"{name}: no page of this school")
            continue
        here_listed = items_of(folder / "index.html")
        calendar = site / "open-dagen" / f"{key}.ics"
        if day < today:
            for place, found in (("the school", key in here_listed), ("the list", key in listed),
                                 ("the calendar files", calendar.exists())):
                if found:
                    faults.append(f"{name}: is over and still in {place}")
            continue
        coming += 1
        for place, items in (("page of the school", here_listed), ("list", listed)):
            if key not in items:
                faults.append(f"{name}: not on the {place}")
                continue
            check(row, f"{name} ({place})", items[key], faults)
        if in_words(day) not in text_of(here_listed.get(key, "")):
            faults.append(f"{name}: '{in_words(day)}' is not on the page of the school")
        if not calendar.exists() or row["datum"].replace("-", "") not in calendar.read_text(encoding="utf-8"):
            faults.append(f"{name}: no calendar file with this day")
    if len(listed) != coming:
        faults.append(f"the list has {len(listed)} days; the source has {coming} that are still to come")
    named = {row["school"] for row in rows if datetime.date.fromisoformat(row["datum"]) >= today}
    for school, folder in pages.items():
        says_none = "Wij hebben geen open dagen gevonden." in (folder / "index.html").read_text(encoding="utf-8")
        if says_none == (school in named):
            faults.append(f"{school}: says that there are none although there are, or the reverse")

    print(f"open dagen op {today}: {coming} van de {len(rows)} komen nog, {len(faults)} verschillen")
    return faults


failed = False
for day in days:
    with tempfile.TemporaryDirectory() as folder:
        built = subprocess.run([program, "build", "--root", repository, "-o", folder + "/public", "--clock", day],
                               capture_output=True, text=True)
        if built.returncode != 0:
            sys.exit("de site is niet te bouwen:\n" + built.stdout + built.stderr)
        for fault in faults_of(pathlib.Path(folder) / "public", datetime.date.fromisoformat(day)):
            print(fault)
            failed = True
sys.exit(1 if failed else 0)
