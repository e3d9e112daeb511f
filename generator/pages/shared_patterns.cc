#include "pages/shared_patterns.h"

#include <algorithm>

#include "diagnostic/place.h"
#include "pages/plan_rules.h"
#include "text/slug.h"

namespace wegwijs {
namespace {

/// "/scholen/{niveaus}/" and "/scholen/{soort}/" → "/scholen/{}/".
std::string without_names(std::string_view pattern) {
  std::string result;
  bool in_name = false;
  for (const char sign : pattern) {
    if (sign == '}') in_name = false;
    if (!in_name) result += sign;
    if (sign == '{') in_name = true;
  }
  return result;
}

bool has_name(std::string_view pattern) {
  return pattern.find('{') != std::string_view::npos;
}

}  // namespace

Argument SharedPatterns::in_words(const AddressSetting& owner, bool begins_sentence) {
  std::string nl(owner.kind.nl);
  std::string en(owner.kind.en);
  if (begins_sentence) {
    nl[0] = 'D';  // "de …"
    en[0] = 'T';  // "the …"
  }
  return {nl + " '" + owner.name + "'", en + " '" + owner.name + "'"};
}

bool SharedPatterns::note(const Site& site, const PagePlan& plan, const PageKey& key, const PageKey& other,
                          const std::string& address) {
  const std::optional<AddressSetting> later = key.kind->address_setting(site, plan, key);
  const std::optional<AddressSetting> earlier = other.kind->address_setting(site, plan, other);
  if (!later || !earlier) return false;
  const bool is_one_setting = later->pattern.where == earlier->pattern.where;
  if (!has_name(later->pattern.text) || is_one_setting ||
      without_names(later->pattern.text) != without_names(earlier->pattern.text))
    return false;
  const auto known = std::find_if(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
    return pair.later.pattern.where == later->pattern.where && pair.earlier.pattern.where == earlier->pattern.where;
  });
  if (known != pairs_.end())
    ++known->pages;
  else
    pairs_.push_back({*later, *earlier, address, 1});
  return true;
}

void SharedPatterns::report(const FileTree& sources, Diagnostics& diagnostics) const {
  for (const Pair& pair : pairs_) {
    const SourceSpan there = pair.earlier.pattern.where;
    const std::size_t line = line_and_column(sources.bytes_of(there.file), there.begin).line;
    const std::string more = std::to_string(pair.pages - 1);
    const Argument elsewhere =
        pair.pages == 1 ? Argument("")
        : pair.pages == 2
            ? Argument(", en op nog een ander adres ook", ", and at one more address")
            : Argument(", en op nog " + more + " andere adressen ook", ", and at " + more + " more addresses");
    const std::string own = "/" + slug_for(pair.later.name) + "/{id}/";
    const bool has_example = pair.later.is_collection && own != pair.later.pattern.text;
    const Argument example = has_example ? Argument(", zoals '" + own + "'", ", such as '" + own + "'") : Argument("");
    diagnostics.report(same_pattern, pair.later.pattern.where,
                       {in_words(pair.later, true), pair.later.pattern.text, in_words(pair.earlier, false),
                        std::to_string(line), pair.first_address, elsewhere, example});
  }
}

}  // namespace wegwijs
