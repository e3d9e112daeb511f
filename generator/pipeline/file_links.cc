#include "pipeline/file_links.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/address_rules.h"
#include "pipeline/meant_address.h"
#include "products/content_file_rules.h"
#include "source/web_address.h"
#include "text/path_parts.h"

namespace wegwijs {
namespace {

/// The files that may say where postcodes lie, one for each first digit: "/bestanden/postcodes/1.csv" for
/// "/bestanden/postcodes/{cijfer}.csv". Empty for a pattern without the digit.
std::vector<std::string> files_of_places(const std::string& pattern) {
  constexpr std::string_view digit = "{cijfer}";
  std::vector<std::string> files;
  const std::size_t place = pattern.find(digit);
  for (char number = '0'; number <= '9' && place != std::string::npos; ++number)
    files.push_back(pattern.substr(0, place) + number + pattern.substr(place + digit.size()));
  return files;
}

/// What the finders of the site fetch, as the settings say it.
std::vector<const SettingText*> fetched_patterns(const Site& site) {
  std::vector<const SettingText*> patterns;
  for (const Collection& collection : site.collections) {
    for (const ListingRule& listing : collection.rule->listings) {
      if (listing.finder && !listing.finder->places_address.text.empty())
        patterns.push_back(&listing.finder->places_address);
    }
  }
  return patterns;
}

/// The pattern of the files that were most likely meant: the nearest one, with its digit taken out.
std::string meant_pattern(const std::string& wanted, const PagePlan& plan, const std::vector<std::string>& files) {
  std::string meant = meant_address(wanted, wanted, "", plan, files);
  const std::size_t digit = meant.find_last_of("0123456789");
  return digit == std::string::npos ? "" : meant.replace(digit, 1, "{cijfer}");
}

}  // namespace

void check_fetched_files(const ProductContext& context, const ReachablePlaces& places, Diagnostics& diagnostics) {
  for (const SettingText* pattern : fetched_patterns(context.site)) {
    const std::vector<std::string> wanted = files_of_places(pattern->text);
    // A script fetches the file of a digit, and says nothing when there is none at all.
    if (std::any_of(wanted.begin(), wanted.end(), [&](const std::string& file) { return places.is_file(file); }))
      continue;
    diagnostics.report(dead_file_link, pattern->where, {pattern->text},
                       meant_pattern(wanted.empty() ? pattern->text : wanted.front(), context.plan, places.files()));
  }
}

void note_unlinked_files(const ContentFiles& content, const FileTree& sources, const Site& site,
                         const PageFindings& findings, Diagnostics& diagnostics) {
  std::vector<std::string> fetched;
  for (const SettingText* pattern : fetched_patterns(site)) {
    for (std::string& file : files_of_places(pattern->text)) fetched.push_back(std::move(file));
  }
  std::unordered_set<AddressHash> linked;
  if (!content.files.empty()) {
    for (const BlockLinks& block : findings.links)
      block.visit_targets([&](AddressHash hash, std::string_view) { linked.insert(hash); });
  }
  for (const ContentFile& one : content.files) {
    const bool is_linked = one.kind == nullptr || linked.contains(hash_of(one.address)) ||
                           std::find(fetched.begin(), fetched.end(), one.address) != fetched.end();
    if (is_linked) continue;
    const std::string path = sources.path_of(one.file);
    diagnostics.report(file_without_link, {one.file, 0, 0},
                       {std::string(last_part(path)), percent_encoded_address(one.address)});
  }
}

}  // namespace wegwijs
