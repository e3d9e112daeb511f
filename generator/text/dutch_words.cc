#include "text/dutch_words.h"

#include <array>

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 253> stop_words{
    "aan",      "achter",   "af",       "al",        "alle",      "alleen",      "allemaal",    "als",     "altijd",
    "alvast",   "ander",    "andere",   "bedankt",   "beetje",    "ben",         "bent",        "bij",     "bijna",
    "binnen",   "blijf",    "blijft",   "blijven",   "boven",     "daar",        "daarbij",     "daarmee", "daarna",
    "daarom",   "daarvoor", "dan",      "dank",      "dat",       "de",          "denk",        "denken",  "deze",
    "die",      "dit",      "dochter",  "dochters",  "doe",       "doen",        "doet",        "door",    "dus",
    "echt",     "een",      "eens",     "eigenlijk", "elke",      "en",          "er",          "eraan",   "erg",
    "ermee",    "eruit",    "ervan",    "ervoor",    "even",      "ga",          "gaan",        "gaat",    "ge",
    "geef",     "geeft",    "geen",     "ging",      "goed",      "goedemiddag", "goedemorgen", "graag",   "haar",
    "had",      "hadden",   "hallo",    "heb",       "hebben",    "hebt",        "heeft",       "heel",    "heen",
    "hele",     "hem",      "hen",      "het",       "hier",      "hierbij",     "hiervoor",    "hij",     "hoe",
    "hoeveel",  "hoort",    "hun",      "ieder",     "iedere",    "iedereen",    "iemand",      "iets",    "ik",
    "in",       "is",       "ja",       "je",        "jij",       "jongen",      "jou",         "jouw",    "jullie",
    "kan",      "kind",     "kinderen", "kinds",     "klopt",     "kom",         "komen",       "komt",    "kon",
    "konden",   "krijg",    "krijgen",  "krijgt",    "kunnen",    "kunt",        "laat",        "laten",   "liever",
    "maak",     "maakt",    "maar",     "mag",       "mee",       "meer",        "meerdere",    "meest",   "meisje",
    "men",      "met",      "mij",      "mijn",      "misschien", "moest",       "moet",        "moeten",  "mogelijk",
    "mogen",    "mvg",      "na",       "naar",      "nadat",     "nee",         "niemand",     "niet",    "niets",
    "nodig",    "nog",      "nooit",    "nou",       "nu",        "of",          "om",          "omdat",   "ons",
    "onze",     "ooit",     "ook",      "op",        "over",      "overal",      "paar",        "per",     "precies",
    "sinds",    "snap",     "soms",     "staan",     "staat",     "steeds",      "te",          "tegen",   "tijdens",
    "toch",     "toe",      "toen",     "tot",       "u",         "uit",         "uw",          "vaak",    "van",
    "vanaf",    "vanuit",   "vanwege",  "veel",      "verder",    "via",         "vind",        "vinden",  "vindt",
    "voor",     "vooral",   "waar",     "waaraan",   "waarbij",   "waarin",      "waarmee",     "waarom",  "waarvan",
    "waarvoor", "waren",    "was",      "wat",       "we",        "weer",        "weet",        "weinig",  "wel",
    "welk",     "welke",    "wellicht", "werd",      "weten",     "wie",         "wij",         "wil",     "willen",
    "wilt",     "word",     "worden",   "wordt",     "zal",       "ze",          "zeer",        "zegt",    "zei",
    "zelf",     "zich",     "zij",      "zijn",      "zn",        "zo",          "zoals",       "zoek",    "zoeken",
    "zoekt",    "zomaar",   "zon",      "zonder",    "zonen",     "zoon",        "zou",         "zouden",  "zulke",
    "zullen"};

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

}  // namespace

std::span<const std::string_view> search_stop_words() {
  return stop_words;
}

std::span<const std::pair<std::string_view, std::string_view>> search_spellings() {
  return spellings;
}

}  // namespace wegwijs
