#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wegwijs {

/// What a telephone number is, by the Dutch numbering plan.
enum class PhoneKind : std::uint8_t {
  impossible,  ///< no such number can exist: too short, too long, or an area code that was never given out
  short_code,  ///< 112, 113, 144, 116 111, 14 020
  service,     ///< 0800, 0900, 0906, 0909, 085, 088 …: of an organisation
  subscriber,  ///< an area code with a number, ten digits
  mobile,      ///< 06 with eight digits
  foreign,     ///< + or 00 with another country
};

/// The digits of a number as they are dialled within the country: "+31 (0)20 123 4567" and "0031 20 1234567" are
/// 0201234567. A foreign number keeps its + before the digits. Other characters are skipped.
std::string dialled_number(std::string_view text);

/// Reads a number, however it is spaced. `text` holds only digits, spaces and + - ( ) . /
PhoneKind phone_kind(std::string_view text);

}  // namespace wegwijs
