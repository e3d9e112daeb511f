#include "text/dutch_words.h"

#include <array>
#include <unordered_set>

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 276> stop_words{
    "aan",      "achter",   "af",       "al",          "alle",        "alleen",    "allemaal", "als",       "alsof",
    "altijd",   "alvast",   "ander",    "andere",      "bedankt",     "beetje",    "ben",      "bent",      "bij",
    "bijna",    "binnen",   "blijf",    "blijft",      "blijven",     "boven",     "daar",     "daarbij",   "daarmee",
    "daarna",   "daarom",   "daarvoor", "dan",         "dank",        "dat",       "de",       "deden",     "deed",
    "denk",     "denken",   "deze",     "dezelfde",    "die",         "dit",       "dochter",  "dochters",  "doe",
    "doen",     "doet",     "door",     "dus",         "echt",        "een",       "eens",     "eigenlijk", "elke",
    "en",       "er",       "eraan",    "erg",         "ergens",      "ermee",     "eruit",    "ervan",     "ervoor",
    "even",     "ga",       "gaan",     "gaat",        "gaf",         "ge",        "geef",     "geeft",     "geen",
    "ging",     "gisteren", "goed",     "goedemiddag", "goedemorgen", "graag",     "haar",     "had",       "hadden",
    "hallo",    "heb",      "hebben",   "hebt",        "heeft",       "heel",      "heen",     "heet",      "hele",
    "helemaal", "hem",      "hen",      "het",         "hier",        "hierbij",   "hiervoor", "hij",       "hoe",
    "hoeveel",  "hun",      "ieder",    "iedere",      "iedereen",    "iemand",    "iets",     "ik",        "in",
    "is",       "ja",       "je",       "jij",         "jongen",      "jou",       "jouw",     "jullie",    "kan",
    "kind",     "kinderen", "kinds",    "klopt",       "kom",         "komen",     "komt",     "kon",       "konden",
    "krijg",    "krijgen",  "krijgt",   "kunnen",      "kunt",        "kwam",      "kwamen",   "laat",      "laten",
    "liever",   "maak",     "maakt",    "maar",        "mag",         "mee",       "meer",     "meerdere",  "meest",
    "meisje",   "men",      "met",      "mij",         "mijn",        "misschien", "mocht",    "moest",     "moet",
    "moeten",   "mogelijk", "mogen",    "mvg",         "na",          "naar",      "nadat",    "nee",       "nergens",
    "net",      "niemand",  "niet",     "niets",       "nodig",       "nog",       "nooit",    "nou",       "nu",
    "of",       "om",       "omdat",    "ons",         "onze",        "ooit",      "ook",      "op",        "opeens",
    "over",     "overal",   "paar",     "per",         "precies",     "sinds",     "snap",     "soms",      "sta",
    "staan",    "staat",    "steeds",   "stond",       "te",          "tegen",     "telkens",  "terwijl",   "tijdens",
    "toch",     "toe",      "toen",     "tot",         "totdat",      "tussen",    "u",        "uit",       "uw",
    "vaak",     "van",      "vanaf",    "vanuit",      "vanwege",     "veel",      "verder",   "via",       "vind",
    "vinden",   "vindt",    "voor",     "vooral",      "voordat",     "waar",      "waaraan",  "waarbij",   "waarin",
    "waarmee",  "waarom",   "waarvan",  "waarvoor",    "wanneer",     "waren",     "was",      "wat",       "we",
    "weer",     "weet",     "weinig",   "wel",         "welk",        "welke",     "wellicht", "werd",      "weten",
    "wie",      "wij",      "wil",      "willen",      "wilt",        "word",      "worden",   "wordt",     "zal",
    "ze",       "zeer",     "zegt",     "zei",         "zelf",        "zich",      "zij",      "zijn",      "zn",
    "zo",       "zoals",    "zodra",    "zoek",        "zoeken",      "zoekt",     "zomaar",   "zon",       "zonder",
    "zonen",    "zoon",     "zou",      "zouden",      "zulke",       "zullen"};

constexpr std::array<std::string_view, 116> light_words{
    "alles",    "avond",     "begin",    "beginnen",  "begint",   "beste",         "betekenen", "betekent",  "beter",
    "blijkt",   "brengen",   "brengt",   "dacht",     "dag",      "dagen",         "ding",      "dingen",    "drie",
    "durft",    "durven",    "eerder",   "eigen",     "elkaar",   "gebeuren",      "gebeurt",   "gebruiken", "gebruikt",
    "gegeven",  "gemaakt",   "geregeld", "gezegd",    "goede",    "groot",         "grote",     "half",      "hand",
    "handen",   "hoef",      "hoeft",    "hoeven",    "houden",   "houdt",         "jaar",      "jaren",     "kant",
    "keer",     "kijken",    "kijkt",    "klaar",     "kort",     "korte",         "laatste",   "lang",      "lange",
    "langer",   "later",     "leuk",     "liggen",    "ligt",     "lijken",        "lijkt",     "loopt",     "lopen",
    "maand",    "maanden",   "maken",    "makkelijk", "man",      "manier",        "mens",      "mensen",    "middag",
    "moeilijk", "morgen",    "neemt",    "nemen",     "ochtend",  "oud",           "oude",      "probeert",  "proberen",
    "probleem", "problemen", "raar",     "regelen",   "regelt",   "samen",         "situatie",  "snel",      "sneller",
    "terecht",  "twee",      "uur",      "vandaag",   "verschil", "verschillende", "vertel",    "vertellen", "vertelt",
    "vier",     "vijf",      "volgen",   "volgende",  "volgt",    "vorige",        "vroeger",   "vrouw",     "week",
    "weken",    "zat",       "zeg",      "zeggen",    "zeker",    "zit",           "zitten",    "zwaar"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> spellings{{{"acht", "8"},
                                                                                   {"derde", "3e"},
                                                                                   {"eerste", "1e"},
                                                                                   {"sint", "st"},
                                                                                   {"tweede", "2e"},
                                                                                   {"vierde", "4e"},
                                                                                   {"vijfde", "5e"},
                                                                                   {"zes", "6"},
                                                                                   {"zesde", "6e"},
                                                                                   {"zeven", "7"}}};

constexpr std::array<std::string_view, 112> plain_words{
    "aanbod",        "aanvraag",  "adres",      "advies",    "afspraak", "afspraken", "basis",     "bedrag",
    "begeleiding",   "begin",     "besluit",    "bestuur",   "bezwaar",  "breuk",     "bureau",    "commissie",
    "contact",       "cursus",    "dag",        "deel",      "doel",     "dossier",   "eind",      "entree",
    "formulier",     "gebied",    "gebouw",     "geld",      "gesprek",  "groep",     "hulp",      "informatie",
    "jaar",          "kader",     "kans",       "kansen",    "kind",     "klacht",    "klas",      "kosten",
    "kwaliteit",     "leerling",  "leerlingen", "leren",     "les",      "lessen",    "locatie",   "lokaal",
    "loket",         "maand",     "map",        "middelen",  "moment",   "naam",      "netwerk",   "niveau",
    "ondersteuning", "onderwijs", "onderzoek",  "opdracht",  "open",     "ouder",     "ouders",    "overdracht",
    "overleg",       "overstap",  "partner",    "partners",  "periode",  "plaats",    "plaatsing", "plan",
    "plannen",       "plek",      "plekken",    "procedure", "profiel",  "programma", "project",   "punt",
    "rapport",       "regel",     "regels",     "richting",  "ruimte",   "rust",      "scholen",   "school",
    "situatie",      "soort",     "stap",       "start",     "status",   "steun",     "stroom",    "taal",
    "team",          "tekst",     "tijd",       "toets",     "traject",  "uitleg",    "uitslag",   "vak",
    "verslag",       "verzoek",   "vraag",      "vragen",    "week",     "weg",       "werk",      "zorg"};

constexpr std::array<std::string_view, 13> looking_ahead{"binnenkort", "herziet", "komen er", "komen in", "komt er",
                                                         "komt in",    "loopt",   "lopen",    "stopt",    "straks",
                                                         "zal",        "zullen",  "zult"};

constexpr std::array<std::string_view, 22> looking_back{
    "begon",  "begonnen", "ging",     "gingen", "had", "hadden", "kreeg",  "kregen", "kwam",   "kwamen", "liep",
    "liepen", "startte",  "startten", "waren",  "was", "werd",   "werden", "wilde",  "wilden", "zou",    "zouden"};

constexpr std::array<std::string_view, 21> before_a_year{
    "in",  "tot",  "met",  "eind",     "begin",     "na",      "voor",     "januari",  "februari", "maart",   "april",
    "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "najaar",   "voorjaar"};

}  // namespace

std::span<const std::string_view> search_stop_words() {
  return stop_words;
}

bool is_search_stop_word(std::string_view word) {
  static const std::unordered_set<std::string_view> table(stop_words.begin(), stop_words.end());
  return table.contains(word);
}

std::span<const std::string_view> search_light_words() {
  return light_words;
}

std::span<const std::pair<std::string_view, std::string_view>> search_spellings() {
  return spellings;
}

std::span<const std::string_view> everyday_words() {
  return plain_words;
}

std::span<const std::string_view> future_phrases() {
  return looking_ahead;
}

std::span<const std::string_view> past_words() {
  return looking_back;
}

std::span<const std::string_view> words_before_a_year() {
  return before_a_year;
}

}  // namespace wegwijs
