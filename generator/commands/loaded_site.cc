#include "commands/loaded_site.h"

namespace wegwijs {

std::optional<LoadedSite> load_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics, KeepBytes keep) {
  SiteOnDisk on_disk = read_site_on_disk(command_line, diagnostics, keep);
  std::optional<Site> site =
      on_disk.settings ? load_site(on_disk.sources, *on_disk.settings, on_disk.facts, diagnostics) : std::nullopt;
  if (!site) {
    print_diagnostics(diagnostics, on_disk.sources, ReportForm::text, command_line.language);
    return std::nullopt;
  }
  return LoadedSite{std::move(on_disk), std::move(*site)};
}

SourceReader edit_source_reader(const CommandLine& command_line) {
  return [&command_line](std::string& why) -> std::optional<EditSources> {
    Diagnostics diagnostics;
    SiteOnDisk site = read_site_on_disk(command_line, diagnostics, KeepBytes::yes);
    if (site.settings)
      return EditSources{std::move(site.sources), std::move(*site.settings), site.facts, command_line.root};
    why = report_as_lines(diagnostics.in_source_order(), site.sources, command_line.language);
    return std::nullopt;
  };
}

}  // namespace wegwijs
