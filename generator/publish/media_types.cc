#include "publish/media_types.h"

#include <array>
#include <utility>

#include "publish/release.h"

namespace wegwijs {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 29> types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json; charset=utf-8"},
    {".ndjson", "application/x-ndjson; charset=utf-8"},
    {".jsonld", "application/ld+json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".ics", "text/calendar; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".pdf", "application/pdf"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".odp", "application/vnd.oasis.opendocument.presentation"},
    {".zip", "application/zip"},
}};

}  // namespace

std::string_view media_type_of(std::string_view path) {
  // A feed is told apart by its name: other XML files are no feeds.
  if (path.ends_with("atom.xml")) return "application/atom+xml; charset=utf-8";
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

SendingRules sending_rules(std::string_view path) {
  SendingRules rules;
  rules.cache_control = has_fingerprint(path) ? "public, max-age=31536000, immutable" : "no-cache";
  if (path.ends_with(".gz")) rules.encoding = "gzip";
  if (path.ends_with(".br")) rules.encoding = "br";
  if (!rules.encoding.empty()) path.remove_suffix(3);
  rules.media_type = media_type_of(path);
  return rules;
}

}  // namespace wegwijs
