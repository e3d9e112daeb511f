#include "pipeline/file_links.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/postcode_files.h"
#include "products/content_file_rules.h"
#include "source/web_address.h"
#include "text/path_parts.h"

namespace wegwijs {

void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const Site& site,
                         const PageFindings& findings, Diagnostics& diagnostics) {
  const std::vector<std::string> fetched = postcode_addresses(site);
  std::unordered_set<AddressHash> linked;
  if (!content.files.empty()) {
    for (const BlockLinks& block : findings.links)
      block.visit_targets([&](AddressHash hash, std::string_view) { linked.insert(hash); });
  }
  for (const ContentFile& one : content.files) {
    const bool is_linked = one.kind == nullptr || linked.contains(hash_of(one.address)) ||
                           std::find(fetched.begin(), fetched.end(), one.address) != fetched.end();
    if (is_linked) continue;
    const std::string path = sources.path_of(one.file);
    diagnostics.report(file_without_link, {one.file, 0, 0},
                       {std::string(last_part(path)), percent_encoded_address(one.address)});
  }
}

}  // namespace wegwijs
