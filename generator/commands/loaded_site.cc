#include "commands/loaded_site.h"

namespace wegwijs {

std::optional<LoadedSite> load_site_on_disk(const CommandLine& command_line, Diagnostics& diagnostics, KeepBytes keep) {
  FileTree settings_only;
  std::optional<SiteOnDisk> on_disk = read_site_on_disk(command_line, diagnostics, settings_only, keep);
  std::optional<Site> site = on_disk ? load_site(on_disk->sources, on_disk->facts, diagnostics) : std::nullopt;
  if (!site) {
    print_diagnostics(diagnostics, on_disk ? on_disk->sources : settings_only, ReportForm::text, command_line.language);
    return std::nullopt;
  }
  return LoadedSite{std::move(*on_disk), std::move(*site)};
}

}  // namespace wegwijs
