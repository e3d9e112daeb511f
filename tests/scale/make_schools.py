#!/usr/bin/env python3
"""Writes portals with invented schools, in the schema and with the theme of this repository.

Usage: make_schools.py --out FOLDER [--portals 1] [--schools 10000] [--regions 150]

FOLDER gets `portalen.yaml`, `gedeeld/` with the schemas, and a folder per portal (`portaal-001` …) with that many schools each. Every school
is invented and says so (`voorbeeld: ja`). As many topics as a real profile has, on average, each with a sentence and a source. The same
arguments give the same bytes.
"""
import argparse
import pathlib
import random
import re

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
LEVELS = ("pro", "vmbo-b", "vmbo-k", "vmbo-gl", "vmbo-t", "havo", "vwo", "gymnasium")
STATES = ("ja", "ja", "ja", "ja", "deels", "deels", "nee", "in_ontwikkeling")
FIRST = ("Zonne", "Berken", "Linden", "Rivier", "Duin", "Heide", "Kastanje", "Molen", "Water", "Veen", "Kroon", "Sterren", "Vlier", "Merel",
         "Wilgen", "Haven", "Brug", "Esdoorn", "Polder", "Reiger", "Anker", "Beuken", "Horizon", "Kompas", "Meander", "Noorder", "Ooster",
         "Palet", "Roos", "Toren", "Uilen", "Valk", "Wester", "IJssel", "Zwaluw", "Akker", "Bron", "Dijk", "Eiken", "Fakkel")
SECOND = ("hof", "berg", "dal", "veld", "poort", "weide", "bos", "tuin", "plein", "kamp", "horst", "burcht", "waard", "kwartier", "zicht")
KINDS = ("college", "lyceum", "school", "mavo", "vakcollege")
WHO = ("De mentor", "De ondersteuningscoördinator", "Een vaste begeleider", "De remedial teacher", "Het ondersteuningsteam", "Een docent",
       "De schoolmaatschappelijk werker", "De leerlingbegeleider", "Een groep van drie docenten", "De teamleider")
DOES = ("maakt met de leerling een plan", "kijkt elke zes weken hoe het gaat", "praat eerst met ouders en leerling", "helpt in de les en daarbuiten",
        "geeft extra uitleg in een kleine groep", "zoekt een rustige plek om te werken", "regelt meer tijd bij toetsen",
        "oefent met lezen en plannen", "geeft hulp bij huiswerk en concentratie", "bespreekt wat er thuis nodig is")
WHEN = ("in het eerste jaar", "twee keer per week", "na schooltijd", "als dat is afgesproken", "in overleg met de basisschool", "op verzoek",
        "tot de leerling het zelf kan", "in alle leerjaren", "bij de start van elke periode", "samen met hulp van buiten")

SITE = """titel: {title}
ondertitel: Verzonnen scholen, om te meten
taal: nl
basisadres: https://{name}.example/
tijdzone: Europe/Amsterdam
thema: wegwijs
gedeeld: ../gedeeld
verzamelingen:
  scholen:
    map: schoolprofiles
    zoeken: {{apart: ja, voorrang: 70}}
    adres: /scholen/{{id}}/
    sjabloon: school
    open_data: /data/
    lijsten:
      - {{adres: /scholen/, titel: Scholen, samenvatting: Kies een school., sjabloon: scholen-kiezen, kiezen: {{onderwerpen_vanaf: 1}}}}
      - {{adres: "/scholen/niveau/{{niveaus}}/", titel: "Scholen met {{niveaus}}", sjabloon: scholen}}
      - {{adres: "/scholen/gebied/{{gebied}}/", titel: "Scholen in {{gebied}}", sjabloon: scholen}}
    vergelijkingen:
      - adres: /vergelijken/{{groep}}/{{niveaus}}/
        titel: "{{niveaus}}: {{groep}}"
        samenvatting: "Wat scholen met {{niveaus}} zeggen over dit soort hulp."
        opdelen: gebied
        buren: gebied
        overzicht: {{adres: /vergelijken/, titel: Scholen vergelijken, samenvatting: "Kies een soort hulp en een niveau."}}
    onderwerpen:
      - {{adres: "/scholen/hulp/{{onderwerp}}/", titel: "{{onderwerp}}: wat scholen zeggen", samenvatting: "Alle scholen.", minstens: 5}}
  paginas: {{map: content/paginas, adres: "/{{id}}/", sjabloon: pagina}}
  bronnen: {{map: content/bronnen}}
lijsten:
  - {{adres: /zoeken/, titel: A tot Z, samenvatting: Alle pagina's op alfabet., verzamelingen: [paginas, scholen], indelen: letter, sjabloon: a-z}}
menu:
  - {{tekst: Scholen, adres: /scholen/}}
  - {{tekst: Vergelijken, adres: /vergelijken/}}
"""
PAGES = {
    "index.md": "---\nadres: /\nsjabloon: start\ntitel: \"{title}\"\nsamenvatting: \"Verzonnen scholen, om te meten.\"\n---\n\nAlles hier is verzonnen.\n",
    "404.md": "---\nadres: /404.html\ntitel: Deze pagina bestaat niet\nsamenvatting: \"De pagina is er niet.\"\n---\n\n- [Naar het begin](/)\n",
}


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def in_dutch(text):
    """A file of start/ as `init` writes it: lines for one language bear its mark."""
    return "".join(line.removeprefix("@nl ") for line in text.splitlines(keepends=True) if not line.startswith("@en "))


def shared_schema(regions):
    """The schema of this repository with invented areas, and without the collections that these portals do not have."""
    text = (REPOSITORY / "schoolprofiles/_schema.yaml").read_text(encoding="utf-8").replace("to: procedures", "to: paginas")
    areas = "".join(f"    - {{id: regio-{number:03d}, label: {{nl: Voorbeeldregio {number}}}}}\n" for number in range(1, regions + 1))
    return re.sub(r"(\n  gebied:\n)(    - .*\n)+", lambda match: match[1] + areas, text, count=1)


def topics_in(schema):
    """The ids of the fields of the type claim for every school, in the order of the schema."""
    blocks = re.split(r"\n  - ", schema[schema.index("\nfields:\n"):])
    found = []
    for block in blocks:
        name = re.match(r"id: (\w+)\n", block)
        if name and re.search(r"\n    type: claim\n", block) and "applies_to" not in block:
            found.append(name[1])
    return found


def profile(number, region, topics, chance):
    first, second = FIRST[number % len(FIRST)], SECOND[number // len(FIRST) % len(SECOND)]
    name = f"{first}{second}{chance.choice(KINDS)} {number + 1}"
    levels = sorted(chance.sample(LEVELS, chance.randint(1, 3)), key=LEVELS.index)
    said = sorted(chance.sample(range(len(topics)), 16))
    lines = [f"naam: {name}", f"korte_naam: {first}{second[:3]} {number + 1}", f"soort: [{'pro' if levels == ['pro'] else 'vo'}]",
             f"niveaus: [{', '.join(levels)}]", f"adres: Voorbeeldlaan {number % 300 + 1}", f"postcode: {1000 + number % 9000} VB",
             f"plaats: Voorbeeldstad {region}", f"gebied: regio-{region:03d}", "voorbeeld: ja", "bronnen:",
             "  gids: {soort: schoolgids, titel: \"Schoolgids 2026-2027\"}", "bron: gids", "peildatum: 2026-2027"]
    for topic in said:
        sentence = f"{chance.choice(WHO)} {chance.choice(DOES)}, {chance.choice(WHEN)}."
        lines.append(f"{topics[topic]}:\n  - {{status: {chance.choice(STATES)}, toelichting: \"{sentence}\"}}")
    return f"{first}{second}-{number + 1}".lower(), "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser(description="Portals with invented schools.")
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--portals", type=int, default=1)
    arguments.add_argument("--schools", type=int, default=10000, help="of each portal")
    arguments.add_argument("--regions", type=int, default=150, help="areas of each portal")
    chosen = arguments.parse_args()
    schema = shared_schema(chosen.regions)
    topics = topics_in(schema)
    shared = chosen.out / "gedeeld"
    write(shared / "schoolprofiles/_schema.yaml", schema)
    for folder in ("paginas", "bronnen"):
        write(shared / f"content/{folder}/_schema.yaml", in_dutch((REPOSITORY / f"start/schema/{folder}.yaml").read_text(encoding="utf-8")))
    names = [f"portaal-{number:03d}" for number in range(1, chosen.portals + 1)]
    write(chosen.out / "portalen.yaml", "portalen:\n" + "".join(f"  - {name}\n" for name in names))
    for place, name in enumerate(names):
        chance = random.Random(place)
        title = f"Voorbeeldportaal {place + 1}"
        write(chosen.out / name / "site.yaml", SITE.format(title=title, name=name))
        for file, text in PAGES.items():
            write(chosen.out / name / "content/paginas" / file, text.format(title=title))
        for number in range(chosen.schools):
            file, text = profile(number, number % chosen.regions + 1, topics, chance)
            write(chosen.out / name / f"schoolprofiles/{file}.yaml", text)


if __name__ == "__main__":
    main()
