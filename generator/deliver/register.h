#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deliver/change_set.h"
#include "model/site.h"

namespace wegwijs {

/// One fact of an entry that the register gives otherwise.
struct RegisterDifference {
  std::string field;
  Label label;
  std::string here;   ///< empty: the profile does not say
  std::string there;  ///< as the profile would write it
};

struct RegisterEntry {
  std::string code;  ///< "21AB00"
  std::string name;
  std::string place;  ///< street, number and town
  std::string entry;  ///< of the site; empty: there is none
  std::vector<RegisterDifference> differences;
};

/// A school as the register has it, for a profile that does not exist yet.
struct RegisterSchool {
  std::string code;  ///< "21AB00"
  std::string name;
  std::string structure;                            ///< "MAVO/HAVO/VWO"; empty where the file has none
  std::vector<std::pair<Role, std::string>> facts;  ///< values of a profile, by the roles of their fields
};

/// The schools of these municipalities, in the order of the file. Empty, with `refusal`, when the file is not
/// that of the register or has none of one of them. The file is text with separators, in any encoding of spreadsheets,
/// or a workbook.
std::vector<RegisterSchool> schools_in_register(std::string_view bytes, const std::vector<std::string>& municipalities,
                                                Label& refusal);

/// A file of the register beside the entries of the site.
struct RegisterComparison {
  Label refusal;  ///< empty: it could be read
  std::uint16_t collection = 0;
  std::size_t rows = 0;                ///< of the municipalities
  std::vector<RegisterEntry> changed;  ///< in the order of the register
  std::vector<RegisterEntry> only_there;
  std::vector<RegisterEntry> only_here;  ///< entries with a code that the register does not have
};

/// Compares identity only (address, postcode, town, phone, website, board and structure words): names, levels and
/// claims are the schools' own. Spelling that means the same (capitals, spaces, a scheme, a slash at the end) is no
/// difference. Mobile numbers are left out: they may be a person's.
RegisterComparison compare_with_register(std::string_view bytes, const std::vector<std::string>& municipalities,
                                         const Site& site);

/// The differences of one entry as a change, without the fields in `left`. `values` is what its file says.
ChangeSet changes_of(const RegisterEntry& entry, const Schema& schema, const std::string& collection,
                     const YamlNode& values, const std::vector<std::string>& left);

std::string register_as_text(const RegisterComparison& comparison, Language language);

/// The file holds all of the Netherlands.
inline constexpr std::size_t register_size_limit = 32 * 1024 * 1024;

}  // namespace wegwijs
