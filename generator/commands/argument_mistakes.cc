#include "commands/argument_mistakes.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <utility>

#include "text/edit_distance.h"

namespace wegwijs {
namespace {

/// What a Dutch reader, or one who knows another generator, may try.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> other_names{{
    {"bouw", "build"},         {"bouwen", "build"},     {"maak", "build"},       {"publiceer", "publish"},
    {"publiceren", "publish"}, {"deploy", "publish"},   {"controleer", "check"}, {"test", "check"},
    {"bekijk", "serve"},       {"toon", "serve"},       {"start", "serve"},      {"preview", "serve"},
    {"nieuw", "new"},          {"uitleg", "explain"},   {"leg-uit", "explain"},  {"rapport", "report"},
    {"ontvang", "receive"},    {"formulier", "form"},   {"hernoem", "rename"},   {"verplaats", "rename"},
    {"move", "rename"},        {"verwijder", "remove"}, {"delete", "remove"},    {"exporteer", "export"},
    {"help", "--help"},
}};

std::vector<std::string> options_of(const CLI::App& place) {
  std::vector<std::string> names;
  for (const CLI::Option* option : place.get_options()) {
    if (option->get_group().empty()) continue;
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

bool is_flag_of(const std::string& name, const std::vector<CLI::App*>& chosen) {
  const CLI::Option* option = chosen.empty() ? nullptr : chosen.front()->get_option_no_throw(name);
  return option != nullptr && option->get_items_expected_max() == 0;
}

}  // namespace

std::vector<std::string> commands_of(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

UsageError usage_error(const CLI::App& program, const CLI::ParseError& error) {
  const std::vector<CLI::App*> chosen = program.get_subcommands();
  const std::vector<std::string> unknown = program.remaining(true);
  if (!unknown.empty()) return unknown_word(unknown.front(), chosen.empty() ? program : *chosen.front());
  if (!chosen.empty()) {
    for (const CLI::Option* option : chosen.front()->get_options()) {
      if (option->get_required() && option->count() == 0) {
        const std::string name = option->get_name();
        return UsageError(
            {fmt::format("Bij '{}' hoort nog '{}': {}.", chosen.front()->get_name(), name, option->get_description()),
             fmt::format("'{}' needs '{}' too: {}.", chosen.front()->get_name(), name, option->get_description())});
      }
    }
  }
  // What is left concerns one option, whose name begins the text of CLI11.
  const std::string words = error.what();
  const std::string option = words.substr(0, words.find_first_of(": "));
  if (!option.starts_with('-')) return UsageError({"Deze opdracht begrijp ik niet.", "This cannot be understood."});
  const bool is_flag = is_flag_of(option, chosen);
  return UsageError({fmt::format("Achter '{}' hoort {}.", option, is_flag ? "geen waarde" : "één waarde"),
                     fmt::format("'{}' takes {}.", option, is_flag ? "no value" : "one value")});
}

UsageError unknown_word(const std::string& word, const CLI::App& place) {
  const bool is_option = word.starts_with('-');
  const bool is_command = !is_option && place.get_parent() == nullptr;
  std::vector<std::string> names = is_option    ? options_of(place)
                                   : is_command ? commands_of(place)
                                                : std::vector<std::string>();
  const auto* habit = std::find_if(other_names.begin(), other_names.end(),
                                   [&](const auto& pair) { return is_command && pair.first == word; });
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string near = habit != other_names.end()
                               ? std::string(habit->second)
                               : nearest_word(word.substr(0, word.find('=')), candidates).value_or("");
  const std::string what_nl = is_option ? "geen optie" : is_command ? "geen opdracht" : "hier te veel";
  const std::string what_en = is_option ? "not an option" : is_command ? "not a command" : "one too many here";
  const std::string of = place.get_parent() == nullptr ? "" : fmt::format(" van '{}'", place.get_name());
  const std::string of_en = place.get_parent() == nullptr ? "" : fmt::format(" of '{}'", place.get_name());
  std::string nl = fmt::format("'{}' is {}{}", word, what_nl, is_option ? of : "");
  std::string en = fmt::format("'{}' is {}{}", word, what_en, is_option ? of_en : "");
  if (!near.empty()) {
    return UsageError({nl + fmt::format("; bedoelde u '{}'?", near), en + fmt::format("; did you mean '{}'?", near)});
  }
  if (names.empty()) return UsageError({nl + ".", en + "."});
  return UsageError({nl + "; kies uit: " + listed(names) + ".", en + "; choose from: " + listed(names) + "."});
}

Argument with_choices(const CLI::App& program, BilingualText question) {
  return {fmt::format("{} Kies uit: {}.", question.nl, listed(commands_of(program))),
          fmt::format("{} Choose from: {}.", question.en, listed(commands_of(program)))};
}

}  // namespace wegwijs
