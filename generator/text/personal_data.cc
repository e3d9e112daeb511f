#include "text/personal_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/bank_account.h"
#include "text/digit_groups.h"
#include "text/phone_number.h"
#include "text/private_mail.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

/// Words before a number that say that it is not a citizen service number.
constexpr std::array<std::string_view, 7> other_numbers{"isbn", "issn", "rsin", "kvk", "btw", "oin", "ean"};

constexpr std::size_t citizen_number_length = 9;
constexpr std::size_t longest_address = 500;

bool passes_check_of_eleven(std::string_view digits) {
  int sum = 0;
  for (std::size_t index = 0; index < digits.size(); ++index) {
    const int weight = index + 1 == digits.size() ? -1 : static_cast<int>(digits.size() - index);
    sum += weight * (digits[index] - '0');
  }
  return sum % 11 == 0 && digits.find_first_not_of('0') != std::string_view::npos;
}

bool is_domain_sign(char character) {
  return is_letter(character) || is_digit(character) || character == '.' || character == '-';
}

bool is_local_sign(char character) {
  return is_letter(character) || is_digit(character) ||
         std::string_view("._%+-'").find(character) != std::string_view::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<PersonalData> scan() {
    for (std::size_t position = 0; position < text_.size();) {
      const char character = text_[position];
      const bool begins_word = position == 0 || !is_of_word[static_cast<unsigned char>(text_[position - 1])];
      std::size_t next = position + 1;
      if (character == '@') {
        read_mail(position);
      } else if (begins_word && is_letter(character)) {
        if (may_be_special(position)) next = std::max(next, read_word(position));
      } else if (begins_word && (is_digit(character) || character == '+')) {
        next = std::max(next, read_number(position));
      }
      // Nothing begins within a word.
      if (next == position + 1 && is_of_word[static_cast<unsigned char>(character)]) {
        while (next < text_.size() && is_of_word[static_cast<unsigned char>(text_[next])]) ++next;
      }
      position = next;
    }
    return std::move(found_);
  }

 private:
  /// By byte: letters and digits.
  static constexpr std::array<bool, 256> is_of_word = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
      table[byte] = is_letter(static_cast<char>(byte)) || is_digit(static_cast<char>(byte));
    return table;
  }();

  void add(PersonalDataKind kind, std::size_t begin, std::size_t end) {
    found_.push_back({kind, begin, end, personal_data_key(kind, text_.substr(begin, end - begin))});
  }

  /// `at` is the place of an @; searches back to the start of the word before it, at most 64 bytes.
  void read_mail(std::size_t at) {
    constexpr std::size_t longest_local = 64;
    constexpr std::size_t longest_domain = 253;
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_local && is_local_sign(text_[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text_.size() && end - at <= longest_domain && is_domain_sign(text_[end])) ++end;
    while (end > at + 1 && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    while (begin < at && (text_[begin] == '\'' || text_[begin] == '.' || text_[begin] == '-')) ++begin;
    if (begin == at) return;
    if (is_private_mail_domain(lower_case(text_.substr(at + 1, end - at - 1))))
      add(PersonalDataKind::private_mail, begin, end);
  }

  /// Whether the word may be what `read_word` looks for: most words are not.
  bool may_be_special(std::size_t position) const {
    const char first = to_lower(text_[position]);
    return first == 'h' || first == 'w' || (position + 3 < text_.size() && is_digit(text_[position + 3]));
  }

  /// A word that is an account number or an address on the web; returns where reading goes on.
  std::size_t read_word(std::size_t position) {
    if (const std::size_t end = read_account(position)) return end;
    return skip_web_address(position);
  }

  /// Where the account number at `position` ends; 0 when it does not have that form. One that fails its check is no
  /// account, but its digits are not a telephone number either.
  std::size_t read_account(std::size_t position) {
    const std::string_view start = text_.substr(position, 4);
    if (start.size() < 4 || !is_letter(start[1]) || !is_digit(start[2]) || !is_digit(start[3])) return 0;
    const std::string country{to_upper(start[0]), to_upper(start[1])};
    const std::size_t length = account_length(country);
    if (length == 0) return 0;
    std::string account;
    std::size_t end = position;
    while (end < text_.size()) {
      const char sign = text_[end];
      if (is_letter(sign) || is_digit(sign)) {
        account += to_upper(sign);
        ++end;
        if (account.size() == length) break;
        continue;
      }
      const std::size_t separator = space_at(text_, end) > 0     ? space_at(text_, end)
                                    : sign == '-' || sign == '.' ? 1
                                                                 : 0;
      if (separator == 0 || !is_letter_or_digit_at(text_, end + separator)) break;
      end += separator;
    }
    if (account.size() != length || is_letter_or_digit_at(text_, end)) return 0;
    const bool has_digits = std::count_if(account.begin(), account.end(), is_digit) >= 8;
    if (!has_digits) return 0;
    if (passes_account_check(account)) add(PersonalDataKind::bank_account, position, end);
    return end;
  }

  /// Numbers in an address are names of files and pages; in those of a telephone or WhatsApp they are dialled.
  std::size_t skip_web_address(std::size_t position) const {
    const std::string_view rest = text_.substr(position, longest_address);
    const bool is_address = rest.starts_with("https://") || rest.starts_with("http://") || rest.starts_with("www.");
    if (!is_address) return 0;
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n\"<>)]}|"), rest.size());
    const std::string_view address = rest.substr(0, end);
    const bool is_dialled =
        address.find("wa.me/") != std::string_view::npos || address.find("whatsapp.com/") != std::string_view::npos;
    return is_dialled || address.find('@') != std::string_view::npos ? 0 : position + end;
  }

  std::size_t read_number(std::size_t position) {
    const std::size_t sign = text_[position] == '+' ? 1 : 0;
    DigitGroups groups;
    for (std::size_t begin = position + sign; begin < text_.size() && is_digit(text_[begin]);) {
      std::size_t end = begin;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      const DigitJoint before = groups.empty() ? DigitJoint::spaced : joint_;
      groups.push_back({begin, end, before});
      const std::optional<DigitGap> gap = digit_gap_at(text_, end);
      if (!gap) break;
      joint_ = gap->joint;
      begin = gap->end;
    }
    if (groups.empty()) return 0;
    // Most numbers are years and the like: all that is looked for has more digits.
    std::size_t digits = 0;
    for (const DigitGroup& group : groups) digits += group.size();
    if (digits >= citizen_number_length) judge(groups, sign == 1);
    return groups.back().end;
  }

  void judge(const DigitGroups& groups, bool has_plus) {
    const std::size_t size = text_.size();
    // The end of a code such as 12AB: the last group is not part of a number.
    const bool is_cut_off = groups.back().end < size && is_letter_or_digit_at(text_, groups.back().end);
    const std::size_t count = groups.size() - (is_cut_off ? 1 : 0);
    if (is_other_number(groups.front().begin)) return;
    bool found = false;
    std::size_t behind_last = 0;
    for (std::size_t first = 0; first < count; ++first) {
      // "06-12345678/06-87654321" are two numbers; "12/06/2026" is a day.
      const bool is_joined = groups[first].before == DigitJoint::tight ||
                             (groups[first].before == DigitJoint::slash && first != behind_last);
      if (first > 0 && is_joined) continue;
      if (const std::size_t last = mobile_from(groups, first, count, has_plus && first == 0)) {
        add(PersonalDataKind::mobile_number, groups[first].begin - (has_plus && first == 0 ? 1 : 0),
            groups[last - 1].end);
        behind_last = last;
        first = last - 1;
        found = true;
      }
    }
    if (!found && !has_plus) find_citizen_number(groups, is_cut_off);
  }

  /// One past the last group of the mobile number that begins at `first`; 0 when there is none.
  std::size_t mobile_from(const DigitGroups& groups, std::size_t first, std::size_t count, bool has_plus) const {
    constexpr std::size_t longest = 15;
    const char opening = text_[groups[first].begin];
    if (!has_plus && opening != '0' && opening != '3') return 0;
    std::string digits = has_plus ? "+" : "";
    for (std::size_t last = first; last < count && digits.size() < longest; ++last) {
      digits += text_.substr(groups[last].begin, groups[last].size());
      if (digits.size() < 10) continue;
      const bool is_country = !has_plus && digits.starts_with("316") && digits.size() == 11;
      const std::string dialled = dialled_number(is_country ? "+" + digits : digits);
      if (dialled.size() != 10 || !dialled.starts_with("06")) continue;
      const bool goes_on = last + 1 < count && groups[last + 1].before == DigitJoint::tight;
      if (goes_on || (digits.starts_with("06") && is_date(groups, first, last))) return 0;
      return last + 1;
    }
    return 0;
  }

  /// "06-12-2026 10": the first three groups are a day.
  bool is_date(const DigitGroups& groups, std::size_t first, std::size_t last) const {
    if (last < first + 2 || groups[first].size() != 2) return false;
    const DigitGroup& month = groups[first + 1];
    const DigitGroup& year = groups[first + 2];
    const std::string_view century = text_.substr(year.begin, 2);
    return month.size() <= 2 && year.size() == 4 && (century == "19" || century == "20");
  }

  /// Whether the word before it says that the number is of another kind: "ISBN 90 …", "RSIN: …", "KvK-nummer …".
  bool is_other_number(std::size_t begin) const {
    constexpr std::size_t looked_back = 24;
    const std::size_t from = begin > looked_back ? begin - looked_back : 0;
    const std::string before = lower_case(text_.substr(from, begin - from));
    // Only the words right before it, up to the end of a sentence or a cell.
    const std::size_t stop = before.find_last_of(".,;|\n\"");
    const std::string_view near = std::string_view(before).substr(stop == std::string::npos ? 0 : stop + 1);
    return std::any_of(other_numbers.begin(), other_numbers.end(), [&](std::string_view word) {
      const std::size_t place = near.find(word);
      return place != std::string_view::npos && (place == 0 || !is_letter(near[place - 1]));
    });
  }

  void find_citizen_number(const DigitGroups& groups, bool is_cut_off) {
    const std::size_t count = groups.size() - (is_cut_off ? 1 : 0);
    if (!is_cut_off && is_spaced_citizen_number(groups)) {
      add_citizen_number(groups.front().begin, groups.back().end);
      return;
    }
    for (std::size_t index = 0; index < count; ++index) {
      const DigitGroup& group = groups[index];
      const bool is_joined =
          (index > 0 && is_close(group.before)) || (index + 1 < groups.size() && is_close(groups[index + 1].before));
      if (group.size() == citizen_number_length && !is_joined) add_citizen_number(group.begin, group.end);
    }
  }

  static bool is_close(DigitJoint joint) { return joint == DigitJoint::tight || joint == DigitJoint::slash; }

  /// Whether there is an amount of money here: "€ 123.456.782", "123.456.782 euro".
  bool is_money(std::size_t begin, std::size_t end) const {
    const std::string_view before = text_.substr(0, begin);
    const std::size_t sign = before.find_last_not_of(" \xC2\xA0");
    const std::string_view behind = text_.substr(end, 6);
    return (sign != std::string_view::npos && before.substr(0, sign + 1).ends_with("€")) || behind.starts_with(" euro");
  }

  /// "1234.56.782", "123 456 782": all digits beside each other are one number of nine in a usual spelling.
  static bool is_spaced_citizen_number(const DigitGroups& groups) {
    if (groups.size() < 2) return false;
    std::string sizes;
    for (const DigitGroup& group : groups) {
      if (group.before == DigitJoint::line_end) return false;
      sizes += static_cast<char>('0' + std::min<std::size_t>(group.size(), 9));
    }
    return sizes == "333" || sizes == "423" || sizes == "432" || sizes == "234";
  }

  void add_citizen_number(std::size_t begin, std::size_t end) {
    // A decimal ("0,123456782"), an amount followed by a comma, a percentage, and the last sign of an ISBN (X).
    const char before = begin > 0 ? text_[begin - 1] : ' ';
    const bool is_decimal = std::string_view(",.-/_").find(before) != std::string_view::npos && begin > 1 &&
                            is_letter_or_digit_at(text_, begin - 2);
    const std::size_t behind = end < text_.size() && (text_[end] == '-' || text_[end] == ' ') ? end + 1 : end;
    const bool is_book =
        behind < text_.size() && to_upper(text_[behind]) == 'X' && !is_letter_or_digit_at(text_, behind + 1);
    const bool goes_on = end + 1 < text_.size() &&
                         std::string_view(",.-/_").find(text_[end]) != std::string_view::npos &&
                         is_letter_or_digit_at(text_, end + 1);
    std::string digits;
    for (const char sign : text_.substr(begin, end - begin)) {
      if (is_digit(sign)) digits += sign;
    }
    const bool is_cell = is_in_cell(begin, end);
    if (((is_decimal || goes_on) && !is_cell) || is_book || is_money(begin, end) || !passes_check_of_eleven(digits))
      return;
    add(PersonalDataKind::citizen_number, begin, end);
  }

  /// Whether commas on both sides, or a line end on one of them, divide cells of a data file.
  bool is_in_cell(std::size_t begin, std::size_t end) const {
    const bool opens = begin == 0 || text_[begin - 1] == ',' || text_[begin - 1] == '\n' || text_[begin - 1] == '"';
    const bool closes =
        end == text_.size() || text_[end] == ',' || text_[end] == '\n' || text_[end] == '\r' || text_[end] == '"';
    return opens && closes;
  }

  std::string_view text_;
  std::vector<PersonalData> found_;
  DigitJoint joint_ = DigitJoint::spaced;
};

}  // namespace

std::string personal_data_key(PersonalDataKind kind, std::string_view written) {
  std::string key;
  switch (kind) {
    case PersonalDataKind::private_mail:
      return lower_case(written);
    case PersonalDataKind::mobile_number: {
      const std::string number = dialled_number(written);
      return number.starts_with("316") ? "06" + number.substr(3) : number;
    }
    case PersonalDataKind::citizen_number:
    case PersonalDataKind::bank_account:
      for (const char sign : written) {
        if (is_letter(sign) || is_digit(sign)) key += to_upper(sign);
      }
      return key;
  }
  return key;
}

std::vector<PersonalData> find_personal_data(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace wegwijs
