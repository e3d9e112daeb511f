#include "schema/new_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "schema/field_types.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

/// "vo (Vmbo, havo or vwo), pro"; without the label where it says the same.
std::string options_in_words(const std::vector<Option>& options, Language language) {
  std::string words;
  for (const Option& option : options) {
    const std::string label(option.label.in(language));
    words += (words.empty() ? "" : ", ") + option.id;
    if (slug_for(label) != slug_for(option.id)) words += " (" + label + ")";
  }
  return words;
}

std::string yaml_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    if (character == '"' || character == '\\') result.push_back('\\');
    result.push_back(character);
  }
  return result + '"';
}

/// A second line would stand outside the comment.
std::string on_one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// What to type, as an example that has the right form.
std::string example_of(const Field& field, const ClaimWords& words) {
  if (field.type == FieldType::claim) {
    return "[{status: " + words.ids_of(std::array{Meaning::yes}).front() +
           ", toelichting: \"…\", bron: …, peildatum: 2026-08-31}]";
  }
  if (field.type == FieldType::sources)
    return "{gids: {soort: " + example_among(words.source_kinds).id + ", titel: \"…\", url: \"https://…\"}}";
  if (type_row(field.type).has_pattern && !field.pattern.empty() && !type_row(field.type).holds_many)
    return fmt::format("\"{}\"", field.pattern);
  return std::string(type_row(field.type).example);
}

std::string explanation_of(const Field& field, Language language) {
  const bool english = language == Language::en;
  const std::string must = english ? " (required)" : " (verplicht)";
  std::string words = std::string(field.label.in(language)) + (field.required ? must : "") + ".";
  if (const std::string_view help = field.help.in(language); !help.empty()) words += " " + std::string(help);
  if (!field.options.empty())
    words += (english ? " Choose from: " : " Kies uit: ") + options_in_words(field.options, language) + ".";
  if (!field.target.empty())
    words += (english ? " Names of files in '" : " Namen van bestanden uit '") + field.target + "'.";
  if (!field.fields.empty()) {
    std::string parts;
    for (const Field& one : field.fields) parts += (parts.empty() ? " " : ", ") + one.id + (one.required ? must : "");
    words += (english ? " With:" : " Met:") + parts + ".";
  }
  return words;
}

/// What may be written behind the key of a status, once for all rows.
std::string statuses_in_words(const Schema& schema, Language language) {
  std::vector<Option> statuses;
  for (const ClaimStatus& status : schema.claims.statuses) statuses.push_back({status.id, status.label, {}});
  return options_in_words(statuses, language);
}

}  // namespace

std::string new_entry_text(const Schema& schema, bool markdown, const std::string& title, Language language) {
  const bool english = language == Language::en;
  std::string text = markdown ? "---\n" : "";
  text +=
      english
          ? "# A line with # in front does not count yet. Take the # away and fill in; what is not known stays out.\n"
          : "# Regels met # ervoor doen nog niet mee. Haal het # weg en vul in; wat niet bekend is, blijft weg.\n";
  bool is_first_claim = true;
  for (const Field& field : schema.fields) {
    if (field.type == FieldType::claim && std::exchange(is_first_claim, false))
      text += fmt::format(fmt::runtime(english ? "# A status is one of: {}.\n" : "# Een status is een van: {}.\n"),
                          statuses_in_words(schema, language));
    text += fmt::format("# {}\n", on_one_line(explanation_of(field, language)));
    if (field.role == Role::title) {
      text += fmt::format("{}: {}\n", field.id, yaml_quoted(title));
    } else if (field.role == Role::draft) {
      text += fmt::format("{}: ja\n", field.id);
    } else if (field.required) {
      // Left empty on purpose: the check then says at this line what still has to be filled in.
      text += fmt::format("{}:\n", field.id);
    } else {
      text += fmt::format("# {}: {}\n", field.id, example_of(field, schema.claims));
    }
  }
  if (markdown) text += english ? "---\n\n## What is it?\n\n…\n" : "---\n\n## Wat is het?\n\n…\n";
  return text;
}

}  // namespace wegwijs
