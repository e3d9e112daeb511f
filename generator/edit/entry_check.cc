#include "edit/entry_check.h"

#include "checks/checks.h"
#include "source/front_matter.h"
#include "source/markdown.h"

namespace wegwijs {

std::vector<FieldMessage> messages_of_file(const EditSources& sources, const FileTree& tree, const std::string& path) {
  Diagnostics diagnostics;
  const std::optional<Site> site = load_site(tree, sources.settings, sources.facts, diagnostics);
  if (site) run_checks({tree, *site, sources.facts.today, sources.facts.threads}, diagnostics);
  const std::optional<FileId> file = tree.find(path);
  if (file && path.ends_with(".md")) {
    Diagnostics ignored;
    const std::string bytes = tree.read(*file);
    if (const std::optional<FrontMatter> header = read_front_matter(bytes, *file, ignored))
      static_cast<void>(
          read_markdown(std::string_view(bytes).substr(header->body.begin), *file, header->body.begin, diagnostics));
  }
  return messages_at_fields(diagnostics, tree, path);
}

}  // namespace wegwijs
