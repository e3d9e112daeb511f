#include "text/edit_distance.h"

#include <algorithm>
#include <vector>

#include "text/ascii.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_compared_word = 64;  // a longer word is no typing slip of a key or an option

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t position = 0; position < text.size();) result.push_back(next_code_point(text, position));
  return result;
}

std::string without_case_and_joiners(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (character == '-' || character == '_' || character == ' ') continue;
    result.push_back(to_lower(character));
  }
  return result;
}

std::size_t shared_beginning(std::string_view left, std::string_view right) {
  const auto [end, unused] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<std::size_t>(end - left.begin());
}

std::size_t shared_end(std::string_view left, std::string_view right) {
  const auto [end, unused] = std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend());
  return static_cast<std::size_t>(end - left.rbegin());
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
  const std::u32string source = code_points(from);
  const std::u32string target = code_points(to);
  const std::size_t width = target.size() + 1;
  std::vector<std::size_t> cells((source.size() + 1) * width);
  const auto cell = [&](std::size_t row, std::size_t column) -> std::size_t& { return cells[row * width + column]; };
  for (std::size_t row = 0; row <= source.size(); ++row) cell(row, 0) = row;
  for (std::size_t column = 0; column <= target.size(); ++column) cell(0, column) = column;
  for (std::size_t row = 1; row <= source.size(); ++row) {
    for (std::size_t column = 1; column <= target.size(); ++column) {
      const std::size_t substitution = source[row - 1] == target[column - 1] ? 0 : 1;
      std::size_t best =
          std::min({cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + substitution});
      const bool swapped =
          row > 1 && column > 1 && source[row - 1] == target[column - 2] && source[row - 2] == target[column - 1];
      if (swapped) best = std::min(best, cell(row - 2, column - 2) + 1);
      cell(row, column) = best;
    }
  }
  return cell(source.size(), target.size());
}

std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string wanted = without_case_and_joiners(word);
  if (wanted.empty() || wanted.size() > longest_compared_word) return std::nullopt;
  const std::size_t length = count_code_points(wanted);
  const std::size_t tolerance = std::min(length - 1, std::clamp<std::size_t>(length / 3, 1, 3));
  const std::string_view* best = nullptr;
  std::size_t best_distance = tolerance + 1;
  std::pair<std::size_t, std::size_t> best_shared;  // letters at both ends, and at the beginning
  const std::string_view* extended = nullptr;
  std::size_t extended_count = 0;
  for (const std::string_view& candidate : candidates) {
    const std::string compared = without_case_and_joiners(candidate);
    if (compared.size() > longest_compared_word) continue;
    const std::size_t distance = edit_distance(wanted, compared);
    const std::size_t beginning = shared_beginning(wanted, compared);
    const std::pair shared(beginning + shared_end(wanted, compared), beginning);
    if (distance < best_distance || (best != nullptr && distance == best_distance && shared > best_shared)) {
      best = &candidate;
      best_distance = distance;
      best_shared = shared;
    }
    const bool long_enough = std::min(wanted.size(), compared.size()) >= 3;
    if (long_enough && (compared.starts_with(wanted) || wanted.starts_with(compared))) {
      extended = &candidate;
      ++extended_count;
    }
  }
  if (best != nullptr) return std::string(*best);
  if (extended_count == 1) return std::string(*extended);
  return std::nullopt;
}

}  // namespace wegwijs
