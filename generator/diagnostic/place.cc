#include "diagnostic/place.h"

#include <algorithm>

#include "text/byte_order_mark.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace wegwijs {

std::size_t line_begin_before(std::string_view bytes, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
  if (before != std::string_view::npos) return before + 1;
  return bytes.starts_with(byte_order_mark) && offset >= byte_order_mark.size() ? byte_order_mark.size() : 0;
}

LineAndColumn line_and_column(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          count_code_points(before.substr(line_begin_before(bytes, before.size()))) + 1};
}

std::string_view PlaceFinder::bytes(FileId file) {
  if (file == no_file) return {};
  if (file != file_) bytes_ = sources_.bytes_of(file);
  file_ = file;
  return bytes_;
}

std::optional<Place> PlaceFinder::place_of(const Diagnostic& diagnostic) {
  const SourceSpan& where = diagnostic.where;
  if (where.file == no_file) return std::nullopt;
  const std::string_view text = bytes(where.file);
  return Place{printable(sources_.path_of(where.file)), line_and_column(text, where.begin),
               line_and_column(text, where.end)};
}

}  // namespace wegwijs
