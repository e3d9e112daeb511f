#include "outputs/static_files.h"

#include <algorithm>

#include "outputs/address_rules.h"
#include "outputs/comment_lines.h"
#include "source/web_address.h"

namespace wegwijs {
namespace {

constexpr std::string_view theme_folder = "static";

template <typename Visit>
void visit_files(const OutputContext& context, const Visit& visit) {
  const std::string folder = std::string(theme_mount) + std::string(theme_folder);
  FileId first{};
  const auto files = context.sources.files_below(folder, first);
  for (std::size_t index = 0; index < files.size(); ++index) {
    visit(static_cast<FileId>(static_cast<std::size_t>(first) + index), files[index].path.substr(folder.size()));
  }
}

}  // namespace

void add_static_file_addresses(const OutputContext& context, std::vector<std::string>& addresses,
                               Diagnostics& diagnostics) {
  const std::vector<std::string> made = addresses;
  const auto add = [&](FileId file, const std::string& address) {
    const std::string page = address.ends_with("/index.html") ? address.substr(0, address.size() - 10) : address;
    const bool taken = context.plan.page_at.contains(page) || std::binary_search(made.begin(), made.end(), address);
    if (taken) diagnostics.report(file_at_page, {file, 0, 0}, {context.sources.path_of(file)});
    addresses.push_back(address);
  };
  visit_files(context, [&](FileId file, const std::string& path) { add(file, address_of_path(path)); });
  for (const ContentFile& content : context.content.files) add(content.file, content.address);
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
