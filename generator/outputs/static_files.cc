#include "outputs/static_files.h"

#include <algorithm>

#include "outputs/address_rules.h"
#include "outputs/comment_lines.h"

namespace wegwijs {
namespace {

/// A folder of the sources whose files are published as they are, below an address.
struct PublishedFolder {
  std::string folder;
  std::string address;
};

std::vector<PublishedFolder> published_folders(const Site& site) {
  std::vector<PublishedFolder> folders{{std::string(theme_mount) + "static", "/"}};
  if (!site.settings.files_folder.empty()) folders.push_back({site.settings.files_folder, "/bestanden/"});
  return folders;
}

template <typename Visit>
void visit_files(const OutputContext& context, const Visit& visit) {
  for (const PublishedFolder& published : published_folders(context.site)) {
    FileId first{};
    const auto files = context.sources.files_below(published.folder, first);
    for (std::size_t index = 0; index < files.size(); ++index) {
      const auto id = static_cast<FileId>(static_cast<std::size_t>(first) + index);
      visit(id, published.address + files[index].path.substr(published.folder.size() + 1));
    }
  }
}

}  // namespace

void add_static_file_addresses(const OutputContext& context, std::vector<std::string>& addresses,
                               Diagnostics& diagnostics) {
  const std::vector<std::string> made = addresses;
  visit_files(context, [&](FileId file, const std::string& address) {
    const std::string page = address.ends_with("/index.html") ? address.substr(0, address.size() - 10) : address;
    const bool taken = context.plan.page_at.contains(page) || std::binary_search(made.begin(), made.end(), address);
    if (taken) diagnostics.report(file_at_page, {file, 0, 0}, {context.sources.path_of(file)});
    addresses.push_back(address);
  });
}

void write_static_files(const OutputContext& context, Sink& sink) {
  visit_files(context, [&](FileId file, const std::string& address) {
    std::string bytes = context.sources.read(file);
    if (address.ends_with(".js")) bytes = published_script(bytes);
    if (address.ends_with(".css")) bytes = published_style_sheet(bytes);
    sink.write(address.substr(1), bytes);
  });
}

}  // namespace wegwijs
