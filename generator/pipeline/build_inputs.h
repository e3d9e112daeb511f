#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/block_memory.h"
#include "model/load_site.h"
#include "pages/page_plan.h"

namespace wegwijs {

/// What a site is made from, as digests.
///
/// All of it is either what an entry says, its values and its text, or shared: the settings, the schemas, the theme,
/// the pictures, the day, which entries there are and in what order. Whoever changes something shared has everything
/// made; whoever changes an entry only what looked into it. What is worked out from entries before anything is made is
/// shared too (the plan, the glossary, what is withheld), or belongs to an entry (who refers to it, who stands beside
/// it).
struct BuildInputs {
  /// What is shared, in parts that can be named: files by their path, and `part_…`.
  using Parts = std::map<std::string, Digest, std::less<>>;

  Digest shared;  ///< of all parts
  Parts parts;
  std::vector<EntryDigests> entries;  ///< by the number of their records
};

/// The parts that are no file. No path begins with a space.
inline constexpr std::string_view part_facts = " facts";
inline constexpr std::string_view part_entries = " entries";
inline constexpr std::string_view part_plan = " plan";

/// Of a site that was loaded; reads what is no entry, on at most `facts.threads` threads. Throws what FileTree::read
/// throws.
BuildInputs build_inputs(const FileTree& sources, const Site& site, const BuildFacts& facts);

/// The same for what is made after the plan.
BuildInputs planned_inputs(const BuildInputs& inputs, const Site& site, const PagePlan& plan);

}  // namespace wegwijs
