#include "model/load_site.h"

#include "files/digest_bytes.h"
#include "model/file_limits.h"
#include "model/gone_addresses.h"
#include "model/load_collection.h"
#include "model/loaded_file.h"
#include "model/references.h"
#include "model/search_words.h"
#include "model/settings_rules.h"
#include "model/switched_off.h"
#include "model/worked_out_values.h"

namespace wegwijs {
namespace {

Digest digest_of_search_words(const FileTree& sources) {
  std::string all;
  for (const FileId file : search_words_files(sources)) {
    append_varint(all, static_cast<std::uint32_t>(file));
    if (may_be_read(sources, file)) append_digest(all, sources.digest(file));
  }
  return digest_of(all);
}

void number_records(Site& site) {
  for (Collection& collection : site.collections) {
    for (Entry& entry : collection.entries) entry.record.set_number(site.records++);
  }
}

}  // namespace

std::optional<Site> load_site(const FileTree& sources, const BuildFacts& facts, Diagnostics& diagnostics) {
  std::optional<Settings> settings = read_settings(sources, diagnostics);
  if (!settings) return std::nullopt;
  return load_site(sources, std::move(*settings), facts, diagnostics);
}

std::optional<Site> load_site(const FileTree& sources, Settings settings, const BuildFacts& facts,
                              Diagnostics& diagnostics, const LoadMemory* memory) {
  if (!check_file_limits(sources, diagnostics)) return std::nullopt;
  Site site;
  site.settings = std::move(settings);
  if (facts.base_address) site.settings.base_address = *facts.base_address;
  const SecurityContact& security = site.settings.security;
  if (!security.contact.text.empty() && security.valid_until < facts.today)
    diagnostics.report(security_contact_expired, security.until_where, {iso_date(security.valid_until)});
  for (const CollectionRule& rule : site.settings.collections) {
    site.collections.push_back(load_collection(sources, facts, rule, memory, site.withheld, diagnostics));
  }
  leave_out_switched_off(site, diagnostics);
  resolve_references(sources, site, diagnostics);
  work_out_values(site, diagnostics);
  site.gone_addresses = read_gone_addresses(sources, diagnostics);
  const auto read_words = [&](Diagnostics& found) { return read_search_words(sources, found); };
  site.search_words = memory == nullptr ? read_words(diagnostics)
                                        : memory->in_process.search_words.as_of(digest_of_search_words(sources),
                                                                                diagnostics, read_words);
  check_search_words(site, diagnostics);
  collect_back_references(site);
  site.terms = glossary_of(site);
  number_records(site);
  return site;
}

}  // namespace wegwijs
