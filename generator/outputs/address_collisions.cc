#include "outputs/address_collisions.h"

#include <map>
#include <set>

#include "outputs/address_rules.h"
#include "outputs/page_pass.h"

namespace wegwijs {
namespace {

/// Collects what is written where; keys are paths in the published folder.
class Collisions {
 public:
  Collisions(const OutputContext& context, Diagnostics& diagnostics) : context_(context), diagnostics_(diagnostics) {}

  void add_page(const std::string& address, SourceSpan where) {
    at_.try_emplace(file_of(address), Written{address, where});
  }

  /// A file beside the pages. A page at its path comes from an author, so that one is reported.
  void add_made(const std::string& address) {
    const auto [place, is_new] = at_.try_emplace(address.substr(1), Written{address, setting_of(address)});
    if (is_new) return;
    const SourceSpan where = place->second.where.file == no_file ? setting_of(address) : place->second.where;
    report(where, place->second.address, address);
  }

  void add_static(const std::string& address) { at_.try_emplace(address.substr(1), Written{address, {}}); }

  /// A path that is also the folder of another one. Sorted by path, what is in a folder comes after the folder.
  void report_files_in_the_way() {
    for (const auto& [path, written] : at_) {
      for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const auto file = at_.find(path.substr(0, slash));
        if (file == at_.end()) continue;
        const bool by_file = written.where.file == no_file;
        const Written& blamed = by_file ? file->second : written;
        const Written& other = by_file ? written : file->second;
        if (told_.insert(file->first).second) report(blamed.where, blamed.address, other.address);
      }
    }
  }

 private:
  struct Written {
    std::string address;
    SourceSpan where;
  };

  void report(SourceSpan where, const std::string& address, const std::string& other) {
    diagnostics_.report(addresses_collide, where, {address, other});
  }

  /// The line of the settings that has this file made; no place for one that every site has.
  SourceSpan setting_of(const std::string& address) const {
    SourceSpan where;
    std::size_t matched = 0;
    for (const CollectionRule& rule : context_.site.settings.collections) {
      for (const SettingText* setting : {&rule.feed, &rule.calendar, &rule.open_data}) {
        const std::string& text = setting->text;
        if (text.size() <= matched || !address.starts_with(text)) continue;
        matched = text.size();
        where = setting->where;
      }
    }
    return where;
  }

  const OutputContext& context_;
  Diagnostics& diagnostics_;
  std::map<std::string, Written> at_;
  std::set<std::string> told_;
};

}  // namespace

void report_address_collisions(const OutputContext& context, const std::vector<std::string>& made,
                               const std::vector<std::string>& all, Diagnostics& diagnostics) {
  Collisions collisions(context, diagnostics);
  for (const PageKey& key : context.plan.pages)
    collisions.add_page(context.plan.address(context.site, key), context.plan.origin(context.site, key));
  for (const std::string& address : made) collisions.add_made(address);
  for (const std::string& address : all) collisions.add_static(address);
  collisions.report_files_in_the_way();
}

}  // namespace wegwijs
