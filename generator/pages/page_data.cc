#include "pages/page_data.h"

#include "pages/frame_data.h"
#include "pages/page_kind.h"
#include "pages/shortlist_data.h"

namespace wegwijs {
namespace {

void note_search_text(const PageContext& context, const PageKey& key, PageNotes& notes) {
  if (!key.kind->is_looked_for(context, key)) {
    notes.search = {};
    return;
  }
  notes.search.title = context.plan.title(context.site, key);
  notes.search.summary = context.plan.summary(context.site, key);
  key.kind->note_search_text(context, key, notes);
}

}  // namespace

const MarkdownText& PageNotes::long_text(const WrittenText& text) {
  const auto [found, is_new] = long_texts.try_emplace(&text);
  if (is_new) {
    found->second =
        read_markdown(text.text, text.where.file, text.where.begin, diagnostics, terms ? &*terms : nullptr, links);
    const std::vector<AddressUse>& used = found->second.addresses;
    addresses.insert(addresses.end(), used.begin(), used.end());
  }
  return found->second;
}

Data page_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes) {
  std::vector<Member> members = frame_data(context, key, arena);
  add_shortlist_data(context, arena, members);
  key.kind->add_data(context, key, arena, notes, members);
  if (context.has_search) note_search_text(context, key, notes);
  return arena.map(members);
}

DataShape page_shape(const PageContext& context, const PageKey& key) {
  const ShapeScope scope{context, key};
  DataShape shape = frame_shape(scope);
  add_shortlist_shape(scope, shape);
  key.kind->add_shape(scope, shape);
  return shape;
}

}  // namespace wegwijs
