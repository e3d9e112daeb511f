"""Compares the profiles of the schools with the pages made of them and, where they are, with the tables that the facts
come from. Every difference is one line; what is left out on purpose stands in afwijkingen.tsv with its reason."""
import collections
import csv
import html
import pathlib
import re

import yaml

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
UNKNOWN = "onbekend"
LEVELS = {
    "praktijkonderwijs": "pro", "vmbo-b": "vmbo-b", "vmbo-k": "vmbo-k", "vmbo-gl": "vmbo-gl", "vmbo-t": "vmbo-t",
    "havo": "havo", "vwo": "vwo", "vso": "vso",
}  # fmt: skip


def table(path, delimiter="\t"):
    with open(path, encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        rows = list(csv.DictReader(file, delimiter=delimiter, quoting=quoting))
    return [{key: (value or "").strip() for key, value in row.items()} for row in rows]


def read_yaml(path):
    """The value of a file as maps, lists and texts: every value stays the text that was typed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def date_in_words(date):
    """As the site writes it; an unknown date in words too."""
    if date in ("", UNKNOWN):
        return "datum onbekend"
    if re.fullmatch(r"\d{4}-\d{4}", date):
        return "schooljaar " + date
    parts = date.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def with_points(number):
    """A number as the site writes it: 1.223. No number stays nothing."""
    return f"{int(number):,}".replace(",", ".") if number != "" else ""


def whole_words(markup):
    """Without the element of a word that is held on one line."""
    return re.sub(r'<span class="vast">([^<]*)</span>', r"\1", markup)


def visible(markup):
    """The words that a reader sees; the explanation of a term is out of sight until it is opened."""
    markup = re.sub(r'<span class="uitleg" popover>.*?</span>', "", markup, flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", whole_words(markup)))).strip()


def digits(text):
    return re.sub(r"\D", "", text)


def web_place(address):
    return re.sub(r"^(https?://)?(www\.)?", "", address.lower()).rstrip("/")


Fact = collections.namedtuple("Fact", "field status text address date")


class School:
    def __init__(self, path, documents, public):
        self.id = path.stem
        self.profile = read_yaml(path)
        self.name = self.profile["naam"]
        self.documents = documents
        page = public / "scholen" / self.id / "index.html"
        self.page = page.read_text(encoding="utf-8") if page.is_file() else ""
        self.words = visible(self.page)
        blocks = [block.split("</div>")[0] for block in self.page.split('<div class="claim">')[1:]]
        # The rows of a field (contact) are lists of their cells.
        blocks += [row.split("</dl>")[0] for row in self.page.split('<dl class="rij">')[1:]]
        self.blocks = [(block, visible(block)) for block in blocks]

    def address_of(self, source):
        """The address of a source: one of the file, one written out, or a document."""
        if isinstance(source, dict):
            return source.get("url", "")
        own = self.profile.get("bronnen", {}).get(source)
        return (own if own is not None else self.documents.get(source, {})).get("url", "")

    def evidence(self, claim):
        """Address and date of a claim, with the defaults of the file."""
        source = claim.get("bron", self.profile.get("bron"))
        is_default = source == self.profile.get("bron")
        default_date = self.profile.get("peildatum", UNKNOWN) if is_default else UNKNOWN
        return self.address_of(source), claim.get("peildatum", default_date)

    def facts(self, claim_fields):
        for field in claim_fields:
            claims = self.profile.get(field, [])
            for claim in claims if isinstance(claims, list) else [claims]:
                claim = {"status": claim} if isinstance(claim, str) else claim
                text = claim.get("toelichting", claim.get("tekst", ""))
                yield Fact(field, claim.get("status", ""), text, *self.evidence(claim))

    def shows_together(self, *parts):
        """Whether one block of the page holds all of this: words that are seen, or the address of a link."""
        links = [f'href="{html.escape(part)}"' for part in parts if re.match(r"https?://", part)]
        texts = [re.sub(r"\s+", " ", part).strip() for part in parts if not re.match(r"https?://", part)]
        return any(
            all(link in markup for link in links) and all(text in words for text in texts)
            for markup, words in self.blocks
        )


class Comparison:
    def __init__(self, repository, public, tables):
        folder = repository / "schoolprofiles"
        self.repository, self.public, self.tables = repository, public, tables
        documents = {
            path.stem: read_yaml(path)
            for path in (repository / "content/bronnen").glob("[a-z]*.yaml")
        }
        schools = [School(path, documents, public) for path in sorted(folder.glob("[a-z]*.yaml"))]
        self.schools = {school.name: school for school in schools}
        self.documents = documents
        schema = read_yaml(folder / "_schema.yaml")
        claims = [field for field in schema["fields"] if field["type"] in ("claim", "text_claim")]
        self.text_fields = {field["id"] for field in claims if field["type"] == "text_claim"}
        self.claim_fields = [field["id"] for field in claims]
        self.topics = [field["id"] for field in claims if "group" in field]
        self.areas = {area["id"]: area["label"]["nl"] for area in schema["option_lists"]["gebied"]}
        self.exceptions = {
            (row["school"], row["veld"], row["tekst"]): row for row in table(repository / "tests/facts/afwijkingen.tsv")
        }
        self.used, self.messages, self.compared = set(), [], 0

    def report(self, school, *words):
        self.messages.append(f"{school}: " + ": ".join(words))

    def exception(self, *key):
        """The published value where it differs on purpose; "" when left out, None when there is no exception."""
        if key not in self.exceptions:
            return None
        self.used.add(key)
        return self.exceptions[key]["gepubliceerd"]

    def run(self, pages_of=None):
        """The differences, each one line; of the pages only those of the schools `pages_of`, where given."""
        self.used, self.messages, self.compared = set(), [], 0
        self.compare_pages(self.schools.values() if pages_of is None else pages_of)
        self.compare_page_about_the_data()
        if self.tables.is_dir():
            self.compare_facts()
            self.compare_places()
            self.compare_addresses()
            self.compare_register()
            for key in sorted(key for key in self.exceptions.keys() - self.used if key[1] != "route"):
                self.report("afwijkingen.tsv", "no row of the tables is like this one", *key)
        return self.messages

    # From the profile to the page.

    def compare_pages(self, schools):
        for school in schools:
            for fact in school.facts(self.claim_fields):
                self.compared += 1
                if not fact.address or not fact.text:
                    self.report(school.name, fact.field, "no address or no text in the profile")
                if not school.shows_together(fact.text, fact.address, date_in_words(fact.date)):
                    self.report(school.name, fact.field, "not on the page with source and date", fact.text)
            for contact in school.profile.get("contact", []):
                address = school.address_of(contact["bron"])
                parts = [contact[key] for key in ("rol", "mail", "telefoon", "toelichting") if key in contact]
                if not school.shows_together(*parts, address, date_in_words(contact["peildatum"])):
                    self.report(school.name, "contact", "not on the page with source and date", contact["rol"])

    # From the tables to the profile.

    def compare_facts(self):
        expected = collections.Counter()
        for name in ("support-facts.tsv", "support-facts-2.tsv"):
            for row in table(self.tables / name):
                self.compared += 1
                fact = self.expected_fact(row)
                if fact is not None:
                    expected[fact] += 1
        published = collections.Counter()
        for school in self.schools.values():
            for fact in school.facts(self.claim_fields):
                published[(school.name, fact)] += 1
        for school, fact in (expected - published).elements():
            self.report(school, fact.field, "row of the table that the profile does not have so", *fact[1:])
        for school, fact in (published - expected).elements():
            self.report(school, fact.field, "in the profile, and in no row of the tables", *fact[1:])

    def expected_fact(self, row):
        """The claim that the profile must have for one row; none when it is left out, or a contact."""
        changed = self.exception(row["school"], row["key"], row["toelichting"])
        if changed == "":
            return None
        row = dict(row)
        if changed is not None:
            for change in changed.split("|"):
                column, _, value = change.partition("=")
                row[column] = value
        if row["school"] not in self.schools:
            self.report(row["school"], row["key"], "there is no profile for this row", row["toelichting"])
            return None
        if row["key"] == "contact":
            self.compare_contact(row)
            return None
        status = "" if row["key"] in self.text_fields else row["status"]
        date = row["bron_datum"] or UNKNOWN
        return row["school"], Fact(row["key"], status, row["toelichting"], row["bron_url"], date)

    def compare_contact(self, row):
        mail = re.search(r"[\w.+-]+@[\w.-]+\w", row["toelichting"])
        phone = re.search(r"0\d\d[ -]+\d[\d ]+\d", row["toelichting"])
        school = self.schools[row["school"]]
        for contact in school.profile.get("contact", []):
            is_same = (
                contact.get("mail", "") == (mail[0] if mail else "")
                and digits(contact.get("telefoon", "")) == digits(phone[0] if phone else "")
                and contact["rol"].lower() in row["toelichting"].lower()
                and school.address_of(contact["bron"]) == row["bron_url"]
                and contact["peildatum"] == (row["bron_datum"] or UNKNOWN)
            )
            if is_same:
                return
        self.report(row["school"], "contact", "the profile has no such contact", row["toelichting"])

    def compare_places(self):
        given = set()
        for row in table(self.tables / "places-2026-2027.tsv"):
            self.compared += 1
            given.add(row["school"])
            school = self.schools[row["school"]]
            places = school.profile.get("plaatsen", {})
            if "; ".join(places.get("groepen", [])) != row["plaatsen"]:
                self.report(row["school"], "plaatsen", "not as in the table", row["plaatsen"])
                continue
            document = self.documents.get(places["bron"], {})
            if document.get("url") != row["bron_url"] or places["peildatum"] != document.get("peildatum"):
                self.report(row["school"], "plaatsen", "another source or date than the table's")
            for words in places["groepen"] + [places["ronde"], date_in_words(places["peildatum"]), document["titel"]]:
                if words not in school.words:
                    self.report(row["school"], "plaatsen", "not on the page", words)
        for school in self.schools.values():
            if "plaatsen" in school.profile and school.name not in given:
                self.report(school.name, "plaatsen", "in the profile, and in no row of the table")

    def compare_addresses(self):
        for row in table(self.tables / "school-places.tsv"):
            self.compared += 1
            school = self.schools[row["school"]]
            profile = school.profile
            if row["locatie"] not in [profile.get("adres"), *profile.get("andere_gebouwen", [])]:
                self.report(row["school"], "adres", "not as in the table", row["locatie"])
            if profile.get("schoolkeuze020_url") != row["schoolkeuze020_url"]:
                self.report(row["school"], "schoolkeuze020_url", "not as in the table", row["schoolkeuze020_url"])
            area = self.areas.get(profile.get("gebied"), "")
            if row["stadsdeel"] and row["stadsdeel"] != area:
                self.report(row["school"], "gebied", "not as in the table", row["stadsdeel"], area)
            if row["locatie"] not in school.words or f'href="{row["schoolkeuze020_url"]}"' not in school.page:
                self.report(row["school"], "adres", "not on the page", row["locatie"])

    def compare_register(self):
        register = {row["VESTIGINGSCODE"]: row for row in table(self.tables / "duo-vestigingen-amsterdam-diemen.csv", ";")}
        newer = {row["school"] for row in table(self.tables / "school-places.tsv")}
        named = set()
        for row in table(self.tables / "school-names.tsv"):
            self.compared += 1
            if self.exception(row["naam"], "naam", row["naam"]) == "":
                continue
            named.add(row["naam"])
            if row["naam"] not in self.schools:
                self.report(row["naam"], "there is no profile for this name")
                continue
            school = self.schools[row["naam"]]
            levels = [LEVELS[word] for word in row["niveaus"].lower().split("/") if word != "kovo"]
            if sorted(school.profile["niveaus"]) != sorted(levels):
                self.report(school.name, "niveaus", "not as in the table", row["niveaus"])
            changed = self.exception(school.name, "vestigingscode", row["vestigingscode"])
            code = row["vestigingscode"] if changed is None else changed
            if school.profile.get("brin", "") + school.profile.get("vestiging", "") != code:
                self.report(school.name, "vestigingscode", "not as in the table", code)
            if code:
                self.compare_with_register(school, register[code], school.name not in newer)
        for name in self.schools.keys() - named:
            self.report(name, "there is no such name in the table")

    def compare_with_register(self, school, row, has_its_address):
        is_first_year = row["ONDERWIJSSTRUCTUUR"] == "BRUGJAAR"
        is_mobile = row["TELEFOONNUMMER"].startswith("06")
        pupils = school.profile.get("leerlingen", {})
        published = {
            "postcode": school.profile.get("postcode", ""),
            "denominatie": school.profile.get("denominatie", ""),
            "duo_structuur": school.profile.get("duo_structuur", ""),
            "telefoon": digits(school.profile.get("telefoon", "")),
            "website": web_place(school.profile.get("website", "")),
            "leerlingen": pupils.get("aantal", ""),
        }
        given = {
            "postcode": row["POSTCODE"],
            "denominatie": row["DENOMINATIE"],
            "duo_structuur": row["ONDERWIJSSTRUCTUUR"],
            "telefoon": "" if is_mobile else row["TELEFOONNUMMER"],
            "website": web_place(row["INTERNETADRES"]),
            "leerlingen": "" if is_first_year else row["AANTAL LEERLINGEN 2025"],
        }
        if has_its_address:
            published["adres"] = school.profile.get("adres", "")
            given["adres"] = row["STRAATNAAM"] + " " + row["HUISNUMMER-TOEVOEGING"]
        for field, value in given.items():
            changed = self.exception(school.name, field, value)
            wanted = value if changed is None else changed
            if published[field] != wanted:
                self.report(school.name, field, "not as in the register", wanted, published[field])
            shown = with_points(wanted) if field == "leerlingen" else wanted
            if field not in ("telefoon", "website") and shown not in school.words:
                self.report(school.name, field, "not on the page", shown)

    # What the page about the data says of how much is known.

    def numbers(self):
        facts = [fact for school in self.schools.values() for fact in school.facts(self.claim_fields)]
        cells = [
            sum(1 for topic in self.topics if topic in school.profile) for school in self.schools.values()
        ]
        return {
            "profielen": len(self.schools),
            "onderwerpen": len(self.topics),
            "vakjes": len(self.schools) * len(self.topics),
            "gevulde vakjes": sum(cells),
            "scholen met een onderwerp": sum(1 for filled in cells if filled),
            "scholen zonder onderwerp": sum(1 for filled in cells if not filled),
            "feiten": len(facts),
            "feiten zonder datum": sum(1 for fact in facts if fact.date == UNKNOWN),
            "scholen met plaatsen": sum(1 for school in self.schools.values() if "plaatsen" in school.profile),
            "scholen met een code": sum(1 for school in self.schools.values() if "brin" in school.profile),
            "scholen zonder adres": sum(1 for school in self.schools.values() if "adres" not in school.profile),
        }

    def compare_page_about_the_data(self):
        words = visible((self.public / "over-de-gegevens/index.html").read_text(encoding="utf-8"))
        number = {key: with_points(value) for key, value in self.numbers().items()}
        for sentence in (
            "Er zijn {profielen} profielen.",
            "{profielen} scholen en {onderwerpen} onderwerpen geven {vakjes} vakjes",
            "zijn er {gevulde vakjes} gevuld",
            "Over {scholen met een onderwerp} scholen weten wij iets",
            "Over de andere {scholen zonder onderwerp} scholen",
            "Van {feiten zonder datum} van de {feiten} feiten",
            "van {scholen met plaatsen} scholen hoeveel plaatsen",
            "Voor {scholen met een code} scholen weten wij zeker",
            "Bij {scholen zonder adres} scholen staat",
        ):
            self.compared += 1
            expected = re.sub(r"\{([^}]*)\}", lambda found: number[found[1]], sentence)
            if expected not in words:
                self.report("over-de-gegevens", "the page does not say", expected)
