#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "model/settings.h"
#include "source/site_address.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The first name between braces, "niveaus" in "/scholen/{niveaus}/"; empty when there is none.
std::string_view braced_name(std::string_view text);

/// Reads single values of `site.yaml`. What is wrong with one is reported at its place, and the value is then empty.
class SettingValues {
 public:
  explicit SettingValues(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// Reports that `expected` belongs at `key`, and perhaps what was meant.
  void report(const YamlNode& node, std::string_view key, BilingualText expected, std::string meant = {}) const;
  /// True when the address at `key` can be used; a wrong one is reported.
  bool is_good(const YamlNode& node, std::string_view key, const std::optional<AddressFault>& fault) const;

  /// The text at `key` with its place; without one, empty and at the place of `node`.
  static SettingText setting(const YamlNode& node, std::string_view key);
  /// The name of a template at `key`, else `otherwise`.
  static SettingText page_template(const YamlNode& node, std::string_view otherwise);
  SettingText address(const YamlNode& node, std::string_view key) const;
  SettingText folder_address(const YamlNode& node, std::string_view key) const;
  SettingText feed_address(const YamlNode& node, std::string_view key) const;
  /// A folder within the portal.
  SettingText folder(const YamlNode& node, std::string_view key) const;
  /// A number from 1 on.
  std::size_t count(const YamlNode& node, std::string_view key) const;

 private:
  template <typename FaultIn>
  SettingText checked_address(const YamlNode& node, std::string_view key, const FaultIn& fault_in) const;

  Diagnostics& diagnostics_;
};

}  // namespace wegwijs
