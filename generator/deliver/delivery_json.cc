#include <algorithm>
#include <nlohmann/json.hpp>

#include "deliver/delivery.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

using Json = nlohmann::json;

constexpr int deepest_nesting = 8;

/// Whether the brackets of `bytes` nest no deeper than a form does: the JSON library recurses.
bool is_shallow(std::string_view bytes) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t position = 0; position < bytes.size(); ++position) {
    const char c = bytes[position];
    if (in_text && c == '\\') {
      ++position;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text && (c == '{' || c == '[')) {
      if (++depth > deepest_nesting) return false;
    } else if (!in_text && (c == '}' || c == ']')) {
      --depth;
    }
  }
  return true;
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() || found->is_boolean() ? found->dump() : "";
}

std::vector<std::string> texts_at(const Json& object, const char* key) {
  std::vector<std::string> texts;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return texts;
  for (const Json& element : *found) texts.push_back(element.is_string() ? element.get<std::string>() : element.dump());
  return texts;
}

GivenSource source_at(const Json& object) {
  const auto found = object.find("bron");
  if (found == object.end() || !found->is_object()) return {};
  return {text_at(*found, "soort"), text_at(*found, "titel"), text_at(*found, "url"), text_at(*found, "plaats")};
}

void read_answer(const Json& object, std::size_t number, const ClaimWords& words, Delivery& delivery) {
  const std::string count = std::to_string(number);
  if (!object.is_object() || text_at(object, "veld").empty()) {
    delivery.not_understood.push_back({{"antwoord " + count, "answer " + count},
                                       object.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 200),
                                       {"Hierbij staat niet over welk onderwerp het gaat. Vraag het de school.",
                                        "This does not say which topic it is about. Ask the school."}});
    return;
  }
  Answer answer;
  answer.field = text_at(object, "veld");
  answer.place = {"veld '" + answer.field + "'", "field '" + answer.field + "'"};
  answer.answer = text_at(object, "antwoord");
  answer.explanation = text_at(object, "uitleg");
  answer.levels = texts_at(object, words.level_field.c_str());
  answer.years = texts_at(object, words.years.key.c_str());
  answer.amount = text_at(object, "aantal");
  answer.unit = text_at(object, "eenheid");
  answer.from = text_at(object, "vanaf");
  answer.source = source_at(object);
  if (object.contains("gezien")) answer.seen = text_at(object, "gezien");
  delivery.answers.push_back(std::move(answer));
}

}  // namespace

Delivery read_delivery_json(std::string_view bytes, const Site& site) {
  Delivery delivery;
  if (first_invalid_utf8(bytes) != std::string_view::npos) {
    delivery.refusal = {"Dit bestand is beschadigd: de letters kloppen niet (het is geen UTF-8). Vraag het opnieuw.",
                        "This file is damaged: its letters are wrong (it is not UTF-8). Ask for it again."};
    return delivery;
  }
  const Json json = is_shallow(bytes) ? Json::parse(bytes, nullptr, false) : Json();
  if (!json.is_object()) {
    delivery.refusal = {
        "Dit bestand is niet heel of is geen formulier van Wegwijs. Vraag de school om het opnieuw te "
        "bewaren en te mailen.",
        "This file is not whole or is no form of Wegwijs. Ask the school to save and mail it again."};
    return delivery;
  }
  if (text_at(json, "soort") != "wegwijs-wijziging") {
    delivery.refusal = {"Dit is geen formulier van Wegwijs: er staat niet 'wegwijs-wijziging' in.",
                        "This is no form of Wegwijs: it does not say 'wegwijs-wijziging'."};
    return delivery;
  }
  if (text_at(json, "versie") != "1") {
    const std::string version = text_at(json, "versie");
    delivery.refusal = {
        "Dit formulier heeft vorm '" + version +
            "'; dit programma kent alleen vorm 1. Gebruik een nieuwere Wegwijs, of laat het formulier "
            "opnieuw invullen.",
        "This form is of kind '" + version +
            "'; this program knows kind 1 only. Use a newer Wegwijs, or have the form filled in again."};
    return delivery;
  }
  delivery.collection = text_at(json, "verzameling");
  delivery.entry = text_at(json, "id");
  delivery.title = text_at(json, "naam");
  delivery.schema_version = text_at(json, "profielversie");
  delivery.made_on = text_at(json, "gemaakt_op");
  delivery.role = text_at(json, "functie");
  delivery.source = source_at(json);
  const auto is_new = json.find("nieuw");
  delivery.is_new = is_new != json.end() && is_new->is_boolean() && is_new->get<bool>();
  const auto facts = json.find("gegevens");
  if (facts != json.end() && facts->is_object()) {
    for (const auto& [key, value] : facts->items()) {
      if (value.is_string() && !value.get<std::string>().empty()) delivery.facts.emplace_back(key, value);
    }
  }
  const auto answers = json.find("antwoorden");
  if (answers == json.end() || !answers->is_array()) {
    delivery.refusal = {
        "De antwoorden in dit bestand zijn niet te lezen. Vraag de school om het opnieuw te bewaren en te mailen.",
        "The answers in this file cannot be read. Ask the school to save and mail it again."};
    return delivery;
  }
  if (answers->size() > most_answers) {
    const std::string count = std::to_string(answers->size());
    const std::string most = std::to_string(most_answers);
    delivery.refusal = {"Dit bestand heeft " + count + " antwoorden; een formulier heeft er hooguit " + most + ".",
                        "This file has " + count + " answers; a form has " + most + " at most."};
    return delivery;
  }
  const ClaimWords& words = claim_words_of(site, delivery.collection);
  std::size_t number = 0;
  for (const Json& answer : *answers) read_answer(answer, ++number, words, delivery);
  return delivery;
}

}  // namespace wegwijs
