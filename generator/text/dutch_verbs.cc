#include "text/dutch_verbs.h"

#include <array>

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 22> particles{
    "aan", "achter", "af",   "bij",   "door",  "in",  "kwijt", "langs", "mee",     "na",   "neer",
    "om",  "op",     "over", "samen", "terug", "toe", "thuis", "uit",   "vooruit", "voor", "weg"};

constexpr std::array<IrregularForm, 87> irregular_forms{{
    {"beet", "bijten"},         {"begon", "beginnen"},
    {"begonnen", "beginnen"},   {"begreep", "begrijpen"},
    {"begrepen", "begrijpen"},  {"bleef", "blijven"},
    {"bleven", "blijven"},      {"gebleven", "blijven"},
    {"bracht", "brengen"},      {"brachten", "brengen"},
    {"gebracht", "brengen"},    {"brak", "breken"},
    {"gebroken", "breken"},     {"dacht", "denken"},
    {"dachten", "denken"},      {"gedacht", "denken"},
    {"droeg", "dragen"},        {"dronk", "drinken"},
    {"gedronken", "drinken"},   {"gegeten", "eten"},
    {"gaf", "geven"},           {"gaven", "geven"},
    {"gegeven", "geven"},       {"gekeken", "kijken"},
    {"keek", "kijken"},         {"gekozen", "kiezen"},
    {"koos", "kiezen"},         {"gekocht", "kopen"},
    {"kocht", "kopen"},         {"kreeg", "krijgen"},
    {"kregen", "krijgen"},      {"gekregen", "krijgen"},
    {"las", "lezen"},           {"gelezen", "lezen"},
    {"hielp", "helpen"},        {"hielpen", "helpen"},
    {"geholpen", "helpen"},     {"lag", "liggen"},
    {"lagen", "liggen"},        {"gelegen", "liggen"},
    {"liep", "lopen"},          {"liepen", "lopen"},
    {"gelopen", "lopen"},       {"loog", "liegen"},
    {"gelogen", "liegen"},      {"nam", "nemen"},
    {"genomen", "nemen"},       {"reed", "rijden"},
    {"gereden", "rijden"},      {"riep", "roepen"},
    {"geroepen", "roepen"},     {"schold", "schelden"},
    {"gescholden", "schelden"}, {"schreef", "schrijven"},
    {"schreven", "schrijven"},  {"geschreven", "schrijven"},
    {"schrok", "schrikken"},    {"geschrokken", "schrikken"},
    {"sliep", "slapen"},        {"sloeg", "slaan"},
    {"sloegen", "slaan"},       {"geslagen", "slaan"},
    {"sneed", "snijden"},       {"gesneden", "snijden"},
    {"sprak", "spreken"},       {"spraken", "spreken"},
    {"gesproken", "spreken"},   {"stal", "stelen"},
    {"gestolen", "stelen"},     {"stond", "staan"},
    {"stonden", "staan"},       {"trok", "trekken"},
    {"getrokken", "trekken"},   {"viel", "vallen"},
    {"vielen", "vallen"},       {"verloor", "verliezen"},
    {"vergat", "vergeten"},     {"gevochten", "vechten"},
    {"vocht", "vechten"},       {"vond", "vinden"},
    {"vonden", "vinden"},       {"gevonden", "vinden"},
    {"gewezen", "wijzen"},      {"wist", "weten"},
    {"wisten", "weten"},        {"zat", "zitten"},
    {"zaten", "zitten"},
}};

}  // namespace

std::span<const std::string_view> verb_particles() {
  return particles;
}

std::span<const IrregularForm> irregular_verb_forms() {
  return irregular_forms;
}

}  // namespace wegwijs
