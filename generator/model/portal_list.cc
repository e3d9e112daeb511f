#include "model/portal_list.h"

#include <algorithm>

#include "files/sink.h"
#include "model/settings_rules.h"
#include "schema/key_check.h"
#include "source/yaml_tree.h"

namespace wegwijs {
namespace {

/// Whether one of the two folders is the other, or lies in it: the site of one would be among the sources of the other.
bool overlap(const std::string& one, const std::string& other) {
  return (one + "/").starts_with(other + "/") || (other + "/").starts_with(one + "/");
}

}  // namespace

std::optional<std::vector<ListedPortal>> read_portal_list(const FileTree& sources, FileId file,
                                                          Diagnostics& diagnostics) {
  const std::optional<YamlNode> node = read_yaml(sources.read(file), file, 0, diagnostics);
  if (!node) return std::nullopt;
  const MapReader reader(*node, {"de lijst van portalen", "the list of portals"}, diagnostics);
  reader.check_keys({"portalen"});
  std::vector<ListedPortal> portals;
  for (const YamlNode& element : reader.elements("portalen")) {
    std::string folder = element.text;
    while (folder.ends_with('/')) folder.pop_back();
    const bool is_taken = std::any_of(portals.begin(), portals.end(),
                                      [&](const ListedPortal& other) { return overlap(folder, other.folder); });
    if (!is_output_path(folder)) {
      diagnostics.report(bad_setting, element.where,
                         {element.text,
                          "portalen",
                          {"een map onder de map van deze lijst, zoals utrecht of noord/groningen",
                           "a folder below that of this list, such as utrecht or noord/groningen"}});
    } else if (is_taken) {
      diagnostics.report(bad_setting, element.where,
                         {element.text,
                          "portalen",
                          {"een map die niet al genoemd is en niet in een andere ligt",
                           "a folder that was not named before and is not in another one"}});
    } else {
      portals.push_back({std::move(folder), element.where});
    }
  }
  if (!portals.empty()) return portals;
  if (!diagnostics.has_errors()) {
    diagnostics.report(
        bad_setting, node->where,
        {"", "portalen", {"een lijst van mappen met een site.yaml", "a list of folders with a site.yaml"}});
  }
  return std::nullopt;
}

}  // namespace wegwijs
