#include "schema/read_options.h"

#include "schema/key_check.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

std::string lower_case_id(std::string_view id) {
  const std::string folded_id = slug_for(id);
  return id.find('_') == std::string_view::npos ? folded_id : "";
}

}  // namespace

Label read_label(const YamlNode* node, Diagnostics& diagnostics) {
  if (node == nullptr) return {};
  if (node->kind == YamlNode::Kind::scalar) return {node->text, ""};
  const MapReader reader(*node, {"een label", "a label"}, diagnostics);
  reader.check_keys({"nl", "en"});
  return {reader.text("nl").value_or(""), reader.text("en").value_or("")};
}

void check_id_form(const YamlNode& id, Diagnostics& diagnostics) {
  const bool is_good = id.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
  if (!is_good) diagnostics.report(schema_id_form, id.where, {id.text}, lower_case_id(id.text));
}

namespace {

Option read_option(const YamlNode& node, Diagnostics& diagnostics) {
  if (node.kind == YamlNode::Kind::scalar) {
    check_id_form(node, diagnostics);
    return {node.text, {node.text, ""}, {}};
  }
  const MapReader reader(node, {"een keuze", "an option"}, diagnostics);
  reader.check_keys({"id", "label", "help"});
  Option option{reader.required_text("id").value_or(""), read_label(node.find("label"), diagnostics),
                read_label(node.find("help"), diagnostics)};
  if (option.label.empty()) option.label.nl = option.id;
  return option;
}

}  // namespace

std::vector<Option> read_options(const YamlNode& list, Diagnostics& diagnostics) {
  std::vector<Option> options;
  for (const YamlNode& element : list.elements) {
    Option option = read_option(element, diagnostics);
    const bool repeated =
        std::any_of(options.begin(), options.end(), [&](const Option& one) { return one.id == option.id; });
    if (repeated) diagnostics.report(schema_declared_twice, element.where, {option.id});
    if (!repeated) report_repeated_label(options, option, element.where, diagnostics);
    if (!repeated) options.push_back(std::move(option));
  }
  return options;
}

}  // namespace wegwijs
