#include "products/content_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_set>

#include "files/digest.h"
#include "files/source_names.h"
#include "model/file_limits.h"
#include "parallel/parallel_map.h"
#include "pictures/published_picture.h"
#include "pictures/svg.h"
#include "products/content_file_rules.h"
#include "products/document_check.h"
#include "products/made_pictures.h"
#include "source/web_address.h"
#include "text/ascii.h"
#include "text/normal_form.h"
#include "text/path_parts.h"

namespace wegwijs {
namespace {

constexpr std::string_view published_folder = "bestanden/";

constexpr std::array<std::string_view, 4> format_names{"JPEG", "PNG", "WebP", "GIF"};
constexpr std::array<std::string_view, 4> format_extensions{".jpg", ".png", ".webp", ".gif"};

std::string kinds_in_words() {
  std::string words;
  for (const FileKind& kind : file_kinds())
    words += (words.empty() ? "" : ", ") + std::string(kind.extension.substr(1));
  return words;
}

/// From its first sign to the end of line `number`.
SourceSpan line_of(FileId file, std::string_view bytes, std::uint32_t number) {
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < number; ++line) {
    const std::size_t end = bytes.find('\n', begin);
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// What one file gives in the first pass.
struct Looked {
  ContentFile content;
  std::optional<PictureSize> size;
  Diagnostics diagnostics;
};

class FirstLook {
 public:
  explicit FirstLook(const FileTree& sources) : sources_(sources) {}

  /// `path`: below the folder.
  Looked look(FileId file, std::string_view path) const {
    Looked looked;
    looked.content = {file,
                      std::string(published_folder) + composed(path),
                      "/" + std::string(published_folder) + address_of_path(path),
                      kind_of_file(last_part(path)),
                      {}};
    const std::string name(last_part(path));
    const FileKind* kind = looked.content.kind;
    if (kind == nullptr) {
      looked.diagnostics.report(file_kind_refused, {file, 0, 0}, {name, refusal_of(name), kinds_in_words()});
    } else if (!may_be_read(sources_, file)) {
      return looked;  // reported by its size
    } else if (kind->picture) {
      look_at_picture(looked, name);
    } else if (kind->extension == ".svg") {
      look_at_drawing(looked, name);
    }
    return looked;
  }

 private:
  void look_at_picture(Looked& looked, const std::string& name) const {
    const FileId file = looked.content.file;
    std::string bytes = sources_.read_beginning(file, picture_header_bytes);
    const std::optional<PictureFormat> format = picture_format(bytes);
    std::optional<PictureHeader> header = read_picture_header(bytes);
    // Some formats keep the orientation after the pixels, and some cameras a large preview before them.
    const bool is_cut = bytes.size() < sources_.file(file).size;
    if (is_cut && (!header || format != PictureFormat::jpeg)) header = read_picture_header(sources_.read(file));
    if (format && format != looked.content.kind->picture) {
      const auto number = static_cast<std::size_t>(*format);
      const std::string right_name = name.substr(0, name.rfind('.')) + std::string(format_extensions[number]);
      looked.diagnostics.report(picture_of_other_kind, {file, 0, 0},
                                {name, std::string(format_names[number]), right_name});
      return;
    }
    const std::optional<BilingualText> fault = header ? fault_of_picture(*header) : std::nullopt;
    if (fault) looked.diagnostics.report(picture_refused, {file, 0, 0}, {name, *fault});
    // Without a header: reported in the second pass, which knows why.
    looked.content.header = header;
    if (!header) return;
    const PublishedSize size = published_size(*header);
    looked.size = {size.width, size.height};
  }

  void look_at_drawing(Looked& looked, const std::string& name) const {
    const std::string bytes = sources_.read(looked.content.file);
    const SvgReading svg = read_svg(bytes);
    if (svg.width > 0) looked.size = {svg.width, svg.height};
    if (!svg.fault) return;
    const Argument words = svg.words.empty()
                               ? Argument("regel " + std::to_string(svg.line), "line " + std::to_string(svg.line))
                               : Argument(svg.words);
    looked.diagnostics.report(svg_refused, line_of(looked.content.file, bytes, svg.line), {name, *svg.fault, words});
  }

  const FileTree& sources_;
};

bool is_picture(const ContentFile& content) {
  return content.kind != nullptr && content.kind->picture.has_value();
}

/// The pictures that may have the same bytes are grouped; every document is alone.
std::vector<std::vector<std::size_t>> groups_of(const ContentFiles& content, const FileTree& sources) {
  std::vector<std::vector<std::size_t>> groups;
  std::map<std::uint64_t, std::size_t> group_of_size;
  for (std::size_t index = 0; index < content.files.size(); ++index) {
    if (!is_picture(content.files[index])) {
      groups.push_back({index});
      continue;
    }
    const std::uint64_t size = sources.file(content.files[index].file).size;
    const auto [group, is_new] = group_of_size.emplace(size, groups.size());
    if (is_new) groups.emplace_back();
    groups[group->second].push_back(index);
  }
  return groups;
}

/// Writes the files of one group.
class GroupWriter {
 public:
  /// `made` may be null.
  GroupWriter(const FileTree& sources, Sink& sink, MadePictures* made) : sources_(sources), sink_(sink), made_(made) {}

  void write(const ContentFile& content) {
    if (content.kind == nullptr || !may_be_read(sources_, content.file)) return;
    const std::string bytes = sources_.read(content.file);
    if (!is_picture(content)) {
      report_document(content, bytes);
      sink_.write(content.path, bytes);
      return;
    }
    const std::optional<PictureFormat> format = picture_format(bytes);
    if (format && format != content.kind->picture) return;  // reported by its name
    const Digest digest = digest_of(bytes);
    if (!last_ || !(last_->first == digest)) last_ = {digest, made(bytes)};
    const PublishedPicture& picture = last_->second;
    const bool was_reported = content.header && fault_of_picture(*content.header);
    if (picture.fault && !was_reported) report(content, *picture.fault);
    if (picture.fault) return;
    if (!has_size(picture.bytes, content)) {
      report(content, {"het is veranderd terwijl de site gemaakt werd; probeer het opnieuw",
                       "it was changed while the site was made; try again"});
      return;
    }
    sink_.write(content.path, picture.bytes);
  }

  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  PublishedPicture made(std::string_view bytes) const {
    return made_ == nullptr ? publish_picture(bytes) : made_->publish(bytes);
  }

  void report_document(const ContentFile& content, std::string_view bytes) {
    const std::string name(last_part(content.path));
    const std::string_view extension = content.kind->extension;
    if (const std::optional<BilingualText> fault = fault_of_document(bytes, extension)) {
      diagnostics_.report(document_refused, {content.file, 0, 0}, {name, *fault});
      return;
    }
    const std::string makers = makers_of(bytes, extension);
    if (!makers.empty()) diagnostics_.report(document_names_maker, {content.file, 0, 0}, {name, makers});
  }

  void report(const ContentFile& content, BilingualText fault) {
    diagnostics_.report(picture_refused, {content.file, 0, 0}, {std::string(last_part(content.path)), fault});
  }

  /// The size that the pages say must be that of the file.
  static bool has_size(std::string_view bytes, const ContentFile& content) {
    const std::optional<PictureHeader> made = read_picture_header(bytes);
    if (!made || !content.header) return false;
    const PublishedSize said = published_size(*content.header);
    return made->width == said.width && made->height == said.height;
  }

  const FileTree& sources_;
  Sink& sink_;
  MadePictures* made_;
  std::optional<std::pair<Digest, PublishedPicture>> last_;
  Diagnostics diagnostics_;
};

}  // namespace

ContentFiles read_content_files(const FileTree& sources, const Settings& settings, std::size_t threads,
                                Diagnostics& diagnostics) {
  ContentFiles content;
  const std::string& folder = settings.files_folder.text;
  if (folder.empty()) return content;
  FileId first{};
  const std::span<const SourceFile> files = sources.files_below(folder, first);
  if (files.empty() && settings.names_files_folder) {
    diagnostics.report(files_folder_empty, settings.files_folder.where, {folder});
  }
  std::vector<std::size_t> wanted;
  for (std::size_t index = 0; index < files.size(); ++index) {
    if (!is_left_by_system(last_part(files[index].path))) wanted.push_back(index);
  }
  const FirstLook first_look(sources);
  std::vector<Looked> looked = parallel_map<Looked>(wanted.size(), threads, [&](std::size_t number) {
    const std::size_t index = wanted[number];
    const std::string_view path = std::string_view(files[index].path).substr(folder.size() + 1);
    return first_look.look(static_cast<FileId>(static_cast<std::size_t>(first) + index), path);
  });
  std::unordered_set<std::string> addresses;
  for (Looked& one : looked) {
    diagnostics.append(std::move(one.diagnostics));
    // Names that differ only by normalisation were reported where the disk was read.
    if (!addresses.insert(one.content.address).second) continue;
    if (one.size) content.sizes.emplace(one.content.address, *one.size);
    content.files.push_back(std::move(one.content));
  }
  return content;
}

void write_content_files(const ContentFiles& content, const FileTree& sources, std::size_t threads, Sink& sink,
                         Diagnostics& diagnostics, MadePictures* made) {
  const std::vector<std::vector<std::size_t>> groups = groups_of(content, sources);
  std::vector<Diagnostics> found = parallel_map<Diagnostics>(groups.size(), threads, [&](std::size_t number) {
    GroupWriter writer(sources, sink, made);
    for (const std::size_t index : groups[number]) writer.write(content.files[index]);
    return writer.take_diagnostics();
  });
  for (Diagnostics& one : found) diagnostics.append(std::move(one));
  if (made != nullptr) made->forget_unused();
}

}  // namespace wegwijs
