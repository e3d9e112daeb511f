#include "pipeline/generate.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "checks/checks.h"
#include "model/loaded_file.h"
#include "pages/site_links.h"
#include "pipeline/address_collisions.h"
#include "pipeline/all_rules.h"
#include "pipeline/build_inputs.h"
#include "pipeline/file_links.h"
#include "pipeline/link_check.h"
#include "pipeline/page_pass.h"
#include "pipeline/postcode_files.h"
#include "pipeline/read_theme.h"
#include "pipeline/repeated_build.h"
#include "pipeline/theme_colours.h"
#include "pipeline/theme_parts.h"
#include "pipeline/vanished_addresses.h"
#include "pipeline/withheld_texts.h"
#include "products/content_files.h"
#include "products/product.h"
#include "products/security_headers.h"
#include "products/static_files.h"
#include "search/search_files.h"
#include "views/claims.h"
#include "views/leaving.h"

namespace wegwijs {
namespace {

void count_claims_of(const Record& record, Date today, CollectionCount& count) {
  for (const FieldValue& value : record.values()) {
    const auto* claims = std::get_if<Claims>(&value.value);
    if (claims == nullptr) continue;
    for (const Claim& claim : claims->claims) {
      ++count.claims;
      if (!claim.as_of.is_known()) ++count.undated_claims;
      if (is_old(claim, today)) ++count.old_claims;
    }
  }
}

/// Sorted, each where it is first met.
std::vector<WebAddressUse> web_addresses_of(const PageFindings& findings) {
  std::unordered_set<std::string_view> met;
  std::vector<WebAddressUse> uses;
  for (const BlockLinks& block : findings.links) {
    block.visit_web_addresses([&](std::string_view address, SourceSpan where) {
      if (met.insert(address).second) uses.push_back({std::string(address), where});
    });
  }
  std::sort(uses.begin(), uses.end(),
            [](const WebAddressUse& left, const WebAddressUse& right) { return left.address < right.address; });
  return uses;
}

GenerateSummary summary_of(const Site& site, const PagePlan& plan, const PageFindings& findings, Date today) {
  GenerateSummary summary{plan.pages.size(), {}, site.withheld, {}, {}};
  for (const LeavingEntry& leaving : entries_that_leave(site, today))
    summary.leaving.push_back({site.entry(leaving.entry).file, leaving.last_day});
  for (const Collection& collection : site.collections) {
    CollectionCount count;
    count.entries = collection.entries.size();
    const Schema& schema = collection.schema;
    const bool is_one = count.entries == 1 && !schema.label_one.empty();
    count.label = (is_one ? schema.label_one : schema.label).in(site.settings.language);
    if (count.label.empty()) count.label = collection.rule->name;
    for (const Entry& entry : collection.entries) count_claims_of(entry.record, today, count);
    summary.collections.push_back(std::move(count));
  }
  summary.web_addresses = web_addresses_of(findings);
  return summary;
}

/// The ids on the page that its texts gave: an author does not mean to link to a place of the theme.
std::vector<std::string> headings_on_page(const PageContext& context, const Theme& theme, const std::string& address) {
  std::vector<std::string> ids = ids_on_page(context, theme.templates, address);
  std::erase_if(ids, [&](const std::string& id) { return theme.ids.contains(id); });
  return ids;
}

/// Adds the files that are published as they are to `products`, and judges the addresses of everything together. The
/// addresses of all that is published beside the pages, sorted.
std::vector<std::string> addresses_beside_pages(const ProductContext& context, std::vector<Product>& products,
                                                Diagnostics& diagnostics) {
  std::vector<Product> copied;
  plan_static_files(context, copied);
  const std::vector<std::string> of_search = search_file_addresses(context.sources);
  report_address_collisions(context, products, copied, of_search, diagnostics);
  std::move(copied.begin(), copied.end(), std::back_inserter(products));
  std::vector<std::string> addresses = of_search;
  for (const Product& product : products) addresses.push_back(product.address);
  for (const ContentFile& content : context.content.files) addresses.push_back(content.address);
  std::sort(addresses.begin(), addresses.end());
  return addresses;
}

/// The digests of the records of `reads`.
std::vector<Digest> records_of(const BlockReads& reads, const BuildInputs& inputs) {
  std::vector<Digest> records;
  for (const RecordRange& range : reads.records) {
    for (RecordNumber number = range.first; number < range.end; ++number)
      records.push_back(inputs.entries[number].values);
  }
  return records;
}

/// The pages that answer questions of readers are linked to as from a text: one that is not there is reported.
void note_answers(const SearchWords& words, PageFindings& findings) {
  BlockLinks links;
  for (const AnsweredQuestions& questions : words.questions) {
    for (const WrittenText& answer : questions.answers) {
      links.note(answer.text, answer.where, true, answer.text);
    }
  }
  links.finish();
  findings.links.push_back(std::move(links));
}

bool is_as_read(const ReadTheme& read, const BuildInputs& inputs) {
  return read.theme && read.shared == inputs.shared && read.records == records_of(read.reads, inputs);
}

/// Reads the theme; `inputs` is empty when nothing is remembered.
ReadTheme read_for(const PageContext& context, const BuildInputs& inputs) {
  ReadTheme read;
  {
    const RecordReads reads(context.site.records);
    if (std::optional<Theme> theme = read_theme(context, read.of_templates))
      read.theme = std::make_shared<const Theme>(std::move(*theme));
    if (!inputs.entries.empty()) read.reads.records = reads.ranges();
  }
  check_theme_colours(context.sources, read.of_parts);
  check_theme_parts(context.sources, read.of_parts);
  read.shared = inputs.shared;
  read.records = records_of(read.reads, inputs);
  return read;
}

/// `made` may be null: nothing is remembered.
std::optional<GenerateSummary> generate_with(const FileTree& sources, const Settings& settings, const BuildFacts& facts,
                                             Sink& sink, Diagnostics& diagnostics, MadeBefore* made) {
  const auto begin = [&facts](BuildStage stage) {
    if (facts.on_stage) facts.on_stage(stage);
  };
  begin(BuildStage::entries);
  // Everything is read before anything is judged: a check may look at any record.
  std::optional<LoadMemory> known;
  if (made != nullptr) {
    made->files.begin(sources);
    known.emplace(LoadMemory{made->files, made->read, find_rule});
  }
  const std::optional<Site> site = load_site(sources, settings, facts, diagnostics, known ? &*known : nullptr);
  if (!site) return std::nullopt;
  begin(BuildStage::checks);
  CheckContext to_check{sources, *site, facts.today, facts.threads};
  const BuildInputs inputs = made == nullptr ? BuildInputs() : build_inputs(sources, *site, facts);
  if (made != nullptr) {
    made->checks.begin(inputs.shared, check_blocks(*site), inputs.entries);
    to_check.memory = &made->checks;
    to_check.find_rule = find_rule;
  }
  run_checks(to_check, diagnostics);

  begin(BuildStage::plan);
  // All addresses are known before the first page is made, so that pages can link to pages that come later.
  const PagePlan plan = plan_pages(sources, *site, diagnostics);
  const ContentFiles content = read_content_files(sources, site->settings, facts.threads, diagnostics);
  const ProductContext beside{sources, *site, plan, facts.today, content, facts.include_drafts};
  std::vector<Product> products = plan_products(beside);
  const std::vector<std::string> files = addresses_beside_pages(beside, products, diagnostics);
  report_vanished_addresses(facts.previous_files, beside, files, diagnostics);
  begin(BuildStage::theme);
  const ThemeTexts texts = read_theme_texts(sources, site->settings.language, diagnostics);
  PageContext context{
      *site, plan, sources, texts, facts.today, has_search(sources), facts.include_drafts, meta_content_policy()};
  // The theme is checked against the shapes of the pages, so it comes after the plan.
  const BuildInputs planned = made == nullptr ? BuildInputs() : planned_inputs(inputs, *site, plan);
  ReadTheme read_now;
  ReadTheme& read = made == nullptr ? read_now : made->theme;
  if (made == nullptr || !is_as_read(read, planned)) read = read_for(context, planned);
  // Without the fields of a collection, which was reported, a template seems to name what does not exist.
  const bool are_fields_known = std::all_of(site->collections.begin(), site->collections.end(),
                                            [](const Collection& collection) { return collection.is_readable; });
  if (are_fields_known) diagnostics.append(Diagnostics(read.of_templates));
  diagnostics.append(Diagnostics(read.of_parts));
  const std::shared_ptr<const Theme> theme = read.theme;
  if (!theme) return std::nullopt;
  const SiteLinks links(*site, sources, content.sizes, theme->ids);
  context.links = &links;
  context.shown = &theme->shown;

  begin(BuildStage::pages);
  // Gate 1: with errors the pages are made all the same, for the dead links in them, but go nowhere.
  DiscardingSink nowhere;
  Sink& target = diagnostics.has_errors() ? static_cast<Sink&>(nowhere) : sink;
  PassMemory memory;
  if (made != nullptr) {
    made->pages.begin(planned.shared, page_blocks(plan, made->pages_per_block), planned.entries);
    made->products.begin(planned.shared, products.size(), planned.entries);
    memory = {&made->pages, &made->products, made->pages_per_block};
    if (!made->asked_address.empty())
      made->reason = reason_for_page(made->asked_address, *made, planned, sources, *site, plan);
  }
  PageFindings findings = make_pages_and_products(context, theme->templates, products, facts.threads, target, memory);
  diagnostics.append(std::move(findings.diagnostics));
  if (made != nullptr) {
    made->kept_pages = findings.kept_pages;
    made->made_pages = plan.pages.size() - findings.kept_pages;
  }
  begin(BuildStage::pictures);
  write_content_files(content, sources, facts.threads, target, diagnostics,
                      made == nullptr ? nullptr : &made->pictures);
  begin(BuildStage::links);
  const IdsOfPage ids_of = [&](const std::string& address) { return headings_on_page(context, *theme, address); };
  note_answers(site->search_words, findings);
  const ReachablePlaces places(beside, findings.anchors, files);
  check_postcode_files(beside, places, content, sources, diagnostics);
  JudgedLinks judged =
      check_links(findings, beside, places, ids_of, made == nullptr ? JudgedLinks() : made->links, diagnostics);
  check_links_of_withheld(read_withheld_texts(context), beside, places, ids_of, diagnostics);
  note_unlinked_files(content, sources, *site, findings, diagnostics);

  // Gate 2: only a site without errors is published; with `strict`, only one without warnings either.
  if (diagnostics.has_errors()) return std::nullopt;
  if (facts.strict && diagnostics.count(Severity::warning) > 0) return std::nullopt;
  GenerateSummary summary = summary_of(*site, plan, findings, facts.today);
  begin(BuildStage::search);
  sink.pages_are_ready();
  write_search_files(sources, *site, std::move(findings.search), sink);
  begin(BuildStage::publish);
  sink.commit();
  if (made != nullptr) {
    made->files.finish(sources);
    made->checks.finish();
    made->pages.finish();
    made->products.finish();
    made->links = std::move(judged);
    made->parts = planned.parts;
  }
  return summary;
}

}  // namespace

std::optional<GenerateSummary> generate(const FileTree& sources, const Settings& settings, const BuildFacts& facts,
                                        Sink& sink, Diagnostics& diagnostics) {
  return generate_with(sources, settings, facts, sink, diagnostics, nullptr);
}

std::optional<GenerateSummary> generate(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                        Diagnostics& diagnostics) {
  const std::optional<Settings> settings = read_settings(sources, diagnostics);
  return settings ? generate(sources, *settings, facts, sink, diagnostics) : std::nullopt;
}

std::optional<GenerateSummary> generate_again(const FileTree& sources, const Settings& settings,
                                              const BuildFacts& facts, Sink& sink, Diagnostics& diagnostics,
                                              MadeBefore& made) {
  return generate_with(sources, settings, facts, sink, diagnostics, &made);
}

std::optional<GenerateSummary> generate_again(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                              Diagnostics& diagnostics, MadeBefore& made) {
  const std::optional<Settings> settings = read_settings(sources, diagnostics);
  return settings ? generate_again(sources, *settings, facts, sink, diagnostics, made) : std::nullopt;
}

}  // namespace wegwijs
