#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "commands/commands.h"
#include "commands/loaded_site.h"
#include "files/digest.h"
#include "files/replace_file.h"
#include "model/settings.h"
#include "pipeline/search_records.h"
#include "text/counted.h"

namespace wegwijs {
namespace {

using Json = nlohmann::ordered_json;

/// One page as one line. Its id is made of its address, from letters and digits only, as some engines want it.
std::string line_of(const SearchRecord& record, const Settings& settings, const std::string& base_address) {
  Json lines = Json::array();
  Json names = Json::array();
  for (const SearchLine& line : record.text.lines) (line.is_shown ? lines : names).push_back(line.text);
  const Json json{{"id", hexadecimal(digest_of(record.address))},
                  {"url", base_address + record.address.substr(1)},
                  {"address", record.address},
                  {"language", settings.language == Language::en ? "en" : "nl"},
                  {"kind", record.kind.label},
                  {"weight", record.kind.precedence},
                  {"title", record.text.title},
                  {"summary", record.text.summary},
                  {"facts", record.text.facts},
                  {"names", std::move(names)},
                  {"lines", std::move(lines)},
                  {"headings", record.text.headings},
                  {"text", record.text.body}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode export_search_records(const CommandLine& command_line) {
  return with_steady_sources([&](KeepBytes keep) {
    Diagnostics diagnostics;
    std::optional<LoadedSite> loaded = load_site_on_disk(command_line, diagnostics, keep);
    if (!loaded) return ExitCode::content;
    const SiteOnDisk& on_disk = loaded->on_disk;
    const std::optional<std::vector<SearchRecord>> records =
        search_records(on_disk.sources, on_disk.facts, std::move(loaded->site), diagnostics);
    if (!records) {
      check_unchanged(diagnostics, on_disk.sources);
      print_diagnostics(diagnostics, on_disk.sources, ReportForm::text, command_line.language);
      return ExitCode::content;
    }
    std::string lines;
    for (const SearchRecord& record : *records)
      lines += line_of(record, *on_disk.settings, on_disk.facts.base_address.value_or(on_disk.settings->base_address));
    if (!command_line.output_folder) {
      std::cout << lines;
      return ExitCode::good;
    }
    replace_file(*command_line.output_folder, lines);
    std::cout << fmt::format("{}: {}.\n", command_line.output_folder->string(),
                             command_line.language == Language::en ? counted(records->size(), "page", "pages")
                                                                   : counted(records->size(), "pagina", "pagina's"));
    return ExitCode::good;
  });
}

}  // namespace wegwijs
