#include "views/neighbours.h"

#include <algorithm>

#include "views/claims.h"

namespace wegwijs {
namespace {

struct Candidate {
  std::uint32_t entry = 0;
  std::size_t known = 0;
};

bool comes_first(const Candidate& left, const Candidate& right) {
  return left.known != right.known ? left.known > right.known : left.entry < right.entry;
}

class NeighbourFinder {
 public:
  NeighbourFinder(const Site& site, std::uint16_t collection, FieldIndex level, FieldIndex area)
      : collection_(site.collections[collection]),
        number_(collection),
        level_(level),
        area_(area),
        levels_(collection_.schema.fields[level].options.size()),
        best_(collection_.schema.fields[area].options.size() * levels_) {
    for (std::size_t entry = 0; entry < collection_.entries.size(); ++entry) add(static_cast<std::uint32_t>(entry));
  }

  std::vector<EntryNumber> of(std::uint32_t entry) const {
    std::vector<Candidate> candidates;
    for_each_place(entry, [&](std::size_t place) {
      candidates.insert(candidates.end(), best_[place].begin(), best_[place].end());
    });
    std::erase_if(candidates, [&](const Candidate& one) { return one.entry == entry; });
    std::sort(candidates.begin(), candidates.end(), comes_first);
    const auto same = [](const Candidate& left, const Candidate& right) { return left.entry == right.entry; };
    candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
    candidates.resize(std::min(candidates.size(), most_neighbours));
    std::vector<EntryNumber> result;
    for (const Candidate& one : candidates) result.push_back({number_, one.entry});
    return result;
  }

 private:
  template <typename Use>
  void for_each_place(std::uint32_t entry, Use use) const {
    const Record& record = collection_.entries[entry].record;
    const Choices* area = record.get<Choices>(area_);
    const Choices* levels = record.get<Choices>(level_);
    if (area == nullptr || levels == nullptr) return;
    for (const std::uint16_t level : levels->options) use(area->options.front() * levels_ + level);
  }

  void add(std::uint32_t entry) {
    const Candidate candidate{entry, count_claims(collection_.entries[entry].record, collection_.schema).known};
    for_each_place(entry, [&](std::size_t place) {
      std::vector<Candidate>& best = best_[place];
      best.insert(std::upper_bound(best.begin(), best.end(), candidate, comes_first), candidate);
      // One more than needed: an entry is not its own neighbour.
      if (best.size() > most_neighbours + 1) best.pop_back();
    });
  }

  const Collection& collection_;
  std::uint16_t number_;
  FieldIndex level_, area_;
  std::size_t levels_;
  std::vector<std::vector<Candidate>> best_;  ///< by area and level
};

}  // namespace

std::vector<std::vector<EntryNumber>> neighbours(const Site& site, std::uint16_t collection, FieldIndex level,
                                                 FieldIndex area) {
  const NeighbourFinder finder(site, collection, level, area);
  std::vector<std::vector<EntryNumber>> result;
  for (std::size_t entry = 0; entry < site.collections[collection].entries.size(); ++entry) {
    result.push_back(finder.of(static_cast<std::uint32_t>(entry)));
  }
  return result;
}

}  // namespace wegwijs
