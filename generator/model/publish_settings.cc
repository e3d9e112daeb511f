#include "model/publish_settings.h"

#include "model/settings_rules.h"
#include "schema/key_check.h"

namespace wegwijs {
namespace {

void read_amount(const MapReader& reader, std::string_view key, long most, BilingualText expected, std::size_t& amount,
                 Diagnostics& diagnostics) {
  const std::optional<long> number = reader.whole_number(key);
  if (!number) return;
  if (*number >= 1 && *number <= most) {
    amount = static_cast<std::size_t>(*number);
    return;
  }
  const YamlNode& node = *reader.find(key);
  diagnostics.report(bad_setting, node.where, {node.text, std::string(key), expected});
}

}  // namespace

PublishSettings read_publish_settings(const YamlNode& node, Diagnostics& diagnostics) {
  PublishSettings settings;
  const MapReader reader(node, {"het publiceren", "publishing"}, diagnostics);
  reader.check_keys({"naar", "bewaren", "wachttijd"});
  settings.to = reader.required_text("naar").value_or("");
  read_amount(reader, "bewaren", 100, {"een aantal van 1 tot en met 100", "a number from 1 to 100"}, settings.keep,
              diagnostics);
  constexpr long minutes_of_a_week = 10080;
  read_amount(reader, "wachttijd", minutes_of_a_week,
              {"een aantal minuten van 1 tot en met 10080", "a number of minutes from 1 to 10080"}, settings.minutes,
              diagnostics);
  return settings;
}

}  // namespace wegwijs
