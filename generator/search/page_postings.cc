#include "search/page_postings.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace wegwijs {
namespace {

constexpr std::array<double, search_field_count> field_weights{6, 6, 2, 1};
constexpr double saturation = 1.4;
/// A part of a compound, or the other form of an abbreviation, says less than the word itself.
constexpr double derived_weight = 0.4;

FieldCounts lengths_of(const std::vector<WordUse>& uses) {
  FieldCounts lengths{};
  for (const WordUse& use : uses) {
    for (std::size_t field = 0; field < search_field_count; ++field) lengths[field] += use.counts[field];
  }
  return lengths;
}

double sum_of(const FieldCounts& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

}  // namespace

PagePostings::PagePostings(const std::vector<SearchBlock>& blocks, const IndexVocabulary& vocabulary,
                           const AskedWords& asked)
    : vocabulary_(vocabulary),
      asked_(asked),
      pages_with_word_(vocabulary.words().size()),
      postings_(vocabulary.stems().size()),
      is_telling_(vocabulary.stems().size()),
      names_page_(vocabulary.stems().size()),
      page_stems_(vocabulary.stems().size()) {
  measure_fields(blocks);
  join_abbreviations(blocks);
}

void PagePostings::add(const std::vector<WordUse>& uses, const AskedWords::OfPage& asked) {
  const std::vector<std::uint32_t>& stem_of = vocabulary_.stem_of();
  for (const WordUse& use : uses) {
    const std::uint32_t stem = stem_of[use.word];
    ++pages_with_word_[use.word];
    add_use(stem, use, 1);
    if (use.is_name) page_stems_[stem].is_name = true;
    const bool is_in_title = use.counts[static_cast<std::size_t>(SearchField::title)] > 0;
    if (use.lines != 0 || is_in_title) is_telling_[stem] = true;
    if (is_in_title) names_page_[stem] = true;
    for (const std::uint32_t part : vocabulary_.parts_of(use.word)) add_use(part, use, derived_weight);
  }
  for (const std::uint32_t word : asked.words) ++page_stems_[stem_of[word]].asked;
  add_other_forms();
  const FieldCounts lengths = lengths_of(uses);
  for (const std::uint32_t stem : stems_of_page_) {
    const StemUse& use = page_stems_[stem];
    const Impact impact = use.is_name ? impact_of_name : impact_of(use.counts, lengths);
    postings_[stem].append({page_, impact, use.lines, asked_.impact(stem, use.asked, asked.count)});
    page_stems_[stem] = {};
  }
  stems_of_page_.clear();
  for (const auto& [stem, says] : asked_.small_impacts(asked)) postings_[stem].append({page_, 0, 0, says});
  ++page_;
}

/// The average length of each field over the pages that have it.
void PagePostings::measure_fields(const std::vector<SearchBlock>& blocks) {
  std::array<std::uint64_t, search_field_count> pages{};
  for (const SearchBlock& block : blocks) {
    for (std::size_t page = 0; page < block.size(); ++page) {
      const FieldCounts lengths = lengths_of(block.uses(page));
      for (std::size_t field = 0; field < search_field_count; ++field) {
        average_lengths_[field] += lengths[field];
        if (lengths[field] > 0) ++pages[field];
      }
    }
  }
  for (std::size_t field = 0; field < search_field_count; ++field)
    average_lengths_[field] /= static_cast<double>(std::max<std::uint64_t>(1, pages[field]));
}

void PagePostings::join_abbreviations(const std::vector<SearchBlock>& blocks) {
  const std::vector<std::uint32_t>& stem_of = vocabulary_.stem_of();
  for (const SearchBlock& block : blocks) {
    for (const Abbreviation& one : block.abbreviations()) {
      const std::optional<std::uint32_t> short_form = vocabulary_.find(one.short_form);
      if (!short_form) continue;
      StemAbbreviation found{stem_of[*short_form], {}};
      for (const std::string& word : one.long_form) {
        if (const std::optional<std::uint32_t> part = vocabulary_.find(word)) found.long_form.push_back(stem_of[*part]);
      }
      if (found.long_form.size() == one.long_form.size()) abbreviations_.push_back(std::move(found));
    }
  }
  std::sort(abbreviations_.begin(), abbreviations_.end());
  abbreviations_.erase(std::unique(abbreviations_.begin(), abbreviations_.end()), abbreviations_.end());
}

void PagePostings::add_use(std::uint32_t stem, const WordUse& use, double weight) {
  FieldCounts counts{};
  for (std::size_t field = 0; field < search_field_count; ++field) counts[field] = weight * use.counts[field];
  add_counts(stem, counts, use.lines);
}

void PagePostings::add_counts(std::uint32_t stem, const FieldCounts& counts, std::uint32_t lines) {
  StemUse& sum = page_stems_[stem];
  if (!stands_in_page(stem)) stems_of_page_.push_back(stem);
  for (std::size_t field = 0; field < search_field_count; ++field) sum.counts[field] += counts[field];
  sum.lines |= lines;
}

bool PagePostings::stands_in_page(std::uint32_t stem) const {
  return sum_of(page_stems_[stem].counts) > 0;
}

/// A page with one form of an abbreviation is found under the other one.
void PagePostings::add_other_forms() {
  for (const StemAbbreviation& one : abbreviations_) {
    const bool has_long_form = std::all_of(one.long_form.begin(), one.long_form.end(),
                                           [&](std::uint32_t stem) { return stands_in_page(stem); });
    if (has_long_form == stands_in_page(one.short_form)) continue;
    if (!has_long_form) {
      for (const std::uint32_t stem : one.long_form) add_derived(stem, page_stems_[one.short_form]);
      continue;
    }
    // The least that all words of the long form share: the smallest count in each field, and the common lines.
    StemUse least = page_stems_[one.long_form.front()];
    for (const std::uint32_t stem : one.long_form) {
      for (std::size_t field = 0; field < search_field_count; ++field)
        least.counts[field] = std::min(least.counts[field], page_stems_[stem].counts[field]);
      least.lines &= page_stems_[stem].lines;
    }
    add_derived(one.short_form, least);
  }
}

void PagePostings::add_derived(std::uint32_t stem, StemUse use) {
  for (double& count : use.counts) count *= derived_weight;
  if (sum_of(use.counts) > 0) add_counts(stem, use.counts, use.lines);
}

Impact PagePostings::impact_of(const FieldCounts& counts, const FieldCounts& lengths) const {
  double weighted = 0;
  for (std::size_t field = 0; field < search_field_count; ++field) {
    if (counts[field] == 0) continue;
    const bool has_whole_counts = field >= static_cast<std::size_t>(SearchField::heading);
    const double relative = lengths[field] / average_lengths_[field];
    const double length_factor =
        has_whole_counts ? 1 - length_normalisation + length_normalisation * relative : whole_count;
    weighted += field_weights[field] * counts[field] / length_factor;
  }
  const double share = weighted / (saturation + weighted);
  return static_cast<Impact>(std::min<double>(impact_of_name - 1, share * impact_of_name));
}

}  // namespace wegwijs
