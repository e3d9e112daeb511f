#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

enum class PersonalDataKind : std::uint8_t {
  citizen_number,  ///< burgerservicenummer: nine digits that pass the check of eleven
  private_mail,    ///< an address at a provider for private persons
  mobile_number,   ///< 06 with eight digits
  bank_account,    ///< an IBAN that passes its check
};

/// One piece of a text that is likely to belong to a person.
struct PersonalData {
  PersonalDataKind kind{};
  std::size_t begin = 0;  ///< in bytes
  std::size_t end = 0;    ///< exclusive
  std::string value;      ///< in one form, whatever the spelling (`personal_data_key`)
};

/// The form in which two spellings of one value are the same: digits as dialled within the country, capitals without
/// spaces for an account, lower case for mail.
std::string personal_data_key(PersonalDataKind kind, std::string_view written);

/// All such values in `text`, in order. It may be Markdown, YAML or CSV: the text is read as bytes, so a value is
/// found wherever it is written, and its place is exact.
///
/// A number counts only when it is on its own: part of a longer number, a code with letters, a date, an ISBN, an
/// address on the web (but for wa.me, whatsapp.com and tel:) and a number that is named as another kind (RSIN, KvK) are
/// left alone. Names and home addresses have no form of their own and are not recognised. Takes time proportional to
/// the length of `text`.
std::vector<PersonalData> find_personal_data(std::string_view text);

}  // namespace wegwijs
