#include "text/phone_number.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace wegwijs {
namespace {

// "Nummerplan telefoon- en ISDN-diensten": the codes that are given out.

constexpr std::array<std::string_view, 20> short_area_codes{"010", "013", "015", "020", "023", "024", "026",
                                                            "030", "033", "035", "036", "038", "040", "043",
                                                            "045", "046", "050", "053", "055", "058"};
constexpr std::array<std::string_view, 103> long_area_codes{
    "0111", "0113", "0114", "0115", "0117", "0118", "0161", "0162", "0164", "0165", "0166", "0167", "0168",
    "0172", "0174", "0180", "0181", "0182", "0183", "0184", "0186", "0187", "0222", "0223", "0224", "0226",
    "0227", "0228", "0229", "0251", "0252", "0255", "0294", "0297", "0299", "0313", "0314", "0315", "0316",
    "0317", "0318", "0320", "0321", "0341", "0342", "0343", "0344", "0345", "0346", "0347", "0348", "0411",
    "0412", "0413", "0416", "0418", "0475", "0478", "0481", "0485", "0486", "0487", "0488", "0492", "0493",
    "0495", "0497", "0499", "0511", "0512", "0513", "0514", "0515", "0516", "0517", "0518", "0519", "0521",
    "0522", "0523", "0524", "0525", "0527", "0528", "0529", "0541", "0543", "0544", "0545", "0546", "0547",
    "0548", "0561", "0562", "0566", "0570", "0571", "0572", "0573", "0575", "0577", "0578", "0591"};
/// 070 to 079, and the rest of 059x.
constexpr std::array<std::string_view, 18> more_area_codes{"070",  "071",  "072",  "073",  "074",  "075",
                                                           "076",  "077",  "078",  "079",  "0592", "0593",
                                                           "0594", "0595", "0596", "0597", "0598", "0599"};
constexpr std::array<std::string_view, 5> organisation_codes{"084", "085", "087", "088", "091"};
constexpr std::array<std::string_view, 4> service_codes{"0800", "0900", "0906", "0909"};
constexpr std::array<std::string_view, 3> short_codes{"112", "113", "144"};

constexpr std::size_t national_length = 10;
constexpr std::size_t shortest_foreign = 7;  // with the country
constexpr std::size_t longest_foreign = 15;  // ITU-T E.164

template <std::size_t size>
bool begins_with_one_of(std::string_view number, const std::array<std::string_view, size>& codes) {
  return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) { return number.starts_with(code); });
}

bool has_area_code(std::string_view number) {
  return begins_with_one_of(number, short_area_codes) || begins_with_one_of(number, long_area_codes) ||
         begins_with_one_of(number, more_area_codes);
}

bool is_short_code(std::string_view number) {
  if (std::find(short_codes.begin(), short_codes.end(), number) != short_codes.end()) return true;
  if (number.starts_with("116") && number.size() == 6) return true;  // European: 116 111, the child helpline
  // A municipality: 14 with its area code.
  const std::string area = number.starts_with("14") ? std::string(number.substr(2)) : std::string();
  return (area.size() == 3 || area.size() == 4) && has_area_code(area);
}

}  // namespace

std::string dialled_number(std::string_view text) {
  std::string digits;
  for (const char character : text) {
    if (is_digit(character) || (character == '+' && digits.empty())) digits += character;
  }
  if (digits.starts_with("00")) digits.replace(0, 2, "+");
  if (!digits.starts_with("+31")) return digits;
  digits.erase(0, 3);
  // "+31 (0)20": the zero is dialled within the country only. A number of an organisation without a zero stays so.
  return digits.starts_with('0') ? digits : "0" + digits;
}

PhoneKind phone_kind(std::string_view text) {
  const std::string number = dialled_number(text);
  if (number.starts_with('+')) {
    const std::size_t digits = number.size() - 1;
    const bool is_possible = digits >= shortest_foreign && digits <= longest_foreign && number[1] != '0';
    return is_possible ? PhoneKind::foreign : PhoneKind::impossible;
  }
  if (is_short_code(number)) return PhoneKind::short_code;
  if (begins_with_one_of(number, service_codes)) {
    const std::size_t behind_code = number.size() - 4;
    return behind_code == 4 || behind_code == 7 ? PhoneKind::service : PhoneKind::impossible;
  }
  if (number.size() != national_length) return PhoneKind::impossible;
  if (number.starts_with("06")) return PhoneKind::mobile;
  if (begins_with_one_of(number, organisation_codes)) return PhoneKind::service;
  return has_area_code(number) ? PhoneKind::subscriber : PhoneKind::impossible;
}

}  // namespace wegwijs
