#include "products/document_check.h"

#include <algorithm>
#include <array>
#include <vector>

#include "documents/document_makers.h"

namespace wegwijs {
namespace {

constexpr std::array<std::string_view, 6> packed_documents{".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"};

bool is_packed_document(std::string_view extension) {
  return std::find(packed_documents.begin(), packed_documents.end(), extension) != packed_documents.end();
}

}  // namespace

std::optional<BilingualText> fault_of_document(std::string_view bytes, std::string_view extension) {
  constexpr std::size_t looked_at = 1024;  // as programs that open a PDF do
  if (bytes.empty()) return BilingualText{"het is leeg", "it is empty"};
  const bool is_pdf = bytes.substr(0, looked_at).find("%PDF") != std::string_view::npos;
  if (extension == ".pdf" && !is_pdf) return BilingualText{"het is geen PDF", "it is no PDF"};
  // The list of what is in an archive is at its end, before a remark of 64 KB at most.
  constexpr std::size_t longest_end = 22 + 0xFFFF;
  const std::string_view end = bytes.substr(bytes.size() - std::min(bytes.size(), longest_end));
  const bool is_whole_archive = bytes.starts_with("PK") && end.find("PK\x05\x06") != std::string_view::npos;
  if (is_packed_document(extension) && !is_whole_archive)
    return BilingualText{"de naam zegt iets anders dan wat erin zit, of het is beschadigd",
                         "its name says something other than what it holds, or it is damaged"};
  return std::nullopt;
}

std::string makers_of(std::string_view bytes, std::string_view extension) {
  std::vector<std::string> makers;
  if (extension == ".pdf") makers = makers_of_pdf(bytes);
  if (extension == ".svg") makers = makers_of_drawing(bytes);
  if (is_packed_document(extension)) makers = makers_of_packed_document(bytes);
  std::string names;
  for (const std::string& maker : makers) names += (names.empty() ? "" : ", ") + maker;
  return names;
}

}  // namespace wegwijs
