#include "model/gone_addresses.h"

#include "model/file_limits.h"
#include "model/settings_rules.h"
#include "schema/key_check.h"
#include "source/yaml_tree.h"

namespace wegwijs {

std::map<std::string, Date, std::less<>> read_gone_addresses(const FileTree& sources, Diagnostics& diagnostics) {
  std::map<std::string, Date, std::less<>> gone;
  const std::optional<FileId> file = sources.find(gone_addresses_file_name);
  if (!file || !may_be_read(sources, *file)) return gone;
  const std::optional<YamlNode> node = read_yaml(sources.read(*file), *file, 0, diagnostics);
  if (!node) return gone;
  const MapReader top(*node, {"de bronnencontrole", "the source checks"}, diagnostics);
  top.check_keys({"weg"});
  for (const YamlNode& element : top.elements("weg")) {
    const MapReader reader(element, {"een adres dat weg is", "an address that is gone"}, diagnostics);
    reader.check_keys({"adres", "op"});
    const std::optional<std::string> address = reader.required_text("adres");
    const std::optional<std::string> day = reader.required_text("op");
    if (!address || !day) continue;
    const std::optional<Date> date = read_date(*day);
    if (date) gone.emplace(*address, *date);
    if (!date) {
      diagnostics.report(bad_setting, reader.find("op")->where,
                         {*day, "op", {"een dag, als 2026-11-23", "a day, such as 2026-11-23"}});
    }
  }
  return gone;
}

}  // namespace wegwijs
