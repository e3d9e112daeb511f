#include "pipeline/page_pass.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "files/read_watch.h"
#include "pages/page_kind.h"
#include "parallel/parallel_map.h"
#include "pipeline/address_rules.h"
#include "pipeline/all_rules.h"
#include "pipeline/html_addresses.h"
#include "pipeline/made_pages.h"
#include "pipeline/page_rules.h"
#include "pipeline/product_pass.h"
#include "pipeline/told_as_declared.h"
#include "products/published_path.h"
#include "search/search_kinds.h"
#include "source/web_address.h"

namespace wegwijs {
namespace {

/// Reports the first line of the text of an entry, when it has one.
void report_hidden_text(const PageContext& context, EntryNumber number, const Argument& reason,
                        Diagnostics& diagnostics) {
  const SourceSpan body = context.site.entry(number).body;
  if (body.end <= body.begin) return;
  const std::string bytes = context.sources.read(body.file);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n", body.begin);
  if (begin == std::string::npos) return;
  const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
  diagnostics.report(text_not_shown, {body.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                     {reason});
}

/// The texts of collections whose entries have no pages.
void report_texts_without_page(const PageContext& context, Diagnostics& diagnostics) {
  for (std::size_t group = 0; group < context.site.collections.size(); ++group) {
    const Collection& collection = context.site.collections[group];
    if (!collection.rule->address.text.empty()) continue;
    for (std::size_t number = 0; number < collection.entries.size(); ++number) {
      report_hidden_text(context, {static_cast<std::uint16_t>(group), static_cast<std::uint32_t>(number)},
                         {"de verzameling '" + collection.rule->name + "' heeft geen pagina's",
                          "the collection '" + collection.rule->name + "' has no pages"},
                         diagnostics);
    }
  }
}

/// Makes the pages of one block with its own arena.
class BlockMaker {
 public:
  BlockMaker(const PageContext& context, const TemplateSet& templates, Sink& sink)
      : context_(context),
        templates_(templates),
        sink_(sink),
        prefix_(path_prefix(context.site.settings.base_address)) {}

  /// Returns false, and reports it, when the page is larger than any page should be.
  bool make(const PageKey& key) {
    arena_.reset();
    PageNotes notes;
    notes.links = context_.links;
    const std::optional<EntryNumber> own = key.kind->entry(key);
    // A page shows no text but its own, so that it need not be made again when another one changes.
    const ReadWatch watch(own ? context_.site.entry(*own).file : no_file);
    const Data data = page_data(context_, key, arena_, notes);
#ifndef NDEBUG
    declared_.require(context_, key, data);
#endif
    const std::string address = context_.plan.address(context_.site, key);
    const std::string_view page_template = context_.plan.page_template(context_.site, key);
    html_.clear();
    try {
      templates_.render(page_template, data, html_);
    } catch (const std::length_error&) {
      findings_.diagnostics.report(page_too_large, context_.plan.origin(context_.site, key),
                                   {address, std::string(page_template)});
      return false;
    }
    if (own) note_hidden_text(*own, data, page_template);
    const bool leads_to_absent = note_addresses(key, address, notes);
    search_.add(notes.search, address, search_kind_of(context_.plan, key));
    findings_.diagnostics.append(std::move(notes.diagnostics));
    if (leads_to_absent) remove_links_to_absent_pages(address);
    sink_.write(file_of(address), prefix_.empty() ? html_ : with_prefix(html_, prefix_));
    return true;
  }

  PageFindings take_findings() {
    findings_.search.push_back(std::move(search_));
    links_.finish();
    findings_.links.push_back(std::move(links_));
    return std::move(findings_);
  }

 private:
  bool is_absent(const std::string& page, const std::string& address) const {
    return !context_.plan.absent.empty() && !is_external_address(address) &&
           context_.plan.absence_at(resolved_address(page, address)) != nullptr;
  }

  void remove_links_to_absent_pages(const std::string& page) {
    html_ = without_links(html_, [&](const std::string& address) { return is_absent(page, address); });
  }

  /// Whether the page leads to one that is absent.
  bool note_addresses(const PageKey& key, const std::string& page, const PageNotes& notes) {
    HtmlAddresses found = addresses_in(html_);
    for (const std::string& id : found.ids) findings_.anchors.push_back(hash_of(page + "#" + id));
    std::sort(found.ids.begin(), found.ids.end());
    const auto twice = std::adjacent_find(found.ids.begin(), found.ids.end());
    if (twice != found.ids.end())
      findings_.diagnostics.report(repeated_anchor, context_.plan.origin(context_.site, key), {page, *twice});
    for (const AddressUse& use : notes.addresses) note_link(page, use.address, use.where, true);
    bool leads_to_absent = false;
    for (const std::string& address : found.addresses) {
      // The menus and the foot of every page lead to the same places: once in a block is enough.
      const bool is_from_root = address.starts_with('/');
      const auto known = is_from_root ? from_root_.find(address) : from_root_.end();
      const bool is_to_absent = known != from_root_.end() ? known->second : is_absent(page, address);
      leads_to_absent = leads_to_absent || is_to_absent;
      if (known != from_root_.end()) continue;
      if (is_from_root) from_root_.emplace(address, is_to_absent);
      note_link(page, address, context_.plan.origin(context_.site, key), false);
    }
    return leads_to_absent;
  }

  /// What the page shows is looked for in the page itself, because a template may show the text only in some cases, or
  /// in a partial whose name is data.
  void note_hidden_text(EntryNumber entry, const Data& data, std::string_view page_template) {
    const Data* body = data.find("body"_name);
    if (body == nullptr || body->bytes().empty() || html_.find(body->bytes()) != std::string::npos) return;
    report_hidden_text(context_, entry,
                       {"het sjabloon '" + std::string(page_template) + "' toont hem niet",
                        "the template '" + std::string(page_template) + "' does not show it"},
                       findings_.diagnostics);
  }

  void note_link(const std::string& page, std::string_view address, SourceSpan where, bool is_in_text) {
    if (is_web_address(address)) links_.note_web_address(address, where);
    if (is_external_address(address)) return;
    links_.note(resolved_address(page, canonical_address(address)), where, is_in_text, address);
  }

  const PageContext& context_;
  const TemplateSet& templates_;
  Sink& sink_;
  std::string_view prefix_;
  DataArena arena_;
  std::string html_;
  SearchBlock search_;
#ifndef NDEBUG
  ToldAsDeclared declared_;
#endif
  PageFindings findings_;
  BlockLinks links_;
  std::unordered_map<std::string, bool> from_root_;  // addresses noted before, and whether they lead to an absent page
};

}  // namespace

std::vector<std::string> ids_on_page(const PageContext& context, const TemplateSet& templates,
                                     const std::string& address) {
  const auto found = context.plan.page_at.find(address);
  if (found == context.plan.page_at.end()) return {};
  DataArena arena;
  PageNotes notes;
  notes.links = context.links;
  const Data data = page_data(context, context.plan.pages[found->second], arena, notes);
  std::string html;
  try {
    templates.render(context.plan.page_template(context.site, context.plan.pages[found->second]), data, html);
  } catch (const std::length_error&) {
    return {};  // reported when the pages were made
  }
  return addresses_in(html).ids;
}

namespace {

PageFindings make_block(const PageContext& context, const TemplateSet& templates, const PageKey* pages,
                        std::size_t count, Sink& sink) {
  BlockMaker maker(context, templates, sink);
  for (std::size_t page = 0; page < count; ++page) {
    // What made one page too large makes the next ones too.
    if (!maker.make(pages[page])) break;
  }
  return maker.take_findings();
}

/// Passes on what it is given and knows the paths.
class NotingSink : public Sink {
 public:
  explicit NotingSink(Sink& target) : target_(target) {}
  void write(std::string_view path, std::string_view bytes) override {
    paths_.emplace_back(path);
    target_.write(path, bytes);
  }
  void commit() override {}
  std::vector<std::string> take_paths() { return std::move(paths_); }

 private:
  Sink& target_;
  std::vector<std::string> paths_;
};

/// The entries that the pages are about, whose texts they show.
std::vector<RecordRange> own_entries(const Site& site, const PageKey* pages, std::size_t count) {
  std::vector<RecordRange> ranges;
  for (std::size_t page = 0; page < count; ++page) {
    const std::optional<EntryNumber> own = pages[page].kind->entry(pages[page]);
    if (!own) continue;
    const RecordNumber number = site.entry(*own).record.number();
    if (ranges.empty() || ranges.back().end != number) ranges.push_back({number, number});
    ++ranges.back().end;
  }
  return ranges;
}

/// The same block as an earlier build made, when it is made from the same and its files are still there.
PageFindings make_or_keep_block(const PageContext& context, const TemplateSet& templates, std::size_t block,
                                const PageKey* pages, std::size_t count, Sink& sink, BlockMemory& memory) {
  if (const std::optional<std::string_view> known = memory.find(block)) {
    MadePages made = made_pages_from(*known, find_rule);
    made.findings.kept_pages = count;
    for (BlockLinks& links : made.findings.links) links.call_remembered();
    if (sink.keep(made.paths)) return std::move(made.findings);
  }
  const RecordReads reads(context.site.records);
  NotingSink noting(sink);
  MadePages made;
  made.findings = make_block(context, templates, pages, count, noting);
  made.paths = noting.take_paths();
  const std::string_view kept =
      memory.keep(block, {reads.ranges(), own_entries(context.site, pages, count)}, bytes_of(made));
  // Read again, so that nothing is held twice: links are looked at where they lie.
  made = {};
  return made_pages_from(kept, find_rule).findings;
}

}  // namespace

std::size_t page_blocks(const PagePlan& plan, std::size_t pages_per_block) {
  return (plan.pages.size() + pages_per_block - 1) / pages_per_block;
}

std::optional<std::size_t> number_of_page(const PagePlan& plan, const std::string& address) {
  const auto found = plan.page_at.find(address);
  return found == plan.page_at.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

PageFindings make_pages_and_products(const PageContext& context, const TemplateSet& templates,
                                     const std::vector<Product>& products, std::size_t threads, Sink& sink,
                                     const PassMemory& memory) {
  const std::vector<PageKey>& pages = context.plan.pages;
  const std::size_t per_block = memory.pages_per_block;
  const std::size_t blocks = page_blocks(context.plan, per_block);
  ProductPass product_pass(products, context.site.records, sink, memory.products);
  // One task after the other for all threads: pages in blocks, each product by itself.
  std::vector<PageFindings> found =
      parallel_map<PageFindings>(blocks + products.size(), threads, [&](std::size_t task) {
        if (task >= blocks) {
          product_pass.make(task - blocks);
          return PageFindings();
        }
        const PageKey* const first = pages.data() + task * per_block;
        const std::size_t count = std::min(per_block, pages.size() - task * per_block);
        return memory.pages == nullptr
                   ? make_block(context, templates, first, count, sink)
                   : make_or_keep_block(context, templates, task, first, count, sink, *memory.pages);
      });
  PageFindings findings;
  for (PageFindings& block : found) findings.append(std::move(block));
  product_pass.make_joins();
  report_texts_without_page(context, findings.diagnostics);
  return findings;
}

}  // namespace wegwijs
