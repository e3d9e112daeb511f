#include <algorithm>
#include <array>

#include "deliver/review.h"
#include "deliver/write_changes.h"

namespace wegwijs {

std::size_t Review::count(Verdict verdict) const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [&](const ReviewItem& item) { return item.verdict == verdict; }));
}

ChangeSet Review::changes() const {
  ChangeSet set{collection, entry, by, made_on, {}};
  for (const ReviewItem& item : items) {
    if (item.is_ticked) set.fields.push_back(*item.change);
  }
  if (!set.fields.empty()) set.fields.insert(set.fields.begin(), sources.begin(), sources.end());
  return set;
}

ReviewedChange change_of(const Review& review, const Site& site, const FileTree& sources, Language language) {
  const bool english = language == Language::en;
  ReviewedChange reviewed;
  const ChangeSet changes = review.changes();
  if (!review.refusal.empty() || (changes.fields.empty() && !review.is_new)) return reviewed;
  const std::optional<FileId> file = sources.find(review.path);
  if (file && review.is_new) {
    reviewed.why_not =
        review.path + (english ? " is there already; nothing was written." : " is er al; er is niets geschreven.");
    return reviewed;
  }
  const std::string bytes = file ? sources.read(*file) : review.new_file;
  const Schema& schema = site.collections[*site.find_collection(review.collection)].schema;
  WrittenChanges written = write_changes(bytes, review.path.ends_with(".md"), schema, changes);
  if (!written.bytes) {
    reviewed.why_not =
        review.path + (english ? ": this cannot be written without changing the rest of the file. Copy it by hand."
                               : ": dit kan niet geschreven worden zonder de rest van het bestand te veranderen. Neem "
                                 "het over met de hand.");
    return reviewed;
  }
  reviewed.change = FileChange{review.path, file ? std::optional(bytes) : std::nullopt, std::move(*written.bytes)};
  for (const ReviewItem& item : review.items) reviewed.taken_in += item.is_ticked ? 1U : 0U;
  return reviewed;
}

std::string_view verdict_id(Verdict verdict) {
  static constexpr std::array<std::string_view, 6> ids{"niet_begrepen", "spreekt_tegen", "gewijzigd",
                                                       "nieuw",         "bevestigd",     "stond_er_al"};
  return ids[static_cast<std::size_t>(verdict)];
}

std::string_view verdict_in_words(Verdict verdict, Language language) {
  static constexpr std::array<BilingualText, 6> words{BilingualText{"Niet begrepen", "Not understood"},
                                                      {"Spreekt tegen", "Contradicts"},
                                                      {"Gewijzigd", "Changed"},
                                                      {"Nieuw", "New"},
                                                      {"Bevestigd", "Confirmed"},
                                                      {"Stond er al", "Already there"}};
  return words[static_cast<std::size_t>(verdict)].in(language);
}

}  // namespace wegwijs
