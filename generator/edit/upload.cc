#include "edit/upload.h"

#include <algorithm>

#include "pictures/published_picture.h"
#include "pictures/svg.h"
#include "products/file_kinds.h"
#include "text/ascii.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_case(name.substr(dot));
}

/// Judges a picture by its bytes; fills in its size.
std::string fault_of(const FileKind& kind, std::string_view bytes, UploadedFile& uploaded) {
  if (kind.extension == ".svg") {
    const SvgReading svg = read_svg(bytes);
    uploaded.width = svg.width;
    uploaded.height = svg.height;
    return svg.fault ? "Dit plaatje kan niet op de site: " + std::string(svg.fault->nl) + "." : "";
  }
  if (!kind.picture) return "";
  const std::optional<PictureHeader> header = read_picture_header(bytes);
  if (!header) return "Dit is geen plaatje, of het is beschadigd.";
  if (header->format != *kind.picture)
    return "De naam van dit bestand zegt een andere soort plaatje dan erin zit. Bewaar het opnieuw.";
  if (const std::optional<BilingualText> fault = fault_of_picture(*header))
    return "Dit plaatje kan niet op de site: " + std::string(fault->nl) + ".";
  const PublishedSize size = published_size(*header);
  uploaded.width = size.width;
  uploaded.height = size.height;
  return "";
}

}  // namespace

UploadedFile uploaded_file(const EditSite& site, std::string_view name, std::string_view bytes) {
  UploadedFile uploaded;
  const std::string& folder = site.site.settings.files_folder.text;
  const std::string extension = extension_of(name);
  const std::string slug = slug_for(name.substr(0, name.size() - extension.size()));
  const FileKind* kind = kind_of_file(name);
  if (folder.empty()) uploaded.why_not = "Dit portaal heeft geen map voor plaatjes en bestanden.";
  if (kind == nullptr) uploaded.why_not = "Dit kan niet op de site: " + std::string(refusal_of(name).nl) + ".";
  if (uploaded.why_not.empty() && slug.empty())
    uploaded.why_not = "Geef het bestand een naam met letters of cijfers, bijvoorbeeld 'hal.jpg'.";
  if (uploaded.why_not.empty() && bytes.empty()) uploaded.why_not = "Dit bestand is leeg.";
  if (uploaded.why_not.empty() && kind != nullptr) uploaded.why_not = fault_of(*kind, bytes, uploaded);
  if (!uploaded.why_not.empty()) return uploaded;
  std::string file = slug + extension;
  for (int number = 2;; ++number) {
    const std::optional<FileId> taken = site.sources.tree.find(folder + "/" + file);
    if (!taken) break;
    if (site.sources.tree.read(*taken) == bytes) {
      uploaded.change.before = std::string(bytes);
      break;
    }
    file = slug + "-" + std::to_string(number) + extension;
  }
  uploaded.change.path = folder + "/" + file;
  uploaded.change.after = std::string(bytes);
  uploaded.address = "/bestanden/" + file;
  return uploaded;
}

}  // namespace wegwijs
