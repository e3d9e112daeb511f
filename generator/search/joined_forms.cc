#include "search/joined_forms.h"

#include <numeric>

#include "search/word_forms.h"

namespace wegwijs {
namespace {

constexpr int most_form_steps = 3;

}  // namespace

JoinedForms join_forms(std::span<const std::string> stems, const StemNumbers& numbers,
                       const std::vector<bool>& has_infinitive, const std::function<bool(std::string_view)>& is_small) {
  JoinedForms joined;
  joined.base.resize(stems.size());
  std::iota(joined.base.begin(), joined.base.end(), 0U);
  for (const IrregularStems& form : irregular_stems()) {
    const auto found = numbers.find(form.infinitive_stem);
    if (found == numbers.end() || !has_infinitive[found->second] || is_small(form.form)) continue;
    const auto number = numbers.find(form.stem);
    if (number == numbers.end()) {
      joined.only_asked.emplace_back(form.stem, found->second);
    } else {
      joined.base[number->second] = found->second;
    }
  }
  for (std::uint32_t stem = 0; stem < stems.size(); ++stem) {
    if (joined.base[stem] != stem) continue;
    for (const WordForm& form : word_forms(stems[stem])) {
      const auto found = numbers.find(form.stem);
      if (found == numbers.end() || found->second == stem) continue;
      if (form.is_of_verb && !has_infinitive[found->second]) continue;
      joined.base[stem] = found->second;
      break;
    }
  }
  // A base has no base of its own: gehuild, huilt and huilen meet in one.
  for (std::uint32_t stem = 0; stem < stems.size(); ++stem) {
    std::uint32_t last = stem;
    for (int step = 0; step < most_form_steps && joined.base[last] != last; ++step) last = joined.base[last];
    joined.base[stem] = last;
  }
  for (auto& [form, stem] : joined.only_asked) stem = joined.base[stem];
  return joined;
}

}  // namespace wegwijs
