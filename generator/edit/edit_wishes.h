#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/entry_edits.h"

namespace wegwijs {

/// A body of a request to save or to check an entry, as the page of the editor makes it:
/// {"verzameling", "naam", "versie", "velden": {"id": {"was": …, "wordt": …}}, "tekst": {"was": …, "wordt": …}} or, of
/// a file that is no form, "bestand": the whole file. Values are texts, lists and objects of them; null or absent: the
/// field is not in the file.
struct SaveWish {
  std::string collection;
  std::string slug;
  std::string digest;  ///< of the file when it was opened
  EntryWish entry;
  std::optional<std::string> whole_file;
};

/// Empty for anything that has another form.
std::optional<SaveWish> read_save_wish(std::string_view json);

/// {"verzameling", "naam", "pad", "versie", "rijen": [["…"]]}: what the rows of a data file should be.
struct TableWish {
  std::string collection;  ///< of the entry at which it was opened
  std::string slug;
  std::string path;
  std::string digest;
  std::vector<std::vector<std::string>> rows;
};
std::optional<TableWish> read_table_wish(std::string_view json);

/// The text or yes/no in `json` under `name`; empty when there is none or it is no JSON.
class WishFields {
 public:
  explicit WishFields(std::string_view json);
  std::string text(std::string_view name) const;
  bool flag(std::string_view name) const;

 private:
  std::string json_;
};

/// The values of a tree as JSON: texts, lists and objects, in the order of the file.
std::string json_of(const YamlNode& node);

/// `text` as a JSON string, quotes included.
std::string json_text(std::string_view text);

}  // namespace wegwijs
