#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deliver/change_set.h"
#include "deliver/delivery.h"
#include "files/file_changes.h"
#include "model/site.h"

namespace wegwijs {

/// What an answer of a school means for what the site says now; in the order in which people look at them.
enum class Verdict : std::uint8_t {
  not_understood,  ///< quoted; somebody must ask
  contradicting,   ///< what the site says is newer, was changed since the form was made, or is doubted by the school
  changed,         ///< another answer than the site has
  added,           ///< nobody had looked yet
  confirmed,       ///< the same answer, with a new date
  same,            ///< this very answer was taken in before
};

struct ReviewItem {
  Verdict verdict = Verdict::not_understood;
  std::string field;          ///< id in the schema; empty where it is not known
  std::string topic;          ///< what readers call the row
  std::string place;          ///< in the file
  std::string now;            ///< what the site says, in words
  std::string wanted;         ///< what the school says, in words
  std::string remark;         ///< why, and what to do, for the team; may be empty
  std::string question = {};  ///< what to ask the school, in words for it; empty: whether it can send or write it anew
  bool is_private = false;    ///< it may hold what belongs to a person: taken in only when somebody says so
  bool is_ticked = false;
  std::optional<FieldChange> change = {};  ///< none where nothing can be taken in
};

/// One form, compared with the site.
struct Review {
  std::string file;
  std::string collection;
  std::string entry;
  std::string title;
  std::string path;  ///< of the file of the entry, below the root
  std::string by;    ///< `ClaimWords::own_checker`
  bool is_new = false;
  std::string made_on;
  std::string role;
  std::string refusal;               ///< why nothing can be taken in; empty: it can
  std::vector<std::string> remarks;  ///< about the form as a whole
  std::vector<ReviewItem> items;     ///< by verdict, then in the order of the schema
  std::vector<FieldChange> sources;  ///< to be made together with what is taken in
  std::string new_file;              ///< of a new school: the bytes of its file without the answers

  std::size_t count(Verdict verdict) const;
  /// What was ticked, as one change; without fields when nothing was.
  ChangeSet changes() const;
};

/// Compares a form with the site. `accepted` are ids of rows to take in although they contradict or may hold what
/// belongs to a person, `left` of rows to leave. What it says in words is in `language`. Nothing is written.
Review review_delivery(const Delivery& delivery, const Site& site, const FileTree& sources, Date today,
                       const std::vector<std::string>& accepted, const std::vector<std::string>& left,
                       Language language);

/// What taking in the ticked answers of a review does to the file of its entry.
struct ReviewedChange {
  std::optional<FileChange> change;  ///< none: nothing is taken in
  std::size_t taken_in = 0;          ///< answers
  std::string why_not;               ///< a sentence, where something was ticked and cannot be written
};
ReviewedChange change_of(const Review& review, const Site& site, const FileTree& sources, Language language);

std::string_view verdict_id(Verdict verdict);
std::string_view verdict_in_words(Verdict verdict, Language language);

}  // namespace wegwijs
