#include "pages/site_links.h"

#include <algorithm>
#include <array>

#include "source/link_rules.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/edit_distance.h"
#include "text/path_parts.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 4> source_extensions{".md", ".yaml", ".yml", ".markdown"};

bool names_source(std::string_view path) {
  const std::string name = lower_case(path);
  return std::any_of(source_extensions.begin(), source_extensions.end(),
                     [&](std::string_view extension) { return name.ends_with(extension); });
}

/// Host and path of an http or https address, without "www." and in lower case up to the path; empty for others.
std::string bare_address(std::string_view address) {
  const std::string beginning = lower_case(address.substr(0, 8));
  const std::size_t scheme = beginning == "https://" ? 8 : beginning.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return "";
  const std::string_view rest = address.substr(scheme);
  const std::size_t host = std::min(rest.find_first_of("/?#"), rest.size());
  const std::string name = lower_case(rest.substr(0, host));
  return (name.starts_with("www.") ? name.substr(4) : name) + std::string(rest.substr(host));
}

}  // namespace

SiteLinks::SiteLinks(const Site& site, const FileTree& sources, const PictureSizes& pictures, const ThemeIds& ids)
    : site_(site), sources_(sources), pictures_(pictures), ids_(ids) {
  for (std::size_t number = 0; number < site.collections.size(); ++number) {
    const std::vector<Entry>& entries = site.collections[number].entries;
    for (std::size_t index = 0; index < entries.size(); ++index) {
      entry_of_.emplace(static_cast<std::uint32_t>(entries[index].file),
                        EntryNumber{static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(index)});
    }
  }
  for (std::size_t number = 0; number < sources.files().size(); ++number) {
    const std::string& path = sources.files()[number].path;
    if (!path.starts_with(theme_mount)) file_of_.emplace(address_of_path(path), static_cast<FileId>(number));
  }
}

std::string SiteLinks::own_address(std::string_view address) const {
  const std::string wanted = bare_address(address);
  if (wanted.empty()) return "";
  for (const std::string& base : {site_.settings.base_address, site_.settings.written_base_address}) {
    const std::string own = bare_address(base);
    if (own.empty()) continue;
    if (wanted.starts_with(own)) return "/" + wanted.substr(own.size());
    const std::size_t root = own.size() - 1;  // without the slash at its end
    const bool is_root = wanted.starts_with(own.substr(0, root)) &&
                         (wanted.size() == root || wanted[root] == '?' || wanted[root] == '#');
    if (is_root) return "/" + wanted.substr(root);
  }
  return "";
}

std::string SiteLinks::published_address(FileId file) const {
  const std::string& path = sources_.file(file).path;
  const std::string files_folder = site_.settings.files_folder.text + "/";
  if (files_folder.size() > 1 && path.starts_with(files_folder)) {
    return "/bestanden/" + address_of_path(path.substr(files_folder.size()));
  }
  if (const auto entry = entry_of_.find(static_cast<std::uint32_t>(file)); entry != entry_of_.end()) {
    return place_of(site_, entry->second);
  }
  // Not on the site today, or not readable: the address that its page will have.
  for (const Collection& collection : site_.collections) {
    if (!path.starts_with(collection.rule->folder.text + "/") || !names_source(path)) continue;
    const std::string name(last_part(path));
    const std::string& pattern = collection.rule->address.text;
    const std::size_t place = pattern.find("{id}");
    if (name.starts_with('_') || place == std::string::npos) return "";
    return pattern.substr(0, place) + slug_for(name.substr(0, name.rfind('.'))) + pattern.substr(place + 4);
  }
  return "";
}

std::string SiteLinks::published_as_written(std::string_view path) const {
  constexpr std::string_view folder = "/bestanden/";
  if (!path.starts_with(folder)) return "";
  const std::string files_folder = address_of_path(site_.settings.files_folder.text + "/");
  const auto is_there = [&](const std::string& name) { return file_of_.contains(files_folder + name); };
  // As it is decoded first: "%20" means a space unless only a file with that name is there.
  if (is_there(canonical_address(path.substr(folder.size())))) return "";
  const std::string name = address_of_path(path.substr(folder.size()));
  return is_there(name) ? std::string(folder) + name : "";
}

LinkTarget SiteLinks::target_of_source(const std::string& path, std::string_view written, std::string_view rest) const {
  const FileId file = file_of_.at(path);
  const std::string address = published_address(file);
  if (address.empty()) {
    return {std::string(written), &source_without_page, {sources_.path_of(file)}, "", true};
  }
  // A place on a page of a calendar has its fragment already.
  if (address.find('#') != std::string::npos) return {address};
  return {address + std::string(rest)};
}

LinkTarget SiteLinks::unknown_source(const std::string& path, std::string_view written) const {
  LinkTarget target{std::string(written), &source_unknown, {std::string(written), path}, "", true};
  const std::string_view name = last_part(path);
  std::vector<std::string_view> names;
  std::map<std::string_view, FileId> file_with;
  for (const auto& [other, file] : file_of_) {
    if (!names_source(other)) continue;
    const std::string_view other_name = last_part(other);
    names.push_back(other_name);
    // Of files with one name in several folders the first by path.
    const auto [known, is_new] = file_with.emplace(other_name, file);
    if (!is_new) known->second = std::min(known->second, file);
  }
  std::sort(names.begin(), names.end());
  const auto same = file_with.find(name);
  const std::optional<std::string> near = same != file_with.end() ? std::string(name) : nearest_word(name, names);
  if (near) target.suggestion = published_address(file_with.at(*near));
  return target;
}

LinkTarget SiteLinks::target_of(std::string_view address, FileId file) const {
  if (std::string own = own_address(address); !own.empty()) {
    return {own, &own_full_address, {std::string(address), own}, ""};
  }
  if (is_external_address(address) || !is_allowed_address(address)) return {std::string(address)};
  const std::size_t end = std::min(find_any_of<'?', '#'>(address), address.size());
  // Most links: a page as it is written. No file of the sources has a name that ends like this.
  const std::string_view written = address.substr(0, end);
  if (written.starts_with('/') && written.ends_with('/') && find_any_of<'%', '\\', '.'>(written) == npos)
    return {std::string(address)};
  const std::string written_path = canonical_address(written);
  const std::string_view rest = address.substr(end);
  if (written_path.empty()) return {std::string(address)};
  const bool is_from_root = written_path.starts_with('/');
  const std::string folder = is_from_root || file == no_file ? "" : std::string(folder_of(sources_.path_of(file)));
  const std::string path = path_from(address_of_path(folder), written_path);
  if (file_of_.contains(path)) return target_of_source(path, address.substr(0, end), rest);
  // A % that encodes nothing: "100%25.pdf" as a name was written as it stands.
  if (const std::string plain = path_from(address_of_path(folder), address_of_path(address.substr(0, end)));
      file_of_.contains(plain)) {
    return target_of_source(plain, address.substr(0, end), rest);
  }
  if (const std::string published = published_as_written(address.substr(0, end)); !published.empty()) {
    return {published + std::string(rest)};
  }
  if (!is_from_root && names_source(written_path)) return unknown_source(path, address.substr(0, end));
  return {std::string(address)};
}

std::optional<PictureSize> SiteLinks::picture_size(std::string_view address) const {
  const auto found = pictures_.find(canonical_address(address.substr(0, address.find_first_of("?#"))));
  return found == pictures_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace wegwijs
