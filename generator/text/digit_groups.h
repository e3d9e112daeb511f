#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace wegwijs {

bool is_letter_or_digit_at(std::string_view text, std::size_t position);

/// Length of a space at `position`: a space, a tab or a hard space (two bytes, or a narrow one of three); 0 for none.
std::size_t space_at(std::string_view text, std::size_t position);

/// How two groups of digits are joined.
enum class DigitJoint : std::uint8_t { spaced, slash, tight, line_end };

struct DigitGap {
  std::size_t end = 0;
  DigitJoint joint = DigitJoint::spaced;
};

/// What may separate two groups of one number: a few spaces, dashes and brackets, or one line end with
/// the indentation of the next line. Empty when no digit follows.
std::optional<DigitGap> digit_gap_at(std::string_view text, std::size_t position);

struct DigitGroup {
  std::size_t begin = 0;
  std::size_t end = 0;
  DigitJoint before = DigitJoint::spaced;  ///< how it is joined with the group before it

  std::size_t size() const { return end - begin; }
};

/// Adjacent groups of digits: one number, or a few.
using DigitGroups = std::vector<DigitGroup>;

}  // namespace wegwijs
