#include "schema/claim_words.h"

#include <algorithm>

namespace wegwijs {

bool YearWords::has(std::string_view id) const {
  return find_option(options, id) != nullptr;
}

std::optional<StatusIndex> ClaimWords::find(std::string_view id) const {
  const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const ClaimStatus& one) {
    return one.id == id && one.means != Meaning::mentioned;
  });
  if (found == statuses.end()) return std::nullopt;
  return static_cast<StatusIndex>(found - statuses.begin());
}

std::optional<StatusIndex> ClaimWords::first(Meaning meaning) const {
  const auto found =
      std::find_if(statuses.begin(), statuses.end(), [&](const ClaimStatus& one) { return one.means == meaning; });
  if (found == statuses.end()) return std::nullopt;
  return static_cast<StatusIndex>(found - statuses.begin());
}

std::vector<std::string> ClaimWords::ids_of(std::span<const Meaning> meanings) const {
  std::vector<std::string> ids;
  for (const Meaning meaning : meanings) {
    for (const ClaimStatus& one : statuses) {
      if (one.means == meaning) ids.push_back(one.id);
    }
  }
  return ids;
}

std::vector<const ClaimStatus*> ClaimWords::form_answers() const {
  std::vector<const ClaimStatus*> answers;
  for (const Meaning meaning : {Meaning::yes, Meaning::partly, Meaning::no, Meaning::planned}) {
    for (const ClaimStatus& one : statuses) {
      if (one.means == meaning) answers.push_back(&one);
    }
  }
  return answers;
}

const Option* find_option(std::span<const Option> options, std::string_view id) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& one) { return one.id == id; });
  return found == options.end() ? nullptr : &*found;
}

const Option& example_among(std::span<const Option> options) {
  return options[options.size() > 1 ? 1 : 0];
}

std::string listed_ids(std::span<const Option> options, std::string_view last) {
  std::vector<std::string> ids;
  for (const Option& option : options) ids.push_back(option.id);
  return listed(ids, last);
}

std::string listed(std::span<const std::string> words, std::string_view last) {
  std::string result;
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (index > 0) result += index + 1 < words.size() ? ", " : last;
    result += words[index];
  }
  return result;
}

}  // namespace wegwijs
