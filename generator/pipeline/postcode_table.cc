#include "pipeline/postcode_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/ascii.h"
#include "text/byte_order_mark.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

constexpr double most_latitude = 90;
constexpr double most_longitude = 180;

/// The part before the first `separator`, which is taken off `rest` with it.
std::string_view take_cell(std::string_view& rest, char separator) {
  const std::size_t size = std::min(rest.find(separator), rest.size());
  const std::string_view cell = rest.substr(0, size);
  rest.remove_prefix(std::min(size + 1, rest.size()));
  return cell;
}

bool is_degrees(std::string cell, double most) {
  std::replace(cell.begin(), cell.end(), ',', '.');
  double degrees = 0;
  const char* const end = cell.data() + cell.size();
  const auto [stopped, error] = std::from_chars(cell.data(), end, degrees, std::chars_format::fixed);
  return error == std::errc() && stopped == end && std::abs(degrees) <= most;
}

/// Empty when the line does not say where a postcode lies.
std::string_view postcode_in(std::string_view line) {
  const char separator = line.find(';') == std::string_view::npos ? ',' : ';';
  const std::string_view postcode = take_cell(line, separator);
  const std::string latitude(trimmed(take_cell(line, separator)));
  const std::string longitude(trimmed(take_cell(line, separator)));
  // "1017,52,363,4,884": no one can tell which commas part the cells.
  const bool is_ambiguous = separator == ',' && !line.empty() && is_digit(line.front());
  return !is_ambiguous && is_degrees(latitude, most_latitude) && is_degrees(longitude, most_longitude) ? postcode : "";
}

}  // namespace

PostcodeTable read_postcode_table(std::string_view bytes) {
  PostcodeTable table;
  const std::size_t first = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (std::size_t begin = first; begin < bytes.size();) {
    const std::size_t next = std::min(bytes.find('\n', begin), bytes.size());
    const std::size_t end = next > begin && bytes[next - 1] == '\r' ? next - 1 : next;
    const std::string_view postcode = postcode_in(bytes.substr(begin, end - begin));
    if (!postcode.empty())
      table.known.emplace(postcode);
    else if (end > begin && begin > first && !table.unreadable)
      table.unreadable = {begin, end};
    begin = next + 1;
  }
  return table;
}

}  // namespace wegwijs
