#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edit/edit_site.h"
#include "files/file_changes.h"

namespace wegwijs {

/// Below the root: what schools sent, put there by hand, by a mail filter or by the page of the editor.
inline constexpr std::string_view deliveries_folder = "inkomend";

/// A file in the folder of deliveries. Regular files without a dot in front only.
struct ReceivedFile {
  std::string name;
  std::string bytes;   ///< empty for one that is too large to be a form
  std::string digest;  ///< of `bytes`
  bool is_too_large = false;
};

/// By name; `most_deliveries` of them at most. Throws std::system_error when the folder cannot be read.
std::vector<ReceivedFile> received_files(const EditSite& site);
inline constexpr std::size_t most_deliveries = 200;

/// {"aanleveringen": […], "niet_getoond": n}: each with what it would change, claim by claim, and the digests that whoever
/// takes answers in must name. "niet_getoond" counts the files that are not shown.
std::string deliveries_json(const EditSite& site);

/// Which answers of a delivery somebody takes in: {"bestand", "versie", "profielversie", "velden": ["lift"]}.
struct IntakeWish {
  std::string name;
  std::string digest;          ///< of the delivery that was looked at
  std::string profile_digest;  ///< of the file of the entry at that moment; empty: there was none
  std::vector<std::string> fields;
};
std::optional<IntakeWish> read_intake_wish(std::string_view json);

struct PlannedIntake {
  enum class Fault { none, unknown, changed, cannot };
  Fault fault = Fault::none;
  std::string why;  ///< a sentence, with a fault
  std::vector<FileChange> changes;
  std::string collection;
  std::string slug;
  std::size_t taken_in = 0;  ///< answers
};

/// What taking these answers in, and no others, does. Not over a profile or a delivery that changed since it was looked
/// at, and not an answer that cannot be taken in.
PlannedIntake planned_intake(const EditSite& site, const IntakeWish& wish);

/// The same for a delivery that goes out of the folder.
PlannedIntake planned_departure(const EditSite& site, const IntakeWish& wish);

/// The same for a file that somebody drops on the page. It gets a name of small letters, and never that of another.
PlannedIntake planned_arrival(const EditSite& site, std::string_view name, std::string_view bytes);

}  // namespace wegwijs
