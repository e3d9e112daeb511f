#include "source/yaml_messages.h"

#include <array>

namespace wegwijs {
namespace {

struct Translation {
  std::string_view original;
  BilingualText ours;
};

constexpr std::array translations{
    Translation{"illegal map value",
                {"hier kan geen 'sleutel: waarde' staan, of er staat een dubbele punt in een tekst",
                 "no 'key: value' can stand here, or a text holds a colon"}},
    Translation{"end of map not found", yaml_misaligned},
    Translation{"end of map flow not found", {"een { wordt niet gesloten met }", "a { is not closed with }"}},
    Translation{"end of sequence not found",
                {"de streepjes staan niet recht onder elkaar", "the dashes do not stand straight below each other"}},
    Translation{"end of sequence flow not found", {"een [ wordt niet gesloten met ]", "a [ is not closed with ]"}},
    Translation{"illegal block entry", {"hier kan geen streepje staan", "no dash can stand here"}},
    Translation{
        "illegal flow end",
        {"hier staat een haak sluiten zonder haak openen", "a closing bracket stands here without an opening one"}},
    Translation{"illegal character in scalar",
                {"hier staat een teken dat alleen tussen aanhalingstekens mag",
                 "a character stands here that may only stand in quotes"}},
    Translation{
        "unknown escape character",
        {"een \\ tussen dubbele aanhalingstekens heeft een bijzondere betekenis; hoort hij bij de tekst, zet de tekst "
         "dan tussen enkele aanhalingstekens",
         "a \\ in double quotes has a special meaning; when it is part of the text, put the text in single "
         "quotes"}},
    Translation{"unknown token",
                {"hier staat een teken dat alleen tussen aanhalingstekens mag",
                 "a character stands here that may only stand in quotes"}},
    Translation{
        "bad character found while scanning hex",
        {"achter \\x, \\u of \\U horen 2, 4 of 8 cijfers of letters a-f; hoort de \\ bij de tekst, zet de tekst "
         "dan tussen enkele aanhalingstekens",
         "2, 4 or 8 digits or letters a-f belong after \\x, \\u or \\U; when the \\ is part of the text, put the "
         "text in single quotes"}},
    Translation{"invalid unicode",
                {"achter \\u of \\U staat geen bestaand teken", "no existing character stands after \\u or \\U"}},
    Translation{"illegal document indicator in scalar",
                {"een tekst tussen aanhalingstekens loopt door over een regel '---'",
                 "a text in quotes runs on over a line '---'"}},
    Translation{"cannot set zero indentation", {"achter | of > mag geen 0 staan", "no 0 may stand after | or >"}},
    Translation{
        "unexpected character in block scalar",
        {"achter | of > mag op dezelfde regel niets meer staan", "nothing more may stand on the line after | or >"}},
    Translation{
        "anchor not found after &",
        {"een tekst die met & begint, hoort tussen aanhalingstekens", "a text that begins with & belongs in quotes"}},
};

}  // namespace

BilingualText yaml_message(std::string_view original) {
  for (const Translation& translation : translations) {
    if (original.starts_with(translation.original)) return translation.ours;
  }
  // What the library says is English and about its own grammar.
  return {"dit past hier niet", "this does not fit here"};
}

bool is_about_escape(std::string_view original) {
  return original.starts_with("unknown escape") || original.starts_with("invalid unicode") ||
         original.starts_with("bad character found while scanning hex");
}

}  // namespace wegwijs
