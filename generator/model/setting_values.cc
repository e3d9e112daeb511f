#include "model/setting_values.h"

#include <charconv>

#include "model/settings_rules.h"

namespace wegwijs {

std::string_view braced_name(std::string_view text) {
  const std::size_t open = text.find('{');
  const std::size_t close = text.find('}', open);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  return text.substr(open + 1, close - open - 1);
}

void SettingValues::report(const YamlNode& node, std::string_view key, BilingualText expected,
                           std::string meant) const {
  diagnostics_.report(bad_setting, node.where, {node.text, std::string(key), expected}, std::move(meant));
}

bool SettingValues::is_good(const YamlNode& node, std::string_view key,
                            const std::optional<AddressFault>& fault) const {
  if (fault) report(node, key, fault->expected, fault->meant);
  return !fault;
}

SettingText SettingValues::setting(const YamlNode& node, std::string_view key) {
  const YamlNode* value = node.find(key);
  return value == nullptr ? SettingText{"", node.where} : SettingText{value->text, value->where};
}

SettingText SettingValues::page_template(const YamlNode& node, std::string_view otherwise) {
  SettingText name = setting(node, "sjabloon");
  if (name.text.empty()) name.text = otherwise;
  return name;
}

template <typename FaultIn>
SettingText SettingValues::checked_address(const YamlNode& node, std::string_view key, const FaultIn& fault_in) const {
  SettingText value = setting(node, key);
  const YamlNode* written = node.find(key);
  if (written == nullptr || written->kind == YamlNode::Kind::null) return value;
  return is_good(*written, key, fault_in(value.text)) ? value : SettingText{"", value.where};
}

SettingText SettingValues::address(const YamlNode& node, std::string_view key) const {
  return checked_address(node, key, page_pattern_fault);
}

SettingText SettingValues::folder_address(const YamlNode& node, std::string_view key) const {
  return checked_address(node, key, folder_address_fault);
}

SettingText SettingValues::feed_address(const YamlNode& node, std::string_view key) const {
  return checked_address(node, key, [](std::string_view text) { return file_address_fault(text, ".xml"); });
}

SettingText SettingValues::folder(const YamlNode& node, std::string_view key) const {
  SettingText value = setting(node, key);
  const bool good = !value.text.empty() && !value.text.starts_with('/') && !value.text.starts_with('.') &&
                    value.text.find("..") == std::string::npos && !value.text.ends_with('/');
  if (!good && node.find(key) != nullptr)
    report(*node.find(key), key,
           {"een map binnen het portaal, zonder / erachter", "a folder inside the portal, without a / behind it"});
  return value;
}

std::size_t SettingValues::count(const YamlNode& node, std::string_view key) const {
  std::size_t number = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [rest, fault] = std::from_chars(node.text.data(), end, number);
  if (fault != std::errc() || rest != end || number == 0)
    report(node, key, {"een getal vanaf 1", "a number from 1 on"});
  return number;
}

}  // namespace wegwijs
