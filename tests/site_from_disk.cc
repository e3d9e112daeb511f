#include "site_from_disk.h"

#include "diagnostic/report.h"
#include "files/disk.h"

namespace wegwijs {

FileTree sources_from_disk(const std::filesystem::path& root) {
  Diagnostics diagnostics;
  const FileTree settings_only = read_tree(root, {"site.yaml"}, {}, {}, diagnostics);
  const Settings settings = read_settings(settings_only, diagnostics).value();
  const std::filesystem::path theme = std::filesystem::path(WEGWIJS_SOURCE) / "themes" / settings.theme.text;
  return read_tree(root, {"site.yaml"}, settings.folders(), theme, diagnostics);
}

SiteFromDisk site_from_disk(const std::filesystem::path& root, Date today) {
  Diagnostics diagnostics;
  const FileTree tree = sources_from_disk(root);
  BuildFacts facts;
  facts.today = today;
  facts.threads = 2;
  MemorySink sink;
  SiteFromDisk result;
  const std::optional<GenerateSummary> summary = generate(tree, facts, sink, diagnostics);
  if (summary) result.summary = *summary;
  result.messages = report_as_lines(diagnostics.in_source_order(), tree, Language::nl);
  result.files.insert(sink.files().begin(), sink.files().end());
  return result;
}

}  // namespace wegwijs
