#include "edit/edit_wishes.h"

#include <nlohmann/json.hpp>

#include "source/yaml_edits.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// Throws nothing; empty for numbers, yes/no and what is too deep.
std::optional<YamlNode> node_of(const Json& json, int depth) {
  if (depth > yaml_depth_limit) return std::nullopt;
  if (json.is_null()) return YamlNode();
  if (json.is_string()) return yaml_text(json.get<std::string>());
  YamlNode node = json.is_array() ? yaml_list() : yaml_map();
  if (json.is_array()) {
    for (const Json& element : json) {
      std::optional<YamlNode> read = node_of(element, depth + 1);
      if (!read) return std::nullopt;
      node.elements.push_back(std::move(*read));
    }
    return node;
  }
  if (!json.is_object()) return std::nullopt;
  for (const auto& [key, value] : json.items()) {
    std::optional<YamlNode> read = node_of(value, depth + 1);
    if (!read) return std::nullopt;
    node.entries.push_back({key, {}, std::move(*read)});
  }
  return node;
}

/// The value under `name`; false when it is there in a form that cannot be.
bool read_value_at(const Json& json, const char* name, std::optional<YamlNode>& value) {
  if (!json.contains(name) || json[name].is_null()) return true;
  value = node_of(json[name], 1);
  return value.has_value();
}

std::string text_at(const Json& json, std::string_view name) {
  const auto found = json.find(std::string(name));
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Json> parsed(std::string_view text) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  return json;
}

Json json_value(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return nullptr;
    case YamlNode::Kind::scalar:
      return node.text;
    case YamlNode::Kind::sequence: {
      Json list = Json::array();
      for (const YamlNode& element : node.elements) list.push_back(json_value(element));
      return list;
    }
    case YamlNode::Kind::map:
      break;
  }
  Json map = Json::object();
  for (const YamlNode::Entry& entry : node.entries) map[entry.key] = json_value(entry.value);
  return map;
}

}  // namespace

std::optional<SaveWish> read_save_wish(std::string_view text) {
  const std::optional<Json> json = parsed(text);
  if (!json) return std::nullopt;
  SaveWish wish;
  wish.collection = text_at(*json, "verzameling");
  wish.slug = text_at(*json, "naam");
  wish.digest = text_at(*json, "versie");
  wish.entry.changes.collection = wish.collection;
  wish.entry.changes.entry = wish.slug;
  if (json->contains("bestand")) {
    if (!(*json)["bestand"].is_string()) return std::nullopt;
    wish.whole_file = text_at(*json, "bestand");
    return wish;
  }
  if (const auto fields = json->find("velden"); fields != json->end()) {
    if (!fields->is_object()) return std::nullopt;
    for (const auto& [id, values] : fields->items()) {
      FieldChange change;
      change.field = id;
      if (!values.is_object() || !read_value_at(values, "was", change.seen) ||
          !read_value_at(values, "wordt", change.wanted))
        return std::nullopt;
      wish.entry.changes.fields.push_back(std::move(change));
    }
  }
  if (const auto body = json->find("tekst"); body != json->end()) {
    if (!body->is_object() || !body->contains("was") || !body->contains("wordt")) return std::nullopt;
    wish.entry.seen_text = text_at(*body, "was");
    wish.entry.text = text_at(*body, "wordt");
  }
  return wish;
}

std::optional<TableWish> read_table_wish(std::string_view text) {
  const std::optional<Json> json = parsed(text);
  if (!json || !json->contains("rijen") || !(*json)["rijen"].is_array()) return std::nullopt;
  TableWish wish{
      text_at(*json, "verzameling"), text_at(*json, "naam"), text_at(*json, "pad"), text_at(*json, "versie"), {}};
  for (const Json& row : (*json)["rijen"]) {
    if (!row.is_array()) return std::nullopt;
    std::vector<std::string>& cells = wish.rows.emplace_back();
    for (const Json& cell : row) {
      if (!cell.is_string()) return std::nullopt;
      cells.push_back(cell.get<std::string>());
    }
  }
  return wish;
}

WishFields::WishFields(std::string_view json) : json_(json) {}

std::string WishFields::text(std::string_view name) const {
  const std::optional<Json> json = parsed(json_);
  return json ? text_at(*json, name) : std::string();
}

bool WishFields::flag(std::string_view name) const {
  const std::optional<Json> json = parsed(json_);
  if (!json) return false;
  const auto found = json->find(std::string(name));
  return found != json->end() && found->is_boolean() && found->get<bool>();
}

std::string json_of(const YamlNode& node) {
  return json_value(node).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string json_text(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wegwijs
