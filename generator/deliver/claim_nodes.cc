#include "deliver/claim_nodes.h"

#include <algorithm>

#include "source/yaml_edits.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

void set_text(YamlNode& map, std::string_view key, const std::string& text) {
  if (!text.empty()) set_value(map, key, yaml_text(text));
}

YamlNode list_of(const std::vector<std::string>& texts) {
  YamlNode list = yaml_list();
  for (const std::string& text : texts) list.elements.push_back(yaml_text(text));
  return list;
}

YamlNode check_node(const std::string& date, const std::string& by) {
  YamlNode check = yaml_map();
  set_text(check, "op", date);
  set_text(check, "door", by);
  return check;
}

std::string text_at(const YamlNode& map, std::string_view key) {
  const YamlNode* value = map.find(key);
  return value == nullptr ? std::string() : value->text;
}

}  // namespace

YamlNode claim_from_answer(const Answer& answer, const Field& field, const ClaimWords& words, YamlNode source,
                           const std::string& date) {
  YamlNode claim = yaml_map();
  const bool is_text = field.type == FieldType::text_claim;
  if (!is_text) set_text(claim, "status", answer.answer);
  set_text(claim, is_text ? "tekst" : "toelichting", answer.explanation);
  if (!answer.levels.empty() || !answer.years.empty()) {
    YamlNode scope = yaml_map();
    if (!answer.levels.empty()) set_value(scope, words.level_field, list_of(answer.levels));
    if (!answer.years.empty()) set_value(scope, words.years.key, list_of(answer.years));
    set_value(claim, "voor", std::move(scope));
  }
  if (!is_text && !answer.amount.empty()) {
    YamlNode amount = yaml_map();
    set_text(amount, "aantal", answer.amount);
    set_text(amount, "eenheid", answer.unit);
    set_value(claim, "omvang", std::move(amount));
  }
  if (!is_text) set_text(claim, "vanaf", answer.from);
  set_value(claim, "bron", std::move(source));
  set_text(claim, "peildatum", date);
  set_value(claim, "gecontroleerd", check_node(date, words.own_checker));
  return claim;
}

YamlNode as_claim_list(const YamlNode& value) {
  if (value.kind == YamlNode::Kind::sequence) {
    YamlNode list = yaml_list();
    for (const YamlNode& element : value.elements) {
      YamlNode one = as_claim_list(element);
      std::move(one.elements.begin(), one.elements.end(), std::back_inserter(list.elements));
    }
    return list;
  }
  YamlNode list = yaml_list();
  if (value.kind == YamlNode::Kind::map) {
    list.elements.push_back(value);
  } else if (value.kind == YamlNode::Kind::scalar) {
    YamlNode claim = yaml_map();
    set_value(claim, "status", yaml_text(value.text));
    list.elements.push_back(std::move(claim));
  }
  return list;
}

YamlNode with_check(const YamlNode& claims, const std::string& date, const std::string& by) {
  YamlNode list = as_claim_list(claims);
  for (YamlNode& claim : list.elements) set_value(claim, "gecontroleerd", check_node(date, by));
  return list;
}

YamlNode source_node(const GivenSource& source) {
  YamlNode node = yaml_map();
  set_text(node, "soort", source.kind);
  set_text(node, "titel", source.title);
  set_text(node, "url", source.address);
  set_text(node, "plaats", source.page);
  return node;
}

std::string source_id(YamlNode& sources, const GivenSource& source) {
  for (const YamlNode::Entry& entry : sources.entries) {
    const bool is_same = text_at(entry.value, "titel") == source.title &&
                         text_at(entry.value, "url") == source.address && text_at(entry.value, "plaats") == source.page;
    if (is_same) return entry.key;
  }
  std::string base = slug_for(source.title);
  if (base.empty() || base.size() > 40) base = source.kind.empty() ? "bron-van-school" : source.kind;
  std::string id = base;
  for (int number = 2; sources.find(id) != nullptr; ++number) id = base + "-" + std::to_string(number);
  set_value(sources, id, source_node(source));
  return id;
}

}  // namespace wegwijs
