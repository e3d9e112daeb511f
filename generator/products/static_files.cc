#include "products/static_files.h"

#include "source/web_address.h"
#include "text/comment_lines.h"

namespace wegwijs {
namespace {

constexpr std::string_view theme_folder = "static";

std::string published_bytes(const FileTree& sources, FileId file, std::string_view address) {
  std::string bytes = sources.read(file);
  if (address.ends_with(".js")) return published_script(bytes);
  if (address.ends_with(".css")) return published_style_sheet(bytes);
  return bytes;
}

}  // namespace

void plan_static_files(const ProductContext& context, std::vector<Product>& products) {
  const std::string folder = std::string(theme_mount) + std::string(theme_folder);
  FileId first{};
  const auto files = context.sources.files_below(folder, first);
  for (std::size_t index = 0; index < files.size(); ++index) {
    const auto file = static_cast<FileId>(static_cast<std::size_t>(first) + index);
    const std::string path = files[index].path.substr(folder.size());
    products.push_back({address_of_path(path), {file, 0, 0}, [&sources = context.sources, file, path] {
                          return published_bytes(sources, file, path);
                        }});
  }
}

}  // namespace wegwijs
