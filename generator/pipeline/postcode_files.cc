#include "pipeline/postcode_files.h"

#include <algorithm>
#include <unordered_set>

#include "pipeline/address_rules.h"
#include "pipeline/meant_address.h"
#include "pipeline/postcode_rules.h"
#include "pipeline/postcode_table.h"
#include "views/postcodes.h"

namespace wegwijs {
namespace {

constexpr std::string_view digit_place = "{cijfer}";
constexpr std::size_t longest_quote = 60;  // of a line that is told, in bytes

/// The files of a pattern: "/bestanden/postcodes/1.csv" for "/bestanden/postcodes/{cijfer}.csv". Empty for one without
/// the digit.
std::vector<std::string> files_of(const std::string& pattern) {
  std::vector<std::string> files;
  const std::size_t place = pattern.find(digit_place);
  for (char digit = '0'; digit <= '9' && place != std::string::npos; ++digit)
    files.push_back(pattern.substr(0, place) + digit + pattern.substr(place + digit_place.size()));
  return files;
}

/// Calls `visit(collection, finder)` for every finder that fetches such files.
template <typename Visit>
void for_every_finder(const Site& site, Visit visit) {
  for (const Collection& collection : site.collections) {
    for (const ListingRule& listing : collection.rule->listings) {
      if (listing.finder && !listing.finder->places_address.text.empty()) visit(collection, *listing.finder);
    }
  }
}

/// The pattern of the files that were most likely meant: the nearest one, with its digit taken out.
std::string meant_pattern(const std::string& wanted, const PagePlan& plan, const std::vector<std::string>& files) {
  std::string meant = meant_address(wanted, wanted, "", plan, files);
  const std::size_t digit = meant.find_last_of("0123456789");
  return digit == std::string::npos ? "" : meant.replace(digit, 1, digit_place);
}

/// The postcodes of which these files say where they lie; reports of each the first line that says no such thing: a
/// reader would see a wrong distance.
std::unordered_set<std::string> known_places(const std::vector<std::string>& addresses, const ContentFiles& content,
                                             const FileTree& sources, Diagnostics& diagnostics) {
  std::unordered_set<std::string> known;
  for (const ContentFile& one : content.files) {
    if (std::find(addresses.begin(), addresses.end(), one.address) == addresses.end()) continue;
    const std::string bytes = sources.read(one.file);
    PostcodeTable table = read_postcode_table(bytes);
    known.merge(table.known);
    if (const auto& line = table.unreadable) {
      diagnostics.report(unreadable_place,
                         {one.file, static_cast<std::uint32_t>(line->begin), static_cast<std::uint32_t>(line->end)},
                         {bytes.substr(line->begin, std::min(line->end - line->begin, longest_quote))});
    }
  }
  return known;
}

}  // namespace

std::vector<std::string> postcode_addresses(const Site& site) {
  std::vector<std::string> addresses;
  for_every_finder(site, [&](const Collection&, const FinderRule& finder) {
    for (std::string& address : files_of(finder.places_address.text)) addresses.push_back(std::move(address));
  });
  return addresses;
}

void check_postcode_files(const ProductContext& context, const ReachablePlaces& places, const ContentFiles& content,
                          const FileTree& sources, Diagnostics& diagnostics) {
  for_every_finder(context.site, [&](const Collection& collection, const FinderRule& finder) {
    const SettingText& pattern = finder.places_address;
    const std::vector<std::string> wanted = files_of(pattern.text);
    if (std::none_of(wanted.begin(), wanted.end(), [&](const std::string& file) { return places.is_file(file); })) {
      diagnostics.report(dead_file_link, pattern.where, {pattern.text},
                         meant_pattern(wanted.empty() ? pattern.text : wanted.front(), context.plan, places.files()));
      return;
    }
    const std::unordered_set<std::string> known = known_places(wanted, content, sources, diagnostics);
    for (const Entry& entry : collection.entries) {
      const WrittenText* postcode = postcode_of(entry, collection.schema, finder);
      if (postcode == nullptr || known.contains(std::string(place_of_postcode(postcode->text)))) continue;
      diagnostics.report(postcode_without_place, postcode->where, {postcode->text, pattern.text});
    }
  });
}

}  // namespace wegwijs
